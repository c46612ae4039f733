"""By when a mentor promises the feedback, and when two people spoke: the days that plain words name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from qibot.calendar import Almanac
from qibot.events import Arrival
from qibot.expression import expression
from qibot.understanding.days.dates import read_date, read_span
from qibot.understanding.days.naming_days import counted_on, lasting, length_in, plainer, read_past
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.asked_day import asks_for_day
from qibot.understanding.phrases.courtesy import is_courtesy, typed
from qibot.understanding.phrases.leave import FARTHEST, begins_behind, speaks_of_leave
from qibot.understanding.phrases.other_days import (
    ANSWERS,
    MEETS,
    PAST,
    bids,
    has_been,
    invites,
    is_bare_day,
    is_denied,
    is_of_else,
    is_off,
)
from qibot.understanding.phrases.telling_news import news_in

_LOOKS = expression(
    r"\b(?:will|['’]ll|shall|going to)\b[^.!?\n]{0,30}\b(?:look|read|glance|go through)\b", re.IGNORECASE
)
_COMES_OF_IT = expression(
    r"\b(?:feedback|comments|review|repl(?:y|ies)|answer|thoughts|send|write|respond|back to|with you|to you|expect"
    r"|un?till?|before|longer|late|behind|sorry)\b",
    re.IGNORECASE,
)
NEAR = 600  # characters behind a planned day in which another is named instead
SHORT_PROMISE = 8  # words of a sentence that needn't say who promises
_VAGUE = expression(r"\bthis week\b|\bthe week\b", re.IGNORECASE)  # no day yet
_NEXT_WEEK = expression(r"(?<!\bof )(?<!\bby )\bnext week\b", re.IGNORECASE)
_EXACT = expression(r"\d|\w+day\b|\b(?:mon|tues?|weds?|thurs?|fri|tomorrow|tonight|weekend)\b", re.IGNORECASE)
_MINE = expression(
    r"\b(?:i|i'll|i'm|i'd|my|me|we|be|it|you)\b",
    re.IGNORECASE,
)  # who says by when, and not what to expect
_FEEDBACK = expression(r"\b(?:feedback|comments|review|reply|answer)\b", re.IGNORECASE)
OF_PROJECT = expression(
    r"\b(?:data|pdsas?|charts?|measures?|tests?|testing|liked|better(?= if\b)|even better|cycles?"
    # “I'll aim for Sunday” is a day's
    r"|(?<!\bi )(?<!\bi['’]ll )(?<!\bi will )(?<!\bi can )(?<!\bwe )(?<!\bwe['’]ll )aims?)\b",
    re.IGNORECASE,
)
_CLAUSES = expression(r"[,;:–—()]| -+ (?=(?:can|could|would|may|is|i)\b)|\b(?:so|and|but|then|or)\b", re.IGNORECASE)
_NEEDS = expression(r"\b(?:needs?|will|can|could|give|going to|takes?|another|more|extra)\b|['’]ll\b", re.IGNORECASE)
_BACK = expression(r"\b(?:back (?:in|at|on|from|home|\w+day)|(?:be|am|['’]m|get) back(?! to)|return)\b", re.IGNORECASE)
# What takes back a day that was named before it.
_CORRECTS = expression(
    r"\b(?:actually|correction|(?:make|call) (?:that|it)|i mean(?:t)?|let['’]?s say|rather say|or rather|scrap that"
    r"|on second thoughts?|better say|instead)\b",
    re.IGNORECASE,
)
# By when it comes at the latest, whenever it is done: “could I have until Tuesday? I'll do it on Monday”.
_HAS_UNTIL = expression(
    r"\b(?:(?:can|could|may|might) (?:i|we) (?:please |possibly )?(?:have|take)|(?:give|gie|allow) (?:me|us))\b"
    r"[^.?!]{0,20}\b(?:until|till?)\b|\b(?:can|could) [a-z]+ wait (?:until|till?)\b",
    re.IGNORECASE,
)
_ASKS = expression(r"\?\W*$")
# What makes a question one for more time, and not when to talk: “Sunday ok?”, “Would the 18th do?”
_I_WILL = expression(
    r"\b(?:i|my|me|we|feedback|comments|review|it|this|ok|okay|all ?right|fine|date|moved?|manage|wait|suit|do"
    r"|late[rn]?)\b",
    re.IGNORECASE,
)
_OF_FEEDBACK = expression(
    r"\b(?:feedback|comments|review|reports?|reply|respond|answer|get back to you|read (?:it|this|yours?)"
    r"|look at (?:it|this|yours?))\b",
    re.IGNORECASE,
)
_OWN_FEEDBACK = expression(
    r"^(?=.*\b(?:i|i['’]\w+|my|mine|we|we['’]\w+)\b)(?=.*\b(?:will|shall|expect|can|until|till?|before|by|going to)\b"
    r"|.*['’]ll\b).*\b(?:(?:feedback|comments?)(?! (?:from|of)\b)|expect mine|my (?:review|reply|thoughts|answer))\b",
    re.IGNORECASE | re.DOTALL,
)
# The same of the report alone, which stands for the feedback where its letter is answered: “I'll get this back to you
# by Friday”. Who sends something may mean anything that the practitioner asked for.
_I = r"\b(?:i['’]ll|i will|i shall|i can|i hope to|i plan to|i aim to|i['’]m going to)(?: (?!not\b|never\b)\w+){0,2}?"
_READS = r"(?:have|do|read|review|finish|return|mark|get to|get round to|look at|go through)"
_THEN_BY = (
    r"(?:,? (?:done|finished|ready|read|back|over|through|in full|properly|carefully|tonight|again|for you|to you"
    r"|with you|at the latest|hopefully))*,? (?:by|before|until|till?)\b"
)
_OWN_READING = expression(
    rf"{_I} (?:{_READS} (?:yours|(?:your|the) (?:\w+ )?report)|get (?:it|this|that|yours) back){_THEN_BY}"
    r"|\b(?:i need|i['’]ll need|give me|i['’]d like|let me have) (?:until|till?)\b"
    r"|\bit(?:['’]ll| will) be\b[^.?!]{0,30}\bbefore i\b|\bby \w+[^.?!]{0,20}, promise\b",
    re.IGNORECASE,
)
# “It” is the report only where nothing is spoken of before: “can you bring the poster? I'll have it by Friday”.
_READS_IT = expression(rf"{_I} (?:{_READS}|get) (?:it|this|that){_THEN_BY}", re.IGNORECASE)
_NO_LENGTH = expression(
    r"(?:\b(?:not|never|no|nor|longer|more|later|less|rather|beyond|within|inside|every|each|last|past|these)\b"
    r"|n['’]t\b)"
    r"[^.!?]*$",
    re.IGNORECASE,
)


def only_looks(text: str) -> bool:
    """Whether it says when its writer looks at it, and nothing of when an answer comes: “will look tomorrow”."""
    return _LOOKS.search(text) is not None and _COMES_OF_IT.search(text) is None


def names_no_day(text: str) -> bool:
    """Whether it is too vague for a new day of the feedback: “this week”, or that it is looked at “next week”."""
    looks_then = only_looks(text) and _NEXT_WEEK.search(text) is not None and _EXACT.search(text) is None
    return looks_then or _VAGUE.search(text) is not None


def promised_day(
    arrival: Arrival, almanac: Almanac, *, plainly: bool = False, due: date | None = None, beside_leave: bool = False
) -> date | None:
    """The day by which a mentor promises the feedback: in the clause that says so, else in a sentence that may say so,
    else the last that is named; a length of time counts from today. No day of these: one that is denied, one that has
    been, one for a meeting, for the practitioner to do something by, or the mentor's own last, and none that is only
    asked; none of a leave, where it begins after `due`, or where `beside_leave` asks what is said beside it. `plainly`:
    only where its sentence names the feedback, since a day in a talk may be anything's."""
    today = almanac.day(arrival.arrived)
    days: list[tuple[int, date]] = []
    said_last: date | None = None
    bare = is_bare_question(typed(arrival.mail)) and not asks_for_day(typed(arrival.mail), today)
    bare = bare or invites(typed(arrival.mail))
    told = [(one, plainer(one)) for one in sentences(typed(arrival.mail))]
    whole = "\n".join(plain for _, plain in told)
    for one, plain in told:
        if news_in(one, {}):  # “my email from Monday is …”
            continue
        if (plainly and not _OF_FEEDBACK.search(plain)) or bids(plain) or invites(plain) or bare:
            continue
        ahead = due is not None and begins_behind(one, due, today)
        promises, been, corrects = _promises(plain), False, False
        for clause in _CLAUSES.split(plain):
            corrects = corrects or _CORRECTS.search(clause) is not None
            been = has_been(clause, today) or (been and is_bare_day(clause, today))  # “on the 14th and 15th”
            if been or (clause and is_off(clause, whole.partition(clause)[2][:NEAR], today)):
                continue
            day = None if said_last is None else counted_on(clause, said_last)
            day = day or _named(clause, today)
            if day is not None and today <= day <= today + FARTHEST:
                said_last, leaves = day, _is_leave(clause)
                if leaves and (ahead or beside_leave):
                    continue
                asked = _HAS_UNTIL.search(clause) is not None
                sure = 0 if leaves else 2 if promises and (asked or ANSWERS.search(clause)) else 1 if promises else 0
                if (sure or not OF_PROJECT.search(one)) and _may_promise(clause, today):
                    days = [] if corrects else days
                    days.append((sure if not _VAGUE.search(clause) else -1, day))
    return max(days)[1] if days else None if plainly or beside_leave else _lasting(arrival, today, due)


