"""A mentor who speaks of the practitioner, or of their manager, as of a third person isn't writing to them."""

from __future__ import annotations

import pytest

from qibot.understanding.persons.third_person import speaks_of
from tests.support.said import kind_of
from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}
KEPT = {"ask", "private"}
TO_SOMEBODY_ELSE = [
    "Can you send me Jo's phone number please?",
    "What's Jo's email address please?",
    "I can't open Jo's report, can you help?",
    "Jo's report has a pupil's name in it. Could you take it down?",
    "Jo's report has come without a number, is it report 1 or 2?",
    "I only got the first page of Jo's report",
    "Has Jo sent anything yet?",
    "Could you ask her to resend it? It won't open.",
    "Please tell Jo well done from me",
    "Can you chase Jo for her report?",
    "Is it ok if I ring Jo at work?",
    "Do I still owe anything?",
]
ASKS_ABOUT_THE_MANAGER = [
    "Has Meg seen this?",
    "Did Meg approve this?",
    "Why did Meg sign her up?",
    "Is Meg ok with this?",
    "Hi, did Mrs Ross write this?",
    "Was Meg involved?",
]
TO_THE_PRACTITIONER = [
    ("Hi Jo, I can't open your report, can you send it again please?", "message"),
    ("Can you call me tomorrow Jo?", "message"),
    ("Jo is this the right file?", "message"),
    ("Jo no rush, whenever suits", "message"),
    ("The file called Jo Smith report.docx won't open, can you send yours again?", "message"),
    ("What did Meg say about it?", "message"),
    ("Can you tell Jo I'm in Dunmore on Thursday and could meet at 11?", "message"),
    ("Please let Jo know that I thought her aim was spot on. Just needs a date.", "feedback"),
    ("Morning Jo - did Meg manage to find you the data?", "message"),
    ("Could you send it as a Word file please", "message"),
    ("Jo has made a strong start. The aim says how much and by when. A balancing measure would help.", "feedback"),
    ("Well done to Jo and the class! Next step: test with five.", "feedback"),
    ("Good work. Could Meg count the days you're not in?", "feedback"),
    ("What would Meg say if you asked her for an hour a week?", "feedback"),
    ("What I liked: Jo's clear aim. Even better if: a chart.", "feedback"),
]
OF_THE_WHOLE_DOCUMENT = [
    "not sure about this one",
    "What do you make of this?",
    "Is this any good?",
    "Can you have a look at this for me?",
    "I'm a bit worried about this one",
]
WITH_COMMENTS = [
    "Comments in the margins",
    "Not sure about the aim, see comments",
    "Jo, not sure about this one - see my note on page 2",
    "Could you have a look at my comments?",
]


def said(text: str, where: str, files: str = "") -> str:
    fields = {
        "from": "mentor",
        "in": where,
        "today": "Tuesday 2026-10-20",
        "subject": "Hello" if where == "fresh" else "Re: Report 1",
        "files": files,
    }
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize("where", ["report 1", "fresh"])
@pytest.mark.parametrize("text", [*TO_SOMEBODY_ELSE, *ASKS_ABOUT_THE_MANAGER])
def test_what_speaks_of_them_as_of_a_third_person_reaches_nobody_unasked(text: str, where: str) -> None:
    assert said(text, where) in KEPT


@pytest.mark.parametrize(("text", "kind"), TO_THE_PRACTITIONER)
def test_what_is_said_to_them_or_praises_their_work_goes_on_as_ever(text: str, kind: str) -> None:
    assert said(text, "report 1") == kind


@pytest.mark.parametrize("text", OF_THE_WHOLE_DOCUMENT)
def test_a_document_of_which_its_mentor_only_doubts_is_asked_about(text: str) -> None:
    assert said(text, "report 1", "Report 1 Jo.docx") in KEPT


@pytest.mark.parametrize("text", WITH_COMMENTS)
def test_a_document_with_comments_is_feedback(text: str) -> None:
    assert said(text, "report 1", "Report 1 Jo.docx") == "feedback"


@pytest.mark.parametrize(
    "text",
    ["Looks fine to me. Meg needs to sign too I think.", "Great charter. Needs Meg's sign-off before session 2."],
)
def test_that_the_manager_has_to_sign_too_is_no_concern(text: str) -> None:
    assert said(text, "charter") == "feedback"


@pytest.mark.parametrize(
    "text",
    ["Hi Jo, how did the test go last week?", "Hi Jo, did the five pupils work out?", "Hi Jo, any luck with it?"],
)
def test_small_talk_that_answers_nothing_is_a_message(text: str) -> None:
    assert said(text, "fresh") == "message"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("I've to be at her school on Thursday for something else, can do it there", {"ask", "private", "nothing"}),
        ("I'll go through it with her then", {"ask", "private", "nothing"}),
        ("I'm seeing her on Thursday and will go through it with her then.", {"nothing"}),
        ("We're meeting on Wednesday to go over it.", {"nothing"}),
        ("We've a call booked for Friday.", {"nothing"}),
        ("I'm seeing you on Thursday, bring the chart", {"message", "ask"}),
        ("Jo, we're meeting on Wednesday to go over it.", {"message"}),
    ],
)
def test_what_the_mentor_will_say_to_her_isnt_said_to_her(text: str, kinds: set[str]) -> None:
    assert said(text, "reminder 2") in kinds


@pytest.mark.parametrize(
    ("said", "of_them"),
    [
        ("PRAC needs monitoring", True), ("PRAC wants money", True), ("PRAC was sat at the back", True),
        ("PRAC is satisfied with it", True), ("PRAC was 20 minutes late", True), ("PRAC is 3 weeks behind", True),
        ("PRAC was frightened", True), ("PRAC was thumbing through it", True),
        ("PRAC does Monday suit", False), ("PRAC is Friday at 2 fine", False), ("PRAC would 3pm do", False),
        ("PRAC will 10:30 do", False), ("PRAC would the 5th suit", False), ("PRAC is Thurs ok", False),
        ("PRAC would 5th March suit", False), ("PRAC is tomorrow ok", False),
    ],
)  # fmt: skip
def test_days_and_times_ask_them_and_other_words_speak_of_them(said: str, of_them: bool) -> None:
    assert speaks_of(said) is of_them


@pytest.mark.parametrize(
    "said",
    [
        "is ann ok",
        "how is ann these days",
        "anyone heard from ann lately",
        "Did Ann quit?",
        "Is Ann any good?",
        "Is Ann on the sick again?",
        "Did Ann actually read it?",
        "Does Ann even read these?",
        "Was Ann in a mood when she wrote this?",
        "Somebody said Ann had a stroke, is that right?",
        "Is it true that Ann is leaving?",
    ],
)
def test_what_is_asked_about_the_mentor_isnt_theirs(said: str) -> None:
    assert {kind_of("practitioner", a, said) for a in ("receipt 1", "feedback 1")} <= {"ask", "private"}


@pytest.mark.parametrize(
    "said",
    [
        "Is Ann about on Friday for a call?",
        "Has Ann left a comment on the chart, or is it still to come?",
        "Did Ann get my chart?",
        "Did Ann mean the median or the mean?",
        "Is Ann happy with a weekly count?",
        "Could Ann look at it?",
    ],
)
def test_what_is_asked_of_the_mentor_is_theirs(said: str) -> None:
    assert kind_of("practitioner", "receipt 1", said) == "message"
