"""A header field is read however it is written, and can smuggle nothing into a letter."""

from __future__ import annotations

import pytest

from qibot.message.mail import parse
from tests.support.mails import mail


@pytest.mark.parametrize(
    "written",
    [
        b"Fr\xc3\xb6sche im Teich",
        b"Fr\xf6sche im Teich",
        b"=?utf-8?q?Fr=C3=B6sche?= im Teich",
        b"=?iso-8859-1?Q?Fr=F6sche_im_Teich?=",
        b"=?UTF-8?B?RnLDtnNjaGU=?=\r\n =?utf-8?q?_im?=\r\n\tTeich",
        b"Fr\xc3\xb6sche\r\n im Teich",
        b"=?utf-8?q?Fr=C3=B6?= =?utf-8?q?sche_im_Teich?=",
        b"=?x-unknown?q?Fr=F6sche_im_Teich?=",
        b"=?us-ascii?q?Fr=C3=B6sche_im_Teich?=",
        b"  Fr\xc3\xb6sche im\xc2\xa0Teich \x07 ",
    ],
)
def test_a_subject_is_read_however_it_is_written(written: bytes) -> None:
    assert mail(b"Subject: " + written).subject == "Frösche im Teich"


@pytest.mark.parametrize("broken", ["=?utf-8?b?####?=", "=?utf-8?x?abc?=", "=?utf-8?q?", "=?=?=", "=?rot13?b?A?= x"])
def test_a_broken_encoded_word_does_no_harm(broken: str) -> None:
    assert mail(f"Subject: Report {broken}").subject.startswith("Report")


def test_the_first_subject_counts() -> None:
    assert mail("Subject: one", "Subject: two").subject == "one"


def test_header_fields_that_are_missing_are_empty() -> None:
    read = parse(b"\r\nHello")
    assert (read.sender, read.sender_name, read.to, read.subject, read.message_id) == (None, "", (), "", "")
    assert (read.in_reply_to, read.references, read.is_reply) == ((), (), False)
    assert read.text == "Hello"


def test_a_subject_can_make_no_header_of_a_letter() -> None:
    hostile_subject = "=?utf-8?q?a=0D=0ABcc:_x=40y.example?="
    assert mail(f"Subject: {hostile_subject}").subject == "a  Bcc: x@y.example"


def test_a_subject_has_300_characters_at_most_and_none_that_hide_or_turn() -> None:
    assert len(mail("Subject: " + "x" * 5000).subject) == 300
    assert mail("Subject: a\u202eb\u200bc\u0000d").subject == "abcd"


def test_ids_are_read_without_their_brackets() -> None:
    read = mail("Message-ID: <a@b>", "In-Reply-To: <c@d>", "References: <e@f>\r\n <c@d>")
    assert (read.message_id, read.in_reply_to, read.references) == ("a@b", ("c@d",), ("e@f", "c@d"))
    assert read.is_reply


@pytest.mark.parametrize("written", ["<a b@c>", "a@b", "<>", "<a@b", "<a@b\r\n c>", "<é@b>", "<" + "x" * 501 + ">"])
def test_what_is_no_id_is_none(written: str) -> None:
    assert mail(f"Message-ID: {written}", f"References: {written}").message_id == ""
    assert mail(f"References: {written}").references == ()


def test_of_very_many_references_the_last_hundred_of_those_read_are_kept() -> None:
    read = mail("References: " + " ".join(f"<{i}@x>" for i in range(1000)))
    assert len(read.references) == 100
    assert read.references[-1] == "999@x"
    assert len(mail("References: " + "<a@x> " * 50_000).references) == 100


def test_everywhere_that_a_message_went_is_read_in_lower_case_and_once() -> None:
    read = mail("To: A@x.example, Bob <b@x.example>", "Cc: a@x.example", "Delivered-To: bot+t@x.example", "Bcc: no@x")
    assert read.to == ("a@x.example", "b@x.example", "bot+t@x.example")


def test_no_more_than_500_addresses_are_read() -> None:
    assert len(mail(*["To: " + ", ".join(f"a{j}.{i}@x.example" for i in range(500)) for j in range(3)]).to) == 500
