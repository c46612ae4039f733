"""What letters are called that somebody reads along who never got the mail with its sender's own subject.

A subject may say what is kept from them (“Report 1, off sick since Monday”): then the letter is called by a topic of
ours. One that says no more than which report it is stays, so that mail programs go on with its thread.
"""

from __future__ import annotations

from qibot.events import bare_topic, topic_of
from qibot.message import Mail, has_had
from qibot.model import DESK, Case, Person, named
from qibot.understanding import names_only_a_report


def of_report(case: Case, number: int, subject: str) -> str:
    """What a letter about a report is called; `subject` is the mail's that brought it."""
    said = topic_of(subject)
    if said and names_only_a_report(said, _people(case)):
        return said
    return f"{named(number).capitalize()} from {case.enrolment.practitioner.name}"


def is_known(case: Case, subject: str, readers: tuple[Person, ...]) -> bool:
    """Whether an answer's subject is that of letters which each of these has got, or of their own mail: any other is
    known to its writer alone."""
    topic = bare_topic(subject)
    letters = [x for x in case.letters.values() if topic and bare_topic(x.subject) == topic]
    return bool(letters) and all(any(has_had(x, one, case) for x in letters) for one in readers)


def with_subject(case: Case, mail: Mail, words: str) -> str:
    """What the team is told of a mail: its words below its subject, where that is its own and says something."""
    subject, topic = mail.subject.strip(), bare_topic(mail.subject)
    if not words.strip():
        return subject  # all of it may stand there
    ours = any(bare_topic(x.subject) == topic for x in case.letters.values())
    if not topic or ours or names_only_a_report(topic, _people(case)):
        return words
    return f"Subject: {subject}\n\n{words}"


def _people(case: Case) -> list[Person]:
    if case.unit == DESK:
        return []
    e = case.enrolment
    return [p for p in (e.practitioner, e.mentor, e.manager) if p]
