"""What has come before: the very same message, the same words once more, or a mail that was sent again by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from qibot.errors import MailUnreadable, StoreFailed
from qibot.message import Mail, headers_alone, only_in_page
from qibot.model import DESK, Case, Seen
from qibot.screening import words_of
from qibot.understanding.matter.known import Known

SENT_AGAIN = timedelta(days=2)  # within which the same words in answer to the same letter are the same mail
FEWEST = 5  # words of such


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


def sent_again(mail: Mail, case: Case | None, arrived: datetime, known: Known, read: Callable[[str], bytes]) -> bool:
    """Whether its sender has sent it again by hand: the same words under another Message-ID, in answer to the same
    letter, of which nothing is waiting for anybody's word."""
    words, answered = words_of(mail), (mail.in_reply_to, mail.references)
    if case is None or not words or not any(answered) or len(mail.top.split()) < FEWEST:
        return False
    before = known.load(case.unit).all(Seen).values()
    same = [s for s in before if s.words == words and not s.quarantined and arrived - s.arrived <= SENT_AGAIN]
    return any(_answers(s, mail, read) for s in same if s.archived and s.key != mail.identity)


def _answers(mark: Seen, mail: Mail, read: Callable[[str], bytes]) -> bool:
    try:
        before = headers_alone(read(mark.archived), 0)
    except (StoreFailed, MailUnreadable):
        return False
    return _all_said(before) == _all_said(mail)


def _all_said(mail: Mail) -> tuple[object, ...]:
    """What it answers, and all that it says: in its subject, between the lines of what it quotes, in pictures, too."""
    said = (" ".join(one.split()) for one in (mail.subject, mail.text, only_in_page(mail)))
    pictures = sorted(x.sha256 for x in (*mail.pictures, *mail.held, *mail.letters))
    return (mail.in_reply_to, mail.references, *said, pictures)
