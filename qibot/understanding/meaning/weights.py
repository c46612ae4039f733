"""Weights that `make train` learnt from the collection, and what they make of features: plain sums.

A file has a line a feature and a column a kind; it can be read and argued with. `<role>.tsv` weighs whole messages,
`<role>-acts.tsv` single sentences.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
BASE = "*base"


@dataclass(frozen=True, slots=True)
class Weights:
    """The kinds, and for each feature its weight for each of them, in hundredths: thus the tables stay small."""

    kinds: tuple[str, ...]
    table: Mapping[str, array[int]]

    def likelihoods(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each kind is, from nought to one; together they are one."""
        rows = [self.table[BASE], *(self.table[f] for f in set(features) if f in self.table)]
        sums = [sum(column) / 100 for column in zip(*rows, strict=True)]
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
    return Weights(tuple(head.split("\t")[1:]), table)
