"""Photographs that are a report: of a flipchart, of pages written by hand, of the month's poster.

A picture beside anything else may be of anything: a poster, the team, an error on the screen. It is the report where
its words hand one over (sending.py), and where the weights are sure of that and
its words speak of what it is put on, or tell of the project.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac, owed_now
from qibot.events import Arrival
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Document
from qibot.understanding.meaning import LIKELIER, Meaning
from qibot.understanding.meaning.families import families_in
from qibot.understanding.reports.numbered import month_numbers
from qibot.understanding.reports.reading import is_charter
from qibot.understanding.reports.revised import LOOKED_AT

SURELY, LIKELY = 0.9, 0.35  # from which it is a report, and from which one whose month is named is
FITTING = 0.12  # … of which may be for the team at most
PICTURES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".gif", ".bmp")
# What a report is put on, or has in it: nobody says it of a display or of the team.
_ON_PAPER = expression(
    r"\b(?:pages?|sheets?|sides?|flip ?charts?|white ?boards?|note ?books?|log ?books?|clip ?boards?|(?:hand ?)?writ\w+"
    r"|wrote|typed|drawn|drew|posters?|biro|pencil|pen|a[34]|paper|templates?"
    r"|what (?:we|i)(?:['’]ve| have)? (?:did|done|found|tried|learn\w*|tested|changed))\b",
    re.IGNORECASE,
)
_OF_THING = expression(r"\b(?:photos?|photographs?|pics?|pictures?|snaps?|screen ?shots?) of\b", re.IGNORECASE)
_FOR_TEAM = ("private", "circumstances", "leaving")


def is_picture(document: Document) -> bool:
    """Whether it is a picture, by its kind or its name."""
    return document.content_type.startswith("image/") or document.name.lower().endswith(PICTURES)


def spaced(name: str) -> str:
    """A subject or a file's name with blanks where its words stand together: “DecReport”, “dec_report”."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)


def is_called_charter(mail: Mail) -> bool:
    """Whether a document and the subject above it are both called the charter."""
    alone = replace(mail, documents=())
    return not mail.is_reply and is_charter(mail, in_thread=True) and is_charter(alone, in_thread=False)


def surely_pictured(arrival: Arrival, case: Case, found: Meaning, almanac: Almanac) -> bool:
    """Whether photographs are the report by all that the weights know: a month or the project is named, it speaks of
    pages, and it is plainly a report, or, where the month is of one that is owed, nothing else but a question is
    likelier; and nothing of it may be for the team."""
    mail, likely = arrival.mail, found.of("report")
    if found.mark or found.cut or found.of(*_FOR_TEAM) >= FITTING or found.aside(*_FOR_TEAM) >= LIKELIER:
        return False
    said = f"{'' if mail.is_reply else mail.subject}\n{mail.top}"[:LOOKED_AT]
    if _OF_THING.search(said) or not (_ON_PAPER.search(said) or found.surest("content") >= LIKELIER):
        return False
    owed, cohort = owed_now(case, almanac, arrival.arrived), almanac.config.cohorts[case.enrolment.cohort]
    named = month_numbers(said, cohort, case.enrolment, owed)
    if likely >= SURELY:
        return bool(named) or "@qi" in families_in(said)
    return bool(set(owed).intersection(named)) and likely >= LIKELY and found.likeliest_beside("ask") == "report"
