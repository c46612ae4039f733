"""An answer typed between the lines of a letter of ours is read as if it stood above it, by all tables alike.

| above the letter stands | typed is | it is read as |
|---|---|---|
| nothing, courtesy, a promise, “see below” | between lines that are the letter's own | the mail's top |
| a greeting, “see below”; thanks | below the letter; the same in the first person | the mail's top |
| anything | among the practitioner's words, or in the form of feedback | it was: feedback |
| words of their own | anywhere | it was |

What it is passed on as is all that was written, so that each answer stands under its question; but what answers a
letter that its reader alone has goes on without that letter.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TypeVar

from qibot.events import (
    AimUnclear,
    Arrival,
    CapacityEnded,
    ConcernTold,
    Event,
    FeedbackReceived,
    MentorsAsked,
    MessageReceived,
    SupportNeeded,
    ToldInConfidence,
    WhichAsked,
)
from qibot.expression import expression
from qibot.message import Mail, typed_into, words_apart
from qibot.model import Case, Letter
from qibot.quoting import is_forward, is_signed_off
from qibot.understanding.hearing.staying import was_for_reader_alone
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.typed_apart import IN_PERSON, undisclaimed, unnamed
from qibot.understanding.matter.wording import GREETING
from qibot.understanding.meaning import said_in, sentences
from qibot.understanding.phrases.courtesy import is_acknowledgement, is_courtesy, is_promise, names_in
from qibot.understanding.phrases.in_few_words import typed_in
from qibot.understanding.practitioners.will_send import promises

TOLD = SupportNeeded | ConcernTold | AimUnclear | ToldInConfidence | CapacityEnded | MentorsAsked
SOME_DAY = date(2000, 1, 1)  # any, to read words that no day makes too late
BRINGS_WORDS = "relay_"  # what answers such a letter between its lines answers a person
BRINGS_WORDS_BELOW = ("forward_", "report_", "ask_exceptional")  # … and such a one, below the letter's own lines
_POINTS = expression(
    r"\b(?:below|beneath|underneath|in-?line|in line|in the (?:text|body|e-?mail|mail|message)"
    r"|in between|between the lines|in (?:red|blue|green|bold|colour|capitals|caps)|interspersed|embedded"
    r"|under(?:neath)? (?:your|each|the) \w+)\b",
    re.IGNORECASE,
)
_GREETS = expression(
    r"(?:(?:hi|hiya|hello|hey|dear|good|morning|afternoon|evening|all|team|both|there)\b\W*)*\W*", re.I
)
_POINTERS = """
    added answer answered answers are been below beneath between blue body bold caps capitals colour comment commented
    comments each embedded find green have here hope i've in inline in-line interspersed into line lines my of on point
    points put question questions quick red replies reply replied response responses text these they thoughts typed
    underneath under we written wrote
"""
_POINTING = frozenset(_POINTERS.split())
E = TypeVar("E", bound=Event)


def read_between(arrival: Arrival, context: Context) -> Arrival:
    """The mail as if what was typed between our lines stood above them; as it is where nothing was, or more is said."""
    case = context.case
    answered = answered_letter(arrival, case) if case is not None else None
    if case is None or answered is None or answered.name.startswith(BRINGS_WORDS):
        return arrival
    mail = arrival.mail
    if is_forward(mail.subject) or mail.calendar or not _says_nothing_yet(mail, case):
        return arrival
    typed = typed_into(mail, case)
    below = undisclaimed(typed.below, names_in(case))
    leads = mail.top.strip() and (_leads_on(mail, case) or IN_PERSON.search(below.partition("\n")[0]))
    if typed.among or not (typed.between.strip() or (below and leads)):
        return arrival
    if typed.trimmed and answered.name.startswith(BRINGS_WORDS_BELOW):
        return arrival
    text = _put_together(mail, case, "\n\n".join(x for x in (typed.between.strip(), below) if x))
    read = replace(mail, text=text, html="")
    return arrival if links_in(mail) and not links_in(read) else replace(arrival, mail=read)


def as_written(event: E, arrival: Arrival, read: Arrival, context: Context) -> E:
    """The event of what was read so, with the mail as it was written."""
    answered = answered_letter(arrival, context.case) if context.case is not None else None
    return _as_written(event, arrival.mail, read.mail, context.case, answered)


def _as_written(event: E, mail: Mail, read: Mail, case: Case | None, answered: Letter | None) -> E:
    beside = tuple(_as_written(x, mail, read, case, answered) for x in event.arrival.beside)
    if isinstance(event, MessageReceived | FeedbackReceived) and was_for_reader_alone(answered):
        return replace(event, arrival=replace(event.arrival, beside=beside))
    whole = replace(event.arrival.mail, text=mail.text, html=mail.html)
    event = replace(event, arrival=replace(event.arrival, mail=whole, beside=beside))
    if isinstance(event, TOLD) and case and event.words.strip() == words_apart(read, case).strip():
        return replace(event, words=words_apart(mail, case).strip())
    if isinstance(event, WhichAsked) and event.effects:
        effects = tuple(_as_written(x, mail, read, case, answered) for x in event.effects)
        return replace(event, effects=effects)
    return event


def _says_nothing_yet(mail: Mail, case: Case) -> bool:
    """Whether what stands above the letter is but courtesy, a promise, or where the answer is."""
    names = names_in(case)
    if is_acknowledgement(mail, names) or _promises(mail, names):
        return True
    return all(is_courtesy(one, names) or _points(one, names) for one in _clauses(mail, case))


def _promises(mail: Mail, names: frozenset[str]) -> bool:
    """Whether it promises an answer, or the report: on whatever day, which is still read with what was typed."""
    return is_promise(mail, names) or promises(typed_in(mail), SOME_DAY, date.max, names)


def _leads_on(mail: Mail, case: Case) -> bool:
    """Whether it only greets or signs, or says where the answer is: then that follows."""
    names = names_in(case)
    return all(_points(x, names) or _GREETS.fullmatch(unnamed(x, names)) for x in _clauses(mail, case))


def _clauses(mail: Mail, case: Case) -> list[str]:
    own = names_in(case)
    said = said_in(f"{GREETING}\n\n{mail.top}", frozenset(), own).removeprefix(GREETING)
    return [x for line in said.split("\n") if not is_signed_off(line) for x in re.split(r"[.!?;]", line) if x.strip()]


def _points(said: str, names: frozenset[str]) -> bool:
    """Whether it says where the answer is, and nothing else."""
    return _POINTS.search(said) is not None and is_courtesy(said, names | _POINTING)


def _put_together(mail: Mail, case: Case, said: str) -> str:
    """What was typed, below the line that calls somebody by name and above the name of its writer: what stands below
    that would be left out. A promise stays; other courtesy would only make thanks of it."""
    names = names_in(case)
    lines = [x for x in mail.top.strip().split("\n") if x.strip() and not any(_points(y, names) for y in sentences(x))]
    if not _promises(mail, names):
        lines = [x for x in lines if unnamed(x, names) != " ".join(x.split())]
    first = lines[:1] if lines and unnamed(lines[0], names).strip(" ,.!-") else []
    return "\n\n".join(x for x in ("\n".join(first), said, "\n".join(lines[len(first) :])) if x)
