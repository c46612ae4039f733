"""How many connections qibot has open at once: a provider allows few (Microsoft three for sending)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.support.commands import process
from tests.support.daemon import Daemon, eventually
from tests.support.mailservers import MailServers
from tests.support.passage import Passage, passage
from tests.support.programme import LIKED, Programme
from tests.support.tokens import SECRET, TokenServer, token_server
from tests.whole.test_daemon import has

ALLOWED = 3


@pytest.fixture
def doors(servers: MailServers) -> Iterator[tuple[Passage, Passage]]:
    with passage(servers.imaps_port) as imap, passage(servers.submission_port) as smtp:
        yield imap, smtp


@pytest.fixture
def tokens(p: Programme, doors: tuple[Passage, Passage]) -> Iterator[TokenServer]:
    """Both servers behind doors that count, and tokens to sign in with."""
    imap, smtp = doors
    with token_server(p.servers, p.address) as running:
        p.close()
        signin = running.signin(early_minutes=0, renew_pause_minutes=0)
        p.configure(
            imap={"port": imap.port, "poll_seconds": 600}, smtp={"port": smtp.port}, signin=signin,
            mailbox={"password_file": ""},
        )  # fmt: skip
        (p.folder / "client-secret").write_text(SECRET + "\n")
        yield running


def test_a_daemon_reads_by_one_connection_and_sends_by_one_whatever_befalls_it_and_a_command_beside_takes_one_more_each(
    p: Programme, tokens: TokenServer, doors: tuple[Passage, Passage]
) -> None:
    imap, smtp = doors
    daemon = Daemon("run", "--config", str(p.path))
    try:
        p.reports(p.jo)
        eventually(has(p, "jo", "receipt"), what="the receipt")
        tokens.revoke()  # each server refuses the token once, and is called again
        p.servers.restart_dovecot()
        p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
        eventually(has(p, "jo", "receipt", "relay_feedback"), what="the feedback")
        assert imap.made >= 2
        assert smtp.made >= 2
        assert (imap.most, smtp.most) == (1, 1)
        eventually(lambda: smtp.open == 0, what="nothing is held open for sending that isn't sent by")
        said = process(sys.executable, "-m", "qibot", "check", "--send", "--config", str(p.path))
        assert said.code == 0, said.out
        assert max(imap.most, smtp.most) <= 2 < ALLOWED
    finally:
        daemon.stop()
    eventually(lambda: imap.open == smtp.open == 0, what="nothing stays open")
