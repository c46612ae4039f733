"""Reads a hostile message as the bot would: within bounds, or refused with words."""

from __future__ import annotations

import time

from qibot.errors import MailUnreadable
from qibot.message.mail import Mail, parse

SECONDS = 10.0  # generous: the slowest takes one and a half here
MEGABYTES = 300


def read(raw: bytes) -> Mail | None:
    """The message as read, None where it is beyond the limits; any other error goes through."""
    began = time.monotonic()
    try:
        mail = parse(raw)
    except MailUnreadable as e:
        assert str(e)
        return None
    finally:
        assert time.monotonic() - began < SECONDS
    "\n".join(
        (
            mail.text,
            mail.said.new_text,
            mail.said.page,
            mail.subject,
            mail.sender_name,
            *(d.name for d in mail.documents),
        )
    ).encode()
    return mail
