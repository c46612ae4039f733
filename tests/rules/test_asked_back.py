"""While the team is asked back what it has decided about a missing report, nobody is chased for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear
from qibot.model import InQuestion, Put, Role, apply
from qibot.rules.asked_back import _hold
from tests.support.build import CONFIG, ENROLMENT, TEAM, at, config, mail
from tests.support.dialogue import Scene

ILL = "I've been in hospital and can't do report 1 in time."
UNCLEAR = [
    "Hmm, who is her manager now?",
    "TEAM",
    "leave everything as it is until the 5th and then let her go",
    "Has anybody spoken to her?",
    "I'd be minded to let her off",
    "ACCEPT UNTIL soon",
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Jo is ill, and her circumstances hold the ladder until the end of Wednesday, 21 October."""
    made = Scene(tmp_path_factory.mktemp("told") / "it", ENROLMENT, config=CONFIG)
    made.writes_until("2026-10-16T12:00")
    made.answers("remind_missing", ILL)
    made.writes_until("2026-10-21T11:00")
    assert made.raws("ask_exceptional", TEAM)
    return made


@pytest.fixture
def s(told: Scene, tmp_path: Path) -> Scene:
    return told.copied(tmp_path / "now")


def chased(s: Scene, until: str) -> list[str]:
    """The letters of the ladder until then."""
    return [one for one in s.goes_to(until) if "missing" in one]


def test_without_a_word_of_the_teams_the_ladder_goes_on(s: Scene) -> None:
    assert chased(s, "2026-10-23T18:00")


@pytest.mark.parametrize("said", UNCLEAR)
def test_nobody_is_chased_while_the_team_is_asked_back(s: Scene, said: str) -> None:
    assert s.answers("ask_exceptional", said, TEAM) == "a command that can't be carried out"
    assert "No reminder about report 1 goes out until 29 October 2026" in s.last("confirm_command")
    assert chased(s, "2026-10-29T18:00") == []
    assert chased(s, "2026-11-02T18:00")


def test_the_reminder_of_the_open_decision_asks_back_likewise(s: Scene) -> None:
    s.goes_to("2026-10-21T15:00")
    s.answers("ask_decision", UNCLEAR[0], TEAM)
    assert chased(s, "2026-10-29T18:00") == []


def test_who_is_asked_back_again_holds_nothing_anew(s: Scene) -> None:
    s.answers("ask_exceptional", UNCLEAR[0], TEAM)
    s.goes_to("2026-10-28T12:00")
    s.answers("ask_exceptional", UNCLEAR[3], TEAM)
    assert chased(s, "2026-10-30T18:00")


def test_a_decision_ends_it_at_once(s: Scene) -> None:
    s.answers("ask_exceptional", UNCLEAR[0], TEAM)
    s.answers("ask_exceptional", "DECLINE", TEAM)
    assert not s.case.all(InQuestion)
    assert chased(s, "2026-10-23T18:00")


def test_a_silence_holds_whatever_is_owed(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.goes_to("2026-11-17T12:00")
    assert s.raws("report_inactivity", TEAM)
    s.answers("report_inactivity", UNCLEAR[0], TEAM)
    assert {n for x in s.case.all(InQuestion).values() for n in x.numbers} >= {2}
    assert chased(s, "2026-11-24T18:00") == []


def test_what_is_asked_back_of_a_mentor_holds_nothing(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.now = s.now.replace(day=12)
    s.sends("Report 1", "Report 1.pdf")
    s.goes_to("2026-10-26T12:00")
    s.answers("report_feedback_overdue", UNCLEAR[0], TEAM)
    assert not s.case.all(InQuestion)


@pytest.mark.parametrize("said", ["Not yet.", "No, leave it for now.", "Leave it with me."])
def test_that_nothing_is_to_be_done_is_a_decision_too(tmp_path: Path, said: str) -> None:
    s = Scene(tmp_path, ENROLMENT, config=config(calendar={"escalation": "ask"}))
    s.goes_to("2026-10-22T12:00")
    s.answers("ask_escalation", UNCLEAR[3], TEAM)
    assert s.case.all(InQuestion)
    s.answers("ask_escalation", said, TEAM)
    assert not s.case.all(InQuestion)


def test_thanks_decide_nothing_and_the_hold_stays(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=config(calendar={"escalation": "ask"}))
    s.goes_to("2026-10-22T12:00")
    s.answers("ask_escalation", UNCLEAR[3], TEAM)
    s.answers("ask_escalation", "Thanks!", TEAM)
    assert s.case.all(InQuestion)


def test_what_is_asked_back_before_the_report_is_due_holds_the_ladder_from_that_day(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-05T12:00")
    s.sends("Report 1", text="I've had a stroke and will not have report 1 in time.")
    s.answers("ask_exceptional", UNCLEAR[0], TEAM)
    assert "No reminder about report 1 goes out until 23 October 2026" in s.last("confirm_command")
    assert chased(s, "2026-10-23T18:00") == []
    assert chased(s, "2026-10-27T18:00")


def test_a_decision_ends_such_a_hold_before_it_begins(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.writes_until("2026-10-05T12:00")
    s.sends("Report 1", text="I've had a stroke and will not have report 1 in time.")
    s.answers("ask_exceptional", UNCLEAR[0], TEAM)
    s.answers("ask_exceptional", "DECLINE", TEAM)
    assert chased(s, "2026-10-16T18:00")


def test_a_decision_that_is_taken_back_holds_it_anew(s: Scene) -> None:
    s.answers("ask_exceptional", UNCLEAR[0], TEAM)
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    assert not s.case.all(InQuestion)
    s.answers("confirm_command", "UNDO", TEAM)
    assert s.case.all(InQuestion)
    assert chased(s, "2026-10-29T18:00") == []


def test_a_hold_that_was_over_before_the_report_was_due_bars_no_other(s: Scene) -> None:
    s.answers("ask_exceptional", UNCLEAR[0], TEAM)
    (first,) = s.case.all(InQuestion).values()
    again = CommandUnclear(arrived(s), s.case.unit, 2, Role.TEAM, "", "")
    early = apply(s.case, (Put(replace(first, key="asked back/2", numbers=(2,))),))
    assert _hold(early, again, 2, Almanac(CONFIG)).since == again.arrival.arrived
    assert _hold(early, replace(again, number=1), 1, Almanac(CONFIG)) == first


def arrived(s: Scene) -> Arrival:
    """A mail of 18 November, when report 2 is overdue."""
    now = at("2026-11-18T09:00")
    return Arrival(mail(), now, "kept", now)
