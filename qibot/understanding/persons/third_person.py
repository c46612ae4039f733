"""Words about the practitioner, their manager or mentor that their reader can't be meant by: who is spoken of by
name, with nobody called and no “your”, isn't who is spoken to.

| it would be | and | becomes |
|---|---|---|
| a message | speaks of the practitioner by name: “I can't open Jo's report”, “has Jo sent anything?” | asked about |
| feedback | wants something sent, can't read the file, or but has praise told: “tell Jo well done from me” | the same |
| either | has more told or asked: “could you let Jo know that Friday is on?” | as ever: it is for them |
| feedback | only doubts the whole of what it brings, or wants another's view: “not sure about this one” | the same |
| either | is but a question that names one of them: “did Meg approve this?” | the same |
| either | is but a question what its writer has still to do: “do I still owe anything?” | the same |
| a message | speaks of an unnamed “her” and never says “you”: “I'll go through it with her” | asked about |
| a message | asks what the manager said | as ever: a word between the two |
| feedback | speaks of the practitioner's work, and says more: “Jo's aim is clear” | as ever |
| a practitioner's message | asks after the mentor by name: “is Ann OK?”, “did Ann even read it?” | asked about |
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.events import Event, FeedbackReceived, MessageReceived
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Letter, Role
from qibot.spoken import Spoken
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning
from qibot.understanding.names.masked import masked
from qibot.understanding.names.naming import greets
from qibot.understanding.phrases.courtesy import is_courtesy, names_in

PRAISE = 9  # words that have somebody told “well done”, and no feedback
COVERING = 14  # words beside a document that say nothing of what is in it
SHORT = 40  # words of a mail that asks for something and says little else
_TO = (
    r"tell(?:ing)?|ask(?:ing)?|let(?:ting)?|thank(?:ing)?|remind(?:ing)?|chas(?:e|ing)|nudg(?:e|ing)|prompt"
    r"|congratulat(?:e|ing)|contact(?:ing)?|e-?mail(?:ing)?|ring(?:ing)?|phon(?:e|ing)|call(?:ing)?|text|message"
    r"|warn|reassure|inform|advise|invite|add|put|remove|get|help|give|send|show|find|move|pay|see|check"
)
_OF = r"to|for|from|with|about|of|by|on|than|reached?|only"
_THAT = r"if|whether|because|heard|think|believe|suppose|guess"  # “what you think Jo” calls her
_ASKS = (
    r"has|have|had|hasn['’]t|did|didn['’]t|does|doesn['’]t|is|isn['’]t|was|wasn['’]t|will|won['’]t|would|wouldn['’]t"
    r"|can|could|should|may|might|when|why|how|where"
)
_NOUN, _SUBJECT = ("a an the your my no this that any quick for by", "I you we it that she he they there")
_NO_NOUN = "".join(rf"(?<!\b{word} )" for word in _NOUN.split())  # “give me a ring Jo”
_NO_END = "".join(rf"(?<!\b{word} )" for word in _SUBJECT.split())  # “when you can Jo”
_STRANDED = expression(
    rf"^\W*(?:what|who|which|where)\b.*\b(?:{_OF}) PRAC\W*$"
    r"|\b(?:(?:carry|come|go|keep) on|(?:happy|glad|here) to help) PRAC\b",
    re.I,
)
_OF_THEM = Spoken(
    r"\bPRAC['’]?s\b(?! (?:this|that|it|you|we|there) )"  # “Jo's report”, “Jo's away”, “Jos charter”
    rf"|(?:{_NO_NOUN}\b(?:{_TO})|\b(?:{_OF})|{_NO_END}\b(?:{_ASKS}))(?: (?:both|poor|wee|our|dear))? PRAC\b"
    rf"|\b(?:{_THAT}) PRAC\b(?!\W*$)"
    # “Jo is this the right file?” calls her
    r"|\bPRAC (?:is|isn['’]t|was|wasn['’]t|has|hasn['’]t|had|does|doesn['’]t|did|didn['’]t|says?|said|seems?|needs?"
    r"|wants?|will|won['’]t|would|can['’]t|cannot|couldn['’]t|must|thinks?|promised|keeps?|told|asked|owes?)"
    r"(?! (?:you|your|this|that|it|we|i|there|the|any(?:thing|one|body)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|mon|tues?|weds?|thurs?|thu|fri|tomorrow|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m|o['’]?clock)|\d{1,2}[:.]\d\d"
    r"|\d{1,2}(?:st|nd|rd|th))\b)"
    r"|\bPRAC (?:sent|gave|told|asked|e-?mailed|rang|showed|owes|says|said|thinks|promised|mentioned) (?:me|us|it|she"
    r"|he|they|that)\b",
    "prac",
)
_OF_BOSS = expression(r"\bMGR\b|\b(?:his|her|their|PRAC['’]?s) (?:line )?(?:manager|boss|head ?teacher|head)\b")
_TO_THEM = Spoken(
    r"\b(?:your|yours|yourself|you['’](?:ve|re|d|ll))\b(?! (?:end|side|records?|systems?|lists?|help|inbox|office"
    r"|files?|team|reminders?|e-?mails?|mails?|messages?|letters?|able|welcome)\b)",
    "you",
)
_YOU = expression(r"\byou\b", re.IGNORECASE)
_PARTED = expression(
    r"^\W*(?:(?:\w+ )?(?:feedback|comments?|note|message) )?(?:for|to) PRAC\b(?=\W*(?:[:,–-]|$))", re.I
)
# What is to be told them is for them, whoever passes it on.
_RELAYS = Spoken(
    r"\b(?:tell|ask|let|remind|inform)(?:ing)? PRAC\b"
    r"|\b(?:pass|give|send|say|forward|convey|hand|get|relay)\w*\b[^.?!]{0,40}\b(?:to|for) PRAC\b",
    "prac",
)
_QUOTED = expression(r"[\"“”][^\"“”]*[\"“”]")
_ASKS_FOR = Spoken(
    r"\b(?:can|could|would|will|might) (?:you|someone|somebody|anyone|anybody|one of you|the team|it be|that be"
    r"|this be|we have|I (?:have|get|see))\b|\bplease (?:can|could)\b|\b(?:please|kindly) (?:re-?send|send|remove"
    r"|delete|take|forward|check|find|look|sort|fix|add|change|move|correct|confirm|resend|let me)\b"
    r"|\b(?:is|would) (?:it|there) (?:be )?(?:possible|any way|any chance)\b|\bany (?:ideas?|chance)\b"
    r"|\b(?:do|would) you (?:have|know|mind)\b|\bwhy (?:does|do|did) (?:it|this|that|they|your \w+|the \w+) (?:say"
    r"|think"
    r"|call)\b",
)
_AMISS = Spoken(  # with the file, which nobody says of another's to praise it
    r"\b(?:only (?:got|received|see|have)|(?:can['’]?t|cannot|couldn['’]?t|won['’]?t|doesn['’]?t|unable to|not able to)"
    r" (?:\w+ )?(?:open|read|see|find|download|view|print|access)|blank|corrupt\w*|garbled|password|no attachment"
    r"|(?:nothing|not) attached|hasn['’]?t (?:got|a|any)|came through|isn['’]?t (?:attached|there|here))\b",
)
_ASKS_THEM = expression(  # of whom nobody has said who it is
    r"\b(?:(?:can|could|would|will) you|please) (?:\w+ )?(?:tell|ask|let|thank|remind|chase|nudge|contact) THEY\b"
)
_IT = r"(?:this|it|that|these|what|the (?:attached|enclosed|report|whole thing))(?: (?:one|at all|here|report))?"
_OF_IT_ALL = Spoken(
    rf"\b(?:not|n['’]t|never) (?:\w+ ){{0,2}}?(?:sure|convinced|certain|happy|comfortable|keen)(?: (?:about|of|by"
    rf"|with|on|at|what to make of|what to do with))? {_IT}\W*$"
    rf"|\b(?:worried|concerned|uneasy|bothered) (?:about|by) {_IT}\W*$"
    r"|\bsecond (?:opinion|pair of eyes)\b|\byour (?:view|opinion|advice|take)\b"
    rf"|\b(?:make|made) of {_IT}\W*$|\b(?:can|could|would|will) (?:you|someone|somebody) (?:please )?(?:have|take) a"
    rf" (?:quick )?look(?: at {_IT})?(?: for me| please)?\W*$|\bis (?:this|it) (?:any good|good enough|normal"
    r"|acceptable|what (?:you|we) (?:want|expect)|enough)\b"
    r"|\b(?:what|how) (?:should|do|would|can) I (?:do|say|answer|reply"
    r"|respond|handle|mark)\b",
)
_OWES = Spoken(
    r"\b(?:do|did|have|must|should|am) I (?:(?:still|now|actually|even|already|all) )*(?:owe|have to|need to|got to"
    r"|(?:anything|something) (?:else|more|left|outstanding|to)|finished|done|supposed to|meant to|due|behind"
    r"|up to date)\b",
)
_SUGGESTS = expression(r"^\W*(?:and |so |or |but )?(?:could|would|might|should|can|what if|how about)\b", re.IGNORECASE)
_SAID = expression(r"^\W*what (?:did|does|has) [\w ]{2,30} (?:say|said|think|thought|decided?|tell you)\b", re.I)


# How the mentor is, or where: nobody asks them that by their name. “Could Ann look at it?” is for her.
_AFTER_THEM = Spoken(
    r"\b(?:is|isn['’]t|was|wasn['’]t) PRAC (?:(?:still|now|feeling|really|actually) )*(?:ok(?:ay)?"
    r"|all ?right|well|unwell|poorly|ill|sick|off|away|on (?:leave|holiday)|back|better|in hospital|upset|cross|angry"
    r"|leaving|alive|(?:around|about)(?! (?:on|this|next|tomorrow|at|for|to)\b)|with us|my mentor|mentoring)\b"
    r"|\bhow(?:['’]?s| is) PRAC(?: (?:doing|getting on|keeping|feeling|these days|now|today))?\W*$"
    r"|\b(?:heard|word|news|anything|nothing|sign|seen)(?: \w+)? (?:from|of|about) PRAC\b"
    r"|\bwhat['’]?s (?:up|wrong|happened|happening|going on|the matter) with PRAC\b"
    r"|\b(?:something|anything) (?:happened|wrong|up|the matter) (?:to|with) PRAC\b"
    r"|\bhas PRAC (?:left(?! an?\b)|gone|moved|been (?:ill|off|unwell|away|all ?right|ok(?:ay)?|poorly))\b"
    r"|\breally from PRAC\b"
    r"|\bwhere(?:['’]?s| is) PRAC\W*$"
    # what is told of them: “somebody said Ann had a stroke”, “is it true that Ann is leaving?”
    r"|\b(?:said|says|say|heard|hear|true|told (?:me|us)|rumou?r|gather|understand)(?: that)? PRAC (?:is|was|has|had"
    r"|might|may|will|won['’]?t|left|died|got)\b",
    "prac",
)
_NO_WORD = Spoken(
    r"\b(?:n['’]?t|not|nothing|never|no word)(?: \w+){0,2}(?: heard| had| got)?(?: \w+){0,3} from PRAC\b", "prac"
)
# What is asked of them by name, but whether they have it, or what one does with them.
_ASKS_OF = Spoken(
    r"(?:^|[,.;:–-] |\b(?:and|so|but|also) )(?:is|isn['’]?t|was|wasn['’]?t|has|hasn['’]?t|had|did|didn['’]?t|does"
    r"|doesn['’]?t)(?: poor| our)? PRAC\b(?! (?:\w+ )?(?:got|get|received?|seen?|had|have|sent?|left a|free|available"
    r"|able|happy|mean|want|need|think|prefer|the same)\b)(?!['’])",
    "prac",
)
_ARRANGES = Spoken(
    r"\b(?:call|meet\w*|chat|zoom|teams|sessions?|visit\w*|comments?|charts?|aims?|measures?|reports?|feedback|templates?"
    r"|links?|median|data|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week|\d+)\b"
)
# A question needs no mark: “is ann ok”, “anyone heard from ann lately”.
_OPENS_AS_QUESTION = Spoken(
    r"^\W*(?:(?:and|so|but|hi|hello|also|all|team),? )*(?:is|isn['’]?t|was|has|had|have|did|does|how|where|what['’]?s"
    r"|any"
    r"|anyone|anybody)\b"
)


def speaks_past_reader(event: Event, mail: Mail, case: Case, found: Meaning, answered: Letter | None = None) -> bool:
    """Whether what would be passed on of a mentor's can't be said to its reader. Who answers the practitioner's own
    words may speak of somebody of whom these did."""
    passed = isinstance(event, FeedbackReceived | MessageReceived)
    if not passed or getattr(event, "role", Role.MENTOR) is not Role.MENTOR or found.in_form:
        return False
    e = case.enrolment
    if found.calls_them or found.calls_others or greets(e.practitioner, mail.own_text[:MOST_CHARACTERS]):
        return False
    if mail.sends:
        words = sum(len(one.words) for one in found.told)
        return words <= COVERING and any(_OF_IT_ALL.is_in(one.text) for one in found.told)
    told = [_QUOTED.sub(" ", one.text) for one in found.told]
    said = [_PARTED.sub("", masked(one, (e.manager, "MGR"), (e.practitioner, "PRAC"))) for one in told]
    if any(_TO_THEM.is_in(one) for one in said):
        return False
    if _only_asks(said, names_in(case)) or any(_ASKS_THEM.search(" ".join(one.words)) for one in found.told):
        return True
    spoken, words = [one for one in said if speaks_of(one)], sum(len(one.split()) for one in said)
    talk, replies = isinstance(event, MessageReceived), answered is not None and answered.name.startswith("relay_")
    if talk and not replies and found.speaks_of("THEY") and not any(_YOU.search(one) for one in said):
        return True
    if any(_RELAYS.is_in(one) for one in spoken):
        return isinstance(event, FeedbackReceived) and words <= PRAISE
    if talk or not spoken:
        return bool(spoken)
    return words <= SHORT and any(_ASKS_FOR.is_in(one) or _AMISS.is_in(one) for one in said)


def asks_after_mentor(event: Event, mail: Mail, case: Case, found: Meaning) -> bool:
    """Whether a practitioner's message, which the mentor would read, asks after that mentor by name. What they are to
    be asked or told is for them."""
    if not isinstance(event, MessageReceived) or event.role is not Role.PRACTITIONER or mail.sends:
        return False
    mentor, said = case.enrolment.mentor, mail.own_text[:MOST_CHARACTERS]
    if greets(mentor, said) or any("MENT-V" in one.words for one in found.told):
        return False
    told = [masked(_QUOTED.sub(" ", one.text), (mentor, "PRAC")) for one in found.told]
    if any(_TO_THEM.is_in(one) or _RELAYS.is_in(one) for one in told):
        return False
    return any(_asks_after(one) for one in told)


def _asks_after(one: str) -> bool:
    """Whether a sentence, in which the mentor is PRAC, asks how they are, where, or what they are like."""
    if _NO_WORD.is_in(one):
        return True
    if not (one.rstrip(' "”’)').endswith("?") or _OPENS_AS_QUESTION.is_in(one)):
        return False
    return _AFTER_THEM.is_in(one) or (_ASKS_OF.is_in(one) and not _ARRANGES.is_in(one))


def _only_asks(said: list[str], names: Collection[str]) -> bool:
    """Whether nothing is said but a question that names one of them, or asks what its writer owes, and neither suggests
    something nor says “you”."""
    told = [one for one in said if not is_courtesy(re.sub(r"\b(?:MGR|PRAC)\b", "", one), frozenset(names))]
    if not 0 < len(told) <= 2 or not all(one.rstrip(' "”’)').endswith("?") for one in told):
        return False
    if any(_YOU.search(one) or _SUGGESTS.search(one) or _SAID.search(one) for one in told):
        return False
    return any(_OF_BOSS.search(one) or speaks_of(one) or _OWES.is_in(one) for one in told)


def speaks_of(said: str) -> bool:
    """Whether a sentence speaks of the practitioner, who is PRAC in it, rather than to them."""
    return _OF_THEM.is_in(said) and _STRANDED.search(said) is None
