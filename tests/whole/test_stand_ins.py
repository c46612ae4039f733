"""Of what stands in a document's place nothing is counted: its sender is asked for it, and told why."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.support.build import ANN, BOT, JO
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

TAKEN = ("Attachment Removed.txt", b"Your email contained attachments that have been removed: Report 2.docx")
LOCK = ("~$port 2.docx", b"\x03Jo" + b" " * 159)
DOCUMENT = ("Report 2.pdf", b"%PDF-1.4\n" + b"Our aim is to halve the delays by June. " * 40)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


def sent(s: Scene, *files: tuple[str, bytes], text: str, sender: str = JO.address, answers: str = "") -> str:
    to, more, subject = BOT, "", "Report 2"
    if answers:
        head = s.heads(answers)[-1]
        to, subject = str(head["Reply-To"].addresses[0].addr_spec), f"Re: {head['Subject']}"
        more = f"In-Reply-To: {head['Message-ID']}\n"
    parts = "".join(
        f'--m\nContent-Type: application/octet-stream; name="{name}"\nContent-Disposition: attachment; '
        f'filename="{name}"\nContent-Transfer-Encoding: base64\n\n{base64.encodebytes(data).decode()}'
        for name, data in files
    )
    raw = (
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: <s{len(s.outbox.delivered)}@x.example>\n{more}"
        f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="m"\n\n--m\nContent-Type: text/plain\n\n{text}\n'
        f"{parts}--m--\n"
    )
    return s.takes(raw.replace("\n", "\r\n").encode())


@pytest.mark.parametrize("file", [TAKEN, LOCK, ("Report 2.gdoc", b'{"url": "https://docs.google.com/open?id=1"}')])
def test_what_stands_in_a_reports_place_is_none_and_the_report_is_asked_for(s: Scene, file: tuple[str, bytes]) -> None:
    assert sent(s, file, text="Hi Ann, please find report 2 attached.") == "report 2 without its document"
    assert f"{file[0]} was not passed on, because it is" in text_of(s.raws("ask_document", JO.address)[0])
    assert s.numbers == [1]


def test_a_mentors_document_that_a_gateway_took_answers_no_report(s: Scene) -> None:
    sent(s, TAKEN, text="Jo, my comments are in the document. Ann", sender=ANN.address, answers="forward_report")
    report = s.case.report(1)
    assert report is not None
    assert report.answered is None
    assert not s.raws("relay_feedback", JO.address)


def test_nobody_is_told_that_such_a_file_does_harm(s: Scene) -> None:
    before = len(s.outbox.delivered)
    sent(s, TAKEN, text="Hi Ann, please find report 2 attached.")
    assert len(s.outbox.delivered) == before + 1


def test_a_lock_file_beside_its_document_says_nothing(s: Scene) -> None:
    assert sent(s, DOCUMENT, LOCK, text="Hi Ann, please find report 2 attached.") == "report 2"
    assert "was not passed on" not in text_of(s.raws("receipt", JO.address)[-1])
