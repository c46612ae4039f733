"""Event -> `Decision` (changes and notices): one behaviour a file, `decide` is the visible table.

Pure: the shell carries the decision out. Imports understanding, calendar, events, model.
"""

from qibot.rules.authority import tell_of_unconfirmed
from qibot.rules.bounced import AT_THE_TEAM, marked, mend
from qibot.rules.decide import decide, taken_for, unit_of
from qibot.rules.halves import missing_half
from qibot.rules.quarantine import discard, others_of, release, tell_of_unanswered
from qibot.rules.report import forward_again, written_to
from qibot.rules.retold import amid_report, retold, without_quotation
from qibot.rules.standing import taken_over
from qibot.rules.strangers import outdated, tell_of_quarantine

__all__ = [
    "AT_THE_TEAM",
    "amid_report",
    "decide",
    "discard",
    "forward_again",
    "marked",
    "mend",
    "missing_half",
    "others_of",
    "outdated",
    "release",
    "retold",
    "taken_for",
    "taken_over",
    "tell_of_quarantine",
    "tell_of_unanswered",
    "tell_of_unconfirmed",
    "unit_of",
    "without_quotation",
    "written_to",
]
