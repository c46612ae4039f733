"""Whether a virus scanner that is asked lets a message pass, holds it, or keeps it waiting (clamd's INSTREAM)."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qibot.errors import ScannerFailed
from qibot.mailbox import Scanner
from tests.support.build import message
from tests.support.dialogue import scene


@contextmanager
def clamd(
    reply: bytes, took: list[bytes], *, early: bool = False, path: Path | None = None, ping: bytes | None = None
) -> Iterator[str]:
    """A scanner that answers every message so; an `early` one before it has all, and then hangs up. With `ping` it
    resets the connection without a word that arrives, and says that when it is asked whether it is there."""
    server = socket.socket(socket.AF_UNIX) if path else socket.socket()
    server.bind(str(path) if path else ("127.0.0.1", 0))
    server.listen()

    def serve() -> None:
        while True:
            try:
                link, _ = server.accept()
            except OSError:
                return
            with link, link.makefile("rb") as said:
                if (asked := said.read(6)) == b"zPING\0":
                    link.sendall(ping or (b"PONG\0" if early else b""))
                    continue
                if ping is not None:
                    link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    continue
                assert asked + said.read(4) == b"zINSTREAM\0"
                body = b""
                while not early and (size := int.from_bytes(said.read(4), "big")):
                    body += said.read(size)
                took.append(body)
                link.sendall(reply)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield str(path) if path else f"127.0.0.1:{server.getsockname()[1]}"
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def test_a_clean_message_passes_and_was_scanned_to_its_last_byte(tmp_path: Path) -> None:
    took: list[bytes] = []
    raw = bytes(range(256)) * 2000
    with clamd(b"stream: OK\0", took, path=tmp_path / "ctl") as place:
        assert Scanner(place, 5)(raw) == ""
    assert took == [raw]


def test_an_infected_message_is_held_by_its_name() -> None:
    with clamd(b"stream: Win.Test.EICAR_HDB-1 FOUND\0", []) as place:
        assert Scanner(place, 5)(b"x") == "the virus scanner found Win.Test.EICAR_HDB-1 in it"


def test_a_message_over_the_scanners_limit_is_held_though_the_connection_is_cut() -> None:
    with clamd(b"INSTREAM size limit exceeded. ERROR\0", [], early=True) as place:
        said = Scanner(place, 5)(bytes(1000))
    assert "larger" in said or "broke off" in said  # the reset may overtake what it says


@pytest.mark.parametrize(("ping", "held"), [(b"PONG\0", True), (b"", False)])
def test_a_stream_that_is_reset_without_a_word_is_held_only_while_the_scanner_answers(ping: bytes, held: bool) -> None:
    with clamd(b"", [], ping=ping) as place:
        if held:
            assert "broke off" in Scanner(place, 5)(bytes(1000))
        else:
            with pytest.raises(ScannerFailed):
                Scanner(place, 5)(bytes(1000))


@pytest.mark.parametrize("place", ["127.0.0.1:1", "/no/such/socket"])
def test_without_a_scanner_nothing_passes(place: str) -> None:
    with pytest.raises(ScannerFailed, match="waits in the inbox"):
        Scanner(place, 1)(b"x")


@pytest.mark.parametrize("reply", [b"", b"COMMAND READ TIMED OUT\0", b"stream: Can't allocate memory ERROR\0"])
def test_what_is_no_verdict_passes_nothing(reply: bytes) -> None:
    with clamd(reply, []) as place, pytest.raises(ScannerFailed):
        Scanner(place, 5)(b"x")


def test_an_infected_report_waits_in_quarantine_and_reaches_nobody(tmp_path: Path) -> None:
    with clamd(b"stream: Eicar FOUND\0", []) as place:
        s = scene(tmp_path, security={"clamd": place})
        assert s.takes(message(subject="Report 1", files=("r.pdf",))) == "quarantine"
        assert not s.raws("forward_report")
        assert not s.raws("receipt")


def test_while_the_scanner_is_down_mail_waits_in_the_inbox_and_comes_in_afterwards(tmp_path: Path) -> None:
    place = tmp_path / "ctl"
    s = scene(tmp_path, security={"clamd": str(place)})
    s.inbox.put(message(subject="Report 1", files=("r.pdf",)), s.now)
    assert any("virus scanner" in fault for fault in s.bot.round().faults)
    assert not s.outbox.delivered
    with clamd(b"stream: OK\0", [], path=place):
        s.bot.round()
    assert s.raws("forward_report")
