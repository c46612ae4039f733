"""The mailbox against a real Dovecot."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from imapclient import DELETED, SEEN, IMAPClient

from qibot.config.sections import Imap, Mailbox
from qibot.errors import ConfigError, InboxFailed, InboxRefused
from qibot.mailbox import imap
from qibot.mailbox import inbox as module
from qibot.mailbox.inbox import Inbox
from qibot.message.incoming import Incoming
from tests.support.mailservers import HOST, PASSWORD, MailServers, free_ports, make_certificate

DONE = "qibot/done"
EARLIER = datetime(2026, 3, 15, 22, 59, 59, tzinfo=UTC)


def message(subject: str, size: int = 0) -> bytes:
    body = b"x" * 70 + b"\r\n"
    return f"From: a@b.example\r\nSubject: {subject}\r\n\r\n".encode() + body * (size // len(body))


def subjects(found: list[Incoming] | list[bytes]) -> list[str]:
    raws = [one.raw if isinstance(one, Incoming) else one for one in found]
    return [raw.partition(b"Subject: ")[2].partition(b"\r\n")[0].decode() for raw in raws]


def everything(inbox: Inbox) -> list[Incoming]:
    return [one for batch in inbox.batches() for one in batch]


@pytest.fixture(scope="module")
def dotted() -> Iterator[MailServers]:
    """A Dovecot whose folders are all inside INBOX and divided by dots, as older servers have it."""
    running = MailServers(separator=".", prefix="INBOX.")
    running.start(smtp=False)
    try:
        yield running
    finally:
        running.stop()


Opener = Callable[..., Inbox]


@pytest.fixture
def opened(servers: MailServers, mailbox_name: str) -> Iterator[Opener]:
    """Makes inboxes of the test's own mailbox and closes them at the end."""
    made: list[Inbox] = []

    def build(
        on: MailServers = servers,
        *,
        password: str = PASSWORD,
        limit_bytes: int = 1_000_000,
        header_bytes: int = 1000,
        connect: bool = True,
        **settings: Any,
    ) -> Inbox:
        mailbox = Mailbox(address=mailbox_name, imap_host="localhost", smtp_host="localhost")
        imap = Imap(**{"port": on.imap_port, "security": "plain", "timeout_seconds": 10} | settings)
        inbox = Inbox(mailbox, imap, lambda: password, limit_bytes=limit_bytes, header_bytes=header_bytes)
        made.append(inbox)
        if connect:
            inbox.connect()
        return inbox

    yield build
    for inbox in made:
        inbox.close()


def recorded(monkeypatch: pytest.MonkeyPatch, name: str) -> list[Any]:
    """The arguments of the calls of an imapclient method, which go through."""
    calls: list[Any] = []
    whole = getattr(IMAPClient, name)

    def call(*args: Any, **options: Any) -> Any:
        calls.append(args[1:])
        return whole(*args, **options)

    monkeypatch.setattr(IMAPClient, name, call)
    return calls


