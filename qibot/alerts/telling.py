"""What is to be told now of the troubles, and how it reads. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from qibot.calendar import written
from qibot.config import Config
from qibot.model import Ongoing

AT_ONCE = ("records of ", "clock")  # no passing trouble
LISTED = 20


@dataclass(frozen=True, slots=True)
class News:
    """What isn't told yet: troubles that have lasted, and told ones that are over."""

    begun: tuple[Ongoing, ...] = ()
    over: tuple[Ongoing, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.begun or self.over)


def carried_on(
    known: Sequence[Ongoing], failing: Mapping[str, tuple[datetime, str]], now: datetime
) -> tuple[Ongoing, ...]:
    """The troubles as they are now: new ones begin, and those that fail no more are over, or forgotten where nobody
    was told of them."""
    before = {t.key: t for t in known if t.over is None}
    kept = [replace(before.pop(key, Ongoing(key, since, said)), what=said) for key, (since, said) in failing.items()]
    ended = [replace(t, over=now) for t in before.values() if t.told]
    return (*kept, *(t for t in known if t.over), *ended)


def news(troubles: Sequence[Ongoing], config: Config, now: datetime) -> News:
    """What is to be told now."""
    patience = timedelta(minutes=config.programme.trouble_minutes)
    begun = tuple(
        t for t in troubles
        if not (t.told or t.over) and (now - t.since >= patience or t.key.startswith(AT_ONCE))
    )  # fmt: skip
    return News(begun, tuple(t for t in troubles if t.over))


def told(troubles: Sequence[Ongoing], fresh: News, now: datetime) -> tuple[Ongoing, ...]:
    """The troubles when that news has reached somebody."""
    begun = {t.key for t in fresh.begun}
    return tuple(replace(t, told=now) if t.key in begun and not t.over else t for t in troubles if t not in fresh.over)


def reads(fresh: News, config: Config) -> str:
    """The news in words, a line each."""
    zone = config.programme.zone
    lines = [f"qibot for {config.mailbox.address}:"]
    lines += [f"Trouble since {_moment(t.since, zone)}: {t.what}" for t in fresh.begun[:LISTED]]
    if fresh.begun:
        lines.append("Nothing is lost; what is held back goes out when it is mended. `qibot status` says more.")
    for t in fresh.over[:LISTED]:
        over = _moment(t.over, zone) if t.over else "now"
        lines.append(f"Over since {over} (it began on {_moment(t.since, zone)}): {t.what}")
    return "\n".join(lines)


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{written(local.date())}, {local:%H:%M}"
