"""What answers a report and says nothing of it is no feedback: leave, cover, a first glance, what kept its writer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qibot.calendar import Almanac
from qibot.model import DESK
from qibot.model.desk import Away
from qibot.model.reports import Report
from qibot.understanding.mentors.cover import names_cover
from qibot.understanding.mentors.first_glance import brings_something_else, promises_more
from qibot.understanding.mentors.own_leave import leave_in
from qibot.understanding.phrases.promised import names_past, promised_day
from tests.support.build import ANN, CONFIG, JO, MEG, TEAM, arrival, at, mail
from tests.support.dialogue import Scene, scene

THEIRS = frozenset({"jo", "smith", "meg", "ross"})
NAMES = THEIRS | {"ann", "lee"}
TODAY = date(2026, 10, 12)


# --- leave ---

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


# --- cover ---

COVER = [
    "Bob will be covering for me while I'm on leave",
    "Could Bob Ray take this one please? I'm away",
    "My colleague Bob Ray is covering for me while I'm off, can you send it to him?",
    "My colleague will cover",
    "I won't be around until 9 November, please can Bob look at Jo's?",
    "Can another mentor pick this up please",
    "Dave from our office will review it in my place",
    "I'm on leave. Someone will need to cover this.",
]
NO_COVER = [
    "I like that Bob is covering the data collection while you are off",
    "Back from leave on Monday so I'll do it then",
    "Off until Monday so I'll read it then",
    "Who takes the data when you're off? Could Karen cover?",
    "Could someone else do the counting?",
    "Jo, will you take this one step further while I'm on leave?",
    "You could ask a colleague to do one test while you're on leave.",
    "I'm away until 26 October. If urgent please contact Bob Ray, who is covering for me.",
]


@pytest.mark.parametrize("words", COVER)
def test_who_answers_a_report_for_the_mentor_is_told(words: str) -> None:
    assert names_cover(mail(subject="Re: Report 1", text=words), THEIRS)


@pytest.mark.parametrize("words", NO_COVER)
def test_who_helps_the_practitioner_and_whom_a_machine_names_is_no_cover(words: str) -> None:
    assert not names_cover(mail(subject="Re: Report 1", text=words), THEIRS)


# --- a first glance ---

GLANCES = [
    "Thanks Jo, that's great, will read it properly next week",
    "Thanks Jo, this looks great. I'll read it properly and get back to you",
    "Thanks Jo, excellent. More soon, Ann",
    "I've had a quick skim and it looks good, I'll come back to you with proper feedback. Ann",
    "Well done getting this in. More from me soon",
    "Thanks for the reminder. I have read it and it's great, comments to come",
    "Great, well done. I'll look at it tonight",
    "Thanks for sending, looks good! I'll write properly when I've a minute",
    "Looks good. Happy to send comments next week",
    "Great start Jo. I'll give it a proper read tomorrow",
    "Looks great, I'll get some feedback to you soon",
    "Just reading this now - first impressions good, more to follow.",
    "Just started reading - very promising, comments to follow.",
]
FEEDBACK = [
    "Great report Jo!",
    "Looks good, nothing to add.",
    "Thanks, well done Jo. Keep going and I'll look forward to the next one.",
    "Well done Jo. The aim is clear. I'll send more comments next week.",
    "Good. Have you thought about a balancing measure? More to follow.",
    "I've had a quick skim: the aim needs a date. I'll come back to you with proper feedback.",
    "Brilliant, I liked the story about the boy. Will send the annotated copy tomorrow.",
    "It looks great. I wouldn't change a thing.",
    "Very well done. I'll look forward to report 2",
    "Really good. I'll give it 9",
    "Really good. I'll give it a nine",
    "Brilliant work Jo. I'll get you the template",
    "Happy to sign this off",
    "Well done Jo. I'll read the article you mention",
]


@pytest.mark.parametrize("words", GLANCES)
def test_praise_beside_a_word_that_the_feedback_is_still_to_come_is_a_promise(words: str) -> None:
    assert promises_more(mail(subject="Re: Report 1", text=words), NAMES)


@pytest.mark.parametrize("words", FEEDBACK)
def test_praise_alone_and_what_says_something_of_the_project_is_no_mere_promise(words: str) -> None:
    assert not promises_more(mail(subject="Re: Report 1", text=words), NAMES)


BESIDE_DOCUMENTS = [
    ("Here's the template for PDSA I mentioned. Will do your feedback at the weekend.", "PDSA template.docx", True),
    ("Guidance attached. I'll get my feedback to you next week.", "guidance.pdf", True),
    ("My comments are attached. Will send more feedback next week", "Jo.docx", False),
    ("I've annotated it, will get my feedback to you next week", "Jo.docx", False),
    ("See attached. I'll give you my feedback in person next week", "Report 1.docx", False),
]


@pytest.mark.parametrize(("words", "file", "else_"), BESIDE_DOCUMENTS)
def test_a_document_beside_feedback_that_is_promised_for_later_is_something_else(
    words: str, file: str, else_: bool
) -> None:
    assert brings_something_else(mail(subject="Re: Report 1", text=words, files=(file,))) is else_


# --- days that have been ---

PAST = [
    "I've been off sick since the 10th",
    "Sorry - my mum died on the 12th so I'm behind",
    "Sorry, I've been in hospital since Monday",
    "I had surgery on the 8th and I'm not back at work yet",
    "Sorry, been without a laptop since the 13th",
    "I've only been back since Monday",
    "I didn't get it until the 16th",
    "Sorry Jo, I was at a conference on the 14th and 15th and it slipped",
    "My husband went into hospital on Friday, sorry",
    "The surgery was on Thursday, I'm groggy still",
]
PROMISED = [
    ("I was off on the 12th so it will be the 30th now, sorry", "2026-10-30"),
    ("I've been ill since the 9th but will send it by Friday", "2026-10-23"),
    ("Been off sick since the 5th, back on Monday, will do it then", "2026-10-26"),
    ("I've had it on my desk since Monday, it'll be with you by Thursday", "2026-10-22"),
    ("My mum died on the 12th, I need until the 9th of November please", "2026-11-09"),
    ("I only got it on the 16th so is the 26th ok?", "2026-10-26"),
]
ALMANAC = Almanac(CONFIG)


def promised(words: str) -> tuple[date | None, bool]:
    came = replace(arrival(), mail=mail(subject="Re: Report 1", text=words), arrived=at("2026-10-20T12:00"))
    return promised_day(came, ALMANAC), names_past(came, ALMANAC)


@pytest.mark.parametrize("words", PAST)
def test_a_day_on_which_something_has_happened_promises_nothing(words: str) -> None:
    assert promised(words) == (None, True)


@pytest.mark.parametrize(("words", "day"), PROMISED)
def test_a_day_to_come_beside_one_that_has_been_is_promised(words: str, day: str) -> None:
    assert promised(words)[0] == date.fromisoformat(day)


# --- what comes of it ---


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann, until 19 October."""
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    return s


