"""Whatever a message holds: it is read within bounds, or refused."""

from __future__ import annotations

import os
import resource

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qibot.errors import MailUnreadable
from qibot.message.timelimit import at_most
from tests.message.hostile.reader import MEGABYTES, read
from tests.support import hostile
from tests.support.build import JO
from tests.support.hostile import Hostile


@pytest.mark.parametrize("sender", [hostile.STRANGER, JO.address])
def test_every_kind_is_read_or_refused_and_never_fails(sender: str) -> None:
    messages = list(hostile.handmade(sender))
    assert len(messages) > 150
    for message in messages:
        assert_calm(message)


def test_a_thousand_mutations_of_a_report_are_read_or_refused() -> None:
    readable = [read(message.raw) for message in hostile.mutations(JO.address, 1000)]
    assert sum(mail is not None and mail.sender == JO.address for mail in readable) > 300  # mutated, not destroyed


def assert_calm(message: Hostile) -> None:
    try:
        read(message.raw)
    except Exception as e:
        raise AssertionError(f"{message.name} provokes {type(e).__name__}") from e


@settings(max_examples=150)
@given(st.binary(max_size=2000))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    read(raw)


FIELDS = ("From", "To", "Subject", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding", "References")
VALUES = st.one_of(
    st.binary(max_size=80),
    st.sampled_from(
        [b'multipart/mixed; boundary="b"', b"multipart/alternative; boundary=b", b"text/html; charset=utf-7", b"base64"]
    ),
    st.lists(
        st.sampled_from([b";", b"name*0*=", b"charset", b"=", b"''", b'"', b"%ff", b"\\", b"utf-8", b"boundary*="])
    ).map(b"".join),
)


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), VALUES), max_size=8), st.binary(max_size=300))
@example([("Content-Type", b"multipart/mixed; boundary*=x\0y''b")], b"")
@example([("Content-Type", b"multipart/mixed; boundary=\xff")], b"")
def test_any_fields_are_read_or_refused(fields: list[tuple[str, bytes]], body: bytes) -> None:
    head = b"".join(name.encode() + b": " + value + b"\r\n" for name, value in fields)
    read(head + b"\r\n" + body)
    read(hostile.multipart(JO.address, "any", head + b"\r\n" + body, hostile.TEXT))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_report_with_any_bytes_put_into_it_is_read_or_refused(data: st.DataObject) -> None:
    raw = hostile.report(JO.address)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(raw)))
        raw = raw[:place] + data.draw(st.binary(max_size=30)) + raw[place + data.draw(st.integers(0, 30)) :]
    read(raw)


@pytest.mark.parametrize("name", hostile.names_of_the_huge())
def test_the_large_and_the_slow_stay_within_time_and_memory(name: str) -> None:
    """In a child, whose greatest memory is its own; the message itself counts among the 300 MB."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        outcome = b"it failed"
        try:
            raw = hostile.made(name, JO.address)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            read(raw)
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 + len(raw) / 1e6
            outcome = b"" if grown < MEGABYTES else f"it took {grown:.0f} MB".encode()
        finally:
            os.write(writing, outcome)
            os._exit(0)
    os.close(writing)
    said = os.read(reading, 200).decode()
    os.close(reading)
    os.waitpid(child, 0)
    assert said == ""


def test_reading_without_end_is_ended() -> None:
    with pytest.raises(MailUnreadable, match=r"longer than 0\.05 seconds"), at_most(0.05):
        while True:
            try:
                while True:
                    pass
            except Exception:
                continue  # no catch-all swallows the alarm
