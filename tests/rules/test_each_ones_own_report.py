"""Each one's own report in one mail (“here are mine and Sam's”): each goes to its own mentor alone, else a person is
asked (programme.md, 3a)."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Enrolment, Person
from qibot.model.reports import Submission
from tests.support.build import ANN, BOT, ENROLMENT, JO, TEAM, THREADS, at, config, message
from tests.support.dialogue import NOVEMBER, Scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

BOB = Person("Bob Reid", ("bob@health.example",))
LIZ = Person("Liz Boyd", ("liz@council.example",))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), BOB, LIZ)
SAMS = SAM.practitioner.address
MINE, THEIRS = "Report 1 Jo Smith.docx", "Report 1 Sam Baird.docx"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, SAM, config=config())
    made.now = at(NOVEMBER)
    return made


def comes(s: Scene, text: str, *files: str, cc: str = SAMS, subject: str = "From Jo") -> str:
    return s.takes(message(subject=subject, text=text, files=files, To=BOT, Cc=cc))


def held_by(s: Scene, unit: str) -> list[str]:
    return [d.name for x in s.store.load(unit).all(Submission).values() for d in x.documents]


def names_to(s: Scene, address: str) -> list[str]:
    """The names of all documents that anybody at this address has got."""
    raws = [raw for who, raw in s.outbox.delivered if address in who]
    return [str(p.get_filename()) for raw in raws for p in message_from_bytes(raw).walk() if p.get_filename()]


def waits(s: Scene) -> list[str]:
    return [x.offered for x in s.store.load(DESK).all(Quarantined).values() if not x.decided]


BY_NAME = [
    ("Here are both our reports, Sam's and mine.", MINE, THEIRS),
    ("Attached are my report and Sam's.", "Report 1.docx", THEIRS),
    ("Please find attached mine and Sam's.", "Report 1 Jo.docx", "Report 1 Sam.docx"),
    ("Two reports for you this month.", MINE, THEIRS),
    ("My report and Sam Baird's report are attached.", "Jo_Smith_Report_1.docx", "Sam_Baird_Report_1.docx"),
]


@pytest.mark.parametrize(("text", "mine", "theirs"), BY_NAME)
@pytest.mark.parametrize("cc", ["", SAMS])
def test_the_senders_own_counts_and_goes_to_their_mentor_and_of_the_others_the_team_is_asked(
    s: Scene, text: str, mine: str, theirs: str, cc: str
) -> None:
    comes(s, text, mine, theirs, cc=cc)
    assert held_by(s, ENROLMENT.unit) == [mine]
    assert names_to(s, ANN.address) == [mine]
    assert held_by(s, SAM.unit) == names_to(s, BOB.address) == []
    assert waits(s) == [SAMS]
    assert "with it another one's own" in text_of(s.raws("report_quarantine")[-1])


def test_once_the_team_has_said_so_the_others_goes_to_their_mentor_and_nothing_else(s: Scene) -> None:
    comes(s, "Here are both our reports, Sam's and mine.", MINE, THEIRS)
    s.answers("report_quarantine", f"THIS IS {SAMS}", TEAM)
    s.bot.round()
    assert held_by(s, ENROLMENT.unit) == [MINE]
    assert held_by(s, SAM.unit) == [THEIRS]
    assert names_to(s, BOB.address) == [THEIRS]
    assert names_to(s, ANN.address) == [MINE]
    assert waits(s) == []


def test_moved_to_and_fro_the_senders_own_stays_alone(s: Scene) -> None:
    comes(s, "Here are both our reports, Sam's and mine.", MINE, THEIRS)
    for word in ("QUESTION", "REPORT 1", "REPORT 2"):
        s.answers("receipt", word)
    assert s.numbers == [2]
    assert set(names_to(s, ANN.address)) == {MINE}


UNTOLD = ["Here are both our reports, Sam's and mine.", "Attached are my report and Sam's.", "Mine and Sam's attached."]


@pytest.mark.parametrize("text", UNTOLD)
def test_where_the_names_do_not_tell_them_apart_the_writer_is_asked_which_is_theirs(s: Scene, text: str) -> None:
    assert comes(s, text, "QI one.docx", "QI two.docx") == "quarantine"
    assert held_by(s, ENROLMENT.unit) == held_by(s, SAM.unit) == []
    letter = s.last("ask_which_report")
    assert "QI one.docx is my report (1), the rest isn't mine" in letter
    s.answers("ask_which_report", "2")
    s.bot.round()
    assert held_by(s, ENROLMENT.unit) == names_to(s, ANN.address) == ["QI two.docx"]
    assert waits(s) == [SAMS]
    s.answers("report_quarantine", f"THIS IS {SAMS}", TEAM)
    s.bot.round()
    assert held_by(s, SAM.unit) == names_to(s, BOB.address) == ["QI one.docx"]


def test_what_is_said_of_the_other_one_beside_them_reaches_no_mentor(s: Scene) -> None:
    comes(s, "Here are mine and Sam's. He has been signed off, so I send it.", MINE, THEIRS)
    assert all(b"signed off" not in raw for who, raw in s.outbox.delivered if {ANN.address, BOB.address} & set(who))


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("Sam Baird asked me to send you his report.", THEIRS),
        ("Attached is Sam's report, he can't get into his mail.", THEIRS),
        ("Sam's report, for him.", "Sam_Baird_Report_1.docx"),
    ],
)
def test_one_that_is_only_the_others_counts_for_nobody_until_the_team_has_said_whose_it_is(
    s: Scene, text: str, file: str
) -> None:
    comes(s, text, file, cc="")
    assert held_by(s, ENROLMENT.unit) == held_by(s, SAM.unit) == names_to(s, ANN.address) == []
    assert waits(s) == [SAMS]
    s.answers("report_quarantine", f"THIS IS {SAMS}", TEAM)
    s.bot.round()
    assert held_by(s, SAM.unit) == names_to(s, BOB.address) == [file]


@pytest.mark.parametrize("text", ["Here are mine and Sam's.", "Sam's report, for him."])
def test_the_other_one_is_not_chased_while_the_team_is_asked(s: Scene, text: str) -> None:
    s.now = at("2026-10-12T09:00")
    comes(s, text, *((MINE, THEIRS) if "mine" in text else (THEIRS,)), cc="")
    letters = s.writes_until("2026-10-20T12:00")
    assert not [x for x in letters if SAMS in x]
    s.answers("report_quarantine", "DISCARD", TEAM)
    assert [x for x in s.writes_until("2026-10-27T12:00") if SAMS in x]


def test_a_new_mentor_of_the_senders_gets_the_senders_own_alone(s: Scene) -> None:
    comes(s, "Here are both our reports, Sam's and mine.", MINE, THEIRS)
    to = THREADS.address(ENROLMENT.unit, 0)
    s.takes(message(sender=TEAM, subject="x", text=f"REASSIGN TO {BOB.address}", To=to))
    s.bot.round()
    assert s.store.load(ENROLMENT.unit).enrolment.mentor.address == BOB.address
    assert names_to(s, BOB.address) == [MINE]
    assert waits(s) == [SAMS]


def test_in_answer_to_a_reminder_it_is_the_same(s: Scene) -> None:
    s.now = at("2026-10-09T08:00")
    s.goes_to("2026-10-10T12:00")
    (reminder,) = (x for x in s.heads("remind_deadline") if JO.address in str(x["To"]))
    s.takes(
        message(
            subject=f"Re: {reminder['Subject']}", text="Here are both our reports, Sam's and mine.",
            files=(MINE, THEIRS),
            To=str(reminder["Reply-To"].addresses[0].addr_spec), In_Reply_To=str(reminder["Message-ID"]),
        )
    )  # fmt: skip
    assert held_by(s, ENROLMENT.unit) == names_to(s, ANN.address) == [MINE]
    assert held_by(s, SAM.unit) == names_to(s, BOB.address) == []
    assert waits(s) == [SAMS]


def test_what_the_team_has_said_of_the_others_stands_once_it_has_gone_on(s: Scene) -> None:
    comes(s, "Here are both our reports, Sam's and mine.", MINE, THEIRS)
    s.answers("report_quarantine", f"THIS IS {SAMS}", TEAM)
    s.bot.round()
    s.answers("confirm_command", "UNDO", TEAM)
    s.bot.round()
    assert "things have moved on since" in s.last("confirm_command")
    assert (held_by(s, ENROLMENT.unit), held_by(s, SAM.unit)) == ([MINE], [THEIRS])


def test_the_other_one_is_not_asked_either_whether_they_are_still_there(s: Scene) -> None:
    s.now = at("2026-11-04T18:00")  # the evening before five weeks of silence are over
    comes(s, "Here are both our reports, Sam's and mine.", MINE, THEIRS)
    s.goes_to("2026-11-12T18:00")
    assert not s.raws("check_in", SAMS)
    s.goes_to("2026-11-18T12:00")
    assert s.raws("check_in", SAMS), "the team has had its days"


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("Here is my report, with the chart that Sam Baird made.", ("Report 1.docx", "Sam Baird chart.xlsx")),
        ("Here is my report. Sam's is to follow.", ("Report 1.docx", "data.xlsx")),
        ("Report and appendix attached.", ("Report 1.docx", "Appendix Sam.docx")),
        ("Sam said I should send this as two files.", ("Report 1 part 1.docx", "Report 1 part 2.docx")),
    ],
)
def test_what_is_ones_own_stays_whole(s: Scene, text: str, files: tuple[str, ...]) -> None:
    comes(s, text, *files, cc="")
    assert held_by(s, ENROLMENT.unit) == list(files)
    assert waits(s) == []


def test_a_mentor_in_copy_who_is_a_practitioner_too_is_not_taken_for_an_author(tmp_path: Path) -> None:
    of_ann = Enrolment("2026-27", "ann.baker", ANN, BOB, LIZ)
    s = Scene(tmp_path, ENROLMENT, of_ann, config=config())
    s.now = at(NOVEMBER)
    comes(s, "Hi Ann, here is our report.", "Report 1.docx", cc=ANN.address)
    assert held_by(s, ENROLMENT.unit) == ["Report 1.docx"]
    assert held_by(s, of_ann.unit) == []
    assert JO.address in [who for whom, _ in s.outbox.delivered for who in whom]
