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
        "Thanks Meg. Well done, Jo! How was the biopsy? The chart is good, add a median.",
        "Thanks Meg for the time! Well done Jo. The chemo has not slowed you. Add a median.",
        "Hi Meg, thank you for the time. And Jo, I'm sorry about the overdose. The chart is good.",
        "Hi Meg, thank you for the time. Now Jo, I'm sorry about the divorce. The chart is good.",
        "Hi Meg, thank you for the time. Over to you, Jo. I'm sorry about the divorce. The chart is good.",
        "Thanks Meg! Jo I'm sorry about the divorce. The chart is good, add a median.",
        "Hi Meg, thanks for the time. Sorry about the divorce, Jo. The chart is good, add a median.",
    ],
)
def test_a_life_behind_thanks_to_the_manager_is_the_practitioners_alone(text: str) -> None:
    assert not_for_manager(text, MEG, JO)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Meg for the time! Jo, super chart. Even better with a median.",
        "Dear Meg, thank you for telling me that Jo is back at work.",
        "Hi Meg, Jo has done well. Sorry to hear of your operation.",
        "Hi Meg, I hope you're over the flu. The chart that Jo drew is good.",
        "Dear Meg, Jo's chart is clear. I hope the biopsy was all right.",
        "Hi Meg, well done to Jo. How was your biopsy?",
        "Hi Meg, thank you for the time. I have met Jo. Shame about your divorce.",
    ],
)
def test_what_is_said_to_the_manager_is_theirs(text: str) -> None:
    assert not not_for_manager(text, MEG, JO)
