"""“Did you get it?”: a practitioner asks whether a report has come; what is on record answers it."""

from __future__ import annotations

import re

from qibot.calendar import Almanac, late, owed_now
from qibot.events import Arrival, DocumentForgotten, Event, ReportReceived
from qibot.message import Mail
from qibot.model import CHARTER, Case, Submission
from qibot.understanding.clouds import links_in
from qibot.understanding.meaning import sentences
from qibot.understanding.reading import numbers_written

LONGEST = 60  # words of a mail that asks only this
_IT = r"(?:it|this|that|(?:my|the|our)(?: \w+){0,3} (?:report|document|attachment|file|submission))"
_SOON = r"(?:\w+ ){0,2}?"
_GOT, _CAME = (
    r"(?:get|got|received?|seen?|had)",
    r"(?:arrived?|come|came|reach(?:ed)?|go|gone|got|get|received|land(?:ed)?)",
)
_ASKS = re.compile(
    rf"\b(?:did|have|has|had) (?:you|anyone|anybody|somebody) {_SOON}{_GOT} (?:\w+ )?{_IT}\b"
    rf"|\b(?:did|has|have) {_IT} {_SOON}{_CAME}\b"
    rf"|\b(?:if|whether|that) (?:you(?:['’]ve| have)?|{_IT}) {_SOON}{_CAME}\b"
    r"|\bconfirm (?:receipt|that you)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:question|feedback|comments?|answer to)\b", re.IGNORECASE)

_BESIDE = re.compile(
    r"^(?:hi|hello|dear|thanks|thank you|cheers|best|kind|many|sorry)\b"
    r"|\bi (?:have )?(?:sent|e-?mailed|submitted|posted)\b"
    r"|\bno (?:answer|reply|receipt|word)\b|\b(?:not|n['’]t) (?:had|heard|seen)\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\b(?:because|since|as|due|off|was|were|been)\b", re.IGNORECASE)


def asks_whether_it_came(mail: Mail) -> bool:
    """Whether it brings nothing and asks only this."""
    if mail.sends or links_in(mail) or mail.held or len(mail.top.split()) > LONGEST:
        return False
    found = _ASKS.search(mail.top)
    return found is not None and not _OTHER.search(found[0])


def asks_nothing_else(mail: Mail) -> bool:
    """Whether no sentence says more than this, a greeting, and when it was sent."""
    return all(_ASKS.search(x) or len(x.split()) <= 3 or _is_beside(x) for x in sentences(mail.top))


def _is_beside(sentence: str) -> bool:
    return bool(_BESIDE.search(sentence)) and not _WHY.search(sentence) and len(sentence.split()) <= 12


def what_is_on_record(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> Event | None:
    """The answer: that it is there, or that nothing has come; None where nobody could tell which is meant."""
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    named = numbers_written(arrival.mail, cohort, in_thread=thread is not None)
    owed = owed_now(case, almanac, arrival.arrived)
    there = sorted(case.all(Submission).values(), key=lambda s: s.arrived)
    lately = bool(there and owed) and late(case, almanac, owed[0], there[-1].arrived)  # it is that one that is meant
    last = there[-1].number if there else 0
    number = named[0] if named else thread or (last if lately or not owed else owed[0])
    if case.submissions(number):
        return ReportReceived(arrival, case.unit, number, asks=True)
    return DocumentForgotten(arrival, case.unit, number) if number and number != CHARTER else None
