"""While it has been asked what documents are, nobody is chased for the reports that they may be (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.calendar import Almanac
from qibot.events import Arrival, ReportsAskedAbout
from qibot.message import parse
from qibot.model import DESK, InQuestion, Quarantined, Role, Unsent
from qibot.understanding.matter.doubt import doubtful
from tests.support.build import ANN, TEAM, message
from tests.support.dialogue import Scene, scene

CHASES = ("remind_deadline", "remind_missing", "remind_missing_again", "escalate_missing", "check_in")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def two_owed(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Report 1 has been answered; two and three are sent together, a day before the third one's deadline."""
    made = scene(tmp_path_factory.mktemp("two_owed"), "2026-10-12T09:00")
    made.sends("Report 1", "first.pdf")
    made.answers("forward_report", "What I liked: the aim says by when. Even better if it had a median.", ANN.address)
    made.goes_to("2026-12-14T18:00")
    return made


@pytest.fixture
def s(two_owed: Scene, tmp_path: Path) -> Scene:
    return two_owed.copied(tmp_path)


def asked(s: Scene, text: str = "Here are reports 2 and 3.", *files: str) -> None:
    chosen = files or ("a.docx", "b.docx")
    made = message(subject="From Jo", text=text, files=chosen, Message_ID=f"<{len(s.inbox.filed)}@x.example>")
    assert s.takes(made) == "quarantine"


def chases(s: Scene) -> int:
    return sum(len(s.raws(name)) for name in CHASES)


def test_no_reminder_leaves_while_the_question_is_open(s: Scene) -> None:
    asked(s)
    before = chases(s)
    s.goes_to("2026-12-22T18:00")
    assert chases(s) == before


def test_without_an_answer_the_team_decides_and_then_the_ladder_goes_on(s: Scene) -> None:
    asked(s)
    before = chases(s)
    s.goes_to("2026-12-24T12:00")
    assert s.raws("ask_which_report", TEAM)
    assert chases(s) > before


def test_answered_otherwise_the_ladder_goes_on(s: Scene) -> None:
    asked(s)
    s.answers("ask_which_report", "TEAM")
    s.bot.round()
    assert not s.case.all(InQuestion)
    before = chases(s)
    s.goes_to("2026-12-16T12:00")
    assert chases(s) > before


def test_of_two_the_one_that_it_was_not_is_owed_again(s: Scene) -> None:
    asked(s)
    s.answers("ask_which_report", "3")
    s.bot.round()
    assert s.numbers == [1, 2]
    before = chases(s)
    s.goes_to("2026-12-17T12:00")
    assert chases(s) > before


def test_let_go_by_the_team_the_ladder_goes_on(s: Scene) -> None:
    asked(s)
    s.goes_to("2026-12-18T12:00")
    before = chases(s)
    s.answers("ask_which_report", "DISCARD", TEAM)
    s.bot.round()
    assert not s.store.load(DESK).all(Quarantined)
    assert not s.case.all(InQuestion)
    s.goes_to("2026-12-21T12:00")
    assert chases(s) > before


@pytest.mark.parametrize(("files", "held"), [(("x.docx",), [(2,)]), ((), [])])
def test_any_mail_of_a_practitioners_that_brings_a_document_and_is_asked_about_holds(
    s: Scene, files: tuple[str, ...], held: list[tuple[int, ...]]
) -> None:
    mail = parse(message(subject="From Jo", text="Whatever it is.", files=files), header_limit=65536, parts_limit=50)
    question = doubtful(Arrival(mail, s.now, ""), s.case, 2, Role.PRACTITIONER, Almanac(s.config))
    assert [x.numbers for x in question.effects if isinstance(x, ReportsAskedAbout)] == held


def test_nobody_is_reminded_while_a_forgotten_document_may_still_come_and_then_they_are(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-15T16:00")
    s.sends("Report 1", text="Please find my report attached.")
    assert s.raws("ask_document")
    s.goes_to("2026-10-17T18:00")
    assert not s.raws("remind_missing")
    s.goes_to("2026-10-20T12:00")
    assert s.raws("remind_missing")


def test_a_forgotten_document_holds_the_report_that_is_named_and_no_other(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-11-15T16:00")  # the first has been missing for a month
    s.bot.round()
    before = len(s.raws("remind_missing"))
    s.sends("Report 2", text="Please find report 2 attached.")
    assert s.last("ask_document")
    unsent = s.case.get(Unsent, "unsent")
    assert unsent
    assert unsent.number == 2
    almanac = Almanac(s.config)
    assert almanac.hold_ends(s.case, 1) is None
    assert almanac.hold_ends(s.case, 2)
    assert len(s.raws("remind_missing")) == before


def test_what_comes_for_another_report_leaves_the_forgotten_one_asked_for(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-11-15T16:00")
    s.sends("Report 2", text="Please find report 2 attached.")
    s.sends("Report 1", "Report 1.docx", text="This is report 1.")
    unsent = s.case.get(Unsent, "unsent")
    assert unsent
    s.sends("Report 2", "Report 2.docx", text="Here it is.")
    (first,), (second,) = s.case.submissions(1), s.case.submissions(2)
    assert second.arrived == unsent.at < first.arrived
    assert not s.case.get(Unsent, "unsent")
