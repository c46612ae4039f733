"""PAUSE, WITHDRAW and RESUME in people's own words, in answer to a letter about a practitioner (programme.md, 3a).

An enrolment rests or ends only where a clause says so in a word of these tables, of the practitioner, undenied and of
now: “withdraw her request”, “put it on hold” and “keep her until she goes” say something else.
"""

from __future__ import annotations

import re
from functools import cache

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.team.another import is_anothers
from qibot.understanding.team.hanging import FEW, hangs, is_disputed, is_of_later, opposes
from qibot.understanding.team.letters import Subject
from qibot.understanding.team.out_of import is_out_of_else

_POLITE = (
    r"(?:(?:ok|okay|yes|yep|fine|right|agreed|sure|then|thanks|thank you|please|pls|just|so|and|sad(?:ly)?|hi|hello"
    r"|but|in that case|could you|can you|would you|we should|i['’]d|let['’]?s|lets|we['’]?ll|go ahead and)[,.!:]* )*"
)
_FOR_NOW = (
    r"(?: (?:for (?:now|the (?:time being|moment|present)|a (?:while|bit))|at (?:present|the moment)|just now|meanwhile"
    r"|from (?:today|now)(?: on)?|(?:as of|with effect from) (?:now|today)|at once|now|then|too|until further notice"
    r"|while (?:she|he|they)(?:['’]s|['’]re| is| are) .{1,60}))?"
)
_KINDLY = r"(?:,? (?:please|pls|thanks|thank you|would you|if you would|will you|poor (?:soul|thing)))*[.! ]*"
_FROM = r"(?: (?:from|off|out of) (?:the |our |this )?(?:programme|program|list|cohort|books|course))?"
# Orders that need no more than themselves; OBJ is the practitioner's name, or “her” where the letter is about them, and
# SUBJ likewise, or “she”.
_ORDERS = {
    "pause": (
        r"(?:pause|suspend|freeze|park) OBJ",
        r"(?:put|place) OBJ on (?:hold|pause|ice)",
        r"give OBJ (?:a|some) (?:break|rest|breather|time out)(?: from (?:the )?(?:programme|reports|it all))?",
    ),
    "withdraw": (
        r"(?:withdraw|remove|unenrol|unenroll) OBJ",
        r"SUBJ (?:needs? to|has to|have to|must|should|ought to) be (?:withdrawn|removed|unenrolled|taken off(?: it)?)",
        r"(?:take|tak) OBJ (?:off|aff|out)(?: it)?",
        r"(?:take|tak) OBJ (?:off|aff|out of) (?:the |our |this )?(?:programme|program|list|cohort|books|course)",
    ),
    "resume": (
        r"(?:resume|unpause|reinstate|reactivate|restart) OBJ",
        r"(?:put|switch|bring|start|take|have) OBJ (?:back(?: (?:on|in|up))?|up again|on again)",
        r"(?:take|tak|bring) OBJ (?:off|aff|out of) (?:the )?(?:hold|pause|ice)",
        r"(?:start|restart|resume|switch on) (?:OBJ['’]s|her|his|their) (?:letters|reminders|mails)(?: (?:up )?again)?",
    ),
}
# What is to be done to somebody is as often said of what comes first: “she needs to be removed, but ask Meg”.
_BE = expression(r"\bbe (?:withdrawn|removed|unenrolled|taken)\b", re.IGNORECASE)
_WAITS = expression(
    r"\b(?:but|first|ask\w*|check\w*|confirm\w*|unless|until|once|when|after|before|if|whether|may|might|could|perhaps|maybe"
    r"|would|wants?|wish\w*|think\w*|seems?|wait\w*|tell|told|sure|let)\b|n['’]t\b|\b(?:not|never)\b",
    re.IGNORECASE,
)
# What may follow who is left: “the programme leaflet” and “us a message” are something else.
_GOES_ON = (
    r"\W*$|[,.;:!)–—-]| (?:and|as|for|now|today|at|in|on|last|this|so|please|by|to|because|already|yesterday|when"
    r"|after|due|altogether|completely|early|behind|\d)\b"
)
# Words that say so within a longer text, where the whole of it is read so, too.
_WORDS = {
    "pause": (
        r"paus(?:e|ed|ing)|on (?:a )?(?:hold|pause|ice)\b|put a (?:hold|stop)|hold (?:her|his|their) (?:place|schedule)"
        r"|suspen\w+|fr[eo]ez\w*|park(?:ed|ing)?\b|(?:a|the|her|his|on|proper) (?:\w+ )?break\b|break (?:for|from)"
        r"|breather|\brest(?:s|ing)?\b(?! of)|time[- ]?out\b|few months out|mothball|hibernat\w+|on the shelf"
        r"|shelved?\b|dormant|abeyance|interrupt\w*"
        r"|stop(?:ped|s)? (?:all|the|her|his|their|everything|sending|reminding|writing)"
        r"|stopped until|clock(?:['’]s)? stopped|cease|halt|step(?:s|ped|ping)? back|stand (?:her|him|them) down"
        r"|to sleep|can sleep|cold storage|the freezer|to one side|left alone|be entirely"
        r"|no (?:more |further |other )?(?:letters?|reminders?|reports?|deadlines?|correspondence|nudges|mails?"
        r"|e-?mails?)"
        r"|nae reminders|don['’]?t send (?:reminders|anything)"
        r"|nothing (?:more |else )?(?:is |should |to |at all )?(?:to )?(?:go|be sent|sent|reach|coming)"
        r"|everything off|reports off|quiet\b|(?:keep|kept|hold|held) .{0,20}place\b|off .{0,25}plate"
        r"|switch(?:ed)? off|stood down|(?:hold|stop|stay) (?:everything|the lot)|silence\b|out of the (?:schedule"
        r"|cycle)"
        r"|temporarily|nobody(?:['’]s| is)? (?:to )?writes?|let it lie|isn['’]t written to"
    ),
    "withdraw": (
        r"withdr[ae]w\w*|remov(?:e|ed|ing)\b|(?:take|taking|tak|taken) (?:\w+ ){1,3}?(?:off|aff|out)\b"
        r"(?! (?:of )?(?:the )?(?:hold|pause|ice|sick)\b)"
        r"(?! (?:of )?(?:all |any )?(?:these|those|this|that|reports?|reminders|letters|copies)\b)"
        r"(?! (?:of )?(?:the|our|my|her|his|a) (?!(?:programme|program|list|cohort|books|board|system|course)\b))"
        r"|off the (?:programme|list|books|board|cohort|system)|off everything|(?:cross|strike|wipe|rub|drop) (?:\w+ )?"
        r"(?:off|aff|from|out)|unenroll?\w*|terminat\w+|clos(?:e|ed|ing) (?:\w+ ){0,2}?(?:record|place|project"
        r"|enrolment"
        r"|down|off|file|account)|end(?:s|ed|ing)? (?:\w+['’]?s? )?(?:participation|enrolment|place|with the programme)"
        r"|drop(?:ped|s|ping)? out|quit\b|pull(?:ed|s|ing)? out|chucked|jacked|packed (?:it )?in|stopping altogether"
        r"|step(?:s|ped|ping)? (?:down|out)|stand(?:s|ing)? down for good|g[ia]ve(?:n|s)? up (?:her|his|the) place"
        r"|no longer (?:a )?participa\w+|(?:left|leav(?:e|es|ing)) (?:the (?:programme|course|cohort)|us)\b"
        rf"(?={_GOES_ON})"
        r"|out of (?:the|it)\b|finish(?:es|ed)? with us|(?:call it|calling it|we call it) a day|part as friends"
        r"|draw a line|end of (?:qi|the road|that)|not (?:to )?go on|w(?:on['’]?t|ill not) (?:go|carry) on"
        r"|isn['’]?t (?:carrying|going) on|not (?:continuing|carrying on|going on)|stop(?:ping)? for good"
        r"|she['’]?s out\b|tidy it away|finish it\b|isn['’]?t for (?:her|him)|be done with|delet(?:e|ed|ing)\b"
        r"|discontinu\w+|de-?regist\w+|discharg\w+|cancel (?:her|his) (?:place|project)|resign\w* from|sign (?:her"
        r"|him) off"
        r"|com(?:e|es|ing) off|stop altogether|wants? out\b|wanted out\b|taking part any longer|no longer taking part"
        r"|finished as a participant|cut our losses|died|passed away|\brip\b"
    ),
    "resume": (
        r"resum\w+|unpaus\w+|un-pause|reinstat\w+|reactivat\w+|restart\w*|start (?:[\w'’]+ ){0,3}?(?:up )?again"
        r"|lift (?:the|it)|have (?:her|him|them) back"
        r"|switch (?:\w+ ){1,2}(?:back )?on|back (?:on|in|at|from|to work)\b|begin again|active (?:once more|again)"
        r"|(?:is|['’]s|are) back\b|break['’]?s? (?:is )?over|be lifted"
        r"|(?:off|aff|out of) (?:the )?(?:hold|pause|ice)\b"
    ),
}
_GO = r"let (?:her|him|them) go\b(?! (?:on|ahead|to|for|with|over|through|back)\b)|(?:she|he)['’]s out\b"
_ELSE = r"(?:request|application|claim|plea|appeal|extension|circumstances|feedback|item|comments?|report|mail|message)"
_OF_ELSE = expression(
    rf"\b(?:withdr\w+|remov\w+|tak(?:e|es|ing)|clos\w+|cross\w*|strik\w+|dr[oa]p\w*|delet\w+|paus\w+|park\w*|hold\w*"
    rf"|put(?:ting)?|freez\w+|suspend\w*) (?:(?:the|her|his|their|this|that|my|your"
    rf"|\w+['’]s) ){{1,2}}(?:\w+ )?{_ELSE}\b"
    r"|\b(?:withdraw|remove|take|close|cross|tick|strike|drop|delete|pause|park|hold|freeze|suspend|shelve|put|keep"
    r"|leave|finish|leaving|putting|keeping) (?:it|this|that)(?: one)?\b"
    r"|\b(?:it|this|that)(?:['’]s| is| goes)? (?:on|off) (?:hold|ice|pause|the list)\b",
    re.IGNORECASE,
)
_DENIED = expression(
    r"(?:\b(?:not|never|dinnae|cannae|cannot|(?:do|does|is|are|wo|did|would|ca|could|should|must|need|has|have)n['’]?t"
    r"|no need to|no reason to|no way|no point|unable to|refuse to"
    r"|reluctant to|hate|loath|(?:shame|pity|mistake) to|you could|too (?:early|soon|hasty|rash|harsh|quick) to"
    r"|rather than|instead of|without|against|neither|nor|not to)\b)[^.;!?\n]{0,40}$",
    re.IGNORECASE,
)
DENIED = 100  # characters before a word in which it may be denied
_LATER = expression(
    r"\b(?:until|till?|['’]til|before|unless|once|after|if|whether|when)\b"
    r"|\b(?:from|at|in|on|by|come|end of|next|after) (?:the )?(?:start of |end of |beginning of )?(?:jan|feb|mar|apr"
    r"|may"
    r"|jun|jul|aug|sep|oct|nov|dec|christmas|xmas|easter|new year|spring|summer|autumn|winter|next|term|month|week)",
    re.IGNORECASE,
)
_FIRST = expression(r"\b(?:until|till?|['’]til|once|unless|if|whether|when|before)\b", re.IGNORECASE)
_UNTIL = expression(r"\b(?:until|till?|['’]til|once|before)\b", re.IGNORECASE)
_OF_THEM = expression(
    r"\b(?:her|him|them|she|he|they|everything|all|letters?|reminders?|reports|deadlines|nothing|further notice"
    r"|enrolment|place|project|participation|schedule)\b",
    re.IGNORECASE,
)
_DOUBTS = expression(
    r"\b(?:whether|perhaps|maybe|might|i think (?:she|he|they)|wonder\w*|consider\w*|thinking|sounds like|seems?|should"
    r" (?:she|he|they|we)|may (?:have|be|want)|as if)\b",
    re.IGNORECASE,
)
_KIND = expression(
    r",? if (?:you (?:would|could|can|please|don['’]t mind)|that['’]?s (?:ok|okay|all right))\b", re.IGNORECASE
)
_CHOICE = expression(r"\b(?:either|whichever|or)\b", re.IGNORECASE)
_SENTENCES = expression(r"(?<=[.!?])\s+|\n+")
_CLAUSES = expression(r"[,;:–—()/]|\s-+\s|\b(?:so|and|but|then|or|because|as she|as he)\b", re.IGNORECASE)


