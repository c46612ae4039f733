"""Bounces as mail servers write them, each around a letter of ours with a Message-ID that is put in."""

from __future__ import annotations

from tests.support.build import BOT

ANN = "ann@health.example"


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def postfix(message_id: str, address: str = ANN, action: str = "failed", status: str = "5.1.1") -> bytes:
    """Postfix: multipart/report with all three parts."""
    return _crlf(f"""Return-Path: <>
From: MAILER-DAEMON@relay.council.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {BOT}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="4Xy.1/relay.council.example"
Message-Id: <20261012081500.4Xy@relay.council.example>

This is a MIME-encapsulated message.

--4Xy.1/relay.council.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host relay.council.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<{address}>: host mx.health.example said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)

--4Xy.1/relay.council.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.council.example
X-Postfix-Queue-ID: 4Xy
Arrival-Date: Mon, 12 Oct 2026 09:15:00 +0100 (BST)

Final-Recipient: rfc822; {address}
Original-Recipient: rfc822;{address}
Action: {action}
Status: {status}
Remote-MTA: dns; mx.health.example
Diagnostic-Code: smtp; 550 5.1.1 User
    unknown

--4Xy.1/relay.council.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <{BOT}>
From: {BOT}
To: {address}
Subject: Report 1 from Jo Smith
Message-ID: <{message_id}>

Dear Ann,
--4Xy.1/relay.council.example--
""")


def exchange(message_id: str, address: str = ANN) -> bytes:
    """Exchange Online: an odd sender, HTML, and only the returned headers."""
    return _crlf(f"""From: Microsoft Outlook
 <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@health.onmicrosoft.example>
To: {BOT}
Date: Mon, 12 Oct 2026 08:15:00 +0000
Content-Type: multipart/report; report-type=delivery-status;
 boundary="c1b"
X-MS-Exchange-Message-Is-Ndr:
Message-ID: <9f1@DB9PR.eurprd01.prod.exchange.example>
In-Reply-To: <{message_id}>
References: <{message_id}>
Subject: Undeliverable: Report 1 from Jo Smith
Auto-Submitted: auto-replied

--c1b
Content-Type: text/html; charset="us-ascii"

<html><body><p>Your message to <a href="mailto:{address}">{address}</a> couldn't be delivered.</p></body></html>

--c1b
Content-Type: message/delivery-status

Reporting-MTA: dns;DB9PR.eurprd01.prod.exchange.example
Received-From-MTA: dns;relay.council.example

Original-Recipient: rfc822;{address}
Final-Recipient: rfc822;ann.lee@elsewhere.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

--c1b
Content-Type: text/rfc822-headers

From: {BOT}
Message-ID: <{message_id}>
Subject: Report 1 from Jo Smith

--c1b--
""")


def exim(message_id: str, address: str = ANN) -> bytes:
    """An old Exim: plain text alone, the message copied below, a header that names who failed."""
    return _crlf(f"""Return-path: <>
X-Failed-Recipients: {address}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mail.health.example>
To: {BOT}
Subject: Mail delivery failed: returning message to sender
Message-Id: <E1kAbc-0001@mail.health.example>

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {address}
    SMTP error from remote mail server after RCPT TO:<{address}>:
    host mx.health.example [192.0.2.1]: 550 no such person here

------ This is a copy of the message, including all the headers. ------

From: {BOT}
To: {address}
Message-ID: <{message_id}>
Subject: Report 1 from Jo Smith

Dear Ann,
""")


def gmail(message_id: str, address: str = ANN) -> bytes:
    """Gmail: a report whose text is nested, with the message attached."""
    return _crlf(f"""Return-Path: <>
Content-Type: multipart/report; boundary="00000000000a"; report-type=delivery-status
To: {BOT}
Auto-Submitted: auto-replied
X-Failed-Recipients: {address}
Subject: Delivery Status Notification (Failure)
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
References: <{message_id}>
In-Reply-To: <{message_id}>
Message-ID: <5f8.1c69fb81.GMR@mx.google.example>

--00000000000a
Content-Type: multipart/related; boundary="00000000000b"

--00000000000b
Content-Type: text/plain; charset="UTF-8"

** Address not found **

Your message wasn't delivered to {address} because the address couldn't be found.

--00000000000b--
--00000000000a
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Received-From-MTA: dns; {BOT}
X-Original-Message-ID: <{message_id}>

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.google.example. (192.0.2.26, the server for the domain.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
Last-Attempt-Date: Mon, 12 Oct 2026 01:15:00 -0700 (PDT)

--00000000000a
Content-Type: message/rfc822

From: {BOT}
To: {address}
Message-ID: <{message_id}>

Dear Ann,
--00000000000a--
""")


def qmail(message_id: str, address: str = ANN) -> bytes:
    """qmail: plain text in its own fixed form, and nothing else but the null return path."""
    return _crlf(f"""Return-Path: <>
From: MAILER-DAEMON@mail.health.example
To: {BOT}
Subject: failure notice

Hi. This is the qmail-send program at mail.health.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{address}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <{BOT}>
From: {BOT}
Message-ID: <{message_id}>

Dear Ann,
""")


def exim_delay(message_id: str, address: str = ANN) -> bytes:
    """Exim's warning that a message is delayed."""
    return _crlf(f"""Return-path: <>
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mail.health.example>
To: {BOT}
Subject: Warning: message 1kAbc-0001 delayed 24 hours

This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mail.health.example.

The message identifier is:     {message_id}

  {address}
    Delay reason: connection timed out
""")


PERMANENT = {"postfix": postfix, "exchange": exchange, "exim": exim, "gmail": gmail, "qmail": qmail}
