"""A server that answers by script: a greeting, and what it says to each line; whatever isn't in it is fine."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

from tests.faults.fault import TAG
from tests.support.ports import HOST

SILENCE = b"..."  # nothing more is said, and the line stays open
HANG_UP = b"!"  # the line is closed at once
Rule = tuple[bytes, bytes]  # a regular expression for a whole line, and what is said to it
SMTP: Sequence[Rule] = (
    (rb"EHLO.*", b"250-script.example\r\n250 8BITMIME\r\n"),
    (rb"DATA", b"354 Go on\r\n"),
    (rb"QUIT", b"221 Bye\r\n"),
    (rb".*", b"250 2.0.0 Fine\r\n"),
)
IMAP: Sequence[Rule] = (
    (rb"\S+ CAPABILITY", b"* CAPABILITY IMAP4rev1\r\n%tag OK .\r\n"),
    (rb"\S+ LIST.*", b'* LIST () "/" INBOX\r\n%tag OK .\r\n'),
    (rb"\S+ SELECT.*", b"* 0 EXISTS\r\n* OK [UIDVALIDITY 1] .\r\n%tag OK [READ-WRITE] .\r\n"),
    (rb"\S+ UID SEARCH.*", b"* SEARCH\r\n%tag OK .\r\n"),
    (rb".*", b"%tag OK Fine\r\n"),
)
HELLO = {"smtp": b"220 script.example ESMTP\r\n", "imap": b"* OK IMAP4rev1\r\n"}
PLAIN = {"smtp": SMTP, "imap": IMAP}


class Script:
    """Listens on a port of its own; `heard` are the lines in their order, `letters` what was sent after DATA."""

    def __init__(self, server: str, *rules: Rule, hello: bytes | None = None) -> None:
        """The rules come before those of a server to which nothing happens."""
        self._rules = [(re.compile(line, re.IGNORECASE), says) for line, says in (*rules, *PLAIN[server])]
        self._hello = HELLO[server] if hello is None else hello
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self.heard: list[bytes] = []
        self.letters: list[bytes] = []
        self.times: list[float] = []  # when each connection came (monotonic seconds)
        self._lines: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Let go of the port and of every line."""
        for one in (self._listener, *self._lines):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            self.times.append(time.monotonic())
            self._lines.append(line)
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        with suppress(OSError, ValueError), line.makefile("rb") as lines:
            if not self._say(line, self._hello):
                return
            for said in lines:
                self.heard.append(said.strip())
                answer = next((says for rule, says in self._rules if rule.fullmatch(said.strip())), b"")
                if not self._say(line, answer.replace(TAG, said.split()[0] if said.split() else b"*")):
                    return
                if answer.startswith(b"354"):
                    self._take_letter(line, lines.readline)

    def _take_letter(self, line: socket.socket, read: object) -> None:
        assert callable(read)
        text = b""
        while (said := read()) not in (b".\r\n", b""):
            text += said
        self.letters.append(text)
        answer = next((says for rule, says in self._rules if rule.fullmatch(b".")), b"")
        self._say(line, answer)

    def _say(self, line: socket.socket, what: bytes) -> bool:
        if what == HANG_UP:
            line.shutdown(socket.SHUT_RDWR)
            return False
        if what != SILENCE:
            line.sendall(what)
        return True
