"""Whether words call practitioner and mentor side by side where they begin: “Tam, Callum, on the crew time: …”.

Two names in a row may also call one and speak of the other: “Ann, Jo, frankly, drinks”, “Ann, Jo: off sick again”. With
“and” between them both are called where something sets them off and nobody is then spoken of in the third person. With
but a comma what follows must be plainly to both (“you both …”, “on the crew time: I can let you have …”); everything
else is the one's whose name is first, as it would be without this. Where “and” joins them and what follows has nobody
else as its subject (“Ann and Jo, drinks like a fish”, “Ann and Jo: off sick again”), or names one of them once more
(“Ann and Jo: Jo's divorce is through”), it can't be told, and is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.expression import expression
from qibot.model import Enrolment, Role
from qibot.understanding.meaning import MOST_CHARACTERS, folded
from qibot.understanding.names.naming import names_of_person
from qibot.understanding.phrases.compared import TROUBLE, mars

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
_THING = (
    rf"(?:(?:the|this|your|that|a|an|some|more|another|two|three|four|half|whole|both|next|last|\d+|{_OF_WORK}"
    r"|supervisor|assistant|driver|list|room|hall|minibus|day|morning|afternoon|hour|week|plan|work|idea|progress) )*"
    rf"(?:it|this|{_OF_WORK}|supervisor|assistant|driver|list|room|hall|minibus|day|morning|afternoon|hour|plan|work"
    r"|idea|progress)"
)
_WHEN = (
    r"(?:,? (?:on|at|in|by|for|from|this|next|the|a|each|every|of|or|and|again|soon|briefly|together|please|then|now"
    r"|first|some ?time|instead|today|tomorrow|week|weeks|month|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?"
    r"|afternoons?|evenings?|lunchtimes?|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|teams|zoom|the phone|half|an|hours?|minutes|o['’]clock|\d{1,2}(?:[:.]\d\d)?(?:st|nd|rd|th|am|pm)?"
    rf"|(?:about|on) {_THING}))*"
)
_GO_ON = (
    rf"(?:go ahead|go on with {_THING}|carry on|continue|start|use {_THING}|have {_THING}"
    r"|take (?:this|it) (?:to [\w'’-]+|forward|further))"
)
_TOLD = r"(?:board|committee|council|team|trust|staff|ward|director|school)"
_END = r"(?=\s*(?:[.,;:?!\n–—]|-\s|$))"
# What is plainly to both behind two names with but a comma between them, to the end of its clause.
_TO_BOTH = expression(
    r"^\s*[,:;!–—-]\s*(?:you (?:both|two)\b"
    rf"|(?:(?:could|can|shall|might) we (?:all |three )*(?:meet|talk|speak){_WHEN}"
    rf"|you (?:can|may|could) (?:both |now )?(?:have|use) {_THING}{_WHEN}"
    r"|(?:just to say (?:that )?)?I['’]m (?:very |really |quite )?(?:happy|glad|pleased)"
    rf" (?:with {_THING}|for (?:you|you both|[\w'’-]+|this project|the project) to {_GO_ON}"
    rf"|to (?:help|support {_THING}|see {_THING}|read {_THING}|let you have {_THING})){_WHEN}"
    rf"|(?:on|about) (?:the|your) {_OF_WORK}(?: {_OF_WORK}){{0,2}}\s?[:,–—-]\s*"
    rf"I can (?:let you (?:both )?have|free up|lend(?: you)?|send(?: you)?|give(?: you)?) {_THING}{_WHEN}"
    r"|\d+ (?:days|weeks|hours|minutes|patients|calls|percent|per cent) is what I(?:['’]ve| have)? (?:told|said to"
    rf"|agreed with) the {_TOLD}(?: too| as well)?"
    rf"(?: so please (?:hold on to|keep to|stick to|stay with) (?:that|it|them))?){_END})",
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
_FIRST = expression(r"^\s*[,:;!–—-]*\s*(?P<said>[^.!?\n]{0,300})(?P<mark>[.!?\n]|$)")
_GREETED = expression(r"^\W*[a-z]", re.IGNORECASE)
_OWN_LINE = expression(r"^\s?[,!–—-]?[ \t]*\n")
_POLITE = expression(
    r"^(?:(?:so |very |many )?(?:sorry|apologies|thanks|thank you|well done|congratulations|great|good|lovely))\b",
    re.IGNORECASE,
)
_THEY = expression(r"\b(?:they|them|their|theirs)\b|\bthey['’]\w+", re.IGNORECASE)
_PLURAL = expression(r"\b(?!(?:this|is|was|has|us|as|its|yes|thanks|always|perhaps|does)\b)\w{2,}s\b", re.IGNORECASE)
_PERSONS = expression(r"\b(?:i|you|your|yours|we|our|us|both)\b", re.IGNORECASE)
_SUBJECT = expression(r"\b(?:i|you|your|we|our|us|it|that|this|there|both)\b", re.IGNORECASE)


def hails_both(text: str, e: Enrolment) -> bool:
    """Whether the text, or a line of it, begins by calling the two of them by name."""
    found = _paired(text, e)
    if found is None:
        return False
    behind = found.string[found.end("pair") :]
    if _ASIDE.search(behind) or _SPOKEN_OF.search(behind):
        return False
    return _JOINED.search(found["pair"]) is not None or _is_to_both(behind)


def may_speak_of_one(text: str, e: Enrolment) -> bool:
    """Whether two names joined by “and” may be one who is called and one who is spoken of: nobody else is the subject
    of what follows; or, where no “Hi” greets them, one of them is named again, or “they” are nobody else."""
    found = _paired(text, e)
    if found is None or _JOINED.search(found["pair"]) is None:
        return False
    behind = found.string[found.end("pair") :]
    if _ASIDE.search(behind) or _is_to_both(behind):
        return False
    greeted = _GREETED.match(found.string[: found.start("pair")].rpartition("\n")[2]) or _OWN_LINE.match(behind)
    names = names_of_person(e.practitioner) | names_of_person(e.mentor)
    if not greeted and _speaks_of_one(_FIRST.match(behind), names):
        return True
    if _ASKS.search(behind):
        return False
    if _SUBJECTLESS.search(behind):
        return True
    state = _STATE.search(behind)
    return state is not None and TROUBLE.is_in(state[0]) and not _SUBJECT.search(state["rest"])


def _speaks_of_one(first: re.Match[str] | None, names: frozenset[str]) -> bool:
    """Whether the first sentence behind two names that are joined may speak of either."""
    if first is None:
        return False
    said, asks = first["said"], first["mark"] == "?"
    again = re.search(rf"\b(?:{'|'.join(map(re.escape, names))})(?:['’]s)?\b(?!\s*[,:;])", said, re.IGNORECASE)
    if again is not None:
        return not asks or mars(said)
    if asks or _POLITE.match(said):
        return False
    they = _THEY.search(said)
    if they is not None and not _PLURAL.search(said[: they.start()]):
        return True
    return _PERSONS.search(said) is None and mars(said)


def marred_for_both(text: str, e: Enrolment) -> bool:
    """Whether two names with but a comma between them are followed by what is plainly to both in no way, and judges
    somebody or tells what befell them. Names in a line of their own greet."""
    found = _paired(text, e)
    if found is None or _JOINED.search(found["pair"]) is not None:
        return False
    behind = found.string[found.end("pair") :]
    return not (_OWN_LINE.match(behind) or _is_to_both(behind)) and mars(behind)


def _is_to_both(behind: str) -> bool:
    return _TO_BOTH.search(behind) is not None and not mars(behind)


def hails_first_alone(text: str, e: Enrolment) -> Role | None:
    """Whom of the two it calls where the other, who is named right behind, is spoken of: “Ann, Jo, I think, …”."""
    found = _paired(text, e)
    if found is None or not _ASIDE.search(found.string[found.end("pair") :]):
        return None
    return Role.PRACTITIONER if found["first"] else Role.MENTOR


def _paired(text: str, e: Enrolment) -> re.Match[str] | None:
    """Where the two are named side by side, at the beginning of a line."""
    return _pair(names_of_person(e.practitioner), names_of_person(e.mentor)).search(folded(text[:MOST_CHARACTERS]))


@lru_cache(maxsize=128)
def _pair(one: frozenset[str], other: frozenset[str]) -> re.Pattern[str]:
    a, b = ("|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in (one - other, other - one))
    a, b = (rf"(?:(?:{names})(?: (?:{names}))?)" if names else "(?!)" for names in (a, b))
    opening = rf"^[^\w\n]{{0,20}}{_HELLO}"
    pair = rf"(?P<pair>(?P<first>{a}{_BETWEEN}{b})|{b}{_BETWEEN}{a})"
    return re.compile(rf"{opening}{pair}{_SET_OFF}", re.IGNORECASE | re.MULTILINE)
