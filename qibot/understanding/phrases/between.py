"""Whether a mentor says that the feedback stands between the lines of the quoted letter: “see below”, “in the margin”.

Said in their own words, above their name: what offices write below it (“follow us on the links below”), and what is but
a turn of speech (“in line with our policy”, “above and beyond”), says nothing of where the feedback is.
“Eight points below the median” doesn't either, but speaks of the report, and counts.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case
from qibot.people import name_words
from qibot.spoken import Spoken
from qibot.understanding.meaning import above_name, said_in

_BETWEEN = Spoken(
    r"\b(?:below|in-?line|in line|above|in the text|in between|in (?:the|your) margins?)\b",
    "below",
    "line",
    "above",
    "text",
    "between",
    "margin",
)
_OTHERWISE = expression(
    r"\babove (?:and beyond|all|average|board)\b"
    r"|\babove the (?:message|e-?mail)\b"
    r"|\b(?:somebody|someone|anybody|anyone|person|people|level|grade) above\b|\babove (?:her|him|them|me|us)\b"
    r"|\bin[ -]?line with\b(?! (?:your|the) (?:text|mail|e-?mail|words|report|questions?|points?)\b)"
    r"|\bbelow (?:average|par)\b"
    r"|\b(?:notices?|disclaimers?|links?|banners?|address(?:es)?|numbers?|details) (?:are |is )?(?:set out |shown )?"
    r"(?:below|above)\b"
    r"|\b(?:below|above) (?:e-?mail|message|notices?|disclaimers?|links?|address(?:es)?|numbers?)\b",
    re.IGNORECASE,
)


def says_between(mail: Mail, case: Case) -> bool:
    """Whether the mentor's own words say so."""
    own = name_words([case.enrolment.mentor])
    said = above_name(said_in(mail.own_text, frozenset(), own), own)
    return _BETWEEN.is_in(said) and _BETWEEN.is_in(_OTHERWISE.sub(" ", said))
