"""A day that a mentor names beside the names of several practitioners, and nothing else: “Nadia's and Fraser's will
both be with them by the 25th, I'm at a conference.”

Who stands so in a row is spoken of and not to, as in many a word for the team. Here every word of a clause that names
somebody is a name, the day, or belongs to a promise of feedback (a closed list), so that nothing is said of anybody;
beside it may stand what keeps the mentor. Each one's day is that of the clause which names them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from qibot.calendar import Almanac
from qibot.events import Arrival, DateNamed
from qibot.expression import expression
from qibot.model import Case, Role
from qibot.people import name_words
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.matter.context import Context
from qibot.understanding.phrases.courtesy import is_courtesy, typed

MOST = 40  # words of such a mail
_PROMISES = """
    a all also an and any at be both but by comes coming each feedback for from get have i i'd i'll in is it latest me
    mine my of on ones or own reply report reports respectively review send the their theirs them then these they
    they'll till time to up until will with write you your sorry
"""
_OF_OWN = """
    am away back before busy clinic conference course court day days do does done go going got here holiday i'm i've in
    leave later mad meeting meetings need no off on out stuck this today training travelling us week weeks working
"""
_OF_FEEDBACK = frozenset(_PROMISES.split())
_OF_MENTOR = _OF_FEEDBACK | frozenset(_OF_OWN.split())
_DENIES = expression(r"\b(?:not|never|won['’]?t|can['’]?t|cannot|already|done)\b", re.IGNORECASE)
_CLAUSES = expression(r"[;.!\n]+|,(?! ?(?:and\b|[A-Z][\w-]*(?:['’]s?)?(?:,| and\b| will\b)))|:(?= )")
_ENDING = expression(r"['’]s?$")


def days_by_name(arrival: Arrival, context: Context, almanac: Almanac, own: Case | None = None) -> DateNamed | None:
    """The new days of several reports that wait, the first of them that of `own`'s where that is named; None of what
    says anything else, or names fewer than two."""
    text, today = typed(arrival.mail), almanac.day(arrival.arrived)
    waiting = [c for c in context.cases(Role.MENTOR) if c.pending()]
    if len(waiting) < 2 or arrival.mail.sends or "?" in text or len(text.split(None, MOST)) >= MOST:
        return None
    mentor = name_words([waiting[0].enrolment.mentor])
    if not all(_is_of_time(one, waiting, mentor, today) for one in _CLAUSES.split(text)):
        return None
    found, last = dict[str, date](), list[Case]()
    for one in _CLAUSES.split(text):
        last = [c for c in waiting if _names(one, c)] or last
        said = read_date(plainer(one), today)
        if said is not None and said.day >= today and not _DENIES.search(one):
            found |= {c.unit: said.day for c in last if c.unit not in found}
    named = [c for c in waiting if c.unit in found and any(r.feedback_due < found[c.unit] for r in c.pending())]
    if len(found) < 2 or not named:
        return None
    named.sort(key=lambda c: own is not None and c.unit != own.unit)
    alone = replace(arrival, beside=())
    days = [
        DateNamed(alone, c.unit, r.number, found[c.unit], in_words=True)
        for c in named
        for r in c.pending()
        if r.feedback_due < found[c.unit]
    ]
    return replace(days[0], arrival=replace(arrival, beside=(*arrival.beside, *days[1:])))


def _is_of_time(clause: str, waiting: list[Case], mentor: frozenset[str], today: date) -> bool:
    """Whether a clause has no word but names, a day and what belongs to a promise; one that names nobody may also say
    what keeps its writer."""
    said = read_date(plainer(clause), today)
    names = frozenset().union(mentor, *(name_words([c.enrolment.practitioner]) for c in waiting))
    words = (said.rest if said is not None else clause).casefold().replace("’", "'").split()
    plain = (word.strip(' ,;:()–-*_"!.') for word in words)
    known = _OF_FEEDBACK if any(_names(clause, c) for c in waiting) else _OF_MENTOR
    return all(not w or w in known or w in names or _ENDING.sub("", w) in names or is_courtesy(w, names) for w in plain)


def _names(clause: str, case: Case) -> bool:
    first = next(iter(case.enrolment.practitioner.name.split()), "")
    return bool(first) and re.search(rf"(?<!\w){re.escape(first)}(?!\w)", clause) is not None
