"""What Microsoft's and Google's servers answer, and what the administrator must do: one table for `check` and daemon.

In: a server's text. Out: a `Reason`, or None where the text isn't known. Pure; imports nothing.
"""

from qibot.mailbox.reasons.reason import Facts, Reason
from qibot.mailbox.reasons.table import LONGEST_PAUSE, TABLE, asked_pause, reason_of

__all__ = ["LONGEST_PAUSE", "TABLE", "Facts", "Reason", "asked_pause", "reason_of"]
