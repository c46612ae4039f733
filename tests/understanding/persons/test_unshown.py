"""What a practitioner says so that the manager doesn't see a report, in the words that people use, and what only sounds
so."""

from __future__ import annotations

import pytest

from qibot.understanding import hides_from_manager
from tests.support.build import ANN, MEG

HIDES = [
    "Please, Meg can't see this, she'd be furious.",
    "Meg can't see this until I've spoken to her.",
    "Meg can't see this before the 1st.",
    "Meg cannot read this, I've written about her.",
    "Meg can't get this one, it has what I think of the rota in it.",
    "Meg can't have this as it names her.",
    "Meg will be furious about the section on staffing.",
    "Meg would go mad about page 3.",
    "Meg doesn't know that I am not coming back.",
    "Meg doesn't know I've had enough.",
    "Meg doesn't know I want out.",
    "Meg isn't aware I've asked for a move.",
    "Meg doesn't know I'm off to the council in June.",
    "Meg doesn't know about my diagnosis.",
    "Meg doesn't know my husband left.",
    "Meg doesn't know we're expecting.",
    "Meg doesn't know yet, so careful please.",
    "Meg doesn't know.",
    "My boss has no idea I wrote this.",
    "Nobody must see this until I've left.",
    "No one should know about this before the baby is safe.",
    "Nobody should read this until I have told them at home.",
    "This is for Ann and nobody else.",
    "This is just for Annie.",
    "Strictly for Ann, thanks.",
    "For Ann only, thanks!",
    "Ann only please.",
    "Please leave my manager out of this one.",
    "Meg and I aren't speaking, so not to her.",
    "Please don't send your reply to work.",
    "Meg doesn't know my contract ends.",
    "Strictly for Ann, thanks.",
]
TELLS_HOW = [
    "Meg can't read this on her phone, it's too small.",
    "We told staff: please don't bring the car to work.",
    "Don't bring your car to work.",
    "Meg can't see this being a problem.",
    "Meg doesn't know how I plot it.",
    "Meg doesn't know that I have sent it yet.",
    "No copies were made.",
    "The aim: nobody should have to read this twice.",
    "Meg would be mad about it!",
    "Nobody should see this as a target before staff have tried it.",
    "No one should get this by post.",
    "Nobody should know about this before they start the shift.",
    "Meg can't see this because the file won't open.",
    "Meg would be furious about the state of the kitchen.",
    "Meg doesn't know we changed the form.",
    "Meg doesn't know the median from the mean.",
    "Meg doesn't know when the clinic starts.",
]


@pytest.mark.parametrize("said", HIDES)
def test_what_keeps_it_from_the_manager_is_heard_whatever_follows(said: str) -> None:
    assert hides_from_manager(said, MEG, ANN)


@pytest.mark.parametrize("said", TELLS_HOW)
def test_what_tells_how_it_is_keeps_nothing_from_them(said: str) -> None:
    assert not hides_from_manager(said, MEG, ANN)
