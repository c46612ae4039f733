"""What a pattern of spoken words finds is what `re` finds, and its words are in all of it."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import qibot
from qibot.spoken import Spoken, in_small_letters
from qibot.understanding.days import naming_days
from qibot.understanding.meaning import features
from qibot.understanding.phrases import telling_news
from tests.support.necessary import lacking
from tests.words.collection import FOLDER, messages

for _module in pkgutil.walk_packages(qibot.__path__, "qibot."):
    if not _module.name.endswith("__main__"):
        importlib.import_module(_module.name)
PATTERNS = sorted({p.pattern: p for p in gc.get_objects() if isinstance(p, Spoken)}.values(), key=lambda p: p.pattern)
each_pattern = pytest.mark.parametrize("spoken", PATTERNS, ids=lambda spoken: spoken.pattern[:40])


@each_pattern
def test_one_of_its_words_is_in_whatever_a_pattern_matches(spoken: Spoken) -> None:
    assert not spoken.words or lacking(spoken.pattern, spoken.words) == ""


@each_pattern
def test_no_pattern_minds_cases_or_names_what_it_finds(spoken: Spoken) -> None:
    assert not re.search(r"\(\?(?:-|\w*-|P[<=])", spoken.pattern)


@pytest.mark.parametrize("row", naming_days._SAID, ids=lambda row: row[0].pattern[:40])
def test_one_of_its_words_is_in_whatever_a_way_to_name_a_day_matches(
    row: tuple[re.Pattern[str], str, list[str]],
) -> None:
    pattern, _, words = row
    assert words
    assert lacking(pattern.pattern, words) == ""


@pytest.mark.parametrize("row", [row for row in telling_news.ROWS if row[2]], ids=lambda row: row[0][:40])
def test_one_of_its_words_is_in_whatever_tells_of_the_sheet_of_people(
    row: tuple[str, re.Pattern[str], tuple[str, ...]],
) -> None:
    _, pattern, words = row
    assert lacking(pattern.pattern, [word.casefold() for word in words]) == ""


def test_whatever_is_abstracted_as_a_day_has_a_number_or_a_word_of_a_day() -> None:
    behind_a_number = ("st", "nd", "rd", "th")
    assert lacking(features._DAYS.pattern, (*features.DAY_WORDS, *behind_a_number)) == ""
    assert "st" in lacking(features._DAYS.pattern, features.DAY_WORDS)


@pytest.fixture(scope="module")
def said() -> list[str]:
    """The sentences that people wrote."""
    texts = [m.text for m in messages(FOLDER / "train")]
    return sorted({line for text in texts for line in re.split(r"(?<=[.!?])\s|\n", text)})[::20]


@each_pattern
def test_a_pattern_finds_in_what_people_say_what_re_finds(spoken: Spoken, said: list[str]) -> None:
    plain = re.compile(spoken.pattern, re.IGNORECASE)
    for one in said:
        found = plain.search(one)
        assert spoken.is_in(one) == (found is not None), one
        if found is not None:
            assert spoken.is_all_of(found[0]) == (plain.fullmatch(found[0]) is not None)
            assert spoken.all_in(one) == {x[0].lower() for x in plain.finditer(one)}


@given(st.text(st.sampled_from("aAiIsSkKıİſKßẞéÉ'’ \n")))
@example("İs ıt hıs sıſter K")
def test_letters_that_re_takes_for_one_when_it_ignores_cases_are_one(text: str) -> None:
    small = in_small_letters(text)
    assert len(small) == len(text)
    for letter in "aisk":
        assert [m.start() for m in re.finditer(letter, text, re.IGNORECASE)] == [
            n for n, one in enumerate(small) if one == letter
        ]


@pytest.mark.parametrize(
    ("pattern", "words", "hint"),
    [
        (r"\b(?:my|our) mentor\b", ("mentor",), ""),
        (r"\b(?:my|our) mentor\b", ("boss",), "mentor"),
        (r"\bmail\b|\bpost\b", ("mail",), "post"),
        (r"e-?mail", ("email",), "e-mail"),
        (r"(?:by )?letter", ("by",), "letter"),
        (r"(?:\w+ )+letter", ("letter",), ""),
        (r"[Ll]etter|LETTER", ("letter",), ""),
        (r"(?=.*letter)\w+", ("letter",), "<anything>"),
    ],
)
def test_what_a_pattern_may_match_without_its_words_is_told(pattern: str, words: tuple[str, ...], hint: str) -> None:
    told = lacking(pattern, words)
    assert hint in told
    assert bool(told) == bool(hint)
