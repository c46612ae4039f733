"""What a mentor brings who is a practitioner, too, may be of one whom they mentor: it isn't taken for their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, at
from tests.support.dialogue import Scene
from tests.support.programme import head_of

BOB = Person("Bob Ray", ("bob@fire.example",))
OWN = Enrolment("2026-27", "ann.lee", ANN, BOB, None)


def reaches_bob(tmp_path: Path, subject: str, text: str, file: str) -> bool:
    s = Scene(tmp_path, ENROLMENT, OWN, config=CONFIG)
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.sends(subject, file, text=text, sender=ANN.address)
    return any(BOB.address in to for to, raw in s.outbox.delivered if head_of(raw)["X-QI-Letter"] != "welcome")


@pytest.mark.parametrize(
    ("subject", "text", "file"),
    [("Report 1", "Comments on Jo's report attached, she is weak.", "Jo report 1 comments.pdf"),
     ("Report 1", "Notes for Jo attached, please pass on.", "Report 1 notes.docx"),
     ("Report 1 - J Smith", "Attached.", "report.docx"),
     ("Report 1", "Marked up copy attached.", "Report 1 annotated.docx"),
     ("Report 1", "Feedback attached. She seems out of her depth.", "Report 1.docx"),
     ("First report", "I went through Jo's draft with a red pen, see attached.", "draft1.pdf")],
)  # fmt: skip
def test_a_mentors_comments_are_not_sent_on_as_their_own_report(
    tmp_path: Path, subject: str, text: str, file: str
) -> None:
    assert not reaches_bob(tmp_path, subject, text, file)


@pytest.mark.parametrize(
    ("text", "file"),
    [("My report 1 is attached. I've borrowed Jo's idea of a huddle.", "Report 1.docx"),
     ("First report attached, would welcome comments.", "Report 1 Ann Lee.docx"), ("Attached.", "Report 1.pdf")],
)  # fmt: skip
def test_their_own_report_is(tmp_path: Path, text: str, file: str) -> None:
    assert reaches_bob(tmp_path, "Report 1", text, file)
