"""What befell a colleague may be why the sender's own report doesn't come (spoken_of.py)."""

from __future__ import annotations

import pytest

from qibot.understanding.persons import spoken_of


@pytest.mark.parametrize(
    "text",
    [
        "No report: Sam's in intensive care and the ward's in pieces.",
        "Report's on hold, Sam's been rushed into hospital.",
        "Sam Baird died on Sunday. The ward is in bits. No report this month.",
        "The report will have to wait, Sam has gone into a hospice.",
    ],
)
def test_a_report_that_does_not_come_keeps_the_sender_from_theirs(text: str) -> None:
    assert spoken_of._HINDERED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sam Baird is in hospital, he asked me to tell you.",
        "Sam Baird's report will be late, he is in hospital.",
        "No report from Sam this month, he's in hospital.",
        "His report is late, he's ill.",
    ],
)
def test_the_colleagues_own_report_does_not(text: str) -> None:
    assert not spoken_of._HINDERED.search(text)
