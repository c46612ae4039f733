"""The aim (guidance, section 10: reports 1 and 2, progress and pitfalls; reports 3 and 4, “should be settled”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.aims import Aim, aim_of
from qibot.preread.amounts import DAY, bare, figures, has_amount, has_day
from qibot.preread.loose import Loose
from qibot.preread.observation import MISSING, Found
from qibot.preread.population import names_population
from qibot.preread.still_open import is_open
from qibot.preread.text import Report, sentences_of

SETTLED_FROM = 3  # the report by which an aim should be settled

_DOING = (
    r"(?:implement|introduc|us|creat|develop|deliver|provid|train|establish|set|adopt|launch|"
    r"embed|redesign|hav|offer|run|hold|appoint|"
    r"employ|build|roll|put|giv|mak|send|start|open|writ|design|test|teach|educat|pilot|install|"
    r"move|mov|ask|call|work|engag|hir|recruit|expand|promot|"
    r"print|post|pair|fit|trial|switch|issu|book|schedul|extend|screen|sort|buy|pool|shift|swap|simplif|streamlin|"
    r"redeploy|"
    r"organis|invit|chang|apply|show|bring|plac|add|remov|replac|shar|hand|meet|visit|text|phon|ring)(?:t|p|n)?ing"
)
# By doing whatever: but not by a time, nor by what is itself the bettering.
_BY_ANY = (
    r"\bby (?:\w+ly )?(?!(?:morn|even|spr|dur|increas|reduc|improv|halv|cutt|rais|be|lower|end|begin|open|clos|"
    r"decreas|shorten|"
    r"someth|noth|anyth|everyth|learn|exist|meet|gather|hear|sitt)ing\b)[a-z]{2,}ing\b(?! (?:session|day|week|20))"
)
_SOLUTION = expression(
    rf"{_BY_ANY}.*|\bby (?:\w+ly )?{_DOING}\b.*|\bthrough (?:the |an? |our )?(?:\w+ ){{0,2}}?(?:introduction|"
    rf"implementation|use|development|creation|delivery|provision|"
    rf"training|adoption|roll-?out|programme|workshops?|{_DOING})\b.*|\bvia (?:the |an? )?\w+.*|"
    rf"(?<!people )(?<!those )(?<!families )(?<!patients )(?<!children )(?<!tenants )(?<!parents )\busing (?:the |"
    rf"an? |our |new )\w+.*|\bwith the (?:introduction|help|use) of\b.*|"
    r"\b(?:we will |we want to |i want to |aim is to |will |to |^|(?<=20\d\d, ))(?:implement|introduce|roll out|"
    r"launch|set up|establish|"
    r"embed|pilot|install|put in place)\b.*|"
    r"^(?:to |(?:our|my|the) aim is to |we (?:will|want to|aim to) )?(?:deliver|design|write|"
    r"produce|train|provide training|"
    r"(?:create|develop|run|hold) (?:an?|the|new))\b.*",
    re.IGNORECASE,
)
_THING = (
    r"(?:checklist|form|template|app|tool|toolkit|huddles?|pathway|protocol|procedure|programme|pack|leaflets?|"
    r"posters?|"
    r"reminders?|reminder service|dashboard|policy|training|scheme|bundle|guide|guidance|guidelines?|resources?|"
    r"framework|model|"
    r"strategy|course|workshops?|newsletter|website|database|spreadsheet|handbook|sessions?|system|rota|service)"
)
_MEANS = expression(
    r"^(?:the )?(?:roll-?out|introduction|implementation|launch|installation|creation|establishment|adoption|"
    r"embedding|appointment|recruitment) of\b.*|\b(?:to|we will|we want to|aim is to) (?:appoint|employ|"
    r"recruit|hire|buy|"
    r"purchase|redesign|digitise)\b.*|"
    rf"(?<!go )(?<!get )(?<!going )(?<!come )(?<!comes )(?<!put )(?<!right )(?<!all )\bthrough "
    rf"(?!(?:the|this|a) (?:year|day|week|night|summer|winter|doors?|system|term)|\d|their|to|a whole|20)[a-z-]\w+.*|"
    rf"\b(?:as a result of|thanks to|by means of|by way of)\b.*|"
    rf"\bwith (?:the|a|an|our|new) (?:new )?(?:[\w-]+ ){{0,2}}?{_THING}\b.*|"
    rf"(?:^|\b(?:aim is|want|aim|hope|going|plan|intend|like) )(?:to )?(?:have|use|develop|create|deliver|design|"
    rf"produce|establish|"
    rf"implement|introduce|set up|launch|pilot|embed|roll out|write|run)(?: and \w+)?(?: of)? (?:an?|the|new|our) "
    rf"(?:[\w-]+ ){{0,4}}?{_THING}\b(?! users?\b).*|^use of an? .*|"
    rf"\b(?:an?|the) (?:new )?(?:[\w-]+ ){{0,2}}?{_THING} (?:will be|is|to be) (?:used|in place|in use|created|"
    rf"developed|available|"
    rf"introduced|rolled|set|completed for|up and running)\b.*|"
    rf"\bwill (?:be|have been) (?:fully )?trained\b.*|\b(?:will|to) (?:have )?(?:receive|received|complete|"
    rf"completed|attend|attended|had|undertake|undertaken|"
    rf"be given)\b(?: \w+){{0,5}}? "
    rf"(?:training|e-learning|workshops?|module|course)\b.*",
    re.IGNORECASE,
)
_PERCENT = (
    r"(?:\d+(?:\.\d+)? ?(?:%|per ?cent|percentage points)|(?:five|ten|twenty|thirty|forty|fifty) per ?cent|"
    r"(?:a|one|two) (?:third|quarter|fifth|tenth|half)s?\b)"
)
_BY_PERCENT = expression(
    rf"\b(?:reduc\w*|increas\w*|improv\w*|cut\w*|decreas\w*|lower\w*|rais\w*|boost\w*|drop\w*|"
    rf"fall\w*|ris\w*|grow\w*|enhanc\w*|shorten\w*|go up|go down|bring down)\b"
    rf"(?:[^.%\d]|(?<=[A-Z])\d|(?<=ard )\d){{0,140}}?\bby (?:at least |around |about |up to |"
    rf"a further |over )?{_PERCENT}"
    rf"|\b(?:increase|reduction|improvement|decrease|rise|cut|drop|fall|growth)s? of (?:at least |around |about |"
    rf"up to )?{_PERCENT}"
    rf"|\b(?:cut|reduce|increase|raise|improve|lower|decrease|drop)\b(?:[^.%\d]|(?<=[A-Z])\d|"
    rf"(?<=ard )\d){{0,60}}? {_PERCENT}"
    rf"(?= (?:by|in|before|within|over)\b)(?<!to \d\d%)(?<!to \d\d\d%)(?<!from \d\d%)(?<!at \d\d%)|\b(?:down|"
    rf"up) by (?:at least )?{_PERCENT}"
    rf"|\b(?:reduction|increase|improvement|decrease|rise|cut|drop|fall)s? in (?:[^.%\d]|(?<=[A-Z])\d|"
    rf"(?<=ard )\d){{3,60}}? of {_PERCENT}"
    rf"|\bby (?:a |one )?half\b|\b(?:be|is|are) (?:down|up) (?:by )?{_PERCENT}|\b(?:halv|doubl)(?:e|ed|ing) (?:the |"
    rf"our )?"
    rf"(?:number|rate|share|proportion|amount|time|wait|length|percentage)\b|^{_PERCENT} (?:\w+ )?(?:increase|"
    rf"reduction|improvement|decrease|rise|cut|drop|fall)\b"
    rf"|\ban? {_PERCENT} (?:\w+ )?(?:increase|reduction|improvement|decrease|rise|cut|drop|fall)\b|"
    rf"\b(?:improv\w*|increas\w*|ris\w+|rais\w+|fall\w*|drop\w*|go up|go down|reduc\w*|up|down) (?:by )?{_PERCENT} "
    rf"(?:on|over|against|compared (?:to|with)) (?:last|the (?:previous|same|baseline)|this|20)|"
    rf"{_PERCENT} (?:more|fewer|less|better|faster|quicker|lower|higher)\b",
    re.IGNORECASE,
)
_TO_WHERE = Loose(
    r"\bto (?:under|over|below|above|less than|more than|at least|around|about|fewer than) \d",
)
# Hours and days that tell which cases are counted picture nothing.
_WITHIN = expression(
    r"(?<!to )\b(?:within|in|after|more than|less than|under|over|every) \d+ (?:working )?(?:minutes?|"
    r"hours?|days?|weeks?|"
    r"months?|miles?)\b",
    re.IGNORECASE,
)
# “I'd like that to be 5 of 20”: of whom stands in the sentence before.
_POINTS_BACK = Loose(
    r"\b(?:that|this|it|these|those) (?:to (?:be|come|go|fall|rise|drop|get)|will be|should be|down|"
    r"up) (?:to )?\b",
)
# “From advert to first day at work” is how long a thing takes, and nobody's.
_BETWEEN = expression(
    r"^(?:the )?(?:time |days |weeks |"
    r"wait )?from (?:the )?(?:\w+ ){1,3}?to (?:the )?(?:\w+ ){0,2}?\w+(?: at work)?(?= (?:will|is|are|takes?|should|"
    r"within|by|in)\b)|"
    r"\b(?:at work|on time|in time|on average|in total|on \d+ occasions|on occasions?)\b",
    re.IGNORECASE,
)
_BY_DOING = expression(rf"(?<=\w),? {_BY_ANY}.*", re.IGNORECASE)
_ELSEWHERE = Loose(
    r"\b(?:attached|see (?:the |my |our )?(?:charter|attachment|above|below|last|previous)|as (?:before|"
    r"per|in)|unchanged|"
    r"same as|no change|hasn't changed|has not changed|remains the same)\b",
)


_WHEN_HEAD = Loose(
    r"\b(?:time ?scales?|by when|deadline|end date|target date|completion|time ?frames?|time ?lines?|when)\b",
)
# A day on which something was, or was counted, is no day by which anything is to be.
_OF_THE_START = Loose(
    r"\b(?:baseline|was (?:taken|counted|measured|collected)|were (?:taken|counted|measured|collected)|audit(?:ed)?|"
    r"last year|at present|currently|at the moment)\b(?!.*\b(?:by|before|will|until|want|like|aim|hope|"
    r"should|to \d)\b)",
)
_AT_PRESENT = expression(
    r"\b(?:currently|at present|at the moment|presently|baseline(?: of| is)?)\W+(?:[a-z]+ ){0,4}?\d[\d.,]*%?"
    r"(?: (?:of|out of|in) \d+)?",
    re.IGNORECASE,
)
_STARTED = expression(
    r"\b(?:from|baseline|since|was|were)\b(?:(?!\bto\b|\bby\b)[^,;.()]){0,40}?\b(?:in|of|on|since) "
    rf"(?:the )?(?:{DAY.pattern})",
    re.IGNORECASE,
)


# “What I'd like to do with the programme is this: …”: what leads in an aim is no part of it.
_OF_THE_PROGRAMME = expression(
    r"^[^:;.]{0,80}\b(?:with|through|on|in|from|during|as part of) (?:the|this|our|my) (?:\w+ )?(?:programme|course|"
    r"project|"
    r"training)\b[^:;.]{0,20}?(?:\bis(?: this| that)?(?: ?[:,]|(?= to\b))|:)\s*",
    re.IGNORECASE,
)


def aim_missing(report: Report) -> Iterable[Found]:
    """Nowhere is it said what is to get better; in reports 1 and 2 an aim still being worked on is enough."""
    if aim_of(report) is not None or (not report.sentences and not report.words):
        return ()
    if any(_ELSEWHERE.search(s.text) for s in report.within("aim")):
        return ()
    still = is_open(report)
    if still is not None and (report.is_charter or report.number < SETTLED_FROM):
        return ()
    return (Found(still.text, still.place),) if still else MISSING


def aim_unsettled(report: Report) -> Iterable[Found]:
    """From report 3: there is an aim, and the text says that it is still open."""
    still = is_open(report)
    return (Found(still.text, still.place),) if still is not None and aim_of(report) is not None else ()


def aim_no_amount(report: Report) -> Iterable[Found]:
    """The aim gives a direction and not how much."""
    aim = aim_of(report)
    if aim is None:
        return ()
    return () if any(has_amount(_AT_PRESENT.sub(" ", s)) for s in _of_the_goal(aim)) else _at(aim)


def aim_no_date(report: Report) -> Iterable[Found]:
    """The aim doesn't say by when."""
    aim = aim_of(report)
    if aim is None or any(has_day(s.text) for s in report.sentences if _WHEN_HEAD.search(s.heading)):
        return ()
    return () if any(has_day(_STARTED.sub(" ", s)) for s in _of_the_goal(aim)) else _at(aim)


