"""A yes or a no, with or without a condition: “Yes, you may, if you label it.”, “No, better not.”, “Happy to!”

It is told part by part, by closed lists: one part more, and it is somebody's word. What follows a condition may say
anything but a word of a project, praise, or what is its writer's own: when they read, that they are away.
"""

from __future__ import annotations

import re
from datetime import date

from qibot.expression import expression
from qibot.quoting import is_signed_off
from qibot.understanding.days.dates import read_date
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.leave import speaks_of_leave
from qibot.understanding.phrases.plainly import names_project

MOST, CONDITION = 25, 14  # words of such an answer, of its condition
_WHO = r"(?:you|he|she|they|we|i|it)"
_DO = r"(?:(?: do)?(?: (?:it|that|so|this))?(?: (?:please|too|certainly|indeed))?)"
_ME = r"(?:by|with|for) (?:me|us)"
_YES = (
    r"(?:(?:oh|well|ah|ha|och|hm+|but|and|so|yes|sure) )?"
    r"(?:yes|yep|yeah|yup|aye|sure(?: thing)?|certainly|absolutely|definitely|by all means|indeed|why not|go for it"
    rf"|please do|do{_DO}|go (?:right )?ahead|feel free|be my guest|no problem(?: at all)?|no objections?"
    rf"|(?:(?:yes|and|but|sure|of course) )?(?:of course|certainly|{_WHO} (?:may|can|could|should)(?: (?:certainly"
    rf"|indeed|of course))?{_DO}|(?:of course|certainly|sure) {_WHO} (?:may|can|could|should){_DO})"
    rf"|(?:(?:that|it)(?:['’]?s| is|['’]ll be| will be|['’]d be| would be) |perfectly |quite )*(?:fine|ok|okay|good"
    rf"|grand|all ?right|alright) {_ME}"
    r"|i (?:don['’]t|do not) (?:see why not|mind))"
)
_NO = (
    r"(?:(?:oh|well|ah|but|and|so) )?"
    r"(?:no|nope|(?:no )?(?:better|rather|best) not|i['’]?m afraid not|i am afraid not|please don['’]?t|don['’]?t"
    rf"|not (?:without asking|yet|really|this time)|{_WHO} (?:may not|can['’]?t|cannot|shouldn['’]t|mustn['’]t){_DO}"
    r"|i(?:['’]d| would) (?:rather )?(?:not|rather you didn['’]t|leave (?:it|that|them)(?: out)?|wait)"
    r"|i wouldn['’]t(?: do (?:it|that))?"
    r"|i(?:['’]d| would) (?:ask|check with|speak to|talk to|clear it with|run it (?:by|past)) (?:them|him|her|(?:the"
    r"|your|their) \w+(?: \w+)?)(?: first| before(?: you do)?)?)"
)
_GLAD = (
    r"(?:(?:yes|oh|of course|sure|thanks|and|would be|i['’]d be|i would be|i['’]ll be|i am|i['’]m|very|more than"
    r"|only too) )*"
    r"(?:happy to|happy to (?:do (?:it|so|that)|help|oblige)|(?:with|my) pleasure|it(?:['’]s| would be|['’]d be) (?:a"
    r"|my) pleasure|gladly|glad to|delighted(?: to)?|can do|i can do (?:it|that)|count me in|i['’]?m in|i am in"
    r"|put me down(?: for (?:it|that))?"
    r"|(?:i['’]d|i would) (?:love|like|be (?:happy|glad|delighted|honoured|pleased)) to|love to)"
)
_YES_OR_NO = expression(rf"(?:{_YES}|{_NO})", re.IGNORECASE)
_GLADLY = expression(rf"(?:{_YES}|{_GLAD})", re.IGNORECASE)
_PARTS = expression(r"[.!;:,()\n]+|\s[-–—]+\s|[–—]")
_IF = expression(
    r"(?P<before>.*?)\b(?P<if>if|as long as|so long as|provided(?: that)?|providing|on (?:the )?condition(?: that)?|but"
    r"|just|only|unless|once|when|though|although)\b(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
_JUDGES = expression(
    r"\b(?:lik(?:e|ed)|love[dly]*|great|good|lovely|nice|well|excellent|brilliant|clear|strong|better|report|feedback"
    r"|s?he|her|him|hers|his|tell|keep|between|doubts?|worr\w*|team|manager|programme|chart|data point"
    r"|add|try|think about|i['’]d|i would|you could|you should|you need|next time)\b|\?",
    re.IGNORECASE,
)
_OF_WRITER = expression(r"\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves)\b", re.IGNORECASE)
_ON_YOU = expression(r"(?:if|(?:as|so) long as|provided(?: that)?|providing) you\b", re.IGNORECASE)
_THEIR_LEAVE = expression(r"\b(?:their|his|her) leave\b", re.IGNORECASE)  # what is asked for
_SOME_DAY = date(2026, 1, 1)  # whether a day is named is the same on every day


def is_yes_or_no(text: str, names: frozenset[str]) -> bool:
    """Whether a short text is a yes or a no, maybe with its condition; `names` are those that it may say, in small
    letters."""
    said = _own_lines(text)
    if "?" in said or len(said.split()) > MOST:
        return False
    if _is_all(_YES_OR_NO, said, names):
        return True
    found = _IF.fullmatch(said)
    if found is None or not _is_all(_YES_OR_NO, found["before"], names):
        return False
    what = found["what"]
    if _is_of_writer(found["if"] + what, what):
        return False
    return 0 < len(what.split()) <= CONDITION and not (_JUDGES.search(what) or names_project(what))


def _is_of_writer(condition: str, what: str) -> bool:
    """Whether it speaks of who answers, or of a day, which may be that of their feedback."""
    if _OF_WRITER.search(what) or speaks_of_leave(_THEIR_LEAVE.sub("", what)):
        return True
    return read_date(what, _SOME_DAY) is not None and _ON_YOU.match(condition) is None


def sets_condition(text: str) -> bool:
    """Whether a yes or a no has a condition, which may say anything."""
    return _IF.fullmatch(_own_lines(text)) is not None


def is_glad_yes(text: str, names: frozenset[str]) -> bool:
    """Whether a short text is a yes, or that its writer will gladly do so."""
    said = _own_lines(text)
    return "?" not in said and len(said.split()) <= MOST and _is_all(_GLADLY, said, names)


def _is_all(pattern: re.Pattern[str], said: str, names: frozenset[str]) -> bool:
    parts = [" ".join(one.split()) for one in _PARTS.split(said)]
    answers = [one for one in parts if one and pattern.fullmatch(_without(one, names))]
    return bool(answers) and all(one in answers or is_courtesy(one, names) for one in parts)


def _without(part: str, names: frozenset[str]) -> str:
    """A part without whom it calls at its end: “of course you can Jo”."""
    words = part.split()
    while len(words) > 1 and words[-1].casefold() in names:
        words.pop()
    return " ".join(words)


def _own_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not is_signed_off(line)).strip()
