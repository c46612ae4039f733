"""A joint report where something is in doubt: a stranger sends it, a name is another's too, several are meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Enrolment, Person, Status
from qibot.model.reports import Submission
from tests.rules.test_joint_reports import BOB, SAM, comes, of_sam, to
from tests.support.build import ANN, BOT, ENROLMENT, JO, TEAM, at, config, message
from tests.support.dialogue import NOVEMBER, Scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

UNA = Person("Una Orr", ("una@x.example",))
BOYD = Enrolment(
    "2026-27", "sam.boyd", Person("Sam Boyd", ("sboyd@fire.example",)), Person("Una Orr", ("una@x.example",))
)
KIM = Enrolment("2026-27", "kim.gray", Person("Kim Gray", ("kim@fire.example",)), UNA)
STRANGER = "pa.office@school.example"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return among(tmp_path, SAM)


def among(folder: Path, *enrolments: Enrolment) -> Scene:
    made = Scene(folder, ENROLMENT, *enrolments, config=config())
    made.now = at(NOVEMBER)
    return made


def of(s: Scene, e: Enrolment) -> list[int]:
    return [x.number for x in s.store.load(e.unit).all(Submission).values()]


def waiting(s: Scene) -> list[Quarantined]:
    return list(s.store.load(DESK).all(Quarantined).values())


def team_says(s: Scene, word: str) -> None:
    s.answers("report_quarantine", word, TEAM)
    s.bot.round()


def stranger_sends(s: Scene, text: str, cc: str = "", subject: str = "Report 1") -> None:
    s.takes(message(sender=STRANGER, subject=subject, text=text, files=("Report 1.docx",), To=BOT, Cc=cc))


@pytest.mark.parametrize("once", [" ONCE", ""])
def test_a_strangers_joint_report_counts_for_each_whom_it_names_and_who_got_it(s: Scene, once: str) -> None:
    stranger_sends(s, "Here is the joint report by Jo Smith and Sam Baird. I typed it.", SAM.practitioner.address)
    team_says(s, f"THIS IS {JO.address}{once}")
    assert (s.numbers, of_sam(s)) == ([1], [1])
    assert to(s, "forward_report") == {ANN.address, BOB.address}
    assert to(s, "receipt") == {JO.address if once else STRANGER, SAM.practitioner.address}
    assert not waiting(s)
    assert "typed it" not in text_of(s.raws("forward_report", BOB.address)[0])
    if once:
        assert "typed it" not in text_of(s.raws("forward_report", ANN.address)[0])


def test_of_one_that_did_not_go_to_the_other_the_team_hears_and_settles_that_one_too(s: Scene) -> None:
    stranger_sends(s, "Here is the joint report by Jo Smith and Sam Baird.")
    team_says(s, f"THIS IS {JO.address} ONCE")
    assert (s.numbers, of_sam(s)) == ([1], [])
    s.goes_to("2026-11-13T12:00")
    letter = text_of(s.raws("report_quarantine")[-1])
    assert "counts for Jo Smith already, and says that it is Sam Baird's, too, to whom it didn't go" in letter
    assert "you said that it is" not in letter
    team_says(s, f"THIS IS {SAM.practitioner.address} ONCE")
    assert (s.numbers, of_sam(s)) == ([1], [1])
    assert not waiting(s)
    assert len(s.raws("forward_report")) == 2


def test_who_may_have_a_part_in_it_is_not_chased_while_the_team_is_asked(s: Scene) -> None:
    s.now = at("2026-10-12T09:00")
    comes(s, "This is a joint report by Sam Baird and me.", cc="")
    assert not [x for x in s.writes_until("2026-10-20T12:00") if SAM.practitioner.address in x]
    team_says(s, "DISCARD")
    assert [x for x in s.writes_until("2026-10-27T12:00") if SAM.practitioner.address in x]


@pytest.mark.parametrize(
    "text",
    [
        "Sam and I have been working on this.",
        "Sam and I are on the same project, so here is the report.",
        "This is for me and Sam.",
        "Here's the report, Sam is my partner in this.",
        "One report from the two of us, as you said.",
    ],
)
def test_of_one_in_copy_who_is_perhaps_meant_the_team_is_asked_and_nobody_is_chased(s: Scene, text: str) -> None:
    s.now = at("2026-10-12T09:00")
    comes(s, text)
    assert (s.numbers, of_sam(s)) == ([1], [])
    assert [q.offered for q in waiting(s)] == [SAM.practitioner.address]
    assert not [x for x in s.writes_until("2026-10-20T12:00") if SAM.practitioner.address in x]
    team_says(s, f"THIS IS {SAM.practitioner.address} ONCE")
    assert of_sam(s) == [1]
    assert "working on this" not in text_of(s.raws("forward_report", BOB.address)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Here is my report, Sam is in copy for interest.",
        "My report. Sam and I tested it together.",
        "Report attached. Sam helped with the chart.",
        "Report attached, Sam and I met on Tuesday.",
        "Sam and I no longer do one report, this is just mine.",
    ],
)
def test_who_is_only_in_copy_and_spoken_of_has_no_part_in_it(s: Scene, text: str) -> None:
    comes(s, text)
    assert (s.numbers, of_sam(s), waiting(s)) == ([1], [], [])


def test_of_three_the_team_settles_one_after_the_other(tmp_path: Path) -> None:
    s = among(tmp_path, SAM, KIM)
    comes(s, "This is a joint report by Sam Baird, Kim Gray and me.", cc="")
    assert "Sam Baird's, too, to whom it didn't go, and Kim Gray's, too" in text_of(s.raws("report_quarantine")[-1])
    team_says(s, f"THIS IS {SAM.practitioner.address}")
    s.goes_to("2026-11-13T12:00")
    assert (of(s, SAM), of(s, KIM)) == ([1], [])
    team_says(s, f"THIS IS {KIM.practitioner.address}")
    assert (s.numbers, of(s, SAM), of(s, KIM)) == ([1], [1], [1])
    assert not waiting(s)


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN])
@pytest.mark.parametrize("cc", [SAM.practitioner.address, ""])
def test_of_a_colleague_who_rests_the_team_hears(tmp_path: Path, status: Status, cc: str) -> None:
    s = among(tmp_path, replace(SAM, status=status))
    comes(s, "Here is our joint report, Sam Baird's and mine.", cc=cc)
    assert (s.numbers, of_sam(s)) == ([1], [])
    assert f"it is Sam Baird's, too, whose enrolment is {status}" in text_of(s.raws("report_quarantine")[-1])
    assert [q.offered for q in waiting(s)] == [""]


NAMESAKES = (
    ("This is a joint report by Sam Baird and me.", "r.docx"),
    ("Here is our joint report, Sam Baird's and mine. Sam drew the chart.", "r.docx"),
    ("Our report is attached, Sam Baird has agreed to it. It is a joint one.", "r.docx"),
    ("It is attached.", "Report 1 Jo and Sam Baird.docx"),
    ("Here is our joint report (Baird, Sam and Smith, Jo).", "r.docx"),
)
TOLD_BY_THE_SHEET = "Baird, Sam"  # with nobody of that name in the people sheet it may be two people


@pytest.mark.parametrize(
    ("text", "file", "known"),
    [
        (text, file, known)
        for text, file in NAMESAKES
        for known in (True, False)
        if known or TOLD_BY_THE_SHEET not in text
    ],
)
def test_a_namesake_in_copy_is_not_taken_for_the_one_who_is_named(
    tmp_path: Path, text: str, file: str, known: bool
) -> None:
    s = among(tmp_path, BOYD, *([SAM] if known else []))
    comes(s, text, file=file, cc=BOYD.practitioner.address)
    assert s.numbers == [1]
    assert of(s, BOYD) == []
    assert to(s, "forward_report") == {ANN.address}
    (waits,) = waiting(s)
    if known:
        assert waits.offered == SAM.practitioner.address
    else:
        assert "it went to Sam Boyd, but names another Sam" in waits.cause


@pytest.mark.parametrize(
    "text",
    ["Here is our joint report, Sam's and mine.", "A joint report by Sam Boyd and Jo Smith.",
     "Sam Boyd and I wrote this together. Sam Has the data."],
)  # fmt: skip
def test_a_namesake_elsewhere_keeps_nobody_from_the_one_who_is_in_copy(tmp_path: Path, text: str) -> None:
    s = among(tmp_path, BOYD, SAM)
    comes(s, text, cc=BOYD.practitioner.address)
    assert of(s, BOYD) == [1]
    assert of(s, SAM) == []


def test_a_first_name_alone_of_one_who_did_not_get_it_is_asked_about(s: Scene) -> None:
    comes(s, "Here is our joint report, Sam's and mine.", cc="")
    assert (s.numbers, of_sam(s)) == ([1], [])
    assert [q.offered for q in waiting(s)] == [SAM.practitioner.address]


def test_two_joint_reports_in_one_mail_count_for_both(s: Scene) -> None:
    s.now = at("2026-12-10T12:00")
    files = ("Report 1 Jo and Sam.docx", "Report 2 Jo and Sam.docx")
    s.takes(message(subject="Both reports", text="Here are both, Sam.", files=files, Cc=SAM.practitioner.address))
    assert (s.numbers, sorted(of_sam(s))) == ([1, 2], [1, 2])
    assert len(s.raws("forward_report", ANN.address)) == len(s.raws("forward_report", BOB.address)) == 2
    assert len(s.raws("receipt", SAM.practitioner.address)) == 2


def test_a_word_that_moves_one_of_two_that_a_mail_brought_for_both_moves_it_for_one(s: Scene) -> None:
    comes(s, "Here is our joint report, Sam's and mine.")
    place = next(n for n, h in enumerate(s.heads("receipt")) if SAM.practitioner.address in str(h["To"]))
    s.answers("receipt", "REPORT 2", SAM.practitioner.address, place)
    assert (s.numbers, of_sam(s)) == ([1], [2])
