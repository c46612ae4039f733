"""A sample of `make faults`: a few kills over a running cohort."""

from __future__ import annotations

from pathlib import Path

from tests.faults.kills import Kills
from tests.support.mailservers import MailServers


def test_killed_again_and_again_the_daemon_and_orders_lose_nothing_and_tell_nobody_else(
    servers: MailServers, tmp_path: Path
) -> None:
    one = Kills(servers, tmp_path / "kills", 12, seed=3)
    try:
        tally = one.run(15)
    finally:
        one.close()
    assert tally.wrong == []
    assert sum(tally.kills.values()) == 15  # of which kind, the machine decides by its speed
    assert set(tally.kills) <= {"daemon", "delivery", "order"}
    assert tally.sent["report"] > 3
