"""What stands around a person's words changes nothing of whom they reach (properties; programme.md, 3a)."""

from __future__ import annotations

import textwrap
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.understanding.managers import words as managers_words
from qibot.understanding.meaning import Meaning, Setting, meaning
from qibot.understanding.mentors import confided
from qibot.understanding.phrases.languages import is_foreign
from qibot.understanding.practitioners.for_the_team import may_be_for_the_team, why_for_the_team

NAMES = {"jo": "PRAC", "smith": "PRAC", "ann": "MENT", "lee": "MENT", "meg": "MGR", "ross": "MGR", "team": "TEAM"}
HOT = [
    "My father had a stroke last night and I'm with him in hospital.",
    "I've been signed off with stress for four weeks.",
    "I've got a new job and my last day here is the 30th, so I'm leaving the programme.",
    "Please don't pass this on, but I'd rather have a different mentor.",
    "We were burgled and the laptop with everything on it went.",
    "I've handed in my notice.",
]
OF_A_MANAGER = [
    "Jo has been off sick since Monday.", "Jo has left the council.", "In confidence, I'm worried about Jo.",
]  # fmt: skip
BEFORE = st.sampled_from(["", "Hi,\n\n", "Dear Ann,\n", "Good morning. ", "Thanks for the reminder. "])
BEHIND = st.sampled_from(
    [
        "", "\n\nThanks, Jo", "\nSent from my iPhone", "\n\nJo Smith, Team Leader\nDunmore Council\nTel 01382 000000",
        "\n\nThis email is confidential and intended for the addressee only.", "\n\nBest wishes\nJo",
    ]
)  # fmt: skip


def read(text: str, role: str = "practitioner") -> Meaning:
    return meaning(role, text, Setting(NAMES, "missing"))


def heard(found: Meaning) -> bool:
    """Whether the team hears of it, or its writer is asked."""
    return why_for_the_team(found, "") is not None or may_be_for_the_team(found, frozenset(NAMES))


@given(st.sampled_from(HOT), BEFORE, BEHIND, st.booleans())
def test_nothing_around_it_keeps_the_team_from_hearing(text: str, before: str, behind: str, loud: bool) -> None:
    assert heard(read(before + (text.upper() if loud else text) + behind))


@given(st.sampled_from(HOT), st.integers(0, 10_000))
def test_no_slip_of_the_finger_does_either(text: str, at: int) -> None:
    within = [n for n in range(len(text) - 1) if text[n].isalpha() and text[n + 1].isalpha()]
    place = within[at % len(within)]
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    assert heard(read(f"Hi,\n{swapped}\nJo"))


@given(st.sampled_from(HOT), st.integers(40, 78))
def test_a_folded_line_says_the_same(text: str, width: int) -> None:
    said = f"Thanks for the reminder, I'm sorry to be so late in answering you. {text} I'll write when I can."
    assert heard(read("\n".join(textwrap.wrap(said, width))))


@given(st.sampled_from(OF_A_MANAGER), BEFORE, BEHIND)
def test_a_managers_word_is_heard_too(text: str, before: str, behind: str) -> None:
    found = read(before + text + behind, "manager")
    assert managers_words.reason_to_keep(found) or managers_words.may_be_for_the_team(found)


@pytest.mark.parametrize("role", ["practitioner", "mentor", "manager", "team"])
@pytest.mark.parametrize("text", ["x" * 10_000_000, "Is it? " * 1_000_000, "he she they " * 500_000, "Jo, " * 500_000])
def test_ten_megabytes_of_words_take_no_time(role: str, text: str) -> None:
    began = process_time()
    read(text, role)
    is_foreign(text)
    assert process_time() - began < 2


def test_a_message_is_read_in_a_few_milliseconds() -> None:
    text = "\n".join(HOT * 3)
    read(text)
    began = process_time()
    for _ in range(20):
        read(text)
    assert (process_time() - began) / 20 < 0.05


@given(st.text(max_size=300))
def test_whatever_is_written_can_be_read(text: str) -> None:
    assert read(text).best
    assert is_foreign(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Liebe Jo, das ist ein schöner Bericht und ich habe nur eine Frage.", True),
        ("Bonjour Jo, merci pour le rapport, je le lis demain.", True),
        ("Thanks Jo, this is great.", False), ("ok", False), ("I'll no manage it by the 15th.", False),
        ("Merci beaucoup", True),
    ],
)  # fmt: skip
def test_another_language_is_told(text: str, foreign: bool) -> None:
    assert is_foreign(text) == foreign


def test_of_more_words_than_are_read_the_rest_may_say_anything() -> None:
    long = "I liked the chart of week one. " * 1000 + "Between ourselves, I doubt that Jo will finish."
    found = read(long, "mentor")
    assert confided.is_private(found) or confided.may_be_private(found)
