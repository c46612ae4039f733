"""What a message is about, by the signed marks that it bears, and who its sender is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qibot.events import READERS, TEAM_READERS
from qibot.message import Link, Mail
from qibot.model import DESK, ITEM, Case, Role
from qibot.understanding.matter.authority import is_for, is_shown
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.direct import directly_about
from qibot.understanding.matter.known import Known, is_enrolment, waits

LINK_READERS = tuple(sorted({*READERS.values(), TEAM_READERS}))


@dataclass(frozen=True, slots=True)
class About:
    """What a message is about: its sender's roles by unit, the link that was used, the item and, of an enrolment, its
    case and report."""

    roles: Mapping[str, Role]
    link: Link | None
    item: str | None
    case: Case | None = None
    number: int = 0


def about(mail: Mail, known: Known) -> About:
    """What the message is about. Raises StoreFailed where that can't be read."""
    roles = known.directory.parts(mail.sender) if mail.sender else {}
    link = known.threads.link_of(mail, LINK_READERS)
    token = link.matter if link else known.threads.matter_of(mail)
    item = known.directory.unit_of(token.ref) if token else None
    if token and item is None:
        if any(known.threads.ref(unit) == token.ref for unit in known.lost):
            raise waits(known)
        item = ITEM  # a genuine token, but what it named is settled and gone: never a fresh mail
    if token and item and is_enrolment(item):
        return About(roles, link, item, known.load(item), token.number)
    if token is None and mail.is_reply:
        near = known.relevant(roles, None)
        if (answered := directly_about(mail, (known.load(unit) for unit in near))) is not None:
            return About(roles, link, None, *answered)
    return About(roles, link, item)


def is_plainly_known(mail: Mail, matter: About, known: Known) -> bool:
    """Whether a mail that answers nothing of an enrolment's can be placed though some records can't be read: the
    team's, a matter of the desk's, and a practitioner's who mentors nobody."""
    roles = set(matter.roles.values())
    return bool(matter.item) or roles == {Role.PRACTITIONER} or known.is_from_team(mail)


def context_of(mail: Mail, matter: About, units: list[str], known: Known) -> Context:
    """What there is to understand a person's message by."""
    link, case = matter.link, matter.case
    return Context(
        [Part(role, known.load(unit)) for unit, role in matter.roles.items() if unit in units],
        case,
        matter.number,
        team=known.is_from_team(mail),
        desk=known.load(DESK),
        item="" if case else matter.item or "",
        order=link.order if link else "",
        shown=is_shown(mail, link, known),
        misused=link is not None and not is_for(link, mail, known, matter.roles, case),
        people=known.directory,
        load=known.load,
    )
