"""What the calendar makes of a mailbox out of reach, of people who come back, and of a mentor who changes.

The real bot, with a mailbox and a delivery in memory; the people sheet is taken over as `qibot people import` does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.letters import Skipped
from qibot.model.people import Enrolment, Person, Status
from qibot.people.enrolling import begins, compare
from qibot.store import imports
from tests.support.build import ANN, ENROLMENT, JO, at, config, message
from tests.support.world import World

BOB = Person("Bob Ray", ("bob@fire.example",))
OWN_TROUBLE = ("report_trouble", "report_recovered")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Jo, whose mentor is Ann, in October 2026."""
    yield World(tmp_path / "mail", config=config(folders={"data": str(tmp_path / "data")}))


def sheet_says(world: World, enrolment: Enrolment) -> None:
    """The team imports a sheet in which this enrolment stands thus."""
    (change,) = compare({enrolment.unit: world.case.enrolment}, [enrolment])
    after = replace(change.after, joined=world.today()) if begins(change) else change.after
    imports.lay_down(world.config.data, [after])


def comes(world: World, sender: Person, subject: str, moment: str, files: tuple[str, ...] = ("report.pdf",)) -> None:
    text = "What I liked: the clear aim." if sender is ANN else "Please find my report attached."
    world.inbox.put(message(sender=sender.address, subject=subject, text=text, files=files), at(moment))


def what_leaves(world: World, until: str) -> list[str]:
    """The letters until then, as “month-day name to whom”; not those about the bot's own trouble."""
    found = [line.removeprefix("2026-") for line in world.writes_until(until)]
    return [line for line in found if line.split()[1] not in OWN_TROUBLE]


# --- the mailbox is out of reach ---


def test_nobody_is_chased_for_a_report_that_lies_unread(world: World) -> None:
    world.now = at("2026-10-13T08:00")
    world.goes_to("2026-10-15T12:00")
    world.inbox.down = True
    comes(world, JO, "Report 1", "2026-10-15T16:00")
    assert what_leaves(world, "2026-10-21T10:00") == []
    world.inbox.down = False
    assert what_leaves(world, "2026-10-21T20:00") == [
        "10-21 receipt to jo@school.example",
        "10-21 forward_report to ann@health.example",
    ]
    report = world.case.report(1)
    assert report is not None
    assert not report.late
    assert not [x for x in world.case.letters.values() if x.name == "remind_missing"]


def test_a_mentor_is_not_chased_for_feedback_that_lies_unread(world: World) -> None:
    world.now = at("2026-10-09T10:00")
    comes(world, JO, "Report 1", "2026-10-09T10:00")
    world.goes_to("2026-10-14T20:00")
    world.inbox.down = True
    comes(world, ANN, "Report 1", "2026-10-15T10:00", files=())
    assert what_leaves(world, "2026-10-26T08:30") == []
    world.inbox.down = False
    sent = what_leaves(world, "2026-10-26T20:00")
    assert "10-26 relay_feedback to jo@school.example" in sent
    assert not [
        x for x in world.case.letters.values() if x.name in ("tell_feedback_delayed", "report_feedback_overdue")
    ]
    assert [x.key.split("/")[0] for x in world.case.letters.values() if x.name == "remind_feedback"] == [
        "feedback-soon"
    ]


def test_when_nothing_had_come_the_ladder_begins_once_the_mailbox_is_back(world: World) -> None:
    world.now = at("2026-10-13T08:00")
    world.goes_to("2026-10-15T12:00")
    world.inbox.down = True
    assert what_leaves(world, "2026-10-26T10:00") == []
    world.inbox.down = False
    assert [line for line in what_leaves(world, "2026-11-04T20:00") if "missing" in line] == [
        "10-26 remind_missing to jo@school.example",
        "10-29 remind_missing_again to jo@school.example",
        "10-30 escalate_missing to boss@council.example",
    ]


def test_a_letter_on_its_way_waits_too_while_the_mailbox_is_out_of_reach(world: World) -> None:
    world.now = at("2026-10-16T08:30")
    world.outbox.down = True
    world.goes_to("2026-10-16T12:00")
    world.inbox.down, world.outbox.down = True, False
    assert what_leaves(world, "2026-10-16T20:00") == []
    comes(world, JO, "Report 1", "2026-10-15T20:00")
    world.inbox.down = False
    sent = what_leaves(world, "2026-10-19T20:00")
    assert not [line for line in sent if "remind_missing" in line]
    assert any("settled" in s.reason for s in world.case.all(Skipped).values())


