"""Never a burst, whatever happened: random programmes with shared people, downtimes, restarts, lost servers."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qibot.calendar.due import open_steps
from qibot.model.case import Case, Change, Put
from qibot.model.desk import DESK, Told
from qibot.model.letters import Letter, LetterState, Skipped
from qibot.model.messages import Contact
from qibot.model.people import Enrolment, Person, Role, Status
from qibot.model.reports import Report, Submission
from tests.support.build import LONDON, config
from tests.support.drawn_histories import examples
from tests.support.world import World

FIRST = date(2026, 10, 1)
COHORTS = {"2026-27": {"first_month": "2026-10", "reports": 2}, "late": {"first_month": "2026-11", "reports": 2}}


@dataclass(frozen=True)
class Programme:
    """Who is enrolled with whom and has sent what; the days on which the bot runs, and those without an SMTP server.

    `looks` are the hours of each day's rounds; days are counted from the first of October 2026.
    """

    ask: bool
    people: tuple[tuple[str, int, int], ...]  # cohort, practitioner, mentor
    reports: tuple[tuple[int, int, int, int], ...]  # enrolment, number, day, days to the answer (0: none)
    begins: int
    downtimes: tuple[tuple[int, int], ...]
    without_server: tuple[tuple[int, int], ...]
    restarts: frozenset[int]
    looks: tuple[time, ...]


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20))
PROGRAMMES = st.builds(
    Programme,
    st.booleans(),
    st.lists(
        st.tuples(st.sampled_from(sorted(COHORTS)), st.integers(0, 3), st.integers(0, 1)), min_size=2, max_size=5
    ).map(tuple),
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(1, 2), st.integers(5, 60), st.sampled_from([0, 0, 5, 12])), max_size=5
    ).map(tuple),
    st.integers(0, 75),
    st.lists(SPANS, max_size=2).map(tuple),
    st.lists(SPANS, max_size=1).map(tuple),
    st.frozensets(st.integers(0, 120), max_size=6),
    st.sampled_from([(time(9),), (time(9), time(12)), (time(8, 59), time(9, 30), time(16, 59)), (time(13),)]),
)


def enrolments(p: Programme) -> list[Enrolment]:
    return [
        Enrolment(
            cohort,
            f"e{n}",
            Person(f"Practitioner {who}", (f"p{who}@x.example",)),
            Person(f"Mentor {mentor}", (f"m{mentor}@x.example",)),
        )
        for n, (cohort, who, mentor) in enumerate(p.people)
    ]


def sent_in(p: Programme, world: World, after: date, until: date) -> None:
    """What came in on days after the one and up to the other, as the records say it."""
    for place, number, day, answer in p.reports:
        came = FIRST + timedelta(days=day)
        if place >= len(world.units):
            continue
        unit = world.units[place]
        case, changes = world.store.load(unit), list[Change]()
        moment = datetime.combine(came, time(20), LONDON).astimezone(UTC)
        if after < came <= until and case.report(number) is None:
            mentor = case.enrolment.mentor.addresses
            key = f"forward/{unit}/{number}/1"
            changes = [
                Put(Report(number, moment, False, 1, came + timedelta(days=7), came)),
                Put(Submission(number, 1, moment, False, "", "", "", "")),
                Put(Letter(key, "forward_report", mentor, (), moment, LetterState.SENT, key, settled=moment)),
                Put(Contact(f"r{number}", moment, Role.PRACTITIONER, "report")),
            ]
        answered = came + timedelta(days=answer)
        report = case.report(number)
        if answer and report and report.received == moment and after < answered <= until:
            told = datetime.combine(answered, time(20), LONDON).astimezone(UTC)
            changes = [Put(replace(report, answered=told)), Put(Contact(f"f{number}", told, Role.MENTOR, "feedback"))]
        if changes:
            world.store.commit(unit, changes)


class Watched:
    """A programme as it was lived through: what left on which day, and the own days of all steps that were seen."""

    def __init__(self, p: Programme, folder: Path) -> None:
        own = config(cohorts=COHORTS, calendar={"escalation": "ask" if p.ask else "auto"})
        self.world = World(folder, *enrolments(p), config=own)
        self.p = p
        self.own_day: dict[str, date] = {}
        self.ripe: dict[str, tuple[str, frozenset[str]]] = {}
        self._seen = FIRST - timedelta(days=1)

    def day(self, n: int) -> None:
        """One day: what came in during the night before, then the bot's rounds."""
        world, day = self.world, FIRST + timedelta(days=n)
        sent_in(self.p, world, self._seen, day - timedelta(days=1))
        self._seen = day - timedelta(days=1)
        if n < self.p.begins or any(a <= n < a + length for a, length in self.p.downtimes):
            return
        world.outbox.down = any(a <= n < a + length for a, length in self.p.without_server)
        world.now = datetime.combine(day, self.p.looks[0], LONDON).astimezone(UTC)
        world.bot = world.started()
        for at in self.p.looks:
            world.now = datetime.combine(day, at, LONDON).astimezone(UTC)
            if n in self.p.restarts:
                world.bot = world.started()
            self.note_steps()
            world.bot.round()

    def note_steps(self) -> None:
        world, today = self.world, self.world.today()
        self.ripe = {}
        for case in world.cases()[:-1]:
            for step in open_steps(case, world.almanac, today):
                self.own_day[step.key] = world.almanac.workdays.on_or_after(step.day)
                if step.day <= today and (step.last is None or step.last >= today):
                    to = {"practitioner": case.enrolment.practitioner, "mentor": case.enrolment.mentor}
                    self.ripe[step.key] = case.unit, frozenset(to[r].address for r in step.to if r in to)

    def timed(self) -> list[tuple[date, date, str, str, tuple[str, ...]]]:
        """What left: on which day, made on which, which letter, for which step, to whom."""
        day = self.world.almanac.day
        kept = [(x, x.settled) for _, x in self.world.letters() if x.timed and x.settled]
        return [(day(settled), day(x.made), x.name, x.key, x.to) for x, settled in kept]


