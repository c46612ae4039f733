"""What feedback says to its practitioner of their own life, or of their manager, so that the manager gets no copy of it
(programme.md, 3a): illness, birth, bereavement, home, a new job or leaving, time off, the manager.

It is said to the practitioner (“you”, “your”) or to nobody in particular (“hope the op went well”). A project has such
words, too: what is a patient's, a family's or a service's, what the writer says of themselves, and what a word of the
project follows (“your anxiety scores”) is none. The table is `intimate.txt`. A question more costs a click, a word too
much can't be undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from qibot.expression import expression
from qibot.model import Person
from qibot.understanding.meaning import MOST_CHARACTERS, folded
from qibot.understanding.names.masked import masked
from qibot.understanding.names.naming import are_namesakes, greets
from qibot.understanding.persons.past_manager import speaks_past_manager
from qibot.understanding.persons.said_to_manager import without_what_is_said_to
from qibot.understanding.persons.their_trouble import their_trouble
from qibot.understanding.persons.touched_on import touched_on
from qibot.understanding.persons.touching import ABOUT, touches_on_life
from qibot.understanding.persons.unnamed import SOMEBODY, speaks_of_unnamed

FILE = Path(__file__).parent / "intimate.txt"
_PART, _HEADING = expression(r"(?P<name>[a-z_]+) = (?P<pattern>.*)"), expression(r"\[(?P<whose>[^:]+): (?P<what>.+)\]")
_USED = expression(r"\{([a-z_]+)\}")
_ENDS = expression(r"(?<=[.!?;])\s+|\n+")
_LONGEST, _OVERLAP = 500, 100  # characters of a sentence that are looked at at once, and of both of two pieces

MANAGER = "their manager"
# “The head said no” is often the project's; your own boss is the one who has the copy.
_OWN_BOSS = expression(r"\b(?:your|ur) (?:own |line )?(?:manager|boss|head[ -]?teacher|supervisor)\b", re.IGNORECASE)
_MENTOR = expression(r"\b(?:your|the) mentor\b", re.IGNORECASE)
# What who employs somebody says to them alone, beside that.
_TALKS = (
    r"(?:return[- ]to[- ]work|back[- ]to[- ]work|absence|attendance|capability|welfare|disciplinary|grievance"
    r"|probation\w*|appraisal|performance|keeping in touch|exit) (?:interview|meeting|review|chat|call|record|hearing"
    r"|plan|form|policy|letter)s?\b(?! (?:data|charts?|figures|measures?|numbers|rates?|project|aim|groups?|board))"
)
_HARSH = (
    r"(?:(?:hard|tough|rough|short) (?:on|with|to|going)|harsh|unfair|blunt|curt|sharp|strict|picky|brutal|rude|unkind"
    r"|mean|too (?:critical|negative|academic)|over the top|out of (?:order|line))"
)
_BY_MANAGERS = expression(
    rf"\boccupational health\b|\byou(?:r|'re|'ve)?\b[^.!?;]{{0,60}}\b{_TALKS}|\b{_TALKS}[^.!?;]{{0,40}}\byou\b"
    r"|\byour (?:fit|sick|doctor's|gp) (?:note|line|cert\w*)\b|\byour (?:absences?|time off|phased return|pay|payslip"
    r"|salary|contract|grade|regrading|overtime|sick (?:days|leave|pay)|compassionate leave|adjustments)\b"
    r"|\b(?:how (?:did|was|were)|is|are|was|were|did) (?:the|your) (?:scans?|ops?|operation|blood tests?|results"
    r"|funeral|(?:hospital|doctor's|gp) appointment|biopsy|x-?ray|mri|physio|counselling|check-?up|medication"
    r"|therapy|chemo"
    r"|treatment)\b(?! (?:data|rates?|list|project|chart|for (?:the|your) (?!kids)))"
    r"|\bare you (?:feeling|coping|sleeping|bearing up|managing|eating)\b"
    r"|\b(?:you(?:'re| are| feel)?|are you)(?: \w+){0,2} (?:well|fit|strong) (?:enough|again)\b(?! (?:designed"
    r"|described|defined))"
    r"|\beverything (?:all ?right|alright|ok|okay|fine) (?:at home|with you|otherwise)\b"
    r"|\bhr\b.{0,40}\byou(?:r)?\b|\b(?:union|payroll)\b.{0,30}\byour?\b"
    # of the mentor, who is MGR here, and of mentors
    rf"|\bMGR\b[^.!?;]{{0,30}}\b{_HARSH}\b|\b{_HARSH}\b[^.!?;]{{0,30}}\b(?:from|of|by) MGR\b"
    r"|\b(?:ignore|never mind|don't (?:mind|worry about|listen to|let|take)|pay no attention to|take no notice of)\b"
    r"[^.!?;]{0,30}\b(?:MGR|mentors?|that (?:last )?(?:mail|message|feedback|comment)|to heart)\b"
    r"|\bmentors? (?:can|could) be\b|\bdon't let (?:it|that|this|them|her|him) (?:get|bother|upset|put)\b"
    r"|\boff (?:the )?(?:list|record)\b|\b(?:just )?between (?:us|ourselves|you and (?:me|i))\b|\bentre nous\b",
    re.IGNORECASE,
)

Row = tuple[str, re.Pattern[str]]


class Table(NamedTuple):
    """The rows that say by themselves whose it is, those that count where the sentence speaks of nobody else, and what
    tells that it does; by what else than their name a manager is called."""

    to_them: tuple[Row, ...]
    to_nobody: tuple[Row, ...]
    others: re.Pattern[str]
    own: re.Pattern[str]
    boss: re.Pattern[str]


def not_for_manager(text: str, manager: Person, practitioner: Person | None = None) -> str:
    """What feedback says that is its practitioner's alone: one of the families; empty where it is none, or where it is
    said to the manager, too. Who bears the practitioner's first name isn't greeted by it."""
    text = folded(text[:MOST_CHARACTERS])
    if practitioner is None or not are_namesakes(practitioner, manager):
        text = without_what_is_said_to(manager, text, practitioner, _is_of_life)
    named = _table().boss.sub("MGR", masked(text, (manager, "MGR")))
    found = next((found for said in _ENDS.split(named) for one in _pieces(said) if (found := _of_life(one))), "")
    found = found or their_trouble(text) or touched_on(text)
    if found:
        return found
    if touches_on_life(text, practitioner):
        return ABOUT
    past = speaks_past_manager(masked(_OWN_BOSS.sub("MGR", text), (manager, "MGR")))
    return MANAGER if past else SOMEBODY if speaks_of_unnamed(text) else ""


def is_personal(text: str, mentor: Person, practitioner: Person) -> bool:
    """Whether a manager says such a thing to the practitioner: what would be of the manager in feedback is of the
    mentor here."""
    said = folded(text[:MOST_CHARACTERS])
    if not are_namesakes(practitioner, mentor) and greets(mentor, said):
        return False
    named = masked(_MENTOR.sub("MGR", said), (mentor, "MGR"))
    return any(_of_life(one) or _BY_MANAGERS.search(one) for part in _ENDS.split(named) for one in _pieces(part))


def of_their_life(sentence: str) -> bool:
    """Whether a sentence says something of its reader's own life."""
    return len(sentence) <= _LONGEST and bool(_of_life(folded(sentence)))


