"""Whether what was cut from an answer really is a letter of ours: words may never be lost in passing them on.

Mail programs quote without a mark, and people answer between the lines. So each letter's record keeps a fingerprint of
its words, and a cut is accepted only if every word of the part that was cut stands in the letters of the enrolment. In
any doubt the whole text goes out, which is safe: nothing private ever stood in what can be quoted. An answer made of
nothing but words of the letter can't be told from it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from qibot.mail import Mail
from qibot.model import Case
from qibot.reply import begins_with_heading, is_attribution
from qibot.wording import words

DIGITS, MOST = 6, 3000
_HEADINGS = 14  # lines of a From/Sent block, or of a folded attribution
_ADDRESS = re.compile(r"\S*(?:@|://|mailto:)\S*")
_DAYS = "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = (
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september"
    " october november december"
)
_USUAL = frozenset(
    f"{_DAYS} {_MONTHS} on at am pm wrote via from sent to cc bcc subject date re fwd importance".split()
)


def fingerprint(text: str) -> str:
    """A letter's words as the sorted beginnings of their hashes, joined; bounded."""
    return "".join(sorted({_hash(w) for w in words(text)})[:MOST])


def told_apart(mail: Mail, case: Case) -> tuple[str, str]:
    """The words and the page to pass on: without the quotation where all of it is ours, else all that was written."""
    if mail.new_text == mail.text or _is_ours(mail, case):
        return mail.new_text, mail.new_page
    return mail.text, mail.page


def _is_ours(mail: Mail, case: Case) -> bool:
    if not mail.text.startswith(mail.new_text):
        return False
    known = _known(case)
    names = {w for p in _people(case) for w in words(p)}
    cut = _without_heading(mail.text[len(mail.new_text) :].split("\n"))
    said = words(_ADDRESS.sub(" ", "\n".join(cut)))
    return all(w in _USUAL or w in names or _hash(w) in known for w in said)


def _without_heading(lines: list[str]) -> list[str]:
    """The cut lines without the attribution or the From/Sent block that opens them: these hold words of nobody's."""
    lines = [line.lstrip("> \t") for line in lines]
    while lines and not lines[0].strip("_-* \t"):
        lines = lines[1:]
    if begins_with_heading(lines):
        end = next((n for n, line in enumerate(lines[:_HEADINGS]) if not line.strip()), 0)
        return lines[end:]
    for folded in (1, 2, 3):
        if is_attribution(" ".join(line.strip() for line in lines[:folded])):
            return lines[folded:]
    return lines


def _known(case: Case) -> set[str]:
    prints = (x.wording for x in case.letters.values())
    return {p[i : i + DIGITS] for p in prints for i in range(0, len(p), DIGITS)}


def _people(case: Case) -> Iterable[str]:
    e = case.enrolment
    yield from (p.name for p in (e.practitioner, e.mentor, e.manager) if p)


def _hash(word: str) -> str:
    return hashlib.blake2b(word.encode(), digest_size=DIGITS // 2).hexdigest()
