"""The team hears of strangers in one letter a morning, and of the same one once a week."""

from __future__ import annotations

from tests.support.build import at, message
from tests.support.desk_world import Desk, strange


def test_ten_strangers_in_a_night_make_one_letter_in_the_morning(world: Desk) -> None:
    for n in range(10):
        world.gets(strange(n, f"x{n}@y.example"), f"2026-10-13T0{n // 4}:{n % 4}5")
    assert world.all("report_quarantine") == []
    world.now = at("2026-10-13T09:00")
    world.bot.round()
    assert len(world.all("report_quarantine")) == 1


def test_the_same_stranger_is_told_of_once_a_week_and_every_message_is_kept(world: Desk) -> None:
    for n, day in enumerate(("12", "13", "16", "19"), 1):
        world.gets(strange(n), f"2026-10-{day}T10:00")
    assert len(world.all("report_quarantine")) == 2
    assert len(world.waiting()) == 4


def test_what_a_list_sends_is_told_of_once_a_week_and_not_listed_later(world: Desk) -> None:
    for day in range(12, 22):
        raw = message("news@shop.example", f"Offer {day}", List_Id="<shop.example>", Message_ID=f"<{day}@shop.example>")
        world.gets(raw, f"2026-10-{day}T10:00")
    first, later = world.all("report_quarantine")
    assert b"Offer 12" in first
    assert all(b"Offer %d" % day not in later for day in (13, 14, 15, 16)), "what came while the team had heard of it"
