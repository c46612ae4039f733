"""Which report a message is: the specification of reading.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.calendar.almanac import Almanac
from qibot.calendar.deadlines import feedback_day
from qibot.calendar.owed import current_number, owed_now
from qibot.model.case import Case, Put
from qibot.model.people import Person
from qibot.model.reports import Report, Terms
from qibot.understanding.reports.reading import Reading, read
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, at, case, config, mail

ALMANAC, PROGRAMME = Almanac(CONFIG), CONFIG.programme
OCTOBER, NOVEMBER, DECEMBER = "2026-10-12T09:00", "2026-11-12T09:00", "2026-12-12T09:00"


def with_reports(*numbers: int, answered: bool = False) -> Case:
    arrived = at(OCTOBER)
    reports = [
        Report(n, arrived, False, 1, feedback_day(arrived, PROGRAMME), arrived if answered else None) for n in numbers
    ]
    return case(*map(Put, reports))


def reading(before: Case, when: str, thread: int | None = None, **parts: Any) -> Reading | None:
    return read(mail(**parts), before, ALMANAC, at(when), thread)


def test_without_a_number_it_is_the_report_that_is_owed() -> None:
    assert reading(with_reports(), OCTOBER, subject="My report", files=("r.pdf",)) == Reading(1)


def test_without_a_number_it_is_the_earliest_owed_and_the_other_is_named() -> None:
    assert reading(with_reports(), NOVEMBER, subject="My report") == Reading(1, (2,))


@pytest.mark.parametrize(
    "subject",
    ["Report 2", "report no. 2", "Report #2", "Monthly report number 2", "2nd report", "REPORT2", "R2", "Report-2",
     "November report", "Report for November", "Nov report", "Jo Smith - Report 2 - draft"],
)  # fmt: skip
def test_the_subject_says_which_it_is(subject: str) -> None:
    found = reading(with_reports(), NOVEMBER, subject=subject)
    assert found is not None
    assert found.number == 2


@pytest.mark.parametrize(
    "name", ["Report 2.docx", "report_2_final.docx", "JS November.docx", "R2 Jo.pdf", "Report2.odt"]
)
def test_the_file_name_says_which_it_is(name: str) -> None:
    found = reading(with_reports(), NOVEMBER, subject="Hello", files=(name,))
    assert found is not None
    assert found.number == 2


@pytest.mark.parametrize(
    "text", ["Here is report 2.", "Please find my November report.", "My report for November is here."]
)
def test_the_first_lines_say_which_it_is(text: str) -> None:
    found = reading(with_reports(), NOVEMBER, subject="Hello", text=text)
    assert found is not None
    assert found.number == 2


@pytest.mark.parametrize(
    "text",
    ["We gathered data from October to November.", "In the report, 3 of 10 pupils came late.", "Since May we test."],
)
def test_months_and_numbers_in_running_text_say_nothing_of_the_report(text: str) -> None:
    found = reading(with_reports(1), NOVEMBER, subject="Hello", text=text)
    assert found is not None
    assert found.number == 2


@pytest.mark.parametrize(
    ("who", "parts"),
    [
        ("Jan Smith", {"files": ("Jan Smith report.docx",)}), ("April Smith", {"subject": "April Smith - QI report"}),
        ("May Irvine", {"files": ("May I.docx",)}), ("June Smith", {"files": ("June's report.docx",)}),
        ("Jo May", {"files": ("J May report.docx",)}), ("Jan Smith", {"files": ("SmithJan_report.docx",)}),
        ("April Smith", {"text": "Please find April Smith's report."}),
        ("May Irvine", {"subject": "May: my report"}), ("Jo Smith", {"subject": "May I send my report?"}),
    ],
)  # fmt: skip
def test_a_month_that_is_somebodys_name_is_no_month(who: str, parts: dict[str, Any]) -> None:
    named = case(enrolment=replace(ENROLMENT, practitioner=Person(who, JO.addresses)))
    assert reading(named, OCTOBER, **{"subject": "Hello", **parts}) == Reading(1)


def test_the_mentor_may_be_called_like_a_month_too() -> None:
    april = case(enrolment=replace(ENROLMENT, mentor=Person("April Lee", ANN.addresses)))
    assert reading(april, OCTOBER, subject="Report for April") == Reading(1)
    assert reading(april, OCTOBER, subject="April report") == Reading(7, (1,))


def test_a_month_beside_such_a_name_is_one() -> None:
    jan = case(enrolment=replace(ENROLMENT, practitioner=Person("Jan Smith", JO.addresses)))
    for name in ("January report Jan Smith.docx", "Jan 2027 report Jan Smith.docx"):
        assert reading(jan, OCTOBER, subject="Hello", files=(name,)) == Reading(4, (1,))


def test_where_that_months_report_is_owed_it_is_the_month() -> None:
    jan = case(enrolment=replace(ENROLMENT, practitioner=Person("Jan Smith", JO.addresses)))
    found = reading(jan, "2027-01-12T09:00", subject="Hello", files=("Jan report.docx",))
    assert found is not None
    assert found.number == 4


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for your feedback on report 1, here's my next one.", "I've used what you said about report 1.",
        "Following your comments on report 1 I tried two classes; this month's report is attached.",
        "As suggested after report 1, this one has a run chart.", "Thanks for looking at report 1. Here is my report.",
        "Thank you for your comments on my October report, here is the next.", "Since my first report we tested twice.",
        "I've taken on board what you said about report 1. Here is the new report.", "Unlike report 1 it has a chart.",
        "Report 1's feedback was a great help.", "As I said in report 1, the aim is eighty in a hundred.",
    ],
)  # fmt: skip
def test_a_report_that_is_only_spoken_of_is_not_the_one_that_is_sent(text: str) -> None:
    for subject in ("Hello", text.partition(",")[0]):
        assert reading(with_reports(1), NOVEMBER, subject=subject, text=text, files=("r.pdf",)) == Reading(2)


@pytest.mark.parametrize("text", ["In report 2 you'll find a chart.", "This follows on from report 1, it's report 2."])
def test_what_has_not_come_yet_can_not_be_only_spoken_of(text: str) -> None:
    assert reading(with_reports(1), OCTOBER, subject="Hello", text=text, files=("r.pdf",)) == Reading(2)


@pytest.mark.parametrize(
    "name", ["Report 3 Nov.docx", "Report 5th November.docx", "Report 03 11 2026.docx", "Report 1 Nov.docx"]
)
def test_a_day_of_a_month_is_no_report_number(name: str) -> None:
    assert reading(with_reports(1), NOVEMBER, subject="Hi", files=(name,)) == Reading(2)


@pytest.mark.parametrize("name", ["Report 2 November.docx", "Report 2 Dec.docx", "Report 2 15th November.docx"])
def test_a_number_before_a_month_is_one_where_it_is_owed(name: str) -> None:
    found = reading(with_reports(1), NOVEMBER, subject="Hi", files=(name,))
    assert found is not None
    assert found.number == 2


@pytest.mark.parametrize(
    "parts",
    [
        {"subject": "Third report"}, {"files": ("report three.docx",)}, {"text": "My third monthly report is here."},
        {"text": "Please find my December 2026 update attached"}, {"text": "This is my report for Dec."},
        {"files": ("Sept or not, report number three.docx",)},
    ],
)  # fmt: skip
def test_ordinals_and_months_in_words_say_which_it_is(parts: dict[str, Any]) -> None:
    assert reading(with_reports(1), DECEMBER, **{"subject": "Hello", **parts}) == Reading(3)


@pytest.mark.parametrize(
    "text",
    ["In this report two pupils came.", "You had the report 3 weeks ago.", "It's the third report with a chart."],
)
def test_how_many_there_are_is_no_report_number(text: str) -> None:
    assert reading(with_reports(1), DECEMBER, subject="Hello", text=text) == Reading(2, (3,))


def test_a_date_in_the_file_name_is_no_report_number() -> None:
    assert reading(with_reports(), NOVEMBER, subject="Hi", files=("report 12-11-2026.pdf",)) == Reading(1, (2,))


def test_a_number_beyond_the_cohort_is_no_report() -> None:
    assert reading(with_reports(1), NOVEMBER, subject="Report 44") == Reading(2)


def test_a_report_may_come_before_its_month_when_it_says_so() -> None:
    assert reading(with_reports(1), OCTOBER, subject="Report 2") == Reading(2)


def test_a_number_ahead_of_what_is_owed_is_believed_and_the_owed_one_named() -> None:
    assert reading(with_reports(), OCTOBER, subject="Report 2") == Reading(2, (1,))


def test_a_document_before_the_deadline_of_a_report_that_is_in_is_a_new_version() -> None:
    assert reading(with_reports(1), OCTOBER, subject="Corrected", files=("r.pdf",)) == Reading(1)


def test_what_names_a_report_whose_deadline_is_past_and_that_is_in_is_taken_for_the_one_owed() -> None:
    """People copy last month's file and forget its name; the receipt names the other reading."""
    assert reading(with_reports(1), NOVEMBER, subject="x", files=("Report 1.docx",)) == Reading(2, (1,))


