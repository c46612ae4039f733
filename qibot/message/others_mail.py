"""What a third person has written, quoted below an answer: it goes to those alone who wrote it, or had it.

People answer whatever lies before them: a mentor puts feedback above a manager's mail about the practitioner, and
changes the address. What shows whose words stand below is what the mail program writes over them; where it names none
of the readers, nor the writer of the answer, that stretch is left out, up to the next heading. Letters of ours are told
by their words (readers_part.py). Who passes a mail on means its words to be read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from qibot.expression import expression
from qibot.message.fingerprint import is_foreign, known_to
from qibot.message.lines import TELLING, is_marked
from qibot.message.mail import Mail
from qibot.message.plaintext import plain_text
from qibot.model import Case, Person
from qibot.quoting import (
    FOLDS,
    LONGEST_HEADING,
    attribution_length,
    forward_mark,
    heading_length,
    is_divider,
    is_forward,
    words,
)

MOST, LOOKED_AT = 100, 4000  # headings, and lines in which they are looked for: what is hidden there stays so below
_MARKS = "> \t|"
_RULE = expression(r"[\s>]*[_=-]{5,}\s*")
_TO = expression(r"(?:to|cc|an|à|a|para|aan|till|til|do|at|kopie|copie|copia)\s?:", re.IGNORECASE)
_FROM = expression(r"(?:from|von|de|da|van|från|fra|od|lähettäjä|oddi wrth)\s?:", re.IGNORECASE)
_SUBJECT = expression(
    r"(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|pwnc)\s?:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """What stands over a quoted mail: who wrote it, to whom as far as it says so, and how many lines it takes; and
    whether a mail program wrote that for sure, since it has fields or an address."""

    writer: str
    readers: str
    length: int
    program: bool


def without_others(mail: Mail, case: Case, readers: Collection[Person]) -> Mail:
    """The mail without what others have written and not all of these readers have had; as it is where it quotes no
    such thing."""
    lines = mail.text.split("\n")
    if is_forward(mail.subject) or _passes_on(lines):
        return mail
    kept = _kept(lines, mail, case, readers)
    if len(kept) != len(lines):
        return replace(mail, text="\n".join(kept).rstrip("\n") + "\n", html="")
    page = plain_text(mail.html).split("\n") if mail.html else []  # which may quote what the text leaves out
    return mail if len(_kept(page, mail, case, readers)) == len(page) else replace(mail, html="")


def _passes_on(lines: list[str]) -> bool:
    """Whether the first mail below the answer is passed on: a mark within another's quotation is that one's."""
    begins = next(_headings([line.lstrip(_MARKS) for line in lines]), (len(lines), None))[0]
    return any(map(forward_mark, lines[: min(begins, LOOKED_AT)]))


def _kept(lines: list[str], mail: Mail, case: Case, readers: Collection[Person]) -> list[str]:
    known, writer = known_to(mail, case), _writer(mail, case)
    bare = [line.lstrip(_MARKS) for line in lines]
    headings = dict(islice(_headings(bare), MOST))
    kept: list[str] = []
    hidden = marked = False
    n = 0
    while n < len(lines):
        if (heading := headings.get(n)) is not None:
            ends = n + heading.length
            following = next((x for x in range(ends, len(lines)) if x in headings), len(lines))
            ours = _is_ours(bare[ends:following], known)
            if not ours and readers and all(_has_had(heading, one) for one in readers):
                return kept + lines[n:]  # and with it all that it quotes
            marked = any(map(is_marked, lines[n : ends + 2]))
            typed = not (marked or heading.program or _is_known(heading, case))  # “On 5 October a parent wrote:”
            hidden = not (ours or typed or _is_own(heading, writer, case))
            if hidden:
                while kept and (not kept[-1].strip(_MARKS) or is_divider(kept[-1]) or _RULE.fullmatch(kept[-1])):
                    kept.pop()
            kept += [] if hidden else lines[n:ends]
            n = ends
            continue
        if hidden and marked and lines[n].strip() and not is_marked(lines[n]):
            hidden = False  # typed below it, or between its lines
        kept += [] if hidden else [lines[n]]
        n += 1
    return kept


def _headings(bare: list[str]) -> Iterator[tuple[int, _Heading]]:
    """Each line with which a heading begins, and that heading, as far as is looked."""
    for n in range(min(len(bare), LOOKED_AT)):
        if (found := _heading(bare, n)) is not None:
            yield n, found


def _heading(bare: list[str], n: int) -> _Heading | None:
    """The heading that begins with this line; None where none does."""
    if not bare[n].strip():
        return None
    if length := attribution_length(bare[n : n + FOLDS]):
        said = " ".join(bare[n : n + length])
        return _Heading(said, "", length, "@" in said)
    divided = n > 0 and is_divider(bare[n - 1])
    length = heading_length(bare[n : n + LONGEST_HEADING], divided=divided)
    if not length:
        return None
    fields = [x.replace("*", "").strip() for x in bare[n : n + length]]
    written = [x for x in fields if _FROM.match(x)] or fields[:1]
    sent = " ".join(x for x in fields if _TO.match(x) and not _SUBJECT.match(x))
    return _Heading(" ".join(written), sent, length, program=True)


def _has_had(heading: _Heading, one: Person) -> bool:
    """Whether somebody wrote what stands below, or it went to them."""
    return _names(one, heading.writer) or _names(one, heading.readers)


def _is_own(heading: _Heading, writer: Person | None, case: Case) -> bool:
    """Whether the writer of the answer wrote that, too: a practitioner to anybody, since it may be the report; another
    to nobody that is named, and so maybe to the reader."""
    if writer is None or not _names(writer, heading.writer):
        return False
    return not heading.readers or writer == case.enrolment.practitioner


def _is_known(heading: _Heading, case: Case) -> bool:
    """Whether somebody of the enrolment is named as its writer."""
    e = case.enrolment
    return any(_names(p, heading.writer) for p in (e.practitioner, e.mentor, e.manager) if p is not None)


def _names(one: Person, said: str) -> bool:
    """Whether somebody's address stands there, or their whole name, first name first or last."""
    if any(re.search(rf"(?<![\w.+-]){re.escape(a)}(?![\w-]|\.\w)", said, re.IGNORECASE) for a in one.addresses):
        return True
    called = [re.escape(word.strip(".,")) for word in one.name.split()]
    if not called:
        return False
    middle = r"\s+(?:[^\W\d_]\.?\s+)?"
    orders = (middle.join(called), rf"{called[-1]}\s*,\s*{middle.join(called[:-1])}" if called[1:] else "")
    return any(re.search(rf"(?<!\w){order}(?!\w)", said, re.IGNORECASE) for order in orders if order)


def _writer(mail: Mail, case: Case) -> Person | None:
    e = case.enrolment
    people = (e.practitioner, e.mentor, e.manager)
    return next((p for p in people if p is not None and mail.sender in p.addresses), None)


def _is_ours(below: list[str], known: frozenset[str]) -> bool:
    """Whether the first lines that can be told are for the most part a letter's of ours."""
    telling = [x for x in below if len(words(x)) >= TELLING][:LONGEST_HEADING]
    ours = sum(not is_foreign(x, known) for x in telling)
    return bool(telling) and 2 * ours >= len(telling)
