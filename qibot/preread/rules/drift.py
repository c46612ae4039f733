"""An aim that has changed since the last report (guidance, section 10: reports 3 and 4, progress, Aim)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.aims import aim_of
from qibot.preread.amounts import bare
from qibot.preread.dates import are_others, dates_in
from qibot.preread.observation import Found
from qibot.preread.quantities import quantities
from qibot.preread.text import Report

_COMMON = (
    "the a an of in to by for and or is are be will with at on from we our my that this it as have has "
    "had their its aim want least more than now currently current was were up down per each all which who "
    "should would these those end month year "
)
_STOP = frozenset(_COMMON.split())
_ALIKE = 0.45  # share of words that two wordings of one aim have in common at least


def aim_drift(report: Report) -> Iterable[Found]:
    """The aim differs from the last report's in amount, day, or in what and whom it is about."""
    aim, before = aim_of(report), aim_of(report.previous) if report.previous else None
    if aim is None or before is None:
        return ()
    moved = _replaced(quantities(before.text), quantities(aim.text))
    moved = moved or are_others(dates_in(before.text), dates_in(aim.text))
    return (Found(aim.text, aim.sentence.place, before.text),) if moved or _other_words(before.text, aim.text) else ()


def _replaced(before: frozenset[float], now: frozenset[float]) -> bool:
    """Whether one has gone and another one has come: what is merely left out or added is wording."""
    return bool(before - now and now - before)


def _other_words(before: str, now: str) -> bool:
    old, new = _content(before), _content(now)
    shared = len(old & new) / max(min(len(old), len(new)), 1)
    return bool(old and new) and shared < _ALIKE


def _content(text: str) -> frozenset[str]:
    return frozenset(w[:6] for w in re.findall(r"[a-z]{3,}", bare(text).lower()) if w not in _STOP)
