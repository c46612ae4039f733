"""What a machine wrote, by its headers or, where none says so, by its words: an absence, a ticket's number (3a)."""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival, Event, MessageIgnored, MessageUnplaced
from qibot.model import Role
from qibot.screening import Kind, is_reaction, verdict
from qibot.understanding.absence import absence
from qibot.understanding.meaning import Meaning

SURE = 0.6  # from which a text without documents is a machine's
GONE = "it says that its sender no longer works there"
BY_TEXT = "automatic reply"


def of_headers(arrival: Arrival, *, mentors: bool, almanac: Almanac) -> Event:
    """Nothing is answered to what is automatic; that a mentor is away (`mentors`: it is one of theirs) is noted."""
    mail, config = arrival.mail, almanac.config
    away = mentors and not is_reaction(mail)
    found = absence(mail, almanac.day(arrival.arrived), config.programme.away_within_days) if away else None
    if found is None or (config.trust.mode == "demand" and not verdict(mail, config.trust).passed):
        return MessageIgnored(arrival, Kind.AUTOMATIC)
    return AbsenceNoted(arrival, mail.sender or "", found.first, found.last, BY_TEXT)


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
