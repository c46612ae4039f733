"""By when a mentor promises the feedback, and when two people spoke: the days that plain words name."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from qibot.calendar import Almanac
from qibot.events import Arrival
from qibot.understanding.days.dates import read_date, read_span
from qibot.understanding.days.naming_days import counted_on, lasting, length_in, plainer, read_past
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.telling_news import news_in

_LOOKS = re.compile(
    r"\b(?:will|['’]ll|shall|going to)\b[^.!?\n]{0,30}\b(?:look|read|glance|go through)\b", re.IGNORECASE
)
_COMES_OF_IT = re.compile(
    r"\b(?:feedback|comments|review|repl(?:y|ies)|answer|thoughts|send|write|respond|back to|with you|to you|expect"
    r"|un?till?|before|longer|late|behind|sorry)\b",
    re.IGNORECASE,
)
FARTHEST = timedelta(days=90)  # a day named for feedback beyond it is no promise
SHORT_PROMISE = 8  # words of a sentence that needn't say who promises
_VAGUE = re.compile(r"\bthis week\b|\bthe week\b", re.IGNORECASE)  # no day yet
_NEXT_WEEK = re.compile(r"(?<!\bof )(?<!\bby )\bnext week\b", re.IGNORECASE)
_EXACT = re.compile(r"\d|\w+day\b|\b(?:mon|tues?|weds?|thurs?|fri|tomorrow|tonight|weekend)\b", re.IGNORECASE)
_MINE = re.compile(
    r"\b(?:i|i'll|i'm|i'd|my|me|we|be|it|you)\b",
    re.IGNORECASE,
)  # who says by when, and not what to expect
_FEEDBACK = re.compile(r"\b(?:feedback|comments|review|reply|answer)\b", re.IGNORECASE)
OF_PROJECT = re.compile(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|tests?|testing|liked|better(?= if\b)|even better|cycles?)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,;:–—()]|\b(?:so|and|but|then|or)\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:feedback|comments|review|reply|answer|respond|write|send|get (?:back|to)|look|read|expect"
    r"|have (?:it|my|this)|do it|with you)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|no|nor|doubt|rather than|instead of|cannae|winnae|willnae)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    r"\b(?:until|till?|'til|before|afore|unless|than|only|just|worry|problem|bother|in|back|free|sooner|matter"
    r"|doubt)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:(?<!['’]ve )(?<!have )got|came|saw|was|were|went|gone|had|has been|have been|['’]ve been|been|began|fell"
    r"|broke|hurt|lost|sent|born|gave|took|made|told|felt|found|left|met|ran|caught|missed|read (?:it|this|yours|hers"
    r"|his|through)|(?!(?:need|block|book|plan|promis|schedul|pencill?|reserv|earmark|mark|commit|delay|extend|allow"
    r"|agre|intend|speed|aim|ne|se|fe|inde|proce|succe|hundr)ed\b)[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\W*(?:(?:about|around|last|the|on)\W+)*$", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\b(?:did|was|were|had)(?:n['’]?t| not)\b.*\b(?:until|till?)\b", re.IGNORECASE)
_NEEDS = re.compile(r"\b(?:needs?|will|can|could|give|going to|takes?|another|more|extra)\b|['’]ll\b", re.IGNORECASE)
# A day of these is no day of the feedback, unless it comes after it.
_EVENT = re.compile(
    r"\b(?:funeral|surgery|operation|op|procedure|chemo\w*|radiotherapy|wedding|stroke|heart attack|accident|burglary"
    r"|miscarriage|bereavement|died|death|passed away|ofsted|inspection|interview|hospital)\b",
    re.IGNORECASE,
)
_BEHIND_IT = re.compile(r"\b(?:after|following|back|until|till?|once|when|by|before|then|home)\b", re.IGNORECASE)
_DASHED = re.compile(r"(?<=[a-z]) - ", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:by|until|till?|before|will|shall|going to|gonna|hope\w*|plan\w*|promise\w*|next|week|would|should|could"
    r"|can)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|discuss|chat(?:ting)?|catch(?:ing)? up|get together|zoom|seeing"
    r"|see (?:you|her|him|them|each other)|come (?:and|to) see|^\W*call(?:ing)?\b(?! it)|call with|visit(?:ing)?"
    r"|(?:through|over) (?:it|this|yours|your report) together"
    r"|(?:ring|phone|call) (?:me|you|her|him|us)|(?:a|the|our) call|in the office)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?\W*$")
# What makes a question one for more time, and not when to talk: “Sunday ok?”, “Would the 18th do?”
_I_WILL = re.compile(
    r"\b(?:i|my|me|we|feedback|comments|review|it|this|ok|okay|all ?right|fine|date|moved?|manage|wait|suit|do"
    r"|late[rn]?)\b",
    re.IGNORECASE,
)
# What the practitioner is told to do by a day; “give me until Friday” isn't.
_BIDS = re.compile(
    r"^\W*(?:(?:(?i:hi|hello|dear|so|and|then|now|just|but|thanks|great|ok)\b\W*|[A-Z][\w’'-]+,? +)*"
    r"(?i:please|pls|try to|can you|could you|would you|will you|you (?:could|should|need to|must|might|can))? *)"
    r"(?i:please )?(?i:add|get (?:a|an|the|your|some|it done)|test|start|run(?! of)|try|collect|do (?:it|this"
    r"|that|the|a|another|your|one)"
    r"|have (?:a|another)|send (?:me|it|the|your)|finish|write|update|share|ask|bring|present|set|pick|choose"
    r"|narrow|draw|plot"
    r"|chart|measure|record|count(?! on)|complete|redo|revise|fix|show (?:me|them|us|the|your|it)|check|gather"
    r"|plan(?! on)|predict|repeat|keep|continue|go (?:and|for)"
    r"|talk to|speak to|look (?:at|into)|make (?:a|an|the|your|sure)|put (?:the|a|your|it)|aim (?:for|to)"
    r"|see (?:if|what|how))\b"
)
_OURS = re.compile(r"\b(?:i|i['’]\w+|my|me|we['’]ll|we|will|be)\b|['’]ll\b", re.IGNORECASE)
# The mentor's own last day, which may be why they can't go on.
_LAST_DAY = re.compile(
    r"\b(?:my |the )?last day\b(?! (?:of|to|for))|\bi(?:['’]m|['’]ll be| am| will)? (?:retir\w+|leav(?:e"
    r"|ing)(?! (?:it|this|that|feedback))"
    r"|(?:finish|stop)(?:ing)?(?= (?:on|at|up|here|work|for good|altogether)\b| \w+day\b))"
    r"|\b(?:contract|post|secondment|term) (?:ends|finishes|runs out|is up|stops|expires)\b",
    re.IGNORECASE,
)
_OF_FEEDBACK = re.compile(
    r"\b(?:feedback|comments|review|reports?|reply|respond|answer|get back to you|read (?:it|this|yours?)"
    r"|look at (?:it|this|yours?))\b",
    re.IGNORECASE,
)
_NO_LENGTH = re.compile(
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


def promised_day(arrival: Arrival, almanac: Almanac, *, plainly: bool = False) -> date | None:
    """The day by which a mentor promises the feedback: in the clause that says so, else in a sentence that may say so,
    else the last that is named; a length of time counts from today. No day of these: one that is denied, one that has
    been, one for a meeting, for the practitioner to do something by, or the mentor's own last, and none that is only
    asked. `plainly`: only where its sentence names the feedback, since a day in a talk may be anything's."""
    today = almanac.day(arrival.arrived)
    days: list[tuple[int, date]] = []
    said_last: date | None = None
    for one in sentences(arrival.mail.top):
        plain = plainer(one)
        if news_in(one, {}):  # “my email from Monday is …”
            continue
        if (plainly and not _OF_FEEDBACK.search(plain)) or bids(plain) or is_bare_question(arrival.mail.top):
            continue
        promises, been = _promises(plain), False
        for clause in _CLAUSES.split(plain):
            been = _has_been(clause, today) or (been and _is_bare(clause, today))  # “on the 14th and 15th”
            if been:
                continue
            day = None if said_last is None else counted_on(clause, said_last)
            day = day or _named(clause, today)
            if day is not None and today <= day <= today + FARTHEST:
                said_last = day
                sure = 2 if promises and _ANSWERS.search(clause) else 1 if promises else 0
                if (sure or not OF_PROJECT.search(one)) and _may_promise(clause, today):
                    days.append((sure if not _VAGUE.search(clause) else -1, day))
    return max(days)[1] if days else None if plainly else _lasting(arrival, today)


