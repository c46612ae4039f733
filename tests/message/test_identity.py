"""A message is known again by its id and sender, and else by its content."""

from __future__ import annotations

import pytest

from qibot.message.mail import headers_alone, unreadable
from tests.support.mails import ALICE, BOB, mail, raw


def test_a_message_is_known_by_its_id_and_sender_and_by_the_digest_of_what_it_says() -> None:
    one, twice = mail("Message-ID: <a@b>"), mail("Received: later", "Message-ID: <a@b>")
    other = mail("Message-ID: <a@b>", body=b"Something else")
    assert one.identity == twice.identity == other.identity
    assert one.digest == twice.digest != other.digest
    assert mail("Message-ID: <a@b>", sender=BOB).identity != one.identity
    assert mail("Message-ID: <a@c>").identity != one.identity


@pytest.mark.parametrize("fields", [("Message-ID: <a@b>", f"From: {BOB}"), (), ("Message-ID: a b",)])
def test_without_id_or_sender_the_content_is_the_identity(fields: tuple[str, ...]) -> None:
    assert mail(*fields).identity == mail(*fields).identity
    assert mail(*fields).identity != mail(*fields, body=b"Something else").identity


def test_a_message_that_cannot_be_read_is_known_by_its_content_and_size() -> None:
    assert unreadable(b"x", 1).identity == unreadable(b"x", 1).identity
    assert len({unreadable(b"x", 1).identity, unreadable(b"x", 2).identity, unreadable(b"y", 1).identity}) == 3
    assert (unreadable(b"x", 1).sender, unreadable(b"x", 1).files) == (None, ())


def test_of_a_header_alone_all_is_read_that_stands_in_it() -> None:
    read = headers_alone(raw("Subject: Report 1", "Message-ID: <a@b>", body=b""), 40_000_000)
    assert (read.sender, read.subject, read.size, read.text) == (ALICE, "Report 1", 40_000_000, "")
    nameless = raw("Subject: Report 1", body=b"")
    assert headers_alone(nameless, 40_000_000).identity != headers_alone(nameless, 40_000_001).identity
