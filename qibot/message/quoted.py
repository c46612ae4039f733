"""Whether what was cut from an answer really is a letter of ours: words may never be lost in passing them on.

Mail programs quote without a mark, and people answer between the lines. So each letter's record keeps a fingerprint of
its words, and a cut is accepted only if every word of the part that was cut stands in the letters of the enrolment. In
any doubt the whole text goes out, which is safe: nothing private ever stood in what can be quoted. An answer made of
nothing but words of the letter can't be told from it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from qibot.message.mail import Mail
from qibot.message.pages import with_answer_first
from qibot.message.plaintext import plain_text
from qibot.model import Case, Letter
from qibot.quoting import (
    FOLDS,
    LONGEST_HEADING,
    answer_below,
    attribution_length,
    each_word,
    every_word,
    heading_length,
    is_banner,
    is_divider,
    is_forward,
    is_groupwise,
    is_label,
    may_be_named,
    may_separate,
    plain_lines,
    words,
)

DIGITS, MOST = 6, 3000
ANSWER, ANSWER_WORD = 12, 3  # characters of a line that may be an answer, and of each of its words
QUOTING = 3  # lines of a letter of ours that show it to be quoted
TELLING, HEADED = 4, 15  # words of a line that can be told for ours, and lines above it that a heading may take up
QUOTED = 5  # words of a quoted line that tell whose it is
LONG = 8  # words of a sentence that nobody types by chance of our letters' words alone
ATTRIBUTION = 300  # characters of a line that may say who wrote what stands below
FOLDED = (56, 80)  # characters of a line behind which the next may be its rest
_BRACKETED = re.compile(r"<[^<>\s]{1,2000}>")  # where a link leads, as mail programs write it behind the link's words

_TO_TEAM = ("report_", "ask_exceptional", "ask_escalation", "ask_decision")
SENTENCES = re.compile(r"(?<=[.!?:]) +")
_ATTRIBUTING = re.compile(r"\b(?:wrote|schrieb|écrit|quoting)\b.{0,80}[:-]\s*\Z", re.IGNORECASE)
_WHEN = re.compile(r"\d|@")
_RULE = re.compile(r"\n\s{0,9}_{8,}\s{0,9}\Z")  # Outlook's, above what it quotes


def fingerprint(text: str) -> str:
    """A letter's words as the sorted beginnings of their hashes, joined; bounded."""
    lines = text.split("\n")
    answers = chain.from_iterable(map(_answer, lines, ["", *lines]))
    return "".join(sorted({hashed(said) for said in (*words(text), *_signs(text), *answers)})[:MOST])


def told_apart(mail: Mail, case: Case) -> tuple[str, str]:
    """The words and the page to pass on: without the quotation where all of it is ours, else all that was written."""
    mail = turned(mail, case)
    said = mail.said
    if not mail.html and said.new_text == mail.text:  # nothing is marked: Outlook's block, or a line above the letter
        own = _above_rule(mail.own_text)
        return (own if own.strip() and _is_ours(own, mail.text, known_to(mail, case)) else mail.text), said.page
    if said.new_text == mail.text or _is_ours(said.new_text, mail.text, known_to(mail, case)):
        return said.new_text, said.new_page
    return mail.text, said.page


def words_apart(mail: Mail, case: Case) -> str:
    """The same of the words alone, for which no page need be made safe."""
    mail = turned(mail, case)
    own = _above_rule(mail.own_text)
    return own if _is_ours(own, mail.text, known_to(mail, case)) else mail.text


def turned(mail: Mail, case: Case) -> Mail:
    """The mail as if its answer stood above the letter of ours below which it was typed: all its words are there, in
    another order. As it is where it was typed elsewhere, or not every word of that letter is ours."""
    if is_forward(mail.subject):
        return mail
    parted = answer_below(mail.text)
    if parted is not None:
        text = "\n\n".join(parted)
        return (
            replace(mail, text=text, html=with_answer_first(mail.html))
            if _is_ours(parted[0], text, known_to(mail, case))
            else mail
        )
    return mail if mail.top.strip() or not mail.html else _turned_by_page(mail, case)


