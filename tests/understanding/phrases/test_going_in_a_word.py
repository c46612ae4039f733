"""That a practitioner leaves, said in a word beside thanks, is heard by the team."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("missing 1", "Withdrawing, thanks. It's not you it's me."),
        ("missing 1", "Not continuing, thanks anyway."),
        ("missing 1", "Stopping here, thank you all."),
        ("missing 1", "Bowing out, sorry."),
        ("check_in", "I changed jobs, sorry, thought I'd let you know."),
        ("check_in", "I've moved to another council. Sorry!"),
        ("deadline 1", "Not carrying on, sorry all"),
        ("receipt 1", "Stopping here, thank you all."),
        ("fresh", "Sorry, I'm pulling out. Thank you for everything."),
    ],
)
def test_who_goes_in_a_word_is_heard(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "leaving"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("message", "Stopping here for today, thanks!"),
        ("message", "Not continuing with the survey, thanks"),
        ("message", "Not continuing, thanks."),
        ("message", "Withdrawing the second change, thanks"),
        ("missing 1", "Leaving it till tomorrow, sorry"),
        ("missing 1", "thanks, will do"),
        ("message", "I changed jobs in the chart to tasks, thanks"),
        ("check_in", "Ann has changed jobs"),
        ("check_in", "Stopping here, the second change didn't work. Trying a third now!"),
    ],
)
def test_what_goes_no_further_than_a_change_is_no_leaving(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) != "leaving"
