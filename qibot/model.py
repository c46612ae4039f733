"""The nouns: people, an enrolment and the records that one enrolment (or the desk) keeps.

A *unit* is what one commit changes and one file holds: an enrolment ("2026-27/jo.smith") or the *desk*, which keeps
what belongs to nobody. Its records stand in tables; a `Case` is a unit's records, read-only, as a decision sees them.
All datetimes are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar, get_args

DESK = "desk"
ITEM, MENTOR, TALK = "quarantine:", "mentor:", "talk:"  # what a matter of the desk's may be about
CHARTER = 100  # the number under which the project charter is kept beside the reports; a cohort has 60 at most


def named(number: int) -> str:
    """A report by its number, or the charter, as a letter names it within a sentence."""
    return "the project charter" if number == CHARTER else f"report {number}"


def item_of(key: str) -> str:
    """The matter that a message in quarantine is; the colon tells it from a unit."""
    return f"{ITEM}{key}"


class Status(StrEnum):
    """Where an enrolment stands; only an active one gets letters of the calendar."""

    ACTIVE = "active"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


class Role(StrEnum):
    """What a person is in one enrolment."""

    PRACTITIONER = "practitioner"
    MENTOR = "mentor"
    MANAGER = "manager"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Person:
    """A name and the addresses that mail from this person may come from; letters go to the first."""

    name: str
    addresses: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The address that letters go to."""
        return self.addresses[0]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that came with a message: where its encoded body lies in the raw bytes, and the decoded file's hash.

    `comments` counts a Word document's reviewer comments.
    """

    name: str
    content_type: str
    size: int
    sha256: str
    start: int
    end: int
    encoding: str
    inline: bool = False
    comments: int = 0


# --- records: each knows its table and its key there ---


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One practitioner in one cohort, with the people around them (guidance, sections 1 to 3)."""

    table: ClassVar[str] = "enrolment"
    cohort: str
    slug: str
    practitioner: Person
    mentor: Person
    manager: Person | None = None
    sponsor: Person | None = None
    organisation: str = ""
    project: str = ""
    status: Status = Status.ACTIVE
    mentor_capacity: int | None = None
    joined: date | None = None

    @property
    def key(self) -> str:
        """There is one a unit."""
        return "enrolment"

    @property
    def unit(self) -> str:
        """The name of the unit that this enrolment is."""
        return f"{self.cohort}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Report:
    """A report that has come in: when, and what is owed for it. What is not here is still owed.

    `feedback_due` is the mentor's day, by the rule or as the mentor named it; `due_known` the day on which it was set.
    """

    table: ClassVar[str] = "reports"
    number: int
    received: datetime
    late: bool
    versions: int
    feedback_due: date
    due_known: date | None = None
    answered: datetime | None = None

    @property
    def key(self) -> str:
        """The report's number."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Submission:
    """One version of a report, as it arrived."""

    table: ClassVar[str] = "submissions"
    number: int
    version: int
    arrived: datetime
    late: bool
    sender: str
    subject: str
    message_id: str
    archived: str
    documents: tuple[Document, ...] = ()
    cut: bool = False

    @property
    def key(self) -> str:
        """Report number and version."""
        return f"{self.number}/{self.version}"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A mentor's answer to a report (guidance, sections 3 and 5)."""

    table: ClassVar[str] = "feedback"
    number: int
    answer: int
    arrived: datetime
    sender: str
    message_id: str
    archived: str
    turnaround_days: float
    liked: bool
    even_better: bool
    comments: int
    documents: tuple[Document, ...] = ()

    @property
    def key(self) -> str:
        """Report number and which answer to it."""
        return f"{self.number}/{self.answer}"


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed about one report beside the rule (guidance, section 4).

    `until` is the day to which the team extended it; `held_since` the moment from which exceptional circumstances hold
    the ladder until the team decides; `escalate` the moment at which the team let the last step go.
    """

    table: ClassVar[str] = "terms"
    number: int
    until: date | None = None
    excused: datetime | None = None
    held_since: datetime | None = None
    escalate: datetime | None = None

    @property
    def key(self) -> str:
        """The report's number."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Contact:
    """Something that passed between practitioner and mentor (guidance, section 6), and who it came from."""

    table: ClassVar[str] = "contacts"
    key: str
    at: datetime
    by: Role
    how: str


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
    that it numbers, in their order, `wording` a fingerprint of its words (quoted.py). One whose message was filed anew
    since is `moved`: answers to it are about that number (0: a question), and it speaks for no other message.
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
    about: tuple[str, ...] = ()
    moved: int | None = None

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
class Seen:
    """A message that has been dealt with; `digest` tells a second message that merely bears the same id, `words` (a
    hash) one that says the same again. `by` is the part that its sender plays, empty where nobody's is known.
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


@dataclass(frozen=True, slots=True)
class Flag:
    """A mentor's concern as it was raised: its kind in words, the report, and the address that it came from."""

    table: ClassVar[str] = "flags"
    key: str
    at: datetime
    kind: str
    number: int
    by: str


