"""How words name a practitioner: whole, by a part of the name or a short one, glued in a file's name, or by a name that
is an everyday word, too (Will, May, Grace)."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import lru_cache

from qibot.expression import expression
from qibot.model import Enrolment, Person
from qibot.spoken import in_small_letters
from qibot.understanding.meaning import also_called, folded, is_told_of
from qibot.understanding.names.bearers import MONTHS, ORDINARY, tokens, whole_name_in

_SILENT = frozenset({
    "dr", "mr", "mrs", "ms", "miss", "prof", "professor", "rev", "van", "von", "de", "of", "the", "mac", "mc",
})  # fmt: skip
_SEVERAL = frozenset({
    "both", "all", "everyone", "everybody", "folks", "ladies", "gents", "guys", "colleagues", "pair", "two",
})  # fmt: skip
_POLITE = frozenset({
    "there", "again", "you", "my", "dear", "good", "morning", "afternoon", "evening", "day", "hi", "hello", "lovely",
    "and", "to", "of", "for", "so", "very", "much", "greetings", "thanks", "thank", "practitioner", "friend", "mentee",
    "mentor", "colleague", "sir", "madam", "ma'am", "ma’am", "maam", "it's", "it’s",
    "the", "team", "pal", "hen", "folk", "just", "here", "yes", "no", "ok", "okay", "sorry",
})  # fmt: skip
# What stands before a name alone: “Dear Sister Ann”, and “Dear Sister,” greets somebody else.
_RANKS = frozenset({"sister", "nurse", "matron", "cllr", "councillor", "inspector", "sergeant", "constable", "father"})
_GREETS = expression(
    r"(?:hi|hello|hey|hiya|dear|greetings|thanks|thank you|to|(?:good )?(?:morning|afternoon|evening|day))\b",
    re.IGNORECASE,
)
_HELLO = expression(r"(?:hi|hello|hey|hiya|dear|(?:good )?(?:morning|afternoon|evening))\b(?!\s*,)", re.IGNORECASE)
_STOPS = expression(r"[,.:;!?–—]| - |\n")
_TITLED = expression(r"\b(Dr|Mr|Mrs|Ms|Prof|Rev)\.", re.IGNORECASE)
_WORD = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDING = expression(r"['’`]s?$")
_NO_NAME = expression(r"\s+(?:I|i|you|we|he|she|it|they|the|this|that|be|have|do|not|\d)\b")  # “will you”, “May 3”
_OF_TIME = expression(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|by|since|until|till|early|late|mid|of|from|last|next|this|before|after))\s+$",
    re.IGNORECASE,
)
_TITLE = expression(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+$")
_OPENS = expression(r"(?:^|[.!?:\n])[\s\"“'‘(]*$")
_INITIALS = expression(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")
_FIRST_LINE = 120  # characters in which one greets
_RUN_ON = 2  # words behind “hi” that may be a name where no comma says where it ends
_LIKE = 0.75  # from which a word is a misspelt name
_MYSELF = expression(r"I(?:['’]\w+)?$")
_PART = (
    r"(?:^|[.!?;][ \t]+)[ \t>*•-]*(?:for )?(?:{who})\b[ \t]*[:–-]|\b(?:for|to) (?:{who})\b[ \t]*[:–]"
    r"|\b(?:this|that|these|it|rest|bit|part|one|feedback|comments|note) (?:is |are |was )?for (?:{who})\b"
    r"|\b(?:{who})['’]s (?:own |first |second |third |last )?"
    r"(?:reports?|aims?|data|charts?|project|feedback|work|draft|measures?|pdsas?|piece|write-up)\b"
)
_CALLED = (  # “Sam, your chart …”, “Thanks, Sam.”; a name that is a word, too, has its capital
    r"(?:^|[.!?:;–—]|\b(?:and|but|also|hi|hello|hey|dear|thanks|thank you|well done|sorry|now),?)[ \t>*•-]*"
    r"(?:{who})[ \t]*(?:[,:;!?–—]|-[ \t])|,[ \t]*(?:{who})[ \t]*(?:[.!?]|$)"
)
_HAILS = expression(  # “Bob, have you …”, “Hi Bob - …”; no “Karen, our nurse, …”, no “Karen, Bob and I …”
    r"(?:^|[.!?;]\s)[ \t>*•-]*(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Tt]hanks|[Aa]nd|[Oo][Kk]|[Ss]o|PS)\b[,.:]?[ \t]+)?"
    r"(?P<who>[A-Z][a-z'’]*[a-z](?:-[A-Z][a-z]+)?)[ \t]*(?:[,:!–—]|-[ \t])"
    r"(?!\s*(?:(?:our|my|the|a|an|who|one|which|whose|and|as|from|is|was|has|\d)\b|[A-Z][a-z]+(?:,| and\b)))",
    re.MULTILINE,
)


def names_of(one: Enrolment) -> frozenset[str]:
    """The words of a practitioner's name, and the short names for the first of them, in small letters."""
    return names_of_person(one.practitioner)


