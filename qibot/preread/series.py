"""Figures over time that stand one below the other: the rows of a table, the items of a list, lines of a PDF."""

from __future__ import annotations

import re
from collections import defaultdict

from qibot.preread.text import Report, Sentence, once
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
_WHEN = re.compile(rf"(?:{_TIME})", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?:about |c\.? ?|£)?(?P<figure>\d[\d,]*(?:\.\d+)?)(?: ?(?:%|per ?cent|kg|g|days?|hours?|minutes?|mins?|"
    r"weeks?))?"
)
_FLAT = re.compile(rf"(?P<when>{_TIME})\s*[:–=-]?\s+(?P<figures>\d[\d,.]*%?(?:\s+\d[\d,.]*%?)*)", re.IGNORECASE)
_LEAST = 3  # rows of which a run is made
_LONGEST = 80  # characters of a row


@once
def series_of(report: Report) -> list[list[float]]:
    """Each column of figures with as many rows as tell of days, months or weeks."""
    columns: dict[tuple[str, int], list[float]] = defaultdict(list)
    for sentence in report.sentences:
        for column, figure in enumerate(_figures(sentence)):
            if figure is not None:
                columns[sentence.heading, column].append(figure)
    return [run for run in columns.values() if len(run) >= _LEAST]


def _figures(sentence: Sentence) -> list[float | None]:
    """The figures of a row, by column, where it begins with a time and holds figures alone behind it."""
    text = sentence.text[: _LONGEST + 1].strip(" .")
    if len(text) > _LONGEST:
        return []
    if " | " in text:
        first, *others = (cell.strip() for cell in text.split(" | "))
        if not _WHEN.fullmatch(first):
            return []
        return [_number(found["figure"]) if (found := _FIGURE.fullmatch(cell)) else None for cell in others]
    flat = _FLAT.fullmatch(text)
    return [_number(figure) for figure in flat["figures"].split()] if flat else []


def _number(figure: str) -> float:
    return float(figure.rstrip("%.,").replace(",", "") or 0)
