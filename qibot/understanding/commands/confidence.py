"""TEAM: what somebody writes, or has written before, is for the Community Planning team alone (programme.md, 3a)."""

from __future__ import annotations

from qibot.events import Event, SupportNeeded, ToldAfterAll, ToldInConfidence
from qibot.model import Role, Seen
from qibot.understanding.commands.given import Given

SAID = "TEAM"
BROUGHT = ("report ", "charter", "the charter", "message from")
KEPT = ("a word for the team alone", "exceptional circumstances", SAID, "NEEDS SUPPORT", "NO CLEAR AIM", "NO CAPACITY")


def team(given: Given) -> Event | None:
    """TEAM: the words below are for the team alone; without any, the last mail was."""
    if given.behind or given.arrival.mail.sends:
        return None
    unit, number, words = given.case.unit, given.number, given.words_to_team.strip()
    if words:
        if given.role is Role.MENTOR:
            return SupportNeeded(given.arrival, unit, number or 1, words)
        return ToldInConfidence(given.arrival, unit, number, given.role, words, SAID)
    last = max(filter(lambda seen: _was_passed_on(seen, given), given.case.all(Seen).values()),
               key=lambda seen: seen.arrived, default=None)  # fmt: skip
    if last is None:
        return given.unclear("there is no earlier message of yours in this matter", "TEAM, and your words below it")
    return ToldAfterAll(given.arrival, unit, number, given.role, given.who, last.taken_for, last.archived, last.arrived)


def _was_passed_on(seen: Seen, given: Given) -> bool:
    """Whether it is a mail of theirs that was no command, and not kept for the team."""
    own = bool(seen.archived) and seen.by == str(given.role)
    return own and (bool(seen.because) or seen.taken_for.startswith(BROUGHT)) and not seen.taken_for.startswith(KEPT)
