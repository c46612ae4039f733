"""What somebody means is the same whatever mail program they write it in, with our letter quoted below (3a)."""

from __future__ import annotations

import pytest

from qibot.model.messages import Seen
from qibot.model.people import Person
from tests.support.build import ANN, JO, MEG, TEAM
from tests.support.clients import Client
from tests.support.world import World
from tests.whole.test_canary import CANARY, FAMILIES, answers, letter_to, reported, seen_by, world

__all__ = ["reported"]  # what `world` copies

MEANT = {
    "feedback on report 1": (
        (ANN, "forward_report", "Hi Jo, a clear aim this time. I would look at the balancing measure again.\n\nAnn"),
        (
            ANN,
            "forward_report",
            "What I liked: you asked the pupils.\n\nEven better if: the chart had a median.\n\nAnn",
        ),
    ),
    "message from the mentor": (
        (ANN, "forward_report", "Hi Jo, I can't open the second page, could you send it again as a pdf?\n\nAnn"),
    ),
    "thanks or a promise": (
        (ANN, "forward_report", "Thanks, got it.\n\nAnn"),
        (JO, "receipt", "Thank you!\n\nJo"),
    ),
    "EXPECT for report 1": (
        (
            ANN,
            "forward_report",
            "Sorry, I'm snowed under this week. Jo will have my comments by Friday 30 October.\n\nAnn",
        ),
    ),
    "WE SPOKE": (
        (ANN, "forward_report", "Jo and I had a good chat on the phone yesterday.\n\nAnn"),
        (JO, "receipt", "Ann and I met on Tuesday.\n\nJo"),
    ),
    "message from the practitioner": (
        (JO, "receipt", "Ann, how many cycles should I have done by the next session?\n\nJo"),
    ),
    "report 1 without its document": ((JO, "receipt", "I'm sorry, I've attached it this time.\n\nJo"),),
    "exceptional circumstances for report 2": (
        (JO, "receipt", "My husband had a stroke on Saturday and I am at the hospital all day.\n\nJo"),
        (JO, "receipt", "I'm handing in my notice and leaving the programme.\n\nJo"),
        (MEG, "relay_feedback", "Jo is off sick and won't be back before Christmas.\n\nMeg"),
    ),
    "message from the manager": ((MEG, "relay_feedback", "Well done Jo, the whole school is behind you.\n\nMeg"),),
}
__all__ = ["world"]  # a fixture
SAID = [(taken_for, *one) for taken_for, each in MEANT.items() for one in each]


@pytest.mark.parametrize("client", FAMILIES, ids=repr)
@pytest.mark.parametrize(("taken_for", "who", "answered", "words"), SAID, ids=[f"{x[0]}: {x[3][:20]}" for x in SAID])
def test_it_is_taken_for_the_same(
    world: World, client: Client, taken_for: str, who: Person, answered: str, words: str
) -> None:
    if answered == "relay_feedback":
        answers(world, client, letter_to(world, ANN.address, "forward_report"), "What I liked: the clear aim, Jo.")
    before = set(world.case.all(Seen))
    answers(world, client, letter_to(world, who.address, answered), words, who.address)
    taken = world.case.all(Seen)
    assert [taken[key].taken_for for key in taken if key not in before] == [taken_for]


@pytest.mark.parametrize("client", FAMILIES, ids=repr)
def test_that_a_mentor_can_not_go_on_reaches_the_team_alone(world: World, client: Client) -> None:
    words = "I've taken on a new post and I can't carry on as a mentor, I'm sorry.\n\nAnn"
    answers(world, client, letter_to(world, ANN.address, "forward_report"), words)
    assert "new post" in seen_by(world, TEAM)
    assert "new post" not in seen_by(world, JO.address, MEG.address)


@pytest.mark.parametrize("client", FAMILIES, ids=repr)
def test_one_sentence_said_aside_amid_praise_reaches_the_team_alone(world: World, client: Client) -> None:
    words = (
        "Hi Jo, a clear aim this time, and the chart is a pleasure to read. I'd put the dates of both tests on it.\n\n"
        f"Pamela, could one of you ring her, because she cried about the {CANARY} when we spoke last week.\n\n"
        "Try it with three pupils before you try it with thirty.\n\nAnn"
    )
    answers(world, client, letter_to(world, ANN.address, "forward_report"), words)
    assert CANARY in seen_by(world, TEAM)
    assert CANARY not in seen_by(world, JO.address, MEG.address)


@pytest.mark.parametrize("client", FAMILIES, ids=repr)
def test_what_befell_a_practitioner_told_beside_a_question_is_kept_from_others(world: World, client: Client) -> None:
    words = (
        "Ann, should I count the pupils who came late as absent? I have both figures from September on.\n\n"
        f"My husband had a stroke on Saturday, so the {CANARY} and I are at the hospital all day.\n\nJo"
    )
    answers(world, client, letter_to(world, JO.address, "receipt"), words, JO.address)
    assert CANARY in seen_by(world, TEAM)
    assert CANARY not in seen_by(world, ANN.address, MEG.address)
