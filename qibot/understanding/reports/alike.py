"""Whether two documents say the same, by the fingerprints of their words (qibot/documents/wording.py)."""

from __future__ import annotations

from collections.abc import Iterable

from qibot.model import Document

DIGITS = 8  # of one hash


def same_text(one: Document, other: Document) -> bool:
    """Whether they are the very same file, or say the very same, pictures and all: saved once more."""
    if one.sha256 == other.sha256:
        return True
    return bool(one.wording) and one.wording == other.wording


def shared(ours: Iterable[Document], theirs: Iterable[Document]) -> float:
    """How much of their text the two most alike of these documents share, from nought to one."""
    pairs = ((_least(a), _least(b)) for a in ours for b in theirs if a.wording and b.wording)
    return max((_share(a, b) for a, b in pairs), default=0.0)


def _least(document: Document) -> list[str]:
    digits = document.wording[DIGITS:]
    return [digits[n : n + DIGITS] for n in range(0, len(digits), DIGITS)]


def _share(one: list[str], other: list[str]) -> float:
    """Of the least hashes of both together, how many are in both."""
    least = sorted({*one, *other})[: max(len(one), len(other))]
    return sum(1 for x in least if x in one and x in other) / len(least) if least else 0.0
