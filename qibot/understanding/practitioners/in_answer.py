"""What a practitioner says that is plain by the letter which it answers, whatever its words sound like by themselves.

| it answers | it says | becomes |
|---|---|---|
| the mentor's message | what keeps them from the meeting (kept_from_meeting.py) | a message |
| a decision, a new mentor, a day for the feedback | what befell nobody (of_our_news.py) | to the team |
| that the feedback is late, or till when | that they have had it; that it is always so | to the team |
| the same | but a wish for the mentor: “no rush, hope you're ok” | a message |
| the same | a wish, and anything else, without a call | asked about |
| a receipt, feedback | that they answer the comments after their leave | a message |
| a reminder | that the manager keeps the report, or gives no time | circumstances |
| the same | that the manager is to see first what may be the report | asked about |
| a reminder before the deadline | how the report is wanted: “which template?” | a message |
| a check-in | that they are still there, and the report comes | a message |
| a message, feedback | thanks, and what a yes tells of its writer | asked about |
| anything | that the manager is to get no more copies | to the team |
| the same | that they were on leave, and what isn't plainly an answer | asked about |
| the mentor's message, feedback | a day or a yes beside its thanks | a message |
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import is_report_due
from qibot.events import ContactReported, Event, ToldInConfidence
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Role
from qibot.spoken import Spoken
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import is_courtesy, typed
from qibot.understanding.phrases.in_few_words import MISSING, answers_check_in, answers_reminder, typed_in
from qibot.understanding.phrases.of_the_work import is_of_the_work
from qibot.understanding.phrases.promised import spoken_on
from qibot.understanding.practitioners.for_the_team import NATURES, to_team
from qibot.understanding.practitioners.kept_from_meeting import is_kept_from_meeting
from qibot.understanding.practitioners.oblique import is_of_mentor
from qibot.understanding.practitioners.of_manager import manager_withholds, may_withhold, wants_no_copies
from qibot.understanding.practitioners.of_our_news import answers_news
from qibot.understanding.practitioners.own_cause import gives_none, is_no_cause, tells_past_leave
from qibot.understanding.practitioners.past_leave import gives_its_cause
from qibot.understanding.practitioners.presupposed import presupposed
from qibot.understanding.practitioners.said import Said

LATE = ("expect_feedback_by", "tell_feedback_delayed")
COMES = ("receipt", "relay_feedback", *LATE)
LONGEST, FEW = 30, 20  # words: what is longer tells more than one thing
HAS_HAD_IT = "it is said to have been given already"
_DENIES = Spoken(
    r"n['’]t\b|\b(?:not|never|no|nothing|cannot|can ?not|hardly|barely|nor|neither|if|unless|until|till)\b"
)
_HAD = Spoken(
    r"\b(?:ann|mentor|she|he|they|ment)(?:['’]s| has)?(?: (?:already|actually|just|since|kindly)){0,2} (?:gave"
    r"|given|sent|told"
    r"|went|gone|shared|talked|e-?mailed|passed|let me have|took|taken|got back|came back|come back)\b.{0,40}"
    r"\b(?:feedback|comments?|thoughts|notes|through (?:it|my report|the report)|on (?:it|my report|the report))\b"
    r"|\bi(?:['’]ve| have)?(?: (?:already|actually|just|since|now)){0,2} (?:had|got|received|have)\b.{0,20}"
    r"\b(?:feedback|comments|thoughts|notes)\b"
    r"|\bwe(?:['’]ve| have)?(?: (?:already|actually|just|since)){0,2} (?:went|gone|talked|been|discussed"
    r"|spoke)\b.{0,12}"
    r"\b(?:through|over|about|discussed)?\b.{0,8}\b(?:the report|my report|report \d|the feedback|it)\b"
)
_STILL_WAITS = Spoken(
    r"\b(?:wait\w*|still|need|want|would like|late|again|only|but|hop(?:e|ing)|before|next|last month)\b|\?"
)
# What is but kind, clause by clause: whatever else stands beside it may be said of the mentor, and is no wish.
_CLAUSES = expression(r"[.!;:,\n()]+|\s[–—-]+\s|\b(?:but|and|so)\b", re.IGNORECASE)
_WISHES = Spoken(
    r"(?:i |we )?(?:really |do |just )*hope (?:that )?(?:you|you all|all|everything|things|it)(?:['’]re|['’]s"
    r"| are| is| feel| get)?(?: (?:all|feeling|getting|keeping|nothing|not|too|a bit|a little))*"
    r" (?:ok|okay|well|better|all ?right|alright|fine|good|easier|calmer|recovering|serious)"
    r"(?: (?:soon|now|again|with you|though))*"
    r"|(?:i |we )?(?:really |do |just )*hope (?:that )?you (?:recover|feel better|get better)(?: (?:soon|quickly))?"
    r"|get well(?: soon)?|take (?:good )?care(?: of yourself)?|look after yourself|thinking of you(?: all)?"
    r"|(?:i['’]m |i am )?(?:so |very |really )?sorry to hear (?:it|that|this)|feel better(?: soon)?"
)
_NO_RUSH = Spoken(
    r"(?:there['’]s |there is )?no (?:rush|hurry|problem|worries|bother)"
    r"(?: (?:at all|whatsoever|with it|for it|from me))*"
    r"|take your time(?: with it)?|whenever you(?:['’]re| are) (?:ready|able|better)"
)
_COMMENTS = Spoken(
    r"\b(?:reply|respond|answer|look at|look over|read|go through|get back|come back|get|work through|deal with)\b"
    r".{0,25}\b(?:comments|feedback|thoughts|suggestions|notes)\b"
)
_IN_TIME = Spoken(
    r"\b(?:it|you|i|report)(?:['’]ll| will)\b.{0,25}\b(?:today|tonight|tomorrow|this (?:morning|afternoon"
    r"|evening)|on time|in time)\b"
)
_ASKS_HOW = Spoken(
    r"\b(?:which|what|where(?:['’]s| is| can i find)|is there|have you"
    r"|can you (?:re-?)?send(?: me)?)\b.{0,25}\b(?:templates?"
    r"|forms?|formats?|length|headings?|layout|example|guidance|word (?:count|limit)|file type|pages)\b"
    r"|\bhow (?:long|many pages|many words|much detail|detailed)\b.{0,25}\b(?:should|must|does|do|is|can|need"
    r"|be|want)\b"
    r"|\b(?:is|was|will) (?:it|that|this) (?:the )?same\b.{0,40}\?|\b(?:same|usual) (?:template|form|format|one"
    r"|headings)\b"
    r"|\b(?:does|do|should|must|can) (?:it|the report|i)\b.{0,25}\b(?:in word|as a pdf|two pages|one page|a template"
    r"|the template|a photo|handwritten|slides|headings)\b"
)
_STILL_HERE = Spoken(
    r"^\W*(?:i['’]?m|i am|we['’]?re|yes)?,? ?(?:still|all)? ?(?:here|alive|going|around|kicking|at it|on it"
    r"|with you|good|fine|ok"
    r"|okay|well)\b(?: and kicking| strong)?"
)
_COMES = Spoken(
    r"\b(?:report|it)(?:['’]s| is| will be|['’]ll be)? (?:\w+ )?(?:coming|on its way|nearly (?:done|there"
    r"|finished|ready)|almost"
    r"|to follow|with you|in the post|underway|under way|in hand|being written)\b"
    r"|\b(?:i['’]ll|i will|will) (?:send|have|finish|get|do|write)\b.{0,25}\b(?:report|it)\b"
)
_OF_SELF = Spoken(r"\b(?:yes|yep|yeah|aye|no|nope)\W+i(?:['’]m| am| do| feel| have|['’]ve| was| still)\b")
_ANSWERS = Spoken(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|\d{1,2}(?:st|nd|rd|th)"
    r"|\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m|o['’]clock)"
    r"|(?:at|around|after|before|by) (?:\d{1,2}|noon|lunch|one|two|three|four|five|nine|ten|eleven|twelve)"
    r"|next week|week after|suits?|works(?! (?:hard|well))|work(?= (?:for|best|fine|better)\b)|instead|rather|prefer\w*"
    r"|(?:either|neither)(?= (?:works?|suits?|days?|one|is|would|of them)\b|\W*$)|the (?:former|latter"
    r"|first|second|other)(?: one)?|(?:one|two|three|four|nine|ten|eleven|twelve)(?= (?:is|would|suits|works"
    r"|please|o['’]clock))"
    r"|by (?:phone|teams)|in person|on teams)\b"
)
# What may stand beside a day or a yes; any other word may be said of the mentor, or of what befell them.
_OF_A_DAY = """
    a an any around at available be best better both by can could day days either fine for free from got great i i'd
    i'll i've in it's
    later lunchtime make meet me my neither next noon of on one or please should some speak suit suits talk teams that
    that's that'd them then there this those time to tomorrow us week with would we we'll work works yep yeah aye
    nope no perfect o'clock one two three four nine ten eleven twelve you like love morning afternoon evening
