"""A wrong document that nobody is to read is the team's at once, is no report, and nobody is reminded of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Report
from tests.support.build import ANN, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of

WRONG = [
    "Oh no, I've sent you the wrong file. That's my sickness absence form. Please delete it and don't let Ann open it!",
    "Wrong attachment, sorry. Please don't let Ann read it.",
    "I sent that by mistake, that was my occupational health letter. Can you delete it please?",
    "Sorry, wrong document! Could you stop Ann opening it? The report comes tonight.",
]
ANOTHER_THING = [
    "Oh no, wrong file! Please delete it, it's my sick line.",
    "That's the wrong document, please bin it, it was my bank statement. The right one comes tonight.",
]
RIGHT = [
    "Sorry, wrong version, the right one follows tomorrow.",
    "The chart on page 2 is the wrong one, can Ann ignore it?",
    "Thanks. Don't let Ann be put off by the length of it!",
    "I think I sent the wrong number of pages.",
]

REPLACED = [
    "Sorry that's the wrong version, please delete it. Right one tonight.",
    "That was my old version, bin it please. The right one is coming tonight.",
    "I sent you the wrong one by accident, can you delete it and use this one instead?",
    "Wrong draft attached, sorry, please delete it. I'll send the final one tomorrow.",
]
PERHAPS = ["Sorry, I sent that file by mistake, please delete it.", "Wrong attachment, please delete it!"]
MORE = [  # another one comes, and what this one is makes no version of the report
    "Sorry, I sent the wrong file, please delete it. It's a draft of my complaint to HR. I'll resend tonight.",
    "Sorry, I sent the wrong file, please delete it. It's a copy of my grievance. The right one tonight.",
    "Sorry, I sent the wrong file, please delete it. It's the last letter from HR. Right one tonight.",
    "Sorry, I sent the wrong file, please delete it. It was my first appraisal. Right file tonight.",
    "Sorry, wrong file, please delete it, complaint to HR. I'll send the right one tonight.",
    "Sorry, wrong file, please delete it, it has my bank details in it. I'll send the right one tonight.",
    "Sorry, wrong file, please delete it, you don't want to read about my divorce! I'll send the right one tonight.",
    "Wrong file attached, please delete it, old CV. The right version comes tomorrow.",
    "Wrong document, please bin it - my diary. Right one tonight.",
    "Sent the wrong file, please delete it before work sees it. Right one tomorrow.",
]
OF_VERSION = [
    "Sorry, wrong version, please delete it. I'll send the right one tonight. It's on my other laptop.",
    "Sent the wrong one, please delete it, it's got the old median. New version tomorrow.",
    "Sorry, I sent the wrong version, please delete it. It's a bit rough. The final version follows tomorrow.",
    "Apologies Ann, that was the wrong version. Please delete it, the chart is missing. I will resend this evening.",
    "Wrong one, please delete it. It's last month's report. I'll send the new one on Friday.",
    "Wrong version, please delete it, I forgot page 3. Right one in an hour.",
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = scene(tmp_path, "2026-10-14T09:00")
    made.sends("Report 1", "Report 1.docx", text="My report is attached.")
    assert made.case.report(1)
    return made


@pytest.mark.parametrize("text", WRONG + ANOTHER_THING)
def test_the_team_has_it_at_once_and_the_mentor_is_not_reminded(s: Scene, text: str) -> None:
    before = len([1 for to, _ in s.outbox.delivered if ANN.address in to])
    assert s.answers("receipt", text) == "a correction"
    assert s.raws("report_in_confidence", TEAM)
    assert "please send the right document" in " ".join(s.last("confirm_command").split())
    assert not s.case.all(Report)
    s.writes_until("2026-10-15T18:00")
    assert len([1 for to, _ in s.outbox.delivered if ANN.address in to]) == before
    s.writes_until("2026-10-30T18:00")
    assert not [raw for to, raw in s.outbox.delivered if head_of(raw)["X-QI-Letter"] == "remind_feedback"]


@pytest.mark.parametrize("text", RIGHT + REPLACED + OF_VERSION)
def test_a_report_that_is_but_replaced_or_spoken_of_still_counts(s: Scene, text: str) -> None:
    s.answers("receipt", text)
    assert s.case.report(1)
    assert not s.raws("report_in_confidence")


@pytest.mark.parametrize("text", PERHAPS + MORE)
def test_of_one_that_is_to_be_deleted_and_may_be_the_report_is_asked(s: Scene, text: str) -> None:
    before = len([1 for to, _ in s.outbox.delivered if ANN.address in to])
    s.answers("receipt", text)
    assert s.raws("ask_which_report") or s.raws("ask_document")
    assert s.case.report(1)
    assert len([1 for to, _ in s.outbox.delivered if ANN.address in to]) == before


def test_the_right_version_after_one_that_is_but_replaced_is_in_time(s: Scene) -> None:
    s.answers("receipt", REPLACED[0])
    s.writes_until("2026-10-16T10:00")
    assert not s.raws("remind_missing")
    s.sends("Report 1", "Report 1 final.docx", text="Here is the right one.")
    assert [(r.late, r.versions) for r in s.case.all(Report).values()] == [(False, 2)]
