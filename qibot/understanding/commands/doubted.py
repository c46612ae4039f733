"""A command of which nothing shows that it is its sender's own: what would change something, and what becomes of it.

What is said to the team alone changes nothing, and never waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from qibot.config import Trust
from qibot.events import (
    AbsenceNoted,
    AddressMended,
    CapacityEnded,
    CircumstancesDecided,
    ContactReported,
    CopyWanted,
    DateNamed,
    EscalationOrdered,
    Event,
    FeedbackAfterAll,
    MentorsAsked,
    MessageIgnored,
    MessageUnplaced,
    OrderDoubted,
    QuarantineDecided,
    Reassigned,
    Reclassified,
    StandingChanged,
    UndoOrdered,
)
from qibot.model import DESK, Quarantined, Role, Status
from qibot.understanding.commands.given import name_of
from qibot.understanding.matter.context import Context

LETTER = "ask_confirmation"
WAITS = "a command that waits to be confirmed already"
TOO_MANY = (
    "it gives a command, nothing shows that it is its sender's own, and they have been asked about several today"
    " (a command in answer to one of my letters needs no such question)"
)
_A_DAY = timedelta(days=1)
_STANDINGS = {
    Status.PAUSED: "stop all letters about {name}",
    Status.ACTIVE: "let the letters about {name} begin again",
    Status.WITHDRAWN: "end the enrolment of {name}",
}


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


# What changes something, and how its sender is asked about it (after “to”). It holds none of the mail's own words: who
# forges one would have us pass them on.
ORDERS: Mapping[type[Any], Callable[[Any, str], str]] = {
    StandingChanged: lambda e, name: _STANDINGS[e.status].format(name=name),
    Reassigned: lambda e, _: f"make {e.mentor} the mentor of {', '.join(e.practitioners[:5])}",
    CircumstancesDecided: lambda e, name: f"decide about report {e.number} of {name}",
    EscalationOrdered: lambda e, name: f"escalate report {e.number} of {name}",
    QuarantineDecided: lambda e, _: (
        f"deal with {len(e.keys)} waiting message(s) as {e.as_whom}'s"
        if e.as_whom
        else f"let go of {len(e.keys)} waiting message(s)"
    ),
    AddressMended: lambda e, _: f"send letters to {e.address} again",
    CapacityEnded: lambda _e, _: "tell the Community Planning team that you can't go on as a mentor",
    MentorsAsked: lambda _e, _: "send your words to the other mentors",
    AbsenceNoted: lambda e, _: (
        f"note that you are away from {_day(e.first)}" + (f" to {_day(e.last)}" if e.last else "")
    ),
    DateNamed: lambda e, name: f"tell {name} to expect your feedback by {_day(e.day)}",
    ContactReported: lambda e, name: f"note that you and {name} spoke on {_day(e.day)}",
    FeedbackAfterAll: lambda _e, name: f"pass an earlier mail on to {name} as feedback",
    CopyWanted: lambda _e, name: f"let the manager of {name} have an earlier feedback, too",
    Reclassified: lambda _e, _: "file an earlier mail of yours as something else",
    UndoOrdered: lambda _e, _: "take back your last word",
}


def in_doubt(event: Event, role: Role, context: Context, trust: Trust) -> Event:
    """What becomes of a command that isn't shown to be its sender's: they are asked, once, and so often a day."""
    describe = ORDERS.get(type(event))
    if describe is None:
        return event
    arrival, unit = event.arrival, getattr(event, "unit", DESK)
    about = context.desk if unit == DESK else context.load(unit)
    order = describe(event, "" if unit == DESK else about.enrolment.practitioner.name)
    sender, key = arrival.mail.sender or "", arrival.mail.identity
    waiting = (q for q in context.desk.all(Quarantined).values() if q.asked == sender and q.key != key)
    if any(q.order == order and not (q.decided or q.handed) for q in waiting):
        return MessageIgnored(arrival, WAITS)
    since = arrival.arrived - _A_DAY
    asked = (x for x in context.desk.letters.values() if x.name == LETTER and sender in x.to and x.cause != key)
    if sum(1 for x in asked if x.made > since) >= trust.asks_a_day:
        return MessageUnplaced(arrival, TOO_MANY)
    return OrderDoubted(arrival, order, name_of(about, role, context), role)
