"""What the team hears, gathered and told once: the specification of desk.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from qibot.desk.gathered import LISTED, gather
from qibot.events.notices import Notice
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK, Quarantined, Told, Trouble
from qibot.model.letters import Letter, LetterState
from qibot.model.messages import Seen
from tests.support.build import CONFIG, TEAM, at

NOW = at("2026-10-12T09:00")
UNIT = "2026-27/jo.smith"


def quarantined(n: int) -> Put:
    return Put(Quarantined(f"k{n}", "ff", NOW, f"x{n}@y", "s", 1, "its sender isn't known"))


def refused(name: str = "receipt", key: str = "receipt/1") -> Letter:
    return Letter(key, name, ("jo@x",), (), NOW, LetterState.FAILED, subject="Re: r", outcomes={"jo@x": "550 no"})


def told(
    desk: Case,
    letters: tuple[tuple[str, Letter], ...] = (),
    troubles: dict[str, str] | None = None,
    now: datetime = NOW,
) -> tuple[Case, list[Notice]]:
    """The desk after the gathering, its letters recorded as the bot records them."""
    decision = gather(desk, letters, troubles or {}, CONFIG, now)
    written = [Put(Letter(n.key, n.name, (TEAM,), (), now, LetterState.SENT)) for n in decision.notices]
    return apply(desk, [*decision.changes, *written]), list(decision.notices)


def test_with_nothing_to_tell_nothing_changes() -> None:
    decision = gather(Case(DESK), [], {}, CONFIG, NOW)
    assert (decision.changes, decision.notices) == ((), ())


def test_many_strangers_make_one_letter_to_the_team() -> None:
    desk, letters = told(apply(Case(DESK), [quarantined(n) for n in range(10)]))
    (letter,) = letters
    assert [p.address for p in letter.to] == [TEAM]
    assert letter.facts["total"] == 10
    assert told(desk) == (desk, [])


def test_a_flood_is_counted_and_not_listed_whole() -> None:
    _, letters = told(apply(Case(DESK), [quarantined(n) for n in range(1000)]))
    assert letters[0].facts["total"] == 1000
    assert len(letters[0].facts["entries"]) == LISTED


def test_the_next_letter_about_quarantine_waits_until_the_hour_is_over() -> None:
    desk, _ = told(apply(Case(DESK), [quarantined(1)]))
    desk = apply(desk, [quarantined(2)])
    assert told(desk, now=NOW + timedelta(minutes=59))[1] == []
    assert len(told(desk, now=NOW + timedelta(minutes=60))[1]) == 1


def test_a_clock_that_was_set_back_does_not_silence_the_quarantine() -> None:
    desk, _ = told(apply(Case(DESK), [quarantined(1)]))
    assert len(told(apply(desk, [quarantined(2)]), now=NOW - timedelta(days=399))[1]) == 1


def test_a_refused_letter_is_told_once_with_the_servers_words() -> None:
    desk, letters = told(Case(DESK), ((UNIT, refused()),))
    assert letters[0].name == "report_undeliverable"
    assert letters[0].facts["entries"][0]["said"] == "550 no"
    assert told(desk, ((UNIT, refused()),)) == (desk, [])


def test_a_report_that_was_refused_itself_is_not_reported() -> None:
    _, letters = told(Case(DESK), ((DESK, refused("report_undeliverable", "undeliverable/1")),))
    assert letters == []


def test_trouble_is_told_when_it_begins_and_when_it_is_over_and_not_between() -> None:
    desk, begun = told(Case(DESK), troubles={"smtp": "down"})
    assert [n.name for n in begun] == ["report_trouble"]
    desk, between = told(desk, troubles={"smtp": "down, still"}, now=NOW + timedelta(hours=1))
    assert between == []
    desk, over = told(desk, now=NOW + timedelta(hours=2))
    assert [n.name for n in over] == ["report_recovered"]
    assert desk.all(Trouble) == {}
    assert told(desk, now=NOW + timedelta(hours=3))[1] == []


def test_the_same_trouble_on_another_day_is_told_again() -> None:
    desk, first = told(Case(DESK), troubles={"smtp": "down"})
    desk, _ = told(desk, now=NOW + timedelta(hours=1))
    _, second = told(desk, troubles={"smtp": "down"}, now=NOW + timedelta(days=1))
    assert first[0].key != second[0].key


def test_the_desk_forgets_what_is_long_settled_but_nothing_that_waits() -> None:
    settled = replace(refused(key="old"), state=LetterState.SENT, settled=NOW, outcomes={"jo@x": "250 ok"})
    waiting = replace(refused(key="new"), state=LetterState.WAITING, outcomes={})
    marks = [Put(Seen("old", "d", NOW, "automatic")), Put(Seen("k1", "d", NOW, "quarantine", quarantined=True))]
    desk, _ = told(apply(Case(DESK), [quarantined(1), Put(settled), Put(waiting), Put(Told("x", NOW)), *marks]))
    later, _ = told(desk, now=NOW + timedelta(days=401))
    assert later.all(Seen) == {}
    assert "new" in later.letters
    assert "old" not in later.letters
    assert set(later.all(Told)) == {"x"}, "or the refused letter would be told of anew"
    assert later.all(Quarantined) == {}, "the message itself stays in the mailbox's folder"
    assert set(told(apply(desk, [quarantined(2)]), now=NOW + timedelta(days=401))[0].all(Quarantined)) == {"k2"}