"""
_BESIDE_A_DAY = frozenset(_OF_A_DAY.split())
_YES_OR_NO = Spoken(
    r"(?:^|[.!,;:\n])\W*(?:(?:thanks?|thank you|oh|hi)\W+(?:\w+\W+)?)?(?:yes|yep|yeah|aye|no|nope|please do)\b"
)


def in_answer(said: Said, why: str | None) -> Event | None:
    """The event; None where nothing is plain by the letter. `why` is what of it is for the team by its words."""
    answered, text = said.answered, typed_in(said.mail)
    if answered is None or said.meets or said.mail.sends or said.mail.held or len(text.split()) > LONGEST + FEW:
        return None
    if not said.found.mark and wants_no_copies(_abstracted(said)):
        return to_team(said, "private")
    if said.found.mark or said.found.cut or why == "leaving":
        return None
    if answers_news(said):
        return to_team(said, "private")
    if answered.name in LATE and (told := _of_its_delay(said, text, why)) is not None:
        return told
    if answers_reminder(answered):
        return _of_reminder(said, text, why)
    if _is_to_mentor(said, text, why):
        return said.message()
    doubted = _tells_beside_yes(said, text, why) or _may_be_past_leave(said, why)
    return said.doubted() if doubted else None


def _may_be_past_leave(said: Said, why: str | None) -> bool:
    """Whether what answers the mentor's words says of its writer only that they were on leave; or what
    their leave was for, which else would be theirs to read."""
    theirs = said.answers_their_words and presupposed(said) is None
    if theirs and why is None:
        return gives_its_cause(said.found.told)
    past = is_no_cause(said.found, said.mail, said.answered, said.names)  # a word to the mentor
    return theirs and why == "leave" and not past and tells_past_leave(said.found, said.mail)


def _of_its_delay(said: Said, text: str, why: str | None) -> Event | None:
    """Of a practitioner whose feedback is late: that they have it, that it is always so; or what is kind."""
    calls = said.found.speaks_of("MENT-V")
    if why in (None, "private", "time") and not calls and _has_had_it(said, text):
        words = words_apart(said.mail, said.case).strip()
        arrival, unit, number, role = said.arrival, said.case.unit, said.number, Role.PRACTITIONER
        if said.found.best != "spoke":
            return ToldInConfidence(arrival, unit, number, role, words, HAS_HAD_IT)
        told = ToldInConfidence(arrival, unit, number, role, words, HAS_HAD_IT, silent=True)
        beside = replace(arrival, beside=(*arrival.beside, told))
        return ContactReported(beside, unit, number, role, spoken_on(arrival, said.almanac))
    if why is not None or families_in(text) & CAUSES:
        return None
    clauses = _said_beside_courtesy(text, said.names)
    wishes = any(_WISHES.is_all_of(one) for one in clauses) and "?" not in text
    of_mentor = is_of_mentor(said.found, said.answered)
    if wishes and not of_mentor and all(_WISHES.is_all_of(one) or _NO_RUSH.is_all_of(one) for one in clauses):
        return said.message()
    if not calls and of_mentor and gives_none(text):
        return to_team(said, "private")
    return said.doubted() if wishes and not calls else None  # what stands beside a wish may be said of the mentor


def _said_beside_courtesy(text: str, names: frozenset[str]) -> list[str]:
    """Its clauses, without courtesies."""
    clauses = (_uncalled(part, names) for part in _CLAUSES.split(text))
    return [one for one in clauses if one and not is_courtesy(one, names)]


def _uncalled(clause: str, names: frozenset[str]) -> str:
    """A clause without the name of whom it calls at its end: “get well soon Ann”."""
    words = clause.split()
    while words and words[-1].casefold() in names:
        words.pop()
    return " ".join(words)


def _has_had_it(said: Said, text: str) -> bool:
    plain = _abstracted(said)
    return (_HAD.is_in(plain) or _HAD.is_in(text)) and not (_DENIES.is_in(text) or _STILL_WAITS.is_in(text))


def _of_reminder(said: Said, text: str, why: str | None) -> Event | None:
    """In answer to a reminder: that the manager holds it up; how the report is wanted."""
    of_mentor = said.found.speaks_of("MENT", "MENT-V") or "mentor" in text.casefold()
    speaks = said.found.speaks_of("MGR") or "manager" in text.casefold() or "boss" in text.casefold()
    speaks = speaks and not _IN_TIME.is_in(text)
    if why in (None, "private", *NATURES) and speaks and not of_mentor and manager_withholds(_abstracted(said)):
        return to_team(said, why if why in NATURES else "exceptional")
    if why is None and speaks and not of_mentor and may_withhold(_abstracted(said)):
        return said.doubted()
    if said.answered is None or said.answered.name != MISSING[-1] or why not in (None, "time"):
        return None
    told = [one for one in sentences(text) if not is_courtesy(one.rstrip(".! "), said.names)]
    asks = bool(told) and all("?" in one and _ASKS_HOW.is_in(one) and gives_none(one) for one in told)
    return said.message() if asks and len(text.split()) <= LONGEST else None


def _is_to_mentor(said: Said, text: str, why: str | None) -> bool:
    """Whether it is plainly a word to the mentor."""
    answered, due = said.answered, is_report_due(said.case, said.almanac, said.almanac.day(said.arrival.arrived))
    if answered is None or why not in (None, *NATURES):
        return False
    if is_kept_from_meeting(said, due=due):
        return True
    if answered.name in COMES and _COMMENTS.is_in(text):
        return is_no_cause(said.found, said.mail, answered, said.names)
    if why is not None or families_in(text) & CAUSES:
        return False
    if answers_check_in(answered):
        return _is_still_here(text, said.names)
    if said.answers_their_words and said.found.best == "nothing" and len(text.split()) <= FEW:
        said_yes = answered.name == "relay_message" and _YES_OR_NO.is_in(text)
        return (said_yes or _ANSWERS.is_in(text)) and gives_none(text) and _is_but_an_answer(text, said.names)
    return False


def _tells_beside_yes(said: Said, text: str, why: str | None) -> bool:
    """Whether what would be taken for thanks says something of its writer behind a yes: “thanks. Yes I do feel low”."""
    of_talk = said.answers_their_words and said.found.best == "nothing"
    short = why is None and len(text.split()) <= FEW and _YES_OR_NO.is_in(text)
    return of_talk and short and _OF_SELF.is_in(text) and not _is_but_an_answer(text, said.names)


def _is_but_an_answer(text: str, names: frozenset[str]) -> bool:
    """Whether no word of it is another than of a day, a yes or a no, and thanks."""
    if "thanks to" in text.casefold():  # somebody is to blame
        return False
    rest = _ANSWERS.without(text)
    words = (w.strip(".,!;:()–—-'\"") for w in rest.replace("’", "'").split())
    return all(not w or w in _BESIDE_A_DAY or is_courtesy(w, names) for w in words)


def _is_still_here(text: str, names: frozenset[str]) -> bool:
    """Whether they are still there, and the report comes: nothing more."""
    told = [one for one in sentences(text) if not is_courtesy(one.rstrip(".! "), names)]
    plain = all(_STILL_HERE.is_in(one) or _COMES.is_in(one) for one in told)
    plain = plain and all(is_of_the_work(_STILL_HERE.without(one), names) for one in told)
    return bool(told) and plain and gives_none(text) and not _DENIES.is_in(text) and "?" not in text


def _abstracted(said: Said) -> str:
    """Its sentences with people abstracted (meaning/people.py); what was typed, where none stands."""
    return ". ".join(" ".join(told.words) for told in said.found.told) or typed(said.mail)
