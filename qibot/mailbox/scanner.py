"""Asks a virus scanner about a message (clamd's INSTREAM).

Infected mail waits in quarantine; where nobody answers, mail waits in the inbox. The scanner cuts the connection when a
message is over its own limit, with the reason as its last words.
"""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator
from contextlib import closing

from qibot.errors import ScannerFailed
from qibot.expression import expression

_CHUNK = 1 << 17
_REPLY = 4096
_FOUND = expression(r"stream: (?P<what>.{1,200}) FOUND")
TOO_LARGE = "it is larger than what the virus scanner takes"
BROKEN_OFF = "the virus scanner broke off reading it, as it does with what is larger than it takes"


class Scanner:
    """A clamd at `place`: a socket's path, or host:port."""

    def __init__(self, place: str, seconds: float) -> None:
        self._place, self._seconds = place, seconds

    def __call__(self, raw: bytes) -> str:
        """Why the message has to wait for a person, empty where nothing was found. Raises ScannerFailed."""
        try:
            with closing(self._connected()) as link:
                said = _asked(link, raw)
            if said is None and self._answers():  # what it said was lost on the way
                return BROKEN_OFF
        except OSError as e:
            raise ScannerFailed(
                f"The virus scanner at {self._place} doesn't answer ({e.strerror or e}): new mail waits in the inbox"
                " until it does. Start clamd, or take [security] clamd out of the configuration."
            ) from None
        said = said or ""
        if said.endswith("stream: OK"):
            return ""
        if found := _FOUND.search(said):
            return f"the virus scanner found {found['what']} in it"
        if "size limit exceeded" in said:
            return TOO_LARGE
        raise ScannerFailed(
            f"The virus scanner at {self._place} can't scan ({said[:200] or 'no answer'}): new mail waits in the inbox."
            " Its own log says more."
        )

    def _answers(self) -> bool:
        with closing(self._connected()) as link:
            link.sendall(b"zPING\0")
            return _read(link) == "PONG"

    def _connected(self) -> socket.socket:
        if self._place.startswith("/"):
            link = socket.socket(socket.AF_UNIX)
            try:
                link.settimeout(self._seconds)
                link.connect(self._place)
            except OSError:
                link.close()
                raise
            return link
        host, _, port = self._place.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=self._seconds)


def _asked(link: socket.socket, raw: bytes) -> str | None:
    """What it says; None where it cut the connection before that arrived."""
    cut = False
    try:
        link.sendall(b"zINSTREAM\0")
        for chunk in _chunks(raw):
            if select.select([link], [], [], 0)[0]:
                break  # it has said why, before the end
            link.sendall(len(chunk).to_bytes(4, "big"))
            link.sendall(chunk)
        else:
            link.sendall(bytes(4))
    except (BrokenPipeError, ConnectionResetError):
        cut = True
    try:
        said = _read(link)
    except ConnectionResetError:
        return None
    return None if cut and not said else said  # a reset that sending has met reads as an end


def _read(link: socket.socket) -> str:
    said = b""
    while len(said) < _REPLY and (piece := link.recv(_REPLY)):
        said += piece
    return said.decode("utf-8", "replace").strip("\0 \n")


def _chunks(raw: bytes) -> Iterator[memoryview]:
    view = memoryview(raw)
    return (view[at : at + _CHUNK] for at in range(0, len(view), _CHUNK))
