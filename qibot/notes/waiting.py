"""For which reports the notes are still to be written. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from qibot.model import Case, Enrolment, LetterState, Status, Submission

NOTES = "mentor_notes"


def notes_key(unit: str, submission: Submission) -> str:
    """The key of the notes on one version of a report."""
    return f"notes/{unit}/{submission.key}"


def waiting_for_notes(case: Case, now: datetime, within: timedelta) -> Iterator[Submission]:
    """The versions whose forward has left within this time and that have no notes yet: the forward leaves first.

    Older ones are left alone, so that switching the notes on doesn't write about everything that ever came.
    """
    if not case.all(Enrolment) or case.enrolment.status is not Status.ACTIVE:
        return
    mentor = set(case.enrolment.mentor.addresses)
    for key, letter in list(case.letters.items()):
        gone = letter.name == "forward_report" and letter.state is LetterState.SENT and letter.moved is None
        if not gone or letter.settled is None or now - letter.settled > within or not mentor & set(letter.to):
            continue
        number, version, *_ = (*key.removeprefix(f"forward/{case.unit}/").split("/"), "", "")
        submission = case.get(Submission, f"{number}/{version}")
        if submission is not None and notes_key(case.unit, submission) not in case.letters:
            yield submission
