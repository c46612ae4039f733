"""SIGTERM is heard in every state: whatever a real daemon waits for, it ends in time, and loses nothing."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.faults.fault import DOWN, Fault, Kind
from tests.faults.proxy import Proxy
from tests.faults.script import SILENCE, Script
from tests.support.daemon import Daemon, eventually
from tests.support.mailservers import MailServers
from tests.support.programme import DOCX, Programme
from tests.support.tokens import SECRET, TENANT

STOP, MORE = 1.0, 1.0  # seconds: configured instead of 4, so that many states can be tried, and allowed beyond it
LONG = 60  # seconds of every other patience
HELD_UP = """
import ctypes, re, socket, sys, time
def marked():
    open({mark!r}, "w").close()
def c_library(*_):  # as getaddrinfo waits for a name server: no handler of Python's runs meanwhile
    marked()
    lock = ctypes.create_string_buffer(64)
    library = ctypes.CDLL(None)
    library.pthread_mutex_lock(lock)
    library.pthread_mutex_lock(lock)
def expression(*_):  # no other thread runs meanwhile
    marked()
    re.match(r"(a+)+$", "a" * 60 + "b")
if "qibot.reading.warm" in sys.orig_argv:
    if {what!r} == "child":
        marked()
        time.sleep(60)
elif {what!r} in ("c_library", "expression"):
    socket.getaddrinfo = globals()[{what!r}]
