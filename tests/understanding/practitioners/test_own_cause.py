"""Circumstances name a cause of the practitioner's own, or ask for time for their report (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

NO_CAUSE = [
    ("receipt 1", "Could you let me know if Ann would like it in Word instead?"),
    ("receipt 1", "Just so you know Ann, I'm on leave next week so won't see your feedback till the 26th"),
    ("receipt 1", "I'm off next week so don't hurry with the feedback"),
    ("receipt 1", "I need the comments before the next test on the 22nd"),
    ("receipt 1", "On holiday in Spain until Monday so no rush with your comments"),
    ("receipt 1", "No rush with the comments, I know you're busy"),
    ("receipt 1", "Could Ann do it by Friday?"),
    ("feedback 1", "Ann, that's a bit late for me, could you do the 22nd?"),
    ("check_in", "I'm stuck to be honest. I don't know what my aim should be any more."),
    ("check_in", "I've lost my way a bit. Ann, can we talk?"),
    ("check_in", "I'm stuck on the measures"),
]
CAUSES = [
    ("receipt 1", "I'm off next week so the next report will be late"),
    ("receipt 1", "Just so you know, my mum has died"),
    ("check_in", "I'm stuck at home with covid"),
    ("check_in", "I've lost my way a bit since dad died"),
    ("check_in", "I need another week"),
    ("receipt 1", "No rush with the comments, nan passed and I'm away"),
    ("receipt 1", "No hurry for the feedback, I'm in a bad way"),
    ("receipt 1", "Could Ann do it by Friday? I'm off to hospital"),
    ("deadline 1", "I need it moved to the 30th"),
    ("deadline 1", "Is there any chance of a few more days?"),
]
MANAGERS_TALK = [
    ("feedback 1", "Has Jo sent her report this month?"),
    ("feedback 1", "Has Jo handed in her report yet?"),
    ("feedback 1", "Is this normal? Jo's been waiting for weeks"),
    ("missing 1", "I'll make sure she has some time on Friday"),
    ("missing 1", "I've given her Thursday morning to do it"),
]
MANAGERS_NEWS = [
    ("missing 1", "Jo's been off since Monday"),
    ("missing 1", "Can she have till Friday? It's been mad here"),
    ("missing 1", "Why is she being chased? She's signed off"),
    ("missing 1", "I'll make sure she has time when she's back from sick leave"),
    ("missing 1", "I can't release her till November"),
]


@pytest.mark.parametrize(("letter", "text"), NO_CAUSE)
def test_who_waits_for_the_feedback_or_is_stuck_with_the_project_writes_to_the_mentor(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "message"


@pytest.mark.parametrize(("letter", "text"), CAUSES)
def test_a_cause_of_their_own_and_time_for_their_report_are_the_teams(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "circumstances"


@pytest.mark.parametrize("why", ["I'm having a breakdown", "waters broke", "my marriage is over"])
def test_who_has_no_hurry_and_may_say_why_is_asked(why: str) -> None:
    assert kind_of("practitioner", "receipt 1", f"No need to rush with the feedback, {why}") == "ask"


@pytest.mark.parametrize(("letter", "text"), MANAGERS_TALK)
def test_a_managers_question_and_the_time_that_they_make_hold_nothing(letter: str, text: str) -> None:
    assert kind_of("manager", letter, text) in {"message", "ask"}


@pytest.mark.parametrize(("letter", "text"), MANAGERS_NEWS)
def test_what_keeps_the_practitioner_is_heard_of_a_manager(letter: str, text: str) -> None:
    assert kind_of("manager", letter, text) == "circumstances"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("deadline 1", "Can I send it as a PowerPoint rather than Word?"),
        ("deadline 1", "Would it be ok to do it as slides instead of a Word document?"),
        ("message 1", "Sorry I'm off on Thursday, my day off. Could do Friday morning?"),
        ("message 1", "I'm off that day, could we make it next week?"),
    ],
)
def test_how_it_is_wanted_and_which_day_suits_is_the_mentors(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("deadline 1", "I'm off sick, can I send it as a PowerPoint later?"),
        ("message 1", "I'm off until the 20th, could I have more time for the report?"),
        ("message 1", "Sorry, I've been signed off. Could we do Friday instead?"),
    ],
)
def test_a_cause_beside_such_a_question_is_still_the_teams(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("circumstances", "ask")


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "I'm not sure about the aim. Things at home are bad, he's hitting me."),
        ("feedback 1", "I'm stuck with the measures. The house has been repossessed."),
        ("feedback 1", "I can't think about data, he's been charged and I've to give evidence."),
        ("feedback 1", "I'm confused about the aim. I've been crying since Sunday."),
        ("feedback 1", "I'm a bit lost with the data, I've not slept since the break-in."),
        ("nudge", "I'm lost with the data and with everything else, I can't see a way on."),
        ("feedback 1", "Can't see which measure to choose. The police were here again last night."),
        ("feedback 1", "Would another week suit you? I've been sleeping in the car since the split."),
        ("receipt 1", "I'm still waiting, and he's got the kids now."),
        ("receipt 1", "I need it before the bailiffs come on Monday."),
        ("receipt 1", "Any chance of your comments by Friday? After that I'm inside for six weeks."),
        ("missing 1", "Could I send it as slides? My eyes are bad since the fall."),
        ("missing 1", "Would Ann like it in Word? I'm typing one-handed after the fall."),
        ("missing 1", "Is a photo of it ok, or as a pdf? I'm living in the car just now."),
        ("missing 1", "Can I put it into the body of an e-mail? My ex smashed my laptop."),
        ("deadline 1", "Is it ok as a Google Doc? I'm in a B&B with the kids since he came back."),
    ],
)
def test_what_is_not_of_the_work_beside_it_may_be_the_cause(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("circumstances", "ask")


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("receipt 1", "I need it before the board meeting on Monday."),
        ("receipt 1", "Any chance of your comments by Friday?"),
        ("feedback 1", "I'm stuck with the measures. Can we talk?"),
        ("feedback 1", "I'm a bit lost with the run chart. Could you ring me?"),
        ("feedback 1", "I'm confused about the PDSA. Do I start a new one or go on with the old one?"),
        ("missing 1", "Is a pdf ok, or would you rather have it in Word?"),
        ("deadline 1", "Should it be in Word or as a pdf?"),
    ],
)
def test_what_is_all_of_the_work_is_the_mentors(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"
