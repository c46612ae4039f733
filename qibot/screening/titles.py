"""What a mail server or program puts before our subject, in the languages in which they speak (`titles.txt`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qibot.expression import expression
from qibot.screening.wording import plainly

FILE = Path(__file__).parent / "titles.txt"
LIMIT = 200  # characters of a subject
_WEAK = "weak"
_COLON = r"\s*[:：﹕]"
_MARKS = expression(  # of how a mail is to be handled, as organisations put them before an answer
    r"(?:\W|\b(?:official|sensitive|protect(?:ed)?|restricted|unclassified|confidential|internal|external|ext|extern"
    r"|secured?|encrypted?|private|personal|public|commercial|spam|suspected|possible|caution|warning|unverified"
    r"|untrusted|mail|e-?mail|sender|urgent|important|high|priority|importance)\b)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a subject begins with: automatic, absent, read, unread, delivered or recall; `weak` where people begin so,
    too."""

    kind: str
    weak: bool


def title_of(subject: str) -> Title | None:
    """The title that stands before a colon at the subject's very start, behind what organisations add in brackets."""
    found = _titles().match(plainly(subject[:LIMIT]))
    return _known()[" ".join(found["title"].split())] if found else None


def is_only_marks(words: str) -> bool:
    """Whether words that stand before a subject only mark the mail, “OFFICIAL-SENSITIVE”, and say nothing of it."""
    return _MARKS.fullmatch(words[:LIMIT]) is not None


def titles_of(kind: str) -> list[str]:
    """All titles of a kind, as `plainly` writes them."""
    return [title for title, known in _known().items() if known.kind == kind]


@cache
def _titles() -> re.Pattern[str]:
    longest_first = sorted(_known(), key=len, reverse=True)
    return re.compile(rf"(?:\[[^\[\]]{{1,40}}\]\s*){{0,3}}(?P<title>{'|'.join(map(re.escape, longest_first))}){_COLON}")


@cache
def _known() -> dict[str, Title]:
    known: dict[str, Title] = {}
    kind = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        languages, colon, titles = line.partition(": ")
        if line.startswith("== "):
            kind = line[3:].strip()
        elif kind and colon:
            weak = _WEAK in languages.split(", ")
            known |= {plainly(title): Title(kind, weak) for title in titles.split(", ")}
    return known
