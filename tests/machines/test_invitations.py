"""Calendar parts: an invitation is passed on as a message with it; an answer to one and a cancellation are nothing."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from qibot.message import parse
from qibot.model.messages import Contact
from tests.support.build import ANN, BOT, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

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
ANSWERS = {
    "accepted in outlook": alternative("REPLY", "", "ACCEPTED", "; method=REPLY"),
    "declined in outlook": alternative("REPLY", "", "DECLINED", "; method=REPLY"),
    "perhaps in outlook": alternative("REPLY", "", "TENTATIVE", "; method=REPLY"),
    "accepted at google": twice("REPLY", "Ann Lee has accepted this invitation.", "ACCEPTED"),
    "declined at google": twice("REPLY", "Ann Lee has declined this invitation.", "DECLINED"),
    "accepted at apple": attached("REPLY", "Ann Lee hat die Einladung angenommen.", "ACCEPTED"),
    "accepted in thunderbird": attached(
        "REPLY", "Ann Lee <ann@health.example> has accepted your event invitation.", "ACCEPTED"
    ),
    "in base64": alternative("REPLY", "", "ACCEPTED", encoding="base64"),
    "nothing else": alone("REPLY", "ACCEPTED"),
    "called off in outlook": alternative("CANCEL", TEAMS, param="; method=CANCEL"),
    "called off at google": twice("CANCEL", "This event has been canceled and removed from your calendar."),
    "called off at apple": attached("CANCEL", "Ann Lee hat das Ereignis abgesagt."),
    "called off in thunderbird": attached("CANCEL", "Ann Lee has cancelled this event"),
    "called off without the parameter": alternative("CANCEL", "Cancelled, see you next month."),
    "called off at zimbra": alternative(
        "CANCEL", "The following meeting has been cancelled:", param='; method="CANCEL"'
    ),
    "called off by notes": attached("CANCEL", "", kind="application/ics"),
    "called off and nothing else": alone("CANCEL"),
    "another time refused": alternative("DECLINECOUNTER", "", param="; method=DECLINECOUNTER"),
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


@pytest.mark.parametrize("what", ANSWERS)
@pytest.mark.parametrize("sender", [ANN.address, JO.address, MEG.address])
def test_an_answer_to_one_and_a_cancellation_are_nothing(s: Scene, what: str, sender: str) -> None:
    before = len(s.outbox.delivered)
    assert sent(s, ANSWERS[what], "Accepted: Catch-up about report 1", sender) == "automatic"
    assert is_open(s)
    assert len(s.outbox.delivered) == before


def test_an_answer_in_its_thread_is_nothing_either(s: Scene) -> None:
    for n, body in enumerate(ANSWERS.values()):
        assert sent(s, body, f"Accepted: Catch-up {n}", answers="forward_report") == "automatic"
    assert is_open(s)


def test_what_somebody_writes_to_their_no_is_passed_on_without_the_part(s: Scene) -> None:
    body = alternative(
        "REPLY", "Sorry Jo, I have a clinic then. Could we do Thursday at ten?", "DECLINED", "; method=REPLY"
    )
    assert sent(s, body, "Declined: Catch-up", answers="forward_report") == "message from the mentor"
    (raw,) = s.raws("relay_message", JO.address)
    assert not [d for d in parse(raw).documents if d.name.endswith(".ics")]


@pytest.mark.parametrize("method", ["REPLY", "CANCEL"])
@pytest.mark.parametrize(
    "text",
    [
        "I'm busy then, can we say 25 November?",
        "I'll be 10 minutes late",
        "I'm not free until Friday week",
        "Can only do after 1 December, sorry",
        "I'm on a course that day, could we move it to next month?",
    ],
)
@pytest.mark.parametrize(("sender", "reader"), [(ANN.address, JO.address), (JO.address, ANN.address)])
def test_the_days_beside_a_yes_or_no_are_the_meetings(
    s: Scene, method: str, text: str, sender: str, reader: str
) -> None:
    body = alternative(method, text, "DECLINED", f"; method={method}")
    assert sent(s, body, "Declined: Catch-up", sender, answers="forward_report").startswith("message from the")
    assert s.raws("relay_message", reader) and not s.raws("expect_feedback_by") and not s.raws("ask_exceptional")


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


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (("REPLY", "I have to decline, my father died on Sunday and I won't manage the report.", "DECLINED"), "father"),
        (("CANCEL", "I have to cancel. I was taken into hospital last night and can't send it.", ""), "hospital"),
        (("REPLY", "Tentatively accepted. I'm worried about Jo, please keep this between us.", "TENTATIVE"), "worried"),
    ],
)
def test_what_somebody_says_of_themselves_beside_a_yes_or_no_is_heard(
    s: Scene, body: tuple[str, str, str], said: str
) -> None:
    method, text, status = body
    raw = alternative(method, text, status or "NEEDS-ACTION", f"; method={method}")
    sender = ANN.address if "Jo" in text else JO.address
    sent(s, raw, "Catch-up", sender)
    s.bot.round()
    heard = [to for to, letter in s.outbox.delivered if said in text_of(letter) and "team@council.example" in to]
    assert heard


def test_a_declined_meeting_without_its_part_is_heard_likewise(s: Scene) -> None:
    assert s.sends("Declined: Catch-up", text="I have to decline, my father died and I won't manage the report.") != (
        "automatic"
    )


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


AT_GOOGLE = (
    "\n\nCatch-up\nTuesday 20 Oct 2026 ⋅ 10am – 10:30am\nUnited Kingdom Time\n\nOrganiser\nAnn Lee\n\nInvitation from "
    "Google Calendar: https://calendar.google.com/calendar/\n\nYou are receiving this email because you are an "
    "attendee on the event.\n"
)


@pytest.mark.parametrize("how", ["quoted", "bare", "comment alone", "folded comment"])
def test_a_note_to_an_answer_is_its_writers_word_wherever_the_calendar_puts_it(s: Scene, how: str) -> None:
    note = "I'm in hospital and can't write my report this month."
    body = {
        "quoted": twice("REPLY", f'Jo Smith has declined this invitation with this note:\n\n"{note}"{AT_GOOGLE}'),
        "bare": twice(
            "REPLY", f"Jo Smith <jo@x.example> has declined this invitation with this note:\n\n{note}{AT_GOOGLE}"
        ),
        "comment alone": with_comment(alternative("REPLY", ""), f"COMMENT;LANGUAGE=en-GB:{note}"),
        "folded comment": with_comment(alone("REPLY"), f"COMMENT:{note[:20]}\r\n {note[20:]}\\n"),
    }[how]
    assert sent(s, body, "Declined: Catch-up", JO.address).startswith("exceptional circumstances")


def with_comment(body: str, line: str) -> str:
    return body.replace("SUMMARY:", f"{line}\r\nSUMMARY:")


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee has declined this invitation.{AT_GOOGLE}",
        f"Ann Lee has accepted this invitation.{AT_GOOGLE}",
        f'Ann Lee has accepted this invitation with this note:\n\n"Thanks"{AT_GOOGLE}',
    ],
)
def test_an_answer_without_a_note_is_nothing(s: Scene, text: str) -> None:
    assert sent(s, twice("REPLY", text), "Accepted: Catch-up") in ("automatic", "thanks or a promise")


def test_a_cancellation_that_says_why_is_heard(s: Scene) -> None:
    body = alternative("CANCEL", "Cancelling – Jo has gone off sick", param="; method=CANCEL")
    assert sent(s, body, "Canceled: Catch-up", answers="forward_report") == "NEEDS SUPPORT"


@pytest.mark.parametrize("text", ["Could we make it Tuesday instead?", "Can we move this to next week please?"])
def test_who_proposes_another_time_for_a_meeting_asks_for_none_for_the_report(s: Scene, text: str) -> None:
    body = alternative("COUNTER", text, param="; method=COUNTER")
    assert sent(s, body, "New Time Proposed: Catch-up", JO.address) == "message from the practitioner"


def test_but_who_asks_for_more_time_for_the_report_beside_it_is_heard(s: Scene) -> None:
    body = alternative("COUNTER", "I need another week for my report, so can we meet later?", param="; method=COUNTER")
    assert sent(s, body, "New Time Proposed: Catch-up", JO.address).startswith("exceptional circumstances")
