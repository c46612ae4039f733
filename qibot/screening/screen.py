"""What a message is not: a person's words to the programme.

Own mail, bounces, automatic answers and bulk mail are told by structure and headers (RFC 3464, RFC 3834, RFC 2919), and
automatic answers by their subjects, too (`automatic`). None of them is answered; none counts as a report, as feedback
or as contact, nor does mail whose sender can't be trusted, where the configuration demands that.
"""

from __future__ import annotations

from enum import StrEnum

from qibot.config import Trust
from qibot.message import Mail, Threads
from qibot.screening.automatic import is_automatic, is_receipt
from qibot.screening.daemons import RETURNED, is_bounce, returns_letter
from qibot.screening.shares import is_service
from qibot.screening.trust import verdict

OWN_MARK = "X-QI-Letter"
NAMED_WITHIN = 64 * 1024  # characters among which a letter of ours may be named
BULK = "it was sent by a mailing list or in bulk"  # as the team reads it


class Kind(StrEnum):
    """What keeps a message from being read as a person's words."""

    OWN = "own"
    BOUNCE = "bounce"
    AUTOMATIC = "automatic"
    BULK = "bulk"
    SHARED = "shared"
    UNTRUSTED = "untrusted"


_OFF = Trust(mode="off")


def screen(mail: Mail, threads: Threads, trust: Trust = _OFF) -> Kind | None:
    """The first of the kinds that fits, in the order in which they are asked; None for a person's words."""
    if _own(mail, threads):
        return Kind.OWN
    if is_bounce(mail) or _returns_ours(mail, threads):
        return Kind.BOUNCE
    if is_service(mail.sender or ""):
        return Kind.SHARED
    if is_automatic(mail):
        return Kind.AUTOMATIC
    if _bulk(mail):
        return Kind.BULK
    if trust.mode == "demand" and not verdict(mail, trust).passed:
        return Kind.UNTRUSTED
    return None


def _own(mail: Mail, threads: Threads) -> bool:
    """A letter of a bot that came back by a forwarding, a list or a copy: by its signed Message-ID, its mark (which
    another bot's letters bear, too, so that two bots don't talk to each other), or from our own address."""
    if mail.fields(OWN_MARK) or mail.sender == threads.mailbox:
        return True
    return threads.matter_of_id(mail.message_id) is not None


def _returns_ours(mail: Mail, threads: Threads) -> bool:
    """Whether mail without a return path holds a message that came back, or names a letter of ours in its words."""
    if not returns_letter(mail):
        return False
    named = any(threads.matter_of_id(i) is not None for i in threads.ids_in(mail.text[:NAMED_WITHIN]))
    return named or (any(kind in mail.kinds for kind in RETURNED) and not is_receipt(mail))


def _bulk(mail: Mail) -> bool:
    if any(mail.fields(name) for name in ("List-Id", "List-Post", "List-Unsubscribe")):
        return True
    return any(value.strip().lower() in ("bulk", "list", "junk") for value in mail.fields("Precedence"))
