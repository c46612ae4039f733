"""Every kind of hostile message, one by one or by its name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from tests.support.hostile.registry import HUGE, KINDS, STRANGER, Hostile
from tests.support.hostile.variations import variations

for _matter in ("headers", "structure", "text", "documents", "automatic"):  # the order of the kinds
    import_module(f"tests.support.hostile.{_matter}")


def handmade(sender: str) -> Iterator[Hostile]:
    """The cheap kinds, as this sender sends them."""
    for name, maker in KINDS.items():
        yield Hostile(f"{name} from {sender.split('@')[0]}", maker(sender))
    for name, raw in variations(sender):
        yield Hostile(f"{name} from {sender.split('@')[0]}", raw)


def enormous(sender: str) -> Iterator[Hostile]:
    """The large and slow kinds, made one at a time."""
    for name, maker in HUGE.items():
        yield Hostile(f"{name} from {sender.split('@')[0]}", maker(sender))


def made(name: str, sender: str = STRANGER) -> bytes:
    """One kind by its name."""
    return {**KINDS, **HUGE}[name](sender)


def names_of_the_huge() -> list[str]:
    """The names of the large and slow kinds."""
    return list(HUGE)
