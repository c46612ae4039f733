"""Never a burst, across enrolments: whose turn it is, and the one letter to the team (docs/calendar.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from qibot.calendar.catchup import LISTED, turns
from qibot.calendar.due import Look
from qibot.calendar.steps.step import Step
from qibot.calendar.turns import Candidate, in_order, take_turns
from qibot.model.case import Case, Put
from qibot.model.desk import DESK, Told
from qibot.model.letters import LetterState, Skipped
from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, TEAM, at, config, message
from tests.support.world import World

BOSS = CONFIG.programme.manager


def pupil(name: str, mentor: Person = ANN) -> Enrolment:
    """An enrolment of somebody with this first name."""
    who = Person(name, (f"{name.lower()}@school.example",))
    return replace(ENROLMENT, slug=name.lower(), practitioner=who, mentor=mentor, manager=None)


TRIO = [pupil("Jo"), pupil("Kim"), pupil("Lee")]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Three practitioners of one mentor."""
    yield World(tmp_path, *TRIO)


def report_comes(world: World, enrolment: Enrolment, moment: str, number: int = 1) -> None:
    address = enrolment.practitioner.address
    raw = message(sender=address, subject=f"Report {number}", text=enrolment.slug, files=("report.pdf",))
    world.inbox.put(raw, at(moment))


def reports_come(world: World, moment: str) -> None:
    """Report 1 of everybody comes and is passed on; then the bot is switched off."""
    world.now = at(moment)
    for enrolment in TRIO:
        report_comes(world, enrolment, moment)
    world.goes_to(f"{moment[:10]}T20:00")


def lines(world: World, until: str, name: str = "") -> list[str]:
    """What is written to whom until then: all, or the letters with this name."""
    return [line.removeprefix("2026-") for line in world.writes_until(until) if name in line]


def text_of(world: World, name: str) -> str:
    """The words of the only letter with this name."""
    (raw,) = [raw for _, raw in world.outbox.delivered if f"X-QI-Letter: {name}".encode() in raw]
    body = message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


# --- whose turn it is ---

DAY = date(2026, 10, 26)


def candidate(unit: str, name: str, to: str, number: int = 1, day: date = DAY) -> Candidate:
    step = Step(name, f"{name}/{unit}/{number}", number, day, (), "a rule", "a reason")
    return Candidate(unit, step, frozenset({to}))


def belated(*candidates: Candidate) -> list[Candidate]:
    return list(in_order((c, True) for c in candidates))


def timely(*candidates: Candidate) -> list[Candidate]:
    return list(in_order((c, False) for c in candidates))


def test_letters_on_their_own_day_leave_however_many_one_person_gets() -> None:
    three = [c for unit in "abc" for c in timely(candidate(unit, "remind_feedback", "ann"))]
    assert take_turns(three) == three
    assert take_turns(three, {"ann"}) == three


def test_a_belated_letter_joins_no_letter_to_the_same_person_from_elsewhere() -> None:
    late = belated(candidate("a", "remind_missing", "jo"))
    assert take_turns(late) == late
    assert take_turns(late, {"jo"}) == []
    own = timely(candidate("b", "nudge_contact", "jo"))
    assert take_turns([*late, *own]) == own


def test_of_several_belated_ones_the_most_urgent_leaves_then_the_earlier_report_then_the_earlier_day() -> None:
    late = [
        *belated(candidate("a", "nudge_contact", "ann")),
        *belated(candidate("b", "remind_feedback", "ann", number=2)),
        *belated(candidate("c", "remind_feedback", "ann", number=1)),
        *belated(candidate("d", "remind_feedback", "ann", number=1, day=DAY - timedelta(days=1))),
        *belated(candidate("e", "remind_feedback", "ann", number=1, day=DAY - timedelta(days=1))),
    ]
    order = []
    while late:
        (first,) = take_turns(late)
        order.append(first.unit)
        late.remove(first)
    assert order == ["d", "e", "c", "b", "a"]


def test_what_would_take_the_place_of_a_more_urgent_letter_waits_with_it() -> None:
    urgent, less = candidate("a", "remind_missing", "jo"), candidate("a", "remind_deadline", "jo", number=2)
    both = list(in_order([(less, False), (urgent, True)]))
    assert [c.step.name for c in take_turns(both)] == ["remind_missing"]
    assert take_turns(both, {"jo"}) == []


def test_behind_a_closing_letter_nothing_leaves() -> None:
    closing, telling = candidate("a", "close_cohort", "jo"), candidate("a", "report_inactivity", "team")
    for late in (True, False):
        both = list(in_order([(telling, False), (closing, late)]))
        assert [c.step.name for c in take_turns(both)] == ["close_cohort"]


# --- people in several enrolments ---


