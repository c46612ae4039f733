"""Tasks of the project listed as change ideas (guidance, section 10: reports 1 and 2, pitfalls, Changes)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.ideas import ideas_of
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.text import Report

_TASK = Loose(
    r"^(?:to )?(?:(?:do|carry out|complete|undertake|conduct|run|hold|arrange|organise|have|"
    r"attend|create|draw|make|finish|start|issue|send out|design|circulate) (?:an? |the |our |"
    r"some |regular |more |further )*|(?:get|obtain|send(?: round| out)?|put together|prepare|pull together|update|"
    r"finalise|develop|"
    r"write|produce|distribute|go and|go to|ask \w+ (?:for|about)|team to|i will|we will) (?:an? |the |our |some |"
    r"baseline |all )*)?"
    r"(?:process[- ]map\w*|map(?:ping)? (?:of |the |our |out )?\w*|gather\w* |collect\w* |"
    r"data (?:collection|gathering|analysis)|baseline\b|surveys?\b(?! (?:question|card|box|"
    r"board)s?\b)|questionnaires?\b|workshops?\b|"
    r"focus groups?\b|meet(?:ing)?s? (?:with|the|to|about|all|of)\b|"
    r"meetings?$|(?:(?:group|board|committee|team|stakeholder|staff|steering|project|planning|initial|monthly|"
    r"regular|"
    r"multi\w*) )+meetings?\b|(?:\w+ ){1,2}(?:surveys?|questionnaires?|focus groups?)(?:$| (?:of|"
    r"for|with|to)\b)|stakeholder (?:meeting|engagement|analysis|mapping|workshop|event)s?|"
    r"(?:set(?:ting)? up|form(?:ing)?|establish\w*|recruit\w*|build(?:ing)?|identify\w*|"
    r"assembl\w*|gather\w*|bring\w*) (?:together )?(?:an? |the |our |my )*(?:project |working |"
    r"steering |improvement |short[- ]life |task |qi |core |multi\w* )*(?:team|group|members|"
    r"champions|stakeholders)\b|"
    r"(?:project |working |steering )(?:team|group)|(?:the |project |my |our )*charter\b|(?:write|"
    r"writing|finish|complete|agree|draft|develop)\w* (?:the |my |our |an? )*(?:project |"
    r"measurement |action |communication )*(?:charter|plan|driver diagram|aim|paper|report)\b|"
    r"read(?:ing)? (?:up|about|on|the|more|through)|"
    r"(?:get|obtain|secure|gain|seek)\w* (?:[\w-]+ ){0,2}?(?:sign-?off|approval|permission|agreement|buy-in|consent|"
    r"funding)\b|"
    r"train(?:ing)? (?:the |my |our )?team in (?:qi|quality|improvement)|(?:get|gather|collect|seek|"
    r"ask for|obtain)\w* (?:\w+ )?(?:feedback|"
    r"views|opinions|stories)\b|"
    r"ethics\b|(?:literature|evidence|desktop|policy|file|case[- ]?note|data) (?:review|search)\w*|"
    r"research\w*\b|review(?:ing)? (?:of )?(?:the |our |current |existing |all )*(?:data|"
    r"literature|polic\w*|guidance|evidence|process\w*|records|practice|procedures)|"
    r"(?:see|visit|look at) how \w+|their views\b|(?:audit|auditing)\b|benchmark\w*|analys\w+|fishbone\w*|"
    r"cause and effect|driver diagrams?|"
    r"force ?field\w*|interview(?:s|ing|ed)?(?: (?:with|of|the|our|all|some|a|an|\d+|two|three|four|five|six|ten|"
    r"\w*(?:ff|rs|nts|ts|"
    r"ple|ies|ren|ls|ees|es))\b|$)|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|"
    r"with)|consult\w*\b|discuss\w*\b|plan(?:ning)? (?:the|for|a|to)\b|"
    r"present(?:ing|ation)? (?:to|at|the)|e-?mail (?:the|all|to)|contact (?:the|all|other)|"
    r"collat\w* |compil\w* |look(?:ing)? (?:at|into)|find(?:ing)? out|visit (?:the )?(?:other|another|"
    r"to (?:the )?(?:other|another))|invite (?:\w+ ){1,3}?(?:to join|on to|into|to be on) |"
    r"observe\b|observation of|identify\w* |scop(?:e|ing)\b|agree\w* (?:the|on|a|an)|seek\w* |"
    r"attend\w* |apply for|"
    r"measure(?:ment)? (?:the|plan|how)|monitor(?:ing)?\b|evaluat\w+|report(?:ing)? (?:to|on)|"
    r"share (?:the )?(?:data|findings|results)|understand\w* (?:the|our|current|why|what|how|where)\b|"
    r"find(?:ing)? (?:an? |the |our )(?:\w+ )?(?:sponsor|champions?|lead|team|partner)\b|"
    r"(?:write|writing|go) to [\w ]{3,30} (?:for|about) (?:their )?(?:views|opinions|ideas|thoughts)|"
    r"book(?:ing)? (?:an? |the )?(?:room|venue)\b|"
    r"decid\w+ (?:on|which|what|who|whether)\b|share (?:the |our )?(?:plan|aim|charter|driver diagram) with)",
)
# To stand and look, or to fetch what the files hold, is to understand the system: no change is made by it.
_LOOKING = expression(
    r"^(?:to |i will |we will |i'll |we'll )?(?:go and |spend \w+ (?:\w+ )?(?:to )?)?(?:"
    r"(?:stand|sit|watch|shadow|follow|spend|observ|walk|hang|be|wait|listen|trail|go)\w*\b(?=.*\b(?:stop-?watch|"
    r"clip-?board|notebook|tally|"
    r"timing|to (?:see|watch|count|time|observe|learn|find out|understand)|and (?:watch|count|time|observe|note|"
    r"write down|see)|observing|"
    r"watching|taking notes|for (?:an?|one|two|three|half) (?:\w+ )?(?:morning|afternoon|day|evening|shift|week|"
    r"hour|night)s?|"
    r"(?:two|three|four|five|several|a few) (?:mornings|afternoons|days|evenings|shifts|nights)|"
    r"the (?:whole )?(?:process|journey|route) of)\b)|"
    r"(?:pull|get|dig|run|extract|download|export|fetch|request|obtain|sort|plot|chart|tally|total|add up|"
    r"go (?:back )?through|look (?:back )?"
    r"(?:over|at|through)|trawl|search|comb|sift|analys|read through|work out|draw up|put together|compare|"
    r"count up|break down|split)\w*\b"
    r"(?=.{0,60}\b(?:(?:\w+ )?(?:years?|months?|weeks?|quarters?|terms?)(?:' worth)? of|last (?:year|month|winter|"
    r"summer|term|session)|data|"
    r"figures?|records?|logs?|statistics|stats|numbers|baseline|off the (?:system|database)|from the (?:system|"
    r"database|files?|register)|case ?"
    r"notes?|case files?|complaints|returns|reports|spreadsheet|by postcode|by (?:week|month|age|area|type|reason|"
    r"cause))\b)|"
    r"(?:get|obtain|request|pull|ask for|fetch|find|print|download|chase)\w* (?:hold of )?(?:an? |the |last \w+'s |"
    r"our |all )*(?:[\w-]+ ){0,2}?(?:list|figures|numbers|names|data|dates|report|records|statistics|stats|"
    r"spreadsheet|information|extract|policy|time ?stamps)s?\b.{0,50}?\b(?:from|off|out of) (?:the|our|my|\w+'s|"
    r"[A-Z])|"
    r"(?:time|count) (?:\w+ ){0,3}?(?:\d+|ten|twenty|thirty|forty|fifty|a hundred|how (?:many|long|often))\b|"
    r"(?:ask|ring|phone|poll|quiz|canvass|write to) (?:\w+ ){0,3}?(?:\d+|ten|twenty|thirty|forty|fifty|a (?:few|"
    r"dozen|sample)|some|all)\b.*\b"
    r"(?:what|why|how|whether|if|which|about|for their)\b)",
    re.IGNORECASE,
)
# “Interview dates printed in the advert”: how a thing is to be, and no doing, whatever its first word.
_AS_IT_WILL_BE = Loose(
    r"^(?:[\w'-]+ ){1,4}?(?!(?:gathered|collected|carried|done|held|completed|conducted|analysed|reviewed|mapped|"
    r"arranged|organised|drafted|"
    r"agreed|identified|undertaken|set|planned|booked|discussed|compiled|finished|drawn|recruited|formed|need)\b)"
    r"(?:\w{2,}(?:[^e]ed|ied)|kept|put|given|written|made|sent|hung|left|built|cut|read|told|shown) (?:in|on|at|"
    r"to|by|before|after|with|into|from|for|"
    r"next|beside|round|inside|under|over)\b",
)
# A thing that somebody will hold or see isn't a task, whatever it is called.
_THING = Loose(
    r"^(?:[\w-]+ )?(?:audit|map|survey|meeting|interview|data) (?:card|chair|sheet|board|box|sticker|"
    r"magnet|point|corner|slot)\b|"
    r"\b(?:on the (?:back|door|wall|front|fridge|table|lid|locker)|at the (?:door|bedside|gate|sink)|"
    r"in the (?:envelope|hall|"
    r"kitchen|porch))\b",
)


# What is done at each turn of the day's work is a change, unless it gathers data.
_IN_ROUTINE = Loose(
    r"\b(?:at (?:the )?(?:handovers?|each|every|bedside|door|gate|first|start of|end of|triage|reception|desk|"
    r"huddle)|aloud|"
    r"on (?:day (?:one|\d)|arrival|admission|discharge|the first)|by (?:phone|text)|with (?:the|each|"
    r"every) (?:patient|tenant|"
    r"pupil|parent|family|child|resident|client|customer|person|carer)\b|before (?:leaving|discharge|going|they|"
    r"he|she)|"
    r"(?:each|every) (?:morning|shift|visit|turn|day|evening|time))\b",
)
_GATHERS = Loose(
    r"\b(?:audit\w*|survey\w*|map\w*|questionnaires?|data|interview\w*|baseline|focus group|views|feedback|"
    r"stop-?watch|"
    r"tally|observ\w*|shadow\w*|why|what they)\b",
)


# “Questionnaire at the tea table: the form is done before booking in”: what it is called, and how it goes each time.
_DESCRIBED = Loose(
    r"^[^:]{3,60}: (?:the|an?|each|every|one|our|people|they|it) (?!.*\b(?:why|views|feedback|opinions?|find out|"
    r"results?|"
    r"what they|to ask)\b).*\b(?:is|are|gets?) (?:\w+ )?\w+(?:ed|en|ne|wn|nt|ut|de)\b.*\b(?:before|after|while|when|"
    r"until|"
    r"each|every|at|in|on|with)\b"
)


def change_task(report: Report) -> Iterable[Found]:
    """A task of the project listed as a change idea."""
    for idea in ideas_of(report):
        task = _TASK.match(idea.text) and not _AS_IT_WILL_BE.match(idea.text)
        if (task or _LOOKING.match(idea.text)) and not _is_of_the_work(idea.text):
            yield Found(idea.text, idea.place)


def _is_of_the_work(said: str) -> bool:
    return bool(
        _THING.search(said) or _DESCRIBED.match(said) or (_IN_ROUTINE.search(said) and not _GATHERS.search(said))
    )


def is_task(said: str) -> bool:
    """Whether a change idea begins as a task does."""
    return bool(_TASK.match(said))
