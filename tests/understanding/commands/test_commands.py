"""One word on the first line of a reply: the specification of the commands, and of what the rules do with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qibot.calendar.almanac import Almanac
from qibot.events.agreements import (
    CircumstancesDecided,
    CircumstancesReported,
    ContactReported,
    DateNamed,
    EscalationOrdered,
)
from qibot.events.anyone import CommandUnclear
from qibot.events.event import Event
from qibot.events.notices import Notice
from qibot.events.reports import FeedbackReceived, MessageReceived, ReportReceived
from qibot.model.case import Case, Put, apply
from qibot.model.messages import Contact
from qibot.model.people import Role
from qibot.model.reports import Report, Submission, Terms
from qibot.rules.decide import decide
from qibot.understanding.classify import classify
from qibot.understanding.commands.table import WORDS
from qibot.understanding.matter.context import Context, Part
from tests.support.build import ANN, CONFIG, JO, MEG, TEAM, arrival, at, case, config

ALMANAC = Almanac(CONFIG)
PENDING = Report(1, at("2026-10-17T09:00"), True, 1, date(2026, 10, 24), date(2026, 10, 17))
SUBMITTED = Submission(1, 1, at("2026-10-17T09:00"), True, JO.address, "Report 1", "jo1@x", "ff")
WITH_REPORT = case(Put(PENDING), Put(SUBMITTED))
NOW = "2026-10-20T09:00"  # a Tuesday
QUOTE = "\n\n________________________________\nFrom: QI Programme <qi.reports@council.example>\nSent: Monday\nEXCUSE\n"

ASKING = Almanac(config(calendar={"escalation": "ask"}))


def said(
    role: Role, text: str, before: Case = WITH_REPORT, number: int = 1, almanac: Almanac = ALMANAC, **parts: Any
) -> Event:
    sender = {Role.MENTOR: ANN.address, Role.PRACTITIONER: JO.address, Role.TEAM: TEAM, Role.MANAGER: MEG.address}[role]
    context = Context([Part(role, before)] if role is not Role.TEAM else (), before, number, team=role is Role.TEAM)
    return classify(arrival(NOW, sender=sender, subject="Re: x", text=text, **parts), context, almanac)


def carried_out(event: Event, before: Case = WITH_REPORT) -> tuple[Case, dict[str, Notice]]:
    decision = decide(before, event, CONFIG)
    return apply(before, decision.changes), {n.name: n for n in decision.notices}


# --- WE SPOKE ---


@pytest.mark.parametrize("role", [Role.MENTOR, Role.PRACTITIONER])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("WE SPOKE", date(2026, 10, 20)),
        ("we spoke 12 October", date(2026, 10, 12)),
        ("We have spoken.", date(2026, 10, 20)),
        ("WE SPOKE on Friday", date(2026, 10, 16)),
    ],
)
def test_a_talk_counts_as_contact_on_its_day(role: Role, text: str, day: date) -> None:
    event = said(role, text, case())
    assert isinstance(event, ContactReported)
    after, notices = carried_out(event, case())
    talks = [c for c in after.all(Contact).values() if c.how == "spoke"]
    assert [ALMANAC.day(c.at) for c in talks] == [day]
    assert set(notices) == {"confirm_command"}


def test_a_talk_to_come_is_no_contact() -> None:
    assert isinstance(said(Role.MENTOR, "WE SPOKE 30 October", case()), CommandUnclear)


@pytest.mark.parametrize(
    "text",
    ["We spoke this morning.", "We spoke on the phone.", "we spoke just now", "We spoke at the learning session."],
)
@pytest.mark.parametrize("role", [Role.MENTOR, Role.PRACTITIONER])
def test_who_says_in_a_sentence_that_they_spoke_is_not_asked_for_a_date(role: Role, text: str) -> None:
    found = said(role, text, case())
    assert isinstance(found, ContactReported)
    assert found.day == date(2026, 10, 20)


# --- rights ---

OBEYED: dict[str, type[object]] = {
    "EXPECT 24 October": DateNamed, "EXCUSE": CircumstancesDecided, "ESCALATE": EscalationOrdered,
    "DECLINE": CircumstancesDecided, "ACCEPT UNTIL 30 November": CircumstancesDecided,
    "EXCEPTIONAL": CircumstancesReported, "WE SPOKE": ContactReported,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right"),
    [("EXPECT 24 October", Role.MENTOR), ("EXCUSE", Role.TEAM), ("ESCALATE", Role.TEAM), ("DECLINE", Role.TEAM),
     ("ACCEPT UNTIL 30 November", Role.TEAM), ("EXCEPTIONAL", Role.PRACTITIONER), ("WE SPOKE", Role.PRACTITIONER)],
)  # fmt: skip
@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.MENTOR, Role.MANAGER])
def test_a_command_of_somebody_else_is_only_words(text: str, right: Role, role: Role) -> None:
    allowed = {right, Role.MENTOR} if text == "WE SPOKE" else {right}
    event = said(role, text, case(), almanac=ASKING)
    if role not in allowed:
        assert not isinstance(event, OBEYED[text])
    elif isinstance(event, CommandUnclear):
        assert "somebody else" not in event.fault


# --- sentences that only begin like a command ---


@pytest.mark.parametrize(
    "text",
    ["Expect 3 more PDSAs by 24 October",
     "EXPECT 24 October\n\nWhat I liked: the aim.\nEven better if: it had a number.",
     "We spoke on Friday, so in short:\n\nWhat I liked: the aim says how much and by when.\nEven better if: types."],
)  # fmt: skip
def test_a_mentors_sentence_is_feedback_and_its_words_arrive(text: str) -> None:
    assert isinstance(said(Role.MENTOR, text), FeedbackReceived)


@pytest.mark.parametrize(
    ("text", "files"),
    [("Exceptional progress this month! My report is attached.", ("Report 1.pdf",)),
     ("There are no exceptional circumstances in the data.", ()),
     ("We had exceptional weather on the ward round", ()),
     ("My report. " + "We met exceptional circumstances in the ward and learned from them. " * 20, ())],
)  # fmt: skip
def test_a_practitioners_sentence_is_no_claim(text: str, files: tuple[str, ...]) -> None:
    event = said(Role.PRACTITIONER, text, case(), 1, files=files)
    assert isinstance(event, ReportReceived | MessageReceived)
    assert isinstance(event, ReportReceived) == (bool(files) or len(text) > 500)


@pytest.mark.parametrize(
    "text",
    ["Excuse me, who is this?", "Decline until we know more", "Escalate this to Bob please", "EXCUSE report 2",
     "ACCEPT until 30 November if Ann agrees", "ACCEPT UNTIL 21 September"],
)  # fmt: skip
def test_the_teams_sentence_decides_nothing(text: str) -> None:
    assert isinstance(said(Role.TEAM, text, case(), almanac=ASKING), CommandUnclear)


def test_decline_after_excuse_takes_the_excuse_back() -> None:
    excused = case(Put(Terms(1, excused=at(NOW))))
    assert carried_out(said(Role.TEAM, "DECLINE", excused), excused)[0].terms(1) == Terms(1)


def test_a_claim_without_a_report_named_is_for_the_last_one_overdue() -> None:
    event = classify(
        arrival("2026-11-17T09:00", text="EXCEPTIONAL\n\nIn hospital."),
        Context([Part(Role.PRACTITIONER, case())]),
        ALMANAC,
    )
    assert isinstance(event, CircumstancesReported)
    assert event.number == 2


def test_a_new_claim_after_the_hold_has_lapsed_reaches_the_team_but_holds_nothing() -> None:
    lapsed = case(Put(Terms(1, held_since=at("2026-10-14T09:00"))))
    after, notices = carried_out(said(Role.PRACTITIONER, "EXCEPTIONAL", lapsed, 1), lapsed)
    assert after.terms(1).held_since == at("2026-10-14T09:00")
    assert notices["ask_exceptional"].facts["held_until"] == ""
    assert "the reminders go on" in notices["confirm_command"].facts["done"]


def test_a_team_member_who_mentors_too_decides_as_the_team() -> None:
    context = Context([Part(Role.MENTOR, case())], case(), 1, team=True)
    event = classify(arrival(NOW, sender=ANN.address, text="EXCUSE"), context, ALMANAC)
    assert isinstance(event, CircumstancesDecided)


def test_every_word_stands_in_the_document_as_help_shows_it() -> None:
    document = (Path(__file__).parents[3] / "docs/commands.md").read_text(encoding="utf-8")
    for word in WORDS:
        assert f"| `{word.shown}` | " in document
        assert f" | {word.does} |" in document
