"""A day that a mentor asks for is the new day of the feedback; one to meet on or for Jo to do something by, isn't."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model.reports import Report
from qibot.understanding.phrases.asked_day import are_for_reader, questions_beside
from tests.support.build import ANN
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of, read_as

NAMED, DUE = date(2026, 11, 27), date(2026, 11, 19)
ASKED = [
    "Hi Jo, can I have until 27 November please?",
    "Would the 27th be ok for this one?",
    "Is it alright if I do this by the 27th Jo?",
    "Jo I know it's due the 19th but can we say 27 November?",
]
MEETS = [
    "Jo - can we have 20 minutes on Teams before I write anything? Tuesday or Thursday after 3 would suit me.",
    "Jo, could you spare half an hour before I write this up? Monday or Tuesday works for me.",
]
ALONE = ["26/11", "26th?", "How about 26 November?", "Would the 26th be ok?"]
AMID = [
    "Thanks Jo, can't open the chart. I'm away next week so will be 27 November before I can comment. Can you resend?",
    "Jo, could you send me the data? I'll need that before I can give you feedback so it'll be the 27th.",
]
OF_ELSE = [
    "Can we meet on 27 November?",
    "Can you send me your data by 27 November?",
    "Are you at the Learning Session on 27 November?",
]


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


def due(s: Scene) -> date:
    return s.case.all(Report)["1"].feedback_due


@pytest.mark.parametrize("words", ASKED)
def test_a_day_that_is_asked_for_is_the_new_day(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert due(waiting) == NAMED


@pytest.mark.parametrize("words", ALONE)
def test_a_day_alone_answers_our_question_until_when(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", "I'll need more time for this one, sorry.", sender=ANN.address)
    assert "no day can be read" in waiting.last("confirm_command")
    waiting.answers("confirm_command", words, sender=ANN.address)
    assert due(waiting) == date(2026, 11, 26)


@pytest.mark.parametrize("words", AMID)
def test_a_day_amid_a_message_counts_and_the_message_goes_on(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert due(waiting) == NAMED
    assert words.split()[-1] in waiting.last("relay_message")


@pytest.mark.parametrize("words", OF_ELSE)
def test_a_day_that_is_asked_for_something_else_is_no_new_day(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert due(waiting) == DUE


@pytest.mark.parametrize("words", MEETS)
def test_days_that_suit_for_a_talk_are_for_the_practitioner_to_read(tmp_path: Path, words: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", words, ANN.address) == "message from the mentor"
    assert s.raws("relay_message")
    assert not s.raws("expect_feedback_by")


def test_a_day_for_the_feedback_beside_a_talk_is_still_asked_for(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    said = "Can we talk on Monday? And can I have until Friday 27 November for my comments?"
    assert s.answers("forward_report", said, ANN.address) == "EXPECT for report 1"


@pytest.mark.parametrize(
    "text",
    [
        "Can I have till the 3rd Jo? Late one for me as well.",
        "Is the 3rd all right, Jo? Mad week here.",
        "Is the 3rd okay Jo? Snowed under.",
        "Could I have until the 3rd Jo",
    ],
)
def test_a_name_or_fine_may_stand_behind_a_day_that_is_asked_for(text: str) -> None:
    assert read_as("mentor", "report 3", text, "Wed 2026-11-25") == "delay 2026-12-03"


@pytest.mark.parametrize(
    "text",
    [
        "Is the 3rd all right for a meeting, Jo?",
        "Is the 3rd fine for our chat?",
        "Is the 3rd all right for me to come by, Jo?",
        "Hold the data till the 3rd Test? Liked the chart.",
        "Is the 3rd possible change in the chart?",
    ],
)
def test_a_day_to_meet_on_and_a_third_of_something_are_none(text: str) -> None:
    assert not read_as("mentor", "report 3", text, "Wed 2026-11-25").startswith("delay")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("report 1", "I'll need until the 20th. Would it be better if Bob had her?"),
        ("report 1", "By the 20th. Could Bob have her instead?"),
        ("report 1", "By the 20th. Could Bob take Jo on?"),
        ("report 1", "I'll get it done by the 20th. Should she still be on this?"),
        ("report 1", "I'll need until the 20th. Is she always this slow?"),
        ("report 1", "It'll be the 20th I'm afraid. How long do I have to keep this up?"),
        ("reminder 1", "Friday 16 October. Is there anyone I can talk to about this one?"),
        ("report 1", "I'll need until the 20th. Why does she get so long and I get a week?"),
        ("report 1", "I'll need until the 20th. What is the point of all this?"),
        ("reminder 1", "Monday 19 October. Do we really need all these reports?"),
    ],
)
def test_a_question_beside_a_day_that_is_not_for_the_practitioner_is_asked_about(answers: str, said: str) -> None:
    assert kind_of("mentor", answers, said) == "ask"


@pytest.mark.parametrize(
    "said",
    [
        "I'll get it done by the 20th. Is there a newer file than this one?",
        "I'll need until the 20th. When do you start the second test?",
        "I'll need until the 20th. Could you tell me what your team thinks of it?",
    ],
)
def test_one_for_the_practitioner_goes_on_beside_the_new_day(said: str) -> None:
    assert are_for_reader(questions_beside(said, date(2026, 10, 8)), frozenset(["jo", "smith"]))
    assert kind_of("mentor", "report 1", said) in ("delay", "message")
