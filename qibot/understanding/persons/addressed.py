"""Whom a mentor's mail is for, or about: who is called, named, greeted, written to or has a file named for them.

Whoever may be meant beside the one keeps a mail from being passed on: a question is the least that an error costs, a
word that reaches another practitioner the most.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from qibot.events import topic_of
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Enrolment, Role, Status
from qibot.people import name_words
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, sentences
from qibot.understanding.names.naming import (
    greeted,
    greets_several,
    greets_stranger,
    has_part,
    is_called,
    is_in_title,
    is_meant_by_initial,
    is_named,
    names_of,
    words_of,
)
from qibot.understanding.persons.spoken_of import elsewhere, in_parts

_THEIRS = expression(r"\b(?:hers|his|theirs)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressed:
    """`about` is the one enrolment that the mail can be about, `called` whether it calls that practitioner by name.
    `others` says that somebody else may be meant as well, `named` that anything in it names the one."""

    about: Case | None
    called: bool
    others: bool
    named: bool = False


def addressed(mail: Mail, context: Context, readings: dict[str, Meaning]) -> Addressed:
    """Whom a fresh mail is for; `readings` say what it means for each of the mentor's practitioners."""
    active, text = context.cases(Role.MENTOR), mail.own_text[:MOST_CHARACTERS]
    everybody = context.cases(Role.MENTOR, tuple(Status))
    called = [c for c in active if c.unit in readings and readings[c.unit].calls_them]
    told = [c for c in everybody if _is_told(mail, c.enrolment)]
    spoken = [c for c in everybody if c in told or is_named(c.enrolment, text)]
    named = called if len(called) == 1 else spoken
    about = named[0] if len(named) == 1 else active[0] if not named and len(active) == 1 else None
    reading = readings[about.unit] if about and about.unit in readings else next(iter(readings.values()))
    others = len(called) > 1 or any(c is not about for c in told) or reading.calls_others
    others = others or any(c is not about and has_part(c.enrolment, text) for c in spoken)
    others = others or (len(active) > 1 and greets_several(text))
    others = others or greets_stranger(text, names_of(about.enrolment) if about else ())
    others = others or (not (spoken or called) and bool(_others_named(mail, context, about)))
    others = others or any(c not in everybody for c in in_parts(mail, context, Role.MANAGER))
    others = others or (len(active) > 1 and about is not None and about not in called and _puts_off(about, text))
    if about not in active:
        return Addressed(None, False, others=others or bool(spoken or called))
    return Addressed(about, about in called, others=others, named=bool(named))


def _puts_off(one: Case, text: str) -> bool:
    """Whether it has this practitioner told that theirs comes later: “tell Kim I'll do hers tomorrow” stands beside
    what is somebody else's."""
    names = "|".join(map(re.escape, sorted(names_of(one.enrolment))))
    told = [x for x in sentences(text) if re.search(rf"\b(?:tell|let|say to|inform|warn|ask) (?:{names})\b", x, re.I)]
    return bool(names) and any(_THEIRS.search(x) for x in told)


def _others_named(mail: Mail, context: Context, about: Case | None) -> list[Enrolment]:
    """The practitioners whom it names though they aren't the mentor's; who is called as the mentor or the manager is
    may be these."""
    e = about.enrolment if about else None
    around = name_words([p for p in (e.mentor, e.manager) if p]) if e else frozenset[str]()
    found = elsewhere(mail, context, {c.unit for c in context.cases(Role.MENTOR, tuple(Status))})
    return [one for one in found if not names_of(one) & around]


def is_for_another(mail: Mail, own: Enrolment, others: Collection[Enrolment], found: Meaning) -> bool:
    """Whether an answer in this practitioner's matter greets or calls another of the mentor's practitioners, has a part
    for one, bears a subject, or brings a file, that is named for one, means one by an initial (“Jo B”), or is written
    to one and not to them. `found` is what it means: whom else it calls."""
    text, hailed = mail.own_text[:MOST_CHARACTERS], greeted(mail.own_text)
    people = name_words([p for p in (own.mentor, own.manager) if p]) | names_of(own)
    titles = [t for t in (topic_of(mail.subject), *(d.name for d in mail.files)) if not is_in_title(own, t)]
    if any("OTHER-V" in told.words for told in found.told):
        return True
    for other in others:
        names = names_of(other) - people
        if any(words_of(w) & names for w in hailed) or is_called(names, text) or (names and has_part(other, text)):
            return True
        if any(is_in_title(other, t) for t in titles):
            return True
        if is_meant_by_initial(other.practitioner, own.practitioner, text):
            return True
        if set(other.practitioner.addresses) & set(mail.written_to) - set(own.practitioner.addresses):
            return set(own.practitioner.addresses).isdisjoint(mail.written_to)
    return False


def _is_told(mail: Mail, one: Enrolment) -> bool:
    """Whether the subject, a file's name or the mail's recipients name this practitioner."""
    titles = (mail.subject, *(d.name for d in mail.files))
    return bool(set(one.practitioner.addresses) & set(mail.to)) or any(is_in_title(one, t) for t in titles)
