"""Tables among the measures: which cell of a row names one, and which rows only hold figures of those listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from qibot.preread.loose import Loose
from qibot.preread.rows import COLUMN, is_of_figures, is_of_times
from qibot.preread.text import Sentence

_TABLE_HEAD = Loose(r"^(?:type|kind|measure|name|description|no\.?|#)\b.*\|")
_OF_MEASURES = Loose(
    r"(?:(?:name of )?(?:the |our )?(?:measures?|indicators?)|what(?: we (?:count|measure))?|name|description)\??"
)


def rows_read(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences without heads of tables and rows of months, each row as its measure."""
    head: tuple[str, int] | None = None  # where the head of a table stands, and how many cells it has
    column: int | None = None  # of them, that of the measures
    for sentence, following in pairwise((*sentences, Sentence(""))):
        text = sentence.text
        cells = [cell.strip() for cell in text.split(" | ")]
        if is_of_times(text):
            continue
        if is_of_figures(text):
            if re.search(r"[A-Za-z]{2}", cells[0]):
                yield replace(sentence, text=cells[0], figured=True)
        elif len(cells) > 1 and (_TABLE_HEAD.match(text) or _names_columns(text) or is_of_figures(following.text)):
            head, column = (sentence.heading, len(cells)), _column_of_measures(cells)
        elif head != (sentence.heading, len(cells)):
            yield sentence
        elif column is not None:
            yield replace(sentence, text=cells[column])


def _column_of_measures(cells: list[str]) -> int | None:
    """Which column names measures: the one that says so, else the first unless it names something else."""
    named = next((i for i, cell in enumerate(cells) if _OF_MEASURES.fullmatch(cell)), None)
    return named if named is not None or COLUMN.fullmatch(cells[0]) else 0


def _names_columns(text: str) -> bool:
    """Whether a row is the head of a table: a cell behind the first names a column, and the first has no figure."""
    first, *others = (cell.strip() for cell in text.split(" | "))
    return bool(others) and any(COLUMN.fullmatch(cell) for cell in others) and not re.search(r"\d|%", first)
