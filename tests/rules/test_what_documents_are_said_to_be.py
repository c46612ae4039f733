"""What can't be read is said to be so to both sides; what does harm reaches nobody, sender and team hear of it."""

from __future__ import annotations

import io
import zipfile
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model import Unsent
from tests.support.build import ANN, BOT, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.packed import PDF, PROGRAM, docx, winmail, zipped


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path)


def mail(*files: tuple[str, bytes], subject: str = "Report 1", text: str = "Here is my report.", **more: str) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = more.pop("sender", JO.address), more.pop("to", BOT), subject
    made["Message-ID"] = f"<{abs(hash((files, subject, text)))}@x.example>"
    for name, value in more.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes(policy=policy.SMTP)


def answer(s: Scene, name: str, sender: str, text: str, *files: tuple[str, bytes]) -> bytes:
    head = s.heads(name)[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    return mail(
        *files, subject=f"Re: {head['Subject']}", text=text, sender=sender, to=to, In_Reply_To=str(head["Message-ID"])
    )


def attached(raw: bytes) -> dict[str, bytes]:
    letter = message_from_bytes(raw, policy=policy.default)
    return {str(p.get_filename()): p.get_payload(decode=True) for p in letter.iter_attachments()}  # type: ignore[misc]


def test_a_program_beside_a_report_reaches_nobody_and_the_report_its_mentor(s: Scene) -> None:
    report = docx("We tested it with one nurse.")
    assert s.takes(mail(("Report 1.docx", report), ("viewer.exe", PROGRAM))) == "report 1"
    (forward,) = s.raws("forward_report")
    assert attached(forward) == {"Report 1.docx": report}
    assert "viewer.exe isn't passed on" in s.last("forward_report")
    assert "viewer.exe was not passed on, because it" in s.last("receipt")
    assert "viewer.exe" in s.last("report_document_held")
    assert all(PROGRAM not in b"".join(attached(raw).values()) for _, raw in s.outbox.delivered)


def test_a_report_that_is_a_program_is_asked_for_in_another_form_and_counts_from_then(s: Scene) -> None:
    s.takes(mail(("Report 1.pdf.exe", PROGRAM), text="Please find my report attached."))
    assert "Report 1.pdf.exe was not passed on" in s.last("ask_document")
    assert s.case.get(Unsent, "unsent")
    assert not s.raws("forward_report")
    assert s.raws("report_document_held")


def test_a_mentors_feedback_goes_on_without_the_script_beside_it_and_the_mentor_hears(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    words = "What I liked: the aim. Even better if the chart had a median."
    s.takes(answer(s, "forward_report", ANN.address, words, ("notes.js", b"go()")))
    assert "even better" in s.last("relay_feedback").lower()
    assert not attached(s.raws("relay_feedback")[0])
    assert "notes.js was not passed on" in s.last("tell_documents")
    assert [who for who, raw in s.outbox.delivered if b"X-QI-Letter: tell_documents" in raw] == [(ANN.address,)]


def test_a_locked_report_is_passed_on_and_both_are_told(s: Scene) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    s.takes(mail(("Report 1.odt", made.getvalue())))
    assert "Report 1.odt is protected with a password" in s.last("forward_report")
    assert "Report 1.odt is protected with a password" in s.last("receipt")
    assert attached(s.raws("forward_report")[0]) == {"Report 1.odt": made.getvalue()}
    assert not s.raws("report_document_held")


def test_an_empty_report_is_said_to_be_empty(s: Scene) -> None:
    s.takes(mail(("Report 1.docx", docx(""))))
    assert "Report 1.docx is empty" in s.last("forward_report")
    assert "Report 1.docx is empty" in s.last("receipt")


def test_an_ordinary_report_is_said_nothing_about(s: Scene) -> None:
    s.takes(mail(("Report 1.docx", docx("We tested it.")), ("chart.pdf", PDF)))
    assert "has been told" not in s.last("forward_report")
    assert not s.raws("tell_documents")


def test_what_outlook_has_packed_goes_out_as_itself(s: Scene) -> None:
    report = docx("We tested it with one nurse.")
    s.takes(mail(("winmail.dat", winmail(("Report 1.docx", report), ("Run chart.pdf", PDF)))))
    assert attached(s.raws("forward_report")[0]) == {"Report 1.docx": report, "Run chart.pdf": PDF}
    assert "- Report 1.docx" in s.last("receipt")
    assert "- winmail" not in s.last("receipt")
    for name in ("receipt", "forward_report"):
        assert "Report 1.docx, Run chart.pdf came packed in a winmail.dat" in " ".join(s.last(name).split())


def test_a_zip_says_what_it_holds_and_arrives_as_it_was(s: Scene) -> None:
    packed = zipped(("Report 1.docx", docx("x")), ("chart.xlsx", b"y"))
    s.takes(mail(("all.zip", packed)))
    assert "all.zip holds Report 1.docx, chart.xlsx." in s.last("forward_report")
    assert "all.zip holds Report 1.docx, chart.xlsx." in s.last("receipt")
    assert attached(s.raws("forward_report")[0]) == {"all.zip": packed}


def test_macros_are_marked_for_the_mentor(s: Scene) -> None:
    s.takes(mail(("Report 1.docm", docx("words", ("word/vbaProject.bin", b"x")))))
    assert "Report 1.docm holds macros" in s.last("forward_report")
    assert "macros" not in s.last("receipt")


def test_macros_are_held_where_the_configuration_says_so(tmp_path: Path) -> None:
    s = scene(tmp_path, security={"macros": "hold"})
    s.takes(mail(("Report 1.docm", docx("words", ("word/vbaProject.bin", b"x"))), ("Report 1.pdf", PDF)))
    assert list(attached(s.raws("forward_report")[0])) == ["Report 1.pdf"]


def test_a_managers_copy_tells_of_the_documents_nothing_that_was_for_the_sender(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    words = "What I liked: the aim. Even better if the chart had a median."
    s.takes(answer(s, "forward_report", ANN.address, words, ("notes.docx", b"")))
    (who,) = {to for to, raw in s.outbox.delivered if b"X-QI-Letter: relay_feedback" in raw}
    assert set(who) == {JO.address, MEG.address}
    assert "notes.docx is empty" in s.last("relay_feedback")
    assert "please send it again" in s.last("tell_documents")
    assert "please send it again" not in s.last("relay_feedback")


def test_what_outlook_has_packed_goes_out_as_itself_to_a_mentor_who_got_it_directly_too(s: Scene) -> None:
    report = docx("We tested it with one nurse.")
    packed = winmail(("Report 1.docx", report))
    s.takes(mail(("winmail.dat", packed), ("chart.pdf", PDF), to=f"{BOT}, {ANN.address}"))
    assert attached(s.raws("forward_report")[0]) == {"Report 1.docx": report}
    assert "It went to you directly, so it isn't here again, but for what" in s.last("forward_report")


def test_a_message_packed_by_outlook_goes_on_to_who_got_it_directly(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    words = "What I liked: the aim. Even better if the chart had a median."
    packed = ("winmail.dat", winmail(("Report 1, my notes.docx", docx("A median would show more."))))
    raw = answer(s, "forward_report", ANN.address, words, packed)
    s.takes(raw.replace(b"\r\nSubject:", f"\r\nCc: {JO.address}, {MEG.address}\r\nSubject:".encode(), 1))
    assert list(attached(s.raws("relay_feedback", JO.address)[0])) == ["Report 1, my notes.docx"]
