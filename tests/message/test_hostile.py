"""Whatever a message holds: it is read within bounds, accounted for, and the next one is served."""

from __future__ import annotations

import hashlib
import os
import re
import resource
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import getaddresses
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qibot import config
from qibot.cli import building
from qibot.cli.building import put_together
from qibot.errors import MailUnreadable
from qibot.letters.templates import Templates
from qibot.message.mail import Mail, parse, unreadable
from qibot.message.timelimit import at_most
from qibot.model.case import Case, Put
from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import Letter
from qibot.model.messages import Seen
from qibot.model.people import Person
from qibot.model.reports import Submission
from qibot.store.archive import Archive
from qibot.store.tinydb import TinyStore
from tests.support import hostile
from tests.support.build import ANN, BOT, CONFIG, ENROLMENT, JO, TEAM, THREADS, at
from tests.support.build import config as configured
from tests.support.fakes import FakeInbox, FakeOutbox, StrictStore
from tests.support.hostile import Hostile
from tests.support.mailservers import MailServers

SECONDS = 10.0  # generous: the slowest takes one and a half here
MEGABYTES = 300
ARRIVED = at("2026-10-12T09:00")


def read(raw: bytes) -> Mail | None:
    """The message as read, None where it is beyond the limits; any other error goes through."""
    began = time.monotonic()
    try:
        mail = parse(raw)
    except MailUnreadable as e:
        assert str(e)
        return None
    finally:
        assert time.monotonic() - began < SECONDS
    "\n".join(
        (
            mail.text,
            mail.said.new_text,
            mail.said.page,
            mail.subject,
            mail.sender_name,
            *(d.name for d in mail.documents),
        )
    ).encode()
    return mail


# --- reading ---


@pytest.mark.parametrize("sender", [hostile.STRANGER, JO.address])
def test_every_kind_is_read_or_refused_and_never_fails(sender: str) -> None:
    messages = list(hostile.handmade(sender))
    assert len(messages) > 150
    for message in messages:
        assert_calm(message)


def test_a_thousand_mutations_of_a_report_are_read_or_refused() -> None:
    readable = [read(message.raw) for message in hostile.mutations(JO.address, 1000)]
    assert sum(mail is not None and mail.sender == JO.address for mail in readable) > 300  # mutated, not destroyed


def assert_calm(message: Hostile) -> None:
    try:
        read(message.raw)
    except Exception as e:
        raise AssertionError(f"{message.name} provokes {type(e).__name__}") from e


@settings(max_examples=150)
@given(st.binary(max_size=2000))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    read(raw)


FIELDS = ("From", "To", "Subject", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding", "References")
VALUES = st.one_of(
    st.binary(max_size=80),
    st.sampled_from(
        [b'multipart/mixed; boundary="b"', b"multipart/alternative; boundary=b", b"text/html; charset=utf-7", b"base64"]
    ),
    st.lists(
        st.sampled_from([b";", b"name*0*=", b"charset", b"=", b"''", b'"', b"%ff", b"\\", b"utf-8", b"boundary*="])
    ).map(b"".join),
)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), VALUES), max_size=8), st.binary(max_size=300))
@example([("Content-Type", b"multipart/mixed; boundary*=x\0y''b")], b"")
@example([("Content-Type", b"multipart/mixed; boundary=\xff")], b"")
def test_any_fields_are_read_or_refused(fields: list[tuple[str, bytes]], body: bytes) -> None:
    head = b"".join(name.encode() + b": " + value + b"\r\n" for name, value in fields)
    read(head + b"\r\n" + body)
    read(hostile.multipart(JO.address, "any", head + b"\r\n" + body, hostile.TEXT))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_report_with_any_bytes_put_into_it_is_read_or_refused(data: st.DataObject) -> None:
    raw = hostile.report(JO.address)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(raw)))
        raw = raw[:place] + data.draw(st.binary(max_size=30)) + raw[place + data.draw(st.integers(0, 30)) :]
    read(raw)


