"""What the calendar owes now and has not sent: case + now -> decision. Pure; docs/calendar.md says it in words.

There is no lateness window and no time of a last run: what is owed is an open step that is in no record. So downtime
and clocks that jump need no case of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from qibot.almanac import Almanac
from qibot.config import Config, Reader
from qibot.model import Case, Change, Drop, Letter, LetterState, Person, Put, Skipped, Status, apply
from qibot.notices import Decision, Notice, standing_facts
from qibot.steps.closing import closing_steps
from qibot.steps.contact import contact_steps
from qibot.steps.deadline import deadline_steps
from qibot.steps.feedback import feedback_steps
from qibot.steps.ladder import ladder_steps
from qibot.steps.silence import silence_steps
from qibot.steps.step import Step, written

# Who is written to by each letter, and which goes first when several are due at once.
# One a day for each of these and an enrolment; “ladder” so that nobody gets two of its letters, be it in copy.
LIMITED: dict[str, tuple[str, ...]] = {
    "remind_missing": ("practitioner", "ladder"),
    "remind_missing_again": ("practitioner", "ladder"),
    "escalate_missing": ("ladder",),
    "ask_escalation": ("ladder",),
    "close_cohort": ("practitioner", "mentor"),
    "remind_deadline": ("practitioner",),
    "tell_feedback_delayed": ("practitioner",),
    "report_feedback_overdue": (),
    "remind_feedback": ("mentor",),
    "check_in": ("practitioner",),
    "report_inactivity": (),
    "nudge_contact": ("practitioner", "mentor"),
}
TO_DECIDE = {"escalate_missing", "ask_escalation", "report_feedback_overdue", "report_inactivity"}  # with the history
_ORDER = {name: place for place, name in enumerate(LIMITED)}


@dataclass(frozen=True, slots=True)
class Called:
    """A step that leaves now, with the notice that it makes."""

    step: Step
    notice: Notice


@dataclass(frozen=True, slots=True)
class Due:
    """What is called for now: the letters, the steps that are skipped, and what a clock that was ahead got wrong."""

    called: tuple[Called, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    set_right: tuple[Change, ...] = ()

    @property
    def decision(self) -> Decision:
        """The same as changes and notices."""
        changes: list[Change] = [*self.set_right, *(Put(s) for s in self.skipped)]
        changes += [change for c in self.called for change in c.step.changes]
        return Decision(tuple(changes), tuple(c.notice for c in self.called))


def due(case: Case, almanac: Almanac, now: datetime) -> Due:
    """What leaves now, and what has grown too old to leave. Nothing outside working hours."""
    if not almanac.is_open(now):
        return Due()
    early = _set_right(case, now)
    case, today = apply(case, early), almanac.day(now)
    steps = open_steps(case, almanac, today)
    skipped = tuple(_skip(s, now) for s in steps if _over(s, today))
    taken = _written_to(case, almanac, today)
    called: list[Called] = []
    for step in sorted((s for s in steps if _ripe(s, today)), key=_rank):
        readers = LIMITED[step.name]
        notice = _notice(case, almanac, step, now)
        if not notice.to:
            skipped = (*skipped, Skipped(step.key, now, f"{step.rule}: there is nobody to write to"))
        elif not taken & set(readers):
            taken |= set(readers)
            called.append(Called(step, notice))
        if step.name == "close_cohort" and called and called[-1].step is step:
            break
    return Due(tuple(called), skipped, early)


def next_look(case: Case, almanac: Almanac, now: datetime) -> datetime | None:
    """When `due` may next have something to say if nothing changes; None if never."""
    today = almanac.day(now)
    opening = almanac.next_opening(now)
    tomorrow = almanac.opening(almanac.workdays.after(today, 1))
    taken = _written_to(case, almanac, today)
    looks = [opening] if _set_right(case, now) else []
    for step in open_steps(case, almanac, today):
        if step.day > today:
            looks.append(almanac.opening(almanac.workdays.on_or_after(step.day)))
        elif _over(step, today):
            looks.append(opening)
        else:
            looks.append(tomorrow if taken & set(LIMITED[step.name]) else opening)
    return min(looks, default=None)


def _set_right(case: Case, now: datetime) -> tuple[Change, ...]:
    """Steps that were skipped under a clock that was ahead are open again: their time is yet to come."""
    ahead = now + timedelta(days=1)
    return tuple(Drop(Skipped.table, s.key) for s in case.all(Skipped).values() if s.at > ahead)


def open_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """Every step that is open for an active enrolment, ripe or yet to come; none leaves before the day of joining."""
    if case.enrolment.status is not Status.ACTIVE:
        return []
    joined = case.enrolment.joined or date.min
    return [s if s.day >= joined else replace(s, day=joined) for s in _steps(case, almanac, today)]


def _steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    return [
        *ladder_steps(case, almanac, today),
        *closing_steps(case, almanac, today),
        *deadline_steps(case, almanac, today),
        *feedback_steps(case, almanac, today),
        *silence_steps(case, almanac, today),
        *contact_steps(case, almanac, today),
    ]


def may_leave(case: Case, letter: Letter, almanac: Almanac, now: datetime) -> bool:
    """Whether a timed letter that waits for its delivery may go at this moment: working hours, one a day and reader."""
    if not almanac.is_open(now):
        return False
    others = apply(case, [Drop(Letter.table, letter.key)])
    return not _delivered_to(others, almanac, almanac.day(now)) & set(LIMITED[letter.name])


def still_due(case: Case, letter: Letter, almanac: Almanac, now: datetime) -> bool:
    """Whether the reason of a timed letter that hasn't been delivered still stands."""
    before = apply(case, [Drop(Letter.table, letter.key)])
    if letter.name == "close_cohort" and before.enrolment.status is Status.COMPLETED:
        before = apply(before, [Put(replace(before.enrolment, status=Status.ACTIVE))])
    today = almanac.day(now)
    found = [s for s in open_steps(before, almanac, today) if s.key == letter.key and _ripe(s, today)]
    return any(letter.to == tuple(p.address for p in people(before, s.to, almanac.config)) for s in found)


