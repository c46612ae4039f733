"""What becomes of somebody's mail that another one of the programme passes on: the team is asked, with its writer
offered. What one has written to another isn't the sender's report or feedback, and goes to nobody on their word.

| who passes on | whose mail | becomes |
|---|---|---|
| mentor, manager | a practitioner's | a question to the team, the practitioner offered, and not chased meanwhile |
| mentor | in words, without the letter: “Jo has sent me a new version, attached” | the same |
| mentor | another mentor's or a manager's | a question to the team |
| practitioner | a mentor's | the same, the mentor offered |
| practitioner | a manager's, alone | the same |
| anybody | a mail server's | for the team |

Mail that its own writer passes on, or who has it in To or Cc, stays what it is, and so does a stranger's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from qibot.events import (
    Acknowledged,
    AimUnclear,
    Arrival,
    CapacityEnded,
    CommandUnclear,
    ConcernTold,
    ContactReported,
    DateNamed,
    DocumentForgotten,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    ReportReceived,
    ReportsAskedAbout,
    SupportNeeded,
    ToldInConfidence,
    WhichAsked,
)
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Document, Enrolment, Person, Role, Status
from qibot.people import Directory
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import said_in, sentences
from qibot.understanding.names.forwarded import Letter, above_forwarded, letters_in
from qibot.understanding.names.likeness import holds
from qibot.understanding.phrases.languages import opens_as_feedback
from qibot.understanding.reports.theirs import brought_for
from qibot.understanding.senders.places import is_anothers

Hold = Callable[[Enrolment], ReportsAskedAbout | None]
# What is passed on, counted or put aside on the sender's word; all else is the team's alone already, or ordered.
GOES_ON = (
    Acknowledged, CommandUnclear, ContactReported, DateNamed, DocumentForgotten, FeedbackReceived, MessageIgnored,
    MessageReceived, ReportReceived, WhichAsked,
)  # fmt: skip
ORDERED = (ContactReported, DateNamed)  # may be by a word of command: nothing of it goes on
PRIVATE = (AimUnclear, CapacityEnded, ConcernTold, SupportNeeded)
SHORT = 40  # words beside a document in which a mentor says only whose it is
THEIRS = "{sender} passes on a mail of {writer}'s (“{subject}”): is it {writer}'s report?"
SAID = "{sender} says that {writer} sent what comes with it (“{subject}”): is it {writer}'s report?"
TALK = "{sender} passes on a mail of {writer}'s (“{subject}”), and nobody else has seen it"
FEEDBACK = "{sender} passes on a mail of {writer}'s (“{subject}”): is it {writer}'s feedback?"
MACHINES = "{sender} passes on a mail server's notice (“{subject}”) that a mail couldn't be delivered"
_COMMENTS = expression(
    r"\b(?:my|our|feedback|comments?|commented|marked|annotated|notes?|suggest\w*|liked?|even better|edits?|edited"
    r"|track(?:ed)? changes|reviewed)\b",
    re.IGNORECASE,
)
_SENT = (
    r"(?:(?:has|have|had|['’]s|['’]ve|just|only|now|already|accidentally|mistakenly) )*"
    r"(?:sent|e-?mailed|forwarded|gave|given|handed|shared|submitted|returned)\b[^.!?\n]{0,60}"
    r"\b(?:me|us|direct(?:ly)?|by mistake|straight)\b"
)
_COVERS = expression(
    r"\b(?:sen[dt]|e-?mailed|forward\w*|pass\w*|attach\w*|enclos\w*|below|receiv\w*|got|came|fyi|for info\w*|records?"
    r"|log|file|direct(?:ly)?|here (?:is|it|you)|please (?:see|find)|copy(?:ing)?|thanks?|thank you|regards|dear|hi"
    r"|hello|cheers|best|from)\b",
    re.IGNORECASE,
)
_CAPACITY = expression(r"\bcapacity\b", re.IGNORECASE)  # the word of command, which needs no other
_VIA = expression(r" via .", re.IGNORECASE)


def passed_on(event: Event, arrival: Arrival, context: Context, ours: str, hold: Hold) -> Event:
    """The event, or the question to the team about whose mail is passed on. `ours` is the bot's own address."""
    roles, mail = {p.role for p in context.parts}, arrival.mail
    if not roles or not isinstance(event, (*GOES_ON, *PRIVATE, ToldInConfidence)):
        return event
    if isinstance(event, ORDERED) and not mail.sends:
        return event
    letters = letters_in(mail)
    if letters and letters[0].by_machine:
        return _of_machine(event, arrival, context, hold)
    writer = writer_of(letters, context.people, ours) if letters else None
    if writer is None:
        return _said(event, arrival, context, roles, hold)
    if _is_senders(writer, mail.sender or "", context.people) or not set(mail.to).isdisjoint(writer.addresses):
        return event
    return _of_writer(event, arrival, context, roles, writer, hold)


