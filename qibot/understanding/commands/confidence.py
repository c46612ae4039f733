"""TEAM: what somebody writes, or has written before, is for the Community Planning team alone (programme.md, 3a)."""

from __future__ import annotations

import re
from datetime import datetime

from qibot.events import Event, SupportNeeded, ToldAfterAll, ToldInConfidence
from qibot.expression import expression
from qibot.model import FORMER, Role, Seen, Submission
from qibot.quoting import is_forward
from qibot.understanding.commands.correction import what
from qibot.understanding.commands.given import Given

SAID = "TEAM"
BROUGHT = ("report ", "charter", "the charter", "message from")
KEPT = ("a word for the team alone", "exceptional circumstances", SAID, "NEEDS SUPPORT", "NO CLEAR AIM", "NO CAPACITY")
# Words below TEAM that say which earlier mail is meant, or that it was for the team: that one is the team's, too.
# “The message isn't getting through to her” is a word of its own.
_MAIL = (
    r"(?:(?:my|that|the|this) )?(?:very )?(?:(?:last|previous|earlier|other|first) )?"
    r"(?:e-?mail|mail|message|note|reply|answer|one)"
)
_NTH = r"(?:last|previous|earlier|other|first)"
_LETTER = r"(?:e-?mail|mail|message)"
_SENT = rf"(?:{_LETTER}|note|reply|answer|one)"
_WHEN = r"(?:this|last|the|yesterday|today|earlier|before|\w+day|\d)"
_OF_EARLIER = expression(
    rf"^\W*(?:(?:please|sorry|oops|that is|that['’]?s|it['’]?s|i mean|i meant|so is|also|and|for|about|of|all of) )*"
    rf"{_MAIL}"
    r"(?: (?:of mine|too|as well|please|before|above|only|sorry|i sent|from (?:today|yesterday|this morning)))*\W*$"
    rf"|\bmy (?:very )?{_NTH} {_SENT}\b|\bmy {_LETTER} (?:of|from) (?:{_WHEN})\b"
    rf"|\b(?:my {_SENT}|(?:that|the) (?:{_NTH} {_SENT}|{_LETTER}))"
    r"(?: (?:before|above|i sent(?: you)?|of mine))? (?:is|was|were|(?:was|is)n['’]t)\b"
    r"(?: (?:only|just|really|not|never|strictly|very|intended|supposed))*"
    r" (?:for|to|meant|private|confidential|between)\b"
    rf"|\b(?:keep|hold|withdraw|recall|delete|treat|take back|ignore|stop|don['’]t (?:pass|send|show|share)(?: on)?)\b"
    rf"(?: \w+){{0,2}}? (?:my|that|the) (?:{_NTH} )?{_SENT}\b"
    r"(?! (?:of|by|about|on) (?!mine\b)| from (?:my|a|the) (?!manager|mentor|boss|head))"
    r"|\bwhat i (?:wrote|sent|said)\b|\b(?:was|were) (?:only |just )?(?:meant )?(?:for|to) (?:you|the team)\b",
    re.IGNORECASE,
)
FEW = 20  # words of such


def team(given: Given) -> Event | None:
    """TEAM: the words below are for the team alone; without any, the last mail was."""
    if given.behind or given.arrival.mail.sends:
        return None
    unit, number, words = given.case.unit, given.number, given.words_to_team.strip()
    if is_forward(given.arrival.mail.subject) or (given.words and not _is_of_earlier(given.words)):
        return _told(given, words)
    mails = [(x.arrived, x.taken_for, x.archived) for x in given.case.all(Seen).values() if _was_passed_on(x, given)]
    if not (mails := mails + _unmarked(given)):
        if words and (given.words or given.typed_below(words)):
            return _told(given, words)
        return given.unclear("there is no earlier message of yours in this matter", "TEAM, and your words below it")
    arrived, taken_for, archived = max(mails)
    return ToldAfterAll(given.arrival, unit, number, given.role, given.who, taken_for, archived, arrived)


def _is_of_earlier(words: str) -> bool:
    return len(words.split()) <= FEW and _OF_EARLIER.search(words) is not None


def _told(given: Given, words: str) -> Event:
    unit, number = given.case.unit, given.number
    if given.role is Role.MENTOR:
        return SupportNeeded(given.arrival, unit, number or 1, words)
    return ToldInConfidence(given.arrival, unit, number, given.role, words, SAID)


def _unmarked(given: Given) -> list[tuple[datetime, str, str]]:
    """Reports of theirs in a mail that has its mark elsewhere, since the team is asked about what came with them."""
    if given.role is not Role.PRACTITIONER:
        return []
    marked = {x.archived for x in given.case.all(Seen).values()}
    own = given.case.enrolment.practitioner.addresses
    sent = (s for s in given.case.all(Submission).values() if s.sender in own and s.apart in ("", FORMER))
    return [(s.arrived, what(s.number), s.archived) for s in sent if s.archived and s.archived not in marked]


def _was_passed_on(seen: Seen, given: Given) -> bool:
    """Whether it is a mail of theirs that was no command, and not kept for the team."""
    own = bool(seen.archived) and seen.by == str(given.role)
    return own and (bool(seen.because) or seen.taken_for.startswith(BROUGHT)) and not seen.taken_for.startswith(KEPT)
