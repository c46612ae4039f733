"""A world in which nothing is known yet of the server that takes mail in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.authority.orders import world_of
from tests.support.desk_world import Desk


@pytest.fixture
def world(tmp_path: Path) -> Desk:
    return world_of(tmp_path)
