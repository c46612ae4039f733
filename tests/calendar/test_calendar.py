"""The calendar: the bot's letters are those of a second, naive programme (support/simulator.py), whatever happens.

A history is drawn as the people's deeds around the deadlines, and the hours at which the bot looks; the bot and the
simulator both live through it. What neither program could know to be wrong is held by the invariants.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qibot.calendar.almanac import Almanac
from qibot.calendar.due import Due, due, next_look, open_steps
from qibot.calendar.steps.contact import BETWEEN
from qibot.calendar.steps.ladder import own_day
from qibot.config.config import Config
from qibot.events.agreements import (
    CircumstancesDecided,
    CircumstancesReported,
    ContactReported,
    DateNamed,
    EscalationOrdered,
)
from qibot.events.arrival import Arrival
from qibot.events.event import Event
from qibot.events.notices import Notice
from qibot.events.reports import FeedbackReceived, MessageReceived, ReportReceived
from qibot.model.case import Case, Put, apply
from qibot.model.letters import Letter, LetterState, Skipped
from qibot.model.messages import Contact
from qibot.model.people import Enrolment, Person, Role, Status
from qibot.rules.decide import decide
from tests.support.build import at, config, mail
from tests.support.simulator import PROGRAMME, simulate

COHORT = "2026-27"
PEOPLE = {
    "practitioner": ("jo@x.example",),
    "mentor": ("ann@x.example",),
    "manager": ("meg@x.example",),
    "sponsor": ("sue@x.example",),
    "team": ("team@x.example", "office@x.example"),
    "programme_manager": ("boss@x.example",),
}
JO, ANN, MEG, SUE = (Person(n, PEOPLE[r]) for n, r in zip(["Jo", "Ann", "Meg", "Sue"], PEOPLE, strict=False))
MAIL = mail()
LONG = bool(os.environ.get("QIBOT_LONG"))


# --- a history, as it is drawn ---


@dataclass(frozen=True)
class Deed:
    """Somebody does something so many days from the deadline of a report."""

    what: str
    number: int
    day: int
    minute: int
    ahead: int = 0


@dataclass(frozen=True)
class History:
    """A programme, what people do, and when the bot looks: on each day at the times of the next of `looks`."""

    programme: dict[str, Any]
    deeds: tuple[Deed, ...] = ()
    looks: tuple[tuple[time, ...], ...] = ((time(9),),)
    downtimes: tuple[tuple[int, int], ...] = ()
    jumps: tuple[tuple[int, int], ...] = ()
    days_more: int = 12


@dataclass
class Lived:
    """What the bot did with a history, and the history as the simulator is told it."""

    almanac: Almanac
    case: Case
    happenings: list[tuple[datetime, str, int, Any]] = field(default_factory=list)
    sent: list[tuple[datetime, Notice, Case]] = field(default_factory=list)

    def letters(self) -> list[tuple[date, str, int, tuple[str, ...], tuple[str, ...]]]:
        return [
            (self.almanac.day(now), n.name, n.number, tuple(p.address for p in n.to), tuple(p.address for p in n.copy))
            for now, n, _ in self.sent
        ]

    def skipped(self) -> list[tuple[str, int]]:
        return sorted(_step_of(key) for key in self.case.all(Skipped))


def _step_of(key: str) -> tuple[str, int]:
    kind, _, _, rest, *more = key.split("/")
    numbered = {"deadline": "remind_deadline", "feedback-soon": "remind_feedback"}
    if kind in numbered:
        return numbered[kind], int(rest)
    return {"contact": "nudge_contact", "missed": {"team": "report_inactivity"}.get((more or [""])[0], "check_in")}[
        kind
    ], 0


def configured(p: dict[str, Any]) -> Config:
    rows = [
        {"after": r["after"], "working_days": r["working"], "to": r["to"], "copy": r["copy"], "template": r["name"]}
        for r in p["ladder"]
    ]
    return config(
        programme={
            "team": p["people"]["team"],
            "manager": p["people"]["programme_manager"][0],
            "timezone": p["zone"],
            "deadline_day": p["deadline_day"],
            "feedback_days": p["feedback_days"],
        },
        cohorts={
            COHORT: {
                "first_month": f"{p['first_month']:%Y-%m}",
                "reports": p["reports"],
                "skipped_months": [f"{m:%Y-%m}" for m in p["skipped_months"]],
                "moved": p["moved"],
            }
        },
        calendar={
            "extra_holidays": sorted(p["extra_holidays"]),
            "removed_holidays": sorted(p["removed_holidays"]),
            "remind_days_before": p["remind_days"],
            "ladder": rows,
            "escalation": "ask" if p["ask"] else "auto",
            "hold_working_days": p["hold"],
            "feedback_remind_days_before": p["feedback_before"],
            "feedback_remind_working_days_after": p["feedback_after"],
            "feedback_overdue_working_days": p["feedback_overdue"],
            "contact_days": p["contact_days"],
            "inactivity_days": p["inactivity"],
            "missed_in_a_row": p["in_a_row"],
            "close_after_days": p["close_after"],
        },
    )


# --- living through it ---


def live(history: History, *, restarts: bool = False, halfway: bool = False) -> Lived:
    """The bot's side: events by `decide`, looks by `due`, letters delivered at once.

    With restarts, each look is followed by another one at the same moment, which must find nothing.
    """
    p = history.programme
    settings = configured(p)
    almanac = Almanac(settings)
    manager = MEG if "manager" in p["people"] else None
    enrolment = Enrolment(COHORT, "jo", JO, ANN, manager, SUE, joined=p["joined"])
    lived = Lived(almanac, apply(Case(enrolment.unit), [Put(enrolment)]))
    happening = moments(history, almanac)
    for moment, deed in happening[: len(happening) // 2] if halfway else happening:
        if deed is None:
            lived.happenings.append((moment, "look", 0, None))
            look(lived, moment)
            assert not restarts or due(lived.case, almanac, moment) == Due()
        else:
            act(lived, moment, deed)
    return lived


def look(lived: Lived, now: datetime) -> list[Notice]:
    found = due(lived.case, lived.almanac, now)
    lived.sent += [(now, notice, lived.case) for notice in found.decision.notices]
    lived.case = carried_out(lived.case, found.decision.changes, found.decision.notices, now)
    return list(found.decision.notices)


def carried_out(case: Case, changes: tuple[Any, ...], notices: tuple[Notice, ...], now: datetime) -> Case:
    return apply(case, [*changes, *(Put(_delivered(n, now)) for n in notices)])


def _delivered(n: Notice, now: datetime) -> Letter:
    to, copy = tuple(p.address for p in n.to), tuple(p.address for p in n.copy)
    outcomes = dict.fromkeys((*to, *copy), "250 ok")
    return Letter(n.key, n.name, to, copy, now, LetterState.SENT, settled=now, timed=n.timed, outcomes=outcomes)


def act(lived: Lived, moment: datetime, deed: Deed) -> None:
    """Somebody's deed, if it is possible as things stand; the simulator is told only of what was."""
    case, n, today = lived.case, deed.number, lived.almanac.day(moment)
    report, ahead = case.report(n), today + timedelta(days=deed.ahead)
    arrival = Arrival(replace(MAIL, identity=f"m{len(lived.happenings)}"), moment, "archived")
    event: Event | None = None
    extra: Any = None
    match deed.what:
        case "report":
            event = ReportReceived(arrival, case.unit, n)
        case "feedback" if report:
            event = FeedbackReceived(arrival, case.unit, n)
        case "practitioner" | "mentor" | "manager":
            event, extra = MessageReceived(arrival, case.unit, n, Role(deed.what)), deed.what
        case "expect" if report and not report.answered:
            event, extra = DateNamed(arrival, case.unit, n, ahead), ahead
        case "circumstances" if n in lived.almanac.owed(case):
            event = CircumstancesReported(arrival, case.unit, n)
        case "accept" if not report:
            event, extra = CircumstancesDecided(arrival, case.unit, n, accepted=True, until=ahead), ahead
        case "excuse" | "decline" if not report:
            event = CircumstancesDecided(arrival, case.unit, n, accepted=deed.what == "excuse")
        case "escalate" if not report:
            event = EscalationOrdered(arrival, case.unit, n)
        case "spoke by practitioner" | "spoke by mentor":
            role, day = Role(deed.what.split()[-1]), today - timedelta(days=deed.ahead)
            event, extra = ContactReported(arrival, case.unit, n, role, day), (str(role), day)
        case "active" | "paused" | "withdrawn" if case.enrolment.status is not Status.COMPLETED:
            extra = deed.what
            lived.case = apply(case, [Put(replace(case.enrolment, status=Status(deed.what)))])
        case "new mentor":
            extra = f"mentor{deed.ahead}@x.example"
            lived.case = apply(case, [Put(replace(case.enrolment, mentor=Person("New", (extra,))))])
    if event:
        lived.case = apply(case, decide(case, event, lived.almanac.config).changes)
    if event or extra:
        told = {"practitioner": "message", "mentor": "message", "manager": "message", "new mentor": "mentor"}
        told |= dict.fromkeys(("active", "paused", "withdrawn"), "status")
        what = "spoke" if deed.what.startswith("spoke") else told.get(deed.what, deed.what)
        lived.happenings.append((moment, what, n, extra))