@contextmanager
def scripted(
    said: list[str] | None = None,
    *,
    login: str = "OK done",
    select: str = "OK [READ-WRITE] done",
    idle: str = "+ idling",
    done: str = "{tag} OK done",
) -> Iterator[int]:
    """The port of an empty mailbox that answers as told, for what Dovecot never does; it is there for one client."""
    plain = {
        "CAPABILITY": "* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK done",
        "LOGIN": "{tag} " + login,
        "LIST": '* LIST (\\Noselect) NIL ""\r\n{tag} OK done',
        "SELECT": "* 0 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n{tag} " + select,
        "UID": "* SEARCH\r\n{tag} OK done",
        "IDLE": idle,
        "DONE": done,
    }

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rwb") as lines:
            answer, last = "* OK hello", ""
            while True:
                lines.write(answer.format(tag=last).encode() + b"\r\n")
                lines.flush()
                words = lines.readline().decode().rstrip().split(" ", 2)
                if words == [""] or (words[1:2] == ["LOGIN"] and not login):
                    return
                if words != ["DONE"]:
                    last = words[0]
                if said is not None:
                    said.append(" ".join(words[1:]))
                folder = words[1:2] == ["LIST"] and words[2] != '"" ""'
                command = "DONE" if words == ["DONE"] else words[1]
                answer = "{tag} OK done" if folder else plain.get(command, "{tag} OK done")

    with socket.create_server((HOST, 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


@contextmanager
def meanwhile(action: Callable[[], object], after: float = 0.3) -> Iterator[None]:
    """Runs an action in a thread while the block waits."""
    timer = threading.Timer(after, action)
    timer.start()
    try:
        yield
    finally:
        timer.join()


# --- connecting ---


def tls(servers: MailServers) -> dict[str, Any]:
    return {"security": "tls", "port": servers.imaps_port, "ca_file": str(servers.ca_file)}


def starttls(servers: MailServers) -> dict[str, Any]:
    return {"security": "starttls", "port": servers.imap_port, "ca_file": str(servers.ca_file)}


@pytest.mark.parametrize("way", [tls, starttls])
def test_mail_is_read_over_both_kinds_of_tls(
    servers: MailServers, mailbox_name: str, opened: Opener, way: Callable[[MailServers], dict[str, Any]]
) -> None:
    servers.append(mailbox_name, message("one"))
    assert subjects(everything(opened(**way(servers)))) == ["one"]


@pytest.mark.parametrize("way", [tls, starttls])
@pytest.mark.parametrize("stranger", [True, False], ids=["another authority", "the machine's authorities"])
def test_a_certificate_of_an_unknown_authority_is_refused(
    servers: MailServers,
    opened: Opener,
    tmp_path: Path,
    way: Callable[[MailServers], dict[str, Any]],
    stranger: bool,
) -> None:
    make_certificate(tmp_path / "other.pem", tmp_path / "other.key")
    with pytest.raises(InboxRefused, match="certificate that isn't trusted"):
        opened(**way(servers) | {"ca_file": str(tmp_path / "other.pem") if stranger else ""})


def test_a_missing_authority_file_is_named(servers: MailServers, opened: Opener) -> None:
    with pytest.raises(InboxRefused, match=r"imap\.ca_file"):
        opened(**tls(servers) | {"ca_file": "/nowhere/ca.pem"})


def test_a_wrong_password_is_refused_and_no_connection_is_kept(opened: Opener) -> None:
    inbox = opened(password="wrong", connect=False)
    for _ in range(2):
        with pytest.raises(InboxRefused, match="refuses the login"):
            inbox.connect()
    with pytest.raises(InboxFailed, match="is closed"):
        everything(inbox)


def test_a_password_beyond_ascii_is_sent_and_refused_like_any_other(opened: Opener) -> None:
    with pytest.raises(InboxRefused, match="refuses the login"):
        opened(password="pässwörd")


def test_a_missing_password_stays_the_configurations_error(servers: MailServers, mailbox_name: str) -> None:
    def missing() -> str:
        raise ConfigError(["There is no password."])

    mailbox = Mailbox(address=mailbox_name, imap_host=HOST, smtp_host=HOST)
    inbox = Inbox(mailbox, Imap(port=servers.imap_port, security="plain"), missing, limit_bytes=1, header_bytes=1)
    with pytest.raises(ConfigError):
        inbox.connect()


def test_a_port_without_a_server_fails_with_a_sentence(opened: Opener) -> None:
    (port,) = free_ports(1)
    with pytest.raises(InboxFailed, match=f"Nothing answers at the IMAP server localhost:{port}"):
        opened(port=port)


def test_a_server_that_isnt_imap_fails_with_a_sentence(servers: MailServers, opened: Opener) -> None:
    with pytest.raises(InboxFailed, match=f"localhost:{servers.smtp_port}"):
        opened(port=servers.smtp_port)


def test_a_server_without_starttls_is_refused(servers: MailServers, opened: Opener) -> None:
    with scripted() as port, pytest.raises(InboxRefused, match="offers no STARTTLS"):
        opened(**starttls(servers) | {"port": port})


def test_a_folder_that_may_only_be_read_is_refused(opened: Opener) -> None:
    with scripted(select="OK [READ-ONLY] done") as port, pytest.raises(InboxRefused, match="only read"):
        opened(port=port)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("NO [AUTHENTICATIONFAILED] no", InboxRefused),
        ("NO LOGIN failed.", InboxRefused),
        ("NO [UNAVAILABLE] Temporary authentication failure", InboxFailed),
        ("", InboxFailed),
        ("WHAT?", InboxFailed),
    ],
)
def test_a_login_that_fails_for_a_while_is_told_from_one_that_is_refused(
    opened: Opener, answer: str, error: type[InboxFailed]
) -> None:
    with scripted(login=answer) as port, pytest.raises(InboxFailed) as caught:
        opened(port=port)
    assert caught.type is error


