"""Messages that waited in quarantine: what they are, now that a person has decided about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageReceived, MessageUnplaced, ReportReceived
from qibot.message import Mail
from qibot.model import DESK, Choice, Quarantined, Role, Seen
from qibot.screening import Kind, screen
from qibot.understanding.classify import classify
from qibot.understanding.corrections.chosen import chosen_event
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.known import Known, is_enrolment
from qibot.understanding.matter.of_then import outdated
from qibot.understanding.reports.each_own import after_asked, and_others, theirs_alone
from qibot.understanding.reports.joint import as_anothers, held_for, jointly, told_of_apart
from qibot.understanding.reports.owners import Owners, owners
from qibot.understanding.reports.pages import with_pages
from qibot.understanding.senders.passed_on import is_colleagues, without_covering


def as_decided(mail: Mail, item: Quarantined) -> Mail:
    """The mail under the key by which it is known, from whom it was said to be where it doesn't say so itself."""
    return replace(mail, identity=item.key, sender=mail.sender or (item.released if "@" in item.released else None))


def released(arrival: Arrival, item: Quarantined, known: Known, almanac: Almanac, *, whole: bool) -> Event | Seen:
    """What a message from quarantine is, now that it has been decided whose it is, or what."""
    mail, chosen = arrival.mail, item.chosen
    strange = bool(chosen and item.sender and mail.sender not in (None, item.sender))
    if strange:  # a colleague's mail, of which whose it was made has been asked what it is
        mail = replace(mail, sender=item.sender)
    roles, units = _roles_of(mail, item, known)
    mark = known.mark(mail, [DESK, *units])
    if mark and not mark.quarantined:
        return mark
    again = f"you said that it is {item.released}'s, but "
    if not whole:
        return MessageUnplaced(arrival, again + f"it is larger than {known.config.limits.message_mb:g} MB")
    if screen(mail, known.threads, known.config.trust) in (Kind.OWN, Kind.AUTOMATIC, Kind.BOUNCE):
        return MessageUnplaced(arrival, again + "no person wrote it")
    if chosen:
        event = _as_chosen(replace(arrival, mail=mail), chosen, known, almanac)
        return as_anothers(event, Context(people=known.directory, load=known.load)) if strange else event
    senders = known.directory.parts(mail.sender or "").items() & roles.items()
    if "@" in item.released and (not senders or is_colleagues(mail, known.directory)):
        # a colleague's or an assistant's mail, who hear nothing more of it
        mail = without_covering(replace(mail, sender=item.released), item.released, known.directory)
    mail, left = _without_others(mail, arrival, item, roles, known)
    parts = [Part(role, known.load(unit)) for unit, role in roles.items() if unit in units]
    matter = known.threads.matter_of(mail)
    unit = known.directory.unit_of(matter.ref) if matter else None
    team = item.released in (*known.config.programme.team, known.config.programme.manager)
    case = known.load(unit) if unit and (unit in roles or (item.order and team and is_enrolment(unit))) else None
    number = matter.number if case and matter else 0
    context = Context(parts, case, number, team=team, desk=known.load(DESK), people=known.directory, load=known.load)
    event = classify(replace(arrival, mail=mail), context, almanac)
    if isinstance(event, MessageUnplaced):
        return replace(event, cause=again + event.cause)
    event = told_of_apart(jointly(event, context, almanac), context)
    if mail is not arrival.mail and (mail.sends or links_in(mail)):
        event = as_anothers(event, context)
    if left is None or not isinstance(event, ReportReceived | MessageReceived):
        return event
    own, of_all = known.load(event.unit), replace(arrival, mail=replace(arrival.mail, sender=mail.sender))
    return and_others(event, of_all, left, own, lambda e: held_for(of_all, e, 0, known.load, almanac))


def _roles_of(mail: Mail, item: Quarantined, known: Known) -> tuple[dict[str, Role], list[str]]:
    """By its unit the part of whoever it was decided to be from, and the units that such a mail may be about."""
    if item.chosen:
        unit = item.chosen.unit
        return {unit: known.role_in(unit, mail)}, [unit]
    roles = known.directory.parts(item.released) if "@" in item.released else {}
    if not roles and not (item.order and known.is_from_team(mail)):
        sent = known.directory.parts(mail.sender or "")
        roles = {item.released: sent.get(item.released, Role.PRACTITIONER)}
    return roles, known.relevant(roles, None)


def _as_chosen(arrival: Arrival, chosen: Choice, known: Known, almanac: Almanac) -> Event:
    """What its writer, or the team, has said it is; what is another one's own in it stays the team's question."""
    mail, case, people = arrival.mail, known.load(chosen.unit), known.directory
    if why := outdated(chosen, mail.sender or "", people):
        return MessageUnplaced(arrival, why)
    if chosen.kind == "report" and not mail.sends:  # then it lies where the mail leads
        mail = with_pages(mail)
        arrival = replace(arrival, mail=mail)
    event = chosen_event(arrival, chosen, case, known.role_in(chosen.unit, mail), almanac)
    apart = after_asked(event, arrival, case, people, lambda e: held_for(arrival, e, 0, known.load, almanac))
    if apart is not event or owners(mail, case.enrolment, people) is not None:
        return apart
    return jointly(event, Context(people=people, load=known.load), almanac, chosen=True)


def _without_others(
    mail: Mail, arrival: Arrival, item: Quarantined, roles: Mapping[str, Role], known: Known
) -> tuple[Mail, Owners | None]:
    """The mail that is made a practitioner's, without another one's own report that came with it; and that."""
    own = [unit for unit, role in roles.items() if role is Role.PRACTITIONER]
    if len(own) != 1 or not mail.files:
        return mail, None
    people, senders = known.directory, known.directory.parts(arrival.mail.sender or item.sender)
    sent = [u for u, role in senders.items() if role is Role.PRACTITIONER and u in people.enrolments]
    sender = people.enrolments[sent[0]] if len(sent) == 1 else None
    return theirs_alone(mail, known.load(own[0]).enrolment, sender, people, known.load, item.archived)
