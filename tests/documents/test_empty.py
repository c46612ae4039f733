"""A document without a word or a picture is said to be empty; one that shows anything isn't."""

from __future__ import annotations

from time import process_time

import pytest

from qibot.documents.conditions import EMPTY, condition
from qibot.documents.work import Work
from tests.support.papers import zipped

BODY = (
    "<office:document-content><office:automatic-styles/><office:body><office:text>{}</office:text></office:body>"
    "</office:document-content>"
)


def odt(body: str) -> bytes:
    return zipped({"content.xml": BODY.format(body)})


@pytest.mark.parametrize("body", ["", "<text:p/>", '<text:sequence-decls/><text:p text:style-name="P1"> \n</text:p>'])
def test_an_odt_without_words_is_empty(body: str) -> None:
    assert condition("Report 1.odt", odt(body), Work()) == EMPTY


@pytest.mark.parametrize("body", ["<text:p>Aim</text:p>", "<text:p>a</text:p>", "<draw:frame/>", "<table:table/>"])
def test_an_odt_that_shows_anything_is_not(body: str) -> None:
    assert condition("Report 1.odt", odt(body), Work()) == ""


@pytest.mark.parametrize(
    "text", [r"{\rtf1\ansi{\fonttbl}\pard\par}", r"{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator Word;}\pard\f0\fs22\par }"]
)
def test_an_rtf_without_words_is_empty(text: str) -> None:
    assert condition("Report 1.rtf", text.encode(), Work()) == EMPTY


@pytest.mark.parametrize(
    "text", [r"{\rtf1 Aim\par}", r"{\rtf1\pard\u1040?}", r"{\rtf1{\pict 00}}", r"{\rtf1{\b x}}", r"{\rtf1\'e9}"]
)
def test_an_rtf_that_shows_anything_is_not(text: str) -> None:
    assert condition("Report 1.rtf", text.encode(), Work()) == ""


def test_hostile_ones_take_no_time() -> None:
    begun = process_time()
    condition("a.odt", odt(">" + " " * 900_000), Work())
    condition("a.rtf", b"{\\rtf1" + b"{\\*{}" * 12_000, Work())
    assert process_time() - begun < 1  # seconds; it takes a hundredth of one
