"""Which sentences of the team's give a practitioner to another mentor, and which but name one."""

from __future__ import annotations

import pytest

from qibot.model import Enrolment, Person
from qibot.people import Load
from qibot.understanding.commands.new_mentor import reassigns
from tests.support.build import ANN, ENROLMENT, MEG

BOB = Person("Bob Ray", ("bob@fire.example",))
SAM = Enrolment("2026-27", "sam", Person("Sam Baird", ("sam@school.example",)), ANN, MEG)
LOADS = [Load(ANN, 2, None), Load(BOB, 1, None), Load(Person("Tricia Lennox", ("t.lennox@x.example",)), 0, None)]


@pytest.mark.parametrize(
    "said",
    [
        "Leave Jo with me, I will ring Bob.",
        "Bob is off sick, it is a worry for Jo.",
        "Bob knows Jo, he worked with her.",
        "Jo said to Bob it is the driving that is too much.",
        "Spoke to Bob about Jo, he was nice to her.",
        "Bob will see to it that Jo is told.",
        "I wrote to Bob.",
        "Copied to Bob for information.",
        "Bob is overloaded with his own.",
        "Bob takes three at most.",
        "Bob to find out who has room.",
        "Meg says Bob is too hard to work with.",
        "I agree with Bob.",
        "Give Bob a ring.",
        "Bob has to retire.",
        "Bob had Jo round to the station, he's happy to show people about.",
        "Copied to Bob: bob@fire.example, for information.",
        "Bob's number is with Jo.",
        "Pass this on to Bob.",
        "Give Jo to Bob, says Ann. Daft idea.",
        "Bob takes over the rota. Jo to be told.",
        "Send Jo's report to Bob, he reads well.",
        "Bob has room. Ann says Jo would suit Tricia.",
        "Move the meeting with Bob to Monday.",
        "Bob is happy to help Jo with the chart.",
        "I've spoken to Bob about Jo.",
        "bob@fire.example is copied in with Jo.",
    ],
)
def test_who_but_names_a_mentor_has_given_nobody_to_them(said: str) -> None:
    assert not reassigns(said, [ENROLMENT], LOADS, asked=True)
    assert not reassigns(said, [ENROLMENT, SAM], LOADS, asked=True)


@pytest.mark.parametrize(
    "said",
    [
        "Give Jo to Bob please, he's got room for one.",
        "Bob has said yes, so Jo goes to him.",
        "I rang Bob and he's fine with it. So Jo to him please, from now on.",
        "Let's move Jo across to Bob Ray (bob@fire.example), he's got room for one and he knows housing.",
        "Bob said yes when I rang him, so move Jo over to bob@fire.example please.",
        "Jo Smith to go to Bob from today. I have let them both know.",
        "Bob Ray has said he'll have Jo, he's on bob@fire.example - please move her over.",
        "Jo's new mentor will be Bob.",
        "Bob has room (bob@fire.example). Give him Jo. K",
        "Thanks Ann, Bob will look after Jo from now on, I've spoken to him.",
        "Please hand Jo over to bob@fire.example,\nI rang him this morning and he was very nice about it.",
    ],
)
def test_one_clause_says_who_takes_over_and_the_others_why(said: str) -> None:
    assert reassigns(said, [ENROLMENT, SAM], LOADS, asked=True) == f"{ENROLMENT.unit} to bob@fire.example"
