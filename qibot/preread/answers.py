"""What a mentor asks for in one word is often answered in another: the words of the asking, and of the answer."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.text import Report

_PEOPLE = (
    r"(?:patients?|relatives?|service users?|families|family|carers?|parents?|pupils?|tenants?|residents?|"
    r"young people|"
    r"customers?)"
)
_ANSWERS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (expression(rf"\b(?:{asked})\b", re.IGNORECASE), expression(rf"(?<!\w)(?:{shown})", re.IGNORECASE))
    for asked, shown in (
        (
            (
                rf"(?:ask|hear|speak|spoke|talk|involv|invit|bring|includ|listen|add|get|hav|join|"
                rf"find out)\w*\b.{{0,60}}?"
                rf"\b{_PEOPLE}|{_PEOPLE}\b[^,.;]{{0,40}}?\b(?:think|feel|say|see|notic|view|voice|join|involv|"
                rf"experienc|"
                rf"make of)\w*|"
                r"voice of|lived experience"
            ),
            (
                r"(?:patient|relative|service user|lived experience|famil|carer|parent|mum|dad|mother|father|pupil|"
                r"tenant|resident|"
                r"young p|son|daughter|customer|child)\w*(?:'s)?,?(?: \w+,?){0,6} (?:has |have )?(?:join|sit|sat|"
                r"came|come|said|told|suggest|help|"
                r"attend|agreed|is on|are on|now on)|(?:ask|spoke|talk|met)\w* (?:to |with )?(?:\w+ "
                r"){0,3}(?:patient|relative|famil|carer|"
                r"parent|pupil|tenant|resident|young p|customer)"
            ),
        ),
        (
            r"worse|elsewhere|unintended|side effects?|knock-?on|balancing|unwanted",
            r"balancing|worse elsewhere|side effect|unintended",
        ),
        (r"run charts?|charts?|graphs?|over time|plot(?:ted)?|visual\w*", r"(?:run )?chart|graph|plot|median"),
        (
            r"predict\w*|what you (?:expect|think)|expect(?:ed)?|hypothes\w+|guess",
            r"predict|expect|hypothes|we thought|guess",
        ),
        (
            (
                r"small(?:er)?|narrow\w*|scal(?:e|ing) (?:it )?(?:down|back)|one (?:ward|class|team|school|site|"
                r"shift)|(?:start|begin|test|try)\w*(?: it| this)? (?:with|on) (?:one|a couple)|manageable"
            ),
            (
                r"(?:in|with|on|to) (?:just |only )?one (?:\w+ )?(?:ward|class|team|school|site|shift|room|bay|"
                r"street|nurse|teacher|family|unit)|"
                r"small|narrow|scaled (?:down|back)|pilot|(?:one|two|three|a single|"
                r"a couple of) (?:\w+ ){1,3}(?:has |"
                r"have "
                r")?(?:tried|tested|used)|(?:tried|tested) (?:it |this )?(?:with|on) (?:one|two|three|a)\b"
            ),
        ),
        (
            r"baseline|starting (?:point|from)|start(?:ing)? from|where (?:are you|you are) (?:now|at)",
            r"baseline|from (?:about |around )?\d|currently|at (?:present|the moment)|\(?now \d|up from|down from",
        ),
        (
            r"test(?:ing)? (?:it |this )?(?:before|first)|before you roll|too soon|rush\w*",
            r"tried|tested|pdsas? \d|test \d|cycle \d",
        ),
        (
            (
                r"who else|on your own|solo\b|alone|single-?handed\w*|by yourself|who (?:is|are|will|else|might|"
                r"could)\b.{0,30}"
                r"\b(?:with you|help\w*|support\w*|involved)|(?:build|gather|form|find|grow|widen|set up|have|"
                r"need)(?:ing)? (?:\w+ )?(?:an?|your) "
                r"(?:\w+ )?team|(?:in|on|to) your team"
            ),
            (
                r"(?:got|gathered|brought|pulled|put) (?:together|in) an? |(?:small|new|working|project) (?:group|"
                r"team)|"
                r"(?:have|has|had|both|all|they|who)(?: \w+)? (?:said yes|joined|agreed to (?:join|help|be)|"
                r"come on board)|"
                r"(?:asked|brought|invited|got|taken) (?:some |two |three )?(?:others|people|colleagues|"
                r"\w+ and \w+) in\b|"
                r"(?:is|are) (?:now )?(?:in|on|part of) (?:the|our|my) team|joined (?:me|us|the team|our team|"
                r"my team)"
            ),
        ),
        (
            r"you (?:yourself )?(?:are|have been|'re|have)(?: \w+)? learn\w*|own learning|you've learn\w*|you learnt",
            (
                r"you asked (?:me )?(?:what|about|how)\b.{0,40}learn|i've (?:also )?learn\w*|"
                r"i have (?:also )?learn\w*|"
                r"i'm (?:also )?learning|i am (?:also )?learning|my (?:own )?learning|i learn\w*|i realis\w*"
            ),
        ),
        (r"driver diagram|change theory|drivers", r"drivers?\b|change theory|theory of change"),
        (
            (
                r"process map\w*|map the|fishbone|flow ?charts?|(?:draw|trac|follow|map|sketch|walk|plot)\w* (?:out |"
                r"through )?"
                r"(?:the |each |every |a )?(?:whole |full )?(?:road|routes?|paths?|journeys?|steps|stages|way|life)|"
                r"understand\w* (?:the|your) (?:system|process)"
            ),
            (
                r"map(?:ped|s|ping)?\b|fishbone|flow ?chart|observed|walked|pareto|whys|traced|followed|post-its?|"
                r"drew|drawn"
            ),
        ),
        (
            r"outcome, process|type of measure|kind of measure|which are process",
            r"process(?: measures?)?\b.{0,80}|balancing",
        ),
    )
)
_FURTHER = Loose(
    r"\bshare\b|\b(?:carers|parents|patients|people|those|pupils|staff|families|children|tenants|"
    r"residents|users|customers|clients|relatives|nurses|teachers|learners|households|mothers|fathers) (?:who|"
    r"that)\b",
)  # asks more

# What is there or isn't, whatever else of the asking the report holds: a map, a chart, a driver diagram.
_PLAIN_TO_SEE = ("map(?:ped", "chart|graph", "drivers?")


def is_answered(point: str, report: Report) -> bool:
    """Whether the report shows, in whatever words, what the point asks for."""
    if _FURTHER.search(point):
        return False
    return any(_shown(shows, report) for asks, shows in _ANSWERS if asks.search(point))


def is_wanting(point: str, report: Report) -> bool:
    """Whether the point asks for a thing that one would see, and the report has none."""
    plain = [
        shows
        for asks, shows in _ANSWERS
        if asks.search(point) and any(thing in shows.pattern for thing in _PLAIN_TO_SEE)
    ]
    return bool(plain) and not any(_shown(shows, report) for shows in plain)


def _shown(shows: re.Pattern[str], report: Report) -> bool:
    if "chart" in shows.pattern and "graph" in shows.pattern and (report.charts or report.pictures):
        return True
    return any(shows.search(s.text) or shows.search(s.heading) or shows.search(s.kind) for s in report.sentences)
