"""What stands below a command is read as any mail is, so that what is for the team alone is heard, and nothing lost.

| the command | what stands below it |
|---|---|
| passes it on (`FEEDBACK`, `MESSAGE`, `QUESTION`) | goes on; where it is plainly for the team, its writer is asked |
| tells the team (`TEAM`, `NEEDS SUPPORT` …) | goes along |
| does something else (`EXPECT`, `HELP` …) | for the team: to it alone, beside what the command does |
| the same | a message: passed on beside what is between the pair, else to the team |
| can't be carried out | counts instead, where it is for the team |
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    AbsenceNoted,
    AimUnclear,
    Arrival,
    CapacityEnded,
    CircumstancesReported,
    CommandUnclear,
    ConcernTold,
    ContactReported,
    DateNamed,
    DocumentForgotten,
    Event,
    FeedbackReceived,
    HelpAsked,
    MessageReceived,
    OrderDoubted,
    Reclassified,
    SupportNeeded,
    ToldAfterAll,
    ToldInConfidence,
    UndoOrdered,
    WhichAsked,
    WhyAsked,
)
from qibot.expression import expression
from qibot.message import PREFILLED, Mail, told_apart, words_apart
from qibot.model import DESK, ITEM, Case, Letter, Quarantined, Role
from qibot.people import name_words
from qibot.understanding.commands.given import Given, first_line, plain_line
from qibot.understanding.commands.table import WORDS
from qibot.understanding.hearing.said_by import said_by
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.mentors.confided import HINTED, SURE, is_private_beside
from qibot.understanding.mentors.fresh import fresh_from_mentor
from qibot.understanding.mentors.perhaps_away import may_be_away
from qibot.understanding.names.naming import speaks_of
from qibot.understanding.reports.sending import FOR_TEAM

PASSES_ON = FeedbackReceived | MessageReceived
DOES = (
    DateNamed, ContactReported, Reclassified, HelpAsked, WhyAsked, UndoOrdered, AbsenceNoted, ToldAfterAll,
    OrderDoubted, DocumentForgotten,
)  # fmt: skip
TO_THE_PAIR = DateNamed | ContactReported | Reclassified
TOLD = SupportNeeded | AimUnclear | CapacityEnded | ConcernTold | ToldInConfidence | CircumstancesReported
BESIDE = "it stands beside a command"
TO_QUESTION = "it answers our question what an earlier mail is"
UNSEEN = "nobody else has seen it"
_SENDS = expression(r"mentors\b", re.IGNORECASE)  # the command whose words are what it does
STRAY = 8  # words that are a remark on the command


def with_words(event: Event, arrival: Arrival, context: Context, matter: Case, role: Role, almanac: Almanac) -> Event:
    """The command's event with what stands below it, or what that is instead."""
    if role is Role.TEAM or not isinstance(event, (*DOES, FeedbackReceived, MessageReceived, CommandUnclear)):
        return event
    line = plain_line(context.order) or first_line(arrival.mail.top)
    given = Given(arrival, matter, context.number, role, "", almanac, line, context)
    if not given.words or (isinstance(event, CommandUnclear) and _is_private(line)):
        return event
    if isinstance(event, OrderDoubted) and _SENDS.match(line):  # its words wait with it
        return event
    unclear = isinstance(event, CommandUnclear)
    unseen = isinstance(event, CommandUnclear) and UNSEEN in event.fault
    rest = arrival if unclear else replace(arrival, mail=_below(arrival, line, context))
    case = _case_of(event, matter, context, role)
    if case is None:
        return _of_nobody(event, rest, context, role, almanac)
    number, answered = getattr(event, "number", 0), answered_letter(arrival, case)
    within = replace(context, number=number, order="", heard={})
    if isinstance(event, PASSES_ON):
        private = _is_plainly_private(meant(rest, within, case, role, answered), role)
        return doubtful(arrival, case, number, role, almanac) if private else event
    read = _read(rest, within, case, role, answered, almanac)
    if unclear and isinstance(read, TOLD):
        return read
    words = words_apart(rest.mail, case).strip()
    told = ToldInConfidence(arrival, case.unit, number, role, words, BESIDE, silent=True)
    if isinstance(read, CircumstancesReported):
        return _with(event, replace(read, arrival=arrival))
    if isinstance(event, ToldAfterAll) or isinstance(read, TOLD):
        return _with(event, told)
    if unseen:
        return event
    day = isinstance(event, ContactReported) and isinstance(read, CommandUnclear | DateNamed)
    asked = isinstance(read, WhichAsked) and not _says_why(event, rest, within, case, answered)
    if day or asked:  # it may be anybody's day, and why
        return _with(event, told)
    if isinstance(read, PASSES_ON) and len(given.words.split()) >= STRAY:
        passed_on = MessageReceived(arrival, case.unit, number, role)
        return _with(event, passed_on if isinstance(event, TO_THE_PAIR) else told)
    return event


