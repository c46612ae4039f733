"""Patterns of what people say, told fast: most texts lack every word that one of them can't do without, and the rest is
compared in small letters."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from qibot.expression import expression

_CAPITAL = expression(r"\\.|[A-Z]")


class Spoken:
    """A pattern for which cases don't count. One of the `words`, in small letters, is in all that it matches; of many
    patterns there are too many to be named. It is compiled when a text may have it."""

    def __init__(self, pattern: str, *words: str) -> None:
        self.pattern, self.words = pattern, words

    def is_in(self, text: str) -> bool:
        """Whether `re` finds it in the text, ignoring cases."""
        small = in_small_letters(text)
        return self._may_be_in(small) and self._compiled.search(small) is not None

    def is_all_of(self, text: str) -> bool:
        """Whether it is the whole text, from its first letter to its last."""
        small = in_small_letters(text)
        return self._may_be_in(small) and self._compiled.fullmatch(small) is not None

    def all_in(self, text: str) -> set[str]:
        """All that it finds in the text, in small letters."""
        small = in_small_letters(text)
        return {found[0] for found in self._compiled.finditer(small)} if self._may_be_in(small) else set()

    def without(self, text: str) -> str:
        """The text without all that it finds, in small letters."""
        small = in_small_letters(text)
        return self._compiled.sub(" ", small) if self._may_be_in(small) else small

    def _may_be_in(self, small: str) -> bool:
        return not self.words or any(word in small for word in self.words)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(_CAPITAL.sub(lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), self.pattern))


@lru_cache(maxsize=32)  # one sentence is looked through for many patterns
def in_small_letters(text: str) -> str:
    """The text, letter by letter, with one letter for all that `re` takes for the same one when it ignores cases."""
    return text.lower() if text.isascii() else text.replace("İ", "i").lower().replace("ſ", "s").replace("ı", "i")
