"""What a joint report's covering words may say of the other practitioner before they are the team's alone."""

from __future__ import annotations

import pytest

from qibot.understanding.persons.of_another import speaks_of_another, tells_of_another
from qibot.understanding.reports.said_jointly import says_jointly
from tests.support.build import ANN, JO, MEG


@pytest.mark.parametrize(
    "text",
    [
        "Sam's data is thin because he is on a final warning.",
        "He drew the chart in the week after his house was repossessed.",
        "Sam drew the chart in his hospital bed last week.",
        "Sam's data is thin because of the bailiffs.",
        "Sam was drunk when he collected the data.",
        "Sam collected the data, he has been evicted.",
        "Sam collected the data and has been evicted.",
        "Our joint report is thin because he is on a final warning.",
        "Sam is waiting for a tribunal this week.",
        "Sam asked for a transfer to another ward.",
        "He has a police interview on Monday morning.",
        "Sam tested positive for it on Monday.",
        "Joint report with Sam, whose marriage is over.",
    ],
)
def test_a_word_of_the_project_covers_for_nothing_else_in_its_sentence(text: str) -> None:
    assert speaks_of_another(text, ["Sam"], says_jointly)


@pytest.mark.parametrize(
    "text",
    [
        "Sam drew the chart, and I wrote the rest.",
        "Here is our joint report, Sam Baird's and mine. Sam drew the chart.",
        "Sam measured the waits on his ward and I drew the charts.",
        "Sam counted the forms on his ward each Monday.",
        "Sam and I tested the form in both wards.",
        "Sam tested it first, before I drew the chart.",
        "Sam's chart shows the waits at his school.",
        "Sam Baird",
        "Hello, this is the joint report from Sam Baird and me, as we share the job and the project.",
        "Hi all, October report for Jo Smith and Sam Baird.",
        "Joint report again (Jo Smith, Sam Baird).",
    ],
)
def test_what_is_wholly_about_the_project_goes_with_the_report(text: str) -> None:
    assert not speaks_of_another(text, ["Sam"], says_jointly)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("This is the joint report from Sam Baird and me, as we share the job and the project.", False),
        ("Joint report from Sam and me, as he is off sick.", True),
        ("Our report: Sam is off sick.", True),
    ],
)
def test_that_a_report_is_joint_tells_nothing_of_the_other(text: str, tells: bool) -> None:
    assert tells_of_another(text, ["Sam"], [JO, ANN, MEG], says_jointly=says_jointly) is tells
