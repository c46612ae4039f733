"""A mentor's days: a leave ahead moves no due day, and of several days the one counts on which it will be done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from qibot.model.reports import Report
from tests.support.build import ANN, message
from tests.support.dialogue import Scene, scene

# Ann writes on Thursday 12 November; her feedback is due a week later.
AHEAD = [
    "Just letting you know that I'll be off from 7 to 18 December.",
    "Going on holiday 7th December, back 21st.",
    "Heads up I'm off on holiday from Saturday 5 December for two weeks.",
    "On leave w/c 7 December and w/c 14 December.",
    "Hi team - out of the country 1/12 - 14/12. Ann",
]
DONE_ON = {
    "I'm off till the 25th so give me till the 27th.": "2026-11-27",
    "Thanks Jo, back in the office on Wed 25th and will turn it round by the Friday.": "2026-11-27",
    "It won't be Thursday, it'll be the Friday of the following week.": "2026-11-27",
    "Jo, end of the month for this, sorry. Actually let's say Fri 27th.": "2026-11-27",
    "I'll do it by the 23rd. I'm off from 7 December to 18 December.": "2026-11-23",
    "On leave next week, back on 23 November. Will do it then.": "2026-11-23",
    "It'll be a fortnight before I can look at this, sorry.": "2026-11-26",
}


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


def due(s: Scene) -> date:
    return s.case.all(Report)["1"].feedback_due


@pytest.mark.parametrize("words", AHEAD)
def test_a_leave_behind_the_due_day_is_an_absence_and_no_new_day(waiting: Scene, words: str) -> None:
    before = due(waiting)
    waiting.takes(message(sender=ANN.address, subject="Leave", text=words))
    assert due(waiting) == before
    assert "you are away" in waiting.last("confirm_command")
    assert waiting.store.load(DESK).all(Away)


@pytest.mark.parametrize("words", DONE_ON)
def test_of_several_days_the_one_counts_on_which_it_will_be_done(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert due(waiting) == date.fromisoformat(DONE_ON[words])


@pytest.mark.parametrize(
    "words", ["Jo is off from 7 to 18 December.", "I'm off from 7 December. Jo's in a bad way, can someone ring her?"]
)
def test_what_says_more_than_the_mentors_own_leave_is_no_absence(waiting: Scene, words: str) -> None:
    before = due(waiting)
    waiting.takes(message(sender=ANN.address, subject="Hello", text=words))
    assert due(waiting) == before
    assert not waiting.store.load(DESK).all(Away)


def test_this_week_beside_a_leave_ahead_is_no_new_day(waiting: Scene) -> None:
    before = due(waiting)
    words = "Thanks, will read it this week. I'm away from 10 December to 4 January."
    waiting.answers("forward_report", words, sender=ANN.address)
    assert due(waiting) == before
    assert waiting.store.load(DESK).all(Away)
