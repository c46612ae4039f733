"""Words of leave and of time say nothing else, but where something ends, is complained of, or is somebody else's."""

from __future__ import annotations

import pytest

from qibot.understanding.mentors.leave_words import goes_with_leave
from tests.support.said import kind_of

NAMES = frozenset({"jo", "smith", "meg", "ross"})


@pytest.mark.parametrize(
    "clause",
    [
        "I'm off till the 2nd",
        "walking in Skye with my sister",
        "no access to e-mail",
        "won't get to it before Monday",
        "Jo's feedback by Friday",
        "many thanks",
        "I'll get back to you on Monday",
        "you'll have my feedback by the 26th",
        "will let you know then",
        "no e-mail from 12 to 18 October",
        "not back until after the 14th",
        "in Crete with my wife",
        "for my sister's wedding",
        "feedback will be late",
        "can't do this before Monday",
        "won't be reading mail from Monday",
    ],
)
def test_a_clause_made_of_them_goes_with_a_leave(clause: str) -> None:
    assert goes_with_leave(clause, NAMES)


@pytest.mark.parametrize(
    "clause",
    [
        "I'm afraid of her",
        "I should leave",
        "let her go",
        "I might go",
        "I have to leave",
        "her report is late",
        "waiting for Jo",
        "not available",
        "no word from Jo",
        "nothing from the office",
        "going to Meg with this",
        "getting little back",
        "at a loss with this pairing",
        "Your first chart should start from day one",
        "Start looking at the first few weeks of the chart",
        "Charts are behind",
        "Report is short",
        "You are behind",
        "Please send your charts again",
        "Please send me the report again",
        "Let me know when we can speak about this",
        "Let me know when you can do a phone meeting",
        "please send all to my wife",
        "I can't be doing this until next year",
        "I may not be back after the 14th",
        "We'll be off work for a year",
        "I can't do reports after 30 November",
        "I might not be working here after 1 November",
        "There's something I should say",
        "All of this is getting late for me",
        "it's my son",
        "my brother",
        "It's getting to me",
    ],
)
def test_what_ends_complains_or_is_of_somebody_else_does_not(clause: str) -> None:
    assert not goes_with_leave(clause, NAMES)


@pytest.mark.parametrize(
    "beside",
    [
        "Your first chart should start from day one.",
        "Charts are behind, report is short.",
        "You are behind.",
        "Please send your charts again.",
        "Let me know when we can speak about this.",
        "No phone, so please send all to my wife.",
        "I can't be doing this until next year.",
        "I may not be back after the 14th.",
        "I can't do reports after 30 November.",
        "There's something I should say.",
        "All of this is getting late for me.",
        "I might be away longer, it's my son.",
        "I'm going home for a funeral, my brother.",
    ],
)
def test_such_words_beside_a_leave_are_read_by_somebody(beside: str) -> None:
    read = kind_of("mentor", "report 1", f"On leave until 23 October. {beside}")
    assert read not in ("delay", "leave", "machine", "absence")
