"""A line under a subject that says “report” is a report only where it says so or tells of the project (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.reports import Report
from tests.support.build import ANN
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

SUBJECTS = ("Report 1", "Re: Report 1", "My report")


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Before the first deadline, with nothing sent yet."""
    return scene(tmp_path, "2026-10-12T09:00")


def read_by_ann(s: Scene, words: str) -> bool:
    s.bot.round()
    got = (text_of(raw) for to, raw in s.outbox.delivered if ANN.address in to)
    return any(words in " ".join(text.split()) for text in got)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(
    "said",
    [
        "We buried him on Friday.",
        "My phone number has changed, it's 07700 900123.",
        "I've moved to ward 5.",
        "Hello from sunny Spain!",
        "Please ignore my last email.",
    ],
)
def test_small_talk_under_a_reports_subject_is_asked_about_and_read_by_nobody(
    s: Scene, subject: str, said: str
) -> None:
    s.sends(subject, text=said)
    assert len(s.raws("ask_which_report")) == 1
    assert not s.case.all(Report)
    assert not read_by_ann(s, said)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(
    "said",
    [
        "Thank you for being so kind. It was very sudden.",
        "Good to know, thanks for the reminder.",
        "That's great, thanks so much Ann.",
        "It's all sorted now, thank you.",
    ],
)
def test_thanks_under_a_reports_subject_are_only_thanks(s: Scene, subject: str, said: str) -> None:
    assert s.sends(subject, text=said) == "thanks or a promise"
    assert not s.case.all(Report)
    assert not read_by_ann(s, said)


@pytest.mark.parametrize("said", ["Any news?", "How are you?", "Can't wait to show you the new chart."])
def test_a_plain_message_under_a_reports_subject_is_one(s: Scene, said: str) -> None:
    assert s.sends("Report 1", text=said) == "message from the practitioner"
    assert not s.case.all(Report)
    assert read_by_ann(s, said)


@pytest.mark.parametrize("said", ["Here is my report.", "My report.", "Hope you like it!", "Report 1 is here at last!"])
def test_words_that_only_bring_the_report_are_asked_for_its_document(s: Scene, said: str) -> None:
    assert s.sends("Report 1", text=said) == "report 1 without its document"


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(
    "said",
    [
        "We tested the card on 3 patients. 2 of 3 liked it. Next: 10 patients.",
        "Median 14 days, no shift yet.",
        "Baseline: 12 falls in six weeks. Team met once. Change idea: yellow socks.",
        "No PDSA this month, the ward was closed. Falls were 4, 3 and 5.",
        "Waiting times are down from 12 to 9 days since we moved the clinic to Tuesdays.",
        "The report is in our own store: https://records.dunmore.example/qi/jo/4711",
    ],
)
def test_a_line_that_tells_of_the_project_is_the_report(s: Scene, subject: str, said: str) -> None:
    assert s.sends(subject, text=said) == "report 1"
    assert read_by_ann(s, said)
