"""Short answers that say nothing of the matter: thanks, or that an answer will come.

Thanks to a confirmation are passed on to nobody, and a mentor's promise is no feedback yet. Both are told by all that
is said: one sentence more, and it is somebody's word.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case
from qibot.people import name_words
from qibot.quoting import is_signed_off
from qibot.spoken import Spoken
from qibot.understanding.meaning import said_in

_SAID = """
    a about again all am an and appreciate appreciated are back best brilliant bye cheers confirmation confirming
    cool day dear do done e-mail email evening excellent fine for fully good got great have hello hi i i'll i'm is it
    it's just kind know let letting lots lovely mail many me merci message morning much nice noted of ok okay
    danke perfect please received regards reminder reminding reply report right see sending so soon sorry sure team
    thank thanks that that's thats the then this to too understanding understood very warm weekend will wishes with
    wonderful yes you your
    everybody everyone bardzo beaucoup bedankt dank diolch dzięki dziękuje dziękuję fawr frumos gracias grazie
    herzlichen mille muchas multumesc mulțumesc obrigada obrigado takk vielen yn дуже дякую
"""
_COURTESIES = frozenset(_SAID.split())
_ACKNOWLEDGED = expression(
    r"\b(?:thank\w*|merci|danke?|bedankt|gracias|grazie|obrigad[ao]|dziękuj[ęe]|dzięki|mul[țt]umesc|дякую|diolch|takk"
    r"|cheers|received|got it|noted|ok|okay|will do)\b",
    re.IGNORECASE,
)
_NO_TROUBLE = expression(
    r"\bno (?:problem|worries|bother|trouble|rush)(?: at all| whatsoever)?\b|\bfor everything\b"
    r"|\b(?:very |more than )?happy to(?: help)?$",
    re.IGNORECASE,
)
_PRAISED = Spoken(
    r"\b(?:brilliant|excellent|perfect|wonderful|well done"
    r"|(?:great|good|lovely|fine|nice|best|strong|solid) (?:report|one|job|work)"
    r"|(?:very|really|so|is|looks|it['’]?s|that['’]?s) (?:good|great|lovely|fine|nice|cool))\b",
)
_ANSWER = r"(?:look(?! forward)|read|review|get back|come back|reply|respond|answer|comment|be in touch|send)"
_THEN = rf"{_ANSWER}\b(?!.*\b(?:next|below|in-?line)\b).{{0,50}}"
_MEANS = r"(?:['’]ll| will| shall| hope to| aim to| intend to| plan to|['’]m going to| am going to)"
_BY = r"(?: (?:soon|later|shortly|by|on|this|today|tonight|tomorrow|asap|over|within|before)\b.{0,40})?"
_COMMENTS = r"(?:feedback|comments|thoughts|answer|reply|review)"
_IN_TIME = (
    rf"(?:[\w,]+ ){{0,4}}?[–-]? ?(?:it|this|that|{_COMMENTS})(?:['’]ll| will) be (?:with|back (?:with|to)) [\w’'-]+"
    r" (?:on|in|by|within|before) (?:good time|time|the (?:due )?date|the deadline|then)"
)
_PROMISES = (
    rf"(?:[\w,]+ ){{0,4}}?(?:i|we){_MEANS}\b.{{0,40}}?\b{_THEN}",
    rf"(?:[\w,]+ ){{0,4}}?i['’]?\w{{0,2}} (?:am )?(?:on leave|away|off|busy|on holiday)\b.{{0,40}}\bwill {_THEN}",
    rf"(?:(?:thanks?|ok|okay|great|noted|received|got)\b[\w, ]{{0,20}} )?will (?:have a |take a )?{_THEN}",
    rf"(?:(?:[\w,]+ ){{0,2}}?you (?:can|will|may|should) |please )?expect my {_COMMENTS}{_BY}",
    rf"(?:[\w,]+ ){{0,4}}?{_COMMENTS} (?:to follow|will follow|follows?|to come|coming){_BY}",
    _IN_TIME,
    r"(?:[\w,]+ ){0,3}?ich (?:schaue?|sehe|lese) .{1,40}\b(?:an|durch)",
    r"(?:[\w,]+ ){0,3}?ich (?:melde mich|antworte)\b.{0,50}",
    r"(?:[\w,]+ ){0,3}?ich werde .{0,40}\b(?:ansehen|anschauen|lesen|melden|antworten)",
    r"(?:[\w,]+ ){0,3}?je (?:le |la |les |te |vous )?(?:regarde|lis|reviens|réponds)(?:rai)?\b.{0,50}",
)
_PROMISE = expression("|".join(_PROMISES), re.IGNORECASE)
# “Thursday suits, I'll send the link” promises no answer; “I'll look at it and send you the template” does.
_SENDS_ELSE = expression(
    r"\bsend (?:you |on |over |out )*(?:(?:the|a|an|my|that|some|you) )?(?:(?:teams|zoom|meeting"
    r"|calendar) )?(?:link|invite"
    r"|invitation|directions|template|slides|example|address|number|article|paper|photos?|poster|leaflet|spreadsheet)\b",
    re.IGNORECASE,
)
_READS = expression(r"\b(?:look(?! forward)|read|review)\b", re.IGNORECASE)
_ADDS = expression(
    r"\?|\bI (?:thought|think|feel|felt|found|see(?!\W*(?:[,.!;]|$))"
    r"(?! (?:it|that|this|them)(?: (?:now|there|has|['’]s|came|come"
    r"|is|arrived|in|through|today|this|morning"
    r"|afternoon|thanks))*\W*(?:$|\n))|saw|notice\w*|expected|wish|wonder|need|want|(?:dis)?agree)\b"
    r"|\b(?:can['’]?t|cannot|couldn['’]?t)\b"
    r"|\blet me know (?:if|whether) \w+(?:['’]\w+| ha(?:ve|s|d)) (?:got|had|received|heard|seen|been)\b"
    r"(?! any (?:questions?|problems?|trouble))"
    r"|\b(?:unfair|harsh|strict|rude|unhappy|disappoint\w*|please stop|stop \w+ing)\b",
    re.IGNORECASE,
)
_DENIES = expression(
    r"\b(?:but|though|although|however|except|unfortunately|not|never"
    r"|(?:wo|do|did|does|was|is|were|are|have|has|had|would|should)n['’]?t)\b",
    re.IGNORECASE,
)
LONGEST = 400  # characters of such an answer with all that stands around it
_SENTENCE = expression(r"[^.!?\n]+")
_AROUND = " ,;:()–-"
_BETTER = expression(
    r"[^?]*\b(?:(?:would|will) (?:suit|work|be)|['’]d (?:suit|work|be)|suits|works)\b[^?]*\bbetter\b[^?]*",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:it|this|that|then|this one|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?"
    r"|the \d{1,2}(?:st|nd|rd|th)"
    r"|(?:the|our|that|this|next) (?:\w+ )?(?:call|meeting|session|chat|time|slot|day|morning|afternoon|week|one))"
)
_BEHIND = r"(?=\W*(?:[,.;:–—!)]|\Z|\n|\b(?:because|as|since|so|i|i['’]m|sorry|due|on|at|that|this|now|after all)\b))"
_DECLINES = expression(
    r"\b(?:can['’]?t|can ?not|won['’]t be able to|(?:not |un)able to)(?: now| actually| quite)? "
    rf"(?:make {_WHEN}{_BEHIND}|(?:join|attend)\b(?! (?:up|to|the dots))|come\b{_BEHIND})",
    re.IGNORECASE,
)
_WISHES_US = expression(
    r"(?:(?:hi|hello|dear) all,? )?(?:(?:a|and|very|wishing you all|have a) )*(?:happy|merry|good|peaceful)(?: new)? "
    r"(?:year|christmas|easter|hogmanay|holidays|break|weekend|summer)(?: (?:when it comes|everyone|everybody|all"
    r"|folks|team))?"
    r"(?: to (?:(?:all|everyone|everybody|you|each|one and) ?(?:of )?)*(?:you|us|all|everyone|everybody|the team)?)?"
    r"(?: (?:in|at|there in|from) (?:the )?(?:office|team|programme|hub))?",
    re.IGNORECASE,
)
_ANSWERS_US = expression(r"^\W*(?:(?:re|aw|fwd?)\s*:\s*)?(?:(?:report|feedback|reminder)(?: \d+)?\W*$)?", re.IGNORECASE)
_COMES = expression(r"\b(?:by|until|till|instead|later|will|['’]ll|feedback|comments?|report)\b", re.IGNORECASE)
SHORT = 15  # words of a short answer
_MODEL = expression(r"\bliked?\b|\beven better\b", re.IGNORECASE)


def is_thanks(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail is thanks and the like alone; `names` are those that it may say, in small letters. A question is
    none, whatever its words: “Is Ann ok?”"""
    return "?" not in typed(mail) and all(is_courtesy(_NO_TROUBLE.sub("", one), names) for one in _sentences(mail))


