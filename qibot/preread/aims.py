"""Which of a report's sentences is its aim."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression
from qibot.preread.amounts import has_amount, has_day
from qibot.preread.announced import announced
from qibot.preread.headings import is_asked
from qibot.preread.loose import Loose
from qibot.preread.population import names_population, without_everywhere
from qibot.preread.still_open import says_open
from qibot.preread.text import Report, Sentence, once
from qibot.preread.willed import is_willed

DIRECTION = Loose(
    r"\b(?:increas\w*|reduc\w*|improv\w*|rais\w+|cut|cuts|fewer|more|better|less|halv\w*|doubl\w*|"
    r"lower\w*|decreas\w*|shorten\w*|"
    r"eliminat\w*|ensur\w*|achiev\w*|rise|fall|drop|grow|boost\w*|prevent\w*|quicker|smoother|"
    r"calmer|stronger|earlier|sooner|shorter|longer|happier|healthier|higher|clearer|kinder|"
    r"simpler|warmer|closer|faster|"
    r"easier|safer|maintain\w*|strengthen\w*|enhanc\w*|"
    r"speed up|bring down|up from|down from)\b",
)
_GOAL = Loose(
    r"\b(?:will|to|want|aim|hope|wish|should|would like|are|is|has|have|reach(?:es)?|pass|read|"
    r"hand|eat|come|claim|finish|get|feel|feels|know|knows|leave|leaves|receive|receives|wait|waits|arrive|arrives|"
    r"start|starts|"
    r"hear|hears|sleep|sleeps|live|lives|sit|sits|attend|attends|stay|stays|say|says|rate|rates|take|takes|use|uses|"
    r"enjoy|enjoys|timely|prompt|complete|consistent|on time|in time|see|sees|go|goes|keep|keeps|make|makes|meet|"
    r"meets)\b",
)
_STATED = Loose(
    r"\b(?:project|work|focus|improvement|it)\b.{0,30}\b(?:is|are) (?:all |really |mainly )?(?:about|on|after is|"
    r"seeking is) "
    r"(?:\w+ing|more|fewer|better|less)\b|\b(?:project|work|team|charter)(?:'s)? (?:now )?(?:looks?|seeks?|wants?|"
    r"hopes?|"
    r"intends?|aims?|tries|sets out) (?:to|at|for|that)\b|\bwhat (?:we|i) (?:want|hope|would like|'d like|wish) to "
    r"(?:change|improve|see|achieve|do|reduce|increase|get to) is\b|\bimprovement (?:that )?(?:i|we)(?:'m|'re| am|"
    r" are| want)"
    r"(?: after| looking for| seeking)? is\b|\b\w+'s (?:overall )?(?:aim|goal|target|ambition) (?:is|remains)\b|"
    r"\bit would be (?:great|good|wonderful|lovely|ideal) if\b|\b(?:am|are|is) (?:committed|determined|working|"
    r"striving) "
    r"(?:to|towards) \w+|\b(?:our|my|the) aim,? (?:then )?(?:it's|reads|says)\b|"
    r"\b(?:our|my|the) (?:\w+ )?aim\b.{0,120}?\b(?:is|reads|runs|says)\b[^:]{0,25}:|"
    r"\b(?:(?:my|our|the|project|overall|initial|draft|current|revised|"
    r"new) )+aim(?: statement)?(?: \w+){0,3}? (?:is|remains|was|stays|has been|of|has)\b|"
    r"\b(?:my|our|the) aim(?: \w+){1,8}? (?:is|was|remains) (?:that|to)\b|"
    r"\b(?:my|our|the) (?:goal|objective|target|ambition)(?: \w+){0,5}? (?:is|remains)\b|\b(?:we|i)(?: now|"
    r" still)? (?:(?:am|"
    r"are) (?:hoping|aiming|looking|trying|planning|working|keen|seeking)|aim|"
    r"are aiming|am aiming|intend|hope|want|would like|wish|plan) (?:to|that|for|fewer|more|"
    r"\w+ to)\b|"
    r"^by (?:the end of )?\w+.{0,30}20\d\d\b.*\bwill\b|\bis aimed at\b|"
    r"\b(?:we|i)'(?:re|m) (?:now |still )?(?:hoping|aiming|looking|trying|planning|working|keen|"
    r"seeking) (?:to|for|that)\b|\b(?:we|i)(?:'d| would) (?:really )?(?:like|love) (?:to|that|for|(?:\w+ ){1,4}to)\b|"
    r"\b(?:project|work|we|i) (?:sets?|seeks?|is|am|are) (?:out|seeking|meant|intended|there)? ?to (?:get|see|have|"
    r"make|improv\w+|reduc\w+|increas\w+|cut|halve|rais\w+|lower|shorten|bring)\b|"
    r"\b(?:ambition|target|vision|hope|intention|purpose|idea)(?: of \w+ \w+)? is (?:to|that|for)\b|"
    r"\bwhat (?:we|i) (?:want|would like|hope for)(?: to \w+)? is\b|\bcan we (?:get|halve|cut|reduce|raise|"
    r"increase|improve|bring|make)\b|\b(?:success|better) (?:would be|will be|looks like|means|would mean|"
    r"will look like|would look like)\b",
)
_BETTERING = (
    r"(?:improv|reduc|increas|rais|cut|lower|halv|doubl|shorten|mak|get|bring|ensur|enhanc|speed|prevent|"
    r"decreas|strengthen|"
    r"eliminat|tackl|boost|minimis)"
)
# “I'm working on making …”, “we decided to focus on …”, “it's all about getting …”, “my project is improving …”.
_TAKEN_ON = Loose(
    rf"\b(?:we|i)(?: am| are|'m|'re|'ll be| will be| have been|'ve been)? (?:now |still |"
    rf"also )?(?:work(?:ing)?|focus\w*|look(?:ing)?|"
    rf"trying|leading)(?: (?:on|at|a project|work|to))* (?:to )?{_BETTERING}\w*\b|"
    rf"\b(?:decided|chose|chosen|opted|agreed|asked|tasked|taken on|need|set out|"
    rf"picked)\b.{{0,25}}?\b(?:to|on|of|with) (?:focus on |"
    rf"work on |look at )?{_BETTERING}\w*\b|"
    r"\b(?:thing|what) (?:that )?(?:we|i)(?:'re|'m| are| am)? (?:trying|wanting|hoping|looking) to (?:fix|"
    r"change|improve|solve|"
    r"sort|tackle) is\b|"
    rf"\b(?:it|this|that|project|work)(?:'s| is)(?: \w+)? about {_BETTERING}\w*\b|"
    rf"\b(?:my|our|the)(?: \w+){{0,2}} (?:project|focus|priority|title|work)(?:'s title)? (?:is|will be|"
    rf"is called|is looking at|looks "
    rf"at|:)(?: to be)?(?: on)? {_BETTERING}ing\b|\bproject's title is {_BETTERING}\w*\b|"
    rf"\b(?:plan|task|job|challenge|remit|brief) (?:is|was) (?:now )?to {_BETTERING}\w*\b|"
    rf"\b(?:staff|team|ward|nurses|teachers|officers|families|colleagues|"
    rf"everyone) (?:all )?wants? to {_BETTERING}\w*\b|"
    r"\b(?:more|fewer) [\w' -]{3,40}? (?:should|ought to)\b",
)
_BY_A_DAY = Loose(r"^by (?:the (?:end|start|middle) of )?[\w ]{3,25}?,? (?:\w+ ){1,8}?will\b")
_OWN = Loose(r"\b(?:we|i|i'm|my|our|us|project|team)\b")
# What is to be by a day, and how much of it, is an aim though nobody calls it so; what was, and what one does, isn't.
_BY_THEN = Loose(r"\b(?:by|before|until|come|starting (?:in|on)|from .{3,25} on(?:wards?)?)\b")
_NO_GOAL = Loose(
    r"\b(?:was|were|had|did|rose|fell|went|met|tested|tried|reached|i will|i'll|we'll|we will (?:have )?(?:test|meet|"
    r"met|try|ask|ring|visit|collect|gather|draw|send|write|talk|speak|hold|run|start|finish|complete|show|plan)\w*|"
    r"pdsas?|tests?|next(?! (?:spring|summer|autumn|winter|year|christmas|easter|march|may|june))|report|meeting|"
    r"learning session|charter|survey|questionnaire|funding)\b",
)
_NO_AIM_PARTS = (
    "next",
    "human",
    "learning",
    "pdsa",
    "measures",
    "stage",
    "changes",
    "data",
    "team",
    "rationale",
    "system",
    "theory",
)
_NEVER_AIM_PARTS = ("human", "learning", "pdsa", "measures", "stage")
# What the writer wants for themselves or from the mentor.
_OWN_WISH = Loose(
    r"\b(?:want|hope|hoping|like|love|plan|planning|need|wish|keen|intend)(?:ing|ed)? to (?:learn|read|thank|"
    r"find out|"
    r"understand|meet|hear|finish|attend|ask|discuss|speak|talk|get (?:more|some|better at|my|the)|know|"
    r"be (?:better at|able|an? (?:\w+ )?(?:leader|improver|coach|listener)))\b|\b(?:aim|hope|want|plan|intend|"
    r"like) to "
    r"(?:keep|send|give|update|write to|let|show|tell|have more to tell) (?:you|this group|my mentor)\b",
)
_OF_THE_WORK = Loose(
    r"\b(?:complete|finish|write|submit|draft|get|have|send|collect|gather)\b.{0,20}\b(?:charter|surveys?|"
    r"questionnaires?|driver "
    r"diagram|process map|fishbone|baseline|measurement plan|pdsas?)\b|\bwork will tackle\b",
)
# What is worked on may be the work's own papers, or oneself.
_OF_THE_PAPERS = Loose(
    r"\b(?:my|our|the) (?:\w+ )?(?:charter|driver diagram|process map|measures|measurement|aim|report|skills|"
    r"knowledge|"
    r"understanding|data|charts?|theory|predictions?|tests?|pdsas?|confidence|team|questionnaire|survey|meetings?)\b",
)
_CALLED_SO = Loose(r"\b(?:aims?|goal|objective|target)\b")
_WILL_BE = Loose(
    r"\b(?:by|before) (?:the )?[\w ]{2,30}.*(?:\bwill\b|'ll\b)|(?:\bwill\b|'ll\b).* by (?:the )?\w+",
)
_WE_WILL_HAVE = expression(
    r"\b(?:we|i)(?:'ll| will|'ll have| will have) (?:have|see|get|reach|be|bring)\b", re.IGNORECASE
)
# “…, where it was 22 in September”
_WHERE_IT_WAS = expression(
    r",? \(?(?:where|when|from where|whereas|while|and|but|currently|at present)? ?(?:it|that|this|they|"
    r"there) (?:was|were|had been|is|are)\b.*",
    re.IGNORECASE,
)
_WILL_HAVE_BEEN = expression(
    r"(?<!\bwe )(?<!\bi )\b(?:will|to|should) (?:\w+ )?have (?:had|gone|reached)\b", re.IGNORECASE
)
_SPOKEN_OF = Loose(r"\baim|goal|objective")
_NAMED = Loose(r"\b(?:aim|goal|objective)\b")
_WITH_AIM = Loose(r"\baims?\b")  # “Background and aim”
_WILL = Loose(r"\bwill\b|^to\b")
_TOPIC = Loose(
    r"(?:this|the|my|our|it)(?: (?:\w+ )?(?:project|work|charter|aim|topic|report|improvement))?(?:'s| is| will be)? "
    r"(?:all |mainly |really )?(?:about|around|on(?! (?:page|paper|track|hold)\b)|concerns?|to do with|concerned with|"
    r"regarding|focus(?:es|ed|ing)? on|"
    r"look(?:s|ing)? at)\b(?! (?:the |our )?\w+ing\b)(?!.*\b(?:so that|in order|will|should)\b)"
)
# “My project is about improving …”
_WORKED_ON = expression(
    r"(?:\w+,? ){0,4}?(?:my|our|the|this) (?:\w+ ){0,2}?(?:project|work|topic|focus)(?:'s)? "
    r"(?:(?:is|will be|would be) )?"
    r"(?:(?:all|mainly|really|about|around|on|focus(?:es|ed|ing)?|looks?|looking|at|to do with) )*"
    rf"{_BETTERING}\w*ing\b",
    re.IGNORECASE,
)
_SHORTEST = 4  # words


@dataclass(frozen=True, slots=True)
class Aim:
    """A report's aim: its sentence, and all that is said with it."""

    sentence: Sentence
    whole: str

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.sentence.text


