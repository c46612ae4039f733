"""Mail of one that another one passes on: it counts for nobody, and goes to nobody, on the sender's word (3a)."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.reports import Report
from tests.support.build import ANN, BOT, JO, MEG, TEAM, at, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

ANNS = "What I liked: the aim says by when. Even better if the chart had a median line."
JOS = "Hi Ann, here is my second report. The umbrella trial went on for two weeks."


@pytest.fixture(scope="module")
def one_unanswered(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Report 1 waits for Ann's feedback, and the second one is due."""
    made = scene(tmp_path_factory.mktemp("one_unanswered"), "2026-10-12T09:00")
    made.sends("Report 1", "first.pdf")
    made.now = at("2026-11-12T09:00")
    made.bot.round()
    return made


@pytest.fixture
def s(one_unanswered: Scene, tmp_path: Path) -> Scene:
    return one_unanswered.copied(tmp_path)


def offered(s: Scene) -> list[str]:
    return [q.offered for q in s.store.load(DESK).all(Quarantined).values()]


def reached(s: Scene, words: str) -> set[str]:
    return {w for who, raw in s.outbox.delivered for w in who if words in text_of(raw)}


def answered(s: Scene) -> list[int]:
    return [r.number for r in s.case.all(Report).values() if r.answered]


def block(writer: str, said: str, subject: str = "Report 2") -> dict[str, str]:
    """What is passed on, as the programs write it."""
    name, _, address = writer.partition(" <")
    fields = (
        f"From: {writer}\nDate: Thu, 12 Nov 2026 at 08:00\nSubject: {subject}\nTo: Somebody <x@y.example>\n\n{said}\n"
    )
    outlook = (
        f"From: {writer}\nSent: 12 November 2026 08:00\nTo: Somebody <x@y.example>\nSubject: {subject}\n\n{said}\n"
    )
    marked = "\n".join(f"> {x}" for x in fields.split("\n"))
    return {
        "Gmail": f"---------- Forwarded message ---------\n{fields}",
        "Outlook": f"________________________________\n{outlook}",
        "Outlook without addresses": outlook.replace(f" <{address}", ""),
        "Outlook in stars": outlook.replace("From:", "*From:*").replace("Sent:", "*Sent:*"),
        "Apple Mail": f"Begin forwarded message:\n\n{marked}",
        "Thunderbird": f"-------- Forwarded Message --------\n{fields}",
        "a telephone": f"-------- Original message --------\n{fields}",
        "Yahoo": f"----- Forwarded message ----- From: {writer}To: x@y.example <x@y.example>Sent: Thursday\n{said}\n",
        "Proton": f"------- Forwarded Message -------\n{fields}",
        "Notes": f"----- Forwarded by {name} on 12/11/2026 08:00 -----\n\n{fields}",
        "GMX": f"Gesendet: Donnerstag\nVon: {writer}\nAn: x@y.example\nBetreff: {subject}\n\n{said}\n",
        "eM Client": f'------ Original Message ------\nFrom "{name}" <{address}\nTo x@y.example\n'
        f"Date 12/11/2026 08:00:00\nSubject {subject}\n\n{said}\n",
        "GroupWise": f">>> {writer} 12/11/2026 08:00 >>>\n{said}\n",
        "an attribution": f"On Thu, 12 Nov 2026 at 08:00, {writer} wrote:\n\n{said}\n",
    }


JO_WROTE = block(f"{JO.name} <{JO.address}>", JOS)
ANN_WROTE = block(f"{ANN.name} <{ANN.address}>", ANNS, "Re: Report 1")


@pytest.mark.parametrize("program", JO_WROTE)
@pytest.mark.parametrize("above", ["", "Something for you.\n\n"])
def test_the_report_that_its_mentor_passes_on_is_asked_about_and_nobody_is_chased(
    s: Scene, program: str, above: str
) -> None:
    text = above + JO_WROTE[program]
    raw = message(ANN.address, "FW: Report 2", text, ("second.pdf",))
    assert s.takes(raw) == "quarantine"
    assert offered(s) == [JO.address]
    assert answered(s) == []
    assert reached(s, "umbrella") == reached(s, "Something for you") == set()
    assert not [x for x in s.writes_until("2026-11-17T12:00") if "remind_missing" in x]
    s.answers("report_quarantine", f"THIS IS {JO.address}", TEAM)
    s.bot.round()
    assert s.numbers == [1, 2]
    assert reached(s, "Something for you") == set()