def ordered_standing(text: str, e: Enrolment, about: Subject) -> str:
    """PAUSE, WITHDRAW or RESUME as one plain order that is all that a clause says; empty where it is none, or where two
    are given or something is asked beside it."""
    orders: set[str] = set()
    for sentence in _SENTENCES.split(text):
        for clause in _CLAUSES.split(sentence):
            said = " ".join(clause.split())
            for decision, pattern in _patterns(_who(e), about is Subject.PRACTITIONER):
                if pattern.fullmatch(said) and not (_BE.search(said) and (_WAITS.search(text) or is_disputed(text))):
                    orders.add(decision)
    words = {one for one in _WORDS if says_standing(text, one, e, about)}
    if len(orders) != 1 or "?" in text or _CHOICE.search(text):
        return ""
    (decision,) = orders
    return decision if decision in words and not {"pause", "withdraw"} <= words else ""


@cache
def _patterns(names: str, pronouns: bool) -> list[tuple[str, re.Pattern[str]]]:
    them = rf"(?:{names}{'|her|him|them' if pronouns else ''})(?:['’]s enrolment)?"
    they = rf"(?:{names}{'|she|he|they' if pronouns else ''})(?:['’]s enrolment)?"
    said = [(decision, one.replace("OBJ", them).replace("SUBJ", they)) for decision, x in _ORDERS.items() for one in x]
    return [
        (decision, re.compile(rf"{_POLITE}{one}{_FROM}{_FOR_NOW}{_KINDLY}", re.IGNORECASE)) for decision, one in said
    ]


