"""What the provider would refuse waits by itself: the specification of quota.py, and what the bot makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from qibot.config import Pace
from qibot.letters.quota import Quota
from qibot.mailbox.delivery import NO_PATHS, Delivery
from qibot.model.case import Case, Put, apply
from qibot.model.letters import Letter, LetterState
from qibot.model.people import Enrolment, Person
from tests.support.build import TEAM, at, config, message
from tests.support.dialogue import Scene, scene

NOW = at("2026-10-12T09:00")


def sent(number: int, seconds_ago: float, *to: str) -> Letter:
    settled = NOW - timedelta(seconds=seconds_ago)
    return Letter(
        f"k{number}", "relay_message", to or ("a@x",), (), settled, LetterState.SENT, settled=settled,
        outcomes=dict.fromkeys(to or ("a@x",), "250 OK"),
    )  # fmt: skip


def quota(bounds: Pace, *letters: Letter) -> Quota:
    made = Quota(bounds)
    for unit in range(3):
        made.note(apply(Case(f"2026-27/p{unit}"), [Put(x) for x in letters[unit::3]]))
    return made


def test_letters_of_the_last_minute_count_whoever_they_are_about() -> None:
    made = quota(Pace(30, 0), *(sent(n, n) for n in range(30)))
    assert made.minute_is_full(NOW)
    assert not made.minute_is_full(NOW + timedelta(seconds=31))


def test_people_written_to_within_a_day_count_and_the_team_has_the_last_of_them() -> None:
    made = quota(Pace(0, 100), *(sent(n, 100 * n, "a@x", "b@x") for n in range(47)))
    assert not made.day_is_full(NOW, 1, team=False)
    assert made.day_is_full(NOW, 2, team=False)
    assert not made.day_is_full(NOW, 6, team=True)
    assert made.day_is_full(NOW, 7, team=True)
    assert not made.day_is_full(NOW + timedelta(days=1), 90, team=False)


def test_without_a_bound_nothing_waits() -> None:
    made = quota(Pace(0, 0), *(sent(n, 0) for n in range(500)))
    assert not made.minute_is_full(NOW)
    assert not made.day_is_full(NOW, 500, team=False)


@pytest.mark.parametrize(
    ("host", "way", "pace", "copies"),
    [
        ("smtp.council.example", {}, Pace(0, 0), True),
        ("smtp.office365.com", {}, Pace(30, 10_000), False),
        ("smtp.gmail.com", {}, Pace(0, 2_000), False),
        ("smtp-relay.gmail.com", {}, Pace(0, 2_000), False),
        ("notgmail.com", {}, Pace(0, 0), True),
        ("localhost", {"way": "google"}, Pace(0, 2_000), False),
        ("localhost", {"way": "microsoft", "tenant": "t", "client_id": "c"}, Pace(30, 10_000), False),
    ],
)
def test_the_provider_is_known_by_the_sign_in_or_by_its_servers_name(
    host: str, way: dict[str, Any], pace: Pace, copies: bool
) -> None:
    made = config(mailbox={"smtp_host": host}, signin=way)
    assert (made.pace, made.keeps_sent_copies) == (pace, copies)


def test_what_is_configured_counts_more_than_what_is_known() -> None:
    made = config(mailbox={"smtp_host": "smtp.gmail.com"}, smtp={"letters_a_minute": 5, "sent_copy": "always"})
    assert (made.pace, made.keeps_sent_copies) == (Pace(5, 2_000), True)


def reports(s: Scene, count: int) -> None:
    for number in range(count):
        s.inbox.put(message(subject="Question", text=f"May I ask number {number}?"), s.now)


def test_no_minute_sees_more_letters_than_the_provider_allows_and_none_is_lost(tmp_path: Path) -> None:
    s = scene(tmp_path, smtp={"letters_a_minute": 4}, limits={"letters_in_ten_minutes": 99})
    reports(s, 8)
    counts = []
    for _ in range(12):
        before = len(s.outbox.delivered)
        s.bot.round()
        counts.append(len(s.outbox.delivered) - before)
        s.now += timedelta(minutes=1)
    assert max(counts) == 4
    assert sum(counts) >= 16, "a receipt and a mail to the mentor for each"


def crowd(folder: Path, count: int, **sections: Any) -> Scene:
    """So many reports, each with its forward at its own mentor's, and a manager who is to have the feedback in copy."""
    people = [tuple(Person(f"{who} {n}", (f"{who}{n}@x.example",)) for who in "pmg") for n in range(count)]
    enrolments = [Enrolment("2026-27", f"p.{n}", p, m, g) for n, (p, m, g) in enumerate(people)]
    s = Scene(folder, *enrolments, config=config(**sections))
    s.now = at("2026-11-12T09:00")
    for practitioner, *_ in people:
        s.inbox.put(message(sender=practitioner.address, files=("r.pdf",)), s.now)
    while len(s.heads("forward_report")) < count:
        s.bot.round()
        s.now += timedelta(minutes=1)
    return s


