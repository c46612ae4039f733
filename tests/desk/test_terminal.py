"""The terminal shows and settles what waits, and obeys nothing that stands in it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.cli import main
from qibot.cli.quarantine import tame
from qibot.model.case import Case, Put
from qibot.model.desk import DESK, Alias, Bounced, Quarantined
from qibot.store import orders
from qibot.store.archive import Archive
from qibot.store.tinydb import TinyStore
from tests.support.build import BOT, ENROLMENT, JO, TEAM, at, message
from tests.support.desk_world import MORNING
from tests.support.programme import toml


def test_what_a_terminal_would_obey_is_left_out() -> None:
    assert tame("a\x1b]0;owned\x07b\u202ec\nd") == "a]0;ownedbcd"
    assert tame("a\n\tb\x1b[2J\r", lines=True) == "a\n\tb[2J"


@given(st.text())
def test_no_text_keeps_a_character_that_steers_a_terminal(text: str) -> None:
    assert not any(unicodedata.category(c).startswith("C") and c not in "\n\t" and unicodedata.category(c) != "Cn"
                   for c in tame(text, lines=True))  # fmt: skip


@pytest.fixture
def laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one stranger's message that waits, and an address that returns mail."""
    sections: dict[str, dict[str, object]] = {
        "mailbox": {"address": BOT, "imap_host": "localhost", "smtp_host": "localhost"},
        "programme": {"team": [TEAM], "manager": "boss@council.example"},
        'cohorts."2026-27"': {"first_month": "2026-10", "reports": 8},
    }
    (tmp_path / "config.toml").write_text(toml(sections))
    monkeypatch.setenv("QIBOT_CONFIG", str(tmp_path / "config.toml"))
    data = tmp_path / "data"
    archived = Archive(data).keep(message("jo@else.example", "Re\x1bport", "Line one.\n\x1b[2JLine two.", ("a.pdf",)))
    store = TinyStore(data)
    store.commit(ENROLMENT.unit, [Put(ENROLMENT)])
    waits = Quarantined("ab" * 16, archived, at(MORNING), "jo@else.example", "Report", 9, "it is unknown", told=True)
    store.commit(DESK, [Put(waits), Put(Bounced("jo@school.example", at(MORNING), True, "550 no", told=True))])
    store.close()
    return data


def on_disk(data: Path) -> Case:
    return TinyStore(data, read_only=True).load(DESK)


def test_the_terminal_lists_and_shows_what_waits(laid_out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quarantine", "list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["number"], row["sender"], row["cause"]) == (1, "jo@else.example", "it is unknown")
    assert main(["quarantine", "show", "1"]) == 0
    shown = capsys.readouterr().out
    assert "Line one." in shown
    assert "Line two." in shown
    assert "a.pdf" in shown
    assert "\x1b" not in shown


def test_the_terminal_releases_and_mends_at_once_where_no_qibot_runs(laid_out: Path) -> None:
    assert main(["quarantine", "release", "1", "--as", "nobody@x.example"]) == 1
    assert main(["quarantine", "release", "abababab", "--as", JO.address]) == 0
    (item,) = on_disk(laid_out).all(Quarantined).values()
    assert item.released == JO.address
    assert on_disk(laid_out).all(Alias)["jo@else.example"].person == JO.address
    assert main(["mend", "JO@school.example"]) == 0
    assert on_disk(laid_out).all(Bounced) == {}


def test_while_a_qibot_runs_the_terminals_order_waits_for_it(laid_out: Path) -> None:
    holds = TinyStore(laid_out)
    try:
        assert main(["quarantine", "discard", "1"]) == 0
        assert len(orders.waiting(laid_out)) == 1
    finally:
        holds.close()
    assert len(on_disk(laid_out).all(Quarantined)) == 1
    assert main(["mend", "x@y.example"]) == 0
    assert on_disk(laid_out).all(Quarantined) == {}, "an order that was left over is carried out, too"
