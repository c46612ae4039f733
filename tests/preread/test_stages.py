"""The stage that a report gives itself, as it is written, and a programme's own scale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.config import Notes
from qibot.notes import settings_for
from qibot.preread import RULES
from qibot.preread.rules.stage import stated
from tests.preread.seeing import report

_BY_NAME = {rule.name: rule for rule in RULES}
_PLANNING = "# Project stage\n{}\n\n# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n"

WRITTEN = {
    "3.5 - good progress": 3.5,
    "4.5 – nearly there, and holding": 4.5,
    "2.5 — two tests so far": 2.5,
    "0.5: interested": 0.5,
    "3 - modest improvement": 3,
    "1.5, planning": 1.5,
    "2.0 (under way)": 2,
    "4.5.": 4.5,
    "2": 2,
}
NO_STAGE = ("2-3", "2 – 3", "1 to 2", "12", "3.25", "3,5", "30%", "3-month review due", "2 of 6 PDSAs done", "7")


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("before", ["Project stage: ", "# Project stage\n", "| Project stage | "])
def test_a_stage_is_read_whole_whatever_stands_behind_it(written: str, before: str) -> None:
    found = stated(report(before + written + (" |" if before.startswith("|") else ""), 3))
    assert found is not None
    assert found[0] == WRITTEN[written]


@pytest.mark.parametrize("written", NO_STAGE)
def test_spans_and_other_counts_are_no_stage(written: str) -> None:
    assert stated(report(f"# Project stage\n{written}", 3)) is None


def _seen(rule: str, stage: str, notes: Notes) -> list[str]:
    looked = replace(report(_PLANNING.format(stage), 2), settings=settings_for(notes))
    return [found.detail for found in _BY_NAME[rule].look(looked)]


def test_the_default_scale_is_that_of_the_programme() -> None:
    assert _seen("stage-over", "2.5", Notes()) == ["2.5"]
    assert _seen("stage-over", "2", Notes()) == []
    assert _seen("stage-over", "7", Notes()) == []  # is no stage at all


def test_a_programme_may_have_a_scale_of_its_own() -> None:
    own = Notes.model_validate(
        {
            "stages": {
                "scale": list(range(1, 11)),
                "planning": 2,
                "under_way": 3,
                "tested": 5,
                "better": 6,
                "several": 7,
                "nearly": 8,
                "held": 9,
                "spread": 10,
                "apart": 2,
            }
        }
    )
    assert _seen("stage-over", "7 - well on", own) == ["7"]
    assert _seen("stage-over", "10", own) == ["10"]
    assert _seen("stage-over", "3", own) == []
    assert _seen("stage-over", "2.5", own) == []  # isn't on it


@pytest.mark.parametrize(
    ("stages", "said"),
    [
        ({"scale": [1, 3, 2]}, "each higher than the one before"),
        ({"better": 2}, "must not go down"),
        ({"held": 4.25}, "4.25 isn't on the scale"),
        ({"apart": 0}, "greater than 0"),
    ],
)
def test_a_scale_that_makes_no_sense_is_told(stages: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Notes.model_validate({"stages": stages})
