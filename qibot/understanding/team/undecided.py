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
from functools import cache

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
    r"\b(?:no+|not|nope|never|nor|sorry|afraid|unfortunately|declin\w*|refus\w*|stands?|same for"
    r"|still due)\b|n['’]t\b",
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
# What a clause may begin with that gives a day; any other word there may order an errand: “ring her by the 27th”.
_LED = expression(
    r"\W*(?:(?:ok|okay|yes|yep|aye|aw|oh|och|yeah|defo|no|right|fine|sure|agreed|of course|please|pls"
    r"|thanks|thank you"
    r"|then|just|so|and|but|well|let['’]?s|we (?:can|could|will|should)|you (?:can|could))\b\W*)*",
    re.IGNORECASE,
)
_OPENS = (
    r"(?:(?:give|gie|allow|grant|offer)(?: (?:her|him|them|it|this|that|WHO))?"
    r" (?:until|till?|to|over|up to|the|more|some|longer|another|time|an? (?:\w+ ){0,2}(?:weeks?"
    r"|fortnight|months?|days?"
    r"|extension|break|rest|breather)|DAY)\b"
    r"|let (?:her|him|them|WHO) (?:have|send|hand|get|take|do|submit|finish|off|until|till?|wait)\b"
    r"|let (?:it|that|this) (?:be|wait|run|stand|slip)\b"
    r"|tell (?:her|him|them|WHO) (?:(?:that )?(?:she|he|they|it|the|we|that['’]s|until|till?|DAY)"
    r"|to (?:aim|have|send|hand|get|submit|take|finish) (?:for|it|this|the report|her report|his report"
    r"|until|till?))\b"
    r"|(?:make|call) (?:it|that)\b|(?:go|settle) (?:with|for|on)\b|say\b"
    r"|(?:extend|extending|accept|approve|stretch|happy|content|glad|approved|granted|accepted|allowed|extended)\b"
    r"|(?:move|push|put|set|shift|change|roll)(?: (?:it|that|this|(?:the|her|his|their) (?:\w+ )?(?:deadline|due|date"
    r"|report)|report))(?: (?:back|out|along|over|forward))?(?: (?:to|till?|until|into|by)| for (?=DAY"
    r"|the DAY|the \d))\b"
    r"|(?:could|would|can|shall|will|may) (?:she|he|they|it|the|we say|WHO)\b"
    r"|(?:she|he|they|it|that|this|these|those|there|her|his|their|the|a|an|another|one|two|three|four|five|six|seven"
    r"|ten|i|we|our|my|us|you|until|till?|by|on|in|at|from|for|to|before|end|no|not|new|next|due|extra|extension|more"
    r"|report|deadline|is|was|if|as|since|because|given|having|with|all|both|think|long as (?:we|she|it"
    r"|I)|WHO|i\.e|DAY)(?:['’]\w+)?\b|\d|$)"
)
_DAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|christmas"
    r"|first|second|last"
    r"|tomorrow|today|next|end|fortnight|\d\w*"
)
# What is wanted by then is something else than the report.
_WANTS = expression(
    r"\b(?:i|we)(?:['’]d| would)? (?:need|want|like|require|expect)\b(?! (?:it|this|that|the report"
    r"|her report|his report"
    r"|report)\b)",
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


def is_their_own_day(text: str, today: date, name: str = "") -> bool:
    """Whether each day in it is one on which somebody decides, answers, meets or is back, or by which something else is
    ordered to be done. `name` is the practitioner's."""
    named = [c for one in sentences(text) for c in _CLAUSES.split(one) if days_named(c, today)]
    return bool(named) and all(
        _is_errand(c, name) or _WANTS.search(c) or (_OWN.search(c) and not _GIVES.search(c)) for c in named
    )


def _is_errand(clause: str, name: str) -> bool:
    """Whether a clause begins with a word that isn't known to give a day."""
    rest = clause[found.end() :] if (found := _LED.match(clause)) else clause
    called = {name.casefold(), *name.casefold().split()}
    first = rest.split(maxsplit=1)[0].strip(".,;:!?").casefold() if rest.strip() else ""
    return first not in called and not _opens(name).match(rest)


@cache
def _opens(name: str) -> re.Pattern[str]:
    who = "|".join(map(re.escape, {name, *name.split()} - {""})) or "(?!)"
    return re.compile(_OPENS.replace("WHO", f"(?:{who})").replace("DAY", f"(?:{_DAY})"), re.IGNORECASE)
