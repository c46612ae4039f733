"""What is said to the practitioner behind a word to the manager is read for what is theirs alone."""

from __future__ import annotations

import pytest

from qibot.model import Person
from qibot.understanding.persons.intimate import not_for_manager

MEG, JO = Person("Meg Ross", ("meg@x.example",)), Person("Jo Smith", ("jo@x.example",))


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Meg for the time! Jo, super chart, and good luck with your chemo. Even better with a median.",
        "Dear Meg,\n\nthank you for letting me in on this.\n\nJo: the aim is clear. I hope your mum is on the mend.",
        "Hi Meg and Jo, well done both. Jo, sorry to hear about your divorce, and the run chart is excellent.",
    ],
)
def test_a_life_behind_thanks_to_the_manager_is_the_practitioners_alone(text: str) -> None:
    assert not_for_manager(text, MEG, JO)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Meg for the time! Jo, super chart. Even better with a median.",
        "Dear Meg, thank you for telling me that Jo is back at work.",
    ],
)
def test_what_is_said_to_the_manager_is_theirs(text: str) -> None:
    assert not not_for_manager(text, MEG, JO)