@once
def aim_of(report: Report) -> Aim | None:
    """The aim, where there is one."""
    headed = list(report.within("aim")) or [s for s in report.within("rationale") if _WITH_AIM.search(s.heading)]
    stated = [s for s in headed if _is_goal(s.text)]
    if stated:
        best = max(stated, key=lambda s: (_weight(s.text), -headed.index(s)))
        return Aim(best, " ".join(s.text for s in headed))
    free = [s for s in report.outside(*_NO_AIM_PARTS) if _is_stated(s.text)]
    free = free or [s for s in report.outside(*_NO_AIM_PARTS) if _is_taken_on(s.text)]
    free = free or [s for s in report.within("rationale") if _STATED.search(s.text) and _is_own_goal(s.text)]
    free = free or [s for s in report.within("rationale") if _is_taken_on(s.text) and _is_own_goal(s.text)]
    free = free or [s for s in report.outside(*_NO_AIM_PARTS) if _is_pictured(s.text)]
    free = free or [s for s in report.outside(*_NO_AIM_PARTS) if _is_willed(s.text)] or _under_a_remark(report)
    if not free:
        return None
    best = max(free, key=lambda s: (_SPOKEN_OF.search(s.text), _weight(s.text)))
    if not (has_day(best.text) and has_amount(best.text)) and not _CALLED_SO.search(best.text):
        best = next((s for s in report.outside(*_NO_AIM_PARTS) if _is_figured(s.text)), best)
    beside = [
        s.text
        for s in report.sentences
        if s.paragraph == best.paragraph and (s is best or (has_day(s.text) and has_amount(s.text)))
    ]
    return Aim(best, " ".join(beside))


