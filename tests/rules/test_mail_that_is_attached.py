"""Mail that is attached to the mail: what of it may go on to those who read it, in the shapes that programs write."""

from __future__ import annotations

import base64
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from qibot.model.reports import Report
from tests.documents.outlook import msg, written
from tests.support.build import ANN, BOT, JO, MEG, TEAM, at
from tests.support.dialogue import Scene, scene
from tests.support.papers import docx, para, zipped

pytestmark = pytest.mark.slow

GOOD = "What I liked: the aim says by when.\n\nEven better if the chart had a median line.\n\nAnn"
SECRET = "I doubt that she should go on with it"
ANNS, JOS = "Ann Lee <ann@health.example>", "Jo Smith <jo@school.example>"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAPER = docx(para("The aim is to have the hall quiet by May."))


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 waits for Ann's feedback."""
    made = scene(tmp_path, "2026-10-12T09:00")
    made.sends("Report 1", "first.pdf")
    return made


def letter(sender: str, to: str, said: str, subject: str = "Jo", copy: str = "", *files: tuple[str, bytes]) -> bytes:
    """A mail as it was sent."""
    head = f"From: {sender}\r\nTo: {to}\r\n" + (f"Cc: {copy}\r\n" if copy else "")
    head += (
        f"Subject: {subject}\r\nDate: Thu, 8 Oct 2026 08:00:00 +0000\r\nMessage-ID: <{abs(hash(said))}@x.example>\r\n"
    )
    plain = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{said}\r\n"
    if not files:
        return f"{head}MIME-Version: 1.0\r\n{plain}".encode()
    parts = "".join(f"--i\r\n{file(name, data, WORD)}\r\n" for name, data in files)
    kind = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="i"\r\n\r\n'
    return f"{head}{kind}--i\r\n{plain}\r\n{parts}--i--\r\n".encode()


def file(name: str, data: bytes, kind: str = "application/octet-stream") -> str:
    body = base64.encodebytes(data).decode().replace("\n", "\r\n")
    return (
        f'Content-Type: {kind}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{body}"
    )


def shapes(mail: bytes) -> dict[str, str]:
    """A mail attached, as programs do it."""
    text = mail.decode()
    whole = f"Content-Type: message/rfc822\r\n\r\n{text}"
    saved = text.replace("Date:", "Sent:").partition("MIME-Version")[0] + "\r\n" + text.rpartition("\r\n\r\n")[2]
    return {
        "Outlook": whole,
        "Apple Mail": f"Content-Disposition: attachment; filename*0=Jo.eml\r\n{whole}",
        "Thunderbird": whole.replace("rfc822", 'rfc822; charset=UTF-8; name="Jo.eml"', 1),
        "Exchange in base64": file("Jo.eml", mail, "message/rfc822"),
        "Outlook on the web": file("Jo.eml", mail),
        "a digest": f'Content-Type: multipart/digest; boundary="d"\r\n\r\n--d\r\n\r\n{text}\r\n--d--\r\n',
        "saved as text": file("Jo.txt", saved.encode(), "text/plain"),
        "in an archive": file("mails.zip", zipped({"old/Jo.eml": mail}), "application/zip"),
        "an mbox": file("Jo.mbox", b"From - Thu Oct  8 08:00:00 2026\r\n" + mail),
        "Apple's own file": file("Jo.emlx", str(len(mail)).encode() + b"\n" + mail),
        "within another": f"Content-Type: message/rfc822\r\n\r\n{letter(ANNS, BOT, 'x').decode()}"
        .replace("Content-Type: text/plain; charset=utf-8\r\n\r\nx", f"Content-Type: message/rfc822\r\n\r\n{text}"),
    }  # fmt: skip


SHAPES = list(shapes(b"From: a\r\nDate: b\r\n\r\nc"))


def mail(sender: str, said: str, *parts: str, to: str = BOT, subject: str = "Report 1", answers: str = "") -> bytes:
    head = f"From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{abs(hash((said, parts)))}@y.example>\r\n"
    head += f"In-Reply-To: {answers}\r\n" if answers else ""
    body = f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{said}\r\n"
    body += "".join(f"--b\r\n{part}\r\n" for part in parts)
    return f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n{body}--b--\r\n'.encode()


