"""What a mentor's plain words become, by what they mean (programme.md, 3a): the table of meanings, costs in view.

| they mean | becomes | an error costs |
|---|---|---|
| private | to the team alone | the worst: a word reaches whom it wasn't for |
| may be private, a machine's | the mentor is asked, nobody sees it | least: a question |
| delay, with its day | the new day | a chase |
| message | passed on to the practitioner alone; the report stays open | a report counts as answered |
| feedback, all else | None: as before | |
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import (
    Arrival,
    CommandUnclear,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageReceived,
    MessageUnplaced,
    SupportNeeded,
)
from qibot.message import own_words, told_apart, words_apart, words_below
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.context import Context
from qibot.understanding.courtesy import is_acknowledgement, is_promise, is_short, names_in
from qibot.understanding.dates import read_date
from qibot.understanding.meaning.features import Setting, sentences
from qibot.understanding.meaning.meaning import Meaning, marked, meaning

_MINE = re.compile(r"\b(?:i|i'll|i'm|i'd|my)\b", re.IGNORECASE)  # who says by when, and not what to expect
_BELOW = re.compile(r"\b(?:below|in-?line|in line)\b", re.IGNORECASE)  # the feedback stands between the lines
BELOW = 12  # words of what mail programs write below a short answer
FARTHEST = timedelta(days=90)  # a day named for feedback beyond it is no promise
ANSWERS = {
    "forward_report": "report",
    "remind_feedback": "reminder",
    "relay_message": "message",
    "nudge_contact": "nudge",
}
INSTEAD = "the same words again with FEEDBACK, MESSAGE or NEEDS SUPPORT alone on the first line"


def of_mentor(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """What a mentor's reply is: by what its words mean, else feedback where a report stands in the matter."""
    if _acknowledges(arrival, case, answered):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    if (said := _meant_in_thread(arrival, context, case, answered, almanac)) is not None:
        return said
    if case.report(context.number):
        return FeedbackReceived(arrival, case.unit, context.number)
    return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)


def _acknowledges(arrival: Arrival, case: Case, answered: Letter | None) -> bool:
    """Whether a mentor only answers a reminder or our word that something was done, thanks, or promises feedback."""
    names = names_in(case)
    reminded = answered is not None and answered.name == "remind_feedback"
    done = answered is not None and answered.name == "confirm_command" and not answered.reason
    polite = is_acknowledgement(arrival.mail, names) or is_promise(arrival.mail, names)
    if arrival.mail.sends or not (polite or (is_short(arrival.mail) and (reminded or done))):
        return False
    more = len(told_apart(arrival.mail, case)[0].split()) - len(arrival.mail.top.split())
    return more <= BELOW  # else more may be typed into the quotation


def _meant_in_thread(
    arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac
) -> Event | None:
    """The event of a mentor's words in a matter; None where they are feedback or can't be told from it."""
    meant = _meant(arrival, context, case, answered)
    if (kept := _kept_in(arrival, case, context.number, meant)) is not None:
        return kept
    report = case.report(context.number)
    if arrival.mail.sends or report is None or report.answered is not None:
        return None
    if meant.kind == "delay" and (day := _day(arrival, almanac)) is not None:
        return DateNamed(arrival, case.unit, context.number, day)
    if meant.kind == "message" and not _BELOW.search(arrival.mail.own_text):
        return MessageReceived(arrival, case.unit, context.number, Role.MENTOR)
    return None


def fresh(arrival: Arrival, context: Context) -> Event | None:
    """The same in a mail that answers nothing: a private word is kept in, whomever it is about."""
    cases = context.cases(Role.MENTOR)
    if not cases:
        return None
    said = set(arrival.mail.own_text.casefold().replace("’", "'").replace("'s", " ").split())
    named = [c for c in cases if name_words([c.enrolment.practitioner]) & {w.strip(".,;:!?()") for w in said}]
    about = named[0] if len(named) == 1 else cases[0] if len(cases) == 1 else None
    meant = _meant(arrival, context, about or cases[0], None)
    if about is not None:
        return _kept_in(arrival, about, 0, meant)
    if meant.kind in ("private", "ask"):  # there is nobody in particular to ask about
        return MessageUnplaced(arrival, "it may be a mentor's word for the team alone, and nobody else has seen it")
    return None


def _kept_in(arrival: Arrival, case: Case, number: int, meant: Meaning) -> Event | None:
    name = case.enrolment.practitioner.name
    if meant.kind == "private":
        words = words_apart(arrival.mail, case).strip()
        return SupportNeeded(arrival, case.unit, number or _last(case), words, read=meant.because)
    if meant.kind in ("ask", "machine"):
        fault = f"I can't tell whether this is for {name} or for the Community Planning team alone; nobody has seen it"
        return CommandUnclear(arrival, case.unit, number, Role.MENTOR, fault, INSTEAD, case.enrolment.mentor.name)
    return None


def _meant(arrival: Arrival, context: Context, case: Case, answered: Letter | None) -> Meaning:
    mail, enrolment = arrival.mail, case.enrolment
    others = [c.enrolment.practitioner for c in context.cases(Role.MENTOR) if c.unit != case.unit]
    names = {
        **dict.fromkeys(name_words(others), "OTHER"),
        **dict.fromkeys(("team", "community", "planning"), "TEAM"),
        **dict.fromkeys(name_words([enrolment.manager] if enrolment.manager else []), "MGR"),
        **dict.fromkeys(name_words([enrolment.mentor]), "MENT"),
        **dict.fromkeys(name_words([enrolment.practitioner]), "PRAC"),
    }
    answers = ANSWERS.get(answered.name, "report") if answered else "fresh" if not context.number else "report"
    setting = Setting(names, answers, bool(mail.sends))
    return marked(words_below(mail, case), setting) or meaning(own_words(mail, case), setting)


def _day(arrival: Arrival, almanac: Almanac) -> date | None:
    today = almanac.day(arrival.arrived)
    for one in sentences(arrival.mail.top):
        said = read_date(one, today) if _MINE.search(one) else None
        if said is not None and today <= said.day <= today + FARTHEST:
            return said.day
    return None


def _last(case: Case) -> int:
    """The last report that came in, else the first."""
    return max((s.number for s in case.pending()), default=1)
