"""A mentor's leave, and nothing else, is known with the day on which it is over."""

from __future__ import annotations

from datetime import date

import pytest

from qibot.understanding.mentors.own_leave import leave_in
from tests.support.build import mail
from tests.support.said import kind_of

NAMES = frozenset({"jo", "smith", "meg", "ross", "ann", "lee"})
TODAY = date(2026, 10, 12)

LEAVE = [  # with the day on which it is over
    ("I'm on leave 17-31 October. Will look at this when I'm back.", "2026-11-01"),
    ("I'm on annual leave from 16 October to 30 October.", "2026-10-31"),
    ("I'm away on leave from 15 October to 9 November, back after that", "2026-11-10"),
    ("Annual leave 19-30 Oct inclusive. Ann", "2026-10-31"),
    ("A/L 16-30 October", "2026-10-31"),
    ("Hols 17th to 31st. A", "2026-11-01"),
    ("Not in till Mon 2nd Nov", "2026-11-02"),
    ("Leave: 15 Oct - 2 Nov", "2026-11-03"),
    ("We're in France 16 to 30 October so you'll hear from me after", "2026-10-31"),
    ("On annual leave from tomorrow. I'll pick this up w/c 2 November", "2026-11-02"),
    ("On A/L for two weeks", "2026-10-26"),
    ("Annual leave next week, sorry. Ann", "2026-10-26"),
    ("I'll do it on Monday when I'm back from leave", "2026-10-19"),
    ("Back 2/11", "2026-11-02"),
    ("On annual leave", None),
    ("I'll be on leave from Friday", None),
]
NO_LEAVE = [
    "I'd leave it for two weeks",
    "Leave it till after the holidays",
    "Annual leave for staff is a good balancing measure to add.",
    "Great report. I'm on annual leave 19-30 October so will reply to questions after that.",
    "Liked the small test. Away 17-25 Oct.",
    "Sick leave data would be interesting here. 12-23 October looks odd on your chart.",
    "How will you cover the test when Karen is on leave?",
    "I am out of the office until 2 November. For urgent matters please contact the office on 01224 000000.",
    "I am on annual leave from 12/10/2026 to 23/10/2026. Emails will not be monitored.",
    "Thank you for your email. I am on annual leave until 30 October and will respond on my return.",
]


@pytest.mark.parametrize(("words", "over"), LEAVE)
def test_leave_and_nothing_else_is_known_with_the_day_on_which_it_is_over(words: str, over: str | None) -> None:
    found = leave_in(mail(subject="Re: Report 1", text=words), NAMES, TODAY)
    assert found is not None
    assert found.back == (date.fromisoformat(over) if over else None)


@pytest.mark.parametrize("words", NO_LEAVE)
def test_a_word_of_the_report_or_what_a_machine_alone_writes_is_not_only_leave(words: str) -> None:
    assert leave_in(mail(subject="Re: Report 1", text=words), NAMES, TODAY) is None


@pytest.mark.parametrize("answers", ["report 1", "reminder 1"])
@pytest.mark.parametrize(
    "text",
    [
        "I'm away next week and I don't think I can go on with both of them.",
        "I'm off next week and not sure I can carry on with this.",
    ],
)
def test_who_may_not_go_on_is_asked_whatever_leave_stands_beside(answers: str, text: str) -> None:
    assert kind_of("mentor", answers, text) == "ask"


def test_who_cant_go_on_before_they_are_back_names_a_day() -> None:
    text = "I'm on leave until 19 October so can't carry on with this until I'm back."
    assert kind_of("mentor", "report 1", text) == "delay"
