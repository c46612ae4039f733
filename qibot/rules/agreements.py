"""What is agreed: the mentor's own date, the team's word on circumstances, a talk (guidance, sections 4 and 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time

from qibot.calendar import Almanac, feedback_day, is_alone, written
from qibot.config import Config
from qibot.events import (
    CircumstancesDecided,
    ContactReported,
    DateNamed,
    Decision,
    EscalationOrdered,
    Notice,
    standing_facts,
)
from qibot.model import Case, Contact, Put, Report, Role, Terms, named
from qibot.rules.confirm import confirmed, sign
from qibot.rules.topics import of_report


def on_date_named(case: Case, event: DateNamed, config: Config) -> Decision:
    """The practitioner hears when to expect the feedback, and every later reminder follows the new date; the mentor
    hears of one that the team has named in their stead."""
    e, of_team = case.enrolment, event.role is Role.TEAM
    report = case.all(Report)[str(event.number)]
    if event.in_words and event.day <= report.feedback_due and _is_by_rule(case, report, config):
        return _in_time(case, event, report)  # nobody has to expect anything else
    today = event.arrival.arrived.astimezone(config.programme.zone).date()
    last = case.submissions(event.number)[-1]
    topic = of_report(case, event.number, last.subject)
    told = Notice(
        name="expect_feedback_by",
        key=f"expect/{case.unit}/{event.number}/{event.arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=(e.practitioner,),
        copy=(*([e.manager] if e.manager else []), *([e.mentor] if of_team else [])),
        facts={
            **standing_facts(case),
            "number": event.number,
            "subject": topic,
            "late": report.late,
            "feedback_due": event.day.isoformat(),
        },
        answers=last.message_id,
        references=(last.message_id,) if last.message_id else (),
        topic=topic,
    )
    whose = f"{e.mentor.name}'s" if of_team else "your"
    done = f"{e.practitioner.name} is told to expect {whose} feedback on {named(event.number)} by {written(event.day)}"
    again = "answer the same letter with another day" if of_team else "send EXPECT with another date"
    who = "team" if of_team else e.mentor.name
    signs = () if of_team else (sign(event.arrival, Role.MENTOR, "expect"),)
    return Decision(
        (Put(replace(report, feedback_due=event.day, due_known=today)), *signs),
        (told, confirmed(case.unit, event.number, event.arrival, who, done, again)),
    )


def _is_by_rule(case: Case, report: Report, config: Config) -> bool:
    """Whether the feedback is due when the rule says, and not on a day that was named: so long after the report, after
    its last version, or after it went to who is the mentor now."""
    came = (report.received, case.submissions(report.number)[-1].arrived)
    days = {feedback_day(moment, config.programme) for moment in came}
    known = report.due_known
    return report.feedback_due in days or (
        known is not None and (report.feedback_due - known).days == config.programme.feedback_days
    )


def _in_time(case: Case, event: DateNamed, report: Report) -> Decision:
    """A sign of life; the mentor hears that nobody has read what else they wrote."""
    signed, e = (sign(event.arrival, Role.MENTOR, "message"),), case.enrolment
    if not event.answered:
        return Decision(signed)
    done = (
        f"your feedback on {named(event.number)} is due by {written(report.feedback_due)}, so {e.practitioner.name}"
        f" isn't told to expect it by {written(event.day)}, and nobody has seen your mail"
    )
    undo = "send EXPECT with that date, or MESSAGE alone on the first line and below it what they are to read"
    return Decision(signed, (confirmed(case.unit, event.number, event.arrival, e.mentor.name, done, undo),))


def on_circumstances_decided(case: Case, event: CircumstancesDecided, config: Config) -> Decision:
    """The practitioner hears the team's word, the mentor in copy unless they mustn't know what it is about; the
    calendar follows it. What was told apart stays apart, however often it is decided. A word that takes an excuse back
    takes back all that was excused with it: of what one word said no half stands."""
    again = _excused_along(case, event)
    alone = any(is_alone(case, n) for n in (event.number, *event.also, *again))
    terms = replace(case.terms(event.number), held_since=None, excused=None, apart=alone, counts_from=None)
    verdict, waits = "declined", ""
    if event.accepted and event.until is not None:
        almanac = Almanac(config)
        begins = almanac.counts_from(case, event.number, almanac.day(event.arrival.arrived))
        terms, verdict = replace(terms, until=event.until, counts_from=begins), "accepted"
        waits = " and ".join(map(str, almanac.waits_for(case, event.number, event.until)))
    elif event.accepted:
        terms, verdict = replace(terms, excused=event.arrival.arrived), "excused"
    elif _was_of_leaving(case, event.number) or _was_in_confidence(case, event.number):
        verdict = "unchanged"
    e = case.enrolment
    told = Notice(
        name="tell_extension",
        key=f"extension/{case.unit}/{event.number}/{event.arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=(e.practitioner,),
        copy=() if alone else (e.mentor,),
        facts={
            **standing_facts(case),
            "number": event.number,
            "alone": alone,
            "verdict": verdict,
            "also": list(event.also),
            "owed_again": list(again),
            "until": event.until.isoformat() if event.until else "",
        },
        topic=f"Report {event.number}",
    )
    done = {
        "accepted": f"{e.practitioner.name} may send report {event.number} until "
        + (written(event.until) if event.until else ""),
        "excused": f"{e.practitioner.name} need not send {_named((event.number, *event.also))}",
        "declined": f"{e.practitioner.name} still owes report {event.number}, and the reminders go on",
        "unchanged": f"all stays as it is: {e.practitioner.name} owes report {event.number}, and the reminders go on",
    }[verdict]
    undo = "answer with ACCEPT UNTIL and a date, EXCUSE or DECLINE; the last word counts"
    if waits:
        done += f", and nobody is reminded of report {waits}, which falls due by then, before that day"
    if again:
        done += f", and owes {_named(again)} again, of which the excuse is taken back with it"
    if event.also:
        undo = (
            f"answer with UNDO, which takes all of it back; ACCEPT UNTIL and a date, or DECLINE, is of report"
            f" {event.number}, and takes the excuse of {_named(event.also)} back with it"
        )
    done += "; the practitioner alone is told" if alone else "; the practitioner and the mentor are told"
    team = confirmed(case.unit, event.number, event.arrival, "team", done, undo)
    others = (
        replace(case.terms(n), held_since=None, excused=event.arrival.arrived, apart=alone, counts_from=None)
        for n in event.also
    )
    owed = (replace(case.terms(n), excused=None, apart=alone) for n in again)
    return Decision((Put(terms), *map(Put, others), *map(Put, owed)), (told, team))


def _excused_along(case: Case, event: CircumstancesDecided) -> tuple[int, ...]:
    """The other reports that the team's word on this one excused with it, where it now says something else. A letter
    about one of these others decides of that one alone."""
    since = case.terms(event.number).excused
    if since is None or (event.accepted and event.until is None):
        return ()
    about = f"extension/{case.unit}/{event.number}/"
    if not any(key.startswith(about) and x.made >= since for key, x in case.letters.items()):
        return ()
    along = (t for t in case.all(Terms).values() if t.excused == since and t.number != event.number)
    return tuple(sorted(t.number for t in along if case.report(t.number) is None))


def _named(numbers: Iterable[int]) -> str:
    """These reports in words."""
    said = [f"report {n}" for n in sorted(numbers)]
    return " and ".join(x for x in (", ".join(said[:-1]), said[-1]) if x)


def _was_in_confidence(case: Case, number: int) -> bool:
    """Whether what holds the report is a word in confidence: who told no circumstances needn't hear of any."""
    told = any(x.key.startswith(f"exceptional/{case.unit}/{number}/") for x in case.letters.values())
    terms = case.terms(number)
    return terms.apart and terms.held_since is not None and not told


