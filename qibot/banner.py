"""What organisations put above each letter from outside: “CAUTION: This email originated from outside the council.”

Councils and health boards do so to most letters of ours, in colours of their own, so their people's answers quote it.
It is nobody's answer, and told by its words: a banner has none but those of banners, the organisation's name aside. A
line with one word more is somebody's.
"""

from __future__ import annotations

import re

from qibot.wording import words

MOST, NAMED = 100, 9  # words of a banner, and of an organisation's name
_KNOWN = """
    a an and any are as at be been before by can careful cautious caution click clicking come comes came content
    contents council do does don t not e email emails mail exercise expecting external extra file files following from
    get given has have health if in information internal is it know learn link links links may message messages nhs
    network never not of often on only open opening or organisation organization originate originated originates other
    our outside party password passwords phishing please provide reply report respond safe security sender senders
    sensitive sent so such sure suspicious take care that the their them there think third this to treat trust
    trusted twice unexpected unless unsolicited us use username verified verify was warning when why will with within
    without you your important notice attention attachment attachments recognise recognize
    achtung vorsicht warnung hinweis externe externer externen extern diese dieser e nachricht mail stammt kommt wurde
    von außerhalb ausserhalb der des organisation ihrer unserer einem absender gesendet klicken öffnen sie nicht auf
    links und oder anhänge keine bitte wenn den nur kennen bekannt ist
    prudence attention ce courriel message provient vient de l extérieur d un expéditeur externe n ouvrez pas cliquez
    ne sur les liens ou pièces jointes si vous sauf reconnaissez organisation votre notre la le
"""
_WORDS = frozenset(_KNOWN.split())
_MARK = re.compile(
    r"\bexternal\b|\boutside\b|\bcaution\b|\bwarning\b|\bphishing\b|\bthink before you click\b"
    r"|\blearn why this is important\b|\bdon['’]t often get e?-?mail from\b"
    r"|\bclick\b.*\blinks?\b|\bopen\b.*\battachment"
    r"|\bau(?:ß|ss)erhalb\b|\bexterne[rn]?\b|\bachtung\b|\bl['’]ext[ée]rieur\b",
    re.IGNORECASE,
)
_CAPITALISED = r"(?:[^\W\d_a-zäöüéè][\w'’&-]*|and|of|the|&|für|der|von|de)"
_NAME = re.compile(
    rf"\b(?:[Oo]utside(?: of)?|[Aa]u(?:ß|ss)erhalb|l['’]ext[ée]rieur de) ((?:{_CAPITALISED} ?)+)"
    r"|often get e?-?mail from (\S+@\S+)"
)


def is_banner(text: str) -> bool:
    """Whether the text is such a banner, or a part of one, and nothing besides."""
    line = " ".join(text.split())
    if not _MARK.search(line):
        return False
    said = words(line)
    return len(said) <= MOST and all(map(_is_of_a_banner, re.split(r"(?<=\w)[.!?:]+(?=\s|$)", line)))


def _is_of_a_banner(sentence: str) -> bool:
    named = _NAME.search(sentence)
    name = words(named[1] or named[2]) if named else []
    foreign = [word for word in words(sentence) if word not in _WORDS]
    return len(name) <= NAMED and all(word in name for word in foreign)
