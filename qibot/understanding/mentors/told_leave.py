"""A mentor's own word that they will be away, in a mail that answers nothing: “just to say that I'm on leave from 12 to
18 October and won't be looking at mail”.

| it tells of the leave and | becomes |
|---|---|
| only what goes with one: mail that isn't read, a journey, when they are back | absence, and a confirmation |
| anything else | whatever it would be, with the absence noted beside |
| what may be why: illness, a death, trouble; somebody of the programme by name | as it would be without |
| anything, where it would be a word for the team | that word, with the absence noted beside |

What goes with a leave is told by a closed list of words (leave_words.py): one more, and it may be why, or a concern.
Nobody is asked about a leave as if it might be feedback, and whoever has said when they are away isn't reminded then.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival, ConcernTold, Event
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Person
from qibot.people import name_words
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.mentors.leave_words import goes_with_leave
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.leave import FARTHEST, leave_days, speaks_of_leave

MOST = 45  # words of such a mail
BY = "AWAY"  # as whose word it is told to the team
_GRAVER = (CAUSES - {"@leave"}) | {"@cope"}
_GO_ALONG = expression(r"\bwith (?:my|the|our) [\w-]+(?: and (?:my |the |our )?[\w-]+)?", re.IGNORECASE)
_OWN = expression(
    r"\b(?:i am|i['’]?m|i shall|i will|i['’]?ll|i am going to|i['’]?m going to|we are|we['’]re"
    r"|we['’]ll)(?: be)?(?: \w+){0,2}? "
    r"(?:away|off|on (?:[\w-]+ ){0,2}?(?:leave|holidays?|hols|a/l)|out of (?:the )?(?:office|country)|abroad|overseas"
    r"|not (?:in|at work|working|around|here))\b",
    re.IGNORECASE,
)
_CLAUSES = expression(r"[,.;:!()\n]+|\s[-–—]+\s|\b(?:and|so|but|as)\b", re.IGNORECASE)
_THEN = expression(r"\b(?:for|at|during|in|over) (?:this|that|the) (?:time|week|fortnight|period)\b", re.IGNORECASE)


def of_leave_told(event: Event, arrival: Arrival, mentor: Person, others: frozenset[str], almanac: Almanac) -> Event:
    """The event; the absence instead, or with it, where the mail tells of one of its writer's. `others` are the words
    of the names of their practitioners and of these ones' managers."""
    span = leave_told(arrival.mail, others, almanac.day(arrival.arrived))
    if span is None or isinstance(event, AbsenceNoted) or arrival.beside:
        return event
    address = arrival.mail.sender or ""
    if not isinstance(event, ConcernTold) and says_only_leave(arrival.mail, name_words([mentor])):
        return AbsenceNoted(arrival, address, *span, BY, mentor.name)
    noted = AbsenceNoted(arrival, address, *span, BY)
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, noted)))


def leave_told(mail: Mail, others: frozenset[str], today: date) -> tuple[date, date] | None:
    """The first and the last day of the leave that its writer says they take; None where nobody can tell."""
    said = typed(mail)
    if mail.sends or "?" in said or len(said.split(None, MOST)) >= MOST:
        return None
    if others & set(re.findall(r"[^\W\d_]+", said.casefold())) or tells_graver(said):
        return None
    told = [one for one in sentences(said) if speaks_of_leave(one)]
    if len(told) != 1 or not _OWN.search(told[0]):
        return None
    leave = leave_days(plainer(" ".join(told[0].split())), today)
    if leave.back is None:
        return None
    first, last = leave.first or today, leave.last or leave.back - timedelta(days=1)
    return (first, last) if today <= first <= last <= today + FARTHEST else None


def tells_graver(text: str) -> bool:
    """Whether it has a word of what may be why; with whom somebody goes along is none."""
    return bool(families_in(_GO_ALONG.sub(" ", text)) & _GRAVER)


def says_only_leave(mail: Mail, names: frozenset[str]) -> bool:
    """Whether each clause is of the leave, or goes with one; `names` are the writer's, who signs it."""
    return all(goes_with_leave(one, names) for one in clauses_of(typed(mail)))


def clauses_of(text: str) -> list[str]:
    """What such a mail says, piece by piece."""
    return [one for one in _CLAUSES.split(_THEN.sub(" ", text)) if re.search(r"\w", one)]
