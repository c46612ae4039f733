"""A mentor's answer in one practitioner's thread that is for another of theirs, in whole or in part: asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from qibot.model.reports import Feedback
from tests.support.build import ANN, ENROLMENT, MEG, message
from tests.support.dialogue import Scene
from tests.support.programme import head_of

SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN, MEG)
LIKED = "What I liked: the aim says by when. Even better if the chart had a median."


def answers(tmp_path: Path, text: str, **fields: str) -> Scene:
    """The scene after Ann's answer to the letter that brought her Jo's report."""
    s = Scene(tmp_path, ENROLMENT, SAM)
    s.takes(message(files=("Report 1.pdf",)))
    head = head_of(s.raws("forward_report")[-1])
    ours = str(head["Reply-To"].addresses[0].addr_spec)
    to = {"To": fields["To"], "Cc": ours} if "To" in fields else {"To": ours}
    subject = fields.get("subject", f"Re: {head['Subject']}")
    raw = message(ANN.address, subject, text, (), "", In_Reply_To=str(head["Message-ID"]), **to)
    s.takes(raw)
    return s


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Jo, good aim.\n\nSam, your chart is wrong.", {}),
        ("Sam, thanks for this. I liked the aim but your chart needs a median.", {}),
        ("Thanks for this, Sam. I liked the aim.", {}),
        ("For Jo: good aim. For Sam: your chart needs a median.", {}),
        ("Good aim, Jo. And Sam: your chart needs a median.", {}),
        ("Très bien, Sam, ton objectif est clair. J'ai bien aimé le graphique et la mesure.", {}),
        (LIKED, {"subject": "Sam's report 1"}),
        (LIKED, {"To": "sam@school.example"}),
    ],
)
def test_what_calls_or_is_written_to_another_of_theirs_is_asked_about(
    tmp_path: Path, text: str, fields: dict[str, str]
) -> None:
    s = answers(tmp_path, text, **fields)
    assert s.raws("ask_which_report", ANN.address)
    assert not s.raws("relay_feedback") + s.raws("relay_message")
    assert not s.case.all(Feedback)


@pytest.mark.parametrize("text", [LIKED, f"Hi Jo,\n\n{LIKED} You could ask Sam how he drew his."])
def test_what_merely_speaks_of_another_goes_to_the_one_whose_thread_it_is(tmp_path: Path, text: str) -> None:
    assert len(answers(tmp_path, text).raws("relay_feedback")) == 1