def moments(history: History, almanac: Almanac) -> list[tuple[datetime, Deed | None]]:
    """Deeds and looks in the order in which they happen; a look may have a clock that is wrong."""
    p = history.programme
    zone = ZoneInfo(p["zone"])
    due_days = almanac._due[COHORT]
    happening: list[tuple[datetime, datetime, Deed | None]] = []
    for deed in history.deeds:
        day = due_days[deed.number] + timedelta(days=deed.day)
        moment = datetime.combine(day, time(deed.minute // 60, deed.minute % 60), zone).astimezone(UTC)
        happening.append((moment, moment, deed))
    first = p["first_month"]
    down = {start + i for start, length in history.downtimes for i in range(length)}
    length = (max(due_days.values()) - first).days + p["close_after"] + history.days_more
    jumps = dict(history.jumps)
    for i in range(length):
        for hour in history.looks[i % len(history.looks)] if i not in down else ():
            moment = datetime.combine(first + timedelta(days=i), hour, zone).astimezone(UTC)
            happening.append((moment, moment, None))
            if i in jumps:
                wrong = datetime.combine(first + timedelta(days=i + jumps[i]), hour, zone).astimezone(UTC)
                happening.append((moment, wrong, None))
    happening.sort(key=lambda h: h[0])
    return [(clock, deed) for _, clock, deed in happening]


# --- histories ---

COMMON = ("practitioner", "mentor", "manager", "expect", "accept", "excuse")
ABOUT_LADDER = ("circumstances", "circumstances", "accept", "decline", "escalate", "excuse")
RARE = ("spoke by practitioner", "spoke by mentor", "new mentor", "paused", "active", "active", "withdrawn", "report")
LOOKS = (
    (time(9),),
    (time(8, 59), time(9), time(9, 1)),
    (time(12, 30),),
    (time(16, 59),),
    (time(17),),
    (time(0), time(10), time(23, 59)),
    (time(9), time(11), time(15)),
    (),
)
EARLY_LADDER = (
    {"after": 2, "working": False, "name": "remind_missing", "to": ("practitioner",), "copy": ("mentor", "sponsor")},
    {"after": 3, "working": False, "name": "remind_missing", "to": ("practitioner",), "copy": ("manager",)},
    {"after": 5, "working": True, "name": "remind_missing_again", "to": ("practitioner",), "copy": ("mentor",)},
    {"after": 9, "working": True, "name": "escalate_missing", "to": ("programme_manager", "team"), "copy": ()},
)


@st.composite
def programmes(draw: st.DrawFn, longest: int) -> dict[str, Any]:
    first = date(draw(st.integers(2024, 2028)), draw(st.integers(1, 12)), 1)
    p = PROGRAMME | {"people": PEOPLE, "first_month": first, "reports": draw(st.integers(1, longest))}
    if draw(st.booleans()):
        return p
    months = [date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1) for i in range(14)]
    p["skipped_months"] = tuple(draw(st.sets(st.sampled_from(months), max_size=2)))
    days = st.dates(first, first + timedelta(days=200))
    if draw(st.booleans()):
        p["moved"] = draw(st.dictionaries(st.integers(1, p["reports"]), days, max_size=2))
    p["joined"] = draw(st.none() | days)
    p["zone"] = draw(st.sampled_from(["Europe/London", "Europe/London", "America/New_York", "Pacific/Auckland"]))
    p["ask"] = draw(st.booleans())
    if draw(st.booleans()):
        p["ladder"] = draw(st.sampled_from([PROGRAMME["ladder"], EARLY_LADDER]))
        p["remind_days"] = draw(st.sampled_from([(5, 1), (1, 5), (7, 4, 3, 0), (2,), ()]))
        p["deadline_day"] = draw(st.integers(1, 28))
        p["feedback_days"] = draw(st.sampled_from([1, 3, 7, 14]))
        p["feedback_before"] = draw(st.sampled_from([0, 1, 2, 5]))
        p["feedback_after"], p["feedback_overdue"] = draw(st.sampled_from([(1, 3), (2, 2), (3, 8)]))
        p["hold"] = draw(st.sampled_from([1, 3, 10]))
        p["contact_days"] = draw(st.sampled_from([1, 2, 7, 20]))
        p["inactivity"] = draw(st.sampled_from([10, 35]))
        p["in_a_row"] = draw(st.sampled_from([2, 3]))
        p["close_after"] = draw(st.sampled_from([7, 28, 60]))
        p["extra_holidays"] = draw(st.frozensets(days, max_size=5))
        p["removed_holidays"] = draw(st.frozensets(st.just(date(first.year, 12, 25)) | days, max_size=2))
    if draw(st.integers(0, 4)) == 0:
        p["people"] = {role: who for role, who in PEOPLE.items() if role != "manager"}
    return p


MINUTES = st.sampled_from([0, 5, 8 * 60 + 59, 9 * 60, 9 * 60 + 30, 12 * 60, 17 * 60, 23 * 60 + 59])


def deeds(
    what: st.SearchStrategy[str], number: st.SearchStrategy[int], first: int, last: int
) -> st.SearchStrategy[Deed]:
    return st.builds(Deed, what, number, st.integers(first, last), MINUTES, st.integers(0, 30))


@st.composite
def histories(draw: st.DrawFn, longest: int = 5, jumps: bool = True) -> History:
    p = draw(programmes(longest))
    span = 31 * (p["reports"] + 2)
    numbers = st.integers(1, p["reports"])
    said: list[Deed] = []
    for n in range(1, p["reports"] + 1):
        said += draw(st.lists(deeds(st.just("report"), st.just(n), -14, 24), max_size=1))
        said += draw(
            st.lists(deeds(st.sampled_from(["feedback", "feedback", "expect"]), st.just(n), -7, 45), max_size=2)
        )
    said += draw(st.lists(deeds(st.sampled_from(COMMON), numbers, -14, 20), max_size=2 * p["reports"]))
    said += draw(st.lists(deeds(st.sampled_from(ABOUT_LADDER), numbers, -3, 9), max_size=2 * p["reports"]))
    said += draw(st.lists(deeds(st.sampled_from(RARE), numbers, -30, 40), max_size=3))
    spans = st.tuples(st.integers(0, span), st.integers(1, 45))
    return History(
        p,
        tuple(said),
        tuple(draw(st.lists(st.sampled_from(LOOKS), min_size=1, max_size=5))),
        tuple(draw(st.lists(spans, max_size=2))),
        tuple(draw(st.lists(st.tuples(st.integers(0, span), st.integers(-40, 40)), max_size=2))) if jumps else (),
    )


def examples(many: int) -> settings:
    return settings(max_examples=many * (5 if LONG else 1), suppress_health_check=list(HealthCheck))


def months_of(lived: Lived) -> int:
    """How many calendar months the bot looked at."""
    return len({f"{lived.almanac.day(moment):%Y-%m}" for moment, what, _, _ in lived.happenings if what == "look"})


def compare(history: History) -> int:
    """Hold the bot to the simulator for this history; how many months it was."""
    lived = live(history)
    world = simulate(history.programme, lived.happenings)
    assert sorted(lived.letters()) == sorted(letter["letter"] for letter in world["letters"])
    assert lived.skipped() == sorted((name, n) for name, n, _ in world["passed"].values())
    return months_of(lived)


# --- the bot and the simulator ---


@given(histories())
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
def test_the_bots_letters_are_the_simulators_letters(history: History) -> None:
    compare(history)


@pytest.mark.long
def test_the_bots_letters_are_the_simulators_letters_for_ten_thousand_random_months() -> None:
    months = 0

    @given(histories(longest=12))
    @settings(max_examples=500, database=None, suppress_health_check=list(HealthCheck))
    def some(history: History) -> None:
        nonlocal months
        months += compare(history)

    while months < 10_000:
        some()
    assert months >= 10_000


# --- what must hold whatever happens, seen on the bot's letters alone ---

LADDER = ("remind_missing", "remind_missing_again", "escalate_missing", "ask_escalation")


def written_on(lived: Lived, reader: str) -> list[date]:
    """The days of the letters to a practitioner or mentor, who may change."""
    kept = [(now, n, getattr(before.enrolment, reader)) for now, n, before in lived.sent]
    return [lived.almanac.day(now) for now, n, person in kept if person in n.to]


@given(histories())
@examples(40)
def test_nobody_who_has_submitted_or_was_excused_is_reminded_of_it(history: History) -> None:
    for _, notice, before in live(history).sent:
        if notice.name in (*LADDER, "remind_deadline"):
            assert before.report(notice.number) is None
            assert before.terms(notice.number).excused is None


@given(histories())
@examples(40)
def test_nobody_gets_two_letters_of_the_ladder_on_one_day(history: History) -> None:
    lived = live(history)
    days = [(lived.almanac.day(now), a) for now, n, _ in lived.sent if n.name in LADDER for a in n.to + n.copy]
    assert len(days) == len(set(days))


@given(histories())
@examples(40)
def test_no_step_is_skipped_without_a_record(history: History) -> None:
    lived = live(history)
    almanac, case, p = lived.almanac, lived.case, history.programme
    looks = [m for m, what, *_ in lived.happenings if what == "look" and almanac.is_open(m)]
    if case.enrolment.status is not Status.ACTIVE or not looks:
        return
    today = almanac.day(max(looks))
    if today < (p["joined"] or today):
        return
    look(lived, max(looks))
    recorded = {*lived.case.letters, *lived.case.all(Skipped)}
    for n in almanac.owed(case):
        end = almanac.deadline(case, n)
        if end < today:
            assert recorded >= {f"deadline/{case.unit}/{n}/{end}/{k}" for k in p["remind_days"]}
    for report in case.pending():
        if report.feedback_due < today:
            assert f"feedback-soon/{case.unit}/{report.number}/{report.feedback_due}" in recorded
    met = {f"{almanac.day(c.at):%Y-%m}" for c in case.all(Contact).values() if c.how in BETWEEN}
    months = sorted({f"{p['first_month'] + timedelta(days=i):%Y-%m}" for i in range(800)})
    last = f"{almanac.cohort_deadline(case, p['reports']):%Y-%m}"
    first = f"{p['joined']:%Y-%m}" if p["joined"] else ""
    for month in months:
        if first < month <= last and month < f"{today:%Y-%m}" and month not in met:
            assert f"contact/{case.unit}/{month}" in recorded


@given(histories())
@examples(40)
def test_the_mentor_is_in_copy_of_every_reminder_after_the_deadline(history: History) -> None:
    ordinary = replace(history, programme=history.programme | {"ladder": PROGRAMME["ladder"]})
    for _, notice, before in live(ordinary).sent:
        if notice.name in LADDER[:3]:
            assert before.enrolment.mentor in notice.copy


@given(histories())
@examples(40)
def test_an_escalation_leaves_only_behind_the_reminders_before_it_and_their_waiting_time(history: History) -> None:
    lived = live(history)
    workdays, rows = lived.almanac.workdays, lived.almanac.calendar.ladder
    days = {n.key: lived.almanac.day(now) for now, n, _ in lived.sent}
    for key in (n.key for _, n, _ in lived.sent if n.name in ("escalate_missing", "ask_escalation")):
        kind, cohort, slug, number, end, _ = key.removesuffix("/ask").split("/")
        own = [own_day(row, date.fromisoformat(end), lived.almanac) for row in rows]
        keys = [f"{kind}/{cohort}/{slug}/{number}/{end}/{place}" for place in range(1, len(rows))]
        left = [*(days[k] for k in keys), days[key]]
        assert left[0] >= own[0]
        for i in range(1, len(rows)):
            assert workdays.between(left[i - 1], left[i]) >= max(1, workdays.between(own[i - 1], own[i]))


@given(histories())
@examples(40)
def test_each_letter_leaves_once_whatever_restarts_there_are(history: History) -> None:
    lived = live(history, restarts=True)
    keys = [n.key for _, n, _ in lived.sent]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(lived.case.all(Skipped))


@given(histories())
@examples(40)
def test_nothing_leaves_on_a_bank_holiday_or_weekend_or_outside_working_hours(history: History) -> None:
    lived, p = live(history), history.programme
    for now, notice, _ in lived.sent:
        local = now.astimezone(ZoneInfo(p["zone"]))
        assert notice.timed
        assert time(9) <= local.time() < time(17)
        assert local.weekday() < 5
        closed = holidays.country_holidays("GB", subdiv="SCT", years=local.year).keys() - p["removed_holidays"]
        assert local.date() not in closed | p["extra_holidays"]


@given(histories())
@examples(40)
def test_practitioner_and_mentor_get_one_letter_a_day_at_most(history: History) -> None:
    lived = live(history)
    for reader in ("practitioner", "mentor"):
        days = written_on(lived, reader)
        assert len(days) == len(set(days))


@given(histories())
@examples(40)
def test_who_is_paused_withdrawn_or_completed_gets_nothing(history: History) -> None:
    for _, _, before in live(history).sent:
        assert before.enrolment.status is Status.ACTIVE


@given(histories())
@examples(40)
def test_after_the_closing_letter_there_is_silence(history: History) -> None:
    lived = live(history)
    names = [n.name for _, n, _ in lived.sent]
    assert "close_cohort" not in names[:-1]
    if names[-1:] == ["close_cohort"]:
        assert lived.case.enrolment.status is Status.COMPLETED
        assert next_look(lived.case, lived.almanac, lived.sent[-1][0]) is None


@given(histories(longest=3), st.datetimes(datetime(2015, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC)))
@examples(40)
def test_at_no_moment_whatever_does_a_step_fail(history: History, now: datetime) -> None:
    lived = live(history, halfway=True)
    for step in open_steps(lived.case, lived.almanac, lived.almanac.day(now)):
        assert step.reason
    assert len(due(lived.case, lived.almanac, now).called) <= 30
    next_look(lived.case, lived.almanac, now)


# --- the next look ---


@given(histories(longest=3), st.integers(0, 200))
@examples(40)
def test_until_the_next_look_there_is_nothing_to_do(history: History, minutes: int) -> None:
    lived = live(history, halfway=True)
    case, almanac, now = lived.case, lived.almanac, lived.happenings[-1][0] if lived.happenings else at_first(history)
    looks = 0
    while (then := next_look(case, almanac, now)) is not None:
        assert then >= now
        for part in range(8):
            between = now + (then - now) * part / 8 + timedelta(minutes=minutes)
            if now < between < then:
                assert due(case, almanac, between) == Due()
        found = due(case, almanac, then)
        case = carried_out(case, found.decision.changes, found.decision.notices, then)
        after = next_look(case, almanac, then)
        assert after is None or after > then
        now, looks = then, looks + 1
        assert looks < 300


@given(histories(longest=3))
@examples(40)
def test_whoever_looks_only_at_the_next_look_sends_what_leaves_when_looking_all_day(history: History) -> None:
    lived = live(history, halfway=True)
    start = lived.happenings[-1][0] if lived.happenings else at_first(history)
    seldom, often = replace(lived, sent=[]), replace(lived, sent=[])
    then = next_look(seldom.case, lived.almanac, start)
    while then is not None:
        look(seldom, then)
        now, then = then, next_look(seldom.case, lived.almanac, then)
        assert then is None or then > now
    last = max((moment for moment, *_ in seldom.sent), default=start)
    now, end = start, max(start + timedelta(days=31 * 7), last + timedelta(days=14))
    while now < end:  # a moved deadline can lie far behind the others
        if lived.almanac.is_open(now):
            look(often, now)
        now += timedelta(hours=1)
    assert seldom.letters() == often.letters()
    assert seldom.skipped() == often.skipped()


def at_first(history: History) -> datetime:
    return datetime.combine(history.programme["first_month"], time(), UTC)


# --- months that a person worked out by hand; the bot looks every working hour ---

Said = tuple[str, str, int] | tuple[str, str, int, str]
ALL_DAY = (tuple(time(hour) for hour in range(8, 19)),)


def lives(*said: Said, down: str = "", **programme: Any) -> Lived:
    """What happens from March 2027 on with one report, unless told otherwise; days that a deed names are absolute."""
    p = PROGRAMME | {"people": PEOPLE, "first_month": date(2027, 3, 1), "reports": 1} | programme
    almanac = Almanac(configured(p))
    deeds = []
    for when, what, n, *named in said:
        moment = datetime.fromisoformat(when)
        ahead = abs((date.fromisoformat(named[0]) - moment.date()).days) if named else 0
        day = (moment.date() - almanac._due[COHORT][n]).days
        deeds.append(Deed(what, n, day, moment.hour * 60 + moment.minute, ahead))
    downtimes = []
    if down:
        first, last = (date.fromisoformat(d) for d in down.split(" to "))
        downtimes.append(((first - p["first_month"]).days, (last - first).days + 1))
    history = History(p, tuple(deeds), ALL_DAY, tuple(downtimes), days_more=60)
    compare(history)
    return live(history)


def told(lived: Lived, *names: str) -> list[str]:
    """The letters as lines, all or those with these names."""
    lines = []
    for now, n, _ in lived.sent:
        local = now.astimezone(lived.almanac.zone)
        if not names or n.name in names:
            lines.append(f"{local:%a} {local.day} {local:%b} {n.name}{f' {n.number}' if n.number else ''}")
    return lines


def test_a_report_that_never_comes_letter_by_letter() -> None:
    lived = lives()
    assert told(lived) == [
        "Wed 10 Mar remind_deadline 1",
        "Fri 12 Mar remind_deadline 1",  # the 14th is a Sunday
        "Tue 16 Mar remind_missing 1",
        "Fri 19 Mar remind_missing_again 1",
        "Mon 22 Mar escalate_missing 1",
        "Thu 25 Mar nudge_contact",
        "Mon 5 Apr check_in",
        "Mon 5 Apr report_inactivity",
        "Mon 12 Apr close_cohort",
    ]
    assert {now.astimezone(lived.almanac.zone).time() for now, _, _ in lived.sent} == {time(9)}
    readers = {n.name: ([p.name for p in n.to], [p.address for p in n.copy]) for _, n, _ in lived.sent}
    assert readers["remind_missing"] == (["Jo"], ["ann@x.example"])
    assert readers["remind_missing_again"] == (["Jo"], ["ann@x.example", "meg@x.example"])
    copies = ["team@x.example", "office@x.example", "ann@x.example"]
    assert readers["escalate_missing"] == (["Improvement Programme Manager"], copies)


def test_a_report_on_time_is_followed_by_its_feedback_and_the_end() -> None:
    lived = lives(("2027-03-11T10:00", "report", 1), ("2027-03-17T10:00", "feedback", 1))
    assert told(lived) == ["Wed 10 Mar remind_deadline 1", "Tue 16 Mar remind_feedback 1", "Thu 18 Mar close_cohort"]


def test_a_report_in_the_last_minute_of_the_15th_is_never_asked_for() -> None:
    assert told(lives(("2027-03-15T23:59", "report", 1)), *LADDER) == []


def test_a_report_that_comes_in_ends_the_ladder_at_once() -> None:
    assert told(lives(("2027-03-19T08:59", "report", 1)), *LADDER) == ["Tue 16 Mar remind_missing 1"]


def test_a_deadline_on_a_saturday_stays_and_its_letters_wait_for_working_days() -> None:
    assert told(lives(first_month=date(2027, 5, 1)), "remind_deadline", *LADDER) == [
        "Mon 10 May remind_deadline 1",
        "Fri 14 May remind_deadline 1",
        "Mon 17 May remind_missing 1",
        "Thu 20 May remind_missing_again 1",
        "Mon 24 May escalate_missing 1",  # the seventh day is a Saturday
    ]


def test_a_deadline_on_good_friday_stays() -> None:
    assert told(lives(moved={1: date(2027, 3, 26)}), "remind_deadline", *LADDER) == [
        "Fri 19 Mar remind_deadline 1",  # five days before is a Sunday
        "Thu 25 Mar remind_deadline 1",
        "Mon 29 Mar remind_missing 1",
        "Thu 1 Apr remind_missing_again 1",
        "Fri 2 Apr escalate_missing 1",
    ]


def test_nine_oclock_is_nine_oclock_on_both_sides_of_the_clock_changes() -> None:
    spring = lives(moved={1: date(2027, 3, 28)})  # the clocks go forward on this Sunday
    autumn = lives(first_month=date(2027, 10, 1), moved={1: date(2027, 10, 31)})  # and back on this one
    assert [now for now, n, _ in spring.sent if n.name == "remind_missing"] == [datetime(2027, 3, 29, 8, tzinfo=UTC)]
    assert [now for now, n, _ in autumn.sent if n.name == "remind_missing"] == [datetime(2027, 11, 1, 9, tzinfo=UTC)]
    before = [now for now, n, _ in spring.sent if n.name == "remind_deadline"]
    assert before == [datetime(2027, 3, 23, 9, tzinfo=UTC), datetime(2027, 3, 25, 9, tzinfo=UTC)]


def test_the_day_of_a_clock_change_ends_at_its_own_midnight() -> None:
    late_evening = ("2027-10-31T23:59", "report", 1)  # a day of 25 hours
    assert told(lives(late_evening, first_month=date(2027, 10, 1), moved={1: date(2027, 10, 31)}), *LADDER) == []
    short = ("2027-03-29T00:05", "report", 1)  # behind a day of 23 hours
    lived = lives(short, moved={1: date(2027, 3, 28)})
    assert lived.case.report(1).late  # type: ignore[union-attr]


def test_the_29th_of_february_is_a_day_like_others() -> None:
    lived = lives(first_month=date(2028, 2, 1), moved={1: date(2028, 2, 29)})
    assert told(lived, "remind_deadline", "nudge_contact", *LADDER) == [
        "Wed 23 Feb nudge_contact",  # the seventh day from the month's end
        "Thu 24 Feb remind_deadline 1",
        "Mon 28 Feb remind_deadline 1",
        "Wed 1 Mar remind_missing 1",
        "Mon 6 Mar remind_missing_again 1",
        "Tue 7 Mar escalate_missing 1",
    ]


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (date(2027, 8, 1), "Wed 25 Aug"),
        (date(2027, 6, 1), "Thu 24 Jun"),
        (date(2027, 2, 1), "Mon 22 Feb"),
        (date(2027, 7, 1), "Mon 26 Jul"),  # the 25th is a Sunday
    ],
)
def test_pairs_without_contact_are_nudged_in_the_last_week_of_the_month(month: date, day: str) -> None:
    assert told(lives(first_month=month), "nudge_contact") == [f"{day} nudge_contact"]