def _over(step: Step, today: date) -> bool:
    return step.day <= today and step.last is not None and step.last < today


def _ripe(step: Step, today: date) -> bool:
    return step.day <= today and not _over(step, today)


def _rank(step: Step) -> tuple[int, int, date]:
    return (0 if "ladder" in LIMITED[step.name] else _ORDER[step.name], step.number, step.day)


def _skip(step: Step, now: datetime) -> Skipped:
    last = written(step.last) if step.last else ""
    return Skipped(step.key, now, f"{step.rule}: its time was over on {last} before it could leave")


def _written_to(case: Case, almanac: Almanac, today: date) -> set[str]:
    """The limited readers for whom a timed letter was made or delivered today."""
    made = {r for x in _timed(case) if almanac.day(x.made) == today for r in LIMITED[x.name]}
    return made | _delivered_to(case, almanac, today)


def _delivered_to(case: Case, almanac: Almanac, today: date) -> set[str]:
    delivered = (x for x in _timed(case) if x.settled is not None and almanac.day(x.settled) == today)
    return {r for x in delivered for r in LIMITED[x.name]}


def _timed(case: Case) -> Iterable[Letter]:
    return (x for x in case.letters.values() if x.timed)


def _notice(case: Case, almanac: Almanac, step: Step, now: datetime) -> Notice:
    config = almanac.config
    to = people(case, step.to, config)
    copy = tuple(p for p in people(case, step.copy, config) if p not in to)
    return Notice(
        name=step.name,
        key=step.key,
        unit=case.unit,
        number=step.number,
        to=to,
        copy=copy,
        facts={
            "copied": [p.name for p in copy],
            **standing_facts(case),
            **_standing(case, almanac, step, now),
            **step.facts,
        },
        topic=_topic(case, step),
        references=_references(case, step),
        timed=True,
        rule=step.rule,
        reason=step.reason,
    )


