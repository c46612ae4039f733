"""Reads what a report came with, and looks at it: the report's documents, the one before, and the mentor's last word.

The archive is read and child processes are started; whatever can't be read is said in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from qibot.config import Config
from qibot.documents import content_of
from qibot.errors import QibotError
from qibot.message import parse
from qibot.model import AMID, CHARTER, FORMER, Case, Feedback, Submission, Writing
from qibot.notes.limits import limits_of, settings_for
from qibot.preread import Observation, Report, pre_read, report_of
from qibot.reading import Run, can_read, in_a_new_process, read_document, read_plain
from qibot.rules import retold, written_to
from qibot.understanding import without_troubles

DOCUMENTS = 3  # of a message: each may take the child's full time
Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Digest:
    """What the pre-read found, what couldn't be read, and whether anything was."""

    observations: tuple[Observation, ...] = ()
    faults: tuple[str, ...] = ()
    read: bool = False


def digest(case: Case, submission: Submission, read: Read, config: Config, run: Run = in_a_new_process) -> Digest:
    """The pre-read of one version of a report, whose documents `run` has read. Raises StoreFailed where the archive
    can't be read."""
    settings = settings_for(config.notes)
    writing, faults = _written(case, submission, read, config, run)
    if not writing.passages:
        return Digest(faults=faults)
    previous, feedback = None, ""
    if submission.number not in (1, CHARTER):
        previous = _previous(case, submission.number - 1, read, config, run)
        feedback = _feedback(case, submission.number - 1, read)
    report = report_of(writing, submission.number, settings, previous, feedback)
    return Digest(tuple(pre_read(report)), faults, read=True)


def _previous(case: Case, number: int, read: Read, config: Config, run: Run) -> Report | None:
    before = case.submissions(number)
    if not before:
        return None
    writing, _ = _written(case, before[-1], read, config, run)
    return report_of(writing, number, settings_for(config.notes)) if writing.passages else None


def _feedback(case: Case, number: int, read: Read) -> str:
    """The mentor's own words on the report before, of all their answers to it. What a former mentor has written to the
    practitioner is nothing to this one."""
    said, own = [], case.enrolment.mentor.addresses
    for feedback in case.all(Feedback).values():
        if feedback.number == number and feedback.archived and feedback.sender in own:
            try:
                said.append(parse(read(feedback.archived)).top)
            except QibotError:  # of one that can't be read any more nothing is said
                continue
    return "\n".join(said)


def _written(
    case: Case, submission: Submission, read: Read, config: Config, run: Run
) -> tuple[Writing, tuple[str, ...]]:
    """All that one version says: its documents, else the message's own words, where they are for this mentor."""
    raw = read(submission.archived)
    files = [d for d in submission.documents if not d.inline and can_read(d.name)][:DOCUMENTS]
    found = [read_document(d.name, content_of(d, raw), limits_of(config.notes), run) for d in files]
    names = [d.name for d in files]
    if not any(w.passages for w in found) and submission.apart in ("", FORMER, AMID):
        found.append(read_plain(_words(case, submission, raw)))
        names.append("")
    unknown = [d.name for d in submission.documents if not d.inline and not can_read(d.name)]
    faults = [w.fault for w in found if w.fault] + [f"{name} is of a kind that can't be read here." for name in unknown]
    return _together(found, names), tuple(faults)


def _words(case: Case, submission: Submission, raw: bytes) -> str:
    """The message's own words; of one that was written to a former mentor what is for whoever is the mentor."""
    mail, e = parse(raw), case.enrolment
    if written_to(case, submission, e.mentor):
        return without_troubles(mail.top) if submission.apart == AMID else mail.top
    return retold(mail, case, e.mentor, managed=e.manager is not None and e.manager.name == e.mentor.name)[0]


def _together(writings: Iterable[Writing], names: list[str]) -> Writing:
    """Several documents as one; each place says in which it is, where there are several."""
    with_words = [(w, name) for w, name in zip(writings, names, strict=True) if w.passages or w.charts or w.pictures]
    several = len(with_words) > 1
    passages = tuple(
        replace(p, place=f"{name}, {p.place}") if several and name else p for w, name in with_words for p in w.passages
    )
    return Writing(
        passages,
        tuple(r for w, _ in with_words for r in w.remarks),
        charts=sum(w.charts for w, _ in with_words),
        pictures=sum(w.pictures for w, _ in with_words),
        tables=sum(w.tables for w, _ in with_words),
        whole=all(w.whole for w, _ in with_words),
    )
