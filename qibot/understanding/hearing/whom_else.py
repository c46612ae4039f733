"""Whom else a mail in one matter may be for, or about, than those who would get it: one look for every role.

People answer the letter that lies on top. So a mail may call somebody of another matter in which its sender has a part,
somebody whom it has in copy, or anybody; or it tells of one practitioner in another one's matter.

| it | becomes |
|---|---|
| calls somebody of another matter of its sender's, or who is in copy, or greets anybody else | its writer is asked |
| has a part, a title, a file for another of the mentor's | the same |
| speaks of another practitioner of the sender's alone | what it is there, if that is for the team; else asked |
| lets out, amid a mentor's words, what befell another, themselves, or the team (let_out.py) | asked |
| speaks of its reader as of a third person: “is Ann OK?” (third_person.py) | asked |
| asks, in a mentor's words, what only the programme can answer (to_programme.py) | asked |
| speaks of its reader behind an aside: “Jo, as you know, isn't coping” (in_aside.py) | asked |
| tells a mentor what befell a practitioner's colleague | asked; beside a report its words are the team's |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    AimUnclear,
    Arrival,
    CapacityEnded,
    CircumstancesReported,
    CommandUnclear,
    ContactReported,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageReceived,
    ReportReceived,
    SupportNeeded,
    ToldInConfidence,
    WhichAsked,
)
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Choice, Enrolment, Letter, Person, Role, Status
from qibot.understanding.hearing.written_to import To, written_to
from qibot.understanding.managers.words import for_the_team
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.doubt import aside_first, doubtful
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, folded
from qibot.understanding.meaning.people import ORDINARY
from qibot.understanding.mentors.confided import kept_in
from qibot.understanding.names.bearers import MONTHS, tokens
from qibot.understanding.names.in_aside import is_spoken_of_in_aside
from qibot.understanding.names.naming import (
    greeted,
    greets,
    greets_stranger,
    hailed_in,
    is_called,
    is_like,
    names_of_person,
    words_of,
)
from qibot.understanding.persons.addressed import is_for_another
from qibot.understanding.persons.let_out import lets_out
from qibot.understanding.persons.spoken_of import tells_of_colleague
from qibot.understanding.persons.spoken_to import have_it, speaker_of
from qibot.understanding.persons.third_person import asks_after_mentor, speaks_past_reader
from qibot.understanding.persons.to_all import speaks_to_all
from qibot.understanding.persons.to_programme import is_to_programme
from qibot.understanding.phrases.compared import only_compares
from qibot.understanding.phrases.pointed import only_points_to
from qibot.understanding.reports.said_jointly import says_joint

FOR_ONE = FeedbackReceived | MessageReceived | DateNamed | ContactReported | CommandUnclear
CONCERNS = SupportNeeded | AimUnclear | CapacityEnded
KEPT = SupportNeeded | AimUnclear | CapacityEnded | CircumstancesReported | ToldInConfidence
_TO_THEM = expression(r"\b(?:you|your|yours|you['’]\w+)\b", re.IGNORECASE)
_HAVE_ALREADY = expression(
    r"\b(?:I|we)(?:['’]ve| (?:already |still )?(?:have|mentor|look after))(?: already| still| got)* [A-Z]"
)
_CAPITAL = expression(r"(?<![.!?:\n] )(?<!^)\b[^\W\d_]+(?:-[^\W\d_]+)*", re.MULTILINE)  # no sentence's first word


def told_elsewhere(
    event: Event, arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None, almanac: Almanac
) -> Event:
    """The event; of what speaks of another practitioner of its sender's instead of this one what it is in that one's
    matter, where that is for the team, else the question for whom it is. Beside “you” it is said to who reads it, and
    asked about where it would be for the team; a friendly word of another one's work is amid feedback no more."""
    if role is Role.PRACTITIONER and isinstance(event, KEPT):
        return event
    if role is Role.MENTOR and isinstance(event, KEPT) and _tells_whom_they_have(arrival.mail, answered):
        return event
    about = spoken_of_instead(arrival.mail, context, case, role)
    if about and role is Role.MENTOR and isinstance(event, FeedbackReceived):
        found = meant(arrival, context, case, role, answered)
        about = [p for p in about if p.role is not Role.MENTOR or not only_compares(found)]
    if about and role is Role.MENTOR and isinstance(event, MessageReceived) and answered is not None:
        found = meant(arrival, context, case, role, answered)
        about = [] if answered.name == "relay_message" and only_points_to(found) else about
    said = arrival.mail.own_text[:MOST_CHARACTERS]
    to_them = speaks_to_all(said) if role is Role.MANAGER else _TO_THEM.search(said) is not None
    kept = kept_there(arrival, context, about[0], almanac) if len(about) == 1 else None
    if kept is not None and (isinstance(event, KEPT) or not (to_them or isinstance(event, FeedbackReceived))):
        return kept
    asks = MessageReceived | ContactReported | DateNamed if role is not Role.MANAGER else MessageReceived | KEPT
    speaks = bool(about) and not to_them and isinstance(event, asks)
    if not speaks and (kept is None or not isinstance(event, FOR_ONE)):
        return event
    return asked_for_whom(arrival, context, case, role, [(p, None) for p in about], almanac)


