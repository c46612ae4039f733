"""Calendar parts as programs send them: invitations, and answers to them."""

from __future__ import annotations

import base64

from tests.support.build import ANN, BOT

TEAMS = (
    "Shall we talk through the driver diagram?\n\n________________________________\nMicrosoft Teams meeting\n"
    "Join: https://teams.microsoft.com/meet/4711?p=abc\nMeeting ID: 471 147 114\nPasscode: ab12\n"
    "For organizers: Meeting options\n________________________________\n"
)
GOOGLE = "You have been invited to the following event.\n\nTitle: Catch-up\nWhen: Tue 20 Oct 2026 10:00 - 10:30\n"


def ics(method: str, status: str = "NEEDS-ACTION", *, named: bool = True) -> str:
    """A calendar object as calendars write it."""
    lines = ["BEGIN:VCALENDAR", "PRODID:-//Example//EN", "VERSION:2.0", *([f"METHOD:{method}"] if named else [])]
    lines += ["BEGIN:VEVENT", "UID:4711@x.example", "DTSTAMP:20261012T090000Z", "DTSTART:20261020T090000Z"]
    lines += [f"ORGANIZER:mailto:{ANN.address}", f"ATTENDEE;PARTSTAT={status}:mailto:{BOT}", "SUMMARY:Catch-up"]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])


def alternative(method: str, text: str, status: str = "NEEDS-ACTION", param: str = "", encoding: str = "7bit") -> str:
    """Outlook, Exchange, Zimbra: the object is the last of the alternatives."""
    body = ics(method, status)
    if encoding == "base64":
        body = base64.encodebytes(body.encode()).decode()
    return (
        'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n'
        f"{text}\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>{text}</p>\n--b\nContent-Type: text/calendar; "
        f"charset=utf-8{param}\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--b--\n"
    )


def attached(method: str, text: str, status: str = "NEEDS-ACTION", kind: str = "text/calendar") -> str:
    """Apple, Thunderbird, Notes: the object is a file beside the text."""
    return (
        'Content-Type: multipart/mixed; boundary="m"\n\n--m\nContent-Type: text/plain; charset=utf-8\n\n'
        f'{text}\n--m\nContent-Type: {kind}; name="invite.ics"\nContent-Disposition: attachment; '
        'filename="invite.ics"\n\n'
        f"{ics(method, status)}\n--m--\n"
    )


def twice(method: str, text: str, status: str = "NEEDS-ACTION") -> str:
    """Google: among the alternatives, and again as a file."""
    inner = alternative(method, text, status, f"; method={method}")
    return (
        f'Content-Type: multipart/mixed; boundary="m"\n\n--m\n{inner}\n--m\nContent-Type: application/ics; '
        'name="invite.ics"\n'
        f'Content-Disposition: attachment; filename="invite.ics"\n\n{ics(method, status)}\n--m--\n'
    )


def alone(method: str, status: str = "NEEDS-ACTION") -> str:
    """Nothing but the object."""
    return f"Content-Type: text/calendar; charset=utf-8; method={method}\n\n{ics(method, status)}"
