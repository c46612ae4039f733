"""Exchange, which writes a report with fields: online, 2010 and 2003."""

from __future__ import annotations

from tests.bounces.kinds import HEADERS, HTML, REPORT, RFC822, TEXT
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
