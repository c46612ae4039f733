"""Which report a mentor's words are about that stand in the thread of another, whose feedback has been given.

People answer the letter that lies on top, or the last that they find. Where their words name a report, that is the one.

| in the thread of an answered report they name | become |
|---|---|
| by its number, its month, when it was sent, or as the last one, a report that waits | what they are about that one |
| in that way another that has been answered, too, and are feedback | asked about |
| one to compare with (“better than report 2”), one that is yet to come, or none | what they are in their thread |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, FeedbackReceived, WhichAsked
from qibot.expression import expression
from qibot.model import Case, Choice, Report, Role, named
from qibot.understanding.days.naming_days import read_past
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.reports.numbered import MONTH, ORDINALS, in_passing, months_of_reports, numbers_in

_CLAUSES = expression(r"[.!?;\n]+")
# What stands before one that is but compared with, or that somebody builds on.
_COMPARED = expression(
    r"\b(?:than|like|unlike|compared (?:to|with)|versus|vs\.?|since|before|after|until|till|from|next to|besides"
    r"|further to|build(?:ing|s)? on|same as|as)(?:\s+(?:you (?:did|had|wrote|said)|what you (?:did|had|wrote|said)|in"
    r"|with|to|of|on|your|the|that))*\s*$",
    re.IGNORECASE,
)
_NAMES = expression(
    r"\breports?[\s:-]*(?:no\.?|nr\.?|number|num|#)?[\s:.#-]*\d{1,2}(?![\d/]|[.:]\d).{0,12}"
    rf"|\b(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) (?:\w+ )?report\b"
    rf"|\b{MONTH}(?:['’]?s)?(?: 20\d\d)? (?:\w+ ){{0,2}}?report\b|\breport (?:for|of) {MONTH}",
    re.IGNORECASE,
)
_WHEN = r"(?P<when>(?:yesterday|today|this|just|last|on|the|\w+day)\b[\w ]{0,20}?)"
_SENT = expression(
    r"\b(?:what|the (?:one|report|file|document)|which) you(?:['’]ve| have)?(?: just)? (?:sent|mailed|handed in"
    rf"|submitted|gave|wrote|put in)(?: me| us| in| over)* {_WHEN}(?=\W|$)"
    r"|\b(?P<day>yesterday|today|this morning|last night|\w+day)['’]s (?:\w+ )?(?:report|one|mail|email|document)\b",
    re.IGNORECASE,
)
_LAST = expression(
    r"\b(?:your|the) (?:very )?(?:last|latest|newest|most recent|new) (?:one|report|update)\b", re.IGNORECASE
)
_IN_BRACKETS = expression(rf"\b(?:one|report) ?\(\W*({MONTH})\W*\)", re.IGNORECASE)


def in_named_matter(arrival: Arrival, context: Context, case: Case, role: Role, almanac: Almanac) -> Context:
    """The context, with the number of the report that waits and that a mentor's words name, where their thread's is
    answered."""
    if role is not Role.MENTOR or not _is_answered(case, context.number):
        return context
    waiting = [n for n in _named(arrival, case, context.number, almanac) if n in {r.number for r in case.pending()}]
    return replace(context, number=waiting[0], heard={}) if len(waiting) == 1 else context


def asked_which_report(event: Event, arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event:
    """The event; of feedback that names another report than its thread's, both of which are answered, the question
    which of them it is about."""
    if not isinstance(event, FeedbackReceived) or event.unit != case.unit or event.number != context.number:
        return event
    if not _is_answered(case, event.number):
        return event
    aside = in_passing(typed(arrival.mail))
    others = [n for n in _named(arrival, case, event.number, almanac) if case.report(n) and n not in aside]
    if not others:
        return event
    asked = doubtful(arrival, case, event.number, Role.MENTOR, almanac)
    return _offering(asked, case, [*others, event.number])


def _offering(asked: WhichAsked, case: Case, numbers: list[int]) -> WhichAsked:
    feedback = [Choice("feedback", case.unit, n, f"It is my feedback on {named(n)}") for n in numbers]
    choices = (*feedback, *(c for c in asked.choices if c.kind != "feedback"))
    return replace(asked, choices=choices, labels=tuple(c.label for c in choices))


def _is_answered(case: Case, number: int) -> bool:
    report = case.report(number)
    return report is not None and report.answered is not None


def _named(arrival: Arrival, case: Case, own: int, almanac: Almanac) -> list[int]:
    """The reports that the words name, where the thread's own isn't among them."""
    text = typed(arrival.mail)
    found = {n for one in _CLAUSES.split(text) for n in _in_clause(one, arrival, case, almanac)}
    last = None if found else _LAST.search(text)
    if last is not None and not _COMPARED.search(text[: last.start()]):
        found = {max(_come(case), key=lambda r: r.received).number}
    return [] if own in found else sorted(found)


def _in_clause(clause: str, arrival: Arrival, case: Case, almanac: Almanac) -> Iterator[int]:
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    for names in _NAMES.finditer(clause):
        if not _COMPARED.search(clause[: names.start()]):
            yield from numbers_in(names[0])
            yield from months_of_reports(names[0], cohort, case.enrolment, almanac.owed(case))
    if (found := _IN_BRACKETS.search(clause)) is not None:
        yield from months_of_reports(f"{found[1]} report", cohort, case.enrolment, almanac.owed(case))
    for sent in _SENT.finditer(clause):
        said = read_past(sent["when"] or sent["day"], almanac.day(arrival.arrived))
        if said is not None and not _COMPARED.search(clause[: sent.start()]):
            yield from (r.number for r in _come(case) if almanac.day(r.received) == said.day)


def _come(case: Case) -> list[Report]:
    return list(case.all(Report).values())
