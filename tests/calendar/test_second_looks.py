"""What a letter of the calendar holds, and that its reason is looked at again before it is written and delivered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import tests.support.world
from qibot.letters.templates import Templates
from qibot.model.case import Case
from qibot.model.letters import LetterState
from qibot.model.people import Person
from tests.support.build import CONFIG, ENROLMENT, JO, LONDON, TEAM, at, config, message
from tests.support.programme import read, text_of
from tests.support.world import World

SUE = Person("Sue Grant", ("sue.grant@council.example",))
SPONSORED = replace(ENROLMENT, sponsor=SUE)


def held(case: Case) -> list[str]:
    return [x.name for x in case.letters.values() if x.state is LetterState.HELD]


@pytest.mark.parametrize("settled", [True, False])
def test_a_letter_whose_template_was_broken_is_written_only_if_its_reason_still_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settled: bool
) -> None:
    broken = tmp_path / "remind_missing.md"
    broken.write_text("Subject: {{ oops }}\n\nx\n")
    monkeypatch.setattr(tests.support.world, "TEMPLATES", Templates([tmp_path, *CONFIG.template_folders()], LONDON))
    world = World(tmp_path / "data")
    world.now = at("2026-10-16T08:00")
    world.goes_to("2026-10-16T10:00")
    assert held(world.case) == ["remind_missing"]
    if settled:
        world.inbox.put(message(files=("r.pdf",), Message_ID="<r@x>"), world.now)
        world.bot.round()
    broken.unlink()
    sent = world.goes_to("2026-10-16T12:00")
    assert any("remind_missing" in x for x in sent) != settled
    assert held(world.case) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "until"),
    [
        ("report_inactivity", "2026-11-17T12:00"),
        ("escalate_missing", "2026-10-23T12:00"),
        ("ask_escalation", "2026-10-23T12:00"),
        ("report_feedback_overdue", "2026-10-27T12:00"),
        ("ask_exceptional", "2026-10-16T12:00"),
    ],
)
def test_what_the_team_has_to_decide_on_comes_with_the_history_and_the_sponsors_details(
    tmp_path: Path, name: str, until: str
) -> None:
    asking = config(calendar={"escalation": "ask" if name == "ask_escalation" else "auto"})
    world = World(tmp_path, SPONSORED, config=asking)
    world.now = at("2026-10-12T08:00")
    if name == "report_feedback_overdue":
        world.inbox.put(message(files=("r.pdf",), Message_ID="<r@x>"), world.now)
    if name == "ask_exceptional":
        world.inbox.put(message(text="EXCEPTIONAL\n\nI was ill.", subject="x", Message_ID="<e@x>"), world.now)
    world.goes_to(until)
    reader = TEAM if name != "escalate_missing" else "boss@council.example"
    (letter,) = [raw for to, raw in world.outbox.delivered if reader in to and str(read(raw)["X-QI-Letter"]) == name]
    said = text_of(letter)
    assert f"{SUE.name}, {SUE.address}" in said
    assert (
        "Report 1: came in on 12 October 2026" in said
        or "Report 1: missing, due on 15 October 2026" in said
        or ("Report 1: due on 15 October 2026" in said)
    )
    assert JO.name in said
