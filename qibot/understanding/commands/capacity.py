"""A mentor can't go on: what waits for them, and how much the other mentors have (guidance, section 7)."""

from __future__ import annotations

from qibot.events import Arrival, CapacityEnded
from qibot.model import Case, Role
from qibot.understanding.matter.context import Context


def capacity_ended(arrival: Arrival, context: Context, words: str) -> CapacityEnded | None:
    """The event, with the words for the team; None from somebody who mentors nobody."""
    cases = context.cases(Role.MENTOR)
    if not cases:
        return None
    mentor = cases[0].enrolment.mentor
    others = [x for x in context.people.loads() if not set(x.mentor.addresses) & set(mentor.addresses)]
    loads = tuple(
        {"mentor": x.mentor.name, "address": x.mentor.address, "active": x.active, "capacity": x.capacity or 0}
        for x in others
    )
    address = mentor.address or arrival.mail.sender or ""
    return CapacityEnded(arrival, mentor.name, address, tuple(_waiting(c) for c in cases), loads, words)


def _waiting(case: Case) -> dict[str, object]:
    e = case.enrolment
    return {
        "practitioner": e.practitioner.name,
        "pending": [{"number": r.number, "due": r.feedback_due.isoformat()} for r in case.pending()],
    }
