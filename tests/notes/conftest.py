"""A world in which notes are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.notes import (
    world_with_notes,
)
from tests.support.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return world_with_notes(tmp_path)
