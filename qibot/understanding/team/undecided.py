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
# What a clause may begin with that gives a day; any other word there may order an errand, “ring her by the 27th”, and
# so may what is given or let, or whose the day is: “give her the form”, “a sick line by the 27th”, “the funeral is”.
_LED = expression(
    r"\W*(?:(?:ok|okay|yes|yep|aye|aw|oh|och|yeah|defo|no|right|fine|sure|surely|agreed|of course|please|pls"
    r"|thanks|thank you|then|just|so|and|but|well|by all means|feel free to|(?:that )?sounds (?:\w+ )?(?:reasonable"
    r"|good|fair|fine|ok|okay)(?: to)?|no (?:problem|bother|objection|issue)(?: with| at all)?|happy (?:to|with|for)"
    r"|let['’]?s|we (?:can|could|will|should)|you (?:can|could))\b\W*)*",
    re.IGNORECASE,
)
_LENGTH = (
    r"(?:(?:an?|the|another|one|two|three|four|five|six|seven|ten|some|more|extra|new|her|his|their|our|this|that|wee|bit"
    r"|couple|few|of|full|whole|further|due|next|good|short|revised|final|last|\d+)(?:['’]s)? )*"
    r"(?:weeks?['’]?|fortnight|months?['’]?|days?['’]?|extension|deadline|date|time|longer|break|rest|breather|weekend"
    r"|cut-?off|end|report|DAY)\b"
)
_SENDS = r"(?:have|send|hand|get|take|do|submit|finish|give|complete|e-?mail)"
_IT = (
    r"(?: (?:it|this|that|hers|(?:the|her|his|their) report))?(?: (?:in|back|done|over|up|off|to us|to \w+"
    r"|(?:together|along) with the next(?: one| report)?))*"
)
_UNTIL = (
    r"(?:in )?(?:until|till?|to|by|before|on|up to|over|for|at|in|from) (?:(?:about|the|this|next|say|around) )*"
    rf"(?:{_LENGTH}|DAY)"
)
_GETS = rf"(?:{_UNTIL}|{_LENGTH}|DAY|(?:{_SENDS}{_IT}) (?:{_UNTIL}|{_LENGTH}|DAY))"
_OPENS = (
    rf"(?:(?:give|gie|allow|grant|offer)(?: (?:her|him|them|it|this|that|WHO))? {_GETS}"
    rf"|let (?:her|him|them|WHO) (?:{_GETS}|wait\b|off\b)"
    r"|let (?:it|that|this) (?:be|wait|run|stand|slip)\b"
    r"|tell (?:her|him|them|WHO) (?:(?:that )?(?:she|he|they|it|the|we|that['’]s|until|till?|DAY)"
    r"|to (?:aim|have|send|hand|get|submit|take|finish) (?:for|it|this|the report|her report|his report"
    r"|until|till?))\b"
    r"|(?:make|call) (?:it|that) (?!in\b)|(?:go|settle) (?:with|for|on)\b|say\b"
    r"|(?:extend|extending|accept|approve|stretch|happy|content|glad|approved|granted|accepted|allowed|extended)\b"
    r"|(?:move|push|put|set|shift|change|roll|delay|postpone|reset|defer|bump|reschedule)(?: (?:it|that|this|(?:the|her"
    r"|his|their) (?:\w+ )?(?:deadline|due|date|report)|report))?(?: (?:back|out|along|over|forward))?"
    r"(?: (?:to|till?|until|into|by)| for) (?=DAY|(?:the|this|next|end) (?:DAY|\d|end|week|month)|\d)"
    r"|(?:could|would|can|shall|will|may) (?:she|he|they|it|the|we say|WHO)\b"
    rf"|(?:she|he|they|WHO)(?:['’](?:s|ll|d|ve|re))?(?: (?:can|could|may|might|shall|will|would|should|is|are|has|have"
    rf"|had|got|gets?|needs?|must|to|fine|ok|okay|good|due|now|then|just|also|still|certainly|only|definitely"
    r"|promised(?: me| us)?|asked|says|said|wants|hopes))*"
    rf" (?:{_GETS}|(?:it|this|that) {_UNTIL}|with|fine|ok|okay|back)"
    r"|in (?:her|his|their) (?:\w+ )?(?:message|e?-?mail|note|words)\b"
    r"|(?:it|this|that|these|those|there)(?:['’]\w+)? (?!(?:is |goes |was )?(?:on|to|with|before) (?:the|our)"
    r" (?!DAY|\d))"
    rf"|{_UNTIL}|{_LENGTH}"
    r"|(?:i|we|you|our|my|us)(?:['’]\w+)?\b(?=.*\b(?:she|he|her|him|them|it|this|that|report|fine|ok|okay|suits?|works?"
    r"|happy|giv\w+|gave|extend\w*|agree\w*|allow\w*|grant\w*|accept\w*|approv\w*)\b)"
    r"|(?:end|no|not|new|next|due|extra|extension|more time|report|deadline|is|was|if|as|since|because|given|having|all"
    r"|both|think|long as (?:we|she|it|I)|i\.e|DAY)(?:['’]\w+)?\b|\d|$)"
)
_DAY = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|fri|sat|sun|jan(?:uary)?|feb(?:ruary)?"
    r"|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|christmas|first|second|last|tomorrow|today|then|next|end|fortnight|\d\w*)\b)"
)
# What is wanted by then is something else than the report.
_WANTS = expression(
    r"\b(?:i|we)(?:['’]d| would)? (?:need|want|like|require|expect|must have|have to have|must see)\b"
    r"(?! (?:it|this|that|the report"
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
