"""What a mentor answers to the practitioner's own message is the practitioner's: the manager never had that message."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of

ASKED = "My hours are being cut in January, should I make the project smaller?"
FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


def letters(s: Scene, before: int) -> dict[str, set[str]]:
    s.bot.round()
    return {str(head_of(raw)["X-QI-Letter"]): set(to) for to, raw in s.outbox.delivered[before:]}


@pytest.mark.parametrize(
    "said",
    [
        "Sorry. Employers, eh? Stick with one class and a simple run chart.",
        "That's rotten news about your hours. I'd keep the project to one class and leave the other measures for now.",
        "I liked your honesty there. Smaller is better, so pick the one ward that you can see through to the end.",
        "Your data is good enough to show a shift with half the pupils, so don't worry about that.",
        "Ach, that's grim. Half the sample would still show it. Keep the measures as they are.",
    ],
)
def test_once_the_report_is_answered_it_is_a_message(s: Scene, said: str) -> None:
    s.answers("forward_report", FEEDBACK, ANN.address)
    s.answers("relay_feedback", ASKED)
    before = len(s.outbox.delivered)
    assert s.answers("relay_message", said, ANN.address) == "message from the mentor"
    assert letters(s, before) == {"relay_message": {JO.address}}


@pytest.mark.parametrize("said", [FEEDBACK, f"FEEDBACK\n\n{FEEDBACK}", "Great report: clear aim. Make it smaller."])
@pytest.mark.parametrize("answered", [False, True])
def test_feedback_it_may_be_but_without_a_copy_until_the_mentor_says_so(s: Scene, said: str, answered: bool) -> None:
    if answered:
        s.answers("forward_report", FEEDBACK, ANN.address)
        said = f"{said} {FEEDBACK}"
    s.answers("receipt", ASKED)
    before = len(s.outbox.delivered)
    assert s.answers("relay_message", said, ANN.address) == "feedback on report 1"
    assert letters(s, before) == {"relay_feedback": {JO.address}, "tell_no_copy": {ANN.address}}
    assert "what Jo Smith wrote to you, so Meg Ross has no copy" in s.last("tell_no_copy")
    s.answers("tell_no_copy", "COPY", ANN.address)
    assert letters(s, before)["relay_feedback"] == {MEG.address}