def orders_end(text: str, e: Enrolment, decisions: tuple[str, ...] = ("withdraw",)) -> bool:
    """Whether a clause begins with an order of an end, whatever follows: a day that it names is no more time. With
    `decisions`, of one of these."""
    ends = [pattern for decision, pattern in _patterns(_who(e), True) if decision in decisions]
    clauses = (" ".join(clause.split()) for one in _SENTENCES.split(text) for clause in _CLAUSES.split(one))
    return any(pattern.match(clause) for clause in clauses for pattern in ends)


def says_standing(text: str, decision: str, e: Enrolment, about: Subject) -> bool:
    """Whether a clause says this decision in a word of its table: undenied, of the practitioner, of now."""
    text = _KIND.sub("", text)
    them, mentor = re.compile(rf"\b(?:{_who(e)})\b", re.IGNORECASE), _first(e.mentor.name)
    of_them = about is Subject.PRACTITIONER
    word = _word(decision)
    said = False
    for sentence in _SENTENCES.split(text):
        for clause in _CLAUSES.split(sentence):
            named = list(them.finditer(clause))
            others = list(re.finditer(rf"\b{re.escape(mentor)}\b(?!['’]s)", clause, re.IGNORECASE)) if mentor else []
            if named or (others and about is Subject.MENTOR):
                last_named = named[-1].start() if named else -1
                of_them = last_named > (others[-1].start() if others else -1)
            begins = others[0] if others and others[0].start() <= 1 and not named else None
            starts = [m.start() for m in word.finditer(clause) if begins is None or begins.end() > m.start()]
            said = said or (of_them and bool(starts) and _holds(clause, starts, decision, named=bool(named)))
    return said and not left_open(text, decision, e)


