"""The team says who a stranger is, and all that came from the address counts from its true arrival."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from qibot.hands.clerk import Clerk
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK, Alias
from qibot.model.people import Role, Status
from qibot.people.directory import Directory
from tests.support.build import ANN, ENROLMENT, JO, TEAM, at, message
from tests.support.desk_world import MORNING, SAM, Desk, strange


def test_one_click_says_who_a_stranger_is_and_the_report_counts_from_its_true_arrival(world: Desk) -> None:
    world.gets(strange(), "2026-10-15T10:00")
    world.now = at("2026-10-16T11:00")  # a day after the deadline
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    report = world.case.report(1)
    assert report is not None
    assert (report.received, report.late) == (at("2026-10-15T10:00"), False)
    assert world.waiting() == {}
    assert len(world.all("forward_report")) == 1
    assert "Done:" in world.told()
    world.gets(message("jo.smith@elsewhere.example", "A question", "What is a PDSA cycle?"))
    assert len(world.all("relay_message")) == 1
    assert world.waiting() == {}, "the address is known from now on"


def test_this_is_settles_all_that_came_from_the_address_and_what_no_letter_listed_a_later_one_does(
    world: Desk,
) -> None:
    world.gets(strange(1), MORNING)
    world.gets(strange(2), "2026-10-13T10:00")
    world.now = at("2026-10-20T10:00")
    world.bot.round()
    assert len(world.all("report_quarantine")) == 2
    assert b"Report 2" in world.letter("report_quarantine")
    world.gets(strange(3))
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    assert world.waiting() == {}
    assert "3 messages" in world.told()


def test_who_is_in_no_sheet_cant_be_the_sender_and_the_answer_says_what_would_have_worked(world: Desk) -> None:
    world.gets(strange(), MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), "THIS IS nobody@council.example")
    assert len(world.waiting()) == 1
    assert "people sheet" in world.told()


@pytest.mark.parametrize(
    "said",
    [
        "jo@school.example<mailto:jo@school.example>", "jo@school.example <mailto:jo@school.example>",
        "<jo@school.example>",
        "Jo Smith <jo@school.example>", "jo@school.example, thanks", "jo@school.example please (her new address)",
    ],
)  # fmt: skip
def test_the_address_may_stand_as_mail_programs_and_people_write_it(world: Desk, said: str) -> None:
    world.gets(strange(), MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), f"THIS IS {said}")
    assert world.waiting() == {}, world.told()


@pytest.mark.parametrize(
    "said",
    [
        "not jo@school.example", "jo@school.example or sam@school.example", "jo", "(not) jo@school.example",
        "jo@school.example (or is it sam?)", "jo@school.example (no - please wait)", "jo@school.example, I think",
        "Ann Lee <jo@school.example>",
    ],
)  # fmt: skip
def test_what_says_more_than_an_address_settles_nothing(world: Desk, said: str) -> None:
    world.gets(strange(), MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), f"THIS IS {said}")
    assert len(world.waiting()) == 1


def test_a_crash_after_the_teams_word_doubles_nothing(world: Desk) -> None:
    world.gets(strange(), MORNING)

    def dies(step: str) -> None:
        if step == "committed" and world.case.report(1):
            raise KeyboardInterrupt

    world.step = dies
    with pytest.raises(KeyboardInterrupt):
        world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    assert len(world.waiting()) == 1
    world.step = lambda _name: None
    world.bot = world.started()
    world.bot.round()
    assert world.waiting() == {}
    assert len(world.case.submissions(1)) == 1
    assert len(world.all("forward_report")) == 1


def test_a_word_can_be_taken_back_while_the_message_has_not_been_dealt_with(
    world: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.gets(strange(), MORNING)
    letter = world.letter("report_quarantine")
    with monkeypatch.context() as patched:
        patched.setattr(Clerk, "deal_with_released", lambda _self: None)
        world.answers(TEAM, letter, f"THIS IS {JO.address}")
        assert "jo.smith@elsewhere.example" in world.store.load(DESK).all(Alias)
        world.answers(TEAM, letter, "UNDO")
    assert world.store.load(DESK).all(Alias) == {}
    world.bot.round()
    assert world.case.report(1) is None
    world.answers(TEAM, letter, f"THIS IS {JO.address}  ")
    world.answers(TEAM, letter, "UNDO ")
    assert "things have moved on" in world.told()


def test_a_listed_address_is_never_somebody_elses(world: Desk) -> None:
    people = Directory(lambda unit: unit, lambda moment: moment.date())
    people.note(world.case)
    people.note(apply(Case(DESK), [Put(Alias(ANN.address, JO.address)), Put(Alias("new@x.example", JO.address))]))
    assert people.parts(ANN.address) == {ENROLMENT.unit: Role.MENTOR}
    assert people.parts("new@x.example") == {ENROLMENT.unit: Role.PRACTITIONER}


def test_what_was_released_and_still_cant_be_placed_waits_again_and_is_told_of(world: Desk) -> None:
    world.gets(strange(), MORNING)
    world.store.commit(SAM.unit, [Put(replace(SAM, status=Status.WITHDRAWN))])
    world.bot = world.started()
    world.answers(TEAM, world.letter("report_quarantine"), "THIS IS sam@school.example")
    (item,) = world.waiting().values()
    assert "withdrawn" in item.cause
    assert not item.decided
    world.now += timedelta(minutes=61)
    world.bot.round()
    assert len(world.all("report_quarantine")) == 2
