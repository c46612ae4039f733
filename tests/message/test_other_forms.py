"""Other forms of the same words are no documents, and are read where they are alone (RFC 2046, 5.1.4)."""

from __future__ import annotations

import pytest

from qibot.message import Mail, parse

HEAD = b"From: jo@school.example\r\nTo: qi@x.example\r\nSubject: Question\r\nMIME-Version: 1.0\r\n"
PLAIN = "Content-Type: text/plain; charset=utf-8\n\nHow many measures should I have?\n"
PAGE = "Content-Type: text/html; charset=utf-8\n\n<p>How many measures should I have?</p>\n"


def alternatives(*parts: str, kind: str = "alternative") -> Mail:
    body = f'Content-Type: multipart/{kind}; boundary="b"\n\n' + "".join(f"--b\n{p}\n" for p in parts) + "--b--\n"
    return parse(HEAD + body.replace("\n", "\r\n").encode())


FORMS = [
    "text/enriched", "text/richtext", "text/rtf", "application/rtf", "text/x-amp-html", "text/watch-html",
    "text/markdown", "text/x-unheard-of", 'text/rtf; name="message.rtf"',
]  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_form_beside_the_usual_ones_is_neither_document_nor_words(kind: str, place: int) -> None:
    forms = [PLAIN, PAGE]
    forms.insert(place, f"Content-Type: {kind}\n\nSomething for nobody else.\n")
    found = alternatives(*forms)
    assert (found.text, found.documents) == ("How many measures should I have?", ())
    assert "nobody else" not in found.html


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("text/enriched", "<bold>How</bold> many\nmeasures<color><param>red</param> should</color> I have?\n\n1 << 2"),
        ("text/richtext", "<bold>How</bold> many measures should I have?<nl>1 <lt> 2"),
        ("text/markdown", "How many measures should I have?\n1 < 2"),
        ("text/x-amp-html", "<html amp4email><p>How many measures should I have?<br>1 &lt; 2</p></html>"),
    ],
)
def test_a_form_that_is_alone_is_read(kind: str, said: str) -> None:
    for found in (
        alternatives(f"Content-Type: {kind}\n\n{said}\n"),
        *([parse(HEAD + f"Content-Type: {kind}\r\n\r\n{said}\r\n".encode())] if "amp" not in kind else []),
    ):
        assert " ".join(found.text.split()).replace("<<", "<") == "How many measures should I have? 1 < 2"
        assert found.documents == ()


@pytest.mark.parametrize(
    "part",
    [
        'Content-Type: text/rtf; name="Report 2.rtf"\n\n{\\rtf1 x}',
        'Content-Type: text/plain; name="Report 2.txt"\n\nMy report.',
        'Content-Type: text/markdown\nContent-Disposition: attachment; filename="Report 2.md"\n\nMy report.',
        'Content-Type: text/csv; name="data.csv"\nContent-Disposition: attachment\n\n1,2',
        'Content-Type: application/rtf; name="message.rtf"\nContent-Disposition: attachment\n\n{\\rtf1 x}',
        'Content-Type: multipart/mixed; boundary="m"\n\n--m\nContent-Type: application/pdf\n\n%PDF\n--m--',
    ],
)
def test_a_file_is_a_document_wherever_it_lies(part: str) -> None:
    for kind in ("alternative", "mixed"):
        assert len(alternatives(PLAIN, part, kind=kind).files) == 1


def test_a_page_that_repeats_the_words_belongs_to_them() -> None:
    named = 'Content-Disposition: attachment; filename="Untitled.html"\n'
    twin, other = PAGE, PAGE.replace("How many measures", "The aim is that measures")
    assert alternatives(PLAIN, named + twin, kind="mixed").files == ()
    assert len(alternatives(PLAIN, named + other, kind="mixed").files) == 1


def test_what_says_nothing_in_a_digest_is_a_mail() -> None:
    letter = "From: ann@health.example\nSubject: Jo\n\nNot for her."
    inner = f'Content-Type: multipart/digest; boundary="d"\n\n--d\n\n{letter}\n--d--'
    found = alternatives(PLAIN, inner, kind="mixed")
    assert [d.content_type for d in found.files] == ["message/rfc822"]
    assert "Not for her" not in found.text
