"""What can have happened, in the past tense. Classification makes events, rules decide on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from qibot.mail import Mail
from qibot.model import Role


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message, when the mail server took it in, and where its bytes are kept."""

    mail: Mail
    arrived: datetime
    archived: str


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
    """A question or an answer, for the others who belong to the matter."""

    arrival: Arrival
    unit: str
    number: int
    role: Role


@dataclass(frozen=True, slots=True)
class MessageUnplaced:
    """A message that a person has to look at; `cause` completes the sentence “It is here because …”."""

    arrival: Arrival
    cause: str
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class MessageIgnored:
    """A message that nobody wrote for the programme to act on: our own, or an automatic one."""

    arrival: Arrival
    kind: str


Event = ReportReceived | FeedbackReceived | MessageReceived | MessageUnplaced | MessageIgnored
