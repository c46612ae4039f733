"""What of a mail goes on to readers who may not have had the letter that it quotes.

People fill in the form of our letter, or answer between its lines, and what was retold there was for one alone. So what
is quoted goes to those alone who have had it, or wrote it. Whoever is no part of that dialogue (`strict`: the manager)
gets of a quotation nothing but what was typed into it; what can't be told from what it retells is left out, and then
the part isn't `sure`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from qibot.expression import expression
from qibot.message.fingerprint import DIGITS, FOLDED, MOST, hashed, is_foreign, is_to_team, known_to, prints
from qibot.message.lines import LEADS, SENTENCES, TELLING, bare, is_marked, without_headings
from qibot.message.mail import Mail
from qibot.message.others_mail import without_others
from qibot.message.quoted import QUOTING, told_apart, turned
from qibot.model import Case, Letter, Person, Role, Seen
from qibot.quoting import words

# Letters that bring somebody's own words, and those whose words they are where one part alone can have written them.
BRING = ("forward_report", "forward_charter", "relay_feedback", "relay_message", "relay_to_mentors")
_WRITES = {"forward_report": Role.PRACTITIONER, "forward_charter": Role.PRACTITIONER, "relay_feedback": Role.MENTOR}
RUN, NEARLY_ALL = 6, 0.8  # words of a letter in a row, and share of a line's, that nobody types by chance
_LABEL = expression(
    r"[\s>*_•-]*(?:what I (?:really )?liked?|what went well|even better if|ebi|www)\b[\s*_]*[:–-]?", re.I
)
_HEADED = expression(r"[^\W\d]+:\s")
_CLAUSES = expression(r"(?<=[.!?:;…)\]])\s+|\s+[–—-]+\s+|\s*(?=[\[(])")


class ReadersPart(NamedTuple):
    """What goes on: the words, and the same as a page (none where anything of it is left out)."""

    words: str
    page: str
    left_out: bool = False
    sure: bool = True


def part_for(mail: Mail, case: Case, readers: Collection[Person], *, strict: bool = False) -> ReadersPart:
    """What of the mail these readers get."""
    read = without_others(mail, case, readers)
    part = _part_for(read, case, readers, strict=strict)
    return part if read is mail else part._replace(page="", left_out=True)


def _part_for(mail: Mail, case: Case, readers: Collection[Person], *, strict: bool) -> ReadersPart:
    text, page = told_apart(mail, case)
    had, others = _letters(case, readers)
    mail = turned(mail, case)
    known = known_to(mail, case)
    own, below = _parted(mail, text, known)
    if not strict:
        theirs = [x for x in others if (x.name in BRING or is_to_team(x)) and x.cause != mail.identity]
        kept = _without_lines_of(own, below, had, theirs)
        return ReadersPart(text, page) if kept == text else ReadersPart(kept, "", left_out=True)
    if not below and not any(map(is_marked, own)):
        return ReadersPart(text, page)
    lines = [x for x in own if not is_marked(x) or _stands_in(x, had)]
    secret = frozenset().union(*(prints(x.wording) for x in others))
    typed, all_told = _typed(below, known)
    told = [] if any(len(x.wording) >= MOST * DIGITS for x in others) else [x for x in typed if not _retells(x, secret)]
    said = "\n".join((*lines, *([""] if told else []), *told)).strip("\n")
    return ReadersPart(said, "", left_out=True, sure=all_told and told == typed and bool(said.strip()))


def _letters(case: Case, readers: Collection[Person]) -> tuple[list[Letter], list[Letter]]:
    """The letters that each of the readers has had or brings their own words, and the others."""
    had: list[Letter] = []
    others: list[Letter] = []
    for letter in case.letters.values():
        (had if all(has_had(letter, one, case) for one in readers) else others).append(letter)
    return had, others


def has_had(letter: Letter, one: Person, case: Case) -> bool:
    """Whether somebody has got a letter, or wrote what it brings."""
    e = case.enrolment
    parts = ((Role.PRACTITIONER, e.practitioner), (Role.MENTOR, e.mentor), (Role.MANAGER, e.manager))
    own = {role for role, person in parts if person is not None and set(person.addresses) & set(one.addresses)}
    seen = case.get(Seen, letter.cause) if letter.name == "relay_message" else None
    writer = seen.by if seen is not None else _WRITES.get(letter.name, "")
    return bool(set(one.addresses) & set(letter.recipients)) or writer in {str(role) for role in own}


def _without_lines_of(own: list[str], below: list[str], had: Iterable[Letter], others: Iterable[Letter]) -> str:
    """The lines without quoted ones, and sentences of those, that are made of one of the other letters' words and of
    none that the readers have had. Where they aren't marked a few words may be so by chance."""
    hidden, seen = [x for one in others if (x := prints(one.wording))], [prints(x.wording) for x in had]
    if not hidden:
        return "\n".join((*own, *below))

    def is_hidden(said: str, least: int) -> bool:
        found = {hashed(word) for word in words(said)}
        return len(words(said)) >= least and any(found <= x for x in hidden) and not any(found <= x for x in seen)

    kept = []
    for n, line in enumerate((*own, *below)):
        marked = is_marked(line)
        if n < len(own) and not marked:  # typed, as far as anybody can tell
            kept.append(line)
        elif not is_hidden(line, 1 if marked else TELLING):
            said = SENTENCES.split(line)
            left = [x for x in said if not is_hidden(x, TELLING)]
            kept.append(line if len(left) == len(said) else " ".join(left))
    return "\n".join(kept)