def test_nobody_is_nudged_who_has_spoken_in_that_month() -> None:
    assert told(lives(("2027-03-09T12:00", "mentor", 1)), "nudge_contact") == []
    told_later = ("2027-03-24T12:00", "spoke by mentor", 1, "2027-03-02")
    assert told(lives(told_later), "nudge_contact") == []
    assert told(lives(("2027-03-02T12:00", "spoke by mentor", 1, "2027-02-27")), "nudge_contact") != []


def test_a_nudge_waits_for_the_day_behind_another_letter_to_the_mentor() -> None:
    expected = ("2027-04-01T10:00", "expect", 1, "2027-04-28")
    lived = lives(("2027-03-10T10:00", "message", 1), ("2027-03-30T10:00", "report", 1), expected, reports=2)
    assert told(lived, "remind_feedback", "nudge_contact")[1:3] == [
        "Mon 26 Apr remind_feedback 1",
        "Tue 27 Apr nudge_contact",
    ]


def test_the_second_of_january_is_a_holiday_in_scotland() -> None:
    lived = lives(first_month=date(2024, 12, 1), moved={1: date(2024, 12, 31)})
    assert told(lived, "remind_deadline", *LADDER) == [
        "Tue 24 Dec remind_deadline 1",
        "Mon 30 Dec remind_deadline 1",
        "Fri 3 Jan remind_missing 1",
        "Wed 8 Jan remind_missing_again 1",
        "Thu 9 Jan escalate_missing 1",  # its own day was the 7th, but the rows keep their order
    ]


