"""A person's words as features: short sequences of words in which people, days and numbers are abstracted.

What makes a remark private is seldom a word alone: it is who is spoken *to* and *about*. So names become PRAC, MENT,
MGR and TEAM, and each sentence says whether it speaks to somebody (you) or of somebody (she, PRAC). Source of the idea:
Carvalho and Cohen 2006 (n-grams with persons and times abstracted).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise

from qibot.expression import expression
from qibot.spoken import in_small_letters
from qibot.understanding.meaning.families import classed
from qibot.understanding.meaning.people import ORDINARY, resolved
from qibot.understanding.meaning.trimmings import said_in

MOST_CHARACTERS, MOST_SENTENCES, MOST_WORDS = 12_000, 150, 60
_ENDS = expression(r"\s(?:(?<=[.!?…]\s)\s*|(?<=\n)\n*)")
# A line as mail programs fold it: long, not at a sentence's end, and no list's item below it.
_FOLDED_LINE = expression(r"(?m)^[^\n]{45,}(?<![.!?…:\s])[ ]?\n(?=[^\s\-*•\d>])")
_WORD = expression(r"[A-Za-z]+(?:'[A-Za-z]+)*|\d+|[?!]")
_DAYS = expression(
    r"\b(?=[abd-fijl-otswABD-FIJL-OTSW\d])(?:"  # how one of them begins: most words are looked at no further
    r"(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day)(?i:'?s)?\b|\b(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\b|"
    r"\b(?i:jan(?:uary)?|feb(?:ruary)?|april|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b|\bMar(?:ch)?\b|\b(?:in|of|by|mid|late|early|\d) May\b|\b\d{1,2}(?i:st|nd|rd|th)\b|"
    r"\b(?i:tomorrow|tonight)\b)"
)
# What one of is in whatever names a day; a number does so as well.
DAY_WORDS = (
    "day", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
    "sep", "oct", "nov", "dec", "tomorrow", "tonight",
)  # fmt: skip
_DIGIT = expression(r"\d")
_NUMBERS = expression(r"\b\d[\d.,:/%]*")
_ASKS = frozenset(["i", "you", "we", "he", "she", "they", "it", "the", "this", "that", "be", "not", "your", "my"])
_CONTRACTED = {"ive": "i've", "im": "i'm", "dont": "don't", "didnt": "didn't", "cant": "can't", "wont": "won't",
               "havent": "haven't", "hasnt": "hasn't", "isnt": "isn't", "doesnt": "doesn't", "youre": "you're",
               "youve": "you've", "thats": "that's", "shes": "she's", "hes": "he's", "theyre": "they're",
               "wouldnt": "wouldn't", "couldnt": "couldn't", "cannae": "can't", "dinna": "don't", "didnae": "didn't",
               "wasnae": "wasn't", "isnae": "isn't", "wasnt": "wasn't", "u": "you", "ur": "your", "pls": "please",
               "ye": "you", "yer": "your", "thx": "thanks", "ta": "thanks"}  # fmt: skip
# Cyrillic and Greek letters that look like Latin ones, as people use who want to be misread.
_LOOKALIKES = dict(zip("аеорсухіјѕԁɡһνοαι", "aeopcyxijsdghvoai", strict=True))
# Letters of names that no accent makes: Łukasz is written Lukasz by whoever has no such key.
LETTERS = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "æ": "ae", "Æ": "Ae",
           "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th", "ı": "i"}  # fmt: skip
_PLAIN = _LOOKALIKES | LETTERS
# What an address of the web is made of says nothing of what is meant; that there is one does.
_ADDRESSES = expression(r"<?(?:https?://|www\.)[^\s<>]{1,3000}>?|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/[^\s<>]{1,3000}")
SIGNS = {"mentor": "MENT", "practitioner": "PRAC", "manager": "MGR"}  # who writes in a role, as the names have it
_ME = {"i", "my", "me", "i'm", "i've", "i'll", "i'd", "we", "our", "we're", "we've", "myself", "us", "mine"}
PEOPLE: tuple[str, ...] = ("PRAC", "THEY", "THOSE", "MGR", "OTHER", "SOMEBODY", "TEAM")
_OTHERS = ("PRAC", "OTHER", "MGR")  # of whom a line may speak
TO_THEM = {"you", "your", "you're", "you've", "you'll", "you'd", "yours", "yourself"}


Parted = tuple[list[str], list[str], list[str]]  # a sentence's words, the same as typed, what stands behind each


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the words: who is called what (in small letters), what is answered, whether documents
    come along and what they are called, and the subject of a mail that answers nothing."""

    names: Mapping[str, str] = field(default_factory=dict)  # a word of a name -> PRAC, MENT, MGR, TEAM, OTHER
    answers: str = "report"  # report, reminder, message, fresh …
    documents: bool = False
    files: tuple[str, ...] = ()
    subject: str = ""


