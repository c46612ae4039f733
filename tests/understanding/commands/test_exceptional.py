"""Exceptional circumstances: a practitioner tells of them, and the team decides."""

from __future__ import annotations

from datetime import date

import pytest

from qibot.events.agreements import (
    CircumstancesDecided,
    CircumstancesReported,
    EscalationOrdered,
)
from qibot.events.anyone import CommandUnclear
from qibot.events.reports import Acknowledged, MessageReceived, ReportReceived
from qibot.model.case import Put
from qibot.model.people import Role
from qibot.model.reports import Terms
from tests.support.build import ANN, JO, TEAM, at, case
from tests.understanding.commands.test_commands import ASKING, NOW, QUOTE, WITH_REPORT, carried_out, said


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
