"""Rows of figures that begin with a time: of a table, or what a PDF has left of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

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
_FIGURE = re.compile(
    r"(?:about |c\.? ?|£)?(?P<figure>\d[\d,]*(?:\.\d+)?)(?: ?(?:%|per ?cent|kg|g|days?|hours?|minutes?|mins?|"
    r"weeks?))?"
)
_FLAT = re.compile(rf"(?P<when>{_TIME})\s*[:–=-]?\s+(?P<figures>\d[\d,.]*%?(?:\s+\d[\d,.]*%?)*)", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b(?:{MONTHS}|{_SHORT}|week \d{{1,2}})\.?(?: was| it was| gave|:| -|"
    rf" –)? (?:at )?(?P<figure>\d[\d,]*(?:\.\d+)?)"
    rf"(?! ?(?:{MONTHS}|{_SHORT}|st\b|nd\b|rd\b|th\b|20\d\d))(?: ?%)?(?=[,;.)]| and\b|$)",
    re.IGNORECASE,
)
_APART = 8  # characters between one and the next
_WIDEST = 400  # characters of a row of a table
_LONGEST = 80  # characters of a row


def is_flat_row(text: str) -> bool:
    """Whether a line is a row of such figures that has lost its cells: “December 13 27”."""
    return len(text) <= _LONGEST and bool(_FLAT.fullmatch(text.strip(" .")))


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
    cells = [cell.strip() for cell in row[:_WIDEST].split(" | ")]
    times = sum(1 for cell in cells if cell and _WHEN.fullmatch(cell))
    return times if times >= len(cells) - 1 else 0


def cells_in(row: str) -> list[float | None]:
    """The figures of the cells behind the first."""
    _, *others = (cell.strip() for cell in row[:_WIDEST].split(" | "))
    return _figures(others)


def figures_told(said: str) -> list[float]:
    """The figures of a sentence that tells them month by month: “August 41%, September 43%, October 48%”."""
    found = list(_TOLD.finditer(said))
    beside = [b.start() - a.end() <= _APART for a, b in pairwise(found)]
    return [_number(match["figure"]) for match in found] if found and all(beside) else []


def _figures(cells: Iterable[str]) -> list[float | None]:
    return [_number(found["figure"]) if (found := _FIGURE.fullmatch(cell)) else None for cell in cells]


def _number(figure: str) -> float:
    return float(figure.rstrip("%.,").replace(",", "") or 0)
