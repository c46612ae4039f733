"""Servers that write a report with fields (RFC 3464), each in its own way around it."""

from __future__ import annotations

from collections.abc import Iterator

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
from tests.support.build import BOT

REPORT = "report; report-type=delivery-status"
TEXT, UTF8, HTML = "text/plain; charset=us-ascii", "text/plain; charset=utf-8", "text/html; charset=utf-8"
RFC822, HEADERS = "message/rfc822", "text/rfc822-headers"


def shapes() -> Iterator[Shape]:
    """All of them."""
    for make, causes in _TABLE:
        for cause in causes:
            name = f"{make.__name__}-{cause.name}"
            yield Shape(name, make(cause), ((ANN, cause.verdict),))
    yield from _of_several()


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


def exchange_online(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    head = (
        "From: Microsoft Outlook\n <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@health.onmicrosoft.example>\n"
        f"To: <{BOT}>\nDate: Mon, 12 Oct 2026 08:15:00 +0000\nX-MS-Exchange-Message-Is-Ndr:\nContent-Language: "
        f"en-US\n"
        f"Message-ID: <9f1c@DB9PR.eurprd01.prod.exchange.example>\nIn-Reply-To: <{OURS}>\nReferences: <{OURS}>\n"
        f"Subject: {'Delivery delayed' if late else 'Undeliverable'}: {SUBJECT}\nAuto-Submitted: auto-replied\n"
        "Return-Path: <>\n"
    )
    page = f'<html><body><p>Your message to <a href="mailto:{ANN}">{ANN}</a> couldn\'t be delivered.</p></body></html>'
    inner = (
        f'multipart/alternative; differences=Content-Type; boundary="alt"\n\n--alt\nContent-Type: {TEXT}\n\n'
        f"Your message to {ANN} couldn't be delivered.\n--alt\nContent-Type: {HTML}\n\n{page}\n--alt--"
    )
    return whole(head, REPORT, f"Content-Type: {inner}\n",
                 status(recipient(cause, original=ANN, X_Display_Name="Ann Lee"),
                        mta="DB9PR.eurprd01.prod.exchange.example"),
                 part(HEADERS if late else RFC822, letter(headers=late)))  # fmt: skip


def exchange_2010(cause: Cause) -> bytes:
    head = (
        f"From: <postmaster@health.example>\nTo: <{BOT}>\nDate: Mon, 12 Oct 2026 09:15:00 +0100\n"
        "X-MS-Exchange-Organization-SCL: -1\nContent-Language: en-GB\n"
        f"Message-ID: <4711@EX01.health.example>\nIn-Reply-To: <{OURS}>\nReferences: <{OURS}>\n"
        f"Subject: {'Delivery delayed' if cause.verdict == DELAYED else 'Undeliverable'}: {SUBJECT}\n"
    )
    page = (
        f"<p><b>Delivery has failed to these recipients or groups:</b></p><p><a href=mailto:{ANN}>Ann Lee</a><br>"
        f"{cause.said.format(a=ANN)}</p><p>Diagnostic information for administrators:</p>"
    )
    text = (
        f"Delivery has failed to these recipients or groups:\n\nAnn Lee ({ANN})<mailto:{ANN}>\nThe message you "
        f"sent could "
        f"not be delivered.\n\nDiagnostic information for administrators:\n\nGenerating server: "
        f"EX01.health.example\n\n"
        f"{ANN}\n#{cause.said.format(a=ANN)} ##\n"
    )
    inner = (
        f'multipart/alternative; boundary="alt"\n\n--alt\nContent-Type: {TEXT}\n\n{text}\n--alt\nContent-Type: '
        f"{HTML}\n\n"
        f"<html><body>{page}</body></html>\n--alt--"
    )
    return whole(head, REPORT, f"Content-Type: {inner}\n",
                 status(recipient(cause, said=f"{cause.said.format(a=ANN)} ##rfc822;{ANN}"), mta="EX01.health.example"),
                 part(RFC822, letter()))  # fmt: skip


def exchange_2003(cause: Cause) -> bytes:
    late = cause.verdict == DELAYED
    head = (
        f"From: postmaster@health.example\nTo: {BOT}\nDate: Mon, 12 Oct 2026 09:15:00 +0100\n"
        "X-DSNContext: 7ce717b1 - 1194 - 00000002 - 00000000\nMessage-ID: <LbPxS4711@EX01.health.example>\n"
        f"Subject: Delivery Status Notification ({'Delay' if late else 'Failure'})\n"
    )
    text = "This is an automatically generated Delivery Status Notification.\n\n" + (
        "THIS IS A WARNING MESSAGE ONLY.\n\nYOU DO NOT NEED TO RESEND YOUR MESSAGE.\n\n"
        f"Delivery to the following recipients has been delayed.\n\n       {ANN}\n"
        if late
        else f"Delivery to the following recipients failed.\n\n       {ANN}\n"
    )
    return whole(head, REPORT, part("text/plain; charset=unicode-1-1-utf-7", text),
                 status(recipient(cause, said=""), mta="EX01.health.example"), part(RFC822, letter()),
                 preamble="This is a MIME-formatted message.")  # fmt: skip


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
