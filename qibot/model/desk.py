"""What belongs to nobody in particular and waits for a person: quarantine, addresses, absences, troubles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from qibot.model.people import Role

DESK = "desk"


ITEM, MENTOR, TALK = "quarantine:", "mentor:", "talk:"  # what a matter of the desk's may be about


def item_of(key: str) -> str:
    """The matter that a message in quarantine is; the colon tells it from a unit."""
    return f"{ITEM}{key}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mail may be, as its writer is asked: “feedback” on a report, a “message” in an enrolment, a “report”,
    “circumstances”, a “private” word about an enrolment, or a note to the “team”. `label` says it in the letter.
    Of several reports in one mail `shares` holds for each its number and the places of its documents among the files;
    `apart` says why the covering words of a report are for the team alone, `to` which one of the enrolment a message is
    for, where it isn't for those to whom its writer's go as a rule."""

    kind: str
    unit: str = ""
    number: int = 0
    label: str = ""
    shares: tuple[tuple[int, ...], ...] = ()
    apart: str = ""
    to: Role | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A message that waits for a person's word (desk).

    `released` is the address or the enrolment of the person as whose it is to be dealt with, `chosen` what its mentor
    said it is: such a one waits for the next round alone. `asked` is the writer who was asked, with the `choices` in
    the order of their numbers; `handed` says when the team was asked instead, since no answer came.
    `offered` is the address of whose it likeliest is, or the paused enrolment that it is about, `write_to` one that it
    names for its sender's mail from now on.
    Of a command whose sender has been asked whether it is theirs, `order` says what it would do. An `earlier` one is
    with the team already: its writer has been asked whether it goes on.
    """

    table: ClassVar[str] = "quarantine"
    key: str
    archived: str
    arrived: datetime
    sender: str
    subject: str
    size: int
    cause: str
    traceback: str = ""
    told: bool = False
    name: str = ""
    released: str = ""
    asked: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: Choice | None = None
    handed: datetime | None = None
    offered: str = ""
    write_to: str = ""
    order: str = ""
    earlier: bool = False

    @property
    def decided(self) -> bool:
        """Whether it waits for nobody any more, but only to be dealt with."""
        return bool(self.released or self.chosen)


@dataclass(frozen=True, slots=True)
class Alias:
    """An address that the team has said to be a person's, by an address of theirs that is listed (desk)."""

    table: ClassVar[str] = "aliases"
    key: str
    person: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """The bot's own trouble, while it lasts; the team is told when it begins and when it is over (desk)."""

    table: ClassVar[str] = "troubles"
    key: str
    since: datetime
    what: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the team has been told of and need not hear again (desk); the key is a letter's."""

    table: ClassVar[str] = "told"
    key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ending:
    """What qibot signs in with that ends some day ("certificate" or "secret"), and when (no record)."""

    what: str
    ends: datetime


@dataclass(frozen=True, slots=True)
class Missed:
    """A letter that came back: of which unit, its key, its notice's name and its subject."""

    unit: str
    key: str
    name: str
    subject: str


@dataclass(frozen=True, slots=True)
class Bounced:
    """An address at which mail failed (desk). A `permanent` one gets no letters until somebody mends it.

    `said` are the server's words, `missed` the letters that came back, `shared` whether others had such a letter, too.
    `times` are when the last ones failed for good, `again` says that the team has heard of several in a short time.
    """

    table: ClassVar[str] = "bounced"
    address: str
    since: datetime
    permanent: bool
    said: str
    missed: tuple[Missed, ...] = ()
    shared: bool = False
    told: bool = False
    times: tuple[datetime, ...] = ()
    again: bool = False

    @property
    def key(self) -> str:
        """The address, in lower case."""
        return self.address


@dataclass(frozen=True, slots=True)
class Mended:
    """When the team last said that an address is good again (desk): what came back before counts no more."""

    table: ClassVar[str] = "mended"
    address: str
    at: datetime

    @property
    def key(self) -> str:
        """The address, in lower case."""
        return self.address


@dataclass(frozen=True, slots=True)
class Away:
    """A mentor's absence as told (desk), first and last day; without a `last` one, nobody knows how long."""

    table: ClassVar[str] = "away"
    address: str
    first: date
    last: date | None
    noted: datetime
    by: str

    @property
    def key(self) -> str:
        """The address, in lower case."""
        return self.address


@dataclass(frozen=True, slots=True)
class Doubted:
    """A sender whom the mail server doesn't vouch for, whose mail was acted on all the same (desk)."""

    table: ClassVar[str] = "doubted"
    address: str
    arrived: datetime
    subject: str
    cause: str
    told: datetime | None = None

    @property
    def key(self) -> str:
        """The address."""
        return self.address
