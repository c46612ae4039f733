"""A mentor who has come later asks for the earlier reports: the practitioner sends them, and they get them."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, MEG, TEAM, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

BOB = Person("Bob Ray", ("bob@fire.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)
FIRST = "Ann, be gentle. Here is my report."
AGAIN = "Hi Bob, here is my first report again, as you asked."


def _sends(s: Scene, text: str) -> None:
    s.takes(message(text=text, files=("QI report 1.docx",), content="the same"))


def _sent_again(tmp_path: Path, *, changed: bool) -> Scene:
    s = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    _sends(s, FIRST)
    s.answers("forward_report", "What I liked: a clear aim. Even better if the chart had a median.", ANN.address)
    if changed:
        s.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
        s.answers("ask_confirmation", "CONFIRM", TEAM)
    _sends(s, AGAIN)
    return s


def _files(raw: bytes) -> list[str | None]:
    read: EmailMessage = BytesParser(policy=policy.default).parsebytes(raw)
    return [x.get_filename() for x in read.iter_attachments()]


def test_they_get_the_document_and_the_words_that_came_with_it_now(tmp_path: Path) -> None:
    s = _sent_again(tmp_path, changed=True)
    (raw,) = s.raws("forward_report", BOB.address)
    assert "QI report 1.docx" in _files(raw)
    assert AGAIN in text_of(raw)
    assert FIRST not in text_of(raw)
    assert "no answer is due" in text_of(raw)
    assert s.numbers == [1]


def test_the_receipt_says_so_and_that_nothing_else_has_changed(tmp_path: Path) -> None:
    s = _sent_again(tmp_path, changed=True)
    assert "who hadn't got it, has it from this mail. Nothing has changed." in s.last("receipt")


def test_once_they_have_it_they_are_not_troubled_again(tmp_path: Path) -> None:
    s = _sent_again(tmp_path, changed=True)
    _sends(s, "Once more.")
    assert len(s.raws("forward_report", BOB.address)) == 1
    assert "has it. Nothing has changed." in s.last("receipt")


def test_who_asks_whether_it_came_is_not_told_that_they_have_it(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    _sends(s, FIRST)
    s.answers("forward_report", "What I liked: a clear aim. Even better if the chart had a median.", ANN.address)
    s.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    s.answers("receipt", "Did you get my report?")
    assert "Bob Ray, has it" not in s.last("receipt")
    assert not s.raws("forward_report", BOB.address)


def test_a_mentor_who_had_it_is_not_troubled(tmp_path: Path) -> None:
    s = _sent_again(tmp_path, changed=False)
    assert len(s.raws("forward_report", ANN.address)) == 1
    assert "and your mentor, Ann Lee, has it. Nothing has changed." in s.last("receipt")


def test_several_at_once_come_each_in_its_own_letter_with_the_words_once(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    for n in (1, 2):
        s.takes(message(subject=f"Report {n}", text=FIRST, files=(f"QI report {n}.docx",), content="the same"))
        s.answers("forward_report", "What I liked: a clear aim. Even better if the chart had a median.", ANN.address)
    s.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    both = ("QI report 1.docx", "QI report 2.docx")
    s.takes(message(subject="Reports 1 and 2", text="Hi Bob, as you asked.", files=both, content="the same"))
    got = s.raws("forward_report", BOB.address)
    assert sorted(name for raw in got for name in _files(raw) if name) == sorted(both)
    assert sum("as you asked" in text_of(raw) for raw in got) == 1
