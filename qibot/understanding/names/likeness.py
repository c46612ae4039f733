"""How surely words point to somebody by name, in whatever shape people and programs write it. A pure reading of names.

| words | point to Fiona MacLeod |
|---|---|
| “Fiona McLeod”, “MACLEOD Fiona”, “Fi MacLeod” (a short name), “Ms Fiona J MacLeod”, “FionaMacLeod_report1” | wholly |
| “F MacLeod”, “FMacLeod”, “Fiona M.” | by an initial |
| “Mrs MacLeod’s report”, “MacLeod - Report 1” | by the surname |
| “Report from Fiona” | by the first name |
| “Fiona Grant”, “Ian MacLeod”, “Fiona MacLeod-Grant” | not at all: they are called otherwise |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from qibot.expression import expression
from qibot.understanding.meaning import also_called, folded
from qibot.understanding.meaning.people import ORDINARY as WORDS
from qibot.understanding.names.bearers import MONTHS, ORDINARY, PLACES, TITLES

_PIECE = expression(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_OWN = expression(r"(?<=[A-Za-z])['`´]s\b|(?<=s)['`´](?=\s)")
_UMLAUT = expression(r"(?<=[aou])e(?=[b-df-hj-np-tv-z])")
_BRINGS = expression(
    r"\b(?:for|from|by|of|on behalf of|behalf of|colleague|called|mrs?|ms|miss|dr)\.? $", re.IGNORECASE
)
_DOES = expression(r" (?:has|had|is|was|asked|wrote|sent|can['’]?t|couldn['’]?t)\b")
# What may stand beside a name with a capital, and is none.
_WORDS_BESIDE = """
    report reports qi update charter return submission write write-up up progress monthly month project practitioner
    programme first second third final draft revised new latest attached january february march april may june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday
    wednesday thursday friday saturday sunday re fw fwd hi hello dear name from for by of the and version copy scan
    doc document has is my her his their this that here please see find sent sending attached enclosed on behalf as
    at in to with improvement quality nhs cohort via i it its
"""
_BESIDE = frozenset(_WORDS_BESIDE.split())


class Sure(IntEnum):
    """How surely a name is meant; nothing points to nobody."""

    NOT = 0
    FIRST = 1
    SURNAME = 2
    INITIAL = 3
    WHOLE = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A text in pieces: each as typed, plain, and with what stands before it; and behind the last."""

    pieces: tuple[str, ...]
    plain: tuple[str, ...]
    before: tuple[str, ...]
    owned: frozenset[int]
    text: str
    places: tuple[int, ...]


@lru_cache(maxsize=64)
def said_of(text: str, *, file: bool = False) -> Said:
    """The pieces of a text; of a file's name a dash parts words, elsewhere it makes a double name."""
    text = folded(text).replace("’", "'").replace("‘", "'").replace("_", " ")
    joined = r"-" if file else r"\S+-\S+-\S+"  # “Report-1-Fiona-MacLeod”
    text = re.sub(joined, lambda m: m[0].replace("-", " "), text)
    own = {m.start() for m in _OWN.finditer(text)}
    text = _OWN.sub(lambda m: " " * len(m[0]), text)
    found = list(_PIECE.finditer(text))
    ends = [0, *(m.end() for m in found)]
    gaps = tuple(text[end : m.start()] for end, m in zip(ends, found, strict=False))
    owned = frozenset(n for n, m in enumerate(found) if m.end() in own)
    pieces = tuple(m[0] for m in found)
    return Said(pieces, tuple(map(plain, pieces)), gaps, owned, text, tuple(m.start() for m in found))


def plain(word: str) -> str:
    """A word's letters without accents, apostrophes, an umlaut's e and the two spellings of Mac."""
    letters = _UMLAUT.sub("", re.sub(r"[\W\d_]+", "", folded(word)).casefold())
    return f"mac{letters[2:]}" if letters.startswith("mc") and len(letters) > 3 else letters


@dataclass(frozen=True, slots=True)
class Key:
    """First name and surname, plain, and what else somebody with that first name may be called."""

    first: str
    last: str
    kin: frozenset[str]


@lru_cache(maxsize=2048)
def key_of(name: str) -> Key | None:
    """What a person is known by; None where the name is one word."""
    words = [w for w in re.split(r"[\s,]+", name) if plain(w) and plain(w) not in TITLES]
    if len(words) < 2:
        return None
    first = plain(words[0])
    kin = also_called(folded(words[0]).casefold()) | also_called(first)
    return Key(first, plain(words[-1]), frozenset(plain(x) for x in kin) | {first})


def likeness(name: str, text: str, *, file: bool = False, opens: bool = False) -> Sure:
    """How surely a text points to somebody by this name; where it is to open with it (`opens`), if it does."""
    key, said = key_of(name), said_of(text, file=file)
    if key is None:
        return Sure.NOT
    best, size = Sure.NOT, len(said.pieces)
    start = next((n for n in range(size) if said.plain[n] not in TITLES), 0)
    begun = {_is_first(said, start, key) or (start + 1 if said.plain[start] == key.first[:1] else -1)} if size else {-1}
    for at in range(size):
        if opens and at > start and at not in begun and at - 1 not in begun:
            break
        if (end := _spans(said, at, key.last)) and not _is_double(said, at, end):
            best = max(best, _by_surname(said, at, end, key))
        if end := _is_first(said, at, key):
            best = max(best, _by_first(said, at, end, key))
    return best


