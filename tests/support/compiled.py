"""Templates that are compiled once for all bots of the tests' process, as they are in a bot's own."""

from __future__ import annotations

from typing import Any

import jinja2
from jinja2.bccache import Bucket
from pytest import MonkeyPatch

from qibot.letters.templates import Templates


class Compiled(jinja2.BytecodeCache):
    """In memory; jinja2 compiles anew what has changed since."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """See BytecodeCache."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """See BytecodeCache."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def compile_once(patch: MonkeyPatch) -> None:
    """Let each kind of environment, which differ by how they escape, keep what it has compiled."""
    make, kept = Templates._environment, dict[str, Compiled]()

    def made(self: Templates, loader: jinja2.BaseLoader, finalize: Any) -> jinja2.Environment:
        environment = make(self, loader, finalize)
        environment.bytecode_cache = kept.setdefault(finalize.__name__, Compiled())
        return environment

    patch.setattr(Templates, "_environment", made)
