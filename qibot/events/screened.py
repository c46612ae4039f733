"""What no person said to the programme, or nobody can be found for: ignored, unplaced, bounced, away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from qibot.events.arrival import Arrival
from qibot.events.concerns import SupportNeeded, ToldInConfidence
from qibot.events.reports import MessageReceived, ReportReceived, ReportsAskedAbout
from qibot.model import DESK, Missed


@dataclass(frozen=True, slots=True)
class MessageUnplaced:
    """A message that a person has to look at; `cause` completes the sentence “It is here because …”.

    `who` and `offered` are the name and the address of the person whose it likeliest is, where the sender is nobody's
    (or the paused enrolment that it is about);
    `write_to` is the address that it names for its sender's mail from now on. A `quiet` one answers a
    letter of the desk by itself: the team sees it in the folder, but gets no letter that would bring the next such
    answer. Its `effects` come first: what it is all the same, what it tells the team, and what is held
    meanwhile.
    """

    arrival: Arrival
    cause: str
    traceback: str = ""
    quiet: bool = False
    who: str = ""
    offered: str = ""
    write_to: str = ""
    effects: tuple[ReportReceived | MessageReceived | ReportsAskedAbout | SupportNeeded | ToldInConfidence, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageIgnored:
    """A message that nobody wrote for the programme to act on: our own, or an automatic one. Of the team's word that
    nothing is to be done `unit` and `number` say of what, 0 for whatever it was asked about."""

    arrival: Arrival
    kind: str
    unit: str = DESK
    number: int = 0


@dataclass(frozen=True, slots=True)
class Returned:
    """A recipient of a letter of ours to whom it couldn't be delivered, in the server's words. `permanent` says that
    the next letter would fare no better, `final` that this one has failed for good."""

    address: str
    permanent: bool
    said: str
    final: bool = True


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
