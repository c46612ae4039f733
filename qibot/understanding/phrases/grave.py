"""What names a trouble of somebody's own, in words that leave no doubt: `grave_words.txt`.

The weights hear most of it, and many rules say what may go on all the same (“still in”, “forget my last mail”). This is
the last look, and knows nothing but words: whatever has made a mail somebody's to read, a sentence that has one of
these of a person, and not of the pupils, patients or callers of a project, is asked about.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from qibot.expression import expression
from qibot.understanding.meaning import MOST_CHARACTERS, sentences
from qibot.understanding.meaning.families import Families, classed, plain_words, read_families

FILE = Path(__file__).with_name("grave_words.txt")
OF_ME = frozenset(["i", "i'm", "i've", "i'd", "i'll", "im", "ive", "id", "my", "me", "mine", "myself"])
OF_THEM = frozenset(
    ["she", "she's", "she'll", "she'd", "her", "hers", "herself",
     "he", "he's", "he'll", "he'd", "him", "his", "himself"]
)  # fmt: skip
_CLAUSES = expression(r"[,;:()]\s|\s[-–—]+\s|—|\b(?:and|but|so|because|as|since)\b", re.IGNORECASE)
# Who works there, or with those whose such a place is.
_AT_WORK = """
    works worked working team teams unit shift shifts population target sample measure count counts round
    rounds survey form field clerk clerks liaison colleagues partners pathway rota role based
"""
_WORKS_THERE = frozenset(_AT_WORK.split())
# What else these words say of a comment or a project: “that kicked me into gear”, “it hurts me to drop it”.
IDIOMS = expression(
    r"\b(?:stor(?:y|ies)|words?|letters?|kindness|response|comments?|feedback|answers?|reaction) (?:\w+ )?(?:touched"
    r"|hit|hurts?|kicked) me\b|\bkick(?:s|ed) me into (?:gear|action|life|touch)\b"
    r"|\b(?:it|this|that) (?:hurts|kills|pains) me to\b",
    re.IGNORECASE,
)
_WORKS = expression(
    r"\bwork(?:ing)? with (?:the )?(?:police|lawyers?|social services|solicitors?)\b"
    r"|\b(?:i|we|you|they|who|to) work\b|\bmy work\b|\bat work (?:in|with|for)\b",
    re.IGNORECASE,
)
_OF_PROJECT = frozenset(["@third", "@qi"])
_KIN, _DIES, _PLACE = "@kin", "@dies", "@place"
BRIEF = 6  # words of a sentence that needs nobody in it: “Still in hospital.”


@cache
def grave_table() -> Families:
    """The words by their kinds."""
    return read_families(FILE)


def told_gravely(text: str, whose: frozenset[str]) -> str:
    """The first sentence that names such a trouble of one of those (OF_ME, OF_THEM), or in a few words of nobody, which
    are the writer's own; empty where none does."""
    return next((one for one in sentences(text[:MOST_CHARACTERS]) if _is_grave(one, whose)), "")


def _is_grave(sentence: str, whose: frozenset[str]) -> bool:
    families, grave, own, count = _told(sentence, whose)
    if not grave or not (families & _OF_PROJECT):
        return grave and (own or (count <= BRIEF and whose >= OF_ME))
    return any(_is_own(one, whose) for one in _CLAUSES.split(sentence))


def _is_own(clause: str, whose: frozenset[str]) -> bool:
    families, grave, own, _ = _told(clause, whose)
    return grave and own and not families & _OF_PROJECT


def _told(said: str, whose: frozenset[str]) -> tuple[set[str], bool, bool, int]:
    """Its families, whether it names such a trouble, whether it is of somebody's, and how many words it has."""
    said = IDIOMS.sub(" ", said)
    words = plain_words(said.replace("&", " ").replace("-", " "))
    own = not whose.isdisjoint(words)
    families, grave = classed(words)[1], classed(words, grave_table())[1]
    named = grave if _KIN in families else grave - {_DIES}  # not “one of the two died on the ward”
    # nor “I work in the A&E”; “Dad is in the ICU so I'm not at work” says who is there
    works = not _WORKS_THERE.isdisjoint(words) or _WORKS.search(said) is not None
    named = named - {_PLACE} if works and not (_KIN in families and own) else named
    return families, bool(named), own, len(words)
