"""A clock that is set wrong for a while: nothing is sent twice, and what it brought about wrongly is seen to be so."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.build import TEAM
from tests.support.trio import TRIO, report_comes
from tests.support.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, *TRIO)


def with_a_server(world: World) -> list[timedelta]:
    """From now on the mail server says what time it is; the entry is by how much this machine's clock is off."""
    off = [timedelta()]
    world.inbox.clock = lambda: world.now - off[0]
    return off


def wrongly(world: World, off: list[timedelta], **by: float) -> list[str]:
    """The clock is wrong for two hours, by the mail server's; the kinds of letters that are sent meanwhile."""
    off[0] = timedelta(**by)
    world.now += off[0]
    sent = []
    for _ in range(120):
        world.now += timedelta(minutes=1)
        sent += sent_now(world)
    world.now -= off[0]
    off[0] = timedelta()
    return sent


def sent_now(world: World) -> list[str]:
    return [x["notice"] for x in world.bot.round().letters if x["state"] == "sent"]


def sent_in_a_round(world: World) -> list[str]:
    world.now += timedelta(minutes=1)
    return sent_now(world)


@pytest.mark.parametrize("by", [{"days": 32}, {"days": 31}, {"days": -1}, {"hours": 7}])
def test_while_the_clock_and_the_mail_servers_differ_nobody_is_chased_and_the_team_hears_once(
    world: World, by: dict[str, float]
) -> None:
    """In the month after, everybody gets just what they would have got."""
    off = with_a_server(world)
    world.goes_to("2026-10-08T12:00")
    assert wrongly(world, off, **by) == ["report_trouble"]
    assert sent_in_a_round(world) == ["report_recovered"]
    quiet = World(world.folder / "quiet", *TRIO)
    quiet.goes_to("2026-10-08T14:01")
    assert world.writes_until("2026-11-30T12:00") == quiet.writes_until("2026-11-30T12:00")


def test_a_bot_that_is_started_with_a_clock_a_month_ahead_asks_before_it_chases(world: World) -> None:
    off = with_a_server(world)
    world.goes_to("2026-10-08T12:00")
    off[0] = timedelta(days=32)
    world.now += off[0]
    world.bot = world.started()
    assert sent_in_a_round(world) == ["report_trouble"]
    world.bot = world.started()
    world.inbox.down = True
    assert sent_in_a_round(world) == [], "it isn't over because the server can't be asked"
    world.inbox.down = False
    assert sent_in_a_round(world) == []
    world.now -= off[0]
    off[0] = timedelta()
    assert sent_in_a_round(world) == ["report_recovered"]


def test_after_a_true_month_of_standing_still_everybody_gets_what_matters_now(world: World) -> None:
    with_a_server(world)
    world.goes_to("2026-10-08T12:00")
    world.now += timedelta(days=32)
    sent = sent_in_a_round(world)
    assert "report_trouble" not in sent
    assert sent


def test_mail_is_dealt_with_while_the_clocks_differ_and_its_arrival_counts(world: World) -> None:
    off = with_a_server(world)
    world.goes_to("2026-10-08T12:00")
    report_comes(world, TRIO[0], "2026-10-08T12:30")
    sent = wrongly(world, off, days=32)
    assert Counter(sent) == Counter(report_trouble=1, receipt=1, forward_report=1)
    report = world.case.report(1)
    assert report is not None
    assert not report.late


def test_no_letter_is_given_up_by_a_clock_that_is_wrong(world: World) -> None:
    off = with_a_server(world)
    world.goes_to("2026-10-08T12:00")
    world.outbox.busy = True
    report_comes(world, TRIO[0], "2026-10-08T12:30")
    assert wrongly(world, off, days=32) == []
    world.outbox.busy = False
    world.goes_to("2026-10-08T23:00")
    assert {"receipt", "forward_report"} <= {x.name for _, x in world.letters()}


def copies(world: World) -> Counter[str]:
    return Counter(letter.message_id for _, letter in world.letters())


def off_by(world: World, **by: float) -> list[str]:
    """The clock is wrong for an hour; what is sent meanwhile."""
    before = len(world.outbox.delivered)
    world.now += timedelta(**by)
    for _ in range(60):
        world.now += timedelta(minutes=1)
        world.bot.round()
    world.now -= timedelta(**by)
    return [str(recipients) for recipients, _ in world.outbox.delivered[before:]]


# --- a mail server that doesn't say ---


def test_back_a_day_nothing_is_sent_again(world: World) -> None:
    report_comes(world, TRIO[0], "2026-10-12T09:30")
    world.goes_to("2026-10-14T12:00")
    before = len(world.outbox.delivered)
    assert before
    assert off_by(world, days=-1) == []
    world.goes_to("2026-10-14T23:00")
    assert all(n == 1 for n in copies(world).values())


def test_forward_a_month_each_gets_one_letter_at_most_and_the_team_one_for_all(world: World) -> None:
    """32 days, to a working day: as after downtime, nobody gets a burst. What was wrongly said stays said."""
    world.goes_to("2026-10-08T12:00")
    assert off_by(world, days=32) == [
        *(str((one.practitioner.address, one.mentor.address)) for one in TRIO),
        str((TEAM,)),
    ]
    following = world.goes_to("2026-10-30T12:00")
    assert following.count("2026-10-09 remind_deadline") == len(TRIO), "the true calendar goes on"
    assert following.count("2026-10-14 remind_deadline") == len(TRIO)
    assert all(n == 1 for n in copies(world).values())


def test_forward_a_month_mail_is_dealt_with_as_ever_and_its_arrival_counts(world: World) -> None:
    world.goes_to("2026-10-08T12:00")
    report_comes(world, TRIO[0], "2026-10-08T12:30")
    off_by(world, days=32)
    report = world.case.report(1)
    assert report is not None
    assert not report.late