def writer_of(letters: Iterable[Letter], people: Directory, ours: str = "") -> Person | None:
    """Who of the programme's people wrote what is passed on: the first of them, as far as each letter within is passed
    on itself. None where it is a letter of ours, or nobody is known by address or by the whole name."""
    known = known_people(people)
    for letter in letters:
        local, _, domain = ours.partition("@")
        mine = (a.partition("@") for a in letter.addresses)
        if any(a.partition("+")[0] == local and d == domain for a, _, d in mine) or _VIA.search(letter.name):
            return None
        found = [p for p in known if not set(letter.addresses).isdisjoint(p.addresses)]
        found = found or [p for p in known if bears_name(p.name, letter.name)]
        if len({p.address for p in found}) == 1:
            return found[0]
    return None


def known_people(people: Directory) -> list[Person]:
    """Everybody who can be written to, each once."""
    everybody = (p for e in people.enrolments.values() for p in (e.practitioner, e.mentor, e.manager))
    return list({p.address: p for p in everybody if p and p.addresses}.values())


def bears_name(name: str, said: str) -> bool:
    """Whether somebody is called so, in whatever order and with whatever beside: “Smith, Jo (Education)”."""
    return holds(name, said)


def is_colleagues(mail: Mail, people: Directory) -> bool:
    """Whether it comes from an address that the team has said to be a practitioner's, and is written by another: a
    colleague's words aren't the practitioner's own, however often she sends for them."""
    sender = mail.sender or ""
    if people.listed(sender):
        return False
    own = [people.enrolments[u].practitioner for u, role in people.parts(sender).items() if role is Role.PRACTITIONER]
    return bool(own) and all(is_anothers(mail, p.name) for p in own)


def _is_senders(writer: Person, sender: str, people: Directory) -> bool:
    return not people.addresses_of(sender).isdisjoint(writer.addresses)


def _of_writer(event: Event, arrival: Arrival, context: Context, roles: set[Role], writer: Person, hold: Hold) -> Event:
    parts, sender = context.people.parts(writer.address), _name(arrival, context)
    names = {"sender": sender, "writer": writer.name, "subject": arrival.mail.subject}
    own = [context.people.enrolments[u] for u, role in parts.items() if role is Role.PRACTITIONER]
    if Role.PRACTITIONER in roles:
        if own:  # owners.py
            return event
        if Role.MENTOR in parts.values():
            return MessageUnplaced(
                arrival, FEEDBACK.format(**names), offered=writer.address, effects=_confided(event, arrival)
            )
        if isinstance(event, ReportReceived) and not (arrival.mail.sends or links_in(arrival.mail)):
            return MessageUnplaced(arrival, TALK.format(**names), effects=_confided(event, arrival))
        return event
    if not own or not _brings(arrival.mail):
        return (
            event if isinstance(event, (*PRIVATE, ToldInConfidence)) else MessageUnplaced(arrival, TALK.format(**names))
        )
    offered = arrival.mail.sender or "" if opens_as_feedback(above_forwarded(arrival.mail)) else writer.address
    return _asked(event, arrival, THEIRS.format(**names), own, hold, offered)


def _said(event: Event, arrival: Arrival, context: Context, roles: set[Role], hold: Hold) -> Event:
    """What a mentor brings of which the words say that a practitioner of theirs sent it."""
    mail = arrival.mail
    if roles != {Role.MENTOR} or not (mail.sends or links_in(mail)) or any(d.comments for d in mail.files):
        return event
    said = said_in(mail.top, frozenset())
    if len(said.split()) > SHORT or _COMMENTS.search(said):
        return event
    near = [context.case] if context.case else context.cases(Role.MENTOR)
    whom = [c.enrolment for c in near if _says_sent(said, c, alone=len(near) == 1)]
    if len(whom) != 1:
        return event
    names = {"sender": _name(arrival, context), "writer": whom[0].practitioner.name, "subject": mail.subject}
    return _asked(event, arrival, SAID.format(**names), whom, hold, whom[0].practitioner.address)


