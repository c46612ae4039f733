"""Several reports in one mail of which it can't be told which is which: their writer is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.several_reports.brought import comes, held_by, names_in
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow


def test_many_that_do_not_say_which_they_are_are_asked_about_with_a_few_ways(tmp_path: Path) -> None:
    s = scene(tmp_path, "2027-06-12T09:00")
    comes(s, "Here are reports 1, 2, 3, 4, 5, 6, 7, 8 and 9, sorry!", *(f"{x}.docx" for x in "abcdefghi"))
    assert s.numbers == []
    assert s.last("ask_which_report").count(" is report ") < 150


@pytest.mark.parametrize(
    "text",
    ["Here are reports 2 and 3.", "Attached are both.", "My November and December reports are attached.",
     "Both outstanding reports are attached."],
)  # fmt: skip
def test_where_the_documents_do_not_say_which_is_which_the_writer_is_asked(s: Scene, text: str) -> None:
    assert comes(s, text, "a.docx", "b.docx") == "quarantine"
    assert held_by(s) == {}
    assert len(s.raws("forward_report")) == 1
    asked = s.last("ask_which_report")
    assert "a.docx is report 2, b.docx is report 3" in asked
    assert "a.docx is report 3, b.docx is report 2" in asked
    s.answers("ask_which_report", "2")
    s.bot.round()
    assert held_by(s) == {"2/1": ["b.docx"], "3/1": ["a.docx"]}
    assert len(s.raws("forward_report")) == 3
    assert s.case.report(3).received < s.now  # type: ignore[union-attr]


def test_all_of_it_may_be_one(s: Scene) -> None:
    comes(s, "Here are reports 2 and 3.", "a.docx", "b.docx")
    s.answers("ask_which_report", "3")
    s.bot.round()
    assert held_by(s) == {"2/1": ["a.docx", "b.docx"]}


def test_one_document_of_two_that_are_spoken_of_is_asked_about(s: Scene) -> None:
    comes(s, "Here are reports 2 and 3.", "Jo.docx")
    assert "Jo.docx is report 2 and report 3" in s.last("ask_which_report")


def test_asked_about_beside_words_for_the_team_these_reach_it_at_once_and_stay_with_it(s: Scene) -> None:
    text = "Here are reports 2 and 3. In confidence, for the team alone: I am afraid of my mentor."
    comes(s, text, "a.docx", "b.docx")
    assert len(s.raws("report_in_confidence")) == 1
    assert not s.raws("confirm_command")
    s.answers("ask_which_report", "1")
    s.bot.round()
    assert sorted(held_by(s)) == ["2/1", "3/1"]
    assert len(s.raws("report_in_confidence")) == 1
    assert all("afraid" not in text_of(raw) for raw in s.raws("forward_report"))


def test_what_befell_its_writer_beside_documents_that_are_asked_about_reaches_the_team_at_once(s: Scene) -> None:
    comes(
        s, "Both reports attached. I'm sorry, my mother died last week and I can't think straight.", "a.docx", "b.docx"
    )
    assert s.raws("ask_which_report")
    (told,) = s.raws("report_in_confidence")
    assert "my mother died" in text_of(told)
    s.answers("ask_which_report", "1")
    s.bot.round()
    assert len(s.raws("report_in_confidence")) == 1
    assert all(b"mother died" not in raw for raw in s.raws("forward_report"))


def test_one_of_them_may_be_a_question_and_a_report_again(s: Scene) -> None:
    comes(s, "Both reports are attached.", "Report 2.docx", "Report 3.docx")
    s.answers("receipt", "QUESTION", place=-1)
    assert held_by(s) == {"2/1": ["Report 2.docx"]}
    assert names_in(s.raws("relay_message")[-1]) == ["Report 3.docx"]
    s.answers("receipt", "REPORT 3", place=-1)
    assert held_by(s) == {"2/1": ["Report 2.docx"], "3/1": ["Report 3.docx"]}


def test_nobody_is_chased_for_two_months_in_one_report_while_it_is_asked_about(s: Scene) -> None:
    comes(s, "This report covers November and December.", "Jo.docx")
    before = len(s.raws("remind_missing"))
    s.goes_to("2026-12-18T12:00")
    assert len(s.raws("remind_missing")) == before
    s.answers("ask_which_report", "1")
    s.bot.round()
    assert held_by(s) == {"2/1": ["Jo.docx"], "3/1": ["Jo.docx"]}
