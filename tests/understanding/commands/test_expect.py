"""EXPECT: a mentor names another day for the feedback."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qibot.events.agreements import (
    DateNamed,
)
from qibot.events.anyone import CommandUnclear
from qibot.events.reports import Acknowledged, FeedbackReceived, MessageReceived
from qibot.model.case import Put
from qibot.model.people import Role
from qibot.model.reports import Report
from qibot.understanding.classify import classify
from qibot.understanding.matter.context import Context, Part
from tests.support.build import ANN, JO, MEG, arrival, at, case
from tests.understanding.commands.test_commands import (
    ALMANAC,
    NOW,
    PENDING,
    QUOTE,
    SUBMITTED,
    WITH_REPORT,
    carried_out,
    said,
)


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


def test_a_mentor_with_nothing_waiting_is_told_so() -> None:
    answered = case(Put(replace(PENDING, answered=at(NOW))), Put(SUBMITTED))
    assert isinstance(said(Role.MENTOR, "EXPECT 24 October", answered), CommandUnclear)


def test_a_fresh_mail_with_the_command_is_for_the_one_report_that_waits() -> None:
    context = Context([Part(Role.MENTOR, WITH_REPORT)])
    event = classify(arrival(NOW, sender=ANN.address, text="EXPECT 24 October"), context, ALMANAC)
    assert isinstance(event, DateNamed)


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
