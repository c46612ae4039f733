"""A history of people's deeds around the deadlines, and how the bot and the simulator live through it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from qibot.calendar.almanac import Almanac
from qibot.calendar.due import Due, due
from qibot.config.config import Config
from qibot.events.agreements import (
    CircumstancesDecided,
    CircumstancesReported,
    ContactReported,
    DateNamed,
    EscalationOrdered,
)
from qibot.events.arrival import Arrival
from qibot.events.concerns import ToldInConfidence
from qibot.events.event import Event
from qibot.events.notices import Notice
from qibot.events.reports import FeedbackReceived, MessageReceived, ReportReceived, ReportsAskedAbout
from qibot.model.case import Case, Drop, Put, apply
from qibot.model.letters import Letter, LetterState, Skipped
from qibot.model.people import Enrolment, Person, Role, Status
from qibot.model.reports import InQuestion
from qibot.rules.decide import decide
from tests.support.build import config, mail
from tests.support.simulator.looks import simulate

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
LADDER = ("remind_missing", "remind_missing_again", "escalate_missing", "ask_escalation")

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
            "answer_working_days": p["answer"],
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
        case "confided" if n in lived.almanac.owed(case):
            case, arrival = _answering(case, arrival, n)
            event = ToldInConfidence(arrival, case.unit, n, Role.PRACTITIONER, "words")
        case "asked" if n in lived.almanac.owed(case):
            own = replace(arrival, mail=replace(arrival.mail, sender=JO.address))
            event = ReportsAskedAbout(own, case.unit, (n,), worded=True)
        case "answered":
            extra = deed.what
            gone = [x.key for x in case.all(InQuestion).values() if n in x.numbers]
            lived.case = apply(case, [Drop(InQuestion.table, key) for key in gone])
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


def _answering(case: Case, arrival: Arrival, number: int) -> tuple[Case, Arrival]:
    """The arrival as an answer to a reminder of this report, where one has gone."""
    names = ("remind_deadline", "remind_missing", "remind_missing_again")
    of_it = [x for x in case.letters.values() if x.name in names and x.key.split("/")[3] == str(number)]
    if not of_it:
        return case, arrival
    reminder = replace(of_it[-1], message_id=f"<{of_it[-1].key}@x.example>")
    mail = replace(arrival.mail, in_reply_to=(reminder.message_id,))
    return apply(case, [Put(reminder)]), replace(arrival, mail=mail)


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


# --- the bot and the simulator ---


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