@dataclass(frozen=True, slots=True)
class Undoable:
    """What a command changed, so that UNDO can take it back while things still stand as it left them.

    `before` and `after` are the records that it changed, plain, with their tables (None: there was or is none);
    `letters` the keys of what it told others.
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


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mentor's mail may be: “feedback” on a report, a “message” in an enrolment, or something for the “team”."""

    kind: str
    unit: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A message that waits for a person's word (desk).

    `released` is the address or the enrolment of the person as whose it is to be dealt with, `chosen` what its mentor
    said it is: such a one waits for the next round alone. `asked` is the mentor who was asked, with the `choices` in
    the order of their numbers.
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
    """

    table: ClassVar[str] = "bounced"
    address: str
    since: datetime
    permanent: bool
    said: str
    missed: tuple[Missed, ...] = ()
    shared: bool = False
    told: bool = False

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


Record = (
    Enrolment
    | Report
    | Submission
    | Feedback
    | Terms
    | Contact
    | Skipped
    | Letter
    | Seen
    | Flag
    | Undoable
    | Quarantined
    | Trouble
    | Told
    | Bounced
    | Mended
    | Away
    | Doubted
    | Alias
)
_KINDS: tuple[type[Record], ...] = get_args(Record)
RECORDS: Mapping[str, type[Record]] = MappingProxyType({kind.table: kind for kind in _KINDS})
R = TypeVar("R", bound=Record)


# --- a case and its changes ---


@dataclass(frozen=True, slots=True)
class Put:
    """Write this record in place of the one with its key, if there is one."""

    record: Record


@dataclass(frozen=True, slots=True)
class Drop:
    """Remove the record with this key."""

    table: str
    key: str


Change = Put | Drop
_NOTHING: Mapping[str, Record] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Case:
    """All records of one unit, as a decision sees them."""

    unit: str
    tables: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)

    def all(self, kind: type[R]) -> Mapping[str, R]:
        """The records of one kind by key, in the order in which they came."""
        return self.tables.get(kind.table, _NOTHING)  # type: ignore[return-value]

    def get(self, kind: type[R], key: str | int) -> R | None:
        """One record, or None."""
        return self.all(kind).get(str(key))

    @property
    def enrolment(self) -> Enrolment:
        """The enrolment that this case is about; KeyError for the desk."""
        return self.all(Enrolment)["enrolment"]

    @property
    def letters(self) -> Mapping[str, Letter]:
        """Every letter of this unit, by its key."""
        return self.all(Letter)

    def report(self, number: int) -> Report | None:
        """The report with this number if it has come in."""
        return self.get(Report, number)

    def terms(self, number: int) -> Terms:
        """What was agreed about a report; nothing, where nothing was."""
        return self.all(Terms).get(str(number)) or Terms(number)

    def submissions(self, number: int) -> list[Submission]:
        """Every version of a report, the first first."""
        return [s for s in self.all(Submission).values() if s.number == number]

    def pending(self) -> list[Report]:
        """Reports that wait for the mentor's first answer, the earliest number first."""
        return sorted((r for r in self.all(Report).values() if r.answered is None), key=lambda r: r.number)


def apply(case: Case, changes: Iterable[Change]) -> Case:
    """The case after the changes; the given one stays as it is."""
    tables = dict(case.tables)
    touched: dict[str, dict[str, Record]] = {}
    for change in changes:
        name = change.record.table if isinstance(change, Put) else change.table
        if name not in touched:
            touched[name] = dict(tables.get(name, {}))
            tables[name] = touched[name]
        if isinstance(change, Put):
            touched[name][change.record.key] = change.record
        else:
            touched[name].pop(change.key, None)
    return Case(case.unit, tables)
