"""What a manager, or a mentor, says of another practitioner of theirs is laid on nobody else, nor read by them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model import Put, Status
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene
from tests.understanding.hearing.test_whom_else import begun, reached

SAMS = "2026-27/sam.baird"


def _resting(tmp_path: Path, status: Status) -> Scene:
    """Ann has Jo and Sam, and Sam's enrolment rests."""
    s = begun(tmp_path)
    s.store.commit(SAMS, [Put(replace(s.store.load(SAMS).enrolment, status=status))])
    s.bot = s.started()
    return s


def _told(s: Scene, name: str) -> list[str]:
    """The subjects of the letters of this kind that the team has."""
    return [str(head["Subject"]) for head in s.heads(name)]


@pytest.mark.parametrize(
    "text",
    [
        "Lovely Jo. Sam's drinking is getting worse, Ann, have you noticed?",
        "Well done Jo. I'm not sure Sam will see the year out, what do you think Ann?",
        "Well done Jo, thanks Ann. Sam's under review so Jo will be carrying both projects.",
    ],
)
def test_nobody_reads_a_managers_word_about_another_before_the_manager_has_said_for_whom(
    tmp_path: Path, text: str
) -> None:
    s = begun(tmp_path)
    assert reached(s, "relay_feedback", text, MEG.address) == set()
    assert s.heads("ask_which_report")


@pytest.mark.parametrize(
    "text",
    ["Well done Jo. You could ask Sam for the huddle sheet.", "Great Jo, thanks Ann. I can free Jo on Tuesdays."],
)
def test_a_managers_pointer_to_another_and_plain_talk_go_to_both(tmp_path: Path, text: str) -> None:
    assert JO.address in reached(begun(tmp_path), "relay_feedback", text, MEG.address)


@pytest.mark.parametrize(
    "text",
    [
        "Excellent Jo. By the way Sam's on compassionate leave until the end of November.",
        "Well done Jo. Poor Sam's mum died last night, he'll be away for a bit.",
        "Sam's off until the 26th with his back. Jo, well done.",
        "Very good Jo. Sam has been rushed to hospital, so nothing from him this month I'm afraid.",
    ],
)
def test_what_a_manager_tells_of_another_beside_praise_is_that_ones(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path)
    s.answers("relay_feedback", text, MEG.address)
    s.bot.round()
    told = _told(s, "ask_exceptional") + _told(s, "report_in_confidence")
    assert told and all("Sam" in one for one in told)


def test_what_befell_the_one_whose_thread_it_is_stays_theirs(tmp_path: Path) -> None:
    s = begun(tmp_path)
    s.answers("relay_feedback", "Thanks Ann. Jo's mum died last night. Sam covers for her.", MEG.address)
    s.bot.round()
    assert all("Jo" in one for one in _told(s, "ask_exceptional"))
    assert _told(s, "ask_exceptional")


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN])
@pytest.mark.parametrize(
    "text",
    [
        "Sam's back at his desk on Monday and keen to get going again.",
        "Sam has decided not to come back, he's leaving us at the end of the month.",
        "Sam's in hospital again, poor man.",
    ],
)
def test_what_a_manager_tells_of_one_whose_enrolment_rests_moves_nothing_and_reaches_the_team(
    tmp_path: Path, status: Status, text: str
) -> None:
    s = _resting(tmp_path, status)
    s.takes(message(MEG.address, "Sam Baird", text, ()))
    s.bot.round()
    assert not _told(s, "ask_exceptional") + _told(s, "report_leaving")
    assert ["Sam" in one for one in _told(s, "report_in_confidence")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "I'm worried about Sam, he sounded suicidal on the phone yesterday.",
        "Sam's marriage has ended, he tells me.",
        "Sam and I met today, we've agreed he picks it up from where he was.",
    ],
)
def test_a_mentors_word_about_one_whose_enrolment_rests_reaches_the_team_at_once(tmp_path: Path, text: str) -> None:
    s = _resting(tmp_path, Status.PAUSED)
    s.takes(message(ANN.address, "Sam Baird", text, ()))
    s.bot.round()
    assert _told(s, "report_in_confidence") and not s.heads("ask_which_report")
    assert all(set(who) <= {TEAM} for who, raw in s.outbox.delivered if b"report_in_confidence" in raw)


@pytest.mark.parametrize(
    "text",
    [
        "Moira has been signed off sick so we're short-handed in the children's section.",
        "Jo's colleague Moira has lost her husband, so the branch is closed on Friday.",
    ],
)
def test_what_befell_somebody_else_is_no_circumstance_of_the_only_practitioner(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT)
    s.takes(message(MEG.address, "Hello", text, ()))
    s.bot.round()
    assert not _told(s, "ask_exceptional") and _told(s, "report_in_confidence")


@pytest.mark.parametrize(
    "text", ["Jo's mum Moira has died.", "Jo has been signed off by Dr Hay.", "Jo lost her father."]
)
def test_what_befell_the_only_practitioner_or_theirs_is_their_circumstance(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT)
    s.takes(message(MEG.address, "Hello", text, ()))
    s.bot.round()
    assert _told(s, "ask_exceptional")


@pytest.mark.parametrize(
    "text",
    [
        "Is Ann OK? She usually gets back to me within the day.",
        "Has anyone heard from Ann? She's usually so quick.",
        "What's up with Ann? She's usually so quick.",
        "How's Ann doing? I heard about her husband.",
    ],
)
def test_who_asks_after_their_mentor_asks_nobody_but_the_team(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path)
    assert reached(s, "receipt", text, JO.address) <= {TEAM}


@pytest.mark.parametrize(
    "text",
    [
        "Could you ask Ann whether she's free on Friday?",
        "Does Ann think five cycles of the same thing should be told as one?",
        "Could Ann look at the section on spread first?",
        "Ann, is this what you meant by a run chart?",
    ],
)
def test_a_question_for_the_mentor_by_name_goes_to_them(tmp_path: Path, text: str) -> None:
    assert reached(begun(tmp_path), "receipt", text, JO.address) == {ANN.address}
