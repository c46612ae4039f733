"""A mentor's example for the practitioner is a message: nobody's manager reads it, and no report is answered by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of

ASKED = "Thanks Ann. Have you got an example of a charter somewhere? I keep starting it."
OWN = [
    (
        "Here's one of my own from years back, warts and all. Don't copy the measures, they were dreadful.",
        "Old charter.docx",
    ),
    ("I've dug out an example for you. The scope is too big but the layout is useful.", "Charter 2021.docx"),
    ("This is what mine looked like. You'll see I had no balancing measure at all.", "ML charter.pdf"),
    ("An old plan of mine. The aim was far too wide!", "Plan 2018.docx"),
]
THEIRS = [
    (
        "I liked your aim. I attach an example of mine, the scope is too big but the layout is useful.",
        "Charter 2021.docx",
    ),
    ("I've put my thoughts on the attached.", "Report 1 AL.docx"),
    ("Here it is with my comments, the scope is too big.", "Jo charter commented.docx"),
    ("The aim is good, the measures need work. See attached.", "QI charter.docx"),
    ("See attached.", "Jo Smith report.docx"),
]


def _answered(tmp_path: Path, text: str, file: str, *, given: bool) -> tuple[Scene, set[str]]:
    s = scene(tmp_path)
    s.sends("Report 1", "QI report 1.docx", text="Hi, here is my report.")
    if given:
        s.answers("forward_report", "What I liked: a clear aim. Even better if the chart had a median.", ANN.address)
    s.answers("relay_feedback" if given else "receipt", ASKED)
    head, before = s.heads("relay_message")[-1], len(s.outbox.delivered)
    to = str(head["Reply-To"].addresses[0].addr_spec)
    raw = message(
        sender=ANN.address, subject=f"Re: {head['Subject']}", text=text, files=(file,), To=to,
        Message_ID="<own@x.example>", In_Reply_To=str(head["Message-ID"]),
    )  # fmt: skip
    s.takes(raw)
    passed = [(who, head_of(raw)["X-QI-Letter"]) for who, raw in s.outbox.delivered[before:]]
    return s, {x for who, name in passed if name in ("relay_feedback", "relay_message") for x in who}


@pytest.mark.parametrize("given", [True, False])
@pytest.mark.parametrize(("text", "file"), OWN)
def test_it_goes_to_the_practitioner_alone(tmp_path: Path, text: str, file: str, given: bool) -> None:
    s, readers = _answered(tmp_path, text, file, given=given)
    assert readers == {JO.address}
    report = s.case.report(1)
    assert report is not None
    assert (report.answered is not None) == given


@pytest.mark.parametrize(("text", "file"), THEIRS)
def test_what_is_said_of_the_report_or_returns_it_is_feedback(tmp_path: Path, text: str, file: str) -> None:
    s, readers = _answered(tmp_path, text, file, given=False)
    assert readers == {JO.address}  # it answers the practitioner's own words: no copy before COPY
    report = s.case.report(1)
    assert report is not None
    assert report.answered


def test_a_file_of_which_nothing_is_said_is_asked_about(tmp_path: Path) -> None:
    s, readers = _answered(tmp_path, "Here you go, hope it's of use.", "Old charter.docx", given=False)
    assert not readers
    assert s.raws("ask_which_report", ANN.address)
