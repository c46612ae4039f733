"""Words beside a report that the team alone has: their writer hears so, and the team sees that the report is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

KEPT = "Here is my report. Just for the team: I don't get on with Ann at all and would like another mentor."


def _sent(tmp_path: Path, words: str) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "QI report 1.docx", text=words)
    assert s.raws("forward_report", ANN.address)
    return s


def test_the_receipt_says_that_the_mentor_has_the_report_without_them(tmp_path: Path) -> None:
    s = _sent(tmp_path, KEPT)
    assert "who alone have it: Ann Lee got the report without it" in s.last("receipt")
    assert "with QUESTION alone on the first line" in s.last("receipt")
    assert "another mentor" not in text_of(s.raws("forward_report", ANN.address)[-1])


def test_the_team_is_told_that_the_report_came_and_who_has_it(tmp_path: Path) -> None:
    s = _sent(tmp_path, KEPT)
    letter = s.last("report_in_confidence")
    assert "With it came QI report 1.docx, which Ann Lee has without these words." in letter
    assert "report 1: due on" not in letter.casefold()


@pytest.mark.parametrize("words", ["Hi Ann, here is my report.", "Please find my report attached. Thanks, Jo"])
def test_what_goes_along_is_not_said_to_be_kept(tmp_path: Path, words: str) -> None:
    assert "who alone have it" not in _sent(tmp_path, words).last("receipt")
