"""What progress should have been made by which report (guidance, section 10: reports 1-2 and 3-4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.aims import aim_of
from qibot.preread.loose import Loose
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.human import tells_of_people
from qibot.preread.rules.lexicon import AHEAD, SYSTEM_TOOLS
from qibot.preread.rules.team import has_team
from qibot.preread.text import Report
from qibot.preread.words import MONTHS, WEEKDAYS

# Where tests, ideas and learning are told of, “will” and “plan” are part of the telling: what is to come says “I will”.
_I_WILL = Loose(
    r"\bnext (?:\w+ )?(?:steps?|months?|weeks?|tests?|pdsas?|cycles?|term|phase|stage)\b|^next\b|"
    r"\b(?:i|we)(?:'ll| will(?! have\b)| shall| plan to| intend to| propose to| now need to|(?:'m|'re| am| are) "
    r"(?:now |also )?(?:going to|planning|about to|hoping to)| now want| want to (?:try|test|ask|see if))\b|"
    r"\b(?:our|my|the) plan (?:now )?is (?:now |then |still )?(?:to|that|for)\b|^(?:then|now) to\b|\b(?:i|"
    r"we) (?:hope|intend|plan) to (?:do|test|try|start|run|"
    r"begin|"
    r"hold|meet|carry)\b|\b(?:is|are) being planned\b",
)
_FOR_ONESELF = expression(
    r"\b(?:i'll|i will) (?:now |always |never |try to )?(?:remember|never|not|always|be (?:more|less|"
    r"better)|think|bear|know|"
    r"listen)\b.*",
    re.IGNORECASE,
)
_WEAK = expression(
    r"\bas planned\b|\b(?:was|were|had|have|has|been|is) planned\b|\bplanned (?:to|for)\b.{0,40}\b(?:did|but|"
    r"and it)\b|"
    r"\bplanning an?\b|\b(?:was|were) (?:planning|hoping|going)\b|\b(?:i|we) hope (?:this|you|that (?:this|you)|"
    r"it)\b|"
    r"\bwill(?: not| never)? (?:have|be|not|never)\b|\bfollows\b|\bto do (?:it|this|so|with|that|the)\b|"
    r"\b(?:she|he|it|who|which|that|nobody|they) will\b",
    re.IGNORECASE,
)
_COMING = Loose(
    r"\bthen it's on to\b|\bwhat(?:'s| is| comes) next(?: for (?:us|me))? (?:is|are|will)\b|\b(?:the|my|our) next "
    r"(?:thing|one|job|task) (?:is|will)\b|\b(?:i|we)(?:'m| am|"
    r"'re| are) (?:meeting|seeing|"
    r"visiting|testing|trying|ringing|asking) .{0,40}\bon (?:mon|tues|wednes|thurs|fri)day\b|\b(?:starts?|"
    r"begins?) (?:on|in|next) "
    rf"(?!\w+ (?:last|was))(?:mon|tues|wednes|thurs|fri|{MONTHS}|week|month)|\bto do:|"
    rf"\b(?:i'm|i am|we're|we are) off to\b|\b(?:{MONTHS}|spring|autumn|next (?:week|month)) (?:is|"
    rf"are) (?:for|when|about)\b|^(?:to follow|still to (?:come|"
    r"do)|to come|coming up|"
    r"up next|moving forward|going forward|ahead|after (?:that|this),? (?:we|i)(?:'ll|'m|'re| will| shall| want|"
    r" hope| plan| am| are| mean| intend)\b)|\bmy (?:next )?(?:priority|task|"
    r"job|focus) (?:now )?is "
    r"to\b|\bbefore (?:i|we) (?:write|report|meet|send) (?:again|next|my next)\b|\b(?:i|we) have yet to\b|"
    r"\bremains to be done\b|\b(?:we|i)(?:'re|'m| are| am) (?:meeting|seeing|visiting|testing|"
    r"trying)\b.{0,30}\bon the \d|"
    r"\b(?:it is|it's) (?:now )?(?:high )?time (?:to|for|we|i)\b|\b(?:tests?|pdsas?|cycles?|meeting|session|"
    r"workshop|training)(?: \d+)? "
    r"(?:is|are) (?:set )?(?:on|for|in) (?:the \d|mon|tues|wednes|thurs|fri|next)",
)
_PLAN_HEAD = Loose(r"^(?:my |our |the |work ?|forward )*plans?(?: ahead| from here)?$")
_ONCE = Loose(
    rf"^(?:in|on|from) (?:early |late |mid-?)?(?:{MONTHS}|{WEEKDAYS}),? (?:we|i) (?:try|test|start|begin|ask|"
    rf"meet|ring|visit|run|do|go|see|"
    r"bring|show|count|draw|hold|put)\b|\bby (?:the (?:next )?)?(?:learning session|"
    r"next report)\b.{0,40}\b(?:want|hope|plan|will|aim|mean|should)\b",
)
_THEN = Loose(
    rf"^(?:in|for|from|on|by) (?:early |late |mid-?)?(?:{MONTHS}|{WEEKDAYS})(?: \w+)?:|(?:\b(?:is|are)|'s|"
    r"'re) (?:now )?(?:booked|pencilled in|fixed|"
    r"scheduled|due|"
    r"arranged|lined up) (?:for|in|on|next)\b",
)
_NO_TOOL = expression(
    r"\bmaps? (?:of (?:the |our )?(?:town|area|city|site|building|school|hospital|district|region|county|village|"
    r"grounds)|on the wall|app)\b|"
    r"\bjourneys? (?:to|from) (?:work|school|home)\b|\b(?:car|bus|train|long|my|learning|improvement|this) journey\b|"
    r"\bobserv\w+ (?:a |the )?(?:\w+ )?(?:minutes?'?|silence|holiday|ramadan|lent)\b|\btimelines? for (?:the|my|"
    r"our|this) (?:project|work)\b|"
    r"\b(?:road|site|street|sat ?nav|seating|google) maps?\b",
    re.IGNORECASE,
)
# “I followed three letters from the desk to the van”, “we drew the route of a form”
_TRACED = Loose(
    r"\b(?:follow|trac|track|accompan|walk|trail|shadow)\w* (?:(?:an?|the|one|two|three|four|five|six|ten|\d+|"
    r"each|some|every|few) )+(?:\w+ ){1,3}?"
    r"(?:from|through|to|all the way|end to end|round)\b|\b(?:drew|draw|drawn|drawing|sketch\w*|wrote|write|"
    r"set out|laid out|put) (?:out |up |down )?"
    r"(?:\w+ ){0,3}?(?:routes?|paths?|steps|stages|way|flow|sequence|stops) (?:of|that|a|the|from|on|along|by)\b|"
    r"\bevery step\b|"
    r"\bask(?:ed|ing)? (?:\w+ )?why (?:five|5|four|several) times\b|\bwhy\b.{0,15}\bfive times\b|\b(?:watched|"
    r"sat with|sat in on|stood)\b.{0,60}"
    r"\b(?:to see|and (?:noted|timed|counted|wrote)|for (?:an?|two|three|one) (?:\w+ )?(?:hours?|shift|morning|"
    r"day|afternoon))\b",
)


def system_tools_missing(report: Report) -> Iterable[Found]:
    """Reports 1 and 2: no tool to understand the system, neither used nor intended."""
    told = [_NO_TOOL.sub(" ", f"{s.heading} {s.text}") for s in report.sentences]
    return () if any(SYSTEM_TOOLS.search(said) or _TRACED.search(said) for said in told) else MISSING


def team_missing(report: Report) -> Iterable[Found]:
    """Reports 1, 2 and the charter: nothing shows an improvement team, or that one is being gathered."""
    return () if any(report.within("team")) or has_team(report) else MISSING


def next_steps_missing(report: Report) -> Iterable[Found]:
    """Nothing says what the writer will do next."""
    if any(report.within("next")) or any(_PLAN_HEAD.match(s.heading) for s in report.sentences):
        return ()
    aim = aim_of(report)
    for sentence in report.outside("aim", "rationale", "scope", "theory"):
        said = sentence.text
        if aim is not None and said == aim.text:
            continue
        if sentence.part == "learning":
            said = _FOR_ONESELF.sub(" ", said)
        if _I_WILL.search(said) or _THEN.search(said) or _ONCE.search(said) or _COMING.search(said):
            return ()
        if sentence.part not in ("changes", "pdsa", "learning", "human", "measures") and AHEAD.search(
            _WEAK.sub(" ", said)
        ):
            return ()
    return MISSING


def human_side_missing(report: Report) -> Iterable[Found]:
    """Reports 1 to 4: nothing on what people feel, want and fear, and how they were brought along."""
    return () if any(report.within("human")) or tells_of_people(report) else MISSING
