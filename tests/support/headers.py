"""Header fields are read once: a mail program's library reads each anew whenever somebody asks for it."""

from __future__ import annotations

from email.headerregistry import HeaderRegistry
from functools import lru_cache
from typing import Any

import pytest

KEPT = 4_000


def read_headers_once(patch: pytest.MonkeyPatch) -> None:
    """The same name and words make the same field, which nobody changes; half of what letters' tests took was this."""
    made = HeaderRegistry.__call__
    kept = lru_cache(maxsize=KEPT)(made)

    def field(self: HeaderRegistry, name: str, value: Any) -> Any:
        return kept(self, name, value) if type(value) is str else made(self, name, value)

    patch.setattr(HeaderRegistry, "__call__", field)
