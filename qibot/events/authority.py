"""A command whose sender may be somebody else: they are asked by a letter to the address on record, and answer."""

from __future__ import annotations

from dataclasses import dataclass

from qibot.events.arrival import Arrival
from qibot.model import Role


@dataclass(frozen=True, slots=True)
class OrderDoubted:
    """A command that would change something, of which nothing shows that it is its sender's own.

    `order` says what it would do, after “to”; `role` is as what they gave it, `who` how they are addressed.
    """

    arrival: Arrival
    order: str
    who: str
    role: Role


@dataclass(frozen=True, slots=True)
class OrderConfirmed:
    """Whoever was asked says of the command with this key that it is theirs, or (not `own`) that it isn't."""

    arrival: Arrival
    key: str
    who: str
    own: bool = True
