"""Who answers a report in the mentor's place is told."""

from __future__ import annotations

import pytest

from qibot.understanding.mentors.cover import names_cover
from tests.support.build import mail

THEIRS = frozenset({"jo", "smith", "meg", "ross"})

COVER = [
    "Bob will be covering for me while I'm on leave",
    "Could Bob Ray take this one please? I'm away",
    "My colleague Bob Ray is covering for me while I'm off, can you send it to him?",
    "My colleague will cover",
    "I won't be around until 9 November, please can Bob look at Jo's?",
    "Can another mentor pick this up please",
    "Dave from our office will review it in my place",
    "I'm on leave. Someone will need to cover this.",
]
NO_COVER = [
    "I like that Bob is covering the data collection while you are off",
    "Back from leave on Monday so I'll do it then",
    "Off until Monday so I'll read it then",
    "Who takes the data when you're off? Could Karen cover?",
    "Could someone else do the counting?",
    "Jo, will you take this one step further while I'm on leave?",
    "You could ask a colleague to do one test while you're on leave.",
    "I'm away until 26 October. If urgent please contact Bob Ray, who is covering for me.",
]


@pytest.mark.parametrize("words", COVER)
def test_who_answers_a_report_for_the_mentor_is_told(words: str) -> None:
    assert names_cover(mail(subject="Re: Report 1", text=words), THEIRS)


@pytest.mark.parametrize("words", NO_COVER)
def test_who_helps_the_practitioner_and_whom_a_machine_names_is_no_cover(words: str) -> None:
    assert not names_cover(mail(subject="Re: Report 1", text=words), THEIRS)
