"""Weights that `make train` learnt from the collection, and what they make of features: plain sums.

A file has a line a feature; its columns say how rare the feature is, and what it weighs for each kind. It can be read
and argued with. `<role>.tsv` weighs whole messages, `<role>-acts.tsv` what single sentences
do, `<role>-asides.tsv` whether they are said aside.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from operator import mul
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
BASE, RARE = "*base", "*rare"
FIRST, LESS = 1 << 9, 54  # half of as many as there are first bits of a hash, and how many bits are behind them
LAST = (1 << 18) - 1  # the last bits of a hash: most features of a text are in no table, and few share these with one
LEAST = 20.0  # the length that a text has at least: a word or two are weak evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """The kinds; the features by their hashes, in order; and for each in the same order how rare it is and its weight
    for each of the kinds, in hundredths. So the tables stay small: the features themselves would take four times as
    much, and two of so few share 64 bits in one of a billion processes."""

    kinds: tuple[str, ...]
    marks: array[int]
    rows: array[int]
    starts: array[int]  # where the features begin whose hashes have the same first bits
    near: bytes  # for each of the last bits whether a feature has them

    def __contains__(self, feature: str) -> bool:
        return self.near[hash(feature) & LAST] > 0 and self._row(hash(feature)) is not None

    def likelihoods(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each kind is, from nought to one; together they are one. Rare features count more, and all of
        them together as much as those of any other text, however long it is, unless they are few."""
        marks, near = set(map(hash, features)) - {hash(BASE)}, self.near
        rows = [row for mark in marks if near[mark & LAST] and (row := self._row(mark)) is not None]
        rare, *weighed = zip(*rows, strict=True) if rows else ((),) * (len(self.kinds) + 1)
        length = max(sqrt(sum(map(mul, rare, rare))), 100 * LEAST)
        base = self._row(hash(BASE)) or array("h", [0] * (len(self.kinds) + 1))
        sums = [own / 100 + sum(map(mul, rare, one)) / length / 100 for own, one in zip(base[1:], weighed, strict=True)]
        highest = max(sums)
        grown = [exp(value - highest) for value in sums]
        whole = sum(grown)
        return {kind: value / whole for kind, value in zip(self.kinds, grown, strict=True)}

    def _row(self, mark: int) -> array[int] | None:
        first = (mark >> LESS) + FIRST
        n = bisect_left(self.marks, mark, self.starts[first], self.starts[first + 1])
        if n == len(self.marks) or self.marks[n] != mark:
            return None
        wide = len(self.kinds) + 1
        return self.rows[wide * n : wide * (n + 1)]


@cache
def weights(name: str) -> Weights:
    """The weights with this name, read line by line, so that no more than the tables stays in memory."""
    marks, unordered, rows = array("q"), array("h"), array("h")
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8") as file:
        kinds = tuple(next(file).rstrip("\n").split("\t")[2:])
        for line in file:
            feature, *row = line.rstrip("\n").split("\t")
            marks.append(hash(feature))
            unordered.extend([round(100 * float(weight)) for weight in row])
    order, wide = sorted(range(len(marks)), key=marks.__getitem__), len(kinds) + 1
    for n in order:
        rows.extend(unordered[wide * n : wide * (n + 1)])
    ordered = array("q", (marks[n] for n in order))
    starts = array("i", (bisect_left(ordered, first << LESS) for first in range(-FIRST, FIRST)))
    near = bytearray(LAST + 1)
    for mark in ordered:
        near[mark & LAST] = 1
    return Weights(kinds, ordered, rows, array("i", [*starts, len(ordered)]), bytes(near))
