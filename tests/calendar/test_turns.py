"""Nobody gets a burst across enrolments: belated letters take turns, the most urgent first (docs/calendar.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from qibot.calendar.turns import in_order, take_turns
from qibot.model.letters import LetterState, Skipped
from tests.support.build import CONFIG, TEAM, at, config
from tests.support.trio import DAY, belated, candidate, lines, pupil, reports_come, server_is_down_until, timely
from tests.support.world import World

BOSS = CONFIG.programme.manager

# --- whose turn it is ---


def test_letters_on_their_own_day_leave_however_many_one_person_gets() -> None:
    three = [c for unit in "abc" for c in timely(candidate(unit, "remind_feedback", "ann"))]
    assert take_turns(three) == three
    assert take_turns(three, {"ann"}) == three


def test_a_belated_letter_joins_no_letter_to_the_same_person_from_elsewhere() -> None:
    late = belated(candidate("a", "remind_missing", "jo"))
    assert take_turns(late) == late
    assert take_turns(late, {"jo"}) == []
    own = timely(candidate("b", "nudge_contact", "jo"))
    assert take_turns([*late, *own]) == own


def test_of_several_belated_ones_the_most_urgent_leaves_then_the_earlier_report_then_the_earlier_day() -> None:
    late = [
        *belated(candidate("a", "nudge_contact", "ann")),
        *belated(candidate("b", "remind_feedback", "ann", number=2)),
        *belated(candidate("c", "remind_feedback", "ann", number=1)),
        *belated(candidate("d", "remind_feedback", "ann", number=1, day=DAY - timedelta(days=1))),
        *belated(candidate("e", "remind_feedback", "ann", number=1, day=DAY - timedelta(days=1))),
    ]
    order = []
    while late:
        (first,) = take_turns(late)
        order.append(first.unit)
        late.remove(first)
    assert order == ["d", "e", "c", "b", "a"]


def test_what_would_take_the_place_of_a_more_urgent_letter_waits_with_it() -> None:
    urgent, less = candidate("a", "remind_missing", "jo"), candidate("a", "remind_deadline", "jo", number=2)
    both = list(in_order([(less, False), (urgent, True)]))
    assert [c.step.name for c in take_turns(both)] == ["remind_missing"]
    assert take_turns(both, {"jo"}) == []


def test_behind_a_closing_letter_nothing_leaves() -> None:
    closing, telling = candidate("a", "close_cohort", "jo"), candidate("a", "report_inactivity", "team")
    for late in (True, False):
        both = list(in_order([(telling, False), (closing, late)]))
        assert [c.step.name for c in take_turns(both)] == ["close_cohort"]


def test_of_its_two_questions_about_a_report_the_team_gets_the_more_urgent_and_both_about_two_reports() -> None:
    reminder, question = candidate("a", "ask_decision", "team"), candidate("a", "ask_escalation", "team")
    assert [c.step.name for c in take_turns(belated(reminder, question))] == ["ask_escalation"]
    assert take_turns(belated(reminder, question), {"team"}) == []
    other = candidate("a", "ask_decision", "team", number=2)
    assert [c.step.number for c in take_turns(belated(reminder, question, other))] == [1, 2]
    assert [c.step.number for c in take_turns(timely(reminder, other))] == [1, 2]


# --- people in several enrolments ---


def test_on_ordinary_days_a_mentor_of_three_gets_all_that_is_due(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    assert lines(world, "2026-10-14T12:00") == ["10-14 remind_feedback to ann@health.example"] * 3


def test_after_downtime_a_mentor_of_three_gets_one_reminder_a_day_and_the_team_one_letter(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    assert sorted(lines(world, "2026-10-26T20:00")) == [
        "10-26 remind_feedback to ann@health.example",
        "10-26 report_catch_up to team@council.example",
        "10-26 tell_feedback_delayed to jo@school.example",
        "10-26 tell_feedback_delayed to kim@school.example",
        "10-26 tell_feedback_delayed to lee@school.example",
    ]
    assert lines(world, "2026-10-30T20:00") == [
        "10-27 remind_feedback to ann@health.example",
        "10-28 remind_feedback to ann@health.example",
    ]


def test_the_programme_manager_gets_one_belated_escalation_a_day(world: World) -> None:
    world.now = at("2026-10-12T08:00")
    world.goes_to("2026-10-21T20:00")  # both reminders have gone out
    world.now = at("2026-10-26T08:30")
    assert lines(world, "2026-10-30T20:00", "escalate_missing") == [
        f"10-{day} escalate_missing to {BOSS}" for day in (26, 27, 28)
    ]


def test_a_practitioner_in_two_cohorts_is_one_person(tmp_path: Path) -> None:
    both = config(
        cohorts={"2026-27": {"first_month": "2026-10", "reports": 8}, "ab": {"first_month": "2026-10", "reports": 8}}
    )
    world = World(tmp_path, pupil("Jo"), replace(pupil("Jo"), cohort="ab"), config=both)
    world.now = at("2026-10-19T08:30")
    assert lines(world, "2026-10-20T20:00") == [
        "10-19 remind_missing to jo@school.example",
        "10-20 remind_missing to jo@school.example",
    ]


def test_a_copy_is_no_letter(world: World) -> None:
    world.now = at("2026-10-19T08:30")
    assert len(lines(world, "2026-10-19T20:00", "remind_missing")) == 3  # the mentor has a copy of each


def test_a_restart_or_a_clock_set_back_within_the_day_lets_no_second_one_go(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    world.goes_to("2026-10-26T11:00")
    world.bot = world.started()
    assert lines(world, "2026-10-26T20:00") == []
    world.now = at("2026-10-26T08:00")
    assert lines(world, "2026-10-26T20:00") == []
    world.bot = world.started()
    world.now = at("2026-10-25T08:00")
    assert [line.split()[0] for line in lines(world, "2026-10-28T20:00", "remind_feedback")] == ["10-27", "10-28"]


def test_what_waits_for_the_next_day_is_not_looked_at_until_then(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    world.goes_to("2026-10-26T10:00")
    looked: list[str] = []
    monkeypatch.setattr("qibot.hands.caller.look", lambda case, *_: looked.append(case.unit))
    world.goes_to("2026-10-26T20:00")
    assert looked == []


def test_letters_that_wait_since_earlier_days_for_the_server_reach_a_person_one_a_day(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    server_is_down_until(world, "2026-10-15T08:00")
    assert [line.split()[0] for line in lines(world, "2026-10-16T20:00", "remind_feedback")] == ["10-15", "10-16"]
    assert lines(world, "2026-10-18T20:00", "remind_feedback") == []
    gone = [s.reason for c in world.cases() for s in c.all(Skipped).values() if s.key.startswith("feedback-soon")]
    assert len(gone) == 1  # the third's time, the day on which feedback is due, is over
    assert "settled" in gone[0]
    assert len(lines(world, "2026-10-19T20:00", "remind_feedback")) == 3  # of the next step, on its own day


def test_notices_to_the_team_that_wait_since_earlier_days_for_the_server_are_gathered(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.goes_to("2026-10-20T20:00")
    server_is_down_until(world, "2026-10-22T08:00")
    written = [x.name for c in world.cases() for x in c.letters.values() if x.state is LetterState.WAITING]
    assert written.count("report_feedback_overdue") == 3
    sent = [line.split()[:2] for line in lines(world, "2026-10-30T20:00") if line.endswith(TEAM)]
    assert [line for line in sent if line[1] not in ("report_trouble", "report_recovered")] == [
        ["10-22", "report_feedback_overdue"],
        ["10-23", "report_catch_up"],
    ]


def test_the_plan_of_a_programme_after_downtime_is_what_happens(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    planned = [(p.at, p.unit, p.notice, p.to) for p in world.planned("2026-12-24T20:00")]
    world.every = timedelta(minutes=30)
    world.goes_to("2026-12-24T20:00")
    sent = [(x.settled, unit, x.name, x.to) for unit, x in world.letters() if x.timed]
    assert len(planned) > 40
    assert planned == sorted(s for s in sent if s[0] is not None and s[0] > at("2026-10-26T08:30"))


def test_the_plan_knows_of_letters_that_wait_for_their_turn(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.goes_to("2026-10-13T20:00")
    server_is_down_until(world, "2026-10-22T08:00")
    ours = ("report_trouble", "report_recovered")
    planned = [
        f"{world.almanac.day(p.at)} {p.notice}" for p in world.planned("2026-11-30T20:00") if p.notice not in ours
    ]
    assert any("already written" in p.rule for p in world.planned("2026-10-22T20:00"))
    sent = [line for line in world.goes_to("2026-11-30T20:00") if line.split()[1] not in ours]
    assert sorted(planned) == sorted(sent)
