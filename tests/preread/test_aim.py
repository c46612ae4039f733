"""The rules about the aim: what each sees, and what it leaves unsaid."""

from __future__ import annotations

import pytest

from tests.preread.seeing import CHARTER, seen

GOOD = [
    "By June 2027, 80% of child plans in the Eastfield team will be complete within ten days.",
    "To reduce falls on Ward 4 from 12 to 6 a month by 31 May 2027.",
    "We aim to have 25 of 30 pupils in P5 reading at home by the end of term.",
    "No resident of Ash House will have an avoidable admission by December 2027.",
    "Half of all referrals to the team are seen within a week by Easter.",
    "95% of patients on the stroke unit have a swallow screen within four hours by 30/04/2027.",
    "Our aim is that every new carer gets a call in the first week, by March 2027; today it is two in ten.",
]


def headed(aim: str) -> str:
    return f"# Aim\n{aim}\n\n# Next steps\nMeet the team."


@pytest.mark.parametrize("aim", GOOD)
@pytest.mark.parametrize(
    "rule", ["aim-missing", "aim-no-amount", "aim-no-date", "aim-no-population", "aim-solution", "aim-only-percent"]
)
def test_nothing_is_said_of_a_good_aim(rule: str, aim: str) -> None:
    assert seen(rule, headed(aim)) == []


@pytest.mark.parametrize("aim", GOOD)
def test_an_aim_is_found_in_running_text_too(aim: str) -> None:
    said = aim if aim.startswith(("We aim", "Our aim")) else f"My aim is this: {aim[0].lower()}{aim[1:]}"
    assert seen("aim-missing", f"Hello Ann. I enjoyed the session.\n\n{said}\n\nI will meet the team.") == []


@pytest.mark.parametrize(
    "text",
    [
        "My project is about attendance. I went to both sessions and will meet the team on Monday.",
        "# Aim\n\n# Next steps\nWe will collect a baseline of three weeks.",
        "I work in catering. My topic will be hospital food. I will read the handbook first.",
    ],
)
def test_a_topic_alone_is_no_aim(text: str) -> None:
    assert seen("aim-missing", text) == ["(missing)"]


@pytest.mark.parametrize(
    "said",
    [
        "I am still refining my aim with the team.",
        "The aim has not been agreed yet.",
        "Our aim is yet to be decided; I will speak with my manager.",
        "The aim is being worked on.",
    ],
)
def test_an_aim_still_worked_on_is_enough_in_the_first_reports_and_not_from_the_third(said: str) -> None:
    assert seen("aim-missing", headed(said), 2) == []
    assert seen("aim-missing", headed(said), CHARTER) == []
    assert seen("aim-missing", headed(said), 3) == [said]


def test_from_the_third_report_an_open_aim_is_told_with_its_words() -> None:
    aim = "By June 2027 20 of 25 pupils read at home each evening. This aim is still under review with my manager."
    assert seen("aim-unsettled", headed(aim), 3) == ["This aim is still under review with my manager."]
    assert seen("aim-unsettled", headed(GOOD[0]), 3) == []


@pytest.mark.parametrize(
    "aim",
    [
        "To improve attendance of pupils in P6 by June 2027.",
        "Patients on Ward 12 will have fewer falls by 30 June 2027.",
        "By summer 2027 carers in the north will feel better supported.",
    ],
)
def test_a_direction_without_a_figure_is_no_amount(aim: str) -> None:
    assert seen("aim-no-amount", headed(aim)) == [aim]


@pytest.mark.parametrize(
    "aim",
    [
        "80% of child plans will be complete within ten days.",
        "To reduce complaints to the roads service from 40 to 20 a month.",
        "22 of 28 pupils will hand in their homework each week.",
    ],
)
def test_an_aim_without_a_day_is_told(aim: str) -> None:
    assert seen("aim-no-date", headed(aim)) == [aim]


@pytest.mark.parametrize(
    "aim",
    [
        "By summer 2027 we see 80% of patients within a week.",
        "Within six months 80% of patients are seen within a week.",
    ],
)
def test_a_season_or_a_number_of_months_is_a_day(aim: str) -> None:
    assert seen("aim-no-date", headed(aim)) == []