def answer_read(mail: Mail, case: Case) -> Mail:
    """The same, to understand by, also where no mark shows how far our letter goes: up to its last line that can be
    told for ours, and what is left is the answer. Not to be passed on: its first words may be
    taken for the letter's."""
    found = turned(mail, case)
    if found is not mail or mail.top.strip() or is_forward(mail.subject):
        return found
    lines = mail.text.split("\n")
    known = [n for n, (_, is_known) in enumerate(_with_known(lines, known_to(mail, case))) if is_known]
    ends = known[-1] + 1 if len(known) >= QUOTING else len(lines)
    answer, letter = "\n".join(lines[ends:]).strip("\n"), "\n".join(lines[:ends]).strip("\n")
    text = f"{answer}\n\n{letter}"
    return replace(mail, text=text) if answer.strip() and _is_ours(answer, text, known_to(mail, case)) else mail


def _turned_by_page(mail: Mail, case: Case) -> Mail:
    """The same where the page alone shows how far the letter goes, and says what the text says."""
    page = with_answer_first(mail.html)
    text = plain_text(page)
    if page == mail.html or sorted(words(text)) != sorted(words(mail.text)):
        return mail
    found = replace(mail, text=text, html=page)
    return (
        found
        if found.top.strip() and found.own_text != text and _is_ours(found.own_text, text, known_to(mail, case))
        else mail
    )


def _above_rule(own: str) -> str:
    """The text without the line that Outlook draws above what it quotes, where it ends with one."""
    above, _, last = own.rstrip().rpartition("\n")
    return above.rstrip("\n") if is_divider(last) else _RULE.sub("", own)


def above_letter(text: str, case: Case) -> str | None:
    """The text above a letter that it quotes, of ours or marked off by any mail program; None where there is one of
    ours without a line that marks it off."""
    known, lines = _known(case), text.split("\n")
    lines = lines[: next((n for n, line in enumerate(lines) if is_divider(line) or _is_attributing(line)), None)]
    quoted = next((n for n, (_, is_known) in enumerate(_with_known(lines, known)) if is_known), None)
    if quoted is None:
        return "\n".join(lines).strip("\n")
    begins = next((n for n in range(max(0, quoted - HEADED), quoted) if may_separate(lines[n])), None)
    return None if begins is None else "\n".join(lines[:begins]).strip("\n")


def own_words(mail: Mail, case: Case) -> str:
    """What the sender typed above the quotation, without lines that are marked as quoted. To understand by, not to be
    passed on. Where many lines are made of our letters' words, a letter is quoted in a way that isn't known, and they
    are left out, too: a few may be so by chance."""
    known = known_to(mail, case)
    lines = [x for x in mail.own_text.split("\n") if not x.lstrip().startswith(">")]
    kept: list[str] = []
    ours = False  # whether a letter of ours has begun: then its short lines are told, too
    for line, is_known in _with_known(without_headings(lines), known):
        ours = ours or is_known
        if not (is_known or (ours and all(hashed(word) in known for word in words(line)))):
            kept.append(line)
    said = any(x.strip() for x in kept)
    return "\n".join(kept if said and len(lines) - len(kept) >= QUOTING else lines)


def words_below(mail: Mail, case: Case) -> str:
    """What may have been typed below or into the quotation: lines that aren't made of our letters' words."""
    known, above = known_to(mail, case), mail.own_text
    below = mail.text[len(above) :] if mail.text.startswith(above) else ""
    lines = (x for x in below.split("\n") if x.strip() and not x.lstrip().startswith(">"))
    return "\n".join(without_headings([x for x, is_known in _with_known(lines, known) if not is_known]))


def passed_along(mail: Mail, case: Case, most: int) -> str:
    """What would be passed on with the sender's own words: a quotation that isn't ours, without its marks and without
    lines, and long sentences of others, that are made of our letters' words. To understand by: its lines until they
    are more than so many characters."""
    if len(words_below(mail, case).split()) == 0 and ">" not in mail.text:
        return ""
    own = {x.strip() for x in mail.top.split("\n") if not x.lstrip().startswith(">")}
    known = known_to(mail, case)
    lines = (x.lstrip("> \t").rstrip() for x in words_apart(mail, case).split("\n") if x.strip() not in own)
    unknown = (x for x, is_known in _with_known(without_headings(list(lines)), known) if not is_known)
    # A line too short to be told for ours (“Dear Ann Lee,”) says nothing either where each of its words is ours.
    told = (x for x in unknown if not all(word in known for word in _each_of(x)))
    kept: list[str] = []
    for line in told:
        kept.append(without_ours(line, known))
        most -= len(kept[-1]) + 1
        if most < 0:
            break
    return "\n".join(kept)


