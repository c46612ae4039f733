"""The words of which a mentor's leave, and the day of their feedback, are told: what is made of no others says nothing
else. A closed list: one word more, and it may be why, or a worry, however few the words are (no_more.py).

| a clause | such as |
|---|---|
| is of the leave, or says by when, in these words alone, with names and places | “walking in Skye with my sister” |
| denies that, until then, or that mail is read | “won't get to it before the 2nd”, “no access to e-mail” |
| is a courtesy | “sorry for the delay”, “many thanks, Ann” |
| is made of the same, and asks, judges or is of one's kin | nothing of these: “send it again”, “the report is short” |
| is made of the same, and ends something, or blames somebody | nothing of these: “time to go”, “her report is late” |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.phrases.courtesy import is_courtesy

_SAID = """
    i i'm i'll i'd i've me my we we'll we're we've our you you'll your yours it it'll it's that that's this these
    those there there's them her his their both all each everyone everybody others other team folks ones
    rest a an the of on in at by to with for from as so and but than about around only just also again here some any
    few be am is are been being will shall would should could can may might have do doing get getting got go going
    gone look looking read reading reads reply replying respond answer answering write send sending see seeing review
    reviewing check checking comment comments commenting feedback thoughts notes report reports hear know let letting
    tell say speak note noted inform information info fyi word line heads heads-up reminder diary diaries records
    booked try hope hoping aim aiming plan planning planned expect expected intend wait waiting sorry apologies please
    promise delay delayed delays late later latest longer slow slower usual likely maybe perhaps probably possibly
    possible hopefully realistically unfortunately otherwise properly promptly quickly shortly soon asap now then once
    when while until til till before after afterwards back due during between inclusive first next new early mid
    middle start starting beginning begins date dates short quick brief bit limited patchy whole full long half term
    half-term day days morning afternoon evening night tonight today tomorrow noon lunchtime week weeks weekend
    weekends fortnight month year spring summer autumn winter christmas xmas easter leave annual a/l al hol hols
    holiday holidays vacation away off abroad overseas work working office desk country home return returning
    available able access online reachable contactable reached e-mail e-mails email emails mail mails messages inbox
    phone internet signal wifi wi-fi conference course training meeting meetings family kids children wedding funeral
    inspection something chart charts husband wife partner sister brother son daughter friends parents
    grandchildren walking skiing sailing cycling camping travelling flying w/c one two three four five six seven eight
    nine ten s st nd rd th jan january feb february mar march apr april jun june jul july aug august sep sept
    september oct october nov november dec december mon monday tue tues tuesday wed weds wednesday thu thur thurs
    thursday fri friday sat saturday sun sunday
