"""Sending by Microsoft Graph: the very bytes, to just those who are to get them, and what it answers in words."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from qibot.errors import OutboxFailed, OutboxRefused
from qibot.mailbox import Delivery, GraphOutbox, Tokens, facts_of, sign_in_for_graph
from qibot.mailbox.graph import addressed
from qibot.mailbox.signin import Token
from tests.support.build import config
from tests.support.graph import Graph, graph_server
from tests.support.mailservers import MailServers
from tests.support.programme import content_of
from tests.support.tokens import SECRET, token_server

A, B, C = "a@x.example", "b@x.example", "c@x.example"
LETTER = (
    b"From: Us <qi@x.example>\r\nTo: Ann <a@x.example>,\r\n Bob <b@x.example>\r\nCc: c@x.example\r\n"
    b"Subject: To: nobody\r\nMessage-ID: <1@x.example>\r\n\r\nTo: this line stays\r\nCc: and this\r\n"
)


@pytest.fixture
def graph(servers: MailServers, mailbox_name: str) -> Iterator[Graph]:
    with token_server(servers, mailbox_name) as tokens, graph_server(tokens) as running:
        yield running


class Sending:
    """A sender of letters, and a clock."""

    def __init__(self, folder: Path, graph: Graph) -> None:
        (folder / "client-secret").write_text(SECRET)
        self.graph, self.now = graph, datetime.now(UTC)
        signin = graph.tokens.signin(graph=graph.url, timeout_seconds=30)
        made = config(mailbox={"address": graph.tokens.mailbox}, signin=signin, smtp={"via": "graph"})
        self.config = made.model_copy(update={"base": folder})
        self.outbox = GraphOutbox(self.config, sign_in_for_graph(self.config, lambda: self.now), facts_of(self.config))

    def sends(self, raw: bytes = LETTER, *to: str) -> Delivery:
        async def send() -> Delivery:
            try:
                return await self.outbox.deliver(to or (A, B, C), raw)
            finally:
                await self.outbox.close()

        return asyncio.run(send())


@pytest.fixture
def s(tmp_path: Path, graph: Graph) -> Sending:
    return Sending(tmp_path, graph)


def test_a_letter_goes_as_the_very_bytes(s: Sending) -> None:
    assert set(s.sends().outcomes.values()) == {"250 accepted by Microsoft Graph"}
    assert s.graph.posted == [LETTER]


def test_who_has_the_letter_already_is_left_out(s: Sending) -> None:
    s.sends(LETTER, B)
    (posted,) = s.graph.posted
    head, _, body = posted.partition(b"\r\n\r\n")
    assert b"b@x.example" in head
    assert not any(one in head for one in (b"a@x.example", b"c@x.example"))
    assert body == LETTER.partition(b"\r\n\r\n")[2], "not a byte of the rest is changed"
    assert b"Subject: To: nobody" in head


@pytest.mark.parametrize(
    ("raw", "to", "expected"),
    [
        (LETTER, (A, B, C), LETTER),
        (LETTER, (A.upper(), B, C), LETTER),
        (b"To: a@x.example\r\nBcc: b@x.example\r\n\r\nx", (A,), b"To: a@x.example\r\n\r\nx"),
        (b"To: a@x.example\r\nX: y\r\n\r\nx", (A, B), b"X: y\r\nTo: a@x.example,\r\n b@x.example\r\n\r\nx"),
        (b"TO: a@x.example\r\nCC: b@x.example\r\nX: y\r\n\r\nx\r\n", (B,), b"X: y\r\nCc: b@x.example\r\n\r\nx\r\n"),
    ],
)
def test_the_lines_name_just_those_who_are_to_get_it(raw: bytes, to: tuple[str, ...], expected: bytes) -> None:
    assert addressed(raw, to) == expected


def large_letter() -> tuple[bytes, dict[str, bytes]]:
    """A letter as compose.py makes it, with two documents, of which one is beyond what a request may hold."""
    documents = {"Bericht März.docx": b"small" * 1000, "photos.zip": bytes(range(256)) * 30_000}
    made = []
    for name, content in documents.items():
        shown = b"filename*=utf-8''" + quote(name).encode()
        head = b"Content-Type: application/zip\r\nContent-Disposition: attachment; " + shown
        made.append(
            head
            + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64.encodebytes(content).replace(b"\n", b"\r\n")
        )
    head = (
        LETTER.partition(b"\r\n\r\n")[0] + b'\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="=_m"\r\n'
    )
    text = b"Content-Type: text/plain; charset=utf-8\r\n\r\nDear Ann\r\n"
    return head + b"".join(b"\r\n--=_m\r\n" + part for part in (text, *made)) + b"\r\n--=_m--\r\n", documents


def test_a_letter_beyond_what_a_request_may_hold_goes_as_a_draft_with_its_documents(s: Sending) -> None:
    raw, documents = large_letter()
    assert set(s.sends(raw).outcomes.values()) == {"250 accepted by Microsoft Graph"}
    (posted,) = s.graph.posted
    got = message_from_bytes(posted, policy=policy.default)
    assert {str(a.get_filename()): content_of(a) for a in got.iter_attachments()} == documents
    assert got["Message-ID"] == "<1@x.example>"
    assert str(got.get_body(("plain",)).get_content()).strip() == "Dear Ann"  # type: ignore[union-attr]
    assert s.graph.drafts == {}


def test_a_large_letter_that_fails_leaves_no_draft_and_waits(s: Sending) -> None:
    raw, _ = large_letter()
    take = s.graph.take
    s.graph.take = lambda method, path, *rest: (  # type: ignore[method-assign]
        (503, "ServiceUnavailable", "Try again.") if method == "PUT" else take(method, path, *rest)
    )
    with pytest.raises(OutboxFailed, match="tried again"):
        s.sends(raw)
    assert (s.graph.drafts, s.graph.posted) == ({}, [])


def test_without_the_right_to_make_drafts_a_large_letter_is_refused_with_what_is_missing_and_others_go(
    s: Sending,
) -> None:
    s.graph.may_draft = False
    raw, _ = large_letter()
    assert "grant Mail.ReadWrite as well" in s.sends(raw).outcomes[A]
    assert s.sends(raw).outcomes[A].startswith("552 ")
    assert s.sends().outcomes[A].startswith("250")


@pytest.mark.parametrize(
    ("refusal", "outcome"),
    [
        ((400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content."), "550 400 ErrorMime"),
        ((400, "ErrorInvalidRecipients", "At least one recipient is not valid."), "550 400 ErrorInvalidRecipients"),
        ((413, "RequestEntityTooLarge", "too large"), "552 413"),
        ((403, "ErrorMessageSizeExceeded", "The message exceeds the maximum supported size."), "552 403"),
    ],
)
def test_what_is_about_the_letter_is_its_result(s: Sending, refusal: tuple[int, str, str], outcome: str) -> None:
    s.graph.refusals = [refusal]
    assert s.sends().outcomes[A].startswith(outcome)


@pytest.mark.parametrize(
    ("refusal", "kind", "said"),
    [
        ((403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."), OutboxRefused, "Mail.Send"),
        ((403, "ErrorSendAsDenied", "The user account may not send as."), OutboxRefused, "SendAs"),
        ((404, "ErrorInvalidUser", "The requested user is invalid."), OutboxRefused, "mailbox.address"),
        ((429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit."), OutboxFailed, "by itself"),
        ((429, "SomethingNew", "Slow down."), OutboxFailed, "left alone"),
        ((503, "ServiceUnavailable", "The service is unavailable."), OutboxFailed, "tried again"),
        ((507, "ErrorQuotaExceeded", "The mailbox has exceeded its quota."), OutboxRefused, "full"),
    ],
)
def test_what_is_about_the_set_up_lets_the_letter_wait(
    s: Sending, refusal: tuple[int, str, str], kind: type[OutboxFailed], said: str
) -> None:
    s.graph.refusals, s.graph.retry_after = [refusal], "240" if refusal[0] in (429, 503) else ""
    with pytest.raises(OutboxFailed, match=said) as caught:
        s.sends()
    assert caught.type is kind
    assert caught.value.pause_seconds == (240 if refusal[0] in (429, 503) else 0)
    s.graph.retry_after = ""
    assert set(s.sends().outcomes) == {A, B, C}


@pytest.mark.parametrize(("asked", "seconds"), [("90000", 21_600), ("999999999", 21_600), ("30", 60), ("", 60)])
def test_graph_is_left_alone_for_as_long_as_it_asks_but_not_for_ever(s: Sending, asked: str, seconds: float) -> None:
    s.graph.refusals, s.graph.retry_after = [(429, "ApplicationThrottled", "Over its limit.")], asked
    with pytest.raises(OutboxFailed) as caught:
        s.sends()
    assert caught.value.pause_seconds == seconds


def test_a_revoked_token_is_replaced_at_once(s: Sending) -> None:
    s.sends()
    s.graph.tokens.revoke()
    s.now += timedelta(minutes=10)
    assert set(s.sends().outcomes) == {A, B, C}
    assert len(s.graph.tokens.issued) == 2


def test_a_line_that_is_dead_lets_the_letter_wait(s: Sending) -> None:
    s.config = s.config.model_copy(
        update={"signin": s.config.signin.model_copy(update={"graph": "https://localhost:1"})}
    )
    tokens = Tokens(lambda: Token("x", s.now + timedelta(hours=1)), lambda: s.now, timedelta(), timedelta())
    s.outbox = GraphOutbox(s.config, tokens, facts_of(s.config))
    found = s.sends()
    assert found.outcomes == {}
    assert set(found.deferred) == {A, B, C}
    assert found.lost


def jwt_with(claims: dict[str, Any]) -> str:
    return f"x.{base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip('=')}.y"


@pytest.mark.parametrize(
    ("token", "fine"),
    [
        (jwt_with({"roles": ["Mail.Send", "Mail.Read"]}), True),
        (jwt_with({"roles": ["User.Read.All"]}), True),  # the right may be given in Exchange, for this mailbox alone
        (jwt_with({"scp": "Mail.Send offline_access"}), True),
        (jwt_with({"scp": "SMTP.Send"}), False),
        (jwt_with({}), True),
        ("opaque", True),
        ("a.%%%.c", True),
    ],
)
def test_a_token_that_says_that_it_may_not_send_is_told_before_a_letter_goes(
    s: Sending, token: str, fine: bool
) -> None:
    tokens = Tokens(lambda: Token(token, s.now + timedelta(hours=1)), lambda: s.now, timedelta(), timedelta())
    outbox = GraphOutbox(s.config, tokens, facts_of(s.config))
    if fine:
        asyncio.run(outbox.rehearse(A))
    else:
        with pytest.raises(OutboxRefused, match=r"Mail\.Send"):
            asyncio.run(outbox.rehearse(A))
