"""That a report is no longer asked for, where the team says so in plain words of it, and of nothing else (EXCUSE).

| the team says | becomes |
|---|---|
| “of course she can be let off”, “let her off this one” | `EXCUSE` |
| “report 4 need not be submitted”, “she needn't do this one” | the same |
| “she needn't do it”, in answer to her circumstances, and no letter, line or form is spoken of | the same |
| thanks, and a no beside them, while her circumstances wait | asked back: it may let her off (`may_let_off`) |
| the same of another report, bound to a condition, asked, or beside more time | what the weights make of it |
"""

from __future__ import annotations

import re
from functools import cache

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.meaning import sentences

LONGEST = 80  # words
_WHO, _WHOM = r"(?:she|he|they|NAME)", r"(?:her|him|them|NAME)"
_NEEDNT = (
    r"(?:need(?:n['’]?t| not)|(?:does|do)(?:n['’]?t| not) (?:need|have) to"
    r"|(?:is|are)(?:n['’]?t| not) (?:going )?to (?:have|need) to)"
)
_ONE = r"(?:the|this|that|her|his|their) (?:report|one)|report (?:no\.? )?(?P<number>\d{1,2})"
_SAYS = (
    (
        rf"{_WHO}(?: can| may| should|['’]s to| is to)(?: certainly| of course)? be (?:let off|excused)"
        r"(?: (?:from |of )?(?:this|the|it|that)(?: (?:one|report|time))?)?"
    ),
    rf"let {_WHOM} off(?: (?:this|the|it|that)(?: (?:one|report|time))?)?",
    rf"(?:{_ONE}) {_NEEDNT} be (?:submitted|sent(?: in)?|done|written|handed in)",
    (
        rf"{_WHO} {_NEEDNT} (?:do|send|submit|write|hand in|bother with)"
        rf" (?:{_ONE.replace('number', 'other')}|(?P<bare>it|this|that))"
    ),
)
_LED = r"(?:(?:yes|of course|ok|okay|fine|please|so|then|certainly|in that case|I think|we agree(?: that)?)[,.!:]? )*"
_ENDS = (
    r"(?:,? (?:at all|this time|of course|please|then|poor \w+))*"
    r"(?P<behind>\W*$|(?:,|\s[-–—]|;|:| (?=(?:and|as|because|since|given)\b)).*)"
)
# What may follow it: that it doesn't count, a courtesy, or a reason, which speaks of nobody else's view or doing.
_FOLLOWS = expression(
    r"\W{0,9}(?:(?:at all|this time|of course|please|then|thanks|thank you|poor \w+|bless (?:her|him))\b\W{0,9})*"
    r"|\W{0,9}and (?:it )?(?:should(?: not|n['’]?t)|will not|won['’]?t|need(?: not|n['’]?t)|does(?: not|n['’]?t)) count"
    r"(?: as (?:missed|missing))?(?: against (?:her|him|them))?\W{0,9}"
    r"|\W{0,9}(?:because|as|since|given|after|with|she['’]s|he['’]s|she has|he has|her|his|poor)\b"
    r"(?:(?!\b(?:say|says|said|think|thinks|I|we|you|not|no|so|rather|sure|suppose|guess|though|ask|tell|ring|call"
    r"|will|would|wants?|like|otherwise)\b|n['’]t\b)[^.!?]){1,90}[.!]?",
    re.IGNORECASE,
)
# What in another sentence may take it back, or leave it to somebody.
_UNSETTLES = expression(
    r"\b(?:no|nope|not sure|unsure|rather|suppose|guess|though|disagree\w*|object\w*|says|said|thinks|reckons?|ask"
    r"|check|wait|hold|wrong|unfair|I think|I['’]d|I would|I don['’]?t|I['’]m not|I wouldn['’]?t|we wouldn['’]?t)\b",
    re.IGNORECASE,
)
# What makes it no plain word of this report, or is another decision beside it.
_HANGS = expression(
    r"\?|\b(?:if|unless|until|till|provided|but|or|by|before|yet|only|perhaps|maybe|might|wonder\w*|next)\b",
    re.IGNORECASE,
)
_PAPER = expression(  # what is sent in, too
    r"\b(?:letters?|lines?|notes?|evidence|certificates?|proof|forms?|documents?|e-?mails?|copy|copies|papers?)\b",
    re.IGNORECASE,
)
_OTHERWISE = expression(
    r"\b(?:unless|provided|instead|extend\w*|extension|more time|longer|however|on condition|escalate|decline|refuse"
    r"|withdraw\w*|paus\w+|let me know|what do you|do you (?:think|agree))\b|\?",
    re.IGNORECASE,
)
# A no may be what she needn't do, but in these.
_SAYS_NO = expression(
    r"(?!\bno (?:problem|worries|bother|trouble|doubt|wonder|surprise)\b"
    r"|\bnot (?:at all|surpris\w+|good|nice|easy|great)\b)"
    r"\b(?:no|not|nothing|none|never|off(?! sick)|forget|without|free of|excused?|spared?|waive[ds]?|skips?"
    r"|needn['’]?t)\b|n['’]t\b(?! (?:know|realise|seen?|be surprised|worry)\b)",
    re.IGNORECASE,
)


def may_let_off(text: str) -> bool:
    """Whether thanks that sound like a note may say, too, that nothing is to be sent: “thanks, she's off the hook”."""
    return _SAYS_NO.search(text) is not None


def lets_off(text: str, e: Enrolment, number: int, *, of_report: bool) -> bool:
    """Whether it plainly lets the practitioner off the report in question. `of_report`: it answers what is asked of the
    report alone; else “it” may be what is to be done, or somebody's note."""
    bare = of_report and _PAPER.search(text) is None
    if len(text.split()) > LONGEST or _OTHERWISE.search(text):
        return False
    said = [" ".join(one.split()) for one in sentences(text)]
    plain = [one for one in said if _says(one, _pattern(e.practitioner.name), number, bare=bare)]
    return bool(plain) and not any(_UNSETTLES.search(one) for one in said if one not in plain)


def speaks_of_letting_off(text: str, e: Enrolment) -> bool:
    """Whether a sentence lets the practitioner off, whatever follows."""
    if len(text.split()) > LONGEST:
        return False
    return any(_pattern(e.practitioner.name).fullmatch(" ".join(one.split())) for one in sentences(text))


def _says(sentence: str, pattern: re.Pattern[str], number: int, *, bare: bool) -> bool:
    found = pattern.fullmatch(sentence)
    if found is not None and found["bare"] and not bare:
        return False
    if found is None or _HANGS.search(sentence) or not _FOLLOWS.fullmatch(found["behind"]):
        return False
    named = found["number"] or found["other"]
    return named is None or int(named) == number


@cache
def _pattern(name: str) -> re.Pattern[str]:
    called = "|".join(map(re.escape, sorted({name, *name.split()}, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"\W*{_LED}(?:{'|'.join(_SAYS)}){_ENDS}".replace("NAME", f"(?:{called})"), re.IGNORECASE)
