"""Leave and news that harm no report, by what their writer says: the leave in time, the manager's own affairs.

| a practitioner tells | becomes |
|---|---|
| a leave, and that the report comes before, in time, or by a day until its deadline | a message |
| that the manager is off, is back, retires, or is another one from now on | to the team, nothing held |
| the same, and that something of theirs waits for it, or an illness of their own | circumstances, as ever |
"""

from __future__ import annotations

import re

from qibot.calendar import delayed_report
from qibot.events import Event
from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.in_few_words import typed_in
from qibot.understanding.practitioners.for_the_team import NATURES, to_team
from qibot.understanding.practitioners.said import Said

# A leave of no kind but the yearly one, its days, and that the report comes: clause by clause, and not a word more. Of
# which kind another leave is, and what for, may be no mentor's to hear.
_CLAUSES = expression(r"[.!?;:,\n()]+|\s[–—-]+\s|[–—]|\b(?:but|so|and)\b", re.IGNORECASE)
_DAY = (
    r"(?:the|a|an|of|on|in|for|from|to|until|till|by|as|this|next|all|whole|about|just|end|start|beginning|middle"
    r"|weeks?|days?|fortnight|months?|weekend|morning|afternoon|today|tomorrow|tonight|then|inclusive|onwards?"
    r"|two|three|four|five|six|ten|couple|few|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}(?:['’]s)?|\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}[-–]\d{1,2})"
)
_DAYS = rf"(?: {_DAY})"
_SAYS_LEAVE = Spoken(
    r"(?:(?:just )?(?:to (?:say|let you know)|letting you know|a note)(?: that)? )?"
    r"(?:(?:i['’]m|i am|i['’]ll be|i will be|we['’]re|we are) )?(?:also |now |actually |going )*"
    rf"(?:(?:away |off )?on (?:my )?(?:annual leave|leave|holidays?|hols|vacation){_DAYS}*|(?:off|away){_DAYS}+)"
)
_MINE = rf"(?:my|first|second|{_DAY})"
_WHEN = (
    rf"(?:before(?:hand)?(?: (?:that|then|i (?:go|leave|fly)|my (?:leave|holidays?)))?|(?:in|on) (?:good )?time"
    rf"|as (?:usual|normal|planned)|early|{_DAY}{_DAYS}*)"
)
_SAYS_COMES = Spoken(
    rf"(?:(?:(?:i['’]ll|i will|i shall|will|i['’]m going to|i am going to) )?(?:still |also )?"
    rf"(?:send|have|get|finish|submit|do|write|hand in|hand)(?: you)?(?: {_MINE})*(?: (?:report|it))(?: \d{{1,2}})?"
    rf"|(?:my |{_DAY} )*report(?: \d{{1,2}})? (?:will|['’]ll)(?: still| also)? (?:be|come))"
    rf"(?: (?:in|done|sent|finished|written|ready|over|off|across|to you|with you))*(?: {_WHEN})+"
)
_ASKS_TO_SEE = Spoken(
    r"(?:can|could|did) you (?:see|open|read|get) (?:the|my) (?:poster|charts?|diagram|charter|data|report|photos?)"
)
LONGEST = 45  # words: what is longer tells more than one thing
SLIGHT, LEAVING = 0.3, 0.3  # from which what is graver is in it
_DENIES = Spoken(
    r"n['’]t\b|\b(?:not|never|cannot|can ?not|unable|hardly|unless|if|late|later|longer|extension|more time"
    r"|extra|try|hope"
    r"|after|delay\w*|struggl\w+|instead|skip|miss|might|may|should be able|thanks to)\b"
)
_COMES = r"(?:(?:i['’]ll|i will|i shall|will|i['’]m going to|i am going to) (?:still |also )?(?:send|have|get|finish"
_COMES += (
    r"|submit|do|write|hand)\b[^.?!]{0,30}\b(?:report|it)\b|\breport (?:\d+ )?(?:will|['’]ll)(?: still)? (?:be|come))"
)
_IN_TIME = Spoken(
    _COMES + r"[^.?!]{0,30}\b(?:before(?:hand)?(?: (?:that|then|i (?:go|leave|fly)|my (?:leave|holidays?)))?"
    r"(?=\W*(?:$|[.,;!?\n]))"
    r"|(?:in|on) time|as (?:usual|normal|planned)|early)"
)
_BY_DAY = expression(_COMES + r"[^.?!]{0,30}\b(?P<day>(?:by|on) [^.?!,;]{2,25})", re.IGNORECASE)
_LEADS = expression(
    r"\b(?:just )?(?:to (?:say|let you know|tell you)|i (?:just )?(?:thought|should|wanted|want|would like|need"
    r"|meant)\b"
    r"[^.?!]{0,25}\b(?:know|say|tell you|mention))(?: that)?\b|\b(?:and )?that\b|\bby the way\b|\bfyi\b"
    r"|\bmy (?:line |new |old )*"
    r"(?:manager|boss|head)\b",
    re.IGNORECASE,
)
_MANAGER = expression(r"\b(?:MGR|my (?:line )?(?:manager|boss)|(?:line|new) manager|manager)\b")
_OWN = Spoken(r"\b(?:i|i['’]m|i['’]ve|i['’]ll|i['’]d|my|me|we|we['’]re|our|us)\b")
_WAITS = Spoken(
    r"\b(?:reports?|deadlines?|late|extension|cover\w*|time|busy|nobody|no ?one|struggl\w+|can['’]?t|cannot|won['’]t"
    r"|behind|stuck|wait\w*|until|confiden\w+|private\w*|between)\b"
)


