"""Jo owes two reports, and has had feedback on the first."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.build import ANN
from tests.support.dialogue import Scene, scene

FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."


@pytest.fixture(scope="module")
def two_owed(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Report 1 came in time and has been answered; 2 is late and 3 is due, since nobody heard of Jo for a while."""
    made = scene(tmp_path_factory.mktemp("two_owed"), "2026-10-12T09:00")
    made.sends("Report 1", "first.pdf")
    made.answers("forward_report", FEEDBACK, ANN.address)
    made.every = timedelta(hours=4)
    made.goes_to("2026-12-10T10:00")
    return made


@pytest.fixture
def s(two_owed: Scene, tmp_path: Path) -> Scene:
    return two_owed.copied(tmp_path)
