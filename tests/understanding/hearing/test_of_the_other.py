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


@pytest.mark.parametrize(
    "text",
    [
        "Jo has been signed off with stress, Sam is covering.",
        "Jo's in hospital, Sam found her on the floor.",
        "Thanks Ann. Jo's mum died last night, Pat covers for her.",
        "Jo is leaving us, Sam takes the project on.",
        "Sam and Jo are both off ill this week.",
        "Jo and Sam have both handed in their notice.",
        "I'm sorry to say Jo Smith and Sam Baird have been signed off.",
        "Sam is off ill, and so is Jo.",
        "Sam tells me Jo has been rushed to hospital.",
    ],
)
def test_a_managers_sentence_that_names_both_is_this_ones(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path)
    s.answers("relay_feedback", text, MEG.address)
    s.bot.round()
    told = _told(s, "ask_exceptional") + _told(s, "report_leaving")
    assert told and all("Jo" in one for one in told) and not _told(s, "report_in_confidence")


@pytest.mark.parametrize(
    "text",
    [
        "Sam is off sick with his back, so Jo has the ward to herself.",
        "Jo is doing well, but Sam has been signed off with stress.",
        "Jo is fine, Sam lost his mum last night.",
        "Sam is off sick today and Jo is covering the clinic.",
        "Jo will stand in for Sam, who has been signed off with stress.",
    ],
)
def test_of_a_sentence_that_names_both_the_clause_that_tells_of_the_other_is_that_ones(
    tmp_path: Path, text: str
) -> None:
    s = begun(tmp_path)
    s.answers("relay_feedback", text, MEG.address)
    s.bot.round()
    told = _told(s, "ask_exceptional") + _told(s, "report_in_confidence")
    assert told and all("Sam" in one for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Jo told me that Sam is drinking again.",
        "Jo says Sam's marriage is over, what do you think Ann?",
        "Well done Jo, though Sam's under review.",
    ],
)
def test_nobody_reads_what_a_managers_sentence_says_of_another_though_it_names_both(tmp_path: Path, text: str) -> None:
    assert reached(begun(tmp_path), "relay_feedback", text, MEG.address) <= {TEAM}


@pytest.mark.parametrize(
    "text", ["Jo told Sam she wants to end it all.", "Jo is drinking, Sam tells me.", "Jo is suicidal, Sam rang me."]
)
def test_a_mentors_worry_that_names_both_is_about_this_one(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path)
    assert reached(s, "forward_report", text, ANN.address) <= {TEAM}
    told = _told(s, "report_needs_support")
    assert told and all("Jo" in one for one in told)


def test_a_mentors_worry_about_the_other_beside_praise_of_this_one_is_that_ones(tmp_path: Path) -> None:
    s = begun(tmp_path)
    text = "Jo's aim is very good and clear, but I'm worried about Sam, he's drinking."
    assert reached(s, "forward_report", text, ANN.address) <= {TEAM}
    told = _told(s, "report_needs_support")
    assert told and all("Sam" in one for one in told)


def test_no_clear_aim_is_told_of_whom_it_names(tmp_path: Path) -> None:
    s = begun(tmp_path)
    text = "Between us, Jo has no aim and Sam is way ahead of her."
    assert reached(s, "forward_report", text, ANN.address) <= {TEAM}
    told = [h for name in ("report_no_clear_aim", "report_needs_support") for h in _told(s, name)]
    assert told and all("Jo" in one for one in told)


def test_what_befell_one_holds_their_reminders_though_another_who_rests_is_named_beside_it(tmp_path: Path) -> None:
    s = _resting(tmp_path, Status.PAUSED)
    s.takes(message(MEG.address, "Jo", "Jo has been signed off with stress, Sam is no better.", ()))
    s.bot.round()
    assert ["Jo" in one for one in _told(s, "ask_exceptional")] == [True]


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN])
@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (MEG.address, "Sam's in hospital again, poor man."),
        (ANN.address, "I'm worried about Sam, he sounded suicidal on the phone yesterday."),
        (ANN.address, "Sam's chart was lovely, pass that on."),
    ],
)
def test_who_tells_of_one_whose_enrolment_rests_hears_who_has_it(
    tmp_path: Path, status: Status, sender: str, text: str
) -> None:
    s = _resting(tmp_path, status)
    s.takes(message(sender, "Sam Baird", text, ()))
    s.bot.round()
    s.bot.round()
    assert _told(s, "report_in_confidence") and s.raws("confirm_command", sender)
    assert not s.heads("report_undeliverable")


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
