"""Which reports a mail brings where it is more than one: the specification of several.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.calendar.almanac import Almanac
from qibot.calendar.deadlines import feedback_day
from qibot.model.case import Case, Put
from qibot.model.reports import Report
from qibot.understanding.reports.several import Several, several
from tests.support.build import CONFIG, at, case, mail

ALMANAC, LINK = Almanac(CONFIG), "https://1drv.ms/w/s!Aaaa"
BOTH, ASKED = Several(((2, 0), (3, 0))), Several(ways=(((2, 0), (3, 0)), ((2, 0),), ((3, 0),)))


def with_in(*numbers: int) -> Case:
    sent = at("2026-10-12T09:00")
    return case(*(Put(Report(n, sent, False, 1, feedback_day(sent, CONFIG.programme), sent)) for n in numbers))


def found(text: str, *files: str, inside: tuple[str, ...] = (), before: tuple[int, ...] = (1,)) -> Several | None:
    """What comes in December, with these reports in."""
    one = mail(subject="From Jo", text=text, files=files)
    packed = replace(one, documents=tuple(replace(d, inside=inside) for d in one.documents))
    return several(packed, with_in(*before), ALMANAC, at("2026-12-10T10:00"))


@pytest.mark.parametrize("text", ["Both attached.", "Here you are."])
@pytest.mark.parametrize(
    "inside",
    [("Report 2.docx", "Report 3.docx"), ("late/November.docx", "late/December.docx"), ("2.docx", "3.docx"),
     ("Report 1.docx", "Report 2.docx", "Report 3.docx"), ("Report two.pdf", "Report three.pdf", "chart.xlsx")],
)  # fmt: skip
def test_an_archive_whose_documents_name_themselves_as_two_is_both(text: str, inside: tuple[str, ...]) -> None:
    assert found(text, "reports.zip", inside=inside) == BOTH


def test_an_archive_of_both_whose_documents_tell_nothing_is_asked_about() -> None:
    assert found("Both reports attached.", "reports.zip", inside=("a.docx", "b.docx")) == ASKED


@pytest.mark.parametrize(
    "inside", [("Report 2.docx", "Report 3 draft.docx"), ("Report 2.docx", "December data.xlsx"), ("Report 2.docx",)]
)
def test_an_archive_of_one_with_what_belongs_to_it_is_one(inside: tuple[str, ...]) -> None:
    assert found("Here it is.", "Jo.zip", inside=inside) is None


@pytest.mark.parametrize(
    ("text", "name", "shares"),
    [
        (f"Report 2 is attached, report 3 is here: {LINK}", "a.docx", ((2, 0), (3,))),
        (f"Report 3 is attached. Report 2 is at\n{LINK}", "a.docx", ((2,), (3, 0))),
        (f"And report 3 is here: {LINK}", "Report 2.docx", ((2, 0), (3,))),
        (f"November is attached. December: {LINK}", "November report.docx", ((2, 0), (3,))),
    ],
)
def test_a_document_and_a_link_that_are_called_two_are_two(text: str, name: str, shares: Several) -> None:
    assert found(text, name) == Several(shares)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [f"Report 2 is attached, my data are here: {LINK}", f"Report 2 is attached. Report 1 was here: {LINK}",
     f"Report 2 is attached. The draft of report 3 is here: {LINK}", f"Report 2, also here: {LINK}"],
)  # fmt: skip
def test_a_link_to_something_else_beside_a_report_is_no_report(text: str) -> None:
    assert found(text, "Report 2.docx") is None


@pytest.mark.parametrize(
    "text",
    ["This report covers November and December.", "Here is a combined report for two months.",
     "My report, covering both November and December 2026.", "I've put both months together in one."],
)  # fmt: skip
def test_one_document_that_covers_two_owed_months_is_asked_about(text: str) -> None:
    assert found(text, "Jo.docx") == ASKED


@pytest.mark.parametrize("text", ["The chart covers October and November.", "We combined two wards this month."])
def test_the_months_of_the_data_make_it_no_two_reports(text: str) -> None:
    assert found(text, "Jo.docx") is None


def test_files_called_by_a_number_alone_are_the_owed_ones() -> None:
    assert found("Here they are.", "3.docx", "2.docx") == Several(((2, 1), (3, 0)))
    assert found("Here it is.", "2.jpg", "3.jpg") is None
    assert found("Here it is.", "5.docx", "6.docx") is None


def test_they_may_be_parts_of_one_where_the_first_is_owed_and_nothing_says_otherwise() -> None:
    asked = found("Here it is.", "1.docx", "2.docx", before=(3,))
    assert asked is not None
    assert not asked.shares
    assert found("Here are both reports.", "1.docx", "2.docx", before=(3,)) == Several(((1, 0), (2, 1)))


@pytest.mark.parametrize(
    ("subject", "text"),
    [("Reports", "November and December reports, sorry."), ("November & December", "Sorry they're late."),
     ("Nov and Dec reports", "Better late than never!"), ("Reports for November and December", "Thanks for waiting.")],
)  # fmt: skip
def test_two_months_that_are_named_with_two_silent_files_are_asked_about(subject: str, text: str) -> None:
    one = mail(subject=subject, text=text, files=("doc1.docx", "doc2.docx"))
    read = several(one, with_in(1), ALMANAC, at("2026-12-10T10:00"))
    assert read is not None
    assert ((2, 0), (3, 1)) in read.ways


@pytest.mark.parametrize(
    ("subject", "text", "files"),
    [("December report", "November and December data are in the chart.", ("doc1.docx", "chart.xlsx")),
     ("November & December", "Sorry it's late.", ("doc1.docx", "chart.xlsx")),
     ("December report", "Thanks for your comments on the November and December reports.", ("doc1.docx", "doc2.docx"))],
)  # fmt: skip
def test_two_months_that_are_only_spoken_of_are_no_two_reports(subject: str, text: str, files: tuple[str, ...]) -> None:
    one = mail(subject=subject, text=text, files=files)
    assert several(one, with_in(1), ALMANAC, at("2026-12-10T10:00")) is None