def test_on_ordinary_days_a_mentor_of_three_gets_all_that_is_due(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    assert lines(world, "2026-10-14T12:00") == ["10-14 remind_feedback to ann@health.example"] * 3


def test_after_downtime_a_mentor_of_three_gets_one_reminder_a_day_and_the_team_one_letter(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    assert sorted(lines(world, "2026-10-26T20:00")) == [
        "10-26 remind_feedback to ann@health.example",
        "10-26 report_catch_up to team@council.example",
        "10-26 tell_feedback_delayed to jo@school.example",
        "10-26 tell_feedback_delayed to kim@school.example",
        "10-26 tell_feedback_delayed to lee@school.example",
    ]
    assert lines(world, "2026-10-30T20:00") == [
        "10-27 remind_feedback to ann@health.example",
        "10-28 remind_feedback to ann@health.example",
    ]


def test_the_programme_manager_gets_one_belated_escalation_a_day(world: World) -> None:
    world.now = at("2026-10-12T08:00")
    world.goes_to("2026-10-21T20:00")  # both reminders have gone out
    world.now = at("2026-10-26T08:30")
    assert lines(world, "2026-10-30T20:00", "escalate_missing") == [
        f"10-{day} escalate_missing to {BOSS}" for day in (26, 27, 28)
    ]


def test_a_practitioner_in_two_cohorts_is_one_person(tmp_path: Path) -> None:
    both = config(
        cohorts={"2026-27": {"first_month": "2026-10", "reports": 8}, "ab": {"first_month": "2026-10", "reports": 8}}
    )
    world = World(tmp_path, pupil("Jo"), replace(pupil("Jo"), cohort="ab"), config=both)
    world.now = at("2026-10-19T08:30")
    assert lines(world, "2026-10-20T20:00") == [
        "10-19 remind_missing to jo@school.example",
        "10-20 remind_missing to jo@school.example",
    ]


def test_a_copy_is_no_letter(world: World) -> None:
    world.now = at("2026-10-19T08:30")
    assert len(lines(world, "2026-10-19T20:00", "remind_missing")) == 3  # the mentor has a copy of each


def test_a_restart_or_a_clock_set_back_within_the_day_lets_no_second_one_go(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    world.goes_to("2026-10-26T11:00")
    world.bot = world.started()
    assert lines(world, "2026-10-26T20:00") == []
    world.now = at("2026-10-26T08:00")
    assert lines(world, "2026-10-26T20:00") == []
    world.bot = world.started()
    world.now = at("2026-10-25T08:00")
    assert [line.split()[0] for line in lines(world, "2026-10-28T20:00", "remind_feedback")] == ["10-27", "10-28"]


def test_what_waits_for_the_next_day_is_not_looked_at_until_then(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    world.goes_to("2026-10-26T10:00")
    looked: list[str] = []
    monkeypatch.setattr("qibot.caller.look", lambda case, *_: looked.append(case.unit))
    world.goes_to("2026-10-26T20:00")
    assert looked == []


def server_is_down_until(world: World, moment: str) -> None:
    world.outbox.down = True
    world.goes_to(moment)
    world.outbox.down = False
    world.bot = world.started()  # which doesn't pause between two tries


def test_letters_that_wait_since_earlier_days_for_the_server_reach_a_person_one_a_day(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    server_is_down_until(world, "2026-10-15T08:00")
    assert [line.split()[0] for line in lines(world, "2026-10-16T20:00", "remind_feedback")] == ["10-15", "10-16"]
    assert lines(world, "2026-10-18T20:00", "remind_feedback") == []
    gone = [s.reason for c in world.cases() for s in c.all(Skipped).values() if s.key.startswith("feedback-soon")]
    assert len(gone) == 1  # the third's time, the day on which feedback is due, is over
    assert "settled" in gone[0]
    assert len(lines(world, "2026-10-19T20:00", "remind_feedback")) == 3  # of the next step, on its own day


def test_notices_to_the_team_that_wait_since_earlier_days_for_the_server_are_gathered(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.goes_to("2026-10-20T20:00")
    server_is_down_until(world, "2026-10-22T08:00")
    written = [x.name for c in world.cases() for x in c.letters.values() if x.state is LetterState.WAITING]
    assert written.count("report_feedback_overdue") == 3
    sent = [line.split()[:2] for line in lines(world, "2026-10-30T20:00") if line.endswith(TEAM)]
    assert [line for line in sent if line[1] not in ("report_trouble", "report_recovered")] == [
        ["10-22", "report_feedback_overdue"],
        ["10-23", "report_catch_up"],
    ]


# --- the plan ---


def test_the_plan_of_a_programme_after_downtime_is_what_happens(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.now = at("2026-10-26T08:30")
    planned = [(p.at, p.unit, p.notice, p.to) for p in world.planned("2026-12-24T20:00")]
    world.goes_to("2026-12-24T20:00")
    sent = [(x.settled, unit, x.name, x.to) for unit, x in world.letters() if x.timed]
    assert len(planned) > 40
    assert planned == sorted(s for s in sent if s[0] is not None and s[0] > at("2026-10-26T08:30"))


def test_the_plan_knows_of_letters_that_wait_for_their_turn(world: World) -> None:
    reports_come(world, "2026-10-09T10:00")
    world.goes_to("2026-10-13T20:00")
    server_is_down_until(world, "2026-10-22T08:00")
    ours = ("report_trouble", "report_recovered")
    planned = [
        f"{world.almanac.day(p.at)} {p.notice}" for p in world.planned("2026-11-30T20:00") if p.notice not in ours
    ]
    assert any("already written" in p.rule for p in world.planned("2026-10-22T20:00"))
    sent = [line for line in world.goes_to("2026-11-30T20:00") if line.split()[1] not in ours]
    assert sorted(planned) == sorted(sent)


# --- the letter to the team ---


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


class Killed(BaseException):
    """The process is gone."""


def outcome(world: World) -> tuple[list[str], set[str], set[str]]:
    """The Message-IDs of the letters to the team, what they tell, and what the enrolments have recorded of it."""
    ids = {x.message_id for unit, x in world.letters() if unit == DESK and x.name == "report_catch_up"}
    told = {t.key.removeprefix("catch-up/") for t in world.store.load(DESK).all(Told).values()}
    recorded = {s.key for c in world.cases() for s in c.all(Skipped).values() if "the team was told" in s.reason}
    return sorted(ids), told, recorded


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