def names_another_day(arrival: Arrival, almanac: Almanac) -> bool:
    """Whether the days that a mail names are all for something else than the feedback: they have been, are for a
    meeting, for the practitioner to do something by, or only asked, or are the mentor's own last."""
    today = almanac.day(arrival.arrived)
    said = [plainer(one) for one in sentences(arrival.mail.top)]
    days = [(one, c) for one in said for c in _CLAUSES.split(one) if _named(c, today)]
    bare = {c for before, (_, c) in pairwise(days) if _has_been(before[1], today) and _is_bare(c, today)}
    return bool(days) and all(
        c in bare or _is_of_else(c, today) or bids(one) or is_bare_question(one) for one, c in days
    )


def names_past(arrival: Arrival, almanac: Almanac) -> bool:
    """Whether a day that a mail names has been."""
    today = almanac.day(arrival.arrived)
    said = (plainer(one) for one in sentences(arrival.mail.top))
    return any(_has_been(clause, today) for one in said for clause in _CLAUSES.split(one))


def is_bare_question(text: str) -> bool:
    """Whether all that is said is a day with a question mark: “Thursday?”"""
    return all(_ASKS.search(one) is not None and not _I_WILL.search(one) for one in sentences(text))


def bids(text: str) -> bool:
    """Whether its first sentence tells the practitioner to do something, and nothing of what its writer will."""
    return _BIDS.match(text) is not None and _OURS.search(text) is None


