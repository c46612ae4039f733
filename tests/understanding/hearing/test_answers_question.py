"""A yes or a no to a question reaches who asked it, closes no report and isn't taken for thanks."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Seen
from qibot.understanding.phrases.questions import asks_leave
from tests.support.build import ANN, JO, MEG, at
from tests.support.dialogue import Scene, scene

YES_OR_NO = [
    "Yes, you may, if you label it.", "Sure, as long as you say where it comes from.",
    "Fine by me, just name the clinic.", "I would ask them first.", "Of course you can.", "No, better not.",
    "Yes, go ahead.", "Yes please do", "Yes, of course you can Jo.\n\nAnn", "By all means, Jo!", "No problem",
    "That's ok with me", "Please don't, not without asking.", "Yes, if you ask them before Friday.",
    "Yes, but ask them first", "Yes, once the clinic has agreed", "Yes, but only with their leave",
]  # fmt: skip
GLADLY = ["Happy to!", "With pleasure.", "Yes, gladly.", "I'd love to!", "Sure, count me in.", "Absolutely.", "Can do!"]


@pytest.fixture(scope="module")
def covering(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    text = "Attached - and a question, may I use the data from the other clinic?"
    return _with_report(tmp_path_factory.mktemp("covering"), text)


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return _with_report(tmp_path_factory.mktemp("silent"), "Here is my report 1.")


@pytest.fixture(scope="module")
def of_manager(silent: Scene, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    s = silent.copied(tmp_path_factory.mktemp("manager"))
    s.answers(
        "forward_report", "What I liked: the aim says by when. Even better if the chart had a median.", ANN.address
    )
    s.answers("relay_feedback", "Fantastic. Could Jo present this at our ward meeting on 3 December?", MEG.address)
    return s


@pytest.mark.parametrize("text", YES_OR_NO)
def test_a_mentors_answer_to_a_question_beside_the_report_is_a_message(
    covering: Scene, tmp_path: Path, text: str
) -> None:
    s = covering.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address) == "message from the mentor"
    assert not s.heads("relay_feedback")
    assert [r.number for r in s.case.pending()] == [1]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Yes but the aim needs a date.", "feedback on report 1"),
        ("Yes, I liked the chart.", "feedback on report 1"),
        ("Yes, just add a median to the chart", "feedback on report 1"),
        ("Liked the drawings. Even better: numbers. And yes, you may.", "feedback on report 1"),
        ("Thanks Jo", "thanks or a promise"),
        ("Thanks, will read.", "thanks or a promise"),
        ("Yes, but she is not coping at all", "NEEDS SUPPORT"),
        ("Yes, if she can cope, I am worried about her.", "NEEDS SUPPORT"),
        ("Sure, as long as he stops drinking.", "NEEDS SUPPORT"),
        ("No, better not, she's drinking again.", "NEEDS SUPPORT"),
        ("Yes, but don't tell Meg.", "NEEDS SUPPORT"),
    ],
)
def test_what_says_more_than_that_is_what_it_was(covering: Scene, tmp_path: Path, text: str, what: str) -> None:
    assert covering.copied(tmp_path).answers("forward_report", text, ANN.address) == what


@pytest.mark.parametrize(
    "text",
    [
        "Yes but I'm away until the 30th",
        "Yes, but I'm on holiday until 30 November",
        "Yes, but on leave until 30 November",
        "Yes, but my review will be late, 30 November",
        "Yes, but it will take me until the 30th to read the rest",
        "Yes, but you'll have it back by the 30th",
    ],
)
def test_the_mentors_own_leave_or_day_is_no_condition(covering: Scene, tmp_path: Path, text: str) -> None:
    assert covering.copied(tmp_path).answers("forward_report", text, ANN.address) == "EXPECT for report 1"


def test_a_mentor_who_can_no_longer_do_it_is_asked(covering: Scene, tmp_path: Path) -> None:
    s = covering.copied(tmp_path)
    assert s.answers("forward_report", "Yes, but I can't go on with this", ANN.address) == "quarantine"


@pytest.mark.parametrize(
    ("text", "what"), [("Fine by me, just name the clinic.", "feedback on report 1"), ("Yes, go ahead.", "quarantine")]
)
def test_a_report_that_asks_nothing_is_answered_as_ever(silent: Scene, tmp_path: Path, text: str, what: str) -> None:
    assert silent.copied(tmp_path).answers("forward_report", text, ANN.address) == what


@pytest.mark.parametrize("text", GLADLY)
def test_a_glad_yes_to_the_managers_question_reaches_the_manager_alone(
    of_manager: Scene, tmp_path: Path, text: str
) -> None:
    s = of_manager.copied(tmp_path)
    before = len(s.raws("relay_message"))
    s.answers("relay_message", text, JO.address)
    assert [to for to, raw in s.outbox.delivered if raw in s.raws("relay_message")[before:]] == [(MEG.address,)]


@pytest.mark.parametrize("text", GLADLY)
def test_a_glad_yes_to_the_mentors_question_reaches_the_mentor(silent: Scene, tmp_path: Path, text: str) -> None:
    s = silent.copied(tmp_path)
    s.answers("forward_report", "Jo, could you bring your chart along to our meeting?", ANN.address)
    assert s.answers("relay_message", text, JO.address) == "message from the practitioner"
    assert s.raws("relay_message", ANN.address)


@pytest.mark.parametrize("text", ["Thanks, will do.", "Thank you!", "Ok, thanks Meg"])
def test_thanks_to_a_question_are_thanks(of_manager: Scene, tmp_path: Path, text: str) -> None:
    assert of_manager.copied(tmp_path).answers("relay_message", text, JO.address) == "thanks or a promise"


def test_what_asked_for_leave_is_noted_where_it_came_in(covering: Scene, silent: Scene) -> None:
    assert [x.asks for x in covering.case.all(Seen).values()] == [True]
    assert [x.asks for x in silent.case.all(Seen).values()] == [False]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("May I use the data from the other clinic?", True),
        ("Is it ok if my colleague joins the call?", True),
        ("Here it is. Should I ask the ward manager first?", True),
        ("Could you have a look at the aim?", False),
        ("Is the aim clear now?", False),
        ("Do I have enough data?", False),
        ("What do you think?", False),
        ("I may use the data.", False),
    ],
)
def test_a_question_about_the_report_is_answered_by_the_feedback(text: str, own: bool) -> None:
    assert asks_leave(text, beside_report=True) is own


def _with_report(folder: Path, text: str) -> Scene:
    s = scene(folder)
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf", text=text)
    s.bot.round()
    return s
