"""A world with three practitioners of one mentor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.trio import TRIO
from tests.support.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Three practitioners of one mentor."""
    yield World(tmp_path, *TRIO)
