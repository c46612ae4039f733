"""What is to come: the plan, the watch, and the last look before a letter of the calendar leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from qibot.calendar.almanac import Almanac
from qibot.calendar.plan import plan
from qibot.model.case import Put
from qibot.model.letters import LetterState, Skipped
from qibot.model.people import Status
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, LONDON, MEG, TEAM, at, case, message
from tests.support.world import World

ALMANAC = Almanac(CONFIG)
BOSS = "boss@council.example"
UNIT = ENROLMENT.unit


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    yield World(tmp_path)


@pytest.mark.slow
def test_what_the_plan_says_on_monday_is_what_happens_by_friday(world: World) -> None:
    for monday in (date(2026, 10, 5) + timedelta(weeks=n) for n in range(9)):
        world.goes_to(f"{monday}T08:00")
        until = at(f"{monday + timedelta(days=4)}T20:00")
        planned = plan([world.case], ALMANAC, world.now, until)
        assert world.goes_to(f"{monday + timedelta(days=4)}T20:00") == [
            f"{ALMANAC.day(p.at)} {p.notice}" for p in planned
        ]


def test_the_plan_of_a_missing_report_names_rule_reason_and_readers() -> None:
    planned = plan([case()], ALMANAC, at("2026-10-16T08:00"), at("2026-10-23T12:00"))
    assert [(ALMANAC.day(p.at), p.notice, p.to, p.copy) for p in planned] == [
        (date(2026, 10, 16), "remind_missing", (JO.address,), (ANN.address,)),
        (date(2026, 10, 21), "remind_missing_again", (JO.address,), (ANN.address, MEG.address)),
        (date(2026, 10, 22), "escalate_missing", (BOSS,), (TEAM, ANN.address)),
    ]
    assert "1 working day" in planned[0].rule
    assert "15 October 2026" in planned[0].reason


def test_the_plan_changes_nothing_and_a_paused_enrolment_has_none() -> None:
    before = case()
    plan([before], ALMANAC, at("2026-10-01T08:00"), at("2027-07-01T08:00"))
    assert before == case()
    paused = case(enrolment=replace(ENROLMENT, status=Status.PAUSED))
    assert plan([paused], ALMANAC, at("2026-10-01T08:00"), at("2027-07-01T08:00")) == []


def test_nobody_who_has_submitted_is_reminded(world: World) -> None:
    world.inbox.put(message(files=("r.pdf",)), at("2026-10-09T10:00"))
    world.now = at("2026-10-09T10:00")
    assert world.goes_to("2026-10-15T20:00") == ["2026-10-09 receipt", "2026-10-09 forward_report",
                                                 "2026-10-14 remind_feedback"]  # fmt: skip


def test_a_letter_that_waited_for_the_server_is_not_sent_when_the_report_came_meanwhile(world: World) -> None:
    world.now = at("2026-10-16T08:59")
    world.outbox.down = True
    world.goes_to("2026-10-16T12:00")
    assert [x.state for x in world.case.letters.values() if x.name == "remind_missing"] == [LetterState.WAITING]
    world.inbox.put(message(files=("r.pdf",)), world.now)
    world.outbox.down = False
    sent = world.goes_to("2026-10-16T23:00")
    assert {s.split()[1] for s in sent} == {"forward_report", "receipt", "report_trouble", "report_recovered"}
    assert "remind_missing" not in {x.name for x in world.case.letters.values()}
    assert any("settled" in s.reason for s in world.case.all(Skipped).values())


@pytest.mark.slow
def test_a_letter_that_waited_overnight_leaves_in_working_hours_and_the_next_row_keeps_its_distance(
    world: World,
) -> None:
    world.now = at("2026-10-16T08:59")
    world.outbox.down = True
    world.goes_to("2026-10-16T18:00")
    world.outbox.down = False
    sent = [s for s in world.goes_to("2026-10-27T20:00") if "missing" in s]
    assert sent == ["2026-10-19 remind_missing", "2026-10-22 remind_missing_again", "2026-10-23 escalate_missing"]


def test_after_downtime_over_the_whole_ladder_there_is_one_letter_and_never_a_burst(world: World) -> None:
    world.now = at("2026-10-28T08:30")
    sent = world.goes_to("2026-11-05T20:00")
    assert [s for s in sent if "missing" in s] == [
        "2026-10-28 remind_missing", "2026-11-02 remind_missing_again", "2026-11-03 escalate_missing",
    ]  # fmt: skip
    to_jo = [s.split()[0] for s in sent if s.split()[1] in ("remind_missing", "remind_missing_again", "check_in",
                                                            "nudge_contact", "remind_deadline")]  # fmt: skip
    assert len(to_jo) == len(set(to_jo))
    assert [s.key for s in world.case.all(Skipped).values()] == [
        f"deadline/{UNIT}/1/2026-10-15/5", f"deadline/{UNIT}/1/2026-10-15/1",
    ]  # fmt: skip


def test_a_restart_at_any_moment_sends_nothing_twice(world: World) -> None:
    once = world.goes_to("2026-10-16T12:00")
    world.bot = world.started()
    assert world.goes_to("2026-10-16T20:00") == []
    assert len(once) == len(set(once))


def test_a_clock_that_was_far_ahead_and_is_set_right_keeps_the_calendar(world: World) -> None:
    right = world.now
    world.bot.round()
    world.now = datetime(2040, 1, 2, 12, tzinfo=LONDON)
    world.store.commit(UNIT, [])
    world.bot = world.started()
    world.now = right
    assert world.goes_to("2026-10-10T20:00") == ["2026-10-09 remind_deadline"]


def test_a_changed_mentor_gets_the_report_that_waits(world: World) -> None:
    world.inbox.put(message(files=("r.pdf",), text="Hello, my words."), at("2026-10-09T10:00"))
    world.now = at("2026-10-09T10:00")
    world.goes_to("2026-10-09T11:00")
    bob = replace(ANN, name="Bob Ray", addresses=("bob@fire.example",))
    world.store.commit(UNIT, [Put(replace(ENROLMENT, mentor=bob))])
    world.bot = world.started()
    assert world.goes_to("2026-10-09T12:00") == ["2026-10-09 forward_report"]
    raw = world.outbox.delivered[-1][1]
    assert b"bob@fire.example" in raw
    assert b"my words" not in raw  # they were written to Ann
    world.bot = world.started()
    assert world.goes_to("2026-10-09T13:00") == []
