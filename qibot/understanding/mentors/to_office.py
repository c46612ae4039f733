"""What a mentor asks the office in answer to a reminder: that is the office's own letter, and nobody else has spoken.

| it | becomes |
|---|---|
| asks or says something of our letters, or whether their answer came (`persons/of_our_letters.py`) | to the team |
| says so beside what is plainly feedback; beside what may be | feedback; they are asked |
| asks anything else of a reminder of feedback, and nothing of the project: “is this urgent?” | they are asked |

What calls the practitioner, or says more than a question or two, is read as ever; what is asked about already stays so.
"""

from __future__ import annotations

import re

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, FeedbackReceived, MessageReceived, ToldInConfidence
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, folded
from qibot.understanding.names.naming import greets
from qibot.understanding.persons.of_our_letters import is_of_our_letters
from qibot.understanding.persons.spoken_to import have_it
from qibot.understanding.phrases.courtesy import is_courtesy, names_in, praises
from qibot.understanding.phrases.plainly import is_plainly_feedback

OF_FEEDBACK = "remind_feedback"
REMINDERS = (OF_FEEDBACK, "nudge_contact", "remind_missing", "remind_missing_again")
TO_OFFICE = "it asks the office about its reminder"
SHORT, FEW = 45, 8  # words of a mail that asks something and says little else, and of one that but asks
SLIGHT = 3  # words from which a clause says something
_CLAUSES = expression(r"[,;:()]|\s[-–—]+\s|[–—]|\b(?:and|but)\b", re.IGNORECASE)
_SENT = expression(  # “… and I am sure I did”, “… it went on Friday”
    r"(?:i|we|it|that|this|they)\b[\w'’ ]{0,24}?\b(?:sure|did|sent|went|gone|lost|stuck|there|arrive\w*|bounce\w*)"
    r"(?: (?:i|it|did|on|last|this|the|to|you|back|off|out|in|\w+day|week|time)){0,4}",
    re.IGNORECASE,
)
_YOU = expression(r"\b(?:you|your)\b", re.IGNORECASE)
_THEIRS = expression(
    r"\b(?:your(?! (?:end|side|lot|records?|systems?|inbox|mailbox|spam|junk|reminders?|e-?mails?|mails?|letters?|list"
    r"|office|team)\b)|yours|yourself|data|pdsas?|charts?|aims?|measures?|measur\w+|tests?|testing|tested|median"
    r"|baseline|predict\w*|ideas?|diagrams?|graphs?|axis|outcomes?|pupils?|patients?|staff|wards?|class"
    r"|results?|sample"
    r"|link|file|page|pdf|attach\w*|open|access|version|drafts?|document|spreadsheet|section|appendix|password|meet"
    r"|call|chat|talk|speak|discuss|ring|phone|teams|zoom|free|visit|coffee)\b",
    re.IGNORECASE,
)


def as_to_office(
    event: Event, arrival: Arrival, case: Case, number: int, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event:
    """The event of what a mentor says, or what comes of it where it is asked of the office (the table above)."""
    talks = isinstance(event, MessageReceived | FeedbackReceived)
    if not talks or answered is None or answered.name not in REMINDERS or arrival.mail.sends:
        return event
    if found.mark or found.cut or found.in_form or have_it(event, case, Role.MENTOR) or praises(arrival.mail):
        return event
    said = [folded(one.text) for one in found.told]
    e, text = case.enrolment, arrival.mail.own_text[:MOST_CHARACTERS]
    called = {word for told in found.told for word in told.words if word.endswith("-V")} - {"MENT-V", "TEAM-V"}
    if called or greets(e.practitioner, text) or sum(len(one.split()) for one in said) > SHORT:
        return event
    if _may_call(said, case):
        return event
    reminded = answered.name == OF_FEEDBACK
    ours = [is_of_our_letters(one, reminded=reminded) for one in said]
    courtesies = [is_courtesy(one.strip(" .!"), names_in(case)) for one in said]
    rest = [one for one, to_us, polite in zip(said, ours, courtesies, strict=True) if not (to_us or polite)]
    amid = [more for one, to_us in zip(said, ours, strict=True) if to_us for more in _beside(one, case, reminded)]
    rest += amid
    if any(ours) and not any(_THEIRS.search(one) for one in rest):
        if rest and isinstance(event, FeedbackReceived):  # “I thought I'd sent it. In short: tighten the title”
            plain = is_plainly_feedback(arrival.mail, found, frozenset())
            return event if plain and not amid else doubtful(arrival, case, number, Role.MENTOR, almanac)
        words = words_apart(arrival.mail, case).strip()
        return ToldInConfidence(arrival, case.unit, number, Role.MENTOR, words, TO_OFFICE)
    asks = reminded and isinstance(event, MessageReceived) and _only_asks(rest)
    return doubtful(arrival, case, number, Role.MENTOR, almanac) if asks else event


def _beside(sentence: str, case: Case, reminded: bool) -> list[str]:
    """What stands beside a word of our letters in its sentence: “I thought I had sent it: strong start”."""
    clauses = [one.strip(" .!") for one in _CLAUSES.split(sentence)]
    ours = [is_of_our_letters(one, reminded=reminded) for one in clauses]
    if not any(ours):
        return []
    more = [one for one, of_us in zip(clauses, ours, strict=True) if not (of_us or _SENT.fullmatch(one))]
    return [one for one in more if len(one.split()) >= SLIGHT and not is_courtesy(one, names_in(case))]


def _may_call(said: list[str], case: Case) -> bool:
    """Whether the practitioner's name stands anywhere but in “which Jo is this?”: it may call them."""
    names = "|".join(map(re.escape, name_words([case.enrolment.practitioner])))
    named = re.compile(rf"(?<!which )(?<!what )\b(?:{names})\b", re.IGNORECASE) if names else None
    return named is not None and any(named.search(one) for one in said)


def _only_asks(rest: list[str]) -> bool:
    """Whether it is but a question of a few words, which says neither “you” nor anything of the project."""
    asked = [one for one in rest if one.rstrip(" \"'”’)").endswith("?")]
    short = sum(len(one.split()) for one in rest) <= FEW
    return short and bool(asked) and not any(_THEIRS.search(one) or _YOU.search(one) for one in rest)
