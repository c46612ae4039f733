"""“We spoke” counts as contact; that two people haven't spoken, or will, doesn't, and nobody's reason goes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.understanding.days.naming_days import read_past
from qibot.understanding.phrases.talks import tells_of_none
from tests.support.build import ANN, JO
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of

SPOKE = [
    "We spoke last Tuesday.",
    "We had a good chat on Monday. Not sure about the aim yet though.",
    "No worries, we caught up on Friday.",
    "Sorry, I should have said that we met last week. We won't manage another before Christmas.",
    "We spoke on the phone, and we'll meet again on Friday.",
    "I gave her a ring on Sunday, as she hadn't answered.",
    "Meeting with practitioner took place 17 November, 45 minutes.",
    "We met on Tuesday as planned.",
]
NOT_YET = [
    "We haven't spoken this month, no.",
    "We keep missing each other!",
    "We're speaking on Thursday.",
    "We never managed to get together.",
    "We've not met since August.",
    "We have a call booked for the 5th of November.",
    "We should have spoken on Monday but I was ill.",
    "We tried to speak but the line was dead.",
]
WHY_NOT = [
    (ANN.address, "We haven't spoken because she never answers."),
    (JO.address, "Ann didn't turn up when we were supposed to meet."),
]


@pytest.fixture(scope="module")
def asked_of_talks(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The last days of October, and Ann and Jo have been asked whether they have spoken."""
    s = scene(tmp_path_factory.mktemp("asked_of_talks"), "2026-10-14T09:00")
    s.writes_until("2026-10-31T12:00")
    return s


@pytest.fixture
def nudged(asked_of_talks: Scene, tmp_path: Path) -> Scene:
    return asked_of_talks.copied(tmp_path)


@pytest.mark.parametrize("words", SPOKE)
def test_a_talk_that_has_been_is_told_from_one_that_has_not(words: str) -> None:
    assert not tells_of_none(words)


@pytest.mark.parametrize("words", NOT_YET)
def test_a_talk_that_is_denied_tried_or_still_to_come_is_none(words: str) -> None:
    assert tells_of_none(words)


@pytest.mark.parametrize("words", ["We spoke last Tuesday.", "We had a good chat on Monday.", "We spoke on the 20th."])
@pytest.mark.parametrize("who", [ANN.address, JO.address])
def test_a_talk_is_contact(nudged: Scene, words: str, who: str) -> None:
    assert nudged.answers("nudge_contact", words, sender=who) == "WE SPOKE"


@pytest.mark.parametrize("words", NOT_YET)
@pytest.mark.parametrize("who", [ANN.address, JO.address])
def test_no_talk_is_no_contact(nudged: Scene, words: str, who: str) -> None:
    assert nudged.answers("nudge_contact", words, sender=who) != "WE SPOKE"


@pytest.mark.parametrize(("who", "words"), WHY_NOT)
def test_why_they_have_not_spoken_reaches_nobody_unasked(nudged: Scene, who: str, words: str) -> None:
    nudged.answers("nudge_contact", words, sender=who)
    assert nudged.raws("ask_which_report", who)
    assert not nudged.raws("relay_message")


def test_that_the_mentor_never_answers_is_for_the_team_alone(nudged: Scene) -> None:
    nudged.answers("nudge_contact", "We haven't spoken because Ann never answers.")
    assert nudged.raws("report_in_confidence")
    assert not nudged.raws("relay_message")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("the 20th", date(2026, 10, 20)),
        ("Tuesday the 20th", date(2026, 10, 20)),
        ("Friday", date(2026, 10, 30)),
        ("the 31st", date(2026, 10, 31)),
        ("yesterday", date(2026, 10, 30)),
        ("3 November", date(2026, 11, 3)),
        ("tomorrow", date(2026, 11, 1)),
        ("Friday next week", date(2026, 11, 6)),
    ],
)
def test_the_day_of_what_has_been_is_the_last_one_of_that_name(said: str, day: date) -> None:
    found = read_past(said, date(2026, 10, 31))
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("practitioner", "Ann and I met for coffee last week, she was so encouraging."),
        ("practitioner", "Spoke on Friday. She gave me lots of ideas to try with the nursery staff."),
        ("practitioner", "Had a long phone call with Ann, she talked me through the driver diagram."),
        ("practitioner", "Ann visited us on Tuesday and met the team, the kids loved her."),
        ("practitioner", "Yes, we spoke on Monday evening, she was really kind and gave me a few tips."),
        ("mentor", "Met on Monday. Jo showed me the ward board, very impressive."),
        ("mentor", "We did speak, she rang me about the survey and I gave her two suggestions."),
        ("mentor", "Spoke on Monday for twenty minutes. Lots of energy!"),
    ],
)
def test_how_a_talk_was_and_what_came_of_it_says_no_more_than_that_it_was(who: str, text: str) -> None:
    assert kind_of(who, "nudge", text) in {"spoke", "message"} | ({"feedback"} if who == "mentor" else set())


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("practitioner", "Spoke on Friday. She rang me drunk."),
        ("practitioner", "We met on Monday, she shouted at the staff."),
        ("practitioner", "Ann and I met, she was horrible."),
        ("practitioner", "We spoke on Monday, she was not very kind."),
        ("practitioner", "We spoke on Tuesday about my separation."),
        ("practitioner", "We met on Monday and talked about how things are at home."),
        ("mentor", "We did speak, never again."),
        ("mentor", "Met on Monday. Jo looked thin."),
        ("mentor", "Met on Monday. Jo wasn't very keen."),
    ],
)
def test_what_else_is_said_of_somebody_beside_a_talk_is_asked_about(who: str, text: str) -> None:
    assert kind_of(who, "nudge", text) == "ask"
