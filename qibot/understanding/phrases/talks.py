"""Whether words say that two people have spoken, or that they haven't yet: “we never met”, “we speak on Monday”.

The weights know what is spoken of, and hardly whether it has been. Clause by clause: what is said to have been makes a
talk of it; a mail in which all talk is denied, tried or still to come tells of none. What has no such word is left to
the weights.

The news of a talk keeps no words. So what else a mail says is told from the talk, clause by clause (contact.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.expression import expression
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.of_the_work import is_of_the_work

_CLAUSES = expression(
    r"[,;:–—()]|\s-\s|\b(?:but|because|so|as|since|although|though|then|while|when|till|until|and (?:we|I|have))\b",
    re.IGNORECASE,
)
# Denials of something else: “don't worry, we spoke”, “sorry that I didn't say we met”.
_OF_ELSE = expression(
    r"\b(?:no worries|no problem|not to worry|no need(?: to \w+)?|needn['’]?t \w+|(?:do|need)(?:n['’]?t| not) worry"
    r"|should(?:['’]ve| have) (?:let|told|said|written|mentioned)|that(?:['’]ll| will) be"
    r"|(?:do|did|have|had)(?:n['’]?t| not) (?:actually |really )?(?:sa(?:y|id)|mention\w*|tell|told|log\w*|record\w*"
    r"|report\w*|writ\w*|not(?:e|ed)|realis\w*|know\w*|think to \w+))\b",
    re.IGNORECASE,
)
_TALKS = (
    r"(?:chat|call|talk|conversation|catch-?up|meeting|word|ring|bell|blether|natter|coffee|visit|session|zoom"
    r"|one-to-one)"
)
_HAS_BEEN = expression(
    r"\b(?:spoke|spoken|met|talked|chatted|blethered|phoned|rang|rung|caught up|got together|saw|seen"
    r"|been in touch)\b"
    rf"|\b(?:had|having|have had|['’]ve had|enjoyed|did) (?:[\w'’-]+ ){{0,4}}?{_TALKS}\b"
    rf"|\b(?:gave|given) (?:[\w'’-]+ ){{1,3}}?a (?:wee |quick |good |long )?{_TALKS}\b"
    rf"|\b{_TALKS} (?:[\w'’-]+ ){{0,4}}?(?:went|was|took place|happened|lasted)\b",
    re.IGNORECASE,
)
_IS_TALK = expression(
    r"\b(?:speak|meet|talk|chat|catch(?:ing)?[ -]up|get together|speaking|meeting|talking|calling|seeing|contact"
    r"|touch|reach"
    rf"|get hold of|go (?:through|over)|see each other|ring|phone|{_TALKS})\b",
    re.IGNORECASE,
)
_DENIES = expression(
    r"\b(?:not|never|no|nothing|neither|nor|hardly|without|nae|couldnae|havenae|hivnae|didnae|hasnae|should have"
    r"|would have|could have|should['’]ve|would['’]ve|(?:was|were|are|am) (?:supposed|meant) to)\b|n['’]t\b"
    r"|\b(?:have|did|could|was|were)nt\b",
    re.IGNORECASE,
)
_TO_COME = expression(
    r"\b(?:will|shall|going to|hop(?:e|ed|ing)|plan(?:s|ned|ning)?|arrang\w+|book\w*|schedul\w+|pencilled|due to"
    r"|about to|want\w*|would like|let['’]?s|could|can|shall we|should we|must|need to|intend\w*|tr(?:y|ied|ying) to"
    r"|attempt\w*|find a time|(?:in|on) the diary|tomorrow|next (?:week|month|mon\w+|tue\w*|wed\w*|thu\w*|fri\w*))\b"
    r"|['’]ll\b|(?:\b(?:are|am|is)|['’](?:re|m|s)) (?:speaking|meeting|talking|catching|seeing|calling|due)\b"
    r"|^\W*(?:(?:ring|call|phone) me|speaking|meeting|talking|catching up|seeing)\b"
    r"|^\W*(?:call|meeting|zoom|teams|catch[ -]?up|chat)\b[^.!?]*\b(?:on )?\w+day at \d",
    re.IGNORECASE,
)
# What makes a clause one about a talk, besides.
_ABOUT_TALK = expression(
    rf"{_HAS_BEEN.pattern}|{_IS_TALK.pattern}"
    r"|\b(?:text(?:ed|ing)?|calls?|called|phones?|telephoned?|face-?timed?|skyped?|zoomed|messaged|whats-?apped"
    r"|discussed"
    r"|visit\w*|accompanied|conversed|ringing|see you|a face to|my place|joined|popped|dropped (?:in|by)"
    r"|bump(?:ed)? into|touch(?:ed)? base|sat|sit-?down|went (?:through|over)"
    r"|gone (?:through|over)|been through|got hold|caught|speaks|meets|meetings?|blether\w*|blather\w*"
    r"|lunch(?:ed)?|tea"
    r"|dinner|breakfast|cuppa|pint|roll|walk\w*|wander|teams|video|webex|voice ?notes?|contacts?|liaised"
    r"|compared notes"
    r"|face[ -]to[ -]face|in person|121|1:1|came (?:to|in|by|over|round|through)|coming out to|got each other"
    r"|had (?:\w+ )?(?:hours?|half|forty|thirty|twenty|\d+ ?min\w*)|half an hour|(?:was|were) with|slot|crack"
    r"|craic)\b",
    re.IGNORECASE,
)
# A talk with whom a mentor or practitioner has beside the other one is none of the pair's.
_WITH_ANOTHER = expression(
    r"\b(?:her|his|their|my|(?-i:[A-Z])\w+['’]s) (?:line )?(?:manager|boss|head ?teacher|head|supervisor)\b",
    re.IGNORECASE,
)
# What is but said around a talk.
_AROUND = expression(
    r"\W*(?:(?:so|and|yes|yep|yeah|aye|no|oh|och|ah|aw|well|done|sorry|hi|hello|hiya|dear|hey|thanks?|cheers|ta"
    r"|ok|okay"
    r"|all|everything|things?|both|it|that|this|is|was|were|are|be|we|we['’]re|i|me|very|really|quite|as|usual"
    r"|always|good"
    r"|great|grand|fine|useful|helpful|lovely|nice|productive|positive|long|short|quick|brief|going|went|hand|in"
    r"|on|track"
    r"|to|concerns?|problems?|issues?|worries|worry|nothing|further|else|more|report|add|just|fyi|for|info"
    r"|information"
    r"|your|you|the|records?|tick|ticked|off|can|please|consider|put|down|us|our|team|folks|there|should|have"
    r"|said|say|know"
    r"|let|letting|need|chase|nudge|hope|helps|best|wishes|regards|kind|monthly|time|hours?|half|an?|at|by|of"
    r"|with|from|till"
    r"|until|or|too|already|did|do|don['’]t|phone|regularly|often|each|about|around|last|this|next|sorted|covered"
    r"|square"
    r"|asking|does|that counts?|count|as it should|took|amicable|civil|(?:[a-z]*(?:day|days|week|weeks|weekly"
    r"|month|morning|afternoon|evening|night|min|mins"
    r"|minutes|hrs|ty))|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*|mon|tues?|weds?|thurs?|fri"
    r"|sat|sun"
    r"|\d[\w.:/]*)\b\W*)*",
    re.IGNORECASE,
)
_PARTS = expression(
    r"[,;:–—()]|\s-+\s|\.{2,}|\b(?:because|as|so)\b"
    r"|\band (?=(?:she|he|they|it|her|his|my|our|told|there|this|that|the|all)\b|we\b"
    r"|I(?:['’]\w+| (?:am|was|will|have|had to|told|said|think|thought|doubt|do|don['’]t|can|can['’]t|feel"
    r"|suggest\w*)\b))",
    re.IGNORECASE,
)
# That all is well with somebody is as much a courtesy.
_WELL = expression(
    r"\W*(?:(?:so|and|i think|she|he|they|all|everything|it|things?)\b\W*)*(?:(?:['’]?s|is|are|['’]re|seems?"
    r"|was|seemed"
    r"|sounds?|sounded|looks?|to be|both)\W*)+"
    r"(?:(?:doing|getting on|going|coming on|coming along|getting along|keeping|feeling|looking) )?(?:(?:really|very"
    r"|quite|all|so|just|absolutely) )?(?:well|fine|great|good|grand|happy|brilliantly|nicely|ok|okay|on track"
    r"|cheerful"
    r"|in (?:good|great|fine) (?:form|spirits|shape|heart)|full of (?:ideas|beans)|keen|enthusiastic)\W*",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:\W+(?:this|next|the|on|by|at|over|in|soon|shortly|asap|today|tonight|tomorrow|later|now|then|before|after"
    r"|end|of|for|a|week|month|weekend|morning|afternoon|evening|\w+day|couple|days|few|christmas|holidays?|straight"
    r"|away|thanks|sorry|promise|about it|anyway|phone|teams|zoom|person|face to face|learning session|\d\w*))*"
)
_PROMISES = expression(
    r"\W*(?:(?:sorry|ok|okay|yes|thanks|thank you|right|oops|apologies|hi|team|noted|no)\b\W*)*"
    r"(?:(?:I|we)(?:['’]ll| will|['’]m going to| am going to|['’]m about to| plan to| mean to| intend to"
    r"| was going to)"
    r"|will|shall|going to|am going to|planning to)"
    r" (?:\w+ )?(?:ring|call|phone|speak (?:to|with)|talk to|see|meet(?: up with)?|catch up with|e-?mail|contact|text"
    r"|message|get (?:in touch with|hold of)|be in touch with|give|drop|arrange (?:a \w+|something) with) "
    r"(?:her|him|them|THEM|each other)"
    r"(?: (?:a (?:ring|call|bell|buzz|text|line|shout|phone)|an e-?mail|and arrange \w+|to arrange \w+))?"
    rf"{_WHEN}\W*",
    re.IGNORECASE,
)
_GO_OVER = (
    r"(?:go (?:through|over)|talk(?: \w+)? (?:through|over|about)|discuss|cover|look at|work through|do|speak about"
    r"|chat"
    r" (?:about|through)) (?:it|this|that|(?:the|her|his|my) (?:report|feedback|comments)|everything|all of it|them)"
)
# A talk that is arranged, told to who has asked: its reader would know.
_PLANS = expression(
    r"\W*(?:(?:sorry|ok|okay|yes|thanks|thank you|right|hi|team|noted|no)\b\W*)*"
    r"(?:(?:(?:I|we)(?: am| are|['’]m|['’]re) |)(?:\w+ly )?(?:seeing|meeting(?: up)?(?: with)?|speaking (?:to|with)"
    r"|ringing"
    r"|calling|phoning|talking to|visiting|catching up with)(?: (?:her|him|them|THEM|each other))?"
    r"|(?:(?:I|we)(?:['’]ve| have)|have|got)(?: got)? (?:a|an|our|another) (?:\w+ )?"
    rf"{_TALKS}(?: with (?:her|him|them|THEM))?(?: (?:booked|arranged|set up|scheduled|planned|fixed|lined up))?"
    r"|(?:(?:I|we)(?: am| are|['’]m|['’]re) |)booked(?: in)?)"
    rf"{_WHEN}(?:,? ?(?:and|so|to)(?: (?:I|we)?(?:['’]ll| will| can)?| )? ?(?:\w+ )?{_GO_OVER}"
    rf"(?: (?:with|to) (?:her|him|them|THEM))?{_WHEN})?\W*",
    re.IGNORECASE,
)
_MISSED = expression(r"\bmiss(?:ed|ing)? (?:each other|one another)\b|\bnot yet\b", re.IGNORECASE)
# “Ring me when you can”: what stands beside it is a time, a number or a name, so that it lets nothing out.
_CALL_ME = expression(
    r"\W*(?:(?:hi|hello|hey|please|pls|can|could|would|you|just|then|maybe)\b\W*)*"
    r"(?:(?:ring|phone|call|text|buzz|bell) me|(?:give|drop) me an? (?:\w+ )?(?:ring|call|phone|bell|buzz|text"
    r"|tinkle))"
    r"(?: back)?(?:\W+(?:when\w*|if|as|soon|you|you['’]re|are|can|could|get|have|got|a|an|the|any|some|minute"
    r"|moment|mo"
    r"|sec|chance|time|free|able|possible|like|today|tonight|tomorrow|later|this|next|evening|afternoon|morning|week"
    r"|lunchtime|\w+day|on|at|after|before|around|about(?= \d)|from|till|until|or|between|am|pm|please|pls|thanks"
    r"|cheers|work|mobile|my|number|is|[\d+]+))*\W*",
    re.IGNORECASE,
)


def asks_for_call(text: str, names: Collection[str]) -> bool:
    """Whether it asks its reader to ring, and says nothing else but when; `names` are whom it calls or who signs."""
    called = "|".join(map(re.escape, names))
    words = re.sub(rf"\b(?:{called})\b", " ", text, flags=re.IGNORECASE) if names else text
    return _CALL_ME.fullmatch(words) is not None


def promises_talk(text: str, names: Collection[str]) -> bool:
    """Whether it says, and nothing else, that its writer will talk to the other one: “will ring her this week”."""
    called = "|".join(map(re.escape, names))
    said = [
        re.sub(rf"\b(?:{called})\b", "THEM", one, flags=re.IGNORECASE) if called else one for one in sentences(text)
    ]
    told = [one for one in said if not _AROUND.fullmatch(one.replace("THEM", ""))]
    return 0 < len(told) <= 2 and all(_PROMISES.fullmatch(one) or _PLANS.fullmatch(one) for one in told)


def tells_of_none(text: str) -> bool:
    """Whether all talk that it speaks of hasn't been: denied, tried, or still to come."""
    said = [_told(clause) for one in sentences(text) for clause in _CLAUSES.split(_OF_ELSE.sub(" ", one))]
    return False in said and True not in said


