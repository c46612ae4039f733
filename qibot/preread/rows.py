"""Rows of figures that begin with a time: of a table, or what a PDF has left of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.words import MONTHS, WEEKDAYS

_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun"
_TIME = (
    rf"(?:(?:the )?(?:week|month|w/?[ce]|wk)(?: of| ending| beginning| commencing| to| from)? )?(?:(?:early|mid|"
    rf"late)[ -])?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{MONTHS}|{WEEKDAYS}|{_SHORT})\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?"
    r"(?:,? ?(?:20\d\d|['’]\d\d))?(?: to date)?|"
    r"(?:week|month|day|wk|quarter|term|cycle) ?\d{1,2}|q[1-4](?: 20\d\d)?|"
    r"(?:w/?[ce] )?\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d\d)?|"
    r"20\d\d(?:[/-]\d\d)?|baseline|before|after|start|now|today|(?:spring|summer|autumn|winter)(?: 20\d\d)?"
)
_WHEN = Loose(rf"(?:{_TIME})")
_FIGURE = expression(
    r"(?:about |c\.? ?|£)?(?P<figure>\d[\d,]*(?:\.\d+)?)(?: ?(?:%|per ?cent|kg|g|days?|hours?|minutes?|mins?|"
    r"weeks?))?"
)
_FLAT = expression(rf"(?P<when>{_TIME})\s*[:–=-]?\s+(?P<figures>\d[\d,.]*%?(?:\s+\d[\d,.]*%?)*)", re.IGNORECASE)
_TOLD = expression(
    rf"\b(?:{MONTHS}|{_SHORT}|week \d{{1,2}})\.?(?: was| it was| gave|:| -|"
    rf" –)? (?:at )?(?P<figure>\d[\d,]*(?:\.\d+)?)"
    rf"(?! ?(?:{MONTHS}|{_SHORT}|st\b|nd\b|rd\b|th\b|20\d\d))(?: ?%)?(?=[,;.)]| and\b|$)",
    re.IGNORECASE,
)
_HEAD = Loose(rf"(?:{_TIME})(?: (?:{_TIME})){{2,}}")  # of a table that has lost its cells
_ONE_TIME = expression(rf"\b(?:{_TIME})", re.IGNORECASE)
_IN_A_ROW = expression(r"(?<![\w.,%])\d[\d,.]*%?(?:\s+\d[\d,.]*%?)*(?![\w.,%])")
_FIGURES = Loose(r"(?=\D{0,3}\d)(?:(?:[\d.,:%£/()+<>~=–-]+|of|out|in|per|cent|n|about|c)(?: |$))+")
_NO_FIGURE = Loose(r"(?:[-–—]|n/?a|\.{3}|…|tbc|nil|none)?")
# A cell of a first row, that names a column: whatever stands in the others, the row names no measure.
COLUMN = Loose(
    r"(?:type|kind|sort|category)(?: of (?:measure|it))?\??|measure|(?:current|target) performance|(?:how often|when|"
    r"how|who(?: (?:counts|collects|by))?|"
    r"by whom|where from|source|"
    r"frequency|data source|definition|method|baseline|start|at the start|target|goal|now|so far|latest|current|"
    r"unit|why|last (?:four|4) weeks)\??|"
    r"(?:outcome|process),? (?:process|outcome|or),? ?(?:or )?balancing\??|o/p/b",
)
_APART = 8  # characters between one and the next
_WIDEST = 400  # characters of a row of a table
_LONGEST = 80  # characters of a row


def is_flat_row(text: str) -> bool:
    """Whether a line is a row of such figures that has lost its cells: “December 13 27”."""
    return len(text) <= _LONGEST and bool(_FLAT.fullmatch(text.strip(" .")))


def is_flat_head(text: str) -> bool:
    """Whether a line is the head of such a table: “Oct Dec Feb Mar”."""
    return len(text) <= _LONGEST and _HEAD.fullmatch(text.strip(" ."))


def is_of_times(row: str) -> bool:
    """Whether a row tells when: the head of a table of months, a row that begins with one, or what is left of them."""
    return times_in(row) > 1 or bool(figures_in(row)) or is_flat_head(row)


def is_of_figures(row: str) -> bool:
    """Whether a row holds figures alone behind its first cell: those of a measure, not measures."""
    if " | " not in row:
        return False
    _, *others = (cell.strip() for cell in row[:_WIDEST].split(" | "))
    told = [is_figure(cell) for cell in others if not _NO_FIGURE.fullmatch(cell)]
    return bool(told) and all(told)


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure alone: “48 %”, “5 of 6”, “71% (12 of 17)”."""
    return len(cell) <= _LONGEST and (bool(_FIGURE.fullmatch(cell)) or _FIGURES.fullmatch(cell))


def figures_in(row: str) -> list[float | None]:
    """The figures of a row, by column, where it begins with a time and holds figures alone behind it."""
    text = row[: _LONGEST + 1].strip(" .")
    if len(text) > _LONGEST:
        return []
    if " | " in text:
        first, *others = (cell.strip() for cell in text.split(" | "))
        if not _WHEN.fullmatch(first):
            return []
        return _figures(others)
    flat = _FLAT.fullmatch(text)
    return [_number(figure) for figure in flat["figures"].split()] if flat else []


def times_in(row: str) -> int:
    """How many cells of a row are times: the head of a table whose months stand side by side."""
    if is_flat_head(row):
        return len(_ONE_TIME.findall(row))
    cells = [cell.strip() for cell in row[:_WIDEST].split(" | ")]
    times = sum(1 for cell in cells if cell and _WHEN.fullmatch(cell))
    return times if times >= len(cells) - 1 else 0


def cells_in(row: str) -> list[float | None]:
    """The figures of the cells behind the first."""
    _, *others = (cell.strip() for cell in row[:_WIDEST].split(" | "))
    return _figures(others)


def runs_in(line: str, times: int) -> list[list[float]]:
    """The figures that such a table has left of its rows: “All sizes, of 100 checks 71 74 85 Filled, % 30 68 86”."""
    rows = ([_number(figure) for figure in found[0].split()] for found in _IN_A_ROW.finditer(line[:_WIDEST]))
    return [row[-times:] for row in rows if len(row) >= times]


def figures_told(said: str) -> list[float]:
    """The figures of a sentence that tells them month by month: “August 41%, September 43%, October 48%”."""
    found = list(_TOLD.finditer(said))
    beside = [b.start() - a.end() <= _APART for a, b in pairwise(found)]
    return [_number(match["figure"]) for match in found] if found and all(beside) else []


def _figures(cells: Iterable[str]) -> list[float | None]:
    return [_number(found["figure"]) if (found := _FIGURE.fullmatch(cell)) else None for cell in cells]


def _number(figure: str) -> float:
    return float(figure.rstrip("%.,").replace(",", "") or 0)
