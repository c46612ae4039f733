"""One word on the first line of a reply: the specification of commands.py, and of what the rules do with it."""

from __future__ import annotations

from dataclasses import replace
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
from qibot.events.reports import Acknowledged, FeedbackReceived, MessageReceived, ReportReceived
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


# --- EXPECT ---


@pytest.mark.parametrize(
    "text",
    ["EXPECT 24 October", "expect 24 October.", "Expect: 24/10", "  *EXPECT 24th of October*",
     "EXPECT by Saturday 24 October", "EXPECT 24 October\n\nBest wishes\nAnn Lee",
     "Expect 24 October" + QUOTE,
     "\n\nEXPECT 2026-10-24\n"],
)  # fmt: skip
def test_a_mentor_names_another_date_in_whatever_spelling(text: str) -> None:
    event = said(Role.MENTOR, text)
    assert isinstance(event, DateNamed)
    assert event.day == date(2026, 10, 24)


def test_the_practitioner_hears_when_to_expect_it_and_the_date_is_the_new_due_day() -> None:
    after, notices = carried_out(said(Role.MENTOR, "EXPECT 3 November"))
    assert after.all(Report)["1"].feedback_due == date(2026, 11, 3)
    assert after.all(Report)["1"].due_known == date(2026, 10, 20)
    assert [p.address for p in notices["expect_feedback_by"].to] == [JO.address]
    assert [p.address for p in notices["expect_feedback_by"].copy] == [MEG.address]
    assert [p.address for p in notices["confirm_command"].to] == [ANN.address]
    assert "3 November 2026" in notices["confirm_command"].facts["done"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [("EXPECT 1 October", "past"), ("EXPECT 1 March 2027", "90 days"), ("EXPECT soon", "soon"), ("EXPECT", "date")],
)
def test_a_date_that_can_not_be_taken_is_asked_about_and_nothing_changes(text: str, fault: str) -> None:
    event = said(Role.MENTOR, text)
    assert isinstance(event, CommandUnclear)
    assert fault in event.fault
    after, notices = carried_out(event)
    assert after.all(Report) == WITH_REPORT.all(Report)
    assert "EXPECT 24 March" in notices["confirm_command"].facts["instead"]


@pytest.mark.parametrize(
    "text",
    ["Expect to see more data by 24 October, and well done on the chart.", "What I liked: EXPECT 24 October",
     "I expect great things of the second test, well done.", "Expected outcomes are clear, and the chart shows them."],
)  # fmt: skip
def test_feedback_that_happens_to_hold_the_word_is_feedback(text: str) -> None:
    assert isinstance(said(Role.MENTOR, text), FeedbackReceived)


@pytest.mark.parametrize(
    "text",
    ["Lovely clear aim. Who else needs to see this chart?", "A clear aim, well done.", "Nice clear aim!",
     "One clear aim - good. Keep the tests small.", "Your clear aim helps. Predict before you test.",
     "Needs supporting data for the aim, otherwise good.", "No capacity issues on the ward is good. Add a median.",
     "Need support from the ward to run it? Ask the charge nurse first, and plot the data weekly.",
     "Team work is strong here. The chart is clear, add a median.",
     "Comments: 1. Say who counts the potholes. 2. Say when. 3. Plot it."],
)  # fmt: skip
def test_feedback_that_begins_nearly_as_a_private_word_is_feedback(text: str) -> None:
    assert isinstance(said(Role.MENTOR, text), FeedbackReceived)


@pytest.mark.parametrize(
    "text",
    ["NO CLEAR AIN", "no cleer aim", "No clear am", "needs suport", "NO CAPICITY", "No capasity",
     "NO CLAER AIM\nI can't find what it is about.", "Needs suport: she is lost.", "NEEDS SUPORT SHE IS LOST",
     "Needs suport she is lost with it all.", "No capacity to carry on after Christmas.",
     "Needs support with her charts, she is lost.", "Need support with Jo, can anybody help?"],
)  # fmt: skip
def test_a_private_word_stays_private_however_it_is_misspelt_or_goes_on(text: str) -> None:
    assert not isinstance(said(Role.MENTOR, text), FeedbackReceived | MessageReceived | Acknowledged)


def test_a_mentor_with_nothing_waiting_is_told_so() -> None:
    answered = case(Put(replace(PENDING, answered=at(NOW))), Put(SUBMITTED))
    assert isinstance(said(Role.MENTOR, "EXPECT 24 October", answered), CommandUnclear)


def test_a_fresh_mail_with_the_command_is_for_the_one_report_that_waits() -> None:
    context = Context([Part(Role.MENTOR, WITH_REPORT)])
    event = classify(arrival(NOW, sender=ANN.address, text="EXPECT 24 October"), context, ALMANAC)
    assert isinstance(event, DateNamed)


# --- exceptional circumstances ---


