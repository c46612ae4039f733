"""A new day for the feedback that a mentor asks for: “Would the 27th be ok?”, “can I have until 23 November please?”

What is asked so is asked for oneself; a day to meet on, and what somebody else may do by a day, are none. In answer to
our question until when, the day alone is enough.
"""

from __future__ import annotations

import re
from datetime import date

from qibot.expression import expression
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.other_days import MEETS, has_been, is_denied

MOST = 30  # words of such a mail
QUESTION = 4  # words of a question that is for somebody: “is that ok?” isn't
_FINE = r"(?:ok(?:ay)?|all ?right|fine|suit\w*|work\w*|do|possible|acceptable|manageable)"
_ASKS = expression(
    r"\b(?:can|could|may|might|shall|should) (?:i|we)(?: (?:please|possibly|just|maybe))*"
    r" (?:have|get|take|ask|say|do|make|push|move|leave|send|give|let you|come back|need|aim|go for)\b"
    r"|\b(?:would|will|is|might|does|could) (?:it|this|that)?\b(?:[^.?!]{0,30} )?(?:be )?" + _FINE + r"\b"
    r"|\b(?:can|could|would|will) you (?:please |possibly |maybe )?(?:give|allow|let) (?:me|us)\b"
    r"|\b(?:do|would) you mind\b|\bany (?:chance|hope|possibility) of\b|\bextension\b"
    rf"|\b{_FINE}\W*(?:with|for|by)?(?: (?:you|u|everyone|him|her|them|[A-Z]\w+))?(?: please)?\?",
    re.IGNORECASE,
)
_GIVE = expression(r"\W*(?:please )?(?:give|allow) (?:me|us)\b", re.IGNORECASE)
_TO_YOU = expression(
    r"\b(?:can|could|would|will) you (?:please |possibly |maybe )?(?:give|allow|let) (?:me|us)\b"
    r"|\b(?:do|would) you mind\b|\b(?:with|for|by|suit|do|let) you\b|\bif that['’]?s\b|\byour (?:report|feedback)\b",
    re.IGNORECASE,
)
_OTHERS = expression(
    r"\b(?:you|your|yours|you['’]\w+|data|pdsas?|charts?|aims?|measures?|tests?|testing|cycles?|session|meeting)\b",
    re.IGNORECASE,
)
_OF_READERS = expression(
    r"\b(?:you|your|yours|you['’]\w+|files?|documents?|pages?|links?|attachments?|version|charts?|data|measures?|aims?)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = expression(
    r"\b(?:[Ss]he|[Hh]er|hers|[Hh]e|him|his|[Tt]hey|them|someone|somebody|anyone|anybody|[Ww]ho else"
    r"|(?<!your )(?:programme|course|team|mentors?))\b|\b(?:to|with|take|have|give) [A-Z]\w+\b"
    r"|\b(?:[Cc]ould|[Cc]an|[Ww]ould|[Ss]hould|[Ww]ill|[Ii]s|[Dd]oes|[Dd]id|[Hh]as) [A-Z]\w+\b"
)
_AT_AN_HOUR = expression(  # then two people are to meet
    r"\bfree\b|\b(?:at|from|around|about) (?:half )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b)?(?=\W*(?:$|[,?.!]|suits?|ok"
    r"|any|if|for|on))|\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b",
    re.IGNORECASE,
)
_SUITS = expression(
    r"^(?!.*\b(?:until|till?|feedback|comments?|review|reports?|write|longer|extension)\b).*\b(?:suits?|works?|best|free)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAID = """
    a about acceptable all alright aim at be best by can could day do does fine for give go going have hopefully how i
    if i'll instead is it it'll it's latest let's lets likely make maybe me might more of off ok okay on or perhaps
    possible possibly probably realistically right say shall should sound sounds suit sure that the then this till time
    to until we what will with work would
"""
_WORDS = frozenset(_SAID.split())


def asks_for_day(text: str, today: date) -> bool:
    """Whether a short text asks for a day for what its writer is to do."""
    said = sentences(text)
    if len(text.split()) > MOST:
        return False
    meets = any(one.rstrip().endswith("?") and MEETS.search(one) for one in said)  # when is said in the next sentence
    return any(_is_asked(one, today) and not (meets and _SUITS.search(one)) for one in said)


def day_alone(text: str, names: frozenset[str], today: date) -> date | None:
    """The day that is all that a text says, asked or told: “26/11”, “How about the 26th?”; `names` may be said, too."""
    plain = plainer(" ".join(text.split()))
    said = read_date(plain, today)
    if said is None or said.day < today or is_denied(plain, today) or has_been(plain, today):
        return None
    rest = (word.strip(",;:()–-*_\"'.!?&") for word in said.rest.casefold().replace("’", "'").split())
    known = all(not word or word in _WORDS or is_courtesy(word, names) for word in rest)
    return said.day if known and read_date(said.rest, today) is None else None


def is_of_day(text: str, names: frozenset[str], today: date) -> bool:
    """Whether it asks for a day, or says nothing but one."""
    return asks_for_day(text, today) or day_alone(text, names, today) is not None


def questions_beside(text: str, today: date) -> list[str]:
    """The questions of it that are no question for a day."""
    asked = (one for one in sentences(text) if one.rstrip().endswith("?") and len(one.split()) >= QUESTION)
    return [
        one for one in asked if read_date(plainer(one), today) is None and not (_ASKS.search(one) or _GIVE.match(one))
    ]


def are_for_reader(questions: list[str], theirs: frozenset[str]) -> bool:
    """Whether questions are for the practitioner, who is called `theirs`: each says “you”, calls them or is of the
    file, and none is of anybody else."""
    return all(_is_for_reader(one.strip(), theirs) for one in questions)


def _is_for_reader(question: str, theirs: frozenset[str]) -> bool:
    names = "|".join(map(re.escape, theirs)) or r"(?!)"
    calls = rf"^\W*(?:(?:hi|and|so|but|oh|also)\b\W*)?(?:{names})\s*,|,\s*(?:{names})\W*\Z"
    left = re.sub(calls, " ", question, flags=re.IGNORECASE)
    if _OF_ANOTHER.search(left) or re.search(rf"\b(?:{names})\b", left, re.IGNORECASE):
        return False
    return left != question or _OF_READERS.search(left) is not None


def _is_asked(sentence: str, today: date) -> bool:
    plain = plainer(sentence)
    if (
        read_date(plain, today) is None
        or MEETS.search(plain)
        or _AT_AN_HOUR.search(plain)
        or _OTHERS.search(_TO_YOU.sub(" ", plain))
    ):
        return False
    return _ASKS.search(plain) is not None
