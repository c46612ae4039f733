"""What can befall the bot in a simulated month, drawn from a seed: a table of kinds, each with its begin and end."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.faults.cohort import BEGIN, END, Act
from tests.faults.damage import RECIPES, damage
from tests.faults.disks import ERRORS, SAID
from tests.faults.fault import drawn
from tests.faults.script import HANG_UP, SILENCE, Rule, Script

if TYPE_CHECKING:
    from tests.faults.month import Month

SHORT, LONG, LONG_SHARE = (1, 20), (30, 180), 0.1  # minutes that it lasts
MORNING_SHARE = 0.15  # begin around the hour at which letters of the calendar leave


@dataclass(frozen=True, slots=True)
class Trouble:
    """Befalls the bot at a moment and lasts so long; what exactly is drawn from its own seed."""

    moment: datetime
    lasts: timedelta
    kind: str
    seed: int

    def begin(self, month: Month) -> tuple[str, Callable[[], None]]:
        """Let it happen; what it is in words, and how it ends."""
        return KINDS[self.kind][1](month, random.Random(self.seed))


def troubles(count: int, acts: Sequence[Act], rng: random.Random, end: datetime = END) -> Iterator[Trouble]:
    """So many over the month; most meet somebody's mail, the others the letters of a morning or any moment."""
    names, weights = list(KINDS), [weight for weight, _ in KINDS.values()]
    mornings = [BEGIN.replace(hour=8) + timedelta(days=day) for day in range(1, (end - BEGIN).days)]
    moments = [act.moment for act in acts if act.moment < end]
    for _ in range(count):
        lasts = timedelta(minutes=rng.uniform(*(LONG if rng.random() < LONG_SHARE else SHORT)))
        meets = rng.choice(mornings if rng.random() < MORNING_SHARE else moments)
        moment = meets - lasts * rng.uniform(0, 0.9)
        moment = min(max(moment, BEGIN + timedelta(minutes=5)), end - timedelta(hours=12))
        yield Trouble(moment, lasts, rng.choices(names, weights)[0], rng.randrange(2**32))


# --- each kind: (month, rng) -> its name, its end ---


def _imap_line(month: Month, rng: random.Random) -> tuple[str, Callable[[], None]]:
    fault = drawn(rng, "imap")
    month.imap.strike(fault)
    return f"imap line: {fault}", month.imap.heal


def _smtp_line(month: Month, rng: random.Random) -> tuple[str, Callable[[], None]]:
    fault = drawn(rng, "smtp")
    month.smtp.strike(fault)
    return f"smtp line: {fault}", month.smtp.heal


SCRIPTS: Mapping[str, tuple[tuple[tuple[Rule, ...], bytes | None], ...]] = {
    "smtp": (
        ((), b"421 4.3.2 Too busy\r\n"),
        ((), SILENCE),
        ((), HANG_UP),
        ((), b"\xff\xfe nonsense\r\n"),
        (((rb"RCPT.*", b"450 4.2.1 Greylisted\r\n"),), None),
        (((rb"RCPT.*", SILENCE),), None),
        (((rb"\.", b"451 4.3.0 Queue file write error\r\n"),), None),
        (((rb"\.", SILENCE),), None),
        (((rb"DATA", HANG_UP),), None),
    ),
    "imap": (
        ((), b"* BYE Too many connections\r\n"),
        ((), SILENCE),
        ((), HANG_UP),
        ((), b"220 this is no IMAP server\r\n"),
        (((rb"\S+ (LOGIN|AUTHENTICATE).*", b"%tag NO [UNAVAILABLE] Try again later\r\n"),), None),
        (((rb"\S+ (LOGIN|AUTHENTICATE).*", SILENCE),), None),
        (((rb"\S+ SELECT.*", b"%tag NO [SERVERBUG] Internal error\r\n"),), None),
        (((rb"\S+ UID SEARCH.*", b"%tag BAD Not now\r\n"),), None),
        (((rb"\S+ UID SEARCH.*", SILENCE),), None),
    ),
}


def _script(month: Month, rng: random.Random) -> tuple[str, Callable[[], None]]:
    name = rng.choice(list(SCRIPTS))
    rules, hello = rng.choice(SCRIPTS[name])
    script = Script(name, *rules, hello=hello)
    proxy = month.imap if name == "imap" else month.smtp
    proxy.divert(script.port)

    def end() -> None:
        proxy.divert(None)
        script.close()

    return f"{name} by script: {hello or rules[0]!r}", end


def _record(month: Month, rng: random.Random) -> tuple[str, Callable[[], None]]:
    if month.damaged:
        return _killed(month, rng)
    name, recipe = rng.choice(list(RECIPES.items()))
    one, other = rng.sample(sorted((month.data / "enrolments").glob("*/*.json")), 2)
    restarted = rng.random() < 0.5
    if restarted:
        month.stop()
    undo, month.damaged = damage(recipe, one, other, rng), True

    def end() -> None:
        month.stop()
        undo()
        month.damaged = False

    return f"record {name}{', found at the start' if restarted else ' under the running bot'}", end


def _disk(month: Month, rng: random.Random) -> tuple[str, Callable[[], None]]:
    number, share = rng.choice(ERRORS), rng.choice((1.0, 0.5, 0.1))
    month.disk = (number, share, rng)

    def end() -> None:
        month.disk = None

    return f"disk {SAID[number]} for {share:.0%} of the calls", end


def _clock(month: Month, rng: random.Random) -> tuple[str, Callable[[], None]]:
    by = timedelta(minutes=rng.choice((rng.uniform(-1440, -1), rng.uniform(1, 20))))
    month.offset += by

    def end() -> None:
        month.offset -= by

    return f"clock off by {by / timedelta(minutes=1):.0f} minutes", end


def _killed(month: Month, rng: random.Random) -> tuple[str, Callable[[], None]]:
    steps = rng.randrange(1, 12)
    month.fatal = steps

    def end() -> None:
        month.fatal = 0

    return f"killed after {steps} more steps", end


Begin = Callable[["Month", random.Random], tuple[str, Callable[[], None]]]
KINDS: Mapping[str, tuple[int, Begin]] = {
    "imap line": (28, _imap_line), "smtp line": (28, _smtp_line), "script": (14, _script), "record": (8, _record),
    "disk": (8, _disk), "clock": (6, _clock), "killed": (8, _killed),
}  # fmt: skip