def _told(clause: str) -> bool | None:
    """Whether a clause tells of a talk that has been, or of one that hasn't; None where it tells of none."""
    if found := _HAS_BEEN.search(clause):
        return _DENIES.search(clause[: found.start()]) is None
    if _MISSED.search(clause):
        return False
    found = _IS_TALK.search(clause)
    if found is None:
        return None
    return False if _DENIES.search(clause[: found.start()]) or _TO_COME.search(clause) else None


def tells_of_talk(text: str) -> bool:
    """Whether any clause has a word of talking, and none of somebody else whom the talk was with."""
    return any(_ABOUT_TALK.search(one) for one in _parts(text)) and _WITH_ANOTHER.search(text) is None


_NEXT = expression(
    rf"\b(?:next|another|again|more)\b.{{0,20}}\b(?:diary|booked|arranged|set up|fixed|scheduled|planned|{_TALKS}"
    rf"|one|date|time"
    r"|month|week|\d|\w+day)\b|^(?:have|has|with) (?:another|the next)\b",
    re.IGNORECASE,
)
_HOWEVER = expression(r"\b(?:but|although|though|however)\b", re.IGNORECASE)


# A clause of the two of them, or of the writer; any other tells of the other one, or of somebody else.
_OF_US = expression(
    r"\W*(?:(?:so|and|yes|yep|yeah|aye|oh|well|sorry|hi|hello|thanks|then|actually|finally|just|also|\w+day|yesterday"
    r"|today|on|last|this|week|month|both|of|me)\b\W*)*(?:we|i|us|our|(?:\w+ ){0,2}and (?:i|myself)|me and \w+"
    rf"|(?:had|did|have|been)\b|{_ABOUT_TALK.pattern})(?:\b|(?=['’]))",
    re.IGNORECASE,
)
_TOO = expression(r"\b(?:too|less|only|if only|supposed|hardly|help\w* me through (?:it|this|a))\b", re.IGNORECASE)
_INITIALS = expression(r"[A-Z]{1,3}\.?")
_WHERE = expression(
    r"\b(?:at|in|on|to) (?:the|a|our|my) (?:\w+ )?(?:college|depot|library|canteen|caf[eé]|pier|gala|event|day|site"
    r"|station|harbour|hall|hub|centre|office|school|staffroom|corridor|car park|conference|network"
    r"|kitchen|house|ward)\b"
    r"|\b(?:agreed|planned|arranged|covered|sorted|information|jist|['’]s|ye|ken"
    r"|twice|actually|weds|lunchtime|teatime|logs?|records?|mr|mrs|ms|dr|came|come"
    r"|back|in|over|telephoned|conferred|held|confirm)\b",
    re.IGNORECASE,
)
# How a talk was, what comes of one, and whom one meets there: of a talk without a denial each says no more.
_OF_A_TALK = expression(
    r"\b(?:lots of|a lot of|plenty of|a few|some|many|really|very|so|such|such an?|most|more|two|three) (?=\w)"
    r"|\b(?:kind(?! of)|encourag\w+|supportive|support(?:ed)?|patient|inspir\w+|friendly|lovely|brilliant|great"
    r"|impress\w+"
    r"|enthusias\w+|energy|keen|motivat\w+|welcoming|generous|wonderful|fantastic|excellent|super|fab"
    r"|insightful|thoughtful"
    r"|interest(?:ed|ing)|pleased|delighted|chuffed|positive|constructive|productive|reassuring|enjoy\w+|learn\w*"
    r"|explain\w*|show(?:ed|n|ing)?|suggest\w*|tips?|pointers?|advice|advis\w+|ideas?|gave|given|giving|shar\w+"
    r"|offer\w*"
    r"|help(?:ed|ing|s)|talked|walked|took|taken|led|(?<=ed )me through|recommend\w*|pointed|asked|answered"
    r"|brought|loan(?:ed)?|lent"
    r"|(?:the|our|my) (?:staff|team|ward|nursery|nurses|teachers|class(?:room)?|board|unit|huddle|colleagues)"
    r"|staff|nurses|colleagues|the (?:kids|children|pupils|patients|residents) (?:loved|liked|enjoyed)|loved it)\b",
    re.IGNORECASE,
)
_OTHER = expression(r"\b(?:she|he|her|him|his|hers|they|them|their)(?:['’](?:s|d|ll|re|ve))?\b", re.IGNORECASE)


