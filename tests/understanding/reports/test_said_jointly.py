"""Words for a report of two: “on behalf of Sam and me” is of both, “on behalf of Sam” is another one's alone."""

from __future__ import annotations

import pytest

from qibot.understanding.reports.said_jointly import says_joint
from qibot.understanding.reports.theirs import brought_for
from tests.support.build import mail
from tests.support.office import SAM

BOTH = [
    "I'm sending this on behalf of Sam Baird and myself.",
    "On behalf of Sam and me, here is report 2.",
    "On behalf of Sam Baird, Liz Hay and myself please find it attached.",
    "On behalf of Sam Baird and Jo Smith, please find report 2 attached.",
    "Sent for Sam Baird and me.",
    "Submitted on behalf of myself and Sam.",
    "This is Sam's and my report for November.",
    "Please accept this as the report for both Jo Smith and Sam Baird",
    "Report 2 of Sam Baird and Jo Smith is attached.",
]
ANOTHERS = [
    "On behalf of Sam Baird, please find report 2 attached.",
    "I'm sending this on behalf of Sam, Jo's on leave.",
    "Sent for Sam.",
]
NEITHER = [
    "On behalf of Sam and myself, thanks for the session. My report is attached.",
    "Could you send the dates for Sam and me to look at?",
    "Sam's and my reports are attached.",
    "On behalf of Sam Baird and Liz Hay, please find report 2 attached.",
    "This isn't sent on behalf of Sam and me.",
    "This isn't a report for both Jo Smith and Sam Baird.",
    "Here is my report for Jo Smith and Sam Baird to read.",
    "The report from Liz Hay and Sam Baird is attached.",
]


@pytest.mark.parametrize("text", BOTH)
def test_what_is_sent_for_another_one_and_its_sender_is_of_both(text: str) -> None:
    assert says_joint(mail(subject="Report 2", text=text, files=("Report 2.docx",)))
    assert not brought_for(text, SAM) or "Jo Smith" in text


@pytest.mark.parametrize("text", ANOTHERS)
def test_what_is_sent_for_another_one_alone_is_theirs(text: str) -> None:
    assert not says_joint(mail(subject="Report 2", text=text, files=("Report 2.docx",)))
    assert brought_for(text, SAM)


@pytest.mark.parametrize("text", NEITHER)
def test_thanks_of_two_and_each_ones_own_make_no_joint_report(text: str) -> None:
    assert not says_joint(mail(subject="Report 2", text=text, files=("Report 2.docx",)))


def test_of_two_documents_each_may_be_somebodys_own() -> None:
    assert not says_joint(mail(subject="Report 2", text="This is Sam's and my report.", files=("a.docx", "b.docx")))