def test_a_day_in_the_sentence_beside_the_aim_counts() -> None:
    assert (
        seen("aim-no-date", headed("80% of plans will be complete within ten days. We want to get there by June 2027."))
        == []
    )


@pytest.mark.parametrize(
    "aim",
    [
        "Waiting times will be 10 days by June 2027.",
        "Interruptions will be halved by May 2027, from 14 to 7.",
        "Attendance will be 95% by the end of term.",
    ],
)
def test_an_aim_about_nobody_and_nowhere_is_told(aim: str) -> None:
    assert seen("aim-no-population", headed(aim)) == [aim]


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        (
            "By May 2027 90% of plans are complete by implementing a standard operating procedure.",
            "by implementing a standard operating procedure",
        ),
        (
            ("Increase uptake in the Den practice to 95% by June 2027 through the introduction of a birthday card."),
            "through the introduction of a birthday card",
        ),
        ("To introduce a checklist so that errors on Ward 3 fall from 9 to 3 by June 2027.", "introduce a checklist"),
        ("To develop a new leaflet for 40 carers by June 2027.", "develop a new leaflet"),
        (
            "60 families come to parents' evening by March 2027, using an online booking system.",
            "using an online booking system",
        ),
    ],
)
def test_a_solution_within_the_aim_is_told(aim: str, words: str) -> None:
    (found,) = seen("aim-solution", headed(aim))
    assert words in found


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        ("Reduce waiting times for patients by 30% by May 2027.", "Reduce waiting times for patients by 30%"),
        ("We want a 20% increase in attendance of S2 pupils by June 2027.", "a 20% increase"),
        ("By June 2027 there will be 15 per cent fewer complaints to the housing team.", "15 per cent fewer"),
    ],
)
def test_a_share_of_change_without_a_picture_of_better_is_told(aim: str, words: str) -> None:
    assert seen("aim-only-percent", headed(aim)) == [words]


@pytest.mark.parametrize(
    "aim",
    [
        "Reduce waiting times for patients by 30%, from 40 to 28 days, by May 2027.",
        "Increase attendance by 10% so that 9 of 10 pupils come each day, by May 2027.",
        "Increase the share of plans that are complete to 80% by May 2027.",
    ],
)
def test_a_share_with_a_figure_for_better_is_none_of_these(aim: str) -> None:
    assert seen("aim-only-percent", headed(aim)) == []


BEFORE = "Aim: By March 2027 90% of complaints to the roads service will be answered within five days."


@pytest.mark.parametrize(
    "now",
    [
        "By March 2027 70% of complaints to the roads service will be answered within five days.",
        "By July 2027 90% of complaints to the roads service will be answered within five days.",
        "By March 2027 90% of new staff in the depot will have met their buddy in the first week.",
    ],
)
def test_an_aim_that_changed_in_amount_day_or_matter_is_told(now: str) -> None:
    assert seen("aim-drift", headed(now), 2, BEFORE) == [now]


@pytest.mark.parametrize(
    "now",
    [
        "By March 2027 90% of complaints to the roads service will be answered within five days.",
        "90% of complaints to the roads service are answered within five days by March 2027 (currently 38%).",
        (
            "By the end of March 2027, 90% of the complaints that the roads service gets will be "
            "answered within five days."
        ),
    ],
)
def test_other_words_for_the_same_aim_are_no_drift(now: str) -> None:
    assert seen("aim-drift", headed(now), 2, BEFORE) == []


def test_nothing_is_said_of_drift_where_either_report_has_no_aim() -> None:
    assert seen("aim-drift", headed(GOOD[0]), 2, "Hello, I was at the session.") == []


@pytest.mark.parametrize(
    "why",
    [
        "# Rationale\nFamilies wait for five weeks.",
        "The audit in May showed that plans are late.",
        "It matters because patients go hungry.",
        "Complaints have doubled since spring.",
    ],
)
def test_a_reason_anywhere_is_a_rationale(why: str) -> None:
    assert seen("rationale-missing", f"{headed(GOOD[0])}\n\n# Other\n{why}") == []


def test_no_reason_anywhere_is_told() -> None:
    assert seen("rationale-missing", headed(GOOD[0])) == ["(missing)"]
    assert seen("rationale-missing", headed(GOOD[0]), CHARTER) == ["(missing)"]
