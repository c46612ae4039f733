"""Another one's report beside one's own, or two in a stranger's mail: each is settled, and none twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.test_each_ones_own_report import BOB, MINE, SAM, SAMS, THEIRS, comes, held_by, names_to, waits
from tests.rules.test_whose_report_it_is import KIM, UNA, among, team_says
from tests.support.build import ANN, BOT, ENROLMENT, JO, MEG, at, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return among(tmp_path, SAM)


def test_of_three_in_one_mail_none_is_lost_when_the_team_has_settled_one(tmp_path: Path) -> None:
    s = among(tmp_path, SAM, KIM)
    comes(s, "Here are mine, Sam's and Kim's.", MINE, THEIRS, "Report 1 Kim Gray.docx", cc="")
    team_says(s, f"THIS IS {SAMS}")
    assert waits(s) == [KIM.practitioner.address]
    s.goes_to("2026-11-13T12:00")
    team_says(s, f"THIS IS {KIM.practitioner.address}")
    assert (held_by(s, ENROLMENT.unit), held_by(s, SAM.unit), held_by(s, KIM.unit)) == (
        [MINE], [THEIRS], ["Report 1 Kim Gray.docx"],
    )  # fmt: skip
    assert names_to(s, UNA.address) == ["Report 1 Kim Gray.docx"]
    assert waits(s) == []


@pytest.mark.parametrize("sender", ["pa@school.example", MEG.address])
def test_of_two_that_a_stranger_or_a_manager_sends_each_is_settled(s: Scene, sender: str) -> None:
    text = "Jo Smith's and Sam Baird's reports attached."
    s.takes(message(sender=sender, subject="Reports", text=text, files=(MINE, THEIRS), To=BOT))
    team_says(s, f"THIS IS {JO.address} ONCE")
    assert (held_by(s, ENROLMENT.unit), waits(s)) == ([MINE], [SAMS])
    s.goes_to("2026-11-13T12:00")
    assert "with it another one's own, Sam Baird's" in text_of(s.raws("report_quarantine")[-1])
    team_says(s, f"THIS IS {SAMS} ONCE")
    assert (held_by(s, SAM.unit), names_to(s, BOB.address), waits(s)) == ([THEIRS], [THEIRS], [])
    assert names_to(s, ANN.address) == [MINE]


def test_what_is_the_senders_beside_another_ones_report_reaches_the_senders_mentor_alone(s: Scene) -> None:
    text = "Could you look at my consent form draft? And here's Sam's report."
    comes(s, text, "Consent draft v1.docx", THEIRS, cc="")
    team_says(s, f"THIS IS {SAMS}")
    assert names_to(s, BOB.address) == [THEIRS]
    assert waits(s) == [JO.address]
    s.goes_to("2026-11-13T12:00")
    team_says(s, f"THIS IS {JO.address}")
    assert names_to(s, ANN.address) == ["Consent draft v1.docx"]
    assert waits(s) == []


def test_the_senders_own_two_beside_another_ones_are_asked_about_and_only_they_are_filed(s: Scene) -> None:
    s.now = at("2026-12-11T09:00")
    comes(s, "Here are reports 1 and 2 of mine, and Sam's.", "a.docx", "b.docx", THEIRS, cc="")
    assert "a.docx is report 1, b.docx is report 2" in s.last("ask_which_report").replace("\n", " ")
    s.answers("ask_which_report", "1")
    s.bot.round()
    assert sorted(held_by(s, ENROLMENT.unit)) == ["a.docx", "b.docx"]
    assert waits(s) == [SAMS]


SAME = ("Here are both our reports, Sam's and mine.", MINE, THEIRS)


def test_the_very_same_mail_again_asks_the_team_nothing_that_is_on_record(s: Scene) -> None:
    text, *files = SAME
    for n in ("first", "second"):
        mail = message(
            subject="From Jo", text=text, files=tuple(files), content="same", Cc=SAMS, Message_ID=f"<{n}@x.example>"
        )
        s.takes(mail)
        if n == "first":
            team_says(s, f"THIS IS {SAMS}")
    assert waits(s) == []
    assert (held_by(s, ENROLMENT.unit), held_by(s, SAM.unit)) == ([MINE], [THEIRS])
    assert (names_to(s, ANN.address), names_to(s, BOB.address)) == ([MINE], [THEIRS])


def test_what_was_sent_twice_and_is_settled_twice_leaves_no_question(s: Scene) -> None:
    text, *files = SAME
    for n in ("first", "second"):
        s.takes(
            message(subject="From Jo", text=text, files=tuple(files), content="same", Message_ID=f"<{n}@x.example>")
        )
    for day in ("13T12:00", "16T12:00"):
        team_says(s, f"THIS IS {SAMS}")
        s.goes_to(f"2026-11-{day}")
    assert waits(s) == []
    assert (names_to(s, ANN.address), names_to(s, BOB.address)) == ([MINE], [THEIRS])


def test_team_in_answer_to_the_receipt_of_the_senders_own_is_taken(s: Scene) -> None:
    comes(s, "Here are mine and Sam's.", MINE, THEIRS, cc="")
    assert s.answers("receipt", "TEAM") == "a correction"
    assert "Ann Lee had it already" in s.last("report_in_confidence").replace("\n", " ")
    assert (
        "there is no earlier message" in (s.answers("receipt", "TEAM"), s.last("confirm_command").replace("\n", " "))[1]
    )
    assert held_by(s, ENROLMENT.unit) == [MINE]
