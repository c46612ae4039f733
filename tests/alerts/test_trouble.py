"""Trouble of the bot's own is told once, and once when it is over, whatever process sees it (alerts)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from qibot.alerts.alarm import Alarm
from qibot.alerts.ways import Way
from qibot.cli.building import put_together
from qibot.errors import AlertFailed
from qibot.hands import Done
from qibot.store import durable
from qibot.store.archive import Archive
from qibot.store.troubles import Troubles
from tests.support.build import CONFIG, JO, THREADS, at, message
from tests.support.programme import head_of
from tests.support.world import TEMPLATES, World


class Hearer:
    """A way of telling that can be out of order."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.broken = False

    def __call__(self, text: str, _now: datetime) -> None:
        if self.broken:
            raise AlertFailed("The webhook can't be reached.")
        self.heard.append(text)

    @property
    def short(self) -> list[str]:
        """Whether what was told begins or is over, in the order in which it came."""
        return ["over" if "Over since" in text else "begun" for text in self.heard]


class Cron(World):
    """A world in which each round is a process of its own, as cron runs `qibot once`."""

    def __init__(self, folder: Path, **ways: Way) -> None:
        self.ways: Mapping[str, Way] = ways
        super().__init__(folder)

    def once(self, moment: str) -> Done:
        self.now = at(moment)
        alarm = Alarm(self.config, Troubles(self.folder, self.folder / "spare"), self.ways)
        parts = (self.store, Archive(self.folder), self.inbox, self.outbox, TEMPLATES, THREADS)
        bot = put_together(CONFIG, *parts, lambda: self.now, alarm=alarm)
        return bot.round()

    def named(self) -> list[str]:
        names = [str(head_of(raw)["X-QI-Letter"]) for _, raw in self.outbox.delivered]
        return [name for name in names if name != "remind_deadline"]

    def kept(self) -> list[tuple[str, datetime]]:
        found = Troubles(self.folder, self.folder / "spare").load().troubles
        return [(t.key, t.since) for t in found if t.over is None]


@pytest.fixture
def hearer() -> Hearer:
    return Hearer()


@pytest.fixture
def cron(tmp_path: Path, hearer: Hearer) -> Cron:
    return Cron(tmp_path, hearer=hearer)


def test_each_new_process_knows_since_when_the_mailbox_fails(cron: Cron) -> None:
    cron.inbox.down = True
    for minute in (0, 5, 10):
        done = cron.once(f"2026-10-12T09:{minute:02}")
        assert done.troubles == [{"since": at("2026-10-12T09:00").isoformat(), "what": "The mailbox is down."}]
    assert cron.kept() == [("mailbox", at("2026-10-12T09:00"))]


def test_it_is_told_when_it_has_lasted_and_when_it_is_over_and_each_once(cron: Cron, hearer: Hearer) -> None:
    cron.inbox.down = True
    for minute in (0, 15, 29):
        cron.once(f"2026-10-12T09:{minute:02}")
    assert (hearer.short, cron.named()) == ([], [])
    for minute in (30, 35, 59):
        cron.once(f"2026-10-12T09:{minute:02}")
    assert (hearer.short, cron.named()) == (["begun"], ["report_trouble"])
    assert "The mailbox is down." in hearer.heard[0]
    assert "12 October 2026, 09:00" in hearer.heard[0]
    cron.inbox.down = False
    for minute in (0, 5, 10):
        done = cron.once(f"2026-10-12T10:{minute:02}")
        assert done.troubles == []
    assert (hearer.short, cron.named()) == (["begun", "over"], ["report_trouble", "report_recovered"])
    assert cron.kept() == []


def test_what_passes_soon_is_told_by_nobody(cron: Cron, hearer: Hearer) -> None:
    cron.inbox.down = True
    cron.once("2026-10-12T09:00")
    cron.inbox.down = False
    cron.once("2026-10-12T09:10")
    cron.inbox.down = True
    cron.once("2026-10-12T09:40")
    assert hearer.heard == []
    assert cron.kept() == [("mailbox", at("2026-10-12T09:40"))], "it began anew"


