"""Whose name a file's name bears (“Report 1-SamBaird.docx”, “Baird_Report1.docx”). A pure reading of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.meaning.features import LETTERS

_POSSESSIVE = expression(r"['’`´]s?\b")
_BETWEEN = expression(r"[\W_]+")
_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "prof", "professor", "rev", "sister", "nurse"})
_SAINT = frozenset({"st", "saint"})
PLACES = frozenset({
    "academy", "avenue", "building", "campus", "care", "centre", "clinic", "college", "court", "gardens", "group",
    "hall", "health", "high", "home", "hospital", "hospice", "house", "infirmary", "lodge", "nursery", "park",
    "practice", "primary", "road", "school", "service", "services", "street", "surgery", "team", "trust", "unit",
    "ward",
})  # fmt: skip
MONTHS = frozenset({"april", "may", "june", "august", "jan", "january"})
# First names that are words, too: by themselves they name nobody in a file's name.
ORDINARY = MONTHS | {
    "art", "autumn", "bill", "chase", "christian", "daisy", "dawn", "dean", "drew", "eve", "faith", "frank", "gene",
    "grace", "grant", "guy", "heather", "holly", "hope", "iris", "ivy", "joy", "lily", "mark", "miles", "page", "pat",
    "patience", "pearl", "rich", "rose", "ruby", "see", "sky", "star", "summer", "will",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Borne:
    """What names are in a file's name: the sender's (`mine`), whole names of others, and parts of others' names.
    `besides` are its other words."""

    mine: bool
    whole: tuple[Enrolment, ...]
    part: tuple[Enrolment, ...]
    besides: tuple[str, ...]


def borne(stem: str, own: Enrolment, others: Collection[Enrolment], around: Collection[str]) -> Borne:
    """The names that a file's name bears; `around` are the words of names that say nothing of another practitioner
    where they stand alone, as the mentor's."""
    words = tokens(stem)
    taken: set[int] = set()
    mine = _whole(words, own)
    taken.update(mine)
    spans = {e.unit: found for e in others if (found := _whole(words, e) - taken)}
    whole = tuple(e for e in others if e.unit in spans)
    taken.update(n for found in spans.values() for n in found)
    left = [n for n in range(len(words)) if n not in taken and not _is_place(words, n)]
    own_parts = {x for x in _parts(own) if x not in ORDINARY}
    is_mine = bool(mine) or any(words[n] in own_parts for n in left)
    silent = {*around, *_parts(own), *ORDINARY}
    part = tuple(e for e in others if e not in whole and any(words[n] in _parts(e) - silent for n in left))
    named = {x for e in (own, *part) for x in _parts(e)}
    return Borne(is_mine, whole, part, tuple(words[n] for n in left if words[n] not in named))


def tokens(text: str) -> list[str]:
    """The words of a name or a file's name, plain: without accents, marks and cases, “SamBaird1” taken apart."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        for letter in {c for c in set(plain) if c in LETTERS or unicodedata.combining(c)}:
            plain = plain.replace(letter, LETTERS.get(letter, ""))
    plain = _CAMEL.sub(" ", _POSSESSIVE.sub("", plain))
    return [x.casefold() for x in _BETWEEN.split(plain) if x]


def name_of(one: Enrolment) -> list[str]:
    """The words of a practitioner's name, without a title."""
    return [*words_of_name(one.practitioner.name)]


def first_name(one: Enrolment) -> str:
    """The first name as it is written."""
    words, plain = one.practitioner.name.split(), name_of(one)
    return next((w for w in words if plain and tokens(w)[:1] == plain[:1]), words[0] if words else one.unit)


@lru_cache(maxsize=2048)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of somebody's name, without a title."""
    words = tokens(name)
    return tuple(w for w in words if w not in TITLES) or tuple(words)


def followed_by_place(text: str) -> bool:
    """Whether what stands behind a name makes it a place's (“Grace Hill Primary”)."""
    behind = re.match(r"\s+(?:\w+\s+)?(\w+)", text)
    first = re.match(r"\s+(\w+)", text)
    return any(m is not None and m[1].casefold() in PLACES for m in (first, behind))


def whole_name_in(words: list[str], one: Enrolment) -> bool:
    """Whether words (as `tokens` parts them) hold the practitioner's whole name, in whatever shape."""
    return bool(_whole(words, one))


def _parts(one: Enrolment) -> set[str]:
    words = name_of(one)
    return {w for w in (words[0], words[-1]) if len(w) > 1} if words else set()


def _whole(words: list[str], one: Enrolment) -> set[int]:
    return places_of(words, name_of(one))


def places_of(words: list[str], name: Sequence[str]) -> set[int]:
    """The places of the words that are a whole name, in whatever order or with the initial alone."""
    name = list(name)
    if len(name) < 2:
        return set()
    first, last = name[0], name[-1]
    if not any(last in w for w in words):  # each shape has the surname
        return set()
    found: set[int] = set()
    for shape in (name, [last, *name[:-1]], [first, last], [last, first], [first[0], last], [last, first[0]]):
        found.update(_runs(words, shape))
    glued = {"".join(name), first + last, last + first, first[0] + last}
    found.update(n for n, w in enumerate(words) if w in glued)
    return found


def _runs(words: list[str], shape: list[str]) -> Iterable[int]:
    size = len(shape)
    for at in range(len(words) - size + 1):
        if words[at : at + size] == shape and not _is_place(words, at + size - 1) and words[at - 1 : at] != ["st"]:
            yield from range(at, at + size)


def _is_place(words: list[str], n: int) -> bool:
    """Whether the word there is a place's name: “Grace ward”, “St Grace”."""
    behind = words[n + 1 : n + 2]
    return bool(_SAINT.intersection(words[max(0, n - 1) : n])) or bool(PLACES.intersection(behind))


def as_spoken(name: str) -> str:
    """The pattern of a first name in plain words: one that is a word, too, has its capital within a sentence (“I will
    add it later” is not of Will), or something is said of him at its beginning: “Will's slow”."""
    if name.casefold() not in ORDINARY:
        return re.escape(name)
    capital = f"(?-i:{re.escape(name.capitalize())})"
    return rf"(?:(?<=\w ){capital}|(?<=, ){capital}|{capital}(?=['’]s\b| (?:has|is|was|never|always|says|said)\b))"
