"""A mentor's few words on a letter that chases the practitioner, which they have in copy or with them.

Such a letter is the office's, so that “typical” or “does the sponsor know?” is said to the office as soon as to the
practitioner. What goes on is told by a closed list.

| it | becomes |
|---|---|
| calls or greets the practitioner, or names them anywhere | a message, as ever |
| says “you”, but as one says it to an office (“have you tried ringing?”) or to nobody (“told you so”) | asked |
| asks something of them (“give me a ring”, “send what you have”), or arranges a talk | a message |
| has a remark of a few words beside that, or is anything else | asked about |
"""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageReceived
from qibot.expression import expression
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning, folded
from qibot.understanding.mentors.contact import arranges
from qibot.understanding.mentors.of_the_pairing import ends_something, is_of_the_pairing
from qibot.understanding.names.naming import greets, speaks_of
from qibot.understanding.persons.spoken_to import have_it
from qibot.understanding.phrases.courtesy import is_courtesy, names_in
from qibot.understanding.phrases.talks import asks_for_call

NUDGE = "nudge_contact"
CHASES = (NUDGE, "remind_missing", "remind_missing_again", "close_cohort")
REMARK = 5  # words of one
# “You” as it is said to an office, or to nobody.
_OFFICES = expression(
    r"\b(?:have|had|did|do|does|will|would|can|could|should|are)(?:n['’]?t)? (?:you|the team|the office"
    r"|any(?:one|body)"
    r"|some(?:one|body)) (?:\w+ )??(?:tr(?:y|ied|ying)|hear(?:d|ing)?|r(?:ung|ang|ing|inging)|phon(?:e|ed|ing)"
    r"|call(?:ed|ing)?|chas\w+|contact\w*|e-?mail\w*|spoken|speak\w*|writ\w+|told|tell|ask\w*|need|want|know|expect"
    r"|usually|normally|always|ever|going to do|do about)\b(?! (?:to |with |from )?(?:me\b|us\b|help|any|some"
    r"|a hand"
    r"|a chat|a call|a talk|more time|what to|how to|where to))[^.?!]*"
    r"|\bwh(?:y|at|en|o)\b[^.?!]{0,12} (?:do|did|will|would|can|are|have) you (?:\w+ )?(?:need|want|do|expect"
    r"|ask|send"
    r"|chas\w+|going to)\b[^.?!]*"
    r"|\b(?:told|tell|telling|warned|thank) you\b(?: so\b)?|\bas you (?:know|see|say|said)\b|\bbetween you\b"
    r"|\byou (?:know|see|people|lot|can (?:lead|imagine|see|try)|wouldn['’]t (?:believe|think))\b[^.?!]*"
    r"|\byou(?: will| would|['’]ll|['’]d) (?:never|not|be lucky|think|like me to|rather)\b[^.?!]*"
    r"|\b(?:do|would|should) you (?:want|like|need|prefer|rather) (?:me|us) to\b[^.?!]*"
    r"|\byou(?:['’]ll| will)? have (?:been|tried)\b|\bhold(?:ing)? your breath\b"
    r"|\b(?:let|tell|give) me (?:a shout|know)?\b ?(?:what happens|how (?:it|this) "
    r"|whether\b|(?:if|when) (?:it|this"
    r"|that|she|he|they|anything|there|you (?:hear|get (?:an?|any|word)|have heard)|one)\b)[^.?!]*"
    r"|\b(?:will|would|should|could|did|do|have|are|can)(?:n['’]?t)? you (?:\w+ ){0,2}?(?:escalat\w+|let (?:the"
    r"|her|his|their)"
    r"|give (?:it|this|that|up)|get (?:an? )?(?:answer|reply|word)|have (?:a|her|his|their) (?:\w+ )?(?:number"
    r"|address))\b[^.?!]*"
    r"|\byou (?:should|could|might|ought to|need to) (?:just |maybe |perhaps )?(?:ring|phone|call|escalate|let"
    r"|tell|try|set"
    r"|write|chase)\b(?! me\b| us\b)[^.?!]*|\bif i were you\b|\bsend me\b[^.?!]*\bagain\b[^.?!]*"
    r"|\byour (?:guess|end|side|lists?|records?|letters?|reminders?|e-?mails?|mails?|system|office|team"
    r"|lot)\b[^.?!]*",
)
_OF_SOMEBODY = expression(
    r"\b(?:this|that) one\b|\b(?:my|the) (?:mentee|practitioner|other one|manager|boss|sponsor"
    r"|head(?:[ -]?teacher)?)\b"
)
_TALK = r"(?:meet\w*|speak\w*|talk\w*|catch\w*|chat\w*|have a|look at|go (?:through|over))"
_TO_THEM = expression(
    r"\b(?:you|your|yours|yourself|you['’](?:re|ve|ll|d))\b|\bstill on for\b|\b(?:can|could"
    r"|may) i (?:be of )?(?:any )?help\b"
    r"|\banything (?:that )?i can (?:do|help)\b|\bno need to send\b|\bfancy a\b"
    r"|\b(?:give|send|ring|call|phone|text|drop|e-?mail|let|tell|show|ping|message|ask|catch|grab|use) (?:it to )?"
    r"(?:me|us)\b(?! (?:off|out|go))|\b(?:just|do|please) shout\b|^\W*shout\b|\bshout if\b"
    rf"|\b(?:shall|can|could|should|might) we (?:\w+ )?{_TALK}|\blet['’]?s {_TALK}"
    rf"|\bwe(?:['’]re| are|['’]ll| will)?(?: \w+)? {_TALK}\b[^.?!]*\b(?:\w{{2,6}}day|tomorrow|next|this|\d)"
)
_PERSONAL = expression(
    r"\bhow(?: are|['’]s|['’]re| is) (?:things|it going|you)\b|"
    r"^\W*(?:hello|hi|hey|hiya|morning)\b|\b(?:i|i['’](?:m|ve|d|ll)|me|my)\b|\b(?:chat|call|coffee|talk|teams"
    r"|phone)\b"
)


def unless_it_chases(
    event: Event, arrival: Arrival, case: Case, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event:
    """The event; the question to the mentor where it is a message that isn't surely to the practitioner."""
    if not isinstance(event, MessageReceived) or event.role is not Role.MENTOR or answered is None:
        return event
    e, text = case.enrolment, arrival.mail.own_text[:MOST_CHARACTERS]
    if answered.name not in CHASES or arrival.mail.sends or have_it(event, case, Role.MENTOR):
        return event
    names = name_words([e.practitioner, e.mentor])
    if answered.name == NUDGE and arranges(text):
        return event
    if found.calls_them or greets(e.practitioner, text) or speaks_of(e.practitioner, text):
        return event
    calls = asks_for_call(text, names) and not (is_of_the_pairing(text) or ends_something(text))
    if calls or _is_to_them([folded(one.text) for one in found.told], names_in(case)):
        return event
    return doubtful(arrival, case, event.number, Role.MENTOR, almanac)


def _is_to_them(said: list[str], names: frozenset[str]) -> bool:
    told = [one.casefold() for one in said if not is_courtesy(one.strip(" .!"), names)]
    to_them = [_TO_THEM.search(_OFFICES.sub(" ", one)) is not None and not _is_of_somebody(one) for one in told]
    remarks = [one for one, to in zip(told, to_them, strict=True) if not to and len(one.split()) <= REMARK]
    if any(map(ends_something, told)):
        return False
    return any(to_them) and all(_PERSONAL.search(one) for one in remarks)


def _is_of_somebody(said: str) -> bool:
    return _OF_SOMEBODY.search(said) is not None or is_of_the_pairing(said) or ends_something(said)
