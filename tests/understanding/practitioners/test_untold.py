"""Who blames the programme for what nobody told them says it to the team, not to the mentor (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

TO_TEAM = [
    ("missing 2", "I thought January was a holiday month? Nobody said there was one due."),
    ("missing 2", "I was never told about this."),
    ("missing 2", "Why wasn't I told?"),
    ("missing 2", "Is it due already? Nobody told me."),
    ("missing 2", "This is the first I've heard of any report."),
    ("missing 2", "How was I supposed to know?"),
    ("missing 2", "Why did no one tell me it was monthly?"),
    ("missing 2", "You never told me."),
    ("deadline 2", "When is it due? Nobody said."),
    ("check_in", "I wasn't told about any reports."),
    ("receipt 2", "No one said I'd be marked out of five."),
    ("receipt 2", "Why weren't we told about the workshop?"),
    ("fresh", "We were never told that the deadline had moved. When is it now?"),
    ("message", "Nobody told me the report was due in January."),
    ("feedback 2", "Nobody said it had to be two pages."),
    ("feedback 2", "Why wasn't I told the report goes to my manager?"),
]
OF_THE_PROJECT = [
    ("check_in", "Nobody told us the sheets had moved, so no dots this week."),
    ("check_in", "All good. The first I heard of the ward move was on Monday."),
    ("message", "Counter was dug up on the 3rd. No one told us. It's still in a skip."),
    ("message", "The porter says nobody told him about the trial."),
    ("message", "Nobody told us the bins would be emptied early."),
    ("message", "Nobody told me you'd left me a message."),
    ("fresh", "Nobody said he could get out of bed. That's our opening line."),
    ("feedback 2", "nobody told them to, they just started."),
    ("feedback 2", "Thanks. You never said how many points I need."),
    ("deadline 2", "How many words do they want? Last time I wrote two lines and nobody said anything."),
    ("deadline 2", "We asked the families and no one told us anything new."),
    ("receipt 2", "Nobody had said to the pupils that it was a test."),
]


@pytest.mark.parametrize(("answers", "text"), TO_TEAM)
def test_blame_of_the_programme_never_reaches_the_mentor_unasked(answers: str, text: str) -> None:
    subject = "Hello" if answers == "fresh" else "Re: Report 1"
    assert kind_of("practitioner", answers, text, subject=subject) in ("private", "ask")


@pytest.mark.parametrize(("answers", "text"), OF_THE_PROJECT)
def test_what_nobody_told_in_the_project_is_a_message(answers: str, text: str) -> None:
    subject = "Hello" if answers == "fresh" else "Re: Report 1"
    assert kind_of("practitioner", answers, text, subject=subject) == "message"
