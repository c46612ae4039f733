"""Signing in by token at a real Dovecot and a real Postfix: XOAUTH2 over TLS with tokens of any length."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from qibot.errors import ConfigError, InboxFailed, InboxRefused, OutboxRefused, SigninRefused
from qibot.mailbox import make_certificate, sign_in_by_device
from tests.mailbox.signing_in.rig import Rig
from tests.support.inboxes import everything, message, scripted
from tests.support.tokens import SECRET, refusal


@pytest.mark.parametrize("length", [60, 340, 370, 600, 3000, 6000])
def test_mail_is_read_and_sent_with_a_token_of_any_length(rig: Rig, length: int) -> None:
    rig.tokens.length = length
    rig.tokens.servers.append(rig.tokens.mailbox, message("one"))
    assert rig.reads() == ["one"]
    assert [said[:3] for said in rig.sends("two", rig.tokens.mailbox).values()] == ["250"]
    assert len(rig.tokens.issued) == 1, "one token serves both servers"


def test_the_apps_certificate_is_taken_in_place_of_a_secret(rig: Rig) -> None:
    whole, public = make_certificate("qibot", datetime.now(UTC), 365)
    (rig.folder / "certificate.pem").write_bytes(whole)
    rig.configure(certificate_file="certificate.pem")
    with pytest.raises(SigninRefused, match=r"AADSTS700027.*Upload the public part"):
        rig.reads()
    rig.tokens.uploaded = public.decode()
    assert rig.reads() == []
    assert b"PRIVATE KEY" not in public


def test_a_person_signs_in_once_with_a_code_and_the_bot_goes_on_by_itself(rig: Rig) -> None:
    rig.configure(device=True)
    with pytest.raises(SigninRefused, match="qibot signin device"):
        rig.reads()
    shown: list[str] = []
    assert sign_in_by_device(rig.config, rig.clock, shown.append) == rig.tokens.mailbox
    assert "ABCD-EFGH" in shown[0]
    assert rig.reads() == []
    assert rig.tokens.hits["refresh_token"] == 1
    assert (rig.folder / "signin-token").stat().st_mode & 0o777 == 0o600


def test_a_device_sign_in_that_has_lapsed_says_how_to_renew_it(rig: Rig) -> None:
    rig.configure(device=True)
    sign_in_by_device(rig.config, rig.clock, lambda _shown: None)
    rig.tokens.answer = refusal("AADSTS700082: The refresh token has expired due to inactivity.", "invalid_grant", 400)
    with pytest.raises(SigninRefused, match="qibot signin device"):
        rig.reads()


def test_a_service_account_of_googles_signs_in_for_the_mailbox(rig: Rig) -> None:
    (rig.folder / "key.json").write_text(rig.tokens.key())
    rig.configure(way="google", key_file="key.json")
    rig.tokens.servers.append(rig.tokens.mailbox, message("one"))
    assert rig.reads() == ["one"]
    assert [said[:3] for said in rig.sends("two", rig.tokens.mailbox).values()] == ["250"]
    assert len(rig.tokens.issued) == 1


@pytest.mark.parametrize(
    "key",
    [
        "",
        "{}",
        "[]",
        "nothing",
        '{"type": "service_account"}',
        '{"type": "service_account", "token_uri": "https://[x"}',
    ],
)
def test_what_is_no_key_of_a_service_account_is_said_to_be_none(rig: Rig, key: str) -> None:
    (rig.folder / "key.json").write_text(key)
    rig.configure(way="google", key_file="key.json")
    with pytest.raises(ConfigError, match="key"):
        rig.reads()


def test_a_token_that_was_revoked_is_replaced_at_once_at_both_servers(rig: Rig) -> None:
    assert rig.reads() == []
    rig.tokens.revoke()
    rig.skew = 600
    assert rig.reads() == []
    rig.tokens.revoke()
    rig.skew = 1200
    assert [said[:3] for said in rig.sends("two", rig.tokens.mailbox).values()] == ["250"]
    assert len(rig.tokens.issued) == 3


def test_a_token_that_ends_in_mid_session_is_renewed_with_the_next_connection(rig: Rig) -> None:
    rig.tokens.seconds = 60
    inbox = rig.inbox()
    inbox.connect()
    rig.tokens.revoke()
    rig.skew = 61
    rig.tokens.servers.restart_dovecot()  # as Exchange does when the session's token ends: the line is closed
    with pytest.raises(InboxFailed):
        everything(inbox)
    inbox.connect()
    assert everything(inbox) == []
    inbox.close()
    assert len(rig.tokens.issued) == 2


def test_fifty_refused_connections_cost_the_token_server_few_requests(rig: Rig) -> None:
    rig.configure(mailbox="somebody.else@lab.example")
    for _ in range(25):
        with pytest.raises(InboxRefused, match=r"somebody\.else@lab\.example"):
            rig.reads()
        with pytest.raises(OutboxRefused, match=r"somebody\.else@lab\.example"):
            rig.sends("two", "a@lab.example")
        rig.skew += 30
    assert len(rig.tokens.issued) <= 4
    rig.tokens.mailbox = "somebody.else@lab.example"
    rig.skew += 600
    assert rig.reads() == [], "when the right is given it works by itself"


def test_a_secret_that_was_put_right_counts_without_a_restart(rig: Rig) -> None:
    (rig.folder / "client-secret").write_text("wrong\n")
    with pytest.raises(SigninRefused, match="the secret's Value, not its Secret ID"):
        rig.reads()
    (rig.folder / "client-secret").write_text(SECRET + "\n")
    assert rig.reads() == []


def test_a_server_without_xoauth2_is_told(rig: Rig) -> None:
    with scripted() as port, pytest.raises(InboxRefused, match="XOAUTH2"):
        rig.config = rig.config.model_copy(
            update={"imap": rig.config.imap.model_copy(update={"port": port, "security": "plain"})}
        )
        rig.reads()