def without_harm(said: Said, why: str | None) -> Event | None:
    """The event; None of what may harm a report, or was no word for the team (`why`) in the first place."""
    text, found = typed_in(said.mail), said.found
    if said.meets or said.mail.sends or said.mail.held or found.mark or found.cut or len(text.split()) > LONGEST:
        return None
    if why in (*NATURES, "leaving") and _is_of_manager(said, text):
        return to_team(said, "private")
    graver = found.of("private") >= SLIGHT or found.of("leaving") >= LEAVING
    if why in NATURES and not graver and _is_leave_in_time(said, text):
        return said.message(asked=said.thread is None)
    return None


def _is_leave_in_time(said: Said, text: str) -> bool:
    if not families_in(text) & CAUSES <= {"@leave"} or _DENIES.is_in(text) or not _says_no_more(text, said.names):
        return False
    if _IN_TIME.is_in(text):
        return True
    today = said.almanac.day(said.arrival.arrived)
    named = _BY_DAY.search(text)
    number = delayed_report(said.case, said.number, today, said.almanac)
    day = read_date(plainer(named["day"]), today) if named else None
    return day is not None and number is not None and today <= day.day <= said.almanac.deadline(said.case, number)


def _says_no_more(text: str, names: frozenset[str]) -> bool:
    """Whether every clause is of the leave and its days, that the report comes, or a courtesy."""
    told = [" ".join(one.split()) for one in _CLAUSES.split(text)]
    more = [one for one in told if one and not is_courtesy(one, names)]
    return all(any(p.is_all_of(one) for p in (_SAYS_LEAVE, _SAYS_COMES, _ASKS_TO_SEE)) for one in more)


def _is_of_manager(said: Said, text: str) -> bool:
    """Whether all that sounds like circumstances is said of the manager alone, and nothing waits for them."""
    if not said.found.speaks_of("MGR") and not _MANAGER.search(text):
        return False
    about = False
    for one in said.found.told:
        plain = _LEADS.sub(" ", one.text)
        if _WAITS.is_in(plain) or _OWN.is_in(plain):
            return False
        about = about or "MGR" in one.words or _MANAGER.search(one.text) is not None
    return about and bool(sentences(text))
