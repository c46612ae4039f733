"""What can happen to a line between two programs: pure, drawn from a seed. `Proxy` carries it out."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from enum import StrEnum

TAG = b"%tag"  # in what is said instead: the tag of the IMAP command that is answered


class Kind(StrEnum):
    """What happens from the point on at which a fault strikes."""

    DELAY = "delay"  # each piece comes so many seconds later
    THROTTLE = "throttle"  # a few bytes at a time
    CUT = "cut"  # both ends see a reset
    CLOSE = "close"  # both ends see an orderly end
    HALF_CLOSE = "half-close"  # who listens to this way sees its end, the other way goes on
    STALL = "stall"  # nothing comes any more, neither way, and nobody is told
    GARBLE = "garble"  # noise instead of what was said, until the line ends
    ANSWER = "answer"  # the client's line doesn't reach the server; the script answers instead of it
    REFUSE = "refuse"  # nobody listens on the port


UP, DOWN = "up", "down"  # what the client says, what the server says
HARMLESS = (Kind.DELAY, Kind.THROTTLE)


@dataclass(frozen=True, slots=True)
class Fault:
    """Strikes in one direction after so many bytes of a connection, or at the first place where `at` (a regular
    expression over bytes) is found; `before` spares the other side what was found. Every connection is struck until
    `Proxy.heal`."""

    kind: Kind
    way: str = UP
    after: int = 0
    at: bytes = b""
    before: bool = False
    seconds: float = 0.0
    says: bytes = b""

    def point(self, passed: int, chunk: bytes) -> int | None:
        """Where in this piece it strikes, if so many bytes had passed before; None where it doesn't."""
        if self.at:
            found = re.search(self.at, chunk, re.IGNORECASE)
            return None if found is None else found.start() if self.before else found.end()
        return max(0, self.after - passed) if passed + len(chunk) > self.after else None

    def __str__(self) -> str:
        place = f"at {self.at.decode('ascii', 'replace')!r}" if self.at else f"after {self.after} bytes"
        said = f" ({self.says.decode('ascii', 'replace').strip()})" if self.says else ""
        return f"{self.kind} {self.way} {place}{said}"


# Where it hurts: the moments between a server's having done something and the bot's knowing of it, among others.
IMAP_PLACES = (rb"LOGIN", rb"SELECT", rb"SEARCH", rb"RFC822\.SIZE", rb"BODY\.PEEK", rb"UID MOVE", rb"STATUS", rb"LIST")
SMTP_PLACES = (rb"EHLO", rb"MAIL FROM", rb"RCPT TO", rb"DATA\r\n", rb"Message-ID: ", rb"\r\n\.\r\n", rb"QUIT", rb"RSET")
IMAP_SAYS = (
    (rb"[A-Z0-9]+ LOGIN [^\n]*\n", b"%tag NO [UNAVAILABLE] Come back later\r\n"),
    (rb"[A-Z0-9]+ SELECT [^\n]*\n", b"%tag NO [SERVERBUG] Internal error\r\n"),
    (rb"[A-Z0-9]+ UID SEARCH [^\n]*\n", b"%tag BAD Not now\r\n"),
    (rb"[A-Z0-9]+ UID FETCH [^\n]*\n", b"%tag NO [INUSE] Some messages could not be read\r\n"),
    (rb"[A-Z0-9]+ UID MOVE [^\n]*\n", b"%tag NO [OVERQUOTA] Quota exceeded\r\n"),
    (rb"[A-Z0-9]+ UID MOVE [^\n]*\n", b"%tag NO [NOPERM] The mailbox is read-only\r\n"),
    (rb"[A-Z0-9]+ STATUS [^\n]*\n", b"* BYE Shutting down\r\n"),
)
SMTP_SAYS = (
    (rb"MAIL FROM:[^\n]*\n", b"452 4.3.1 Insufficient system storage\r\n"),
    (rb"MAIL FROM:[^\n]*\n", b"421 4.7.0 Too many messages, closing\r\n"),
    (rb"RCPT TO:[^\n]*\n", b"451 4.7.1 Greylisted, come back in five minutes\r\n"),
    (rb"RCPT TO:[^\n]*\n", b"452 4.2.2 The recipient's mailbox is full\r\n"),
    (rb"DATA\r\n", b"454 4.3.0 Try again\r\n"),
    (rb"EHLO[^\n]*\n", b"421 4.3.2 Service not available\r\n"),
)
LONGEST_RECORD = 30_000  # bytes of a connection within which a fault by count strikes


def drawn(rng: random.Random, server: str) -> Fault:
    """A random fault of the line to the server named “imap” or “smtp”."""
    kind = rng.choice(list(Kind))
    if kind is Kind.ANSWER:
        at, says = rng.choice(IMAP_SAYS if server == "imap" else SMTP_SAYS)
        return Fault(kind, UP, at=at, says=says, before=True)
    seconds = rng.uniform(0.01, 0.2) if kind is Kind.DELAY else 0.002
    if rng.random() < 0.5:
        at = rng.choice(IMAP_PLACES if server == "imap" else SMTP_PLACES)
        return Fault(kind, UP, at=at, before=rng.random() < 0.5, seconds=seconds)
    after = int(LONGEST_RECORD ** rng.random()) - 1
    return Fault(kind, rng.choice((UP, DOWN)), after=after, seconds=seconds)
