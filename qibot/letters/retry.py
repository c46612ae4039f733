"""When a delivery is tried again: growing pauses, and an end."""

from __future__ import annotations

from datetime import datetime, timedelta

from qibot.config import Smtp

GROWTH = 3


def pause(settings: Smtp, tries: int) -> timedelta:
    """How long to wait after the `tries`-th failure (from 1): each pause three times the last, up to the longest."""
    grown = settings.first_pause_minutes * float(GROWTH) ** min(max(tries - 1, 0), 20)
    return timedelta(minutes=min(grown, settings.longest_pause_minutes))


def given_up(settings: Smtp, made: datetime, now: datetime) -> bool:
    """Whether a letter made then has been tried for long enough."""
    return now - made >= timedelta(days=settings.give_up_days)
