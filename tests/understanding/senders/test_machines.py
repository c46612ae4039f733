"""A machine without any mark is told by its speed or its rhythm in a matter."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qibot.message.mail import parse
from qibot.model.case import Put
from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import Letter, LetterState
from qibot.model.messages import Seen
from qibot.understanding.matter.known import Known
from qibot.understanding.senders.machines import too_regular
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, THREADS, at, case, message
from tests.support.desk_world import Desk
from tests.support.programme import text_of

BEGUN = at("2026-10-12T09:00")
Moments = list[datetime]


def seconds(*offsets: float) -> Moments:
    return [BEGUN + timedelta(seconds=x) for x in offsets]


def cause(answers: Moments, letters: Moments, tmp_path: Path) -> str:
    world = Desk(tmp_path)
    marks = [Put(Seen(f"k{n}", "d", m, "question", by="mentor")) for n, m in enumerate(answers[:-1])]
    sent = [
        Put(Letter(f"l{n}", "relay_message", (ANN.address,), (), m, LetterState.SENT, settled=m,
                   outcomes={ANN.address: "250 ok"}))
        for n, m in enumerate(letters)
    ]  # fmt: skip
    known = Known(CONFIG, world.bot._directory, THREADS, world.store.load)
    mail = parse(message(ANN.address, "Re: x", "Thank you, number 7.", In_Reply_To="<x@y>"))
    return too_regular(mail, case(*marks, *sent), answers[-1], known)


def test_six_answers_each_within_a_minute_of_a_letter_are_a_machines(tmp_path: Path) -> None:
    letters = seconds(0, 400, 900, 1300, 2000, 2900)
    quick = [m + timedelta(seconds=5 + n) for n, m in enumerate(letters)]
    assert "within 60 seconds of a letter" in cause(quick, letters, tmp_path)
    assert cause(quick[:5], letters, tmp_path / "b") == ""
    slow_once = [*quick[:3], letters[3] + timedelta(seconds=90), *quick[4:]]
    assert cause(slow_once, letters, tmp_path / "c") == "", "somebody who once took their time is a person"


def test_answers_at_equal_intervals_are_a_machines_however_slow(tmp_path: Path) -> None:
    every = seconds(*(900 * n + (n % 2) for n in range(7)))
    assert "equal intervals" in cause(every, [], tmp_path)
    people = seconds(0, 840, 1750, 2650, 3600, 4400, 5400)
    assert cause(people, [], tmp_path / "b") == ""


def test_what_was_before_a_day_counts_no_more(tmp_path: Path) -> None:
    daily = [BEGUN + timedelta(days=n) for n in range(8)]
    assert cause(daily, daily, tmp_path) == ""


def test_many_mails_that_lay_in_the_inbox_at_once_are_no_rhythm(tmp_path: Path) -> None:
    assert cause([BEGUN] * 8, [], tmp_path) == ""


def test_two_machines_whose_words_change_stop_soon_and_the_team_hears(tmp_path: Path) -> None:
    """A round a minute for a day: each answers whatever reaches it, at once, and never says the same twice."""
    world, count = Desk(tmp_path), 0
    world.gets(message(JO.address, "Report 1", files=("r.pdf",)), "2026-10-12T09:00")
    read = 0
    for _ in range(60 * 10):
        world.now += timedelta(minutes=1)
        fresh = world.outbox.delivered[read:]
        read = len(world.outbox.delivered)
        for recipients, raw in fresh:
            for who in (JO.address, ANN.address):
                if who in recipients:
                    count += 1
                    letter = parse(raw)
                    world.inbox.put(
                        message(who, f"Re: {letter.subject}", f"Thank you, aim {count} is clear. Which ward is it?",
                                To=next(x.split("<")[-1].strip(">") for x in letter.fields("Reply-To")),
                                Message_ID=f"<{count}@machine.example>", In_Reply_To=f"<{letter.message_id}>"),
                        world.now,
                    )  # fmt: skip
        world.bot.round()
    assert len(world.outbox.delivered) < 40
    held = [q for q in world.store.load(DESK).all(Quarantined).values() if "as from a machine" in q.cause]
    assert held
    assert any("as from a machine" in text_of(raw) for to, raw in world.outbox.delivered if TEAM in to)


# --- a letter of ours that a person redirects ---


@pytest.mark.parametrize("kept_from", [True, False])
def test_a_letter_of_ours_that_a_person_redirects_waits_for_a_person_and_is_told(
    tmp_path: Path, kept_from: bool
) -> None:
    world = Desk(tmp_path)
    world.gets(message(JO.address, "Report 1", files=("r.pdf",)), "2026-10-12T09:00")
    raw = world.letter("forward_report")
    if kept_from:
        raw = b"Resent-From: Ann <" + ANN.address.encode() + b">\r\n" + raw
    else:
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = [x for x in head.split(b"\r\n") if not x.lower().startswith((b"from:", b"message-id:"))]
        raw = b"\r\n".join([b"From: " + ANN.address.encode(), b"Message-ID: <new@health.example>", *lines, b"", body])
    world.gets(raw)
    (waiting,) = world.store.load(DESK).all(Quarantined).values()
    assert "redirected" in waiting.cause
    assert "redirected" in text_of(world.letter("report_quarantine"))


def test_a_rule_that_redirects_every_letter_is_told_once_a_week_and_makes_no_loop(tmp_path: Path) -> None:
    world, read = Desk(tmp_path), 0
    world.gets(message("who@else.example", "Hello"), "2026-10-12T09:00")
    for _ in range(24 * 6):
        world.now += timedelta(hours=1)
        fresh, read = world.outbox.delivered[read:], len(world.outbox.delivered)
        for recipients, raw in fresh:
            for who in {TEAM, MEG.address, ANN.address, JO.address} & set(recipients):
                world.inbox.put(b"Resent-From: " + who.encode() + b"\r\n" + raw, world.now)
        world.bot.round()
    assert len(world.all("report_quarantine")) <= 2


def test_a_letter_of_ours_that_comes_back_by_a_stranger_or_by_itself_is_left_alone(tmp_path: Path) -> None:
    world = Desk(tmp_path)
    world.gets(message(JO.address, "Report 1", files=("r.pdf",)), "2026-10-12T09:00")
    raw = world.letter("forward_report")
    world.gets(raw)
    world.gets(b"Resent-From: list@lists.example\r\n" + raw)
    assert world.store.load(DESK).all(Quarantined) == {}


# --- the same id with another subject ---


def test_the_same_id_and_body_under_another_subject_is_not_dropped(tmp_path: Path) -> None:
    world = Desk(tmp_path)
    first = message(JO.address, "Report 1", "Attached.", ("r.pdf",), content="x", Message_ID="<same@x>")
    other = first.replace(b"Subject: Report 1", b"Subject: Report 2")
    assert other != first
    world.gets(first, "2026-10-12T09:00")
    world.gets(first)
    assert world.store.load(DESK).all(Quarantined) == {}, "the very same one is"
    world.gets(other)
    world.gets(other)
    (waiting,) = world.store.load(DESK).all(Quarantined).values()
    assert (waiting.subject, "says something else" in waiting.cause) == ("Report 2", True)
    assert world.store.load(ENROLMENT.unit).report(1) is not None
