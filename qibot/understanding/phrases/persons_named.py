"""Persons whom the weights' table of people doesn't know: “I asked my flatmate what she thought”, “Mrs D in bay 2”.

To that table whoever wasn't named before is the practitioner, and so “she” in such a sentence would be. So a word for
somebody that it knows is put in their place before the text is weighed. Not where they are told of the practitioner, or
are theirs: “her therapist”, “an inspector told me she's off”. And not where “she” follows, who may be either (“the
technician did all the work. She put her name on it”), but in what one is asked: “asked my flatmate what she thought”.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.expression import expression
from qibot.spoken import in_small_letters

_KNOWN = {  # what is put in, and whom it stands for
    "nurse": "therapist pharmacist paramedic dietician dietitian podiatrist optician hca radiographer anaesthetist",
    "officer": "inspector firefighter warden ranger superintendent planner surveyor technician administrator secretary"
    " statistician cleaner jannie caretaker plumber electrician joiner engineer postie foreman gaffer trainer tutor",
    "sister": "flatmate housemate pal niece auntie cousin granddaughter grandson nephew neighbour",
}
_FOR = {word: known for known, words in _KNOWN.items() for word in words.split()}
_ONE = r"(?:the|a|an|my|your|our|one|another|that|this|each|every)"
_NOUN = expression(
    rf"\b(?P<before>{_ONE})(?P<kind>(?: [a-z]+(?:['’]s)?)?) "
    rf"(?P<noun>{'|'.join(_FOR)})\b",
    re.IGNORECASE,
)
_OPENS = expression(rf"(?:^|(?<=[.!?] )|(?<=\n))(?P<noun>{'|'.join(_FOR)}) (?=will|may|might|would)", re.IGNORECASE)
_TITLED = expression(r"\b(?P<title>(?:Mrs|Mr|Miss|Ms)\.?) (?P<letter>[A-Z])\.?(?=[\s,;:!?)]|$)(?! [A-Z])")
_CREDITED = expression(r"\b(?P<verb>credit|thank|include|involve|invite|quote) (?P<name>[A-Z][a-z]{2,})\b")
# Who tells of somebody isn't who is told of: “a pal saw that in the pub”, “the cleaner says so”.
_TELLS = expression(
    r"\W{0,9}(?:also |just |has |have |had |who ){0,4}(?:told|tells|says|said|mention\w*|heard|thinks?|thought|reckons?"
    r"|let slip|confid\w*|whisper\w*)\b",
    re.IGNORECASE,
)
_ASKED = expression(r"\b(?:ask(?:ed)?|show(?:ed)?)$", re.IGNORECASE)
_SHE = expression(r"\b(?:s?he|s?hes|her|hers|him|his|(?:her|him)self|they|them|their|theirs)\b", re.IGNORECASE)
# In these “she” is who is asked, whoever that is, and nothing else is said of them; nor is it where nobody blames them.
_IN_QUESTION = expression(
    rf"\bask(?:ed)? {_ONE}(?: [a-z]+)? (?:{'|'.join(_FOR)})"
    r" (?:whether|if|what|how) (?:s?he|they) (?:thinks?|thought|would like|prefers?|made of (?:it|that))\b"
    r"|\b(?:being|is|was|are|were|be) asked (?:whether|if) (?:s?he|they) (?:needs?|wants?)"
    r" (?:the toilet|the loo|a drink|a wash|a hand|a blanket|anything|pain relief|painkillers)\b"
    r"|\bi (?:don['’]t|can['’]t|wouldn['’]t) blame (?:her|him|them)\b"
    r"|\b(?:mrs|mr|miss|ms)\.? [a-z] \w+ (?:her|him)self\b",
    re.IGNORECASE,
)
_LOOK_BACK = 120  # characters
_FROM = expression(r"\b(?:told|hear\w*|word|gather\w*|learn\w*|says?|rumou?r)\b[^.?!\n]*$", re.IGNORECASE)


def with_persons_known(text: str, names: frozenset[str]) -> str:
    """The text with such persons as somebody whom the table knows; `names` are those of the enrolment, in small
    letters."""

    def is_told_of(found: re.Match[str]) -> bool:
        if _last_she(found.string) > found.end():
            return False
        before = found.string[max(0, found.start() - _LOOK_BACK) : found.start()].rstrip()
        tells = _TELLS.match(found.string, found.end()) is not None and not _ASKED.search(before)
        return not (tells or _FROM.search(before))

    def known(found: re.Match[str]) -> str:
        said = f"{found['before']}{found['kind']} {_FOR[found['noun'].lower()]}"
        return said if is_told_of(found) else found[0]

    def titled(found: re.Match[str]) -> str:
        return f"{found['title']} {found['letter']}unn" if is_told_of(found) else found[0]

    def opens(found: re.Match[str]) -> str:
        return f"The {_FOR[found['noun'].lower()]} " if is_told_of(found) else found[0]

    def credited(found: re.Match[str]) -> str:
        is_theirs = found["name"].casefold() in names or _last_she(found.string) > found.end()
        return found[0] if is_theirs else f"{found['verb']} the nurse"

    small = in_small_letters(text)
    named = any(noun in small for noun in _FOR)  # most texts have none of them, and a long one takes long to go through
    text = _NOUN.sub(known, text) if named else text
    text = _TITLED.sub(titled, text)
    text = _OPENS.sub(opens, text) if named else text
    return _CREDITED.sub(credited, text)


@lru_cache(maxsize=64)
def _last_she(text: str) -> int:
    """Where the text says “she”, “they”, … for the last time, apart from such words."""
    asked = [found.span() for found in _IN_QUESTION.finditer(text)]
    said = (found.start() for found in _SHE.finditer(text))
    return max((at for at in said if not any(begin <= at < end for begin, end in asked)), default=-1)
