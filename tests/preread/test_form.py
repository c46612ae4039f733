"""The form that is shipped as an example: filled in, it is read part by part, with the team's own headings, too."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from qibot.preread import Report, Settings, pre_read, report_of
from qibot.reading import read_document
from tests.support import papers

FORM = Path(__file__).parents[2] / "contrib" / "report-form.docx"
FILLED = {
    "Project stage": "2.5",
    "Aim": "By June 2027, 80% of child plans in the Eastfield team will be complete within ten days, from 42%.",
    "Rationale": "Families wait for five weeks.",
    "Understanding the system": "A process map with the admin team.",
    "Change ideas": "From the driver diagram the team chose: a sticker on the file for one week; a call on day two.",
    "Measures": "Outcome: % complete. Process: number of calls, % of files with a sticker. Balancing: time for a call.",
    "PDSA tests": "PDSA 1: sticker, one week. We predicted 8 of 10 and got 5 of 10. We learned to put it on the cover.",
    "Data": "The run chart is attached: the median is 42%.",
    "Human side": "Two colleagues were worried about being watched.",
    "Learning and reflection": "I am learning to test small.",
    "Next steps": "PDSA 2 with the cover.",
}


def filled(values: dict[str, str]) -> Report:
    document = docx.Document(str(FORM))
    for paragraph in list(document.paragraphs):
        if paragraph.text in values:
            paragraph.insert_paragraph_before("")
            following = paragraph._p.getnext()
            Paragraph(following, paragraph._parent).add_run(values[paragraph.text])
    saved = io.BytesIO()
    document.save(saved)
    return report_of(read_document("form.docx", saved.getvalue()), 3)


def test_a_form_filled_in_well_has_nothing_that_stands_out() -> None:
    report = filled(FILLED)
    assert {s.part for s in report.sentences} >= {"aim", "changes", "measures", "pdsa", "learning", "next"}
    assert pre_read(report) == []


@pytest.mark.parametrize(("part", "rule"), [("Aim", "aim-missing"), ("Measures", "measures-missing")])
def test_what_is_left_empty_in_the_form_is_missing(part: str, rule: str) -> None:
    report = filled({heading: said for heading, said in FILLED.items() if heading != part})
    assert [o.rule for o in pre_read(report)] == [rule]


def test_a_form_of_the_teams_own_is_read_by_the_headings_that_the_configuration_names() -> None:
    text = "# Where we want to be\nWe want fewer falls on Ward 4 by June 2027, thanks to all of you who help us."
    writing = read_document("own.docx", papers.docx_of(text))
    own = report_of(writing, 1, Settings(headings={"aim": ("where we want to be",)}))
    assert [s.part for s in own.sentences] == ["aim"]
    assert [s.part for s in report_of(writing, 1).sentences] == [""]
