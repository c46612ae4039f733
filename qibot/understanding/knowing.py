"""Who says what they will do about a report knows what is owed: whatever it sounds like, no machine wrote that.

“On leave until the 20th, so I will do it when I get back” has the words of an absence note. A note promises to deal
with “your message”, never with the report.
"""

from __future__ import annotations

from dataclasses import replace

from qibot.screening import promises_report
from qibot.understanding.meaning import Meaning

SHARE = 0.1  # from which a machine's part matters


def no_machines(found: Meaning, text: str) -> Meaning:
    """The meaning, of which a machine's part falls to the other kinds where the text says what a person will do."""
    left = 1 - found.of("machine")
    if found.of("machine") < SHARE or left <= 0 or not promises_report(text):
        return found
    likely = {kind: value / left for kind, value in found.likely.items() if kind.split()[0] != "machine"}
    return replace(found, likely=likely)