def feedback(s: Scene, *parts: str) -> str:
    """What Ann's answer to the report with these parts is taken for."""
    head = s.heads("forward_report")[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    return s.takes(mail("Ann Lee <ann@health.example>", GOOD, *parts, to=to, answers=str(head["Message-ID"])))


def brought(s: Scene, name: str) -> list[bytes]:
    """The files that the last letter with this name brought."""
    made = message_from_bytes(s.raws(name)[-1], policy=policy.default)
    return [
        bytes(p.get_payload(decode=True) or p.as_bytes())
        for p in made.walk()
        if p.get_content_disposition() is not None
    ]


def went_out(s: Scene, words: str, *to: str) -> bool:
    """Whether these words stand in any letter, or file of one, that went to one of these."""
    for who, raw in s.outbox.delivered:
        made = message_from_bytes(raw, policy=policy.default)
        texts = [bytes(p.get_payload(decode=True) or b"") for p in made.walk() if not p.is_multipart()]
        if set(to) & set(who) and any(words.encode() in x or b"old/Jo.eml" in x for x in texts):
            return True
    return False


NOT_HAD = [
    (f"The team <{TEAM}>", "Ann Lee <ann@health.example>"),
    ("Ann Lee <ann@health.example>", f"The team <{TEAM}>"),
    ("Ann Lee <ann@health.example>", "Meg Ross <meg@school.example>"),
    ("HR <hr@school.example>", "Ann Lee <ann@health.example>"),
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("writer", "to"), NOT_HAD, ids=["the team's", "to the team", "to the manager", "a stranger's"])
def test_a_mail_that_its_readers_have_not_had_stays_behind_and_the_feedback_goes_on(
    s: Scene, shape: str, writer: str, to: str
) -> None:
    taken = feedback(s, shapes(letter(writer, to, SECRET))[shape])
    assert taken == "feedback on report 1"
    assert not went_out(s, SECRET, JO.address, MEG.address)
    assert "was not passed on" in s.last("tell_documents")
    assert "may not have had" in s.last("report_document_held")


@pytest.mark.parametrize("shape", SHAPES[:-1])
def test_a_letter_of_ours_is_left_out_as_a_quotation_of_it_is(s: Scene, shape: str) -> None:
    ours = s.raws("forward_report")[-1]
    assert feedback(s, shapes(ours)[shape]) == "feedback on report 1"
    assert not went_out(s, "Please answer by", JO.address, MEG.address)


def test_what_our_letter_says_is_left_out_as_a_text_file_too(s: Scene) -> None:
    s.now = at("2026-10-21T12:00")
    s.bot.round()
    said = s.last("remind_feedback")
    assert feedback(s, file("reminder.txt", said.encode(), "text/plain")) == "feedback on report 1"
    assert not brought(s, "relay_feedback")


def test_a_report_goes_on_without_the_managers_mail_beside_it(s: Scene) -> None:
    theirs = letter("Meg Ross <meg@school.example>", "Jo Smith <jo@school.example>", "I think that Ann is no use.")
    s.now = at("2026-11-12T09:00")
    part = shapes(theirs)["Outlook"]
    taken = s.takes(mail(JOS, "Report 2 is attached.", file("Report 2.docx", PAPER, WORD), part))
    assert taken == "report 2"
    assert brought(s, "forward_report") == [PAPER]
    assert "was not passed on" in s.last("receipt")


def test_the_report_that_a_colleague_has_mailed_them_goes_on_without_that_mail(s: Scene) -> None:
    theirs = letter("Pat Doe <pat@school.example>", "jo@school.example", "As agreed.", "", "", ("Report 2.docx", PAPER))
    s.now = at("2026-11-12T09:00")
    part = shapes(theirs)["Outlook"]
    assert s.takes(mail(JOS, "Here is report 2.", part)) == "report 2"
    assert brought(s, "forward_report") == [PAPER]


@pytest.mark.parametrize(("to", "goes"), [(("Jo Smith", JO.address), True), (("The team", TEAM), False)])
def test_an_outlook_message_is_read_as_any_mail(s: Scene, to: tuple[str, str], goes: bool) -> None:
    made = written(msg(("Ann Lee", ANN.address), dict([to]), "Report 1", "What I liked: the aim says by when."))
    assert feedback(s, file("Report 1.msg", made, "application/vnd.ms-outlook")) == "feedback on report 1"
    assert brought(s, "relay_feedback") == ([made] if goes else [])
    assert bool(s.raws("tell_documents")) is not goes


def test_the_report_that_a_colleague_has_typed_for_them_goes_on(s: Scene) -> None:
    s.now = at("2026-11-12T09:00")
    said = "Report 2. Aim: 80% of pupils ready to learn at 9.15 by June. We tested the song again on Monday."
    theirs = letter("Pat Doe <pat@school.example>", "jo@school.example", said, "Report 2")
    said = "Dear Ann, please see the attached message."
    assert s.takes(mail(JOS, said, shapes(theirs)["Outlook on the web"], subject="Report 2")) == "report 2"
    assert brought(s, "forward_report") == [theirs]


def test_a_colleagues_mail_alone_is_no_report(s: Scene) -> None:
    s.now = at("2026-11-12T09:00")
    part = shapes(letter("Pat Doe <pat@school.example>", "jo@school.example", "The hall is free on Monday."))["Outlook"]
    s.takes(mail(JOS, "Here is report 2, attached.", part, subject="Report 2"))
    assert "2" not in s.case.all(Report)


HAD_SHAPES = ["Outlook", "Apple Mail", "Outlook on the web", "saved as text", "in an archive", "an mbox"]
HAD = [
    ("Ann Lee <ann@health.example>", "Jo Smith <jo@school.example>", ""),
    ("Ann Lee <ann@health.example>", "Jo Smith <jo@school.example>", "Meg Ross <meg@school.example>"),
    ("Pat Doe <pat@school.example>", "Jo Smith <jo@school.example>, ann@health.example", "meg@school.example"),
    ("Ann Lee <ann@health.example>", f"QI Programme <{BOT}>", ""),
]


@pytest.mark.parametrize("shape", HAD_SHAPES)
@pytest.mark.parametrize(
    ("writer", "to", "copy"),
    HAD,
    ids=["to the practitioner", "with the manager in copy", "a colleague's to all", "to the bot alone"],
)
def test_a_mail_that_they_have_had_or_could_have_goes_on_byte_for_byte(
    s: Scene, shape: str, writer: str, to: str, copy: str
) -> None:
    harmless = letter(writer, to, "What I liked: the aim. Even better if you had a chart.", "Report 1", copy)
    assert feedback(s, shapes(harmless)[shape]) == "feedback on report 1"
    assert len(brought(s, "relay_feedback")) == 1
    assert not s.raws("report_document_held")


def test_their_own_report_mail_that_a_practitioner_attaches_goes_on_with_its_document(s: Scene) -> None:
    s.now = at("2026-11-12T09:00")
    own = letter("Jo Smith <jo@school.example>", BOT, "Here is report 2.", "Report 2", "", ("Report 2.docx", PAPER))
    part = shapes(own)["Outlook on the web"]
    assert s.takes(mail(JOS, "I sent this last week.", part, subject="Report 2")) == "report 2"
    assert brought(s, "forward_report") == [own, PAPER]


def test_what_they_told_the_team_stays_with_the_team_when_it_is_attached(s: Scene) -> None:
    s.now = at("2026-11-12T09:00")
    said = "For the Community Planning team only, please: my mum has died and Ann mustn't know."
    own = letter("Jo Smith <jo@school.example>", BOT, said)
    taken = s.takes(mail(JOS, "Report 2.", file("Report 2.docx", PAPER, WORD), shapes(own)["Outlook"]))
    assert taken == "report 2"
    assert brought(s, "forward_report") == [PAPER]


LOOKALIKES = [
    (
        "Report 2.txt",
        "text/plain",
        b"Report 2\nFrom: October\nTo: November\n\nThe aim is a quiet hall.",
    ),
    ("minutes.txt", "text/plain", b"Minutes of Monday\n\nFrom: Jo Smith to all\nThe hall is free."),
    ("notes.html", "text/html", b"<p>From: the hall</p><p>The aim is to have it quiet.</p>"),
    ("data.zip", "application/zip", zipped({"data.csv": b"1,2", "readme.txt": b"Numbers by week."})),
    ("data.csv", "text/csv", b"From,To,Sent\n1,2,3\n"),
    ("plan.ics.txt", "text/plain", b"Subject: hall\nDate: 3 November\nFrom: 9\nTo: 10"),
]


@pytest.mark.parametrize(("name", "kind", "data"), LOOKALIKES)
def test_what_only_looks_like_a_mail_goes_on_byte_for_byte(s: Scene, name: str, kind: str, data: bytes) -> None:
    s.now = at("2026-11-12T09:00")
    said = "Hi Ann, here is report 2 with what belongs to it."
    taken = s.takes(mail(JOS, said, file("Report 2.docx", PAPER, WORD), file(name, data, kind)))
    assert taken == "report 2"
    assert brought(s, "forward_report") == [PAPER, data]
