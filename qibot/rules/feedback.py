"""A mentor has answered a report (guidance, sections 3 and 5)."""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import written
from qibot.config import Config
from qibot.events import Decision, FeedbackAfterAll, FeedbackReceived, Notice, free_key, standing_facts
from qibot.message import told_apart
from qibot.model import Case, Contact, Feedback, Learned, Put, Report, Role, Seen, Submission, named
from qibot.rules.confirm import confirmed
from qibot.rules.halves import has_even_better, has_liked
from qibot.rules.readers import without_those_who_have_it
from qibot.rules.topics import of_report

_SECONDS_A_DAY = 86400


def on_feedback_received(case: Case, event: FeedbackReceived, _config: Config) -> Decision:
    """Log it with its turnaround, and pass the words and documents on, the organisational manager in copy."""
    mail, arrived = event.arrival.mail, event.arrival.arrived
    report = case.all(Report)[str(event.number)]
    last = case.submissions(event.number)[-1]
    answer = 1 + sum(1 for f in case.all(Feedback).values() if f.number == event.number)
    feedback = Feedback(
        number=event.number,
        answer=answer,
        arrived=arrived,
        sender=mail.sender or "",
        message_id=mail.message_id,
        archived=event.arrival.archived,
        turnaround_days=round((arrived - last.arrived).total_seconds() / _SECONDS_A_DAY, 2),
        liked=has_liked(mail.top),
        even_better=has_even_better(mail.top),
        comments=sum(d.comments for d in mail.files),
        commenters=tuple(sorted({name for d in mail.files for name in d.commenters})),
        documents=mail.documents,
    )
    answered = replace(report, answered=report.answered or arrived)
    contact = Contact(mail.identity, arrived, Role.MENTOR, "feedback")
    letter = _relay(case, event, feedback, last)
    return Decision((Put(answered), Put(feedback), Put(contact)), (letter,) if letter.to else ())


def on_feedback_after_all(case: Case, event: FeedbackAfterAll, config: Config) -> Decision:
    """The earlier mail is the feedback, from when it came. Who has its words already doesn't get them again."""
    original = event.original
    if original is None:
        raise ValueError("the mail that was the feedback wasn't read")
    done = on_feedback_received(case, FeedbackReceived(original, case.unit, event.number), config)
    has = any(x.name == "relay_message" and x.cause == original.mail.identity for x in case.letters.values())
    manager = (case.enrolment.manager,) if case.enrolment.manager else ()
    letters = tuple(replace(n, to=manager, copy=()) if has else n for n in done.notices)
    seen = case.get(Seen, original.mail.identity)
    now = f"feedback on {named(event.number)}"
    marks: tuple[Put, ...] = ()
    if seen is not None:
        told = Learned(seen.key, event.arrival.arrived, seen.taken_for, seen.because, now)
        marks = (Put(replace(seen, taken_for=now)), Put(told))
    said = f"your mail of {written(original.arrived.date())} counts as your {now}"
    answer = confirmed(case.unit, event.number, event.arrival, event.who, said, "write to the team")
    return Decision((*done.changes, *marks), (*(n for n in letters if n.to), answer))


def _relay(case: Case, event: FeedbackReceived, feedback: Feedback, last: Submission) -> Notice:
    enrolment, mail = case.enrolment, event.arrival.mail
    said, page = told_apart(mail, case)
    to = without_those_who_have_it([enrolment.practitioner], mail)
    copy = without_those_who_have_it([enrolment.manager], mail)
    to, copy = (to, copy) if to else (copy, ())
    topic = of_report(case, event.number, last.subject)
    return Notice(
        name="relay_feedback",
        key=free_key(case, f"feedback/{case.unit}/{feedback.key}"),
        unit=case.unit,
        number=event.number,
        to=to,
        copy=copy,
        facts={
            **standing_facts(case),
            "number": event.number,
            "subject": topic,
            "documents": [d.name for d in mail.files],
        },
        answers=last.message_id,
        references=(last.message_id,) if last.message_id else (),
        topic=topic,
        speaker=enrolment.mentor.name,
        words=said,
        page=page,
        carries=event.arrival.archived,
        documents=mail.documents,
        replies=True,
    )
