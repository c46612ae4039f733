"""A sample of `make faults`: some people, many messages at once, then some minutes of a message a second."""

from __future__ import annotations

from pathlib import Path

from tests.faults.load import Load
from tests.support.mailservers import MailServers


def test_many_messages_at_once_are_all_dealt_with_and_memory_and_open_files_stay(
    servers: MailServers, tmp_path: Path
) -> None:
    one = Load(servers, tmp_path / "load", 12, seed=3)
    try:
        one.at_once(40)
        one.steadily(48, minute=6)
    finally:
        one.close()
    assert one.wrong == []
    assert len(one.said) == 2
