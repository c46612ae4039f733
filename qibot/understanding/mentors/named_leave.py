"""A mentor's own leave beside their feedback, told in a sentence of its own that names its first and its last day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival
from qibot.expression import expression
from qibot.understanding.days.dates import read_span
from qibot.understanding.days.own_absence import FARTHEST
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.courtesy import typed

BY = "AWAY"  # as whose word it is told to the team
_MINE = expression(
    r"\bI(?:['’]m| am|['’]ll be| will be|['’]m going to be)(?: now| then)? (?:off|away|on (?:\w+ )?(?:leave|holidays?)"
    r"|out of (?:the )?office|abroad|travelling)\b(?! (?:it|sick|the (?:project|programme|hook)))",
    re.IGNORECASE,
)
_ELSE = expression(r"\?|\b(?:not|if|may|might|would|until I know|she|he|they)\b|n['’]t\b", re.IGNORECASE)


def with_named_leave(arrival: Arrival, almanac: Almanac) -> Arrival:
    """The arrival, with such a leave noted beside: nobody is reminded meanwhile."""
    span = None if arrival.beside else _span(typed(arrival.mail), almanac.day(arrival.arrived))
    if span is None:
        return arrival
    return replace(arrival, beside=(AbsenceNoted(arrival, arrival.mail.sender or "", *span, BY),))


def _span(said: str, today: date) -> tuple[date, date] | None:
    for one in sentences(said):
        found = _MINE.search(one)
        span = read_span(one[found.end() :], today) if found and not _ELSE.search(one) else None
        if span is not None and today <= span[1] <= today + FARTHEST and span[0] <= span[1]:
            return span
    return None
