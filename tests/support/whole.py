"""What tests of a report's whole way share: the mailbox's folders, moments around a deadline, an answered report."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from qibot.model.case import Case
from qibot.model.desk import DESK
from qibot.store.tinydb import TinyStore
from tests.support.programme import LIKED, Programme

DONE, QUARANTINE = "qibot/done", "qibot/quarantine"
MARCH = {"first_month": "2026-03", "reports": 3}
IN_TIME = datetime(2026, 3, 15, 23, 59, 59, tzinfo=UTC)
TOO_LATE = IN_TIME + timedelta(seconds=1)


def desk(p: Programme) -> Case:
    return TinyStore(p.settings.data, read_only=True).load(DESK)


def answered_report(p: Programme) -> bytes:
    """Jo's report is in and Ann has answered; the letter with which Jo got the feedback."""
    p.reports(p.jo)
    p.round()
    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    p.round()
    return p.letter(p.jo, "relay_feedback")