ILL = "Hi Ann,\n\nSorry it's late, my dad died last week and I've been off.\n\nJo"


@pytest.mark.parametrize("program", JO_WROTE)
@pytest.mark.parametrize(
    "above", ["Hi, please see attached from Jo.\n\nThanks\nAnn\n\n", "Jo e-mailed me this directly.\n\n", ""]
)
def test_what_is_said_in_the_letter_that_a_mentor_passes_on_is_not_the_mentors_word(
    s: Scene, program: str, above: str
) -> None:
    text = above + block(f"{JO.name} <{JO.address}>", ILL)[program]
    assert s.takes(message(ANN.address, "FW: Report 2", text, ("second.pdf",))) == "quarantine"
    assert offered(s) == [JO.address]
    assert not s.raws("report_no_capacity")
    assert reached(s, "my dad died") <= {TEAM}
    assert not [x for x in s.writes_until("2026-11-17T12:00") if "remind_missing" in x]


def test_a_mentor_who_cannot_go_on_is_heard_beside_the_report_that_they_pass_on(s: Scene) -> None:
    above = "I'm afraid I can't go on as a mentor, I have no time any more.\n\n"
    assert s.takes(message(ANN.address, "FW: Report 2", above + JO_WROTE["Outlook"], ("second.pdf",))) == "quarantine"
    assert offered(s) == [JO.address]
    assert reached(s, "go on as a mentor") == {TEAM}


def test_the_page_tells_whose_it_is_where_the_plain_text_does_not(s: Scene) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = ANN.address, BOT, "FW: Report 2", "<p@x.example>"
    mail.set_content("See below.")
    mail.add_alternative(
        "<p>See below.</p><hr><div><b>From:</b> Jo Smith &lt;jo@school.example&gt;<br><b>Sent:</b> 12 November 2026"
        f" 08:00<br><b>To:</b> Ann Lee<br><b>Subject:</b> Report 2</div><p>{JOS}</p>",
        subtype="html",
    )
    mail.add_attachment(b"%PDF-1.4 second", maintype="application", subtype="pdf", filename="second.pdf")
    assert s.takes(mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))) == "quarantine"
    assert offered(s) == [JO.address]


def within(sender: str, subject: str, text: str, inner: bytes) -> bytes:
    """A mail that brings another one as its attachment."""
    head = (
        f"From: {sender}\r\nTo: {BOT}\r\nSubject: {subject}\r\nMessage-ID: <w@x.example>\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
        "--b\r\nContent-Type: message/rfc822\r\n\r\n"
    )
    return head.encode() + inner + b"\r\n--b--\r\n"


def test_so_is_one_that_is_attached_as_a_mail(s: Scene) -> None:
    inner = message(f"Jo Smith <{JO.address}>", "Report 2", JOS, ("second.pdf",), To=ANN.address)
    assert s.takes(within(ANN.address, "FW: Report 2", "For you.", inner)) == "quarantine"
    assert offered(s) == [JO.address]
    assert answered(s) == []


