"""Who can't get at the report until some day, in answer to a reminder, is never taken for talk with the mentor."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        (
            "deadline 1",
            "Report's done but IT have locked me out of the shared drive till Monday morning.",
        ),
        (
            "deadline 1",
            "The server with our data is being moved this weekend so I can't get at the figures until Tuesday.",
        ),
        ("missing 1", "I can't get into the system until Thursday, the report is sitting there."),
        ("deadline 1", "Our network is down until Monday, nothing I can do."),
        ("deadline 1", "I'm locked out of my account until the helpdesk reset it tomorrow."),
        ("missing 1", "SharePoint is being upgraded till Wednesday and my draft's on it."),
    ],
)
def test_it_is_circumstances_or_asked_about(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("circumstances", "ask")


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("deadline 1", "How do I get into the shared drive for the template?"),
        ("feedback 1", "The server with our data is being moved so I'll chart it next week."),
        ("deadline 1", "I was locked out on Friday but all is well now. Is the median needed?"),
    ],
)
def test_talk_of_it_stays_a_message(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"