def _under_a_remark(report: Report) -> list[Sentence]:
    """Aims below a heading that is a remark (“How it works now”), or said to be one in another part."""
    below = [s for s in report.outside(*_NEVER_AIM_PARTS) if s.part in _NO_AIM_PARTS]
    remarks = {h for h in {s.heading for s in below} if is_asked(h, report.settings.headings)}
    asked = [s for s in below if s.heading in remarks]
    stated = [s for s in asked if _is_stated(s.text)]
    stated = stated or [s for s in below if _NAMED.search(s.text) and _is_stated(s.text)]
    stated = stated or [s for s in report.within("data") if _is_willed(s.text)]
    return stated or [s for s in asked if _is_taken_on(s.text) or _is_pictured(s.text)]


def _is_goal(text: str) -> bool:
    return (
        len(text.split()) >= _SHORTEST
        and not _is_a_topic(text)
        and not (says_open(text) and not (has_day(text) and has_amount(text)))
        and not _OWN_WISH.search(text)
        and bool(_GOAL.search(text) or DIRECTION.search(text) or has_amount(text))
    )


def _is_a_topic(text: str) -> bool:
    """Whether it says what the work is about, and nothing of how that is to be; or that a thing is to be better, and
    neither how much, nor by when, nor for whom."""
    worked_on = _WORKED_ON.match(text)
    said = without_everywhere(text[worked_on.end() :]) if worked_on else text
    if has_amount(said) or has_day(said):
        return False
    return not names_population(said) if worked_on else _TOPIC.match(text) and not DIRECTION.search(text)


