"""Whether an enrolment rests, and how things stand with it."""

from __future__ import annotations

from dataclasses import replace

from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Status
from tests.rules.concerns.told import PRIYA, UNIT, letters, says
from tests.support.build import TEAM, THREADS
from tests.support.programme import text_of
from tests.support.world import World


def test_the_team_pauses_and_resumes_and_takes_it_back(world: World) -> None:
    assert says(world, TEAM, "PAUSE", to=THREADS.address(UNIT, 0)) == ["a change of standing"]
    assert world.store.load(UNIT).enrolment.status is Status.PAUSED
    says(world, TEAM, "RESUME", to=THREADS.address(UNIT, 0))
    resumed = world.store.load(UNIT).enrolment
    assert (resumed.status, str(resumed.joined)) == (Status.ACTIVE, "2026-10-12")
    says(world, TEAM, "UNDO", to=THREADS.address(UNIT, 0))
    assert world.store.load(UNIT).enrolment.status is Status.PAUSED


def test_a_fresh_mail_of_the_teams_names_the_practitioner(world: World) -> None:
    says(world, TEAM, "WITHDRAW Priya Nair", to="qi.reports@council.example", Subject="one more")
    assert world.store.load(PRIYA.unit).enrolment == replace(PRIYA, status=Status.WITHDRAWN)


def test_status_shows_how_things_stand(world: World) -> None:
    assert says(world, TEAM, "STATUS", to="qi.reports@council.example") == ["STATUS"]
    said = text_of(letters(world, TEAM)[-1])
    assert "Jo Smith (mentor Ann Lee): in: 1; feedback on report 1 due on Monday 19 October 2026" in said.replace(
        "**", ""
    )
    assert not world.store.load(DESK).all(Quarantined)
