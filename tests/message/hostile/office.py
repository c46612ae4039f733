"""A whole bot with a mailbox of its own, to which hostile messages come, and what must hold of it afterwards."""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from collections.abc import Iterable
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import getaddresses
from pathlib import Path

from qibot.cli.building import put_together
from qibot.errors import MailUnreadable
from qibot.letters.templates import Templates
from qibot.message.mail import parse, unreadable
from qibot.model.case import Put
from qibot.model.desk import DESK, Quarantined
from qibot.model.messages import Seen
from qibot.store.archive import Archive
from tests.support.build import ANN, BOT, CONFIG, ENROLMENT, JO, TEAM, THREADS, at
from tests.support.build import config as configured
from tests.support.fakes import FakeInbox, FakeOutbox, StrictStore
from tests.support.hostile import Hostile

ARRIVED = at("2026-10-12T09:00")

UNPACED = configured(limits={"letters_in_ten_minutes": 100_000, "letters_an_hour": 100_000})


class Office:
    """A bot with a mailbox and a delivery of its own, and Jo and her mentor Ann."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.outbox, self.store = FakeInbox(), FakeOutbox(), StrictStore()
        self.store.commit(ENROLMENT.unit, [Put(ENROLMENT)])
        self.now = at("2026-10-12T10:00")
        templates = Templates(CONFIG.template_folders(), CONFIG.programme.zone)
        self.bot = put_together(
            UNPACED, self.store, Archive(folder), self.inbox, self.outbox, templates, THREADS, lambda: self.now
        )
        self.slowest = 0.0

    def take_in(self, messages: Iterable[Hostile]) -> dict[int, Hostile]:
        """Let these lie in the inbox, and let the bot do a round."""
        put = {self.inbox.put(message.raw, ARRIVED): message for message in messages}
        self.round()
        return put

    def round(self) -> None:
        """One round; it must not report trouble."""
        handle = self.bot.porter.handle

        def timed(incoming: object) -> str:
            began = time.monotonic()
            folder = handle(incoming)  # type: ignore[arg-type]
            self.slowest = max(self.slowest, time.monotonic() - began)
            return folder

        self.bot.porter.handle = timed  # type: ignore[method-assign]
        done = self.bot.round()
        self.bot.porter.handle = handle  # type: ignore[method-assign]
        assert done.faults == []

    def letters(self, name: str) -> list[bytes]:
        """The letters of this kind that were delivered."""
        return [raw for _, raw in self.outbox.delivered if f"\r\nX-QI-Letter: {name}\r\n".encode() in raw]

    def state(self) -> dict[str, object]:
        """All records of all units."""
        return {unit: self.store.load(unit) for unit in self.store.units()}


def seen(office: Office) -> dict[str, Seen]:
    return {key: mark for unit in office.store.units() for key, mark in office.store.load(unit).all(Seen).items()}


def assert_accounted_for(office: Office, put: dict[int, Hostile]) -> None:
    done, quarantine = CONFIG.imap.done, CONFIG.imap.quarantine
    assert not office.inbox.waiting
    for uid, message in put.items():
        assert office.inbox.filed[uid] in ([done], [quarantine]), message.name
    desk, marks = office.store.load(DESK), seen(office)
    waiting = Counter(q.archived for q in desk.all(Quarantined).values())
    for uid, message in put.items():
        name = hashlib.sha256(message.raw).hexdigest()
        if office.inbox.filed[uid] == [quarantine]:
            assert waiting[name] == 1, f"{message.name} stands in quarantine {waiting[name]} times"
        else:
            assert waiting[name] == 0, message.name
            assert not marks[identity(message.raw)].quarantined, message.name
    assert sum(waiting.values()) == len({put[u].raw for u in put if office.inbox.filed[u] == [quarantine]})


def identity(raw: bytes) -> str:
    try:
        return parse(raw).identity
    except MailUnreadable:
        return unreadable(raw, len(raw)).identity


def assert_sound(raw: bytes, recipients: tuple[str, ...]) -> None:
    """No header but ours, no byte that a mail server might change."""
    assert raw.isascii()
    assert b"\0" not in raw
    assert raw.count(b"\r\n") == raw.count(b"\n") == raw.count(b"\r")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    letter = message_from_bytes(raw)
    counts = Counter(name.lower() for name in letter)
    allowed = {
        *("from", "to", "cc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references", "thread-topic"),
        *("auto-submitted", "x-auto-response-suppress", "x-qi-letter", "x-qi-ref", "mime-version", "content-type"),
    }
    assert set(counts) <= allowed, set(counts) - allowed
    assert set(counts.values()) == {1}, counts
    assert {"from", "to", "subject", "date", "message-id"} <= set(counts)
    assert set(recipients) <= {JO.address, ANN.address, TEAM, "meg@school.example", *JO.addresses}
    assert [a for _, a in getaddresses([letter["From"]])] == [BOT]
    assert {a for _, a in getaddresses([letter["To"], letter.get("Cc", "")]) if a} == set(recipients)
    for part in letter.walk():
        assert not part.defects, part.defects
        if name := part.get_filename():
            name = str(make_header(decode_header(name)))
            assert re.fullmatch(r'[^/\\<>:"|?*\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+', name), repr(name)
            assert not name.startswith(".")
            assert len(name) <= 125