@pytest.mark.parametrize("name", hostile.names_of_the_huge())
def test_the_large_and_the_slow_stay_within_time_and_memory(name: str) -> None:
    """In a child, whose greatest memory is its own; the message itself counts among the 300 MB."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        outcome = b"it failed"
        try:
            raw = hostile.made(name, JO.address)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            read(raw)
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 + len(raw) / 1e6
            outcome = b"" if grown < MEGABYTES else f"it took {grown:.0f} MB".encode()
        finally:
            os.write(writing, outcome)
            os._exit(0)
    os.close(writing)
    said = os.read(reading, 200).decode()
    os.close(reading)
    os.waitpid(child, 0)
    assert said == ""


def test_reading_without_end_is_ended() -> None:
    with pytest.raises(MailUnreadable, match=r"longer than 0\.05 seconds"), at_most(0.05):
        while True:
            try:
                while True:
                    pass
            except Exception:
                continue  # no catch-all swallows the alarm


# --- the whole bot ---


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


@pytest.fixture(scope="module")
def flooded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, dict[int, Hostile]]:
    """An office in which more than a thousand hostile messages came at once, a good report in their midst."""
    office = Office(tmp_path_factory.mktemp("flooded"))
    messages = [
        *hostile.handmade(hostile.STRANGER),
        *hostile.handmade(JO.address),
        *hostile.mutations(JO.address, 250),
        Hostile("the good report", good_report()),
        *hostile.handmade(ANN.address),
        *hostile.mutations(hostile.STRANGER, 150, seed=2),
        *hostile.mutations(ANN.address, 150, seed=3),
    ]
    assert len(messages) > 1000
    return office, office.take_in(messages)


def good_report() -> bytes:
    raw = hostile.report(JO.address, "good")
    return raw.replace(b"Subject: Report 1 (good)", b"Subject: Report 1, the good one")


Flooded = tuple[Office, dict[int, Hostile]]


def test_each_of_a_thousand_hostile_messages_is_accounted_for(flooded: Flooded) -> None:
    office, put = flooded
    assert_accounted_for(office, put)
    folders = Counter(office.inbox.filed[uid][0] for uid in put)
    assert folders[CONFIG.imap.quarantine] > 300  # strangers', unreadable ones
    assert folders[CONFIG.imap.done] > 100
    assert office.slowest < SECONDS


def test_nothing_fails_unexpectedly_in_reading_them(flooded: Flooded) -> None:
    entries = flooded[0].store.load(DESK).all(Quarantined).values()
    assert [q.traceback for q in entries if q.traceback] == []


def test_a_good_report_among_them_is_received_and_forwarded_with_its_document(flooded: Flooded) -> None:
    office, _ = flooded
    case = office.store.load(ENROLMENT.unit)
    # Hostile copies of it may have come first: the very same document is no new version.
    digest = sha256(hostile.DOCX).hexdigest()
    submission = next(s for s in case.all(Submission).values() if digest in {d.sha256 for d in s.documents})
    assert case.report(submission.number)
    attached = [
        part.get_payload(decode=True)
        for raw in office.letters("forward_report")
        if f"forward/{case.unit}/{submission.key}" in letter_keys(office, raw)
        for part in message_from_bytes(raw).walk()
        if part.get_filename() == "report.docx"
    ]
    assert hostile.DOCX in attached
    receipts = [raw for to, raw in office.outbox.delivered if to == (JO.address,) and b"the good one" in raw]
    assert len(receipts) == 1


def letter_keys(office: Office, raw: bytes) -> str:
    message_id = str(message_from_bytes(raw)["Message-ID"]).strip("<>")
    letters = (x for unit in office.store.units() for x in office.store.load(unit).all(Letter).values())
    return next(x.key for x in letters if x.message_id == message_id)


def test_the_team_gets_one_letter_about_all_that_wait(flooded: Flooded) -> None:
    office, _ = flooded
    assert len(office.letters("report_quarantine")) == 1
    waiting = office.store.load(DESK).all(Quarantined).values()
    total = sum(not q.asked for q in waiting)  # of the others their mentor is asked
    assert message_from_bytes(office.letters("report_quarantine")[0])["Subject"].startswith(f"{total} messages wait")


def test_nobody_but_those_concerned_gets_a_letter_and_none_bears_a_foreign_header(flooded: Flooded) -> None:
    office, _ = flooded
    assert len(office.outbox.delivered) > 100
    for recipients, raw in office.outbox.delivered:
        assert_sound(raw, recipients)


def test_the_same_messages_again_change_nothing_and_send_nothing(flooded: Flooded) -> None:
    office, put = flooded
    before, sent = office.state(), len(office.outbox.delivered)
    again = {office.inbox.put(message.raw, ARRIVED): message for message in put.values()}
    office.now += timedelta(hours=3)
    office.round()
    assert office.state() == before
    assert len(office.outbox.delivered) == sent
    assert_accounted_for(office, again)


def test_the_large_ones_go_through_the_whole_bot_and_the_next_message_is_served(tmp_path: Path) -> None:
    office = Office(tmp_path)
    names = ["ten_thousand_parts", "millions_of_boundaries", "headers_of_20_mb", "attachment_of_30_mb", "styles"]
    messages = [Hostile(name, hostile.made(name, JO.address)) for name in names]
    too_large = Hostile("too large", hostile.report(JO.address, "large") + b"\r\n" * 18_000_000)
    put = office.take_in([*messages, too_large, Hostile("good", good_report())])
    assert office.slowest < SECONDS
    quarantined = {put[uid].name for uid, folders in office.inbox.filed.items() if folders == [CONFIG.imap.quarantine]}
    assert quarantined == {"ten_thousand_parts", "millions_of_boundaries", "headers_of_20_mb", "too large"}
    subjects = [s.subject for s in office.store.load(ENROLMENT.unit).all(Submission).values()]
    assert subjects
    for recipients, raw in office.outbox.delivered:
        assert_sound(raw, recipients)


# --- real servers ---

SETTINGS = """
[mailbox]
address = "{bot}"
imap_host = "127.0.0.1"
smtp_host = "127.0.0.1"
password = "secret"
[programme]
team = ["{team}"]
manager = "boss@council.example"
[cohorts."2026-27"]
first_month = "2026-10"
reports = 8
[imap]
port = {imap}
security = "plain"
[smtp]
port = {smtp}
security = "plain"
login = false
[service]
clock_hours = 0
[limits]
parse_seconds = 10
letters_in_ten_minutes = 10000
letters_an_hour = 10000
"""


def few_dozens(sender: str) -> list[Hostile]:
    """Every sixth cheap kind, those that servers may stumble over, and three of the enormous."""
    kinds = [message for message in hostile.handmade(sender) if message.raw.strip()]  # a server takes no empty message
    named = [
        k for k in kinds if k.name.split()[0] in {"only_nuls", "nul_everywhere", "eight_bits_everywhere", "folded_type"}
    ]
    names = ("ten_thousand_parts", "headers_of_20_mb", "line_of_10_mb")
    return [*kinds[::6], *named, *(Hostile(name, hostile.made(name, sender)) for name in names)]


def test_on_real_servers_all_are_filed_the_good_one_is_forwarded_and_the_team_told_once(
    servers: MailServers, mailbox_name: str, tmp_path: Path
) -> None:
    domain = mailbox_name.partition("@")[0] + ".example"
    team, jo, ann = f"team@{domain}", f"jo@{domain}", f"ann@{domain}"
    path = tmp_path / "config.toml"
    path.write_text(SETTINGS.format(bot=mailbox_name, team=team, imap=servers.imap_port, smtp=servers.smtp_port))
    path.chmod(0o600)
    chosen = config.load_config(path)
    people = replace(ENROLMENT, practitioner=Person("Jo", (jo,)), mentor=Person("Ann", (ann,)), manager=None)
    store = TinyStore(chosen.data)
    store.commit(people.unit, [Put(people)])
    store.close()
    messages = [*few_dozens(f"stranger@{domain}"), *few_dozens(jo)]
    good = hostile.report(jo, "good")
    messages.insert(len(messages) // 2, Hostile("good", good))
    assert len(messages) > 60
    arrived = datetime(2026, 10, 12, 9, tzinfo=UTC)
    with servers.client(mailbox_name) as client:
        for message in messages:
            client.append("INBOX", message.raw, (), arrived)
    bot = building.build_bot(chosen, clock=lambda: datetime(2026, 10, 12, 10, tzinfo=UTC))
    try:
        assert bot.round().faults == []
        with servers.client(mailbox_name) as client:
            counts = {
                folder: int(client.folder_status(folder, ["MESSAGES"])[b"MESSAGES"])
                for folder in ("INBOX", chosen.imap.done, chosen.imap.quarantine)
            }
        assert counts["INBOX"] == 0
        assert counts[chosen.imap.done] + counts[chosen.imap.quarantine] == len(messages)
        waiting = stored(chosen, DESK).all(Quarantined)
        assert len(waiting) == len(set(servers.messages(mailbox_name, chosen.imap.quarantine)))
        assert [q.traceback for q in waiting.values() if q.traceback] == []
        case = stored(chosen, people.unit)
        submissions = case.all(Submission).values()
        [received] = [s for s in submissions if s.message_id.startswith("good.")]
        assert [d.sha256 for d in received.documents] == [hashlib.sha256(hostile.DOCX).hexdigest()]
        [key] = [x.message_id for x in case.letters.values() if x.key == f"forward/{case.unit}/{received.key}"]
        forwards = servers.wait_for(ann, len(submissions))
        [forwarded] = [raw for raw in forwards if f"Message-ID: <{key}>".encode() in raw]
        assert hostile.docx_base64().strip() in forwarded
        told = servers.wait_for(team, 1)
        assert bot.round().letters == []  # nothing is left to say
        assert len(told) == len(servers.messages(team)) == 1
        for raw in (*forwards, *told):
            assert not re.search(rb"(?im)^(bcc|x-filler|to: .*else)", raw.partition(b"\r\n\r\n")[0])
    finally:
        bot.close()


def stored(chosen: config.Config, unit: str) -> Case:
    return TinyStore(chosen.data, read_only=True).load(unit)
