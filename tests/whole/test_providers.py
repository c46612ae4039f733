"""What the bot makes of a provider that gives no token, asks to be left alone, or fails to keep copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qibot.errors import InboxFailed, OutboxFailed, QibotError, SigninRefused
from qibot.mailbox import Delivery
from tests.support.build import TEAM, message
from tests.support.dialogue import Scene, scene

WORDS = "Microsoft's sign-in server gives no token: the secret has expired. Make a new one."


class Moody:
    """What the doors do instead, while there is something."""

    def __init__(self, s: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
        self.inbox: QibotError | None = None
        self.outbox: QibotError | None = None
        self.connections = 0
        deliver = s.outbox.deliver

        def connect() -> None:
            self.connections += 1
            if self.inbox:
                raise self.inbox

        async def delivered(recipients: Sequence[str], raw: bytes, paths: Mapping[str, str]) -> Delivery:
            if self.outbox:
                raise self.outbox
            return await deliver(recipients, raw, paths)

        monkeypatch.setattr(s.inbox, "connect", connect)
        monkeypatch.setattr(s.outbox, "deliver", delivered)

    def fails(self, error: QibotError | None) -> None:
        self.inbox = self.outbox = error


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-11-12T09:00")


@pytest.fixture
def moody(s: Scene, monkeypatch: pytest.MonkeyPatch) -> Moody:
    return Moody(s, monkeypatch)


def rounds(s: Scene, minutes: int) -> None:
    for _ in range(minutes):
        s.now += timedelta(minutes=1)
        s.bot.round()


def test_a_sign_in_that_fails_is_told_once_in_words_and_once_when_it_is_over(s: Scene, moody: Moody) -> None:
    rounds(s, 1)
    s.inbox.put(message(files=("r.pdf",)), s.now)
    s.bot.round()
    moody.fails(SigninRefused(WORDS))
    s.inbox.put(message(subject="A question", text="Which of the two charts do you prefer?"), s.now)
    rounds(s, 90)
    moody.fails(None)
    rounds(s, 3)
    assert len(s.raws("report_trouble", TEAM)) == len(s.raws("report_recovered", TEAM)) == 1
    assert WORDS in s.last("report_trouble")
    assert not s.inbox.waiting, "the mail that waited was taken in"
    assert s.raws("relay_message"), "and went on within three minutes of the end, however long the pauses had grown"


def test_a_short_failure_of_the_sign_in_troubles_nobody(s: Scene, moody: Moody) -> None:
    moody.fails(SigninRefused(WORDS))
    rounds(s, 20)
    moody.fails(None)
    rounds(s, 60)
    assert not s.raws("report_trouble")


def test_a_sign_in_that_fails_for_sending_alone_is_told_as_well(s: Scene, moody: Moody) -> None:
    moody.outbox = SigninRefused(WORDS)
    s.inbox.put(message(files=("r.pdf",)), s.now)
    rounds(s, 400)
    moody.outbox = None
    rounds(s, 400)
    assert len(s.raws("report_trouble", TEAM)) == len(s.raws("report_recovered", TEAM)) == 1


def test_a_mailbox_that_asks_to_be_left_alone_is_left_alone_for_so_long(s: Scene, moody: Moody) -> None:
    moody.inbox = InboxFailed("Request is throttled", pause_seconds=600)
    rounds(s, 1)
    assert moody.connections == 1
    rounds(s, 9)
    assert moody.connections == 1
    moody.inbox = None
    s.inbox.put(message(files=("r.pdf",)), s.now)
    rounds(s, 2)
    assert moody.connections > 1
    assert s.raws("receipt")


def test_a_clock_that_is_set_back_ends_that_pause(s: Scene, moody: Moody) -> None:
    moody.inbox = InboxFailed("Request is throttled", pause_seconds=600)
    rounds(s, 1)
    s.now -= timedelta(days=3)
    rounds(s, 1)
    assert moody.connections == 2


def test_an_smtp_server_that_asks_to_be_left_alone_is_left_alone_for_so_long(s: Scene, moody: Moody) -> None:
    s.inbox.put(message(files=("r.pdf",)), s.now)
    moody.outbox = OutboxFailed("421 4.3.2 Service not available", pause_seconds=1800)
    rounds(s, 29)
    assert not s.outbox.delivered
    moody.outbox = None
    rounds(s, 1)
    assert not s.outbox.delivered
    rounds(s, 2)
    assert s.raws("receipt")


def test_each_letter_that_was_taken_has_one_copy_in_the_sent_folder(s: Scene) -> None:
    s.inbox.put(message(files=("r.pdf",)), s.now)
    rounds(s, 3)
    assert sorted(s.inbox.copies) == sorted(raw for _, raw in s.outbox.delivered)
    assert len(s.inbox.copies) >= 2


def test_no_letter_fails_where_no_copy_can_be_kept(s: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(letters: Sequence[bytes], sent: datetime) -> None:
        raise InboxFailed("The connection broke.")

    monkeypatch.setattr(s.inbox, "keep_sent", broken)
    s.inbox.put(message(files=("r.pdf",)), s.now)
    rounds(s, 3)
    assert len(s.raws("receipt")) == len(s.raws("forward_report")) == 1


def test_where_the_provider_keeps_copies_there_are_none_of_ours(tmp_path: Path) -> None:
    made = scene(tmp_path, mailbox={"smtp_host": "smtp.gmail.com"})
    made.inbox.put(message(files=("r.pdf",)), made.now)
    rounds(made, 2)
    assert made.outbox.delivered
    assert not made.inbox.copies
