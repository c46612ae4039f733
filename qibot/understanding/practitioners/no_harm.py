"""Leave and news that harm no report, by what their writer says: the leave in time, the manager's own affairs.

| a practitioner tells | becomes |
|---|---|
| a leave, and that the report comes before, in time, or by a day until its deadline | a message |
| the same where it is overdue, of a leave behind the deadline, or of months | circumstances, as ever |
| only that the manager is off, is back, retires, or is another one from now on | to the team, nothing held |
| the same in answer to a reminder, where it is why, or with anything beside it | circumstances, as ever |
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.calendar import delayed_report
from qibot.events import Event
from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.names.bearers import words_of_name
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.in_few_words import answers_reminder, typed_in
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
_ENDS = r"(?=\W*(?:$|[.,;:!?()\n–—]|\b(?:but|and|so)\b))"
_IN_TIME = Spoken(_COMES + rf"[^.?!]{{0,30}}\b(?:(?:in|on) time|as (?:usual|normal|planned)|early){_ENDS}")
_BEFORE = Spoken(
    _COMES + r"[^.?!]{0,30}\bbefore(?:hand)?(?: (?:that|then|i (?:go|leave|fly)|my (?:leave|holidays?)))?" + _ENDS
)
_BEGINS = expression(
    r"\b(?:from|as of|week of) (?P<day>[^.?!,;:()]{2,25}?)(?= (?:to|until|till|for|but|and|so|inclusive|onwards?)\b"
    r"|\W*(?:$|[.?!,;:()]))",
    re.IGNORECASE,
)
_NOW = Spoken(r"\b(?:today|this week)\b")
_NEXT_WEEK = Spoken(r"\b(?:leave|off|away|holidays?|hols|vacation)(?: all)? next week\b")
_LASTS = expression(r"\b(?:until|till|to) (?P<day>[^.?!,;:()]{2,25})", re.IGNORECASE)
_MONTHS = Spoken(r"\bmonths\b|\b(?:for|a|one|whole|two|three) month\b")
_WEEKS = expression(r"\b(a|one|two|three|four|five|six|ten|couple of|few|\d{1,2}) weeks?\b", re.IGNORECASE)
_COUNTED = {"a": 1, "one": 1, "two": 2, "couple of": 2, "three": 3, "few": 4, "four": 4, "five": 5, "six": 6, "ten": 10}
BEHIND = 2  # working days: whose leave begins so soon behind the deadline sends what comes before it in time
_BY_DAY = expression(_COMES + r"[^.?!]{0,30}\b(?P<day>(?:by|on) [^.?!,;]{2,25})", re.IGNORECASE)
_LEADS = expression(
    r"\b(?:just )?(?:to (?:say|let you know|tell you)|i (?:just )?(?:thought|should|wanted|want|would like|need"
    r"|meant)\b"
    r"[^.?!]{0,25}\b(?:know|say|tell you|mention))(?: that)?\b|\b(?:and )?that\b|\bby the way\b|\bfyi\b"
    r"|^\W*dear (?:all|colleagues|team)\b|\b[\w.+-]+@[\w.-]+\w",
    re.IGNORECASE,
)
# What is said of the manager, clause by clause, and not a word more: what stands beside it may be why nothing comes.
_MANAGER = r"(?:MGR|(?:(?:my|the|our) )?(?:line |old |former )*(?:manager|boss)(?: MGR)?)"
_IS = (
    r"(?:['’]s|['’]ll be| (?:is|will be|has been|was|goes|has gone|is going|are|have been))(?: (?:now|also|currently))*"
)
_OFF = (
    r" (?:(?:off|away|back|sick|ill|unwell|poorly|signed off|in hospital|out of (?:the )?office|retiring|retired"
    r"|leaving|gone|moving on|on (?:(?:annual|maternity|paternity|parental|sick|long|extended|carer['’]s) )?"
    r"(?:leave|holidays?)|on (?:a )?secondment)(?: (?:sick|ill|work))?(?: with (?:covid|flu|stress|a cold|a bug))?)"
)
_SINCE = rf"(?: (?:{_DAY}|while|now|moment|at|since|bit|year|\d{{4}}))*"
_OF_MANAGER = Spoken(
    rf"(?:{_MANAGER}|she|he|they)(?:{_IS}{_OFF}| (?:retires|leaves|(?:has )?(?:retired|left))){_SINCE}"
)
_ANSWERS = Spoken(
    rf"(?:{_MANAGER}|she|he|they) (?:may|might|will|probably will|likely will) (?:not|be slow to)"
    r" (?:answer|reply|respond|see|read|get)(?: (?:to|anything|you|your|the|these|those|e?-?mails?|letters?"
    r"|messages?|quickly))*"
)
_GETS = Spoken(
    r"(?:can|could|would) you (?:please )?(?:see to it|make sure|ensure) (?:she|he|they|MGR) gets?"
    r" (?:(?:the|my|all|these) )?(?:feedback|letters?|e?-?mails?|copies)(?: from (?:now|then)(?: on)?)?"
)
_OWN = Spoken(r"\b(?:i|me|my|we|us|our)\b")  # “… and I am too” is no courtesy
# Case sensitive: whose name has no capitals may be anything.
_ANOTHER = expression(
    r"(?:MGR|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?: is| will be|['’]s| becomes)(?: now)? my (?:new |line |acting )*"
    rf"(?:manager|boss)(?i:{_SINCE})"
)


def without_harm(said: Said, why: str | None) -> Event | None:
    """The event; None of what may harm a report, or was no word for the team (`why`) in the first place."""
    text, found = typed_in(said.mail), said.found
    if said.meets or said.mail.sends or said.mail.held or found.mark or found.cut or len(text.split()) > LONGEST:
        return None
    if why in (*NATURES, "leaving") and not answers_reminder(said.answered) and _is_of_manager(said, text):
        return to_team(said, "private")
    graver = found.of("private") >= SLIGHT or found.of("leaving") >= LEAVING
    if why in NATURES and not graver and _is_leave_in_time(said, text):
        return said.message(asked=said.thread is None)
    return None


def _is_leave_in_time(said: Said, text: str) -> bool:
    if not families_in(text) & CAUSES <= {"@leave"} or _DENIES.is_in(text) or not _says_no_more(text, said.names):
        return False
    today, almanac = said.almanac.day(said.arrival.arrived), said.almanac
    number = delayed_report(said.case, said.number, today, almanac)
    if number is None or (deadline := almanac.deadline(said.case, number)) < today:
        return False  # what is overdue comes in time no more
    later = [almanac.deadline(said.case, n) for n in almanac.owed(said.case) if n > number]
    begins = _first_day(text, today)
    if _MONTHS.is_in(text) or (later and _last_day(text, begins or today) >= min(later)):
        return False
    if _IN_TIME.is_in(text):
        return True
    if _BEFORE.is_in(text):
        return begins is not None and begins <= almanac.workdays.after(deadline, BEHIND)
    named = _BY_DAY.search(text)
    day = read_date(plainer(named["day"]), today) if named else None
    return day is not None and today <= day.day <= deadline


def _first_day(text: str, today: date) -> date | None:
    """The first day of the leave; None where it isn't said."""
    if (named := _BEGINS.search(text)) is not None:
        day = read_date(plainer(named["day"]), today)
        return day.day if day else None
    if _NEXT_WEEK.is_in(text):
        return today + timedelta(days=7 - today.weekday())
    return today if _NOW.is_in(text) else None