def test_what_names_by_hand_a_report_that_is_in_is_its_new_version_at_any_time() -> None:
    found = reading(with_reports(1), NOVEMBER, subject="Report 1 corrected", files=("Report 1 v2.docx",))
    assert found == Reading(1, (2,))


def test_a_replys_subject_is_not_its_own() -> None:
    found = reading(with_reports(1, answered=True), NOVEMBER, thread=1, subject="Re: Report 1", files=("new.pdf",))
    assert found == Reading(2, (1,))


def test_with_nothing_owed_a_document_in_a_pending_reports_thread_is_its_new_version() -> None:
    assert reading(with_reports(*range(1, 9)), "2027-06-01T09:00", thread=8, subject="x", files=("r.pdf",)) == Reading(
        8
    )


def test_after_the_last_deadline_with_all_in_nothing_can_be_a_report() -> None:
    assert reading(with_reports(*range(1, 9)), "2027-06-01T09:00", subject="Thanks", files=("photo.pdf",)) is None


def test_a_report_is_owed_from_the_moment_when_the_deadline_before_it_is_past() -> None:
    assert owed_now(with_reports(1), ALMANAC, at("2026-10-15T23:59:59")) == []
    assert owed_now(with_reports(1), ALMANAC, at("2026-10-16T00:00:00")) == [2]