def is_open(s: Scene) -> bool:
    return all(r.answered is None for r in s.case.all(Report).values()) and not s.raws("relay_feedback")


def test_leave_over_the_due_day_is_noted_and_the_first_working_day_behind_it_is_told(waiting: Scene) -> None:
    words = "I'm on leave 17-31 October. Will look at this when I'm back."
    assert waiting.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert "2 November" in waiting.last("expect_feedback_by")
    assert "you are away from 17 October 2026 to 31 October 2026 is noted, too" in waiting.last("confirm_command")
    noted = next(c for c in waiting.cases() if c.unit == DESK).all(Away)[ANN.address]
    assert (noted.first, noted.last) == (date(2026, 10, 17), date(2026, 10, 31))
    assert not waiting.raws("report_mentor_away")  # the feedback falls due when they are back
    assert is_open(waiting)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I'm on annual leave until Monday", "26 October"),
        ("On leave till 2 November", "2 November"),
        ("I'm on annual leave from 26 October to 30 October.", "2 November"),
    ],
)
def test_what_is_overdue_is_expected_on_the_first_working_day_behind_the_leave(
    waiting: Scene, words: str, day: str
) -> None:
    waiting.writes_until("2026-10-20T12:00")
    assert waiting.answers("remind_feedback", words, sender=ANN.address) == "EXPECT for report 1"
    assert day in waiting.last("expect_feedback_by")
    assert is_open(waiting)


