"""A mentor's own word, in answer to a report, that they are away: “A/L 19–30 October”, “off till the 2nd”.

What says nothing else is no feedback, whoever's form it has, and no machine's where a person alone would write so. That
is told word by word: leave, days, names and courtesies, that it will be looked at then. What comes of it stands in
not_yet.py.
"""

from __future__ import annotations

import re
from datetime import date

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.days.naming_days import plainer
from qibot.understanding.phrases.courtesy import is_courtesy, typed
from qibot.understanding.phrases.leave import Leave, leave_days, speaks_of_leave

MOST = 40  # words of such a mail
_BARE_BACK = expression(
    r"\W*(?:i['’]?m |i am |i['’]ll be |will be )?back (?:in (?:work )?)?(?:on )?(?:the )?\d{1,2}"
    r"(?:st|nd|rd|th)?\b(?! |:)"
    r"(?:[/.]\d{1,2})?\W*",
    re.IGNORECASE,
)
_PLACE = expression(r"\b(?:in|to) (?!(?:January|February|March|April|May|June|July|August|September|October|November"
                    r"|December)\b)[A-Z][a-z]+\b")  # fmt: skip
_SAID = """
    a/l abroad afraid after afterwards again ahead al am an and annual apr april are around as at aug august
    available away back bad be been before begins between booked both break but by can carer's christmas commencing
    comment comments compassionate day days dec december do due duty each easter eight ends expect family feb
    february feedback few first five flexi fortnight four fri friday from get give go going gone got half half-term
    happy have heads hear here hol holiday holidays hols home hope i i'd i'll i'm i've if in inclusive is it it'll
    it's jan january jul july jun june jury just know last leave let look mar march may me mon monday morning my
    need next nine not note nov november now oct october of off ok okay on once one only or parental paternity pick
    please pretty promptly read really reply report return review s sat saturday school send sep sept september
    service seven shall sharp sick six so some soon sorry special start starts study summer sun sunday sure taking
    ten term that that's the them then there these they thing things this three through thu thur thurs thursday till
    time timing to today tomorrow tonight top tue tues tuesday two unfortunately unpaid until up vacation w/b w/c we
    we'll we're wed wednesday weds week weekend weeks when while will with won't work working xmas you you'll your
    yours
"""
_WORDS = frozenset(_SAID.split())
# What stands beside a leave that is weeks away, too; of one that begins now a machine may say it.
_ALONGSIDE = """
    action anything book booked conference country course dates fyi give heads hi info information letting limited
    maternity new no noted other out over overseas owing planned reading starting taking team training travelling trip
    way wifi wi-fi year
"""
_ANNOUNCED = frozenset(_ALONGSIDE.split())
_DIGITS = expression(r"[\d/.:–-]*\d(?:st|nd|rd|th)?(?:[–-]\d[\d/.]*(?:st|nd|rd|th)?)?")
# What a person hardly writes of their own leave.
AS_MACHINES = expression(
    r"\b(?:urgent\w*|e-?mails?|enquir\w+|contact\w*|limited access|my return|out of (?:the )?office|currently"
    r"|telephone|phone|automatic\w*|monitored|switchboard|thank you for (?:your|contacting))\b",
    re.IGNORECASE,
)


def leave_in(mail: Mail, names: frozenset[str], today: date, due: date | None = None) -> Leave | None:
    """The leave that a mail tells of and nothing else; `names` are those that it may say, in small letters. Of one that
    begins after `due` more may be said."""
    said = typed(mail)
    words = _PLACE.sub(" ", said)
    if mail.sends or "?" in said or len(said.split()) > MOST or AS_MACHINES.search(said):
        return None
    if not (speaks_of_leave(said) or _BARE_BACK.fullmatch(said)):
        return None
    unknown = [word for word in words.casefold().replace("’", "'").split() if not _fits(word, names)]
    leave = leave_days(plainer(" ".join(said.split())), today)
    if unknown and not (due and leave.first and leave.first > due and all(_fits(x, _ANNOUNCED) for x in unknown)):
        return None
    return leave


def leave_ahead(mail: Mail, names: frozenset[str], due: date, today: date) -> tuple[date, date] | None:
    """The first and the last day of a leave that begins after the day `due`, where a mail tells of nothing else."""
    leave = leave_in(mail, names, today, due)
    if leave is None or leave.first is None or leave.last is None or not today < leave.first:
        return None
    return (leave.first, leave.last) if leave.first > due else None


def _fits(word: str, names: frozenset[str]) -> bool:
    word = word.strip(" ,;:()–-*_\"'.!&")
    return not word or word in _WORDS or word in names or bool(_DIGITS.fullmatch(word)) or is_courtesy(word, names)
