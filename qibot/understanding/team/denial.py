"""What the team says to the confirmation of its own decision: “No! That's not what I said”, “Don't withdraw her!”.

A confirmed decision that is denied is taken back, unless the same words plainly decide something else; what may be that
is asked back. Thanks are a note.
"""

from __future__ import annotations

import re
from datetime import date

from qibot.events import Arrival, CommandUnclear, Event, MessageIgnored, StandingChanged, UndoOrdered
from qibot.expression import expression
from qibot.model import Case, Letter, Role, Status, Undoable
from qibot.people import name_words
from qibot.understanding.days.short_days import days_named
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.phrases.courtesy import is_short, is_thanks, names_in, typed
from qibot.understanding.team.letters import Subject
from qibot.understanding.team.standing import ordered_standing

NOTE = "the team's note"
RESTS = "the enrolment of {name} is {status}, and nobody else has seen your reply"
RESUMES = "RESUME or, in answer to the confirmation of what brought it about, UNDO alone on the first line"
LONG = 40  # words of a denial
_OPENS = r"^\W*(?:(?:sorry|oh|oops|whoops|hang on|wait|hi|hello|eh|er|um|argh|please|but|no+|nope|nah)\b[\s,.!…–-]*)*"
_DECISION = (
    r"(?:withdr[ae]w\w*|paus\w+|escalat\w+|excus\w+|declin\w+|accept\w*|remov\w+|take (?:her|him|them) off|stop\w*)"
)
_PLAINLY = expression(
    rf"{_OPENS}(?:wrong|undo|reverse|(?:my )?mistake)\b"
    rf"|^\W*(?:(?:sorry|oh|please)\b\W*)*(?:no+|nope|nah)(?:\W+(?:no+|nope|sorry|please|thanks|wait))*\W*$"
    rf"|{_OPENS}not (?:what|that|right|her|him)\b"
    rf"|{_OPENS}(?:that|this|it)(?:['’]s| is| was)(?: all)? (?:not (?:right|what|meant)|wrong|an? (?:mistake|error)"
    rf"|about(?! (?:right|it|time|all|what|as|to)\b)|meant)\b"
    rf"|{_OPENS}(?:that|this|it) (?:isn['’]?t|wasn['’]?t) (?:right|what|meant|about|for|her|him)\b"
    rf"|{_OPENS}(?:I|we) (?:didn['’]?t|did not|never) (?:\w+ )?(?:say|said|mean|meant|want|wanted"
    rf"|(?:ask|asked|tell|told) (?:you|for|that|to))\b(?! to (?:ring|call|write|be|see|say|tell|ask)\b)"
    rf"|{_OPENS}(?:what )?(?:I|we) meant\b(?! to\b)"
    rf"|{_OPENS}(?:don['’]?t|do not|dinnae|never|not to) (?:\w+ )?(?:{_DECISION}|do (?:that|it)\b)"
    rf"|{_OPENS}(?:take|call|pull) (?:that|it|this) back\b|{_OPENS}(?:cancel|scrap) (?:that|it|this)\b"
    rf"|{_OPENS}(?:she|he|they|\w+)(?:['’]s| is|['’]re| are) not (?:leaving|withdrawn|paused|withdrawing)\b"
    rf"|{_OPENS}(?:she|he|\w+) (?:isn['’]?t|wasn['’]?t) (?:leaving|withdrawn|paused|withdrawing)\b"
    r"|\b(?:take (?:that|it) back|undo (?:that|it|this)|not what (?:I|we) (?:said|meant|asked|wanted))\b",
    re.IGNORECASE,
)
_NO_PROBLEM = expression(r"(?:ok|okay|yes|thanks)?\W*no (?:problem|worries|bother)\b(?:\W+\w+){0,3}\W*", re.IGNORECASE)
# What may deny it, or something else: “No, nothing from her yet”.
_MAYBE = expression(
    r"^\W*(?:(?:sorry|oh|oops|whoops|hang on|wait|eh|argh|but)\b\W*)*"
    r"(?:no+(?! (?:problem|worries|bother|need|more|reply))|nope|nah|not|don['’]?t|never|wait|hang on|why|what|eh"
    r"|huh)\b"
    r"|\b(?:hasn['’]?t|haven['’]?t|isn['’]?t) (?:left|leaving|withdrawn)\b",
    re.IGNORECASE,
)

