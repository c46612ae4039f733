"""A token is fetched when it is needed, used until shortly before it ends, and replaced when a server refuses it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from qibot.mailbox.signin.tokens import Token, Tokens
from qibot.mailbox.signin.xoauth2 import reason

START = datetime(2026, 10, 1, 9, tzinfo=UTC)


class Fetching:
    """A clock, and a source that counts."""

    def __init__(self, minutes: float = 60) -> None:
        self.now, self.count, self.life = START, 0, timedelta(minutes=minutes)
        self.tokens = Tokens(self.fetch, lambda: self.now, timedelta(minutes=5), timedelta(minutes=5))

    def fetch(self) -> Token:
        self.count += 1
        return Token(f"token-{self.count}", self.now + self.life)

    def after(self, minutes: float) -> str:
        self.now += timedelta(minutes=minutes)
        return self.tokens.current()


def test_a_token_is_used_until_five_minutes_before_its_end() -> None:
    f = Fetching()
    assert [f.after(0), f.after(54), f.after(1), f.after(10)] == ["token-1", "token-1", "token-2", "token-2"]


def test_a_token_that_lives_shorter_than_that_is_used_for_half_of_its_life() -> None:
    f = Fetching(minutes=4)
    assert [f.after(0), f.after(1.9), f.after(0.2)] == ["token-1", "token-1", "token-2"]


def test_a_clock_that_is_set_back_makes_no_token_last_for_ever() -> None:
    f = Fetching()
    f.after(0)
    assert f.after(-60 * 24) == "token-2"


def test_a_refused_token_is_replaced_but_a_fresh_one_is_not() -> None:
    f = Fetching()
    assert not f.tokens.refused(f.after(0)), "it has only just come: another one would fare no better"
    assert f.tokens.refused(f.after(6))
    assert f.after(0) == "token-2"


def test_fifty_refusals_in_a_row_fetch_few_tokens() -> None:
    f = Fetching()
    for _ in range(50):
        f.tokens.refused(f.after(1))
    assert f.count <= 11


def test_a_token_never_stands_in_its_own_text() -> None:
    assert "sEcReT" not in repr(Token("sEcReT", START))


def test_the_servers_own_reason_is_read_from_its_challenge_and_gibberish_is_nothing() -> None:
    assert reason(b'{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}') == (
        "status 400, scope https://mail.google.com/"
    )
    assert reason("eyJzdGF0dXMiOiI0MDEifQ==") == "status 401"
    assert [reason(x) for x in (b"", b"%%%", b"[1]", b"\xff" * 9, b"{" * 4000, b'{"status":' + b"[" * 3000)] == [""] * 6
