"""Calendar parts: an invitation is passed on as a message with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.message import parse
from qibot.model.messages import Contact
from tests.machines.invited import GOOGLE, TEAMS, alone, alternative, attached, ics, twice
from tests.support.build import ANN, BOT, JO
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

INVITATIONS = {
    "outlook": alternative("REQUEST", TEAMS, param="; method=REQUEST"),
    "outlook in base64": alternative("REQUEST", TEAMS, param="; method=REQUEST", encoding="base64"),
    "a gateway that drops the parameter": alternative("REQUEST", TEAMS),
    "google": twice("REQUEST", GOOGLE),
    "apple": attached("REQUEST", "Could we meet on Tuesday?"),
    "thunderbird": attached("REQUEST", "Invitation: Catch-up"),
    "notes": attached("REQUEST", "", kind="application/ics"),
    "zimbra": alternative(
        "REQUEST", "The following is a new meeting request:\n\nSubject: Catch-up", param='; method="REQUEST"'
    ),
    "another time proposed": alternative("COUNTER", "Eleven would suit me better.", param="; method=COUNTER"),
    "published": attached("PUBLISH", "Dates of the learning sessions"),
    "nothing else": alone("REQUEST"),
}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


def sent(s: Scene, body: str, subject: str, sender: str = ANN.address, answers: str = "", **headers: str) -> str:
    to = BOT
    if answers:
        head = s.heads(answers)[-1]
        to = str(head["Reply-To"].addresses[0].addr_spec)
        headers["In-Reply-To"] = str(head["Message-ID"])
    lines = "".join(f"{name}: {value}\n" for name, value in headers.items())
    head_ = (
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{abs(hash((body, subject, sender)))}@x.example>\n"
    )
    raw = f"{head_}{lines}MIME-Version: 1.0\n{body}".replace("\r\n", "\n").replace("\n", "\r\n").encode()
    return s.takes(raw)


def is_open(s: Scene) -> bool:
    report = s.case.report(1)
    return report is not None and report.answered is None


@pytest.mark.parametrize("what", INVITATIONS)
@pytest.mark.parametrize("answers", ["", "forward_report"])
def test_a_mentors_invitation_is_a_message_with_it_and_the_report_stays_open(s: Scene, what: str, answers: str) -> None:
    taken = sent(s, INVITATIONS[what], "Catch-up about report 1", answers=answers)
    assert taken == "message from the mentor"
    assert is_open(s)
    (raw,) = s.raws("relay_message", JO.address)
    (part,) = [d for d in parse(raw).documents if d.name.endswith(".ics")]
    assert part.size == len(ics("REQUEST")) or what in ("another time proposed", "published")
    assert ".ics" in text_of(raw)


@pytest.mark.parametrize("what", INVITATIONS)
def test_a_practitioners_invitation_is_no_report(s: Scene, what: str) -> None:
    assert sent(s, INVITATIONS[what], "Report 2: can we talk?", JO.address) == "message from the practitioner"
    assert s.numbers == [1]
    assert len(s.raws("relay_message", ANN.address)) == 1


def test_an_invitation_that_a_calendar_sends_by_itself_is_a_persons(s: Scene) -> None:
    more = {"Auto-Submitted": "auto-generated", "Sender": "Google Calendar <calendar-notification@google.com>"}
    assert sent(s, INVITATIONS["google"], "Invitation: Catch-up", **more) == "message from the mentor"


def test_a_report_with_an_invitation_beside_it_is_a_report(s: Scene) -> None:
    pdf = (
        '--m\nContent-Type: application/pdf; name="Report 2.pdf"\nContent-Disposition: attachment\n\n%PDF-1.4\n--m--\n'
    )
    body = INVITATIONS["apple"].replace("--m--\n", pdf)
    assert sent(s, body, "Report 2", JO.address) == "report 2"


def test_an_invitation_counts_as_contact(s: Scene) -> None:
    sent(s, INVITATIONS["outlook"], "Catch-up")
    assert len(s.case.all(Contact)) >= 1


@pytest.mark.parametrize("kind", ["application/octet-stream", "text/plain", "application/x-ics"])
@pytest.mark.parametrize(("method", "kept"), [("REPLY", 0), ("CANCEL", 0), ("REQUEST", 1)])
def test_a_calendar_named_so_is_one_whatever_its_type(kind: str, method: str, kept: int) -> None:
    head = f"From: {JO.address}\nTo: {BOT}\nSubject: Catch-up\nMIME-Version: 1.0\n"
    read = parse((head + attached(method, "See you then.", kind=kind)).encode())
    assert (read.calendar, len(read.invitations), read.files) == (method.lower(), kept, ())


def test_a_document_that_is_named_like_a_calendar_stays_one() -> None:
    head = f"From: {JO.address}\nTo: {BOT}\nSubject: Catch-up\nMIME-Version: 1.0\n"
    whole = head + attached("REPLY", "See.", kind="application/octet-stream").replace("BEGIN:VCALENDAR", "A report")
    assert [d.name for d in parse(whole.encode()).files] == ["invite.ics"]
