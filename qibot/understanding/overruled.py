"""What a few plain words overrule in the weights.

| the words | aren't |
|---|---|
| promise the report: “on leave until the 20th, so I will do it when I get back” | a machine's |
| arrange a talk, and name neither report nor delay: “could we meet on Tuesday?” | a request for time |
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.screening import promises_report
from qibot.understanding.meaning import Meaning

SHARE = 0.1  # from which the part of what is overruled matters
TIME = "circumstances time"
_ARRANGES = re.compile(
    r"\b(?:meet(?:ing)?(?: up)?|talk|chat|call|speak|catch(?:-| )up|visit|ring|phone|zoom|teams|coffee|a word"
    r"|pop (?:in|round|over)|come (?:and|to) see)\b",
    re.IGNORECASE,
)
_NAMES_REPORT_OR_DELAY = re.compile(
    r"\b(?:reports?|deadline|exten(?:sion|d\w*)|late|later|longer|more time|extra|submit\w*|hand(?:ing)? (?:it )?in"
    r"|until|till|til|days?|weeks?|it|behind|delay\w*|overdue|write|written|finish\w*|send)\b",
    re.IGNORECASE,
)


def overruled(found: Meaning, text: str) -> Meaning:
    """The meaning of a text without what its plain words speak against; that part falls to the other kinds."""
    if found.of("machine") >= SHARE and promises_report(text):
        found = _without(found, *(kind for kind in found.likely if kind.split()[0] == "machine"))
    if found.likely.get(TIME, 0.0) < SHARE or not _ARRANGES.search(text) or _NAMES_REPORT_OR_DELAY.search(text):
        return found
    return _without(found, TIME)


def _without(found: Meaning, *kinds: str) -> Meaning:
    likely = {kind: value for kind, value in found.likely.items() if kind not in kinds}
    left = sum(likely.values())
    return replace(found, likely={kind: value / left for kind, value in likely.items()}) if left else found
