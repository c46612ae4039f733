"""What a document lost on its way, told by how its lines stand: a heading without a style, a row that became one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from qibot.expression import expression
from qibot.model import Passage
from qibot.preread.dots import dotted
from qibot.preread.headings import begins_a_part, is_asked, part_of, without_remark
from qibot.preread.loose import Loose
from qibot.preread.rows import is_flat_head, is_flat_row
from qibot.preread.words import MONTHS, WEEKDAYS

_TEST = Loose(
    r"(?:pdsas?|tests?|cycles?)(?: cycle)?(?: no\.?| number)? ?\d{1,2}\b(?:\s*$|\s*[:–-]\s*[^.!?;]{3,60}$)",
)
_COLUMNS = Loose(
    r"(?:what(?: we (?:count|measure))?|(?:name of )?measures?|month|week|date|test|no\.?)(?:\W+(?:type|kind|sort|"
    r"source|how often|when|who|start|target|"
    r"baseline|frequency|last (?:four )?weeks|(?:of )?measure|now)){1,5}",
)
_MEASURE = expression(
    r"(?:(?:number|percentage|average|proportion|share|rate|hours|minutes|days|time|count) .*|% .*|(?:\S+ ){2,}"
    r"(?:Outcome|Process|Balancing))",
    re.IGNORECASE,
)
_ROW = expression(r"(?:Outcome|Process|Balancing) (?!(?:measures?|map|and|or)\b)\S+ \S")
_ROWS = 3
_NUMBERED = 3  # headings that look like items, from which on they are taken for headings
_DAYS = Loose(rf"(?:(?:{MONTHS}|(?:{WEEKDAYS})s?)(?:,| and| to|$) ?){{1,3}}(?:20\d\d)?")
# A short line that is no sentence: it may be a heading that has lost its style.
_LINE = expression(r"[A-Z][^.!?:;|]{2,60}")
_SAYS = Loose(
    r"\b(?:is|are|was|were|has|have|had|will|do|did|done|drawn|attached|enclosed|below|above|to|i|me|see|sent|met|"
    r"dear|hi|yes|no|thanks|"
    r"regards|wishes|from|ready|finished|follows?|complete|ongoing|and i)\b|,$|\d",
)
_LONGEST_LINE, _LONGEST_WRITTEN = 7, 300  # words; characters
_TELLING = 8  # words of what stands under a heading
_END = Passage("", "paragraph", "")


def laid_out(passages: tuple[Passage, ...], own: Mapping[str, tuple[str, ...]]) -> tuple[Passage, ...]:
    """The passages, each as what it is."""
    return tuple(_told(dotted(passages, own), own))


def _told(passages: tuple[Passage, ...], own: Mapping[str, tuple[str, ...]]) -> Iterator[Passage]:
    rows = sum(1 for p in passages if _ROW.match(p.text)) >= _ROWS  # of a table of measures, its kinds in front
    numbered = sum(1 for p, n in pairwise((*passages, _END)) if _may_be_numbered(p, n, own)) >= _NUMBERED
    under = ""  # the part that the heading before opened
    for here, following in pairwise((*passages, _END)):
        text = here.text.strip()
        if here.kind == "heading" and not _COLUMNS.fullmatch(text):
            under = part_of(text, own) or under
        if here.kind == "heading" and (is_flat_row(text) or is_flat_head(text)):
            yield replace(here, kind="item")
        elif here.kind == "heading" and under in ("measures", "data") and _COLUMNS.fullmatch(text):
            yield replace(here, kind="margin")  # what it stood over goes on under the heading before
        elif here.kind == "heading" and (_MEASURE.fullmatch(text) or (rows and _ROW.match(text))):
            yield replace(here, kind="paragraph")
        elif numbered and _may_be_numbered(here, following, own):
            yield replace(here, kind="heading")
        elif here.kind == "heading" and _DAYS.fullmatch(text):
            yield replace(here, kind="margin")  # the rest of a cell
        elif (here.kind == "paragraph" and is_line_of_a_part(text, own) and _is_telling(following)) or (
            here.kind == "paragraph" and _TEST.fullmatch(text) and _is_telling(following)
        ):
            yield replace(here, kind="heading")
        else:
            yield here


def _may_be_numbered(here: Passage, following: Passage, own: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether an item could be a heading with its number, “3. Tests this month”: what follows is no item."""
    return here.kind == "item" and following.kind in ("paragraph", "row") and is_line_of_a_part(here.text.strip(), own)


def is_line_of_a_part(text: str, own: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a line could be a heading, and of a part that is known."""
    if len(text) > _LONGEST_WRITTEN:
        return False
    bare = without_remark(text)
    short = len(bare.split()) <= _LONGEST_LINE and _LINE.fullmatch(bare)
    return bool(short and not _SAYS.search(bare) and (is_asked(text, own) or begins_a_part(text, own)))


def _is_telling(passage: Passage) -> bool:
    told = passage.text.strip()
    return passage.kind in ("paragraph", "item") and len(told.split()) >= _TELLING and not _TEST.match(told)
