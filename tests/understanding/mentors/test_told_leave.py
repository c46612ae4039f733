"""A mentor's own word that they will be away is noted, and nobody asks about it as if it might be feedback."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from qibot.understanding.mentors.told_leave import leave_told, says_only_leave
from tests.support.build import ANN, mail, message
from tests.support.dialogue import Scene, scene

TODAY = date(2026, 11, 12)
LEAVE, LAST = "I'm on leave from 16 to 27 November", date(2026, 11, 27)
ONLY = [
    f"Hello, just to say that {LEAVE} and won't be looking at mail.",
    "I shall be away, walking in the Dolomites with my sister, from 16 to 27 November, and shall not be reading mail.",
    "Hi all, a quick note that I'm on annual leave 16-27 November.",
    "Just to let you know I'm away from 16 November until 27 November, skiing in Austria. Ann",
]
MORE = [
    f"{LEAVE}. The new slides are on the website.",
    f"{LEAVE} so the reports will be looked at in December.",
]
NONE = [
    f"{LEAVE}. My mother is dying and I need to be with her.",
    f"{LEAVE}. Could Bob look at the reports instead?",
    "Jo is on leave from 16 to 27 November.",
    f"{LEAVE}. Jo sounds low.",
    "Someone at work said they're on leave from 16 to 27 November.",
    "I'd leave it till 27 November.",
]


@pytest.fixture
def two(tmp_path: Path) -> Scene:
    """Two of Jo's reports wait for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    s.sends("Report 2", "Report 2.pdf")
    return s


def away(s: Scene) -> list[date | None]:
    return [one.last for one in s.store.load(DESK).all(Away).values()]


@pytest.mark.parametrize("words", ONLY)
def test_a_leave_and_what_goes_with_one_is_noted_and_confirmed(two: Scene, words: str) -> None:
    two.takes(message(sender=ANN.address, subject="Leave", text=words))
    assert away(two) == [LAST]
    assert "you are away" in two.last("confirm_command")
    assert not two.raws("ask_which_report")


@pytest.mark.parametrize("words", MORE)
def test_beside_anything_else_it_is_noted_and_the_rest_stays_what_it_was(words: str) -> None:
    told = mail(subject="Leave", text=words)
    assert leave_told(told, frozenset({"jo"}), TODAY) == (date(2026, 11, 16), LAST)
    assert not says_only_leave(told, frozenset({"ann"}))


def test_who_is_asked_about_the_rest_is_not_reminded_while_away(two: Scene) -> None:
    two.takes(message(sender=ANN.address, subject="Leave", text=MORE[0]))
    assert away(two) == [LAST]


@pytest.mark.parametrize("words", NONE)
def test_why_somebody_is_away_or_who_else_is_named_makes_it_more_than_a_leave(words: str) -> None:
    assert leave_told(mail(subject="Leave", text=words), frozenset({"jo", "smith", "bob"}), TODAY) is None
