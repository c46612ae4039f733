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
from qibot.understanding.mentors.leave_words import goes_with_leave
from qibot.understanding.mentors.told_leave import clauses_of
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.leave import Leave, leave_days, speaks_of_leave

MOST = 40  # words of such a mail
_BARE_BACK = expression(
    r"\W*(?:i['’]?m |i am |i['’]ll be |will be )?back (?:in (?:work )?)?(?:on )?(?:the )?\d{1,2}"
    r"(?:st|nd|rd|th)?\b(?! |:)"
    r"(?:[/.]\d{1,2})?\W*",
    re.IGNORECASE,
)
# What a person hardly writes of their own leave.
AS_MACHINES = expression(
    r"\b(?:urgent\w*|e-?mails?|enquir\w+|contact\w*|inbox|limited access|my return|out of (?:the )?office|currently"
    r"|telephone|phone|automatic\w*|monitored|switchboard|thank you for (?:your|contacting))\b",
    re.IGNORECASE,
)
_OF_THE_DAY = expression(  # of which the feedback's is read from the rest: “jury duty, so realistically the 26th”
    r"\b(?:realistically|probably|likely|latest|later?|delay\w*|otherwise|maybe|perhaps)\b", re.IGNORECASE
)


def leave_in(mail: Mail, names: frozenset[str], today: date) -> Leave | None:
    """The leave that a mail tells of and nothing else; `names` are those that it may say, in small letters."""
    said = typed(mail)
    if mail.sends or "?" in said or len(said.split()) > MOST or AS_MACHINES.search(said):
        return None
    if _OF_THE_DAY.search(said) or not (speaks_of_leave(said) or _BARE_BACK.fullmatch(said)):
        return None
    if not all(goes_with_leave(one, names) for one in clauses_of(said)):
        return None
    return leave_days(plainer(" ".join(said.split())), today)


def leave_ahead(mail: Mail, names: frozenset[str], due: date, today: date) -> tuple[date, date] | None:
    """The first and the last day of a leave that begins after the day `due`, where a mail tells of nothing else."""
    leave = leave_in(mail, names, today)
    if leave is None or leave.first is None or leave.last is None or not today < leave.first:
        return None
    return (leave.first, leave.last) if leave.first > due else None