def _tells_whom_they_have(mail: Mail, answered: Letter | None) -> bool:
    """Whether who hears whose mentor they are now says whom they mentor already: that is no word about that one."""
    told = answered is not None and answered.name == "tell_new_mentor"
    return told and _HAVE_ALREADY.search(mail.own_text[:MOST_CHARACTERS]) is not None


def for_others(
    event: Event, arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None, almanac: Almanac
) -> Event:
    """The event; the question for whom it is, where the table above says so. Of a report that tells what befell a
    colleague the words are for the team alone. What all its readers have already, and what is for the team, goes on."""
    mail = arrival.mail
    if (
        isinstance(event, ReportReceived)
        and not (event.apart or says_joint(mail))
        and tells_of_colleague(mail, context, case)
    ):
        return replace(event, apart="private", beside=tuple(replace(x, apart="private") for x in event.beside))
    doubted = isinstance(event, WhichAsked) and event.doubt
    if not (doubted or isinstance(event, FOR_ONE | CONCERNS)) or have_it(event, case, role):
        return event
    called = called_elsewhere(mail, context, case)
    if doubted:  # who is called is offered, too
        return asked_for_whom(arrival, context, case, role, called, almanac) if called else event
    if isinstance(event, CONCERNS):  # “Hi Ann, my head went mad” may be a practitioner's word to their own mentor
        own = [(p, one) for p, one in called if p.role is Role.PRACTITIONER]
        return asked_for_whom(arrival, context, case, role, own, almanac) if own else event
    found = meant(arrival, context, case, role, answered)
    others = [c.enrolment for c in context.cases(Role.MENTOR, tuple(Status)) if c.unit != case.unit]
    parts = role is Role.MENTOR and is_for_another(mail, case.enrolment, others, found)
    if called or parts or calls_stranger(mail, context, case, found):
        return asked_for_whom(arrival, context, case, role, called, almanac)
    to_manager = speaker_of(arrival, case, answered) is Role.MANAGER  # for whom that is asks spoken_to.py
    about_them = not to_manager and speaks_past_reader(event, mail, case, found, answered)
    if written_to(mail, case, role, context, almanac) is To.US:  # the team, to whom it is written, has it already
        about_them = about_them or is_to_programme(event, mail, case, found, answered)
    if role is Role.MENTOR and (about_them or lets_out(event, mail, context, case, found)):
        return doubtful(arrival, case, context.number, role, almanac)
    reader = {Role.MENTOR: case.enrolment.practitioner, Role.PRACTITIONER: case.enrolment.mentor}.get(role)
    passed = isinstance(event, FeedbackReceived | MessageReceived) and not have_it(event, case, role)
    if passed and reader is not None and is_spoken_of_in_aside(mail.own_text, reader):
        return doubtful(arrival, case, context.number, role, almanac)
    asks = role is Role.PRACTITIONER and isinstance(event, MessageReceived)
    if asks and asks_after_mentor(event, mail, case, found):
        return aside_first(doubtful(arrival, case, context.number, role, almanac))
    if asks and tells_of_colleague(mail, context, case):
        return doubtful(arrival, case, context.number, role, almanac)
    return event


def called_elsewhere(mail: Mail, context: Context, case: Case) -> list[tuple[Part, Person]]:
    """Who is called or greeted by name and has no part here, but in another matter in which the sender has one."""
    text, here = mail.own_text[:MOST_CHARACTERS], called_here(case)
    said, hailed = words_of(text), {x for w in greeted(mail.own_text) for x in words_of(w)}
    found: list[tuple[Part, Person]] = []
    for part in context.parts:
        for one in _others_in(part, mail, context, case):
            names = (names_of_person(one) - here) & said  # each one's own look costs
            if names & hailed or is_called(names, text):
                found.append((part, one))
    return found


def calls_stranger(mail: Mail, context: Context, case: Case, found: Meaning) -> bool:
    """Whether it greets somebody who has no part here, or calls, where a sentence opens, somebody of the programme or
    in copy; a name that opens the mail itself needs no record."""
    here, text = called_here(case), mail.own_text[:MOST_CHARACTERS]
    if greets_stranger(text, here | _initial(context, case), plainly=True):
        return True
    hailed = hailed_in(text)
    called = {x for x in hailed if x not in MONTHS and not any(is_like(x, name) for name in here)}
    if not called:
        return False
    if hailed[0] in called and text.lstrip()[:1].isupper() and found.told and "SOMEBODY-V" in found.told[0].words:
        return True
    copied = {x for a in mail.to for x in tokens(a.partition("@")[0]) if len(x) > 1}
    return bool(called & copied) or bool(context.people.having(called, _firsts))