def holds(name: str, text: str) -> bool:
    """Whether first name and surname stand in it, wherever: “Sam & Kate Baird”, “Fiona Grant (née MacLeod)”."""
    key, said = key_of(name), said_of(text)
    if key is None:
        return False
    places = range(len(said.pieces))
    surnamed = any((end := _spans(said, n, key.last)) and not _is_double(said, n, end) for n in places)
    return surnamed and any(_is_first(said, n, key) for n in places)


def is_renamed(name: str, text: str) -> bool:
    """Whether who is called so in From may bear another surname now: “Brown, Jo”, “Mrs Jo Brown”, “P Sharma-Nair”."""
    key, said = key_of(name), said_of(text)
    found = [n for n in range(len(said.pieces)) if said.plain[n] not in TITLES]
    if key is None or not found:
        return False
    given = {found[0], next((n for n in found if n and "," in said.before[n]), found[0])}
    if any(_spans(said, n, key.first) for n in given):
        return True
    if len(found) == 1:
        return _is_first(said, found[0], key) > 0
    double = any((end := _spans(said, n, key.last)) and _is_double(said, n, end) for n in found)
    return double and any(said.plain[n] == key.first[:1] or _is_first(said, n, key) for n in given)


def _spans(said: Said, at: int, wanted: str) -> int:
    """Where a word ends that is this name, be it in several pieces (“Mac Leod”, “O'Neill”); 0 where it isn't."""
    for end in range(at + 1, min(at + 4, len(said.pieces) + 1)):
        if end - at > 1 and said.before[end - 1] not in ("", "'", "-", " "):
            return 0
        if plain("".join(said.pieces[at:end])) == wanted:
            return end
    return 0


def _is_first(said: Said, at: int, key: Key) -> int:
    """Where a first name ends that is theirs, or a short one for it; 0 where it isn't."""
    return _spans(said, at, key.first) or (at + 1 if said.plain[at] in key.kin else 0)


def _is_double(said: Said, at: int, end: int) -> bool:
    """Whether it is half of a double name."""
    behind = said.before[end] if end < len(said.pieces) else ""
    return (at > 0 and said.before[at] == "-") or behind == "-"


def _by_surname(said: Said, at: int, end: int, key: Key) -> Sure:
    lead = at - 1 if at > 1 and len(said.pieces[at - 1]) == 1 else at  # “Fiona J MacLeod”
    follows = end < len(said.pieces)
    if any(_is_first(said, n, key) in (at, lead) for n in range(max(0, lead - 3), at)) or (
        follows and _is_first(said, end, key)
    ):
        return Sure.WHOLE
    beside = [(n, gap) for n, gap in ((at - 1, at), (end, end)) if 0 <= n < len(said.pieces)]
    for n, _ in beside:
        typed, bare = said.pieces[n], said.plain[n]
        if key.first.startswith(bare) and (len(bare) > 1 or typed.isupper()) and bare not in _BESIDE - {"a", "i"}:
            return Sure.INITIAL
    otherwise = any(_is_name(said, n, gap) for n, gap in beside) or any(_is_initial(said, n) for n, _ in beside)
    return Sure.NOT if otherwise or not _is_meant(said, at, end, key.last, surname=True) else Sure.SURNAME


def _by_first(said: Said, at: int, end: int, key: Key) -> Sure:
    follows = end < len(said.pieces)
    if follows and said.before[end] in (" ", "") and said.plain[end] == key.last[:1] and said.pieces[end].isupper():
        return Sure.INITIAL
    otherwise = (follows and _is_name(said, end, end)) or (at > 0 and _is_name(said, at - 1, at))
    if otherwise or _is_double(said, at, end) or not _is_meant(said, at, end, said.plain[at]):
        return Sure.NOT
    return Sure.FIRST


def _is_initial(said: Said, n: int) -> bool:
    """Whether it is somebody's initial: “K Kerr”."""
    return len(said.pieces[n]) == 1 and said.pieces[n].isupper() and said.plain[n] not in ("i",)


def _is_name(said: Said, n: int, gap: int) -> bool:
    """Whether the piece there may be a part of somebody's name; `gap` is the piece before which the space stands."""
    typed, bare = said.pieces[n], said.plain[n]
    if said.before[gap] not in (" ", "-", "") or bare in _BESIDE or bare in TITLES or len(bare) < 2:
        return False
    if gap - 1 in said.owned:  # “Anna's Jo”
        return False
    return typed[:1].isupper() and not (typed.isupper() and said.text == said.text.upper())


def _is_meant(said: Said, at: int, end: int, bare: str, *, surname: bool = False) -> bool:
    """Whether a name that is a word, too, is meant as one: “Jack's report”, “from Grace”."""
    if bare in MONTHS or len(bare) < 2:
        return False
    if not (bare in ORDINARY or bare in PLACES or bare in WORDS):
        return True
    if surname and bare not in ORDINARY and bare not in PLACES:
        return said.pieces[at][:1].isupper()
    start, stop = said.places[at], said.places[end - 1] + len(said.pieces[end - 1])
    capital = said.pieces[at][:1].isupper()
    led = _BRINGS.search(said.text[:start]) or _DOES.match(said.text[stop:])
    return capital and ((end - 1) in said.owned or led is not None)
