"""The rules about scope and scale."""

from __future__ import annotations

import pytest

from tests.preread.seeing import seen


@pytest.mark.parametrize(
    "said",
    [
        "We will work in all schools of the authority.",
        "The project covers every ward in the hospital.",
        "It will include the whole organisation.",
        "I want to improve this across all services in Scotland.",
        "This is a council-wide project.",
    ],
)
def test_work_that_starts_with_everything_is_told(said: str) -> None:
    (found,) = seen("scope-broad", f"# Scope\n{said}")
    assert found.strip(".") in said


@pytest.mark.parametrize(
    "said",
    [
        "In time all schools will do this; we start with one class.",
        "We begin with one ward before we go to every ward in the hospital.",
        "Initially this is for the Tuesday clinic, later for all clinics.",
        "All patients on Ward 4 are included.",
        "All pupils in P6 take part.",
        "My manager is responsible for the whole of Dunmore.",
    ],
)
def test_work_that_begins_small_or_is_small_is_not(said: str) -> None:
    assert seen("scope-broad", f"# Scope\n{said}") == []


@pytest.mark.parametrize(
    "said",
    [
        "I have not yet chosen a project area.",
        "The area of work is still to be decided.",
        "I am torn between the two areas and unsure which project to choose.",
        "The rota is set nationally and I have no influence over it.",
        "Funding is outwith my control.",
        "I don't have a project yet and am looking for a suitable area of work.",
    ],
)
def test_an_area_not_chosen_or_out_of_reach_is_told(said: str) -> None:
    assert seen("area-unclear", f"# Aim\n{said}") == [said]


@pytest.mark.parametrize(
    "said",
    [
        "The area is the Tuesday clinic, which my manager and I chose.",
        "I can influence the rota, as I write it.",
        "We have decided on one street.",
        "There is no doubt about the project area.",
    ],
)
def test_an_area_that_is_clear_is_not(said: str) -> None:
    assert seen("area-unclear", f"# Aim\n{said}") == []


@pytest.mark.parametrize(
    "said",
    [
        "My manager wants this in all nurseries by Easter.",
        "The board expects us to roll it out faster.",
        "Senior leaders are pushing for the whole directorate to join at once.",
        "There is a lot of pressure from management to scale up.",
    ],
)
def test_pressure_to_go_bigger_or_faster_is_told(said: str) -> None:
    assert seen("scale-pressure", f"# Scope\n{said}") == [said]


@pytest.mark.parametrize(
    "said",
    [
        "My manager supports me and gives me a day a week.",
        "The board was told about the project.",
        "Blood pressure is taken at each visit.",
        "My manager asked for a copy of the charter.",
    ],
)
def test_a_manager_who_merely_is_there_is_not(said: str) -> None:
    assert seen("scale-pressure", f"# Scope\n{said}") == []
