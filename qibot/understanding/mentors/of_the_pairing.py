"""What a mentor says of the practitioner or of their pairing, amid words that else arrange a talk with them.

“Are you free for a chat about her?” is asked of the office as soon as “shall we speak about ending this?”; what only
the two arrange speaks of neither.
"""

from __future__ import annotations

import re

from qibot.expression import expression

_OF_THEM = expression(
    r"\b(?:about|on|with|of|for|to|discuss|concerning|regarding) (?:her|him|them)\b"
    r"(?! (?:\w+ )?(?:charts?|data|reports?|aims?|team|ward)\b)|\b(?:she|he)(?:['’]s)?\b"
    r"|\b(?:pairing|match|mentee|escalat\w+)\b|\bwhat to do about\b",
    re.IGNORECASE,
)
_ENDS = expression(
    r"\b(?:ending|(?:want|get|getting|way|opt\w*|back\w*|pull\w*) out|give up|giving up|withdraw\w*|quit\w*"
    r"|step\w* (?:down|back|aside)|dying|died|death|drinking|thankless|carry on|go on with)\b"
    r"|\bmy (?:wife|husband|partner|mum|dad|mother|father|son|daughter)\b",
    re.IGNORECASE,
)


def is_of_the_pairing(text: str) -> bool:
    """Whether it speaks of the practitioner, or of the two, as one does to somebody else."""
    return _OF_THEM.search(text) is not None


def ends_something(text: str) -> bool:
    """Whether it tells of an end, or of its writer's own people."""
    return _ENDS.search(text) is not None