def spoken_of_instead(mail: Mail, context: Context, case: Case, role: Role) -> list[Part]:
    """The sender's parts in other matters of whose practitioners it speaks, where it names this one nowhere."""
    text, here = mail.own_text[:MOST_CHARACTERS], called_here(case)
    own = case.enrolment.practitioner
    around = frozenset().union(*(names_of_person(p) for p in _people(case) if p != own))
    if (names_of_person(own) - around) & words_of(text):
        return []
    if role is Role.PRACTITIONER and greets(case.enrolment.mentor, text):
        return []
    said = plain_names(text)
    others = [p for p in context.parts if p.case.unit != case.unit and p.role in (Role.MENTOR, Role.MANAGER)]
    return [p for p in others if (names_of_person(p.case.enrolment.practitioner) - here) & said]


def asked_for_whom(
    arrival: Arrival,
    context: Context,
    case: Case,
    role: Role,
    others: Sequence[tuple[Part, Person | None]],
    almanac: Almanac,
) -> WhichAsked:
    """The question to its writer: for whom of the other matters it is, or for those of this one."""
    here = doubtful(arrival, case, context.number, role, almanac)
    theirs = dict.fromkeys(c for part, one in others for c in _for_them(arrival, part, one, almanac))
    choices = (*here.choices[:-1], *theirs, here.choices[-1])  # the team is the last
    return replace(here, choices=choices, labels=tuple(c.label for c in choices))


def _for_them(arrival: Arrival, part: Part, one: Person | None, almanac: Almanac) -> Iterator[Choice]:
    """What it may be in another matter: for the one who is called, if the sender's words can reach them there."""
    e = part.case.enrolment
    if part.case.enrolment.status is not Status.ACTIVE:
        return
    if part.role is Role.MENTOR and one in (None, e.practitioner):
        number = next((r.number for r in part.case.pending()), 0)
        yield from (
            c for c in doubtful(arrival, part.case, number, Role.MENTOR, almanac).choices if c.kind != "private"
        )
    elif part.role is Role.MANAGER and one is None:
        yield doubtful(arrival, part.case, 0, Role.MANAGER, almanac).choices[0]
    else:
        known = {Role.PRACTITIONER: e.practitioner, Role.MENTOR: e.mentor, Role.MANAGER: e.manager}
        to = next((r for r, p in known.items() if p is not None and p == one and r is not part.role), None)
        if one is not None and to is not None and part.role is not Role.MENTOR:
            yield Choice("message", part.case.unit, 0, f"It is a message to {one.name}, and to nobody else", to=to)


def kept_there(arrival: Arrival, context: Context, part: Part, almanac: Almanac) -> Event | None:
    """What it is in the matter of the one of whom it speaks, where that is for the team alone."""
    found = meant(arrival, context, part.case, part.role, None)
    if part.role is Role.MANAGER:
        kept = for_the_team(arrival, part.case, 0, found, almanac)
    else:
        kept = kept_in(arrival, context, part.case, 0, found, almanac)
    return kept if isinstance(kept, KEPT) else None


def _others_in(part: Part, mail: Mail, context: Context, case: Case) -> list[Person]:
    """The people of another matter of the sender's, but for the sender and who has a part here, too."""
    if part.case.unit == case.unit:
        return []
    here = {a for p in _people(case) for a in p.addresses}
    here |= {mail.sender or "", *context.people.addresses_of(mail.sender or "")}
    return [p for p in _people(part.case) if here.isdisjoint(p.addresses)]


def _people(case: Case) -> list[Person]:
    e = case.enrolment
    return [p for p in (e.practitioner, e.mentor, e.manager) if p is not None]


def called_here(case: Case) -> frozenset[str]:
    """What the people of this matter are called."""
    return frozenset().union(*(names_of_person(p) for p in _people(case)))


def _initial(context: Context, case: Case) -> frozenset[str]:
    """The letter by which a mentor may greet the practitioner (“Hi J”); none where it may be somebody else's, too."""
    mentored = context.cases(Role.MENTOR)
    if not any(c.unit == case.unit for c in mentored):
        return frozenset()
    own, around = case.enrolment.practitioner, [c.enrolment.practitioner for c in mentored if c.unit != case.unit]
    others = [p for p in (*_people(case), *around) if p.addresses != own.addresses]
    return frozenset({own.name[:1].casefold()} - {p.name[:1].casefold() for p in others})


def plain_names(text: str) -> set[str]:
    """The words of a text that may name somebody: one that is a word, too, has its capital within a sentence."""
    plain = folded(text)
    shown = {w.casefold() for w in _CAPITAL.findall(plain) if w[0].isupper()}
    return {w for w in words_of(text) if w not in ORDINARY or w in shown}


def _firsts(e: Enrolment) -> set[str]:
    """The first names of an enrolment's people."""
    named = [tokens(p.name) for p in (e.practitioner, e.mentor, e.manager) if p is not None]
    return {words[0] for words in named if words}