def promised_amid(arrival: Arrival, almanac: Almanac, due: date | None, *, plainly: bool = False) -> date | None:
    """The day by which a mentor promises the feedback amid other words to the practitioner: “I'm away next week, so my
    comments will be with you on the 27th. Can you resend the chart?” `plainly`: only where its sentence names the
    feedback, as in answer to the practitioner's own words."""
    told = [one for one in sentences(typed(arrival.mail)) if not is_courtesy(one, frozenset())]
    said = [
        one
        for n, one in enumerate(told)
        if (
            _OWN_FEEDBACK.search(one)
            or (not plainly and (_OWN_READING.search(one) or (not n and _READS_IT.search(one))))
        )
        and not (MEETS.search(one) or _ASKS.search(one) or OF_PROJECT.search(one))
    ]
    alone = replace(arrival.mail, text="\n".join(said), html="")
    return promised_day(replace(arrival, mail=alone), almanac, due=due) if said else None


def names_another_day(arrival: Arrival, almanac: Almanac) -> bool:
    """Whether the days that a mail names are all for something else than the feedback: they have been, are for a
    meeting, for the practitioner to do something by, or only asked, or are the mentor's own last."""
    today = almanac.day(arrival.arrived)
    said = [plainer(one) for one in sentences(typed(arrival.mail))]
    days = [(one, c) for one in said for c in _CLAUSES.split(one) if _named(c, today)]
    bare = {c for before, (_, c) in pairwise(days) if has_been(before[1], today) and is_bare_day(c, today)}
    return bool(days) and all(
        invites(typed(arrival.mail))
        or c in bare
        or is_of_else(c, today)
        or bids(one)
        or invites(one)
        or is_bare_question(one)
        for one, c in days
    )