# --- somebody comes back ---


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN])
def test_who_comes_back_owes_and_hears_nothing_from_the_absence_but_is_reminded_of_the_next_report(
    world: World, status: Status
) -> None:
    world.now = at("2026-10-05T08:00")
    world.goes_to("2026-10-05T12:00")
    sheet_says(world, replace(ENROLMENT, status=status))
    assert what_leaves(world, "2026-11-20T12:00") == []
    sheet_says(world, ENROLMENT)
    assert world.goes_to("2026-11-20T20:00") == []
    assert world.almanac.owed(world.case)[0] == 3
    assert what_leaves(world, "2026-12-15T20:00") == [
        "12-10 remind_deadline to jo@school.example",
        "12-14 remind_deadline to jo@school.example",
    ]
    assert what_leaves(world, "2026-12-16T20:00") == ["12-16 remind_missing to jo@school.example"]


def test_feedback_that_was_pending_when_the_pause_began_is_asked_for_behind_it(
    world: World,
) -> None:
    world.now = at("2026-10-09T10:00")
    comes(world, JO, "Report 1", "2026-10-09T10:00")
    world.goes_to("2026-10-09T20:00")
    sheet_says(world, replace(ENROLMENT, status=Status.PAUSED))
    assert what_leaves(world, "2026-10-23T12:00") == []
    sheet_says(world, ENROLMENT)
    first_day = what_leaves(world, "2026-10-23T20:00")
    assert sorted(first_day) == [
        "10-23 remind_feedback to ann@health.example",
        "10-23 report_feedback_overdue to team@council.example",
        "10-23 tell_feedback_delayed to jo@school.example",
    ]


# --- the mentor changes ---


def told_of_bob(day: str) -> list[str]:
    """Everybody concerned hears of the new mentor, whatever brought that about."""
    return [f"{day} tell_new_mentor to {who}" for who in (JO.address, "bob@fire.example", ANN.address)]


def test_a_new_mentor_has_new_days_and_the_old_one_hears_nothing_more(world: World) -> None:
    world.now = at("2026-10-09T10:00")
    comes(world, JO, "Report 1", "2026-10-09T10:00")
    assert "10-14 remind_feedback to ann@health.example" in what_leaves(world, "2026-10-14T20:00")
    sheet_says(world, replace(ENROLMENT, mentor=BOB))
    assert what_leaves(world, "2026-11-03T20:00") == [
        *told_of_bob("10-14"),
        "10-14 forward_report to bob@fire.example",
        "10-19 remind_feedback to bob@fire.example",  # two days before the 21st
        "10-22 remind_feedback to bob@fire.example",
        "10-26 tell_feedback_delayed to jo@school.example",
        "10-26 report_feedback_overdue to team@council.example",
    ]
    later = [x for x in world.case.letters.values() if x.made > at("2026-10-14T21:30")]
    assert later
    assert not [x for x in later if ANN.address in x.recipients]


def test_every_report_that_waits_goes_to_the_new_mentor_and_an_answered_one_does_not(world: World) -> None:
    world.now = at("2026-10-09T10:00")
    comes(world, JO, "Report 1", "2026-10-09T10:00")
    world.goes_to("2026-10-12T10:00")
    comes(world, ANN, "Report 1", "2026-10-12T10:00", files=())
    world.goes_to("2026-11-10T10:00")
    comes(world, JO, "Report 2", "2026-11-10T10:00")
    world.goes_to("2026-11-11T10:00")
    sheet_says(world, replace(ENROLMENT, mentor=BOB))
    assert what_leaves(world, "2026-11-11T20:00") == [
        *told_of_bob("11-11"),
        "11-11 forward_report to bob@fire.example",
    ]
    raw = world.outbox.delivered[-1][1]
    assert b"Subject: Report 2 from Jo Smith" in raw


def test_a_reminder_written_for_the_old_mentor_does_not_leave_any_more(world: World) -> None:
    world.now = at("2026-10-09T10:00")
    comes(world, JO, "Report 1", "2026-10-09T10:00")
    world.goes_to("2026-10-13T20:00")
    world.outbox.down = True
    world.goes_to("2026-10-14T12:00")
    sheet_says(world, replace(ENROLMENT, mentor=BOB))
    world.goes_to("2026-10-14T13:00")
    world.outbox.down = False
    world.bot = world.started()
    sent = what_leaves(world, "2026-10-19T20:00")
    assert sent == [
        *told_of_bob("10-14"),
        "10-14 forward_report to bob@fire.example",
        "10-19 remind_feedback to bob@fire.example",
    ]


def test_copies_of_the_ladder_go_to_the_new_mentor(world: World) -> None:
    world.now = at("2026-10-16T08:00")
    world.goes_to("2026-10-16T12:00")
    sheet_says(world, replace(ENROLMENT, mentor=BOB))
    world.goes_to("2026-10-21T20:00")
    copies = {x.name: x.copy[0] for x in world.case.letters.values() if "missing" in x.name}
    assert copies == {"remind_missing": ANN.address, "remind_missing_again": BOB.address}
