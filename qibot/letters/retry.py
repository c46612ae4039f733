"""When a delivery is tried again: growing pauses, and an end."""

from __future__ import annotations

from datetime import datetime, timedelta

from qibot.config import Smtp
from qibot.service import grown

GROWTH = 3


def pause(settings: Smtp, tries: int, drawn: float = 0.0) -> timedelta:
    """How long to wait after the `tries`-th failure (from 1): each pause three times the last, up to the longest, and a
    little shorter as chance has it (`drawn`: from 0 to 1)."""
    first, longest = settings.first_pause_minutes, settings.longest_pause_minutes
    return timedelta(minutes=grown(first, GROWTH, tries, longest, drawn))


def given_up(settings: Smtp, made: datetime, now: datetime) -> bool:
    """Whether a letter made then has been tried for long enough."""
    return now - made >= timedelta(days=settings.give_up_days)
