"""Waiting for a line of the server's or a wake-up, without losing what imaplib has read already."""

from __future__ import annotations

import select
import ssl

from imapclient import IMAPClient


def line_or_wake(client: IMAPClient, seconds: float, wake: int | None) -> tuple[bool, bool]:
    """Wait for a line of the server's (or its hanging up) or for `wake`; which of them is there?"""
    if _holds_bytes(client, polled=False):
        return True, False
    number = client.socket().fileno()
    ready = _poll(seconds, number, wake)
    return number in ready and _holds_bytes(client, polled=True), wake in ready


def _holds_bytes(client: IMAPClient, *, polled: bool) -> bool:
    """Whether reading would give something: lines may wait in imaplib's buffer, where no poll sees them.

    After a poll, nothing to read is the end of the connection, except with TLS, whose own records say nothing to us.
    """
    sock, kept = client.socket(), getattr(client._imap, "_readbuf", None)
    if kept is not None:  # Python 3.14 has a buffer of its own
        return bool(kept) or polled or (isinstance(sock, ssl.SSLSocket) and sock.pending() > 0)
    timeout = sock.gettimeout()
    sock.setblocking(False)
    try:
        return bool(client._imap.file.peek(1)) or polled
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    finally:
        sock.settimeout(timeout)


def _poll(seconds: float, *numbers: int | None) -> set[int | None]:
    poller = select.poll()
    for number in numbers:
        if number is not None:
            poller.register(number, select.POLLIN)
    return {number for number, _ in poller.poll(seconds * 1000)}


def asleep(seconds: float, wake: int | None) -> tuple[bool, bool]:
    return False, bool(_poll(seconds, wake))


def announces(line: bytes) -> bool:
    return line.rstrip().upper().endswith(b" EXISTS")
