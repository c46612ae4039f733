"""The programme's days and hours: deadlines, working days, working hours (docs/calendar.md, “Words”)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from qibot.calendar.deadlines import due_day
from qibot.config import Config
from qibot.model import Case, InQuestion, Report, Terms, Unsent


@dataclass(frozen=True, slots=True)
class _Owing:
    case: Case
    owed: list[int]
    deadlines: dict[int, date]
    holds: dict[int, date]


def _months(month: date, last: date) -> list[date]:
    months = []
    while month <= last:
        months.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return months


def _held_by_earlier(owed: list[int], cohort: Mapping[int, date], until: Mapping[int, date]) -> dict[int, date]:
    """The reports that fall due by the day that the team gave for an earlier one, each with that day: who has until
    January for October's isn't chased for November's meanwhile. What has a day of its own keeps it."""
    ends = {n: max((until[m] for m in owed if m < n and m in until), default=date.min) for n in owed if n not in until}
    return {n: day for n, day in ends.items() if day >= cohort[n]}


class Almanac:
    """Answers when things are due; made once from the configuration. `day` is the local day of a moment."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.calendar = config.calendar
        self.zone = config.programme.zone
        self.workdays = config.calendar.workdays()
        self._latest: _Owing | None = None
        self.day = lru_cache(maxsize=50_000)(self._day)
        self._due = {
            name: {n: due_day(cohort, n, config.programme) for n in range(1, cohort.reports + 1)}
            for name, cohort in config.cohorts.items()
        }
        self._months = {
            name: _months(cohort.first, self._due[name][cohort.reports]) for name, cohort in config.cohorts.items()
        }

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def opening(self, day: date) -> datetime:
        """The moment at which working hours begin on this day, in UTC."""
        return datetime.combine(day, self.calendar.opens, self.zone).astimezone(UTC)

    def is_open(self, moment: datetime) -> bool:
        """Whether it is working hours."""
        local = moment.astimezone(self.zone)
        open_now = self.calendar.opens <= local.time() < self.calendar.closes
        return open_now and self.workdays.is_working(local.date())

    def next_opening(self, moment: datetime) -> datetime:
        """The first moment of working hours at or after this one."""
        if self.is_open(moment):
            return moment
        day = self.day(moment)
        if moment >= self.opening(day):
            day += timedelta(days=1)
        return self.opening(self.workdays.on_or_after(day))

    def offered(self, behind: date) -> list[str]:
        """Working days one and two weeks behind a day, in ISO form: what a link that needs a date offers."""
        return [self.workdays.on_or_after(behind + timedelta(weeks=n)).isoformat() for n in (1, 2)]

    def counts_from(self, case: Case, number: int, today: date) -> date:
        """The day behind which more time for a report counts: the deadline in question, or today where that is over.
        While what the team gave runs, that is still the day from which it was counted."""
        began, deadline = case.terms(number).counts_from, self.deadline(case, number)
        return began if began is not None and today <= deadline else max(today, deadline)

    def numbers(self, case: Case) -> range:
        """The numbers of the reports of an enrolment's cohort."""
        return range(1, self.config.cohorts[case.enrolment.cohort].reports + 1)

    def cohort_deadline(self, case: Case, number: int) -> date:
        """The cohort's deadline for a report."""
        return self._due[case.enrolment.cohort][number]

    def deadline(self, case: Case, number: int) -> date:
        """The day by whose end this practitioner owes the report: the cohort's, or the one that the team accepted."""
        return self._of(case).deadlines[number]

    def deadlines(self, case: Case) -> Mapping[int, date]:
        """The same for all reports."""
        return self._of(case).deadlines

    def charter_due(self, case: Case) -> date | None:
        """The day by whose end the cohort's charters are due, if there is one."""
        return self.config.cohorts[case.enrolment.cohort].charter_due

    def owed(self, case: Case) -> list[int]:
        """The reports that this practitioner still owes, also those whose time is yet to come."""
        return self._of(case).owed

    def _of(self, case: Case) -> _Owing:
        """Worked out once for a case, which the steps ask about again and again."""
        if self._latest is None or self._latest.case is not case:
            self._latest = self._owing(case)
        return self._latest

    def _owing(self, case: Case) -> _Owing:
        joined, terms = case.enrolment.joined, case.all(Terms)
        cohort = self._due[case.enrolment.cohort]
        until = {t.number: t.until for t in terms.values() if t.until}
        excused = {t.number for t in terms.values() if t.excused}
        gone = excused | {r.number for r in case.all(Report).values()}
        owed = [n for n, due in cohort.items() if n not in gone and (joined is None or due >= joined)]
        holds = {t.number: self.held_until(t.held_since) for t in terms.values() if t.held_since}
        for asked in case.all(InQuestion).values():
            holds |= {n: max(ends, holds.get(n, ends)) for n in asked.numbers for ends in [self.asked_until(asked)]}
        if owed and (unsent := case.get(Unsent, "unsent")):  # asked for; what comes until then counts from that mail
            ends = self.day(unsent.at + timedelta(days=self.config.programme.forgotten_days))
            number = unsent.number if unsent.number in owed else owed[0]
            holds[number] = max(ends, holds.get(number, ends))
        for number, ends in _held_by_earlier(owed, cohort, until).items():
            holds[number] = max(ends, holds.get(number, ends))
        return _Owing(case, owed, cohort | until, holds)

    def waits_for(self, case: Case, number: int, until: date) -> list[int]:
        """The later reports that wait, too, where the team gives until then for this one."""
        given = {t.number: t.until for t in case.all(Terms).values() if t.until}
        cohort, owed = self._due[case.enrolment.cohort], {*self.owed(case), number}
        return [*_held_by_earlier(sorted(n for n in owed if n >= number), cohort, given | {number: until})]

    def held_until(self, since: datetime) -> date:
        """The last day on which circumstances that were told then hold a report's reminders."""
        return self.workdays.after(self.day(since), self.calendar.hold_working_days)

    def asked_until(self, asked: InQuestion) -> date:
        """The last day for the answer: some working days for the writer's, and as many as the team has to decide
        where none comes."""
        return self.workdays.after(self.day(asked.since), self._answer_days)

    @property
    def _answer_days(self) -> int:
        return self.config.programme.answer_working_days + self.calendar.hold_working_days

    def ladder_held(self, case: Case, number: int) -> date | None:
        """The last day on which the ladder of a report is held. What the team was asked back before the report was due
        holds it from that day on."""
        ends, due = self.hold_ends(case, number), self.deadline(case, number)
        early = any(x.team and number in x.numbers and self.day(x.since) <= due for x in case.all(InQuestion).values())
        from_due = self.workdays.after(due, self._answer_days) if early else None
        return max((x for x in (ends, from_due) if x), default=None)

    def months(self, case: Case) -> list[date]:
        """The first days of the months from the cohort's first to that of its last deadline."""
        return self._months[case.enrolment.cohort]

    def left_out(self, case: Case) -> list[date]:
        """The first days of those months in which the programme has no report."""
        cohort = self.config.cohorts[case.enrolment.cohort]
        due = {day.replace(day=1) for day in self._due[case.enrolment.cohort].values()}
        return [m for m in self.months(case) if f"{m:%Y-%m}" in cohort.skipped_months and m not in due]

    def first_day(self, case: Case) -> date:
        """The first day of the cohort's first month."""
        return self.config.cohorts[case.enrolment.cohort].first

    def hold_ends(self, case: Case, number: int) -> date | None:
        """The last day on which circumstances, or a question what a mail is, hold the ladder; or None."""
        return self._of(case).holds.get(number)

    def holds(self, case: Case) -> Mapping[int, date]:
        """The same for all reports that have such a day."""
        return self._of(case).holds
