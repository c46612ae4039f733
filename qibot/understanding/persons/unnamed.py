"""Whom feedback speaks of beside “you” without having named anybody: “what if he locks you out again?”.

Who reads it knows who that is, so it is of their life, or of the manager whose copy it would be; a project's people
are named or described before they are “he” or “she” (“the night porter … he”). A word of the project in the sentence
tells that it is of that.
"""

from __future__ import annotations

from collections.abc import Sequence

from qibot.expression import expression
from qibot.understanding.meaning.families import classed, plain_words
from qibot.understanding.persons.their_trouble import WORK, YOU
from qibot.understanding.phrases.grave import OF_THEM

SOMEBODY = "somebody it doesn't name"
_SENTENCES = expression(r"(?<=[.!?;])\s+|\n+")
_GREETING = expression(r"\A\W*(?:(?i:hi|hello|dear|hey|well done|great|good|thanks)\b,? )?[A-Z][a-z]+\s*(?:[,:!–-]|$)")
_NAMES = expression(
    r"(?<=[\w,;:'’] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|(?:Jan|Febr)uary|March|April|May\b"
    r"|June|July|August|(?:Sept|Nov|Dec)ember|October)[A-Z][a-z]+"
    r"|\A(?!(?:It|That|This|What|Here|There|Where|Who|How|Let|S?he)['’])[A-Z][a-z]+['’]s\b"
)
_PEOPLE_SAID = """
    man woman men women lad lads lass lassie lassies boy boys girl girls sister brother boss head colleague
    somebody anybody nobody everybody someone anyone everyone folk folks people person persons baby bairn wean
    chap guy bloke lady ladies gp gps dr mr mrs ms miss sir couple neighbour partner ex gaffer clerk cook priest
    king who whoever friend pal dog cat coach vet crew guest expert host poet chief hca team class one ones
    staff body student resident client agent consultant assistant patient president accountant attendant midwife
    midwives mentee governor council spouse they drunk author wummin wifie nurse nurses visitor judge doctor
    surgeon janitor
"""
_PEOPLE = frozenset(_PEOPLE_SAID.split())
# Who does something: “the caretaker”, “your receptionist”, but not “the denominator”.
_DOES = expression(r"\w+(?:er|or|ist|man|men|woman|women|ee|ian|ant|ent|mate)s?(?:'s)?")
_DETERMINED_SAID = "the a an your their one each every that this my our ur any some no two another"
_DETERMINED = frozenset(_DETERMINED_SAID.split())
_THINGS_SAID = """
    driver drivers number numbers denominator numerator improvement measurement statement percent poster posters
    paper chapter letter letters order quarter winter summer corner factor moment matter offer better other
    after
"""
_THINGS = frozenset(_THINGS_SAID.split())


def speaks_of_unnamed(text: str) -> bool:
    """Whether the first who is “he” or “she” in it is nobody that it has named, and stands beside “you”."""
    for sentence in _SENTENCES.split(text):
        words = plain_words(sentence)
        if _names(sentence, words):
            return False
        if not OF_THEM.isdisjoint(words):
            return not YOU.isdisjoint(words) and WORK.isdisjoint(words) and "@qi" not in classed(words)[1]
    return False


def _names(sentence: str, words: Sequence[str]) -> bool:
    if _NAMES.search(_GREETING.sub("", sentence, count=1)) or classed(words)[1] & {"@third", "@kin", "@manager"}:
        return True
    return any(
        word.split("'")[0] in _PEOPLE
        or (word not in _THINGS and _DOES.fullmatch(word) and not _DETERMINED.isdisjoint(words[max(0, i - 2) : i]))
        for i, word in enumerate(words)
    )
