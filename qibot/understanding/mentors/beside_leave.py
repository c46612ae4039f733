"""What a mentor says beside the word that they are away: “Lovely aim, add a median. I'm away until the 4th.”

| beside the leave | it is |
|---|---|
| somebody else has, is or won't do something | asked about: no day of the feedback is all that it says |
| its writer may not go on | asked about, whatever day it names |
| advice or praise, and no promise of more | feedback, and the absence is noted |
| anything else | read on as a word of time |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.spoken import Spoken
from qibot.understanding.mentors.first_glance import says_to_come
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.leave import speaks_of_leave

_CLAUSES = expression(r"[.!?;:,()\n]+|\s[-–—]+\s|[–—]|\b(?:and|but|so)\b", re.IGNORECASE)
# Not “she won't hear from me before Friday”, “Jo has to wait”: that is of the feedback.
_DOES = (
    r"(?:(?:['’]s|is|isn['’]?t|has|hasn['’]?t|was|wasn['’]?t)"
    r"(?! (?:\w+ )?(?:to wait|waiting|in|off|away|out|back|on|abroad)\b)"
    r"|can['’]?t(?! wait)|cannot(?! wait)|(?:won['’]?t|will not|doesn['’]?t)"
    r" (?:manage|cope|make|finish|do|want|like|get on|last|stay)"
    r"|needs (?:help|support|time)|seems|told|said|says|thinks|feels|struggles|wants)"
)
_IS = r"(?:not|been|got|had|ill|sick|unwell|very|really|so|too|pregnant|\w+ing)"  # “Jo's report” is none of these
_SOMEBODY = expression(
    rf"\b(?:she|he)(?: |(?=['’]s)){_DOES}(?!\w)"
    rf"|\bthey(?:['’](?:re|ve)| (?:are|have|were|seem|can['’]?t)) (?!\w* ?to wait)",
    re.IGNORECASE,
)
_THEIR_LEAVE = (  # “Jo is off sick until Monday”
    r"(?:['’]s| is|['’]s been| has been| was| will be)(?: (?:now|still|also|just|back))? (?:off|away|ill|sick|poorly"
    r"|unwell|in hospital|on (?:\w+ ){0,2}(?:leave|holidays?)|on (?:a )?(?:training|course|secondment))\b"
)
_GREETED = expression(r"\b(?:hi|hello|hey|dear|sorry|apologies|thanks|thank you|morning|cheers)\W+$", re.IGNORECASE)
_FAMILY = expression(
    r"\b(?:my|our) (?:\w+ )?(?:husband|wife|partner|mum|mother|dad|father|son|daughter|brother|sister|gran\w*|child"
    r"|statistician|analyst|secretary|colleague|stats person|boss|kids?|children|baby|family|boy|girl|aunt|uncle|friend"
    r"|dog|cat)\b",
    re.IGNORECASE,
)
_PROJECT = expression(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|tests?|testing|liked|even better|cycles?|median|baseline|driver"
    r"|predict\w*|graph|axis|axes|balancing|change ideas?)\b",
    re.IGNORECASE,
)
_OF_SELF = expression(
    r"\b(?:i|i['’]\w+|my|we|we['’]\w+|our)\b(?! (?:would |really |do )?(?:liked?|loved?|think|suggest))", re.IGNORECASE
)
_GOES_NO_FURTHER = Spoken(
    r"\b(?:can['’]?t|cannot|could|couldn['’]?t|won['’]?t|not|unable|don['’]?t|do not|doubt"
    r"|doubtful|if|whether|wonder\w*|unsure)\b[^.!?\n]{0,40}?\b(?:go|going|carry|carrying|keep|keeping) on\b"
    r"(?! (?:(?:a|an|the|my|our|to) |leave|holidays?|annual|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|\d))"
    r"(?![^.!?\n]{0,30}\b(?:until|till?) i\b)",
    *("go on", "going on", "carry on", "carrying on", "keep on", "keeping on"),
)
MOST = 40  # words of such a mail
_UNABLE = expression(  # “and can't open the data until then”
    r"^(?!.*\b(?:you|your|add|try)\b).*\b(?:can['’]?t|cannot|can|haven['’]?t|have not|won['’]?t"
    r"|didn['’]?t|not|unable|until then)\b",
    re.IGNORECASE,
)
# What makes feedback of a clause about the project: “the charts need a proper look” is none.
_ADVISES = expression(
    r"^\W*(?:then |just |please |maybe |perhaps |now |do |also |next time )*"
    r"(?:add|try|show|use|label|think|consider|keep|test|put|mark|draw|collect|plot|write|name|make|start|set|run|give"
    r"|include|look)\b"
    r"|\b(?:you|your|could|should|would|next time|even better|liked|lovely|great|good|nice|clear|well|excellent|strong"
    r"|love|super|fab\w*|brilliant|missing|unclear|too)\b",
    re.IGNORECASE,
)
_MORE = expression(r"\bmore\b", re.IGNORECASE)


def tells_of_somebody(mail: Mail, others: frozenset[str]) -> bool:
    """Whether it says of somebody else what they have, are or do; `others` are the words of the names of the
    practitioner and the manager. The mentor's own family isn't meant."""
    said = typed(mail)
    if _SOMEBODY.search(said) and not _FAMILY.search(said):
        return True
    tells = rf"(?: {_DOES}(?!\w)|['’]s {_IS}\b|{_THEIR_LEAVE})"
    for found in re.finditer(rf"\b(?P<who>[\w-]+?)(?: [A-Z][\w-]+)?{tells}", said):
        if found["who"].casefold() in others and not _GREETED.search(said[: found.start()]):
            return True
    return False


def doubts_going_on(mail: Mail) -> bool:
    """Whether it says, beside a leave, that its writer may not go on: the day of the leave is the least of it."""
    said = typed(mail)
    return _GOES_NO_FURTHER.is_in(said) and speaks_of_leave(said)


def advises_beside_leave(mail: Mail) -> bool:
    """Whether a mail that tells of its writer's leave says something of the project, or praises it and promises no
    more."""
    said = typed(mail)
    if "?" in said or len(said.split(None, MOST + 1)) > MOST or not speaks_of_leave(said):
        return False
    clauses = [one for one in _CLAUSES.split(said) if one.strip()]
    rest = [one for one in clauses if not (speaks_of_leave(one) or says_to_come(one) or _UNABLE.search(one))]
    if any(_PROJECT.search(one) and _ADVISES.search(one) and not _OF_SELF.search(one) for one in rest):
        return True
    return praises(mail) and not any(says_to_come(one) or _MORE.search(one) for one in clauses)
