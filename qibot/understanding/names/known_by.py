"""By which words an enrolment's practitioner could be meant, so that a mail is looked through for those alone whom it
may mean. A pure reading of names.

Who is found by a word is looked at as before: it may be one too many, never one too few.

| a look | finds nobody without |
|---|---|
| for an address | that address |
| for the whole name in a text (`found_in`) | each word of it, the last among them |
| for the first name in a text | it, or it with an s |
| for the name in a file's name (`bearers.borne`) | its first or last word, or both in one |
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.names.bearers import first_name, name_of, tokens

_LETTERS, _RUN = expression(r"[^\W\d_]+"), expression(r"[^\W_]+")
_NONE = ""  # stands for the word of a name that has none; in each text


def known_by(e: Enrolment) -> set[str]:
    """The words of which one must be found where this practitioner is meant, and their addresses."""
    name, plain = e.practitioner.name, name_of(e)
    first, opens = first_name(e), name.split()[:1]
    found = {*e.practitioner.addresses, *opens, first.casefold()}
    found.update(_RUN.findall(name.lower())[-1:] or [_NONE])
    found.update([x.casefold() for x in _RUN.findall(opens[0])[:1]] or [_NONE] if opens else ())
    if plain:
        found |= {plain[0], plain[-1], "".join(plain)}
        found |= {plain[0] + plain[-1], plain[-1] + plain[0], plain[0][0] + plain[-1]}
    return found


def words_in(text: str) -> set[str]:
    """The words by which a text may speak of somebody, with those of which it says what is theirs."""
    words = {x.casefold() for part in (_LETTERS, _RUN) for x in part.findall(text)}
    return {_NONE, *_RUN.findall(text.lower()), *words, *(x[:-1] for x in words if x.endswith("s"))}


def words_of_file(stem: str) -> set[str]:
    """The words by which a file's name may bear somebody's."""
    return set(tokens(stem))