def test_a_programme_in_new_zealand_keeps_its_own_hours() -> None:
    lived = lives(zone="Pacific/Auckland")
    assert told(lived, *LADDER)[0] == "Tue 16 Mar remind_missing 1"
    assert next(now for now, n, _ in lived.sent if n.name in LADDER) == datetime(2027, 3, 15, 20, tzinfo=UTC)
    assert told(lives(("2027-03-15T23:59", "report", 1), zone="Pacific/Auckland"), *LADDER) == []


def test_after_downtime_over_the_whole_ladder_one_letter_leaves_and_the_others_keep_their_distance() -> None:
    lived = lives(down="2027-03-11 to 2027-03-28")
    assert told(lived, "remind_deadline", "nudge_contact", *LADDER) == [
        "Wed 10 Mar remind_deadline 1",
        "Mon 29 Mar remind_missing 1",
        "Tue 30 Mar nudge_contact",  # the practitioner had had a letter on Monday
        "Thu 1 Apr remind_missing_again 1",
        "Fri 2 Apr escalate_missing 1",
    ]
    assert lived.skipped() == [("remind_deadline", 1)]


def test_two_ladders_at_once_take_turns_and_the_earlier_report_goes_first() -> None:
    lived = lives(reports=2, moved={2: date(2027, 3, 16)})
    assert [line for line in told(lived) if "Mar" in line] == [
        "Wed 10 Mar remind_deadline 1",
        "Thu 11 Mar remind_deadline 2",
        "Fri 12 Mar remind_deadline 1",
        "Mon 15 Mar remind_deadline 2",
        "Tue 16 Mar remind_missing 1",
        "Wed 17 Mar remind_missing 2",
        "Wed 17 Mar report_inactivity",
        "Thu 18 Mar check_in",
        "Fri 19 Mar remind_missing_again 1",
        "Mon 22 Mar escalate_missing 1",
        "Tue 23 Mar remind_missing_again 2",
        "Wed 24 Mar escalate_missing 2",
        "Thu 25 Mar nudge_contact",
    ]


