"""Who has told the team something isn't given away by their mentor's answer: the manager's copy waits for COPY."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.understanding.persons.beyond_work import is_all_work, may_be_of_them
from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

TOLD = "Please keep this to yourselves: I'm pregnant, and nobody at work knows yet. Report 1 is attached. Jo"
OPENLY = [
    "How exciting, July baby! And a good report, liked the whys, even better if you tested one.",
    "You'll be a mum! The report: liked the whys, even better if tested.",
    "Wonderful about the wee one! Liked the five whys; even better to test one.",
    "Congratulations, what news! I won't tell. The five whys are lovely, test one.",
    "Two hearts beating, how lovely! The whys are good, test one.",
    "Liked the whys, even better if tested. You'll look back on all this one day.",
    "Liked the whys, and I'm so happy for you both. Even better: test one.",
    "Liked the whys. Even better: test one. And eat ginger biscuits, they saved me.",
]
WORK = [
    "What I liked: the whys, and the aim says by when. Even better if the chart had a median.",
    "Hi Jo,\n\nI liked the five whys. Even better: test one of the whys on two wards.\n\nBest wishes\nAnn",
]


def readers(s: Scene) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if "whys" in text_of(raw)}


@pytest.mark.parametrize("said", OPENLY)
def test_what_is_more_than_the_work_goes_to_them_alone(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf", text=TOLD)
    assert s.answers("forward_report", said, ANN.address) == "feedback on report 1"
    assert readers(s) == {JO.address}
    assert "Meg Ross has no copy of it" in s.last("tell_no_copy")
    assert s.answers("tell_no_copy", "COPY", ANN.address) == "COPY"
    assert readers(s) == {JO.address, MEG.address}


@pytest.mark.parametrize("said", WORK)
def test_what_is_all_of_the_work_has_its_copy(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf", text=TOLD)
    s.answers("forward_report", said, ANN.address)
    assert readers(s) == {JO.address, MEG.address}


def test_so_is_the_answer_to_a_report_that_follows_a_word_in_confidence(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Just for the team", text="For the team only, please: I'm being tested for something and Ann mustn't know.")
    s.sends("Report 1", "Report 1.pdf")
    s.answers(
        "forward_report", "Liked the whys. Even better: test one. Keep smiling through whatever comes.", ANN.address
    )
    assert readers(s) == {JO.address}
    assert "something other than the project" in s.last("tell_no_copy")


def test_after_circumstances_only_what_may_be_of_them_waits(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", text="I can't send my report in time, my mum has been taken into hospital.")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "The whys are good. You must be so relieved!", ANN.address)
    assert readers(s) == {JO.address}
    s.answers("forward_report", "The whys could go on the second page, before the chart of the huddle.", ANN.address)
    assert readers(s) == {JO.address, MEG.address}


def test_nobody_elses_feedback_waits(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "Wonderful! You've come a long way, liked the whys. Now rest on Sunday.", ANN.address)
    assert readers(s) == {JO.address, MEG.address}


@pytest.mark.parametrize("said", ["Great report, Jo. The measures are clear. Add a median to the chart.", WORK[0]])
def test_words_of_the_work_are_all_work(said: str) -> None:
    assert is_all_work(said, {"jo", "ann"})
    assert not may_be_of_them(said, {"jo", "ann"})


@pytest.mark.parametrize(
    "said",
    [
        "How you ran a PDSA in that state I'll never know.",
        "So sorry, and what a lovely run chart for a month like that.",
        "I hope you feel safe enough to collect data again.",
        "A clear aim, despite everything. Add a median to the chart.",
    ],
)
def test_a_word_of_the_project_hides_nothing_that_feels_with_somebody(said: str) -> None:
    assert may_be_of_them(said, frozenset())


@pytest.mark.parametrize(
    "said", ["You have a clear aim. Is the sample big enough?", "I hope the median is on the chart."]
)
def test_what_is_of_the_project_alone_does_not(said: str) -> None:
    assert not may_be_of_them(said, frozenset())
