"""What is learnt about improvement itself (guidance, section 10: reports 3 and 4, pitfalls, Learning)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.rules.lexicon import CORE, IMPROVER
from qibot.preread.rules.subject import without_the_subject
from qibot.preread.text import Report, Sentence
from qibot.preread.words import TO_COME

_LEARNT = Loose(
    r"\b(?:i|we|my|our|me|us)\b.{0,60}\b(?:learn\w*|realis\w*|notic\w+|see now|now see|thinking (?:has|is|about "
    r"(?:how|what|why)|differently)|"
    r"surpris\w*|understand|reflect\w*|used to|taught|take from|taking (?:away )?from|lesson\w*)\b|"
    r"\bdawned on (?:me|us)\b|\btaught (?:me|us)\b",
)
# How the writer goes about it, and what became of that.
_OF_ONESELF = Loose(
    r"\b(?:i lead|leading (?:people|others|by|a team|the team|change)|by telling|data (?:over|tell|show|calm|"
    r"help|speak|is|are)\w*|look\w* at (?:the )?data|let(?:ting)? go|"
    r"step(?:ping)? back|to wait|not knowing|at ease|my (?:instinct|habit|tendency|own way|part|role|style|"
    r"theory|idea|baby|"
    r"mistake|impatience|first thought)|changes? (?:needs?|takes?|sticks?|lasts?|starts?|happens?|is|are)|"
    r"a change\b|quick fix\w*|"
    r"flop\w*|one thing at a time|learn\w* to (?:wait|listen|ask|trust|stop|start|be|let|hold|keep|slow|see)|method|"
    r"buy[- ]in|big bang|overnight|people's (?:ideas|time|reasons|views)|"
    r"(?:told|taught|showed) (?:me|us) more|people (?:back|own|support|do|like|keep|defend) what|"
    r"help(?:ed)? to make|hunches|"
    r"jump(?:ing|ed)? to|before (?:i|we) (?:act|jump|decide)|go(?:ing)? slow\w*)\b",
)
# What one finds of one's own doings: “I realise that I plan too long”.
_OF_MY_WAYS = Loose(
    r"\b(?:learn\w*|realis\w*|notic\w+|see|seen|saw|found|discover\w*|admit\w*)\b[ ,]*(?:(?:out|now|is) )?"
    r"(?:(?:that|how|when|where|why) )?(?:i|i'm|i've|my)\b(?! (?:\w+ )?(?:know|knew|read|understand|need to (?:read|"
    r"know)|(?:ward|class|team|patients?|pupils?|clients?|topic|subject)\b))",
)
_OF_SUBJECT = Loose(
    r"\b(?:learn\w*|know|knew|read\w*|understand\w*|found out|discovered|realis\w+|aware)\b.{0,40}?\b(?:about|"
    r"that|how|why|on|of|what)\b|"
    r"\b(?:reading|articles?|papers?|books?|course|guidelines?|law|literature)\b",
)
# “What I've learned this month.”, at the head of a paragraph of running text.
_AT_THE_HEAD = Loose(
    r"^(?:(?:and|so|now|then|as (?:for|to|regards)|on|for|regarding|turning to|with regard to|in terms of) )*"
    r"(?:what (?:have )?(?:i|we)(?:'ve|'m|'re| have| am| are)?(?: also| been)? (?:learn|taken|"
    r"take)\w*|(?:(?:my|our|the) )?(?:own |main |biggest |personal )?"
    r"(?:learning(?! sessions?\b)|lessons?|reflections?)\b|(?:i|we)(?:'ve| have)? (?:also )?learn(?:ed|t)\b)",
)
# “As for what I've been learning, I went …”: what leads in to it is not yet what was found.
_LED_IN = expression(
    r"^(?:as (?:for|to|regards)|on|for|regarding|turning to|with regard to|in terms of) [^,:;]{0,60},\s+", re.IGNORECASE
)
_WENT = expression(
    r"\bi(?:'ve been| was| have been| am| went)(?: up| over| down| out)? (?:at|to|on|in)\b", re.IGNORECASE
)
# What a form's field holds that nobody has filled in.
_EMPTY = Loose(
    rf"(?:n/?a|none(?: (?:yet|so far|this month|at present))?|"
    rf"nothing(?: (?:yet|so far|this month|to report|to add|new))*|"
    rf"nil|blank|please (?:fill in|complete|describe)\b.*|(?:{TO_COME})\b.*|)"
)
_NOTHING = "Nothing was found on what is being learnt about improvement"
_SUBJECT = "What is learnt seems to be about the subject"
_NOT_OF_IMPROVING = "What stands under learning doesn't seem to be about improvement itself"
_BARE_HEAD = 7  # words of “What I've learned this month.”


def _is_bare(said: str) -> bool:
    return said.lower().startswith("what") and len(said.split()) <= _BARE_HEAD


def _told_as_learnt(report: Report) -> list[Sentence]:
    """Without such a heading, the paragraphs that begin with what was learnt."""
    heads: dict[int, bool] = {}
    for sentence in report.outside("aim"):
        heads.setdefault(sentence.paragraph, bool(_AT_THE_HEAD.search(sentence.text)))
    own = [s for s in report.sentences if heads.get(s.paragraph) and not _is_bare(s.text)]
    beside = [s for s in report.outside("aim") if s not in own and _LEARNT.search(s.text) and CORE.search(s.text)]
    return [] if beside else own


def _is_of_oneself(said: str) -> bool:
    return bool(_OF_ONESELF.search(said) or _OF_MY_WAYS.search(said))


def improvement_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: nothing on what is being learnt about improvement, or only about the subject."""
    headed = [s for s in report.within("learning") if not _EMPTY.fullmatch(s.text.strip(" .:-–—_|…"))]
    own = headed or _told_as_learnt(report)
    if own:
        of_subject = any(_OF_SUBJECT.search(s.text) for s in own)
        told = [without_the_subject(_LED_IN.sub("", s.text)) for s in own]
        improving = any(
            _is_of_oneself(said) or (IMPROVER.search(_WENT.sub(" ", said)) and not of_subject) for said in told
        )
        of_improving = any(CORE.search(without_the_subject(s.text)) for s in own)
        detail = _SUBJECT if of_subject else _NOT_OF_IMPROVING
        return () if improving or of_improving else (Found(own[0].text, own[0].place, detail),)
    told_of = report.says(_LEARNT, "aim") or any(report.within("human"))
    return () if told_of else (Found(detail=_NOTHING),)
