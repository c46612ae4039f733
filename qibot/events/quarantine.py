"""A message that waited has been decided on; or a mentor is asked, and says, which report was meant."""

from __future__ import annotations

from dataclasses import dataclass

from qibot.events.arrival import Arrival
from qibot.events.concerns import ToldInConfidence
from qibot.events.reports import ReportsAskedAbout
from qibot.model import Choice, Role


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
    """A mail that may be about several things, or for several people: its writer is asked, and nobody sees it.

    `role` is what its writer is; `doubt` says whether it can't be told for whom it is, rather than about what,
    `documents` that it brings several reports, and can't be told which document is which. The `effects` come first:
    nobody is chased for what the mail may bring, and what it tells the team alone is told. Where it only says so of an
    `earlier` mail, kept there in the archive, that one's words are what is asked about.
    """

    arrival: Arrival
    choices: tuple[Choice, ...]
    labels: tuple[str, ...]
    who: str
    role: Role = Role.MENTOR
    doubt: bool = False
    documents: bool = False
    effects: tuple[ReportsAskedAbout | ToldInConfidence, ...] = ()
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class WhichChosen:
    """What the mail with this key is, in its mentor's (or the team's) words. Where the reply has `words` of its own,
    both are the team's: they may be about the mail; so is a mail of which the choice is `outdated`, and why.
    `writer` is the part of who says so, where they were asked, or the team."""

    arrival: Arrival
    key: str
    choice: Choice
    who: str
    words: bool = False
    outdated: str = ""
    writer: Role = Role.MENTOR
