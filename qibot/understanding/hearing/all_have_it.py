"""Reply-all: a question for whom a mail is keeps nothing from those who stand in its To or Cc.

“We can't tell for whom your message is, so nobody has seen it yet” isn't true there, and whatever its writer answers
changes nothing for anybody. So what is talk is on record as a message of its writer's, and nobody is written to. It is
asked about all the same where the answer decides more than who reads it:

| it | is |
|---|---|
| may be for the team: private words, what befell somebody, a leaving, a mark of privacy | asked about |
| brings documents, or may be the report or the feedback that is still owed | asked about |
| may be for somebody of another matter | asked about |
| anything else that all who could be offered have | a message |
"""

from __future__ import annotations

from qibot.events import Arrival, Event, MessageReceived, WhichAsked
from qibot.model import Case, Person, Role
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.kept import answers_kept
from qibot.understanding.matter.wording import is_marked, meant, says_more
from qibot.understanding.names.naming import names_of_person, words_of

BEFELL, PRIVATE = 0.2, 0.4  # from which the team must hear of it: it may be why; it may be for the team alone
OWED = {Role.PRACTITIONER: ("report", "forgotten"), Role.MENTOR: ("feedback",)}
MAY_BE_OWED = 0.3  # from which it may be what is still owed


def unless_all_have_it(event: Event, arrival: Arrival, context: Context) -> Event:
    """The event; a message where it would be asked for whom a mail is that all of them have."""
    if not isinstance(event, WhichAsked) or event.effects or event.earlier or event.documents:
        return event
    mail = arrival.mail
    if mail.sends or mail.pictures or mail.invitations or links_in(mail):
        return event
    part = _part(event, arrival, context)
    if part is None or answers_kept(mail, part[0], context.desk) or _decides_more(arrival, context, *part):
        return event
    case, role = part
    number = next((c.number for c in event.choices if (c.kind, c.unit) == ("message", case.unit)), context.number)
    return MessageReceived(arrival, case.unit, number, role)


def _part(event: WhichAsked, arrival: Arrival, context: Context) -> tuple[Case, Role] | None:
    """The one matter in which all have it, and the part that its writer plays there; None where others are named."""
    offered = {c.unit for c in event.choices if c.unit}
    parts = [p for p in context.parts if p.case.unit in offered]
    found = [p for p in parts if _all_have_it(arrival, p.case, p.role)]
    if len(found) != 1:
        return None
    ((case, role),) = [(p.case, p.role) for p in found]
    here = frozenset().union(*(names_of_person(one) for one in _people(case).values()))
    others = [one for p in parts if p.case.unit != case.unit for one in _people(p.case).values()]
    said = words_of(arrival.mail.own_text)
    return None if any((names_of_person(one) - here) & said for one in others) else (case, role)


def _all_have_it(arrival: Arrival, case: Case, role: Role) -> bool:
    to = set(arrival.mail.to)
    return role in _people(case) and all(to & set(p.addresses) for r, p in _people(case).items() if r is not role)


def _decides_more(arrival: Arrival, context: Context, case: Case, role: Role) -> bool:
    """Whether the answer would decide more than who reads it."""
    found = meant(arrival, context, case, role, None)
    if (
        is_marked(found)
        or found.cut
        or found.of("circumstances", "leaving") >= BEFELL
        or found.of("private") >= PRIVATE
    ):
        return True
    if role is Role.MENTOR and (not case.pending() or says_more(arrival.mail, case)):
        return bool(case.pending())
    return found.of(*OWED.get(role, ())) >= MAY_BE_OWED


def _people(case: Case) -> dict[Role, Person]:
    """Who plays which part."""
    e = case.enrolment
    known = {Role.PRACTITIONER: e.practitioner, Role.MENTOR: e.mentor, Role.MANAGER: e.manager}
    return {role: person for role, person in known.items() if person is not None}
