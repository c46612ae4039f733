"""Patterns that are held against a text in small letters see what they would see whatever its case."""

from __future__ import annotations

import pytest

from qibot.preread.loose import Loose

_FEELS = Loose(r"\b(?:feel\w*|glad)\b")


@pytest.mark.parametrize("text", ["We FEEL it.", "Glad of it", "\u0130 feel", "They are glad"])
def test_it_is_found_whatever_its_case(text: str) -> None:
    assert _FEELS.search(text)


def test_what_it_holds_is_told_in_small_letters() -> None:
    assert _FEELS.all_in("Feeling GLAD") == ["feeling", "glad"]
    assert _FEELS.all_in("a lad") == []


def test_it_begins_with_it_or_is_it() -> None:
    assert _FEELS.match("Feels so") and not _FEELS.match("so feels")
    assert _FEELS.fullmatch("GLAD") and not _FEELS.fullmatch("glad of")


def test_a_pattern_with_a_capital_would_never_be_found_and_is_refused() -> None:
    with pytest.raises(ValueError, match="small letters"):
        Loose(r"\bMonday\b")
    assert Loose(r"(?P<day>monday)\W\S").search("Monday x")
