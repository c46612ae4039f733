"""Mail whose words are wrapped up is known as such, in the shapes that programs and gateways give it."""

from __future__ import annotations

import base64

import pytest

from qibot.message import parse
from qibot.message.wrapped import ENCRYPTED, SIGNED, UNKNOWN

HEAD = b"From: Ann Lee <ann@health.example>\r\nTo: qi@x.example\r\nSubject: Jo\r\nMIME-Version: 1.0\r\n"
DER = bytes.fromhex("308006092a864886f70d010702a080")
ARMOUR = "-----BEGIN PGP MESSAGE-----\n\nhQEMA6J3pX0n\n=abcd\n-----END PGP MESSAGE-----\n"
FOOTER = "Content-Type: text/plain\n\nThis e-mail is confidential and for whom it is addressed to alone.\n"


def part(kind: str, data: bytes, name: str = "") -> str:
    named = f'; name="{name}"\nContent-Disposition: attachment; filename="{name}"' if name else ""
    return f"Content-Type: {kind}{named}\nContent-Transfer-Encoding: base64\n\n{base64.encodebytes(data).decode()}"


def armoured(name: str) -> str:
    return part("application/octet-stream", ARMOUR.encode(), name)


def text(said: str) -> str:
    return f"Content-Type: text/plain; charset=utf-8\n\n{said}\n"


def mixed(*parts: str, kind: str = "mixed") -> str:
    return f'Content-Type: multipart/{kind}; boundary="b"\n\n' + "".join(f"--b\n{p}\n" for p in parts) + "--b--\n"


def why(body: str) -> str:
    return parse(HEAD + body.replace("\n", "\r\n").encode()).wrapped


SIGNED_TYPE = "application/pkcs7-mime; smime-type=signed-data"
VERSION = "Content-Type: application/pgp-encrypted\n\nVersion: 1\n"


WRAPPED = [
    (part(SIGNED_TYPE, DER, "smime.p7m"), SIGNED),
    (part(SIGNED_TYPE, DER), SIGNED),
    (mixed(part(SIGNED_TYPE, DER, "smime.p7m"), FOOTER), SIGNED),
    (part("application/x-pkcs7-mime", DER, "smime.p7m"), ENCRYPTED),
    (part("application/pkcs7-mime; smime-type=authEnveloped-data", DER, "smime.p7m"), ENCRYPTED),
    (part("application/octet-stream", DER, "smime.p7m"), ENCRYPTED),
    (mixed(part("application/octet-stream", DER, "smime.p7m"), FOOTER), ENCRYPTED),
    (mixed(VERSION, armoured("encrypted.asc"), kind="encrypted"), ENCRYPTED),
    (mixed(text(""), VERSION, armoured("encrypted.asc")), ENCRYPTED),
    (mixed(text(""), armoured("msg.asc")), ENCRYPTED),
    (mixed(text(""), armoured("Report 2.docx.pgp")), ENCRYPTED),
    (text(ARMOUR), ENCRYPTED),
    (text(f"Hi Ann, report 2:\n\n{ARMOUR}"), ENCRYPTED),
    (mixed(part("text/rtf", b"{\\rtf1 x}"), kind="alternative"), UNKNOWN),
]


@pytest.mark.parametrize(("body", "wanted"), WRAPPED)
def test_words_that_are_wrapped_up_are_known_to_be(body: str, wanted: str) -> None:
    assert why(body) == wanted


IN_CLEAR = [
    text("Thanks, got it."),
    text("They sent me a block that began with -----BEGIN PGP MESSAGE----- and I can't read it."),
    text("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThanks, got it.\n-----BEGIN PGP SIGNATURE-----\n\nx"),
    mixed(text("Here is my report."), part("application/pkcs7-signature", DER, "smime.p7s"), kind="signed"),
    mixed(text("Here is my report, signed by itself."), part(SIGNED_TYPE, DER, "Report 2.pdf.p7m")),
    mixed(text("Here is the data, the key comes by post."), armoured("d.pgp")),
    mixed(text("My key is attached to this mail."), part("application/pgp-keys", b"-----BEGIN", "key.asc")),
    mixed(text("Thanks, got it."), part("application/pkcs7-mime; smime-type=certs-only", DER, "certs.p7c")),
    mixed(text(""), part("application/pdf", b"%PDF-1.4", "Report 2.pdf")),
]


@pytest.mark.parametrize("body", IN_CLEAR)
def test_what_is_signed_in_clear_or_comes_beside_words_is_read(body: str) -> None:
    assert why(body) == ""