def _parted(mail: Mail, text: str, known: frozenset[str]) -> tuple[list[str], list[str]]:
    """The lines above what the text quotes, and those from there on; all of them where our letter isn't marked off."""
    own, lines = mail.own_text.rstrip(), text.split("\n")
    if text != mail.text:  # the quotation has been cut
        return lines, []
    if text.startswith(own) and text[len(own) :].strip():
        above = own.count("\n") + 1
        return lines[:above], lines[above:]
    marked = next((n for n, line in enumerate(lines) if is_marked(line)), len(lines))
    ours = [n for n, x in enumerate(lines) if len(words(x)) >= TELLING and not is_foreign(x, known)]
    if len(ours) >= QUOTING:
        return lines[: min(marked, ours[0])], lines[min(marked, ours[0]) :]
    return lines[:marked], lines[marked:]


def _typed(below: list[str], known: frozenset[str]) -> tuple[list[str], bool]:
    """What somebody has typed into the quotation or below it, and whether that is sure to be all; nothing where that
    isn't ours and bears no marks. Where our letter is marked, what stands apart from it without a mark is typed, though
    its words may all be ours."""
    marked = any(map(is_marked, below))
    plain = [bare(x) for x in below]
    heard = list(without_headings(below))
    ours = [n for n, x in enumerate(plain) if len(words(x)) >= TELLING and not is_foreign(x, known)]
    first, last = (ours[0], ours[-1]) if len(ours) >= QUOTING else (len(below), -1)
    by_marks = marked and (not ours or is_marked(below[ours[0]]))
    found: list[str] = []
    sure, typing = True, False
    for n, line in enumerate(below):
        within = first <= n <= last
        plainly = marked and not is_marked(line)
        typing = typing and plainly and bool(line.strip())
        if not line.strip():
            continue
        if plain[n] not in heard:
            by_marks = by_marks and not (plainly and any(map(is_marked, below[:n])))  # an older mail, in another way
        elif by_marks and plainly:
            above = plain[n - 1].strip() if n else ""
            typing = typing or not above or is_foreign(plain[n], known)
            found += [plain[n]] if typing else []
            sure = sure and (typing or len(above) >= FOLDED[0] or not words(plain[n]))  # else the rest of a folded line
        elif label := _LABEL.match(plain[n]):
            found += [plain[n]] if words(plain[n][label.end() :]) and (within or plainly) else []
        elif (within or plainly) and is_foreign(plain[n], known):
            said = _CLAUSES.split(plain[n])
            kept = [x for x in said if not _may_be_ours(x, known)]
            found += [" ".join(kept)] if kept else []
            # Without a mark any of the others may have been typed, too; not so
            # behind a mail program's label, or where only a rewritten link makes the line differ.
            left = any(words(x) for x in said if x not in kept) and not _HEADED.match(plain[n])
            sure = sure and not (left and not is_marked(line) and not LEADS.search(line))
    return found, sure


def _may_be_ours(said: str, known: frozenset[str]) -> bool:
    found = words(said)
    return not found or (len(found) > 1 and all(hashed(word) in known for word in found))


def _retells(line: str, secret: frozenset[str]) -> bool:
    """Whether so many words of a sentence in a row, or nearly all of the line's, may be a letter's: then typed and
    retold words stand in one sentence."""
    if _LABEL.match(line):  # behind it our letter has nothing
        return False
    theirs = [hashed(word) in secret for word in words(line)]
    parts = ([hashed(word) in secret for word in words(x)] for x in SENTENCES.split(line))
    in_a_row = any(all(part[n : n + RUN]) for part in parts for n in range(len(part) - RUN + 1))
    return in_a_row or (sum(theirs) >= RUN and sum(theirs) >= NEARLY_ALL * len(theirs))


def _stands_in(line: str, letters: Iterable[Letter]) -> bool:
    found = {hashed(word) for word in words(line)}
    return any(found <= prints(x.wording) for x in letters if x.wording)
