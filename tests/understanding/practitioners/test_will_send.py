"""A promise to send the report in time holds nothing, and tells nobody of a difficulty (3a)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model import Terms
from qibot.understanding.practitioners.will_send import promises
from tests.support.build import ANN, TEAM
from tests.support.dialogue import scene
from tests.support.said import kind_of

TODAY = date(2026, 10, 14)  # a Wednesday, the day before the deadline
PROMISES = [
    "Thanks, nearly there. Will send tomorrow.",
    "Thank you, I'll send it tonight once the kids are in bed",
    "Yes I know, sorry! Tomorrow, promise.",
    "I'm on it!",
    "I'll have it in by 5pm tomorrow",
    "Sorry for the delay, you'll get it later today",
    "So sorry I completely forgot. Will get it done tonight.",
    "Sorry! I thought it was the 30th. Will do it tonight.",
    "Oops! It's on my laptop at school so I'll send it tomorrow",
    "Sorry, I'm on the train - will send when I get home",
    "Haha typical! Give me five minutes",
    "I'll get my admin to send it over",
    "Sorry, I'm out at a meeting now but will do it this afternoon",
    "Apologies, will send it over once I'm back at my desk",
    "Oh no, sorry! Will resend when I'm back in the office tomorrow",
    "Sorry, will do that now\n\nKind regards\nJo",
    "Ooft, sorry, will send it tonight",
    "Hi Sam, I'll send it tonight",
    "Nearly done, honest! Will send it tonight",
    "Definitely will send it by 10.30pm",
]
NO_PROMISES = [
    "Will send it next week",
    "I'll have it in by the 30th",
    "Will send tomorrow, I've got a migraine",
    "Will send it tonight if my wee boy is better",
    "I'll send it when I'm back from leave",
    "Doing it tonight. The ward flooded yesterday",
    "Will do it when I've recovered",
    "I'll have it in by the 30th\n\nKind regards\nJo",
    "I'll do it when I'm home from hospital",
    "My laptop's been stolen so I can't send it",
    "I'm swamped, will send it soon",
    "Can I send it tomorrow?",
    "Will send it, need an extra day or two",
    "I'll send it tomorrow, had a death in the family",
    "Will send it tonight, but I'm not happy with Ann",
    "It'll be late",
    "Will send it tonight, nan passed",
    "Will send it tonight because nan passed",
    "Sorry hubby left, will send it tonight",
    "Will send it tonight, marriage over",
    "Getting divorced, will send it tonight",
    "Will send it tonight, then I'm finished",
    "Will send it tonight. I dread the comments",
    "Will send tonight. Which template",
    "Sam's sending ours",
    "My colleague's sending it tonight",
    "Claire's doing it now",
    "Thanks",
]


@pytest.mark.parametrize("said", PROMISES)
def test_what_says_no_more_than_that_it_comes_in_time_is_a_promise(said: str) -> None:
    assert promises(said, TODAY, date(2026, 10, 15))


@pytest.mark.parametrize("said", NO_PROMISES)
def test_a_later_day_a_condition_or_whatever_may_keep_it_is_none(said: str) -> None:
    assert not promises(said, TODAY, date(2026, 10, 15))


def test_after_the_deadline_a_promise_for_today_is_nobodys_to_read_and_one_for_another_day_is_the_teams(
    tmp_path: Path,
) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.writes_until("2026-10-16T12:00")
    sent = len(s.outbox.delivered)
    assert s.answers("remind_missing", "Sorry, will send it today\n\nKind regards\nJo Smith").startswith("thanks")
    assert len(s.outbox.delivered) == sent
    assert not any(t.held_since for t in s.case.all(Terms).values())
    s.answers("remind_missing", "I'll have it in by the 30th")
    assert s.raws("ask_exceptional", TEAM)
    assert s.raws("tell_difficulty", ANN.address)


def test_a_forgotten_document_that_is_promised_is_no_difficulty(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", text="Please find my report attached.")
    assert s.answers("ask_document", "Sorry! I'll send it when I'm back at my desk").startswith("thanks")
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


@pytest.mark.parametrize(
    "text",
    [
        "Will send it tonight between contractions.",
        "I'll finish it in the cell tonight.",
        "Sending it tonight with one eye.",
        "I'll send it tonight from the refuge.",
    ],
)
def test_where_it_is_sent_from_may_be_why_it_will_not_come(text: str) -> None:
    assert kind_of("practitioner", "missing 1", text) != "nothing"


@pytest.mark.parametrize("text", ["I'll finish it at home tonight and send it.", "I'll send it over lunch today."])
def test_home_and_lunch_are_no_such_place(text: str) -> None:
    assert kind_of("practitioner", "missing 1", text) == "nothing"
