"""A friendly word of somebody else's work doesn't keep feedback back; what judges them, or befell them, does."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize("answers", ["report 1", "reminder 1"])
@pytest.mark.parametrize(
    "text",
    [
        "Lovely chart Jo. It's a bit like what Kim's doing with her rota.",
        "The aim is clear. Tom is trying the same thing in his school.",
        "Good start. Morag used a tally sheet for this and it worked for her.",
        # Sam is another of the mentor's
        "Good clear aim. Sam Baird's doing something similar with handovers, worth a look.",
        "I like the way you predict first, the way Sam does.",
    ],
)
def test_feedback_that_points_to_anothers_work_is_feedback(answers: str, text: str) -> None:
    assert kind_of("mentor", answers, text) == "feedback"


@pytest.mark.parametrize(
    "text",
    [
        "Lovely chart Jo. Kim hasn't got one because she's been off with stress.",
        "Good report, unlike Sam's, which was a mess.",
        "Nice aim. Kim's given up on hers, between us.",
        "Good start. Sam's wife left him so he's behind.",
        "It's a bit like Kim's, and she's not coping at all.",
        "Good aim. Tom is doing something similar and Jo could learn from him.",
        "Sam is doing much the same and made a mess of it. Good report.",
        "Same as Kim's. She won't finish.",
        "It's like what Kim did. She won't finish it.",
    ],
)
def test_what_judges_another_or_tells_of_them_is_kept(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("private", "ask")


def test_a_comparison_alone_is_asked_about() -> None:
    assert kind_of("mentor", "report 1", "It's a bit like what Kim's doing with her rota.") != "feedback"
