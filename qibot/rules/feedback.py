"""A mentor has answered a report (guidance, sections 3 and 5), or lets the manager have that answer, too."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

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
from qibot.message import ReadersPart, only_in_page, part_for
from qibot.model import (
    Case,
    Contact,
    Drop,
    Feedback,
    Learned,
    Person,
    Put,
    Report,
    Role,
    Seen,
    Submission,
    Unsent,
    named,
)
from qibot.rules.confirm import answer as answered_with
from qibot.rules.confirm import confirmed, signed
from qibot.rules.halves import has_even_better, has_liked
from qibot.rules.readers import has_it, without_those_who_have_it
from qibot.rules.topics import of_report
from qibot.understanding import (
    answers_difficulty,
    answers_own_words,
    may_tell,
    names_person,
    not_for_manager,
    told_by_names,
)

_SECONDS_A_DAY = 86400
RELAY, NO_COPY = "relay_feedback", "tell_no_copy"


def on_feedback_received(case: Case, event: FeedbackReceived, config: Config) -> Decision:
    """It is logged and passed on."""
    return _received(case, event, _not_for_manager(case, event.arrival, event.number), _counted(case, event, config))


def _counted(case: Case, event: FeedbackReceived, config: Config) -> datetime:
    """When it counts as given: with the mail that had forgotten its document, if that was lately."""
    arrived, unsent = event.arrival.arrived, case.get(Unsent, "feedback")
    days = timedelta(days=config.programme.forgotten_days)
    soon = unsent is not None and unsent.may_be(event.number) and unsent.at <= arrived <= unsent.at + days
    return unsent.at if unsent is not None and soon and event.arrival.mail.sends else arrived


def _received(case: Case, event: FeedbackReceived, about: str, counted: datetime | None = None) -> Decision:
    """Log it with its turnaround, and pass the words and documents on, the organisational manager in copy but where it
    speaks of the practitioner's own life: then the mentor hears so, and how to let the manager have it, too."""
    mail, arrived = event.arrival.mail, counted or event.arrival.arrived
    report = case.all(Report)[str(event.number)]
    last = case.submissions(event.number)[-1]
    answer = 1 + sum(1 for f in case.all(Feedback).values() if f.number == event.number)
    manager = case.enrolment.manager
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
    contact = Contact(mail.identity, event.arrival.arrived, Role.MENTOR, "feedback")
    told = (_without_copy(case, event.arrival, feedback, about),) if about else ()
    come = (Drop(Unsent.table, "feedback"),) if case.get(Unsent, "feedback") else ()
    return Decision(
        (Put(answered), Put(feedback), Put(contact), *come), _relays(case, event.arrival, feedback, last) + told
    )


def on_feedback_after_all(case: Case, event: FeedbackAfterAll, _config: Config) -> Decision:
    """The earlier mail is the feedback, from when it came. Who has its words already doesn't get them again."""
    original = event.original
    if original is None:
        raise ValueError("the mail that was the feedback wasn't read")
    about = _not_for_manager(case, original, event.number) or _of_manager(case, original)
    done = _received(case, FeedbackReceived(original, case.unit, event.number), about)
    has = any(x.name == "relay_message" and x.cause == original.mail.identity for x in case.letters.values())
    manager = (case.enrolment.manager,) if case.enrolment.manager else ()
    kept = any(isinstance(c, Put) and isinstance(c.record, Feedback) and c.record.kept_from for c in done.changes)
    rest = () if kept else manager
    letters = [n for n in done.notices if not (has and n.name == RELAY)]
    if has:
        letters += [_to_manager_alone(case, n) for n in done.notices if n.name == RELAY and rest and rest[0] in _all(n)]
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
    letter = _to_manager(case, original, had, case.submissions(had.number)[-1])
    letter = replace(letter, key=free_key(case, f"{_key(case, had)}/copy"))
    said = f"{manager.name} gets your feedback on {named(had.number)} of {written(original.arrived.date())}, too"
    told = confirmed(case.unit, event.number, event.arrival, event.who, said, "write to the team")
    changes = (Put(had), *signed(case, event.arrival, Role.MENTOR))
    return Decision(changes, (replace(letter, cause=original.mail.identity), told))


