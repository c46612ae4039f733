"""Mail to and from the demo's servers, as a test writes and reads it."""

from __future__ import annotations

import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

from imapclient import IMAPClient

from qibot.demo.servers import HOST, EmbeddedMail

BOT, MENTOR, JO = "bot@lab.example", "mentor@lab.example", "jo@lab.example"
NOTE = b"From: jo@lab.example\r\nTo: everybody@else.example\r\nSubject: October\r\n\r\nDone.\r\n"
INDIA = timezone(timedelta(hours=5, minutes=30))


class Clock:
    """Stands until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 16, 9, 0, 7, tzinfo=INDIA)

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def logged_in(mail: EmbeddedMail, user: str = BOT) -> Iterator[IMAPClient]:
    with IMAPClient(HOST, mail.imap_port, ssl=False, timeout=10) as client:
        client.normalise_times = False
        client.login(user, mail.password)
        client.select_folder("INBOX")
        yield client


def send(mail: EmbeddedMail, raw: bytes, *to: str, sender: str = JO) -> None:
    with smtplib.SMTP(HOST, mail.smtp_port, timeout=10) as smtp:
        smtp.sendmail(sender, to or [BOT], raw)


def top(to: str = BOT, sender: str = JO) -> bytes:
    return f"Return-Path: <{sender}>\r\nDelivered-To: {to}\r\n".encode()


def wait_for_exists(client: IMAPClient, number: int) -> bool:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if any(answer[:2] == (number, b"EXISTS") for answer in client.idle_check(timeout=1)):
            return True
    return False
