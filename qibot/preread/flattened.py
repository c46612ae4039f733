"""A form that was saved as a PDF: the heading in a cell and what stands beside it come as one line, “Aim By June …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from qibot.model import Passage
from qibot.preread.headings import HEADINGS, part_of

_GOES_ON = ",;:–-"
_LEAST = 4  # parts of a report that begin so, before it is taken for a form


def unflattened(passages: tuple[Passage, ...], own: Mapping[str, tuple[str, ...]]) -> tuple[Passage, ...]:
    """The passages, with the headings of such a form apart from what they open; others as they are."""
    begins = _heading(tuple(phrase for phrases in (*own.values(), *HEADINGS.values()) for phrase in phrases))
    opened = {part_of(found[1], own) for p in passages if p.kind != "row" for found in begins.finditer(p.text)}
    if len(opened) < _LEAST or "aim" not in opened:
        return passages
    return tuple(piece for p in passages for piece in (_pieces(p, begins) if p.kind != "row" else (p,)))


@cache
def _heading(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A heading with a capital, and after it, without a stop, what begins with another one or a figure."""
    longest_first = sorted(set(phrases), key=len, reverse=True)
    written = "|".join(re.escape(phrase[:1].upper() + phrase[1:]) for phrase in longest_first if phrase)
    begins = re.escape("".join(sorted({phrase[:1].upper() for phrase in longest_first})))
    return re.compile(rf"(?<!\S)(?=[{begins}])({written}) (?=[A-Z0-9])")


def _pieces(passage: Passage, begins: re.Pattern[str]) -> Iterator[Passage]:
    cut = [m for m in begins.finditer(passage.text) if m.start() == 0 or passage.text[m.start() - 2] not in _GOES_ON]
    if not cut:
        yield passage
        return
    if cut[0].start() > 0:
        yield Passage(passage.text[: cut[0].start()].strip(), passage.kind, passage.place)
    for here, following in zip(cut, [*(m.start() for m in cut[1:]), len(passage.text)], strict=True):
        yield Passage(here[1], "heading", passage.place)
        yield Passage(passage.text[here.end() : following].strip(), "paragraph", passage.place)