def folded(text: str) -> str:
    """The text without accents, invisible characters and letters that only look like others."""
    return text if text.isascii() else _unaccented(text)


@lru_cache(maxsize=32)  # one mail's text is folded by everything that reads it
def _unaccented(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).replace("’", "'").replace("‘", "'")
    other = {c for c in set(plain) if not c.isascii()}
    unseen = {c for c in other if unicodedata.category(c) in ("Cf", "Mn")}
    for c in other:  # few, so that each by itself is faster than all together
        plain = plain.replace(c, "" if c in unseen else _PLAIN.get(c, c))
    return plain


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, the first hundred and fifty."""
    return list(_sentences(text[:MOST_CHARACTERS]))


@lru_cache(maxsize=32)  # looked through for marks and for features, whole and in parts
def _sentences(text: str) -> tuple[str, ...]:
    plain = folded(text)
    if "\n" in plain:
        plain = _FOLDED_LINE.sub(r"\g<0> ", plain).replace("\n ", " ")
    return tuple(one for found in _ENDS.split(plain) if (one := found.strip()))[:MOST_SENTENCES]


def words_in(sentence: str, names: Mapping[str, str]) -> list[str]:
    """The words of a sentence, with people, days and numbers abstracted, and pronouns as they stand."""
    return _parted(sentence, tuple(names.items()))[0]


def parted_in(text: str, names: Mapping[str, str]) -> list[tuple[str, Parted]]:
    """The sentences of a text, each with its words, the same as typed, and what stands behind each."""
    known = tuple(names.items())
    return [(one, _parted(one, known)) for one in sentences(text)]


def bare(text: str, names: Mapping[str, str], signs: str = "") -> str:
    """The text as it is understood: without tags, banners, disclaimers and what stands below a name (trimmings.py).
    `signs` is who writes, as the names have it."""
    own = frozenset(word for word, who in names.items() if who == signs)
    return said_in(text[:MOST_CHARACTERS], frozenset(word for word, who in names.items() if who in _OTHERS) - own, own)


def told_in(text: str, names: Mapping[str, str], role: str) -> list[tuple[str, list[str]]]:
    """The sentences of a text of this role's, each with its words, people resolved from sentence to sentence."""
    signs = SIGNS.get(role, "")
    return resolved_in(parted_in(bare(text, names, signs), names), signs)


def resolved_in(parted: list[tuple[str, Parted]], signs: str) -> list[tuple[str, list[str]]]:
    """The same of sentences that have been parted; `signs` is who writes, as the names have it."""
    kept = [(one, three) for one, three in parted if three[0]]
    return list(zip((one for one, _ in kept), resolved((three for _, three in kept), signs), strict=True))


@lru_cache(maxsize=1024)  # a mail is read whole and in parts, which have their sentences in common
def _parted(sentence: str, known: tuple[tuple[str, str], ...]) -> Parted:
    """A sentence's words, the same as typed, and what stands behind each."""
    names = dict(known)
    plain = _ADDRESSES.sub(" LINK ", sentence) if "/" in sentence or "www." in sentence else sentence
    small, digits = in_small_letters(plain), _DIGIT.search(plain) is not None
    if digits or any(word in small for word in DAY_WORDS):
        plain = _DAYS.sub(" DAY ", plain)
    if digits:
        plain = _NUMBERS.sub(" 0 ", plain)
    found = list(islice(_WORD.finditer(plain), MOST_WORDS))
    typed = [one[0] for one in found]
    after = [plain[one.end() : one.end() + 2].strip() for one in found]
    return [_abstracted(typed, n, names) for n in range(len(typed))], typed, after