def test_who_joins_late_owes_nothing_from_before_and_hears_nothing_before() -> None:
    names = ("remind_deadline", "nudge_contact", *LADDER)
    joined = lives(reports=3, joined=date(2027, 4, 10))
    assert [line for line in told(joined, *names) if "May" not in line] == [
        "Mon 12 Apr remind_deadline 2",  # they joined on Saturday; the reminder's own day was the Friday before
        "Wed 14 Apr remind_deadline 2",
        "Fri 16 Apr remind_missing 2",
        "Wed 21 Apr remind_missing_again 2",
        "Thu 22 Apr escalate_missing 2",
    ]
    on_the_eve = lives(reports=3, joined=date(2027, 4, 14))
    assert told(on_the_eve, *names)[:2] == ["Wed 14 Apr remind_deadline 2", "Fri 16 Apr remind_missing 2"]


def test_the_cohorts_end_is_told_once_when_every_report_is_answered() -> None:
    said: list[Said] = [("2027-03-12T10:00", "report", 1), ("2027-03-13T10:00", "feedback", 1)]
    said += [("2027-04-12T10:00", "report", 2), ("2027-04-16T20:00", "feedback", 2)]
    lived = lives(*said, reports=2)
    assert told(lived)[-1] == "Mon 19 Apr close_cohort"
    assert lived.case.enrolment.status is Status.COMPLETED


