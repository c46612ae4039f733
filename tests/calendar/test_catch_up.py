"""What is belated for the team comes to it in one letter, which tells everything once."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest

from qibot.calendar.catchup import LISTED, turns
from qibot.calendar.due import Look
from qibot.calendar.turns import Candidate
from qibot.model.case import Case, Put
from qibot.model.desk import DESK, Told
from qibot.model.letters import Skipped
from qibot.model.people import Enrolment
from tests.support.build import TEAM, at, config
from tests.support.trio import TRIO, belated, candidate, lines, pupil, report_comes, reports_come, text_of, timely
from tests.support.world import World


def test_the_letter_to_the_team_names_each_person_with_what_came_due_and_why(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    world.goes_to("2026-10-26T10:00")
    text = text_of(world, "report_catch_up")
    for name in ("Jo", "Kim", "Lee"):
        assert f"feedback on report 1 of {name} is overdue" in re.sub(r"[*\n ]+", " ", text).replace("** ", "")
    assert "Wednesday 21 October 2026" in text
    assert "came in on 9 October 2026" in text


def test_an_enrolment_records_that_the_team_was_told_in_that_letter(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    world.goes_to("2026-10-26T11:00")
    for case in world.cases()[:3]:
        (told,) = [s for s in case.all(Skipped).values() if s.key.startswith("feedback-overdue")]
        assert "the team was told in the letter of 26 October 2026" in told.reason


def test_one_belated_notice_alone_goes_as_its_own_letter(world: World) -> None:
    world.now = at("2026-10-09T10:00")
    report_comes(world, TRIO[0], "2026-10-09T10:00")
    world.goes_to("2026-10-09T20:00")
    world.now = at("2026-10-26T08:30")
    assert "10-26 report_feedback_overdue to team@council.example" in lines(world, "2026-10-26T20:00")


def test_what_has_its_own_day_joins_what_is_belated(world: World) -> None:
    world.now = at("2026-10-09T10:00")
    report_comes(world, TRIO[0], "2026-10-09T10:00")
    report_comes(world, TRIO[1], "2026-10-14T10:00")
    world.goes_to("2026-10-14T20:00")
    world.now = at("2026-10-26T08:30")  # on which the team is to hear of the second one
    to_team = [line for line in lines(world, "2026-10-28T20:00") if line.endswith(TEAM)]
    assert to_team == ["10-26 report_catch_up to team@council.example"]


def test_questions_to_the_team_have_letters_of_their_own_which_wait_behind_it(tmp_path: Path) -> None:
    world = World(tmp_path, *TRIO, pupil("Max"), config=config(calendar={"escalation": "ask"}))
    world.now = at("2026-10-12T10:00")
    for enrolment in TRIO[:2]:
        report_comes(world, enrolment, "2026-10-12T10:00")
    world.goes_to("2026-10-21T20:00")
    world.now = at("2026-10-26T08:30")
    assert [line.split()[:2] for line in lines(world, "2026-10-30T20:00") if line.endswith(TEAM)] == [
        ["10-26", "report_catch_up"],
        ["10-27", "ask_escalation"],
        ["10-28", "ask_escalation"],
    ]


def looked(*candidates: Candidate) -> list[Look]:
    return [Look(Case(c.unit), (c,)) for c in candidates]


def test_behind_a_question_on_its_own_day_the_letter_to_the_team_waits() -> None:
    late = [c for unit in "ab" for c in belated(candidate(unit, "report_inactivity", "team"))]
    (question,) = timely(candidate("c", "ask_escalation", "team"))
    assert turns(Case(DESK), looked(*late), ()).gathered == tuple(late)
    behind = turns(Case(DESK), looked(*late, question), ())
    assert (behind.gathered, behind.leaving) == ((), {"c": [question]})
    assert turns(Case(DESK), looked(*late), {"team"}).gathered == ()


def test_more_than_the_letter_to_the_team_holds_waits_for_the_next_one() -> None:
    late = [c for n in range(LISTED + 3) for c in belated(candidate(f"{n:03}", "report_inactivity", "team"))]
    first = turns(Case(DESK), looked(*late), ())
    assert (first.gathered, first.leaving) == (tuple(late[:LISTED]), {})


def outcome(world: World) -> tuple[list[str], set[str], set[str]]:
    """The Message-IDs of the letters to the team, what they tell, and what the enrolments have recorded of it."""
    ids = {x.message_id for unit, x in world.letters() if unit == DESK and x.name == "report_catch_up"}
    told = {t.key.removeprefix("catch-up/") for t in world.store.load(DESK).all(Told).values()}
    recorded = {s.key for c in world.cases() for s in c.all(Skipped).values() if "the team was told" in s.reason}
    return sorted(ids), told, recorded


def feedback_comes(world: World, enrolment: Enrolment) -> None:
    case: Case = world.store.load(enrolment.unit)
    report = case.report(1)
    assert report is not None
    world.store.commit(case.unit, [Put(replace(report, answered=world.now))])
    world.bot = world.started()


def test_a_gathered_letter_that_cant_be_delivered_tells_nothing_that_is_settled_by_then(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    world.outbox.down = True
    world.goes_to("2026-10-27T12:00")
    assert outcome(world)[0] == []
    feedback_comes(world, TRIO[1])
    world.outbox.down = False
    to_team = [line.split()[:2] for line in lines(world, "2026-10-28T20:00") if "catch_up" in line]
    assert to_team == [["10-27", "report_catch_up"]]
    text = text_of(world, "report_catch_up")
    assert "of Kim" not in text
    assert "of Jo" in text
    assert "of Lee" in text
    assert outcome(world)[1] == outcome(world)[2]
    assert len(outcome(world)[1]) == 2


class Killed(BaseException):
    """The process is gone."""


LAST = 32


@pytest.mark.parametrize("fatal", range(1, LAST + 1))
def test_killed_at_any_point_the_team_is_told_of_everything_once(world: World, fatal: int) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    names: list[str] = []

    def step(name: str) -> None:
        names.append(name)
        if len(names) == fatal:
            raise Killed

    world.step = step
    with pytest.raises(Killed):
        world.goes_to("2026-10-26T12:00")
    world.step = lambda _name: None
    world.bot = world.started()
    world.goes_to("2026-10-27T14:00")
    ids, told, recorded = outcome(world)
    assert len(ids) == 1
    assert told == recorded == {f"feedback-overdue/2026-27/{who}/1/2026-10-16" for who in ("jo", "kim", "lee")}
    sent = [raw for _, raw in world.outbox.delivered if b"X-QI-Letter: report_" in raw]
    assert {str(message_from_bytes(raw)["Message-ID"]).strip("<>") for raw in sent} == set(ids)
    assert len(sent) == (2 if names[-1] == "accepted" and len(sent) == 2 else 1)  # killed before it was recorded


def test_the_killing_reaches_to_the_last_point(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    names: list[str] = []
    world.step = names.append
    world.goes_to("2026-10-26T12:00")
    assert len(names) == LAST
