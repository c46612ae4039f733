"""A mentor's first word on a report that they are yet to read: “Thanks Jo, looks great, will read it properly”.

Praise alone is feedback, however short. Beside a word that the feedback is still to come it is a courtesy. That is
told clause by clause: each is a courtesy, says that the report came or how it looks, or says that more will follow,
which one at least does. A clause of anything else, of the project above all, makes it somebody's feedback.
"""

from __future__ import annotations

import re

from qibot.message import Mail
from qibot.understanding.courtesy import is_courtesy
from qibot.understanding.meaning import said_in
from qibot.understanding.promised import OF_PROJECT

MOST = 45  # words of such a mail
_CLAUSES = re.compile(r"[.!?;:,()\n]+|\s[-–—]+\s|[–—]|\b(?:and|but|so|then|although|though)\b", re.IGNORECASE)
_THING = (
    r"(?:it|this|that|them|these|yours|you|your (?:\w+ )?report|the (?:\w+ )?report|report \d+|everything|all of it"
    r"|the whole thing)"
)
_READS = (
    r"(?:(?:re-?)?read|look|go|work|sit down|get back|come back|be back|get|give|send|write|reply|respond|answer"
    r"|comment|review|feed ?back|be in touch|let you (?:know|have)|have a|take a|digest|return to|start|do)"
)
_MEANS = (
    r"(?:['’]ll| will| shall| hope to| aim to| intend to| plan to| ?['’]?m going to| am going to| want to| need to)"
)
_LATER = (
    r"(?:to come|to follow|coming|(?:will|shall|should|['’]ll) (?:follow|come|be with you|be along)|follows?|soon"
    r"|shortly|later|in due course|asap|on (?:its|their|the) way|when|once|as soon as|tomorrow|tonight|next week"
    r"|at the weekend|from me)"
)
_COMMENTS = (
    r"(?:(?:(?:my|some|any|more|proper|full|fuller|detailed|further|written|the) )*(?:feedback|comments?|thoughts"
    r"|notes|reply|response|review|answer|remarks)|more(?: details?)?|details?|rest)"
)
_FOLLOWS = re.compile(
    rf"\W*(?:i{_MEANS}|will|(?:i )?(?:look|looking) forward to reading|can['’]?t wait to read|i['’]?m looking forward"
    rf" to (?:reading|getting into)|give me|bear with me|you['’]?(?:ll| will) (?:have|get|hear)|let me|happy to)\b"
    rf".{{0,12}}?\b(?:{_READS}|{_THING}|a (?:few|couple of|little)|(?:from|for) me|my|until|till?)\b.*"
    rf"|\W*{_COMMENTS}\b.{{0,20}}?\b{_LATER}\b.*"
    r"|\W*(?:(?:get|come) back to|(?:let|give|send|write to)) you\b[\w ’'-]{0,30}",  # behind “I'll read it and”
    re.IGNORECASE,
)
# What isn't about this report, or may be said of the next one: that is still to come, and no feedback of this one.
_OF_ELSE = re.compile(
    r"\b(?:next (?:one|report|time|month|call|test|draft|stage|steps?)|other|another|our|call|meet\w*|session|visit"
    r"|chat|speak|if you|how you|what you|whether|to hear|forward to (?:see|hear)\w*|to see|see you|use|share|ask|show"
    r"|(?:tell|suggest|recommend|think about|add|try|need to (?:add|see|know)|want to (?:see|know)))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\W*(?:(?:when|once|as soon as) i['’]?(?:ve| have| get| am|m)?\b.*|(?:at|by|over|on|in|before|within|this|next"
    r"|tomorrow|tonight|later|first thing|properly|in full)\b[\w ’'-]{0,40})",
    re.IGNORECASE,
)
_SAID = """
    again all already am amazing appreciated arrived at awesome been brief came chuffed coming done early effort
    everything excellent exciting fab fabulous fantastic fast first from getting give glad glance glimpse good got
    great had handing happy hard has have here i i'm i've impressed impressive in interesting it it's its job just
    know landed like looked looking looks lot love lovely me month nice nicely nudge of on one only over peek
    pleased promising proud punctual put quick quickly read reading really reminder report reports safely second see
    seems sending sent skim skim-read skimmed so start stuff submitted submitting such super that that's third this
    through time to today track up very was well what with work working wow yesterday you you've your yours
"""
_GLANCES = frozenset(_SAID.split())


def promises_more(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail promises the feedback, and beside that only thanks, or says how the report looks; `names` are
    those that it may say, in small letters."""
    said = said_in(mail.top, frozenset())
    if mail.sends or len(said.split()) > MOST or OF_PROJECT.search(said) or "?" in said:
        return False
    clauses = [one for one in _CLAUSES.split(said) if one.strip(" '’\"-*_")]
    follows = [one for one in clauses if says_to_come(one)]
    return bool(follows) and all(one in follows or _is_light(one, names) for one in clauses)


def says_to_come(clause: str) -> bool:
    """Whether a clause says that the feedback is still to come."""
    return _FOLLOWS.fullmatch(clause) is not None and _OF_ELSE.search(clause) is None


def _is_light(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause says no more than that the report came and how it looks, or when something will be."""
    if is_courtesy(clause, names) or _WHEN.fullmatch(clause):
        return _OF_ELSE.search(clause) is None
    words = (word.strip(" ,;:()–-*_\"'") for word in clause.casefold().replace("’", "'").split())
    return all(not w or w in _GLANCES or w in names or is_courtesy(w, names) for w in words)