def test_the_end_waits_for_an_earlier_report_for_which_the_team_has_given_time() -> None:
    said: list[Said] = [
        ("2027-03-16T10:00", "accept", 1, "2027-04-28"),
        ("2027-04-12T10:00", "report", 2),
        ("2027-04-13T10:00", "feedback", 2),
    ]
    assert told(lives(*said, reports=2), "close_cohort") == ["Wed 26 May close_cohort"]
    said += [("2027-04-27T10:00", "report", 1), ("2027-04-29T10:00", "feedback", 1)]
    assert told(lives(*said, reports=2), "close_cohort") == ["Fri 30 Apr close_cohort"]


HOLD = ("2027-03-17T10:00", "circumstances", 1)  # behind the first reminder


def test_the_ladder_is_held_for_three_working_days_without_the_teams_word() -> None:
    assert told(lives(HOLD), *LADDER) == [
        "Tue 16 Mar remind_missing 1",
        "Tue 23 Mar remind_missing_again 1",
        "Wed 24 Mar escalate_missing 1",
    ]


def test_a_row_on_the_last_day_of_the_hold_waits_for_the_working_day_behind_it() -> None:
    reported = ("2027-03-16T12:00", "circumstances", 1)
    assert told(lives(reported), *LADDER)[1:] == ["Mon 22 Mar remind_missing_again 1", "Tue 23 Mar escalate_missing 1"]


