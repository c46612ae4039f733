"""A connection is made safely, or refused or failed in a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qibot.config.mailbox import Imap, Mailbox
from qibot.errors import ConfigError, InboxFailed, InboxRefused
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.signin import Password
from tests.support.inboxes import Opener, everything, message, scripted, starttls, subjects, tls
from tests.support.mailservers import MailServers, make_certificate
from tests.support.ports import HOST, free_ports


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
    inbox = Inbox(
        mailbox, Imap(port=servers.imap_port, security="plain"), Password(missing), limit_bytes=1, header_bytes=1
    )
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


@pytest.mark.parametrize(
    ("answer", "error", "said", "pause"),
    [
        ("NO LOGIN failed.", InboxRefused, 'signin.way = "microsoft"', 0),
        ("NO [ALERT] Application-specific password required: x (Failure)", InboxRefused, "apppasswords", 0),
        ("NO Request is throttled. Suggested Backoff Time: 120000 milliseconds", InboxFailed, "left alone", 120),
    ],
)
def test_a_providers_answer_is_told_in_words_with_the_pause_that_it_asks_for(
    opened: Opener, answer: str, error: type[InboxFailed], said: str, pause: float
) -> None:
    with scripted(login=answer) as port, pytest.raises(InboxFailed, match=said) as caught:
        opened(port=port)
    assert (caught.type, caught.value.pause_seconds) == (error, pause)
