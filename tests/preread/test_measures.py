"""The rules about measures."""

from __future__ import annotations

import pytest

from tests.preread.seeing import CHARTER, seen


def listed(*lines: str) -> str:
    return "# Measures\n" + "\n".join(f"- {line}" for line in lines)


@pytest.mark.parametrize(
    "measure",
    [
        "Staff confidence",
        "Better relationships",
        "Patient experience",
        "wellbeing",
        "Quality of referrals",
        "Parental engagement",
        "Staff feel supported",
    ],
)
def test_a_concept_is_vague(measure: str) -> None:
    assert seen("measure-vague", listed(f"Outcome: {measure}")) == [measure]


@pytest.mark.parametrize(
    "measure",
    [
        "number of falls a week",
        "% of staff who feel confident",
        "time to first contact",
        "Percentage of plans on time",
        "rate of falls per 1,000 bed days",
        "length of stay in days",
        "days between incidents",
        "how many come again",
        "average score for confidence (1 to 5)",
        "proportion screened",
        "count of calls",
        "cost of a lunch",
    ],
)
def test_a_number_share_or_time_is_not(measure: str) -> None:
    assert seen("measure-vague", listed(f"Outcome: {measure}")) == []


def test_a_measure_without_its_kind_is_told_once() -> None:
    assert seen("measure-type-missing", listed("number of falls", "% of rounds done", "time to answer")) == [
        "number of falls"
    ]


@pytest.mark.parametrize(
    "text",
    [
        listed("Outcome: number of falls", "Process: % of rounds done", "Balancing: time to answer"),
        listed("number of falls (outcome)", "% of rounds done (process)", "time to answer (balancing measure)"),
        (
            "# Measures\nOutcome measures\n- number of falls\n\nProcess measures\n- % of rounds "
            "done\n\nBalancing measure\n- time to answer"
        ),
        "# Outcome measures\n- number of falls\n# Process measures\n- % of rounds done",
        "# Measures\n| Outcome | number of falls |\n| Process | % of rounds done |",
        "Measures: outcome, number of falls; process, % of rounds done; balancing, time to answer.",
        (
            "# Measures\nOutcome: number of falls. Process: % of rounds done, number of bells rung. "
            "Balancing: time to answer."
        ),
    ],
)
def test_the_kind_is_read_in_the_ways_that_people_write_it(text: str) -> None:
    assert seen("measure-type-missing", text) == []


def test_more_than_the_guidance_looks_for_is_told_by_kind() -> None:
    text = (
        "# Measures\nOutcome: number of a; % of b; time to c. Process: number of d, % of e, number "
        "of f, time to g. Balancing: cost of h."
    )
    assert seen("measures-too-many", text) == ["time to c", "time to g"]
    assert seen("measures-too-many", text, CHARTER) == ["time to c", "time to g"]


def test_as_many_as_the_guidance_looks_for_are_fine() -> None:
    text = (
        "# Measures\nOutcome: number of a; % of b. Process: number of d, % of e, number of f. "
        "Balancing: cost of h, time to i."
    )
    assert seen("measures-too-many", text) == []
    assert seen("measures-too-few", text, 3) == []


def test_from_the_third_report_a_kind_that_falls_short_is_told() -> None:
    assert seen("measures-too-few", listed("Outcome: number of a", "Process: % of b"), 3) == ["(missing)", "(missing)"]


def test_nothing_is_counted_where_a_kind_is_not_told() -> None:
    assert seen("measures-too-few", listed("Outcome: number of a", "% of b"), 3) == []


def test_from_the_third_report_measures_are_looked_for() -> None:
    assert seen("measures-missing", "# Next steps\nWe go on.", 3) == ["(missing)"]
    assert seen("measures-missing", "Our outcome measure is the number of falls.", 3) == []
    assert seen("measures-missing", "# Measures\nSee the attached plan.", 3) == []


@pytest.mark.parametrize(
    "said",
    [
        "Collecting this from paper notes takes two hours each day.",
        "The system can't give us this figure.",
        "It is very difficult to get data on absence by class.",
        "These numbers are not recorded anywhere.",
        "I am struggling to collect this.",
    ],
)
def test_data_that_can_hardly_be_had_are_told(said: str) -> None:
    assert seen("measure-impractical", f"# Measures\nOutcome: number of falls.\n\n{said}") == [said]


@pytest.mark.parametrize(
    "said",
    [
        "Data come from the ward book each Friday.",
        "We count on Mondays, which takes a minute.",
        "It was hard to win the team over.",
    ],
)
def test_data_that_are_easily_had_are_not(said: str) -> None:
    assert seen("measure-impractical", f"# Measures\nOutcome: number of falls.\n\n{said}") == []
