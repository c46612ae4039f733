"""What a rule rests on: how a phrase is built, who says what, whether a thing is told, whether it was taken up."""

from __future__ import annotations

import pytest

from qibot.preread import pre_read
from qibot.preread.ideas import ideas_of
from qibot.preread.measures import measures_of
from tests.preread.phrases.above import PRESSED, UNPRESSED
from tests.preread.phrases.builds import CHANGES, CONCEPTS
from tests.preread.phrases.presence import TOLD
from tests.preread.phrases.taken_up import ADVICE, IDEAS, MEASURES, NO_IDEAS, NO_MEASURES, REPORT
from tests.preread.seeing import report, seen

_IDEAS = "Change ideas\n\n- Card on the tray with the time that it was last emptied and by whom\n- {}\n"
_MONTH = "Activity\n\nWe met twice, drew the map of the letter and counted how long it lay there on ten days.\n\n{}\n"
_LETTER = "Dear Ann,\n\nWe met twice and looked at how long a letter lay there.\n\n{}\n\nKind regards, Jo\n"
_REPORT = (
    "Report\n\nAim: by June 2027, 80% of letters from the Leith clinic go within five days.\n\n"
    "The letters lie in a tray by the door of the post room until somebody has a hand free.\n\n{}\n"
)
_LACKING = [(rule, number, text) for rule, number, lacking, _ in TOLD for text in lacking]
_TELLING = [(rule, number, text) for rule, number, _, telling in TOLD for text in telling]


@pytest.mark.parametrize("idea", CONCEPTS)
def test_a_concept_is_seen_by_the_word_that_heads_it(idea: str) -> None:
    assert seen("change-broad", _IDEAS.format(idea), 2) == [idea]


@pytest.mark.parametrize("idea", CHANGES)
def test_a_change_that_says_what_one_would_see_is_no_concept(idea: str) -> None:
    assert seen("change-broad", _IDEAS.format(idea), 2) == []


@pytest.mark.parametrize("said", PRESSED)
def test_somebody_above_who_would_have_it_bigger_or_sooner_is_pressure(said: str) -> None:
    assert seen("scale-pressure", _MONTH.format(said), 2) == [said]


@pytest.mark.parametrize("said", UNPRESSED)
def test_what_else_people_above_say_is_no_pressure(said: str) -> None:
    assert seen("scale-pressure", _MONTH.format(said), 2) == []


@pytest.mark.parametrize(("rule", "number", "text"), _LACKING)
def test_a_word_used_otherwise_does_not_pass_for_the_thing(rule: str, number: int, text: str) -> None:
    assert rule in {o.rule for o in pre_read(report(_REPORT.format(text), number))}


@pytest.mark.parametrize(("rule", "number", "text"), _TELLING)
def test_a_thing_told_in_unusual_words_is_not_called_missing(rule: str, number: int, text: str) -> None:
    assert rule not in {o.rule for o in pre_read(report(_REPORT.format(text), number))}


@pytest.mark.parametrize(("advice", "untouched"), ADVICE)
def test_advice_is_taken_up_where_what_it_asks_for_is_there(advice: str, untouched: bool) -> None:
    feedback = f"What I liked: a clear aim.\n\nEven better if: {advice}"
    assert bool(seen("feedback-untouched", REPORT, 3, feedback=feedback)) == untouched


@pytest.mark.parametrize("said", MEASURES)
def test_measures_are_found_in_running_text(said: str) -> None:
    assert len(measures_of(report(_LETTER.format(said), 3))) > 1


@pytest.mark.parametrize("said", NO_MEASURES)
def test_what_only_speaks_of_measuring_lists_no_measures(said: str) -> None:
    assert measures_of(report(_LETTER.format(said), 3)) == []


@pytest.mark.parametrize("said", IDEAS)
def test_ideas_are_found_in_running_text(said: str) -> None:
    assert len(ideas_of(report(_LETTER.format(said), 3))) > 1


@pytest.mark.parametrize("said", NO_IDEAS)
def test_what_only_speaks_of_ideas_lists_none(said: str) -> None:
    assert ideas_of(report(_LETTER.format(said), 3)) == []
