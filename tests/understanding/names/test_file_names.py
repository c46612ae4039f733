"""What the names of a mentor's files tell of the practitioner's own life, and which are about the practitioner."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Case
from qibot.understanding.names.file_names import named_privately, speaks_of_mentor, told_by_names
from tests.support.build import ANN, ENROLMENT, JO, MEG, message
from tests.support.dialogue import scene

CASE = Case("2026-27/jo.smith", {"enrolment": {"enrolment": ENROLMENT}})
LIFE = """Bereavement support leaflet.pdf; ADHD_at_work.pdf; Job advert band 7.pdf
Maternity leave handover.docx; AA meetings.pdf; Coping with loss leaflet.pdf; IVF and work.pdf
Interview prep.docx; How to handle a difficult manager.pdf; Get well card.jpg
Sands - support after stillbirth.pdf; Living with MS booklet.pdf; Foster carer pack.pdf
Team lead role.pdf; Grievance.pdf"""
PROJECT = """Report 1 with comments.docx; Report1_Jo_AL comments.pdf; Run chart template.xlsx; PDSA worksheet.docx
image001.png; Five whys.pdf; Scan_20261012.pdf; IMG_2041.jpg; Jo Smith.docx
Bereavement pathway audit.pdf; Wellbeing survey.docx; Gantt.xlsx; Feedback_Jo_Smith_12Oct.docx
JS_R1_reviewed.docx; Union Street school example.pdf; Concerns log template.docx; Plan.docx
Chart for May only.xlsx; Data for ward 3 only.xlsx; Survey for girls only.docx; Report 1 read only.docx
Report 1 for Jo.docx; Audit for staff only.pdf; Template for use alone.docx; Only the chart.pdf"""
ABOUT = """Jo - concerns about capability.pdf; Mentor notes report 1 of Jo Smith.pdf; CONFIDENTIAL.docx
Notes on Jo.docx; For the team only.docx; Jo performance issues.docx; Private note about J Smith.docx
Escalation Jo Smith.docx; for Shona only.docx; For Beth Anson only.pdf; For Jo alone.docx
Report 1 comments for Beth only.docx; Office only.docx; Your eyes.docx; Off the record.docx"""

OF_ANN = """Report 1 Ann useless.pdf; report 1 no help from ann.pdf; Report_1_Ann_Useless.docx; AnnIgnoredMe.docx
Report 1 - what Ann never told me.docx; Report 2 (written without Ann's help).pdf
Report 1 after Ann's useless comments.docx; Report 1 with Ann's rude feedback.docx
Report 1 after Ann's bullying remarks v2.docx; Report 1 following cruel Ann comments.docx"""
FOR_ANN = """Report 1 for Ann.docx; Report 1 Jo Smith Ann Lee.docx; Jo_Smith_R1_Nov_2026_AnnLee.docx; Report 1.docx
Report 1 Dunmore Primary mentor Ann Lee.pdf; report 1 ann lee final v2.docx; Report for Ann 12 October.docx
Report 1 after Ann Lee's comments.docx; Report 1 with my mentor's feedback.docx
Ann's comments - revised report 1.docx; Report 1 useless meetings.docx"""


def names(rows: str) -> list[str]:
    return [x.strip() for x in rows.replace("\n", ";").split(";")]


@pytest.mark.parametrize("name", names(LIFE))
def test_a_name_may_tell_of_ones_own_life(name: str) -> None:
    assert told_by_names(CASE, [name])


@pytest.mark.parametrize("name", names(PROJECT))
def test_what_is_called_as_a_projects_papers_are_tells_nothing(name: str) -> None:
    assert not told_by_names(CASE, [name])
    assert not named_privately(CASE, [name])


@pytest.mark.parametrize("name", names(ABOUT))
def test_a_name_may_say_that_a_file_is_about_the_practitioner(name: str) -> None:
    assert named_privately(CASE, [name])


FEEDBACK = "What I liked: the aim. Even better if: one class first."


@pytest.mark.parametrize(
    ("name", "got"),
    [
        ("Bereavement support leaflet.pdf", {JO.address}),
        ("Report 1 with comments.docx", {JO.address, MEG.address}),
        ("Mentor notes report 1 of Jo Smith.pdf", set()),
    ],
)
def test_the_manager_gets_no_copy_and_of_the_other_its_writer_is_asked(
    tmp_path: Path, name: str, got: set[str]
) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    head = s.heads("forward_report")[-1]
    to, answered = str(head["Reply-To"].addresses[0].addr_spec), str(head["Message-ID"])
    s.takes(message(sender=ANN.address, text=FEEDBACK, files=(name,), To=to, In_Reply_To=answered))
    s.bot.round()
    assert {a for to, x in s.outbox.delivered for a in to if name.encode() in x and b"relay_feedback" in x} == got


@pytest.mark.parametrize("name", names(OF_ANN))
def test_a_practitioners_file_that_says_something_of_the_mentor_is_asked_about(tmp_path: Path, name: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", name)
    assert not s.raws("forward_report")
    assert s.raws("ask_which_report")


@pytest.mark.parametrize("name", names(FOR_ANN))
def test_a_reports_name_with_the_mentors_in_it_says_nothing_of_them(name: str) -> None:
    assert not speaks_of_mentor(CASE, [name])