def aim_no_population(report: Report) -> Iterable[Found]:
    """One can't tell from the aim whose experience, or which place, it is about; said where nothing in it could be."""
    aim = aim_of(report)
    if aim is None:
        return ()
    if _POINTS_BACK.search(aim.text):
        return ()
    said = bare(_BETWEEN.sub(" ", _BY_DOING.sub(" ", aim.whole)))
    named = aim.whole != said and re.search(r"\b(?:Ward|Unit|Team|[PS][1-7])\b", aim.whole)
    return () if named or names_population(said) else _at(aim)


def aim_solution(report: Report) -> Iterable[Found]:
    """The aim holds what the writer means to do: that is theory, and belongs among the drivers."""
    aim = aim_of(report)
    said = _OF_THE_PROGRAMME.sub("", aim.text) if aim else ""
    found = _SOLUTION.search(said) or _MEANS.search(said)
    return (Found(found[0].strip(" .").removeprefix("to "), aim.sentence.place),) if aim and found else ()


def aim_only_percent(report: Report) -> Iterable[Found]:
    """The aim is a change by a share, with no figure that pictures what better looks like."""
    aim = aim_of(report)
    found = _BY_PERCENT.search(aim.text) if aim else None
    if not aim or not found or _TO_WHERE.search(aim.whole):
        return ()
    if figures(_WITHIN.sub(" ", _BY_PERCENT.sub(" ", aim.whole))):
        return ()
    return (Found(found[0], aim.sentence.place),)


def _of_the_goal(aim: Aim) -> list[str]:
    """The aim's sentences without those that tell how it was at the start."""
    return [s for s in sentences_of(aim.whole) if s == aim.text or not _OF_THE_START.search(s)]


def _at(aim: Aim) -> tuple[Found, ...]:
    return (Found(aim.text, aim.sentence.place),)