def test_a_practitioner_tells_of_circumstances_by_the_word() -> None:
    event = said(Role.PRACTITIONER, "EXCEPTIONAL\n\nMy father has died.", case(), 1)
    assert isinstance(event, CircumstancesReported)
    assert event.number == 1


def test_a_practitioner_is_heard_without_the_word_too() -> None:
    text = "Dear team, owing to exceptional circumstances I can't send my report."
    assert isinstance(said(Role.PRACTITIONER, text, case(), 1), CircumstancesReported)


def test_our_own_quoted_letter_tells_of_no_circumstances() -> None:
    text = "Many thanks, much appreciated." + QUOTE + "If exceptional circumstances keep you from it, reply …"
    assert isinstance(said(Role.PRACTITIONER, text, case(), 1), Acknowledged | MessageReceived)


def test_a_document_is_a_report_whatever_is_said_beside_it() -> None:
    text = "Owing to exceptional circumstances this is late."
    assert isinstance(said(Role.PRACTITIONER, text, case(), 1, files=("r.pdf",)), ReportReceived)


def test_circumstances_hold_the_ladder_and_go_to_the_team() -> None:
    after, notices = carried_out(said(Role.PRACTITIONER, "EXCEPTIONAL\nI was in hospital.", case(), 1), case())
    assert after.terms(1).held_since == at(NOW)
    assert [p.address for p in notices["ask_exceptional"].to] == [TEAM]
    assert notices["ask_exceptional"].facts["ordinary"] == []
    assert [p.address for p in notices["confirm_command"].to] == [JO.address]


@pytest.mark.parametrize(
    ("text", "named"),
    [("The volume of work was too much", "workload"), ("I was on annual leave", "annual leave"),
     ("It was outwith term time", "being away out of term time"),
     ("too busy, and then the school holidays", "workload")],
)  # fmt: skip
def test_the_team_is_shown_where_ordinary_reasons_are_spoken_of(text: str, named: str) -> None:
    _, notices = carried_out(said(Role.PRACTITIONER, f"EXCEPTIONAL\n{text}.", case(), 1), case())
    assert named in notices["ask_exceptional"].facts["ordinary"]


def test_a_second_message_does_not_hold_the_ladder_longer() -> None:
    held = case(Put(Terms(1, held_since=at("2026-10-19T09:00"))))
    after, _ = carried_out(said(Role.PRACTITIONER, "EXCEPTIONAL again", held, 1), held)
    assert after.terms(1).held_since == at("2026-10-19T09:00")


@pytest.mark.parametrize(
    ("text", "terms", "verdict"),
    [
        ("ACCEPT UNTIL 30 November", Terms(1, until=date(2026, 11, 30), counts_from=date(2026, 10, 20)), "accepted"),
        ("accept until 30/11.", Terms(1, until=date(2026, 11, 30), counts_from=date(2026, 10, 20)), "accepted"),
        ("EXCUSE", Terms(1, excused=at(NOW)), "excused"),
        ("Excused.", Terms(1, excused=at(NOW)), "excused"),
        ("DECLINE", Terms(1), "declined"),
        ("Declined!" + QUOTE, Terms(1), "declined"),
    ],
)
def test_the_team_decides_in_one_reply(text: str, terms: Terms, verdict: str) -> None:
    held = case(Put(Terms(1, held_since=at("2026-10-19T09:00"))))
    event = said(Role.TEAM, text, held)
    assert isinstance(event, CircumstancesDecided)
    after, notices = carried_out(event, held)
    assert after.terms(1) == terms
    assert notices["tell_extension"].facts["verdict"] == verdict
    assert [p.address for p in notices["tell_extension"].to] == [JO.address]
    assert [p.address for p in notices["tell_extension"].copy] == [ANN.address]
    assert "last word counts" in notices["confirm_command"].facts["undo"]


@pytest.mark.parametrize("text", ["ACCEPT UNTIL 30 September", "ACCEPT UNTIL Easter", "ACCEPT UNTIL"])
def test_an_acceptance_without_a_day_to_come_is_asked_about(text: str) -> None:
    assert isinstance(said(Role.TEAM, text, case()), CommandUnclear)


@pytest.mark.parametrize("text", ["ACCEPT UNTIL 30 November", "EXCUSE", "DECLINE", "ESCALATE"])
def test_what_has_come_in_needs_no_decision(text: str) -> None:
    assert isinstance(said(Role.TEAM, text, WITH_REPORT), CommandUnclear)


def test_the_team_lets_the_escalation_go() -> None:
    event = said(Role.TEAM, "ESCALATE", case(), almanac=ASKING)
    assert isinstance(event, EscalationOrdered)
    assert carried_out(event, case())[0].terms(1).escalate == at(NOW)


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
    lapsed = case(Put(Terms(1, held_since=at("2026-10-01T09:00"))))
    after, notices = carried_out(said(Role.PRACTITIONER, "EXCEPTIONAL", lapsed, 1), lapsed)
    assert after.terms(1).held_since == at("2026-10-01T09:00")
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
