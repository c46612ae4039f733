"""A mentor has answered a report (guidance, sections 3 and 5), or lets the manager have that answer, too."""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import written
from qibot.config import Config
from qibot.events import (
    Arrival,
    CopyWanted,
    Decision,
    FeedbackAfterAll,
    FeedbackReceived,
    Notice,
    free_key,
    standing_facts,
)
from qibot.message import only_in_page, told_apart
from qibot.model import Case, Contact, Feedback, Learned, Put, Report, Role, Seen, Submission, named
from qibot.rules.confirm import answer as answered_with
from qibot.rules.confirm import confirmed, signed
from qibot.rules.halves import has_even_better, has_liked
from qibot.rules.readers import has_it, without_those_who_have_it
from qibot.rules.topics import of_report
from qibot.understanding import answers_difficulty, not_for_manager

_SECONDS_A_DAY = 86400
RELAY, NO_COPY = "relay_feedback", "tell_no_copy"


def on_feedback_received(case: Case, event: FeedbackReceived, _config: Config) -> Decision:
    """Log it with its turnaround, and pass the words and documents on, the organisational manager in copy but where it
    speaks of the practitioner's own life: then the mentor hears so, and how to let the manager have it, too."""
    mail, arrived = event.arrival.mail, event.arrival.arrived
    report = case.all(Report)[str(event.number)]
    last = case.submissions(event.number)[-1]
    answer = 1 + sum(1 for f in case.all(Feedback).values() if f.number == event.number)
    manager, about = case.enrolment.manager, _not_for_manager(case, event.arrival)
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
        kept_from=manager.address if manager is not None and about else "",
    )
    answered = replace(report, answered=report.answered or arrived)
    contact = Contact(mail.identity, arrived, Role.MENTOR, "feedback")
    letter = _relay(case, event.arrival, feedback, last)
    told = (_without_copy(case, event.arrival, feedback, about),) if about else ()
    return Decision((Put(answered), Put(feedback), Put(contact)), ((letter,) if letter.to else ()) + told)


def on_feedback_after_all(case: Case, event: FeedbackAfterAll, config: Config) -> Decision:
    """The earlier mail is the feedback, from when it came. Who has its words already doesn't get them again."""
    original = event.original
    if original is None:
        raise ValueError("the mail that was the feedback wasn't read")
    done = on_feedback_received(case, FeedbackReceived(original, case.unit, event.number), config)
    has = any(x.name == "relay_message" and x.cause == original.mail.identity for x in case.letters.values())
    manager = (case.enrolment.manager,) if case.enrolment.manager else ()
    kept = any(isinstance(c, Put) and isinstance(c.record, Feedback) and c.record.kept_from for c in done.changes)
    rest = () if kept else manager
    letters = tuple(replace(n, to=rest, copy=()) if has and n.name == RELAY else n for n in done.notices)
    seen = case.get(Seen, original.mail.identity)
    now = f"feedback on {named(event.number)}"
    marks: tuple[Put, ...] = ()
    if seen is not None:
        told = Learned(seen.key, event.arrival.arrived, seen.taken_for, seen.because, now)
        marks = (Put(replace(seen, taken_for=now)), Put(told))
    said = f"your mail of {written(original.arrived.date())} counts as your {now}"
    answer = confirmed(case.unit, event.number, event.arrival, event.who, said, "write to the team")
    return Decision((*done.changes, *marks), (*(n for n in letters if n.to), answer))


def on_copy_wanted(case: Case, event: CopyWanted, _config: Config) -> Decision:
    """The manager gets the feedback as they would have got it at once."""
    feedback, manager, original = case.all(Feedback)[event.feedback], case.enrolment.manager, event.original
    if original is None or manager is None:
        raise ValueError("the mail that was the feedback wasn't read, or there is nobody to have it")
    had = replace(feedback, kept_from="")
    letter = _relay(case, original, had, case.submissions(had.number)[-1])
    letter = replace(letter, key=free_key(case, f"{_key(case, had)}/copy"), to=(manager,), copy=())
    said = f"{manager.name} gets your feedback on {named(had.number)} of {written(original.arrived.date())}, too"
    told = confirmed(case.unit, event.number, event.arrival, event.who, said, "write to the team")
    changes = (Put(had), *signed(case, event.arrival, Role.MENTOR))
    return Decision(changes, (replace(letter, cause=original.mail.identity), told))


def _not_for_manager(case: Case, arrival: Arrival) -> str:
    """What the words say that is the practitioner's alone; empty where it is nothing, or nobody would get a copy."""
    manager, mail = case.enrolment.manager, arrival.mail
    if manager is None or has_it(manager, mail):
        return ""
    if answers_difficulty(arrival, case):
        return f"what {case.enrolment.practitioner.name} has told the team of"
    said = "\n".join((told_apart(mail, case)[0], only_in_page(mail)))  # the copy has the page, too
    return not_for_manager(said, manager, case.enrolment.practitioner)


def _without_copy(case: Case, arrival: Arrival, feedback: Feedback, about: str) -> Notice:
    """To the mentor: the manager has no copy, and one click gives them one."""
    mentor = case.enrolment.mentor
    facts = {
        **standing_facts(case),
        "number": feedback.number,
        "subject": arrival.mail.subject.partition("[")[0].strip(),
        "about": about,
        "order": f"COPY {feedback.answer}",
    }
    letter = answered_with(NO_COPY, case.unit, feedback.number, arrival, mentor.name, facts)
    return replace(letter, to=(mentor,), reason=f"it says something of {about}", cause=arrival.mail.identity)


def _key(case: Case, feedback: Feedback) -> str:
    return f"feedback/{case.unit}/{feedback.key}"


def _relay(case: Case, arrival: Arrival, feedback: Feedback, last: Submission) -> Notice:
    enrolment, mail = case.enrolment, arrival.mail
    said, page = told_apart(mail, case)
    to = without_those_who_have_it([enrolment.practitioner], mail)
    copy = () if feedback.kept_from else without_those_who_have_it([enrolment.manager], mail)
    to, copy = (to, copy) if to else (copy, ())
    topic = of_report(case, feedback.number, last.subject)
    return Notice(
        name=RELAY,
        key=free_key(case, _key(case, feedback)),
        unit=case.unit,
        number=feedback.number,
        to=to,
        copy=copy,
        facts={
            **standing_facts(case),
            **({"manager": ""} if feedback.kept_from else {}),
            "number": feedback.number,
            "subject": topic,
            "documents": [d.name for d in mail.files],
        },
        answers=last.message_id,
        references=(last.message_id,) if last.message_id else (),
        topic=topic,
        speaker=enrolment.mentor.name,
        words=said,
        page=page,
        carries=arrival.archived,
        documents=mail.documents,
        replies=True,
    )
