"""Servers that write a report with fields (RFC 3464), each in its own way around it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bounces.kinds import HEADERS, HTML, REPORT, RFC822, TEXT, UTF8
from tests.bounces.microsoft import exchange_2003, exchange_2010, exchange_online
from tests.bounces.shape import (
    ANN,
    CAUSES,
    DELAYED,
    DISABLED,
    EXPIRED,
    FULL,
    FULL_NOW,
    GONE,
    GREY,
    HOSTLESS,
    LARGE,
    LISTED,
    MEG,
    NO_DOMAIN,
    NOBODY,
    OURS,
    POLICY,
    SENDER,
    SLOW,
    SUBJECT,
    UNKNOWN,
    UNROUTABLE,
    Cause,
    Shape,
    letter,
    part,
    recipient,
    status,
    whole,
)
from tests.bounces.unix import courier, dovecot, exim, opensmtpd, postfix, postfix_at_a_provider, sendmail
from tests.support.build import BOT


def shapes() -> Iterator[Shape]:
    """All of them."""
    for make, causes in _TABLE:
        for cause in causes:
            name = f"{make.__name__}-{cause.name}"
            yield Shape(name, make(cause), ((ANN, cause.verdict),))
    yield from _of_several()


def domino(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    head = (
        f"From: Postmaster@health.example\nSubject: {'DELAYED DELIVERY' if late else 'DELIVERY FAILURE'}: "
        f"{cause.said.format(a=ANN)[:70]}\nTo: {BOT}\nDate: Mon, 12 Oct 2026 09:15:00 +0100\n"
        f"Message-ID: <OF4711.0002-ON80258.0003@health.example>\nReturn-Path: <>\n"
        "X-MIMETrack: Serialize by Router on NOTES01/Health(Release 9.0.1FP8|February 23, 2017)\n"
    )
    text = (
        f"Your message\n\n  Subject: {SUBJECT}\n\nwas not delivered to:\n\n  {ANN}\n\nbecause:\n\n  "
        f"{cause.said.format(a=ANN)}\n"
    )
    return whole(head, "mixed" if cause in (UNKNOWN, FULL) else REPORT, part(TEXT, text), status(recipient(cause)),
                 part(RFC822, letter()))  # fmt: skip


def gmail(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    head = (
        "Return-Path: <>\nTo: " + BOT + "\nAuto-Submitted: auto-replied\n"
        + ("" if late else f"X-Failed-Recipients: {ANN}\n")
        + f"Subject: Delivery Status Notification ({'Delay' if late else 'Failure'})\n"
        "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\n"
        f"References: <{OURS}>\nIn-Reply-To: <{OURS}>\nMessage-ID: <5f8.1c69fb81.GMR@mx.google.com>\n"
    )  # fmt: skip
    text = (
        f"** Delivery incomplete **\n\nThere was a temporary problem delivering your message to {ANN}. Gmail "
        f"will retry for "
        "46 more hours. You'll be notified if the delivery fails permanently.\n"
        if late
        else f"** Message not delivered **\n\nYour message couldn't be delivered to {ANN}.\n\nThe response was:\n\n"
        f"{cause.said.format(a=ANN)}\n"
    )
    inner = (
        f'multipart/related; boundary="rel"\n\n--rel\nContent-Type: multipart/alternative; boundary="alt"\n\n--alt\n'
        f"Content-Type: {UTF8}\n\n{text}\n--alt\nContent-Type: {HTML}\n\n"
        f"<html><body><p>{text}</p></body></html>\n--alt--\n"
        '--rel\nContent-Type: image/png; name="icon.png"\nContent-Disposition: attachment; filename="icon.png"\n'
        "Content-Transfer-Encoding: base64\nContent-ID: <icon.png>\n\niVBORw0KGgo=\n--rel--"
    )
    return whole(head, REPORT, f"Content-Type: {inner}\n", status(recipient(cause), mta="googlemail.com"),
                 part(RFC822, letter()))  # fmt: skip


def amazon(cause: Cause) -> bytes:
    head = (
        "Return-Path: <>\nFrom: MAILER-DAEMON@eu-west-1.amazonses.com\n"
        f"Subject: Delivery Status Notification (Failure)\nTo: {BOT}\nMessage-ID: "
        f"<0102-4711@eu-west-1.amazonses.com>\n"
    )
    text = f"An error occurred while trying to deliver the mail to the following recipients:\n{ANN}\n"
    return whole(head, REPORT, part(UTF8, text, "Notification"), status(recipient(cause)), part(RFC822, letter()))


def ironport(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    head = (
        f'Return-Path: <>\nFrom: "Mail Delivery System" <MAILER-DAEMON@esa1.health.example>\nTo: {BOT}\n'
        f"Subject: Delivery Status Notification ({'Delay' if late else 'Failure'})\nMessage-ID: "
        f"<c3a$4711@esa1.health.example>\n"
    )
    text = (
        f"The following message to <{ANN}> {'is still undelivered' if late else 'was undeliverable'}.\n"
        f"The reason for the problem:\n{cause.status} - Other address status '{cause.said.format(a=ANN)}'\n"
    )
    return whole(head, REPORT, part(TEXT, text), status(recipient(cause)), part(RFC822, letter()))


def oracle(cause: Cause) -> bytes:
    """Sun's and Oracle's messaging server, as iCloud had it."""
    late = cause.verdict == DELAYED
    head = (
        f"Return-Path: <>\nFrom: Internet Mail Delivery <postmaster@health.example>\nTo: {BOT}\n"
        f"Subject: Delivery Notification: Delivery has {'been delayed' if late else 'failed'}\nMessage-id: "
        f"<0LTF00@health.example>\n"
    )
    text = (
        f"This report relates to a message you sent with the following header fields:\n\n  Message-id: <{OURS}>\n"
        f"  To: {ANN}\n  Subject: {SUBJECT}\n\nYour message "
        f"{'is being delayed' if late else 'cannot be delivered'} to the "
        f"following recipients:\n\n  Recipient address: {ANN}\n  Reason: Remote SMTP server has rejected address\n"
        f"  Diagnostic code: smtp;{cause.said.format(a=ANN)}\n"
    )
    return whole(
        head, REPORT, part(TEXT, text), status(recipient(cause, original=ANN)), part(HEADERS, letter(headers=True))
    )


def mcafee(cause: Cause) -> bytes:
    head = (
        f"From: McAfee Email Gateway <mailer-daemon@gw.health.example>\nTo: {BOT}\nSubject: Delivery Status\n"
        "Date: Mon, 12 Oct 2026 09:15:00 +0100\nMessage-ID: <4711@gw.health.example>\n"
    )
    text = (
        "    **********************************************\n"
        f"    Delivery failed to the following recipients:\n    {ANN}\n    {cause.said.format(a=ANN)}\n"
    )
    return whole(head, "mixed", part(TEXT, text), status(recipient(cause)), part(HEADERS, letter(headers=True)))


def kerio(cause: Cause) -> bytes:
    head = (
        f"From: Mail Delivery Subsystem <postmaster@mail.health.example>\nTo: {BOT}\nAuto-Submitted: auto-replied\n"
        f"Subject: Undeliverable mail: {SUBJECT}\nX-Mailer: Kerio Connect 9.4\nReturn-Path: <>\n"
    )
    text = f"Your message to <{ANN}> could not be delivered.\n\n{cause.said.format(a=ANN)}\n"
    return whole(head, REPORT, part(UTF8, text), status(recipient(cause)), part(RFC822, letter()))


def power_mta(cause: Cause) -> bytes:
    head = (
        f"Return-Path: <>\nFrom: postmaster@out.relay.example\nTo: {BOT}\nSubject: Delivery report\n"
        "Message-ID: <8D.41.04711@out.relay.example>\n"
    )
    text = (
        "Hello, this is the mail server on out.relay.example.\n\nI am sending you this message to inform you "
        "on the delivery "
        f"status of a\nmessage you previously sent. Immediately below you will find a list of\nthe affected "
        f"recipients.\n\n  <{ANN}> "
        "(reading BANNER)\n"
    )
    return whole(head, REPORT, part(TEXT, text), status(recipient(cause, X_PowerMTA_BounceCategory="bad-mailbox")),
                 part(HEADERS, letter(headers=True)))  # fmt: skip


def international(cause: Cause) -> bytes:
    """For addresses outside ASCII (RFC 6533): other types for the same parts."""
    head = (
        f"Return-Path: <>\nFrom: MAILER-DAEMON@relay.council.example (Mail Delivery System)\nTo: {BOT}\n"
        "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\n"
    )
    text = f"<{ANN}>: {cause.said.format(a=ANN)}\n"
    return whole(head, "report; report-type=global-delivery-status", part(UTF8, text),
                 status(recipient(cause).replace("rfc822;", "utf-8;"), kind="message/global-delivery-status"),
                 part("message/global", letter()))  # fmt: skip


_MAIN = (UNKNOWN, FULL, POLICY, SLOW)
_TABLE = (
    (postfix, CAUSES), (postfix_at_a_provider, (UNKNOWN, LARGE, GREY)),
    (sendmail, (UNKNOWN, NOBODY, HOSTLESS, FULL, LARGE, EXPIRED, SLOW, GREY)),
    (exim, (UNKNOWN, NOBODY, UNROUTABLE, FULL, LISTED, SENDER, SLOW, FULL_NOW)),
    (exchange_online, (UNKNOWN, NO_DOMAIN, DISABLED, FULL, LARGE, POLICY, SENDER, EXPIRED, SLOW)),
    (exchange_2010, (UNKNOWN, FULL, LARGE, POLICY, LISTED, SLOW)), (exchange_2003, (UNKNOWN, FULL, EXPIRED, SLOW)),
    (opensmtpd, (UNKNOWN, NOBODY, FULL, LISTED, SLOW, GREY)), (domino, (UNKNOWN, NOBODY, FULL, POLICY, SLOW)),
    (gmail, (UNKNOWN, DISABLED, FULL, HOSTLESS, LISTED, SLOW, FULL_NOW)), (amazon, (UNKNOWN, FULL, POLICY)),
    (ironport, _MAIN), (oracle, _MAIN), (mcafee, (UNKNOWN, FULL, LISTED)), (dovecot, (FULL, POLICY)),
    (kerio, (UNKNOWN, FULL)), (power_mta, (UNKNOWN, LISTED)), (courier, (UNKNOWN, FULL, SLOW)),
    (international, (UNKNOWN, FULL)),
)  # fmt: skip


def _of_several() -> Iterator[Shape]:
    """Reports about more than one recipient, or about one under two names."""
    head = (
        "Return-Path: <>\nFrom: MAILER-DAEMON@relay.council.example (Mail Delivery System)\n"
        f"To: {BOT}\nSubject: Undelivered Mail Returned to Sender\n"
    )
    text = part(TEXT, f"<{ANN}>: 550 5.1.1 User unknown\n\n<{MEG}>: 452 4.2.2 over quota\n", "Notification")
    both = status(recipient(UNKNOWN), recipient(FULL_NOW, MEG))
    yield Shape(
        "several-postfix", whole(head, REPORT, text, both, part(RFC822, letter())), ((ANN, GONE), (MEG, DELAYED))
    )
    two = status(recipient(UNKNOWN), recipient(UNKNOWN, MEG))
    yield Shape("several-both-gone", whole(head, REPORT, text, two, part(RFC822, letter())), ((ANN, GONE), (MEG, GONE)))
    alias = status(recipient(UNKNOWN, "ann.lee@elsewhere.example", original=ANN))
    yield Shape("forwarded-by-an-alias", whole(head, REPORT, text, alias, part(RFC822, letter())), ((ANN, GONE),))
    mixed = status(recipient(UNKNOWN), recipient(Cause("", "fine", "2.0.0", "250 ok"), MEG))
    yield Shape("one-of-two-arrived", whole(head, REPORT, text, mixed, part(RFC822, letter())), ((ANN, GONE),))