def test_a_folder_to_read_that_isnt_there_is_refused(opened: Opener) -> None:
    with pytest.raises(InboxRefused, match=r"imap\.folder"):
        opened(folder="Reports")


# --- folders ---


def test_a_server_without_a_delimiter_gets_the_name_as_it_stands(opened: Opener) -> None:
    said: list[str] = []
    with scripted(said) as port:
        opened(port=port).close()
    assert [line for line in said if line.startswith("CREATE")] == ['CREATE "qibot/done"', 'CREATE "qibot/quarantine"']


def test_the_folders_are_made_and_subscribed_once(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    for _ in range(2):
        opened().close()
    assert servers.folders(mailbox_name) == ["INBOX", "qibot", "qibot/done", "qibot/quarantine"]
    with servers.client(mailbox_name) as client:
        assert {name for *_, name in client.list_sub_folders()} >= {"qibot/done", "qibot/quarantine"}


def test_folders_follow_the_servers_delimiter_and_prefix(
    dotted: MailServers, mailbox_name: str, opened: Opener
) -> None:
    dotted.append(mailbox_name, message("one"))
    inbox = opened(dotted)
    (one,) = everything(inbox)
    inbox.file_away([one.uid], DONE)
    assert dotted.folders(mailbox_name) == ["INBOX", "INBOX.qibot", "INBOX.qibot.done", "INBOX.qibot.quarantine"]
    assert subjects(dotted.messages(mailbox_name, DONE)) == ["one"]
    assert dotted.messages(mailbox_name) == []


def test_a_folder_that_is_given_with_the_prefix_doesnt_get_it_twice(
    dotted: MailServers, mailbox_name: str, opened: Opener
) -> None:
    opened(dotted, done="INBOX/away")
    assert "INBOX.away" in dotted.folders(mailbox_name)


def test_another_folder_than_inbox_can_be_read(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    servers.append(mailbox_name, message("elsewhere"), folder="Team/QI reports")
    servers.append(mailbox_name, message("not ours"))
    inbox = opened(folder="Team/QI reports")
    (one,) = everything(inbox)
    inbox.file_away([one.uid], "qibot/quarantine")
    assert subjects([one]) == ["elsewhere"]
    assert subjects(servers.messages(mailbox_name, "qibot/quarantine")) == ["elsewhere"]
    assert subjects(servers.messages(mailbox_name)) == ["not ours"]


# --- fetching ---


def test_read_and_unread_messages_both_come_and_stay_as_they_are(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for name in ("unread", "read", "marked as deleted"):
        servers.append(mailbox_name, message(name))
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.add_flags([2], [SEEN])
        client.add_flags([3], [DELETED])
    assert subjects(everything(opened())) == ["unread", "read", "marked as deleted"]
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX", readonly=True)
        assert [SEEN in flags for flags in client.get_flags([1, 2, 3]).values()] == [False, True, False]


def test_the_bytes_and_the_size_are_the_servers(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    raw = b'Subject: =?utf-8?q?F?=\r\nX: "(){5}\r\n\r\n\xff\x00 8-bit {3}\r\n.\r\n'.replace(b"\x00", b"")
    servers.append(mailbox_name, raw)
    (one,) = everything(opened())
    assert (one.raw, one.size, one.whole) == (raw, len(raw), True)


def test_a_message_without_anything_comes_too(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    servers.append(mailbox_name, b"\r\n")
    servers.append(mailbox_name, message("after"))
    assert [one.size for one in everything(opened())] == [2, len(message("after"))]


def test_the_arrival_is_the_servers_in_utc_whatever_the_date_header_says(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, b"Date: Mon, 1 Jan 2001 00:00:00 +0000\r\n\r\n", EARLIER)
    (one,) = everything(opened())
    assert (one.arrived, one.arrived.tzinfo) == (EARLIER, UTC)


def test_an_arrival_in_the_hour_that_comes_twice_isnt_taken_for_the_other(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    servers.append(mailbox_name, message("one"), twice)
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    try:
        assert [one.arrived for one in everything(opened())] == [twice]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_batches_are_bounded_in_bytes_and_keep_the_order(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for number, size in enumerate([40_000, 40_000, 40_000, 150_000, 10_000, 10_000]):
        servers.append(mailbox_name, message(str(number), size))
    batches = list(opened(batch_mb=0.1).batches())
    assert [subjects(batch) for batch in batches] == [["0", "1"], ["2"], ["3"], ["4", "5"]]


def test_many_messages_are_asked_for_in_slices(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SLICE", 3)
    for number in range(7):
        servers.append(mailbox_name, message(str(number)))
    inbox = opened()
    found = everything(inbox)
    assert subjects(found) == [str(number) for number in range(7)]
    inbox.file_away([one.uid for one in found], DONE)
    assert len(servers.messages(mailbox_name, DONE)) == 7


def test_a_message_over_the_limit_comes_by_its_header_alone(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, message("small", 1000))
    servers.append(mailbox_name, message("big", 50_000), EARLIER)
    servers.append(mailbox_name, b"Subject: long header\r\nX-Long: " + b"y" * 5000 + b"\r\n\r\n" + b"z" * 30_000)
    small, big, long = everything(opened(limit_bytes=20_000, header_bytes=100))
    assert (small.whole, big.whole, long.whole) == (True, False, False)
    assert big.raw == b"From: a@b.example\r\nSubject: big\r\n\r\n"
    assert (big.size, big.arrived) == (len(message("big", 50_000)), EARLIER)
    assert len(long.raw) == 100
    assert subjects([long]) == ["long header"]


def test_a_message_that_is_deleted_meanwhile_is_left_out(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for name in ("one", "two", "three", "four"):
        servers.append(mailbox_name, message(name, 60_000))
    batches = opened(batch_mb=0.07).batches()
    first = next(batches)
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.delete_messages([2, 4])
        client.expunge()
    rest = [one for batch in batches for one in batch]
    assert subjects([*first, *rest]) == ["one", "three"]


def test_a_message_that_the_server_refuses_hides_no_other(
    servers: MailServers,
    mailbox_name: str,
    opened: Opener,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for name in ("one", "broken", "three", "four"):
        servers.append(mailbox_name, message(name))
    fetch = IMAPClient.fetch

    def refusing(self: IMAPClient, uids: list[int], items: list[str]) -> Any:
        if 2 in uids and "BODY.PEEK[]" in items:
            raise IMAPClient.Error("fetch failed: Some messages could not be FETCHed")
        return fetch(self, uids, items)

    monkeypatch.setattr(IMAPClient, "fetch", refusing)
    assert subjects(everything(opened())) == ["one", "three", "four"]
    assert "UID 2 can't be fetched" in caplog.text


def test_a_message_at_which_the_server_hangs_up_comes_alone_and_then_last(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    """Dovecot says BYE when it can't open a message's file."""
    for name in ("one", "broken", "three", "four"):
        servers.append(mailbox_name, message(name))
    files = [path for path in (servers.home / "mail" / mailbox_name / "Maildir").glob("*/*") if path.is_file()]
    (broken,) = (path for path in files if b"broken" in path.read_bytes())
    broken.chmod(0)
    inbox = opened()
    passes = []
    for _ in range(4):
        came: list[Incoming] = []
        inbox.connect()
        with pytest.raises(InboxFailed, match="broke while fetching"):
            for batch in inbox.batches():
                came += batch
        passes.append(subjects(came))
    assert passes == [[], ["one"], ["one"], ["one", "three", "four"]]
    (broken.parent.parent / "cur" / f"{broken.name}:2,").chmod(0o600)
    for order in (["one", "three", "four", "broken"], ["one", "broken", "three", "four"]):
        inbox.connect()
        assert subjects(everything(inbox)) == order


def test_a_listing_ends_with_its_connection(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name, 60_000))
    inbox = opened(batch_mb=0.07)
    old = inbox.batches()
    next(old)
    inbox.close()
    inbox.connect()
    with pytest.raises(InboxFailed, match="is closed"):
        next(old)


# --- filing away ---


@pytest.mark.parametrize("hidden", [[], [b"MOVE"], [b"MOVE", b"UIDPLUS"]], ids=["move", "uid expunge", "expunge"])
def test_messages_are_filed_away_by_every_way_a_server_may_offer(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch, hidden: list[bytes]
) -> None:
    able = imap.abilities
    monkeypatch.setattr(module, "abilities", lambda client: able(client).difference(hidden))
    used = [recorded(monkeypatch, name) for name in ("move", "copy", "uid_expunge", "expunge")]
    for name in ("one", "two", "deleted by hand", "four"):
        servers.append(mailbox_name, message(name), EARLIER)
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.add_flags([3], [DELETED])
    inbox = opened()
    found = everything(inbox)
    inbox.file_away([found[0].uid, found[1].uid], DONE)
    assert [len(calls) for calls in used] == {0: [1, 0, 0, 0], 1: [0, 1, 1, 0], 2: [0, 1, 0, 1]}[len(hidden)]
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one", "two"]
    assert subjects(everything(inbox)) == ["deleted by hand", "four"]
    with servers.client(mailbox_name) as client:
        client.select_folder(DONE, readonly=True)
        assert not any(DELETED in flags for flags in client.get_flags(client.search()).values())
        client.select_folder("INBOX", readonly=True)
        assert client.search("DELETED") == [3]


def test_a_message_that_a_person_took_away_is_fine(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name))
    inbox = opened()
    one, two = everything(inbox)
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.delete_messages([one.uid])
        client.expunge()
    inbox.file_away([one.uid, two.uid], DONE)
    inbox.file_away([one.uid, two.uid], DONE)
    inbox.file_away([], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["two"]


def test_a_server_that_refuses_all_when_one_is_gone_moves_the_rest(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name))
    inbox = opened()
    everything(inbox)
    move = IMAPClient.move

    def strict(self: IMAPClient, uids: list[int], folder: str) -> Any:
        if 99 in uids:
            raise IMAPClient.Error("move failed: [EXPUNGEISSUED]")
        return move(self, uids, folder)

    monkeypatch.setattr(IMAPClient, "move", strict)
    inbox.file_away([1, 2, 99], DONE)
    inbox.file_away([99], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one", "two"]


def test_a_folder_that_vanished_fails_and_is_made_again(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, message("one"))
    inbox = opened()
    everything(inbox)
    with servers.client(mailbox_name) as client:
        client.delete_folder(DONE)
    with pytest.raises(InboxFailed, match="filing messages away"):
        inbox.file_away([1], DONE)
    inbox.connect()
    inbox.file_away([one.uid for one in everything(inbox)], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one"]


def test_a_restart_between_fetching_and_filing_fails_once(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, message("one"))
    inbox = opened()
    (one,) = everything(inbox)
    servers.restart_dovecot()
    with pytest.raises(InboxFailed, match="localhost"):
        inbox.file_away([one.uid], DONE)
    inbox.connect()
    with pytest.raises(InboxFailed):  # numbers of the lost connection
        inbox.file_away([one.uid], DONE)
    assert subjects(servers.messages(mailbox_name)) == ["one"]
    inbox.connect()
    (one,) = everything(inbox)
    inbox.file_away([one.uid], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one"]


def test_new_numbers_after_a_reconnect_never_move_another_message(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name))
    inbox = opened()
    one, two = everything(inbox)
    inbox.file_away([one.uid], DONE)
    inbox.close()
    servers.recreate_inbox(mailbox_name)
    inbox.connect()
    with pytest.raises(InboxFailed):
        inbox.file_away([two.uid], DONE)
    inbox.connect()
    (again,) = everything(inbox)
    assert (subjects([again]), again.uid) == (["two"], 1)
    inbox.file_away([again.uid], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one", "two"]


def test_new_numbers_within_a_connection_are_noticed(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    servers.append(mailbox_name, message("one"))
    inbox = opened()
    (one,) = everything(inbox)
    monkeypatch.setattr(IMAPClient, "folder_status", lambda *_: {b"UIDVALIDITY": 1})
    with pytest.raises(InboxFailed, match="numbered anew since"):
        inbox.file_away([one.uid], DONE)
    assert subjects(servers.messages(mailbox_name)) == ["one"]


# --- watching ---


def timed(inbox: Inbox, seconds: float, wake: int | None = None) -> tuple[bool, float]:
    start = time.monotonic()
    return inbox.wait(seconds, wake), time.monotonic() - start


@pytest.mark.parametrize("way", [None, tls], ids=["plain", "tls"])
def test_an_arrival_ends_the_waiting(
    servers: MailServers, mailbox_name: str, opened: Opener, way: Callable[[MailServers], dict[str, Any]] | None
) -> None:
    inbox = opened(**way(servers) if way else {})
    assert everything(inbox) == []
    with meanwhile(lambda: servers.append(mailbox_name, message("one"))):
        news, seconds = timed(inbox, 8)
    assert news
    assert 0.2 < seconds < 4
    assert subjects(everything(inbox)) == ["one"]


def test_nothing_new_lets_the_time_pass(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    servers.append(mailbox_name, message("known"))
    inbox = opened()
    everything(inbox)
    news, seconds = timed(inbox, 0.5)
    assert not news
    assert 0.45 < seconds < 2


@pytest.mark.parametrize("idle", [True, False])
def test_what_came_before_the_waiting_ends_it_at_once(
    servers: MailServers, mailbox_name: str, opened: Opener, idle: bool
) -> None:
    inbox = opened(idle=idle)
    everything(inbox)
    servers.append(mailbox_name, message("one"))
    news, seconds = timed(inbox, 8)
    assert news
    assert seconds < 1


def test_without_idle_the_folder_is_looked_at_when_the_time_is_over(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    inbox = opened(idle=False)
    everything(inbox)
    with meanwhile(lambda: servers.append(mailbox_name, message("one")), 0.1):
        news, seconds = timed(inbox, 0.6)
    assert news
    assert 0.5 < seconds < 2


@pytest.mark.parametrize("way", [None, tls], ids=["plain", "tls"])
def test_a_message_that_comes_just_before_idle_is_never_missed(
    servers: MailServers,
    mailbox_name: str,
    opened: Opener,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[MailServers], dict[str, Any]] | None,
) -> None:
    """The server announces it together with its "+": the line waits in imaplib's buffer, where no poll sees it."""
    inbox = opened(**way(servers) if way else {})
    look = Inbox._news

    with servers.client(mailbox_name) as client:

        def look_then_arrive(self: Inbox, connected: IMAPClient) -> bool:
            seen = look(self, connected)
            if not seen and due:
                client.append("INBOX", message(due.pop()))
            return seen

        monkeypatch.setattr(Inbox, "_news", look_then_arrive)
        for round_ in range(30):
            everything(inbox)
            due = [str(round_)]
            news, seconds = timed(inbox, 3)
            assert news, f"round {round_}"
            assert seconds < 2, f"round {round_}"


def test_an_announcement_before_the_answer_to_idle_is_news(opened: Opener) -> None:
    with scripted(idle="* 1 EXISTS\r\n+ idling") as port:
        inbox = opened(port=port)
        news, seconds = timed(inbox, 5)
        assert news
        assert seconds < 1
        assert everything(inbox) == []
        inbox.close()


def test_a_refused_idle_fails(opened: Opener) -> None:
    with scripted(idle="{tag} NO not now") as port, pytest.raises(InboxFailed, match="refused"):
        opened(port=port).wait(5)


def test_a_message_that_is_announced_at_the_end_of_a_search_is_never_missed(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """imapclient drops that announcement, and IDLE doesn't repeat it."""
    inbox = opened()
    everything(inbox)
    search, due = IMAPClient.search, ["one"]

    def search_then_arrive(self: IMAPClient, criteria: Any = "ALL") -> Any:
        found = search(self, criteria)
        if due:
            servers.append(mailbox_name, message(due.pop()))
            self.noop()
        return found

    monkeypatch.setattr(IMAPClient, "search", search_then_arrive)
    news, seconds = timed(inbox, 5)
    assert news
    assert seconds < 2


def test_a_message_that_is_announced_as_idle_ends_is_news(opened: Opener) -> None:
    with scripted(done="* 1 EXISTS\r\n{tag} OK done") as port:
        inbox = opened(port=port)
        assert inbox.wait(0.2) is True
        assert everything(inbox) == []
        inbox.close()


def test_idle_is_renewed_in_time(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RENEW_SECONDS", 0.2)
    ended = recorded(monkeypatch, "idle_done")
    assert timed(opened(), 1.1)[0] is False
    assert 4 <= len(ended) <= 7


@pytest.mark.parametrize("idle", [True, False])
def test_the_wake_descriptor_ends_the_waiting_at_once(opened: Opener, idle: bool) -> None:
    inbox = opened(idle=idle)
    everything(inbox)
    read_end, write_end = os.pipe()
    try:
        with meanwhile(lambda: os.write(write_end, b"!")):
            news, seconds = timed(inbox, 8, read_end)
        assert not news
        assert 0.2 < seconds < 1.5
        assert timed(inbox, 8, read_end)[1] < 0.5  # it is still readable: the caller empties it
    finally:
        os.close(read_end)
        os.close(write_end)
    assert everything(inbox) == []


@pytest.mark.parametrize("way", [None, tls], ids=["plain", "tls"])
def test_a_server_that_dies_while_watched_raises(
    servers: MailServers, opened: Opener, way: Callable[[MailServers], dict[str, Any]] | None
) -> None:
    inbox = opened(**way(servers) if way else {})
    everything(inbox)
    start = time.monotonic()
    try:
        with meanwhile(servers.stop_dovecot), pytest.raises(InboxFailed, match="broke while watching"):
            inbox.wait(20)
        assert time.monotonic() - start < 6
        with pytest.raises(InboxFailed):
            inbox.connect()
    finally:
        servers.start_dovecot()
    inbox.connect()
    assert everything(inbox) == []
