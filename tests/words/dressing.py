"""What programs and offices put around a message: real mail bears it, and it must change nothing of what is meant.

`dressings/*.txt` hold one after another, each behind a line of “===”; {words} is where the person's own words stand,
{name}, {first} and {org} are the writer's. Half of the messages are learnt from once more with one around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from tests.words.collection import FOLDER, Message

DRESSED, COUNTS = 0.5, 0.5  # of the messages; how much one counts beside those that are bare
_BETWEEN = re.compile(r"^===.*\n", re.MULTILINE)


@cache
def dressings(name: str = "train-*.txt") -> tuple[str, ...]:
    """All dressings of the files with such names."""
    files = sorted((FOLDER / "dressings").glob(name))
    return tuple(one.strip("\n") for file in files for one in _parts(file) if "{words}" in one)


def _parts(file: Path) -> Iterator[str]:
    yield from _BETWEEN.split(file.read_text(encoding="utf-8"))


def dressed(message: Message, dressing: str) -> Message:
    """The message with this around its words."""
    named = re.sub(r"\s*\(.*?\)", "", message.cast.get(message.fields["from"], "Community Planning")) or "Pat Lee"
    parts = {"words": message.text, "name": named, "first": named.split()[0],
             "org": message.cast.get("organisation", "Dunmore Council")}  # fmt: skip
    return replace(message, text=re.sub(r"\{(words|name|first|org)\}", lambda found: parts[found[1]], dressing))


def some_dressed(messages: Iterable[Message]) -> Iterator[Message]:
    """Half of the messages, dressed; the same each time."""
    for message in messages:
        chance = Random(message.key)
        if chance.random() < DRESSED:
            yield dressed(message, chance.choice(dressings()))
