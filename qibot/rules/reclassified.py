"""A message is filed anew as what its sender says that it was (programme.md, section 3).

It leaves no trace where it was: the report there is what its other versions make of it, or missing again. Where it
belongs it counts from its true arrival. Letters that wait are withdrawn; those that went out keep their records, and
answers to them are about what the message is now.
"""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac
from qibot.config import Config
from qibot.events import Arrival, Decision, MessageReceived, Notice, Reclassified, ReportReceived
from qibot.model import (
    FORMER,
    Case,
    Change,
    Drop,
    Feedback,
    Learned,
    Letter,
    LetterState,
    Put,
    Role,
    Seen,
    Skipped,
    Submission,
    apply,
)
from qibot.rules.message import on_message_received
from qibot.rules.report import on_report_received
from qibot.rules.versions import taken_out
from qibot.understanding import QUESTION_NUMBER, has_new_mentor, what


def on_reclassified(case: Case, event: Reclassified, config: Config) -> Decision:
    """The receipt says anew what it is taken for, and the mentor hears what the earlier mail was; nothing else is
    confirmed."""
    if event.original is None:
        raise ValueError("the message that is to be filed anew wasn't read")
    original = replace(_its_own(case, event, event.original), taken=event.arrival.taken or event.arrival.arrived)
    almanac = Almanac(config)
    out = [*_letters(case, event, original), *taken_out(case, event.was, event.archived, almanac)]
    left = apply(case, out)
    filed = _filed(left, event, original, config)
    after = apply(left, filed.changes)
    along = _feedback_along(case, after, event)
    seen = case.get(Seen, original.mail.identity) or _first_mark(event, original)
    marks = [
        Put(
            replace(
                seen, taken_for=_mark(event), apart=event.apart, own=tuple(d.start for d in original.mail.documents)
            )
        ),
        Put(Learned(seen.key, event.arrival.arrived, seen.taken_for, seen.because, _mark(event))),
    ]
    notices = tuple(_told(n, event, original, bool(along)) for n in filed.notices)
    return Decision((*out, *filed.changes, *along, *marks), notices)


def _its_own(case: Case, event: Reclassified, original: Arrival) -> Arrival:
    """The mail; of one that brought several reports, with the documents of the one that is moved alone. It is the
    practitioner's: of one that another has sent, nothing goes back to that one."""
    of_it = [s for s in case.submissions(event.was) if s.archived == event.archived]
    mail, sender = original.mail, original.mail.sender
    if of_it:
        own = {d.start for s in of_it for d in s.documents}
        documents, sender = tuple(d for d in mail.documents if d.start in own), of_it[0].sender
    else:
        others = {d.start for s in _others(case, event) for d in s.documents}
        seen = case.get(Seen, mail.identity)
        own = {d.start for d in mail.documents} if seen is None or seen.own is None else set(seen.own)
        documents = tuple(d for d in mail.documents if d.start in own - others)
        if event.apart and sender not in case.enrolment.practitioner.addresses:
            sender = event.arrival.mail.sender
    return replace(original, mail=replace(mail, documents=documents, sender=sender))


def _others(case: Case, event: Reclassified) -> list[Submission]:
    """What else the same mail brought."""
    sent = case.all(Submission).values()
    return [s for s in sent if s.archived == event.archived and s.number != event.was]


def _first_mark(event: Reclassified, original: Arrival) -> Seen:
    """The mark of a mail that has one elsewhere alone: another one's joint report, or beside what the team is asked."""
    mail, by = original.mail, str(Role.PRACTITIONER)
    return Seen(mail.identity, mail.digest, event.sent, what(event.was), archived=event.archived, by=by)


def _mark(event: Reclassified) -> str:
    return "message from the practitioner" if event.now == QUESTION_NUMBER else what(event.now)


def _filed(case: Case, event: Reclassified, original: Arrival, config: Config) -> Decision:
    if has_new_mentor(case, original.arrived):
        event = replace(event, apart=event.apart or FORMER)
    if event.now == QUESTION_NUMBER:
        asked = MessageReceived(original, case.unit, 0, Role.PRACTITIONER, asked=True, apart=event.apart)
        return on_message_received(case, asked, config)
    others = (event.was,) if event.was else ()
    return on_report_received(case, ReportReceived(original, case.unit, event.now, others, event.apart), config)


def _told(notice: Notice, event: Reclassified, original: Arrival, answered: bool) -> Notice:
    facts = {**notice.facts, "moved_from": what(event.was)} if notice.name == "forward_report" else notice.facts
    facts = {**facts, "alternatives": []} if notice.name == "receipt" else facts  # the sender has said which it is
    if answered and notice.name in ("forward_report", "receipt"):
        offers = [word for word in facts.get("offers", []) if word != "QUESTION"]
        facts = {**facts, "answered": True, "offers": offers}
    return replace(notice, facts=facts, cause=original.mail.identity)


def _feedback_along(case: Case, after: Case, event: Reclassified) -> list[Change]:
    """Feedback on a report of which no version is left is feedback on what its document is now."""
    given = [f for f in case.all(Feedback).values() if f.number == event.was]
    report, old = after.report(event.now), case.report(event.was)
    if not given or report is None or old is None or after.report(event.was) is not None:
        return []
    had = sum(1 for f in case.all(Feedback).values() if f.number == event.now)
    moved = [replace(f, number=event.now, answer=had + place) for place, f in enumerate(given, 1)]
    answered = min(t for t in (report.answered, old.answered) if t is not None)
    return [
        *(Drop(Feedback.table, f.key) for f in given),
        *(Put(f) for f in moved),
        Put(replace(report, answered=answered)),
    ]


def _letters(case: Case, event: Reclassified, original: Arrival) -> list[Change]:
    """The letters about the message as it was: withdrawn while they wait, else marked with what it is now."""
    keys = [f"forward/{case.unit}/{s.key}/" for s in case.submissions(event.was) if s.archived == event.archived]
    if len(case.submissions(event.was)) == 1:  # the feedback moves along
        keys.append(f"feedback/{case.unit}/{event.was}/")
    now = event.arrival.arrived
    about = tuple(f"{what}/{case.unit}/{s.key}" for s in _others(case, event) for what in ("receipt", "forward"))
    changes: list[Change] = []
    for letter in case.letters.values():
        if about and letter.key.startswith(about):
            continue
        of_it = letter.cause == original.mail.identity or any(letter.key.startswith(key) for key in keys)
        if of_it:
            changes += _moved(letter, event, f"{letter.key}@{now.isoformat()}")
    return changes


def _moved(letter: Letter, event: Reclassified, key: str) -> list[Change]:
    gone = letter.state in (LetterState.SENT, LetterState.FAILED) or bool(letter.outcomes)
    if gone or letter.name == "relay_feedback":
        return [Put(replace(letter, moved=event.now))]
    record = Skipped(key, event.arrival.arrived, "its message was filed anew before it could be delivered")
    return [Drop(Letter.table, letter.key), Put(record)]
