"""What is set up where lines break, and that all came well in the end."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.programme import Programme

DONE = "qibot/done"
ONE_BY_ONE = {"batch_mb": 0.000001}


def all_report(p: Programme) -> None:
    for who in (p.jo, p.sam, p.priya):
        p.reports(who)


def all_is_well(p: Programme) -> None:
    """Every report is in once, everybody has each letter once, and the inbox is empty."""
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt"]] * 3
    assert (p.kinds(p.ann), p.kinds(p.bob), p.kinds(p.team)) == (["forward_report"] * 2, ["forward_report"], [])
    assert [p.report(who).versions for who in (p.jo, p.sam, p.priya)] == [1, 1, 1]
    assert (p.folder_count(), p.folder_count(DONE), p.folder_count("qibot/quarantine")) == (0, 3, 0)


Interrupt = Callable[[int, str, Callable[[], None]], None]
