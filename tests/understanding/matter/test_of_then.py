"""What was written before somebody's part changed reaches nobody who has come since, and nobody speaks for a part that
they have no more."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from qibot.events import MessageReceived, MessageUnplaced, ReportReceived
from qibot.model.case import Case, Put
from qibot.model.desk import Choice
from qibot.model.letters import Letter, LetterState
from qibot.model.people import Enrolment, Person, Role
from qibot.model.reports import FORMER
from qibot.people import Directory
from qibot.understanding.matter.of_then import of_then, outdated
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, arrival, at, case, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

UNIT = ENROLMENT.unit
BOB = Person("Bob Ray", ("bob@fire.example",))
NORA = Person("Nora Fox", ("nora@school.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN, MEG)
CHANGED = Letter("new-mentor/x", "tell_new_mentor", (BOB.address,), (), at("2026-10-12T12:00"), LetterState.SENT)


def people(**changed: Person | None) -> Directory:
    found = Directory(lambda unit: unit, lambda moment: moment.date())
    found.note(case(enrolment=replace(ENROLMENT, **changed)))  # type: ignore[arg-type]
    return found


def changed_at_noon(_unit: str) -> Case:
    return case(Put(CHANGED), enrolment=replace(ENROLMENT, mentor=BOB))


TO_ANN = Choice("message", UNIT, 0, "It is a message to my mentor, Ann Lee")
TO_BOTH = Choice("message", UNIT, 0, "It is a message to Jo and Ann Lee")
TO_MEG = Choice("message", UNIT, 0, "It is a message to Meg Ross, and to nobody else", to=Role.MANAGER)
TO_JO = Choice("message", UNIT, 0, "It is just a message to Jo")
FEEDBACK = Choice("feedback", UNIT, 1, "It is my feedback for Jo")
REPORT = Choice("report", UNIT, 1, "It is my report (1)")


@pytest.mark.parametrize(
    ("choice", "who"),
    [(TO_ANN, JO), (TO_BOTH, MEG), (TO_MEG, JO), (TO_MEG, ANN), (TO_JO, ANN), (FEEDBACK, ANN), (REPORT, JO)],
)
def test_a_choice_holds_while_everybody_is_what_they_were(choice: Choice, who: Person) -> None:
    assert outdated(choice, who.address, people()) == ""


@pytest.mark.parametrize(
    ("choice", "who", "changed"),
    [
        (FEEDBACK, ANN, {"mentor": BOB}),
        (TO_JO, ANN, {"mentor": BOB}),
        (TO_MEG, ANN, {"mentor": BOB}),
        (FEEDBACK, ANN, {"mentor": BOB, "manager": ANN}),
        (TO_JO, ANN, {"mentor": BOB, "manager": ANN}),
        (TO_ANN, JO, {"mentor": BOB}),
        (TO_BOTH, MEG, {"mentor": BOB}),
        (TO_BOTH, MEG, {"manager": NORA}),
        (TO_MEG, JO, {"manager": NORA}),
        (TO_MEG, JO, {"manager": None}),
    ],
)
def test_no_choice_is_made_in_a_part_that_one_has_no_more_nor_for_another_reader(
    choice: Choice, who: Person, changed: dict[str, Person | None]
) -> None:
    assert "any more" in outdated(choice, who.address, people(**changed))


def test_of_a_report_that_was_written_before_the_change_the_documents_go_on() -> None:
    before = ReportReceived(arrival("2026-10-12T09:00"), UNIT, 1)
    after = ReportReceived(arrival("2026-10-12T13:00"), UNIT, 1)
    assert [of_then(x, changed_at_noon).apart for x in (before, after)] == [FORMER, ""]  # type: ignore[union-attr]


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.MANAGER])
def test_a_message_to_the_mentor_of_then_is_the_teams(role: Role) -> None:
    before = MessageReceived(arrival("2026-10-12T09:00"), UNIT, 0, role)
    assert isinstance(of_then(before, changed_at_noon), MessageUnplaced)
    to_jo = replace(before, to=Role.PRACTITIONER)
    assert of_then(to_jo, changed_at_noon) is to_jo
    after = replace(before, arrival=arrival("2026-10-12T13:00"))
    assert of_then(after, changed_at_noon) is after


def test_who_is_the_mentor_no_more_chooses_no_feedback(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, PAT, SAM)
    s.sends("Report 1", "Report 1.pdf")
    s.takes(message(ANN.address, "Hello", "It needs more work."))
    offered = re.findall(r"(\d): feedback on report 1", s.last("ask_which_report"))[0]
    s.bot._carrier.take_over(replace(s.case.enrolment, mentor=BOB))
    s.bot = s.started()
    s.answers("ask_which_report", offered, ANN.address)
    s.bot.round()
    assert not s.raws("relay_feedback")
    assert s.case.pending()
    assert "a note to the Community Planning team" in s.last("confirm_command")
    assert "isn't the mentor of Jo Smith any more" in " ".join(text_of(s.raws("report_quarantine", TEAM)[-1]).split())


def test_the_next_mentor_sends_on_nothing_of_the_former_ones(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, PAT)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "Jo, can you make it at ten on Friday instead?", ANN.address)
    assert s.raws("relay_message", JO.address)
    s.bot._carrier.take_over(replace(s.case.enrolment, mentor=BOB))
    s.bot = s.started()
    s.bot.round()
    assert s.answers("forward_report", "FEEDBACK", BOB.address) == "quarantine"
    assert not s.raws("relay_feedback")


def test_a_correction_after_the_change_brings_the_documents_alone(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, PAT)
    s.now = at("2026-11-12T09:00")
    s.sends("Report 1", "Report 1.pdf", text="Hi Ann, this year has been hard on us.")
    s.bot._carrier.take_over(replace(s.case.enrolment, mentor=BOB))
    s.bot = s.started()
    s.bot.round()
    s.answers("receipt", "REPORT 2")
    letters = s.raws("forward_report", BOB.address)
    assert ["report 1" in text_of(x) for x in letters] == [True, True], "the second says what the first was"
    assert "report 2" in text_of(letters[-1])
    assert not any("hard on us" in text_of(x) for x in letters)
    assert all(b"Report 1.pdf" in x for x in letters)
