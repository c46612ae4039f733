"""A mentor's own word that they will be away, in a mail that answers nothing: “just to say that I'm on leave from 12 to
18 October and won't be looking at mail”.

| it tells of the leave and | becomes |
|---|---|
| only what goes with one: mail that isn't read, a journey, when they are back | absence, and a confirmation |
| anything else | whatever it would be, with the absence noted beside |
| what may be why: illness, a death, trouble; somebody of the programme by name | as it would be without |

Nobody is asked about a leave as if it might be feedback, and whoever has said when they are away isn't reminded then.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival, Event
from qibot.message import Mail
from qibot.model import Person
from qibot.people import name_words
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import is_courtesy, typed
from qibot.understanding.phrases.leave import FARTHEST, leave_days, speaks_of_leave

MOST = 45  # words of such a mail
BY = "AWAY"  # as whose word it is told to the team
_GRAVER = (CAUSES - {"@leave"}) | {"@cope"}
_GO_ALONG = re.compile(r"\bwith (?:my|the|our) [\w-]+(?: and (?:my |the |our )?[\w-]+)?", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:i am|i['’]?m|i shall|i will|i['’]?ll|i am going to|i['’]?m going to|we are|we['’]re"
    r"|we['’]ll)(?: be)?(?: \w+){0,2}? "
    r"(?:away|off|on (?:[\w-]+ ){0,2}?(?:leave|holidays?|hols|a/l)|out of (?:the )?(?:office|country)|abroad|overseas"
    r"|not (?:in|at work|working|around|here))\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,.;:!()\n]+|\s[-–—]+\s|\b(?:and|so|but|as)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"^\W*(?:(?:hi|hello|dear|morning|afternoon)\b[\w ]{0,25}|(?:just |only )?(?:a )?(?:quick |short "
    r"|brief )?(?:to (?:say|let you know|tell"
    r" you|inform you|note)|note|heads[ -]up|line|word|reminder|please note|fyi|for (?:your )?(?:info\w*|diar\w+"
    r"|records?))"
    r"(?: to (?:say|let you know))?(?: that)?)\W*$",
    re.IGNORECASE,
)
_UNREAD = re.compile(
    r"^\W*(?:i )?(?:(?:will|shall|do|am|['’]m|be|can|please|may) )*(?:won['’]?t|not|don['’]?t|can['’]?t|cannot"
    r"|never|no)\b[^?]{0,40}"
    r"\b(?:e-?mails?|mails?|messages?|inbox|phone|anything|reach\w*|contact\w*|available|check\w*|access|signal|wi-?fi"
    r"|around|online|answer\w*|repl\w+|respond\w*)\b[\w ]{0,30}$"
    r"|^\W*(?:with )?(?:no|limited|little|without) (?:e-?mail|internet|access|signal|phone|wi-?fi)\b[\w ]{0,20}$",
    re.IGNORECASE,
)
_JOURNEY = re.compile(
    r"^\W*(?:(?:walk|travel|visit|ski|camp|cycl|sail|hik|climb|fly|tour|cruis|swimm|fish|island hopp)ing\b"
    r"|go(?:ing)?|in|to|on a"
    r"|at a)\b[\w '’-]{0,50}$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^\W*(?:i['’]?(?:m|ll be| am| will be| shall be)? )?(?:back|home|return(?:ing)?|in again|reply|answer"
    r"|catch up)\b[\w ]{0,40}$",
    re.IGNORECASE,
)

_DAYS = re.compile(
    r"(?:\W*(?:from|to|till?|until|the|of|on|inclusive|both days|\d{1,2}(?:st|nd|rd|th)?|20\d\d|(?:jan|feb|mar|apr"
    r"|may|june?|july?"
    r"|aug|sept?|oct|nov|dec)[a-z]*|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?))+\W*",
    re.IGNORECASE,
)


def of_leave_told(event: Event, arrival: Arrival, mentor: Person, others: frozenset[str], almanac: Almanac) -> Event:
    """The event; the absence instead, or with it, where the mail tells of one of its writer's. `others` are the words
    of the names of their practitioners and of these ones' managers."""
    span = leave_told(arrival.mail, others, almanac.day(arrival.arrived))
    if span is None or isinstance(event, AbsenceNoted) or arrival.beside:
        return event
    address = arrival.mail.sender or ""
    if says_only_leave(arrival.mail, name_words([mentor])):
        return AbsenceNoted(arrival, address, *span, BY, mentor.name)
    noted = AbsenceNoted(arrival, address, *span, BY)
    return replace(event, arrival=replace(event.arrival, beside=(*event.arrival.beside, noted)))


def leave_told(mail: Mail, others: frozenset[str], today: date) -> tuple[date, date] | None:
    """The first and the last day of the leave that its writer says they take; None where nobody can tell."""
    said = typed(mail)
    if mail.sends or "?" in said or len(said.split(None, MOST)) >= MOST:
        return None
    if others & set(re.findall(r"[^\W\d_]+", said.casefold())) or families_in(_GO_ALONG.sub(" ", said)) & _GRAVER:
        return None
    told = [one for one in sentences(said) if speaks_of_leave(one)]
    if len(told) != 1 or not _OWN.search(told[0]):
        return None
    leave = leave_days(plainer(" ".join(told[0].split())), today)
    if leave.back is None:
        return None
    first, last = leave.first or today, leave.last or leave.back - timedelta(days=1)
    return (first, last) if today <= first <= last <= today + FARTHEST else None


def says_only_leave(mail: Mail, names: frozenset[str]) -> bool:
    """Whether each clause is of the leave, or goes with one; `names` are the writer's, who signs it."""
    clauses = [one for one in _CLAUSES.split(typed(mail)) if re.search(r"\w", one)]
    fits = (_OPENS, _UNREAD, _JOURNEY, _BACK)
    return all(
        is_courtesy(one, names) or speaks_of_leave(one) or _is_days(one) or any(row.match(one) for row in fits)
        for one in clauses
    )


def _is_days(clause: str) -> bool:
    return _DAYS.fullmatch(clause) is not None