def _is_free_goal(text: str) -> bool:
    return _is_goal(text) and not _OF_THE_WORK.search(text) and bool(DIRECTION.search(text) or has_amount(text))


def _is_stated(text: str) -> bool:
    return (_STATED.search(text) and _is_free_goal(text)) or _is_announced(text)


def _is_announced(text: str) -> bool:
    """Whether it is named for the aim, and says behind that how much is to be or by when."""
    said = announced(text)
    figured = has_amount(said) or has_day(said)
    return figured and _is_free_goal(said) and not _is_done_or_done_next(_WHERE_IT_WAS.sub(" ", said))


def _is_done_or_done_next(text: str) -> bool:
    """Whether it tells of what was, or of what one does; what people will have had is neither."""
    return _NO_GOAL.search(_WILL_HAVE_BEEN.sub(" will ", text))


def _is_taken_on(text: str) -> bool:
    by_a_day = _BY_A_DAY.search(text) and has_day(text) and not _is_done_or_done_next(text)
    return bool(_TAKEN_ON.search(text) or by_a_day) and _is_free_goal(text) and not _OF_THE_PAPERS.search(text)


def _is_own_goal(text: str) -> bool:
    """Among the reasons stand other people's goals, too."""
    return bool(_OWN.search(text)) and _is_free_goal(text)


def _is_pictured(text: str) -> bool:
    """Whether it says how much of what is to be by when, as an aim does that has no word for itself."""
    by_then = _BY_THEN.search(text) and has_day(text) and has_amount(text)
    return bool(by_then and not _is_done_or_done_next(text) and _is_goal(text))


def _is_willed(text: str) -> bool:
    return is_willed(text) and _is_free_goal(text) and not _OF_THE_PAPERS.search(text)


def _is_figured(text: str) -> bool:
    """Whether it says, after whatever else was wished for, how much will be so by when."""
    said = _WE_WILL_HAVE.sub("will", _WHERE_IT_WAS.sub(" ", text))
    return bool(
        _WILL_BE.search(said) and has_day(said) and has_amount(said) and not _NO_GOAL.search(said) and _is_goal(text)
    )


def _weight(text: str) -> int:
    return 2 * (DIRECTION.search(text) or _WILL.search(text)) + has_amount(text) + has_day(text)