def is_for_a_talk(text: str) -> bool:
    """Whether words are about a meeting or a call, and not about when something is answered."""
    if _NOT.search(text):  # “don't speak to me till Monday”
        return False
    return _MEETS.search(text) is not None and _ANSWERS.search(_MEETS.sub(" ", text)) is None


def _may_promise(clause: str, today: date) -> bool:
    return not (_denied(clause, today) or _is_of_else(clause, today))


def _is_of_else(clause: str, today: date) -> bool:
    """Whether its day has been, is for a talk, or is the mentor's own last."""
    return _has_been(clause, today) or is_for_a_talk(clause) or _LAST_DAY.search(clause) is not None


def _denied(clause: str, today: date) -> bool:
    """“It won't be this week”, “not by Friday”; but “not until Friday”, “no later than Friday”."""
    said = read_date(clause, today)
    if said is None:
        return False
    before, _, _ = clause.partition(said.words)
    denials = list(_NOT.finditer(before))
    return bool(denials) and _NOT_UNTIL.search(before[denials[-1].start() :] + said.words) is None


def _has_been(clause: str, today: date) -> bool:
    """“I got it on Monday”, “off since the 12th”, “my mum died on Friday”: the last one."""
    said = read_date(clause, today)
    if said is None:
        return False
    clause = next((one for one in _DASHED.split(clause) if said.words in one), clause)
    before = clause.partition(said.words)[0]
    if _SINCE.search(before) or _NOT_BEFORE.search(before + said.words):
        return True
    if _PLANNED.search(said.words) or _PLANNED.search(clause):
        return False
    if _EVENT.search(clause) and not (_BEHIND_IT.search(clause) or _ANSWERS.search(clause)):
        return True
    return _PAST.search(clause) is not None


def _is_bare(clause: str, today: date) -> bool:
    """Whether a clause is but a day."""
    said = read_date(clause, today)
    return said is not None and not re.search(r"\w", said.rest)


def _lasting(arrival: Arrival, today: date) -> date | None:
    """The day that lies as far ahead as a length of time, where that is no measure of what it won't be."""
    for one in sentences(arrival.mail.top):
        for clause in _CLAUSES.split(one):
            length = length_in(clause) if _NEEDS.search(clause) or not _PAST.search(clause) else None
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
    for one in sentences(arrival.mail.top):
        said = read_past(one, today)
        if said is not None and today - timedelta(days=60) <= said.day <= today:
            return said.day
    return today
