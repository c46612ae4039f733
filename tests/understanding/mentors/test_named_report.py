"""A mentor's words in the thread of an answered report are about the one that they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, at
from tests.support.dialogue import Scene, scene

LIKED = "Liked the drawings. Even better: numbers next to them."


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Report 1 of October is answered, report 2 of November came today and waits."""
    s = scene(tmp_path_factory.mktemp("waiting"), cohorts={"2026-27": {"first_month": "2026-10", "reports": 11}})
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf", text="Here is my report 1.")
    s.answers("forward_report", "Liked the aim. Even better with a date for the chart.", ANN.address)
    s.goes_to("2026-11-10T09:00")
    s.sends("Report 2", "Report 2.pdf", text="Here is my report 2.")
    s.goes_to("2026-11-11T09:00")
    return s


@pytest.mark.parametrize(
    "text",
    [
        f"Jo, your November report is a lovely close to the school year. {LIKED}",
        "Jo, about your November report: the drawings are lovely. Even better with numbers.",
        "On report 2: I liked the drawings, even better with numbers beside them.",
        f"Jo, report 2 is a lovely close. {LIKED}",
        "Your last one (November) is the best yet, Jo. I liked the drawings; put numbers beside them.",
        "Yesterday's November report: liked the drawings, even better with numbers.",
        "To what you sent yesterday: liked the drawings, even better with numbers.",
        f"Your latest report is a joy. {LIKED}",
        f"Second report: {LIKED}",
        "Feedback on report 2: I liked the drawings, even better with numbers.",
        "After your October report this is a leap. Report 2: I liked the drawings, even better with numbers.",
    ],
)
def test_a_report_that_waits_and_is_named_wins_over_the_answered_thread(
    waiting: Scene, tmp_path: Path, text: str
) -> None:
    s = waiting.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address, place=0) == "feedback on report 2"
    assert not s.case.pending()


@pytest.mark.parametrize(
    "text",
    [
        LIKED,
        f"Jo, report 1 again: {LIKED}",
        "Jo, your October report still needs a date on the chart.",
        "Much better than report 2, liked the drawings, even better with numbers.",
        "Like in report 2, the chart needs a date.",
        "Have you seen the November data? I liked the chart. Even better with a median.",
        f"Jo, in your December report you could show a median. {LIKED}",
        "I liked that you told the head teacher. Even better if your next report has a chart.",
        "To what you sent last month: liked the drawings, even better with numbers.",
    ],
)
def test_what_names_no_other_that_waits_stays_in_its_thread(waiting: Scene, tmp_path: Path, text: str) -> None:
    s = waiting.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address, place=0) == "feedback on report 1"
    assert [r.number for r in s.case.pending()] == [2]


@pytest.mark.parametrize(
    "text", [f"Jo, your October report still stays with me. {LIKED}", f"Much better than report 1. {LIKED}"]
)
def test_in_the_thread_of_one_that_waits_it_is_about_that_one(waiting: Scene, tmp_path: Path, text: str) -> None:
    assert waiting.copied(tmp_path).answers("forward_report", text, ANN.address) == "feedback on report 2"


def test_where_both_are_answered_the_mentor_is_asked_which(waiting: Scene, tmp_path: Path) -> None:
    s = waiting.copied(tmp_path)
    s.answers("forward_report", LIKED, ANN.address)
    assert s.answers("forward_report", f"Jo, your November report: {LIKED}", ANN.address, place=0) == "quarantine"
    assert "my feedback on report 2" in s.last("ask_which_report")


def test_a_day_and_a_message_are_of_the_one_that_is_named(waiting: Scene, tmp_path: Path) -> None:
    s = waiting.copied(tmp_path)
    told = s.answers("forward_report", "On report 2 I need until Friday week, sorry.", ANN.address, place=0)
    assert told == "EXPECT for report 2"


def test_a_word_for_the_team_stays_one(waiting: Scene, tmp_path: Path) -> None:
    s = waiting.copied(tmp_path)
    text = "Just for the team: report 2 worries me, Jo isn't coping."
    assert s.answers("forward_report", text, ANN.address, place=0) == "NEEDS SUPPORT"
    assert not any(b"isn't coping" in raw for to, raw in s.outbox.delivered if JO.address in to)


@pytest.mark.parametrize(
    "text",
    [
        "I'm looking forward to your new report. One more thing on the chart: label the axis.",
        "Please use the same chart in report 2. The aim needs a date.",
        "For report 2, add a median to the chart. The aim needs a date.",
        "In your second report please add the median.",
        "When you write report 2, think about balancing measures.",
        "Report 2 should have a run chart.",
        "You could put this in report 2: a median and the dates of each change.",
        "In report 2 I hope to see more data. Here the aim wants a date.",
        "I can't wait to see your November report. I liked the chart, even better with a median.",
    ],
)
def test_one_that_is_but_mentioned_is_not_answered_by_it(waiting: Scene, tmp_path: Path, text: str) -> None:
    s = waiting.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address, place=0) == "feedback on report 1"
    assert [r.number for r in s.case.pending()] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "In report 2 I liked the drawings, even better with numbers beside them.",
        "For report 2: I liked the drawings, even better with numbers beside them.",
        "My feedback for report 2: liked the drawings, even better with numbers.",
        "I've read report 2: liked the drawings, even better with numbers.",
        f"I enjoyed reading your second report. {LIKED}",
        f"Jo, thanks for sending report 2. {LIKED}",
        f"I'm looking forward to the next one. Report 2 is a joy. {LIKED}",
        "Sorry this took me so long, Jo. On report 2: I liked the drawings, even better with numbers.",
    ],
)
def test_one_that_is_judged_is_answered_wherever_its_name_stands(waiting: Scene, tmp_path: Path, text: str) -> None:
    s = waiting.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address, place=0) == "feedback on report 2"
    assert not s.case.pending()


@pytest.mark.parametrize(
    "text",
    [
        "The aim wants a date. Report 2 is a lovely close. Liked the drawings.",
        "Report 2 is a lovely close. Liked the drawings. Here the aim wants a date.",
        "Report 2 needs a date on the chart.",
        "In report 2 the aim is vague and the chart has no dates.",
    ],
)
def test_what_may_be_of_either_is_asked_about(waiting: Scene, tmp_path: Path, text: str) -> None:
    s = waiting.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address, place=0) == "quarantine"
    asked = s.last("ask_which_report")
    assert "my feedback on report 1" in asked and "my feedback on report 2" in asked
    assert [r.number for r in s.case.pending()] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "As I said, the aim needs a date. I'll come to your latest report next week.",
        "The aim needs a date. On report 2 I need until Friday week, sorry.",
    ],
)
def test_beside_a_day_for_the_other_the_rest_is_of_its_thread(waiting: Scene, tmp_path: Path, text: str) -> None:
    s = waiting.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address, place=0) == "feedback on report 1"
    assert "the aim needs a date" in s.last("relay_feedback").lower()
    assert [str(r.feedback_due) for r in s.case.pending()] == ["2026-11-20"]


@pytest.mark.parametrize(
    "text",
    [
        "I'll come to your latest report next week.",
        "I'll get to report 2 by Friday week.",
        "Looking forward to report 2. You'll have my comments by Friday week.",
    ],
)
def test_a_day_for_one_that_is_to_be_read_is_its_day(waiting: Scene, tmp_path: Path, text: str) -> None:
    s = waiting.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address, place=0) == "EXPECT for report 2"
    assert not any(JO.address in to and b"X-QI-Letter: relay" in raw for to, raw in s.outbox.delivered[-2:])
