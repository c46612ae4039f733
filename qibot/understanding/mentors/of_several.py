"""A day that a mentor names for several of their practitioners' reports: “all three by the 27th”, “the same for Kim”.

| in the day's sentence stands | it is the day of |
|---|---|
| all, none or any of their reports, or as many as wait; the others, the rest | every report that waits for them |
| the name of another practitioner of theirs, whose report it is (“Sam's”, “for Sam”) | that one's, too |
| that name, of whom something else is said (“as Sam is off until then”) | the report alone that is answered |
| what sets one apart (“but”, “already”, “done”) | the report alone that is answered |
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from qibot.calendar import Almanac
from qibot.events import Arrival, DateNamed, Event, FeedbackReceived, WhichAsked
from qibot.expression import expression
from qibot.model import Case, Role
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.phrases.promised import promised_day

_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_THEIRS = r"(?:reports?|feedback|practitioners?|reviews?|comments)"
_ENDS = (  # “all three charts” are the practitioner's
    r"(?=\W*$|\s*[,.;:!?–—-]|\s+(?:of them|will|are|is|be|by|on|until|till|before|to|have|get|for|from|as|then|should"
    r"|can|would|could|must|at|please|sorry|and|after|now|not|late|they)\b)"
)
_ALL = (
    rf"\b(?:all|any|none|each|every)(?: of)? (?:(?:my|the|these|those) )?(?:{_THEIRS}\b|(?:them|these){_ENDS})"
    rf"|\bthe (?:others|rest|lot){_ENDS}|\b(?:everything|every ?one(?: of (?:them|these))?){_ENDS}|\bthem all{_ENDS}"
)
_APART = expression(
    r"\b(?:but|except|apart from|other than|already|done|sent|finished|on (?:its|their|the) way)\b", re.IGNORECASE
)

_CLAUSES = expression(r"\b(?:so|as|because|since|while|whilst)\b", re.IGNORECASE)


def for_the_others(event: Event, arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event:
    """The event; of a day that is said of other reports of this mentor's, too, with these beside it. A day for all of
    them is no feedback."""
    others = [c for c in _meant(arrival, context, almanac) if c.unit != case.unit]
    if not others:
        return event
    if isinstance(event, FeedbackReceived) and not arrival.mail.sends and not _is_of_report(arrival):
        day = promised_day(arrival, almanac)
        event = event if day is None else DateNamed(event.arrival, case.unit, event.number, day, in_words=True)
    if not isinstance(event, DateNamed) or event.unit != case.unit:
        return event
    beside = _days(others, arrival, event.day)
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, *beside)))


def without_others(event: Event, unit: str) -> Event:
    """The event; of a question without the days of other reports than this one's: nothing moves before its answer."""
    if not isinstance(event, WhichAsked):
        return event
    beside = tuple(x for x in event.arrival.beside if not isinstance(x, DateNamed) or x.unit == unit)
    return replace(event, arrival=replace(event.arrival, beside=beside))


def for_several(arrival: Arrival, context: Context, almanac: Almanac) -> DateNamed | None:
    """The day that a mail which answers nothing names for several reports; None where it names none."""
    several, day = _meant(arrival, context, almanac), promised_day(arrival, almanac)
    if len(several) == 1 or day is None or arrival.mail.sends or _is_of_report(arrival):
        return None
    if not (days := _days(several, arrival, day)):
        return None
    return replace(days[0], arrival=replace(arrival, beside=(*arrival.beside, *days[1:])))


def _days(cases: list[Case], arrival: Arrival, day: date) -> list[DateNamed]:
    """The day of each report that waits in these, where it is later than it is due."""
    alone = replace(arrival, beside=())
    return [
        DateNamed(alone, case.unit, report.number, day, in_words=True)
        for case in cases
        for report in case.pending()
        if report.feedback_due < day
    ]


def _meant(arrival: Arrival, context: Context, almanac: Almanac) -> list[Case]:
    """Those of a mentor's cases in which a report waits that the sentence with the day speaks of."""
    waiting, today = [c for c in context.cases(Role.MENTOR) if c.pending()], almanac.day(arrival.arrived)
    if len(waiting) < 2:
        return []
    said = [one for one in sentences(typed(arrival.mail)) if read_date(plainer(one), today) and not _APART.search(one)]
    if any(_says_all(one, len(waiting)) for one in said):
        return waiting
    return [c for c in waiting if any(_names(one, c, today) for one in said)]


def _says_all(sentence: str, waiting: int) -> bool:
    count = rf"(?:{waiting}|{_COUNTS[waiting - 1]})" if waiting <= len(_COUNTS) else str(waiting)
    more = rf"(?:{waiting - 1}|{_COUNTS[waiting - 2]})" if waiting <= len(_COUNTS) else str(waiting - 1)
    counted = (
        rf"\b(?:all|any|none|each|my|the|every one)(?: of)? (?:(?:my|the|these|those) )?{count}(?: {_THEIRS}|{_ENDS})"
    )
    others = rf"\bthe other(?: {more})?(?: {_THEIRS}|{_ENDS})"
    both = rf"|\bboth(?: (?:of (?:my|the|these|them))?)?(?: {_THEIRS}|{_ENDS})" if waiting == 2 else ""
    return re.search(rf"{_ALL}|{counted}|{others}{both}", sentence, re.IGNORECASE) is not None


def _names(sentence: str, case: Case, today: date) -> bool:
    """Whether it names a practitioner by their first name in the clause of the day, as whose report it is."""
    first = re.escape(next(iter(case.enrolment.practitioner.name.split()), ""))
    whose = (
        rf"(?<!\w){first}['’]s?(?! (?:\w+ )?(?:is|was|took|has|had|been|off|got|not|away|ill|back)\b)(?!\w)"
        rf"|\bfor (?:both )?{first}\b|(?:\band|&|\bplus|,) {first}\b(?:['’]s?)?(?! (?:is|was|has|had|are|says|said)\b)"
        rf"|(?<!\w){first}(?: and| &|,| plus) [A-Z]"
    )
    clauses = (one for one in _CLAUSES.split(sentence) if read_date(plainer(one), today))
    return bool(first) and any(re.search(whose, one) for one in clauses)


def _is_of_report(arrival: Arrival) -> bool:
    return names_project(typed(arrival.mail)) or praises(arrival.mail)
