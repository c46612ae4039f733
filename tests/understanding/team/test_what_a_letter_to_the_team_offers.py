"""The team's plain words decide what its letter offers, of whom it is about, and nothing else (team/letters.py)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qibot.model.people import Status
from tests.support.build import ANN, JO, TEAM
from tests.support.dialogue import Scene, scene

ILL = "I'm in hospital having an operation so I can't do the next report in time."
LEAVING = "I've got a new job and am leaving the council at Christmas."
WORRY = "I'm worried about Jo, she's not coping at all and her manager gives her no time."


@pytest.fixture
def ill(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("receipt", ILL)
    return s


@pytest.fixture
def leaving(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("receipt", LEAVING)
    return s


@pytest.fixture
def worried(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", WORRY, ANN.address)
    return s


@pytest.fixture(scope="module")
def feedback_overdue(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    s = scene(tmp_path_factory.mktemp("feedback_overdue"))
    s.sends("Report 1", "Report 1.pdf")
    for day in (18, 20, 23, 24, 25):
        s.goes_to(f"2026-11-{day}T20:00")
    return s


@pytest.fixture
def overdue(feedback_overdue: Scene, tmp_path: Path) -> Scene:
    return feedback_overdue.copied(tmp_path)


@pytest.fixture(scope="module")
def report_missing(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    s = scene(tmp_path_factory.mktemp("report_missing"), "2026-10-10T09:00", calendar={"escalation": "ask"})
    for day in range(13, 24):
        s.goes_to(f"2026-10-{day}T12:00")
    return s


@pytest.fixture
def missing(report_missing: Scene, tmp_path: Path) -> Scene:
    return report_missing.copied(tmp_path)


# --- of whom ---


@pytest.mark.parametrize(
    "said",
    [
        "Jo has had her feedback", "She's done it, she emailed Jo directly", "Close it please", "Take it off the list",
        "She's off", "She's left", "Put it on hold", "She's on long-term sick", "Stop her reminders", "Pause her",
    ],
)  # fmt: skip
def test_words_about_a_mentors_feedback_leave_the_practitioner_as_they_are(overdue: Scene, said: str) -> None:
    overdue.answers("report_feedback_overdue", said, TEAM)
    assert overdue.case.enrolment.status is Status.ACTIVE


def test_there_too_a_practitioner_who_is_named_can_be_withdrawn(overdue: Scene) -> None:
    overdue.answers("report_feedback_overdue", "Jo has left the programme. Please withdraw Jo.", TEAM)
    assert overdue.case.enrolment.status is Status.WITHDRAWN


@pytest.mark.parametrize("said", ["Chase her", "Remind Ann again", "Ask Bob to do it", "Send her another nudge"])
def test_what_somebody_is_to_do_is_no_note(overdue: Scene, said: str) -> None:
    overdue.answers("report_feedback_overdue", said, TEAM)
    assert "Nothing was changed" in overdue.last("confirm_command")


@pytest.mark.parametrize("said", ["Ann is finished with us", "She's off", "Sounds like Ann wants out"])
def test_words_about_the_mentor_who_worries_end_nothing(worried: Scene, said: str) -> None:
    worried.answers("report_needs_support", said, TEAM)
    assert worried.case.enrolment.status is Status.ACTIVE


# --- what ---


@pytest.mark.parametrize(
    "said",
    [
        "No", "Nope", "No it's fine", "No action needed", "No need to do anything", "No need, she sent it to me",
        "No thanks", "Not yet", "Hold off", "Best not",
    ],
)  # fmt: skip
def test_no_to_an_escalation_declines_nothing_that_nobody_claimed(missing: Scene, said: str) -> None:
    assert missing.answers("ask_escalation", said, TEAM).startswith("the team's note")
    assert not missing.raws("tell_extension")
    assert not missing.raws("escalate_missing")


@pytest.mark.parametrize("said", ["Let it go", "Let it go this time", "Let it slide"])
def test_to_let_it_go_is_not_to_escalate(missing: Scene, said: str) -> None:
    missing.answers("ask_escalation", said, TEAM)
    missing.bot.round()
    assert not missing.raws("escalate_missing")


@pytest.mark.parametrize("said", ["Yes", "Please do", "Yes please escalate", "ESCALATE"])
def test_yes_to_an_escalation_is_one(missing: Scene, said: str) -> None:
    assert missing.answers("ask_escalation", said, TEAM) == "ESCALATE for report 1"


@pytest.mark.parametrize(
    "said",
    [
        "She's withdrawing her request", "She's withdrawn her application for more time", "Put it on hold",
        "On hold until I've spoken to her", "Leaving it for now", "Pause until she's back", "Ignore this one",
        "She doesn't need it any more", "Tell her to send what she has", "No further action", "Approved",
        "I think she should withdraw", "Don't withdraw her yet", "Either pause her or take her off",
        "Ask her if the 7th would do",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_decision_is_asked_back(ill: Scene, said: str) -> None:
    ill.answers("ask_exceptional", said, TEAM)
    assert "Nothing was changed" in ill.last("confirm_command")
    assert ill.case.enrolment.status is Status.ACTIVE
    assert not ill.raws("tell_extension")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Withdraw her", Status.WITHDRAWN), ("Take her off please", Status.WITHDRAWN), ("Remove Jo", Status.WITHDRAWN),
        ("Pause her for now", Status.PAUSED), ("Let's put her on hold until January", Status.PAUSED),
        ("Off sick, pause her please", Status.PAUSED), ("Put Jo on hold while she's in hospital", Status.PAUSED),
    ],
)  # fmt: skip
def test_a_plain_order_is_carried_out(ill: Scene, said: str, status: Status) -> None:
    ill.answers("ask_exceptional", said, TEAM)
    assert ill.case.enrolment.status is status


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Give her a fortnight", "2026-11-29"), ("Yes to the extension, 30th December", "2026-12-30"),
        ("Granted, two weeks", "2026-11-29"), ("Approved, 30 December", "2026-12-30"),
    ],
)  # fmt: skip
def test_more_time_is_granted_in_few_words(ill: Scene, said: str, until: str) -> None:
    ill.answers("ask_exceptional", said, TEAM)
    assert str(ill.case.terms(2).until) == until


@pytest.mark.parametrize(
    "said",
    [
        "She's leaving at Christmas so keep her till then", "Keep her on until she goes", "Withdraw her at Christmas",
        "Yes",
    ],
)  # fmt: skip
def test_nobody_rests_or_ends_before_the_day_that_is_named(leaving: Scene, said: str) -> None:
    leaving.answers("report_leaving", said, TEAM)
    assert leaving.case.enrolment.status is Status.ACTIVE
    assert "Nothing was changed" in leaving.last("confirm_command")


def test_the_day_on_which_the_team_was_asked_is_no_reminders_day(missing: Scene) -> None:
    asked = missing.last("ask_escalation")
    missing.answers("ask_escalation", "ESCALATE", TEAM)
    missing.goes_to("2026-10-27T12:00")
    days = r"Reminders went out on ([^.]*)\."
    told = [" ".join(text.split()) for text in (asked, missing.last("escalate_missing"))]
    assert re.findall(days, told[0]) == re.findall(days, told[1]) != []


# --- what is denied ---


@pytest.mark.parametrize(
    "said", ["No! That's not what I said", "No, that's wrong", "I didn't say that!", "No", "I meant Ann has sent it"]
)
def test_a_decision_that_is_denied_is_taken_back(ill: Scene, said: str) -> None:
    ill.answers("ask_exceptional", "EXCUSE", TEAM)
    assert ill.answers("confirm_command", said, TEAM) == "UNDO"
    assert ill.case.terms(2).excused is None
    assert ill.raws("tell_undone", JO.address)


def test_another_day_is_taken_instead(ill: Scene) -> None:
    ill.answers("ask_exceptional", "EXCUSE", TEAM)
    ill.answers("confirm_command", "No, I meant until the 30th of December", TEAM)
    assert str(ill.case.terms(2).until) == "2026-12-30"


@pytest.mark.parametrize("said", ["No, nothing from her yet", "No reply from Meg", "Thanks", "No problem", "Perfect"])
def test_what_denies_something_else_leaves_the_decision(ill: Scene, said: str) -> None:
    ill.answers("ask_exceptional", "EXCUSE", TEAM)
    ill.answers("confirm_command", said, TEAM)
    assert ill.case.terms(2).excused is not None


def test_an_older_decision_is_not_taken_back_in_the_last_ones_place(ill: Scene) -> None:
    ill.answers("ask_exceptional", "EXCUSE", TEAM)
    ill.answers("ask_exceptional", "ACCEPT UNTIL 30 December", TEAM)
    ill.answers("confirm_command", "No, that's wrong", TEAM, place=-2)
    assert str(ill.case.terms(2).until) == "2026-12-30"


@pytest.mark.parametrize("order", ["WITHDRAW", "PAUSE"])
@pytest.mark.parametrize(
    "said",
    [
        "Don't withdraw her!",
        "No! She isn't leaving",
        "I never meant that",
        "Sorry, mistake. Put her back",
        "Unpause her",
    ],
)
def test_so_is_one_by_which_the_enrolment_rests(ill: Scene, order: str, said: str) -> None:
    ill.answers("ask_exceptional", order, TEAM)
    assert ill.answers("confirm_command", said, TEAM) == "UNDO"
    assert ill.case.enrolment.status is Status.ACTIVE


@pytest.mark.parametrize(
    ("said", "taken_for"),
    [("Thanks", "the team's note"), ("What does that mean?", "a command that can't be carried out")],
)
def test_what_else_is_said_of_an_enrolment_that_rests_is_asked_back(ill: Scene, said: str, taken_for: str) -> None:
    ill.answers("ask_exceptional", "WITHDRAW", TEAM)
    assert ill.answers("confirm_command", said, TEAM) == taken_for
    assert ill.case.enrolment.status is Status.WITHDRAWN


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        ("Jo is coming back on 1 December, please start her letters again.", "2026-12-01"),
        ("Please start her reminders again.", "2026-11-12"),
        ("Yes, have her back from 1 December please.", "2026-12-01"),
        ("Please switch Jo back on from 30 November.", "2026-11-30"),
        ("She's back on Monday. Please resume her letters.", "2026-11-16"),
    ],
)
def test_who_comes_back_gets_letters_from_the_day_that_is_named(ill: Scene, said: str, joined: str) -> None:
    ill.answers("ask_exceptional", "PAUSE", TEAM)
    assert ill.answers("ask_exceptional", said, TEAM) == "a change of standing"
    assert ill.case.enrolment.status is Status.ACTIVE
    assert str(ill.case.enrolment.joined) == joined
    if joined > "2026-11-12":
        assert "the letters begin on" in ill.last("confirm_command")


@pytest.mark.parametrize(
    "said",
    [
        "Jo is coming back on 1 December.", "She hopes to be back on 1 December, we'll start her letters again then.",
        "Don't start her letters again until 1 December.", "Is she back on 1 December? Please start her letters again.",
        "Her manager is back on 1 December, please start her letters again.", "Ann is coming back, start her letters.",
        "Start her letters again on 1 or 8 December.", "Please start her letters again if she's back on 1 December.",
    ],
)  # fmt: skip
def test_who_may_come_back_stays_at_rest_and_the_team_is_asked(ill: Scene, said: str) -> None:
    ill.answers("ask_exceptional", "PAUSE", TEAM)
    assert ill.answers("ask_exceptional", said, TEAM) == "a command that can't be carried out"
    assert ill.case.enrolment.status is Status.PAUSED
