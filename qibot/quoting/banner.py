"""What organisations put above each letter from outside: “CAUTION: This email originated from outside the council.”

Councils and health boards do so to most letters of ours, in colours of their own, so their people's answers quote it.
It is nobody's answer, and told by its words: it says that a mail is from outside, or how to treat its links, in words
of banners alone, the organisation's name aside. A line with one word more is somebody's.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.quoting.wording import words
from qibot.spoken import Spoken

LONGEST, NAMED = 800, 9  # characters of a banner, and words of an organisation's name
MOST = 3  # banners above one mail: a word, and what it stands for
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
_PLAIN = Spoken(
    r"\b(?:e-?mail|message|mail|sender)\b[^.!?]{0,40}\b(?:outside|external)\b|\bexternal (?:e-?mail|sender|message)\b"
    r"|\b(?:not|n['’]t|never|before|unless|careful|caution|when|wary)\b[^.!?]{0,40}"
    r"\b(?:click|open)\w*\b[^.!?]{0,60}\b(?:links?|attachments?)\b|\bthink before you click\b"
    r"|\bdon['’]t often get e?-?mail from\b"
    r"|\b(?:e-?mail|nachricht)\b[^.!?]{0,60}\b(?:au(?:ß|ss)erhalb|externe[rn]?)\b"
    r"|\b(?:courriel|message)\b[^.!?]{0,60}\bl['’]ext[ée]rieur\b",
    "mail",
    "message",
    "sender",
    "external",
    "click",
    "open",
    "nachricht",
    "courriel",
)
_LABEL = expression(r"\W*(?:caution|warning|external(?: e?-?mail)?|extern|achtung|attention)\W*", re.IGNORECASE)
_CAPITALISED = r"(?:[^\W\d_a-zäöüéè][\w'’&-]*|and|of|the|&|für|der|von|de)"
_NAME = expression(
    rf"\b(?:[Oo]utside(?: of)?|[Aa]u(?:ß|ss)erhalb|l['’]ext[ée]rieur de) ((?:{_CAPITALISED} ?)+)"
    r"|often get e?-?mail from (\S+@\S+)"
)


def is_banner(text: str) -> bool:
    """Whether the text is such a banner and nothing besides: one that says plainly what it is about."""
    line = " ".join(text.split()) if len(text) <= LONGEST else ""
    if not _PLAIN.is_in(line):
        return False
    return all(map(_is_of_a_banner, re.split(r"(?<=\w)[.!?:]+(?=\s|$)", line)))


def without_banner(text: str) -> str:
    """The text without the banners that stand above it; all of it where nothing else does."""
    for _ in range(MOST):
        for end in ("\n\n", "\n"):
            head, _end, below = text.lstrip("\n").partition(end)
            if below.strip() and (is_banner(head) or is_label(head)):
                text = below.lstrip("\n")
                break
    return text


def is_label(text: str) -> bool:
    """Whether the text is the word that stands above a banner, or instead of one: CAUTION, [EXTERNAL]."""
    return len(text) <= LONGEST and _LABEL.fullmatch(text) is not None


def _is_of_a_banner(sentence: str) -> bool:
    named = _NAME.search(sentence)
    name = words(named[1] or named[2]) if named else []
    foreign = [word for word in words(sentence) if word not in _WORDS]
    return len(name) <= NAMED and all(word in name for word in foreign)