def is_bare(mail: Mail, case: Case) -> bool:
    """Whether nothing stands in a practitioner's mail but courtesies, their name and what stands below it."""
    own = name_words([case.enrolment.practitioner])
    said = said_in(f"Dear all\n\n{mail.top}", frozenset(), own).removeprefix("Dear all")
    return all(is_signed_off(line) or is_courtesy(line, names_in(case)) for line in said.splitlines())


def is_acknowledgement(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail says that something has come, with thanks, and no word of praise for it: “Thank you, got it.”"""
    said = typed(mail)
    if len(said) > LONGEST:
        return False
    return is_thanks(mail, names) and _ACKNOWLEDGED.search(said) is not None and not _PRAISED.is_in(said)


def praises(mail: Mail) -> bool:
    """Whether a short mail says that something is good, which is feedback, however short."""
    return _PRAISED.is_in(typed(mail)[:LONGEST])


def is_promise(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail says that an answer will come, and beside that thanks at the most."""
    sentences = _sentences(mail) if len(typed(mail)) <= LONGEST and not _sends_else(typed(mail)) else []
    promises = [one for one in sentences if _PROMISE.fullmatch(one)]
    return bool(promises) and all(one in promises or is_courtesy(one, names) for one in sentences)


def _sends_else(said: str) -> bool:
    return _SENDS_ELSE.search(said) is not None and _READS.search(said) is None


def adds_to_thanks(mail: Mail, *, promises: bool = False) -> bool:
    """Whether words that sound like thanks say something else besides: “thanks, but we can't do this in winter”. Who
    may promise something (`promises`: a mentor) says “not yet” and “but soon” of that."""
    said = typed(mail)
    return _ADDS.search(said) is not None or (not promises and _DENIES.search(said) is not None)


def prefers_another_day(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail says that something, a day maybe, would suit better, and beside that thanks at the most."""
    said = [one for one in _sentences(mail) if not is_courtesy(one, names)]
    return len(said) == 1 and _BETTER.fullmatch(said[0]) is not None and "?" not in typed(mail)


def greets_office(mail: Mail, names: frozenset[str]) -> bool:
    """Whether a mail, its subject and all, but wishes the office well: “Happy new year to all of you!”; `names` are
    those that may sign."""
    if not all(_WISHES_US.fullmatch(one) or is_courtesy(one, names) for one in _wished(mail.subject)):
        return False
    said = [one for one in _sentences(mail) if not is_courtesy(one, names)]
    return not mail.sends and bool(said) and all(_WISHES_US.fullmatch(one) for one in said)


def _wished(subject: str) -> list[str]:
    """What a subject says of its own, beside that it answers a letter about a report."""
    said = [one.strip(_AROUND) for one in _SENTENCE.findall(_ANSWERS_US.sub("", subject))]
    return [one for one in said if one]


def declines(mail: Mail) -> bool:
    """Whether a short mail says that its writer can't come, and nothing of when or what they will answer: “I can't make
    this, I'm in hospital for tests that morning.”"""
    said = typed(mail)
    return is_short(mail) and "?" not in said and bool(_DECLINES.search(said)) and not _COMES.search(said)


def is_short(mail: Mail) -> bool:
    """Whether it is a line such as “Thanks, will do”."""
    top = typed(mail)
    return not mail.sends and len(top.split(None, SHORT)) < SHORT and not _MODEL.search(top)


def names_in(case: Case) -> frozenset[str]:
    """What the people of an enrolment are called, word by word, in small letters."""
    e = case.enrolment
    people = (e.practitioner, e.mentor, *([e.manager] if e.manager else []))
    return name_words(people)


def typed(mail: Mail) -> str:
    """What was typed, without tags, banners and disclaimers."""
    return said_in(mail.top, frozenset())


def _sentences(mail: Mail) -> list[str]:
    lines = (line for line in typed(mail).split("\n") if not is_signed_off(line))
    return [one for found in _SENTENCE.findall("\n".join(lines)) if (one := found.strip(_AROUND))]


def is_polite(said: str) -> bool:
    """Whether a clause is but a courtesy: “many thanks”, “all best wishes”."""
    return is_courtesy(said, frozenset())


def is_courtesy(sentence: str, names: frozenset[str]) -> bool:
    """Whether every word of it is a courtesy or one of these names."""
    said = (word.strip(_AROUND) for word in sentence.casefold().replace("’", "'").split())
    return all(not word or word in _COURTESIES or word in names for word in said)
