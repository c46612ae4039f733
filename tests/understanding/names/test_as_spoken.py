"""A first name that is a word, too, is the mentor's only where it can be told from the word."""

from __future__ import annotations

import re

import pytest

from qibot.understanding.names.bearers import as_spoken


@pytest.mark.parametrize(
    "text",
    ["I will add the missed data later.", "Sorry it's unclear in parts, will fix.", "Will send it tonight."],
)
def test_a_word_is_no_name(text: str) -> None:
    assert not re.search(rf"\b{as_spoken('Will')}\b", text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["Will's never there.", "I don't trust Will with this.", "Will was rude to me."])
def test_a_name_is_one(text: str) -> None:
    assert re.search(rf"\b{as_spoken('Will')}\b", text, re.IGNORECASE)


def test_a_name_that_is_no_word_needs_no_capital() -> None:
    assert re.search(rf"\b{as_spoken('Ann')}\b", "i don't trust ann with this", re.IGNORECASE)
