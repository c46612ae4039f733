"""Two reports in one mail are two: each with its own document, receipt, forward and due day (3a)."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from tests.rules.several_reports.brought import comes, held_by, names_in
from tests.rules.several_reports.conftest import FEEDBACK
from tests.support.build import ANN, BOT, JO, TEAM, at, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

PLAIN = [
    ("Please find my reports attached.", "Report 2.docx", "Report 3.docx"),
    ("Attached are both.", "Report_2_Jo_Smith.docx", "Report_3_Jo_Smith.docx"),
    ("Attached are reports 2 and 3, the first one late, sorry.", "Report 2 Jo.pdf", "Jo.pdf"),
    ("Here are my November and December reports.", "November.docx", "December.docx"),
    ("Here are my reports for November and December.", "Jo November.docx", "Jo.docx"),
    ("Sorry for the delay! Both reports are attached.", "Report 2.docx", "final.docx"),
    ("Report 2 and report 3 are attached.", "r2.docx", "r3.docx"),
    ("Here is report 2 (sorry it's late), and report 3.", "Report no 2.docx", "Report no 3.docx"),
    ("My second and third reports are attached.", "Report 3.docx", "x.docx"),
    ("Last month's and this month's reports are attached.", "November report.docx", "December report.docx"),
    ("Hi, here you are at last.", "QI November.docx", "QI December.docx"),
]


@pytest.mark.parametrize(("text", "one", "other"), PLAIN)
def test_each_of_two_is_logged_with_its_own_document_receipt_forward_and_due_day(
    s: Scene, text: str, one: str, other: str
) -> None:
    assert comes(s, text, one, other) == "report 2 and report 3"
    second, third = (other, one) if one == "Report 3.docx" else (one, other)
    assert held_by(s) == {"2/1": [second], "3/1": [third]}
    late = {n: r.late for n in (2, 3) if (r := s.case.report(n)) is not None}
    assert late == {2: True, 3: False}
    forwards = {str(message_from_bytes(raw)["Subject"]): raw for raw in s.raws("forward_report")[1:]}
    assert sorted(forwards) == ["Report 2 from Jo Smith (late)", "Report 3 from Jo Smith"]
    assert [names_in(forwards[x]) for x in sorted(forwards)] == [[second], [third]]
    receipts = [text_of(raw).replace("**", "") for raw in s.raws("receipt")[1:]]
    assert ["for report 2 and" in x for x in receipts] == [True, False]
    assert ["so it is late" in x for x in receipts] == [True, False]
    assert not s.store.load(DESK).all(Quarantined)


def test_all_that_are_owed_may_come_in_one_mail(tmp_path: Path) -> None:
    s = scene(tmp_path, "2027-02-12T09:00")
    comes(s, "Here are all five, sorry!", *(f"Report {n}.docx" for n in range(1, 6)))
    assert s.numbers == [1, 2, 3, 4, 5]
    assert [names_in(raw) for raw in s.raws("forward_report")] == [[f"Report {n}.docx"] for n in range(1, 6)]


def test_what_was_written_is_told_once(s: Scene) -> None:
    comes(s, "Here are reports 2 and 3. Ann, the supply teachers were the trouble.", "Report 2.docx", "Report 3.docx")
    told = [text_of(raw) for raw in s.raws("forward_report")[1:]]
    assert ["supply teachers" in x for x in told] == [True, False]
    assert "in the letter with report 2" in told[1]


def test_each_ones_feedback_is_its_own(s: Scene) -> None:
    comes(s, "Both are attached.", "Report 2.docx", "Report 3.docx")
    s.answers("forward_report", FEEDBACK, ANN.address, place=2)
    assert [r.number for r in s.case.pending()] == [2]


def test_one_document_that_is_called_both_is_both(s: Scene) -> None:
    assert comes(s, "Here it is.", "Reports 2 and 3.docx") == "report 2 and report 3"
    assert held_by(s) == {"2/1": ["Reports 2 and 3.docx"], "3/1": ["Reports 2 and 3.docx"]}


def test_a_chart_goes_along_with_both(s: Scene) -> None:
    comes(s, "Here are both reports.", "Report 2.docx", "Report 3.docx", "Run chart.xlsx")
    assert held_by(s) == {"2/1": ["Report 2.docx", "Run chart.xlsx"], "3/1": ["Report 3.docx", "Run chart.xlsx"]}


@pytest.mark.parametrize("draft", ["Report 3 draft.docx", "Report 3 (outline).docx", "December report WIP.docx"])
def test_a_draft_of_the_next_one_goes_along_and_does_not_count(s: Scene, draft: str) -> None:
    comes(s, "Here is report 2, and what I have of the next for your thoughts.", "Report 2.docx", draft)
    assert held_by(s) == {"2/1": ["Report 2.docx", draft]}


def test_two_drafts_are_two_reports(s: Scene) -> None:
    comes(s, "Please find both.", "Report 2 draft.docx", "Report 3 draft.docx")
    assert sorted(held_by(s)) == ["2/1", "3/1"]


def test_an_appendix_goes_along_with_its_own(s: Scene) -> None:
    comes(s, "Here are both reports.", "Report 2.docx", "Report 3.docx", "Report 3 appendix.docx")
    assert held_by(s) == {"2/1": ["Report 2.docx"], "3/1": ["Report 3.docx", "Report 3 appendix.docx"]}


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("Here is report 2.", ("Report 2.docx", "Report 2 data.xlsx")),
        ("Here is report 2.", ("Report 2.docx", "October data.xlsx", "November data.xlsx")),
        ("Thanks for your feedback on reports 1 and 2. Here is my report.", ("Report 2.docx", "chart.docx")),
        ("When are reports 2 and 3 due? Here is the first.", ("Report 2.docx",)),
        ("Here is report 2, 3 charts included.", ("Report 2.docx", "charts.docx")),
        ("Attached are both the report and the driver diagram.", ("report.docx", "picture.docx")),
        ("Both are attached, the report and my chart.", ("November.docx", "run chart.docx")),
        ("Here is report 2, finished on 3 December.", ("Report 2.docx", "more.docx")),
        ("Report 2 attached with Ann's feedback on report 1.", ("Report 2.docx", "Report 1.docx")),
    ],
)
def test_one_report_with_what_belongs_to_it_stays_one(s: Scene, text: str, files: tuple[str, ...]) -> None:
    assert comes(s, text, *files) == "report 2"
    assert held_by(s) == {"2/1": list(files)}


def test_the_same_two_again_are_on_record(s: Scene) -> None:
    files = ("Report 2.docx", "Report 3.docx")
    comes(s, "Both reports are attached.", *files, content="same")
    comes(s, "Did you get it?", *files, content="same")
    assert sorted(held_by(s)) == ["2/1", "3/1"]
    assert len(s.raws("forward_report")) == 3
    again = [text_of(raw).replace("**", "") for raw in s.raws("receipt")[-2:]]
    assert ["this already, as report 2" in x for x in again] == [True, False]
    assert ["this already, as report 3" in x for x in again] == [False, True]


def test_a_revised_one_beside_the_next_is_a_version(s: Scene) -> None:
    comes(s, "Here it is.", "Report 2.docx")
    assert comes(s, "Here you are.", "Report 2 revised.docx", "Report 3.docx") == "report 2 and report 3"
    assert held_by(s)["2/2"] == ["Report 2 revised.docx"]
    assert held_by(s)["3/1"] == ["Report 3.docx"]


def test_one_of_them_is_moved_by_a_word_and_the_other_stays(s: Scene) -> None:
    comes(s, "Both reports are attached.", "Report 2.docx", "Report 3.docx")
    s.answers("receipt", "REPORT 4", place=-1)
    assert held_by(s) == {"2/1": ["Report 2.docx"], "4/1": ["Report 3.docx"]}
    moved = s.raws("forward_report")[-1]
    assert names_in(moved) == ["Report 3.docx"]
    s.answers("forward_report", FEEDBACK, ANN.address, place=1)
    assert [r.number for r in s.case.pending()] == [4]


def test_words_for_the_team_beside_two_reports_reach_it_alone_and_once(s: Scene) -> None:
    text = "Here are reports 2 and 3. In confidence, for the team alone: I am afraid of my mentor."
    comes(s, text, "Report 2.docx", "Report 3.docx")
    assert sorted(held_by(s)) == ["2/1", "3/1"]
    assert len(s.raws("report_in_confidence")) == 1
    assert all("afraid" not in text_of(raw) for raw in s.raws("forward_report"))


def test_one_of_two_that_can_not_be_read_is_said_of_that_one_alone(s: Scene) -> None:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = JO.address, BOT, "Both reports", "<cut@x.example>"
    made.set_content("Both reports are attached.")
    made.add_attachment(b"", maintype="application", subtype="pdf", filename="Report 2.pdf")
    made.add_attachment(b"%PDF-1.4\nwhole\n%%EOF", maintype="application", subtype="pdf", filename="Report 3.pdf")
    s.takes(made.as_bytes(policy=made.policy.clone(linesep="\r\n")))
    receipts = [text_of(raw) for raw in s.raws("receipt")[1:]]
    assert ["Report 2.pdf is empty" in x for x in receipts] == [True, False]


def test_killed_in_between_both_are_filed_once(s: Scene) -> None:
    class Killed(BaseException):
        pass

    def dies(name: str) -> None:
        if name == "decided":
            raise Killed

    s.inbox.put(message(subject="Both reports", text="Here.", files=("Report 2.docx", "Report 3.docx")), s.now)
    s.bot._carrier._ledger.step = dies
    with pytest.raises(Killed):
        s.bot.round()
    s.bot = s.started()
    s.bot.round()
    assert sorted(held_by(s)) == ["2/1", "3/1"]
    assert len(s.raws("forward_report")) == 3


def test_to_the_reminder_of_one_both_may_come(s: Scene) -> None:
    s.now = at("2026-12-10T12:00")
    s.takes_answer_with("remind_missing", "Report 2.docx", "Report 3.docx", text="Here are both, sorry.")
    assert sorted(held_by(s)) == ["2/1", "3/1"]


def test_the_answer_may_come_from_another_address_of_theirs(s: Scene) -> None:
    comes(s, "Here are reports 2 and 3.", "a.docx", "b.docx")
    s.answers("ask_which_report", "1", JO.addresses[1])
    s.bot.round()
    assert sorted(held_by(s)) == ["2/1", "3/1"]


def test_where_no_answer_comes_the_team_is_asked(s: Scene) -> None:
    comes(s, "Here are reports 2 and 3.", "a.docx", "b.docx")
    s.goes_to("2026-12-18T12:00")
    s.answers("ask_which_report", "2", TEAM)
    s.bot.round()
    assert held_by(s) == {"2/1": ["b.docx"], "3/1": ["a.docx"]}
    assert {n: r.late for n in (2, 3) if (r := s.case.report(n)) is not None} == {2: True, 3: False}


def test_of_a_colleagues_mail_the_practitioner_is_asked_and_the_colleague_hears_nothing(s: Scene) -> None:
    comes(s, "Here are Jo's reports 2 and 3. I typed them for her.", "a.docx", "b.docx", sender="pa@office.example")
    s.goes_to("2026-12-11T10:00")
    s.answers("report_quarantine", f"THIS IS {JO.address} ONCE", TEAM)
    s.bot.round()
    s.answers("ask_which_report", "1")
    s.bot.round()
    assert sorted(held_by(s)) == ["2/1", "3/1"]
    assert not [who for who, _ in s.outbox.delivered if "pa@office.example" in who]
    assert not [who for who, raw in s.outbox.delivered if "typed them" in text_of(raw) and TEAM not in who]
