"""Weights that `make train` learnt from the collection, and what they make of features: plain sums.

A file has a line a feature; its columns say how rare the feature is, and what it weighs for each kind. It can be read
and argued with. `<role>.tsv` weighs whole messages, `<role>-acts.tsv` what single sentences
do, `<role>-asides.tsv` whether they are said aside.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from pathlib import Path
from sys import intern

FOLDER = Path(__file__).parent / "weights"
BASE, RARE = "*base", "*rare"
_PLACES = tuple(range(32_000))  # the same numbers for each table: each would take as much as a feature's weights
LEAST = 20.0  # the length that a text has at least: a word or two are weak evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """The kinds; for each feature which of the `rows` is its own, that says how rare it is and its weight for each of
    the kinds, in hundredths: thus the tables stay small."""

    kinds: tuple[str, ...]
    table: Mapping[str, int]
    rows: array[int]

    def likelihoods(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each kind is, from nought to one; together they are one. Rare features count more, and all of
        them together as much as those of any other text, however long it is, unless they are few."""
        wide = len(self.kinds) + 1
        found = (wide * self.table[f] for f in set(features) - {BASE} if f in self.table)
        rows = [self.rows[place : place + wide] for place in found]
        length = max(sqrt(sum(row[0] * row[0] for row in rows)), 100 * LEAST)
        base = wide * self.table[BASE]
        sums = [value / 100 for value in self.rows[base + 1 : base + wide]]
        for row in rows:
            share = row[0] / length / 100
            sums = [total + share * weight for total, weight in zip(sums, row[1:], strict=True)]
        highest = max(sums)
        grown = [exp(value - highest) for value in sums]
        whole = sum(grown)
        return {kind: value / whole for kind, value in zip(self.kinds, grown, strict=True)}


@cache
def weights(name: str) -> Weights:
    """The weights with this name, read line by line, so that no more than the tables stays in memory; a feature that
    several of them know is one string."""
    table: dict[str, int] = {}
    rows = array("h")
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8") as file:
        kinds = tuple(next(file).rstrip("\n").split("\t")[2:])
        for line in file:
            feature, *row = line.rstrip("\n").split("\t")
            table[intern(feature)] = _PLACES[len(table)] if len(table) < len(_PLACES) else len(table)
            rows.extend(round(100 * float(weight)) for weight in row)
    return Weights(kinds, table, rows)
