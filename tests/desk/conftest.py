"""A world with Jo and Sam in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ENROLMENT, config
from tests.support.desk_world import SAM, Desk


@pytest.fixture
def world(tmp_path: Path) -> Desk:
    return Desk(tmp_path, ENROLMENT, SAM, config=config(trust={"mode": "off"}))
