"""Whose a document is that one practitioner sends: no mentor gets another practitioner's report, an ordinary one isn't
held back, and what the team has settled in part waits for the rest (programme.md, 3a)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Enrolment, Person, Status
from tests.rules.test_each_ones_own_report import BOB, LIZ, MINE, SAM, SAMS, THEIRS, comes, held_by, names_to, waits
from tests.support.build import ANN, ENROLMENT, TEAM, at, config
from tests.support.dialogue import NOVEMBER, Scene

pytestmark = pytest.mark.slow

UNA = Person("Una Orr", ("una@x.example",))


def one(name: str, mentor: Person = BOB) -> Enrolment:
    slug = name.lower().replace(" ", ".")
    return Enrolment("2026-27", slug, Person(name, (f"{slug}@x.example",)), mentor, LIZ)


KIM = one("Kim Gray", UNA)
NAMED_LIKE_WORDS = (SAM, one("May Gray"), one("Will Hay"), one("Grace Hill"), one("Ann Gray"))


def among(folder: Path, *others: Enrolment) -> Scene:
    s = Scene(folder, ENROLMENT, *others, config=config())
    s.now = at(NOVEMBER)
    return s


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return among(tmp_path, SAM)


def team_says(s: Scene, word: str) -> None:
    s.answers("report_quarantine", word, TEAM)
    s.bot.round()


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Jo report 1.docx", "Sam report 1.docx"),
        ("Jo Smith-Report 1.docx", "Sam Baird-Report 1.docx"),
        ("Report-1-Jo-Smith.docx", "Report-1-Sam-Baird.docx"),
        ("JoSmith_Report1.docx", "SamBaird_Report1.docx"),
        ("report1.jo.smith.docx", "report1.sam.baird.docx"),
        ("Smith_Report1.docx", "Baird_Report1.docx"),
        ("Report 1 Smith, Jo.docx", "Report 1 Baird, Sam.docx"),
        ("Report 1 J Smith.docx", "Report 1 S Baird.docx"),
        ("Report 1 Jo Smith.pptx", THEIRS),
        (MINE, "Report 1 Sam Baird.pptx"),
        (MINE, "Report 1 Sam Baird with charts.docx"),
    ],
)
@pytest.mark.parametrize("text", ["Reports for this month attached.", "Here are mine and Sam's."])
def test_a_files_name_tells_whose_it_is_however_it_is_put_together(s: Scene, mine: str, theirs: str, text: str) -> None:
    comes(s, text, mine, theirs, cc="")
    assert held_by(s, ENROLMENT.unit) == names_to(s, ANN.address) == [mine]
    assert names_to(s, BOB.address) == []
    assert waits(s) == [SAMS]


@pytest.mark.parametrize(
    "text",
    ["Reports from both of us attached.", "On behalf of both of us.", "Sam and I wrote these together, here are both."],
)
def test_files_with_each_ones_name_are_each_ones_own_whatever_is_said_of_them(s: Scene, text: str) -> None:
    comes(s, text, MINE, THEIRS)
    assert names_to(s, ANN.address) == held_by(s, ENROLMENT.unit) == [MINE]
    assert names_to(s, BOB.address) == []
    assert waits(s) == [SAMS]


@pytest.mark.parametrize(
    "text",
    [
        "My report is attached. So is Sam's.",
        "Attached mine and Sams.",
        "mine and sam’s attached",
        "Here is my report, and one from Sam.",
        "Here's my report. I've also attached Sam's.",
        "My report and the one Sam wrote.",
        "Mine is the first, Sam's is the second.",
    ],
)
def test_words_for_each_ones_own_are_asked_about_however_they_are_put(s: Scene, text: str) -> None:
    comes(s, text, "a.docx", "b.docx", cc="")
    assert names_to(s, ANN.address) == names_to(s, BOB.address) == []
    assert "a.docx is my report (1), the rest isn't mine" in s.last("ask_which_report")
    assert not [x for x in s.writes_until("2026-11-17T12:00") if "remind_missing" in x and SAMS in x]


@pytest.mark.parametrize("file", ["reports.zip", "reports.docx"])
def test_both_in_one_file_are_asked_about(s: Scene, file: str) -> None:
    comes(s, "Here are mine and Sam's.", file, cc="")
    assert names_to(s, ANN.address) == []
    assert "All of it is my report 1" in s.last("ask_which_report")


@pytest.mark.parametrize("files", [(), (MINE,)])
def test_a_link_to_another_ones_report_is_not_passed_on(s: Scene, files: tuple[str, ...]) -> None:
    mine = "" if files else " https://1drv.ms/w/s!mine"
    comes(s, f"Here is mine{mine}, and Sam's: https://1drv.ms/w/s!sams", *files, cc="")
    assert s.raws("ask_which_report")
    assert not [who for who, raw in s.outbox.delivered if b"s!sams" in raw and ANN.address in who]


FORWARDED = (
    "For you.\n\n---------- Forwarded message ---------\nFrom: Sam Baird <sam@school.example>\n"
    "Subject: Report 1\n\nHi Jo, can you send my report for me? Sam\n"
)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Sam's report attached.", "From Jo"),
        ("Sam's report is attached, he can't get into his mail.", "From Jo"),
        ("On behalf of Sam Baird, report 1 attached.", "From Jo"),
        ("Attached is the report from Sam Baird.", "From Jo"),
        ("Please find attached Sam Baird's first monthly QI report.", "From Jo"),
        ("Sam asked me to forward this for him.", "From Jo"),
        ("As attached.", "Sam Baird - Report 1"),
        ("As attached.", "Sam's report 1"),
        (
            FORWARDED,
            "Fwd: Report 1",
        ),
    ],
)
def test_one_that_is_only_the_others_is_known_by_words_alone(s: Scene, text: str, subject: str) -> None:
    comes(s, text, "Report 1.docx", cc="", subject=subject)
    assert held_by(s, ENROLMENT.unit) == names_to(s, ANN.address) == []
    assert waits(s) == [SAMS]
    team_says(s, f"THIS IS {SAMS}")
    assert held_by(s, SAM.unit) == names_to(s, BOB.address) == ["Report 1.docx"]


def test_nobody_is_chased_for_one_that_may_be_theirs_after_all(s: Scene) -> None:
    s.now = at("2026-10-13T09:00")
    comes(s, "Sam's report attached.", "Report 1.docx", cc="")
    assert not [x for x in s.writes_until("2026-10-20T12:00") if "remind_missing" in x]


ORDINARY = [
    ("Here is my report for May.", ("Report May.docx",)),
    ("May I send my report?", ("May report.docx",)),
    ("Here it is. Will you read it?", ("What will change.docx",)),
    ("Hi Ann, here is my report.", ("Report 1 for Ann.docx",)),
    ("Here is my report from Grace Hill Primary.", ("Report 1 Grace Hill Primary.docx",)),
    ("Report on St Grace's ward attached.", ("Report 1 Grace ward.docx",)),
    ("My report, about a pupil called Sam.", ("Report 1 Sam's story.docx",)),
    ("Here is my report. Sam is a patient on our ward.", ("Report 1 - Sam and the ward.docx",)),
    ("Here is my report with Sam's comments.", ("Report 1 with Sam's comments.docx",)),
    ("My report and Sam's comments.", ("Report 1.docx", "Sam comments.docx")),
    ("My report, reviewed by Sam.", ("Report 1 reviewed by Sam.docx",)),
    ("Report 1 with both our aims, Sam's and mine.", ("Report 1.docx",)),
    ("Both our aims have changed, Sam's and mine. My report is attached.", ("Report 1.docx", "PDSA.docx")),
    ("Sam Baird has sent his report already. Here is report 1.", ("Report 1.docx",)),
    ("My report. Sam's report is late, he says sorry.", ("Report 1.docx", "PDSA.docx")),
    ("Thanks to Sam for sending his report as an example. Report 1 attached.", ("Report 1.docx",)),
    ("Report 1 attached, it's the same project as Sam's.", ("Report 1.docx",)),
    ("Here is my report and Sam's mum's letter about the ward.", ("Report 1.docx", "Letter.docx")),
    ("Here are our two reports (1 and 2), thanks to Sam for the data.", ("Report 1.docx", "Report 2.docx")),
]


@pytest.mark.parametrize(("text", "files"), ORDINARY)
def test_an_ordinary_report_is_not_held_back_for_a_name_that_is_a_word(
    tmp_path: Path, text: str, files: tuple[str, ...]
) -> None:
    s = among(tmp_path, *NAMED_LIKE_WORDS)
    comes(s, text, *files, cc="")
    assert held_by(s, ENROLMENT.unit) == list(files)
    assert not s.store.load(DESK).all(Quarantined)


@pytest.mark.parametrize(
    ("others", "offered"),
    [
        ((SAM, one("Sam Boyd", UNA)), ""),
        ((SAM, replace(SAM, slug="sam.old", status=Status.COMPLETED)), SAMS),
        ((SAM, KIM), SAMS),
    ],
)
def test_a_first_name_that_several_have_keeps_it_from_the_senders_mentor(
    tmp_path: Path, others: tuple[Enrolment, ...], offered: str
) -> None:
    s = among(tmp_path, *others)
    comes(s, "Here are mine and Sam's.", "Report 1 Jo.docx", "Report 1 Sam.docx", cc=KIM.practitioner.address)
    assert names_to(s, ANN.address) == ["Report 1 Jo.docx"]
    assert waits(s) == [offered]


def test_another_ones_that_bears_the_senders_first_name_is_the_others(tmp_path: Path) -> None:
    other = one("Jo Baird")
    s = among(tmp_path, other)
    comes(s, "Reports attached.", MINE, "Report 1 Jo Baird.docx", cc="")
    assert names_to(s, ANN.address) == [MINE]
    assert waits(s) == [other.practitioner.address]


def test_each_is_asked_about_under_the_number_that_it_has(s: Scene) -> None:
    s.now = at("2026-12-11T09:00")
    comes(s, "Here are both our reports, Sam's and mine.", "Report 2.docx", "QI one.docx", cc="")
    assert "Report 2.docx is my report (2)" in s.last("ask_which_report").replace("\n", " ")


def test_all_of_it_is_mine_is_no_joint_report(s: Scene) -> None:
    comes(s, "Here are both our reports, Sam's and mine.", "reports.zip")
    s.answers("ask_which_report", "1")
    s.bot.round()
    assert (held_by(s, ENROLMENT.unit), held_by(s, SAM.unit)) == (["reports.zip"], [])
    assert names_to(s, BOB.address) == []
