"""A mentor's first word on a report that they are yet to read: “Thanks Jo, looks great, will read it properly”.

Praise alone is feedback, however short. Beside a word that the feedback is still to come it is a courtesy. That is
told clause by clause: each is a courtesy, says that the report came or how it looks, or says that more will follow,
which one at least does. A clause of anything else, of the project above all, makes it somebody's feedback.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.phrases.courtesy import is_courtesy, typed
from qibot.understanding.phrases.promised import OF_PROJECT

MOST = 45  # words of such a mail
_CLAUSES = expression(r"[.!?;:,()\n]+|\s[-–—]+\s|[–—]|\b(?:and|but|so|then|although|though)\b", re.IGNORECASE)
_IT = r"(?:it|this|that|them|these|yours|(?:the|your) (?:\w+ )?report|report \d+|everything|all of it|the whole thing)"
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
_TIME = (
    r"(?:tomorrow|tonight|today|later|soon|shortly|asap|this|next|at|by|on|over|in|before|when|once|as soon as|then)"
)
_READS = (
    r"(?:(?:re-?)?read|look(?! forward| in| out| up| for\b)|go (?:through|over)|work (?:through|on)|sit down"
    r"|(?:get|come|be) back|(?:reply|respond|answer)(?! (?:to )?(?:your|the) (?:question|query))|comment|review(?!s)"
    r"|feed ?back|be in touch|digest|return to|(?:have|take) (?:a|another) (?:\w+ ){0,2}?(?:look|read|think|go|browse)"
    rf"|let you know(?= (?:my|what i think|how i|if i|{_TIME})\b|\W*$)|write(?= (?:properly|again|back|more|fully"
    rf"|to you|{_TIME})\b|\W*$)"
    rf"|(?:start|get (?:on ?)?to|get round to|get stuck in ?to|do|get|send)(?: you| on| with)? {_IT}"
    rf"|give {_IT} (?:(?:a|another|my|the|some|full|proper|more) )+(?:[\w-]+ )?(?:read|look|go|think|skim|review|time"
    rf"|once|thought|attention)|be with you"
    rf"|(?:get|give|send|do|write|let you have|have|share)(?: you| up| down| to you| some)* {_COMMENTS})"
)
_FOLLOWS = expression(
    rf"\W*(?:(?:i{_MEANS}|will|let me)\b.{{0,12}}?\b{_READS}\b.*"
    rf"|happy to (?:(?:re-?)?read|look (?:at|over|through)|go (?:through|over)|comment on|review|send|give|do) "
    rf"(?:you )?(?:{_IT}|{_COMMENTS})\b.*"
    rf"|(?:(?:i )?look(?:ing)? forward to reading|can['’]?t wait to read|i['’]?m looking forward"
    rf" to (?:reading|getting into)|i{_MEANS} look forward to reading|give me|bear with me|you['’]?(?:ll| will)"
    rf" (?:have|get|hear))\b.{{0,12}}?\b(?:{_READS}|{_IT}|a (?:few|couple of|little)|(?:from|for) me|my|until|till?)\b"
    rf".*)"
    rf"|\W*{_COMMENTS}\b.{{0,20}}?\b{_LATER}\b.*"
    r"|\W*(?:(?:get|come) back to|(?:let|give|send|write to)) you\b[\w ’'-]{0,30}",  # behind “I'll read it and”
    re.IGNORECASE,
)
_OTHER_OBJECT = expression(
    r"\b(?:read|look (?:at|over)|go (?:through|over)|review|get|give|send|have|write|do|share)(?: you| to you| over)*"
    r" (?:the|a|an|some|another|our|those)\b(?! (?:[\w-]+ ){0,2}?(?:reports?|feedback|comments?|thoughts|notes|reply"
    r"|response|review|answer|remarks|look|read|go|skim|think|browse|weekend|time|attention|minute|rest|whole thing)\b)"
    r"|\b(?:it|this|that) (?:an? )?\d+\b",  # “I'll give it 9”
    re.IGNORECASE,
)
_NUMBERED = expression(r"\breport (?:no\.? ?|number )?(\d+)", re.IGNORECASE)
# What isn't about this report, or may be said of the next one: that is still to come, and no feedback of this one.
_OF_ELSE = expression(
    r"\b(?:next (?:one|report|time|month|call|test|draft|stage|steps?)|other|another|our|call|meet\w*|session|visit"
    r"|chat|speak|if you|how you|what you|whether|to hear|forward to (?:see|hear)\w*|to see|see you|use|share|ask|show"
    r"|(?:tell|suggest|recommend|think about|add|try|need to (?:add|see|know)|want to (?:see|know)))\b",
    re.IGNORECASE,
)
_WHEN = expression(
    r"\W*(?:(?:when|once|as soon as) i['’]?(?:ve| have| get| am|m)?\b.*|(?:at|by|over|on|in|before|within|this|next"
    r"|tomorrow|tonight|later|first thing|properly|in full)\b[\w ’'-]{0,40})",
    re.IGNORECASE,
)
# Feedback that a document isn't, as it is promised for later; more of it says that some is here.
_SENTENCES = expression(r"[.!?;,()\n]+|\s[-–—]+\s|[–—]|\b(?:and|but)\b", re.IGNORECASE)
_FEEDBACK_LATER = expression(
    rf"\W*(?:i{_MEANS}|will)\b(?: (?:just|then|also|try to|try and))?"
    r" (?:do|get|send|give|write|let you have|have|finish|return|come back|get back)\b(?: (?:you|to you|with|up))*"
    r" (?:(?:my|your|the|some|report) )*(?:feedback|comments|review)\b"
    rf"[\w ]{{0,30}}?\b{_TIME}\b.*"
    rf"|\W*(?:(?:my|your|the|report) )*(?:feedback|comments|review) (?:(?:to|will) (?:follow|come)|follows?)\b.*"
    rf"|\W*(?:i{_MEANS}|will)(?: (?:just|then|also|try to|try and))? (?:(?:get|come|turn)(?: round| back)? to|read|do"
    rf"|look at|start(?: on)?) your report\b[\w ]{{0,20}}?\b{_TIME}\b[\w ]{{0,30}}"
    r"|\W*(?:i['’]?ve|i have|have)(?: still)? not (?:got|come)(?: round)? to your report(?: yet)?(?: sorry| though)?"
    r"|\W*(?:i )?(?:haven['’]?t|have not|hav['’]?nt)(?: (?:got|come)(?: round)? to| read| looked at| opened"
    r"| started(?: on)?) your report(?: yet)?(?: sorry| though)?"
    r"|\W*your report(?:['’]?s| is| will be| comes)? (?:next(?: (?:up|on|in) ?(?:my (?:pile|list|desk|heap|queue))?)?"
    r"|still to (?:come|do|be read|read)|on my (?:pile|list|desk|heap)(?: for [\w ]{1,20})?|(?:will|must) have to wait"
    r"[\w ]{0,20}|must wait[\w ]{0,20})",
    re.IGNORECASE,
)
_IS_HERE = expression(
    r"\b(?:attach\w*|here|below|above|enclosed|document|file|form|margins?|track\w*|annotat\w*)\b", re.IGNORECASE
)
_OF_FEEDBACK = expression(r"feed ?back|comment|annotat|review|track|mark(?:ed|up)|reports?|liked|even better", re.I)
_SAID = """
    again all already am amazing appreciated arrived at awesome been brief came chuffed coming done early effort
    everything excellent exciting fab fabulous fantastic fast first from getting give glad glance glimpse good got
    great had handing happy halfway hard has have here i i'm i've impressed impression impressions impressive in
    interesting it it's its job just know landed like looked looking looks lot love lovely me month nice nicely now
    nudge of on one only over peek pleased promising proud punctual put quick quickly read reading really reminder
    report reports safely second see seems sending sent skim skim-read skimmed so start started stuff submitted
    submitting such super that that's third this through time to today track up very was well what with work working
    wow yesterday you you've your yours
