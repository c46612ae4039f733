"""Servers that go away, lines that break and mailboxes that change under the bot's hands: nothing lost or doubled."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from qibot.demo.cast import Player
from qibot.message.incoming import Incoming
from qibot.model.desk import DESK, Trouble
from qibot.model.letters import LetterState
from qibot.store.tinydb import TinyStore
from tests.support.mailservers import HOST, MailServers, free_ports
from tests.support.programme import COHORT, DOCX, LIKED, Programme, files_of, head_of, sha256

DONE = "qibot/done"
ONE_BY_ONE = {"batch_mb": 0.000001}


class Proxy:
    """Stands between the bot and one server, and breaks the line when it is told to."""

    def __init__(self, target: int) -> None:
        self._target = target
        (self.port,) = free_ports(1)
        self.cut_in_data = 0  # the next message is cut off after so many bytes
        self.swallow_answer = False  # the server's answer to the next message is lost, and the line with it
        self.mute = False  # whatever the server says is kept back
        self.cuts = self.connections = 0
        self._listener: socket.socket | None = None
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.up()

    def up(self) -> None:
        """Take connections."""
        self._listener = socket.create_server((HOST, self.port))
        self._run(self._accept, self._listener)

    def down(self) -> None:
        """Take none, and break those that there are."""
        listener, self._listener = self._listener, None
        for one in [*([listener] if listener else []), *self._open]:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        self._threads.clear()

    def _run(self, what: Callable[[socket.socket], None], on: socket.socket) -> None:
        thread = threading.Thread(target=what, args=(on,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        with listener, suppress(OSError):
            while True:
                client, _ = listener.accept()
                self.connections += 1
                self._open.add(client)
                self._run(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection((HOST, self._target)) as server:
            self._pass_on(client, server)
        self._open.discard(client)

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        said, lost = b"", False
        while True:
            ready = select.select([client, server], [], [])[0]
            if client in ready:
                if not (chunk := client.recv(65536)):
                    return
                said += chunk
                command, _, message = said.rpartition(b"DATA\r\n")
                if command and message and self.cut_in_data > 0:
                    server.sendall(message[: self.cut_in_data])
                    self.cut_in_data, self.cuts = 0, self.cuts + 1
                    return
                server.sendall(chunk)
                lost = self.swallow_answer and said.endswith(b"\r\n.\r\n")
            if server in ready:
                if not (answer := server.recv(65536)):
                    return
                if lost:
                    self.swallow_answer, self.cuts = False, self.cuts + 1
                    return
                if not self.mute:
                    client.sendall(answer)


@pytest.fixture
def p(servers: MailServers, tmp_path: Path) -> Iterator[Programme]:
    """A programme with everybody enrolled, whose bot fetches one message at a time."""
    made = Programme(servers, tmp_path / "qibot")
    made.plainly(imap=ONE_BY_ONE)
    made.enrol()
    yield made
    made.close()


@pytest.fixture
def smtp(p: Programme) -> Iterator[Proxy]:
    """A proxy before the SMTP server, which the bot uses."""
    proxy = Proxy(p.servers.smtp_port)
    p.plainly(smtp={"port": proxy.port})
    yield proxy
    p.close()
    proxy.down()


@pytest.fixture
def imap(p: Programme) -> Iterator[Proxy]:
    """A proxy before the IMAP server, which the bot uses."""
    proxy = Proxy(p.servers.imap_port)
    p.plainly(imap={**ONE_BY_ONE, "port": proxy.port, "timeout_seconds": 1})
    yield proxy
    p.close()
    proxy.down()


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


@pytest.fixture
def interrupt(p: Programme, monkeypatch: pytest.MonkeyPatch) -> Interrupt:
    """Lets something happen once, when the given batch is fetched, or when it is filed away."""

    def arrange(number: int, moment: str, act: Callable[[], None]) -> None:
        batches, left = p.bot.inbox.batches, [act]

        def interrupted() -> Iterator[list[Incoming]]:
            for count, batch in enumerate(batches(), 1):
                if count == number and left and moment == "fetched":
                    left.pop()()
                yield batch
                if count == number and left and moment == "filed away":
                    left.pop()()

        monkeypatch.setattr(p.bot.inbox, "batches", interrupted)

    return arrange


# --- the mailbox ---


@pytest.mark.parametrize("moment", ["fetched", "filed away"])
def test_a_server_that_restarts_between_two_batches(p: Programme, interrupt: Interrupt, moment: str) -> None:
    all_report(p)
    interrupt(2, moment, p.servers.restart_dovecot)
    (fault,) = p.round().faults
    assert "tried again" in fault or "next pass" in fault
    assert p.folder_count() == (2 if moment == "fetched" else 1)
    assert not p.round().faults
    all_is_well(p)


def test_a_server_that_restarts_between_two_rounds(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    p.servers.restart_dovecot()
    p.reports(p.sam)
    p.reports(p.priya)
    p.round()
    assert not p.round().faults
    all_is_well(p)


@pytest.mark.parametrize("moment", ["fetched", "filed away"])
def test_a_mailbox_that_is_made_anew_with_new_numbers(p: Programme, interrupt: Interrupt, moment: str) -> None:
    def anew() -> None:
        p.servers.restart_dovecot()  # nobody may be connected
        p.servers.recreate_inbox(p.address)

    all_report(p)
    interrupt(2, moment, anew)
    p.round()
    assert not p.round().faults
    all_is_well(p)


def test_a_mailbox_that_is_made_anew_between_two_rounds(p: Programme) -> None:
    p.reports(p.jo)
    p.reports(p.sam)
    p.round()
    p.bot.inbox.close()
    p.servers.recreate_inbox(p.address)
    p.reports(p.priya)
    assert not p.round().faults
    all_is_well(p)


def test_an_old_copy_of_the_whole_mailbox_that_is_put_back(p: Programme) -> None:
    all_report(p)
    p.round()
    with p.servers.client(p.address) as client:
        client.select_folder(DONE)
        client.copy(client.search(), "INBOX")
    assert p.round().taken_in == []
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt"]] * 3
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 6)


def test_a_message_that_somebody_deletes_while_it_is_dealt_with(p: Programme, interrupt: Interrupt) -> None:
    def delete() -> None:
        with p.servers.client(p.address) as client:
            client.select_folder("INBOX")
            client.delete_messages(client.search()[:1])
            client.expunge()

    all_report(p)
    interrupt(1, "fetched", delete)
    assert not p.round().faults
    assert p.folder_count(DONE) == 2
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt"]] * 3
    assert p.kinds(p.ann) == ["forward_report"] * 2


def test_a_message_that_somebody_deletes_before_it_is_fetched(p: Programme, interrupt: Interrupt) -> None:
    def delete() -> None:
        with p.servers.client(p.address) as client:
            client.select_folder("INBOX")
            client.delete_messages(client.search()[-1:])
            client.expunge()

    all_report(p)
    interrupt(1, "fetched", delete)
    assert not p.round().faults
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt"], ["receipt"], []]


def test_folders_that_somebody_deletes_are_made_anew(p: Programme) -> None:
    p.reports(p.jo)
    p.round()
    with p.servers.client(p.address) as client:
        client.delete_folder(DONE)
    p.reports(p.sam)
    p.round()
    assert not p.round().faults
    assert p.folder_count(DONE) == 1
    assert p.kinds(p.sam) == ["receipt"]


def test_letters_go_although_the_mailbox_cant_be_reached(p: Programme, smtp: Proxy) -> None:
    through = Proxy(p.servers.imap_port)
    p.plainly(imap={**ONE_BY_ONE, "port": through.port}, smtp={"port": smtp.port})
    p.reports(p.jo)
    smtp.down()
    assert len(p.round().faults) == 1
    assert p.kinds(p.jo) == []
    smtp.up()
    through.down()
    p.clock.advance(minutes=2)
    (fault,) = p.round().faults
    assert "IMAP" in fault
    assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])
    through.up()
    assert not p.round().faults
    p.close()
    through.down()


def test_a_mailbox_that_never_answers_keeps_no_letter_back(p: Programme, imap: Proxy) -> None:
    p.reports(p.jo)
    p.round()
    imap.mute = True
    p.bot.inbox.close()
    (fault,) = p.round().faults
    assert "didn't answer" in fault
    imap.mute = False
    p.reports(p.sam)
    assert not p.round().faults
    assert p.kinds(p.sam) == ["receipt"]


def test_the_team_hears_when_the_mailbox_cant_be_reached_for_half_an_hour(p: Programme, imap: Proxy) -> None:
    p.round()
    imap.down()
    for minutes in (0, 29, 2, 5, 60):
        p.clock.advance(minutes=minutes)
        p.round()
        assert p.kinds(p.team) == (["report_trouble"] if minutes in (2, 5, 60) else [])
    imap.up()
    p.round()
    assert p.kinds(p.team) == ["report_recovered", "report_trouble"]


# --- the letters ---


@pytest.mark.parametrize("size", [1, 700])
def test_a_line_that_breaks_in_the_middle_of_a_letter(p: Programme, smtp: Proxy, size: int) -> None:
    p.reports(p.jo)
    smtp.cut_in_data = size
    states = {letter["notice"]: letter["state"] for letter in p.round().letters}
    assert states == {"receipt": "waiting", "forward_report": "sent"}, "one letter doesn't stop the others"
    assert (p.kinds(p.jo), p.kinds(p.ann)) == ([], ["forward_report"])
    p.round()
    assert p.kinds(p.jo) == [], "it isn't tried again before its pause is over"
    p.clock.advance(minutes=1)
    p.round()
    assert (p.kinds(p.jo), p.kinds(p.ann), smtp.cuts) == (["receipt"], ["forward_report"], 1)


def test_a_line_that_breaks_before_the_servers_yes_gives_a_second_copy_with_the_same_message_id(
    p: Programme, smtp: Proxy
) -> None:
    p.reports(p.jo)
    smtp.swallow_answer = True
    p.round()
    assert p.recorded(p.jo, "receipt").state is LetterState.WAITING
    p.clock.advance(minutes=1)
    p.round()
    copies = p.letters(p.jo, "receipt")
    assert len(copies) == 2
    assert len({head_of(raw)["Message-ID"] for raw in copies}) == 1
    assert (p.kinds(p.ann), smtp.cuts) == (["forward_report"], 1)
    p.clock.advance(minutes=10)
    assert p.round().letters == []


def test_an_smtp_server_that_is_down_for_a_while_is_asked_with_growing_pauses(p: Programme) -> None:
    p.reports(p.jo)
    p.settle()
    p.servers.stop_postfix()
    failures = []
    try:
        for minutes in (0, 0.9, 0.2, 2.8, 0.3, 8.7):  # it is asked at 0, 1.1, 4.2 and 13.2 minutes
            p.clock.advance(minutes=minutes)
            failures.append(len(p.bot.round().faults))
    finally:
        p.servers.start_postfix()
    assert failures == [1, 0, 1, 0, 1, 0]
    assert p.recorded(p.jo, "forward_report").state is LetterState.WAITING
    p.clock.advance(minutes=0.4)
    assert not p.round().faults
    assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])


def test_the_team_hears_when_smtp_couldnt_be_reached_for_half_an_hour(p: Programme, smtp: Proxy) -> None:
    p.reports(p.jo)
    smtp.down()
    for _ in range(45):
        p.bot.round()
        p.clock.advance(minutes=1)
    assert "bot/delivery" in TinyStore(p.settings.data, read_only=True).load(DESK).all(Trouble)
    smtp.up()
    p.clock.advance(hours=7)
    for _ in range(3):
        p.round()
    assert p.kinds(p.team) == ["report_recovered", "report_trouble"]


def test_people_write_while_smtp_is_down_and_nobody_is_forgotten(p: Programme, smtp: Proxy) -> None:
    p.reports(p.jo)
    p.round()
    smtp.down()
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED, {"Report 1.docx": DOCX})
    p.round()
    p.reports(p.sam)
    p.round()
    p.close()  # and the bot is stopped and started meanwhile
    p.reports(p.priya)
    p.round()
    assert (p.folder_count(), p.folder_count(DONE)) == (0, 4)
    smtp.up()
    p.clock.advance(hours=7)
    assert not p.round().faults
    assert [p.kinds(who) for who in (p.jo, p.sam, p.priya)] == [["receipt", "relay_feedback"], ["receipt"], ["receipt"]]
    assert files_of(p.letter(p.jo, "relay_feedback")) == [("Report 1.docx", sha256(DOCX))]
    assert p.kinds(p.meg) == ["relay_feedback"]


def test_many_letters_share_one_connection(p: Programme, smtp: Proxy) -> None:
    all_report(p)
    p.round()
    all_is_well(p)
    assert smtp.connections == 1


def test_a_broken_line_costs_no_other_persons_letters(p: Programme, smtp: Proxy) -> None:
    people = [Player(f"Person {n}", f"person{n}.{p.tag}@school.example") for n in range(6)]
    p.enrol(*(p.row(who, p.ann) for who in people))
    for who in people:
        p.reports(who)
    smtp.cut_in_data = 100
    p.round()
    waiting = [x for who in people for x in p.case(who).letters.values() if x.state is LetterState.WAITING]
    assert len(waiting) == 1
    p.clock.advance(minutes=1)
    p.round()
    assert all(p.kinds(who) == ["receipt"] for who in people)
    assert len(p.letters(p.ann)) == 6
    assert COHORT in str(head_of(p.letters(p.ann)[0])["X-QI-Ref"])
