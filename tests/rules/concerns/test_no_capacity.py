"""A mentor who can't go on, and another one for their practitioners."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.model.case import Put
from qibot.model.people import Person
from qibot.people.directory import Directory
from tests.rules.concerns.told import BOB, SAM, UNIT, letters, names, says
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, THREADS, case, message
from tests.support.programme import read, text_of
from tests.support.world import World


def test_no_capacity_shows_the_team_what_waits_and_who_could_take_it(world: World) -> None:
    assert says(world, ANN.address, "NO CAPACITY") == ["NO CAPACITY"]
    said = text_of(next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_no_capacity"))
    assert "Jo Smith: report 1 waits for feedback, due on Monday 19 October 2026" in said
    assert "Sam Baird: nothing waits" in said
    assert "Bob Ray, 1" in said
    assert "REASSIGN TO bob@fire.example" in said


def test_one_reply_gives_all_of_a_mentors_practitioners_another_one(world: World) -> None:
    says(world, ANN.address, "NO CAPACITY")
    letter = read(next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_no_capacity"))
    world.outbox.delivered.clear()
    says(world, TEAM, "REASSIGN TO bob@fire.example", to=letter["Reply-To"].addresses[0].addr_spec)
    assert [world.store.load(u).enrolment.mentor.name for u in (UNIT, SAM.unit)] == ["Bob Ray", "Bob Ray"]
    assert sorted(names(world, "bob@fire.example")) == ["forward_report", "tell_new_mentor", "tell_new_mentor"]
    assert names(world, ANN.address) == ["tell_new_mentor", "tell_new_mentor"]
    assert names(world, JO.address) == ["tell_new_mentor"]
    assert names(world, MEG.address) == ["tell_new_mentor", "tell_new_mentor"]
    assert "Jo Smith and Sam Baird" in text_of(letters(world, TEAM)[-1])


@pytest.mark.parametrize("text", ["REASSIGN TO bob@fire.example", "Reassign Jo Smith to Bob@fire.example."])
def test_one_practitioner_gets_another_mentor(world: World, text: str) -> None:
    to = THREADS.address(UNIT, 0) if "TO" in text else "qi.reports@council.example"
    assert says(world, TEAM, text, to=to) == ["REASSIGN"]
    assert world.store.load(UNIT).enrolment.mentor == BOB
    assert world.store.load(SAM.unit).enrolment.mentor == ANN
    said = text_of(next(raw for raw in letters(world, BOB.address) if read(raw)["X-QI-Letter"] == "tell_new_mentor"))
    assert "Report 1: came in on 12 October 2026" in said


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2026-27/jo.smith", ["2026-27/jo.smith"]),
        ("jo.smith.2 to", ["2026-27/jo.smith.2"]),
        ("jo smith", ["2026-27/jo.smith", "2026-27/jo.smith.2"]),
        ("Joanna Smithson", []),
        ("jo@school.example.", ["2026-27/jo.smith"]),
        ("banjo@school.example", []),
    ],
)
def test_a_name_is_not_found_within_another(world: World, text: str, named: list[str]) -> None:
    double = replace(ENROLMENT, slug="jo.smith.2", practitioner=Person("Jo Smith", ("other@x.example",)))
    people = Directory(lambda unit: unit, lambda moment: moment.date())
    for enrolment in (ENROLMENT, double):
        people.note(case(enrolment=enrolment))
    assert people.named(text) == named


def test_of_two_namesakes_neither_is_reassigned(world: World) -> None:
    double = replace(ENROLMENT, slug="jo.smith.2", practitioner=Person("Jo Smith", ("other@x.example",)))
    world.store.commit(double.unit, [Put(double)])
    world.bot = world.started()
    says(world, TEAM, "REASSIGN Jo Smith TO bob@fire.example", to="qi.reports@council.example")
    assert [world.store.load(u).enrolment.mentor for u in (UNIT, double.unit)] == [ANN, ANN]
    assert "several are called that" in text_of(letters(world, TEAM)[-1])
    says(world, TEAM, "REASSIGN jo.smith.2 TO bob@fire.example", to="qi.reports@council.example", Subject="then")
    assert [world.store.load(u).enrolment.mentor for u in (UNIT, double.unit)] == [ANN, BOB]


@pytest.mark.parametrize("sender", [ANN.address, JO.address, MEG.address])
def test_only_the_team_reassigns(world: World, sender: str) -> None:
    says(world, sender, "REASSIGN TO bob@fire.example", to=THREADS.address(UNIT, 0))
    assert world.store.load(UNIT).enrolment.mentor == ANN


@pytest.mark.parametrize("address", ["who@else.example", "nobody"])
def test_a_stranger_is_not_made_a_mentor(world: World, address: str) -> None:
    says(world, TEAM, f"REASSIGN TO {address}", to=THREADS.address(UNIT, 0))
    assert world.store.load(UNIT).enrolment.mentor == ANN
    assert "Nothing was changed" in text_of(letters(world, TEAM)[-1])


def test_killed_between_two_enrolments_it_is_finished_and_nothing_is_doubled(world: World) -> None:
    says(world, ANN.address, "NO CAPACITY")
    letter = read(next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_no_capacity"))
    world.outbox.delivered.clear()
    raw = message(
        sender=TEAM, subject="Re: x", text="REASSIGN TO bob@fire.example", Message_ID="<again@x.example>",
        To=letter["Reply-To"].addresses[0].addr_spec,
    )  # fmt: skip
    world.inbox.put(raw, world.now)
    commits = 0

    class Killed(BaseException):
        pass

    def step(name: str) -> None:
        nonlocal commits
        commits += name == "committed"
        if name == "committed" and commits == 1:
            raise Killed

    world.step = step
    with pytest.raises(Killed):
        world.bot.round()
    world.step = lambda _name: None
    world.bot = world.started()
    world.bot.round()
    world.bot.round()
    assert [world.store.load(u).enrolment.mentor.name for u in (UNIT, SAM.unit)] == ["Bob Ray", "Bob Ray"]
    assert sorted(names(world, "bob@fire.example")) == ["forward_report", "tell_new_mentor", "tell_new_mentor"]
    assert names(world, TEAM) == ["confirm_command"]
