"""What a manager says to the mentor in a thread that the practitioner reads, and that isn't hers to read.

| words to the mentor | are |
|---|---|
| behind a call of the practitioner: thanks, a question, an invitation, a word of the project | for both |
| … anything else: “Well done Jo. Ann, the panel has met” | perhaps not hers |
| speak of her, unless to praise; of posts and pay; of “the other matter”, “I'll ring you” | perhaps not hers |
| allude to what the two have said to each other: “as I warned you, Ann”, “the bit we spoke about” | perhaps not hers |
"""

from __future__ import annotations

from collections.abc import Sequence

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.persons.turned_to import turns
from qibot.understanding.phrases.praised import is_praise

_PRAC, _MENT = frozenset({"PRAC"}), frozenset({"MENT"})
# What is said of the work, to thank, to invite or to offer.
WORK = (
    r"\bthank\w*|\bcheers\b|\bta\b|\bbrava?o?\b|\bhelpful\b|\bkind of you\b|\byou were kind\b|\bgood of you\b"
    r"|\bwelcome\b"
    r"|\bpleas(?:ed|ure)\b|\bglad\b|\bgreat\b|\blovely\b|\bsorry (?:to|for|that you)\b|\b(?:you(?:['’]d| would| are"
    r"|['’]re)?"
    r"|be) (?:\w+ )?(?:be )?(?:most |very |more than |always |both )*invited\b|\byou(?:['’]d better| must come"
    r"| must join)\b"
    r"|\bif you(?:['’]re| are) (?:free|up|passing|able|around)\b|\bif you(?:['’]ve| have) (?:any|a|seen|got|kept)\b"
    r"|\bif you(?:['’]d)? (?:like|want) to (?:come|see|join|visit|use|borrow)\b"
    r"|\bfeel free\b|\bdial in\b|\bshout (?:if|when)\b|\bfor (?:your )?info(?:rmation)?\b"
    r"|\bplease (?:\w+ ){0,2}?(?:read|send|delete|bring|come|sign|join|use|let us|resend)\b"
    r"|\byour (?:\w+ )?(?:remark|suggestion|question|comment|point|advice|feedback|letter|idea|line|sentence|words"
    r"|template|notes?"
    r"|view|opinion|attachment|message|phrase|paragraph|reply|recipe|book|session|talk)s?\b"
    r"|\byou(?:['’]ve| have|['’]d)? (?:asked?|say|said|suggest\w*|wrote|write|mention\w*|point\w*|wonder\w*|propos\w*"
    r"|recommend\w*)"
    r"\b(?! (?:to |it )?me\b)"
    r"|\b(?:data|charts?|run chart|aims?|measures?|reports?|tests?|testing|baseline|median|figures|numbers|pages?"
    r"|tables?|pdsas?"
    r"|graph|denominator|percentages?|patients?|pupils?|children|families|parents|residents|tenants|carers|project"
    r"|survey"
    r"|questionnaire|visit(?:s|ors?)?|wards?|staff|team|board|learning session|posters?|slides?|forms?|school|office"
    r"|clinics?"
    r"|audit|count\w*|measur\w+|sample|driver diagram|fishbone|template|link|spreadsheet|weekly|monthly|per ?cent|%"
    r"|rota|shifts?"
    r"|library|hall|room|teams|zoom|huddle|committee|meeting|call|dates?|parking|tea|lunch|dinner|soup|boat|train"
    r"|\d{1,2}(?:st|nd|rd"
    r"|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_PLAIN = Spoken(rf"\?|{WORK}")
_OF_WORK = Spoken(
    rf"{WORK}|\d|\b(?:what|how|which|where|who) (?:would|do|does|should|can|could|is|are|else|many|much|long"
    rf"|often) [^?]*\?"
    r"|\b(?:is|are) there [^?]*\?|\b(?:do|should|can|could|may|might|shall) (?:we|I|one) [^?]*\?"
    r"|\b(?:would|could|can|will) you (?:be|come|like|mind|object|speak|say|send|advise|point|tell us|give us|explain"
    r"|help|take|look"
    r"|share|let us) [^?]*\?"
)
_WHO = r"(?:she|her|hers|he|him|his|PRAC)"
_OF_HER = Spoken(rf"\b{_WHO}\b", "she", "her", "he", "him", "his", "prac")
# Posts, pay and proceedings; what is told another time, or was asked in private.
BETWEEN_TWO = Spoken(
    r"\bhr\b|\b(?:re-?)?grad(?:e|ed|ing)s?\b|\bband \w\b|\b(?:contracts?|salary|pay|payroll|redundan\w+|restructur\w+"
    r"|secondments?|promot\w+|probation\w*|grievances?|disciplin\w+|capability|warnings?|appraisals?|absences?"
    r"|sickness|at[- ]risk|job evaluation|interview(?:s|ed)?|panel|appeal|hearing|tribunal|reference|union)\b"
    r"|\b(?:the|that|this|your|our|an)(?:other| other)? (?:other )?(?:matter|business|thing we|other thing|affair)\b"
    r"|\b(?:good|bad|no|any|the) news\b"
    r"|(?:\b(?:I['’]ll|I will|can I|could I|let me|I['’]d better|I need to|I must|I want to)|(?<!\w )will) (?:\w+ )?"
    r"(?:ring|phone|call|catch|fill|brief|tell|speak|talk|update|bend|grab) (?:to |with )?you\b(?! (?:both|two"
    r"|all)\b)|\bgive me a (?:ring|call|shout"
    r"|bell|buzz)\b|\b(?:quick|quiet) word\b|\bring me\b|\bcould you (?:ring|phone|call) me\b|\bwhen I see you\b"
    r"|\boffline\b|\bin person\b|\bface to face\b"
    r"|\b(?:what|as|that|which) you(?:['’]ve| have|['’]d| had)? (?:asked|told|said to|warned|mentioned|wrote)"
    r"(?: to)? me\b"
    r"|\b(?:the|an?|my|his|her|their) (?:final )?(?:answer|decision|verdict|outcome)\b|\bit['’]?s an? (?:no|yes)\b"
    r"|\b(?:turned|knocked|voted) down\b|\b(?:refus|reject|declin)ed\b|\bI['’]?m afraid\b|\bas (?:we |I )?feared\b"
    r"|\b(?:said|says) (?:no|yes)\b|\bnot (?:happening|happy|looking good|going well)\b",
)
FEW = 20  # words of a mail in which no more than that is said
_SIGNS = 3  # words of a line that is but a name or a greeting

_TALKED = (
    r"(?:spoke|spoken|talk|talked|discussed|agreed|chatted|arranged|covered|went over|touched on|were (?:saying|talking"
    r"|discussing)|said)"
)
_TOLD = r"(?:told|telling|warned|said to|saying to|mentioned to|explained to|described to|confided (?:in|to)|hinted to"
_TOLD += r"|rang|phoned|called|spoke to|talked to)"
# What the two have said to each other; beside MENT, or in a sentence to them.
_ALLUDES = Spoken(
    rf"\b(?:I|we)(?:['’]ve|['’]d| have| had| did)? (?:\w+ )?{_TOLD} (?:you|MENT)\b(?! (?:both|two|all)\b)"
    rf"|\b(?:bit|thing|part|matter|one|point|business|issue|stuff|case|problem|what|that|which|as|like|just)"
    rf"(?: that| which)? (?:we|you and I|MENT and I|I and MENT)(?:['’]ve|['’]d| have| had)? (?:\w+ )?{_TALKED}\b"
    r"|\b(?:as|like) (?:discussed|agreed|arranged|promised|you(?: \w+)? (?:thought|feared|suspected|guessed|warned"
    r"|predicted))\b"
    r"|\b(?:see|know|get|understand|sees|knows|(?:this|that) is|(?:this|that)['’]s) what I (?:mean|meant|said|told)\b"
    r"|\btold you(?: so)?\W{0,3}(?:MENT|$)|\byou (?:called|guessed) it\b|\bwhat you heard from me\b|\bpoint I made\b"
    r"|\bMENT knows (?:my|what|why|how I)\b|\btip-?off\b|\bheads[- ]?up\b"
    r"|\byou were (?:so |quite )?right\b(?! (?:to|that) (?:the|test|count|ask)\b)|\bsame (?:old )?(?:again|story"
    r"|pattern)\b"
    r"|\b(?:you|MENT)(?:['’]ll| will)? (?:recogni[sz]e|remember|recall) (?:the pattern|what|this from|that from|it from"
    r"|our)\b"
    r"|\b(?:MENT|you)(?:['’]ve| has| have|['’]d| had)? (?:told|warned|confided|phoned|rang|hinted)(?: to| in)? me\b"
    r"|\bMENT (?:has|knows|will know|['’]ll know|understands|will understand|will remember|remembers) (?:my|what I"
    r"|why I?|how I"
    r"|the reason|where I|our)\b|\b(?:MENT and I|I and MENT)\b[^.!?;]{0,15}\b(?:feared|thought|suspected|expected"
    r"|predicted"
    r"|knew|saw coming)\b|\bas per (?:our|my|the) (?:call|chat|talk|conversation|mail|e-?mail|message)\b"
    r"|\bwhat did I (?:tell|say to) you\b|\b(?:monday|tuesday|wednesday|thursday|friday|yesterday|last week)['’]s"
    r" (?:chat|talk|conversation|call)\b"
    r"|\bMENT said to me\b"
    r"|\bour (?:\w+ )?(?:chat|talk|conversation|phone call|telephone call|word)\b|\b(?:said|mentioned|agreed"
    r"|discussed)\b[^.!?]{0,40}\b(?:on|over|by)"
    r" (?:the )?(?:phone|telephone)\b",
    "told", "warn", "said", "mention", "explain", "confid", "hint", "spoke", "talk", "discuss", "agree", "chat",
    "arrang", "cover", "went", "touch", "promis", "thought", "fear", "suspect", "guess", "predict", "what i", "right",
    "same", "recogni", "rememb", "recall", "phone",
    "rang", "ment", "our", "were", "tell", "call", "heard", "point i", "knows", "tip", "heads", "describ", "saying",
    "as per", "what did i", "conversation",
)  # fmt: skip
# “from what I told her on Monday”, where “her” is the mentor who is named before
_TOLD_THEM = expression(rf"\bMENT\b.*\b(?:I|we)(?:['’]ve|['’]d| have| had)? (?:\w+ )?{_TOLD} (?:her|him|them)\b")
_OF_THREE = Spoken(r"\b(?:PRAC|you both|both of you|you two|all three|the three of us|three-?way)\b")


def not_for_practitioner(said: Sequence[str]) -> bool:
    """Whether a manager's words, with tokens for the names, say to the mentor what may not be the practitioner's."""
    turned = greeted = False
    if any(alludes(sentence) for sentence in said):
        return True
    for to, piece in turns(said):
        if to == _MENT and alludes(f"MENT: {piece}"):
            return True
        if to != _MENT or not greeted:
            greeted, turned = greeted or to == _PRAC, False
            continue
        if BETWEEN_TWO.is_in(piece) or (_OF_HER.is_in(piece) and not is_praise(piece)):
            return True
        if not turned and len(piece.split()) > _SIGNS and not _PLAIN.is_in(piece):
            return True
        turned = True
    return False


def is_mentors_alone(said: Sequence[str]) -> bool:
    """Whether the words call the mentor alone, and what they say there isn't of the work, nor thanks or an invitation:
    “here we go again, Ann”."""
    parts = list(turns(said))
    if not any(to == _MENT for to, _ in parts) or any(to - _MENT for to, _ in parts):
        return False
    if any(alludes(one) for one in said):
        return True
    if sum(len(one.split()) for one in said) > FEW:
        return False
    to_them = [piece for to, piece in parts if to == _MENT]
    return any(BETWEEN_TWO.is_in(one) for one in to_them) or not any(_OF_WORK.is_in(one) for one in to_them)


def alludes(sentence: str) -> bool:
    """Whether what names the mentor alludes to what manager and mentor have said to each other."""
    if "MENT" not in sentence or _OF_THREE.is_in(sentence):
        return False
    return _ALLUDES.is_in(sentence) or _TOLD_THEM.search(sentence) is not None
