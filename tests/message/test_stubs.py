"""A plain text that stands in for the page beside it hides nothing; one that says something is read as ever."""

from __future__ import annotations

import pytest

from tests.support.mails import multipart, part

PAGE = "<p>What I liked: the aim says how much and by when.</p><p>Even better if there were a run chart. Ann</p>"
STUBS = {
    "a dot": ".",
    "dashes": "--",
    "an object's place": "\ufffc",
    "a picture's place": "[cid:ii_m3x1]",
    "a picture's place, by Gmail": "[image: banner.png]",
    "a telephone's tag": "Sent from my iPhone",
    "a signature's place": "[Exclaimer Signature]",
    "Exchange": "Your email client does not support HTML messages.",
    "a newsletter's program": "This email contains HTML only. View it in your browser: https://m.example/v?u=1",
    "a library": "This is a multi-part message in MIME format.",
    "Thunderbird": "This message is in HTML format. Please use an HTML capable mail program to read it.",
    "German": "Ihr E-Mail-Programm unterstützt leider keine HTML-Darstellung.",
    "French": "Votre logiciel de messagerie ne prend pas en charge le format HTML.",
    "letters lost": "???? ?? ?????",
}
TRUE = {
    "the same words": "What I liked: the aim says how much and by when.\n\nEven better if there were a run chart. Ann",
    "folded": "What I liked: the aim says\nhow much and by when. Even better if\nthere were a run chart. Ann",
    "fewer words, no banner or footer": "Even better if there were a run chart.",
    "one word": "Ann",
    "words about pages": "What I liked: the aim says how much. Even better: can you view the chart in your browser?",
}


@pytest.mark.parametrize("plain", STUBS.values(), ids=STUBS)
def test_a_stub_is_not_read_where_the_page_says_it_all(plain: str) -> None:
    text = _of(plain, PAGE).text
    assert text.startswith("What I liked: the aim says how much and by when.")
    assert plain == "." or plain not in text


@pytest.mark.parametrize("plain", TRUE.values(), ids=TRUE)
def test_a_plain_text_that_says_what_the_page_does_is_read_as_ever(plain: str) -> None:
    assert _of(plain, PAGE).text == plain


def test_of_other_words_in_text_and_page_both_are_read() -> None:
    text = _of("Please keep this from her, she is not coping.", PAGE).text
    assert text.startswith("What I liked")
    assert text.endswith("Please keep this from her, she is not coping.")


@pytest.mark.parametrize("plain", ["\U0001f44d", "[image: chart.png]", "."])
def test_a_page_without_words_takes_no_text_away(plain: str) -> None:
    assert _of(plain, "<p>\U0001f44d<img src='cid:1'></p>").text == plain


def test_a_long_text_is_no_stub() -> None:
    words = "Words in HTML that the page hasn't. " * 40
    assert _of(words, PAGE).text == words.strip()


def _of(plain: str, page: str):  # type: ignore[no-untyped-def]
    texts = part("text/plain; charset=utf-8", plain.encode()), part("text/html; charset=utf-8", page.encode())
    return multipart("alternative", *texts)