def test_after_the_last_deadline_there_is_no_current_report() -> None:
    assert current_number(with_reports(), ALMANAC, at("2027-05-15T23:59:59")) == 8
    assert current_number(with_reports(), ALMANAC, at("2027-05-16T00:00:00")) is None


@given(
    received=st.sets(st.integers(1, 8)),
    day=st.integers(0, 300),
    said=st.none() | st.integers(0, 99),
    thread=st.none() | st.integers(1, 8),
)
def test_whatever_is_read_is_a_report_of_the_cohort_and_owed_ones_come_first(
    received: set[int], day: int, said: int | None, thread: int | None
) -> None:
    now = at("2026-09-20T09:00") + timedelta(days=day)
    before = with_reports(*received)
    message = mail(subject=f"Report {said}" if said is not None else "Hello", files=("x.pdf",))
    found = read(message, before, ALMANAC, now, thread)
    owed = owed_now(before, ALMANAC, now)
    if found is None:
        assert not owed
        return
    assert 1 <= found.number <= 8
    assert found.number not in found.alternatives
    if said not in range(1, 9) and owed:
        assert found.number == (thread if thread in owed else owed[0])
    if said in range(1, 9) and said not in received and thread is None:
        assert found.number == said


FOURTEEN = Almanac(config(cohorts={"2026-27": {"first_month": "2026-10", "reports": 14}}))
LET_OFF = Put(Terms(2, excused=at("2026-11-12T10:00")))


@pytest.mark.parametrize(
    ("when", "subject", "before", "meant"),
    [
        ("2027-11-13T09:00", "November report", case(LET_OFF), Reading(14)),
        ("2027-11-13T09:00", "My report for November", with_reports(*range(1, 14), answered=True), Reading(14)),
        ("2027-11-13T09:00", "November report", with_reports(*(n for n in range(1, 14) if n != 2)), Reading(14)),
        ("2027-09-20T09:00", "October report", with_reports(*range(1, 13), answered=True), Reading(13)),
        ("2026-10-12T09:00", "October report", with_reports(), Reading(1)),
        ("2026-10-14T09:00", "October report", with_reports(1), Reading(1)),
        ("2026-11-03T09:00", "October report", with_reports(), Reading(1)),
    ],
)
def test_of_two_reports_of_one_months_name_the_one_is_meant_whose_time_is_nearest(
    when: str, subject: str, before: Case, meant: Reading
) -> None:
    assert read(mail(subject=subject, files=("r.pdf",)), before, FOURTEEN, at(when), None) == meant
