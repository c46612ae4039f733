"""What a machine wrote, by its headers or, where none says so, by its words: an absence, a ticket's number (3a)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import pairwise

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival, Event, MessageIgnored, MessageUnplaced
from qibot.message import Mail
from qibot.model import Case, Role, Seen
from qibot.screening import Kind, is_reaction, verdict
from qibot.understanding.absence import absence
from qibot.understanding.known import Known
from qibot.understanding.meaning import Meaning

STEADILY = 0.02  # the share by which a machine's intervals differ
_ADDRESS = re.compile(r"[^\s<>()\",;:@]+@[^\s<>()\",;:@]+")
SURE = 0.6  # from which a text without documents is a machine's
GONE = "it says that its sender no longer works there"
BY_TEXT = "automatic reply"


REDIRECTED = "it is one of the bot's own letters, which a person has redirected to it without a word"
FAST = "{count} answers in a row came within {seconds} seconds of a letter each, as from a machine"
STEADY = "{count} answers in a row came at equal intervals, as from a machine"


def redirected_by_person(mail: Mail, known: Known) -> bool:
    """Whether a letter of ours comes from somebody of the programme's, by a redirection (RFC 5322, 3.6.6) or under
    their own name. Another bot's letters, which bear the mark as well, are no person's."""
    ours = known.threads.matter_of_id(mail.message_id) is not None
    resent = [a.lower() for value in mail.fields("Resent-From")[:2] for a in _ADDRESS.findall(value)]
    who = [*resent, *([mail.sender] if mail.sender and mail.sender != known.threads.mailbox else [])]
    if not resent and not ours and known.threads.looks_like_a_bots(mail.message_id):
        return False
    return any(known.directory.parts(a) or a in (*known.config.programme.team, known.config.programme.manager)
               for a in who)  # fmt: skip


def too_regular(mail: Mail, case: Case | None, arrived: datetime, known: Known) -> str:
    """Why the answers from one side of a matter can be no person's: for a whole row of them each came sooner behind a
    letter than anybody reads one, or all at the same distance. Empty where they may be."""
    limits, sender = known.config.limits, mail.sender or ""
    role = known.directory.parts(sender).get(case.unit) if case else None
    if case is None or role is None:
        return ""
    day = arrived - timedelta(hours=limits.machine_hours)
    before = sorted(s.arrived for s in case.all(Seen).values() if s.by == str(role) and day < s.arrived <= arrived)
    count = limits.machine_answers
    row = [*before, arrived][-count:]
    if len(row) < count:
        return ""
    reached = [x.settled for x in case.letters.values() if x.settled and x.outcomes.get(sender, "").startswith("2")]
    if all(any(0 <= (m - t).total_seconds() <= limits.machine_seconds for t in reached) for m in row):
        return FAST.format(count=count, seconds=limits.machine_seconds)
    gaps = [(b - a).total_seconds() for a, b in pairwise([*before, arrived][-count - 1 :])]
    if len(gaps) == count and min(gaps) >= limits.machine_seconds and max(gaps) - min(gaps) <= STEADILY * max(gaps):
        return STEADY.format(count=count)
    return ""


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
