"""The fingerprints of a letter's words and of their order, and whose words a sender may quote: our records keep no more
of a letter."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain, pairwise

from qibot.expression import expression
from qibot.message.mail import Mail
from qibot.model import Case, Letter
from qibot.quoting import each_word, every_word, plain_lines, words

DIGITS, MOST = 6, 3000
OF_TWO = 3  # digits of two words in succession: by so few their order is told, and can't be read off the record
ANSWER, ANSWER_WORD = 12, 3  # characters of a line that may be an answer, and of each of its words
FOLDED = (56, 80)  # characters of a line behind which the next may be its rest
_BRACKETED = expression(r"<[^<>\s]{1,2000}>")  # where a link leads, as mail programs write it behind the link's words
_TO_TEAM = ("report_", "ask_exceptional", "ask_escalation", "ask_decision")


def fingerprint(text: str) -> str:
    """A letter's words as the sorted beginnings of their hashes, joined; bounded."""
    lines = text.split("\n")
    answers = chain.from_iterable(map(_answer, lines, ["", *lines]))
    return "".join(sorted({hashed(said) for said in (*words(text), *_signs(text), *answers)})[:MOST])


def in_order(text: str) -> str:
    """Which words of a letter follow which, as the sorted beginnings of the hashes of each two, joined; bounded."""
    return "".join(sorted(pairs_of(words(text))))


def pairs_of(said: list[str]) -> set[str]:
    """The same of these words."""
    return {hashed(f"{one} {next_one}")[:OF_TWO] for one, next_one in pairwise(said)}


def prints(wording: str, digits: int = DIGITS) -> frozenset[str]:
    """The hashes of which a fingerprint is made."""
    return frozenset(re.findall(rf"(?s).{{1,{digits}}}", wording))


def is_to_team(letter: Letter) -> bool:
    """Whether a letter is the team's alone to read: others may have written its words, and can't quote it."""
    return letter.name.startswith(_TO_TEAM)


def known_to(mail: Mail, case: Case) -> frozenset[str]:
    """The words of the letters that its sender may quote."""
    return known_in(case, mail.sender or "")


def known_in(case: Case, sender: str = "") -> frozenset[str]:
    """The words of the letters that anybody of the enrolment may quote, and this sender."""
    return _all_of(tuple(x.wording for x in case.letters.values() if not is_to_team(x) or sender in x.recipients))


@lru_cache(maxsize=4)  # asked for by everything that looks at one mail
def _all_of(wordings: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(prints, wordings))


def had_by(mail: Mail, case: Case) -> list[Letter]:
    """The letters that its sender has had. Where it isn't known whose address it is, those that anybody has."""
    sender, e = mail.sender or "", case.enrolment
    people = (e.practitioner, e.mentor, *([e.manager] if e.manager else []))
    own = {sender}.union(*(p.addresses for p in people if sender in p.addresses))
    letters = list(case.letters.values())
    return [x for x in letters if own & set(x.recipients)] or [x for x in letters if not is_to_team(x)]


def is_foreign(line: str, known: Collection[str], above: str = "") -> bool:
    """Whether a line holds a word, or is an answer, that isn't our letters'."""
    bare = _BRACKETED.sub(_without_address, line)
    return not all(hashed(said) in known for said in (*words(bare), *_signs(bare), *_answer(bare, above)))


def _answer(line: str, above: str) -> tuple[str, ...]:
    """A line that may be somebody's whole answer (“No.”, “12”, “b)”), though its words stand in any letter. One that
    stands below a line as long as programs fold at may be the rest of that."""
    short = len(line) <= ANSWER and not FOLDED[0] <= len(above) <= FOLDED[1]
    said = every_word(line) if short else []  # a number alone is a word here, and no mark of a list
    return ("\n" + " ".join(said),) if said and max(map(len, said)) <= ANSWER_WORD else ()


def _signs(text: str) -> set[str]:
    """The signs that say as much as a word: a tick, a thumb."""
    return {sign for sign in set(text) if unicodedata.category(sign) == "So"}


def _without_address(found: re.Match[str]) -> str:
    return " " if "@" in found[0] or ":" in found[0] else found[0]


def each_of(line: str) -> Iterator[str]:
    """The hashes of a line's words."""
    return (hashed(word) for plain in plain_lines(line) for word in each_word(plain))


@lru_cache(maxsize=20_000)
def hashed(word: str) -> str:
    """A word's hash."""
    return hashlib.blake2b(word.encode(), digest_size=DIGITS // 2).hexdigest()
