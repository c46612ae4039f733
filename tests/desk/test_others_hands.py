"""A stranger's mail is offered to the team as the person's whose it likeliest is, once or for good (3a)."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model import Person, Put, Status
from qibot.model.desk import DESK, Alias
from qibot.model.reports import Submission
from tests.support.build import ANN, BOT, JO, MEG, TEAM, message
from tests.support.desk_world import Desk
from tests.support.dialogue import scene
from tests.support.papers import zipped
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

HERE = "Please find the report attached."
NOON = "2026-10-12T12:00"


def written_by(author: str) -> bytes:
    core = f'<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator></cp:coreProperties>'
    return zipped({"word/document.xml": "<w:document/>", "docProps/core.xml": core})


def strangers(
    sender: str,
    subject: str = "Report",
    text: str = HERE,
    file: str = "report.docx",
    data: bytes = b"PK",
    **fields: str,
) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, fields.pop("To", BOT), subject
    mail["Message-ID"] = f"<{abs(hash((sender, subject, text, file)))}@else.example>"
    for name, value in fields.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=file)
    return mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))


KINDS = {
    "a tag on a known address": strangers("jo+reports@school.example"),
    "a tag on her second address": strangers("Jo <jo+qi@home.example>"),
    "Exchange's on-behalf": strangers('"Pat Brown on behalf of Jo Smith" <pat@office.example>'),
    "Exchange's on-behalf in German": strangers('"Pat Brown im Auftrag von Jo Smith" <pat@office.example>'),
    "on-behalf in the subject": strangers("pat@office.example", "Report on behalf of Jo Smith"),
    "on-behalf in the text": strangers("pat@office.example", text="I send this on behalf of Jo Smith, who is off."),
    "her name from another address": strangers("Jo Smith <xyz@private.example>"),
    "her name the other way round": strangers('"Smith, Jo (Education)" <e12345@private.example>'),
    "her address as Sender": strangers("Pat Brown <pat@office.example>", Sender=JO.address),
    "her address as Reply-To": strangers("scanner@office.example", Reply_To=f"Jo <{JO.address}>"),
    "her name before the @": strangers("josmith@private.example"),
    "her surname changed": strangers("Jo MacDonald <jo.macdonald@school.example>"),
    "her surname changed, no name": strangers("jo.macdonald@school.example"),
    "her name in the subject": strangers("pat@office.example", "Report 1 - Jo Smith"),
    "her name and her mentor's in the subject": strangers("pat@office.example", "Report of Jo Smith for Ann Lee"),
    "her name in the file's": strangers("pat@office.example", file="Report_1_Jo_Smith.docx"),
    "her signature": strangers("pat@office.example", text=f"Dear Ann,\n\n{HERE}\n\nBest\nJo Smith\nTeacher, Dunmore"),
    "the document's author": strangers("pat@office.example", data=written_by("Jo Smith")),
    "the PDF's author": strangers("pat@office.example", file="r.pdf", data=b"%PDF-1.4\n<</Author (Jo Smith)>>\n%%EOF"),
    "an initial and her surname": strangers("j.smith@school.example"),
    "her surname and an initial": strangers("smithj@school.example"),
    "her mail passed on": strangers(
        "pat@office.example",
        "FW: Report 1",
        f"See below.\n\nPat\n\nFrom: Jo Smith <{JO.address}>\nSent: Monday\nTo: Pat\nSubject: Report 1\n\nHi Pat",
    ),
    "her mail passed on from a private address": strangers(
        "pat@office.example",
        "Fwd: Report 1",
        "---------- Forwarded message ---------\nFrom: Jo Smith <jojo77@gmail.com>\nSubject: Report 1\n\nHi Pat",
    ),
    "her mail passed on, another one in copy": strangers(
        "pat@office.example",
        "FW: Sam Baird",
        f"From: Jo Smith <{JO.address}>\nSent: Monday\nTo: Pat\nSubject: Sam Baird\n\nHi Pat",
        Cc="sam@school.example",
    ),
    "her mail passed on by the team": strangers(
        TEAM, "FW: Report 1", f"From: Jo Smith <{JO.address}>\nSent: Monday\nTo: Team\nSubject: Report 1\n\nHello"
    ),
    "the report is for her": strangers("pat@office.example", text="Please find attached the report for Jo Smith."),
    "the report is hers, another one in copy": strangers(
        "pat@office.example", text="Please find attached Jo Smith's report.", Cc="sam@school.example"
    ),
    "the report is hers by the first name": strangers("pat@office.example", text="I send you Jo's report."),
    "feedback is asked for": strangers("pat@office.example", "Jo Smith", "Her report, for your feedback."),
    "a share notice of hers": strangers(
        "no-reply@sharepointonline.com", 'Jojo shared "Report 1 Jo Smith" with you', Reply_To="jojo77@gmail.com"
    ),
    "an initial and her surname as the name": strangers("J. Smith <quilts@home.example>"),
    "her first name and an initial as the name": strangers("Jo S <js77@icloud.com>"),
    "her first name and another surname": strangers("Mrs Jo Brown <jo.brown@gmail.com>"),
    "another surname first": strangers('"Brown, Jo" <jb55@elsewhere.example>'),
    "her first name in the subject": strangers("pat@office.example", "Report from Jo"),
    "her first name and the month in the subject": strangers("pat@office.example", "Jo's October report"),
    "her surname in the subject": strangers("pat@office.example", "Smith - Report 1"),
    "a title and her surname in the subject": strangers("pat@office.example", "Mrs Smith's report"),
    "her surname first in the subject": strangers("pat@office.example", "SMITH Jo report 1"),
    "her name with underscores in the subject": strangers("pat@office.example", "Report_1_Jo_Smith"),
    "her name in the file's, glued": strangers("pat@office.example", file="SmithJo_Report1.docx"),
    "an initial in the file's name": strangers("pat@office.example", file="Report 1 JSmith.docx"),
    "she has asked for it": strangers("pat@office.example", text="Jo Smith has asked me to forward the attached."),
    "on her behalf": strangers("pat@office.example", text="Please see attached on Jo Smith's behalf."),
    "her report is spoken of": strangers("pat@office.example", text="I work with Jo Smith. Her report is attached."),
    "her name as a label": strangers("pat@office.example", text="Name: Jo Smith\nCohort: 2026-27\n\nAttached."),
    "another is greeted": strangers("pat@office.example", text="Hi Sam Baird, attached is what Jo Smith wrote."),
    "her signature with a title": strangers("pat@office.example", text=f"{HERE}\n\nDr. Jo Smith, MBChB\nTayside"),
    "it is signed for her": strangers("pat@office.example", text=f"{HERE}\n\nPat Brown\np.p. Jo Smith"),
    "she has a copy": strangers("pat@office.example", To=f"{BOT}, {JO.address}"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_sign_offers_the_person_first(world: Desk, kind: str) -> None:
    world.gets(KINDS[kind], NOON)
    (waits,) = world.waiting().values()
    assert waits.offered == JO.address
    assert f"THIS IS {JO.address}" in text_of(world.letter("report_quarantine"))


NOBODY = {
    "nothing": strangers("pat@office.example"),
    "two practitioners in the subject": strangers("pat@office.example", "Jo Smith and Sam Baird"),
    "a name that begins like hers": strangers("pat@office.example", "Report of Jo Smithson"),
    "her first name, and no report": strangers("Jo Brown <jb@gmail.com>", "Invoice 4", "Please pay.", "invoice.pdf"),
    "another who begins like her": strangers("Joanne Smithers <js@school.example>"),
    "her surname, another first name": strangers("Ian Smith <ian@gmail.com>"),
    "another's first name and hers": strangers("pat@office.example", "Report from Jo Brown"),
    "her first name and a colleague's": strangers("pat@office.example", "Jo and Sam"),
    "she is greeted": strangers("pat@office.example", text="Dear Jo Smith, here is my report."),
    "her mentor is greeted": strangers("pat@office.example", text="Dear Ann Lee, here is my report."),
    "half of her mentor's double name": strangers("Ann Lee-Brown <alb@gmail.com>", text="My report."),
    "somebody else with her initial": strangers("Jane Smith <j.smith@school.example>"),
    "her initial at a mailbox provider": strangers("j.smith@gmail.com"),
    "somebody's feedback for her": strangers("pat@office.example", "Feedback for Jo Smith", "Comments attached."),
    "feedback and a report": strangers("pat@office.example", "Jo Smith", "Ann's feedback, and the report again."),
    "she is written about": strangers(
        "pat@office.example", text="I met Jo Smith today. She is well.\n" + "More.\n" * 20
    ),
}


@pytest.mark.parametrize("kind", NOBODY)
def test_nobody_is_offered_where_nothing_tells(world: Desk, kind: str) -> None:
    world.gets(NOBODY[kind], NOON)
    (waits,) = world.waiting().values()
    assert waits.offered == ""


ANNS_ANSWER = (
    f"From: Ann Lee <{ANN.address}>\nSent: Monday\nTo: Pat\nSubject: RE: Report 1\n\nPlease send it.\n\n"
    f"From: Jo Smith <{JO.address}>\nSent: Sunday\nTo: Ann\nSubject: Report 1\n\nHi Ann"
)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Dr Lee's feedback for Jo Smith", "Ann has asked me to send her comments."),
        ("For Jo Smith", "Ann has asked me to send her comments on Jo's report."),
        ("Jo Smith", "Ann Lee's feedback is attached."),
        ("Feedback on behalf of Dr Ann Lee", "For Jo Smith."),
        ("Report 1 Jo Smith reviewed", "As marked by Dr Lee."),
        ("Jo Smith's report, marked", "Please find it attached."),
        (
            "FW: Report 1",
            ANNS_ANSWER,
        ),
    ],
)
def test_what_a_mentors_secretary_sends_is_offered_as_the_mentors(world: Desk, subject: str, text: str) -> None:
    world.gets(strangers("Pat Brown <pat@health.example>", subject, text, "feedback.docx"), NOON)
    (waits,) = world.waiting().values()
    assert waits.offered == ANN.address
    assert f"THIS IS {JO.address}" not in text_of(world.letter("report_quarantine"))


def test_a_report_with_the_mentors_initials_is_offered_as_the_mentors(world: Desk) -> None:
    world.gets(strangers("Pat Brown <pat@health.example>", "Report 1", file="Report 1 Jo Smith (AL).docx"), NOON)
    (waits,) = world.waiting().values()
    assert waits.offered == ANN.address


def test_the_teams_own_address_never_becomes_anybodys(world: Desk) -> None:
    world.gets(KINDS["her mail passed on by the team"], NOON)
    assert "from now on" not in text_of(world.letter("report_quarantine")).partition("One click")[0]
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    world.bot.round()
    assert [s.number for s in world.case.all(Submission).values()] == [1]
    assert not world.store.load(DESK).all(Alias)


@pytest.mark.parametrize("text", ["Isla has left. Please give Jo Smith to Bob Hay.", "Jo Smith's report is attached."])
def test_whom_a_fresh_mail_of_the_teams_names_is_never_offered_as_its_writer(world: Desk, text: str) -> None:
    world.gets(strangers(TEAM, "Jo Smith", text), NOON)
    (waits,) = world.waiting().values()
    assert waits.offered == ""
    assert f"THIS IS {JO.address}" not in text_of(world.letter("report_quarantine"))


@pytest.mark.parametrize(
    ("sender", "other"), [(ANN, JO), (JO, ANN)], ids=["feedback to who is away", "a question of who is away"]
)
def test_of_a_paused_enrolment_the_letter_says_how_a_mail_can_be_passed_on(
    tmp_path: Path, sender: Person, other: Person
) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.takes(message(JO.address, "Report 1", "Here is my report.", ("r.docx",)))
    s.store.commit(s.case.unit, [Put(replace(s.case.enrolment, status=Status.PAUSED))])
    if sender is ANN:
        s.answers("forward_report", "Lovely chart, Jo. Next time add the median.", ANN.address)
    else:
        s.takes(message(JO.address, "Back?", "Hello Ann, what shall I read before I come back?"))
    s.goes_to("2026-10-12T12:00")
    told = s.last("report_quarantine").replace("\n", " ")
    assert f"to {other.name}, [{other.address}]" in told
    assert "send RESUME Jo Smith" in told
    s.store.commit(s.case.unit, [Put(replace(s.case.enrolment, status=Status.ACTIVE))])
    s.answers("report_quarantine", f"THIS IS {s.case.unit}", TEAM)
    s.bot.round()
    assert s.raws("relay_feedback" if sender is ANN else "relay_message")


def test_of_a_paused_enrolment_a_managers_news_reaches_the_team_at_once_and_nobody_else(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.store.commit(s.case.unit, [Put(replace(s.case.enrolment, status=Status.PAUSED))])
    s.takes(message(MEG.address, "Jo Smith", "Jo had a wee girl on Saturday! I thought everybody would like to know."))
    s.goes_to("2026-10-12T12:00")
    assert {a for who, raw in s.outbox.delivered for a in who if b"wee girl" in raw} == {TEAM}


def test_a_report_from_the_manager_is_offered_as_the_practitioners(world: Desk) -> None:
    said = "On behalf of Jo, please find her November progress report attached."
    world.gets(message(MEG.address, "Report on behalf of Jo Smith", said, ("November report JS.pdf",)), NOON)
    (waits,) = world.waiting().values()
    assert waits.offered == JO.address
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    world.bot.round()
    (filed,) = world.case.all(Submission).values()
    assert filed.sender == JO.address
    assert {who for who, raw in world.outbox.delivered if b"X-QI-Letter: receipt" in raw} == {(JO.address,)}


@pytest.mark.parametrize("why", ["She's signed off sick with her back.", "She is on leave until the 19th."])
def test_a_manager_who_sends_the_report_and_says_why_is_heard_and_the_report_offered(world: Desk, why: str) -> None:
    world.gets(message(MEG.address, "QI report", f"Please find attached Jo's report. {why}", ("Report 1.docx",)), NOON)
    (waits,) = world.waiting().values()
    assert waits.offered == JO.address
    told = {w for who, raw in world.outbox.delivered for w in who if why[-12:] in text_of(raw)}
    assert TEAM in told
    world.clicks(TEAM, world.letter("report_quarantine"), f"THIS IS {JO.address}")
    world.bot.round()
    assert [s.number for s in world.case.all(Submission).values()] == [1]
    has = {w for who, raw in world.outbox.delivered for w in who if why[-12:] in text_of(raw)}
    assert has <= {TEAM, MEG.address}


def test_a_document_of_another_kind_beside_a_managers_reason_is_offered_as_nobodys_report(world: Desk) -> None:
    said = "Please find attached Jo's fit note. Her report will be late."
    world.gets(message(MEG.address, "Jo", said, ("fit note.pdf",)), NOON)
    assert not world.waiting()
