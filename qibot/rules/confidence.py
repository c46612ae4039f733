"""A word for the team alone (programme.md, 3a). Nothing of it is ever relayed."""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac, history, people, written
from qibot.config import Config
from qibot.events import Decision, Notice, ToldAfterAll, ToldInConfidence, office_of, standing_facts
from qibot.message import words_apart
from qibot.model import (
    FORMER,
    Case,
    Change,
    Drop,
    Feedback,
    Flag,
    Learned,
    Letter,
    LetterState,
    Put,
    Role,
    Seen,
    Skipped,
    Submission,
)
from qibot.rules.confirm import confirmed, sign
from qibot.rules.topics import with_subject
from qibot.rules.versions import taken_out
from qibot.rules.wrong_document import without_wrong_document

CONFIDENCE = "in confidence"
TAKEN_FOR = "a word for the team alone"
AFTER_ALL = "its writer says so"
_RELAYS = ("relay_feedback", "relay_message", "forward_report", "forward_charter")
ANYBODY = "write to the team"
_UNDO = {
    Role.PRACTITIONER: "and if it was for your mentor, send it again with QUESTION alone on the first line",
    Role.MENTOR: "and if it was your feedback, send it again as an answer to the mail that brought you the report",
}


def on_told_in_confidence(case: Case, event: ToldInConfidence, config: Config) -> Decision:
    """To the team alone, with its documents; the writer hears that nobody else has seen it, and how to send it on."""
    arrival, almanac = event.arrival, Almanac(config)
    practitioner, mentor = event.role is Role.PRACTITIONER, event.role is Role.MENTOR
    office = office_of(arrival.mail.sender, config) if event.role is Role.TEAM else ""
    who = event.former or office or _teller(case, event.role)
    told = Notice(
        name="report_in_confidence",
        key=f"confidence/{case.unit}/{arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=people(case, ["team"], config),
        facts={
            **standing_facts(case),
            "number": event.number,
            "teller": who,
            "of_manager": not practitioner and not mentor,
            "of_mentor": mentor,
            "former": bool(event.former),
            "of_office": bool(office),
            "gone": [],
            "history": history(case, almanac, almanac.day(arrival.arrived)),
            "documents": [d.name for d in arrival.mail.files],
            "passed": event.silent,
            "holds": 0,
            "heard": False,
            "held_until": "",
            "offered": [],
        },
        words=with_subject(case, arrival.mail, event.words.strip()),
        carries=arrival.archived,
        documents=arrival.mail.documents,
    )
    done = "your message is with the Community Planning team alone, and nobody else has seen it"
    undo = _UNDO.get(event.role, ANYBODY) if not event.former else ANYBODY
    flag = Flag(arrival.mail.identity, arrival.arrived, CONFIDENCE, event.number, arrival.mail.sender or "")
    if event.silent:
        return Decision((Put(flag),), (told,))
    own = (sign(arrival, event.role, "command"),) if (practitioner or mentor) and not event.former else ()
    return Decision((Put(flag), *own), (told, confirmed(case.unit, event.number, arrival, who, done, undo)))


def _teller(case: Case, role: Role) -> str:
    e = case.enrolment
    if role is Role.MENTOR:
        return e.mentor.name
    return e.practitioner.name if role is Role.PRACTITIONER or e.manager is None else e.manager.name


def on_told_after_all(case: Case, event: ToldAfterAll, config: Config) -> Decision:
    """The earlier mail is the team's alone from now on: what waits of it is withdrawn, and who has it is named."""
    original = event.original
    if original is None:
        raise ValueError("the mail that was for the team wasn't read")
    mark, now = original.mail.identity, event.arrival.arrived
    of_it = [x for x in case.letters.values() if x.cause == mark and x.name in _RELAYS]
    waiting = [x for x in of_it if x.state in (LetterState.WAITING, LetterState.HELD) and not x.outcomes]
    gone = sorted({_name_of(case, a) for x in of_it if x not in waiting for a in x.recipients})
    words = words_apart(original.mail, case).strip()
    told = ToldInConfidence(original, case.unit, event.number, event.role, words, AFTER_ALL)
    done = on_told_in_confidence(case, told, config)
    letter = next(n for n in done.notices if n.name == "report_in_confidence")
    changes: list[Change] = [c for c in done.changes if isinstance(c, Put) and isinstance(c.record, Flag)]
    changes += [c for x in waiting for c in _withdrawn(case, x, event)]
    changes += _of_reports(case, event, waiting, Almanac(config))
    changes += without_wrong_document(case, event) if event.wrong else []
    if (seen := case.get(Seen, mark)) is not None:
        changes += [
            Put(replace(seen, taken_for=TAKEN_FOR, apart=CONFIDENCE if event.wrong else seen.apart)),
            Put(Learned(mark, now, seen.taken_for, seen.because, TAKEN_FOR)),
        ]
    has_it = f"; {', '.join(gone)} had it already" if gone else ", and nobody else has seen it"
    said = f"your mail of {written(original.arrived.date())} is with the Community Planning team{has_it}"
    if event.wrong and any(x.archived == event.archived for x in case.all(Submission).values()):
        said += ". It no longer counts as your report: please send the right document"
    answer = confirmed(case.unit, event.number, event.arrival, event.who, said, "write to the team")
    letter = replace(letter, facts={**letter.facts, "gone": gone}, cause=mark)
    return Decision(tuple(changes), (letter, answer))


def _of_reports(case: Case, event: ToldAfterAll, waiting: list[Letter], almanac: Almanac) -> list[Change]:
    """A report that nobody has got is none, nor is a wrong document; of a report that its mentor has, the covering
    words go to no other."""
    changes: list[Change] = []
    withdrawn = [f"{x.key}/" for x in waiting]
    for s in (s for s in case.all(Submission).values() if s.archived == event.archived):
        if event.wrong or any(key.startswith(f"forward/{case.unit}/{s.key}/") for key in withdrawn):
            changes += taken_out(case, s.number, s.archived, almanac)
        else:
            changes.append(Put(replace(s, apart=CONFIDENCE if s.apart in ("", FORMER) else s.apart)))
    return changes


def _withdrawn(case: Case, letter: Letter, event: ToldAfterAll) -> list[Change]:
    """A letter that hasn't left; feedback that nobody has got is none, and its report waits again."""
    now = event.arrival.arrived
    record = Skipped(f"{letter.key}@{now.isoformat()}", now, "its mail was for the team alone")
    changes: list[Change] = [Drop(Letter.table, letter.key), Put(record)]
    if letter.name == "relay_feedback":
        given = [f for f in case.all(Feedback).values() if f.archived == event.archived]
        for feedback in given:
            report, others = case.report(feedback.number), _others(case, feedback)
            changes.append(Drop(Feedback.table, feedback.key))
            if report is not None:
                answered = min((f.arrived for f in others), default=None)
                changes.append(Put(replace(report, answered=answered)))
    return changes


def _others(case: Case, feedback: Feedback) -> list[Feedback]:
    return [f for f in case.all(Feedback).values() if f.number == feedback.number and f.key != feedback.key]


def _name_of(case: Case, address: str) -> str:
    e = case.enrolment
    known = [p for p in (e.practitioner, e.mentor, e.manager) if p and address in p.addresses]
    return known[0].name if known else address
