"""The team, and nobody else, lets go of what waits by the number under which it was told."""

from __future__ import annotations

import pytest

from qibot.model.desk import DESK
from qibot.model.messages import Seen
from tests.support.build import ANN, JO, TEAM, at
from tests.support.desk_world import MORNING, Desk, strange


def test_discard_lets_go_of_a_message_and_a_copy_that_is_moved_back_is_not_dealt_with(world: Desk) -> None:
    raw = strange()
    world.gets(raw, MORNING)
    world.answers(TEAM, world.letter("report_quarantine"), "discard.\n\nThanks")
    assert world.waiting() == {}
    assert world.inbox.settled == ["s1@elsewhere.example"], "the mailbox's copy is moved, too"
    world.gets(raw)
    assert world.waiting() == {}
    assert world.case.report(1) is None


@pytest.mark.parametrize("text", ["DISCARD 2", "2 discard", "2. DISCARD"])
def test_a_number_says_which_of_several_is_meant(world: Desk, text: str) -> None:
    world.now = at("2026-10-12T06:00")
    for n in (1, 2, 3):
        world.gets(strange(n, f"x{n}@y.example"))
    world.now = at(MORNING)
    world.bot.round()
    world.answers(TEAM, world.letter("report_quarantine"), text)
    assert [q.subject for q in world.waiting().values()] == ["Report 1", "Report 3"]


def test_without_a_number_nothing_changes_and_the_answer_says_so(world: Desk) -> None:
    world.now = at("2026-10-12T06:00")
    for n in (1, 2):
        world.gets(strange(n, f"x{n}@y.example"))
    world.now = at(MORNING)
    world.bot.round()
    world.answers(TEAM, world.letter("report_quarantine"), "DISCARD")
    assert len(world.waiting()) == 2
    assert "the number is missing" in world.told()
    world.answers(TEAM, world.letter("report_quarantine"), "THIS IS jo@school.example 1")
    assert [q.subject for q in world.waiting().values()] == ["Report 2"]
    assert world.case.report(1) is not None
    world.answers(TEAM, world.letter("report_quarantine"), "DISCARD ALL")
    assert world.waiting() == {}


def test_nobody_but_the_team_settles_what_waits(world: Desk) -> None:
    world.gets(strange(), MORNING)
    letter = world.letter("report_quarantine")
    world.answers(JO.address, letter, "DISCARD")
    world.clicks(ANN.address, letter, "DISCARD")
    assert "s1" not in {q.subject for q in world.waiting().values()}
    assert any(q.subject == "Report 1" for q in world.waiting().values())


def test_a_discarded_message_keeps_its_mark(world: Desk) -> None:
    world.gets(strange(), MORNING)
    (key,) = world.waiting()
    world.clicks(TEAM, world.letter("report_quarantine"), "DISCARD")
    mark = world.store.load(DESK).get(Seen, key)
    assert mark is not None
    assert not mark.quarantined
