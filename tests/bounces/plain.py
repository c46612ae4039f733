"""A bounce in plain words."""

from __future__ import annotations

from tests.bounces.shape import (
    written,
)
from tests.support.build import BOT

PLAIN = "text/plain; charset=us-ascii"
RFC822 = "message/rfc822"


def plain(head: str, text: str, *, typed: bool = True) -> bytes:
    """A message of plain text."""
    kind = f"MIME-Version: 1.0\nContent-Type: {PLAIN}\n" if typed else ""
    return written(f"{head}To: {BOT}\nDate: Mon, 12 Oct 2026 09:15:00 +0100\n{kind}\n{text}")