def _last_day(text: str, begins: date) -> date:
    """The last day of the leave, by its weeks or the day until which it lasts; its first where neither is said."""
    named = [read_date(plainer(one["day"]), begins) for one in _LASTS.finditer(text)]
    ends = [begins, *(one.day for one in named if one)]
    for weeks in _WEEKS.findall(text):
        counted = weeks.casefold()
        ends.append(begins + timedelta(weeks=int(counted) if counted.isdigit() else _COUNTED[counted]))
    return max(ends)


def _says_no_more(text: str, names: frozenset[str]) -> bool:
    """Whether every clause is of the leave and its days, that the report comes, or a courtesy."""
    told = [" ".join(one.split()) for one in _CLAUSES.split(text)]
    more = [one for one in told if one and not is_courtesy(one, names)]
    return all(any(p.is_all_of(one) for p in (_SAYS_LEAVE, _SAYS_COMES, _ASKS_TO_SEE)) for one in more)


def _is_of_manager(said: Said, text: str) -> bool:
    """Whether every clause is of the manager: that they are off, back, or another one; or a courtesy."""
    manager = said.case.enrolment.manager
    called = "|".join(re.escape(name) for name in words_of_name(manager.name)) if manager else ""
    if called:
        text = re.sub(rf"\b(?:{called})\b(?:\s+(?:{called})\b)*", "MGR", text, flags=re.IGNORECASE)
    told = [" ".join(one.split()) for one in _CLAUSES.split(_LEADS.sub(", ", text))]
    more = [one for one in told if one and (_OWN.is_in(one) or not is_courtesy(one, said.names))]
    about = [one for one in more if _OF_MANAGER.is_all_of(one) or _ANOTHER.fullmatch(one)]
    return bool(about) and all(one in about or _ANSWERS.is_all_of(one) or _GETS.is_all_of(one) for one in more)
