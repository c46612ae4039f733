"""Whether one of some words is in whatever a pattern matches, told by how the pattern is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

MOST = 3000  # spellings that are looked at
Parsed = Iterable[tuple[Any, Any]]


def lacking(pattern: str, words: Sequence[str]) -> str:
    """What it may match that has none of these words, as a hint; empty where each match has one, in whatever case."""
    return _lacking(_parser.parse(pattern, re.IGNORECASE), words)


def _lacking(parsed: Parsed, words: Sequence[str]) -> str:
    hints, run = [], [""]  # all that may stand here, as far as it is known letter by letter
    for what, of in [*parsed, (kind.ANY, None)]:
        spelt = _spelt(what, of)
        if spelt and len(run) * len(spelt) <= MOST:
            run = _joined(run, spelt)
            continue
        without = [one for one in run if not any(word in one for word in words)]
        if not without:
            return ""
        hints += without[:5]
        run = spelt or [""]
        if not spelt and (within := _within(what, of, words)) is not None:
            if not within:
                return ""
            hints.append(within)
    return " … ".join(filter(None, hints)) or "<anything>"


def _within(what: Any, of: Any, words: Sequence[str]) -> str | None:
    """The same of what is a group, stands there at least once, or is one of several; None of anything else."""
    if what is kind.SUBPATTERN:
        return _lacking(of[-1], words)
    if what in (kind.MAX_REPEAT, kind.MIN_REPEAT) and of[0] > 0:
        return _lacking(of[2], words)
    return " | ".join(filter(None, (_lacking(one, words) for one in of[1]))) if what is kind.BRANCH else None


def _spelt(what: Any, of: Any) -> list[str]:
    """All that a part may match, in small letters; nothing where that is much."""
    if what is kind.LITERAL:
        return [chr(of).lower()]
    if what in (kind.AT, kind.ASSERT, kind.ASSERT_NOT):
        return [""]
    if what is kind.IN and all(sort is kind.LITERAL for sort, _ in of):
        return list(dict.fromkeys(chr(letter).lower() for _, letter in of))
    if what is kind.SUBPATTERN:
        return _all_spelt(of[-1])
    if what is kind.BRANCH:
        each = [_all_spelt(one) for one in of[1]]
        return list(dict.fromkeys(one for spelt in each for one in spelt)) if all(each) else []
    if what in (kind.MAX_REPEAT, kind.MIN_REPEAT) and of[1] == 1 and (once := _all_spelt(of[2])):
        return once if of[0] else list(dict.fromkeys(["", *once]))
    return []


def _all_spelt(parsed: Parsed) -> list[str]:
    run = [""]
    for what, of in parsed:
        spelt = _spelt(what, of)
        if not spelt or len(run) * len(spelt) > MOST:
            return []
        run = _joined(run, spelt)
    return run


def _joined(run: list[str], spelt: list[str]) -> list[str]:
    return list(dict.fromkeys(a + b for a, b in product(run, spelt)))
