"""The register of the kinds of hostile messages, in which each kind enters itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

STRANGER = "stranger@else.example"


@dataclass(frozen=True)
class Hostile:
    """A message and what it is."""

    name: str
    raw: bytes

    def __repr__(self) -> str:
        return self.name


Maker = Callable[[str], bytes]
KINDS: dict[str, Maker] = {}
HUGE: dict[str, Maker] = {}


def small(maker: Maker) -> Maker:
    """A kind that is cheap to make and to send."""
    KINDS[maker.__name__] = maker
    return maker


def huge(maker: Maker) -> Maker:
    """A kind of many megabytes, or one that is made to be slow."""
    HUGE[maker.__name__] = maker
    return maker