"""
_GLANCES = frozenset(_SAID.split())


def promises_more(mail: Mail, names: frozenset[str], number: int = 0) -> bool:
    """Whether a mail promises the feedback, and beside that only thanks, or says how the report looks; `names` are
    those that it may say, in small letters, and `number` is the report's where that is known."""
    said = typed(mail)
    if mail.sends or len(said.split()) > MOST or OF_PROJECT.search(said) or "?" in said:
        return False
    if any(number != int(one) for one in _NUMBERED.findall(said)):  # what is said of another is still to come
        return False
    clauses = [one for one in _CLAUSES.split(said) if one.strip(" '’\"-*_")]
    follows = [one for one in clauses if says_to_come(one)]
    return bool(follows) and all(one in follows or _is_light(one, names) for one in clauses)


def brings_something_else(mail: Mail) -> bool:
    """Whether what comes along is something else, as the feedback is promised beside it for later: “here's the template
    I mentioned. Will do your feedback at the weekend.”"""
    said = typed(mail)
    if not mail.sends or len(said.split()) > MOST or any(_OF_FEEDBACK.search(d.name) for d in mail.sends):
        return False
    clauses = [one.strip() for one in _SENTENCES.split(said) if one.strip()]
    promised = [one for one in clauses if _FEEDBACK_LATER.fullmatch(one) and not _IS_HERE.search(one)]
    return bool(promised) and not any(_OF_FEEDBACK.search(one) for one in clauses if one not in promised)


def says_to_come(clause: str) -> bool:
    """Whether a clause says that the feedback is still to come."""
    return bool(_FOLLOWS.fullmatch(clause)) and not (_OF_ELSE.search(clause) or _OTHER_OBJECT.search(clause))


def _is_light(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause says no more than that the report came and how it looks, or when something will be."""
    if is_courtesy(clause, names) or _WHEN.fullmatch(clause):
        return _OF_ELSE.search(clause) is None
    words = (word.strip(" ,;:()–-*_\"'") for word in clause.casefold().replace("’", "'").split())
    return all(not w or w in _GLANCES or w in names or is_courtesy(w, names) for w in words)