def names_of_person(one: Person) -> frozenset[str]:
    """The same of anybody."""
    return _names_in(one.name)


@lru_cache(maxsize=2048)  # each mail is asked of everybody
def _names_in(name: str) -> frozenset[str]:
    words = [w for w in words_of(name) if len(w) > 1 and w not in _SILENT]
    first = next(iter(tokens(name)), "")
    return frozenset({*words, *also_called(first)})


@lru_cache(maxsize=4)  # one mail is looked through for many people
def words_of(text: str) -> frozenset[str]:
    """The words of a text or a file's name in small letters, also as parts of “SamBaird1”."""
    plain = folded(text)
    whole = (_ENDING.sub("", w) for w in set(_WORD.findall(plain.casefold())))
    return frozenset({*tokens(plain), *whole})


def is_named(one: Enrolment, text: str) -> bool:
    """Whether a text speaks of this practitioner."""
    names = names_of(one)
    return bool((names - ORDINARY) & words_of(text)) or _may_be(text, names & ORDINARY, anywhere=False)


def may_name(one: Enrolment, text: str) -> bool:
    """Whether a text may speak of this practitioner: also by a name that is a word, too, where a sentence opens."""
    if is_named(one, text):
        return True
    shown = "|".join(re.escape(name.capitalize()) for name in names_of(one) & ORDINARY)
    found = re.finditer(rf"\b(?:{shown})\b", folded(text)) if shown else ()
    return any(not _NO_NAME.match(folded(text)[m.end() : m.end() + 8]) for m in found)


def is_in_title(one: Enrolment, title: str) -> bool:
    """Whether a subject or a file's name names this practitioner."""
    names, words = names_of(one), tokens(folded(title))
    if (names - ORDINARY) & words_of(title) or whole_name_in(words, one):
        return True
    initials = "".join(w[0] for w in tokens(one.practitioner.name))
    if any(found.casefold() in (initials, initials[:1] + initials[-1:]) for found in _INITIALS.findall(title)):
        return True
    return _may_be(f"{title} {' '.join(words)}", names & ORDINARY, anywhere=True)


def has_part(one: Enrolment, text: str) -> bool:
    """Whether a part of a text is for this practitioner, or about what is theirs: “For Sam: …”, “Sam's report”."""
    names, said = names_of(one), folded(text)
    if not _may_have(names, said):
        return False
    who = "|".join(re.escape(name) for name in names)
    return re.search(_PART.replace("{who}", who), said, re.IGNORECASE | re.MULTILINE) is not None


def is_called(names: Collection[str], text: str) -> bool:
    """Whether a sentence anywhere in a text calls somebody by one of these names."""
    said = folded(text)
    if not _may_have(names, said):
        return False
    shown = [re.escape(n) if n not in ORDINARY else f"(?-i:{re.escape(n.capitalize())})" for n in names]
    return re.search(_CALLED.replace("{who}", "|".join(shown)), said, re.IGNORECASE | re.MULTILINE) is not None


def _may_have(names: Collection[str], said: str) -> bool:
    small = in_small_letters(said)
    return any(in_small_letters(name) in small for name in names)


def hailed_in(text: str) -> list[str]:
    """The names by which sentences call somebody where they open, in small letters: “Bob, have you …”. What goes on
    about somebody (“Karen, our nurse, …”) or lists several calls nobody."""
    return [m["who"].casefold() for m in _HAILS.finditer(folded(text))]


def greeted(text: str) -> tuple[str, ...]:
    """The words by which a mail greets, without what is merely polite: “Dear Dr. Patel,” greets a Patel."""
    return _greeting(text)[0]


def greets(one: Person, text: str) -> bool:
    """Whether it greets or calls this person."""
    words = {w for w in words_of(one.name) if len(w) > 1 and w not in _SILENT}
    return bool({x for w in greeted(text) for x in words_of(w)} & words) or is_called(words, text)


def names_person(one: Person, text: str, but: Person) -> bool:
    """Whether a text greets this person, or holds their first name where `but`, who may have signed it, has another."""
    first = next(iter(tokens(one.name)), "")
    names = {first, *also_called(first)} - ORDINARY - words_of(but.name) - _SILENT - {""}
    return greets(one, text) or bool(names & words_of(text))


def are_namesakes(one: Person, other: Person) -> bool:
    """Whether one first name, or a short one for it, may call either."""
    return bool(_firsts(one) & _firsts(other))


def _firsts(one: Person) -> frozenset[str]:
    first = next(iter(tokens(one.name)), "")
    return frozenset({first, *also_called(first)} - {""})


def is_meant_by_initial(other: Person, one: Person, text: str) -> bool:
    """Whether an initial behind the first name that both bear says that it is the other: “Jo B” beside a Jo Smith."""
    last, own = ((tokens(p.name) or [""])[-1][:1] for p in (other, one))
    who = "|".join(re.escape(name) for name in sorted(_firsts(other) & _firsts(one)))
    if not who or not last or last == own:
        return False
    small = "" if last in "ai" else last  # “jo a great report” names nobody
    initial = rf"[ \t]+[{last.upper()}{small}](?![\w&/+-])|{last.upper()}\b"
    return re.search(rf"\b(?i:{who})(?:{initial})", folded(text)) is not None


