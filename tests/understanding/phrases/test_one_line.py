"""A mentor's line that says one thing alone is that, however few words it has."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from qibot.understanding.phrases.one_line import tells_of_talk_alone
from tests.support.build import ANN, JO
from tests.support.dialogue import scene
from tests.support.said import kind_of


@pytest.mark.parametrize("answers", ["report 1", "reminder 1"])
@pytest.mark.parametrize(
    "text",
    ["I'd put this at a three", "I'd have this down as a 1.5", "Hi Jo,\n\nSolid 3 for me.\n\nAnn", "Stage 1.5 I think"],
)
def test_a_score_is_feedback_in_whatever_words(answers: str, text: str) -> None:
    assert kind_of("mentor", answers, text) == "feedback"


@pytest.mark.parametrize(
    "text", ["I'd put her at a 1 at most", "She's a two if I'm generous", "Jo's at a 1 and I worry"]
)
def test_a_score_that_is_given_to_somebody_spoken_of_goes_to_nobody(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("private", "ask")


def test_a_score_is_feedback_in_answer_to_a_question_too_and_a_number_is_its_answer(tmp_path: Path) -> None:
    for n, (text, taken) in enumerate(
        [("Score 2 feels about right", "feedback on report 1"), ("I'd say three", "message from the mentor")]
    ):
        s = scene(tmp_path / str(n), "2026-10-12T09:00")
        s.sends("Report 1", "Report 1.pdf", text="Here is my report 1.")
        s.answers("receipt", "Hi Ann, how many wards should we try it on?", JO.address)
        assert s.answers("relay_message", text, ANN.address) == taken


@pytest.mark.parametrize(
    "text",
    ["Zoom at 2 next week?", "Hi Jo, how was the holiday?", "Hope the new job's going well", "Coffee on Tuesday?"],
)
def test_a_talk_that_is_proposed_and_small_talk_are_a_message(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "message"


def test_who_is_behind_with_things_may_have_more_to_say_and_is_asked() -> None:
    assert kind_of("mentor", "report 1", "My daughter is off sick so I'm behind") == "ask"


@pytest.mark.parametrize(
    "text", ["Call your measure something shorter?", "How are the parents finding the new letter?"]
)
def test_what_speaks_of_the_project_is_no_small_talk(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize(
    "text",
    [
        "I've a lot on just now", "Sorry Jo, busy week, bear with me.", "Swamped this week",
        "Run off my feet at the minute",
        "The wee one is ill, sorry",
    ],
)  # fmt: skip
def test_who_is_but_busy_is_asked_for_the_day(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf", text="Here is my report 1.")
    s.answers("forward_report", text, ANN.address)
    assert "EXPECT" in s.last("confirm_command")
    assert not (s.raws("report_no_capacity") or s.raws("report_needs_support"))


@pytest.mark.parametrize(
    "text",
    [
        "I've a lot on and need to step down",
        "I've a lot on just now and can't take on any more",
        "I can't keep this up",
    ],
)
def test_who_cant_go_on_is_the_teams_however_busy(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "private"


@pytest.mark.parametrize(
    "text",
    ["Happy with this. Go ahead.", "Superb. Best I've had from you.", "It's a yes from me. On you go."],
)
def test_that_its_writer_is_happy_with_it_is_feedback(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize("text", ["Approved.", "Happy with either.", "Go ahead."])
def test_an_assent_to_nobody_knows_what_is_asked_about(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "This is just to say that I phoned her this morning, as agreed.",
        "I was meeting with Jo today in her clinic.",
        "Telephoned her today. AL",
        "Teams call with Jo, Monday, 40 minutes. For your log.",
        "She rang me while your mail was coming in, we've sorted it between us.",
    ],
)
def test_that_they_spoke_and_nothing_else_is_contact(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "spoke"


@pytest.mark.parametrize(
    "text",
    [
        "I spoke to Jo and she was in tears.",
        "I met her manager yesterday.",
        "I called her, no answer, that's the third time this month.",
        "Keep it between us but she is leaving",
    ],
)
def test_what_is_told_of_a_talk_stays_with_the_team(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("private", "ask")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Happy with that.", "ask"),
        ("Happy with it.", "message"),
        ("It's a yes from me.", "ask"),
        ("Happy with the report.", "feedback"),
        ("I'm happy with your aim. Go ahead.", "feedback"),
    ],
)
def test_in_answer_to_a_reminder_it_says_with_what_its_writer_is_happy(text: str, kind: str) -> None:
    assert kind_of("mentor", "reminder 1", text) == kind


def test_words_of_a_talk_over_and_over_take_no_time() -> None:
    begun = process_time()
    for text in ("We met this" + "-this" * 40 + " xx", "We met" + " last" * 28 + " the this" * 20 + " xx"):
        assert not tells_of_talk_alone(text, frozenset({"ann"}))
    assert process_time() - begun < 1


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("reminder 2", "Seen."),
        ("nudge", "Seen."),
        ("report 2", "Seen and noted."),
        ("report 2", "Seen, thanks. All good."),
        ("report 2", "Saw this, thanks."),
        ("report 2", "Seen both."),
        ("charter", "Seen, all fine."),
        ("reminder 2", "Seen this, yes."),
        ("nudge", "Seen this."),
        ("reminder 2", "Yes, called already."),
        ("reminder 2", "I was called in to her office."),
        ("nudge", "Called in to her ward."),
    ],
)
def test_who_has_seen_a_letter_or_calls_nobody_has_spoken_to_nobody(answers: str, text: str) -> None:
    assert kind_of("mentor", answers, text) != "spoke"


@pytest.mark.parametrize(
    "text",
    [
        "Met her today.",
        "Seen Jo on Monday.",
        "We met on Tuesday.",
        "Saw her this morning, all good.",
        "Spoke today.",
        "Called her yesterday.",
        "Caught up with Jo on Friday.",
        "We called each other.",
        "I called, had a good chat.",
        "Met up on Monday.",
    ],
)
def test_whom_its_writer_saw_or_called_is_contact(text: str) -> None:
    assert kind_of("mentor", "nudge", text) == "spoke"
