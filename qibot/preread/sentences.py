"""Sentences: each with its place and the part of a report that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from qibot.expression import expression

_ENDS = expression(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_ABBREVIATED = expression(r"\b(?:Dr|Mr|Mrs|Ms|St|e\.g|i\.e|approx|no|No|vs)\.$")
CHARACTERS = 600  # of a sentence that are looked at: text that comes by mail is hostile


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, an item or a cell: its words, its place, the part that it stands in, and whether it is an item."""

    text: str
    place: str = ""
    part: str = ""
    item: bool = False
    kind: str = ""  # of measure, by the heading over it
    paragraph: int = 0
    heading: str = ""
    figured: bool = False  # whether it names a row of figures
    beside: str = ""  # what stands in that row behind it


def sentences_of(text: str) -> list[str]:
    """The sentences of a text."""
    found: list[str] = []
    for piece in _ENDS.split(text):
        if not (said := piece.strip()[:CHARACTERS]):
            continue
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] += f" {said}"
        else:
            found.append(said)
    return found
