"""A page's colours can be read, and the beginning of a text holds the words that are wanted."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.quoting.colours import ink, is_foreign, paper
from qibot.quoting.wording import beginning, words


@pytest.mark.parametrize(
    "grey", ["black", "white", "#000", "#fff", "#1d1d1d", "rgb(30,30,30)", "windowtext", "inherit", "", "x" * 999]
)
def test_what_is_no_colour_is_left_to_the_reader(grey: str) -> None:
    assert (ink(grey), paper(grey), is_foreign(grey)) == ("", "", False)


@given(st.integers(0, 0xFFFFFF))
def test_our_own_colours_stay_what_they_are_and_are_none_that_somebody_has_added(colour: int) -> None:
    for made in (ink(f"#{colour:06x}"), paper(f"#{colour:06x}")):
        assert not made or not (is_foreign(made) or is_foreign(made, paper=True))
    assert not (made := ink(f"#{colour:06x}")) or ink(made) == made


@given(st.integers(0, 0xFFFFFF))
def test_every_ink_can_be_read_on_white_and_on_black(colour: int) -> None:
    if made := ink(f"#{colour:06x}"):
        light = luminance(made)
        assert 1.05 / (light + 0.05) >= 4.4
        assert (light + 0.05) / 0.05 >= 4.4


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1, max_size=8), st.integers(1, 8))
def test_the_beginning_of_a_text_holds_just_the_words_that_are_wanted(said: list[str], count: int) -> None:
    new, text = said[:count], "\n".join(said)
    found = beginning(text, new, words_counted())
    assert found is not None
    assert words(found) == new
    assert beginning(text, [*new, "five"], words_counted()) is None


def words_counted(*said: str) -> Counter[str]:
    return Counter(said)
