"""A bare courtesy above a signature, in answer to a reminder, is nothing; what else stands there may be the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ENROLMENT, at
from tests.support.dialogue import Scene


def reminded(folder: Path) -> Scene:
    s = Scene(folder, ENROLMENT)
    s.now = at("2026-10-10T08:00")
    s.goes_to("2026-10-16T10:00")
    return s


@pytest.mark.parametrize(
    "text",
    ["ok", "ok\n\nJo Smith\nTechnician, North Council", "Ok, thanks\n\nJo Smith | North Council\nTel 01324 123456"],
)
def test_ok_is_nothing_and_holds_no_reminder(tmp_path: Path, text: str) -> None:
    s = reminded(tmp_path)
    assert s.answers("remind_missing", text) == "thanks or a promise"
    assert s.almanac.hold_ends(s.case, 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "ok\n\nJo Smith\nOff sick till Monday", "ok\n\nJo Smith is ill", "no\n\nJo Smith\nTechnician, North Council",
        "ok\n\nJo\nPersonal reasons", "ok\n\nJo\nPS I'm in hospital", "ok\n\nJo Smith\nFuneral on Friday",
    ],
)  # fmt: skip
def test_what_may_be_the_reason_below_it_holds_the_reminders(tmp_path: Path, text: str) -> None:
    s = reminded(tmp_path)
    assert s.answers("remind_missing", text) != "thanks or a promise"
    assert s.almanac.hold_ends(s.case, 1) is not None
