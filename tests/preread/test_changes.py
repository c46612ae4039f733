"""The rules about change ideas."""

from __future__ import annotations

import pytest

from tests.preread.seeing import CHARTER, seen


def listed(idea: str) -> str:
    return (
        f"# Aim\nBy June 2027 80% of plans are complete.\n\n# Change ideas\n- {idea}\n- a red apron "
        f"for the nurse with the trolley, one round"
    )


TASKS = [
    "Process mapping",
    "Gather data",
    "Collect baseline data",
    "Data collection",
    "Staff survey",
    "Meet with the ward team",
    "Team meeting",
    "Set up a working group",
    "Form the project team",
    "Literature review",
    "Read up on best practice",
    "Complete the charter",
    "Stakeholder analysis",
    "Hold a focus group with carers",
    "Map the current process",
    "Interview tenants",
    "Audit of case notes",
    "Write the project plan",
    "Questionnaire for parents",
    "Driver diagram",
    "Analyse the complaints",
    "Speak to other schools",
]
CONCEPTS = [
    "Train staff",
    "Staff training",
    "Better communication",
    "Improve communication between teams",
    "Raise awareness",
    "Culture change",
    "Leadership",
    "Engage parents",
    "Staff education",
    "Upskill the workforce",
    "Increase engagement",
    "Improved teamwork",
    "Parental involvement",
    "Awareness raising",
    "Better use of resources",
    "Change the culture",
    "More staff",
    "Empower staff",
    "Training for all staff",
    "Improve information sharing",
]
SPECIFIC = [
    "A 20-minute training session at handover for two nurses",
    "A sticker on the front of the notes",
    "Photo from the tenant before the visit",
    "One page guide for new starters",
    "Huddle of five minutes before the round",
    "Text message the evening before",
    "A buddy from the day shift for each new starter",
    "Breakfast club on Mondays",
    "Checklist at validation",
    "Named deputy on Fridays",
    "Soft start with a jigsaw",
    "Weekly fifteen minute triage meeting at noon",
    "Carbon monoxide reading shown as a traffic light",
    "Move the dispenser to the foot of the bed",
    "Survey card handed out with the bill and read aloud",
    "Tea at three for visitors",
    "Call from a peer supporter on day three",
]


@pytest.mark.parametrize("idea", TASKS)
def test_a_task_listed_as_a_change_idea_is_told(idea: str) -> None:
    assert seen("change-task", listed(idea)) == [idea]
    assert seen("change-task", listed(idea), CHARTER) == [idea]


@pytest.mark.parametrize("idea", CONCEPTS)
def test_a_concept_too_broad_to_test_is_told(idea: str) -> None:
    assert seen("change-broad", listed(idea)) == [idea]
    assert seen("change-task", listed(idea)) == []


@pytest.mark.parametrize("idea", [i for i in SPECIFIC if not i.startswith("Survey")])
def test_something_that_can_be_tried_is_neither(idea: str) -> None:
    assert seen("change-task", listed(idea)) == []
    assert seen("change-broad", listed(idea)) == []


def test_a_task_that_stands_elsewhere_than_among_the_ideas_is_none() -> None:
    text = "# Next steps\n- Process mapping\n- Train staff\n\n# Change ideas\n- a red apron for one round"
    assert seen("change-task", text) == seen("change-broad", text) == []


def test_ideas_are_also_read_from_a_sentence_that_lists_them() -> None:
    text = "Change ideas: train staff; a text the evening before; process mapping."
    assert (seen("change-task", text), seen("change-broad", text)) == (["process mapping"], ["train staff"])


@pytest.mark.parametrize(
    "said",
    [
        "A driver diagram is attached.",
        "I have first change ideas.",
        "Our theory is that maps help.",
        "The drivers are unclear.",
    ],
)
def test_a_theory_may_be_told_of_in_many_words(said: str) -> None:
    assert seen("change-theory-missing", f"Report 1. {said}") == []


def test_no_theory_at_all_is_told() -> None:
    assert seen("change-theory-missing", "Report 1. I went to the session and enjoyed it.") == ["(missing)"]


def test_from_the_third_report_change_ideas_are_looked_for() -> None:
    assert seen("change-ideas-missing", "# Next steps\nGet people round a table.", 3) == ["(missing)"]
    assert seen("change-ideas-missing", listed("a bell"), 3) == []
    assert seen("change-ideas-missing", "PDSA 2 with the bell was done on Monday and worked.", 5) == []


def test_the_driver_diagram_is_looked_for_in_reports_3_and_4() -> None:
    assert seen("driver-diagram-missing", listed("a bell"), 3) == ["(missing)"]
    assert seen("driver-diagram-missing", listed("a bell") + "\n\nThe driver diagram is attached.", 4) == []
    assert seen("driver-diagram-missing", listed("a bell") + "\n\nThe secondary drivers haven't changed.", 4) == []


@pytest.mark.parametrize(
    "said",
    [
        "The team suggested both.",
        "These came up in a session with the nurses.",
        "Parents chose which to try first.",
        "Agreed with staff in May.",
        "Two of them are the porters' ideas.",
    ],
)
def test_others_who_had_part_in_the_ideas_are_noticed(said: str) -> None:
    assert seen("team-ideas-missing", f"{listed('a bell')}\n\n{said}", 3) == []


def test_ideas_of_the_writer_alone_are_told() -> None:
    assert seen("team-ideas-missing", listed("a bell"), 3) == ["(missing)"]


def test_nothing_is_said_of_the_team_where_there_are_no_ideas() -> None:
    assert seen("team-ideas-missing", "# Next steps\nThink.", 3) == []