def _says_why(event: Event, rest: Arrival, context: Context, case: Case, answered: Letter | None) -> bool:
    """Whether what stands beside a mentor's new day is but that they are away until then."""
    if not isinstance(event, DateNamed):
        return False
    found = meant(rest, context, case, Role.MENTOR, answered)
    return may_be_away(rest.mail, found, name_words([case.enrolment.practitioner]))


def _is_private(line: str) -> bool:
    """Whether the command is a private one, so that nobody sees its mail till its writer has mended it."""
    return any(word.private and word.behind(line) is not None for word in WORDS)


def with_circumstances(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """An answer to a question of ours in somebody's own words, and with it these words for the team, or why a
    practitioner can't, if it says so."""
    cases = context.cases(Role.PRACTITIONER)
    if len(cases) == 1:
        within, alone = replace(context, order="", heard={}), _without_our_letter(arrival, context)
        read = _read(alone, within, cases[0], Role.PRACTITIONER, None, almanac)
        if isinstance(read, CircumstancesReported):
            return _with(event, replace(read, arrival=arrival))
    told = _told_of_item(arrival, context)
    return event if told is None else _with(event, told)


def _without_our_letter(arrival: Arrival, context: Context) -> Arrival:
    """The mail without our question, where it quotes that: no letter of the enrolment in which it is read."""
    mail = arrival.mail
    quotes = told_apart(mail, context.desk)[0].strip() == mail.top.strip()
    return replace(arrival, mail=replace(mail, text=mail.top, html="")) if quotes else arrival


def _told_of_item(arrival: Arrival, context: Context) -> ToldInConfidence | None:
    """The words of an answer to our question, in the enrolment of which that was. Of one that may be about several in
    that of the one whom they name, else of the first that it offered."""
    item = context.desk.get(Quarantined, context.item.removeprefix(ITEM))
    asked = dict.fromkeys(c.unit for c in item.choices if c.unit) if item else {}
    parts = [p for unit in asked for p in context.parts if p.case.unit == unit]
    if not parts:
        return None
    named = [p for p in parts if speaks_of(p.case.enrolment.practitioner, arrival.mail.top)]
    part = (named if len({p.case.unit for p in named}) == 1 else parts)[0]
    words = words_apart(arrival.mail, part.case).strip()
    return ToldInConfidence(arrival, part.case.unit, 0, part.role, words, TO_QUESTION, silent=True)


def _with(event: Event, beside: Event) -> Event:
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, beside)))


def _below(arrival: Arrival, line: str, context: Context) -> Mail:
    """The mail without the command: its first line, or what a link of ours has put into subject and text."""
    mail = arrival.mail
    if context.order:
        return replace(mail, subject="", text=mail.text.replace(PREFILLED, "").strip("\n"))
    lines = mail.text.split("\n")
    place = next((n for n, x in enumerate(lines) if plain_line(x) == line), None)
    return mail if place is None else replace(mail, text="\n".join(lines[place + 1 :]).strip("\n"))


def _case_of(event: Event, matter: Case, context: Context, role: Role) -> Case | None:
    """The enrolment of which the words are taken to speak: the command's, the matter's, or the sender's only one."""
    unit = getattr(event, "unit", DESK)
    cases = [c for c in (matter, *(p.case for p in context.parts)) if c.unit != DESK]
    own = [c for c in cases if c.unit == unit] or ([matter] if matter.unit != DESK else context.cases(role))
    return own[0] if own and len({c.unit for c in own}) == 1 else None


def _read(
    rest: Arrival, context: Context, case: Case, role: Role, answered: Letter | None, almanac: Almanac
) -> Event | None:
    return None if role is Role.TEAM else said_by(rest, context, case, role, answered, almanac)


def _of_nobody(event: Event, rest: Arrival, context: Context, role: Role, almanac: Almanac) -> Event:
    """Words of a mentor of several, beside a command about none of these: to the team with all whom they may be about,
    unless they are but thanks or news of the day that the command names."""
    cases = context.cases(role) if role is Role.MENTOR else []
    if not cases or (isinstance(event, CommandUnclear) and UNSEEN in event.fault):
        return event
    read = fresh_from_mentor(rest, replace(context, order="", heard={}), almanac)
    if not isinstance(read, TOLD | WhichAsked | PASSES_ON):
        return event
    mentor, names = cases[0].enrolment.mentor, tuple(c.enrolment.practitioner.name for c in cases)
    words = words_apart(rest.mail, cases[0]).strip()
    address = mentor.address or event.arrival.mail.sender or ""
    return _with(event, ConcernTold(event.arrival, mentor.name, address, names, words, read=BESIDE))


def _is_plainly_private(found: Meaning, role: Role) -> bool:
    """Whether words that are to be passed on bear a mark of privacy, or are surely for the team alone."""
    kinds = ("private",) if role is Role.MENTOR else FOR_TEAM
    if found.mark or found.cut or any(is_private_beside(x) for x in found.beside):
        return True
    if role is Role.MENTOR and found.only_feedback:
        return False
    return found.of(*kinds) >= SURE or found.aside(*kinds) >= HINTED
