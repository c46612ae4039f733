"""What is kept of a message that came: its mark, a contact between a pair, a mentor's flag."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from qibot.model.people import Role


@dataclass(frozen=True, slots=True)
class Contact:
    """Something that passed between practitioner and mentor (guidance, section 6), and who it came from."""

    table: ClassVar[str] = "contacts"
    key: str
    at: datetime
    by: Role
    how: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A message that has been dealt with; `digest` tells a second message that merely bears the same id, `words` (a
    hash) one that says the same again. `by` is the part that its sender plays, empty where nobody's is known.
    `because` says, without any of its words, what it rests on that it was taken so; empty for a command. `apart`
    says why its words are for nobody but the team, or ANOTHERS, whatever it is taken for later. Of a mail that was
    moved `own` says where those of its documents begin that belong to it here: others may be another report, or
    somebody else's. `asks` says that it asks what a yes or a no answers.
    """

    table: ClassVar[str] = "seen"
    key: str
    digest: str
    arrived: datetime
    taken_for: str
    quarantined: bool = False
    words: str = ""
    archived: str = ""
    by: str = ""
    because: str = ""
    apart: str = ""
    own: tuple[int, ...] | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Learned:
    """A reading that somebody has corrected: the message's key, what it was taken for and why, and what it is."""

    table: ClassVar[str] = "learned"
    key: str
    at: datetime
    was: str
    because: str
    now: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A mentor's concern as it was raised: its kind in words, the report, and the address that it came from."""

    table: ClassVar[str] = "flags"
    key: str
    at: datetime
    kind: str
    number: int
    by: str
