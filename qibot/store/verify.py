"""Whether all that is kept belongs together: records, letters and archived mail. Reads everything, changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from qibot.errors import StoreFailed
from qibot.model import (
    Case,
    Feedback,
    Letter,
    LetterState,
    Quarantined,
    Report,
    Seen,
    Submission,
)
from qibot.store.archive import Archive
from qibot.store.readable import readable
from qibot.store.store import Store


def letters_unaccounted(case: Case, archive: Archive, is_ours: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong with the letters of a unit: one that waits has its bytes, one that is settled an outcome for each
    reader, one that is held what it is to say; each bears an id that this folder's secret has signed."""
    for letter in case.letters.values():
        if fault := _fault_of(letter, archive):
            yield f"{case.unit}: the letter {letter.key} ({letter.state}) {fault}."
        elif letter.message_id and not is_ours(letter.message_id):
            yield f"{case.unit}: the letter {letter.key} wasn't signed by this folder's secret: put back the right one."


def _fault_of(letter: Letter, archive: Archive) -> str:
    if letter.state is LetterState.WAITING:
        try:
            raw = archive.spooled(letter.spooled)
        except StoreFailed:
            return "waits to be sent, but its bytes are gone from outbox/"
        return (
            "" if hashlib.sha256(raw).hexdigest() == letter.spooled else "waits to be sent, but its bytes are damaged"
        )
    if letter.state is LetterState.HELD:
        return "" if letter.notice else "is held, but nothing says what it is to say"
    return "has no outcome for a reader" if letter.unsettled else ""


def mail_unaccounted(case: Case, archive: Archive) -> Iterator[str]:
    """Which archived mail that a unit's records name is gone or damaged, and which records name what isn't there."""
    for name in sorted(_named(case)):
        try:
            raw = archive.read(name)
        except StoreFailed:
            yield f"{case.unit}: the message {name[:12]}… is gone from mail/: put it back from a backup."
            continue
        if hashlib.sha256(raw).hexdigest() != name:
            yield f"{case.unit}: the message {name[:12]}… in mail/ is damaged: put it back from a backup."
    for report in case.all(Report).values():
        if report.versions not in {s.version for s in case.submissions(report.number)}:
            yield f"{case.unit}: of report {report.number} no version {report.versions} is recorded."


def verify(store: Store, anew: Callable[[], Store], folder: Path, is_ours: Callable[[str], bool]) -> list[str]:
    """A sentence for each thing that is wrong, none where all is well. A fault of a unit is looked at once more with a
    store made `anew`: a running qibot may have gone on meanwhile."""
    archive = Archive(folder)
    cases, faults = readable(store)
    for case in cases:
        if list(_of_unit(case, archive, is_ours)):
            try:
                faults += _of_unit(anew().load(case.unit), archive, is_ours)
            except StoreFailed as e:
                faults.append(str(e))
    if any(case.letters for case in cases) and not (folder / "secret").exists():
        faults.append(f"{folder / 'secret'} is gone: put back the copy that belongs to these records.")
    return faults


def _of_unit(case: Case, archive: Archive, is_ours: Callable[[str], bool]) -> Iterator[str]:
    yield from letters_unaccounted(case, archive, is_ours)
    yield from mail_unaccounted(case, archive)


def unnamed(store: Store, folder: Path) -> int:
    """How many archived messages no record names: a crash's, or of a time that the desk has forgotten. No fault."""
    named = {name for case in readable(store)[0] for name in _named(case)}
    return sum(1 for path in (folder / "mail").glob("*/*.eml") if path.stem not in named)


def _named(case: Case) -> set[str]:
    """The archived messages that a unit's records name."""
    named = {s.archived for s in case.all(Seen).values()} | {s.archived for s in case.all(Submission).values()}
    named |= {f.archived for f in case.all(Feedback).values()} | {q.archived for q in case.all(Quarantined).values()}
    return named - {""}
