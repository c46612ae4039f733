"""A real daemon hears its signals in every state, and `health` says how it is."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.daemon import Daemon, eventually
from tests.support.mailservers import MailServers
from tests.support.programme import Programme

Start = Callable[[], Daemon]


@pytest.fixture
def p(servers: MailServers, tmp_path: Path) -> Iterator[Programme]:
    made = Programme(servers, tmp_path / "qibot")
    made.configure(imap={"poll_seconds": 600})
    made.enrol()
    yield made
    made.close()


@pytest.fixture
def start(p: Programme) -> Iterator[Start]:
    started: list[Daemon] = []

    def run() -> Daemon:
        started.append(Daemon("run", "--config", str(p.path)))
        return started[-1]

    yield run
    for daemon in started:
        daemon.stop()


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A server that takes connections and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(20)
        yield server


def health(p: Programme) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "qibot", "health", "--config", str(p.path)],
        capture_output=True, text=True, check=False, env=dict(os.environ),
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.mark.parametrize("server", ["imap", "smtp"])
def test_sigterm_is_heard_while_a_server_says_nothing(
    p: Programme, start: Start, silent: socket.socket, server: str
) -> None:
    p.reports(p.jo)
    port = silent.getsockname()[1]
    p.plainly(**{server: {"port": port, "timeout_seconds": 60}})
    daemon = start()
    silent.settimeout(20)
    line, _ = silent.accept()
    with line:
        time.sleep(0.3)
        begun = time.monotonic()
        assert daemon.stop() == 0
        assert time.monotonic() - begun < 5
    assert any("ending all the same" in line for line in daemon.said)
    p.plainly()
    done = p.round()
    assert done.faults == []
    assert (p.kinds(p.jo), p.kinds(p.ann)) == (["receipt"], ["forward_report"])


def test_health_of_a_daemon_that_works_and_of_one_whose_mailbox_is_gone(p: Programme, start: Start) -> None:
    assert health(p)[0] == 1
    daemon = start()
    eventually(lambda: health(p)[0] == 0, what="the first round")
    daemon.stop()
    assert health(p)[0] == 0, "a round has ended lately, as with one that cron runs"
    p.servers.stop_dovecot()
    try:
        daemon = start()
        eventually(lambda: health(p)[0] == 1, what="the trouble")
        code, said = health(p)
        assert (code, said.count("\n")) == (1, 1)
        assert "Nothing answers at the IMAP server" in said
    finally:
        p.servers.start_dovecot()


def test_sighup_takes_over_the_sheet_if_all_of_it_is_right_and_says_so_if_it_isnt(p: Programme, start: Start) -> None:
    p.configure(imap={"poll_seconds": 600}, service={"people": "people.csv", "log": "json", "withdrawn_by_reload": 0})
    daemon = start()
    eventually(lambda: any("reading" in x or "took" in x for x in daemon.said) or health(p)[0] == 0)
    kim = p.stranger
    p.sheet(*p.rows(), p.row(kim, p.bob))
    daemon.process.send_signal(signal.SIGHUP)
    record = p.settings.data / "enrolments/2026-27/r.muir.json"
    eventually(record.exists, what="the new practitioner")

    for rows, fault in ((["x,y"], "people.csv"), (p.rows()[:1], "would withdraw")):
        p.sheet(*rows)
        daemon.process.send_signal(signal.SIGHUP)
        eventually(lambda fault=fault: health(p)[0] == 1 and fault in health(p)[1], what=fault)  # type: ignore[misc]
    assert json.loads(record.read_bytes())["enrolment"]["enrolment"]["status"] == "active"
    p.sheet(*p.rows(), p.row(kim, p.bob))
    daemon.process.send_signal(signal.SIGHUP)
    eventually(lambda: health(p)[0] == 0, what="the end of the trouble")
    assert all(json.loads(line)["event"] for line in daemon.said)
