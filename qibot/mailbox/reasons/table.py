"""The whole table, and which row a server's text belongs to: the first whose pattern is in it."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.mailbox.reasons.entra import ENTRA
from qibot.mailbox.reasons.exchange import EXCHANGE
from qibot.mailbox.reasons.google import GOOGLE
from qibot.mailbox.reasons.reason import Reason

TABLE: tuple[Reason, ...] = (*ENTRA, *GOOGLE, *EXCHANGE)
LOOKED_AT = 4000  # characters of an answer; a page of HTML may be endless
LONGEST_PAUSE = 6 * 3600.0
_BACKOFF = expression(r"Suggested Backoff Time: (\d{1,9}) milliseconds|Retry-After: ?(\d{1,6})\b", re.IGNORECASE)


def reason_of(text: str) -> Reason | None:
    """The row for what a server said, or None."""
    looked_at = text[:LOOKED_AT]
    return next((row for row in TABLE if row.found.search(looked_at)), None)


def asked_pause(text: str) -> float:
    """For how many seconds a server asks to be left alone in its own words; 0 if it doesn't say."""
    found = _BACKOFF.search(text[:LOOKED_AT])
    if not found:
        return 0
    return min(int(found[1]) / 1000 if found[1] else float(found[2]), LONGEST_PAUSE)