@pytest.mark.parametrize(
    "words",
    [
        "Lovely aim Jo, add a median. I'm away from Friday until the 4th.",
        "Lovely report Jo, well done. Nothing to add. I'm away till 2 November.",
    ],
)
def test_advice_and_praise_beside_leave_are_feedback_and_the_absence_is_noted(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert "Lovely" in waiting.last("relay_feedback")
    assert next(c for c in waiting.cases() if c.unit == DESK).all(Away)[ANN.address]


@pytest.mark.parametrize(
    "words",
    [
        "Off till 2 November, Jo has cancer",
        "I'm off until 2 November. Jo won't manage this",
        "Jo is sick. I'm off until 2 November",
        "No feedback needed on the final one I assume",
    ],
)
def test_a_word_of_somebody_beside_leave_and_what_is_only_supposed_are_asked_about(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "quarantine"
    assert is_open(waiting)


@pytest.mark.parametrize("words", ["The charts need a proper look.", "Two charts to read, then it's with Jo"])
def test_what_only_names_the_project_beside_leave_is_no_feedback(waiting: Scene, words: str) -> None:
    said = f"I'm on leave until the 4th. {words}"
    assert waiting.answers("forward_report", said, sender=ANN.address) == "EXPECT for report 1"
    assert is_open(waiting)


def test_that_it_is_looked_at_next_week_is_no_new_day(waiting: Scene) -> None:
    words = "Will read it properly next week"
    assert waiting.answers("forward_report", words, sender=ANN.address) == "thanks or a promise"
    assert not waiting.raws("expect_feedback_by")


def test_leave_without_an_end_is_asked_about(waiting: Scene) -> None:
    waiting.answers("forward_report", "On annual leave", sender=ANN.address)
    assert "no day can be read" in waiting.last("confirm_command")
    assert is_open(waiting)


def test_who_covers_is_told_to_the_team_alone_in_the_mentors_words(waiting: Scene) -> None:
    waiting.answers("forward_report", "Bob will be covering for me while I'm on leave", sender=ANN.address)
    assert "Bob will be covering" in waiting.last("report_needs_support")
    assert not waiting.raws("relay_message") and is_open(waiting)


def test_a_first_glance_leaves_the_report_open_and_is_passed_on_to_nobody(waiting: Scene) -> None:
    words = "Thanks Jo, this looks great. I'll read it properly and get back to you"
    assert waiting.answers("forward_report", words, sender=ANN.address) == "thanks or a promise"
    assert not waiting.raws("relay_message") and is_open(waiting)


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        ("Sorry - my mum died on the 12th so I'm behind", "report_needs_support"),
        ("Sorry, been without a laptop since the 9th", "confirm_command"),
    ],
)
def test_illness_and_death_are_the_teams_and_for_what_else_a_day_is_asked(
    waiting: Scene, words: str, letter: str
) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert waiting.raws(letter, TEAM if letter != "confirm_command" else ANN.address)
    assert not any(waiting.raws("expect_feedback_by", who.address) for who in (JO, MEG))
    assert is_open(waiting)


def test_a_mentor_who_is_away_is_not_reminded_before_they_are_back(waiting: Scene) -> None:
    waiting.writes_until("2026-10-18T12:00")
    away = "AWAY 19 October TO 20 October"
    waiting.answers("forward_report", away, sender=ANN.address)
    assert waiting.raws("report_mentor_away", TEAM)
    before = len(waiting.raws("remind_feedback"))
    waiting.writes_until("2026-10-20T16:00")
    assert len(waiting.raws("remind_feedback")) == before
    waiting.writes_until("2026-10-21T12:00")
    assert len(waiting.raws("remind_feedback")) == before + 1
