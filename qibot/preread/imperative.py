"""Whether a sentence bids somebody do something: it begins with a bare verb, and what is to be done to what follows."""

from __future__ import annotations

from qibot.expression import expression
from qibot.preread.loose import Loose

# Words that stand at the head of other sentences: no verb, or one whose “I” was left out (“Hope the move goes well”).
_WORDS = (
    "i you we he she it they this that these those my your our his her its their the a an one who whom whose what "
    "which why how when where whether and but or nor so yet both all each every either neither half most many much "
    "more less few fewer some any no none not never only even just also again already still now then here there "
    "today once twice first second third last next given despite since with without from between because as while "
    "although though after before until unless if in on at by for of to into over under about among behind beyond "
    "during through within like unlike per than otherwise meanwhile however anyway besides instead thus therefore "
    "is are was were be been has had does did can could may might must shall should will would maybe perhaps "
    "overall indeed yes well thanks thank dear hello best kind warm hope wish love enjoy think guess bet suppose "
    "glad sorry happy pity shame great good nice super clear strong fine real true such quite too very rather sure "
    "right top fair big small new read saw sat met made got went took came told gave felt heard found kept left "
    "thought knew lots plenty people staff nobody everyone progress anyone anybody someone work "
)
_NO_BIDDING = frozenset(_WORDS.split())
_LED_IN = (
    r"(?:(?:and|so|but|then|now|also|please|do|perhaps|maybe|meanwhile|otherwise|first|finally|next (?:time|month)?|"
    r"for (?:now|next time|report \d)|in (?:the|your) next report|before (?:then|that)|"
    r"(?:one|another|a|my|an) (?:\w+ )?(?:thing|idea|thought|suggestion|tip|question)|suggestion|tip)\b[,:]? )*"
)
# What a verb has behind it, and a noun or an adjective at the head of a sentence hasn't.
_BEHIND = (
    r"(?:your|the|a|an|it|them|him|her|one|two|three|some|any|more|less|fewer|how|what|who|why|whether|if|out|up|"
    r"down|back|away|only|yourself|another|somebody|someone|anybody|anyone)\b|that (?:out|up|down|in)\b|['“‘\"]"
)
_BIDS = expression(rf"(?:^|[:;–—] ){_LED_IN}(?P<verb>[a-z]{{2,}}) (?:{_BEHIND})")
_BIDS_BY_NAME = expression(r"^(?:And |Then |Do )?(?P<verb>[A-Za-z][a-z]+) [A-Z][a-z]+ (?:along|in|on board|too)\b")
_ENDING = expression(r"(?:ly|(?<!\bbr)(?<!\br)ing|ed|[^s]s)$")
_COURTESY = Loose(
    r"\b(?:take (?:care|a bow|heart|it easy|your time|comfort|pride|credit)|say (?:hello|hi|well done)|(?:my|our) "
    r"(?:love|regards|thanks|best|congratulations)|rest\w*|break|holiday|weekend off|leave the rest|pat (?:yourself|"
    r"on)|keep (?:it|this|that|them|on|up|going|the (?:good|great))\b(?! (?:on|in|to|small|short|short)\b)|tell "
    r"(?:them|the \w+|your \w+) (?:that )?(?:they|i|how (?:good|well|much))|pass on|bear with|forgive|excuse|carry on|"
    r"see you|speak to you|let me know|trust (?:your|that)|be proud)"
)


def bids(said: str) -> bool:
    """Whether it bids somebody do something that isn't mere courtesy."""
    if _COURTESY.search(said):
        return False
    verbs = [found["verb"] for found in _BIDS.finditer(said[:1].lower() + said[1:])]
    verbs += [found["verb"].lower() for found in _BIDS_BY_NAME.finditer(said)]
    return any(verb not in _NO_BIDDING and not _ENDING.search(verb) for verb in verbs)
