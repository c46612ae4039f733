"""Servers on Windows that say it in plain words."""

from __future__ import annotations

from tests.bounces.plain import PLAIN, RFC822, plain
from tests.bounces.shape import (
    ANN,
    DELAYED,
    GONE,
    OURS,
    SUBJECT,
    Cause,
    letter,
    part,
    whole,
)
from tests.support.build import BOT


def exchange_5_5(cause: Cause) -> bytes:
    head = (
        f"From: System Administrator <postmaster@health.example>\nTo: {BOT}\nSubject: Undeliverable: {SUBJECT}\n"
        "X-Mailer: Internet Mail Service (5.5.2657.72)\nX-MS-Embedded-Report: \n"
    )
    text = (
        f"Your message\n\n  To:      {ANN}\n  Subject: {SUBJECT}\n  Sent:    Mon, 12 Oct 2026 09:00:00 +0100\n\n"
        f"did not reach the following recipient(s):\n\n{ANN} on Mon, 12 Oct 2026 09:15:00\n    "
        f"{cause.said.format(a=ANN)}\n"
        "\tThe MTS-ID of the original message is: c=gb;a= ;p=health;l=EX010610120815\n    "
        "MSEXCH:IMS:Health:Site:EX01 3550\n"
    )
    return whole(head, "mixed", part("text/plain; charset=iso-8859-1", text), part(RFC822, letter()))


def exchange_2000_inside(cause: Cause) -> bytes:
    """From within an organisation: nothing but the words and the message."""
    head = (
        f"From: System Administrator <postmaster@health.example>\nTo: {BOT}\nSubject: "
        f"Undeliverable:{SUBJECT}\nThread-Topic: {SUBJECT}\n"
    )
    text = (
        f"Your message\n\n  To:      {ANN}\n  Subject: {SUBJECT}\n  Sent:    12/10/2026 09:00\n\ndid not reach "
        f"the following "
        f"recipient(s):\n\nAnn Lee ({ANN}) on 12/10/2026 09:15\n    {cause.said.format(a=ANN)}\n       "
        f"<ex01.health.example #5.1.1>\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part(RFC822, letter()))


def groupwise(cause: Cause) -> bytes:
    head = (
        f"From: Mail Delivery System <Mailer-Daemon@gw.health.example>\nTo: {BOT}\nSubject: Message status - "
        f"undeliverable\nX-Mailer: GroupWise 18\n"
    )
    text = (
        "The message that you sent was undeliverable to the following:\n"
        f"\t{ANN} ({cause.said.format(a=ANN)})\n\nPossibly truncated original message follows:\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part(RFC822, letter()))


def groupwise_gateway(cause: Cause) -> bytes:
    head = f"From: System Administrator <postmaster@health.example>\nTo: {BOT}\nSubject: Undeliverable mail\n"
    text = (
        f"The message that you sent was undeliverable to the following:\n\t{ANN.partition('@')[0]} (user not found)\n"
        f"<{ANN}>: {cause.said.format(a=ANN)}\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part(RFC822, letter()))


def trend_micro(cause: Cause) -> bytes:
    head = (
        f'Return-Path: <>\nFrom: "Postmaster" <postmaster@gw.health.example>\nTo: {BOT}\nSubject: Mail could '
        f"not be delivered\n"
    )
    text = (
        "****** Message from InterScan Messaging Security Suite ******\n\n"
        f"Sent >>> RCPT TO: <{ANN}>\nReceived <<< {cause.said.format(a=ANN)}\n\nUnable to deliver message to "
        f"<{ANN}>.\n\n"
        "************************     End of message     **********************\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part(RFC822, letter()))


def imail(cause: Cause) -> bytes:
    head = 'From: "Postmaster" <postmaster@mail.health.example>\nSubject: Undeliverable Mail\nX-Mailer: <IMail v8.22>\n'
    reason = "Unknown user" if cause.verdict == GONE else "User mailbox exceeds allowed size"
    return plain(head, f"{reason}: {ANN}\n\nOriginal message follows.\n\n{letter()}", typed=False)


def mdaemon(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    kind = "TRANSIENT" if late else "PERMANENT"
    head = (
        f"From: MDaemon@mail.health.example\nTo: {BOT}\nSubject: "
        f"{'Warning: Delivery Delayed' if late else 'Permanent Delivery Failure'}\n"
        "X-MDDSN-Message: Yes\nX-Actual-From: MDaemon@mail.health.example\nAuto-Submitted: auto-generated\n"
    )
    text = (
        f"--------------------------------------------------\nThe attached message had {kind} delivery errors!\n\n"
        f"--------------------------------------------------\n\nRCPT TO: <{ANN}>\n<-- {cause.said.format(a=ANN)}\n\n"
        f"Failed address: {ANN}\n\n--- Session Transcript ---\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part(RFC822, letter()))


def mailenable(cause: Cause) -> bytes:
    head = (
        'From: "Postmaster" <postmaster@mail.health.example>\nSubject: Message Delivery Failure\nX-Mailer: MailEnable\n'
    )
    text = (
        f"MailEnable: Message Delivery Failure.\n\nThe following recipient(s) could not be reached:\n\n"
        f"\tRecipient: [SMTP:{ANN}]\n"
        f"\tReason: {cause.said.format(a=ANN)}\n\nMessage headers follow:\n\n{letter(headers=True)}"
    )
    return plain(head, text)


def smartermail(cause: Cause) -> bytes:
    head = (
        'Return-Path: <>\nFrom: "System Administrator" <system.admin@mail.health.example>\nSubject: Delivery Failure\n'
    )
    text = (
        f"Could not deliver message to the following recipient(s):\n\nFailed Recipient: {ANN}\nReason: Remote "
        f"host said: "
        f"{cause.said.format(a=ANN)}\n\n   -- The header and top 20 lines of the message follows --\n\n{letter()}"
    )
    return plain(head, text)


def hmailserver(cause: Cause) -> bytes:
    head = f"Return-Path: <>\nFrom: mailer-daemon@mail.health.example\nSubject: Message undeliverable: {SUBJECT}\n"
    text = (
        f"Your message did not reach some or all of the intended recipients.\n\n   Sent: Mon, 12 Oct 2026 "
        f"09:00:00 +0100\n"
        f"   Subject: {SUBJECT}\n\nThe following recipient(s) could not be reached:\n\n{ANN}\n   Error Type: SMTP\n"
        f"   Remote server replied: {cause.said.format(a=ANN)}\n\nhMailServer\n"
    )
    return plain(head, text).replace(b"To: ", b"In-Reply-To: <" + OURS.encode() + b">\r\nTo: ", 1)


def mercury(cause: Cause) -> bytes:
    head = (
        "From: Electronic Postmaster <postmaster@mail.health.example>\nSubject: Postmaster Notify: Delivery "
        "Failure.\nX-Mailer: Mercury 32 v4.91\n"
    )
    text = (
        f'With reference to your message with the subject:\n   "{SUBJECT}"\n\nThe local mail transport system '
        f"has reported the "
        f"following problems it encountered while trying to deliver your message:\n\n-------------------------\n"
        f"*** {ANN}\n"
        f"{cause.said.format(a=ANN)}\n-------------------------\n\nYour original message:\n\n{letter()}"
    )
    return plain(head, text)
