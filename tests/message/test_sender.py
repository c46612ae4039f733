"""Whoever sent a message is the one unmistakable address of its From field, or nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.message.headers import FROM_LIMIT
from qibot.message.mail import parse
from tests.support.mails import ALICE, BOB, mail, raw


@pytest.mark.parametrize(
    "written",
    [
        ALICE,
        f"<{ALICE}>",
        f"Alice <{ALICE}>",
        "ALICE@Example.ORG",
        f'"Lee, Alice" <{ALICE}>',
        f'"a@x.com" <{ALICE}>',
        f'"\\"quoted\\" <{BOB}>" <{ALICE}>',
        f"{ALICE} (Alice)",
        f"(Alice <{BOB}>) {ALICE}",
        f"Alice\r\n <{ALICE}>",
        f"=?utf-8?q?Fr=C3=B6sche?= <{ALICE}>",
        f"a@x.com <{ALICE}>",
        f" < {ALICE} > ",
        f'(") <{ALICE}> (")',
    ],
)
def test_the_sender_is_the_one_address(written: str) -> None:
    assert mail(sender=written).sender == ALICE


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Alice",
        f"{ALICE}, {BOB}",
        f"Alice <{ALICE}>, Bob <{BOB}>",
        f"{ALICE}, <{BOB}>",
        f"<{ALICE}> <{BOB}>",
        f"<{ALICE}> {BOB}",
        f"{ALICE})bob@evil",
        f"{ALICE} {BOB}",
        f"{ALICE}(",
        f'(" <x) <{BOB}> (" <{ALICE}>',
        f'"Alice <{ALICE}>',
        f"(a (b) c) {ALICE}",
        f"Group: {ALICE};",
        f"<@relay.example:{ALICE}>",
        '"alice"@example.org',
        '"alice@example.org"@evil.example',
        "alice@example.org@evil.example",
        f"{ALICE}\0",
        f"<{ALICE}",
        f"{ALICE}>",
        f"<<{ALICE}>>",
        "al\u0456ce@example.org",
        f"\u202e{ALICE}",
        "=?utf-8?q?alice=40example.org?=",
        f"{ALICE} " + " " * FROM_LIMIT + "(",
    ],
)
def test_whatever_is_not_unmistakably_one_address_identifies_nobody(written: str) -> None:
    assert mail(sender=written).sender is None


@pytest.mark.parametrize(
    "other", [f"From: {BOB}", f"FROM: {ALICE}", f"From : {BOB}", f"X: y\rFrom: {BOB}", f"no field\r\nFrom: {BOB}"]
)
def test_two_from_fields_identify_nobody(other: str) -> None:
    assert mail(other).sender is None
    assert parse(other.encode() + b"\r\n" + raw()).sender is None


@pytest.mark.parametrize("name", ["Sender", "Reply-To", "Resent-From", "X-From", "Return-Path"])
def test_no_other_field_identifies_anyone(name: str) -> None:
    assert mail(f"{name}: {BOB}").sender == ALICE
    assert mail(f"{name}: {BOB}", sender=None).sender is None


def test_the_senders_name_is_shown_on_one_line() -> None:
    assert mail(sender=f'"Lee, Alice" <{ALICE}>').sender_name == "Lee, Alice"
    assert "\n" not in mail(sender=f"=?utf-8?q?a=0D=0Ab?= <{ALICE}>").sender_name


@given(st.text(max_size=60))
def test_a_from_field_with_any_words_before_the_address_never_becomes_another_sender(words: str) -> None:
    one_line = "".join(c for c in words if c.isprintable())
    assert mail(sender=f"{one_line} <{ALICE}>").sender in (ALICE, None)