def test_circumstances_told_again_do_not_hold_the_ladder_for_longer() -> None:
    again: list[Said] = [HOLD, ("2027-03-19T10:00", "circumstances", 1), ("2027-03-22T10:00", "circumstances", 1)]
    assert told(lives(*again), *LADDER) == told(lives(HOLD), *LADDER)


def test_declined_circumstances_end_the_hold_at_once() -> None:
    assert told(lives(HOLD, ("2027-03-18T15:00", "decline", 1)), *LADDER) == told(lives(), *LADDER)
    lived = lives(HOLD, ("2027-03-19T11:30", "decline", 1))
    assert next(now for now, n, _ in lived.sent if n.name == "remind_missing_again") == at("2027-03-19T12:00")


def test_a_held_report_does_not_keep_the_next_one_from_its_reminder() -> None:
    lived = lives(("2027-03-15T10:00", "circumstances", 1), reports=2, moved={2: date(2027, 3, 22)})
    assert "Wed 17 Mar remind_deadline 2" in told(lived)


def test_circumstances_told_before_the_deadline_hold_its_reminders_too() -> None:
    assert told(lives(("2027-03-09T10:00", "circumstances", 1)), "remind_deadline") == ["Mon 15 Mar remind_deadline 1"]


def test_an_excused_report_is_not_owed_any_more() -> None:
    assert told(lives(HOLD, ("2027-03-18T15:00", "excuse", 1)), *LADDER) == ["Tue 16 Mar remind_missing 1"]


def test_an_accepted_day_is_a_new_deadline_with_its_own_reminders_and_ladder() -> None:
    accepted = lives(HOLD, ("2027-03-18T15:00", "accept", 1, "2027-03-30"))
    assert told(accepted, "remind_deadline", *LADDER)[2:] == [
        "Tue 16 Mar remind_missing 1",
        "Thu 25 Mar remind_deadline 1",
        "Mon 29 Mar remind_deadline 1",
        "Wed 31 Mar remind_missing 1",
        "Mon 5 Apr remind_missing_again 1",
        "Tue 6 Apr escalate_missing 1",
    ]


def test_where_the_team_is_asked_the_escalation_waits_for_its_word() -> None:
    assert told(lives(ask=True), *LADDER)[2:] == ["Mon 22 Mar ask_escalation 1"]
    ordered = ("2027-03-24T20:00", "escalate", 1)
    assert told(lives(ordered, ask=True), *LADDER)[3:] == ["Thu 25 Mar escalate_missing 1"]


def test_a_word_given_for_an_earlier_deadline_does_not_let_the_escalation_go() -> None:
    said: list[Said] = [("2027-03-22T12:00", "escalate", 1), ("2027-03-22T13:00", "accept", 1, "2027-03-30")]
    assert told(lives(*said, ask=True), *LADDER)[2:] == [
        "Mon 22 Mar ask_escalation 1",
        "Wed 31 Mar remind_missing 1",
        "Mon 5 Apr remind_missing_again 1",
        "Tue 6 Apr ask_escalation 1",
    ]


