"""What a message is not: a person's words to the programme.

Own mail, bounces, automatic answers and bulk mail are told by structure and headers (RFC 3464, RFC 3834, RFC 2919),
never by guessing at words. None of them is answered; none counts as a report, as feedback or as contact.
"""

from __future__ import annotations

from enum import StrEnum

from qibot.mail import Mail
from qibot.threads import Threads


class Kind(StrEnum):
    """What keeps a message from being read as a person's words."""

    OWN = "own"
    BOUNCE = "bounce"
    AUTOMATIC = "automatic"
    BULK = "bulk"


_DAEMONS = ("mailer-daemon@", "postmaster@")


def screen(mail: Mail, threads: Threads) -> Kind | None:
    """The first of the kinds that fits, in the order in which they are asked; None for a person's words."""
    if _own(mail, threads):
        return Kind.OWN
    if _bounce(mail):
        return Kind.BOUNCE
    if _automatic(mail):
        return Kind.AUTOMATIC
    if _bulk(mail):
        return Kind.BULK
    return None


def _own(mail: Mail, threads: Threads) -> bool:
    """A letter of ours that came back by a forwarding or a copy: by its signed Message-ID, or from our own address."""
    return mail.sender == threads.mailbox or threads.matter_of_id(mail.message_id) is not None


def _bounce(mail: Mail) -> bool:
    if mail.content_type == "multipart/report" and "message/delivery-status" in mail.kinds:
        return True
    null_path = any(path.strip() == "<>" for path in mail.fields("Return-Path"))
    from_daemon = bool(mail.sender) and str(mail.sender).startswith(_DAEMONS)
    return bool(mail.fields("X-Failed-Recipients")) or (from_daemon and (null_path or not mail.files))


def _automatic(mail: Mail) -> bool:
    submitted = [value.split(";")[0].strip().lower() for value in mail.fields("Auto-Submitted")]
    if any(value and value != "no" for value in submitted):
        return True
    if mail.content_type == "multipart/report" or "message/disposition-notification" in mail.kinds:
        return True
    marks = ("X-Autoreply", "X-Autorespond", "X-Auto-Response", "X-AutoReply-From", "X-Mail-Autoreply")
    if any(mail.fields(name) for name in marks):
        return True
    if any(path.strip() == "<>" for path in mail.fields("Return-Path")):
        return True
    return any(
        value.lower().split(",")[0].strip() in ("auto_reply", "auto-reply") for value in mail.fields("Precedence")
    )


def _bulk(mail: Mail) -> bool:
    if any(mail.fields(name) for name in ("List-Id", "List-Post", "List-Unsubscribe")):
        return True
    return any(value.strip().lower() in ("bulk", "list", "junk") for value in mail.fields("Precedence"))
