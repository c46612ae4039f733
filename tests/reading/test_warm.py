"""Many documents by one warm process: each in a child of its own, and as safe as by a process started for it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from qibot.reading import Limits, Warm, read_document
from tests.support import papers
from tests.support.daemon import eventually

pytestmark = pytest.mark.slow

GREEDY = Limits(seconds=20, memory_mb=110, elements=10**8)
SLOW = Limits(seconds=0.2, elements=10**8)
BIG = papers.docx("<w:p/>" * 2_000_000)
PLAIN = papers.docx_of("Hello")


@pytest.fixture
def warm() -> Iterator[Warm]:
    with Warm() as one:
        yield one


def process_of(warm: Warm) -> subprocess.Popen[bytes]:
    assert warm._process is not None
    return warm._process


def children_of(number: int) -> list[str]:
    return Path(f"/proc/{number}/task/{number}/children").read_text().split()


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.pdf", "a.rtf", "a.xlsx", "a.odt"])
def test_a_document_reads_as_it_does_in_a_process_of_its_own(warm: Warm, name: str) -> None:
    for data in (PLAIN, b"Hello there", b"{\\rtf1 Hello}", b"", b"PK\x03\x04", bytes(range(256)) * 20):
        assert read_document(name, data, run=warm) == read_document(name, data)


def test_one_process_reads_them_all_and_each_child_has_ended(warm: Warm) -> None:
    read_document("a.docx", PLAIN, run=warm)
    first = process_of(warm)
    assert all(read_document("a.docx", PLAIN, run=warm).words == 1 for _ in range(20))
    assert process_of(warm) is first
    assert children_of(first.pid) == []


def test_none_is_started_where_nothing_is_read() -> None:
    with Warm() as warm:
        assert warm._process is None


def test_what_takes_too_much_memory_or_time_is_said_and_the_next_one_is_read(warm: Warm) -> None:
    assert read_document("a.docx", BIG, GREEDY, warm).fault == "a.docx is too big or too deep to be read."
    first = process_of(warm)
    assert read_document("a.docx", BIG, SLOW, warm).fault == "a.docx took too long to read."
    assert read_document("b.docx", PLAIN, run=warm).words == 1
    assert process_of(warm) is first


def test_one_that_does_not_end_is_ended_with_its_child_and_the_next_one_is_read(
    warm: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_document("a.docx", PLAIN, run=warm)
    first = process_of(warm)
    os.kill(first.pid, signal.SIGSTOP)
    with monkeypatch.context() as short:
        short.setattr("qibot.reading.reader._START_SECONDS", -1.3)
        assert read_document("a.docx", PLAIN, run=warm).fault == "a.docx took too long to read."
    assert first.returncode == -signal.SIGKILL
    assert read_document("b.docx", PLAIN, run=warm).words == 1


def test_a_document_is_read_all_the_same_where_the_process_was_killed(warm: Warm) -> None:
    read_document("a.docx", PLAIN, run=warm)
    process_of(warm).kill()
    process_of(warm).wait()
    assert read_document("b.docx", PLAIN, run=warm).words == 1
    assert read_document("c.docx", PLAIN, run=warm).words == 1


def test_it_reads_on_when_systemd_tells_all_processes_to_end(warm: Warm) -> None:
    read_document("a.docx", PLAIN, run=warm)
    first = process_of(warm)
    first.terminate()
    assert read_document("b.docx", PLAIN, run=warm).words == 1
    assert process_of(warm) is first


def test_it_ends_with_the_block_and_by_itself_with_whoever_began_it() -> None:
    with Warm() as warm:
        read_document("a.docx", PLAIN, run=warm)
        first = process_of(warm)
    assert first.returncode is not None
    other = Warm()
    read_document("a.docx", PLAIN, run=other)
    assert other._line is not None
    other._line.close()  # as the end of this process would
    eventually(lambda: process_of(other).poll() is not None, 5, "its end")


def test_twenty_take_no_longer_than_a_few_that_are_started_anew(warm: Warm) -> None:
    def seconds(times: int, run: Warm | None) -> float:
        begun = time.monotonic()
        for _ in range(times):
            assert (read_document("a.docx", PLAIN, run=run) if run else read_document("a.docx", PLAIN)).words == 1
        return time.monotonic() - begun

    read_document("a.docx", PLAIN, run=warm)
    assert min(seconds(20, warm) for _ in range(3)) < min(seconds(8, None) for _ in range(2))