def _pieces(said: str) -> Iterator[str]:
    """A sentence; of a long one pieces that overlap: who dictates sets no full stops."""
    for start in range(0, max(len(said) - _OVERLAP, 1), _LONGEST - _OVERLAP):
        yield said[start : start + _LONGEST]


def _is_of_life(said: str) -> bool:
    """Whether it is of a life, the manager apart."""
    return _of_life(said) not in ("", MANAGER)


@lru_cache(maxsize=256)
def _of_life(said: str) -> str:
    table, said = _table(), " ".join(said.lstrip(" \t>").split())
    found = next((what for what, pattern in table.to_them if pattern.search(said)), "")
    if found or table.others.search(said) or table.own.search(said):
        return found
    return next((what for what, pattern in table.to_nobody if pattern.search(said)), "")


@cache
def _table() -> Table:
    parts: dict[str, str] = {}
    rows: dict[str, list[Row]] = {"to them": [], "to nobody": []}
    whose = what = ""
    for line in _lines():
        if part := _PART.fullmatch(line):
            parts[part["name"]] = _filled(part["pattern"], parts)
        elif heading := _HEADING.fullmatch(line):
            whose, what = heading["whose"], heading["what"]
        else:
            rows[whose].append((what, re.compile(_filled(line, parts), re.IGNORECASE)))
    others, own, boss = (re.compile(parts[name], re.IGNORECASE) for name in ("others", "own", "boss"))
    return Table(tuple(rows["to them"]), tuple(rows["to nobody"]), others, own, boss)


def _lines() -> list[str]:
    """The lines of the file, each with those that go on from it."""
    text = FILE.read_text(encoding="utf-8").replace("\n    ", "")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return _USED.sub(lambda m: parts[m[1]], pattern)
