"""Seeded mutations of an honest report, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.support.hostile.parts import report
from tests.support.hostile.registry import Hostile


def mutations(sender: str, count: int, seed: int = 1) -> Iterator[Hostile]:
    """A valid report with flipped bits, cut, doubled and shuffled; the same for the same seed."""
    for number in range(count):
        dice = random.Random(f"{seed}/{number}")
        raw = bytearray(report(sender, f"mutation{seed}.{number}"))
        for _ in range(dice.choice((1, 1, 2, 3, 10, 100))):
            dice.choice(_MUTATIONS)(raw, dice)
        yield Hostile(f"mutation {seed}/{number}", bytes(raw))


def _flip(raw: bytearray, dice: random.Random) -> None:
    raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)


def _flip_early(raw: bytearray, dice: random.Random) -> None:
    raw[dice.randrange(min(len(raw), 700))] ^= 1 << dice.randrange(8)


def _cut(raw: bytearray, dice: random.Random) -> None:
    del raw[max(1, len(raw) - dice.randrange(len(raw))) :]


def _remove(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw))
    del raw[at : at + dice.randrange(60)]
    raw += b"x"


def _double(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw))
    raw[at:at] = raw[at : at + dice.randrange(200)]


def _double_a_line(raw: bytearray, dice: random.Random) -> None:
    lines = bytes(raw).split(b"\r\n")
    lines.insert(dice.randrange(len(lines)), dice.choice(lines[:20]))
    raw[:] = b"\r\n".join(lines)


def _insert(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw))
    raw[at:at] = dice.choice(
        (b"\0", b"\r\n\r\n", b"\n", b"\r", b"--b\r\n", b"--b--\r\n", b"=?", b"\xff\xfe", b";", b'"', b"<")
    )


_MUTATIONS = (_flip, _flip_early, _flip_early, _cut, _remove, _double, _double_a_line, _insert)
