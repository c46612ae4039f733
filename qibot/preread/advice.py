"""The points of advice in a mentor's feedback."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression
from qibot.preread.imperative import bids
from qibot.preread.loose import Loose
from qibot.preread.text import sentences_of

_BETTER = expression(
    r"\beven better\b|\bebi\b|\bnext steps?\b|\bto (?:develop|consider|think about|work on)\b", re.IGNORECASE
)
_ADVICE = expression(
    r"\b(?:even better|please|could you|can you|would you|you (?:could|might|may want|may wish|may like|need|"
    r"should)(?! have\b)|"
    r"i would|i'd(?! be (?:proud|glad|happy|delighted|pleased|lost|sorry))|try|"
    r"consider|have you (?:thought|considered|asked|tried)|think about|"
    r"add|include|suggest\w*|recommend\w*|encourag\w*|urge|invite you|challenge you|what about|how about|why not|"
    r"worth|it would (?:be good|help)|would be (?:good|great|helpful)|next time|don't forget|"
    r"remember to|make sure|be sure|maybe|perhaps|"
    r"i(?:'m| am| was)? (?:\w+ )?wonder(?:ed|ing)?|wondering|(?:might|may|could|would) be (?:an idea|useful|helpful|"
    r"an? "
    r"\w+ idea|interesting|valuable)|(?:room|scope|space) (?:to|for)|(?:is|are|seems?) missing|i'd (?:like|love|be "
    r"(?:interested|keen|curious))|would (?:help|let|allow|enable) you|the next thing|do (?:bring|add|think|"
    r"include|show|ask|try|keep)|(?:be careful|beware|watch out)|needs (?:somebody|someone|an?|more|to)|"
    r"(?:isn't|is not|not) (?:\w+ "
    r")?clear(?: to me)?)\b.*|\?$|"
    r"^(?:write|draw|plot|ask|talk to|speak to|show|start|begin|choose|pick|define|clarify|be clear|check|describe|"
    r"test|collect|narrow|split|invite|involve|find out|bring|set) (?!well|ahead)\w+",
    re.IGNORECASE | re.DOTALL,
)
_PRAISE = Loose(
    r"\b(?:i (?:really )?like[ds]?|what i liked|well done|great to|i enjoyed|good to see|strength|"
    r"worked well|impressed|thank\w*|nice|excellent|looking forward|best wishes|hope you)\b",
)
# What is theirs could be otherwise, something would show more, a thing is not plain to the mentor.
_COULD_BE = Loose(
    r"\b(?:your (?:(?!i\b|you\b|we\b)[\w-]+ ){1,3}?|the (?:\w+ )?(?:aims?|measures?|charts?|report|diagram|ideas?|"
    r"tests?|table|map|wording|title|predictions?) )(?:(?:could|should|might)(?! have\b| be (?:proud|"
    r"pleased|glad|happy))|needs?|deserves?|lacks?)\b|"
    r"(?<!you )(?<!i )\bwould (?:also |really |only |just )?(?:help|let|allow|enable|show|tell|give|make|add|"
    r"strengthen|sharpen|improve)\b|\byou(?:'ll| will) (?:also |soon |probably )?(?:want|need|have to)\b|"
    r"\b(?:it's|it is|it'd be|it would be) (?:about |high |perhaps )?(?:time (?:to|for|you|that)|a (?:pity|shame|"
    r"waste) (?:if|not to|to))\b|\bthere (?:may|might|could) be (?:something|merit|value|more|others|another|an? "
    r"(?:\w+ )?(?:way|idea|chance|lesson))\b|\bpuzzl(?:es?|ed) (?:me|at|by)\b|"
    r"\bm(?:ade|akes) me (?:\w+ )?(?:curious|wonder|ask)\b|"
    r"\bthing (?:that )?(?:i|i'd|i would) (?:miss\w*|lack\w*|look\w* for|change)\b|"
    r"\bmy (?:one |only |main |other |small |big )*(?:worry|concern|question|suggestion|advice|tip|request|quibble)\b",
)
# What has to do with the post, the diary or good manners is no advice on the project.
_OF_THE_POST = expression(
    r"\b(?:holiday|see you|how are you|speak soon|your (?:next )?report by|send (?:me )?(?:the|your) (?:next "
    r")?report|let me know "
    r"(?:if|when|your|whether|how I)|get in touch|give me a (?:call|ring)|happy to (?:talk|help|meet|chat)|any "
    r"questions|"
    r"phone me|ring me|e-?mail me|out of (?:the )?office|shall we (?:talk|meet|speak|have a call)|(?:free|"
    r"available) for a (?:call|chat)|"
    r"(?:see you|meet|speak|talk|catch up|miss\w*|come|attend\w*|there) (?:\w+ ){0,3}learning session|merry|"
    r"easter|christmas|good luck|keep (?:it )?up|keep going|take care)\b",
    re.IGNORECASE,
)
_LIKED_HEAD = Loose(r"^(?:what i liked|liked|strengths?|what (?:went|worked) well)\b.{0,20}$")
# A question that proposes something is a point of its own; one that only asks what, who or how unfolds the last.
_PROPOSES = Loose(
    r"^(?:and |but |so )?(?:have|could|can|would|will|did|do|are|is) (?:you|there)\b|\b(?:why not|how about|"
    r"what about|might|"
    r"may|also|else|another|other)\b|^and\b",
)
# What the mentor missed is a point, unless it speaks of what was said before: “you've not mentioned her”.
_LACKS = Loose(
    r"\byou(?:'ve| have)? ?(?:haven't|not|don't|do not|didn't|did not|never) (?:yet )?(?:said|told|mention\w*|"
    r"sa(?:y|id)|g[ai]ven?|show\w*|have|"
    r"includ\w*|nam\w+|describ\w*|explain\w*|touch\w*)\b|\bi (?:couldn't|could not|can't|cannot|didn't|"
    r"did not) (?:\w+ )?(?:find|see|tell|spot|"
    r"make out)\b|\bi (?:miss|missed|am missing|was missing|looked for)\b|\bthere(?:'s| is| was) (?:no|nothing|"
    r"little)\b|\bno mention\b",
)
_BACK = Loose(r"\b(?:her|him|it|them|they|this|that|those|these|she|he)\b")
_OPENER = expression(r"^if\b[ :…,.]*")
_SHORTEST, _SHORTEST_OPENED = 4, 3  # words; of what stands right behind “even better if”


@dataclass(frozen=True, slots=True)
class Point:
    """A piece of advice: the mentor's words, and those beside it that say why, or ask on."""

    words: str
    beside: str = ""

    @property
    def whole(self) -> str:
        """All that is said of it."""
        return f"{self.words} {self.beside}".strip()


