"""A day is a promise of feedback only where it may be one: no day that is denied, has been, or is for a meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of, said_day

# The mail that answers comes on Thursday 12 November, or on Wednesday the 18th, the day before the feedback is due.
PROMISES = [
    "Sunday ok?",
    "I finish nights on Thursday so Saturday.",
    "Sorry, Friday.",
    "I won't get to it until Friday.",
    "I can do it by the 28th.",
    "I'm afraid it'll be the 28th before I can look at this.",
    "It'll be the weekend before I can open it.",
    "I got it on Monday, and you'll have my comments on Friday.",
    "Wedding on Saturday, so don't speak to me till Monday!",
    "No later than Friday, I hope.",
    "I've blocked out Friday morning in the diary to go through this.",
]
NO_DAY = ["It won't be this week.", "Not by Friday, sorry.", "I'm going to need longer than a week for this, sorry."]
MEETINGS = ["Let's meet on Friday to go through it.", "Ring me on Thursday.", "Shall we talk on the 20th?"]
HAS_BEEN = ["I got it on Monday.", "I opened it on Tuesday."]
ANSWERS_TO_A_TALK = [
    "No, I'm on leave till the 26th",
    "Can't, at a funeral Thursday. Friday?",
    "Let's make it the 26th",
    "Friday would be better",
    "I'll be back on the 26th, let's speak then",
]
NO_PROMISE = [
    "We're speaking on Thursday",
    "Seeing Jo on Friday",
    "Call with Jo on Thursday at 3",
    "Thursday?",
    "Do it tomorrow!",
    "I finish on Friday",
    "Last day is Friday",
]


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


@pytest.fixture
def reminded(waiting: Scene) -> Scene:
    """Ann has been reminded of it."""
    waiting.writes_until("2026-11-18T12:00")
    return waiting


def is_told_a_day(s: Scene) -> bool:
    return bool(s.raws("expect_feedback_by", JO.address) or s.raws("expect_feedback_by", MEG.address))


@pytest.mark.parametrize("words", PROMISES)
def test_a_day_for_the_feedback_is_told(reminded: Scene, words: str) -> None:
    assert reminded.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert is_told_a_day(reminded)


@pytest.mark.parametrize("words", ["It's on my list, will do it tomorrow.", "Jo will have my feedback on Friday."])
def test_a_promise_within_the_time_moves_no_day_and_is_told_to_nobody(waiting: Scene, words: str) -> None:
    before = waiting.case.pending()
    assert waiting.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert not is_told_a_day(waiting)
    assert not waiting.raws("confirm_command", ANN.address)
    assert waiting.case.pending() == before


@pytest.mark.parametrize("words", NO_DAY)
def test_a_day_that_is_denied_is_asked_for(reminded: Scene, words: str) -> None:
    reminded.answers("remind_feedback", words, sender=ANN.address)
    assert not is_told_a_day(reminded)
    assert "no day can be read" in reminded.last("confirm_command")


@pytest.mark.parametrize("words", MEETINGS)
def test_a_meeting_is_passed_on_and_no_promise(reminded: Scene, words: str) -> None:
    assert reminded.answers("remind_feedback", words, sender=ANN.address) == "message from the mentor"
    assert words in reminded.last("relay_message")
    assert not is_told_a_day(reminded)
    assert not reminded.raws("relay_message", MEG.address)


@pytest.mark.parametrize("words", HAS_BEEN)
def test_a_day_that_has_been_is_asked_about(reminded: Scene, words: str) -> None:
    reminded.answers("remind_feedback", words, sender=ANN.address)
    assert reminded.raws("ask_which_report", ANN.address)
    assert not is_told_a_day(reminded)


@pytest.mark.parametrize("words", ANSWERS_TO_A_TALK)
def test_a_day_in_answer_to_the_practitioners_words_is_a_message(waiting: Scene, words: str) -> None:
    waiting.answers("receipt", "Ann, can we talk on Thursday?")
    assert waiting.answers("relay_message", words, sender=ANN.address) == "message from the mentor"
    assert words in waiting.last("relay_message")
    assert not is_told_a_day(waiting)


def test_a_day_for_the_feedback_in_answer_to_them_is_told_and_the_words_go_on(reminded: Scene) -> None:
    words = "You'll have my comments by Friday."
    reminded.answers("receipt", "Ann, can we talk on Thursday?")
    assert reminded.answers("relay_message", words, sender=ANN.address) == "EXPECT for report 1"
    assert is_told_a_day(reminded)
    assert words in reminded.last("relay_message")


@pytest.mark.parametrize(
    "words",
    [
        "Sorry Jo I'm out of the office until Monday, will answer properly then.",
        "I'll find out and let you know on Monday.",
    ],
)
def test_that_an_answer_to_them_comes_later_goes_on_and_moves_no_day(waiting: Scene, words: str) -> None:
    waiting.answers("receipt", "Ann, may I measure minutes rather than incidents?")
    waiting.answers("relay_message", words, sender=ANN.address)
    assert words in waiting.last("relay_message")
    assert not is_told_a_day(waiting)


@pytest.mark.parametrize("words", NO_PROMISE)
def test_a_day_that_is_for_something_else_is_not_told(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert not is_told_a_day(waiting)
    assert not waiting.raws("relay_feedback")


@pytest.mark.parametrize("words", ["Jo, please add a median by the 30th", "Get a baseline by the 30th"])
def test_what_the_practitioner_is_to_do_by_a_day_is_feedback(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "feedback on report 1"


@pytest.mark.parametrize("words", ["No comments from me this time", "Can't do Thursday"])
def test_a_day_is_asked_for_only_where_something_will_be_late(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert not waiting.raws("confirm_command", ANN.address)


@pytest.mark.parametrize("said", ["Merry Christmas! Feedback in January", "Feedback to follow next week."])
def test_feedback_that_is_only_announced_is_no_feedback(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", said, sender=ANN.address)
    assert not s.raws("relay_feedback")


def test_an_absence_that_begins_after_the_feedback_is_due_promises_nothing(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "I'm away from 14 December till 5 January.", sender=ANN.address)
    assert not s.raws("expect_feedback_by")


def test_the_day_from_which_another_address_counts_is_none_of_the_feedback(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    said = "It will take me longer. My email from Monday is ann@new.example."
    s.answers("forward_report", said, sender=ANN.address)
    assert not s.raws("expect_feedback_by")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Flitting this week, my life's in boxes. I'll aim for Sunday week, the 29th.", "2026-11-29"),
        ("I'd set the Sunday aside for it, so that's gone. Next free evening is Thursday 26th.", "2026-11-26"),
        ("Inspectors in, so could I have until Tuesday? I'll do it Monday night if I have to.", "2026-11-24"),
        (
            "I fly tonight, am back in the office on 25 November and you get the comments on that same day.",
            "2026-11-25",
        ),
        ("Snowed under, can Jo wait until this time next week?", "2026-11-25"),
        ("I'm on annual leave from tomorrow. Could I have until Wednesday 2nd December please?", "2026-12-02"),
        (
            (
                "Hi team, half term caught up with me & then the boiler went. Can you give me till the 30th for"
                " Jo's report? Cheers"
            ),
            "2026-11-30",
        ),
    ],
)
def test_of_several_days_that_of_the_feedback_counts(words: str, day: str) -> None:
    assert said_day(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "Dear team, could I have until the 27th? Jo is off on leave and she isn't coping.",
        "Hi team, I'm on leave next week. Who do I claim my mileage from? Feedback by the 1st.",
    ],
)
def test_what_else_the_team_is_told_beside_a_day_is_the_teams(words: str) -> None:
    assert kind_of("mentor", "report 1", words, "Wed 2026-11-18") == "private"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I was hoping to get feedback to you by Friday, if that's ok.", "2026-11-20"),
        ("I was planning to give you my comments on Friday, hope that suits.", "2026-11-20"),
        ("I'd hoped to have it with you by Friday 20 November and still do.", "2026-11-20"),
        ("We have an hour free on Friday so feedback then.", "2026-11-20"),
        ("Will look at it and send you the template tomorrow.", "2026-11-19"),
        ("I was hoping to have it done by Friday but it'll be Monday now.", "2026-11-23"),
        ("I was hoping to get to it on Friday but I've been called away.", ""),
        ("Thursday suits, I'll send the link.", ""),
    ],
)
def test_what_is_hoped_for_a_day_stands_unless_another_comes_behind_it(words: str, day: str) -> None:
    assert said_day(words) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Up to my eyes this week Im afraid - can I have till next Friday? thx", "2026-03-27"),
        ("Snowed under this week - I'll have it to you next Wednesday.", "2026-03-25"),
        ("Can't this week, next Friday ok?", "2026-03-27"),
        ("I'll do it by Friday.", "2026-03-20"),
        ("You'll have my feedback this Friday - promise.", "2026-03-20"),
        ("My feedback will come on 24 - 25 March.", "2026-03-25"),
    ],
)
def test_a_day_behind_a_dash_is_asked_for_whatever_week_stands_before_it(words: str, day: str) -> None:
    """It is Monday, and due on Friday."""
    assert said_day(words, "Mon 2026-03-16") == day


BOTH = [
    "I'll have it by Friday 27 November. Jo, could you send me the chart again?",
    "Jo, could you send me the chart again? You'll have my comments by 27 November.",
    "Hi Jo, I can't open the chart, could you resend it? I'll get this back to you by 27 November.",
    "I need until 27 November, sorry. Jo, did you get the template I mentioned?",
    "By Friday 27 November, promise. Jo, could we move our call to Thursday?",
    "I'll do it by 27 November. Jo, good luck with the session!",
]


@pytest.mark.parametrize("words", BOTH)
@pytest.mark.parametrize("name", ["forward_report", "remind_feedback"])
def test_of_a_day_and_a_message_in_one_mail_neither_is_lost(reminded: Scene, name: str, words: str) -> None:
    assert reminded.answers(name, words, sender=ANN.address) == "EXPECT for report 1"
    assert is_told_a_day(reminded)
    assert "27 November" in reminded.last("expect_feedback_by")
    assert words.split("Jo")[1][:20] in reminded.last("relay_message")
    assert not reminded.raws("relay_message", MEG.address)


@pytest.mark.parametrize(
    "words", ["Hi Jo, sorry, I'll have it by 27 November.", "Jo, swamped this week, I'll do it by 27 November."]
)
def test_who_but_greets_before_the_day_says_no_more(reminded: Scene, words: str) -> None:
    reminded.answers("forward_report", words, sender=ANN.address)
    assert is_told_a_day(reminded)
    assert not reminded.raws("relay_message", JO.address)


def test_it_in_answer_to_their_own_words_may_be_what_they_asked_for(reminded: Scene) -> None:
    reminded.answers("receipt", "Ann, could I have the slides?")
    reminded.answers("relay_message", "I'll have it by Friday 27 November. Jo, which of them?", sender=ANN.address)
    assert not is_told_a_day(reminded)


@pytest.mark.parametrize(
    "words",
    [
        "Jo, can you bring the poster? I'll have it printed on 27 November.",
        "Jo, can you bring the poster? I'll have it by 27 November.",
        "Jo, could I see the raw data? I'll look at it with the analyst on 27 November.",
        "Jo, is the consent form signed? I can read it to the parents on 27 November.",
        "Jo, which ward is this? I'll have this discussed with the board on 27 November.",
        "Jo, did Meg sign this? I should do it by 27 November at the latest, she says.",
        "I'll do that form for you by 27 November. Jo, which ward is it?",
    ],
)
def test_the_day_of_an_errand_or_of_a_reading_with_others_is_no_day_of_the_feedback(
    reminded: Scene, words: str
) -> None:
    reminded.answers("forward_report", words, sender=ANN.address)
    assert not is_told_a_day(reminded)
