"""To which report a document belongs, by the calendar and the thread: the specification of versions.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.calendar.almanac import Almanac
from qibot.calendar.deadlines import feedback_day
from qibot.model.case import Case, Put
from qibot.model.reports import Report, Submission
from qibot.understanding.reports.reading import read
from tests.support.build import ANN, CONFIG, at, case, mail
from tests.support.dialogue import Scene, scene

ALMANAC = Almanac(CONFIG)
SENT, EARLY, NEAR = "2026-10-12T09:00", "2026-10-20T09:00", "2026-11-06T09:00"
FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."


def come(*numbers: int, when: str = SENT) -> Case:
    """A case in which these reports have come, each by its number as its file's name."""
    arrived = at(when)
    due = feedback_day(arrived, CONFIG.programme)
    puts: list[Put] = []
    for n in numbers:
        files = tuple(mail(subject="QI", files=(f"Report {n}.docx",)).files)
        puts += [Put(Report(n, arrived, False, 1, due, arrived))]
        puts += [Put(Submission(n, 1, arrived, False, "jo", "QI", f"<{n}@x>", "archived", files))]
    return case(*puts)


def number(before: Case, when: str, text: str, name: str, thread: int | None = 1, subject: str = "Re: QI") -> int:
    found = read(mail(subject=subject, text=text, files=(name,)), before, ALMANAC, at(when), thread)
    assert found is not None
    return found.number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("And the fishbone I speak of on page 3.", "fishbone.pptx"),
        ("Sorry! As a PDF.", "Report 1.pdf"),
        ("How about this?", "QI Jo.pdf"),
        ("Sorry I was away until 5 November last year, here is the file.", "notes.pdf"),
        ("This month's, as a PDF.", "QI.pdf"),
    ],
)
def test_weeks_before_the_next_deadline_a_document_in_a_reports_thread_is_that_reports(text: str, name: str) -> None:
    assert number(come(1), EARLY, text, name) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My next report is attached.", "report.docx"),
        ("Thanks Ann. Here is November's.", "QI.pdf"),
        ("Here's the report for November.", "QI.pdf"),
        ("In good time, since I'm off for three weeks.", "QI.pdf"),
        ("Here it is.", "Report 2.pdf"),
        ("Here it is.", "November report.pdf"),
    ],
)
def test_what_says_that_it_is_the_next_is_the_next_however_early(text: str, name: str) -> None:
    assert number(come(1), EARLY, text, name) == 2


@pytest.mark.parametrize("text", ["Report attached.", "Here it is.", "Hi Ann, this month's is attached."])
def test_in_the_last_days_before_its_deadline_a_bare_document_in_an_old_thread_is_the_next(text: str) -> None:
    assert number(come(1), NEAR, text, "report.docx") == 2


@pytest.mark.parametrize(
    "text", ["Here's the chart that goes with my last report.", "Meant to include this.", "I left this out, sorry."]
)
def test_what_goes_with_what_has_come_belongs_to_it_at_any_time(text: str) -> None:
    assert {number(come(1), when, text, "x.xlsx", thread, "QI") for when in (EARLY, NEAR) for thread in (1, None)} == {
        1
    }


def test_what_goes_with_this_report_makes_no_version_of_the_last() -> None:
    assert number(come(1), NEAR, "Report attached, and a chart to go with it.", "QI.pdf", None, "Report 2") == 2


def test_a_late_report_may_be_near_the_next_deadline_and_its_pdf_is_its_own_for_some_days() -> None:
    late = come(1, when="2026-11-09T09:00")
    assert number(late, "2026-11-10T09:00", "Does this open?", "QI.pdf") == 1
    assert number(late, "2026-11-10T09:00", "Sorry.", "Report 1.pdf") == 1
    assert number(late, "2026-11-14T09:00", "Here it is.", "Report 1.pdf") == 2


def test_in_its_own_thread_the_number_goes_before_another_one_that_is_overdue() -> None:
    before = come(2, when="2026-11-12T09:00")
    assert number(before, "2026-11-20T09:00", "Here it is.", "Report 2.pdf", 2) == 2
    assert number(before, "2026-11-20T09:00", "Here it is.", "QI.pdf", 2) == 1


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 has come and its mentor has answered; the deadline is past, the next one weeks away."""
    s = scene(tmp_path, SENT)
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    s.goes_to("2026-10-20T10:00")
    return s


@pytest.mark.slow
def test_minutes_that_the_mentor_asked_for_are_a_message_with_its_document(s: Scene) -> None:
    text = "Thanks Ann. I've attached the minutes of the steering group that you asked about."
    assert s.takes_answer_with("relay_feedback", "minutes.docx", text=text) == "message from the practitioner"
    assert s.numbers == [1]


@pytest.mark.slow
def test_the_report_in_another_form_is_its_version_and_the_next_one_stays_owed(s: Scene) -> None:
    text = "Thanks Ann, here it is as a PDF for Meg."
    assert s.takes_answer_with("relay_feedback", "Jo.pdf", text=text) == "report 1"
    assert s.numbers == [1]
    assert "REPORT 2" in s.last("receipt")
