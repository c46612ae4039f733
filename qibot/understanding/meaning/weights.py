"""Weights that `make train` learnt from the collection, and what they make of features: plain sums.

A file has a line a feature; its columns say how rare the feature is, and what it weighs for each kind. It can be read
and argued with. `<role>.tsv` weighs whole messages, `<role>-acts.tsv` single sentences.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
BASE, RARE = "*base", "*rare"
LEAST = 20.0  # the length that a text has at least: a word or two are weak evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """The kinds, and for each feature how rare it is and its weight for each of them, in hundredths: thus the tables
    stay small."""

    kinds: tuple[str, ...]
    table: Mapping[str, array[int]]

    def likelihoods(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each kind is, from nought to one; together they are one. Rare features count more, and all of
        them together as much as those of any other text, however long it is, unless they are few."""
        rows = [self.table[f] for f in set(features) - {BASE} if f in self.table]
        length = max(sqrt(sum(row[0] * row[0] for row in rows)), 100 * LEAST)
        sums = [value / 100 for value in self.table[BASE][1:]]
        for row in rows:
            share = row[0] / length / 100
            sums = [total + share * weight for total, weight in zip(sums, row[1:], strict=True)]
        highest = max(sums)
        grown = [exp(value - highest) for value in sums]
        whole = sum(grown)
        return {kind: value / whole for kind, value in zip(self.kinds, grown, strict=True)}


@cache
def weights(name: str) -> Weights:
    """The weights with this name."""
    head, *lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    table = {row[0]: array("h", (round(100 * float(weight)) for weight in row[1:])) for row in rows}
    return Weights(tuple(head.split("\t")[2:]), table)