def test_the_day_that_a_mentor_names_moves_every_later_letter_about_the_feedback() -> None:
    about = ("remind_feedback", "tell_feedback_delayed", "report_feedback_overdue")
    late = ("2027-03-16T15:00", "report", 1)
    assert told(lives(late), *about) == [
        "Fri 19 Mar remind_feedback 1",  # two days before is a Sunday
        "Wed 24 Mar remind_feedback 1",
        "Mon 29 Mar tell_feedback_delayed 1",  # the 26th is Good Friday
        "Mon 29 Mar report_feedback_overdue 1",
    ]
    assert told(lives(late, ("2027-03-18T15:00", "expect", 1, "2027-04-02")), *about) == [
        "Wed 31 Mar remind_feedback 1",
        "Mon 5 Apr remind_feedback 1",
        "Wed 7 Apr tell_feedback_delayed 1",
        "Wed 7 Apr report_feedback_overdue 1",
    ]


def test_a_mentor_who_names_a_day_two_days_ahead_is_reminded_that_day_and_for_one_nearer_not() -> None:
    sent = ("2027-03-10T15:00", "report", 1)
    friday = lives(sent, ("2027-03-15T11:30", "expect", 1, "2027-03-17"))
    assert told(friday, "remind_feedback")[0] == "Mon 15 Mar remind_feedback 1"
    monday = lives(sent, ("2027-03-15T11:30", "expect", 1, "2027-03-16"))
    assert told(monday, "remind_feedback") == ["Mon 15 Mar remind_feedback 1", "Wed 17 Mar remind_feedback 1"]
    assert [key for key in monday.case.all(Skipped) if "2027-03-16" in key]


def test_feedback_that_was_given_is_never_asked_for() -> None:
    given_at_once = [("2027-03-12T15:00", "report", 1), ("2027-03-17T08:00", "feedback", 1)]
    assert told(lives(*given_at_once), "remind_feedback") == []


def test_a_silence_of_35_days_is_noticed_once() -> None:
    silent = lives(("2027-03-20T10:00", "practitioner", 1), reports=3)
    first = [line for line in told(silent, "check_in", "report_inactivity") if "May" not in line]
    assert first == [
        "Fri 16 Apr report_inactivity",
        "Mon 19 Apr check_in",
        "Mon 26 Apr check_in",
        "Mon 26 Apr report_inactivity",
    ]
    assert told(silent, "check_in")[2:] == []


def test_two_reports_missed_in_a_row_are_noticed_though_the_practitioner_writes() -> None:
    said: list[Said] = [
        (day, "practitioner", 1) for day in ("2027-03-30T10:00", "2027-04-28T10:00", "2027-05-12T10:00")
    ]
    assert told(lives(*said, reports=3), "check_in", "report_inactivity")[:4] == [
        "Fri 16 Apr report_inactivity",
        "Mon 19 Apr check_in",  # Friday had the reminder about report 2
        "Mon 17 May report_inactivity",
        "Tue 18 May check_in",
    ]


def test_who_has_been_told_of_a_silence_is_not_told_of_the_reports_missed_in_it() -> None:
    lived = lives(("2027-04-19T10:00", "practitioner", 1), reports=2)  # an answer to what came on 5 April
    assert told(lived, "check_in", "report_inactivity") == ["Mon 5 Apr check_in", "Mon 5 Apr report_inactivity"]
    assert lived.skipped() == [("check_in", 0), ("report_inactivity", 0)]


def test_of_two_rows_of_missed_reports_that_are_due_at_once_the_later_alone_is_told() -> None:
    said: list[Said] = [
        (day, "practitioner", 1) for day in ("2027-03-30T10:00", "2027-04-28T10:00", "2027-05-12T10:00")
    ]
    lived = lives(*said, reports=3, down="2027-04-10 to 2027-05-20")
    assert told(lived, "check_in", "report_inactivity")[:2] == [
        "Fri 21 May report_inactivity",
        "Tue 25 May check_in",  # on Friday and Monday the ladders of reports 2 and 3 went first
    ]
    assert [key for key in lived.case.all(Skipped) if key.startswith("missed")] == [
        f"missed/{lived.case.unit}/2/{which}" for which in ("check_in", "team")
    ]


def test_the_next_look_is_the_nearest_deadlines_though_an_earlier_report_has_time() -> None:
    lived = lives(("2027-03-16T08:00", "accept", 1, "2027-06-30"), reports=2)
    now, notice, before = [s for s in lived.sent if s[1].name == "remind_deadline" and s[1].number == 2][-1]
    assert now == at("2027-04-14T09:00")
    assert next_look(carried_out(before, (), (notice,), now), lived.almanac, now) == at("2027-04-16T09:00")


def test_a_mentors_silence_with_a_report_waiting_is_told_to_the_team() -> None:
    lived = lives(("2027-03-09T10:00", "report", 1), ("2027-03-23T10:00", "practitioner", 1), reports=2)
    assert told(lived, "report_inactivity")[0] == "Tue 13 Apr report_inactivity"
    assert next(n.facts["who"] for _, n, _ in lived.sent if n.name == "report_inactivity") == "mentor"


def test_a_pause_passes_over_its_steps_and_the_ladder_goes_on_behind_it() -> None:
    lived = lives(("2027-03-09T10:00", "paused", 1), ("2027-03-17T10:30", "active", 1))
    assert told(lived, "remind_deadline", *LADDER) == [
        "Wed 17 Mar remind_missing 1",
        "Mon 22 Mar remind_missing_again 1",
        "Tue 23 Mar escalate_missing 1",
    ]
    assert lived.skipped() == [("remind_deadline", 1)] * 2


def test_a_new_mentor_gets_the_reminders_from_then_on() -> None:
    lived = lives(("2027-03-17T10:00", "new mentor", 1))
    copies = [n.copy[0].address for _, n, _ in lived.sent if n.name.startswith("remind_missing")]
    assert copies == ["ann@x.example", "mentor0@x.example"]