def names_past(arrival: Arrival, almanac: Almanac) -> bool:
    """Whether a day that a mail names has been."""
    today = almanac.day(arrival.arrived)
    said = (plainer(one) for one in sentences(typed(arrival.mail)))
    return any(has_been(clause, today) for one in said for clause in _CLAUSES.split(one))


def is_bare_question(text: str) -> bool:
    """Whether all that is said is a day with a question mark: “Thursday?”"""
    return all(_ASKS.search(one) is not None and not _I_WILL.search(one) for one in sentences(text))


def _may_promise(clause: str, today: date) -> bool:
    return not (is_denied(clause, today) or is_of_else(clause, today))


def _is_leave(clause: str) -> bool:
    """Whether a clause but says when its writer is away, or back."""
    return (speaks_of_leave(clause) or _BACK.search(clause) is not None) and ANSWERS.search(clause) is None


def _lasting(arrival: Arrival, today: date, due: date | None) -> date | None:
    """The day that lies as far ahead as a length of time, where that is no measure of what it won't be."""
    for one in sentences(typed(arrival.mail)):
        if due is not None and begins_behind(one, due, today):
            continue
        for clause in _CLAUSES.split(one):
            length = length_in(clause) if _NEEDS.search(clause) or not PAST.search(clause) else None
            if length is not None and not _NO_LENGTH.search(clause[: length.start]):
                return lasting(clause, today)
    return None


def _named(clause: str, today: date) -> date | None:
    span, said = read_span(clause, today), read_date(clause, today)
    return span[1] if span else said.day if said else None


def _promises(sentence: str) -> bool:
    """Whether a sentence with a day may say by when the feedback comes, rather than what to do by then."""
    if _FEEDBACK.search(sentence):
        return True
    return not OF_PROJECT.search(sentence) and (
        _MINE.search(sentence) is not None or len(sentence.split()) <= SHORT_PROMISE
    )


def spoken_on(arrival: Arrival, almanac: Almanac) -> date:
    """The day on which somebody says that they spoke: the last one of that name, else the day of the mail."""
    today = almanac.day(arrival.arrived)
    for one in sentences(typed(arrival.mail)):
        said = read_past(one, today)
        if said is not None and today - timedelta(days=60) <= said.day <= today:
            return said.day
    return today