def _says_sent(said: str, case: Case, *, alone: bool) -> bool:
    name = case.enrolment.practitioner.name
    called = "|".join(re.escape(x) for x in (name, *name.split()[:1]) if x)
    whom = rf"(?:{called}|my practitioner" + ("|she|he|they)" if alone or re.search(called, said) else ")")
    if re.search(rf"\b{whom}(?: |(?=['’])){_SENT}", said, re.IGNORECASE):
        return True
    return brought_for(said, case.enrolment)


def _asked(
    event: Event, arrival: Arrival, cause: str, own: list[Enrolment], hold: Hold, offered: str
) -> MessageUnplaced:
    held = tuple(x for e in own if e.status is Status.ACTIVE and (x := hold(e)) is not None)
    if isinstance(event, CapacityEnded):
        event = SupportNeeded(arrival, own[0].unit, 0, above_forwarded(arrival.mail), read="weights")
        ends = _CAPACITY.search(event.words) is not None
    else:
        ends = False
    kept = (
        (event,) if isinstance(event, SupportNeeded | ToldInConfidence) and (ends or not _covers(arrival.mail)) else ()
    )
    return MessageUnplaced(arrival, cause, offered=offered, effects=(*kept, *held))


def _covers(mail: Mail) -> bool:
    """Whether the words above say no more than what is passed on."""
    said = said_in(above_forwarded(mail), frozenset())
    return len(said.split()) <= SHORT and all(_COVERS.search(x) or len(x.split()) <= 2 for x in sentences(said))


def _confided(event: Event, arrival: Arrival) -> tuple[ToldInConfidence, ...]:
    """What a practitioner says for the team alone beside what is passed on."""
    if isinstance(event, ToldInConfidence) and not _covers(arrival.mail):
        return (event,)
    if not isinstance(event, ReportReceived) or not event.apart or _covers(arrival.mail):
        return ()
    words = above_forwarded(arrival.mail)
    return (ToldInConfidence(arrival, event.unit, event.number, Role.PRACTITIONER, words, event.apart, silent=True),)


def _of_machine(event: Event, arrival: Arrival, context: Context, hold: Hold) -> Event:
    """A mail server's notice that is passed on; a document beside it stays what it is."""
    mail = arrival.mail
    if isinstance(event, (*PRIVATE, ToldInConfidence)) or any(not _is_mail(d) and not d.within for d in mail.files):
        return event
    own = [c.enrolment for c in context.cases(Role.PRACTITIONER)] if any(not _is_mail(d) for d in mail.sends) else []
    held = tuple(x for e in own if (x := hold(e)) is not None)
    return MessageUnplaced(arrival, MACHINES.format(sender=_name(arrival, context), subject=mail.subject), effects=held)


def _is_mail(d: Document) -> bool:
    return d.content_type.startswith("message/") or d.name.lower().endswith(".eml")


def _brings(mail: Mail) -> bool:
    """Whether what is passed on may be a report: it has a document or a link, or says that it is one."""
    return bool(mail.sends or links_in(mail)) or re.search(r"\breports?\b", mail.subject, re.IGNORECASE) is not None


def _name(arrival: Arrival, context: Context) -> str:
    """What the sender is called, as the team knows them."""
    sender = arrival.mail.sender or ""
    people = (p for x in context.parts for e in [x.case.enrolment] for p in (e.practitioner, e.mentor, e.manager))
    return next((p.name for p in people if p and sender in p.addresses), arrival.mail.sender_name or sender)


def without_covering(mail: Mail, person: str, people: Directory) -> Mail:
    """A mail that has been made this person's who wrote what it passes on, without the words above that: where it
    brings no document, they would go on as theirs."""
    letters = letters_in(mail)
    if mail.sends or not letters or not letters[0].body:
        return mail
    writer = writer_of(letters[:1], people)
    if writer is None or person not in writer.addresses:
        return mail
    return replace(mail, text=letters[0].body, html="", subject=letters[0].subject or mail.subject)
