"""A private word keeps a mail from practitioner and manager, in whatever line, spelling or part it stands."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.support.build import ANN, JO, TEAM
from tests.understanding.private_words.scene import LONG, SECRET, Scene

PRIVATE = [
    "NEEDS SUPPORT", "Hi,\n\nNEEDS SUPPORT", "Hi,\n\nNEDS SUPORT", "Hi,\n\nNEEDS SUPPORT Jo Smith", "NO CAPCITY",
    "Hi team,\n\nNO CLEER AIM\n", "Hi\n\nNOCLEAR AIM", "MENTOR", "Hi\n\nMENTORS",
]  # fmt: skip


@pytest.mark.parametrize("line", PRIVATE)
@pytest.mark.parametrize("fresh", [True, False])
def test_a_private_word_in_any_line_or_spelling_keeps_the_mail_from_practitioner_and_manager(
    tmp_path: Path, line: str, fresh: bool
) -> None:
    scene = Scene(tmp_path)
    scene.say(
        ANN.address, f"{line}\n{SECRET} {LONG}", answers=None if fresh else scene.last(ANN.address, "forward_report")
    )
    assert scene.reached() == []


@pytest.mark.parametrize(
    "subject",
    [
        "NEEDS SUPPORT",
        "Re: NEEDS SUPPORT Jo Smith",
        "NEEDS SUPPORT [abcdefghijkl-1-abcdefghijklmnop]",
        "NO CAPACITY",
        "Needs support: Jo",
        "[EXTERNAL] Needs support",
        "Private: NEEDS SUPPORT",
        "No clear aim in report 1",
        "Jo needs  support",
        "NEDS SUPORT",
        "Mentors: NO CAPACITY",
    ],
)
def test_a_private_word_in_the_subject_does_too(tmp_path: Path, subject: str) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, f"{SECRET} {LONG}", subject)
    assert scene.reached() == []


@pytest.mark.parametrize(
    "text",
    [
        f"Hi,\n\nNEEDS SUPPORT, Jo is not coping {SECRET}.", f"Hi,\nNeeds support: {SECRET}",
        f"Hi,\nNO CAPACITY at the moment {SECRET}", f"Hi - NEEDS SUPPORT\n\n{SECRET}",
        f"PRIVATE: NEEDS SUPPORT\n{SECRET}",
        f"I fear that Jo NEEDS SUPPORT. {LONG} {SECRET}", f"Hi,\n1. NO CLEAR AIM (report 1) {SECRET}",
        f"Hi,\n\nNo clear aim – {SECRET} {LONG} {LONG}", f"\u200b\nNEEDS\u200b SUPPORT\n{SECRET}",
        f"CAUTION: This email originated from outside the organisation.\n\nNEEDS SUPPORT: {SECRET}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("fresh", [True, False])
def test_a_private_word_beside_others_keeps_the_mail_back_where_it_stands_out(
    tmp_path: Path, text: str, fresh: bool
) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, text, answers=None if fresh else scene.last(ANN.address, "forward_report"))
    assert scene.reached() == []
    told = scene.letters(ANN.address, "confirm_command") or scene.letters(TEAM, "report_needs_support")
    assert told, "whoever wrote it hears of it"


@pytest.mark.parametrize(
    "line",
    [
        "Clear aim.",
        "No aim",
        "A clear aim",
        "New support",
        "Support",
        "Mentor",
        "Good capacity",
        "It needs a clear aim",
    ],
)
def test_feedback_that_only_sounds_like_a_private_word_arrives(tmp_path: Path, line: str) -> None:
    scene = Scene(tmp_path)
    text = f"What I liked:\n\n{line}\n\nEven better if: {SECRET}"
    scene.say(ANN.address, text, answers=scene.last(ANN.address, "forward_report"))
    assert scene.reached() == ["relay_feedback"]


@pytest.mark.parametrize("line", ["NEEDS  SUPPORT - Jo Smith", "NO  CLEAR\u00a0AIM  Jo Smith", "> > NEEDS SUPORT :"])
def test_no_spacing_and_no_marks_let_a_private_line_out(tmp_path: Path, line: str) -> None:
    scene = Scene(tmp_path)
    forward = scene.letters(ANN.address, "forward_report")[-1]
    scene.say(ANN.address, f"Hi Jo, I liked the aim.\n\n{line}\n\nIt is the {SECRET}.", answers=forward)
    assert not scene.letters(JO.address, "relay_feedback")
    assert len(scene.letters(ANN.address, "confirm_command")) == 1


@pytest.mark.parametrize(
    "plain", ["Hi Jo, I liked the aim.", "Hi Jo, I liked the aim. NEEDS SUPPORT She is the zanzibar.", "\ufeff"]
)
@pytest.mark.parametrize("said", ["<p>NEEDS SUPPORT</p>", "<div><b>NEEDS</b>&nbsp;SUPPORT</div>"])
def test_a_private_line_that_only_the_page_has_keeps_the_mail_back(tmp_path: Path, plain: str, said: str) -> None:
    scene = Scene(tmp_path)
    forward = scene.letters(ANN.address, "forward_report")[-1]
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = ANN.address, str(forward["Reply-To"]), f"Re: {forward['Subject']}"
    mail["In-Reply-To"] = str(forward["Message-ID"])
    mail.set_content(plain)
    mail.add_alternative(f"<p>Hi Jo, I liked the aim.</p>{said}<p>She is the {SECRET}.</p>", subtype="html")
    scene.world.inbox.put(mail.as_bytes(), scene.world.now)
    scene.world.bot.round()
    assert not scene.letters(JO.address, "relay_feedback")
