"""Which report a mentor's words are about that stand in the thread of another, whose feedback has been given.

People answer the letter that lies on top, or the last that they find. Where their words name a report, that is the one.

| in the thread of an answered report they name | become |
|---|---|
| by its number, its month, when it was sent, or as the last one, a report that waits | what they are about that one |
| in that way another that has been answered, too, and are feedback | asked about |
| one that waits, beside a sentence that may be of the thread's own, or perhaps for what is wished in it | asked about |
| one that waits, and a day for it | that day, and what is said of the thread's own in its thread |
| one that is but mentioned, as what is to come (mentioned.py) | what they are in their thread |
| one to compare with (“better than report 2”), one that is yet to come, or none | what they are in their thread |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from qibot.calendar import Almanac
from qibot.events import Arrival, DateNamed, Event, FeedbackReceived, MessageReceived, WhichAsked
from qibot.expression import expression
from qibot.model import Case, Choice, Report, Role, named
from qibot.understanding.days.naming_days import read_past
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.mentors.mentioned import As, named_as
from qibot.understanding.mentors.no_more import says_no_more
from qibot.understanding.phrases.courtesy import names_in, typed
from qibot.understanding.phrases.plainly import names_project
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
_NAME_ALONE = expression(r"\breports?[\s:-]*(?:no\.?|nr\.?|number|num|#)?[\s:.#-]*\d{1,2}", re.IGNORECASE)
_HERE = expression(r"\W*(?:and |but )?here,? (?!is\b|are\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Name:
    """A report as a clause names it."""

    number: int
    clause: str
    named: As


def of_named_report(
    arrival: Arrival, context: Context, case: Case, role: Role, almanac: Almanac, read: Callable[[Context], Event]
) -> tuple[Event, Context]:
    """What `read` makes of the words, in the context of the report that waits and that a mentor's words name where
    their thread's is answered; or the question which of the two they are about."""
    if role is not Role.MENTOR or not _is_answered(case, context.number):
        return read(context), context
    found = _named(arrival, case, context.number, almanac)
    waiting = {n for n in found if n in {r.number for r in case.pending()}}
    if len(waiting) == 1:
        (number,) = waiting
        return _of_waiting(found[number], arrival, context, number, case, almanac, read)
    others = [n for n, names in found.items() if any(x.named is not As.MENTIONED for x in names)]
    return _asked_which_report(read(context), others, arrival, context, case, almanac), context


def _of_waiting(
    names: list[_Name], arrival: Arrival, context: Context, number: int, case: Case, almanac: Almanac,
    read: Callable[[Context], Event],
) -> tuple[Event, Context]:  # fmt: skip
    """What words are that name this one that waits."""
    theirs = replace(context, number=number, heard={})
    told = read(theirs)
    said = typed(arrival.mail)
    if isinstance(told, DateNamed) and told.number == number:
        apart = [one for one in _CLAUSES.split(said) if one not in {x.clause for x in names}]
        if not any(_is_feedback(one, arrival, case) for one in apart):
            return told, theirs
        own = read(context)
        if not isinstance(own, FeedbackReceived | MessageReceived | WhichAsked):
            return told, theirs
        beside = (*own.arrival.beside, replace(told, in_words=True))
        return replace(own, arrival=replace(own.arrival, beside=beside)), context
    if all(one.named is As.MENTIONED for one in names):
        return read(context), context
    if any(one.named is As.ABOUT for one in names):
        if not isinstance(told, FeedbackReceived) or not _says_of_own(said, names, arrival, case):
            return told, theirs
    elif not isinstance(own := read(context), FeedbackReceived):
        return own, context
    return _offering(
        doubtful(arrival, case, context.number, Role.MENTOR, almanac), case, [number, context.number]
    ), context


def _says_of_own(said: str, names: list[_Name], arrival: Arrival, case: Case) -> bool:
    """Whether a sentence before the one that names the other, or one of what is “here”, may be of the thread's own."""
    clauses = _CLAUSES.split(said)
    first = min(clauses.index(one.clause) for one in names)
    return any(_is_feedback(one, arrival, case) for one in clauses[:first]) or any(map(_HERE.match, clauses))


def _is_feedback(clause: str, arrival: Arrival, case: Case) -> bool:
    """Whether it has a word of what a project is made of, isn't of time alone, and compares with no other report."""
    if not names_project(clause) or any(_COMPARED.search(clause[: x.start()]) for x in _NAMES.finditer(clause)):
        return False
    return not says_no_more(replace(arrival.mail, text=clause, html=""), names_in(case))


def _asked_which_report(
    event: Event, others: list[int], arrival: Arrival, context: Context, case: Case, almanac: Almanac
) -> Event:
    """The event; of feedback that names another report than its thread's, both of which are answered, the question
    which of them it is about."""
    if not isinstance(event, FeedbackReceived) or event.unit != case.unit or event.number != context.number:
        return event
    aside = in_passing(typed(arrival.mail))
    others = sorted(n for n in others if case.report(n) and n not in aside)
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


def _named(arrival: Arrival, case: Case, own: int, almanac: Almanac) -> dict[int, list[_Name]]:
    """How the words name reports, where the thread's own isn't among them."""
    clauses = _CLAUSES.split(typed(arrival.mail))
    found = [x for one in clauses for x in _in_clause(one, arrival, case, almanac)]
    if not found:
        last = [(one, m) for one in clauses for m in _LAST.finditer(one)][:1]
        newest = max(_come(case), key=lambda r: r.received).number
        found = [_Name(newest, one, named_as(one, *m.span())) for one, m in last if not _is_compared(one, m)]
    by_number = {n: [x for x in found if x.number == n] for n in sorted({x.number for x in found})}
    return {} if own in by_number else by_number


def _in_clause(clause: str, arrival: Arrival, case: Case, almanac: Almanac) -> Iterator[_Name]:
    cohort, owed = almanac.config.cohorts[case.enrolment.cohort], almanac.owed(case)

    def of_month(text: str) -> list[int]:
        return months_of_reports(text, cohort, case.enrolment, owed)

    def name(number: int, start: int, end: int) -> _Name:
        return _Name(number, clause, named_as(clause, start, end))

    for m in _NAMES.finditer(clause):
        if not _is_compared(clause, m):
            alone = _NAME_ALONE.match(m[0])
            end = m.start() + alone.end() if alone else m.end()
            yield from (name(n, m.start(), end) for n in (*numbers_in(m[0]), *of_month(m[0])))
    if (found := _IN_BRACKETS.search(clause)) is not None:
        yield from (name(n, *found.span()) for n in of_month(f"{found[1]} report"))
    for sent in _SENT.finditer(clause):
        said = read_past(sent["when"] or sent["day"], almanac.day(arrival.arrived))
        if said is not None and not _is_compared(clause, sent):
            yield from (name(r.number, *sent.span()) for r in _come(case) if almanac.day(r.received) == said.day)


def _is_compared(clause: str, found: re.Match[str]) -> bool:
    return _COMPARED.search(clause[: found.start()]) is not None


def _come(case: Case) -> list[Report]:
    return list(case.all(Report).values())
