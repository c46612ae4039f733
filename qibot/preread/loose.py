"""Patterns that tell whether a text holds something, whatever its case: most of what the rules look for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Protocol

from qibot.expression import expression

_CAPITAL = expression(r"(?<![\\?])[A-Z]")  # that is no class as in \W and no name as in (?P<…>


class Searches(Protocol):
    """What looks for something in a text: a pattern of `re` or of ours."""

    def search(self, string: str, /) -> object:
        """What it has found, true or false as it may be."""


class Loose:
    """A pattern in small letters that is held against the text in small letters.

    With re.IGNORECASE each of a hundred branches is entered at each word before its first letter is compared; without
    it a branch costs one comparison, so that a sentence is read in less than half the time. It is compiled when first
    asked: to look at one report one needs a part of all patterns. Where it is found isn't told, but whether it is.
    """

    def __init__(self, pattern: str) -> None:
        if _CAPITAL.search(pattern):
            raise ValueError(f"a loose pattern is in small letters: {pattern}")
        self._pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    def search(self, text: str, /) -> bool:
        """Whether the text holds it."""
        return self._compiled.search(text.lower()) is not None

    def match(self, text: str, /) -> bool:
        """Whether the text begins with it."""
        return self._compiled.match(text.lower()) is not None

    def fullmatch(self, text: str, /) -> bool:
        """Whether the text is it and nothing else."""
        return self._compiled.fullmatch(text.lower()) is not None

    def all_in(self, text: str, /) -> list[str]:
        """What the text holds of it, in small letters."""
        return [found[0] for found in self._compiled.finditer(text.lower())]
