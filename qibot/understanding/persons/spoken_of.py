"""Of which practitioners words speak, beside the one whose matter a mail would stand in by its sender alone.

Who mentors, manages or works beside others writes about these, too: what is said of one is never read, held or told in
another one's matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.events import CircumstancesReported, Event, ToldInConfidence
from qibot.expression import expression
from qibot.message import Mail, words_apart
from qibot.model import Case, Enrolment, Role, Status
from qibot.people import name_words
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import MOST_CHARACTERS, also_called, folded, sentences
from qibot.understanding.names.bearers import ORDINARY, name_of
from qibot.understanding.names.naming import is_in_title, may_name
from qibot.understanding.persons.of_another import tells_of_another

_CAPITAL = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_I = expression(r"\b(?:I|my|me|we|our|us)\b", re.IGNORECASE)
_HEARD = expression(r"\b(?:hear\w*|say\w*|tell|told|know|afraid|sorry|sad)\b", re.IGNORECASE)
_HINDERED = expression(
    r"\b(?:I|we)\b[^.!?\n]{0,40}\b(?:can['’]?t|cannot|can not|won['’]t|couldn['’]t|unable|late|need|extension"
    r"|not be able|struggl\w*|more time)\b|\bmy (?:own )?reports?\b|\bour reports?\b"
    r"|\bno reports?\b(?! from (?!me\b|us\b))|\bon hold\b"
    r"|(?<!['’]s )(?<!\bhis )(?<!\bher )(?<!\btheir )\breports?(?:['’]s| is| will| has|['’]ll)"
    r"(?: (?:to|have to|need to|be))* (?:wait|on hold|late|delayed|overdue|not)\b",
    re.IGNORECASE,
)


def in_parts(mail: Mail, context: Context, role: Role) -> list[Case]:
    """The enrolments in which the sender plays this part and whose practitioner the mail may speak of, but for who is
    called as somebody else in it."""
    text = mail.own_text[:MOST_CHARACTERS]
    found = context.cases(role, tuple(Status))
    return [c for c in found if is_in_title(c.enrolment, mail.subject) or may_name(c.enrolment, text)]


def elsewhere(mail: Mail, context: Context, but: Collection[str]) -> list[Enrolment]:
    """The other practitioners of the directory whom the subject or the words name by their first name or in full."""
    text = f"{mail.subject}\n{mail.own_text[:MOST_CHARACTERS]}"
    plain = folded(text)
    words = {w.casefold() for w in _CAPITAL.findall(plain) if w[0].isupper()}
    senders = {mail.sender or "", *context.people.addresses_of(mail.sender or "")}
    near = [e for e in context.people.having(words, _firsts) if e.unit not in but]  # each one's own look costs
    others = [e for e in near if senders.isdisjoint(e.practitioner.addresses)]
    return [e for e in others if words & (_firsts(e) - ORDINARY) or may_name(e, text)]


def without_colleagues(event: Event, context: Context) -> Event:
    """The event; where what was taken for a practitioner's own circumstances befell another one, and keeps the sender
    from nothing, a word for the team alone: the calendar isn't held, and their mentor hears nothing."""
    if not isinstance(event, CircumstancesReported) or event.role is not Role.PRACTITIONER or not event.read:
        return event
    case = next((p.case for p in context.parts if p.case.unit == event.unit), None)
    mail = event.arrival.mail
    if case is None or _HINDERED.search(mail.top):
        return event
    if not tells_of_colleague(mail, context, case):
        return event
    words = words_apart(mail, case).strip()
    return ToldInConfidence(event.arrival, event.unit, 0, Role.PRACTITIONER, words, "it tells of another practitioner")


def tells_of_colleague(mail: Mail, context: Context, case: Case) -> bool:
    """Whether it tells what befell another practitioner of the directory, or what is said against them."""
    e = case.enrolment
    around = [p for p in (e.practitioner, e.mentor, e.manager) if p is not None]
    others = [o for o in elsewhere(mail, context, {e.unit}) if not _firsts(o) & name_words(around)]
    firsts = [name.capitalize() for o in others for name in _firsts(o)]
    told = [x for x in sentences(mail.top) if firsts and tells_of_another(x, firsts, around, by_name=True)]
    return any(_opens_with(x, firsts) for x in told)


def _opens_with(sentence: str, firsts: list[str]) -> bool:
    """Whether a name stands before the sender does: “Sam's dad died, so I …”, “I hear that Sam …”, not “my son Sam”."""
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, firsts))})\b", folded(sentence))
    if found is None:
        return False
    before = sentence[: found.start()]
    return not _I.search(before) or (_HEARD.search(before) is not None and " my " not in f" {before.lower()} ")


def _firsts(e: Enrolment) -> set[str]:
    """What a practitioner is called, in small letters."""
    words = name_of(e)
    return {words[0], *also_called(words[0])} if words else set()
