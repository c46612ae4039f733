"""What a made bounce is: its bytes, and what must be read in it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.build import BOT, THREADS

ANN, MEG = "ann@health.example", "meg@school.example"
OURS = THREADS.message_id("2026-27/jo.smith", 1, "forward/2026-27/jo.smith/1/1")
SUBJECT = "Report 1 from Jo Smith"
GONE, FAILED, DELAYED, FINE = "gone", "failed", "delayed", "fine"  # no such address; this letter; not yet; delivered


@dataclass(frozen=True)
class Cause:
    """Why a letter didn't arrive, as a receiving server says it; {a} is the address."""

    name: str
    verdict: str
    status: str
    said: str


UNKNOWN = Cause("unknown", GONE, "5.1.1", "550 5.1.1 <{a}>: Recipient address rejected: User unknown")
NOBODY = Cause("nobody", GONE, "5.1.1", "550 No such user here")
DISABLED = Cause("disabled", GONE, "5.2.1", "550 5.2.1 The email account that you tried to reach is disabled")
HOSTLESS = Cause("hostless", GONE, "5.4.4", "Host or domain name not found. Name service error for name=health.example")
UNROUTABLE = Cause("unroutable", GONE, "5.0.0", "Unrouteable address")
NO_DOMAIN = Cause("no-domain", GONE, "5.4.310", "550 5.4.310 DNS domain 'health.example' does not exist")
# The words of RFC 5321, 4.2.2, which a policy uses, too: they stop no address.
UNAVAILABLE = Cause("unavailable", FAILED, "5.0.0", "550 Requested action not taken: mailbox unavailable")
UNTOLD = Cause(
    "untold", FAILED, "5.0.0", "550 Requested action not taken: mailbox unavailable. For explanation visit our pages"
)
FULL = Cause("full", FAILED, "5.2.2", "552 5.2.2 Mailbox full: the user is over quota")
LARGE = Cause("large", FAILED, "5.3.4", "552 5.3.4 Message size exceeds fixed maximum message size")
POLICY = Cause("policy", FAILED, "5.7.1", "550 5.7.1 Message rejected due to content restrictions")
LISTED = Cause(
    "listed", FAILED, "5.7.1", "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org"
)
SENDER = Cause("sender", FAILED, "5.7.26", "550 5.7.26 Unauthenticated email from council.example is not accepted")
EXPIRED = Cause("expired", FAILED, "4.4.7", "421 4.4.7 Message expired: connection timed out")
SLOW = Cause("slow", DELAYED, "4.4.1", "connect to mx.health.example[192.0.2.1]:25: Connection timed out")
GREY = Cause("grey", DELAYED, "4.7.1", "450 4.7.1 <{a}>: Recipient address rejected: Greylisted, try again later")
FULL_NOW = Cause("full-now", DELAYED, "4.2.2", "452 4.2.2 The email account that you tried to reach is over quota")
CAUSES = (UNKNOWN, NOBODY, DISABLED, HOSTLESS, FULL, LARGE, POLICY, LISTED, SENDER, EXPIRED, SLOW, GREY, FULL_NOW)


@dataclass(frozen=True)
class Shape:
    """A bounce: who wrote it and what about; what it says of which addresses; whether it names our letter's id."""

    name: str
    raw: bytes
    about: tuple[tuple[str, str], ...]
    named: bool = True

    def __repr__(self) -> str:
        return self.name


def written(text: str) -> bytes:
    """A message as it lies in the mailbox."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def letter(address: str = ANN, *, headers: bool = False) -> str:
    """The letter of ours that comes back, or its header alone."""
    head = (
        f"From: QI Practitioner Programme <{BOT}>\nTo: {address}\nSubject: {SUBJECT}\nMessage-ID: <{OURS}>\n"
        "Date: Mon, 12 Oct 2026 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    )
    return head if headers else f"{head}\nDear Ann,\n\nJo's first report is attached.\n"


def part(content_type: str, body: str, description: str = "") -> str:
    """A part of a multipart message."""
    described = f"Content-Description: {description}\n" if description else ""
    return f"{described}Content-Type: {content_type}\n\n{body}\n"


def whole(head: str, kind: str, *parts: str, preamble: str = "") -> bytes:
    """A multipart message of this kind: “report; report-type=delivery-status”, “mixed”."""
    joined = "".join(f"--=_b1\n{one}\n" for one in parts)
    typed = f'MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="=_b1"\n'
    return written(f"{head}{typed}\n{preamble}\n{joined}--=_b1--\n")


def recipient(
    cause: Cause, address: str = ANN, *, action: str = "", original: str = "", said: str | None = None, **more: str
) -> str:
    """A recipient's block in a delivery-status part (RFC 3464, 2.3)."""
    action = action or {DELAYED: "delayed", FINE: "relayed"}.get(cause.verdict, "failed")
    lines = [f"Original-Recipient: rfc822;{original}"] if original else []
    lines += [f"Final-Recipient: rfc822; {address}", f"Action: {action}", f"Status: {cause.status}"]
    said = cause.said.format(a=address) if said is None else said
    lines += [f"Diagnostic-Code: smtp; {said}"] if said else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    return "\n".join(lines)


def status(*blocks: str, mta: str = "mx.health.example", kind: str = "message/delivery-status") -> str:
    """A delivery-status part."""
    return part(kind, f"Reporting-MTA: dns; {mta}\n\n" + "\n\n".join(blocks) + "\n", "Delivery report")