def left_open(text: str, decision: str, e: Enrolment) -> bool:
    """Whether a rest or an end that is ordered may be another's, of a later day, against its
    writer's will, of something else than the programme, or hangs on something."""
    if decision not in ("pause", "withdraw"):
        return False
    waits = is_of_later if decision == "withdraw" else hangs
    if opposes(text) or (decision == "withdraw" and is_out_of_else(text)):
        return True
    return is_anothers(text, e) or waits(text, _word(decision))


def speaks_of_else(text: str) -> bool:
    """Whether what rests or ends is something else than somebody's part in the programme, or may be so later."""
    return any(_OF_ELSE.search(clause) for one in _SENTENCES.split(text) for clause in _CLAUSES.split(one))


def _holds(clause: str, starts: list[int], decision: str, *, named: bool) -> bool:
    """Whether one of the words that begin there holds in the clause, which is looked through once for all of them."""
    if _OF_ELSE.search(clause) or _DOUBTS.search(clause):
        return False
    if decision == "withdraw":
        if _FIRST.search(clause):
            return False
        last = max((found.start() for found in _LATER.finditer(clause)), default=-1)
        starts = [start for start in starts if last < start]
    elif (until := _UNTIL.search(clause)) is not None and not (
        named or _OF_THEM.search(clause[: until.start()]) or "further notice" in clause
    ):
        return False
    return any(not _DENIED.search(clause[max(0, start - DENIED) : start]) for start in starts)


def ends_later(text: str) -> bool:
    """Whether it orders an end for a later day, or on a condition, whatever else it may seem to decide."""
    return len(text.split()) <= FEW and is_of_later(text, _end())


@cache
def _word(decision: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\b|(?<=\W))(?:{_WORDS[decision]})", re.IGNORECASE)


@cache
def _end() -> re.Pattern[str]:
    """The same of an end, with what says one only where it is to come later."""
    return re.compile(rf"(?:\b|(?<=\W))(?:{_WORDS['withdraw']}|{_GO})", re.IGNORECASE)


def _who(e: Enrolment) -> str:
    """What the practitioner is called."""
    names = [e.practitioner.name, *e.practitioner.name.split()]
    return "|".join(re.escape(n) for n in names if n)


def _first(name: str) -> str:
    return next(iter(name.split()), "")
