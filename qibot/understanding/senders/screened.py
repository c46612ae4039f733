"""The event of a message that is no person's word, or whose sender can't be trusted."""

from __future__ import annotations

from collections.abc import Callable

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageIgnored, MessageUnplaced, ReportsAskedAbout
from qibot.model import Enrolment
from qibot.screening import BULK, Kind, screen, verdict
from qibot.understanding.matter.known import Known
from qibot.understanding.reports.joint import held_for
from qibot.understanding.senders.bounced import bounced
from qibot.understanding.senders.machines import REDIRECTED, of_headers, of_share, redirected_by_person
from qibot.understanding.senders.whose import holding


def screened(arrival: Arrival, raw: bytes, known: Known, almanac: Almanac, *, quiet: bool) -> Event | None:
    """What it is; None of a person's message."""
    mail, people, trust = arrival.mail, known.directory, known.config.trust
    match screen(mail, known.threads, trust):
        case Kind.OWN as kind:
            if redirected_by_person(mail, known):
                return MessageUnplaced(arrival, REDIRECTED, quiet=quiet)
            return MessageIgnored(arrival, kind)
        case Kind.AUTOMATIC:
            return of_headers(arrival, tuple(people.parts(mail.sender or "").values()), almanac, people)
        case Kind.SHARED:
            shared = of_share(arrival, people)
            if not isinstance(shared, MessageUnplaced):
                return shared
            return holding(shared, people, holder(arrival, known, almanac))
        case Kind.BOUNCE:
            return bounced(arrival, raw, known, quiet=quiet)
        case Kind.BULK:
            return MessageUnplaced(arrival, BULK)
        case Kind.UNTRUSTED:
            return MessageUnplaced(arrival, verdict(mail, trust).cause)
    return None


def holder(arrival: Arrival, known: Known, almanac: Almanac) -> Callable[[Enrolment], ReportsAskedAbout | None]:
    """Who isn't chased meanwhile for what may be theirs."""
    return lambda e: held_for(arrival, e, 0, known.load, almanac)
