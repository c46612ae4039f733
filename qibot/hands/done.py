"""What one round did, for `once` to show and for tests to count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qibot.model import Letter


@dataclass
class Done:
    """What was taken in, the letters that left or were given up, and what failed."""

    taken_in: list[dict[str, Any]] = field(default_factory=list)
    letters: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    troubles: list[dict[str, str]] = field(default_factory=list)
    more: bool = False  # something waits for the next round, which need not be waited for


def shown(letter: Letter) -> dict[str, Any]:
    """A letter, as a round's end shows it."""
    return {
        "notice": letter.name,
        "to": list(letter.to),
        "copy": list(letter.copy),
        "subject": letter.subject,
        "message_id": letter.message_id,
        "state": str(letter.state),
    }
