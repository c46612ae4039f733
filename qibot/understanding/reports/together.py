"""Whether a mail's words speak of several reports that it brings, and of which (“reports 2 and 3”, “both reports”)."""

from __future__ import annotations

import re

from qibot.config import Cohort
from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.reports.numbered import month_numbers
from qibot.understanding.reports.revised import opening_of

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_AND = r"\s*(?:,\s*and|,|and|&|\+|plus|as well as|/)\s*"
_NO = r"(?:(?:nos?\.?|nr\.?|numbers?|#)\s*)?"
_BEHIND = (  # so that “report 2 and 3 charts” and “report 2, 5 November” name one
    r"(?![\d%]|:\d|[.,/]\d|st\b|nd\b|rd\b|th\b)(?!\s+(?!(?:are|is|attached|both|together|as|in|for|here|from|below|"
    r"enclosed|which|that|now|at|please|to|with|by|of|final|draft|v\d)\b)[a-z]{2,})"
)
_NUMBERS = expression(
    rf"\breports?\s*{_NO}(\d{{1,2}}(?:{_AND}(?:(?:my|the|also|then)\s+)*(?:reports?\s*)?{_NO}\d{{1,2}})+){_BEHIND}",
    re.IGNORECASE,
)
_APART = expression(
    r"\breport\s*(\d{1,2})\b[^.!?\n]{0,30}?(?:\band\b|&|\+)\s*(?:(?:my|the|also|now)\s+){0,2}report\s*(\d{1,2})\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_NTHS = expression(rf"\b({_NTH}(?:{_AND}{_NTH})+)\s+(?:monthly\s+)?reports?\b", re.IGNORECASE)
_SENT, _PLURAL = r"(?:reports?|updates?|returns?|submissions?)", r"(?:reports|updates|returns|submissions)"
_OF_MONTH = rf"{_MONTH}(?:['’]?s)?(?:\s+\d{{4}})?"
_MONTHS = expression(
    rf"\b({_OF_MONTH}(?:{_AND}(?:(?:my|the)\s+)?{_OF_MONTH})+)\s+(?:monthly\s+)?{_SENT}\b"
    rf"|\b{_SENT}\s+(?:for|of|from)\s+(?:both\s+)?({_MONTH}(?:{_AND}(?:(?:one\s+)?for\s+)?{_MONTH})+)\b"
    rf"|\b({_OF_MONTH}\s+{_SENT}\b[^.!?\n]{{0,20}}?(?:\band\b|&|\+)[^.!?\n]{{0,12}}?\b{_OF_MONTH}\s+(?:one|{_SENT}))\b",
    re.IGNORECASE,
)  # fmt: skip
_MONTHS_ALONE = expression(
    rf"\W*(?:{_SENT} )?(?:for )?({_OF_MONTH}(?:{_AND}{_OF_MONTH})+)(?: {_SENT})?\W*", re.IGNORECASE
)
_BOTH = expression(
    rf"\b(?:both|two|three|2)\s+(?:of\s+)?(?:(?:the|my|our|these)\s+)?(?:\w+\s+){{0,2}}{_PLURAL}\b"
    rf"|\breports\b[^.!?\n]{{0,40}}\bboth\b|\blast month['’]?s\s+and\s+this(?: month['’]?s)?\b"
    rf"|\bthis month['’]?s\s+and\s+last\b",
    re.IGNORECASE,
)
_BOTH_ATTACHED = expression(
    r"\b(?:attached|enclosed|here|these) are both\b(?!\s+\w+\s+\w+\s+and\b)(?!\s+(?:\w+\s+)?and\b)"
    r"|\bboth (?:of them )?(?:are |now )?(?:attached|enclosed)\b|\bfind both\b",
    re.IGNORECASE,
)
_COVERS = expression(
    rf"\b(?:covers?|covering|spans?|spanning|combin\w+|is for|takes in|deals with)\s+(?:both\s+)?"
    rf"(?:the\s+months?\s+of\s+)?"
    rf"({_OF_MONTH}(?:{_AND}(?:(?:my|the|also)\s+)?{_OF_MONTH})+)\b",
    re.IGNORECASE,
)
_COMBINED = expression(
    rf"\b(?:combined|double|two-in-one|merged)\s+(?:\w+\s+)?{_SENT}\b"
    rf"|\b(?:both|two|last two|2) months\b[^.!?\n]{{0,30}}\b(?:in one|together|combined)\b"
    rf"|\b{_SENT}\s+(?:\w+\s+)?(?:covers?|covering|for)\s+(?:the\s+)?(?:last\s+)?"
    r"(?:both|two|2)\s+months\b",
    re.IGNORECASE,
)
_SENDS = expression(
    r"\battach|\benclos|\bhere(?:'s|’s| is| are|with)\b|\bfind\b|\bsend|\bsubmit|\bplease see\b|\bfor you\b|\blate\b"
    r"|\bas promised\b|\bas requested\b",
    re.IGNORECASE,
)
_PAST = expression(
    r"\b(?:feedback|comments?|thanks|thank you|remarks) (?:on|about|for|to)\b|\?|\bwhen\b", re.IGNORECASE
)

FEW = 10  # words that say hardly more than what is sent
LOOKED_AT = 300  # characters of a subject


def numbers_together(mail: Mail, cohort: Cohort) -> list[int]:
    """The reports that a mail says it brings, where it names several together; else none."""
    subject = "" if mail.is_reply else mail.subject[:LOOKED_AT]
    if subject and len(found := named_together(subject, cohort)) > 1 and not _PAST.search(subject):
        return found
    for sentence in _sentences(mail):
        if (
            len(found := named_together(sentence, cohort)) > 1
            and _SENDS.search(sentence)
            and not _PAST.search(sentence)
        ):
            return found
    return []


def months_told(mail: Mail, cohort: Cohort) -> list[int]:
    """The reports of several months that its subject is, or that a few words name without saying that they come:
    “November and December reports, sorry.”; else none."""
    subject = "" if mail.is_reply else mail.subject[:LOOKED_AT]
    alone = _MONTHS_ALONE.fullmatch(subject)
    if alone:
        months = re.findall(_MONTH, alone[1], re.IGNORECASE)
        return list(dict.fromkeys(n for month in months for n in month_numbers(month, cohort)[:1]))
    few = (x for x in (subject, *_sentences(mail)) if len(x.split()) <= FEW and not _PAST.search(x))
    return next((found for x in few if len(found := named_together(x, cohort)) > 1), [])


def says_both(mail: Mail) -> str:
    """“plainly” where it says that it brings two reports without naming them, “weakly” of two things."""
    subject = "" if mail.is_reply else mail.subject[:LOOKED_AT]
    said = [x for x in _sentences(mail) if _SENDS.search(x)]
    if any(_BOTH.search(x) and not _PAST.search(x) for x in (subject, *said)):
        return "plainly"
    return "weakly" if any(_BOTH_ATTACHED.search(x) for x in (subject, *said)) else ""


def numbers_covered(mail: Mail, cohort: Cohort) -> list[int]:
    """The reports of the months that it says the one document is about: “this report covers November and December”."""
    found = [x[1] for x in _COVERS.finditer(" ".join(opening_of(mail).split()))]
    months = [m for x in found for m in re.findall(_MONTH, x, re.IGNORECASE)]
    return list(dict.fromkeys(n for m in months for n in month_numbers(m, cohort)[:1]))


def says_combined(mail: Mail) -> bool:
    """Whether it says that one document is the report for more than one month, without naming them."""
    subject = "" if mail.is_reply else mail.subject[:LOOKED_AT]
    return any(_COMBINED.search(x) for x in (subject, *_sentences(mail)))


def _sentences(mail: Mail) -> list[str]:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", " ".join(opening_of(mail).split()))


def named_together(text: str, cohort: Cohort) -> list[int]:
    """The numbers of the reports that a text names in one breath."""
    found: list[int] = []
    for m in (*_NUMBERS.finditer(text), *_APART.finditer(text)):
        found += [int(x) for x in re.findall(r"\d{1,2}", " ".join(filter(None, m.groups())))]
    for m in _NTHS.finditer(text):
        for x in re.findall(_NTH, m[1], re.IGNORECASE):
            digits = re.match(r"\d+", x)
            found.append(int(digits[0]) if digits else _ORDINALS.index(x.lower()) + 1)
    for m in _MONTHS.finditer(text):
        months = re.findall(_MONTH, " ".join(filter(None, m.groups())), re.IGNORECASE)
        found += [n for month in months for n in month_numbers(month, cohort)[:1]]
    return list(dict.fromkeys(found))