def _each_of(line: str) -> Iterator[str]:
    return (hashed(word) for plain in plain_lines(line) for word in each_word(plain))


def quotes_only(mail: Mail, case: Case, name: str) -> bool:
    """Whether a quoted line is made of the words of our letter with this name, and couldn't be of any other letter."""
    prints = {
        named: {
            p.wording[i : i + DIGITS]
            for p in case.letters.values()
            if (p.name == name) is named
            for i in range(0, len(p.wording), DIGITS)
        }
        for named in (True, False)
    }
    if not prints[True]:
        return False
    quoted = (x.lstrip("> \t") for x in mail.text.split("\n") if x.lstrip().startswith(">"))
    for line in plain_lines("\n".join(quoted)):
        said = set(_each_of(line))
        if len(said) >= QUOTED and said <= prints[True] and not said <= prints[False]:
            return True
    return False


def without_ours(line: str, known: set[str]) -> str:
    """A line into which somebody has typed, without the sentences of ours that it holds."""
    said = [x for x in SENTENCES.split(line) if x]
    kept = (x for x, is_known in _with_known(said, known) if not is_known or len(x.split()) < LONG)
    return " ".join(kept) if len(said) > 1 else line


def _is_attributing(line: str) -> bool:
    """Whether a line may say who wrote what stands below, in a form that isn't known: with a date or an address."""
    return len(line) <= ATTRIBUTION and _ATTRIBUTING.search(line) is not None and _WHEN.search(line) is not None


def _with_known(lines: Iterable[str], known: set[str]) -> Iterator[tuple[str, bool]]:
    """Each line with whether it is made of our letters' words. Most show soon that they aren't."""
    if lines := list(lines):
        plain = plain_lines("\n".join(lines))
        yield from zip(lines, (_is_known(line, known) for line in plain), strict=True)


def _is_known(plain: str, known: set[str]) -> bool:
    count = 0
    for word in each_word(plain):
        if hashed(word) not in known:
            return False
        count += 1
    return count >= TELLING


def _is_ours(new_text: str, text: str, known: set[str]) -> bool:
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


def without_headings(lines: list[str]) -> Iterator[str]:
    """The lines without attributions and From/Sent blocks, which are the mail program's (a thread has several), and
    without what an organisation puts right below these on letters from outside."""
    lines = [line.lstrip("> \t") for line in lines if not is_groupwise(line)]
    near = {n - back for n, line in enumerate(lines) if line.rstrip().endswith(":") for back in range(FOLDS)}
    place, headed, divided = 0, False, False  # right below a line that a program draws
    while place < len(lines):
        line, length = lines[place], 0
        if ":" in line or divided or may_be_named(line):
            length = heading_length(lines[place : place + LONGEST_HEADING], divided=divided)
        if not length and place in near:  # most lines can begin neither
            length = attribution_length(lines[place : place + FOLDS])
        headed = length > 0 or (headed and (not line.strip() or is_banner(line) or is_label(line)))
        divided = is_divider(line) or (divided and not line.strip())
        if not headed and not is_divider(line):
            yield line
        place += length or 1


def is_to_team(letter: Letter) -> bool:
    """Whether a letter is the team's alone to read: others may have written its words, and can't quote it."""
    return letter.name.startswith(_TO_TEAM)


def known_to(mail: Mail, case: Case) -> set[str]:
    """The words of the letters that its sender may quote."""
    return _known(case, mail.sender or "")


def _known(case: Case, sender: str = "") -> set[str]:
    prints = (x.wording for x in case.letters.values() if not is_to_team(x) or sender in x.recipients)
    return {p[i : i + DIGITS] for p in prints for i in range(0, len(p), DIGITS)}


@lru_cache(maxsize=20_000)
def hashed(word: str) -> str:
    return hashlib.blake2b(word.encode(), digest_size=DIGITS // 2).hexdigest()
