"""What a machine wrote though no header says so: an absence, a ticket's number, “no longer works here” (3a)."""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival, Event, MessageIgnored, MessageUnplaced
from qibot.model import Role
from qibot.screening import Kind
from qibot.understanding.absence import absence
from qibot.understanding.meaning import Meaning

SURE = 0.6  # from which a text without documents is a machine's
GONE = "it says that its sender no longer works there"
BY_TEXT = "automatic reply"


def of_machine(arrival: Arrival, found: Meaning, role: Role, almanac: Almanac) -> Event | None:
    """The event of a machine's text; None of anything that a person may have written."""
    if arrival.mail.sends or found.best != "machine" or found.of("machine") < SURE:
        return None
    if found.nature("machine") == "gone":
        return MessageUnplaced(arrival, GONE)
    within = almanac.config.programme.away_within_days
    away = absence(arrival.mail, almanac.day(arrival.arrived), within) if role is Role.MENTOR else None
    if away is not None:
        return AbsenceNoted(arrival, arrival.mail.sender or "", away.first, away.last, BY_TEXT)
    return MessageIgnored(arrival, Kind.AUTOMATIC)
