"""What a mentor writes in answer to the mentor notes, or around a copy of them: for the team alone, never relayed.

The notes are a letter of their own, so an answer to the report can't quote them. Five marks tell what answers or holds
them all the same, each enough by itself: the matter that their answers go to, their Message-ID, their subject (whatever
address the answer went to), a sentence within them that mail programs quote (`NOTES_MARK`), in the text or in the
formatted version, and a quoted line that is made of the words of notes and of no other letter's; what it answers by its
headers is one of these, a question of the desk's, too.

Words to the practitioner that speak of the notes, in an answer to the report, may be meant for whoever wrote these:
their writer is asked. "The notes" may be a nurse's and "your notes" the practitioner's own, so that they count only
where they judge or are judged as ours are, and where the mentor has had some.
"""

from __future__ import annotations

import html
import re

from qibot.calendar import Almanac
from qibot.events import (
    Arrival,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    ToldInConfidence,
    bare_topic,
)
from qibot.expression import expression
from qibot.message import Mail, quotes_only, words_apart
from qibot.model import NOTES_MARK, Case, Role
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.names.file_names import named_privately
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.phrases.gratitude import is_gratitude

NOTES = "mentor_notes"
_TAGS = expression(r"<[^<>]*>")
_NOT_LETTERS = bytes(code for code in range(128) if not chr(code).islower())
# Notes that somebody else has taken.
_OWN = r"(?! (?:I|we|she|he|they|my|that|which|in|on|of|from|for|under|below|above|attached)\b)"
_WHOSE = (
    r"(?:(?:bot|robot|machine|computer|system|programme|software|AI)(?:['’]s)?|automat\w+|generated"
    r"|mentor(?:['’]s|s['’]?)?)"
)
_JUDGE = (
    r"(?:(?:also|already|only|just|rightly|wrongly|even|not|(?:do|does|did|have|has|had)(?:n['’]?t)?) ){0,3}"
    r"(?:say|said|tell|told|claim|found|find|count|miss|overlook|mention|list|ask|point|flag|picked|pick|spot|notice"
    r"|suggest|complain|think|thought|want|got)(?:s|ed)?\b"
)
_JUDGED = (
    r"(?:are|were|look|seem) (?:(?:quite|very|so|a bit|rather|not|just|absolutely|mostly|all) ){0,2}"
    r"(?:right|wrong|spot[ -]on|correct|incorrect|mistaken|unfair|harsh|off|out|fair enough|misleading)\b"
)
_AGREES = (
    r"(?:(?:dis)?agree(?:d|s)? with|as per|contrary to|unlike|despite|echo|second|ignor(?:e|ing)|disregard"
    r"|thanks? (?:you )?for|as|like)"
)
_SPEAKS_OF_NOTES = expression(
    rf"\b{_WHOSE} (?:mentor )?(?:notes|checklist|pre-?read\w*|first look)\b"
    r"|\b(?:the|your|this|that|these|those|our) pre-?read(?:ing)?\b"
    rf"|(?<!\bin )(?<!\bfrom )(?<!\bto )\b(?:the|these|those) notes\b{_OWN}"
    rf"|(?:\byour |(?:^|[.!?] ))notes (?:{_JUDGE}|{_JUDGED})|\b{_AGREES} your notes\b{_OWN}"
    rf"|\b(?:the|your) first look {_JUDGE}|\bthe checklist (?:says|found|finds|flags|flagged|picked up|spotted)\b",
    re.IGNORECASE,
)


def without_notes(event: Event, context: Context, almanac: Almanac) -> Event:
    """The event; a question to the mentor where words that would be passed on speak of the notes, or a file is called
    as if it were some, or about the practitioner."""
    if not isinstance(event, FeedbackReceived | MessageReceived):
        return event
    case = context.case_of(Role.MENTOR, event.unit)
    if case is not None and named_privately(case, [d.name for d in event.arrival.mail.documents]):
        return doubtful(event.arrival, case, event.number, Role.MENTOR, almanac)
    if case is None or not _has_had_notes(case) or not speaks_of_notes(words_apart(event.arrival.mail, case)):
        return event
    return doubtful(event.arrival, case, event.number, Role.MENTOR, almanac)


def speaks_of_notes(text: str) -> bool:
    """Whether words may speak of mentor notes."""
    return _SPEAKS_OF_NOTES.search(" ".join(text.split())) is not None


def _has_had_notes(case: Case) -> bool:
    return any(x.name == NOTES for x in case.letters.values())


def of_the_notes(arrival: Arrival, context: Context) -> Event | None:
    """The event of a mentor's mail that answers the notes or holds them; None for any other."""
    answered, cases = noted(arrival, context), context.cases(Role.MENTOR)
    mail = arrival.mail
    letters = [x for case in (*cases, context.desk) if (x := answered_letter(arrival, case)) is not None]
    quoted = holds_notes(mail) or any(quotes_only(mail, case, NOTES, letters) for case in cases)
    if answered is None and not quoted:
        return None
    case, number = answered or ((cases[0], 0) if len(cases) == 1 else (context.case, context.number))
    if case is None or not any(c.unit == case.unit for c in cases):
        return MessageUnplaced(arrival, "it answers mentor notes, which are for the mentor alone")
    if is_gratitude(arrival.mail, names_in(case)):
        return MessageIgnored(arrival, "an acknowledgement")
    words = words_apart(arrival.mail, case).strip()
    return ToldInConfidence(arrival, case.unit, number, Role.MENTOR, words, "it answers the mentor notes")


def noted(arrival: Arrival, context: Context) -> tuple[Case, int] | None:
    """The enrolment and report of the notes that the mail answers, by its headers."""
    topic = bare_topic(arrival.mail.subject)
    for case in context.cases(Role.MENTOR):
        letter = answered_letter(arrival, case)
        if letter is None or letter.name != NOTES:
            known = (x for x in case.letters.values() if x.name == NOTES and topic and bare_topic(x.subject) == topic)
            letter = next(known, None)
        if letter is not None:
            number = letter.key.removeprefix(f"notes/{case.unit}/").partition("/")[0]
            return case, int(number) if number.isdigit() else 0
    return None


def holds_notes(mail: Mail) -> bool:
    """Whether the notes stand in it, however a mail program quotes, wraps or formats them."""
    mark = _letters(NOTES_MARK)
    return mark in _letters(mail.text) or (
        bool(mail.html) and mark in _letters(html.unescape(_TAGS.sub("", mail.html)))
    )


def _letters(text: str) -> bytes:
    return text.lower().encode("ascii", "ignore").translate(None, _NOT_LETTERS)