def people(case: Case, readers: Iterable[Reader], config: Config) -> tuple[Person, ...]:
    """The persons who play these parts for an enrolment; parts that nobody plays are left out."""
    e, programme = case.enrolment, config.programme
    known: dict[Reader, tuple[Person | None, ...]] = {
        "practitioner": (e.practitioner,),
        "mentor": (e.mentor,),
        "manager": (e.manager,),
        "sponsor": (e.sponsor,),
        "team": tuple(Person("Community Planning team", (a,)) for a in programme.team),
        "programme_manager": (Person("Improvement Programme Manager", (programme.manager,)),),
        "cohort_leads": tuple(Person("Cohort lead", (a,)) for a in programme.cohort_leads),
    }
    return tuple(dict.fromkeys(p for reader in readers for p in known[reader] if p is not None))


def _standing(case: Case, almanac: Almanac, step: Step, now: datetime) -> dict[str, object]:
    """What every letter of the calendar may say, beside its own facts."""
    e = case.enrolment
    sessions = almanac.config.cohorts[e.cohort].learning_sessions
    answered_by = timedelta(days=almanac.config.programme.feedback_days)
    first = almanac.deadline(case, step.number) + answered_by if step.name == "remind_deadline" else almanac.day(now)
    coming = [d for d in sorted(sessions) if d >= first]
    return {
        "number": step.number,
        "feedback_days": almanac.config.programme.feedback_days,
        "rule": step.rule,
        "reason": step.reason,
        "sponsor": e.sponsor.name if e.sponsor else "",
        "sponsor_address": e.sponsor.address if e.sponsor else "",
        "next_session": coming[0].isoformat() if coming else "",
        "history": history(case, almanac, almanac.day(now)) if step.name in TO_DECIDE else [],
        "reminders": _reminders(case, almanac, step),
        "claimed": case.terms(step.number).held_since is not None,
        "asks": almanac.calendar.escalation == "ask",
    }


def _reminders(case: Case, almanac: Almanac, step: Step) -> list[str]:
    """The days on which rows of the ladder before this one have left, in ISO form."""
    rows = [x for x in case.letters.values() if x.key.startswith(f"ladder/{case.unit}/{step.number}/")]
    sent = [x for x in rows if x.state is LetterState.SENT and x.settled is not None]
    return [almanac.day(x.settled).isoformat() for x in sent if x.settled is not None]


def history(case: Case, almanac: Almanac, today: date) -> list[dict[str, str]]:
    """Each report up to the next one in a few words, for those who have to decide."""
    rows, owed = [], set(almanac.owed(case))
    coming = min((d for n in almanac.numbers(case) if (d := almanac.deadline(case, n)) >= today), default=None)
    for number in almanac.numbers(case):
        if case.report(number) is None and coming is not None and almanac.deadline(case, number) > coming:
            continue
        report, terms = case.report(number), case.terms(number)
        if report is not None:
            said = f"came in {'late ' if report.late else ''}on {written(almanac.day(report.received))}"
            answer = f"answered on {written(almanac.day(report.answered))}" if report.answered else "not answered yet"
            said = f"{said}, {answer}"
        elif terms.excused:
            said = "excused"
        elif number not in owed:
            said = "not owed (joined later)"
        else:
            said = f"{'missing, ' if almanac.deadline(case, number) < today else ''}"
            said += f"due on {written(almanac.deadline(case, number))}"
            said += ", exceptional circumstances told and not decided on" if terms.held_since else ""
        rows.append({"number": str(number), "said": said})
    return rows


def _topic(case: Case, step: Step) -> str:
    forward = _forward(case, step)
    return f"Report {step.number} from {case.enrolment.practitioner.name}" if forward else ""


def _references(case: Case, step: Step) -> tuple[str, ...]:
    """A mentor's reminder stands in the thread of the report that it is about."""
    forward = _forward(case, step)
    return (forward.message_id,) if forward else ()


def _forward(case: Case, step: Step) -> Letter | None:
    if step.name != "remind_feedback":
        return None
    own = (x for x in case.letters.values() if x.key.startswith(f"forward/{case.unit}/{step.number}/"))
    return next((x for x in own if x.state is not LetterState.HELD), None)