def _not_for_manager(case: Case, arrival: Arrival, number: int) -> str:
    """What is the practitioner's alone in what the manager would get; empty where it is nothing, or nobody would get
    a copy."""
    manager, mail = case.enrolment.manager, arrival.mail
    if manager is None or has_it(manager, mail):
        return ""
    if case.is_unshown(number):
        return f"what {case.enrolment.practitioner.name} wrote for you and not for others"
    if answers_difficulty(arrival, case):
        return f"what {case.enrolment.practitioner.name} has told the team of"
    if answers_own_words(arrival, case):
        return f"what {case.enrolment.practitioner.name} wrote to you"
    part = part_for(mail, case, (manager,), strict=True)
    if not part.sure:
        return f"what {case.enrolment.practitioner.name} wrote to you alone, which it quotes"
    said = part.words if part.left_out else "\n".join((part.words, only_in_page(mail)))  # the copy has the page, too
    about = not_for_manager(said, manager, case.enrolment.practitioner)
    about = about or may_tell(case, number, said, arrival.arrived)
    return about or told_by_names(case, [d.name for d in mail.documents])


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


def _relays(case: Case, arrival: Arrival, feedback: Feedback, last: Submission) -> tuple[Notice, ...]:
    """The practitioner's letter, the manager in copy; a letter of the manager's own where what the mail quotes isn't
    theirs to read, or the practitioner has it already."""
    enrolment, mail = case.enrolment, arrival.mail
    to = without_those_who_have_it([enrolment.practitioner], mail)
    copy = () if feedback.kept_from else without_those_who_have_it([enrolment.manager], mail)
    theirs = part_for(mail, case, (enrolment.practitioner,))
    letter = replace(_letter(case, arrival, feedback, last, theirs), to=to)
    if not copy:
        return (letter,) if to else ()
    if to and part_for(mail, case, copy, strict=True) == theirs:
        return (replace(letter, copy=copy),)
    alone = _to_manager(case, arrival, feedback, last)
    return (letter, replace(alone, key=f"{letter.key}/manager")) if to else (replace(alone, key=letter.key),)


def _all(notice: Notice) -> tuple[Person, ...]:
    return (*notice.to, *notice.copy)


def _of_manager(case: Case, arrival: Arrival) -> str:
    """What was written to the practitioner alone and names the manager isn't the manager's unasked."""
    e = case.enrolment
    if e.manager is None or has_it(e.manager, arrival.mail):
        return ""
    return "their manager" if names_person(e.manager, arrival.mail.top, e.practitioner) else ""


def _to_manager(case: Case, arrival: Arrival, feedback: Feedback, last: Submission) -> Notice:
    manager = case.enrolment.manager
    readers = (manager,) if manager else ()
    letter = _letter(case, arrival, feedback, last, part_for(arrival.mail, case, readers, strict=True))
    return _to_manager_alone(case, letter)


def _to_manager_alone(case: Case, letter: Notice) -> Notice:
    manager = case.enrolment.manager
    facts = {**letter.facts, "reader": manager.name if manager else "", "alone": True}
    return replace(letter, to=(manager,) if manager else (), copy=(), facts=facts)


def _letter(case: Case, arrival: Arrival, feedback: Feedback, last: Submission, part: ReadersPart) -> Notice:
    """The feedback to nobody yet."""
    mail = arrival.mail
    topic = of_report(case, feedback.number, last.subject)
    return Notice(
        name=RELAY,
        key=free_key(case, _key(case, feedback)),
        unit=case.unit,
        number=feedback.number,
        to=(),
        facts={
            **standing_facts(case),
            **({"manager": ""} if feedback.kept_from else {}),
            "reader": case.enrolment.practitioner.name,
            "alone": False,
            "left_out": part.left_out,
            "number": feedback.number,
            "subject": topic,
            "documents": [d.name for d in mail.files],
        },
        answers=last.message_id,
        references=(last.message_id,) if last.message_id else (),
        topic=topic,
        speaker=case.enrolment.mentor.name,
        words=part.words,
        page=part.page,
        carries=arrival.archived,
        documents=mail.documents,
        replies=True,
    )
