"""What a mail is, now that its writer (or the team) has said so: `Choice` -> event."""

from __future__ import annotations

from qibot.calendar import Almanac, delayed_report
from qibot.events import (
    Arrival,
    CircumstancesReported,
    Event,
    FeedbackReceived,
    MessageReceived,
    ReportReceived,
    SupportNeeded,
    ToldInConfidence,
)
from qibot.message import words_apart
from qibot.model import Case, Choice, Role
from qibot.understanding.meaning.families import families_in
from qibot.understanding.practitioners.mentor_concerned import may_be_of_mentor
from qibot.understanding.reports.parts import each_filed

SAID = "its writer said so"
SAID_ALONE = "its writer said that it is for the team alone"
BEFELL = frozenset(["@ill", "@death", "@calamity"])


def chosen_event(arrival: Arrival, chosen: Choice, case: Case, role: Role, almanac: Almanac) -> Event:
    """The event of a mail of which it has been decided what it is; it counts from its true arrival."""
    unit, number = chosen.unit, chosen.number
    if chosen.kind == "feedback" and case.report(number):
        return FeedbackReceived(arrival, unit, number)
    if chosen.kind == "report" and chosen.shares and {s[0] for s in chosen.shares} <= set(almanac.numbers(case)):
        return each_filed(arrival, unit, chosen.shares, chosen.apart)
    if chosen.kind == "report" and number in almanac.numbers(case):
        return ReportReceived(arrival, unit, number, apart=chosen.apart)
    if chosen.kind == "circumstances":
        return CircumstancesReported(arrival, unit, number, read=SAID)
    if chosen.kind == "private":
        words = words_apart(arrival.mail, case).strip()
        if role is Role.MENTOR:
            return SupportNeeded(arrival, unit, number or 1, words, read=SAID)
        owed = delayed_report(case, number, almanac.day(arrival.arrived), almanac)
        if owed and role is Role.PRACTITIONER and _befell(arrival, case):
            return CircumstancesReported(arrival, unit, owed, read=SAID_ALONE)
        return ToldInConfidence(arrival, unit, number, role, words, read=SAID)
    return MessageReceived(arrival, unit, number if case.report(number) else 0, role, to=chosen.to)


def _befell(arrival: Arrival, case: Case) -> bool:
    """Whether it tells the team alone what befell its writer: that keeps them from a report all the same."""
    own = not may_be_of_mentor(arrival.mail, case, Role.PRACTITIONER)
    return own and not BEFELL.isdisjoint(families_in(arrival.mail.top))
