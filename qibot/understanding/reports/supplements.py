"""What goes along with a report, sent by itself: a chart, minutes, a diagram (programme.md, 3a).

| it is | becomes |
|---|---|
| what the mentor has asked for, in answer to their words about a report that has come | a message with its documents |
| what the mentor is asked about (“is this a shift or just noise?”) | the same |
| anything else | of the report that it belongs to (reading.py) |
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac
from qibot.events import Arrival
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Document
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.reports.along import is_called_along, stem_of
from qibot.understanding.reports.reading import numbers_said
from qibot.understanding.reports.revised import opening_of, own_subject, says_next
from qibot.understanding.reports.versions import weeks_early

MENTORS_WORDS = ("relay_message", "relay_feedback")
_SHEETS = (".xlsx", ".xls", ".csv", ".ods")
_OF_DATA = expression(
    r"\b(?:charts?|graphs?|data|median|mean|average|baseline|points?|shift|trend|noise|axis|axes|outliers?|variation"
    r"|special cause|diagram|map|template|drivers?)\b",
    re.IGNORECASE,
)
_ASKED = expression(
    r"\byou(?:['’]d| had)? (?:\w+ )?(?:asked|wanted|mentioned|requested|were (?:asking|after|looking for))\b"
    r"|\bas (?:promised|asked|requested)\b",
    re.IGNORECASE,
)
_SAYS_REPORT = expression(r"\b(?:reports?|updates?)\b", re.IGNORECASE)


def is_supplement(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> bool:
    """Whether a mail brings nothing but what goes along with a report, for its mentor to look at."""
    mail = arrival.mail
    said = f"{own_subject(mail)}\n{opening_of(mail)}"
    if not mail.files or any(_SAYS_REPORT.search(x) for x in (said, *map(stem_of, mail.files))):
        return False
    named = numbers_said(mail, case, almanac, arrival.arrived, in_thread=thread is not None)
    if any(n in almanac.owed(case) for n in named) or (thread in almanac.owed(case)) or says_next(mail, monthly=False):
        return False
    if "?" in opening_of(mail) and all(_is_looked_at(d, mail) for d in mail.files):
        return True
    answered = answered_letter(arrival, case)
    to_mentor = answered is not None and answered.name in MENTORS_WORDS and bool(thread and case.report(thread))
    asked = weeks_early(case, almanac, arrival.arrived) or bool(_ASKED.search(mail.top))
    return to_mentor and asked and all(is_called_along(d) for d in mail.files)


def _is_looked_at(d: Document, mail: Mail) -> bool:
    """Whether a document is a chart or the like, by its name; of a sheet the words may tell it."""
    sheet = d.name.lower().endswith(_SHEETS) and _OF_DATA.search(opening_of(mail)) is not None
    return sheet or is_called_along(d)
