"""What a mentor says of the practitioner or of their pairing, amid words that else arrange a talk with them.

“Are you free for a chat about her?” is asked of the office as soon as “shall we speak about ending this?”; what only
the two arrange speaks of neither, and what they would talk about is of the work.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.expression import expression
from qibot.understanding.phrases.grave import OF_ME, told_gravely
from qibot.understanding.phrases.of_the_work import is_of_the_work

_OF_THEM = expression(
    r"\b(?:about|on|(?<!meeting )(?<!session )with|of|for|to|discuss|concerning|regarding) (?:her|him|them)\b"
    r"(?! (?:\w+ )?(?:charts?|data|reports?|aims?|team|ward)\b)|\b(?:she|he)(?:['’]s)?\b"
    r"|\b(?:pairing|match(?! (?:between|on)\b)|mentee|escalat\w+)\b|\bwhat to do about\b",
    re.IGNORECASE,
)
_ENDS = expression(
    r"\b(?:ending|(?:want|get|getting|way|opt\w*|back\w*|pull\w*) out|give up|giving up|withdraw\w*|quit\w*"
    r"|step\w* (?:down|aside|back(?! to (?:look|see|check|think)\b))|dying|died|death|drinking|thankless"
    r"|(?:carry on|go on with)(?! (?:with )?(?:the|your|our) (?!pairing|two)\w+)"
    r"|(?:i['’]?m|i am|we['’]?re) (?:done|through|finished)(?! (?:by|at|on|early|late|for)\b)|done with (?:this|it)"
    r"|right (?:person|mentor|fit)|my (?:future|role|place)"
    r"|(?:who|someone|somebody|anyone) else (?:could|can|might|should)"
    r"|(?:cancer|chemo|tumour|biopsy|diagnos\w+)(?=\W*(?:$|['’.]s? back|is back)))\b"
    r"|\bmy (?:wife|husband|partner|mum|dad|mother|father|son|daughter)\b",
    re.IGNORECASE,
)
# What the two would talk about; a day behind it is of the talk.
_ABOUT = expression(
    r"\b(?:(?<!are you )about(?! (?:next|this week|tomorrow|on|at|for|half|noon|\d|\w+day)\b)|regarding|concerning"
    r"|to discuss) ([^.?!,;\n]+)",
    re.IGNORECASE,
)
_NOTHING = frozenset(["things", "stuff", "progress", "steps", "stepping", "term", "year"])


def is_of_the_pairing(text: str) -> bool:
    """Whether it speaks of the practitioner, or of the two, as one does to somebody else."""
    return _OF_THEM.search(text) is not None


def leaves_out(text: str, names: Collection[str]) -> bool:
    """Whether the talk is to be without somebody who is called one of these."""
    return any(re.search(rf"\bwithout {re.escape(one)}\b", text, re.IGNORECASE) for one in names)


def ends_something(text: str) -> bool:
    """Whether it tells of an end, or of its writer's own people, or would talk about what isn't of the work."""
    if _ENDS.search(text) is not None or told_gravely(text, OF_ME):
        return True
    return any(not is_of_the_work(found[1], _NOTHING) for found in _ABOUT.finditer(text))
