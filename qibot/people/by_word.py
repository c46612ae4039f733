"""Enrolments by words, so that who could be meant is found without a look at everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from qibot.model import Enrolment

WordsOf = Callable[[Enrolment], Iterable[str]]


class ByWord:
    """The units of which `words_of` gives a word. It is asked once of each enrolment, and again when that changes."""

    def __init__(self, words_of: WordsOf, known: Iterable[Enrolment]) -> None:
        self._words_of = words_of
        self._places: dict[str, int] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._units: dict[str, set[str]] = defaultdict(set)
        for e in known:
            self.note(e)

    def note(self, e: Enrolment) -> None:
        """Take over what this enrolment says now; its place among the others stays."""
        self._places.setdefault(e.unit, len(self._places))
        before, now = self._words.get(e.unit, frozenset()), frozenset(self._words_of(e))
        for word in before - now:
            self._units[word].discard(e.unit)
            if not self._units[word]:
                del self._units[word]
        for word in now - before:
            self._units[word].add(e.unit)
        self._words[e.unit] = now

    def having(self, words: Iterable[str]) -> list[str]:
        """The units that have one of these words, in the order in which they came to be known."""
        found = {unit for word in words for unit in self._units.get(word, ())}
        return sorted(found, key=self._places.__getitem__)
