"""The day by which the team says that a mentor's overdue feedback will come: in answer to the letter that says so.

| the team says | becomes |
|---|---|
| “she'll do it by Friday 30th”, “he has promised it for Monday” | the new day, as the mentor's own `EXPECT` |
| “give her another week”, “let him have until the 30th” | the same |
| what somebody might, should or is asked to do; a day that has been; two days | asked back |
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.expression import expression
from qibot.model import Case
from qibot.understanding.days.naming_days import length_in
from qibot.understanding.meaning import sentences
from qibot.understanding.names.masked import masked
from qibot.understanding.team.day import named_day

LETTER = "report_feedback_overdue"
FEW = 40  # words of a decision that is plain
_WHO = r"(?:she|he|they|MENT)"
_WHOM = r"(?:her|him|them|MENT)"
_COMES = expression(
    rf"\b{_WHO}(?:['’]ll| will| is going to|['’]s going to| can| is able to)\b(?! not\b)(?: now| definitely| have it"
    r"| get it| be able to| aim to| try to)*"
    r" (?:do|send|write|get|have|finish|complete|answer|reply|be done|give|let|return|submit|look|respond"
    r"|provide|manage)"
    rf"|\b{_WHO}(?:['’]s| has| have)? (?:now )?(?:promised|said|says|agreed|told (?:me|us)|assured (?:me|us)|confirmed"
    r"|committed to|undertaken)\b|\b(?:it|that|this|feedback|comments)(?:['’]ll| will) (?:be|come|follow|arrive|get)\b"
    rf"|\b(?:give|allow|let|grant) {_WHOM}\b"
    rf"|\b{_WHO}(?:['’]s got| has| have| has got| can have| gets?) (?:until|till|to|another|an extra)\b"
    r"|^\W*(?:(?:ok|okay|yes|please)\W+)*(?:another|one more|a further|an extra) (?:\w+ )?(?:days?|weeks?|fortnight)\b"
    r"|^\W*(?:(?:please|ok|okay|so) )?expect (?:it|her|his|their|the|MENT)\b"
    r"|\b(?:extend|move|push|put)\b[^.;]{0,20}\b(?:to|until|till|by)\b|\bpromised (?:for|by)\b",
    re.IGNORECASE,
)
_UNSURE = expression(
    r"\?|\b(?:not|never|cannot|unless|if|might|may(?! \d)|maybe|perhaps|should|could|would|hopes?|hoping|hopefully"
    r"|tries|doubt\w*|whether|ask(?:ed|ing)?|chas\w+|remind\w*|wait(?:ing)?|hear back|ring|call|e-?mail|no"
    r" (?:longer|reply))\b"
    r"|\b(?:back(?! to)|leave|away|off|holidays?|abroad|sick|ill|hospital|leaving|moving|start\w*|meet\w*|speak|talk"
    r"|discuss|visit|was|were|due)\b|n['’]t\b|\b(?:I|we)(?:['’]ll|['’]m| will| shall| am| are)\b"
    r"|\bPRAC(?:['’]ll| will| has| can)\b",
    re.IGNORECASE,
)
# What the team has done about it says nothing against the day: “I've rung Ann and …”.
_BESIDE = expression(
    rf"^\W*(?:(?:hi|ok|okay|yes)\W+)?(?:I|we)(?:['’]ve| have)? (?:just )?(?:spoken|spoke|rung|rang|called|phoned"
    rf"|e-?mailed|chased|asked|reminded|had a word|been in touch|heard)(?: (?:to|with|from))?(?: {_WHOM})?"
    r"(?: and|,| -|:|;| who| –)",
    re.IGNORECASE,
)


def mentors_day(text: str, case: Case, number: int, today: date, almanac: Almanac) -> date | None:
    """The day; None where none is plain, or nothing waits for feedback."""
    report, e = case.report(number), case.enrolment
    if report is None or report.answered is not None or len(text.split()) > FEW:
        return None
    said = [one for one in sentences(masked(text, (e.mentor, "MENT"), (e.practitioner, "PRAC"))) if _COMES.search(one)]
    if len(said) != 1 or _UNSURE.search(_BESIDE.sub("", said[0])):
        return None
    return named_day(said[0], today, almanac, case, 0) or _later(said[0], today, almanac)


def _later(said: str, today: date, almanac: Almanac) -> date | None:
    """So long from today: “another week”."""
    length = length_in(said)
    if length is None:
        return None
    return almanac.workdays.after(today, length.days) if length.working else today + timedelta(days=length.days)
