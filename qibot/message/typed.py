"""What somebody has typed into a letter of ours that their mail quotes, or below it.

Read line by line, since our letters' records keep no more than a fingerprint. Only the first letter that is quoted
counts: what stands under a heading further down is of an earlier mail. Where the letter brings somebody's words
(“Jo Smith wrote:”), or offers a form to write into, what is typed among these answers them and not us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression
from qibot.message.fingerprint import is_foreign, known_to
from qibot.message.lines import LEADS, TELLING, belongs_to_heading, heading_at, told_for_foreign, without_ours
from qibot.message.mail import Mail
from qibot.message.quoted import turned
from qibot.model import Case
from qibot.quoting import every_word, is_divider

_MARKS = expression(r"[>\s]*")
_WROTE = expression(r"\bwrote\b[^:]{0,200}:\s*\Z")  # how a letter of ours begins somebody's words
_GREETS = expression(r"Dear\b")
_FORM = expression(r"\W*(?:what I liked|even better if|you could write it like this)\b", re.IGNORECASE)
_PREFACED = expression(r"\A\s*\[[^\[\]\n]{2,60}\]:?\s*")  # Outlook's “[Ann Lee] ” before what is typed into a quotation


@dataclass(frozen=True, slots=True)
class TypedInto:
    """What is typed `between` the lines that are the letter's own, what `below` its last, and whether anything stands
    `among` the words that it brings, or in its form. In a letter of which neither the greeting nor where such words
    begin is left (`trimmed`) these can't be told from its own lines."""

    between: str = ""
    below: str = ""
    among: bool = False
    trimmed: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the quotation: what it says, how often it is marked, and whether it isn't ours."""

    text: str
    depth: int
    foreign: bool

    @property
    def tells(self) -> bool:
        """Whether it has words enough to be told for ours."""
        return not self.foreign and len(every_word(self.text)) >= TELLING


def typed_apart(mail: Mail, case: Case) -> str:
    """The lines below the sender's own words that aren't ours word by word: answers between the lines, disclaimers."""
    mail = turned(mail, case)
    below = mail.text[len(mail.own_text) :] if mail.text.startswith(mail.own_text) else mail.text
    return "\n".join(line if foreign else "" for line, foreign in told_for_foreign(below, known_to(mail, case)))


def typed_into(mail: Mail, case: Case) -> TypedInto:
    """What is typed into the letter of ours that a mail quotes below its sender's own words."""
    known, above = known_to(mail, case), mail.own_text
    quoted = mail.text[len(above) :] if mail.text.startswith(above) and above != mail.text else mail.text
    if above == mail.text:  # all of it may be the letter
        quoted = mail.text.removeprefix(mail.top)
    lines = _typed_whole(_first_letter(quoted.split("\n"), known))
    first = next((n for n, line in enumerate(lines) if line.tells), len(lines))
    last = max((n for n, line in enumerate(lines) if not line.foreign and line.text.strip()), default=0)
    words = _words_begin(lines, first)
    between, among, nearest = [], False, ""
    for n, line in enumerate(lines[:last]):
        if line.foreign and n > first and not line.depth:
            among = among or n > words or _FORM.match(nearest) is not None or _FORM.match(line.text) is not None
            between.append(_said(line.text, known))
        elif line.text.strip():
            nearest = line.text
        elif between:
            between.append("")
    below = [line.text for line in lines[last + 1 :] if not line.depth] if lines else []
    trimmed = words == len(lines) and not any(_GREETS.match(line.text) and not line.foreign for line in lines)
    return TypedInto("\n".join(between).strip("\n"), "\n".join(below).strip("\n"), among, trimmed)


def _said(line: str, known: frozenset[str]) -> str:
    """A line without the sentences of ours into which it was typed; empty where only a link of ours makes it differ."""
    return "" if LEADS.search(line) else _PREFACED.sub("", without_ours(line, known))


def _first_letter(lines: list[str], known: frozenset[str]) -> list[_Line]:
    """The lines of the first letter, without the headings above it."""
    bare = [_MARKS.sub("", line, count=1) for line in lines]
    found: list[_Line] = []
    place, headed, begun = 0, False, False
    while place < len(lines):
        length = heading_at(bare, place, divided=place > 0 and is_divider(bare[place - 1]))
        if length and begun:
            break
        headed = length > 0 or (headed and belongs_to_heading(bare[place]))
        if not headed and not is_divider(bare[place]):
            marks = _MARKS.match(lines[place])
            line = _Line(
                bare[place],
                marks[0].count(">") if marks else 0,
                is_foreign(bare[place], known, found[-1].text if found else ""),
            )
            begun = begun or line.tells
            found.append(line)
        place += length or 1
    return found


def _typed_whole(lines: list[_Line]) -> list[_Line]:
    """The lines; where those of our letter are marked as quoted, each paragraph of others counts as typed, though its
    words may all be ours. What stands right below a marked line may be the rest of that, folded."""
    if next((line.depth for line in lines if line.tells), 0) == 0:
        return lines
    typed, apart, found = False, False, []
    for line in lines:
        said = not line.depth and bool(line.text.strip())
        typed = said and (typed or apart or line.foreign)
        apart = not line.depth and not said
        found.append(_Line(line.text, line.depth, True) if typed else line)
    return found


def _words_begin(lines: list[_Line], first: int) -> int:
    """Where the letter begins to bring somebody's words."""
    depth = lines[first].depth if first < len(lines) else 0
    brought = (n for n in range(first, len(lines)) if lines[n].depth > depth or _WROTE.search(lines[n].text))
    return next(brought, len(lines))
