"""The weights that `make train` learnt from the collection, and what they make of a message: plain sums.

`mentor.tsv` has a line a feature and a column a kind; it can be read and argued with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path

from qibot.understanding.meaning.features import of_sentence

FILE = Path(__file__).with_name("mentor.tsv")
PRIVATE_SENTENCE = "private sentence"
BASE = "*base"


@cache
def weights() -> tuple[tuple[str, ...], Mapping[str, tuple[float, ...]]]:
    """The kinds, and for each feature its weight for each of them."""
    head, *lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple(head.split("\t")[1:]), {row[0]: tuple(map(float, row[1:])) for row in rows}


def likelihoods(features: Iterable[str]) -> dict[str, float]:
    """How likely each kind of message is, from nought to one; together they are one."""
    kinds, table = weights()
    rows = [table[BASE], *(table[f] for f in set(features) if f in table)]
    sums = {kind: sum(row[n] for row in rows) for n, kind in enumerate(kinds) if kind != PRIVATE_SENTENCE}
    highest = max(sums.values())
    grown = {kind: exp(value - highest) for kind, value in sums.items()}
    whole = sum(grown.values())
    return {kind: value / whole for kind, value in grown.items()}


def windows(told: list[list[str]], whole: set[str]) -> Iterator[set[str]]:
    """The features of each sentence with the next one, and of to whom the message is."""
    about = {f for f in whole if f.startswith("*greets") or "never you" in f}
    each = [set(of_sentence(words)) for words in told]
    for here, following in zip(each, [*each[1:], set()], strict=False):
        yield here | following | about


def most_private(told: list[list[str]], whole: set[str]) -> tuple[float, int]:
    """How likely the most private sentence is private, and which one it is."""
    kinds, table = weights()
    place = kinds.index(PRIVATE_SENTENCE)
    best, where = 0.0, 0
    for n, window in enumerate(windows(told, whole)):
        total = table[BASE][place] + sum(table[f][place] for f in window if f in table)
        likely = 1 / (1 + exp(-max(-60.0, min(60.0, total))))
        if likely > best:
            best, where = likely, n
    return best, where
