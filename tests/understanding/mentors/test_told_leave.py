"""A mentor's own word that they will be away is noted, and nobody asks about it as if it might be feedback."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from qibot.understanding.mentors.told_leave import leave_told, says_only_leave
from tests.support.build import ANN, mail, message
from tests.support.dialogue import Scene, scene
from tests.support.trio import TRIO

TODAY = date(2026, 11, 12)
AWAY = "I'm away from 16 to 27 November"
LEAVE, LAST = "I'm on leave from 16 to 27 November", date(2026, 11, 27)
ONLY = [
    f"Hello, just to say that {LEAVE} and won't be looking at mail.",
    "I shall be away, walking in the Dolomites with my sister, from 16 to 27 November, and shall not be reading mail.",
    "Hi all, a quick note that I'm on annual leave 16-27 November.",
    "Just to let you know I'm away from 16 November until 27 November, skiing in Austria. Ann",
]
ALSO = [
    f"{LEAVE}, in Spain with the kids, and can't be reached. Back on 28 November.",
    f"{LEAVE}, no access to e-mail during that time. Best wishes, Ann",
]
CONCERNS = [
    f"{AWAY}, in despair over her work.",
    f"{AWAY}, to think about whether I go on with this.",
    f"{AWAY}, and don't want any more messages from that woman.",
    f"{AWAY}, and never available for this programme again.",
    f"{LEAVE}, going mad with this pairing. No contact with her please.",
]
NOT_ONLY = [
    *CONCERNS,
    f"{LEAVE}, at a loss with this pairing",
    f"{LEAVE} at a loss with this pairing",
    f"{LEAVE}, in bits after all this",
    f"{LEAVE}, no longer willing to answer these mails",
    f"{LEAVE}, not available for this",
    f"{LEAVE}, done with this",
    f"{LEAVE}, on the edge",
    f"{LEAVE}, back to square one with that woman",
    f"Hello that awful programme, {LEAVE}",
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


@pytest.mark.parametrize("words", [*ONLY, *ALSO])
def test_where_somebody_goes_and_that_mail_isnt_read_goes_with_a_leave(words: str) -> None:
    assert says_only_leave(mail(subject="Leave", text=words), frozenset({"ann"}))


@pytest.mark.parametrize("words", NOT_ONLY)
def test_one_word_more_than_goes_with_a_leave_makes_it_no_leave_alone(words: str) -> None:
    assert not says_only_leave(mail(subject="Leave", text=words), frozenset({"ann"}))


@pytest.mark.parametrize("words", CONCERNS)
def test_a_concern_is_heard_however_long_its_writer_is_away(tmp_path: Path, words: str) -> None:
    s = Scene(tmp_path, *TRIO)
    s.goes_to("2026-11-12T09:00")
    s.takes(message(sender=ANN.address, subject="Leave", text=words))
    assert words.split(", ")[1][:20] in s.last("report_needs_support")
    assert away(s) == [LAST]


def test_many_digits_take_no_time() -> None:
    begun = process_time()
    says_only_leave(mail(subject="Leave", text=f"{LEAVE} and won't be looking at mail. {'1' * 40}x"), frozenset())
    assert process_time() - begun < 1
