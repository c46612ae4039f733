"""Mail that no person has written, among it reports that look like it."""

from __future__ import annotations

from tests.support.hostile.parts import TEXT, multipart, report, simple
from tests.support.hostile.registry import small


@small
def calendar_invitation(sender: str) -> bytes:
    event = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nDTSTART:99999999T999999Z\r\nEND:VEVENT\r\n"
    return simple(sender, "calendar_invitation", event * 100, b"Content-Type: text/calendar; method=REQUEST")


@small
def read_receipt(sender: str) -> bytes:
    part = b"Content-Type: message/disposition-notification\r\n\r\nDisposition: manual-action; displayed\r\n"
    return multipart(sender, "read_receipt", TEXT, part, sub=b"report; report-type=disposition-notification")


@small
def bounce(sender: str) -> bytes:
    part = (
        b"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;" + b"x" * 5000 + b"\r\nAction: failed"
    )
    return multipart(sender, "bounce", TEXT, part, sub=b"report; report-type=delivery-status")


@small
def null_path(sender: str) -> bytes:
    return b"Return-Path: <>\r\n" + report(sender, "null_path")


@small
def automatic_reply(sender: str) -> bytes:
    return b"Auto-Submitted: auto-replied; x=y\r\n" + report(sender, "automatic_reply")


@small
def mailing_list(sender: str) -> bytes:
    return b"List-Id: <x.y>\r\nPrecedence: bulk\r\n" + report(sender, "mailing_list")


@small
def encrypted(sender: str) -> bytes:
    return multipart(
        sender, "encrypted", b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1", sub=b"encrypted"
    )
