"""A form or a list that was saved as a PDF has lost its cells and its signs; what it says is found all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.model import Passage
from qibot.preread import pre_read, report_of
from qibot.preread.layout import laid_out
from qibot.reading import read_plain
from tests.preread.collection import Tally, judge, samples

FORM = """Name Fiona Bell
Project stage 1.5
Aim By 31 March 2027, 9 of 10 faults in the play parks of Dunmore are repaired in 14 days, from 4 now.
Rationale Parents tell us that broken swings stay broken for months.
Change ideas Better communication; Yellow tape on the swing
Team Two inspectors, a joiner and me Human side The joiners were annoyed at first.
Next steps Draw a map.
"""
LIST = """Change ideas
Yellow tape on the swing
Better communication
Call on the Friday
Team
The two inspectors and a joiner have met twice since the summer.
"""
ROWS = """Measures
Type Measure
Outcome number of faults open at the end of the week
Process number of rounds made
Balancing hours of overtime
Team
The two inspectors and a joiner have met twice since the summer.
"""


def test_a_form_whose_cells_came_as_lines_has_its_parts() -> None:
    report = report_of(read_plain(FORM), 1)
    assert [s.part for s in report.sentences] == ["stage", "aim", "rationale", "changes", "team", "human", "next"]
    assert [o.words for o in pre_read(report) if o.rule == "change-broad"] == ["Better communication"]


def test_a_sentence_that_begins_like_a_heading_makes_no_form_of_a_mail() -> None:
    mail = "Dear Ann,\n\nTeam Blue met on Monday. Aim High is our charity.\n\nData Protection asked for a form.\n"
    assert {s.part for s in report_of(read_plain(mail), 1).sentences} == {""}


def test_a_short_line_is_a_heading_where_it_names_a_part_and_text_follows() -> None:
    told = Passage("Jo had the card on Monday, and I had thought that five would come.")
    assert laid_out((Passage("Tests this time, with predictions"), told), {})[0].kind == "heading"
    assert laid_out((Passage("PDSA 2: the card"), told), {})[0].kind == "heading"
    assert laid_out((Passage("Better engagement of our families"), told), {})[0].kind == "paragraph"
    assert [p.kind for p in laid_out((Passage("Tests this time, with predictions"),), {})] == ["paragraph"]


def test_a_row_that_was_taken_for_a_heading_is_none() -> None:
    lines = (Passage("December 13 27", "heading"), Passage("Number of texts sent Process", "heading"))
    assert [p.kind for p in laid_out(lines, {})] == ["item", "paragraph"]


def test_short_lines_below_a_heading_are_its_list() -> None:
    report = report_of(read_plain(LIST), 1)
    assert [s.text for s in report.sentences if s.part == "changes"] == [
        "Yellow tape on the swing",
        "Better communication",
        "Call on the Friday",
    ]
    assert [s.part for s in report.sentences if s.text.startswith("The two")] == ["team"]


def test_the_rows_of_a_table_of_measures_keep_their_kinds() -> None:
    rules = {o.rule for o in pre_read(report_of(read_plain(ROWS), 1))}
    assert not rules & {"measure-type-missing", "measure-vague", "measures-too-many"}


@pytest.mark.slow
def test_what_is_seen_in_a_report_is_seen_in_it_as_a_pdf_too() -> None:
    found = Tally()
    for sample in samples("train"):
        as_pdf = replace(sample, kind="pdf")
        judge(as_pdf, pre_read(as_pdf.report()), found)
    assert found.precision >= 0.97
    assert found.recall >= 0.97
