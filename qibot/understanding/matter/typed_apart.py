"""What stands between our lines, or below them, and nowhere else: whether it is somebody's own, and no office's."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail, typed_into
from qibot.model import Case
from qibot.quoting import is_signed_off
from qibot.understanding.matter.wording import GREETING
from qibot.understanding.meaning import said_in
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import is_courtesy, names_in

IN_PERSON = expression(r"\b(?:I|me|my|she|he|her|him)\b|\?")  # what offices write below a mail has none of these
_OF_OFFICE = expression(
    r"www\.|https?:|@|\||\d{5}|\b(?:council|nhs|trust|tel|phone|registered|charity|confidential\w*|outlook)\b",
    re.IGNORECASE,
)


def says_apart(mail: Mail, case: Case) -> bool:
    """Whether somebody typed between our lines or below them what stands nowhere else, and no office wrote."""
    typed, names = typed_into(mail, case), names_in(case)
    below = undisclaimed(typed.below, names)
    of_office = _OF_OFFICE.search(below) is not None and not (IN_PERSON.search(below) or families_in(below) & CAUSES)
    said = "" if of_office or is_signed_off(below) else below
    return any(not is_courtesy(one, names) for one in (typed.between, said))


def undisclaimed(text: str, names: frozenset[str]) -> str:
    """A text without disclaimers and what stands below a name; empty where it begins with that, or with dashes."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    if not unnamed(first, names) or is_signed_off(first) or first.startswith("--"):
        return ""
    return said_in(f"{GREETING}\n\n{text}", frozenset(), names).removeprefix(GREETING).strip()


def unnamed(said: str, names: frozenset[str]) -> str:
    """A text without the names of the enrolment."""
    return " ".join(word for word in said.split() if word.strip(".,!-").casefold() not in names)