def said_beside(text: str, names: frozenset[str]) -> str:
    """What is said beside the talk and the courtesies about it, a clause a line; `names` are the people's, in small
    letters. What a “but” opens is said beside it, whatever word of talking it has."""
    halves = [(half, n > 0) for one in sentences(text) for n, half in enumerate(_HOWEVER.split(one))]
    told = [part for half, however in halves for part in _parts(half) if however or not _is_of_talk(part, names)]
    told = [part for part in told if not (_WELL.fullmatch(part) or _WELL.fullmatch(_unnamed(part, names)))]
    return "\n".join(part for part in told if not _AROUND.fullmatch(_unnamed(part, names)))


def left_unknown(rest: str, names: frozenset[str]) -> bool:
    """Whether what is said beside a talk (`rest`) has a clause that is neither of the two, of the work, nor where or
    when it was: it may be what nobody would hear of (“she rang me drunk”, “never again”)."""
    clauses = [one for one in rest.split("\n") if not (_OF_US.match(_unnamed(one, names)) or _INITIALS.fullmatch(one))]
    return any(not is_of_the_work(_WHERE.sub(" ", _OTHER.sub(" ", _plainer(one))), names) for one in clauses)


def _plainer(clause: str) -> str:
    """A clause without what but says how a talk was; what it denies (“not very kind”) says more."""
    return clause if _DENIES.search(clause) or _TOO.search(clause) else _OF_A_TALK.sub(" ", clause)


def _parts(text: str) -> list[str]:
    return [part.strip() for one in sentences(text) for part in _PARTS.split(one) if part and re.search(r"\w", part)]


def _is_of_talk(clause: str, names: frozenset[str]) -> bool:
    """Whether a clause is of the talk: of what the other one does in it each word is (“she rang me on Monday”), since
    much has a word of talking in it that is none (“she rang me drunk”, “she was crying on the phone”)."""
    if _ABOUT_TALK.search(clause) is None or _NEXT.search(clause) is not None:
        return _NEXT.search(clause) is not None
    if _OF_US.match(_unnamed(clause, names)):
        return True
    rest = _OTHER.sub(" ", _ABOUT_TALK.sub(" ", _plainer(clause)))
    return is_of_the_work(rest, names) or _AROUND.fullmatch(_unnamed(rest, names)) is not None


def _unnamed(clause: str, names: frozenset[str]) -> str:
    return " ".join(word for word in clause.split() if word.strip(".,!?-").casefold() not in names)
