"""Slips of the finger: a word that nobody uses, one letter from one that says something, is read as that.

Only words of the families are put in its place; a word that the weights know stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qibot.understanding.meaning.families import families
from qibot.understanding.meaning.weights import weights

FEWEST, MOST = 5, 14  # letters of a word that is mended
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mended(role: str, words: list[str]) -> list[str]:
    """The words of a sentence with slips mended."""
    whole, by_sentence, telling = weights(role), weights(f"{role}-acts"), _telling()
    return [
        word if not _may_be_slip(word) or word in telling or word in whole or word in by_sentence else _nearest(word)
        for word in words
    ]


def _may_be_slip(word: str) -> bool:
    return FEWEST <= len(word) <= MOST and word.isalpha() and word.islower()


@cache
def _telling() -> frozenset[str]:
    return frozenset(word for phrase in families().phrases for word in phrase if len(word) >= FEWEST)


@cache
def _shortened() -> frozenset[str]:
    """The telling words, and each without one of its letters. Of two words that one slip lies between, one is in it
    or they have a shortened one in common: to tell quickly that a word is near none of them."""
    return frozenset(short for word in _telling() for short in (word, *_without_one(word)))


def _without_one(word: str) -> Iterator[str]:
    return (word[:n] + word[n + 1 :] for n in range(len(word)))


@cache
def _stems() -> tuple[str, ...]:
    return tuple(families().stems)


def _nearest(word: str) -> str:
    if word.startswith(_stems()) or _shortened().isdisjoint((word, *_without_one(word))):
        return word
    return next((near for near in _edits(word) if near in _telling()), word)


def _edits(word: str) -> Iterator[str]:
    """Everything one slip away: two letters changed round, one left out, doubled, or another."""
    parts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1)
    yield from (a + b[1:] for a, b in parts if b)
    yield from (a + c + b for a, b in parts for c in _LETTERS)
    yield from (a + c + b[1:] for a, b in parts if b for c in _LETTERS)
