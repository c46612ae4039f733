"""A mentor's word about a paper beside the report, or about receipts, is a message: the report stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, MEG, at
from tests.support.dialogue import Scene, scene

OF_FORM = [
    "The consent form reads fine, just shorten the second paragraph.",
    "Your consent form is OK, but cut the second paragraph.",
    "As for the form: reads well, I'd leave out the last line.",
    "The form is OK as it is.",
    "Consent form: fine, but 'withdraw' needs explaining.",
    "I had a look at the consent form, happy with that. More soon.",
]
OF_REPORT = [
    "The consent form reads fine. And I liked the chart, even better with a median.",
    "The consent form is a good change idea, try it with one family.",
    "Liked the consent form. Even better if you tried it out.",
    "The form is clear, but who fills it in? I'd test it with one nurse.",
    "Consent form fine. Needs more about the families.",
    "Reads well, just shorten the second paragraph.",
]


@pytest.fixture(scope="module")
def with_form(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return _with_report(tmp_path_factory.mktemp("form"), "Report 1.pdf", "consent form draft.docx")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return _with_report(tmp_path_factory.mktemp("alone"), "Report 1.pdf")


@pytest.mark.parametrize("text", OF_FORM)
def test_a_word_about_the_paper_beside_the_report_is_a_message(with_form: Scene, tmp_path: Path, text: str) -> None:
    s = with_form.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address) == "message from the mentor"
    assert [r.number for r in s.case.pending()] == [1]
    assert not any(b"paragraph" in raw for to, raw in s.outbox.delivered if MEG.address in to)


def test_a_day_for_the_report_beside_it_is_its_new_day_and_the_words_go_on(with_form: Scene, tmp_path: Path) -> None:
    s = with_form.copied(tmp_path)
    text = "First the consent form: good to go. The report I'll do on the 23rd."
    assert s.answers("forward_report", text, ANN.address) == "EXPECT for report 1"
    assert "good to go" in s.last("relay_message")


@pytest.mark.parametrize("text", OF_REPORT)
def test_what_may_be_of_the_report_too_is_its_feedback(with_form: Scene, tmp_path: Path, text: str) -> None:
    assert with_form.copied(tmp_path).answers("forward_report", text, ANN.address) == "feedback on report 1"


@pytest.mark.parametrize("text", OF_FORM[:2])
def test_where_no_such_paper_came_the_form_may_be_the_project(alone: Scene, tmp_path: Path, text: str) -> None:
    assert alone.copied(tmp_path).answers("forward_report", text, ANN.address) == "feedback on report 1"


def test_a_report_that_is_itself_called_so_is_the_report(tmp_path: Path) -> None:
    s = _with_report(tmp_path, "consent form project report 1.pdf")
    assert s.answers("forward_report", OF_FORM[0], ANN.address) == "feedback on report 1"


@pytest.mark.parametrize(
    "text",
    [
        "Receipts go to finance, not to me, I've no idea about them.",
        "That's nothing for me, ask finance about receipts.",
        "No idea about receipts, sorry. Try finance.",
        "Not my department, the receipts.",
        "I don't deal with expenses, Jo.",
        "Ask Pauline about the expenses.",
        "The travel claim should go to the office. Thanks, Ann",
    ],
)
def test_receipts_that_are_somebody_elses_are_a_message(alone: Scene, tmp_path: Path, text: str) -> None:
    s = alone.copied(tmp_path)
    assert s.answers("forward_report", text, ANN.address) == "message from the mentor"
    assert [r.number for r in s.case.pending()] == [1]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Receipts go to finance, so chart how long they take there.", "feedback on report 1"),
        ("I liked that receipts go to finance now. Even better with a median.", "feedback on report 1"),
        ("Ask finance about receipts, and between us she isn't coping.", "NEEDS SUPPORT"),
    ],
)
def test_a_word_more_leaves_them_what_they_were(alone: Scene, tmp_path: Path, text: str, what: str) -> None:
    assert alone.copied(tmp_path).answers("forward_report", text, ANN.address) == what


def _with_report(folder: Path, *files: str) -> Scene:
    s = scene(folder)
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", *files, text="Report 1. Could you tell me whether the form reads OK, too?")
    s.bot.round()
    return s
