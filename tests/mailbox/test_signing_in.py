"""Signing in by token at a real Dovecot and a real Postfix: XOAUTH2 over TLS with tokens of any length."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from qibot.config.config import Config
from qibot.errors import ConfigError, InboxFailed, InboxRefused, OutboxRefused, SigninFailed, SigninRefused
from qibot.mailbox import Inbox, Outbox, facts_of, make_certificate, sign_in_by_device, sign_in_for_mail
from qibot.mailbox.reasons import LONGEST_PAUSE
from qibot.mailbox.signin import SignIn, https_session
from qibot.mailbox.signin.https import pause_of
from tests.support.inboxes import everything, message, scripted, subjects
from tests.support.mailservers import MailServers
from tests.support.tokens import SECRET, TENANT, Answer, TokenServer, refusal, token_server


@pytest.fixture
def tokens(servers: MailServers, mailbox_name: str) -> Iterator[TokenServer]:
    with token_server(servers, mailbox_name) as running:
        yield running


class Rig:
    """A configuration that signs in by token, and the two doors."""

    def __init__(self, folder: Path, tokens: TokenServer) -> None:
        self.folder, self.tokens = folder, tokens
        self.skew = 0.0
        self.configure()
        (folder / "client-secret").write_text(SECRET + "\n")

    def configure(self, mailbox: str = "", **signin: Any) -> None:
        servers = self.tokens.servers
        self.config = Config.model_validate(
            {
                "mailbox": {"address": mailbox or self.tokens.mailbox, "imap_host": "localhost",
                            "smtp_host": "localhost"},
                "programme": {"team": ["team@council.example"], "manager": "boss@council.example"},
                "cohorts": {"2026-27": {"first_month": "2026-10", "reports": 8}},
                "imap": {"port": servers.imaps_port, "ca_file": str(servers.ca_file), "timeout_seconds": 10},
                "smtp": {"port": servers.submission_port, "ca_file": str(servers.ca_file), "timeout_seconds": 10},
                "signin": self.tokens.signin(**signin),
                "base": self.folder,
            }
        )  # fmt: skip
        self.sign_in: SignIn = sign_in_for_mail(self.config, self.clock)

    def clock(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.skew, UTC)

    def inbox(self) -> Inbox:
        mailbox, imap = self.config.mailbox, self.config.imap
        return Inbox(mailbox, imap, self.sign_in, limit_bytes=1_000_000, header_bytes=1000, facts=facts_of(self.config))

    def reads(self) -> list[str]:
        inbox = self.inbox()
        try:
            inbox.connect()
            return subjects(everything(inbox))
        finally:
            inbox.close()

    def sends(self, subject: str, to: str) -> dict[str, str]:
        async def send() -> dict[str, str]:
            outbox = Outbox(self.config.mailbox, self.config.smtp, self.sign_in, facts_of(self.config))
            try:
                return (await outbox.deliver([to], message(subject))).outcomes
            finally:
                await outbox.close()

        return asyncio.run(send())


@pytest.fixture
def rig(tmp_path: Path, tokens: TokenServer) -> Rig:
    return Rig(tmp_path, tokens)


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


HTML = Answer(200, "<html><body>Please sign in to the council's network</body></html>", "text/html")


@pytest.mark.parametrize(
    ("spoil", "kind", "said"),
    [
        (lambda t: t.down(), SigninFailed, "can't be reached"),
        (lambda t: setattr(t, "delay", 8), SigninFailed, "can't be reached"),
        (lambda t: setattr(t, "answer", HTML), SigninFailed, "no answer of its own"),
        (lambda t: setattr(t, "discovery", HTML), SigninFailed, "no answer of its own"),
        (lambda t: setattr(t, "answer", Answer(502, "<html>Bad gateway</html>", "text/html")), SigninFailed, "tried"),
        (lambda t: setattr(t, "answer", Answer(200, "{}")), SigninRefused, "gives no token"),
        (lambda t: setattr(t, "answer", Answer(200, "[]")), SigninFailed, "no answer of its own"),
        (
            lambda t: setattr(t, "discovery", refusal("AADSTS90002: Tenant not found.", "invalid_tenant", 400)),
            SigninRefused,
            f"no tenant {TENANT}",
        ),
        (
            lambda t: setattr(
                t, "answer", refusal("AADSTS700024: Client assertion is not within its valid time range.")
            ),
            SigninRefused,
            "clock is wrong",
        ),
        (
            lambda t: setattr(
                t, "answer", refusal("AADSTS90033: A transient error has occurred.", "temporarily_unavailable", 503)
            ),
            SigninFailed,
            "tried again by itself",
        ),
    ],
    ids=[
        "down",
        "slow",
        "html",
        "html at the first question",
        "a gateway",
        "nothing",
        "a list",
        "tenant",
        "clock",
        "busy",
    ],
)
def test_a_token_server_that_fails_is_told_in_a_sentence_and_works_again_by_itself(
    rig: Rig, spoil: Callable[[TokenServer], None], kind: type[SigninFailed], said: str
) -> None:
    rig.configure(timeout_seconds=1)
    spoil(rig.tokens)
    with pytest.raises(SigninFailed, match=said) as caught:
        rig.reads()
    assert caught.type is kind
    with pytest.raises(SigninFailed, match=said):
        rig.sends("two", "a@lab.example")
    assert SECRET not in str(caught.value)
    rig.tokens.delay, rig.tokens.answer, rig.tokens.discovery = 0, None, None
    rig.tokens.down()
    rig.tokens.up()
    rig.configure()
    assert rig.reads() == []


BUSY = json.dumps({"error": "slow_down", "error_description": "Too many requests."})


@pytest.mark.parametrize("way", ["microsoft", "google"])
@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (Answer(429, BUSY, retry_after="300"), 300),
        (Answer(429, BUSY), 60),
        (Answer(503, "<html>Service unavailable</html>", "text/html", retry_after="240"), 240),
        (Answer(429, BUSY, retry_after="999999"), LONGEST_PAUSE),
    ],
    ids=["as asked", "unsaid", "unavailable", "without end"],
)
def test_a_token_server_that_asks_to_be_left_alone_is_left_alone_for_so_long(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, way: str, answer: Answer, seconds: float
) -> None:
    monkeypatch.setattr("google.auth._exponential_backoff.time.sleep", lambda _seconds: None)
    (rig.folder / "key.json").write_text(rig.tokens.key())
    if way == "google":
        rig.configure(way=way, key_file="key.json")
    rig.tokens.answer = answer
    with pytest.raises(SigninFailed, match="tried again by itself") as caught:
        rig.reads()
    assert (caught.type, caught.value.pause_seconds) == (SigninFailed, seconds)


@pytest.mark.parametrize(
    ("wait", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("9" * 400, LONGEST_PAUSE),
        ("200000", LONGEST_PAUSE),
        ("Mon, 09 Nov 2026 10:02:00 GMT", 120),
        ("Mon, 09 Nov 2026 09:00:00 GMT", 0),
        ("Thu, 09 Nov 2028 10:00:00 GMT", LONGEST_PAUSE),
        ("soon", 0),
        ("-5", 0),
        ("1e9", 0),
        ("", 0),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone_is_understood_as_a_span_or_a_moment_and_bounded(
    wait: str, seconds: float
) -> None:
    assert pause_of(wait, "Mon, 09 Nov 2026 10:00:00 GMT") == seconds
    assert pause_of("Mon, 09 Nov 2026 10:02:00 GMT", "") == 0


def test_a_certificate_of_the_token_servers_that_isnt_trusted_is_told(rig: Rig) -> None:
    rig.configure(ca_file="")
    with pytest.raises(SigninRefused, match=r"signin\.ca_file"):
        rig.reads()


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


@pytest.mark.parametrize(("size", "error"), [(900_000, None), (1_100_000, ValueError)])
def test_an_answer_without_end_is_not_read_to_its_end(rig: Rig, size: int, error: type[Exception] | None) -> None:
    rig.tokens.answer = Answer(200, "x" * size, "text/html")
    with https_session(str(rig.tokens.servers.ca_file), 5) as https:
        ask = partial(https.post, f"{rig.tokens.url}/token", data={"grant_type": "x"})
        if error is None:
            assert len(ask().content) == size
        else:
            with pytest.raises(error, match="too long"):
                ask()