def test_a_server_that_takes_no_letters_is_told_by_the_other_way_and_not_over_before_one_went(
    cron: Cron, hearer: Hearer
) -> None:
    cron.inbox.put(message(sender=JO.address, files=("r.pdf",)), at("2026-10-12T09:00"))
    cron.outbox.down = True
    for minute in (0, 20, 40, 59):
        cron.once(f"2026-10-12T09:{minute:02}")
    assert hearer.short == ["begun"]
    assert "The server is down." in hearer.heard[0]
    assert cron.named() == []
    cron.outbox.down = False
    cron.once("2026-10-12T10:00")
    cron.once("2026-10-12T10:05")
    assert hearer.short == ["begun", "over"]
    assert sorted(cron.named()) == ["forward_report", "receipt", "report_recovered", "report_trouble"]


def test_where_one_way_fails_another_is_enough(tmp_path: Path) -> None:
    first, second = Hearer(), Hearer()
    first.broken = True
    cron = Cron(tmp_path, first=first, second=second)
    cron.inbox.down = True
    faults = [cron.once(f"2026-10-12T{hour:02}:00").faults for hour in (9, 10, 11)]
    assert (first.heard, second.short) == ([], ["begun"])
    assert [any("webhook" in fault for fault in said) for said in faults] == [False, True, False]


def test_where_all_ways_fail_they_are_tried_again_after_a_pause(cron: Cron, hearer: Hearer) -> None:
    cron.inbox.down = hearer.broken = True
    cron.once("2026-10-12T09:00")
    cron.once("2026-10-12T09:30")
    hearer.broken = False
    cron.once("2026-10-12T09:35")
    assert hearer.heard == [], "not with each round"
    cron.once("2026-10-12T09:45")
    assert hearer.short == ["begun"]


def test_two_troubles_are_one_text(cron: Cron, hearer: Hearer) -> None:
    cron.inbox.put(message(sender=JO.address, files=("r.pdf",)), at("2026-10-12T08:00"))
    cron.outbox.down = True
    cron.once("2026-10-12T08:55")
    cron.inbox.down = True
    cron.once("2026-10-12T09:00")
    cron.once("2026-10-12T10:00")
    (text,) = hearer.heard
    assert text.count("Trouble since") == 2


def test_a_disk_that_takes_nothing_is_told_and_its_beginning_kept_elsewhere(
    cron: Cron, hearer: Hearer, monkeypatch: pytest.MonkeyPatch
) -> None:
    cron.inbox.put(message(sender=JO.address, files=("r.pdf",)), at("2026-10-12T09:00"))
    with monkeypatch.context() as patched:
        patched.setattr(durable, "write", _refusing(cron.folder, durable.write))
        for minute in (0, 20, 40):
            assert cron.once(f"2026-10-12T09:{minute:02}").faults
    assert hearer.short == ["begun"]
    assert "make room or mend the disk" in hearer.heard[0]
    assert cron.kept()[0][1] == at("2026-10-12T09:00")
    cron.once("2026-10-12T09:50")
    assert hearer.short == ["begun", "over"]
    assert sorted(cron.named())[:2] == ["forward_report", "receipt"]


def _refusing(folder: Path, real: Callable[[Path, bytes], None]) -> Callable[[Path, bytes], None]:
    def write(path: Path, data: bytes) -> None:
        if "spare" not in str(path):
            raise durable._failed("write", path, OSError(28, "No space left on device"))
        real(path, data)

    return write


def test_a_book_that_is_damaged_counts_as_none_and_stops_nothing(cron: Cron) -> None:
    cron.inbox.down = True
    cron.once("2026-10-12T09:00")
    path = cron.folder / "troubles.json"
    for spoilt in (path.read_bytes()[:20], b"", b"\xff\x00", b"[]", b'{"version": 9}'):
        path.write_bytes(spoilt)
        assert cron.once("2026-10-12T09:10").troubles[0]["since"] == at("2026-10-12T09:10").isoformat()


def test_a_clock_that_is_set_back_tells_nothing_twice(cron: Cron, hearer: Hearer) -> None:
    cron.inbox.down = True
    for moment in ("12T09:00", "12T10:00", "11T10:00", "11T12:00", "12T11:00"):
        cron.once(f"2026-10-{moment}")
    assert hearer.short == ["begun"]


def test_that_a_bot_cannot_begin_is_told_too_and_over_when_one_has(cron: Cron, hearer: Hearer) -> None:
    for moment in ("2026-10-12T09:00", "2026-10-12T09:31", "2026-10-12T09:32"):
        alarm = Alarm(CONFIG, Troubles(cron.folder), cron.ways)
        alarm.note_start("The secret is gone.", at(moment))
    assert hearer.short == ["begun"]
    cron.once("2026-10-12T09:40")
    assert hearer.short == ["begun", "over"]