def speaks_of(one: Person, text: str) -> bool:
    """Whether this person's first name, a short one for it, or the whole name stands in the text; a first name that is
    an everyday word, too, counts beside the rest of the name alone."""
    words = words_of(text)
    return bool((_firsts(one) - ORDINARY) & words) or {*tokens(one.name)} <= words


def names_reader(one: Person, text: str, writer: Person) -> bool:
    """Whether a text may speak of this person, who is to read it: by any of their names, a short one, too. A last name
    counts with its capital alone (a ray of light), and a first name that is a word (Will) as its sentence shows."""
    first, theirs = next(iter(tokens(one.name)), ""), words_of(writer.name)
    called = {first, *also_called(first)} - theirs - {""}
    if (called - ORDINARY) & words_of(text):
        return True
    last = {w for w in tokens(one.name) if len(w) > 1 and w not in _SILENT} - called - theirs
    shown = "|".join(re.escape(name) for name in sorted(last - ORDINARY))
    if shown and re.search(rf"\b(?:{shown.title()}|{shown.upper()})\b(?! (?:of|for)\b)", folded(text)):
        return True
    return _may_be(text, frozenset((called | last) & ORDINARY), anywhere=False)


def greets_several(text: str) -> bool:
    """Whether it greets more than one."""
    return any(w.casefold() in _SEVERAL for w in greeted(text))


def greets_stranger(text: str, own: Collection[str], *, plainly: bool = False) -> bool:
    """Whether it greets somebody by a name that isn't among these, nor one of them misspelt; `plainly` with the word
    for it: “Apologies,” and “Question:” greet nobody, and “Thanks for Report 1” thanks."""
    if plainly and not _HELLO.match(text.lstrip()):
        return False
    words, alone = _greeting(text)
    return any(
        (alone or w[0].isupper())
        and w.casefold() not in _SEVERAL
        and not any(is_like(x, name) for x in words_of(w) for name in own)
        for w in words
    )


def _greeting(text: str) -> tuple[tuple[str, ...], bool]:
    """The words of the greeting, and whether nothing else stands in its line."""
    line = next((x.strip() for x in text[: 4 * _FIRST_LINE].splitlines() if x.strip()), "")[:_FIRST_LINE]
    line = _TITLED.sub(r"\1", line)
    found = _GREETS.match(line)
    said = line[found.end() :].lstrip(" ,") if found else line
    name, rest = (*_STOPS.split(said, maxsplit=1), "")[:2]
    words = _WORD.findall(name)
    if found and _is_told_of(words, parted=line[found.end() :].lstrip().startswith(","), asks=line.endswith("?")):
        return (), False
    alone = not rest.strip() and 0 < len(words) <= 2 * _RUN_ON
    if not found and not (alone and len(words) <= _RUN_ON and line[-1:] in (",", ":", "!")):
        return (), alone
    known = [w for w in words if w.casefold() not in _POLITE | _SILENT and not _MYSELF.match(w)]
    known = [w for w in known if w.casefold() not in _RANKS] or known
    return tuple(known if alone else known[:_RUN_ON]), alone


def _is_told_of(words: list[str], *, parted: bool, asks: bool) -> bool:
    """Whether what follows a greeting says something of somebody: “Hi, Jo's report is late”, “Hi, Jo Reid is lost”."""
    low = [w.casefold().replace("’", "'") for w in words]
    if not low or low[0] in _POLITE:
        return False
    owns = len(low) > 1 and low[0].endswith("'s")
    return owns or any(is_told_of(low[n:], parted=parted, asks=asks) for n in (1, _RUN_ON))


def is_like(word: str, name: str) -> bool:
    """Whether a word is this name, or it misspelt."""
    return word == name or (len(word) > 2 and SequenceMatcher(None, word, name).ratio() >= _LIKE)


def _may_be(text: str, words: frozenset[str], *, anywhere: bool) -> bool:
    """Whether names that are everyday words may be somebody's here: greeted, with a title, “Will's”, or with a capital
    within a sentence; `anywhere`, as in a title, also with a small letter or where a sentence opens."""
    plain = folded(text)
    hailed = {w.casefold() for w in greeted(text)} if words else set()
    for word in words:
        if word in hailed:
            return True
        for found in re.finditer(rf"\b{re.escape(word)}\b(['’`]s)?", plain, re.IGNORECASE):
            before, behind = plain[max(0, found.start() - 12) : found.start()], plain[found.end() : found.end() + 8]
            if found[1] or _TITLE.search(before):
                return True
            if _NO_NAME.match(behind) or (word in MONTHS and _OF_TIME.search(before)):
                continue
            if anywhere or (found[0][0].isupper() and not _OPENS.search(before)):
                return True
    return False
