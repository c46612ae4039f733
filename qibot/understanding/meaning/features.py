"""A person's words as features: short sequences of words in which people, days and numbers are abstracted.

What makes a remark private is seldom a word alone: it is who is spoken *to* and *about*. So names become PRAC, MENT,
MGR and TEAM, and each sentence says whether it speaks to somebody (you) or of somebody (she, PRAC). Source of the idea:
Carvalho and Cohen 2006 (n-grams with persons and times abstracted).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

MOST_CHARACTERS, MOST_SENTENCES, MOST_WORDS = 12_000, 150, 60
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+|[?!]|[A-Z]+")
_DAY = (
    r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|"
    r"june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\b\d{1,2}(?:st|nd|rd|th)\b|"
    r"\btomorrow\b|\btonight\b"
)
_DAYS = re.compile(_DAY)
_NUMBERS = re.compile(r"\b\d[\d.,:/%]*")
_CONTRACTED = {"ive": "i've", "im": "i'm", "dont": "don't", "didnt": "didn't", "cant": "can't", "wont": "won't",
               "havent": "haven't", "hasnt": "hasn't", "isnt": "isn't", "doesnt": "doesn't", "youre": "you're",
               "youve": "you've", "thats": "that's", "shes": "she's", "hes": "he's", "theyre": "they're",
               "wouldnt": "wouldn't", "couldnt": "couldn't", "cannae": "can't", "dinna": "don't", "didnae": "didn't",
               "wasnae": "wasn't", "isnae": "isn't", "wasnt": "wasn't", "u": "you", "ur": "your", "pls": "please",
               "ye": "you", "yer": "your", "thx": "thanks", "ta": "thanks"}  # fmt: skip
_THEM = {"he", "she", "they", "him", "her", "them", "his", "their", "he's", "she's", "they're", "himself", "herself"}
_TO = {"you", "your", "you're", "you've", "you'll", "you'd", "yours", "yourself"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the words: who is called what (in small letters), what is answered, whether documents
    come along."""

    names: Mapping[str, str] = field(default_factory=dict)  # a word of a name -> PRAC, MENT, MGR, TEAM, OTHER
    answers: str = "report"  # report, reminder, message, fresh …
    documents: bool = False


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, the first hundred and fifty."""
    plain = unicodedata.normalize("NFKC", text[:MOST_CHARACTERS]).replace("’", "'").replace("‘", "'")
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return [one for found in _ENDS.split(plain) if (one := found.strip())][:MOST_SENTENCES]


def words_in(sentence: str, names: Mapping[str, str]) -> list[str]:
    """The words of a sentence, with people, days and numbers abstracted."""
    plain = _NUMBERS.sub(" 0 ", _DAYS.sub(" DAY ", sentence.lower()))
    found = (_CONTRACTED.get(word, word) for word in _WORD.findall(plain))
    return ["NUM" if w.isdigit() else names.get(w.removesuffix("'s"), w) for w in found][:MOST_WORDS]


def of_sentence(words: list[str]) -> Iterator[str]:
    """The features of one sentence: sequences of one to three words, and to whom and about whom it is."""
    around = ["^", *words, "$"]
    yield from words
    yield from (f"{a} {b}" for a, b in pairwise(around))
    yield from (f"{a} {b} {c}" for a, b, c in zip(around, around[1:], around[2:], strict=False))
    said = set(words)
    to, about = bool(said & _TO), "PRAC" if "PRAC" in said else "they" if said & _THEM else ""
    if about:
        yield f"*about {about}{' to you' if to else ''}"


def of_message(told: list[list[str]], setting: Setting) -> Iterator[str]:
    """The features of a whole message beside those of its sentences."""
    said = {word for words in told for word in words}
    count = sum(map(len, told))
    size = next(name for most, name in ((4, "4"), (12, "12"), (30, "30"), (80, "80"), (10**9, "more")) if count <= most)
    yield f"*words {size}"
    yield f"*answers {setting.answers}"
    if setting.documents:
        yield "*documents"
        yield f"*documents words {size}"
    opening = told[0] if told else []
    greeted = next((w for w in opening[:4] if w.isupper() and w not in ("DAY", "NUM")), "nobody")
    yield f"*greets {greeted if len(opening) <= 5 or opening[0] in ('hi', 'hello', 'dear', greeted) else 'nobody'}"
    if not said & _TO:
        yield "*never you"
        if "PRAC" in said:
            yield "*of PRAC, never you"
        if said & _THEM:
            yield "*of them, never you"
