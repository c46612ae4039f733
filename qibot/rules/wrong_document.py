"""The letters about a wrong document, which is no report any more: the right one has letters of its own."""

from __future__ import annotations

from dataclasses import replace

from qibot.events import ToldAfterAll
from qibot.model import Case, Change, Drop, Letter, LetterState, Put, Skipped, Submission

_ABOUT = ("receipt", "forward_report", "forward_charter")


def without_wrong_document(case: Case, event: ToldAfterAll) -> list[Change]:
    """A receipt that waits is withdrawn; what has gone out speaks for no other document. What answers
    the practitioner's is about their report as before; what answers the others' is of a document that is none."""
    changes: list[Change] = []
    for s in (s for s in case.all(Submission).values() if s.archived == event.archived):
        for letter in (x for x in case.letters.values() if x.moved is None and _is_about(x, case.unit, s)):
            if letter.state in (LetterState.WAITING, LetterState.HELD) and not letter.outcomes:
                if letter.name == "receipt":
                    now = event.arrival.arrived
                    record = Skipped(f"{letter.key}@{now.isoformat()}", now, "its document was a wrong one")
                    changes += [Drop(Letter.table, letter.key), Put(record)]
                continue
            changes.append(Put(replace(letter, moved=s.number if letter.name == "receipt" else 0)))
    return changes


def _is_about(letter: Letter, unit: str, submission: Submission) -> bool:
    own = tuple(f"{what}/{unit}/{submission.key}" for what in ("receipt", "forward", "charter"))
    return letter.name in _ABOUT and any(letter.key == key or letter.key.startswith(f"{key}/") for key in own)
