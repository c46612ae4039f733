"""Words about somebody in whose matter the sender has another part, or none: never told or held in the sender's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from qibot.model.reports import Feedback
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, at, config, message
from tests.support.dialogue import Scene
from tests.support.programme import head_of

BOB = Person("Bob Ray", ("bob@fire.example",))
LIZ = Person("Liz Boyd", ("liz@council.example",))
TOM_REID = Person("Tom Reid", ("tom@fire.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, ANN)
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), BOB, LIZ)
TOM = Enrolment("2026-27", "tom.reid", TOM_REID, BOB, LIZ)
KIM = Enrolment("2026-27", "kim.hay", Person("Kim Hay", ("kim@x.example",)), TOM_REID, LIZ)
LIKED = "I liked the aim. Even better if the chart had a median."


def begun(tmp_path: Path, *enrolments: Enrolment) -> Scene:
    """A scene in which the first of them has sent report 1."""
    s = Scene(tmp_path, *enrolments, config=config())
    s.now = at("2026-10-12T09:00")
    s.takes(message(sender=enrolments[0].practitioner.address, files=("Report 1.pdf",)))
    return s


def reached(s: Scene, since: int) -> set[str]:
    """To whom something went that tells what somebody wrote, or that there is a difficulty."""
    silent = ("remind_", "nudge_", "receipt", "confirm_", "ask_which")
    gone: Iterable[tuple[tuple[str, ...], bytes]] = s.outbox.delivered[since:]
    return {a for who, raw in gone if not str(head_of(raw)["X-QI-Letter"]).startswith(silent) for a in who}


@pytest.mark.parametrize("subject", ["Pat Gray", "Hello"])
@pytest.mark.parametrize("text", ["Pat has got a new job in Perth.", "Pat's maternity leave starts on 1 December."])
def test_what_a_mentor_says_of_somebody_whom_they_manage_is_read_as_the_managers(
    tmp_path: Path, text: str, subject: str
) -> None:
    s = begun(tmp_path, ENROLMENT, PAT)
    since = len(s.outbox.delivered)
    s.sends(subject, text=text, sender=ANN.address)
    assert TEAM in reached(s, since)
    assert not {JO.address, MEG.address} & reached(s, since)


def test_praise_of_somebody_who_has_another_mentor_by_now_answers_nobody_elses_report(tmp_path: Path) -> None:
    s = begun(tmp_path, replace(SAM, mentor=ANN), replace(ENROLMENT, mentor=BOB))
    since = len(s.outbox.delivered)
    s.sends("Report", text=f"Jo's report was great. {LIKED}", sender=ANN.address)
    assert reached(s, since) == set()
    assert len(s.raws("ask_which_report", ANN.address)) == 1


def test_talk_that_names_nobody_is_asked_about_though_one_report_waits_and_feedback_is_not(tmp_path: Path) -> None:
    s = begun(tmp_path, ENROLMENT, replace(SAM, mentor=ANN))
    s.sends("Data", text="Could you send me the data by Friday?", sender=ANN.address)
    assert not s.raws("relay_message")
    assert len(s.raws("ask_which_report", ANN.address)) == 1
    s.sends("Report", text=LIKED, sender=ANN.address)
    assert len(s.case.all(Feedback)) == 1


def test_a_practitioner_who_manages_a_colleague_says_as_such_what_befalls_that_one(tmp_path: Path) -> None:
    s = begun(tmp_path, ENROLMENT, replace(SAM, manager=JO))
    since = len(s.outbox.delivered)
    s.sends("Sam Baird", text="Sam can't be spared for the learning session.")
    assert TEAM in reached(s, since)
    assert not {ANN.address, MEG.address} & reached(s, since)


@pytest.mark.parametrize(
    "text", ["Kim told me that she has cancer.", "I met Kim on Tuesday. She was in tears and wants to stop."]
)
def test_a_practitioners_worry_about_whom_they_mentor_is_the_teams_alone(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, KIM, TOM)
    since = len(s.outbox.delivered)
    s.sends("A question", text=text, sender=TOM_REID.address)
    assert reached(s, since) == {TEAM}


def test_other_words_of_whom_they_mentor_are_asked_about(tmp_path: Path) -> None:
    s = begun(tmp_path, KIM, TOM)
    since = len(s.outbox.delivered)
    s.sends("A question", text="I met Kim on Tuesday.", sender=TOM_REID.address)
    assert reached(s, since) == set()
    assert len(s.raws("ask_which_report", TOM_REID.address)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Hi Bob, Kim is in tears each time we speak. What would you do?",
        "Hi Bob, Kim and I tried the chart. How many points does it need?",
    ],
)
def test_what_calls_their_own_mentor_and_may_be_a_worry_about_a_mentee_is_asked_about(
    tmp_path: Path, said: str
) -> None:
    s = begun(tmp_path, KIM, TOM)
    s.sends("Kim", text=said, sender=TOM_REID.address)
    assert len(s.raws("ask_which_report", TOM_REID.address)) == 1
    assert not [raw for to, raw in s.outbox.delivered if BOB.address in to and said[8:20].encode() in raw]


SAMS = "Sam's dad died on Sunday so I will present for both of us on Friday."


def test_what_befell_a_colleague_is_told_the_team_alone_and_holds_nothing(tmp_path: Path) -> None:
    s = begun(tmp_path, ENROLMENT, SAM)
    since = len(s.outbox.delivered)
    assert s.sends("Sam", text=SAMS) == "a word for the team alone"
    assert reached(s, since) == {TEAM}
    assert s.answers("receipt", SAMS + " Jo") == "a word for the team alone"


@pytest.mark.parametrize(
    "text",
    [
        "My dad died on Sunday. Sam will present for both of us on Friday.",
        "Sam has been signed off, so I can't finish the next report in time.",
    ],
)
def test_what_keeps_the_sender_from_a_report_is_the_senders_circumstances(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, SAM)
    assert s.sends("Hello", text=text).startswith("exceptional circumstances")
