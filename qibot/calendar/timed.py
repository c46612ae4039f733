"""What a letter of the calendar says and to whom: a step -> its notice. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from qibot.calendar.almanac import Almanac
from qibot.calendar.alone import has_heard, is_alone
from qibot.calendar.steps.step import Step, written
from qibot.config import Config, Reader
from qibot.events import COHORT_LEAD, PROGRAMME_MANAGER, TEAM_NAME, Notice, standing_facts
from qibot.model import CHARTER, Case, Letter, LetterState, Person, Terms, named

TO_DECIDE = {"escalate_missing", "ask_escalation", "report_feedback_overdue", "report_inactivity"}  # with the history
_PARTS: tuple[Reader, ...] = ("practitioner", "mentor", "manager", "sponsor")  # who may not have heard what it tells


def notice_of(case: Case, almanac: Almanac, step: Step, now: datetime) -> Notice:
    """The letter that this step is."""
    to, copy = readers(case, step, almanac.config)
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
            **_standing(case, almanac, step, now, (*to, *copy)),
            **step.facts,
        },
        topic=_topic(case, step),
        references=_references(case, step),
        timed=True,
        rule=step.rule,
        reason=step.reason,
    )


def readers(case: Case, step: Step, config: Config) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Who gets this letter, and who a copy. One that says that circumstances were told isn't for those of the enrolment
    where its mentor mustn't hear so."""
    terms = case.terms(step.number)
    apart = step.name in TO_DECIDE and terms.apart and terms.held_since is not None
    kept_from = people(case, _PARTS, config) if apart else ()
    to = tuple(p for p in people(case, step.to, config) if p not in kept_from)
    return to, tuple(p for p in people(case, step.copy, config) if p not in to and p not in kept_from)


def people(case: Case, readers: Iterable[Reader], config: Config) -> tuple[Person, ...]:
    """The persons who play these parts for an enrolment; parts that nobody plays are left out."""
    e, programme = case.enrolment, config.programme
    known: dict[Reader, tuple[Person | None, ...]] = {
        "practitioner": (e.practitioner,),
        "mentor": (e.mentor,),
        "manager": (e.manager,),
        "sponsor": (e.sponsor,),
        "team": tuple(Person(TEAM_NAME, (a,)) for a in programme.team),
        "programme_manager": (Person(PROGRAMME_MANAGER, (programme.manager,)),),
        "cohort_leads": tuple(Person(COHORT_LEAD, (a,)) for a in programme.cohort_leads),
    }
    return tuple(dict.fromkeys(p for reader in readers for p in known[reader] if p is not None))


def _may_tell(case: Case, readers: Iterable[Person], config: Config) -> bool:
    """Whether these may read on which reports circumstances were told: of the enrolment its mentor at the most, where
    they have heard that there is a difficulty."""
    waiting = [terms for terms in case.all(Terms).values() if terms.held_since]
    heard = case.enrolment.mentor if all(_is_told_of(case, terms) for terms in waiting) else None
    return not waiting or {p for p in people(case, _PARTS, config) if p != heard}.isdisjoint(readers)


def _is_told_of(case: Case, terms: Terms) -> bool:
    """Whether the mentor has heard of a difficulty with this report."""
    return not terms.apart and has_heard(case, terms.number)


def _standing(
    case: Case, almanac: Almanac, step: Step, now: datetime, readers: tuple[Person, ...]
) -> dict[str, object]:
    """What every letter of the calendar may say to these `readers`, beside its own facts; whether circumstances were
    told, and what was decided of some for the practitioner alone, only to those who may hear so."""
    e, told = case.enrolment, _may_tell(case, readers, almanac.config)
    alone = set(people(case, _PARTS, almanac.config)).isdisjoint(readers)
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
        "history": history(case, almanac, almanac.day(now), told=told, alone=alone) if step.name in TO_DECIDE else [],
        "reminders": _reminders(case, almanac, step),
        "claimed": told and case.terms(step.number).held_since is not None,
        "asks": almanac.calendar.escalation == "ask",
        "offered": almanac.offered(almanac.day(now)),
    }


def _reminders(case: Case, almanac: Almanac, step: Step) -> list[str]:
    """When rows of the ladder before this one have left, in ISO form; those that asked the team reminded nobody."""
    rows = [x for x in case.letters.values() if x.key.startswith(f"ladder/{case.unit}/{step.number}/")]
    sent = [x for x in rows if x.state is LetterState.SENT and x.settled is not None and x.name not in TO_DECIDE]
    return [almanac.day(x.settled).isoformat() for x in sent if x.settled is not None]


def history(
    case: Case, almanac: Almanac, today: date, *, told: bool = True, alone: bool | None = None
) -> list[dict[str, str]]:
    """Each report up to the next one in a few words, for those who have to decide; whether circumstances were `told`
    only for the team, as what the practitioner `alone` has heard (where it isn't said, as what was told)."""
    rows, owed = [], set(almanac.owed(case))
    coming = min((d for n in almanac.numbers(case) if (d := almanac.deadline(case, n)) >= today), default=None)
    charter = [CHARTER] if case.report(CHARTER) else []
    for number in (*charter, *almanac.numbers(case)):
        if case.report(number) is None and coming is not None and almanac.deadline(case, number) > coming:
            continue
        report, terms = case.report(number), case.terms(number)
        if report is not None:
            said = f"came in {'late ' if report.late else ''}on {written(almanac.day(report.received))}"
            answer = f"answered on {written(almanac.day(report.answered))}" if report.answered else "not answered yet"
            said = f"{said}, {answer}"
        elif terms.excused:
            hidden = is_alone(case, number) and not (told if alone is None else alone)
            said = "not owed" if hidden else "excused"
        elif number not in owed:
            said = "not owed (joined later)"
        else:
            said = f"{'missing, ' if almanac.deadline(case, number) < today else ''}"
            said += f"due on {written(almanac.deadline(case, number))}"
            said += ", exceptional circumstances told and not decided on" if terms.held_since and told else ""
        rows.append({"number": str(number), "what": named(number).capitalize(), "said": said})
    return rows


def _topic(case: Case, step: Step) -> str:
    forward = _forward(case, step)
    return f"{named(step.number).capitalize()} from {case.enrolment.practitioner.name}" if forward else ""


def _references(case: Case, step: Step) -> tuple[str, ...]:
    """A mentor's reminder stands in the thread of the report that it is about."""
    forward = _forward(case, step)
    return (forward.message_id,) if forward else ()


def _forward(case: Case, step: Step) -> Letter | None:
    if step.name != "remind_feedback":
        return None
    own = (x for x in case.letters.values() if x.key.startswith(f"forward/{case.unit}/{step.number}/"))
    return next((x for x in own if x.state is not LetterState.HELD and x.moved is None), None)
