"""Servers that answer by script, and a process whose file handles are gone: what is said, and that nothing is lost."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from qibot.config.mailbox import Imap
from tests.faults.fault import Fault, Kind
from tests.faults.proxy import Proxy
from tests.faults.script import SILENCE, Rule, Script
from tests.support.daemon import Daemon, eventually
from tests.support.mailservers import MailServers
from tests.support.programme import DOCX, Programme

Scripted = Callable[..., Script]
LETTERS = 2  # a report's: receipt and forward


@pytest.fixture
def scripted(p: Programme) -> Iterator[Scripted]:
    """Has the bot send to a server that answers by script."""
    made: list[Script] = []

    def start(*rules: Rule, hello: bytes | None = None) -> Script:
        made.append(Script("smtp", *rules, hello=hello))
        p.plainly(smtp={"port": made[-1].port, "timeout_seconds": 1})
        return made[-1]

    yield start
    for one in made:
        one.close()


def put_right(p: Programme) -> None:
    """The real server again, and the pauses are over."""
    p.close()
    p.plainly()
    p.clock.advance(hours=7)
    assert p.round().faults == []
    assert p.kinds(p.jo) == ["receipt"]
    assert p.kinds(p.ann) == ["forward_report"]


SAYS: dict[str, tuple[tuple[Rule, ...], bytes | None, str]] = {
    "too busy": ((), b"421 4.3.2 Too busy\r\n", "421"),
    "silent from the beginning": ((), SILENCE, "didn't answer within 1 seconds"),
    "nonsense": ((), b"\xff\xfe\r\n", "can't be used"),
    "silent after the letter": (((rb"\.", SILENCE),), None, "broke off"),
    "no DATA and no word": (((rb"DATA", SILENCE),), None, "broke off"),
}


@pytest.mark.parametrize("how", list(SAYS))
def test_a_server_that_takes_nothing_is_told_in_a_sentence_tried_once_a_round_and_made_up_for(
    p: Programme, scripted: Scripted, how: str
) -> None:
    rules, hello, sentence = SAYS[how]
    script = scripted(*rules, hello=hello)
    p.reports(p.jo)
    begun = time.monotonic()
    done = p.round()
    assert time.monotonic() - begun < 10
    assert any(sentence in fault for fault in done.faults), done.faults
    assert len(script.times) == 1, "the round ends with the first letter"
    put_right(p)


GREYLISTED: dict[str, Rule] = {
    "greylisting": (rb"RCPT.*", b"451 4.7.1 Greylisted, come back in five minutes\r\n"),
    "a full mailbox": (rb"RCPT.*", b"452 4.2.2 The mailbox is full\r\n"),
    "a full disk of the server's": (rb"MAIL.*", b"452 4.3.1 Insufficient system storage\r\n"),
    "a queue that can't be written": (rb"\.", b"451 4.3.0 Queue file write error\r\n"),
}


@pytest.mark.parametrize("how", list(GREYLISTED))
def test_a_server_that_puts_a_letter_off_gets_it_again_and_nobody_is_bothered(
    p: Programme, scripted: Scripted, how: str
) -> None:
    script = scripted(GREYLISTED[how])
    p.reports(p.jo)
    assert p.round().faults == []
    assert sum(line.startswith(b"MAIL") for line in script.heard) == LETTERS
    assert p.kinds(p.team) == []
    put_right(p)


def test_with_too_few_file_handles_it_says_so_and_nothing_is_lost(p: Programme) -> None:
    p.reports(p.jo)
    for handles in (4, 6, 8, 10, 13, 20):
        few = subprocess.run(
            [sys.executable, "-m", "qibot", "once", "--config", str(p.path)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_NOFILE, (handles, handles)),
        )
        if few.returncode == 0:
            break
        assert few.stderr.strip(), handles
    assert p.round().faults == []
    assert p.kinds(p.jo) == ["receipt"]
    assert p.kinds(p.ann) == ["forward_report"]


@pytest.mark.parametrize("kind", [Kind.HALF_CLOSE, Kind.CLOSE, Kind.CUT])
def test_a_daemon_hears_sigterm_within_five_seconds_while_the_smtp_line_breaks_again_and_again(
    servers: MailServers, p: Programme, kind: Kind
) -> None:
    imap, smtp = Proxy(servers.imap_port), Proxy(servers.smtp_port)
    p.plainly(imap={"port": imap.port, "timeout_seconds": 60}, smtp={"port": smtp.port, "timeout_seconds": 60})
    p.sends(p.jo, p.writes(p.jo, "Report 1", "It is attached.\n", {"Report 1.docx": DOCX}))
    smtp.strike(Fault(kind, at=rb"DATA\r\n", seconds=0.5))
    daemon = Daemon("run", "--config", str(p.path))
    try:
        eventually(lambda: smtp.struck, what="the fault")
        begun = time.monotonic()
        assert daemon.stop() == 0
        assert time.monotonic() - begun < 5
    finally:
        if daemon.process.poll() is None:
            daemon.process.kill()
        imap.close()
        smtp.close()


@pytest.mark.parametrize("way", ["plain", "tls"])
def test_an_idle_whose_server_has_gone_silent_is_left_for_a_new_line_and_nothing_is_missed(
    servers: MailServers, p: Programme, way: str
) -> None:
    """Half open: no end and no reset is ever seen. With the defaults that takes 55 seconds instead of two."""
    proxy = Proxy(servers.imap_port if way == "plain" else servers.imaps_port)
    patience = {
        "port": proxy.port,
        "poll_seconds": 600,
        "timeout_seconds": 60,
        "verify_seconds": 1,
        "answer_seconds": 1,
    }
    (p.plainly if way == "plain" else p.configure)(imap=patience)
    p.reports(p.jo)
    daemon = Daemon("run", "--config", str(p.path))
    try:
        eventually(lambda: p.kinds(p.jo) == ["receipt"] and p.folder_count() == 0, what="the first report")
        time.sleep(0.5)
        for line in list(proxy._lines):
            line.stall()
        p.reports(p.sam)
        took = eventually(lambda: p.kinds(p.sam) == ["receipt"], what="the report that came meanwhile")
        assert took < 2 + 2 + 5  # noticed, the first pause, and the work on a busy machine
        assert any("while watching" in line for line in daemon.said), daemon.said
        assert daemon.stop() == 0
    finally:
        if daemon.process.poll() is None:
            daemon.process.kill()
        proxy.close()


def test_with_the_defaults_a_line_that_has_died_is_noticed_within_a_minute() -> None:
    assert Imap().verify_seconds + Imap().answer_seconds < 60
    assert Imap().timeout_seconds < 60
