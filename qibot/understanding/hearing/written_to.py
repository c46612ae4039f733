"""Whom a mail speaks to where the programme's mailbox is but in copy (programme.md, 3a).

| in To stands | talk | a document |
|---|---|---|
| the mailbox, or who would get it from us | as ever | as ever |
| the mailbox, and the manager whom a mentor writes to without the practitioner | its writer is asked | as ever |
| the team | they have it already; feedback is asked about | a report where it plainly is one, else asked |
| somebody else, and the mailbox in Cc | its writer is asked | the same |

What is for the team alone, what orders something and what is asked about anyway stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    Arrival,
    ContactReported,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    ReportReceived,
)
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import ANOTHERS, Case, Person, Role
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.names.naming import greets

WITH_THE_TEAM = "it is written to the team, who have it, with the bot in copy"
TO_ANOTHER = "it thanks somebody else, with the bot in copy"
_REPORT = expression(r"\b(?:reports?|charter|pdsa)\b", re.IGNORECASE)
_NOT_YET = expression(
    r"\?(?=\s|$)|\bdrafts?\b|\bbefore (?:I|we|it)\b|\b(?:not|isn['’]t) (?:yet )?(?:the )?(?:final|finished|ready)\b"
    r"|\b(?:check|proof\w*|look (?:at|over|through)|your (?:thoughts|comments|view))\b",
    re.IGNORECASE,
)


class To(Enum):
    """Who is spoken to."""

    US = "the mailbox, or who would get it from us"
    TEAM = "the team"
    OTHERS = "somebody else"


def as_written_to(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The event, or what becomes of it because its mail speaks to somebody who isn't reached through the mailbox."""
    passes = FeedbackReceived | MessageReceived | DateNamed | ContactReported | Acknowledged | ReportReceived
    if not isinstance(event, passes):
        return event
    case = next((p.case for p in context.parts if p.case.unit == event.unit), None)
    role = _role(event)
    if case is None or role is Role.TEAM or _has_it_alone(event, arrival.mail, case):
        return event
    if role is Role.MENTOR and isinstance(event, MessageReceived) and _leaves_out(event, arrival.mail, case):
        return _to_others(event, arrival, case, role, almanac)
    match written_to(arrival.mail, case, role, context, almanac):
        case To.US:
            return event
        case To.TEAM:
            return _with_the_team(event, arrival, case, role, almanac)
        case To.OTHERS:
            return _to_others(event, arrival, case, role, almanac)


def _leaves_out(event: MessageReceived, mail: Mail, case: Case) -> bool:
    """Whether a mentor's message is written to the manager, beside the mailbox, and the practitioner, whom it doesn't
    greet, stands nowhere: it goes to nobody by itself."""
    e, to = case.enrolment, set(mail.to)
    if e.manager is None or event.to is not None or to & set(e.practitioner.addresses):
        return False
    return bool(set(mail.written_to) & set(e.manager.addresses)) and not greets(e.practitioner, mail.top)


def _has_it_alone(event: Event, mail: Mail, case: Case) -> bool:
    """Whether it is a word to the manager alone, who has it."""
    manager = case.enrolment.manager
    alone = isinstance(event, MessageReceived) and event.to is Role.MANAGER and manager is not None
    return alone and manager is not None and bool(set(manager.addresses) & set(mail.written_to))


def written_to(mail: Mail, case: Case, role: Role, context: Context, almanac: Almanac) -> To:
    """Who is spoken to, of those whom it matters for what this mail becomes."""
    to, programme = set(mail.written_to), almanac.config.programme
    if not to or any(_is_ours(address, almanac) for address in to) or _reaches(to, set(mail.to), case, role, context):
        return To.US
    if to & {*programme.team, programme.manager, *programme.cohort_leads}:
        return To.TEAM
    # Where the mailbox stands nowhere, it is reached by another name of its own: an alias, a forwarded address.
    return To.OTHERS if any(_is_ours(address, almanac) for address in mail.to) else To.US


def _is_ours(address: str, almanac: Almanac) -> bool:
    """Whether it is the programme's mailbox, or the address of one of its matters."""
    local, _, domain = address.partition("@")
    ours, _, here = almanac.config.mailbox.address.lower().partition("@")
    return domain == here and local.partition("+")[0] == ours


def _reaches(to: set[str], everybody: set[str], case: Case, role: Role, context: Context) -> bool:
    """Whether it speaks to somebody to whom it would be passed on; a manager's goes to two, and speaks to the mentor
    alone where the practitioner isn't even in copy."""

    def has(addresses: set[str], other: Role, person: Person) -> bool:
        known = any(context.people.parts(a).get(case.unit) is other for a in addresses)
        return known or bool(set(person.addresses) & addresses)

    e = case.enrolment
    if role is Role.PRACTITIONER:
        return has(to, Role.MENTOR, e.mentor)
    if has(to, Role.PRACTITIONER, e.practitioner):
        return True
    copied = has(everybody, Role.PRACTITIONER, e.practitioner)
    return role is Role.MANAGER and copied and has(to, Role.MENTOR, e.mentor)


def _role(event: Event) -> Role:
    if isinstance(event, FeedbackReceived | DateNamed):
        return Role.MENTOR
    return getattr(event, "role", Role.PRACTITIONER)


def _with_the_team(event: Event, arrival: Arrival, case: Case, role: Role, almanac: Almanac) -> Event:
    if isinstance(event, ReportReceived):
        return _report_or_asked(event, arrival, case, almanac)
    if isinstance(event, MessageReceived | Acknowledged):
        return MessageIgnored(arrival, WITH_THE_TEAM)
    if isinstance(event, FeedbackReceived):
        return doubtful(arrival, case, event.number, role, almanac)
    return event


def _to_others(event: Event, arrival: Arrival, case: Case, role: Role, almanac: Almanac) -> Event:
    if isinstance(event, ReportReceived):
        return _report_or_asked(event, arrival, case, almanac)
    if isinstance(event, Acknowledged):
        return MessageIgnored(arrival, TO_ANOTHER)
    return doubtful(arrival, case, getattr(event, "number", 0), role, almanac)


def _report_or_asked(event: ReportReceived, arrival: Arrival, case: Case, almanac: Almanac) -> Event:
    """A report that says so counts; the words beside it are said to somebody else than the mentor."""
    if event.asks or not _is_plainly_report(arrival.mail):
        return doubtful(arrival, case, event.number, Role.PRACTITIONER, almanac)
    if event.apart or not (arrival.mail.sends or links_in(arrival.mail)):
        return event
    return replace(event, apart=ANOTHERS, beside=tuple(replace(x, apart=x.apart or ANOTHERS) for x in event.beside))


def _is_plainly_report(mail: Mail) -> bool:
    """Whether its words, its subject or its files' names say that it is a report, and nothing that it isn't one yet."""
    titles = [*([] if mail.is_reply else [mail.subject]), *(d.name.replace("_", " ") for d in mail.files)]
    said = "\n".join((*titles, mail.top))
    return bool(_REPORT.search(said)) and not _NOT_YET.search(said)