"""
_WORDS = frozenset(_SAID.split())
# Groups of other words, which say something else by themselves.
_GROUPS = expression(
    r"\b(?:look|read|work|go|get) (?:\w+ )?through\b|\b(?:catch|pick|follow)(?:ing)? (?:\w+ )?up\b|\bup to\b(?= \d)"
    r"|\b(?:the )?end of\b|\bout of (?:the )?(?:office|country)\b|\bover (?:the|christmas|easter|new year)\b"
    r"|\b(?:in|that|this|which) time\b|\btime off\b|\boff sick\b|\bsick leave\b|\bjury (?:duty|service)\b"
    r"|\bfirst thing\b|\bw/[bc]\b|\b(?:give me|need|have) (?:until|till?)\b|\bgetting? round to\b|\bheads[- ]up\b"
    r"|\b(?:busy|mad|hectic) (?:day|week|month)\b|\bneeds? a \w+ (?:look|read)\b|\bcarry on with (?:it|this)\b"
    r"|\bafraid\b(?! of\b)"
    r"|\b(?:running )?(?:a bit|slightly|a little|running) behind\b|\bbehind with (?:my |the )?(?:reading"
    r"|e-?mails?|mails?|comments|reports?|work)\b|(?-i:\b(?:in|around|round"
    r"|across) (?:the )?[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?\b(?!['’]))",
    re.IGNORECASE,
)
# What is said in words of time, and that something ends.
_ENDS = expression(
    r"\b(?:i|we|to|i['’]ll|will|should|might|could|would|then|all|you|it) leave\b"
    r"|\bleave (?:it|this|that|you|her|his|them|all)\b"
    r"|\b(?:that|this|it)(?:['’]s| is) (?:it|all)\b"
    r"|\b(?:may|might|could|must|should) (?:go|get through)\b|\bof me\b|\b(?:get|got|go) (?:it|this|that|these"
    r"|her|them) (?:all )?off\b"
    r"|\b(?:done|too much|all too|fully|for good|(?:have to|should|might) (?:go|leave)"
    r"|let (?:it|this|them|her|him) go|(?:no|nothing)(?: \w+)? from (?:the|our))\b",
    re.IGNORECASE,
)
_DENIES = expression(r"\b(?:\w+n['’]?t|cannot|not|unable|no|nothing|without)\b", re.IGNORECASE)
# Until when it won't be, or what isn't read; “can't do this” is of neither.
_UNTIL = expression(
    r"\b(?:until|till?|before|while|during|yet|this (?:week|month|side)|next week|today|tomorrow|tonight|\d{1,2}"
    r"|\w+day|later than|in time|access|e-?mails?|mails?|inbox|phone|internet|signal"
    r"|wi-?fi|online|reached|reachable)\b",
    re.IGNORECASE,
)
_OTHERS = expression(r"\b(?:her|his|their|them|these|those)\b", re.IGNORECASE)
# A promise may name for whom it is; “I'm afraid of her” is none.
_MINE = expression(r"\b(?:i['’]?ll|i will|my|feedback|comments|review)\b", re.IGNORECASE)
# In the same words somebody is asked for something, told how they do, or told of: that is never of the leave.
_ASKS = expression(
    r"^\W*(?:(?:so|and|but|then|just|also) )*(?:(?:please|pls) (?:just )?(?:send|let|start|read|reply|see|tell"
    r"|do|get"
    r"|look"
    r"|say|write|check|review|go|answer|plan|speak|start\w*)|(?:send|start|begin|tell|say|speak|let (?:me|us))\b)"
    r"|\b(?:let|tell) (?:me|us)\b",
    re.IGNORECASE,
)
_YOU = expression(r"\b(?:you|your|yours|you['’]re)\b", re.IGNORECASE)
_WRITER = expression(
    r"\b(?:i|i['’](?:m|ll|d|ve)|me|my|we|we['’](?:ll|re|ve)|us|feedback|comments|thoughts|notes|review|reply)\b"
    r"|\byou(?:['’]ll| will| should| can| may) (?:hear|have|get|expect)\b"
    r"|^\W*(?:\w+ )?(?:will |shall |to |can )?(?:let|send|get|go|reply|respond|write|answer|look|be"
    r"|read|back|with|see)\b",
    re.IGNORECASE,
)
_JUDGES = expression(
    r"\b(?:charts?|reports?|you|this|these|they|team|start)(?: (?:is|are|was|were|looks?)|['’](?:s|re))"
    r" (?:(?:a|bit|too|very|so|still|all|only|just) )*(?:behind|short|late|long|longer|slow|slower|limited"
    r"|patchy|brief"
    r"|delayed|usual)\b|\bgetting (?:late|long|to me|to us|longer|slow\w*)\b"
    r"|\bsomething\b(?<!send something)(?<!send you something)(?<!have something)",
    re.IGNORECASE,
)
_KIN = expression(r"\b(?:husband|wife|partner|sister|brother|son|daughter|parents)\b", re.IGNORECASE)
_WITH_KIN = expression(
    r"^\W*my (?:wife|husband|partner)\W*$|\bwith\b|\b(?:see|seeing)\b|\b\w+['’]s (?:wedding|birthday)\b", re.IGNORECASE
)
# “I may not be back after the 14th”, “can't be doing this until next year”, “off for a year” say that it ends.
_FOR_GOOD = expression(
    r"\b(?:be|am|['’]m|are) doing\b|\bnext year\b|^(?!.*\b(?:until|till?|before|access|e-?mails?|mails?|inbox|phone"
    r"|internet|signal|wi-?fi|online|reached|reachable)\b)(?!.*\bfrom\b.*\b(?:to|until|till|[-–])).*"
    r"\b(?:after|from|beyond|since)\b",
    re.IGNORECASE,
)
_LONG = expression(r"\b(?:a|whole|full|one|rest of the|all|this) (?:whole |full )?year\b", re.IGNORECASE)
_LETTERS = expression(r"[^\W\d_]+(?:['’/-][^\W\d_]+)*")


def goes_with_leave(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause says nothing else; `names` are those that it may say, in small letters."""
    if _ENDS.search(clause):
        return False
    if is_courtesy(clause, names):
        return True
    if _ASKS.search(clause) or _JUDGES.search(clause) or _LONG.search(clause):
        return False
    if (_YOU.search(clause) and not _WRITER.search(clause)) or (_KIN.search(clause) and not _WITH_KIN.search(clause)):
        return False
    named = not words_in(clause).isdisjoint(names)
    denies = _DENIES.search(clause) is not None
    if denies and (named or not _UNTIL.search(clause) or ends_for_good(clause)):
        return False
    if (named or _OTHERS.search(clause)) and not _MINE.search(clause):
        return False
    plain = _GROUPS.sub(" ", _DENIES.sub(" ", clause))
    return {one if one in _WORDS else one.removesuffix("'s") for one in words_in(plain)} - names <= _WORDS


def words_in(text: str) -> set[str]:
    """Its words, in small letters."""
    return {one.replace("’", "'") for one in _LETTERS.findall(text.casefold())}


def ends_for_good(clause: str) -> bool:
    """Whether it says, in such words, that something won't be any more from some day on."""
    return _DENIES.search(clause) is not None and _FOR_GOOD.search(clause) is not None
