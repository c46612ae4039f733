"""A mentor who is a practitioner too: which of the two writes, and who reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Status
from tests.support.build import ANN, JO, MEG, TEAM
from tests.understanding.private_words.scene import BOB, LONG, SECRET, Scene, words

BOTH = Enrolment("2026-27", "ann.lee", ANN, BOB, MEG)


@pytest.mark.parametrize("word", ["NO CAPACITY", "NEEDS SUPPORT Jo Smith"])
@pytest.mark.parametrize("status", [Status.ACTIVE, Status.COMPLETED])
def test_a_mentor_who_is_a_practitioner_too_says_private_words_as_a_mentor(
    tmp_path: Path, word: str, status: Status
) -> None:
    scene = Scene(tmp_path, replace(BOTH, status=status))
    scene.say(ANN.address, f"{word}\n\n{SECRET} {LONG}")
    name = "report_no_capacity" if word == "NO CAPACITY" else "report_needs_support"
    assert SECRET in words(scene.last(TEAM, name))
    assert SECRET not in "".join(map(words, scene.letters(BOB.address, "relay_message")))


def test_feedback_of_a_mentor_who_is_a_practitioner_too_is_nobodys_report_until_a_person_says(tmp_path: Path) -> None:
    scene = Scene(tmp_path, BOTH)
    scene.say(ANN.address, "What I liked: the aim. Even better if: charts.", "Feedback for Jo Smith's report 1")
    told = words(scene.last(TEAM, "report_quarantine"))
    assert "THIS IS 2026-27/ann.lee" in told
    assert "THIS IS 2026-27/jo.smith" in told
    scene.say(TEAM, "THIS IS 2026-27/jo.smith", answers=scene.last(TEAM, "report_quarantine"))
    assert [str(x["Subject"]) for x in scene.letters(JO.address, "relay_feedback")] == ["Re: Report 1"]


@pytest.mark.parametrize(
    "text",
    [
        "My report.", "I look forward to your feedback.", "Staff liked the new form.", "Needs support: the ward staff.",
        "Jo was right about the ward.", "Smith",
    ],
)  # fmt: skip
def test_what_a_mentor_who_is_a_practitioner_too_writes_about_their_own_project_is_theirs(
    tmp_path: Path, text: str
) -> None:
    scene = Scene(tmp_path, BOTH)
    scene.say(ANN.address, f"Dear Bob,\n\n{text}", "Report 1", files=("charts.pdf",))
    assert len(scene.letters(BOB.address, "forward_report")) == 1


@pytest.mark.parametrize("status", [Status.PAUSED, Status.WITHDRAWN, Status.COMPLETED])
def test_what_a_mentor_writes_of_their_own_enrolment_that_is_over_goes_to_nobody_they_mentor(
    tmp_path: Path, status: Status
) -> None:
    scene = Scene(tmp_path, replace(BOTH, status=status))
    scene.say(ANN.address, f"I was ill, {SECRET}. May I send my last report in May?", "My enrolment")
    assert scene.reached() == []
    assert scene.letters(TEAM, "report_quarantine")
    scene.say(ANN.address, f"What I liked: the aim, {SECRET}.", "Report 1")
    assert scene.reached() == ["relay_feedback"]


def test_the_team_hears_at_once_of_what_waits_next_from_somebody_whose_mail_it_has_settled(tmp_path: Path) -> None:
    scene = Scene(tmp_path, BOTH)
    for number, subject in enumerate(("Feedback on report 1", "More feedback on report 1"), 1):
        scene.say(ANN.address, f"Even better if: number {number}.", subject)
        assert len(scene.letters(TEAM, "report_quarantine")) == number
        scene.world.now += timedelta(hours=2)  # the next letter of this kind may leave
        scene.say(TEAM, "THIS IS 2026-27/jo.smith", answers=scene.last(TEAM, "report_quarantine"))
