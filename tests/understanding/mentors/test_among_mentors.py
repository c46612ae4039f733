"""What a mentor answers to another mentor goes to that one where it is theirs, else to the team alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.concerns.told import BOB, LEADS, PRIYA, SAM, letters, names, says
from tests.support.build import ANN, ENROLMENT, TEAM, at, message
from tests.support.programme import read, text_of
from tests.support.world import World

THEIRS = [
    "Hi Ann, I always start with a cup of tea with them.",
    "We do a short visit to the ward and show them the chart.",
    "Thanks, no.",
    "Ask the sponsor. It worked for mine.",
    "Ann, is this about Jo? Ring me, I had the same with mine and she came round.",
    "I'd show the benefit for their own targets, Ann.",
    "I go and see the manager myself. Usually works a treat.",
    "I use the guidance that the team gave us: section 4.",
]
THE_TEAMS = [
    "Not for Ann - I think she's asking because of Jo, and Jo has been to me in tears about her.",
    "In confidence, Jo Smith has asked me whether I'd take over from Ann.",
    "One for the team only: this is the third time that somebody asks.",
    "Dear team, should Ann really be asking this?",
    "Please don't tell Ann this, but her practitioner came to me.",
    "I think she's asking because of Jo.",
    "Isn't that Meg Ross at the school?",
    "Why does Ann ask this every month?",
    "I don't know why she can't sort it out herself.",
    "Take me off this list please.",
]

OF_THEIR_OWN = [
    "Priya's manager was the same. She cried on the phone to me every week.",
    "Ann, Priya had the same, her manager is a bully and she went off sick with it.",
    "Priya Nair is thinking of leaving over this.",
    "Ann, I'd go to the sponsor. Priya did that.",
    "My lass is on a final warning, so careful.",
    "One of mine has a manager who shouts at her. I told her to log it.",
    "Ann, mine was ready to give up, her marriage had gone, and her manager didn't know.",
    "Ann, I had one whose manager said no, and she ended up on antidepressants.",
    "The one I have now was signed off with stress because of it.",
    "A woman I mentor lost her baby and the manager only softened then.",
    "The nurse I have this year drinks, so I went to her boss.",
    "Ann, mine left her husband in the middle of it all.",
    "My lady in Fife is leaving over it.",
    "I had a boy whose boss was caught fiddling the figures.",
    "Ours in the library said no until she threatened to walk out.",
]
OF_NOBODY = [
    "Mine asked the sponsor to sit in. It worked.",
    "My practitioners all bring the chart.",
    "Ann, with mine I suggested a joint call.",
    "I had one whose manager said no and we just tested on a Sunday.",
    "Ann, one of mine had that. She asked for ten minutes a week and it worked.",
    "My two have good managers, so I can't help.",
    "The one I have now asked for one hour a week.",
    "A woman I mentor drew the chart for her manager, and that did it.",
    "My lady in Fife asked her manager to count with her.",
    "Mine left the chart on the boss's desk.",
    "I had a lad whose boss said no, so he counted in his break.",
]


@pytest.fixture
def asked(tmp_path: Path) -> World:
    world = World(tmp_path, ENROLMENT, SAM, PRIYA, config=LEADS)
    world.now = at("2026-10-12T09:00")
    world.inbox.put(message(subject="Report 1", files=("r.pdf",)), world.now)
    world.bot.round()
    says(world, ANN.address, "MENTORS\n\nHow do you deal with a manager who says no?")
    return world


def answers(world: World, text: str) -> str:
    head = read(letters(world, BOB.address)[-1])
    to = str(head["Reply-To"].addresses[0].addr_spec)
    (taken,) = says(world, BOB.address, text, to=to, In_Reply_To=str(head["Message-ID"]), Subject=str(head["Subject"]))
    return taken


@pytest.mark.parametrize("text", THEIRS)
def test_what_is_said_to_the_one_who_asked_goes_to_them(asked: World, text: str) -> None:
    assert answers(asked, text) == "MENTORS"
    assert names(asked, ANN.address)[-1] == "relay_to_mentors"


@pytest.mark.parametrize("text", THE_TEAMS)
def test_what_is_said_of_them_or_of_theirs_or_to_the_office_is_the_teams_alone(asked: World, text: str) -> None:
    before = len(letters(asked, ANN.address))
    assert answers(asked, text) == "NEEDS SUPPORT"
    assert len(letters(asked, ANN.address)) == before
    assert text.split()[-1] in text_of(letters(asked, TEAM)[-1])


@pytest.mark.parametrize("text", OF_THEIR_OWN)
def test_what_is_said_of_the_speakers_own_people_is_the_teams_though_the_other_one_is_called(
    asked: World, text: str
) -> None:
    before = len(letters(asked, ANN.address))
    assert answers(asked, text) == "NEEDS SUPPORT"
    assert len(letters(asked, ANN.address)) == before
    assert "once more without that" in text_of(letters(asked, BOB.address)[-1])


@pytest.mark.parametrize("text", OF_NOBODY)
def test_what_they_did_with_one_of_theirs_is_advice(asked: World, text: str) -> None:
    assert answers(asked, text) == "MENTORS"
    assert names(asked, ANN.address)[-1] == "relay_to_mentors"


def test_its_writer_hears_that_it_was_not_sent_and_how_it_is(asked: World) -> None:
    answers(asked, "I don't know why she says no.")
    assert "answer the question once more, with Ann Lee's first name and a comma" in text_of(
        letters(asked, BOB.address)[-1]
    )
    assert "what **Ann Lee** asked the other mentors" in text_of(letters(asked, TEAM)[-1])


def test_an_absence_note_is_no_answer(asked: World) -> None:
    assert answers(asked, "I'm out of the office until 26 October. For urgent matters call reception.") == "automatic"