def _was_of_leaving(case: Case, number: int) -> bool:
    """Whether what holds the report is that somebody may leave: who stays after all claimed no circumstances, and the
    mentor, who has a copy, needn't hear what it was."""
    told = [x for x in case.letters.values() if x.key.startswith(f"exceptional/{case.unit}/{number}/")]
    last = max(told, key=lambda x: x.made, default=None)
    return last is not None and last.name == "report_leaving"


def on_escalation_ordered(case: Case, event: EscalationOrdered, _config: Config) -> Decision:
    """The last step of the ladder goes, in working hours, if the report is still missing then."""
    terms = replace(case.terms(event.number), escalate=event.arrival.arrived)
    done = (
        f"report {event.number} of {case.enrolment.practitioner.name} goes to the Improvement Programme Manager in"
        " working hours, behind the reminders of the ladder, if it is still missing then"
    )
    undo = "answer ACCEPT UNTIL with a date, or EXCUSE, before it leaves"
    return Decision((Put(terms),), (confirmed(case.unit, event.number, event.arrival, "team", done, undo),))


def on_contact_reported(case: Case, event: ContactReported, config: Config) -> Decision:
    """A talk by telephone or face to face counts as contact (guidance, section 6)."""
    noon = datetime.combine(event.day, time(12), config.programme.zone).astimezone(UTC)
    key = event.arrival.mail.identity
    spoke = Put(Contact(f"{key}/spoke", noon, event.role, "spoke"))
    if event.silent:  # what it stands beside is answered, and signs
        return Decision((spoke,))
    e = case.enrolment
    done = f"the talk of {e.practitioner.name} and {e.mentor.name} on {written(event.day)} is noted as contact"
    who = e.mentor.name if event.role is Role.MENTOR else e.practitioner.name
    undo = "nothing needs to be undone; write to the team if the day is wrong"
    return Decision(
        (spoke, sign(event.arrival, event.role, "command")),
        (confirmed(case.unit, event.number, event.arrival, who, done, undo),),
    )
