"""What a mentor writes in answer to the mentor notes, or around a copy of them: for the team alone, never relayed.

The notes are a letter of their own, so an answer to the report can't quote them. Five marks tell what answers or holds
them all the same, each enough by itself: the matter that their answers go to, their Message-ID, their subject (whatever
address the answer went to), a sentence within them that mail programs quote (`NOTES_MARK`), in the text or in the
formatted version, and a quoted line that is made of the words of notes and of no other letter's.
"""

from __future__ import annotations

import html
import re

from qibot.events import NOTES_MARK, Arrival, Event, MessageIgnored, MessageUnplaced, ToldInConfidence, bare_topic
from qibot.message import Mail, quotes_only, words_apart
from qibot.model import Case, Role
from qibot.understanding.answered import answered_letter
from qibot.understanding.context import Context
from qibot.understanding.courtesy import is_short, is_thanks, names_in

NOTES = "mentor_notes"
_TAGS = re.compile(r"<[^<>]*>")
_NOT_LETTERS = bytes(code for code in range(128) if not chr(code).islower())


def of_the_notes(arrival: Arrival, context: Context) -> Event | None:
    """The event of a mentor's mail that answers the notes or holds them; None for any other."""
    answered, cases = noted(arrival, context), context.cases(Role.MENTOR)
    quoted = holds_notes(arrival.mail) or any(quotes_only(arrival.mail, case, NOTES) for case in cases)
    if answered is None and not quoted:
        return None
    case, number = answered or ((cases[0], 0) if len(cases) == 1 else (context.case, context.number))
    if case is None or not any(c.unit == case.unit for c in cases):
        return MessageUnplaced(arrival, "it answers mentor notes, which are for the mentor alone")
    if is_short(arrival.mail) and is_thanks(arrival.mail, names_in(case)):
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
