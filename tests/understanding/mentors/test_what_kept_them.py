"""Days that have been promise nothing; of several the one to come counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qibot.calendar import Almanac
from qibot.understanding.phrases.promised import names_past, promised_day
from tests.support.build import CONFIG, arrival, at, mail

PAST = [
    "I've been off sick since the 10th",
    "Sorry - my mum died on the 12th so I'm behind",
    "Sorry, I've been in hospital since Monday",
    "I had surgery on the 8th and I'm not back at work yet",
    "Sorry, been without a laptop since the 13th",
    "I've only been back since Monday",
    "I didn't get it until the 16th",
    "Sorry Jo, I was at a conference on the 14th and 15th and it slipped",
    "My husband went into hospital on Friday, sorry",
    "The surgery was on Thursday, I'm groggy still",
]
PROMISED = [
    ("I was off on the 12th so it will be the 30th now, sorry", "2026-10-30"),
    ("I've been ill since the 9th but will send it by Friday", "2026-10-23"),
    ("Been off sick since the 5th, back on Monday, will do it then", "2026-10-26"),
    ("I've had it on my desk since Monday, it'll be with you by Thursday", "2026-10-22"),
    ("My mum died on the 12th, I need until the 9th of November please", "2026-11-09"),
    ("I only got it on the 16th so is the 26th ok?", "2026-10-26"),
]
ALMANAC = Almanac(CONFIG)


def promised(words: str) -> tuple[date | None, bool]:
    came = replace(arrival(), mail=mail(subject="Re: Report 1", text=words), arrived=at("2026-10-20T12:00"))
    return promised_day(came, ALMANAC), names_past(came, ALMANAC)


@pytest.mark.parametrize("words", PAST)
def test_a_day_on_which_something_has_happened_promises_nothing(words: str) -> None:
    assert promised(words) == (None, True)


@pytest.mark.parametrize(("words", "day"), PROMISED)
def test_a_day_to_come_beside_one_that_has_been_is_promised(words: str, day: str) -> None:
    assert promised(words)[0] == date.fromisoformat(day)
