"""What the team's plain yes and no give, the letter's own word amid courtesies, and what is but thought of or asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person, Status
from tests.support.build import ANN, ENROLMENT, JO, TEAM, at
from tests.support.dialogue import Scene
from tests.support.programme import text_of

WANTS = "Hi, could I please have until 23 October for this report? I am waiting for the last of my data."
ILL = "I have been in hospital since Friday and won't manage the report."
LEAVES = "I've got a new job and leave the council on 30 October so I won't be carrying on with the programme."
BOB = Person("Bob Ray", ("bob@fire.example",))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), BOB)


def told(folder: Path, words: str) -> Scene:
    """Jo has told this in answer to the reminder on 13 October, and it is the 14th."""
    s = Scene(folder, ENROLMENT)
    s.now = at("2026-10-10T08:00")
    s.goes_to("2026-10-13T08:00")
    s.answers("remind_deadline", words)
    s.now = at("2026-10-14T10:00")
    return s


def decided(s: Scene) -> str:
    """What the team has decided on report 1: a day, excused or declined; empty while nothing is."""
    terms = s.case.terms(1)
    if not s.raws("tell_extension"):
        return ""
    return terms.until.isoformat() if terms.until else "excused" if terms.excused else "declined"


@pytest.mark.parametrize(
    "said",
    [
        "Yes that's ok", "Fine by us.", "Approved", "No problem at all", "Happy with that", "Yes",
        "That's ok, thanks for letting us know", "Of course. Hope the data comes soon!\n\nThanks\nPauline",
    ],
)  # fmt: skip
def test_a_plain_yes_gives_the_day_that_was_asked_for(tmp_path: Path, said: str) -> None:
    s = told(tmp_path, WANTS)
    s.answers("ask_exceptional", said, TEAM)
    assert decided(s) == "2026-10-23"


def test_the_letter_offers_the_day_that_is_asked_for_and_so_does_the_question_back(tmp_path: Path) -> None:
    s = told(tmp_path, WANTS)
    assert "ACCEPT UNTIL Friday 23 October 2026" in text_of(s.raws("ask_exceptional")[-1])
    s.answers("ask_exceptional", "ok", TEAM)
    assert not decided(s)
    assert "ACCEPT UNTIL 23 October 2026" in s.last("confirm_command")


@pytest.mark.parametrize(
    ("wants", "said"),
    [
        (ILL, "That's fine"),
        ("My operation is on 23 October so I can't do the report.", "Approved"),
        ("Sorry, I'm off sick until 26 October so can't send it.", "That's ok, thanks for letting us know"),
        ("Could I have until the 23rd or the 30th? I've been ill.", "Yes of course"),
        (WANTS, "Is that ok with Ann?"),
        (WANTS, "I'm not sure that's ok"),
    ],
)
def test_where_no_one_day_is_asked_for_or_agreed_to_the_team_is_asked(tmp_path: Path, wants: str, said: str) -> None:
    s = told(tmp_path, wants)
    s.answers("ask_exceptional", said, TEAM)
    assert not decided(s)
    assert "Nothing was changed" in s.last("confirm_command")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("That's fine, the 23rd it is", "2026-10-23"), ("yes 26th fine", "2026-10-26"), ("Monday's fine", "2026-10-19"),
        ("2 Nov ok", "2026-11-02"), ("ok Friday then", "2026-10-16"),
        ("Annual leave doesn't normally count, but fine, she can have until the 26th this once.", "2026-10-26"),
        ("Fine, she can have until the 26th this once.\n\nJean\nCommunity Planning", "2026-10-26"),
        ("Give her till the 30th for October.", "2026-10-30"),
        ("Jo can have till the 27th for October's", "2026-10-27"),
        ("I wouldn't normally, but let her have until the 26th just this time.", "2026-10-26"),
    ],
)  # fmt: skip
def test_a_yes_that_names_a_day_gives_that_one(tmp_path: Path, said: str, day: str) -> None:
    s = told(tmp_path, ILL)
    s.answers("ask_exceptional", said, TEAM)
    assert decided(s) == day


@pytest.mark.parametrize(
    "said",
    [
        "That's fine. Two weeks?", "I'd be minded to say 30 October, Derek do you agree?", "Shall we excuse her?",
        "Fine, the 30th unless anyone objects", "Is Monday fine?", "The 15th is fine",
        "Annual leave doesn't normally count, so I don't think she can have until the 26th.",
        "Annual leave doesn't count. She's away until the 26th.", "Give her till the 30th for December.",
        "Helen thinks we should let her off the October report.",
        "Fine, could she have until the 26th this once?\n\nJean\nCommunity Planning",
    ],
)  # fmt: skip
def test_what_the_team_asks_or_but_thinks_of_is_asked_back(tmp_path: Path, said: str) -> None:
    s = told(tmp_path, ILL)
    s.answers("ask_exceptional", said, TEAM)
    assert not decided(s)
    assert "Nothing was changed" in s.last("confirm_command")


def test_a_length_of_time_counts_from_the_deadline_in_question_and_is_not_added_again(tmp_path: Path) -> None:
    s = told(tmp_path, ILL)
    for said in ("Give her two weeks", "Yes, two weeks please"):
        s.answers("ask_exceptional", said, TEAM)
        assert decided(s) == "2026-10-29"
    s.goes_to("2026-10-28T10:00")
    s.answers("tell_extension", "I'm in hospital again, sorry, I can't send it in time.", JO.address)
    s.answers("ask_exceptional", "Another week is fine", TEAM)
    assert s.case.terms(1).until == date(2026, 11, 5)


@pytest.mark.parametrize(
    "said",
    [
        "No, the 15th is the deadline for everybody.",
        "Sorry, we have to stick to 15 October",
        "The 15th stands.",
        "I'm sorry for her, but we're all short of hands, so it stays at the 15th.",
        "I've a lot of sympathy but being busy is everyone's lot, so the 15th stands.",
    ],
)
def test_a_no_that_names_the_deadline_is_a_no(tmp_path: Path, said: str) -> None:
    s = told(tmp_path, WANTS)
    s.answers("ask_exceptional", said, TEAM)
    assert decided(s) == "declined"


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Decline please", "declined"), ("Please excuse", "excused"), ("Excuse her from report 1 please.", "excused"),
        ("Decline - workload isn't exceptional", "declined"), ("Accept until 30 October, she's ill", "2026-10-30"),
        ("Excuse me?", ""), ("Excuse the delay, I'll look tonight", ""), ("Decline unless she has a sick line", ""),
        ("Excuse report 2", ""), ("Please excuse the short reply", ""),
    ],
)  # fmt: skip
def test_the_letters_own_word_counts_with_a_courtesy_or_a_reason(tmp_path: Path, said: str, what: str) -> None:
    s = told(tmp_path, ILL)
    s.answers("ask_exceptional", said, TEAM)
    assert decided(s) == what


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Yes that's fine, on hold please", Status.PAUSED), ("OK to pause", Status.PAUSED),
        ("Withdraw her please", Status.WITHDRAWN), ("Withdraw her request", Status.ACTIVE),
        ("OK to pause?", Status.ACTIVE),
    ],
)  # fmt: skip
def test_so_does_the_word_for_a_rest_or_an_end(tmp_path: Path, said: str, status: Status) -> None:
    s = told(tmp_path, LEAVES)
    s.answers("report_leaving", said, TEAM)
    assert s.case.enrolment.status is status


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("She's staying after all", "declined"), ("I've talked to her and she's changed her mind.", "declined"),
        ("Leave as is please", "declined"), ("Don't withdraw her, she's carrying on", "declined"),
        ("She's staying on and will send the report by 30 October", "2026-10-30"),
        ("She's staying until Christmas", ""), ("Is she staying?", ""), ("She's not staying", ""),
        ("She may stay on", ""), ("She's staying with her mum just now", ""),
    ],
)  # fmt: skip
def test_that_somebody_stays_after_all_declines_their_leaving(tmp_path: Path, said: str, what: str) -> None:
    s = told(tmp_path, LEAVES)
    s.answers("report_leaving", said, TEAM)
    assert decided(s) == what
    assert s.case.enrolment.status is Status.ACTIVE


@pytest.mark.parametrize(
    ("said", "mentor"),
    [
        ("Bob (bob@fire.example) has said he'll take Jo on.", BOB),
        ("Can you reassign her to bob@fire.example please?", BOB),
        ("Please make Bob her mentor\n\nThanks\nPauline", BOB), ("Jo's new mentor: bob@fire.example", BOB),
        ("Could Bob take Jo?", ANN), ("I've e-mailed bob@fire.example to ask", ANN), ("Bob said no", ANN),
        ("If Bob agrees, give her to him", ANN), ("Bob might take her", ANN),
    ],
)  # fmt: skip
def test_a_sentence_that_names_one_mentor_gives_them_who_is_asked_about(
    tmp_path: Path, said: str, mentor: Person
) -> None:
    s = Scene(tmp_path, ENROLMENT, SAM)
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "NO CAPACITY\n\nI am changing jobs.", ANN.address)
    s.answers("report_no_capacity", said, TEAM)
    assert s.case.enrolment.mentor == mentor


def test_who_stays_after_all_is_not_told_that_nothing_was_exceptional(tmp_path: Path) -> None:
    s = told(tmp_path, LEAVES)
    s.answers("report_leaving", "False alarm, she is staying on.", TEAM)
    assert "nothing changes" in s.last("tell_extension")
    assert "exceptional" not in s.last("tell_extension")
    assert "leav" not in s.last("tell_extension"), "the mentor, who has a copy, heard of a difficulty alone"


def test_whose_circumstances_are_declined_hears_why(tmp_path: Path) -> None:
    s = told(tmp_path, ILL)
    s.answers("ask_exceptional", "DECLINE", TEAM)
    assert "no exceptional circumstances" in s.last("tell_extension")
