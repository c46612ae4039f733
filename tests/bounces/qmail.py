"""qmail and its heirs, which say it in plain words."""

from __future__ import annotations

from tests.bounces.plain import PLAIN, RFC822, plain
from tests.bounces.shape import (
    ANN,
    Cause,
    letter,
    part,
    whole,
)
from tests.support.build import BOT


def qmail(cause: Cause) -> bytes:
    head = "Return-Path: <>\nFrom: MAILER-DAEMON@mail.health.example\nSubject: failure notice\n"
    text = (
        "Hi. This is the qmail-send program at mail.health.example.\nI'm afraid I wasn't able to deliver your "
        "message to the "
        "following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n"
        f"<{ANN}>:\n192.0.2.1 does not like recipient.\nRemote host said: {cause.said.format(a=ANN)}\nGiving up "
        f"on 192.0.2.1.\n\n"
        f"--- Below this line is a copy of the message.\n\nReturn-Path: <{BOT}>\n{letter()}"
    )
    return plain(head, text, typed=False)


def qmail_at_a_provider(cause: Cause) -> bytes:
    """The same without Return-Path, its sender a postmaster."""
    return qmail(cause).replace(b"Return-Path: <>\r\nFrom: MAILER-DAEMON@", b"From: postmaster@")


def qmail_in_parts(cause: Cause) -> bytes:
    """A patched qmail that returns the message as a part."""
    head = f"From: MAILER-DAEMON@mail.health.example\nTo: {BOT}\nSubject: failure notice\n"
    text = (
        "Hi. This is the qmail-send program at mail.health.example.\nI'm afraid I wasn't able to deliver your "
        "message to the "
        f"following addresses.\n\n<{ANN}>:\n{cause.said.format(a=ANN)}\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part(RFC822, letter()))


def yahoo(cause: Cause) -> bytes:
    head = "Return-Path: <>\nFrom: MAILER-DAEMON@yahoo.com\nSubject: Failure Notice\n"
    text = (
        f"Sorry, we were unable to deliver your message to the following address.\n\n<{ANN}>:\n"
        f"{cause.said.format(a=ANN)}\n\n"
        f"--- Below this line is a copy of the message.\n\n{letter()}"
    )
    return plain(head, text)


def aol(cause: Cause) -> bytes:
    head = (
        "Return-Path: <>\nFrom: Mail Delivery Subsystem <MAILER-DAEMON@aol.com>\n"
        "Subject: Returned mail: see transcript for details\n"
    )
    text = (
        "Your mail to the following recipients could not be delivered because they are not accepting mail from "
        "you:\n\n"
        f"   ----- The following addresses had permanent fatal errors -----\n<{ANN}>\n\n   ----- Transcript of "
        f"session follows "
        f"-----\n... while talking to air.mail.aol.com.:\n<<< {cause.said.format(a=ANN)}\n\n   ----- Original "
        f"message follows -----\n\n{letter()}"
    )
    return plain(head, text)
