"""What is no person's words: the specification of the room."""

from __future__ import annotations

import pytest

from qibot.message.mail import parse
from qibot.screening.screen import Kind, screen
from tests.support.build import BOT, THREADS, mail

DSN = b"""From: MAILER-DAEMON@mx.example\r
To: qi.reports@council.example\r
Subject: Undelivered Mail Returned to Sender\r
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
\r
--b\r
Content-Type: text/plain\r
\r
I'm sorry.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example\r
\r
Final-Recipient: rfc822; ann@health.example\r
Action: failed\r
Status: 5.1.1\r
--b--\r
"""


def test_a_persons_mail_is_none_of_them() -> None:
    assert screen(mail(), THREADS) is None


def test_our_own_letter_that_came_back_is_told_by_its_signature() -> None:
    own = THREADS.message_id("2026-27/jo.smith", 1, "k")
    assert screen(mail(Message_ID=f"<{own}>"), THREADS) is Kind.OWN


def test_mail_from_the_mailbox_itself_is_our_own() -> None:
    assert screen(mail(sender=BOT), THREADS) is Kind.OWN


def test_a_delivery_status_report_is_a_bounce() -> None:
    assert screen(parse(DSN), THREADS) is Kind.BOUNCE


def test_failed_recipients_in_the_header_are_a_bounce() -> None:
    assert screen(mail(X_Failed_Recipients="ann@health.example"), THREADS) is Kind.BOUNCE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Auto_Submitted", "auto-replied (vacation)"),
        ("Auto_Submitted", "auto-generated"),
        ("X_Autoreply", "yes"),
        ("X_Autorespond", "x"),
        ("Precedence", "auto_reply"),
        ("Return_Path", "<>"),
    ],
)
def test_automatic_answers_say_so_in_their_headers(name: str, value: str) -> None:
    assert screen(mail(subject="Out of office", **{name: value}), THREADS) is Kind.AUTOMATIC


def test_auto_submitted_no_is_a_person() -> None:
    assert screen(mail(Auto_Submitted="no"), THREADS) is None


@pytest.mark.parametrize(
    ("name", "value"), [("List_Id", "<l.example>"), ("Precedence", "bulk"), ("Precedence", "list")]
)
def test_lists_and_bulk_say_so_too(name: str, value: str) -> None:
    assert screen(mail(**{name: value}), THREADS) is Kind.BULK
