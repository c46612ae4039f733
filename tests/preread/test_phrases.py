"""Each rule sees a thing in the many ways of saying it, and not in what merely sounds like it."""

from __future__ import annotations

import pytest

from qibot.preread.aims import aim_of
from tests.preread.pairs import PAIRS
from tests.preread.phrases import ahead, aims, changes, fresh_projects, fresh_work, measures, scope
from tests.preread.seeing import report, seen

AROUND = "# Aim\n80% of plans in the west team complete by June 2028.\n\n# Activity\n"
MEASURE = "# Measures\nOutcome: number of late visits. "
TESTED = "# PDSA\nPDSA 1 to 5 were done. "

# The rule, the report's number, what stands before the sentence, where the rule speaks, and where it doesn't.
TABLE = [
    ("measure-impractical", 1, MEASURE, measures.OUT_OF_REACH, measures.WITHIN_REACH),
    ("scope-broad", 1, "# Scope\n", scope.EVERYTHING, scope.ONE_PLACE),
    ("aim-only-percent", 1, "# Aim\n", aims.SHARES, aims.PICTURED),
    ("aim-solution", 1, "# Aim\n", aims.MEANS, aims.ENDS),
    ("change-broad", 1, "# Change ideas\n- ", changes.CONCEPTS, changes.SPECIFIC),
    ("change-task", 1, "# Change ideas\n- ", changes.TASKS, changes.SPECIFIC),
    ("measure-vague", 1, "# Measures\n- Outcome: ", measures.VAGUE, measures.COUNTED),
    ("implementation-early", 3, "# Activity\n", changes.MADE_LASTING, changes.NOT_LASTING),
    ("implementation-plan-missing", 4, TESTED, changes.TIME_AND_AGAIN, ()),
    ("next-steps-missing", 1, AROUND, ahead.NOTHING_AHEAD, ahead.AHEAD),
    ("scale-pressure", 1, "# Activity\n", scope.PRESSURE, scope.NO_PRESSURE),
    ("area-unclear", 1, "# Activity\n", scope.NO_AREA, scope.AREA),
    *PAIRS,
    *fresh_projects.PAIRS,
    *fresh_work.PAIRS,
]


@pytest.mark.parametrize(
    ("rule", "number", "text"), [(r, n, before + said) for r, n, before, spoken, _ in TABLE for said in spoken]
)
def test_a_rule_speaks_where_it_is_said_in_other_words(rule: str, number: int, text: str) -> None:
    assert seen(rule, text, number)


@pytest.mark.parametrize(
    ("rule", "number", "text"), [(r, n, before + said) for r, n, before, _, silent in TABLE for said in silent]
)
def test_a_rule_is_silent_where_it_merely_sounds_so(rule: str, number: int, text: str) -> None:
    assert seen(rule, text, number) == []


@pytest.mark.parametrize("said", aims.STATED)
def test_an_aim_is_found_in_running_text(said: str) -> None:
    assert aim_of(report(f"Dear all, we met twice this month. {said} It went well."))


@pytest.mark.parametrize("said", aims.HEADED)
def test_what_stands_below_the_heading_of_the_aim_is_one_though_it_has_no_verb(said: str) -> None:
    assert aim_of(report(f"# Aim\n{said}"))


@pytest.mark.parametrize("said", aims.NO_AIM)
def test_a_topic_or_a_wish_for_oneself_is_no_aim(said: str) -> None:
    assert aim_of(report(f"Dear all, we met twice this month. {said} It went well.")) is None


def test_an_aim_below_its_label_on_a_line_of_its_own_is_found() -> None:
    assert aim_of(report("# Aim of project:\nWaiting lists for physiotherapy in Perth to come down"))


def test_what_stands_under_other_is_of_no_kind() -> None:
    text = "# Measures\nProcess measures\n- number of texts\n- % opened\n- minutes a call\nOther\n- fuel used per week"
    assert seen("measures-too-many", text) == []
    assert seen("measure-type-missing", text) == ["fuel used per week"]


ADVISED = (
    "# Aim\nBy June 2028, 80% of plans in the Eastfield team are signed in a week, from 42%.\n\n# "
    "Activity\nWe met twice and "
    "drew a process map. Two duty workers tried a red folder on a Thursday.\n\n# Next steps\nTry the "
    "folder on a Monday.\n"
)


@pytest.mark.parametrize("said", ahead.ADVICE)
def test_advice_that_the_report_does_not_touch_is_seen_however_it_is_given(said: str) -> None:
    assert seen("feedback-untouched", ADVISED, 3, feedback=f"Thank you for this. {said}")


@pytest.mark.parametrize("said", ahead.MET)
def test_advice_that_is_taken_up_in_other_words_and_what_is_no_advice_are_let_be(said: str) -> None:
    assert seen("feedback-untouched", ADVISED, 3, feedback=f"Thank you for this. {said}") == []
