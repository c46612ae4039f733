"""Bounces, automatic replies and the bot's own letters are never answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage

import pytest

from tests.support.programme import Programme, text_of
from tests.support.whole import DONE


def bounce(p: Programme) -> EmailMessage:
    """Another server's word that a letter could not be delivered."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "Mail Delivery Subsystem <mailer-daemon@health.example>", p.address
    mail["Subject"], mail["Message-ID"] = "Undelivered Mail Returned to Sender", f"<bounce.{p.tag}@health.example>"
    mail["Content-Type"] = 'multipart/report; report-type=delivery-status; boundary="b"'
    mail.set_payload(
        "--b\r\n\r\nThe mail could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; {p.ann.address}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        "\r\n--b--\r\n"
    )
    return mail


def test_a_bounce_is_never_answered_and_the_team_hears_of_it(p: Programme) -> None:
    raw = bounce(p).as_bytes(policy=policy.SMTP)
    p.servers.deliver(raw, p.address, sender="")
    p.servers.wait_for(p.address, 1)
    done = p.round()
    assert [letter["notice"] for letter in done.letters] == ["report_quarantine"]
    assert "could not be delivered" in text_of(p.letter(p.team, "report_quarantine"))


@pytest.mark.parametrize("marked", ["Auto-Submitted", "X-Autoreply", "Return-Path"])
def test_an_out_of_office_is_neither_feedback_nor_answered(p: Programme, marked: str) -> None:
    p.reports(p.jo)
    p.round()
    tomorrow = datetime.now(UTC) + timedelta(days=1)  # back before the feedback is due, so that nobody need hear
    words = f"I am away until {tomorrow:%d %B %Y}."
    mail = p.ann.answers(datetime.now(UTC), p.letter(p.ann, "forward_report"), words)
    if marked == "Return-Path":
        p.servers.deliver(mail.as_bytes(policy=policy.SMTP), mail["To"].addresses[0].addr_spec, sender="")
        p.servers.wait_for(p.address, 1)
    else:
        mail[marked] = "auto-replied" if marked == "Auto-Submitted" else "yes"
        p.sends(p.ann, mail)
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["automatic"]
    assert done.letters == []
    assert p.report(p.jo).answered is None
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 2)


def test_a_letter_of_our_own_that_comes_back_is_left_alone(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.sends(p.ann, p.letter(p.ann, "forward_report"))
    done = p.round()
    assert [entry["taken_for"] for entry in done.taken_in] == ["own"]
    assert done.letters == []