def points_in(feedback: str) -> list[Point]:
    """What stands behind “even better if”, and what asks or suggests, each with the sentences that only bear it out."""
    found: list[Point] = []
    better, liked, listed = False, False, False
    for line in (part for part in feedback.replace("’", "'").split("\n") if part.strip()):
        if _LIKED_HEAD.match(line.strip()):
            better, liked = False, True
            continue
        open_point = False  # whether a point of this very line can still be borne out
        for sentence in sentences_of(line):
            begins = _BETTER.search(sentence)
            better = better or bool(begins)
            liked = liked and not better
            said = sentence[begins.end() :].lstrip(" :,.…-–") if begins and begins.start() == 0 else sentence
            said = _OPENER.sub("", said)
            length = len(said.split())
            listed = listed or bool(begins and not length)  # a heading: each line below it is a point
            opened = (begins and begins.start() == 0) or bids(said)
            short = length < (_SHORTEST_OPENED if opened else _SHORTEST)
            if liked or short or _PRAISE.search(said) or _OF_THE_POST.search(said):
                open_point = False
            elif open_point and not begins and _bears_out(said):
                found[-1] = Point(found[-1].words, f"{found[-1].beside} {said}".strip())
            elif begins or _advises(said) or (better and (_is_missed(said) or (listed and not open_point))):
                found.append(Point(said))
                open_point = True
    return found


def _bears_out(said: str) -> bool:
    """Whether it says more of the point before, and makes none of its own."""
    if said.endswith("?"):
        return not _PROPOSES.search(said)
    return not _advises(said) and not _is_missed(said)


def _advises(said: str) -> bool:
    return bool(_ADVICE.search(said)) or _COULD_BE.search(said) or bids(said)


def _is_missed(said: str) -> bool:
    return bool(_LACKS.search(said) and not _BACK.search(said))
