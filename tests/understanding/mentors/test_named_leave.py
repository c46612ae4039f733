"""A mentor's own leave in a sentence beside the feedback is noted, and the feedback goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from tests.support.build import ANN
from tests.support.dialogue import scene

LIKED = "I liked the chart. Even better with a median."


@pytest.mark.parametrize(
    ("said", "last"),
    [
        (
            "I'm off to my daughter's in Toronto from the 19th of December until the 6th of January.",
            "2027-01-06",
        ),
        ("I am on annual leave from 14 to 23 December.", "2026-12-23"),
        ("By the way I'll be away 14 December to 23 December.", "2026-12-23"),
        ("I'm off on Friday.", ""),
        ("Your chart covers 14 December to 23 December.", ""),
        ("Are you off from the 14th to the 23rd of December?", ""),
        ("She is away from the 14th to the 23rd of December.", ""),
        ("I'm not away from the 14th to the 23rd of December after all.", ""),
    ],
)
def test_with_both_its_days(tmp_path: Path, said: str, last: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "QI report 1.docx", text="Hi, here is my report.")
    assert "feedback" in s.answers("forward_report", f"{LIKED} {said}", ANN.address) or not last
    noted = [x.last for x in s.store.load(DESK).all(Away).values()]
    assert noted == ([date.fromisoformat(last)] if last else [])
