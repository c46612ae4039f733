"""Words -> the families of meaning that they belong to (families.txt)."""

from __future__ import annotations

import pytest

from qibot.understanding.meaning.families import families_in


@pytest.mark.parametrize("ending", ["", "s", "x" * 100, "x" * 1_000_000])
def test_a_beginning_of_a_word_counts_however_long_the_word_goes_on(ending: str) -> None:
    assert families_in(f"another migraine{ending} today") >= {"@ill"}


def test_a_word_that_only_holds_such_a_beginning_is_of_no_family() -> None:
    assert "@ill" not in families_in("antimigraine")
