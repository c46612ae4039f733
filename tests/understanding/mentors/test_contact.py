"""Beside “we spoke” people say what somebody must hear: it is read as a mail of its own, and it counts as contact."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Contact
from qibot.understanding.mentors.contact import is_let_off
from qibot.understanding.phrases.talks import said_beside, tells_of_talk
from tests.support.build import ANN, JO, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of

NAMES = frozenset({"jo", "smith", "ann", "lee"})
ONLY_A_TALK = [
    "Rang Jo on Tuesday.",
    "We met for an hour on the 12th, thanks.",
    "Yes, had a catch up last week and have another booked for December.",
    "Hi team, sorry, should have said, we talked on Friday for twenty minutes. Ann",
    "Done - spoke on Monday, next one's the 14th.",
]
GRAVE = [
    "Rang Jo, her mum has died",
    "Spoke to Jo last night, she's going on mat leave",
    "Caught up with Jo; she's exhausted",
    "Good chat with Jo today although she sounded very low",
    "Jo phoned in tears",
    "Met Jo on Tuesday. Her manager gives her no time.",
    "Met with Jo. Honestly not sure it's going anywhere",
    "Jo's on long term sick",
]
BY_MOUTH = [
    "Gave Jo feedback on the phone",
    "We went through my feedback together on Zoom",
    "Feedback given verbally at our meeting",
]
LET_OFF = [
    "Ann and I met yesterday, she's given me an extension",
    "Met Ann, we agreed I'd skip this one",
    "Spoke to Ann, she said I could have till the 30th",
    "Ann rang yesterday. We've pushed it back to the 30th.",
    "Had a call with Ann. She told me not to bother with this one.",
    "I've squared it with Ann, it'll be with her on the 30th",
]
NOT_LET_OFF = [
    "Spoke to Ann about the chart",
    "Ann said the aim is fine",
    "We've since talked on the phone, so no need to reply to this",
]
GOES_ON = [
    "Spoke to Ann and we agreed to change the aim",
]


@pytest.fixture
def nudged(tmp_path: Path) -> Scene:
    """The last days of October, and Ann and Jo have been asked whether they have spoken."""
    s = scene(tmp_path, "2026-10-14T09:00")
    s.writes_until("2026-10-31T12:00")
    return s


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


@pytest.fixture
def reminded(tmp_path: Path) -> Scene:
    """Jo has been reminded of a report that is late."""
    s = scene(tmp_path, "2026-10-15T09:00")
    s.writes_until("2026-10-16T12:00")
    return s


def has_spoken(s: Scene) -> bool:
    return any(c.how == "spoke" for c in s.case.all(Contact).values())


@pytest.mark.parametrize("words", ONLY_A_TALK)
def test_a_talk_with_courtesies_is_all_that_is_said(words: str) -> None:
    assert tells_of_talk(words)
    assert not said_beside(words, NAMES)


def test_a_talk_with_the_manager_is_none_of_the_pair() -> None:
    assert not tells_of_talk("Spoke with Jo's manager about time")


@pytest.mark.parametrize("words", GRAVE)
def test_what_a_mentor_says_of_the_practitioner_beside_a_talk_is_heard_by_nobody_else(
    nudged: Scene, words: str
) -> None:
    assert nudged.answers("nudge_contact", words, sender=ANN.address) != "WE SPOKE"
    assert nudged.raws("report_needs_support") or nudged.raws("ask_which_report", ANN.address)
    assert not nudged.raws("relay_message")


def test_the_contact_counts_beside_what_else_is_said(nudged: Scene) -> None:
    nudged.answers("nudge_contact", "Rang Jo, her mum has died", sender=ANN.address)
    assert has_spoken(nudged)
    assert len(nudged.raws("confirm_command", ANN.address)) == 1


@pytest.mark.parametrize("words", BY_MOUTH)
def test_feedback_that_was_given_in_a_talk_is_asked_about(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert "It is my feedback" in waiting.last("ask_which_report")
    assert not waiting.raws("relay_feedback")


def test_advice_beside_a_talk_is_not_lost(waiting: Scene) -> None:
    said = "We spoke on the phone. Your aim needs a date, and please add a median to the chart."
    assert waiting.answers("forward_report", said, sender=ANN.address) == "feedback on report 1"


@pytest.mark.parametrize("words", LET_OFF)
def test_that_the_mentor_lets_them_off_is_for_the_team_and_holds_the_ladder(reminded: Scene, words: str) -> None:
    assert reminded.answers("remind_missing", words) == "exceptional circumstances for report 1"
    assert reminded.raws("ask_exceptional")


@pytest.mark.parametrize("words", NOT_LET_OFF)
def test_what_gives_no_time_lets_nobody_off(words: str) -> None:
    assert not is_let_off(words)


@pytest.mark.parametrize("words", GOES_ON)
def test_what_a_practitioner_says_beside_a_talk_goes_to_the_mentor(reminded: Scene, words: str) -> None:
    assert reminded.answers("remind_missing", words) == "message from the practitioner"
    assert words in reminded.last("relay_message")


@pytest.mark.parametrize(
    "words", ["We met but Ann was on her phone the whole time", "Spoke to Ann, she wasn't much help"]
)
def test_what_a_practitioner_says_of_the_mentor_beside_a_talk_does_not_reach_them(nudged: Scene, words: str) -> None:
    assert nudged.answers("nudge_contact", words) != "WE SPOKE"
    assert not nudged.raws("relay_message")
    assert nudged.raws("ask_which_report", JO.address) or nudged.raws("report_in_confidence")


@pytest.mark.parametrize("words", ["No, she never rings", "No - she cancelled twice", "No answer from Ann in weeks"])
def test_why_a_pair_has_not_spoken_is_told_to_the_team_alone_where_it_is_the_mentors_doing(
    nudged: Scene, words: str
) -> None:
    nudged.answers("nudge_contact", words)
    assert nudged.raws("report_in_confidence")
    assert not (nudged.raws("relay_message") or nudged.raws("tell_difficulty"))


@pytest.mark.parametrize(("words", "kind"), [
    ("Yes, on Tuesday by phone", "WE SPOKE"),
    ("No, but we have a call booked for Friday", "message from the practitioner"),
    ("Ann, sorry I never got back to you, is Friday ok?", "message from the practitioner"),
])  # fmt: skip
def test_a_plain_answer_to_whether_they_have_spoken_is_what_it_says(nudged: Scene, words: str, kind: str) -> None:
    assert nudged.answers("nudge_contact", words) == kind


def test_a_day_beside_a_talk_is_the_feedbacks(waiting: Scene) -> None:
    said = "We spoke today. Feedback by 30 November."
    assert waiting.answers("forward_report", said, sender=ANN.address) == "EXPECT for report 1"


def test_what_stands_below_the_word_of_a_talk_is_heard(waiting: Scene) -> None:
    waiting.answers("forward_report", "WE SPOKE 9 October\n\nJo's mum died, so she will be late.", sender=ANN.address)
    heard = [to for to, raw in waiting.outbox.delivered if b"mum died" in raw]
    assert heard == [(TEAM,)]


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("practitioner", "We met on Monday. She called me thick."),
        ("practitioner", "We spoke on Monday. She rang me drunk."),
        ("practitioner", "We met on Monday for lunch, he touched my leg at lunch."),
        ("practitioner", "We talked on Monday, mostly her talking about her divorce."),
        ("practitioner", "Met her Tuesday, she spent it on her phone."),
        ("practitioner", "Yes, on Monday. He wanted to meet in a hotel."),
        ("practitioner", "Yes, we met on Monday. She had drink on her."),
        ("practitioner", "We met on Monday. Never again."),
        ("mentor", "Spoke to Jo on Monday. She was crying on the phone."),
        ("mentor", "Spoke to Jo, she came in with bruises."),
        ("mentor", "Spoke to Jo on Monday. She joined the call drunk."),
        ("mentor", "Spoke to Jo on Monday. Her man joined in on the call and shouted."),
        ("mentor", "Spoke to her yesterday, all good, bruises going down."),
        ("mentor", "Spoke to Jo on Monday, drink taken."),
    ],
)
def test_what_has_a_word_of_talking_and_tells_something_else_is_asked_about_or_the_teams(who: str, text: str) -> None:
    assert kind_of(who, "nudge", text) in {"ask", "private"}


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("practitioner", "She rang me on Monday."),
        ("practitioner", "Ann phoned me last week and we had a good chat."),
        ("practitioner", "We met on Monday, she came to the ward."),
        ("practitioner", "She called me on Tuesday, all good."),
        ("mentor", "Jo came to my office on Monday and we talked for an hour."),
        ("mentor", "We met on Monday, she popped in for a coffee."),
        ("mentor", "Had a call with Jo yesterday, she is on track. Next one booked for March."),
        ("mentor", "Mrs Smith and I conversed by telephone this morning for half an hour."),
    ],
)
def test_who_rang_whom_and_where_it_was_is_but_the_talk(who: str, text: str) -> None:
    assert kind_of(who, "nudge", text) == "spoke"
