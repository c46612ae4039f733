"""Whom a mentor's fresh mail is for, or about: who is called, named, written to or has a file named for them.

It answers no letter, so words alone tell. Whoever may be meant beside the one keeps it from being passed on: a question
is the least that an error costs, a word that reaches another practitioner the most.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from qibot.message import Mail
from qibot.model import Case, Enrolment, Role, Status
from qibot.understanding.bearers import MONTHS, ORDINARY, tokens
from qibot.understanding.context import Context
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, also_called

_SILENT = frozenset({
    "dr", "mr", "mrs", "ms", "miss", "prof", "professor", "rev", "van", "von", "de", "of", "the", "mac", "mc",
})  # fmt: skip
_SEVERAL = frozenset({
    "both", "all", "everyone", "everybody", "folks", "ladies", "gents", "guys", "colleagues", "pair", "two",
})  # fmt: skip
_POLITE = frozenset({
    "there", "again", "you", "my", "dear", "good", "morning", "afternoon", "evening", "hi", "hello", "lovely",
})  # fmt: skip
_GREETS = re.compile(
    r"\s*(?:hi|hello|hey|hiya|dear|(?:good )?(?:morning|afternoon|evening))\b[ \t,]*"
    r"((?:[\w'’.-]+ ?(?:and |& )?){1,4})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_NAME = re.compile(r"\s+(?:I|i|you|we|he|she|it|they|the|this|that|be|have|do|not|\d)\b")  # “will you”, “May 3”
_OF_TIME = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|by|since|until|till|early|late|mid|of|from|last|next|this|before|after))\s+$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+$")
_OPENS = re.compile(r"(?:^|[.!?:\n])[\s\"“'‘(]*$")


@dataclass(frozen=True, slots=True)
class Addressed:
    """`about` is the one enrolment that the mail can be about, `called` whether it calls that practitioner by name.
    `others` says that somebody else may be meant as well."""

    about: Case | None
    called: bool
    others: bool


def addressed(mail: Mail, context: Context, readings: dict[str, Meaning]) -> Addressed:
    """Whom the mail is for; `readings` say what it means for each of the mentor's practitioners."""
    active = context.cases(Role.MENTOR)
    everybody = context.cases(Role.MENTOR, tuple(Status))
    called = [c for c in active if c.unit in readings and readings[c.unit].calls_them]
    told = [c for c in everybody if _is_told(mail, c.enrolment)]
    spoken = [c for c in everybody if c in told or _is_spoken_of(mail.own_text[:MOST_CHARACTERS], c.enrolment)]
    named = called if len(called) == 1 else spoken
    about = named[0] if len(named) == 1 else active[0] if not named and len(active) == 1 else None
    reading = readings[about.unit] if about and about.unit in readings else next(iter(readings.values()))
    beside = len(called) > 1 or any(c is not about for c in told) or reading.calls_others
    strange = _greets_another(mail.own_text, about.enrolment if about else None, several=len(active) > 1)
    if about not in active:
        return Addressed(None, False, others=bool(spoken or called) or beside or strange)
    return Addressed(about, about in called, others=beside or strange)


def brings_anothers(mail: Mail, own: Enrolment, others: Collection[Enrolment]) -> bool:
    """Whether a file is named for another practitioner, and not for this one."""
    names = [d.name for d in mail.files]
    return any(_certain(e) & _words_of(n) and not _certain(own) & _words_of(n) for n in names for e in others)


def _is_told(mail: Mail, one: Enrolment) -> bool:
    """Whether the subject, a file's name or the mail's recipients name this practitioner."""
    titles = [f"{t} {' '.join(tokens(t))}" for t in (mail.subject, *(d.name for d in mail.files))]
    if set(one.practitioner.addresses) & set(mail.to):
        return True
    return any(_certain(one) & _words_of(t) or _may_name(t, _possible(one), anywhere=True) for t in titles)


def _is_spoken_of(text: str, one: Enrolment) -> bool:
    return bool(_certain(one) & _words_of(text)) or _may_name(text, _possible(one), anywhere=False)


def _may_name(text: str, words: frozenset[str], *, anywhere: bool) -> bool:
    """Whether names that are everyday words, too (Will, May, Grace), may be somebody's here."""
    plain = _plain(text)
    for word in words:
        for found in re.finditer(rf"\b{re.escape(word)}\b(['’`]s)?", plain, re.IGNORECASE):
            before, behind = plain[: found.start()], plain[found.end() :]
            if found[1] or _TITLE.search(before[-8:]) or _GREETS.fullmatch(plain[: found.end()]):
                return True
            if _NO_NAME.match(behind) or (word in MONTHS and _OF_TIME.search(before[-12:])):
                continue
            if anywhere or (found[0][0].isupper() and not _OPENS.search(before[-12:])):
                return True
    return False


def _greets_another(text: str, one: Enrolment | None, *, several: bool) -> bool:
    """Whether the greeting names somebody else, or more than one."""
    found = _GREETS.match(text)
    if found is None:
        return False
    greeted = [w for w in _WORD.findall(found[1].split("\n")[0]) if w.casefold() not in _POLITE | _SILENT]
    if several and any(w.casefold() in _SEVERAL for w in greeted[:3]):
        return True
    own = _names(one) if one else frozenset()
    return any(w[0].isupper() and not _words_of(w) & own and w.casefold() not in _SEVERAL for w in greeted[:3])


def _certain(one: Enrolment) -> frozenset[str]:
    return _names(one) - ORDINARY


def _possible(one: Enrolment) -> frozenset[str]:
    return _names(one) & ORDINARY


def _names(one: Enrolment) -> frozenset[str]:
    """The words of a practitioner's name, and the short names for the first of them."""
    words = [w for w in _words_of(one.practitioner.name) if len(w) > 1 and w not in _SILENT]
    first = next(iter(tokens(one.practitioner.name)), "")
    return frozenset({*words, *also_called(first)})


def _words_of(text: str) -> frozenset[str]:
    """The words of a text or a file's name in small letters, also as parts of “SamBaird1”."""
    whole = (re.sub(r"['’`]s?$", "", w) for w in _WORD.findall(_plain(text).casefold()))
    return frozenset({*tokens(text), *whole})


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
