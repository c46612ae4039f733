"""What is encrypted, cut off or beyond the limits is known as such."""

from __future__ import annotations

import pytest

from qibot.errors import MailUnreadable
from qibot.message.mail import parse
from tests.support import hostile
from tests.support.mails import ALICE, PLAIN, container, mail, raw


@pytest.mark.parametrize(
    ("kind", "encrypted"),
    [
        ('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x', True),
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", True),
        ("application/x-pkcs7-mime; name=smime.p7m", True),
        ("application/pkcs7-mime; smime-type=signed-data", True),
        ("text/plain", False),
    ],
)
def test_what_is_encrypted_is_known_as_such(kind: str, encrypted: bool) -> None:
    assert (mail(f"Content-Type: {kind}", body=b"QUJD").wrapped != "") is encrypted


def test_a_message_that_ends_before_its_last_boundary_is_cut() -> None:
    whole = hostile.report(ALICE)
    assert not parse(whole).cut
    assert parse(whole[:-7]).cut
    assert parse(whole[: len(whole) // 2]).cut


def test_limits_are_those_given() -> None:
    long = raw("X: " + "y" * 3000, body=b"")
    assert parse(long, header_limit=4000).sender == ALICE
    with pytest.raises(MailUnreadable, match="header"):
        parse(long, header_limit=2000)
    many = b"From: a@b.c\r\n" + container("mixed", *[PLAIN] * 20)
    assert parse(many, parts_limit=20).text
    with pytest.raises(MailUnreadable, match="more than 19 parts"):
        parse(many, parts_limit=19)