def lived(p: Programme, days: int = 125) -> Watched:
    with tempfile.TemporaryDirectory() as folder:
        watched = Watched(p, Path(folder))
        for n in range(days):
            watched.day(n)
        return watched


@given(PROGRAMMES)
@examples(20)
def test_nobody_gets_a_burst_every_step_is_sent_or_recorded_and_nothing_is_doubled(p: Programme) -> None:
    watched = lived(p)
    assert_no_burst(watched)
    assert_all_accounted_for(watched)


def assert_no_burst(watched: Watched) -> None:
    """Of two letters to one person on one day each is on its own day, unless one enrolment's own rules let them go."""
    letters: dict[tuple[date, str], list[bool]] = defaultdict(list)
    for left, made, _, key, to in watched.timed():
        on_its_day = made == left and watched.own_day.get(key) == left
        for address in to:
            letters[left, address].append(on_its_day)
    for (day, address), each in letters.items():
        assert all(each) or len(each) == 1 or within_one_enrolment(watched, day, address)


def within_one_enrolment(watched: Watched, day: date, address: str) -> bool:
    """Whether all letters of that day are about one enrolment, whose own rules hold for them."""
    units = {unit for unit, x in watched.world.letters() if x.timed and address in x.to and x.settled
             and watched.world.almanac.day(x.settled) == day}  # fmt: skip
    return len(units) == 1


def assert_all_accounted_for(watched: Watched) -> None:
    """Every step is sent or recorded, or waits for its turn; no letter left twice, and none but what the team heard."""
    world = watched.world
    told = {key.removeprefix("catch-up/") for key in world.store.load(DESK).all(Told) if key.startswith("catch-up/")}
    for case in world.cases()[:-1]:
        assert_accounted_for(case, watched, told)
    ids = [str(message_from_bytes(raw)["Message-ID"]).strip("<>") for _, raw in world.outbox.delivered]
    assert len(ids) == len(set(ids))
    assert {x.message_id for _, x in world.letters() if x.timed} <= set(ids)
    gathered = [x for unit, x in world.letters() if unit == DESK and x.name == "report_catch_up"]
    marks = {t.at for t in world.store.load(DESK).all(Told).values() if t.key.startswith("catch-up/")}
    assert marks == {x.made for x in gathered}


def assert_accounted_for(case: Case, watched: Watched, told: set[str]) -> None:
    letters, skipped = set(case.letters), set(case.all(Skipped))
    assert not letters & skipped
    assert not letters & told
    if case.enrolment.status is Status.ACTIVE:
        busy = {a for day, _, _, _, to in watched.timed() if day == watched.world.today() for a in to}
        for key in watched.ripe:
            if watched.ripe[key][0] == case.unit and key not in letters | skipped | told:
                assert watched.ripe[key][1] & busy or not watched.world.almanac.is_open(watched.world.now)


@given(PROGRAMMES.map(lambda p: replace(p, reports=(), downtimes=(), without_server=())))
@examples(15)
def test_the_plan_after_any_downtime_is_what_happens(p: Programme) -> None:
    with tempfile.TemporaryDirectory() as folder:
        watched = Watched(replace(p, looks=(time(8, 59), time(9), time(9, 1), time(9, 2))), Path(folder))
        world = watched.world
        world.now = datetime.combine(FIRST + timedelta(days=p.begins), time(8), LONDON).astimezone(UTC)
        planned = world.planned("2027-02-02T20:00")
        for n in range(125):
            watched.day(n)
    sent = [(left, name, to) for left, _, name, _, to in watched.timed()]
    assert sorted((world.almanac.day(p.at), p.notice, p.to) for p in planned) == sorted(sent)
