"""Lists of measures whose writer set no dots: lines that are no sentences, some of which were taken for headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from qibot.expression import expression
from qibot.model import Passage
from qibot.preread.headings import part_of
from qibot.preread.loose import Loose

_LINE = expression(r"[A-Z\d%#£][^.!?:;|]{2,90}")
_SAYS = Loose(
    r"\b(?:is|was|were|has|have|had|will|we|i|i'm|we're|it's|dear|hi|thanks|regards|wishes|see|attached)\b|,$"
)
_COUNTS = Loose(
    r"%|\b(?:number|percentage|proportion|share|rate|average|median|minutes|hours|days|weeks|time|count|score)\b"
)
_WIDEST, _LEAST = 14, 2  # words of such a line; lines of a list
_END = Passage("", "paragraph", "")


def dotted(passages: tuple[Passage, ...], own: Mapping[str, tuple[str, ...]]) -> tuple[Passage, ...]:
    """The passages, with such lines as items."""
    items = {place for run in _runs(passages, own) if len(run) >= _LEAST for place in run}
    return tuple(replace(p, kind="item") if i in items else p for i, p in enumerate(passages))


def _runs(passages: tuple[Passage, ...], own: Mapping[str, tuple[str, ...]]) -> Iterator[list[int]]:
    """Lines below a heading for measures that follow each other; what could head others stands amid such as count."""
    under = ""
    run: list[int] = []
    for i, (here, following) in enumerate(pairwise((*passages, _END))):
        part = part_of(here.text, own) if here.kind == "heading" else ""
        amid = here.kind == "paragraph" or (run and _is_line(following) and _COUNTS.search(following.text))
        if under == "measures" and not part and amid and _is_line(here):
            run.append(i)
            continue
        yield run
        run = []
        under = part if here.kind == "heading" else under
    yield run


def _is_line(passage: Passage) -> bool:
    text = passage.text.strip()
    short = passage.kind in ("paragraph", "heading") and len(text.split()) <= _WIDEST and _LINE.fullmatch(text)
    return bool(short and not _SAYS.search(text))
