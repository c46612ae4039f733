"""“When is it due? I've lost track”: a question which day something is, and at most why it is asked.

Every word is of a closed list: what else stands in such a question, or beside it, may be what keeps its writer (“does
it count while I'm in hospital?”, “I'm not sure I'll be here”), and is left to what it is taken for otherwise.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.courtesy import is_polite

LONGEST = 40  # words: what is longer tells more than one thing
_CALLED = expression(r"(?:PRAC|MENT|MGR|SOMEBODY|TEAM)-V")
_NAMED = expression(r"(?:PRAC|MENT|MGR|SOMEBODY|TEAM)(?:-V)?")
# What people say of why they ask, each to its end, and that their report comes with it.
_WHY_ASKED = expression(
    r"\blost (?:track|count)(?: of (?:it|the (?:dates?|days?|months?|weeks?)))?"
    r"(?: (?:what with|with|over|after|since|because of) (?:all )?(?:the )?(?:(?:school|bank|public) )?(?:holidays?"
    r"|christmas|easter|new year|half term))?(?= |$)"
    r"|\bi'm on (?:nights|earlies|lates) and(?: i)?(?: have|'ve) lost track of (?:the )?days?"
    r"(?= |$)"
    r"|\b(?:can't|cannot) (?:find|open|see) (?:the|my|your|that) (?:list|dates?|calendar|timetable|schedule|handbook"
    r"|diary|planner|notes?|e-?mail|mail|letter)\b"
    r"|\b(?:can't|cannot) (?:remember|recall)(?= (?:which|what|if it|whether it|the (?:date|day|deadline))\b|$)"
    r"|\b(?:mixed up|muddled(?: up)?|confused)(?= (?:about|by|with|over) (?:it|the (?:dates?|days?|deadlines?))\b|$)"
    r"|\bnot sure(?= (?:which|what|about|of|if it|whether it|the (?:date|day|deadline))\b|$)"
    r"|\b(?:i forg[eo]t|i've forgotten|i have forgotten)(?= (?:which|what|the (?:date|day|deadline))\b|$)"
    r"|\bwhat (?:i've|i have|i|we've|we) (?:got|have|had|wrote|put)(?: it)?(?: (?:written|down|noted|marked))*"
    r"|\b(?:in|on) (?:my|the|our) (?:pad|diary|planner|calendar|rota|wall|list|phone|notes?)\b"
    r"|\b(?:a few|some|two|three|others?) (?:of us )?(?:were|are|have been|was) (?:just )?(?:asking|wondering)\b"
    r"|\b(?:i )?(?:was|am|i'm) (?:just )?(?:asking|wondering|checking)\b|\bjust (?:checking|wondering|asking)\b"
    r"|\bif i'm wrong(?: i'll (?:get it done|send it|do it))?|\bcorrect me if i'm wrong\b"
    r"|\brota (?:goes|is going|has to go|needs to go) (?:out|up)\b"
    r"|\b(?:here(?:'s| is)|(?:please )?find(?: attached)?|(?:i've |i have )?attached(?: is)?)\b"
    r"|\bso (?:that )?i can (?:plan|put|book|mark|note|write)(?: (?:it|this|them|that))?"
    r"(?: (?:down|up|ahead|in))?(?= |$)"
)
_OF_WHY = """
    a about ah all also and any are as asking bit both but completely date dates day deadline for i i'm i've in is it
    it's just mind my now of oh on one or our out quite report reports so still that that's the them then this to today
    tomorrow tonight up was we we've what which with weekend week morra morning month
    got have been all totally DAY NUM
"""
_SAID_OF_WHY = frozenset(_OF_WHY.split())
_BEGINS = (
    r"(?:(?:hi|hello|hey|dear|hiya|sorry|thanks|thank you|please|just|checking|quick|question|one|and|so|but|to check"
    r"|there|again|all|my|report|NUM) ){0,5}"
    r"(?:(?:is|isn't|was|wasn't|are|aren't|will|do|does|did|when|when's|whens|what|what's|whats|which"
    r"|i thought|(?:do|should|shall) (?:i|we)|i (?:have|had) (?:it|this)(?: (?:down|noted))?) )"
)
_WORDS = (
    r"(?:a|again|all|also|am|and|any|are|as|at|be|been|before|after|both|by|charter|christmas|closing|cohort|coming"
    r"|cut off|cut-?off|dates?|days?|deadlines?|DAY|due|each|easter|event|every|exact|exactly|falls?|first|for|from"
    r"|go|goes|hand(?:ed|ing)? (?:it |them |this )?in|in|is|it|it's|its|last|latest|learning|meeting|monthly|months?"
    r"|my|new|next|noon|not|number|NUM|o'clock|of|on|one|ones|or|our|papers?|pm|posters?|qi|reports?|round"
    r"|same|second|session|set|still|study|submission|supposed|survey|that|the|then|there|these|this|third|time|am|beginning|until|till|end|even|5pm|holiday|it's|midnight|middle|nearest|ok|okay|please|sorry|start|thanks|though"
    r"|weekdays?|weekends?|bank|working|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|to|today|tomorrow|training|up|usual|was|weeks?|were|workshop|xmas|year|yet|you|your)"
)
_ASKS = expression(rf"{_BEGINS}(?:{_WORDS} )*{_WORDS} \?")
_OF_DAY = expression(
    r"\b(?:deadlines?|due|cut-?off|cut off|dates?|days?|closing)\b|\bhand(?:ed|ing)? (?:\w+ )?in\b.*\bDAY\b"
)
_ASKS_TIME = expression(
    r"\b(?:could|can(?!['’]?t\b)|may|might|possible|possibility|chance|mov(?:e|ed|able)|flexib\w*|exten\w*"
    r"|more time|extra|later|instead|push\w*|leeway"
    r"|(?<!still )(?:ok(?:ay)?|all ?right)\b(?! then\b(?!\s*\?))|mind if|late|miss\w*|longer|change\w*)\b",
    re.IGNORECASE,
)


def asks_which_day(found: Meaning, text: str) -> bool:
    """Whether it asks which day something is due, for no other, and says beside that at most why it asks."""
    if found.mark or found.cut or len(text.split()) > LONGEST or _ASKS_TIME.search(_WHY_ASKED.sub(" ", text)):
        return False
    said = [one for told in found.told if (one := _said(told.words))]
    asked = [one for one in said if _asks(one)]
    return bool(asked) and all(one in asked or _says_why(one) for one in said)


def _said(words: list[str]) -> str:
    """A sentence's words, without whom it calls; nothing of a courtesy."""
    said = " ".join(word for word in words if not _CALLED.fullmatch(word))
    return "" if is_polite(_NAMED.sub("", said)) else said


def _asks(said: str) -> bool:
    return _OF_DAY.search(said) is not None and _ASKS.fullmatch(" ".join(_WHY_ASKED.sub(" ", said).split())) is not None


def _says_why(said: str) -> bool:
    rest = _WHY_ASKED.sub(" ", said)
    return rest != said and all(word in _SAID_OF_WHY for word in rest.split())
