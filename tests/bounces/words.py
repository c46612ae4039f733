"""Servers that say it in plain words: qmail and its heirs, Exim of old, and whatever runs on Windows."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bounces.plain import PLAIN, RFC822, plain
from tests.bounces.qmail import aol, qmail, qmail_at_a_provider, qmail_in_parts, yahoo
from tests.bounces.shape import (
    ANN,
    DELAYED,
    DISABLED,
    EXPIRED,
    FAILED,
    FULL,
    GONE,
    GREY,
    HOSTLESS,
    LARGE,
    LISTED,
    MEG,
    NOBODY,
    OURS,
    POLICY,
    SLOW,
    SUBJECT,
    UNAVAILABLE,
    UNKNOWN,
    UNROUTABLE,
    UNTOLD,
    Cause,
    Shape,
    letter,
    part,
    whole,
)
from tests.bounces.windows import (
    exchange_5_5,
    exchange_2000_inside,
    groupwise,
    groupwise_gateway,
    hmailserver,
    imail,
    mailenable,
    mdaemon,
    mercury,
    smartermail,
    trend_micro,
)
from tests.support.build import BOT


def shapes() -> Iterator[Shape]:
    """All of them."""
    for make, causes in _TABLE:
        for cause in causes:
            yield Shape(f"{make.__name__}-{cause.name}", make(cause), ((ANN, cause.verdict),))
    yield from _of_several()


def exim_3(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    subject = "Warning: message delayed 24 hours" if late else "Mail delivery failed: returning message to sender"
    head = f"Return-path: <>\nFrom: Mail Delivery System <Mailer-Daemon@mail.health.example>\nSubject: {subject}\n"
    news = (
        "A message that you sent has not yet been delivered to one or more of its\nrecipients after more than "
        "24 hours on the queue."
        if late
        else "A message that you sent could not be delivered to one or more of its\nrecipients. The "
        "following address(es) failed:"
    )
    text = (
        f"This message was created automatically by mail delivery software.\n\n{news}\n\n  {ANN}:\n    "
        f"{cause.said.format(a=ANN)}\n\n"
        f"The message identifier is:     1tAbCd-0001\n\n------ This is a copy of the message, including all the "
        f"headers. ------\n\n{letter()}"
    )
    return plain(head, text, typed=False)


def exim_warning(cause: Cause) -> bytes:
    """What names the letter above the address."""
    return _exim_warning(f"The address to which the message has not yet been delivered is:\n\n{_waiting(ANN, cause)}")


def _exim_warning(told: str) -> bytes:
    head = (
        "Return-Path: <>\nFrom: Mail Delivery System <Mailer-Daemon@mail.council.example>\n"
        f"Auto-Submitted: auto-replied\nSubject: Warning: message 1tAbCd-0001 delayed 24 hours\nReferences: <{OURS}>\n"
    )
    text = (
        "This message was created automatically by mail delivery software.\nA message that you sent has not yet been "
        "delivered to one or more of its\nrecipients after more than 24 hours on the queue on mail.council.example.\n\n"
        f"The message identifier is:     1tAbCd-0001\nThe subject of the message is: {SUBJECT}\n"
        f"The date of the message is:    Mon, 12 Oct 2026 09:00:00 +0100\n\n{told}\n"
        "No action is required on your part. Delivery attempts will continue for\nsome time, and this warning may be "
        "repeated at intervals if the message\nremains undelivered. Eventually the mail delivery software will give "
        "up,\nand when that happens, the message will be returned to you.\n"
    )
    return plain(head, text)


def _waiting(address: str, cause: Cause) -> str:
    return f"  {address}\n    host mx.health.example [192.0.2.1]: {cause.said.format(a=address)}\n"


def gmx(cause: Cause) -> bytes:
    head = (
        'Return-Path: <>\nFrom: "GMX Mailer Daemon" <mailer-daemon@gmx.example>\nSubject: Mail delivery '
        "failed: returning message to sender\n"
    )
    text = (
        "This message was created automatically by mail delivery software.\n\nA message that you sent could "
        "not be delivered to\n"
        f"one or more of its recipients. This is a permanent error.\nThe following address(es) failed:\n\n{ANN}:\n"
        f"SMTP error from remote server for RCPT TO command, host: mx.health.example (192.0.2.1) reason: "
        f"{cause.said.format(a=ANN)}\n\n"
        f"--- The header of the original message is following. ---\n\n{letter(headers=True)}"
    )
    return plain(head, text)


def dragonfly(cause: Cause) -> bytes:
    head = (
        "Received: from MAILER-DAEMON\n\tid 8e4711\n\tby host.health.example (DragonFly Mail Agent v0.13);\n"
        "\tMon, 12 Oct 2026 09:15:00 +0100\nX-Original-From: <>\nFrom: MAILER-DAEMON <>\nSubject: Mail "
        "delivery failed\n"
    )
    text = (
        "This is the DragonFly Mail Agent v0.13 at host.health.example.\n\n"
        f"There was an error delivering your mail to <{ANN}>.\n\n{cause.said.format(a=ANN)}\n\n"
        f"{'Message headers follow.' if cause is LARGE else 'Original message follows.'}\n\n{letter()}"
    )
    return plain(head, text, typed=False)


def communigate(cause: Cause) -> bytes:
    head = (
        f"From: MAILER-DAEMON@mail.health.example\nTo: {BOT}\nSubject: Undeliverable mail: {SUBJECT}\n"
        f"X-Mailer: CommuniGate Pro Automailer\n"
    )
    text = (
        f"Failed to deliver to '{ANN}'\nSMTP module(domain health.example) reports:\n host mx.health.example "
        f"says:\n {cause.said.format(a=ANN)}\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part("text/rfc822-headers", letter(headers=True)))


def bare(cause: Cause) -> bytes:
    """A sendmail of old whose From is a bare word, and a mailbox that keeps no return path."""
    head = "From: MAILER-DAEMON (Mail Delivery Subsystem)\nSubject: Returned mail: User unknown\n"
    text = (
        f"   ----- Transcript of session follows -----\n550 {ANN}... {cause.said.format(a=ANN)}\n\n   ----- "
        f"Unsent message follows -----\n{letter()}"
    )
    return plain(head, text, typed=False)


def nobody(cause: Cause) -> bytes:
    """From <>, as some relays write it."""
    head = "From: <>\nSubject: Delivery failure\n"
    text = (
        f"Delivery to the following recipient failed:\n\n<{ANN}>\n{cause.said.format(a=ANN)}\n\n{letter(headers=True)}"
    )
    return plain(head, text)


def zero(cause: Cause) -> bytes:
    """“Postmaster <>” with the message as a part and hardly a word."""
    head = f"From: Postmaster <>\nTo: {BOT}\nSubject: Mail delivery failed\n"
    return whole(head, "mixed", part(PLAIN, f"<{ANN}>: {cause.said.format(a=ANN)}"), part(RFC822, letter()))


def facebook(cause: Cause) -> bytes:
    head = (
        f"Return-Path: <>\nFrom: Mail Delivery System <postmaster@out.example>\nTo: {BOT}\nSubject: Mail "
        f"Delivery Failure\n"
    )
    text = (
        f"This message was created automatically by the mail system.\n\nYour message could not be delivered "
        f"to:\n{ANN}\n\n{cause.said.format(a=ANN)}\n"
    )
    return whole(head, "report", part(PLAIN, text), part(RFC822, letter()))


def xmail(cause: Cause) -> bytes:
    head = (
        f"From: postmaster@mail.health.example\nTo: {BOT}\nSubject: Error sending message [4711] from "
        f"[{BOT}]\nX-MailerError: Message = [4711] Server = [mail.health.example]\n"
    )
    text = (
        f"[<00>] XMail bounce: Rcpt=[{ANN}];Error=[{cause.said.format(a=ANN)}]\n\n[<01>] Error sending message "
        f"[4711].\n\n"
        f"[<05>] Here is listed the initial part of the message:\n\n{letter()}"
    )
    return plain(head, text)


def apache_james(cause: Cause) -> bytes:
    head = f"Return-Path: <>\nFrom: postmaster@mail.health.example\nTo: {BOT}\nSubject: Re:{SUBJECT}\n"
    text = (
        "Hi. This is the James mail server at mail.health.example.\nI'm afraid I wasn't able to deliver your "
        "message to the following "
        f"addresses.\nThis is a permanent error; I've given up.\n\n{ANN}\n\nThe error message below was "
        f"generated by the server:\n\n{cause.said.format(a=ANN)}\n"
    )
    return whole(head, "mixed", part(PLAIN, text), part(RFC822, letter()))


_MAIN = (UNKNOWN, FULL, POLICY)
_TABLE = (
    (qmail, (UNKNOWN, NOBODY, DISABLED, FULL, LARGE, LISTED, EXPIRED)), (qmail_at_a_provider, (NOBODY, FULL)),
    (qmail_in_parts, _MAIN), (yahoo, (UNKNOWN, DISABLED, FULL, LISTED)), (aol, (NOBODY, POLICY)),
    (exim_3, (UNKNOWN, UNROUTABLE, HOSTLESS, FULL, LARGE, SLOW)), (gmx, (UNKNOWN, FULL, LISTED)),
    (dragonfly, (UNKNOWN, NOBODY, FULL, LARGE, EXPIRED)), (exchange_5_5, _MAIN), (exchange_2000_inside, _MAIN),
    (groupwise, _MAIN), (groupwise_gateway, (NOBODY, LARGE)), (trend_micro, (UNKNOWN, FULL, LISTED)),
    (imail, (NOBODY, FULL)), (mdaemon, (UNKNOWN, FULL, SLOW)), (mailenable, (NOBODY, FULL)),
    (exim_warning, (SLOW, GREY)), (smartermail, (UNKNOWN, UNAVAILABLE, UNTOLD, FULL, LISTED)),
    (hmailserver, (UNKNOWN, FULL)), (mercury, (NOBODY, FULL)),
    (communigate, (NOBODY, FULL)), (bare, (NOBODY, LARGE)), (nobody, (UNKNOWN, FULL)), (zero, (NOBODY, POLICY)),
    (facebook, (UNKNOWN, FULL)), (xmail, (NOBODY, FULL)), (apache_james, (UNKNOWN, LISTED)),
)  # fmt: skip


def _of_several() -> Iterator[Shape]:
    head = "Return-Path: <>\nFrom: MAILER-DAEMON@mail.health.example\nSubject: failure notice\n"
    text = (
        "Hi. This is the qmail-send program at mail.health.example.\nI'm afraid I wasn't able to deliver your "
        "message to the following "
        f"addresses.\n\n<{ANN}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n<{MEG}>:\nThe users "
        f"mailfolder is over the allowed "
        f"quota (size). (#5.2.2)\n\n--- Below this line is a copy of the message.\n\n{letter()}"
    )
    yield Shape("several-qmail", plain(head, text, typed=False), ((ANN, GONE), (MEG, FAILED)))
    both = _waiting(ANN, SLOW) + _waiting(MEG, GREY)
    several = f"The addresses to which the message has not yet been delivered are:\n\n{both}"
    yield Shape("several-exim-warning", _exim_warning(several), ((ANN, DELAYED), (MEG, DELAYED)))
