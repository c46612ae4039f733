"""Whether a practitioner only says that they are back: what kept them is over, and nothing is asked for.

| they say | becomes |
|---|---|
| “I'm better now and back at work”, “Back from leave today, thanks everyone” | a message to the mentor |
| the same, and what kept them: “back on my feet after the flu” | asked about: the mentor hasn't heard |
| the same, and anything else: “back at work, and I look after my nan now” | asked about, too |
| that they will be back, are back in part, or what keeps them still | circumstances as ever |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning import Meaning
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.in_few_words import answers_reminder, typed_in
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.practitioners.said import Said

LONGEST = 40  # words: what is longer tells more than one thing
LEAVING = 0.25  # from which what is graver is in it
_WORK = (
    r"(?:at|in|to) (?:(?:my|the|our) )?(?:work|school|desk|office|ward|job|clinic|surgery|practice|classroom|nursery"
    r"|normal|duty|it)"
)
_NOW = r"(?:now|today|again|yesterday|this morning|this week|since|as of|from today)"
_AM = (
    r"\b(?:I['’]?m|I am|we['’]re|I['’]ve been|I was|I got|I came)"
    r"(?: (?:now|just|finally|all|well again and|well and|safely))*"
)
_OPENS = r"(?:^|[.!?,;–-]\s*)"
_WELL = r"(?: (?:much|a lot|fully|all|feeling))* (?:better|recovered|well again)\b"
_BACK = expression(
    rf"{_AM} back(?: (?:{_WORK}|on my feet|on (?:the|my) ward|{_NOW})\b|(?=\s*(?:[.!,;–-]|$|and\b|after\b)))"
    rf"|(?:{_OPENS}|\band )(?:(?:now|just|well|all better and|home and) )*back"
    rf" (?:{_WORK}|on my feet|on (?:the|my) ward|{_NOW})\b|\bI(?:['’]ve| have)? returned {_WORK}\b"
    rf"|(?:{_AM}|{_OPENS}(?:feeling|all|much|fully)){_WELL}",
    re.IGNORECASE,
)
# A leave of which they are back is over: “Back from leave today.”
_FROM_LEAVE = expression(
    r"\bback from (?:my |our )?(?:annual leave|leave|holidays?|hols|a/l)"
    r"(?= (?:today|now|yesterday|this (?:week|morning))\b|\s*(?:[.!,;–-]|$|and\b))",
    re.IGNORECASE,
)
# What is yet to come, holds in part, keeps them still, or asks for something.
_STILL = expression(
    r"\b(?:will be|should be|hop\w+|might|may be|not|never|nor|no|still|but|only|though|however|except|until|till"
    r"|sorry|apolog\w+|miss(?:ed|ing)?|overdue|seen (?:this|your)|last (?:month|week)|so(?!on)\b.{0,30}report"
    r"|unless|if|when|phased|part[- ]time|mornings|afternoons|half|reduced|next|extension|extend\w*|late|later|longer"
    r"|more time|extra (?!time\b)|another|fortnight|behind|catch(?:ing)? up|struggl\w+|off|sick again|leave|holiday"
    r"|busy|in hospital|to hospital|in bed|doctor\w*|square one|excus\w+|need\w*|pleas\w* (?!to\b|d\b))\b"
    r"|['’]ll be\b|n['’]t\b|\?|\bback (?:on|from|in) (?:the \d|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun"
    r"|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_AGAIN_IN = expression(r"\bback (?:in|at|to) (?:the )?(?:hospital|bed|doctor|infirmary|surgery for)", re.IGNORECASE)
_FUNERAL = expression(r"\b(?:funeral|bereave\w*|operation|hospital|diagnos\w+|loss|condolences)\b", re.IGNORECASE)
BEFELL = {"@ill", "@death", "@calamity", "@kin"}  # or somebody of theirs
_LITTLE = expression(  # what fills such a sentence up, and what comes next
    r"\b(?:the|to|at|in|on|of|from|as|since|for|with|up|my|our|am|have|been|be|was|is"
    r"|good|great|lovely|nice|glad|happy|now|today|yesterday|again|finally|just|all|everyone|everybody|team|well|very"
    r"|much|fully|feeling|better|recovered|rested|safely|back|work|school|office|desk|ward|normal|this|last|morning"
    r"|afternoon|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|hi|hello|hey|dear|both|you|me|bearing|waiting"
    r"|patience|understanding|support|thinking|update|know|let|flowers|cards?|kind(?:ness)?|pick(?:ing)?|carry(?:ing)?"
    r"|crack(?:ing)?|get(?:ting)?|going|look(?:ing)?|forward|extra|where (?:i|we) left off)\b",
    re.IGNORECASE,
)


def is_back(found: Meaning, said: Said) -> bool:
    """Whether it says this, and no more than courtesies and what comes next beside it."""
    text = " ".join(typed_in(said.mail).split())
    text = _FROM_LEAVE.sub("back", text)
    if answers_reminder(said.answered):  # what answers one is most likely the reason
        return False
    if found.mark or found.cut or found.of("leaving") >= LEAVING or len(text.split()) > LONGEST:
        return False
    return _BACK.search(text) is not None and not (_STILL.search(text) or _AGAIN_IN.search(text))


def tells_more(said: Said) -> bool:
    """Whether it tells more than that they are back, courtesies and what comes next: a new reason, perhaps."""
    text = _BACK.sub(" . ", _FROM_LEAVE.sub("back", " ".join(typed_in(said.mail).split())))
    return not is_of_the_work(_LITTLE.sub(" ", text), said.names)


def names_what_kept(said: Said) -> bool:
    """Whether it names what befell them, which nobody but the team may have heard."""
    return bool(families_in(said.mail.top) & BEFELL) or _FUNERAL.search(said.mail.top) is not None