@pytest.mark.parametrize(
    "said",
    [
        "Jo has sent me a new version directly, attached.",
        "Jo has sent me a new version directly, attached for your records.",
        "Jo emailed me her report by mistake, here it is.",
        "She sent this straight to me.",
        "Jo asked me to forward this.",
        "Sent on behalf of Jo.",
    ],
)
def test_words_alone_say_in_a_thread_that_the_practitioner_sent_it(s: Scene, said: str) -> None:
    head = s.heads("forward_report")[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    raw = message(
        ANN.address, f"Re: {head['Subject']}", said, ("second.pdf",), To=to, In_Reply_To=str(head["Message-ID"])
    )
    assert s.takes(raw) == "quarantine"
    assert offered(s) == [JO.address]
    assert answered(s) == []


@pytest.mark.parametrize(
    "said",
    [
        "My comments are in what you sent me.",
        "Thank you for what you sent me. The aim is clear, and the chart is easy to read.",
        "Please find it attached.",
    ],
)
def test_a_document_that_comes_back_is_feedback_as_before(s: Scene, said: str) -> None:
    head = s.heads("forward_report")[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    raw = message(
        ANN.address, f"Re: {head['Subject']}", said, ("first AL.pdf",), To=to, In_Reply_To=str(head["Message-ID"])
    )
    assert s.takes(raw) == "feedback on report 1"


def test_what_its_writer_passes_on_themself_stays_what_it_is(s: Scene) -> None:
    assert s.takes(message(ANN.address, "Fwd: Report 1", f"For the log.\n\n{ANN_WROTE['Gmail']}")) == (
        "feedback on report 1"
    )
    assert s.takes(message(JO.address, "Fwd: Report 2", f"Sent to Ann.\n\n{JO_WROTE['Gmail']}", ("b.pdf",))) == (
        "report 2"
    )


def test_an_answer_to_the_practitioner_who_has_it_in_copy_is_no_passing_on(s: Scene) -> None:
    raw = message(
        ANN.address, "FW: Report 1", f"Hi Jo,\n\n{ANNS}\n\nAnn\n\n{JO_WROTE['Outlook']}", To=JO.address, Cc=BOT
    )
    assert s.takes(raw) == "feedback on report 1"


@pytest.mark.parametrize("program", ANN_WROTE)
def test_feedback_that_the_practitioner_passes_on_is_no_report_and_the_team_hears(s: Scene, program: str) -> None:
    text = f"Ann sent me her feedback directly, for your records.\n\n{ANN_WROTE[program]}"
    assert s.takes(message(JO.address, "Fwd: Report 1", text)) == "quarantine"
    assert offered(s) == [ANN.address]
    assert [x.version for x in s.case.submissions(1)] == [1]
    assert reached(s, "median line") == set()
    s.answers("report_quarantine", f"THIS IS {ANN.address}", TEAM)
    s.bot.round()
    assert answered(s) == [1]
    assert reached(s, "for your records") == set()


def test_a_managers_mail_that_the_mentor_passes_on_reaches_the_team_alone(s: Scene) -> None:
    text = block(f"Meg Ross <{MEG.address}>", "Between us, Jo's post is going in March.", "Jo")["Outlook"]
    s.takes(message(ANN.address, "FW: Jo", f"What do you make of this?\n\n{text}"))
    assert reached(s, "going in March") <= {TEAM}
    assert answered(s) == []


def test_what_is_told_in_confidence_above_it_reaches_the_team_all_the_same(s: Scene) -> None:
    text = f"In confidence: I doubt that Jo should go on with the programme.\n\n{JO_WROTE['Outlook']}"
    assert s.takes(message(ANN.address, "FW: Report 2", text, ("second.pdf",))) == "quarantine"
    assert offered(s) == [JO.address]
    assert reached(s, "should go on") == {TEAM}


BOUNCE = (
    b"From: postmaster@health.example\r\nTo: jo@school.example\r\nSubject: Undeliverable: Report 1\r\n\r\n"
    b"User unknown: ann@health.example\r\n"
)


@pytest.mark.parametrize("sender", [JO.address, ANN.address])
def test_a_bounce_that_somebody_passes_on_is_for_the_team(s: Scene, sender: str) -> None:
    raw = within(sender, "Fwd: Undeliverable: Report 1", "I got this when I emailed Ann.", BOUNCE)
    assert s.takes(raw) == "quarantine"
    assert offered(s) == [""]
    assert [x.version for x in s.case.submissions(1)] == [1]
    assert answered(s) == []


def test_so_is_one_that_is_passed_on_in_the_text(s: Scene) -> None:
    text = block("Mail Delivery System <MAILER-DAEMON@health.example>", "User unknown", "Undeliverable")["Outlook"]
    assert s.takes(message(JO.address, "FW: Undeliverable: Report 1", f"I got this.\n\n{text}")) == "quarantine"
    assert [x.version for x in s.case.submissions(1)] == [1]
