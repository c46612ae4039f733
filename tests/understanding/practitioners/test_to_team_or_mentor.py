"""What greets the team beside a report is the team's; what is confided in the mentor by name is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.events import Arrival, Event, ReportReceived, ToldInConfidence, WhichAsked
from qibot.understanding.classify import classify
from tests.support.build import ANN, TEAM, mail, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of
from tests.support.said import kind_of
from tests.words.collection import Message
from tests.words.reading import scene as situation

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross"}
TO_TEAM = [
    "Dear team, please to find the report. The operation was good, thank you.",
    "Dear team,\n\nplease find my report attached. Things at home are settling down.\n\nKind regards\nJo",
    "Hi Community Planning team, report attached. I'm back at my desk from Monday.",
    "Hello all at the QI team, here is report 2. My mother is home again.",
    "Hi team, attached. I've moved house at last.",
    "Dear team, my report is attached. The treatment went better than they thought.",
]
SENDING = [
    "Dear team,\n\nplease find my report attached.\n\nKind regards\nJo",
    "Hi team, report attached, thanks.",
    "Dear team, I send it in the attachment.",
    "Dear team, you will find it in the attachment. Sorry for the wait.",
    "Hi Ann, please find the report. The team enjoyed the test.",
    "Dear Ann, here is my report. The ward team were a great help.",
    "Hi Ann and team, here is my report. We tested on two wards.",
    "Report attached. The team is measuring every Monday.",
]
CONFIDED = [
    "Thanks Ann. Just between us, I'm expecting in May! Haven't told work yet so please keep it to yourself.",
    "Hi Ann, in confidence: I've applied for another job.",
    "Ann, between you and me I find Meg hard to work with. Please don't pass this on.",
    "Hi Ann, this is off the record, but I might be moving to Leeds.",
    "Ann, for your eyes only: we may merge with the other school.",
    "Morning Ann, keep this to yourself please, I have an interview on Friday.",
]
OF_MENTOR = [
    "Just between us, Ann is not much help.",
    "Dear team, just between us, Ann is not much help.",
    "In confidence: I'd rather have another mentor than Ann.",
    "Please don't tell Ann, but I can't work with her.",
]


def said(answers: str, text: str, files: str = "") -> Event:
    fields = {"from": "practitioner", "in": answers, "today": "Wed 2026-12-16", "subject": "Re: Report 2"}
    fields |= {"what": "message", "files": files}
    arrived, context, almanac, parts = situation(Message("x", "x", fields, CAST, text))
    return classify(Arrival(mail(**parts), arrived, "kept", arrived), context, almanac)


@pytest.mark.parametrize("text", TO_TEAM)
def test_covering_words_that_greet_the_team_stay_with_it(text: str) -> None:
    event = said("receipt 2", text, "Report 2.docx")
    assert isinstance(event, ReportReceived)
    assert event.apart


@pytest.mark.parametrize("text", SENDING)
def test_those_that_only_send_or_greet_the_mentor_go_with_the_report(text: str) -> None:
    event = said("receipt 2", text, "Report 2.docx")
    assert isinstance(event, ReportReceived)
    assert not event.apart


@pytest.mark.parametrize("text", CONFIDED)
def test_what_is_confided_in_the_mentor_by_name_is_asked_about(text: str) -> None:
    assert isinstance(said("feedback 2", text), WhichAsked)


@pytest.mark.parametrize("text", OF_MENTOR)
def test_a_word_about_the_mentor_is_the_teams(text: str) -> None:
    assert isinstance(said("feedback 2", text), ToldInConfidence)


def got(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in text_of(raw)}


@pytest.mark.parametrize(("text", "apart"), [
    ("Please find the report. It all went well in hospital, thank you.", True),
    ("better now. oct report", True),
    ("I can see again! Here is October.", True),
    ("Here we are, thank you for the extra time.", False),
    ("October's report, and thank you.", False),
])  # fmt: skip
def test_in_answer_to_the_teams_decision_what_tells_of_the_matter_stays_with_the_team(
    text: str, apart: bool, tmp_path: Path
) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.takes(message(subject="Sorry", text="I have to go into hospital, so I can't send the report in time."))
    s.answers("ask_exceptional", "ACCEPT UNTIL 30 October", TEAM)
    s.takes_answer_with("tell_extension", "Report 1.docx", text=text)
    assert s.numbers == [1]
    readers = got(s, text.split(".")[0].split("!")[0])
    assert readers == ({TEAM} if apart else {ANN.address})


@pytest.mark.parametrize("text", [
    "Dear team,\n\nfrom Monday my email is jo.smith@north.example, the old one stops. Please note it.",
    "Hi team, please use my new address jo.smith@north.example from now on. I won't see the old one.",
])  # fmt: skip
def test_news_of_an_address_that_greets_the_team_is_the_teams_alone(text: str, tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.takes(message(subject="My address", text=text))
    assert ANN.address not in got(s, "north.example")
    assert TEAM in got(s, "north.example")


@pytest.mark.parametrize(
    "text",
    [
        "I've drawn the fishbone. They laugh at me on the ward for it.",
        "I've started the log. Some of the girls on the ward make my life hell.",
        "I'll test it on Monday. I dread going in some days.",
        "I'll count again next week. I get the blame for everything here.",
    ],
)
def test_what_befalls_somebody_at_work_is_asked_about_beside_the_work(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "ask"
