"""Waiting for a line of the server's or a wake-up, without losing what imaplib has read already."""

from __future__ import annotations

import select
import ssl
import time

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError


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


def idled(client: IMAPClient, seconds: float, wake: int | None) -> tuple[bool, bool]:
    """One IDLE (RFC 2177): has a message been announced, is `wake` readable?"""
    end, imap = time.monotonic() + seconds, client._imap
    client._idle_tag = tag = imap._command("IDLE")
    heard = woken = False
    while (line := imap._get_response()) is not None:  # None is the "+"; an EXISTS may come before it
        if imap.tagged_commands[tag]:
            raise IMAPClientError("IDLE was refused")
        heard = announces(line) or heard
    while not heard and not woken and (left := end - time.monotonic()) > 0:
        ready, woken = line_or_wake(client, left, wake)
        if ready:
            heard = announces(imap._get_response())
    _, late = client.idle_done()
    return heard or any(b"EXISTS" in response[1:2] for response in late), woken
