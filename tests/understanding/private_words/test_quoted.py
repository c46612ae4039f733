"""What somebody else wrote, below a private word or a question to the mentors: who reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, TEAM, message
from tests.understanding.private_words.scene import BOB, SECRET, Scene, words


def test_a_private_word_that_somebody_else_has_written_keeps_nothing_back(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    text = f"I liked:\n\n> who NEEDS SUPPORT\n> No capacity: two nurses have left.\n\nYes, {SECRET}."
    scene.say(ANN.address, text, answers=scene.last(ANN.address, "forward_report"))
    assert scene.reached() == ["relay_feedback", "relay_feedback"]  # the manager's is without what is quoted


@pytest.mark.parametrize("subject", ["RE: [EXTERNAL] Re: ", "AW: Re: ", "[EXT] RE: ", "Re: "])
def test_a_practitioners_subject_keeps_no_answer_back(tmp_path: Path, subject: str) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, "How can I show it?", "I need support with my run chart")
    asked = scene.last(ANN.address, "relay_message")
    answered, to = str(asked["Message-ID"]), str(asked["Reply-To"])
    raw = message(
        ANN.address, f"{subject}I need support with my run chart", f"Try {SECRET}.", To=to, In_Reply_To=answered,
        Message_ID="<answer@x.example>",
    )  # fmt: skip
    scene.world.inbox.put(raw, scene.world.now)
    scene.world.bot.round()
    assert scene.reached() == ["relay_message"]


def test_all_that_stands_below_a_private_word_reaches_the_team(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    said = f"Jo wrote to me:\n> I can't go on.\n\nThree things:\n-- no time\nFrom: what I hear, {SECRET}."
    scene.say(ANN.address, f"NEEDS SUPPORT\n\n{said}", answers=scene.last(ANN.address, "forward_report"))
    told = words(scene.last(TEAM, "report_needs_support"))
    assert all(word in told for word in ("I can't go on.", "-- no time", SECRET))


def test_nothing_of_a_quoted_letter_reaches_other_mentors_and_nothing_of_the_question_is_cut(
    tmp_path: Path,
) -> None:
    scene = Scene(tmp_path)
    said = f"From: my own experience\n-- charts work\nDo you {SECRET}?"
    forward = scene.last(ANN.address, "forward_report")
    quoted = "".join(f"> {line}\n" for line in str(forward.get_body(("plain",)).get_content()).split("\n"))  # type: ignore[union-attr]
    text = f"MENTORS\n\n{said}\n\nOn Mon, 12 Oct 2026 at 10:00, QI <qi.reports@council.example> wrote:\n{quoted}"
    scene.say(ANN.address, text, answers=forward)
    asked = words(scene.last(BOB.address, "relay_to_mentors"))
    assert all(word in asked for word in ("my own experience", "-- charts work", SECRET))
    assert "Please find it attached" not in asked


@pytest.mark.parametrize(
    "head",
    [
        '-----"QI" <qi@x.example> wrote: -----\nTo: "Ann Lee" <ann@health.example>',
        "---- On Mon, 12 Oct 2026 09:01:00 +0100 QI <qi@x.example> wrote ---", "-----Original Message-----\nFrom: QI",
        "________________________________\nOd: QI <qi@x.example>\nOdesláno: pondělí\nKomu: Ann\nPředmět: Report 1",
        "2026-10-12 09:01, Jo Smith wrote:", "Quoting QI <qi@x.example>:",
    ],
)  # fmt: skip
def test_a_quoted_letter_in_an_unknown_form_reaches_no_other_mentor(tmp_path: Path, head: str) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, f"My ward is failing and {SECRET}.", "Report 1, new version", files=("r2.pdf",))
    forward = scene.last(ANN.address, "forward_report")
    quoted = str(forward.get_body(("plain",)).get_content()).replace("> ", "")  # type: ignore[union-attr]
    scene.say(ANN.address, f"MENTORS\n\nDo you use charts?\n\n{head}\n\n{quoted}", answers=forward)
    asked = words(scene.last(BOB.address, "relay_to_mentors"))
    assert "Do you use charts?" in asked
    assert SECRET not in asked


def test_a_quoted_letter_that_nothing_marks_off_reaches_no_other_mentor_either(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, f"My ward is failing and {SECRET}.", "Report 1, new version", files=("r2.pdf",))
    forward = scene.last(ANN.address, "forward_report")
    scene.say(ANN.address, f"MENTORS\n\nCharts?\n\nMy ward is failing and {SECRET}.", answers=forward)
    assert scene.letters(BOB.address, "relay_to_mentors") == []
    assert "isn't the other mentors' to read" in words(scene.last(ANN.address, "confirm_command"))
