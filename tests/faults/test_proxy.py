"""The proxy does to a line what its fault says, at the point that it names, and nothing else."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from tests.faults.fault import DOWN, UP, Fault, Kind
from tests.faults.proxy import Proxy
from tests.faults.script import HANG_UP, SILENCE, Script
from tests.support.ports import HOST

Dial = Callable[[], socket.socket]


class Echo:
    """A server that says all that it hears."""

    def __init__(self) -> None:
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self.heard = b""
        self.ended = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            with line:
                try:
                    while said := line.recv(4096):
                        self.heard += said
                        line.sendall(said)
                except OSError:
                    pass
                self.ended.set()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


@pytest.fixture
def echo() -> Iterator[Echo]:
    made = Echo()
    yield made
    made.close()


@pytest.fixture
def proxy(echo: Echo) -> Iterator[Proxy]:
    made = Proxy(echo.port)
    yield made
    made.close()


@pytest.fixture
def dial(proxy: Proxy) -> Iterator[Dial]:
    made: list[socket.socket] = []

    def connect() -> socket.socket:
        made.append(socket.create_connection((HOST, proxy.port), timeout=5))
        return made[-1]

    yield connect
    for one in made:
        one.close()


def says(line: socket.socket, text: bytes) -> bytes:
    """What comes back within a moment."""
    line.sendall(text)
    line.settimeout(0.3)
    got = b""
    try:
        while len(got) < len(text) and (more := line.recv(4096)):
            got += more
    except TimeoutError:
        pass
    return got


def test_without_a_fault_everything_passes(dial: Dial) -> None:
    assert says(dial(), b"hello" * 5000) == b"hello" * 5000


def test_a_cut_line_is_a_reset_after_so_many_bytes(proxy: Proxy, echo: Echo, dial: Dial) -> None:
    proxy.strike(Fault(Kind.CUT, UP, after=3))
    line = dial()
    with pytest.raises(ConnectionError):
        while says(line, b"hello"):
            pass
        raise AssertionError("the end was orderly")
    assert echo.ended.wait(5)
    assert echo.heard in (b"hel", b"")  # a reset may overtake what was on its way
    assert proxy.struck == 1


def test_a_closed_line_is_an_orderly_end_before_the_words_that_are_named(proxy: Proxy, echo: Echo, dial: Dial) -> None:
    proxy.strike(Fault(Kind.CLOSE, UP, at=b"DATA", before=True))
    line = dial()
    assert says(line, b"MAIL ") == b"MAIL "
    assert says(line, b"now DATA") in (b"now ", b"")
    assert line.recv(10) == b""
    assert echo.ended.wait(5)
    assert echo.heard == b"MAIL now "


def test_half_closed_the_other_way_goes_on(proxy: Proxy, echo: Echo, dial: Dial) -> None:
    proxy.strike(Fault(Kind.HALF_CLOSE, DOWN, after=2))
    line = dial()
    assert says(line, b"hello") == b"he"
    line.sendall(b" again")
    end = time.monotonic() + 5
    while not echo.heard.endswith(b"again"):
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_stalled_line_stays_silent_and_open_and_a_new_one_is_as_ever(proxy: Proxy, echo: Echo, dial: Dial) -> None:
    proxy.strike(Fault(Kind.STALL, UP, at=b"two"))
    line = dial()
    assert says(line, b"one ") == b"one "
    says(line, b"two ")
    assert says(line, b"three ") == b""
    assert echo.heard.startswith(b"one two")
    assert b"three" not in echo.heard
    proxy.heal()
    assert says(line, b"four") == b""
    line.close()
    assert echo.ended.wait(5), "the server hears of the end"
    assert says(dial(), b"five") == b"five"


def test_a_garbled_line_says_noise_until_it_ends(proxy: Proxy, dial: Dial) -> None:
    proxy.strike(Fault(Kind.GARBLE, DOWN, after=2))
    line = dial()
    said = says(line, b"hello")
    assert said[:2] == b"he"
    assert all(byte >= 128 for byte in said[2:5])
    proxy.heal()
    assert says(line, b"hello") != b"hello"


def test_a_slow_line_brings_all_and_is_fast_again_when_it_is_healed(proxy: Proxy, dial: Dial) -> None:
    proxy.strike(Fault(Kind.THROTTLE, UP, seconds=0.01))
    line, begun = dial(), time.monotonic()
    assert says(line, b"x" * 5120) == b"x" * 5120
    assert time.monotonic() - begun > 0.1
    proxy.strike(Fault(Kind.DELAY, UP, seconds=0.1))
    assert says(line, b"late") == b"late"
    proxy.heal()
    assert says(line, b"x" * 5120) == b"x" * 5120


def test_a_script_answers_instead_of_the_server_and_the_rest_passes(proxy: Proxy, echo: Echo, dial: Dial) -> None:
    proxy.strike(Fault(Kind.ANSWER, UP, at=rb"\w+ LOGIN [^\n]*\n", says=b"%tag NO later\r\n", before=True))
    line = dial()
    assert says(line, b"A1 LOGIN me\r\n") == b"A1 NO later\r\n"
    assert says(line, b"A2 NOOP\r\n") == b"A2 NOOP\r\n"
    assert b"LOGIN" not in echo.heard


def test_a_refusing_port_listens_again_when_it_is_healed(proxy: Proxy, dial: Dial) -> None:
    line = dial()
    says(line, b"hello")
    proxy.strike(Fault(Kind.REFUSE))
    with pytest.raises(ConnectionRefusedError):
        dial()
    with pytest.raises(ConnectionError):
        while says(line, b"x"):
            pass
        raise ConnectionError("an orderly end is fine, too")
    proxy.heal()
    assert says(dial(), b"hello") == b"hello"
    assert proxy.lines() <= 1


def test_a_scripted_server_says_what_it_is_told_and_else_what_servers_say(dial: Dial) -> None:
    script = Script("smtp", (rb"RCPT TO:<b.*", b"451 later\r\n"), (rb"NOOP", SILENCE), (rb"HELP", HANG_UP))
    try:
        with socket.create_connection((HOST, script.port), timeout=5) as line, line.makefile("rb") as lines:
            said = [lines.readline()]
            for words, answers in ((b"EHLO x", 2), (b"RCPT TO:<a@x>", 1), (b"RCPT TO:<b@x>", 1), (b"DATA", 1)):
                line.sendall(words + b"\r\n")
                said += [lines.readline() for _ in range(answers)]
            line.sendall(b"Subject: x\r\n\r\nx\r\n.\r\n")
            said.append(lines.readline())
            line.sendall(b"NOOP\r\nHELP\r\n")
            assert lines.readline() == b""
        assert [one[:3] for one in said] == [b"220", b"250", b"250", b"250", b"451", b"354", b"250"]
        assert script.letters == [b"Subject: x\r\n\r\nx\r\n"]
    finally:
        script.close()
