"""An aim is the same however its figures and days are written, and another where they say something else."""

from __future__ import annotations

import pytest

from qibot.preread.dates import are_others, dates_in
from qibot.preread.quantities import quantities
from tests.preread.seeing import seen

BEFORE = "Aim: By 31 March 2027 8 of 10 residents of Elm House will drink 1,500 ml a day, from 4 of 10."


def _drift(now: str) -> list[str]:
    return seen("aim-drift", f"# Aim\n{now}\n\n# Next steps\nMeet the cook.", 3, BEFORE)


@pytest.mark.parametrize(
    "now",
    [
        "By the end of March 2027 80% of residents of Elm House will drink 1.5 litres a day.",
        "By 31/03/2027, eight out of ten residents of Elm House will drink 1500ml a day.",
        "80% of the residents of Elm House drink 1.5 l a day by 31 Mar '27.",
        "By March 2027, 8 out of every 10 residents in Elm House will be drinking 1500 ml or more every day.",
        "8 in 10 residents of Elm House drink at least 1500 ml a day by the end of March.",
    ],
)
def test_the_same_figures_and_days_written_in_another_way_are_no_drift(now: str) -> None:
    assert _drift(now) == []


@pytest.mark.parametrize(
    "now",
    [
        "By the end of March 2027 90% of residents of Elm House will drink 1.5 litres a day.",
        "By 31 March 2027 8 of 10 residents of Elm House will drink 1.2 litres a day.",
        "By 31 May 2027 8 of 10 residents of Elm House will drink 1,500 ml a day.",
        "By March 2028 8 of 10 residents of Elm House will drink 1,500 ml a day.",
        "By 12 March 2027 80% of residents of Elm House will drink 1200ml a day.",
    ],
)
def test_other_figures_and_other_days_are_told(now: str) -> None:
    assert _drift(now) == [now]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2 hours", "120 minutes"),
        ("£1,200", "£1.2k"),
        ("half of the pupils", "50% of the pupils"),
        ("within a week", "within 7 days"),
        ("twelve of the 20", "60%"),
        ("2.5 kg", "2500 g"),
    ],
)
def test_amounts_are_the_same_in_figures_words_and_other_units(one: str, other: str) -> None:
    assert quantities(one) == quantities(other)


@pytest.mark.parametrize("other", ["12 falls a week", "15 of 20", "1.2 litres", "ward 12"])
def test_amounts_differ_where_they_say_something_else(other: str) -> None:
    assert quantities(other) != quantities("12 of 20")


def test_a_day_that_is_left_out_is_no_other_day() -> None:
    assert not are_others(dates_in("by June"), dates_in("by 30 June 2028"))
    assert not are_others(dates_in("by summer"), dates_in("by the summer"))
    assert are_others(dates_in("by 12 June 2028"), dates_in("by 19 June"))
    assert are_others(dates_in("by June 2028"), dates_in("by June 2029"))
