"""What a mentor says to the team alone: it gets there, and not one word of it anywhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Away
from qibot.model.messages import Flag
from tests.quoting.test_links import clicked
from tests.rules.concerns.told import BOB, LEADS, PRIYA, SAM, SECRET, UNIT, comes, letters, names, says
from tests.support.build import ANN, BOT, ENROLMENT, JO, MEG, TEAM, THREADS, at
from tests.support.programme import read, text_of
from tests.support.world import World


@pytest.mark.parametrize("word", ["NEEDS SUPPORT", "No clear aim.", "*needs support*", "NEEDS SUPORT", "NO CAPACTY"])
@pytest.mark.parametrize("lead", ["", "Dear all,\n\nI have thought about it.\n"])
def test_not_a_word_of_a_private_command_reaches_anybody_else(world: World, word: str, lead: str) -> None:
    says(world, ANN.address, f"{lead}{word}\n\n{SECRET}")
    for address in (JO.address, MEG.address, "sam@x.example"):
        assert not any("listens" in text_of(raw) or "upport" in text_of(raw) for raw in letters(world, address))
    assert names(world, JO.address) == ["receipt"]
    assert names(world, MEG.address) == []


@pytest.mark.parametrize("heading", ["Mentors", "No clear aim", "NEEDS SUPPORT", "No capacity"])
def test_a_heading_in_the_text_orders_nothing_and_its_mail_is_asked_about_where_it_may_be_private(
    world: World, heading: str
) -> None:
    text = f"What I liked: the aim.\n\nYour report says:\n{heading}\nWe asked two of them.\n\nEven better if: a chart."
    says(world, ANN.address, text)
    assert names(world, BOB.address) == []
    assert names(world, TEAM) == []
    assert names(world, ANN.address)[-1] == ("forward_report" if heading == "Mentors" else "confirm_command")
    assert ("relay_feedback" in names(world, JO.address)) == (heading == "Mentors")


def test_a_private_word_in_a_links_subject_is_private_too(world: World) -> None:
    link = THREADS.link(UNIT, 1, "mentor", "NEEDS SUPPORT")
    comes(world, clicked(link, ANN.address).replace(b"Just send", SECRET.encode() + b"\r\n\r\nJust send"))
    assert names(world, JO.address) == ["receipt"]
    assert any(SECRET in text_of(raw) for raw in letters(world, TEAM))


def test_needs_support_goes_to_the_team_alone_with_the_history(world: World) -> None:
    assert says(world, ANN.address, f"NEEDS SUPPORT\n\n{SECRET}") == ["NEEDS SUPPORT"]
    (letter,) = [raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_needs_support"]
    assert SECRET in text_of(letter)
    assert "Report 1: came in on 12 October 2026" in text_of(letter)
    assert read(letter)["Cc"] is None
    assert [f.kind for f in world.store.load(UNIT).all(Flag).values()] == ["needs support"]
    assert names(world, ANN.address)[-1] == "confirm_command"


@pytest.mark.parametrize(("number", "leads"), [(1, 0), (2, 0), (3, 1), (4, 1)])
def test_no_clear_aim_reaches_the_cohort_leads_from_report_3_on(world: World, number: int, leads: int) -> None:
    says(world, ANN.address, "NO CLEAR AIM", to=THREADS.address(UNIT, number))
    assert names(world, "lead@council.example").count("report_no_clear_aim") == leads
    assert "report_no_clear_aim" in names(world, TEAM)


@pytest.mark.parametrize(
    "said",
    ["In confidence, for the team only: I doubt that Jo should go on. She has no aim after three months.",
     "Please don't pass this on: there is still no aim in Jo's report, and I suspect that Meg wrote it."],
)  # fmt: skip
def test_what_is_said_in_confidence_is_for_the_team_which_is_told_that_the_leads_have_not_heard(
    world: World, said: str
) -> None:
    assert says(world, ANN.address, said, to=THREADS.address(UNIT, 3)) == ["NO CLEAR AIM"]
    assert not names(world, "lead@council.example")
    assert "the cohort leads haven't been told" in text_of(letters(world, TEAM)[-1])
    assert "NO CLEAR AIM alone on the first line" in text_of(letters(world, ANN.address)[-1])


def test_of_what_is_read_the_leads_hear_that_there_is_no_aim_and_the_team_alone_the_words(
    world: World,
) -> None:
    said = "I don't think Jo knows what she's trying to achieve."
    assert says(world, ANN.address, said, to=THREADS.address(UNIT, 3)) == ["NO CLEAR AIM"]
    (to_leads,) = letters(world, "lead@council.example")
    assert "no clear aim" in text_of(to_leads) and "achieve" not in text_of(to_leads)
    assert any(said in text_of(raw) for raw in letters(world, TEAM))
    assert "your words are with the team alone" in text_of(letters(world, ANN.address)[-1])


def test_other_mentors_who_have_a_part_or_are_spoken_of_do_not_get_the_question(world: World) -> None:
    assert says(world, ANN.address, "MENTORS\n\nHow do you deal with Bob Ray, who never answers?") != ["MENTORS"]
    assert not names(world, BOB.address)
    assert says(world, ANN.address, "MENTORS\n\nBob, how do you deal with a manager who says no?") == ["MENTORS"]
    assert names(world, BOB.address) == ["relay_to_mentors"]


def test_a_mentor_who_manages_the_practitioner_does_not_get_it_and_the_speaker_hears_so(tmp_path: Path) -> None:
    world = World(tmp_path, ENROLMENT, replace(SAM, mentor=MEG), PRIYA, config=LEADS)
    world.now = at("2026-10-12T09:00")
    says(world, ANN.address, "MENTORS\n\nHow do you deal with a manager who says no?", to=BOT)
    assert (names(world, BOB.address), names(world, MEG.address)) == (["relay_to_mentors"], [])
    assert "1 mentor was left out" in text_of(letters(world, ANN.address)[-1])


@pytest.mark.parametrize("text", ["Thanks.", f"Thank you. {SECRET}"])
@pytest.mark.parametrize("by_id", [True, False])
def test_what_a_mentor_answers_to_such_a_confirmation_stays_private(world: World, text: str, by_id: bool) -> None:
    says(world, ANN.address, "NEEDS SUPPORT")
    confirmation = read(letters(world, ANN.address)[-1])
    headers = {"In_Reply_To": str(confirmation["Message-ID"])} if by_id else {}
    to = THREADS.address(UNIT, 1) if by_id else confirmation["Reply-To"].addresses[0].addr_spec
    says(world, ANN.address, text, to=to, **headers)
    assert names(world, JO.address) == ["receipt"]


def test_a_fresh_mail_names_the_practitioner_where_there_are_several(world: World) -> None:
    assert says(world, ANN.address, "NEEDS SUPPORT Sam Baird", to="qi.reports@council.example") == ["NEEDS SUPPORT"]
    assert world.store.load(SAM.unit).all(Flag)
    says(world, ANN.address, "NEEDS SUPPORT", to="qi.reports@council.example", Subject="hm")
    assert not world.store.load(UNIT).all(Flag)
    assert "doesn't say whom it is about" in text_of(letters(world, ANN.address)[-1])


def test_a_concern_is_taken_back_and_the_team_hears_it(world: World) -> None:
    says(world, ANN.address, "NEEDS SUPPORT")
    says(world, ANN.address, "UNDO")
    assert not world.store.load(UNIT).all(Flag)
    assert names(world, TEAM)[-1] == "tell_undone"
    assert names(world, JO.address) == ["receipt"]


def test_away_is_noted_and_the_team_hears_what_falls_due_meanwhile(world: World) -> None:
    says(world, ANN.address, "AWAY 15 October TO 25 October")
    assert [str(a.last) for a in world.store.load(DESK).all(Away).values()] == ["2026-10-25"]
    assert "report_mentor_away" in names(world, TEAM)
    says(world, ANN.address, "AWAY 1 September TO 5 September")
    assert "past" in text_of(letters(world, ANN.address)[-1])
