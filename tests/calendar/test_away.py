"""Mentors who are away while feedback falls due: away.py and rules/absence.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qibot.calendar.almanac import Almanac
from qibot.calendar.away import mentor_away, noted_with, over
from qibot.calendar.steps.feedback import feedback_steps
from qibot.events.notices import Notice
from qibot.events.screened import AbsenceNoted
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK, Away
from qibot.model.letters import Letter, LetterState
from qibot.model.people import Status
from qibot.model.reports import Report
from qibot.rules.decide import decide
from tests.support.build import ANN, CONFIG, ENROLMENT, TEAM, arrival, at, case

ALMANAC = Almanac(CONFIG)
NOW = at("2026-10-12T09:00")
TODAY = date(2026, 10, 12)
DUE = date(2026, 10, 19)


def pending(due: date = DUE, **more: object) -> Case:
    return case(Put(Report(1, NOW, False, 1, due, **more)))  # type: ignore[arg-type]


def told(of: Case, first: date, last: date | None, today: date = TODAY) -> tuple[Notice, ...]:
    away = Away(ANN.address, first, last, NOW, "AWAY")
    return mentor_away(of, {ANN.address: away}, ALMANAC, today)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (TODAY, DUE, 1),
        (DUE, DUE, 1),
        (TODAY, date(2026, 10, 18), 0),
        (date(2026, 10, 20), date(2026, 10, 30), 0),
        (TODAY, None, 1),
    ],
)
def test_the_team_hears_of_feedback_that_falls_due_within_the_absence(
    first: date, last: date | None, expected: int
) -> None:
    notices = told(pending(), first, last)
    assert len(notices) == expected
    for notice in notices:
        assert [p.address for p in notice.to] == [TEAM]
        assert notice.facts["feedback_due"] == "2026-10-19"


def test_an_absence_without_an_end_counts_for_fourteen_days() -> None:
    assert told(pending(date(2026, 10, 26)), TODAY, None)
    assert not told(pending(date(2026, 10, 27)), TODAY, None)


def test_it_is_told_once_a_report_and_due_day() -> None:
    (notice,) = told(pending(), TODAY, DUE)
    known = apply(pending(), [Put(Letter(notice.key, notice.name, (TEAM,), (), NOW, LetterState.SENT))])
    assert told(known, TODAY, DUE) == ()
    moved = apply(known, [Put(Report(1, NOW, False, 1, date(2026, 10, 16)))])
    assert len(told(moved, TODAY, DUE)) == 1


def test_nothing_is_told_of_what_is_answered_over_or_paused() -> None:
    assert told(pending(answered=NOW), TODAY, DUE) == ()
    assert told(pending(), TODAY, DUE, today=date(2026, 10, 20)) == ()
    paused = case(Put(Report(1, NOW, False, 1, DUE)), enrolment=replace(ENROLMENT, status=Status.PAUSED))
    assert told(paused, TODAY, DUE) == ()


def noted(desk: Case, first: date, last: date | None, by: str = "automatic reply") -> Case:
    return apply(desk, decide(desk, AbsenceNoted(arrival(), ANN.address, first, last, by), CONFIG).changes)


def test_the_newest_dates_count_and_a_word_without_dates_does_not_undo_them() -> None:
    desk = noted(Case(DESK), TODAY, DUE, "AWAY")
    assert noted(desk, TODAY, None).all(Away)[ANN.address].last == DUE
    assert noted(desk, TODAY, date(2026, 11, 1)).all(Away)[ANN.address].last == date(2026, 11, 1)
    assert noted(desk, date(2026, 10, 20), None).all(Away)[ANN.address].last is None


def test_what_is_over_is_forgotten() -> None:
    desk = noted(Case(DESK), TODAY, DUE)
    assert over(desk.all(Away).values(), ALMANAC, DUE) == ()
    assert apply(desk, over(desk.all(Away).values(), ALMANAC, date(2026, 10, 20))).all(Away) == {}


FRIDAY, MONDAY = date(2026, 10, 30), date(2026, 11, 2)


def reminders(first: date, last: date | None, address: str = ANN.address) -> list[str]:
    known = apply(pending(), [Put(Away(address, first, last, NOW, "AWAY"))])
    return [f"{s.day:%d %b} {s.name}" for s in feedback_steps(known, ALMANAC, TODAY)]


AS_EVER = ["16 Oct remind_feedback", "20 Oct remind_feedback", "22 Oct tell_feedback_delayed",
           "22 Oct report_feedback_overdue"]  # fmt: skip


def test_a_reminder_that_falls_into_an_absence_waits_until_the_first_working_day_behind_it() -> None:
    assert reminders(DUE, FRIDAY) == [AS_EVER[0], "02 Nov remind_feedback", *AS_EVER[2:]]
    assert reminders(TODAY, date(2026, 10, 18))[:2] == ["19 Oct remind_feedback", AS_EVER[1]]
    assert reminders(TODAY, None)[1] == "27 Oct remind_feedback"


def test_the_first_of_two_reminders_that_waited_is_skipped_and_one_leaves() -> None:
    known = apply(pending(), [Put(Away(ANN.address, TODAY, FRIDAY, NOW, "AWAY"))])
    soon, late = feedback_steps(known, ALMANAC, TODAY)[:2]
    assert soon.day == late.day == MONDAY
    assert soon.last == DUE and late.last is None


def test_an_absence_of_somebody_else_or_on_other_days_holds_no_reminder() -> None:
    assert reminders(TODAY, FRIDAY, "bob@fire.example") == AS_EVER
    assert reminders(date(2026, 10, 21), FRIDAY) == AS_EVER


def test_an_enrolments_record_keeps_its_mentors_newest_absence() -> None:
    ann, bob = Away(ANN.address, DUE, FRIDAY, NOW, "AWAY"), Away("bob@fire.example", DUE, FRIDAY, NOW, "AWAY")
    known = apply(pending(), noted_with(pending(), {a.key: a for a in (ann, bob)}))
    assert known.all(Away) == {ANN.address: ann}
    assert noted_with(known, {ann.key: ann}) == ()
    assert noted_with(known, {}) == ()  # over, but by it the days of what waited are told