_FROM = expression(r"[\s,]*\b(?:(?:as )?from|on|as of|with effect from|starting)?\s*$", re.IGNORECASE)
_UNSURE = expression(
    r"\b(?:hop\w+|might|may(?! \d)|perhaps|maybe|if|unless|whether|depends?|depending|confirm\w*|let you know|not"
    r"|until|till|before|after|once|when|manager|mentor|head|boss)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


def confirmed_decision(case: Case, answered: Letter | None) -> Undoable | None:
    """The decision of the team's whose confirmation is answered, while it is the last one, which UNDO takes back."""
    found = case.get(Undoable, answered.cause) if answered is not None and answered.cause else None
    if found is None or found.by != Role.TEAM:
        return None
    own = (u for u in case.all(Undoable).values() if u.by == Role.TEAM and u.number in (found.number, 0))
    return found if found == max(own, key=lambda u: u.at) else None


def denies(text: str) -> bool:
    """Whether the text plainly denies the decision whose confirmation it answers."""
    said = " ".join(text.split())
    return len(said.split()) <= LONG and _PLAINLY.search(said) is not None


def may_deny(text: str) -> bool:
    """Whether it may deny that, or something else."""
    return _MAYBE.search(" ".join(text.split())) is not None


def without_denial(text: str) -> str:
    """What is said beside the denial: “No, I meant until the 30th” says a day."""
    return _PLAINLY.sub("", " ".join(text.split()), count=1).strip(" ,.;:!–—-")


def thanks(arrival: Arrival, case: Case) -> bool:
    """Whether it is thanks and the like alone; “no problem” denies nothing."""
    short = is_short(arrival.mail) and is_thanks(arrival.mail, names_in(case))
    return short or _NO_PROBLEM.fullmatch(typed(arrival.mail).strip()) is not None


def taken_back(arrival: Arrival, case: Case, entry: Undoable) -> UndoOrdered:
    """UNDO, of this decision."""
    return UndoOrdered(arrival, case.unit, entry.number, Role.TEAM, "team")


def _back(text: str, case: Case, today: date) -> date | None:
    """The day from which a plain order lets the letters begin again: one that it names, else today; None where it is no
    order, or that isn't plain."""
    e, days = case.enrolment, days_named(text, today)
    others = name_words(p for p in (e.mentor, e.manager) if p) - name_words([e.practitioner])
    if _UNSURE.search(text) or len({d.day for d in days}) > 1 or others & set(re.findall(r"\w+", text.casefold())):
        return None
    for one in reversed(days):
        text = f"{_FROM.sub('', text[: one.start])}{text[one.end :]}"
    if ordered_standing(text, e, Subject.PRACTITIONER) != "resume":
        return None
    return max([today, *(d.day for d in days)])


def of_resting(arrival: Arrival, context: Context, case: Case, today: date) -> Event:
    """What the team says in its own words of an enrolment that rests or has ended: UNDO and RESUME where it is plain,
    thanks are a note, and the rest is asked back."""
    e, text = case.enrolment, typed(arrival.mail)
    answered = answered_letter(arrival, case)
    if not arrival.mail.sends:
        if thanks(arrival, case):
            return MessageIgnored(arrival, NOTE)
        entry = confirmed_decision(case, answered)
        if entry is not None and (denies(text) or ordered_standing(text, e, Subject.PRACTITIONER) == "resume"):
            return taken_back(arrival, case, entry)
        if (back := _back(text, case, today)) is not None:
            return StandingChanged(arrival, case.unit, context.number, Status.ACTIVE, back)
    status = "paused" if e.status is Status.PAUSED else "withdrawn"
    fault = RESTS.format(name=e.practitioner.name, status=status)
    return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, fault, RESUMES)
