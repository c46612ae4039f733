"""A joint report counts for each practitioner whom it names and to whom it went, else the team is asked (3a)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from qibot.model.people import Enrolment, Person, Status
from qibot.model.reports import Feedback, Submission
from tests.support.build import ANN, BOT, ENROLMENT, JO, MEG, TEAM, at, config, message
from tests.support.dialogue import NOVEMBER, Scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

BOB = Person("Bob Reid", ("bob@health.example",))
LIZ = Person("Liz Boyd", ("liz@council.example",))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), BOB, LIZ)
SECRET = "Ann, you know how my last month was."
FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, SAM, config=config())
    made.now = at(NOVEMBER)
    return made


def comes(
    s: Scene, text: str, subject: str = "Report 1", file: str = "Report 1.docx", cc: str = SAM.practitioner.address
) -> str:
    return s.takes(message(subject=subject, text=text, files=(file,), To=BOT, Cc=cc))


def of_sam(s: Scene) -> list[int]:
    return [x.number for x in s.store.load(SAM.unit).all(Submission).values()]


def to(s: Scene, name: str) -> set[str]:
    return {who for whom, raw in s.outbox.delivered for who in whom if f"X-QI-Letter: {name}".encode() in raw}


SAID = [
    ("Here is our joint report, Sam's and mine.", "Report 1", "r.docx"),
    ("This is a joint report from Sam Baird and me.", "Report 1", "r.docx"),
    ("Sam and I wrote this together.", "Report 1", "r.docx"),
    ("Please find attached report 1, on behalf of both of us, Sam and Jo.", "Report 1", "r.docx"),
    ("It is attached.", "Joint report 1: Jo Smith and Sam Baird", "r.docx"),
    ("It is attached.", "Report 1", "Report 1 Jo Smith & Sam Baird.docx"),
    ("It is attached.", "Report 1", "Joint_report_1_Sam_Jo.docx"),
    ("Attached is our report for October, Sam has agreed to it.", "Report 1", "r.docx"),
    ("The report is from us both, Sam and me.", "Report 1", "r.docx"),
    ("This report is for both Sam and me.", "Report 1", "r.docx"),
    ("Report 1 from Sam Baird and me, we are doing the project together.", "Report 1", "r.docx"),
    ("As agreed Sam and I are submitting one report for our shared project.", "Report 1", "r.docx"),
    ("Sam Baird and I work on the same thing so we've written one between us.", "Report 1", "r.docx"),
    ("Our report, Sam's and mine.", "Report 1", "r.docx"),
    ("Sam and I did one report this time.", "Report 1", "r.docx"),
    ("I'm sending this on behalf of Sam Baird and myself.", "Report 1", "r.docx"),
    ("On behalf of Sam Baird and Jo Smith, please find report 1 attached.", "Report 1", "r.docx"),
    ("Sent for Sam Baird and me.", "Report 1", "r.docx"),
    ("This is Sam's and my report for October.", "Report 1", "r.docx"),
]


@pytest.mark.parametrize(("text", "subject", "file"), SAID)
def test_a_joint_report_counts_for_both_each_with_a_forward_to_their_own_mentor(
    s: Scene, text: str, subject: str, file: str
) -> None:
    assert comes(s, text, subject, file) == "report 1"
    assert s.numbers == [1]
    assert of_sam(s) == [1]
    assert to(s, "forward_report") == {ANN.address, BOB.address}
    assert to(s, "receipt") == {JO.address, SAM.practitioner.address}


def test_the_covering_words_reach_the_senders_mentor_alone(s: Scene) -> None:
    comes(s, f"Here is our joint report, Sam's and mine. {SECRET}")
    (for_ann,), (for_bob,) = s.raws("forward_report", ANN.address), s.raws("forward_report", BOB.address)
    assert SECRET in " ".join(text_of(for_ann).replace(">", "").split())
    assert "last month" not in text_of(for_bob)
    assert "joint report" in text_of(for_bob).replace("**", "")
    assert b"Report 1.docx" in for_bob
    assert "last month" not in text_of(s.raws("receipt", SAM.practitioner.address)[-1])


@pytest.mark.parametrize("first", [ANN, BOB])
def test_each_mentors_answer_goes_to_their_own_practitioner_and_manager_alone(s: Scene, first: Person) -> None:
    comes(s, "Here is our joint report, Sam's and mine.")
    place = next(n for n, raw in enumerate(s.raws("forward_report")) if first.address.encode() in raw.split(b"\n\n")[0])
    s.answers("forward_report", FEEDBACK, first.address, place)
    mine, other = ((JO, MEG), SAM.unit) if first is ANN else ((SAM.practitioner, LIZ), ENROLMENT.unit)
    assert to(s, "relay_feedback") == {p.address for p in mine}
    assert not s.store.load(other).all(Feedback)
    assert len(s.store.load(other).pending()) == 1


def test_one_mentor_of_both_gets_the_report_of_each_and_answers_each(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, replace(SAM, mentor=ANN), config=config())
    s.now = at(NOVEMBER)
    comes(s, "Here is our joint report, Sam's and mine.")
    topics = {str(head["Subject"]).removesuffix(" (late)") for head in s.heads("forward_report")}
    assert topics == {"Report 1 from Jo Smith", "Report 1 from Sam Baird"}
    s.answers("forward_report", FEEDBACK, ANN.address, 0)
    assert len(to(s, "relay_feedback")) == 2  # one practitioner and their manager


def test_where_the_other_one_did_not_get_it_it_counts_for_the_sender_and_the_team_is_asked(s: Scene) -> None:
    comes(s, "This is a joint report by Sam Baird and me.", cc="")
    assert s.numbers == [1]
    assert of_sam(s) == []
    assert to(s, "forward_report") == {ANN.address}
    (waits,) = s.store.load(DESK).all(Quarantined).values()
    assert waits.offered == SAM.practitioner.address
    letter = text_of(s.raws("report_quarantine")[-1])
    assert "counts for Jo Smith already, and says that it is Sam Baird's, too, to whom it didn't go" in letter
    s.answers("report_quarantine", f"THIS IS {SAM.practitioner.address}", TEAM)
    s.bot.round()
    assert of_sam(s) == [1]
    assert s.numbers == [1]
    assert s.store.load(SAM.unit).submissions(1)[0].sender == SAM.practitioner.address
    assert to(s, "forward_report") == {ANN.address, BOB.address}
    assert JO.address not in [
        w for who, raw in s.outbox.delivered for w in who if b"sam.baird" in raw.split(b"\n\n")[0]
    ]


def test_one_that_is_typed_into_the_mail_counts_for_its_sender_and_the_team_is_asked(s: Scene) -> None:
    told = "This is the joint report of Sam and me. " + "We measured the wait at the door each day. " * 40
    s.takes(message(subject="Report 1", text=told, To=BOT, Cc=SAM.practitioner.address))
    assert s.numbers == [1]
    assert of_sam(s) == []
    assert [q.offered for q in s.store.load(DESK).all(Quarantined).values()] == [SAM.practitioner.address]


@pytest.mark.parametrize(
    ("text", "cc"),
    [
        ("Here is my report. Sam is in copy, since he asked how I did the chart.", SAM.practitioner.address),
        ("Here is my report on joint working with Sam's school.", SAM.practitioner.address),
        ("Here is our joint report with the health visitors.", ""),
        ("Here is our report.", SAM.practitioner.address),
        ("Sam Baird helped me with the chart in our report.", ""),
        ("This is a joint report with Kim Someone.", "kim@elsewhere.example"),
    ],
)
def test_a_report_that_only_mentions_a_colleague_is_its_senders_alone(s: Scene, text: str, cc: str) -> None:
    assert comes(s, text, cc=cc) == "report 1"
    assert of_sam(s) == []
    assert not s.store.load(DESK).all(Quarantined)


def test_it_counts_as_the_report_that_the_other_one_owes(s: Scene) -> None:
    s.takes(message(sender=SAM.practitioner.address, subject="Report 1", files=("mine.docx",), text="Here it is."))
    comes(s, "Here is our joint report, Sam's and mine.", subject="Report", file="r.docx")
    assert s.numbers == [1]
    assert sorted(of_sam(s)) == [1, 1] or sorted(of_sam(s)) == [1, 2]


def test_the_other_one_who_sends_the_same_document_hears_that_it_is_there(s: Scene) -> None:
    raw = message(
        subject="Report 1",
        text="Our joint report, Sam's and mine.",
        files=("r.docx",),
        content="same",
        Cc="sam@school.example",
    )
    s.takes(raw)
    s.takes(
        message(sender=SAM.practitioner.address, subject="Report 1", text="Here.", files=("r.docx",), content="same")
    )
    assert of_sam(s) == [1]
    assert "We have this already" in s.last("receipt")


def test_words_for_the_team_alone_beside_it_go_nowhere_else(s: Scene) -> None:
    comes(
        s, "Here is our joint report, Sam's and mine. Please keep this to yourselves: I have been off with depression."
    )
    for who, raw in s.outbox.delivered:
        if TEAM not in who and JO.address not in who:
            assert "depression" not in message_from_bytes(raw).as_string()
            assert "depression" not in text_of(raw)


def test_a_paused_colleague_gets_no_report(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, replace(SAM, status=Status.PAUSED), config=config())
    s.now = at(NOVEMBER)
    comes(s, "Here is our joint report, Sam's and mine.")
    assert of_sam(s) == []


def test_killed_between_the_two_it_is_filed_once_for_each(s: Scene) -> None:
    raw = message(
        subject="Report 1", text="Our joint report, Sam's and mine.", files=("r.docx",), Cc="sam@school.example"
    )

    class Killed(BaseException):
        pass

    def dies(name: str) -> None:
        if name == "decided" and s.store.load(SAM.unit).all(Submission):
            raise Killed

    s.inbox.put(raw, s.now)
    s.bot._carrier._ledger.step = dies
    with pytest.raises(Killed):
        s.bot.round()
    assert of_sam(s) == [1]
    s.bot = s.started()
    s.bot.round()
    assert of_sam(s) == [1]
    assert s.numbers == [1]
    assert len(s.raws("forward_report")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "This is my own report, not a joint report with Sam.",
        "Sam and I no longer do a joint report, so this is mine alone.",
        "Sam will send his own; this isn’t our joint report.",
        "Here is report 1. Sam, we didn't do it together this time, you send yours.",
        "This is mine; Sam sends one of his own instead of a joint report.",
    ],
)
def test_what_says_that_it_is_no_joint_report_reaches_no_other_mentor(s: Scene, text: str) -> None:
    comes(s, text)
    assert s.numbers == [1]
    assert of_sam(s) == []
    assert to(s, "forward_report") == {ANN.address}


@pytest.mark.parametrize(
    "words",
    [
        "Here is our report. Thanks to Sam for showing us how to draw the chart.",
        "Here is our report from the school. Sam will send his own.",
    ],
)
def test_a_report_that_is_called_ours_elsewhere_than_where_the_other_is_named_is_the_senders_alone(
    s: Scene, words: str
) -> None:
    comes(s, words)
    assert of_sam(s) == []