@pytest.mark.slow
@pytest.mark.parametrize("via", ["smtp", "graph"])
def test_microsofts_thirty_messages_a_minute_hold_in_any_minute_also_where_a_letter_goes_to_each_by_itself(
    tmp_path: Path, via: str
) -> None:
    """Each return path of its own takes a message of its own; by Graph there is none."""
    microsoft = {"way": "microsoft", "tenant": "t", "client_id": "c"}
    s, sent = crowd(tmp_path, 40, signin=microsoft, smtp={"via": via}), []
    s.now += timedelta(minutes=2)
    deliver = s.outbox.deliver

    async def delivered(recipients: Sequence[str], raw: bytes, paths: Mapping[str, str] = NO_PATHS) -> Delivery:
        sent.extend([s.now] * max(1, sum(r in paths for r in recipients)))
        return await deliver(recipients, raw, paths)

    s.outbox.deliver = delivered  # type: ignore[method-assign]
    for head in s.heads("forward_report"):
        mentor, to = (str(head[name].addresses[0].addr_spec) for name in ("To", "Reply-To"))
        text = "What I liked: your aim is clear. Even better if it had a date and a measure."
        about = str(head["Message-ID"])
        s.inbox.put(message(sender=mentor, subject="Re: Report", text=text, To=to, In_Reply_To=about), s.now)
    for _ in range(40):
        s.bot.round()
        s.now += timedelta(seconds=10)
    assert len(s.raws("relay_feedback")) == 40
    assert len(sent) >= (80 if via == "smtp" else 40)
    assert max(sum(at <= x < at + timedelta(minutes=1) for x in sent) for at in sent) == 30


def test_a_letter_to_more_people_than_a_minute_allows_goes_alone_and_not_never(tmp_path: Path) -> None:
    made = quota(Pace(2, 0), sent(1, 30))
    assert made.minute_is_full(NOW, 5)
    assert not made.minute_is_full(NOW + timedelta(minutes=1), 5)


def test_at_the_days_bound_letters_wait_and_the_team_is_told_once_and_once_when_it_is_over(tmp_path: Path) -> None:
    s = scene(tmp_path, smtp={"recipients_a_day": 20}, limits={"letters_in_ten_minutes": 99})
    reports(s, 15)
    for _ in range(4):
        s.bot.round()
        s.now += timedelta(minutes=1)
    others = [to for to, _ in s.outbox.delivered if to != (TEAM,)]
    assert len(others) == 19
    assert len(s.raws("report_trouble", TEAM)) == 1
    assert "20 people have been written to within a day" in s.last("report_trouble")
    s.now += timedelta(days=1)
    for _ in range(4):
        s.bot.round()
    assert len([to for to, _ in s.outbox.delivered if to != (TEAM,)]) > 25
