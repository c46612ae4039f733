"""What became of one handing-over of a letter, recipient by recipient, whatever the way it went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

NO_PATHS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the server said: `outcomes` for good (2xx, 5xx), `deferred` for now (4xx, lost connection), by recipient.
    `lost` says how the connection was lost meanwhile, if it was; `silent` that the server just didn't answer. To
    those who are `marked` it went with the return path that was given for them."""

    outcomes: dict[str, str] = field(default_factory=dict)
    deferred: dict[str, str] = field(default_factory=dict)
    lost: str = ""
    silent: bool = False
    marked: tuple[str, ...] = ()


class Sender(Protocol):
    """A way to hand letters over: by SMTP, or by Microsoft Graph."""

    @property
    def most_bytes(self) -> int:
        """How large a letter may be, 0 where that isn't known."""

    async def connect(self) -> None:
        """Be ready to send. Raises OutboxRefused where a person has to mend something, else OutboxFailed."""

    async def deliver(self, recipients: Sequence[str], raw: bytes, paths: Mapping[str, str] = NO_PATHS) -> Delivery:
        """Hand the letter over for these recipients, each with the return path that `paths` names for it where the way
        allows that, else with the mailbox's. Raises what `connect` does; a refusal is a result, no error."""

    async def rehearse(self, recipient: str) -> None:
        """See whether a letter for this recipient would be taken; none is sent. Raises what `connect` does."""

    async def close(self) -> None:
        """Take leave."""


def sorted_out(results: dict[str, str]) -> Delivery:
    """A delivery from what was said about each recipient, told apart by the first digit of the reply."""
    return Delivery(
        {r: said for r, said in results.items() if not said.startswith("4")},
        {r: said for r, said in results.items() if said.startswith("4")},
    )
