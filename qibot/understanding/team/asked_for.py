"""Whether the team's words ask for something to be done, as a note among the team doesn't."""

from __future__ import annotations

import re

from qibot.expression import expression

# What somebody is asked to do is no note: nobody hears it.
_ASKS_FOR = expression(
    r"(?:^|[.!?;:,–—\n-]\s*)(?:(?:ok|okay|yes|no|thanks|thank you|right|fine|just|please|pls|can you|could you|can we"
    r"|would you|so|and|then)[,.!]? )*"
    r"(?:send|re-?send|pass|forward|share|relay|give|chase|remind|nudge|get|make|let (?!me|us)|inform|notify|stop"
    r"|tell|ask|move|copy|invite)\b(?! (?:me|us|it a\b|you\b))"
    r"|\b(?:ok|okay|fine|safe|happy|free) (?:for \w+ )?to (?:send|pass|share|forward|go|be (?:sent|passed|shared))\b"
    r"|(?<!\bI )(?<!\bwe )\b(?:can|may) (?:go(?: on)? to|see it|have it|be (?:sent|passed|shared|forwarded))\b"
    r"|\b(?:not|isn['’]?t|wasn['’]?t) (?:\w+ )?(?:private|confidential|a secret)\b",
    re.IGNORECASE,
)


def asks_for(text: str) -> bool:
    """Whether a text asks for something to be done, as a note among the team doesn't."""
    return _ASKS_FOR.search(text) is not None
