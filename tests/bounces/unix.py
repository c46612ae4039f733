"""Servers on Unix that write a report with fields: Postfix, sendmail, Exim, OpenSMTPD, Dovecot, Courier."""

from __future__ import annotations

from tests.bounces.kinds import HEADERS, REPORT, RFC822, TEXT, UTF8
from tests.bounces.shape import (
    ANN,
    DELAYED,
    OURS,
    SUBJECT,
    Cause,
    letter,
    part,
    recipient,
    status,
    whole,
)
from tests.support.build import BOT


def postfix(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    subject = "Delayed Mail (still being retried)" if late else "Undelivered Mail Returned to Sender"
    head = (
        f"Return-Path: <>\nFrom: MAILER-DAEMON@relay.council.example (Mail Delivery System)\nSubject: {subject}\n"
        f"To: {BOT}\nAuto-Submitted: auto-replied\nMessage-Id: <20261012081500.4XyZ@relay.council.example>\n"
    )
    news = (
        "####################################################################\n"
        "# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n"
        "####################################################################\n\n"
        "Your message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n"
        if late
        else "I'm sorry to have to inform you that your message could not\n"
        "be delivered to one or more recipients. It's attached below.\n"
    )
    text = (
        f"This is the mail system at host relay.council.example.\n\n{news}\n"
        f"<{ANN}>: host mx.health.example[192.0.2.1] said: {cause.said.format(a=ANN)}\n    (in reply to RCPT TO "
        f"command)\n"
    )
    return whole(
        head, REPORT, part(TEXT, text, "Notification"),
        status(recipient(cause, original=ANN, Remote_MTA="dns; mx.health.example"), mta="relay.council.example"),
        part(HEADERS if late else RFC822, letter(headers=late), "Undelivered Message"),
        preamble="This is a MIME-encapsulated message.",
    )  # fmt: skip


def postfix_at_a_provider(cause: Cause) -> bytes:
    """Stored with Return-Path <MAILER-DAEMON>, which some providers' delivery makes of the null path."""
    return postfix(cause).replace(b"Return-Path: <>", b"Return-Path: <MAILER-DAEMON>")


def sendmail(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    subject = (
        "Warning: could not send message for past 4 hours" if late else "Returned mail: see transcript for details"
    )
    head = (
        f"Return-Path: <MAILER-DAEMON@mail.health.example>\nDate: Mon, 12 Oct 2026 09:15:00 +0100\n"
        "From: Mail Delivery Subsystem <MAILER-DAEMON@mail.health.example>\n"
        f"Message-Id: <202610120815.x9C8F0@mail.health.example>\nTo: <{BOT}>\nSubject: {subject}\n"
        f"Auto-Submitted: auto-generated ({'warning-timeout' if late else 'failure'})\n"
    )
    warned = (
        "    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n"
        "    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n"
        "    **********************************************\n\n"
    )
    heading = "had transient non-fatal errors" if late else "had permanent fatal errors"
    text = (
        f"{warned if late else ''}The original message was received at Mon, 12 Oct 2026 09:00:01 +0100\n"
        f"from relay.council.example [192.0.2.7]\n\n   ----- The following addresses {heading} -----\n<{ANN}>\n"
        f"    (reason: {cause.said.format(a='')[:60]})\n\n   ----- Transcript of session follows -----\n"
        f"... while talking to mx.health.example.:\n>>> DATA\n<<< {cause.said.format(a=ANN)}\n"
    )
    return whole(head, REPORT, part("text/plain", text), status(recipient(cause)), part(RFC822, letter()),
                 preamble="This is a MIME-encapsulated message")  # fmt: skip


def exim(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    subject = (
        "Warning: message 1tAbCd-0001 delayed 24 hours" if late else "Mail delivery failed: returning message to sender"
    )
    head = (
        f"Return-path: <>\nX-Failed-Recipients: {ANN}\nAuto-Submitted: auto-replied\n"
        f"From: Mail Delivery System <Mailer-Daemon@mail.health.example>\nTo: {BOT}\n"
        f"References: <{OURS}>\nSubject: {subject}\nMessage-Id: <E1tAbCd-0002@mail.health.example>\n"
    )
    if late:
        head = head.replace(f"X-Failed-Recipients: {ANN}\n", "")
    text = (
        "This message was created automatically by mail delivery software.\n\n"
        + (
            "A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 "
            "hours on the queue on mail.health.example.\n"
            if late
            else "A message that you sent could not be delivered to one or more of its\n"
            "recipients. This is a permanent error. The following address(es) failed:\n"
        )
        + f"\n  {ANN}\n    host mx.health.example [192.0.2.1]\n    SMTP error from remote mail server after "
        f"RCPT TO:<{ANN}>:\n"
        f"    {cause.said.format(a=ANN)}\n"
    )
    return whole(head, REPORT, part(UTF8, text),
                 status(recipient(cause, Remote_MTA="dns; mx.health.example")),
                 part(HEADERS, letter(headers=True)))  # fmt: skip


def opensmtpd(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    head = (
        f"Return-Path: <>\nSubject: Delivery status notification: {'warning' if late else 'error'}\n"
        f"From: Mailer Daemon <MAILER-DAEMON@mail.health.example>\nTo: {BOT}\nDate: Mon, 12 Oct 2026 09:15:00 +0100\n"
    )
    news = (
        "A message is delayed for more than 4 hours for the following\n    list of recipients:"
        if late
        else "An error has occurred while attempting to deliver a message for\n    the following list of recipients:"
    )
    text = (
        "    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n"
        f"    {news}\n\n{ANN}: {cause.said.format(a=ANN)}\n\n    Below is a copy of the original message:\n"
    )
    return whole(head, "mixed", part(TEXT, text, "Notification"), status(recipient(cause)),
                 part(HEADERS, letter(headers=True), "Message headers"),
                 preamble="This is a MIME-encapsulated message.")  # fmt: skip


def dovecot(cause: Cause) -> bytes:
    """Dovecot's local delivery: a disposition that was deleted stands where others tell of delivery."""
    head = (
        f"Return-Path: <>\nMessage-ID: <dovecot-4711@mail.health.example>\nFrom: Mail Delivery Subsystem "
        f"<postmaster@health.example>\n"
        f"To: <{BOT}>\nAuto-Submitted: auto-replied (rejected)\nSubject: Rejected: {SUBJECT}\nPrecedence: bulk\n"
    )
    text = f"Your message to <{ANN}> was automatically rejected:\n{cause.said.format(a=ANN)}\n"
    return whole(
        head, REPORT, part(UTF8, text), status(recipient(cause, original=ANN)), part(HEADERS, letter(headers=True))
    )


def courier(cause: Cause) -> bytes:
    head = (
        f'Return-Path: <>\nFrom: "Courier mail server at mail.health.example" <@mail.health.example>\nTo: {BOT}\n'
        "Subject: NOTICE: mail delivery status.\nMessage-ID: <courier.0000@mail.health.example>\n"
    )
    text = (
        "This is a delivery status notification from mail.health.example,\nrunning the Courier mail server.\n\n"
        f"UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<{ANN}>:\n"
        f"    mx.health.example [192.0.2.1]:\n    <<< {cause.said.format(a=ANN)}\n"
    )
    return whole(head, REPORT, part(TEXT, text), status(recipient(cause)), part(HEADERS, letter(headers=True)))
