"""Whether words call practitioner and mentor side by side where they begin: “Tam, Callum, on the crew time: …”.

Two names in a row may also call one and speak of the other: “Ann, Jo, frankly, drinks”, “Ann, Jo: off sick again”. With
“and” between them both are called where something sets them off and nobody is then spoken of in the third person. With
but a comma what follows must be plainly to both (“you both …”, “on the crew time: I can let you have …”); everything
else is the one's whose name is first, as it would be without this. Where “and” joins them and what follows has nobody
else as its subject (“Ann and Jo, drinks like a fish”, “Ann and Jo: off sick again”), it can't be told, and is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.expression import expression
from qibot.model import Enrolment, Role
from qibot.understanding.meaning import MOST_CHARACTERS, folded
from qibot.understanding.names.naming import names_of_person
from qibot.understanding.phrases.compared import TROUBLE

_HELLO = r"(?:(?:dear|hi|hello|hey|hiya|thanks?|thank you|morning|afternoon|good (?:morning|afternoon|evening))[ ,]+)?"
_BETWEEN = r" ?(?:,|&|/|\+|,? ?and) ?"
_SET_OFF = r"(?=\s?(?:[,:;!]|[–—]|\n|-\s))"
_VERB = (
    r"(?:is|isn|was|wasn|has|hasn|had|does|doesn|did|didn|will|won|would|can|cannot|could|couldn|needs?|seems?|wants?"
    r"|finds?|found|says?|said|told|thinks?|feels?|felt|got|gets?|takes?|took|tends?|went|goes|left|may|might|must"
    r"|should|never|always|often|also|just|still)\b"
)
# What is set in commas behind a name that is spoken of: “Ann, Jo, I think, finds it hard”, “Ann, Jo, you know, drinks”.
_ASIDE = expression(
    rf"^\s*,[^.!?:;\n]{{1,40}},\s*{_VERB}"
    r"|^\s*,\s*(?:as )?(?:you(?: |['’]ll |['’]ve )(?:\w+ )?(?:know|see|understand|guess|guessed|noticed|heard|say)"
    r"|I (?:\w+ )?(?:think|thought|fear|feel|believe|suspect|say|know)|I['’]m (?:afraid|sorry to say|told)"
    r"|in (?:my|our) (?:view|opinion|experience)|in (?:truth|fact|short|confidence)|between (?:us|ourselves)"
    r"|frankly|honestly|sadly|poor (?:thing|soul|lass|lad|man|woman)),",
    re.IGNORECASE,
)
_OF_WORK = (
    r"(?:crew|ward|class|clinic|theatre|handover|waiting|visits?|rounds?|van|vehicle|stop|route|depot|project"
    r"|report|aim|measures?|charts?|data|figures|numbers|trackers?|times?|hours|days|dates?|costs?|budget|rota)"
)
# What is plainly to both behind two names with but a comma between them.
_TO_BOTH = expression(
    r"^\s*[,:;!–—-]\s*(?:you (?:both|two)\b|(?:could|can|shall|might) we (?:all |three )?(?:meet|talk|speak)\b"
    r"|you (?:can|may|could) (?:both |now )?(?:have|use) the\b"
    r"|just to say (?:that )?I['’]m (?:very |really |quite )?(?:happy|glad|pleased) (?:for|to|with)\b"
    rf"|(?:on|about) (?:the|your) {_OF_WORK}(?: {_OF_WORK}){{0,2}}\s?[:,–—-]\s*"
    r"I can (?:let you have|free up|lend|send|give)\b"
    r"|\d+ (?:days|weeks|hours|minutes|patients|calls|percent|per cent)"
    r" is what I(?:['’]ve| have)? (?:told|said|agreed)\b)",
    re.IGNORECASE,
)
_JOINED = expression(r"[&/+]|\band\b", re.IGNORECASE)
_SPOKEN_OF = expression(
    r"\b(?:he|she|him|her|his|hers|himself|herself)\b|\b(?:s?he)['’]\w+"
    r"|^\s*,\s*(?:who|whom|whose|as|being|like)\b"
    r"|^\s*,\s*(?:my|our|your|the|a|an)(?: (?!are\b|is\b|was\b|were\b|has\b|have\b)[\w'’-]+){1,4},",
    re.IGNORECASE,
)

# What begins with a verb or a state has its subject before it: who is named last, where it isn't all courtesy.
_OPENS = r"^\s*[,:;!–—-]\s*(?:[^,.!?:;\n]{1,40},\s*)?"
_SUBJECTLESS = expression(
    rf"{_OPENS}(?!(?:thanks|looks|sounds|seems|works|suits|makes|does|as|this|regards|cheers|has|is|was|yes|perhaps"
    r"|always|sometimes|unless|besides|across|towards|afterwards|hours|days|plus|(?:\w+ness|\w+ss|\w+us))\b)"
    r"[a-z]{3,}s\b(?! (?:are|were|is|was|will|have|has|had|from|of|for|in|on|at|to|by|and|[a-z]+(?:ed|ing))\b)"
    rf"|{_OPENS}{_VERB}(?! (?:i|you|we|it|that|this|the|there|they)\b)",
    re.IGNORECASE,
)
_STATE = expression(
    rf"{_OPENS}(?:(?:back )?off\b|not\b|never\b|always\b|still\b|again\b|late\b|sick\b|ill\b|absent\b|away\b"
    r"|\w+(?:ing|ed)\b)(?P<rest>[^.!?\n]*)",
    re.IGNORECASE,
)
_ASKS = expression(
    r"^[^.!?\n]{0,200}\?|^\W*(?:is|was) (?:so |very |really )?(?:good|great|nice|lovely)\b", re.IGNORECASE
)
_SUBJECT = expression(r"\b(?:i|you|your|we|our|us|it|that|this|there|both)\b", re.IGNORECASE)


def hails_both(text: str, e: Enrolment) -> bool:
    """Whether the text, or a line of it, begins by calling the two of them by name."""
    said = folded(text[:MOST_CHARACTERS])
    found = _pair(names_of_person(e.practitioner), names_of_person(e.mentor)).search(said)
    if found is None:
        return False
    behind = said[found.end("pair") :]
    if _ASIDE.search(behind) or _SPOKEN_OF.search(behind):
        return False
    joined = _JOINED.search(found["pair"]) is not None
    return joined or (_TO_BOTH.search(behind) is not None and not TROUBLE.is_in(behind))


def may_speak_of_one(text: str, e: Enrolment) -> bool:
    """Whether two names joined by “and” may be one who is called and one who is spoken of: nobody else is the subject
    of what follows."""
    said = folded(text[:MOST_CHARACTERS])
    found = _pair(names_of_person(e.practitioner), names_of_person(e.mentor)).search(said)
    if found is None or _JOINED.search(found["pair"]) is None:
        return False
    behind = said[found.end("pair") :]
    if _ASIDE.search(behind) or _ASKS.search(behind):
        return False
    if _SUBJECTLESS.search(behind):
        return True
    state = _STATE.search(behind)
    return state is not None and TROUBLE.is_in(state[0]) and not _SUBJECT.search(state["rest"])


def hails_first_alone(text: str, e: Enrolment) -> Role | None:
    """Whom of the two it calls where the other, who is named right behind, is spoken of: “Ann, Jo, I think, …”."""
    said = folded(text[:MOST_CHARACTERS])
    found = _pair(names_of_person(e.practitioner), names_of_person(e.mentor)).search(said)
    if found is None or not _ASIDE.search(said[found.end("pair") :]):
        return None
    return Role.PRACTITIONER if found["first"] else Role.MENTOR


@lru_cache(maxsize=128)
def _pair(one: frozenset[str], other: frozenset[str]) -> re.Pattern[str]:
    a, b = ("|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in (one - other, other - one))
    a, b = (rf"(?:(?:{names})(?: (?:{names}))?)" if names else "(?!)" for names in (a, b))
    opening = rf"^[^\w\n]{{0,20}}{_HELLO}"
    pair = rf"(?P<pair>(?P<first>{a}{_BETWEEN}{b})|{b}{_BETWEEN}{a})"
    return re.compile(rf"{opening}{pair}{_SET_OFF}", re.IGNORECASE | re.MULTILINE)
