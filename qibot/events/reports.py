"""A report, feedback or talk has come, or is to be taken for something else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from qibot.events.arrival import Arrival
from qibot.model import Role


@dataclass(frozen=True, slots=True)
class ReportReceived:
    """A practitioner's report. `alternatives` are the other numbers that it could have been meant for.

    `apart` says what its covering words tell beside it that is for the team alone (a nature of CircumstancesReported,
    or “private”), or that they are ANOTHERS or FORMER: then the documents alone go to the mentor. Of a joint report
    `together` names the other practitioners, and the `effects`, in their enrolments, come first. Of several reports in
    one mail `along` numbers the others; the first has those `beside` it, which are logged with it in one commit. One
    that `asks` brings nothing: it asks whether the report has come, which is on record.
    """

    arrival: Arrival
    unit: str
    number: int
    alternatives: tuple[int, ...] = ()
    apart: str = ""
    together: tuple[str, ...] = ()
    effects: tuple[ReportReceived, ...] = ()
    along: tuple[int, ...] = ()
    beside: tuple[ReportReceived, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True)
class FeedbackReceived:
    """A mentor's answer to a report."""

    arrival: Arrival
    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class FeedbackAfterAll:
    """A mentor says that an earlier mail, which was taken for something else, was the feedback.

    That mail is kept as `archived` and came at `sent`; `original` is it, read again, `was` what it was taken for.
    """

    arrival: Arrival
    unit: str
    number: int
    who: str
    was: str
    archived: str
    sent: datetime
    original: Arrival | None = None


@dataclass(frozen=True, slots=True)
class CopyWanted:
    """A mentor says that the manager may have the `feedback`, too, of which they got no copy. Its mail is kept as
    `archived` and came at `sent`; `original` is it, read again."""

    arrival: Arrival
    unit: str
    number: int
    who: str
    feedback: str
    archived: str
    sent: datetime
    original: Arrival | None = None


@dataclass(frozen=True, slots=True)
class MessageReceived:
    """A question or an answer, for the others who belong to the matter; `asked`: a practitioner's fresh question.
    `apart` says why its words are not to be passed on with its documents, as in ReportReceived. `to` is whom of the
    enrolment it is for where it isn't for those whom this role's words go to as a rule (persons/spoken_to.py)."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    asked: bool = False
    apart: str = ""
    to: Role | None = None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Thanks, a receipt, a promise without a day: a sign of life, and nothing for anybody to read (3a)."""

    arrival: Arrival
    unit: str
    number: int
    role: Role


@dataclass(frozen=True, slots=True)
class DocumentForgotten:
    """A practitioner says that the report is attached, and nothing is. `said` is the report that they name, 0 where
    none: the calendar holds that one back, else the one that has been owed longest."""

    arrival: Arrival
    unit: str
    number: int
    said: int = 0


@dataclass(frozen=True, slots=True)
class ReportsAskedAbout:
    """A mail may be these reports, or may say why they don't come (`worded`): it has been asked what it is, so that
    nobody is chased for them."""

    arrival: Arrival
    unit: str
    numbers: tuple[int, ...]
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Reclassified:
    """A practitioner says what an earlier message was: `now` and `was` are a report's number, CHARTER, or 0 for a
    question; `number` is what it is about now.

    The message is the one that is kept as `archived` and came at `sent`; `original` is that message, read again.
    `apart` is what its covering words told beside the report, as in ReportReceived.
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
    apart: str = ""
