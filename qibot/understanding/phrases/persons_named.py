"""Persons whom the weights' table of people doesn't know: “I asked my flatmate what she thought”, “Mrs D in bay 2”.

To that table whoever wasn't named before is the practitioner, and so “she” in such a sentence would be. So a word for
somebody that it knows is put in their place before the text is weighed. Not where they are told of the practitioner, or
are theirs: “her therapist”, “an inspector told me she's off”.
"""

from __future__ import annotations

import re

_KNOWN = {  # what is put in, and whom it stands for
    "nurse": "therapist pharmacist paramedic dietician dietitian podiatrist optician hca radiographer anaesthetist",
    "officer": "inspector firefighter warden ranger superintendent planner surveyor technician administrator secretary"
    " statistician cleaner jannie caretaker plumber electrician joiner engineer postie foreman gaffer trainer tutor",
    "sister": "flatmate housemate pal niece auntie cousin granddaughter grandson nephew neighbour",
}
_FOR = {word: known for known, words in _KNOWN.items() for word in words.split()}
_NOUN = re.compile(
    rf"\b(?P<before>the|a|an|my|your|our|one|another|that|this|each|every)(?P<kind>(?: [a-z]+(?:['’]s)?)?) "
    rf"(?P<noun>{'|'.join(_FOR)})\b",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"(?:^|(?<=[.!?] )|(?<=\n))(?P<noun>{'|'.join(_FOR)}) (?=will|may|might|would)", re.IGNORECASE)
_TITLED = re.compile(r"\b(?P<title>(?:Mrs|Mr|Miss|Ms)\.?) (?P<letter>[A-Z])\.?(?=[\s,;:!?)]|$)(?! [A-Z])")
_CREDITED = re.compile(r"\b(?P<verb>credit|thank|include|involve|invite|quote) (?P<name>[A-Z][a-z]{2,})\b")
# Who tells, or does something to “her”, isn't who is told of: “a pal saw her in the pub”, “the cleaner says she's off”.
_TELLS = re.compile(
    r"\W*(?:also |just |has |have |had |who )*(?:told|tells|says|said|mention\w*|heard|thinks?|thought|reckons?"
    r"|let slip"
    r"|confid\w*|whisper\w*)\b|(?:[^\w.?!\n]*[\w’'-]+){0,4}?[^\w.?!\n]*\b(?:s?he|her|him|they|them)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:ask(?:ed)?|show(?:ed)?)$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:told|hear\w*|word|gather\w*|learn\w*|says?|rumou?r)\b[^.?!\n]*$", re.IGNORECASE)


def with_persons_known(text: str, names: frozenset[str]) -> str:
    """The text with such persons as somebody whom the table knows; `names` are those of the enrolment, in small
    letters."""

    def is_told_of(found: re.Match[str]) -> bool:
        before = text[: found.start()].rstrip()
        tells = _TELLS.match(text, found.end()) is not None and not _ASKED.search(before)
        return not (tells or _FROM.search(before))

    def known(found: re.Match[str]) -> str:
        said = f"{found['before']}{found['kind']} {_FOR[found['noun'].lower()]}"
        return said if is_told_of(found) else found[0]

    def titled(found: re.Match[str]) -> str:
        return f"{found['title']} {found['letter']}unn" if is_told_of(found) else found[0]

    text = _NOUN.sub(known, text)
    text = _TITLED.sub(titled, text)
    text = _OPENS.sub(lambda m: f"The {_FOR[m['noun'].lower()]} ", text)
    return _CREDITED.sub(lambda m: m[0] if m["name"].casefold() in names else f"{m['verb']} the nurse", text)
