"""What an invitation says within: read as the mail's words are, and passed on without what was for somebody else."""

from __future__ import annotations

import base64
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from qibot.message import bare_of, words_of
from tests.support.build import ANN, BOT, JO
from tests.support.dialogue import Scene, scene

pytestmark = pytest.mark.slow

PRIVATE = "Jo is not coping and I doubt that she should go on."
JOIN = "https://teams.microsoft.com/l/meetup-join/19%3ameeting/0"
TEAMS = f"________________________________\\nMicrosoft Teams meeting\\nJoin: {JOIN}\\nMeeting ID: 471 147 114"
HARMLESS = {
    "Outlook": ("Shall we talk about the chart?", "Shall we talk about the chart?"),
    "Teams": ("Shall we talk about the chart?", f"Shall we talk about the chart?\\n{TEAMS}"),
    "Apple, notes alone": ("", "We could look at the chart and the median line together."),
    "Google": (
        "You have been invited to the following event.\n\nTitle: Catch-up",
        "The aim\\, then the measures\\; bring data.",
    ),
    "none": ("Could we meet on Tuesday?", ""),
    "Zoom": (
        "Let's go through the driver diagram.",
        "Ann Lee is inviting you to a scheduled Zoom meeting.\\n\\nhttps://zoom.example/j/123\\nPasscode: 4711",
    ),
    "Webex": ("Half an hour on the run chart?", "Half an hour on the run chart?\\nAccess code: 2345 678"),
    "a telephone, a place alone": ("See you in the school library, Jo.", "School library"),
}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 waits for Ann's feedback."""
    made = scene(tmp_path, "2026-10-12T09:00")
    made.sends("Report 1", "first.pdf")
    return made


def ics(said: str, title: str = "Catch-up", *more: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "METHOD:REQUEST", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VEVENT", "UID:4711@x"]
    lines += ["DTSTAMP:20261012T090000Z", "DTSTART:20261020T090000Z", f"ORGANIZER;CN=Ann:mailto:{ANN.address}"]
    lines += [f"ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:{BOT}", f"SUMMARY:{title}", f"DESCRIPTION:{said}", *more]
    lines += ["BEGIN:VALARM", "TRIGGER:-PT15M", "ACTION:DISPLAY", f"DESCRIPTION:{said}", "END:VALARM"]
    folded = (x[:70] + "".join(f"\r\n {x[n : n + 70]}" for n in range(70, len(x), 70)) for x in lines)
    return "\r\n".join([*folded, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def invites(s: Scene, said: str, data: bytes, *, answers: bool = True) -> str:
    head = s.heads("forward_report")[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec) if answers else BOT
    also = f"In-Reply-To: {head['Message-ID']}\r\n" if answers else ""
    body = base64.encodebytes(data).decode().replace("\n", "\r\n")
    return s.takes(
        f"From: Ann Lee <{ANN.address}>\r\nTo: {to}\r\nSubject: Catch-up\r\nMessage-ID: <{abs(hash(data))}@x>\r\n{also}"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{said}\r\n--b\r\n"
        "Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{body}\r\n--b--\r\n".encode()
    )


def passed_on(s: Scene) -> bytes:
    """The invitation that Jo got."""
    made = message_from_bytes(s.raws("relay_message", JO.address)[-1], policy=policy.default)
    return next(bytes(p.get_payload(decode=True)) for p in made.walk() if p.get_content_type() == "text/calendar")


@pytest.mark.parametrize("program", HARMLESS)
def test_an_invitation_goes_on_byte_for_byte(s: Scene, program: str) -> None:
    said, within = HARMLESS[program]
    data = ics(within)
    assert invites(s, said, data) == "message from the mentor"
    assert passed_on(s) == data


CONFIDED = [ics(PRIVATE), ics("", PRIVATE), ics("", "Catch-up", f"COMMENT:{PRIVATE}"),
     ics("", "Catch-up", f"X-ALT-DESC;FMTTYPE=text/html:<html><body><p>{PRIVATE}</p></body></html>")]  # fmt: skip


@pytest.mark.parametrize("data", CONFIDED, ids=["description", "title", "comment", "page"])
@pytest.mark.parametrize("said", ["Shall we talk about the chart?", ""])
def test_private_words_within_an_invitation_reach_nobody(s: Scene, data: bytes, said: str) -> None:
    invites(s, said, data)
    assert not s.raws("relay_message") and not s.raws("relay_feedback")


OURS = "Hi Jo, shall we talk it through on Friday at 10?"


def quoting(s: Scene, heading: str) -> bytes:
    ours = s.last("forward_report").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
    assert "Please answer by" in ours
    return ics(f"{OURS}\\n\\n{heading}{ours}\\n{TEAMS}")


def test_a_letter_of_ours_that_a_meeting_answers_is_left_out(s: Scene) -> None:
    heading = f"From: QI <{BOT}>\\nSent: 12 October 2026 10:00\\nTo: Ann Lee\\nSubject: Report 1\\n\\n"
    assert invites(s, OURS, quoting(s, heading)) == "message from the mentor"
    got = passed_on(s)
    assert b"Please answer by" not in got and b"ATTENDEE" not in got
    assert {b"SUMMARY:Catch-up", b"METHOD:PUBLISH", b"DTSTART:20261020T090000Z"} <= set(got.split(b"\r\n"))
    assert f"URL:{JOIN}".encode() in got.replace(b"\r\n ", b"")


def test_one_without_a_heading_goes_to_nobody_as_it_is(s: Scene) -> None:
    invites(s, OURS, quoting(s, ""))
    assert not any(b"Please answer by" in raw for raw in s.raws("relay_message"))


def test_what_names_the_meeting_alone_is_kept() -> None:
    data = ics(
        "Notes", "Catch-up", "LOCATION;LANGUAGE=en:Room 3", "ATTACH:https://x.example/doc", "URL:https://x.example/j"
    )
    bare = bare_of(data)
    assert words_of(bare).split("\n") == ["Catch-up", "Room 3"]
    assert b"VALARM" not in bare and b"ATTACH" not in bare and b"URL:https://x.example/j" in bare
    assert bare_of(bare) == bare
    assert bare.count(b"BEGIN:") == bare.count(b"END:") == 2
