"""A token server beside the real mail servers, and a configuration that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailbox.signing_in.rig import Rig
from tests.support.mailservers import MailServers
from tests.support.tokens import TokenServer, token_server


@pytest.fixture
def tokens(servers: MailServers, mailbox_name: str) -> Iterator[TokenServer]:
    with token_server(servers, mailbox_name) as running:
        yield running


@pytest.fixture
def rig(tmp_path: Path, tokens: TokenServer) -> Rig:
    return Rig(tmp_path, tokens)
