"""The lines of a quotation: which are a mail program's, which are quoted, and which are made of our letters' words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from qibot.expression import expression
from qibot.message.fingerprint import OF_TWO, hashed, is_foreign, pairs_of, prints
from qibot.quoting import (
    FOLDS,
    LONGEST_HEADING,
    attribution_length,
    each_word,
    heading_length,
    is_banner,
    is_divider,
    is_groupwise,
    is_label,
    may_be_named,
    plain_lines,
    words_by_line,
)

TELLING = 4  # words of a line that can be told for ours
LONG = 8  # words of a sentence that nobody types by chance of our letters' words alone
SENTENCES = expression(r"(?<=[.!?:]) +")
LEADS = expression(r"\bmailto:|\bhttps?://|\S{40}", re.IGNORECASE)  # a link, which a mail program may have rewritten


def is_marked(line: str) -> bool:
    """Whether a line is marked as quoted."""
    return line.lstrip().startswith(">")


def bare(line: str) -> str:
    """A line without such marks."""
    return line.lstrip("> \t")


def heading_at(lines: list[str], place: int, *, divided: bool) -> int:
    """How many lines from there on are a mail program's: a From/Sent block, or who wrote what stands below; 0 for none.
    Right below a line that a program draws (`divided`) it may look otherwise."""
    line = lines[place]
    if (":" in line or divided or may_be_named(line)) and (
        length := heading_length(lines[place : place + LONGEST_HEADING], divided=divided)
    ):
        return length
    return attribution_length(lines[place : place + FOLDS]) if line else 0


def belongs_to_heading(line: str) -> bool:
    """Whether a line that stands right below a heading is the mail program's or its organisation's, too."""
    return not line.strip() or is_banner(line) or is_label(line)


def without_headings(lines: list[str]) -> Iterator[str]:
    """The lines without attributions and From/Sent blocks, which are the mail program's (a thread has several), and
    without what an organisation puts right below these on letters from outside."""
    lines = [bare(line) for line in lines if not is_groupwise(line)]
    place, headed, divided = 0, False, False
    while place < len(lines):
        line, length = lines[place], heading_at(lines, place, divided=divided)
        headed = length > 0 or (headed and belongs_to_heading(line))
        divided = is_divider(line) or (divided and not line.strip())
        if not headed and not is_divider(line):
            yield line
        place += length or 1


def with_known(lines: Iterable[str], known: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Each line with whether it is made of our letters' words. Most show soon that they aren't."""
    if lines := list(lines):
        plain = plain_lines("\n".join(lines))
        yield from zip(lines, (_is_known(line, known) for line in plain), strict=True)


def _is_known(plain: str, known: frozenset[str]) -> bool:
    """Whether a line, plainly written, is made of our letters' words and has enough of them."""
    count = 0
    for word in each_word(plain):
        if hashed(word) not in known:
            return False
        count += 1
    return count >= TELLING


def follow(lines: list[str], wording: str, order: str, least: int) -> set[int]:
    """Which lines follow a letter with these fingerprints, where at least so many that can be told do, one below the
    other: these, and further down whole sentences of it. What is blank or a link parts none and isn't one of them;
    a short line is told by its neighbours."""
    known, pairs = prints(wording), prints(order, OF_TWO)
    found: set[int] = set()
    run: list[int] = []
    told, last, shown = 0, "", False
    for n, said in enumerate([*words_by_line("\n".join(lines)), ["\n"]]):
        if not said or (n < len(lines) and LEADS.search(lines[n])):
            continue
        short = len(said) < TELLING
        goes_on = not short or not pairs or not last or pairs_of([last, said[0]]) <= pairs
        if goes_on and all(hashed(word) in known for word in said) and _in_order(said, pairs):
            run, told, last = [*run, n], told + (not short), said[-1]
            continue
        shown = shown or told >= least
        if told >= least or (shown and sum(len(lines[x].split()) for x in run) >= LONG):
            found |= set(run)
        run, told, last = [], 0, ""
    return found


def _in_order(said: list[str], pairs: frozenset[str]) -> bool:
    """Whether words follow each other as in a letter, but for a few: mail programs leave something out. Of older
    letters no order is on record."""
    missed = sum(not pairs_of([one, behind]) <= pairs for one, behind in pairwise(said)) if pairs else 0
    return missed * LONG <= len(said)


def is_ours(new_text: str, text: str, known: frozenset[str]) -> bool:
    """Whether each word below the new text stands in letters of ours; most that aren't show it in their first lines."""
    if not text.startswith(new_text):
        return False
    return not any(foreign for _, foreign in told_for_foreign(text[len(new_text) :], known))


def told_for_foreign(below: str, known: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Each line below the sender's own words with whether it isn't ours word by word."""
    above = ""
    for line in without_headings(below.split("\n")):
        yield line, is_foreign(line, known, above)
        above = line


def without_ours(line: str, known: frozenset[str]) -> str:
    """A line into which somebody has typed, without the sentences of ours that it holds."""
    said = [x for x in SENTENCES.split(line) if x]
    kept = (x for x, is_known in with_known(said, known) if not is_known or len(x.split()) < LONG)
    return " ".join(kept) if len(said) > 1 else line
