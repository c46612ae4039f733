"""Two of a mentor's practitioners share a first name: an initial behind it says which of them is meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.people import Person
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, at
from tests.support.dialogue import Scene
from tests.support.programme import head_of

BAIRD = replace(ENROLMENT, practitioner=Person("Jo Baird", ("jobaird@school.example",)), slug="jo.baird")


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    made = Scene(tmp_path_factory.mktemp("reported"), ENROLMENT, BAIRD, config=CONFIG)
    made.now = at("2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf")
    return made


def reads(reported: Scene, folder: Path, said: str) -> bool:
    s = reported.copied(folder)
    s.answers("forward_report", said, ANN.address)
    return any(JO.address in to and head_of(raw)["X-QI-Letter"] == "relay_feedback" for to, raw in s.outbox.delivered)


@pytest.mark.parametrize(
    "said",
    [
        "Jo B - loved your pelican chart, even better if it had a median.",
        "jo b, nice chart, even better if it had a median.",
        "What I liked about Jo B's report: the chart. Even better if it had a median.",
        "JoB: I liked the chart, even better if it had a median.",
    ],
)
def test_an_initial_of_the_other_one_is_asked_about(reported: Scene, tmp_path: Path, said: str) -> None:
    assert not reads(reported, tmp_path, said)


@pytest.mark.parametrize(
    "said",
    [
        "Jo S - loved your chart, even better if it had a median.",
        "Jo, what I liked: the aim. Even better if group B had a median.",
        "Great job, Jo. B is the better of the two charts, even better if it had a median.",
    ],
)
def test_an_initial_of_their_own_or_of_no_name_is_theirs(reported: Scene, tmp_path: Path, said: str) -> None:
    assert reads(reported, tmp_path, said)