def _abstracted(found: list[str], place: int, names: Mapping[str, str]) -> str:
    typed = found[place]
    if typed in ("DAY", "LINK"):
        return typed
    if typed.isdigit():
        return "NUM"
    low = typed.lower()
    bare = low.removesuffix("'s")
    if (token := names.get(bare)) and (bare not in ORDINARY or _is_name(found, place)):
        return token
    return _CONTRACTED.get(low, low)


def _is_name(found: list[str], place: int) -> bool:
    """Whether an ordinary word is a name here: by its capital, and not “Will you …” or “May I …”."""
    following = found[place + 1].lower() if place + 1 < len(found) else ""
    return found[place][0].isupper() and not (place == 0 and following in _ASKS)


@lru_cache(maxsize=192)  # sentences: those of a mail, which is read whole and in parts
def featured(words: tuple[str, ...]) -> frozenset[str]:
    """The features of one sentence."""
    return frozenset(of_sentence(words))


def of_sentence(words: Sequence[str]) -> Iterator[str]:
    """The features of one sentence: sequences of one to three words, the same with families for their words, and who
    speaks to whom about whom."""
    yield from words
    yield from _sequences(words)
    stream, found = classed(words)
    yield from (sequence for sequence in _sequences(stream) if "@" in sequence)
    said = set(words)
    to = bool(said & TO_THEM)
    about = next((who for who in PEOPLE if who in said), "")
    yield f"*{'me ' if said & _ME else ''}{'to you ' if to else ''}{f'about {about}' if about else ''}".rstrip()
    for family in found:
        yield family
        yield f"{family} {'me' if said & _ME else 'not me'}"
        if to:
            yield f"{family} you"
        if about:
            yield f"{family} about {about}"
            if not to:
                yield f"{family} about {about} not you"
        yield from (f"{family} {other}" for other in found if family < other)


def _sequences(words: Sequence[str]) -> Iterator[str]:
    around = ["^", *words, "$"]
    yield from (f"{a} {b}" for a, b in pairwise(around))
    yield from (f"{a} {b} {c}" for a, b, c in zip(around, around[1:], around[2:], strict=False))


def of_message(told: list[list[str]], setting: Setting) -> Iterator[str]:
    """The features of a whole message beside those of its sentences."""
    said = {word for words in told for word in words}
    count = sum(map(len, told))
    size = next(name for most, name in ((4, "4"), (12, "12"), (30, "30"), (80, "80"), (10**9, "more")) if count <= most)
    yield f"*words {size}"
    yield f"*answers {setting.answers}"
    if setting.documents:
        yield "*documents"
        yield f"*documents words {size}"
    named = [word for name in setting.files for word in words_in(name.replace("_", " "), setting.names)]
    yield from (f"file: {word}" for word in (*named, *classed(named)[1]))
    if setting.subject:
        subject = words_in(setting.subject, setting.names)
        yield from (f"subject: {word}" for word in (*subject, *classed(subject)[1]))
    called = [w for words in told for w in words if w.endswith("-V")]
    opening = {w for words in told[:2] for w in words if w.endswith("-V")}
    yield from (f"*greets {w}" for w in opening)
    if not opening:
        yield "*greets nobody"
    yield from (f"*calls {w}" for w in set(called))
    yield from _scene(told, said, set(called))
    if not said & TO_THEM:
        yield "*never you"
    if not said & {"PRAC", "THEY", "THOSE"}:
        yield "*nothing of them"


def _scene(told: list[list[str]], said: set[str], called: set[str]) -> Iterator[str]:
    """Who is spoken to and whom it is about, together: what tells a word *to* somebody from one *about* them."""
    to = "you" if said & TO_THEM else "not you"
    calls = next(
        (f"calls {who[:-2]}" for who in ("PRAC-V", "TEAM-V", "MGR-V", "MENT-V") if who in called), "calls nobody"
    )
    about = [who for who in PEOPLE if who in said]
    yield f"*{calls}, {to}"
    for who in about or ("nobody",):
        yield f"*of {who}"
        yield f"*of {who}, {to}"
        yield f"*of {who}, {calls}"
        yield f"*of {who}, {calls}, {to}"
    own = sum(1 for words in told if {"PRAC", "THEY", "THOSE"} & set(words) and not TO_THEM & set(words))
    yield from (f"*sentences about them {n}" for n in (1, 2, 3) if own >= n)
    yield f"*me, {to}, {calls}" if said & _ME else f"*not me, {to}, {calls}"