"""


class Scene:
    """A programme with a report that waits, and what is to stand still."""

    def __init__(self, p: Programme, servers: MailServers, folder: Path) -> None:
        self.p, self.servers, self.folder = p, servers, folder
        self.environ: dict[str, str] = {}
        self.taken: list[bytes] = []  # letters that a server by script has taken
        self._closing: list[Callable[[], None]] = []

    def configure(self, **sections: Mapping[str, Any]) -> None:
        patience = {name: {"timeout_seconds": LONG, **sections.pop(name, {})} for name in ("imap", "smtp")}
        self.p.plainly(service={"stop_seconds": STOP}, **patience, **sections)

    def smtp(self, line: bytes) -> Callable[[], bool]:
        """The SMTP server says nothing to this line."""
        script = Script("smtp", (line, SILENCE))
        self._closing.append(script.close)
        self.taken = script.letters
        self.configure(smtp={"port": script.port})
        return lambda: bool(script.letters) if line == rb"\." else any(x.startswith(line[:4]) for x in script.heard)

    def imap(self, fault: Fault) -> Callable[[], bool]:
        """The line to the IMAP server stands still from there on."""
        proxy = Proxy(self.servers.imap_port)
        proxy.strike(fault)
        self._closing.append(proxy.close)
        self.configure(imap={"port": proxy.port})
        return lambda: proxy.struck > 0

    def silent(self) -> tuple[int, Callable[[], bool]]:
        """A server that takes connections and says nothing."""
        server = socket.create_server(("127.0.0.1", 0))
        server.setblocking(False)
        lines: list[socket.socket] = []

        def close() -> None:
            for one in (server, *lines):
                one.close()

        self._closing.append(close)

        def called() -> bool:
            with suppress(BlockingIOError):
                lines.append(server.accept()[0])
            return bool(lines)

        return server.getsockname()[1], called

    def held_up(self, what: str) -> Callable[[], bool]:
        """The daemon, or its child, stands still within itself."""
        mark = self.folder / "held-up"
        place = self.folder / "site"
        place.mkdir()
        (place / "sitecustomize.py").write_text(HELD_UP.format(mark=str(mark), what=what))
        self.environ["PYTHONPATH"] = str(place)
        self.configure()
        return mark.exists

    def close(self) -> None:
        for one in self._closing:
            one()


def _tls(scene: Scene) -> Callable[[], bool]:
    port, called = scene.silent()
    scene.configure(imap={"port": port, "security": "tls", "ca_file": str(scene.servers.ca_file)})
    return called


def _token(scene: Scene) -> Callable[[], bool]:
    port, called = scene.silent()
    signin = {
        "way": "microsoft", "tenant": TENANT, "client_id": "c", "secret_file": "client-secret",
        "authority": f"https://localhost:{port}", "ca_file": str(scene.servers.ca_file), "timeout_seconds": LONG,
    }  # fmt: skip
    (scene.p.folder / "client-secret").write_text(SECRET)
    (scene.p.folder / "client-secret").chmod(0o600)
    scene.configure(signin=signin, mailbox={"password_file": ""})
    return called


def _scanner(scene: Scene) -> Callable[[], bool]:
    port, called = scene.silent()
    scene.configure(security={"clamd": f"127.0.0.1:{port}", "clamd_seconds": LONG})
    return called


def _document(scene: Scene) -> Callable[[], bool]:
    reached = scene.held_up("child")
    scene.configure(notes={"send": True})
    return reached


def _alert(scene: Scene) -> Callable[[], bool]:
    mark = scene.folder / "alert"
    command = scene.folder / "tell"
    command.write_text(f"#!/bin/sh\ntouch {mark}\nexec sleep 30\n")
    command.chmod(0o700)
    dead, _ = scene.silent()
    scene._closing.pop()()  # nobody listens there
    scene.configure(imap={"port": dead}, programme={"trouble_minutes": 0},
                    alerts={"on_trouble": str(command), "timeout_seconds": LONG})  # fmt: skip
    return mark.exists


def _pause(scene: Scene) -> Callable[[], bool]:
    dead, _ = scene.silent()
    scene._closing.pop()()
    scene.configure(imap={"port": dead})
    begun = time.monotonic()
    return lambda: time.monotonic() - begun > 7  # within the second pause or the third, however slowly it starts


def _idle(scene: Scene) -> Callable[[], bool]:
    scene.configure()
    return lambda: scene.p.kinds(scene.p.jo) == ["receipt"] and scene.p.folder_count() == 0


STATES: Mapping[str, Callable[[Scene], Callable[[], bool]]] = {
    "EHLO gets no answer": lambda s: s.smtp(rb"EHLO.*"),
    "MAIL gets no answer": lambda s: s.smtp(rb"MAIL.*"),
    "RCPT gets no answer": lambda s: s.smtp(rb"RCPT.*"),
    "DATA gets no answer": lambda s: s.smtp(rb"DATA"),
    "a letter gets no answer": lambda s: s.smtp(rb"\."),
    "QUIT gets no answer": lambda s: s.smtp(rb"QUIT"),
    "IDLE": _idle,
    "IDLE that has died": lambda s: s.imap(Fault(Kind.STALL, at=rb"IDLE\r\n")),
    "a sign-in by password that hangs": lambda s: s.imap(Fault(Kind.STALL, at=rb"LOGIN", before=True)),
    "a sign-in by token that hangs": _token,
    "TLS that isn't answered": _tls,
    "a list that isn't given": lambda s: s.imap(Fault(Kind.STALL, at=rb"SEARCH", before=True)),
    "a message that comes by half": lambda s: s.imap(Fault(Kind.STALL, DOWN, at=rb"Report 1\r\n")),
    "filing away that isn't answered": lambda s: s.imap(Fault(Kind.STALL, at=rb"UID MOVE")),
    "a scanner that says nothing": _scanner,
    "a child that reads a document": _document,
    "a command that tells of trouble": _alert,
    "a growing pause": _pause,
    "a name server that says nothing": lambda s: s.held_up("c_library"),
    "a step that lets no thread run": lambda s: s.held_up("expression"),
}
BY_ITSELF = ("IDLE", "a growing pause")  # where nothing has to be cut short


@pytest.fixture
def scene(p: Programme, servers: MailServers, tmp_path: Path) -> Iterator[Scene]:
    made = Scene(p, servers, tmp_path)
    yield made
    made.close()


def stopped(scene: Scene, reached: Callable[[], bool]) -> tuple[int, float, list[str]]:
    """Start a daemon, let it get there and stop it: its exit code, how long that took, and what it said."""
    daemon = Daemon("run", "--config", str(scene.p.path), environ=scene.environ)
    try:
        eventually(reached, seconds=20, what="the state")
        time.sleep(0.2)
        begun = time.monotonic()
        code = daemon.stop()
        return code, time.monotonic() - begun, daemon.said
    finally:
        if daemon.process.poll() is None:
            daemon.process.kill()


@pytest.mark.parametrize("state", list(STATES))
def test_a_daemon_that_is_told_to_stop_ends_in_time_in_every_state_and_nothing_is_lost(
    scene: Scene, state: str
) -> None:
    p = scene.p
    p.sends(p.jo, p.writes(p.jo, "Report 1", "It is attached.\n", {"Report 1.docx": DOCX}))
    code, seconds, said = stopped(scene, STATES[state](scene))
    print(f"{state}: {seconds:.2f} s")
    assert seconds < (2 * MORE if state in BY_ITSELF else STOP + MORE), said
    assert code == (1 if state == "a step that lets no thread run" else 0), said
    scene.close()
    p.plainly()
    p.clock.advance(hours=7)
    assert p.round().faults == []
    if state == "QUIT gets no answer":  # the other server has taken them
        assert len(scene.taken) == 2
        assert (p.kinds(p.jo), p.kinds(p.ann)) == ([], [])
    else:
        assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])


def test_the_default_is_within_five_seconds(scene: Scene) -> None:
    p = scene.p
    p.sends(p.jo, p.writes(p.jo, "Report 1", "It is attached.\n", {"Report 1.docx": DOCX}))
    reached = scene.smtp(rb"DATA")
    scene.p.path.write_text(scene.p.path.read_text().replace(f"stop_seconds = {STOP}", ""))
    code, seconds, _ = stopped(scene, reached)
    assert code == 0
    assert 3 < seconds < 5
