"""What a program folded is put together where it says how (RFC 3676); Latin-1 is read as browsers read it."""

from __future__ import annotations

import pytest

from tests.support.mails import mail

DELSP = "Content-Type: text/plain; charset=us-ascii; format=flowed; delsp=yes"
LINK = "https://example-my.sharepoint.example/:w:/g/personal/ \r\njo_school/EabcDEF123?e=x"


def test_a_link_that_was_folded_is_whole() -> None:
    text = mail(DELSP, body=f"Report 2 is here: {LINK}\r\n\r\nJo\r\n".encode()).text
    assert (
        text == "Report 2 is here: https://example-my.sharepoint.example/:w:/g/personal/jo_school/EabcDEF123?e=x\n\nJo"
    )


def test_words_keep_the_blank_that_is_theirs() -> None:
    assert (
        mail(DELSP, body=b"How many mea \r\nsures should  \r\nI have?\r\n").text == "How many measures should I have?"
    )


def test_a_quotation_and_a_signature_stay_apart() -> None:
    read = mail(DELSP, body=b"Thanks \r\n> how many mea \r\n> sures?\r\nTwo.\r\n-- \r\nJo \r\n")
    assert read.text == "Thanks\n> how many measures?\nTwo.\n--\nJo"


@pytest.mark.parametrize(
    "params", ["", "; format=flowed", "; format=flowed; delsp=no", "; delsp=yes", "; format=fixed"]
)
def test_other_texts_keep_their_lines(params: str) -> None:
    assert mail(f"Content-Type: text/plain{params}", body=b"one \r\ntwo\r\n").text == "one\ntwo"


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "ISO_8859-1", "windows-1252"])
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable"])
def test_quotation_marks_and_dashes_of_windows_are_kept_whatever_their_label(label: str, encoding: str) -> None:
    body = "Should I have “two” – or more?".encode("cp1252")
    if encoding == "quoted-printable":
        body = b"".join(b"=%02X" % b if b > 126 else bytes([b]) for b in body)
    read = mail(f"Content-Type: text/plain; charset={label}", f"Content-Transfer-Encoding: {encoding}", body=body)
    assert read.text == "Should I have “two” – or more?"


def test_letters_of_latin_1_and_bytes_that_are_none_of_windows_are_read() -> None:
    field = "Content-Type: text/plain; charset=iso-8859-1"
    assert mail(field, body="Frösche über Öl".encode("latin-1")).text == "Frösche über Öl"
    assert "Fr" in mail(field, body=b"Fr\x81\xf6sche").text
    assert mail("Content-Type: text/plain; charset=iso-8859-15", body=b"\xa4 5").text == "€ 5"
