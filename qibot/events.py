"""What can have happened, in the past tense. Classification makes events, rules decide on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from qibot.mail import Mail
from qibot.model import Choice, Missed, Person, Role, Status


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message, when the mail server took it in, where its bytes are kept, and when qibot took it in.

    `doubt` says why its sender may be somebody else, where the configuration has such mail acted on all the same.
    """

    mail: Mail
    arrived: datetime
    archived: str
    taken: datetime | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ReportReceived:
    """A practitioner's report. `alternatives` are the other numbers that it could have been meant for."""

    arrival: Arrival
    unit: str
    number: int
    alternatives: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackReceived:
    """A mentor's answer to a report."""

    arrival: Arrival
    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class MessageReceived:
    """A question or an answer, for the others who belong to the matter; `asked`: a practitioner's fresh question."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    asked: bool = False


@dataclass(frozen=True, slots=True)
class DateNamed:
    """A mentor says by when to expect the feedback (guidance, section 4)."""

    arrival: Arrival
    unit: str
    number: int
    day: date


@dataclass(frozen=True, slots=True)
class CircumstancesReported:
    """A practitioner tells of exceptional circumstances; `number` is the report that they delay."""

    arrival: Arrival
    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class CircumstancesDecided:
    """The team accepts them until a day, excuses the report (`until` None), or declines them."""

    arrival: Arrival
    unit: str
    number: int
    accepted: bool
    until: date | None = None


@dataclass(frozen=True, slots=True)
class EscalationOrdered:
    """The team lets the ladder's last step go."""

    arrival: Arrival
    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class ContactReported:
    """Practitioner or mentor says that the two have spoken, on this day."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    day: date


@dataclass(frozen=True, slots=True)
class CommandUnclear:
    """A command that can't be carried out: `fault` says what is wrong, `instead` what would have worked.

    `who` is how the sender is addressed.
    """

    arrival: Arrival
    unit: str
    number: int
    role: Role
    fault: str
    instead: str
    who: str = "team"


@dataclass(frozen=True, slots=True)
class WhyAsked:
    """Somebody asks why they got the letter with this key."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    who: str
    letter: str


@dataclass(frozen=True, slots=True)
class UndoOrdered:
    """Somebody takes back their own last command in the matter."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    who: str


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Somebody asks which words they may use."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    who: str


@dataclass(frozen=True, slots=True)
class StopAsked:
    """Somebody wants no more letters; the team decides."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    who: str


@dataclass(frozen=True, slots=True)
class Reclassified:
    """A practitioner says what an earlier message was: `now` and `was` are a report's number, CHARTER, or 0 for a
    question; `number` is what it is about now.

    The message is the one that is kept as `archived` and came at `sent`; `original` is that message, read again.
    """

    arrival: Arrival
    unit: str
    number: int
    was: int
    now: int
    who: str
    archived: str
    sent: datetime
    original: Arrival | None = None


@dataclass(frozen=True, slots=True)
class MessageUnplaced:
    """A message that a person has to look at; `cause` completes the sentence “It is here because …”.

    A `quiet` one answers a letter of the desk by itself: the team sees it in the folder, but gets no letter that would
    bring the next such answer.
    """

    arrival: Arrival
    cause: str
    traceback: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class MessageIgnored:
    """A message that nobody wrote for the programme to act on: our own, or an automatic one."""

    arrival: Arrival
    kind: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A recipient of a letter of ours to whom it couldn't be delivered, for good or for now, in the server's words."""

    address: str
    permanent: bool
    said: str


@dataclass(frozen=True, slots=True)
class MailBounced:
    """A letter of ours came back from some of its recipients; `shared` if it had several."""

    arrival: Arrival
    letter: Missed
    made: datetime
    returned: tuple[Returned, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class AddressMended:
    """The team says that letters to an address will arrive again."""

    arrival: Arrival
    address: str


@dataclass(frozen=True, slots=True)
class AbsenceNoted:
    """A mentor is away from `first` to `last` (None: nobody knows how long); `by` says how that is known."""

    arrival: Arrival
    address: str
    first: date
    last: date | None
    by: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class SupportNeeded:
    """A mentor's private concern about a practitioner (guidance, section 7)."""

    arrival: Arrival
    unit: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class AimUnclear:
    """A mentor finds no clear aim, or none that the practitioner can influence (guidance, section 10)."""

    arrival: Arrival
    unit: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class CapacityEnded:
    """A mentor can't go on (guidance, section 7); what waits, and how much the others have, in plain values."""

    arrival: Arrival
    mentor: str
    address: str
    practitioners: tuple[Mapping[str, Any], ...]
    loads: tuple[Mapping[str, Any], ...]
    words: str


@dataclass(frozen=True, slots=True)
class MentorsAsked:
    """A mentor writes to other mentors (guidance, section 8), to all or in answer to one. `subject` is the talk's."""

    arrival: Arrival
    speaker: Person
    others: tuple[Person, ...]
    subject: str
    words: str
    answers: bool = False


@dataclass(frozen=True, slots=True)
class StandingChanged:
    """The team pauses, resumes or withdraws an enrolment."""

    arrival: Arrival
    unit: str
    number: int
    status: Status


@dataclass(frozen=True, slots=True)
class StatusAsked:
    """The team asks how things stand; a row an active enrolment, in plain values."""

    arrival: Arrival
    rows: tuple[Mapping[str, Any], ...]
    total: int


@dataclass(frozen=True, slots=True)
class MentorChanged:
    """One enrolment gets another mentor."""

    arrival: Arrival
    unit: str
    number: int
    mentor: Person
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Reassigned:
    """The team names another mentor for these practitioners; the effects, one an enrolment, come first."""

    arrival: Arrival
    mentor: str
    practitioners: tuple[str, ...]
    former: Person
    effects: tuple[MentorChanged, ...]


@dataclass(frozen=True, slots=True)
class QuarantineDecided:
    """The team says of messages in quarantine as whose they are to be dealt with, or that nothing is (`as_whom` empty).

    `as_whom` is a person's address, or the enrolment in which the sender is meant. `alias` is the unknown address that
    belongs to the person from now on, `person` a listed address of theirs.
    """

    arrival: Arrival
    keys: tuple[str, ...]
    as_whom: str = ""
    alias: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class WhichAsked:
    """A mentor's mail that may be about several things, or about nothing that is known: the mentor is asked."""

    arrival: Arrival
    choices: tuple[Choice, ...]
    labels: tuple[str, ...]
    who: str


@dataclass(frozen=True, slots=True)
class WhichChosen:
    """What the mail with this key is, in its mentor's (or the team's) words."""

    arrival: Arrival
    key: str
    choice: Choice
    who: str


Event = (
    ReportReceived
    | FeedbackReceived
    | MessageReceived
    | DateNamed
    | CircumstancesReported
    | CircumstancesDecided
    | EscalationOrdered
    | ContactReported
    | CommandUnclear
    | WhyAsked
    | UndoOrdered
    | HelpAsked
    | StopAsked
    | SupportNeeded
    | AimUnclear
    | CapacityEnded
    | MentorsAsked
    | StandingChanged
    | StatusAsked
    | MentorChanged
    | Reassigned
    | Reclassified
    | MailBounced
    | AddressMended
    | AbsenceNoted
    | MessageUnplaced
    | MessageIgnored
    | QuarantineDecided
    | WhichAsked
    | WhichChosen
)
