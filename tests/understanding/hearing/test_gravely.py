"""A trouble that is plainly somebody's own is passed on by no rule, and read by somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.events import (
    Arrival,
    CircumstancesReported,
    ConcernTold,
    FeedbackReceived,
    MessageReceived,
    SupportNeeded,
    ToldInConfidence,
    WhichAsked,
)
from qibot.understanding.classify import classify
from qibot.understanding.meaning.families import FILE, read_families
from qibot.understanding.phrases import grave
from qibot.understanding.phrases.grave import OF_ME, OF_THEM, told_gravely
from tests.support.build import mail
from tests.support.dialogue import scene
from tests.support.said import CAST, kind_of, read_as
from tests.words.collection import Message
from tests.words.reading import scene as scene_of

KEPT = ("ask", "private", "circumstances", "leaving")


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Still in hospital."),
        ("receipt 1", "Thanks Ann. Still in intensive care."),
        ("feedback 1", "I'll look at it once chemo is over."),
        ("feedback 1", "I explained in my last mail that I have cancer."),
        ("message", "Forget that, dad's had a stroke."),
        ("feedback 1", "I'm not sure about the aim. Things at home are bad, he's hitting me."),
        ("receipt 1", "I need it before the bailiffs come on Monday."),
        ("check_in", "Still here, drinking again."),
        ("message", "I'm on leave till Monday. I'm seeing the lawyer that day."),
        ("missing 1", "Will send it tonight between contractions."),
        ("feedback 1", "I can't make Thursday, I'm at my disciplinary."),
        ("message", "Tuesday suits. My brother's been arrested so I may be on the phone."),
    ],
)
def test_a_practitioners_own_trouble_goes_to_nobody_before_they_are_asked(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in KEPT


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "One of the two men in the October figures died on the ward. Do I take him out?"),
        ("feedback 1", "I want to ask the patients on the stroke unit how they slept. Is that research?"),
        ("message", "Sorry I missed your call, I was at a pupil's grandmother's funeral."),
        ("feedback 1", "I asked the police liaison for her data on callers and she sends it weekly."),
        ("feedback 1", "The evictions weren't left out, they are counted in the second chart."),
        ("receipt 1", "I've asked our bereaved families what they think of the leaflet."),
    ],
)
def test_what_befell_pupils_and_patients_is_the_projects(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Did she mention the disciplinary?",
        "I've freed up her Tuesdays. She is seeing a counsellor then as well.",
        "Another nurse could help: her marriage has broken down and she was crying when we spoke.",
        "Thanks both. She's been signed off before, so go gently.",
    ],
)
def test_a_managers_word_of_her_trouble_goes_to_neither(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) in KEPT


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("reminder 1", "I'll read it when I've buried my father."),
        ("reminder 1", "I'll read it once I am out of hospital."),
    ],
)
def test_a_mentors_promise_with_such_a_word_is_read_by_somebody(answers: str, text: str) -> None:
    assert kind_of("mentor", answers, text) in KEPT


@pytest.mark.parametrize(
    ("answers", "text", "kind"),
    [
        ("message", "Don't rush, Thursday or whenever, I'm at a funeral tomorrow.", "message"),
        ("report 1", "I'm in court all this week, so it'll be Friday 16 October.", "delay"),
        ("report 1", "Speak to Davie in estates, he knows where every cable is buried. The aim is clear.", "feedback"),
        ("report 1", "Have you asked the bereaved families what they want? The chart is lovely.", "feedback"),
    ],
)
def test_what_a_mentor_says_of_themselves_or_the_project_goes_on(answers: str, text: str, kind: str) -> None:
    assert kind_of("mentor", answers, text) == kind


def test_beside_a_report_such_words_stay_with_the_team_and_the_documents_go_on() -> None:
    text = "Report attached. Will write more once my court case is over."
    assert read_as("practitioner", "deadline 1", text, files="Report 1.docx").startswith("report +")


def test_a_report_that_is_typed_into_the_mail_goes_on_as_it_is() -> None:
    said = "Report 1. Our aim is that by June nobody waits more than a day. " + "We counted the calls each week. " * 25
    assert kind_of("practitioner", "deadline 1", f"{said}I told them that HR want the figures, too.") == "report"


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("practitioner", "We met on Monday for lunch, he touched my leg at lunch."),
        ("practitioner", "WE SPOKE\nStill in intensive care."),
        ("mentor", "Spoke to Jo on Monday. She was in tears."),
        ("mentor", "WE SPOKE\nShe is seeing a lawyer about him."),
    ],
)
def test_beside_news_of_a_talk_its_writer_is_asked_or_the_team_has_it(who: str, text: str) -> None:
    assert is_read(who, "nudge", text)


def test_beside_a_mentors_day_too() -> None:
    assert is_read("mentor", "report 1", "I'm on leave till Friday 16 October. Did she mention the disciplinary?")


def test_a_managers_word_to_the_mentor_alone_of_her_trouble_is_asked_about() -> None:
    assert kind_of("manager", "feedback 1", "Ann, Jo's disciplinary is on Tuesday so she can't meet you then.") in KEPT


@pytest.mark.parametrize(
    "text",
    [
        "I work in A&E, so can I count by the hour?",
        "Our tribunal clerks are the team, can I count my hearings by week?",
        "I've investigated three of the late starts.",
    ],
)
def test_the_place_at_which_somebody_works_is_no_trouble(text: str) -> None:
    assert not told_gravely(text, OF_ME)


def is_read(who: str, answers: str, text: str) -> bool:
    """Whether the team has it, or its writer is asked, also beside what else it is."""
    fields = {"from": who, "in": answers, "today": "Thu 2026-10-08", "subject": "Re: Report 1", "what": ""}
    arrived, context, almanac, parts = scene_of(Message("", "", fields, CAST, text))
    event = classify(Arrival(mail(**parts), arrived, "kept", arrived), context, almanac)
    kept = (WhichAsked, SupportNeeded, ConcernTold, ToldInConfidence, CircumstancesReported)
    out = (MessageReceived, FeedbackReceived)
    events = (event, *event.arrival.beside)
    return any(isinstance(x, kept) for x in events) and not any(isinstance(x, out) for x in events)


def test_what_its_writer_says_it_is_goes_on(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.docx")
    s.answers("receipt", "Is it all right that I was in hospital for the count of week five?")
    assert not s.raws("relay_message")
    s.answers("ask_which_report", "It is a message to my mentor")
    assert "week five" in s.last("relay_message")


def test_each_word_of_the_table_is_grave_of_somebody() -> None:
    table = read_families(grave.FILE)
    ordinary = read_families(FILE)
    for words, kinds in table.phrases.items():
        said = " ".join(words).replace("num", "3")
        kin = "my mother " if "@dies" in kinds else ""
        if not {"@third", "@qi"} & {f for w in words for f in ordinary.phrases.get((w,), ())}:
            assert told_gravely(f"I {kin}{said}", OF_ME), said


def test_a_text_without_any_of_them_is_none() -> None:
    assert not told_gravely("Lovely chart, Jo. She counts the calls each week and I like that.", OF_ME | OF_THEM)
