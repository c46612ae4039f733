"""A photograph that a telephone puts into the page is what was sent; a banner in a signature is nothing."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from tests.support.build import ANN, BOT, JO
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of

pytestmark = pytest.mark.slow

PICTURE = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"".join(
    hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(4000)
)


def body(name: str, text: str = "", after: str = "", label: str = "[cid:ii_1]", size: int = len(PICTURE)) -> str:
    """A page that shows a picture, as Gmail's, Outlook's and Samsung's telephones write it."""
    page = "".join(f"<div>{line}</div>" for line in text.split("\n")) + '<img src="cid:ii_1">' + f"<div>{after}</div>"
    shown = base64.encodebytes(PICTURE[:size]).decode()
    return (
        'Content-Type: multipart/related; boundary="r"\n\n--r\nContent-Type: multipart/alternative; boundary="a"\n\n'
        f"--a\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n{label}\n\n{after}\n--a\n"
        f"Content-Type: text/html; charset=utf-8\n\n<html><body>{page}</body></html>\n--a--\n--r\n"
        f'Content-Type: image/jpeg; name="{name}"\nContent-Disposition: inline; filename="{name}"\n'
        f"Content-ID: <ii_1>\nContent-Transfer-Encoding: base64\n\n{shown}--r--\n"
    )


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    one = scene(tmp_path)
    one.sends("Report 1", "Report 1.pdf")
    return one


def sent(s: Scene, subject: str, what: str, sender: str = JO.address, answers: str = "") -> str:
    to, more = BOT, ""
    if answers:
        head = s.heads(answers)[-1]
        to, more = str(head["Reply-To"].addresses[0].addr_spec), f"In-Reply-To: {head['Message-ID']}\n"
    name = hashlib.md5(f"{subject}{what}".encode()).hexdigest()
    raw = (
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{name}@x.example>\n{more}MIME-Version: 1.0\n{what}"
    )
    return s.takes(raw.replace("\n", "\r\n").encode())


PHOTOGRAPHS = {
    "gmail, no word": ("", body("IMG_1.jpg", label="[image: IMG_1.jpg]")),
    "outlook for ios, no word": ("", body("IMG_1.jpeg")),
    "a telephone's tag": ("", body("20261112_090000.jpg", after="Sent from my Galaxy")),
    "samsung, under the report's subject": ("Report 2", body("20261112_090000.jpg")),
    "a line above": ("November", body("image0.jpeg", "Here's my report for November")),
    "outlook, pasted": ("Report 2", body("image001.png", "Here is my report as a photo")),
    "a name below": ("Report 2", body("IMG_2.jpeg", "Hi Ann, here is my report", "Jo")),
}
NONE = {
    "a question about a chart": ("Question", body("chart.png", "Hi Ann, what do you think of this chart?")),
    "a question above a banner": ("Hello", body("image003.jpg", "How many measures should I have?\nKind regards\nJo")),
    "thanks above a banner": ("Hello", body("image003.jpg", "Thanks Ann!\nJo")),
    "thanks with a picture": ("Hello", body("IMG_3.jpeg", "Thanks Ann!")),
    "a death": ("November", body("IMG_2.jpeg", "My mum died on Sunday, this is her. I can't write the report.")),
    "forgotten, above a banner": ("Report 2", body("image003.jpg", "Please find report 2 attached.\nBest wishes\nJo")),
    "a small logo": ("Report 2", body("image001.png", size=30_000)),
    "a large logo": ("Hello", body("SchoolLogo.png", "Thanks Ann!")),
}


@pytest.mark.parametrize("what", PHOTOGRAPHS)
def test_a_photograph_shown_by_the_page_is_a_report_as_one_that_is_attached(s: Scene, what: str) -> None:
    subject, page = PHOTOGRAPHS[what]
    assert sent(s, subject, page) == "report 2"
    assert not s.raws("ask_document", JO.address)
    assert len(s.raws("forward_report", ANN.address)) == 2


@pytest.mark.parametrize("what", NONE)
def test_a_picture_beside_something_else_is_none(s: Scene, what: str) -> None:
    assert sent(s, *NONE[what]) != "report 2"
    assert s.numbers == [1]


def test_a_mentor_whose_words_stand_in_the_picture_is_not_asked_for_a_day(s: Scene) -> None:
    sent(s, "Re: Report 1", body("IMG_1.jpeg", "I scribbled my comments on it:"), ANN.address, "forward_report")
    assert "confirm_command" not in [str(head_of(raw)["X-QI-Letter"]) for _, raw in s.outbox.delivered]
