"""News of somebody's life, a secret and a word past the manager, said in none of the words that name them."""

from __future__ import annotations

import pytest

from qibot.understanding import not_for_manager
from tests.support.build import JO, MEG

THEIRS = [
    "How exciting, July baby!",
    "You'll be a mum!",
    "You're going to be a grandad!",
    "Wonderful about the wee one!",
    "Great about the new house.",
    "Congratulations, what news!",
    "Two hearts beating, how lovely!",
    "How lovely, a December bride!",
    "A wedding!",
    "This one reads as if you're at the end of your tether.",
    "It reads like you're carrying too much.",
    "This doesn't read like you.",
    "You've not been yourself lately.",
    "What's going on with you?",
    "I'm a bit worried about you.",
    "My dad went the same way.",
    "I lost mine last year.",
    "It does get lighter.",
    "Hope the meeting with your union rep goes ok.",
    "Hope it went well with the union rep.",
    "And you're right not to trust HR with it.",
    "You sounded flat on the phone.",
    "You've had a year of it.",
    "Don't let the lawyers wear you down.",
    "Hope the house sells.",
    "I'd be wary of HR, don't trust HR.",
]
SECRETS = [
    "I won't tell.",
    "What you said on the phone is locked away.",
    "Keep schtum about the bonus mark.",
    "I'll say nothing about the days you took.",
    "I'm glad you told me about the move to Fife, lips sealed.",
    "Shh but I gave you the benefit of the doubt on the aim.",
    "Wheesht, but I marked you up.",
    "Dinnae tell Shona I went easy on you.",
    "Don't tell the office I said so.",
    "If Meg asks, say I told you to keep it small.",
]
PAST_THEM = [
    "As you said on the phone Meg is no help, so go to Helen Boyd direct.",
    "Ignore what Meg says about scope, she hasn't read it.",
    "Just do it whatever Meg says.",
    "No need to ask Meg first.",
    "Go over Meg's head.",
    "I asked Meg. She wasn't pleased.",
    "You don't need your manager for that.",
]
OF_THE_WORK = [
    "The June babies' weights are a good outcome measure.",
    "Test it at the baby clinic, with two mums.",
    "You'll be asking the parents next, I hope.",
    "What good news about the data!",
    "The news sheet is a nice idea.",
    "The wedding bookings are your balancing measure.",
    "It reads as if you had tested already; say when.",
    "It looks like you measure at noon.",
    "The chart isn't like the last one.",
    "The middle of the report sounds a bit flat.",
    "You look lost in week 5: label the axis.",
    "You've had a year of data.",
    "The housing survey is on the second page.",
    "What's going on in week 5?",
    "I'm not worried about the outlier.",
    "Families told you that they lost the letters; that's worth a test.",
    "Well done, especially getting the union rep on board.",
    "Ask HR for the absence data.",
    "I won't tell you what to measure.",
    "I'd say nothing about targets in the aim.",
    "Don't tell the staff what to do, ask them.",
    "Never tell people how to fill it in, watch them.",
    "If Meg asks for numbers, show her the chart.",
    "If anybody asks, show the chart.",
    "Don't forget to show Meg the chart.",
    "Why not ask Meg for the figures?",
    "It wouldn't hurt to show it to Meg.",
    "If you haven't asked Meg yet, do: she can find the time.",
    "Meg asked about the cost. She has a point.",
    "Ask Meg, not for more staff, but for an hour.",
    "The head said no to the second class, so what's plan B?",
    "Your manager said no to the second ward, so what next?",
    "Share it with Meg. She may have ideas.",
]


@pytest.mark.parametrize("said", THEIRS + SECRETS + PAST_THEM)
def test_it_keeps_the_managers_copy_back(said: str) -> None:
    assert not_for_manager(f"Liked the chart. {said} Even better with a median.", MEG, JO)


@pytest.mark.parametrize("said", OF_THE_WORK)
def test_what_only_sounds_like_it_does_not(said: str) -> None:
    assert not not_for_manager(f"Liked the chart. {said} Even better with a median.", MEG, JO)
