"""One sentence for the team alone amid words to the practitioner keeps the whole from them (programme.md, 3a)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.understanding.meaning import Meaning, Setting, meaning
from qibot.understanding.mentors import confided

NAMES = {"jo": "PRAC", "smith": "PRAC", "ann": "MENT", "lee": "MENT", "meg": "MGR", "ross": "MGR", "team": "TEAM"}
PRAISE = [
    "The chart is a pleasure to read.",
    "I'd put the dates of both tests on it.",
    "Your aim is clear now, with a number and a day.",
    "Who will do the counting once the students have gone?",
    "The porters' own words belong on page one.",
    "Try it with three patients before you try it with thirty.",
    "You owned up to the test that failed, and that is worth more than a success.",
    "Next time, tell us what you predict before you start.",
]
ASIDES = [
    "Pamela, could one of you ring her, because she cried when we spoke last week.",
    "(For the office: she told me that she is thinking of giving it all up.)",
    "She's been sleeping in her car, from what she let slip.",
    "Dear team, I can't go on mentoring after Easter.",
    "To whoever reads this first, I don't believe that she wrote a word of it herself.",
    "Her manager is bullying her about it, and she asked me to tell no one.",
]
SAID = st.lists(st.sampled_from(PRAISE), min_size=2, max_size=7, unique=True)


def read(text: str) -> Meaning:
    return meaning("mentor", text, Setting(NAMES))


def is_kept(text: str) -> bool:
    """Whether nobody but the team and its writer sees it, as things stand."""
    found = read(text)
    return confided.is_private(found) or confided.may_be_private(found)


@given(SAID, st.sampled_from(ASIDES), st.integers(0, 7), st.sampled_from(["", "Dear Jo,\n\n", "Hi Jo, "]))
def test_wherever_it_stands_and_however_much_praise_is_around_it(
    said: list[str], aside: str, place: int, greeting: str
) -> None:
    assert is_kept(greeting + " ".join([*said[:place], aside, *said[place:]]) + "\n\nAnn")


@given(SAID, st.sampled_from(["Dear Jo,\n\n", "Hi Jo, "]))
def test_praise_and_advice_alone_go_out(said: list[str], greeting: str) -> None:
    assert not is_kept(greeting + " ".join(said) + "\n\nBest wishes, Ann")


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jo, do thank Isobel for the tea towels, she is a treasure, and plot them by week.",
        "Dear Jo, the cook who cried over the tally sheet is the best thing in your report. Plot what she counts.",
        "Dear Jo, the cook who cried over the tally sheet is the best thing in your report. Ask her for a second one.",
        "Jo, you wrote that you were at the end of your tether in May. That is a finding. What would have helped?",
    ],
)
def test_others_who_occur_in_the_project_are_no_private_matter(text: str) -> None:
    assert not is_kept(text)


def test_it_is_shown_which_sentence_was_said_aside() -> None:
    found = read("Dear Jo, the chart is a pleasure. Pamela, could you give her a ring? She cried on Friday. Ann")
    assert [told.does == "aside" for told in found.told] == [False, True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Jo, I liked the aim. Even better if it had a day. Pamela, could one of you ring me? There is drink involved.",
        "Dear Jo, I liked the chart. Put a median on it. For the office: I can't go on mentoring after Easter.",
        "What I liked: the chart. Even better if: more data. She confided in me that she is on antidepressants.",
    ],
)
def test_the_programmes_form_of_feedback_hides_no_aside(text: str) -> None:
    assert is_kept(text)
