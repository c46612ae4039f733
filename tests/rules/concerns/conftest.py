"""A world in which Jo's report is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.concerns.told import LEADS, PRIYA, SAM
from tests.support.build import ENROLMENT, at, message
from tests.support.world import World


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("reported"), ENROLMENT, SAM, PRIYA, config=LEADS)
    made.now = at("2026-10-12T09:00")
    made.inbox.put(message(files=("r.pdf",), Message_ID="<report@x.example>"), made.now)
    assert not made.bot.round().faults
    return made


@pytest.fixture
def world(reported: World, tmp_path: Path) -> World:
    return reported.copied(tmp_path)
