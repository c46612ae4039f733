"""Somebody asked something of the bot itself: why, undo, help, stop; or a command wasn't understood."""

from __future__ import annotations

from dataclasses import dataclass

from qibot.events.arrival import Arrival
from qibot.model import Role

NOT_ATTACHED = "your message says that something is attached, and nothing came with it"  # a mentor's fault


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
    """Somebody takes back their own last command in the matter, or what the mail `of` this identity changed there."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    who: str
    of: str = ""


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
