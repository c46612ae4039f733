"""What a practitioner owes and sends, and what comes back: reports, their versions, feedback, agreed terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

FORMER = "to a former mentor"  # why covering words aren't passed on: another was the mentor when they were written
ANOTHERS = "another's"  # why a joint report's covering words aren't passed on: they are another practitioner's
AMID = "amid the report"  # why a typed report goes on without some sentences: they tell a trouble of its writer's own
CHARTER = 100  # the number under which the project charter is kept beside the reports; a cohort has 60 at most


def named(number: int) -> str:
    """A report by its number, or the charter, as a letter names it within a sentence."""
    return "the project charter" if number == CHARTER else f"report {number}"


@dataclass(frozen=True, slots=True)
class Document:
    """A file that came with a message: where its encoded body lies in the raw bytes, and the decoded file's hash.

    `comments` counts a Word document's reviewer comments, `commenters` are their authors. One that lies `within` a
    container of this kind has that one's place. `harm` says why it isn't passed on, `state` what keeps it from being
    read, each as a sentence goes on behind the name; `inside` names what an archive holds. `wording` is the fingerprint
    of its words, where they can be had, `author` whom its program has noted as such.
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
    commenters: tuple[str, ...] = ()
    within: str = ""
    harm: str = ""
    state: str = ""
    macros: bool = False
    inside: tuple[str, ...] = ()
    wording: str = ""
    author: str = ""


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
    """One version of a report, as it arrived. `apart` says why its covering words are for the team alone, or ANOTHERS,
    FORMER or AMID; `links` lead to documents of it that lie in a cloud. `kept_from` is the manager's address where the
    practitioner has asked that the manager doesn't see it: then nor do they see the feedback."""

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
    apart: str = ""
    links: tuple[str, ...] = ()
    kept_from: str = ""

    @property
    def key(self) -> str:
        """Report number and version."""
        return f"{self.number}/{self.version}"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A mentor's answer to a report (guidance, sections 3 and 5). `kept_from` is the manager's address where they
    have no copy of it, since it says something of the practitioner's own life (understanding/persons/intimate.py)."""

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
    commenters: tuple[str, ...] = ()
    kept_from: str = ""

    @property
    def key(self) -> str:
        """Report number and which answer to it."""
        return f"{self.number}/{self.answer}"


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed about one report beside the rule (guidance, section 4).

    `until` is the day to which the team extended it; `held_since` the moment from which exceptional circumstances hold
    the ladder until the team decides; `escalate` the moment at which the team let the last step go. Of an `apart` hold
    the mentor mustn't hear. `counts_from` is the day from which the team's length of time counts while what it gave
    runs: “two weeks”, said again, aren't two more.
    """

    table: ClassVar[str] = "terms"
    number: int
    until: date | None = None
    excused: datetime | None = None
    held_since: datetime | None = None
    escalate: datetime | None = None
    apart: bool = False
    counts_from: date | None = None

    @property
    def key(self) -> str:
        """The report's number."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Unsent:
    """A practitioner has said that the report is attached, or a mentor that the `feedback` is, and nothing was: what
    follows soon counts from then on."""

    table: ClassVar[str] = "unsent"
    at: datetime
    number: int = 0  # of the report that they named; 0 where they named none
    feedback: bool = False

    @property
    def key(self) -> str:
        """One an enrolment of either: the last counts."""
        return "feedback" if self.feedback else "unsent"

    def may_be(self, number: int) -> bool:
        """Whether what was forgotten may be this report."""
        return self.number in (0, number)


@dataclass(frozen=True, slots=True)
class InQuestion:
    """A mail of which it has been asked what it is, and which may be these reports, or may say why they don't come:
    nobody is chased for them meanwhile. `key` is the mail's, `since` its arrival; of a `worded` one, which may say why,
    that of the first such mail that waits: there is one hold until it is known what they are. Of a `team`'s word, which
    is asked back, the ladder's hold begins with the due day, if that is later: before it there is no ladder to hold."""

    table: ClassVar[str] = "in_question"
    key: str
    numbers: tuple[int, ...]
    since: datetime
    worded: bool = False
    team: bool = False
