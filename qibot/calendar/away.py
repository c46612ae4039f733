"""Mentors who are away: the team hears of feedback that falls due meanwhile, once a report and due day, and nobody
reminds them before they are back. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from qibot.calendar.almanac import Almanac
from qibot.events import Notice, standing_facts, to_team
from qibot.model import Away, Case, Drop, Put, Report, Status


def last_day(away: Away, almanac: Almanac) -> date:
    """The last day of an absence; where nobody knows it, the day until which it counts."""
    return away.last or almanac.day(away.noted) + timedelta(days=almanac.config.programme.away_days)


def away_now(away: Iterable[Away], almanac: Almanac, today: date) -> list[Away]:
    """The absences that aren't over yet."""
    return [a for a in away if last_day(a, almanac) >= today]


def over(away: Iterable[Away], almanac: Almanac, today: date) -> tuple[Drop, ...]:
    """The records of absences that are over, to be let go of."""
    return tuple(Drop(Away.table, a.key) for a in away if last_day(a, almanac) < today)


def noted_with(case: Case, away: Mapping[str, Away]) -> tuple[Put, ...]:
    """The absences of an enrolment's mentor as its own record keeps them, from which the days of its reminders are told
    (`back_after`). They stay when they are over: what waited for their end still leaves by them."""
    mine = (away[a] for a in case.enrolment.mentor.addresses if a in away)
    return tuple(Put(a) for a in mine if case.get(Away, a.key) != a)


def absences(case: Case, almanac: Almanac, *, dated: bool = False) -> list[tuple[date, date]]:
    """The first and last days of the mentor's absences that are noted with an enrolment, the earliest first; of the
    `dated` ones alone those whose end they have named."""
    mine = (a for a in case.all(Away).values() if a.key in case.enrolment.mentor.addresses and (a.last or not dated))
    return sorted((a.first, last_day(a, almanac)) for a in mine)


def back_after(case: Case, almanac: Almanac, day: date) -> date:
    """The day on which a letter to the mentor may leave that is due on this one: it, or the first working day on which
    they are no longer away."""
    for first, last in absences(case, almanac):
        if first <= day <= last:
            day = almanac.workdays.after(last, 1)
    return day


def mentor_away(case: Case, away: Mapping[str, Away], almanac: Almanac, today: date) -> tuple[Notice, ...]:
    """What the team is to hear about this enrolment: its reports whose feedback falls due while the mentor is away.

    `away` are the absences by address. What was told stands in the case's letters, by the notice's key.
    """
    enrolment = case.enrolment
    if enrolment.status is not Status.ACTIVE:
        return ()
    absences = [away[a] for a in enrolment.mentor.addresses if a in away]
    told = []
    for absence in away_now(absences, almanac, today):
        due = [r for r in case.pending() if absence.first <= r.feedback_due <= last_day(absence, almanac)]
        told += [_notice(case, report, absence, almanac) for report in due]
    return tuple({n.key: n for n in told if n.key not in case.letters}.values())


def _notice(case: Case, report: Report, absence: Away, almanac: Almanac) -> Notice:
    facts = {
        **standing_facts(case),
        "number": report.number,
        "feedback_due": report.feedback_due.isoformat(),
        "first": absence.first.isoformat(),
        "last": absence.last.isoformat() if absence.last else "",
        "by": absence.by,
    }
    key = f"away/{case.unit}/{report.number}/{report.feedback_due.isoformat()}"
    return to_team("report_mentor_away", key, facts, almanac.config, case.unit, report.number)
