"""A letter of ours and what became of it; what was skipped, and what can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from qibot.model.people import Role

# Stands in the mentor notes, and tells them wherever they are quoted (understanding/mentors/of_the_notes.py) or saved
# as a document (documents/saved_notes.py).
NOTES_MARK = "These notes are for you alone; an answer to them goes to the Community Planning team and to nobody else."


@dataclass(frozen=True, slots=True)
class Skipped:
    """A step of the calendar whose time passed without its letter, and why; the key is the letter's."""

    table: ClassVar[str] = "skipped"
    key: str
    at: datetime
    reason: str


class LetterState(StrEnum):
    """A letter's life: held (can't be rendered) -> waiting -> sent or failed (nobody left to try)."""

    HELD = "held"
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is owed to somebody or has gone. Its key makes its Message-ID, so a repeat is the same letter.

    A `timed` one was called for by the calendar: it leaves in working hours alone, and only while it is still due.
    `rule`, `reason` and `cause` (the identity of a message) say why it was written. `about` are the keys of the things
    that it numbers, in their order, `wording` and `order` fingerprints of its words (fingerprint.py). One whose message
    was filed anew since is `moved`: answers to it are about that number (0: a question), and it speaks for no other
    message.
    To those who are `marked` it went with a return path of their own: a bounce about them comes to that or from nobody.
    `parts` says what its readers were in the enrolment when it was written, by their addresses. Where a timed one isn't
    for all those for whom the calendar `wanted` it (letters/circle.py), these are kept: it still stands for them.
    `asked` is the day until which the mail that it shows asks for time.
    """

    table: ClassVar[str] = "letters"
    key: str
    name: str
    to: tuple[str, ...]
    copy: tuple[str, ...]
    made: datetime
    state: LetterState
    message_id: str = ""
    subject: str = ""
    spooled: str = ""
    size: int = 0
    next_try: datetime | None = None
    tries: int = 0
    first_try: datetime | None = None
    settled: datetime | None = None
    outcomes: Mapping[str, str] = field(default_factory=dict)
    notice: Mapping[str, Any] | None = None
    fault: str = ""
    timed: bool = False
    rule: str = ""
    reason: str = ""
    cause: str = ""
    wording: str = ""
    order: str = ""
    about: tuple[str, ...] = ()
    moved: int | None = None
    marked: tuple[str, ...] = ()
    parts: Mapping[str, tuple[Role, ...]] = field(default_factory=dict)
    wanted: tuple[str, ...] = ()
    asked: date | None = None

    @property
    def recipients(self) -> tuple[str, ...]:
        """The envelope's recipients, each once."""
        return tuple(dict.fromkeys((*self.to, *self.copy)))

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Recipients whom no server has taken or refused for good."""
        return tuple(r for r in self.recipients if r not in self.outcomes)

    @property
    def refused(self) -> dict[str, str]:
        """Recipients who will not get this letter, with the server's words."""
        return {r: said for r, said in self.outcomes.items() if not said.startswith("2")}


@dataclass(frozen=True, slots=True)
class Undoable:
    """What a command changed, so that UNDO can take it back while things still stand as it left them.

    `key` is the mail's identity; of what the same mail changed beside its own matter `key_beside`. `before` and `after`
    are the records that it changed, plain, with their tables (None: there was or is none); `letters` the keys of what
    it told others.
    """

    table: ClassVar[str] = "undoable"
    key: str
    at: datetime
    by: str
    number: int
    done: str
    before: tuple[Mapping[str, Any], ...]
    after: tuple[Mapping[str, Any], ...]
    letters: tuple[str, ...] = ()

    def is_of(self, identity: str) -> bool:
        """Whether this mail changed it."""
        return self.key == identity or self.key == key_beside(identity, self.number)


def key_beside(identity: str, number: int) -> str:
    """The key of what a mail changed beside its own matter."""
    return f"{identity}/{number}"
