"""What sounds like a decision of the team's and is none: an idiom with a no in it, and a day of somebody else's.

| the team says | why it is asked back |
|---|---|
| “it's a no-brainer”, “no doubt about it”, “not an issue” | whichever it is, the no isn't said to the practitioner |
| “no news from Meg yet”, “I wouldn't dream of saying no” | the same |
| “I'll decide by the 27th”, “we meet on the 27th”, “Fiona's back on the 26th” | the day gives nobody more time |
"""

from __future__ import annotations

import re
from datetime import date

from qibot.expression import expression
from qibot.understanding.days.naming_days import length_in
from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import sentences
from qibot.understanding.team.doubt import speaks_of_decision

_IDIOM = expression(
    r"\b(?:no[- ]?brainer"
    r"|no (?:question|doubt|issue|idea|objections?|argument)(?: (?:about|of|from|at|yet|there)\b)?"
    r"|no (?:news|word)(?: \w+)? (?:from|of|yet)\b"
    r"|not an? (?:issue|question)|no need to (?:think|ask|discuss|decide|debate|check)"
    r"|without (?:a )?(?:question|doubt)"
    r"|(?:wouldn['’]?t|would not|couldn['’]?t|can['’]?t|could never|would never)(?: \w+)? (?:dream|think|possibly"
    r"|imagine|bear)\b(?: of)?(?: (?:say\w*|refus\w*|turn\w*|declin\w*))?(?: (?:no|her|him|them)\b)?"
    r"|(?:no,? )?(?:of course )?(?:we|i) (?:don['’]?t|do not|wouldn['’]?t) mind)\b",
    re.IGNORECASE,
)
_DENIES = expression(
    r"\b(?:no+|not|nope|never|nor|sorry|afraid|unfortunately|declin\w*|refus\w*|stands?|same for|still due)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSES = expression(r"[,;:–—()]|\b(?:so|and|but|then)\b", re.IGNORECASE)
# Whoever isn't the practitioner decides, answers, meets or is away.
_OWN = expression(
    r"(?:\b(?:i|we|you)(?:['’](?:ll|ve|d|m|re))?|\b(?!(?:she|he|they|it|that|report)\b)[a-z]+(?:['’]s| is| will| can"
    r"|['’]ll)?)(?: \w+){0,3}? (?:decid\w+|answer\w*|look(?:ing)? at|get(?:s|ting)? (?:to|back|round)|meet(?:s|ing)?"
    r"|discuss\w*|sits?|speak\w*|talk\w*|hear\w*|take it|let you know|com(?:e|es|ing) back|repl(?:y|ies)|respond\w*"
    r"|away|back|off|on leave|consider\w*|see (?:her|him|them)|ring|check|ask\w*)\b"
    r"|\bleave (?:ends|finishes|runs|is over|is up|lasts)\b",
    re.IGNORECASE,
)
_GIVES = expression(
    r"\b(?:give[ns]?|giving|extend\w*|extension|fine|ok(?:ay)?|have until|let (?:her|him|them)|allow\w*|grant\w*"
    r"|accept\w*)\b",
    re.IGNORECASE,
)


def denies_idly(text: str, today: date) -> bool:
    """Whether all that is denied in it is an idiom, and nothing else is decided."""
    rest = _IDIOM.sub(" ", text)
    if rest == text or _DENIES.search(rest) or speaks_of_decision(rest):
        return False
    return not days_named(rest, today) and length_in(rest) is None


def is_their_own_day(text: str, today: date) -> bool:
    """Whether each day in it is one on which somebody decides, answers, meets or is back."""
    named = [c for one in sentences(text) for c in _CLAUSES.split(one) if days_named(c, today)]
    return bool(named) and all(_OWN.search(c) and not _GIVES.search(c) for c in named)
