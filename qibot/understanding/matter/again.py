"""What has come before: the very same message, or the same words once more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from qibot.errors import MailUnreadable, StoreFailed
from qibot.message import Mail, headers_alone
from qibot.model import DESK, Case, Seen
from qibot.screening import words_of
from qibot.understanding.matter.known import Known


def says_the_same(mark: Seen, mail: Mail, read: Callable[[str], bytes]) -> bool:
    """Whether the message behind a mark bears this subject, too: words there order something, and name a report."""
    if not mark.archived or not mail.digest:
        return True
    try:
        before = headers_alone(read(mark.archived), 0)
    except (StoreFailed, MailUnreadable):  # it can't be looked at any more: the same id and body will do
        return True
    return " ".join(before.subject.split()) == " ".join(mail.subject.split())


def said_again(mail: Mail, case: Case | None, units: list[str], arrived: datetime, known: Known) -> bool:
    """Whether a reply says only what its sender has said in the same unit again and again: a machine without any mark
    would answer relays for ever."""
    words, limits = words_of(mail), known.config.limits
    if not words or not (case or mail.is_reply):
        return False
    since = arrived - timedelta(days=limits.same_words_days)
    counts = (
        sum(1 for s in known.load(unit).all(Seen).values() if s.words == words and s.arrived >= since)
        for unit in (DESK, *units)
    )
    return any(count >= limits.same_words for count in counts)
