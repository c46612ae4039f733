"""What progress should have been made by which report (guidance, section 10: reports 1-2 and 3-4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.aims import aim_of
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.human import tells_of_people
from qibot.preread.rules.lexicon import AHEAD, CORE, IMPROVER, SYSTEM_TOOLS, TEAM
from qibot.preread.tests_of_change import TEST, count_of, tests_of
from qibot.preread.text import Report, Sentence
from qibot.preread.words import MONTHS, WEEKDAYS

_PREDICTION = re.compile(
    r"\b(?:predict\w*|expect\w*(?! (?:me|us)\b)|hypothes\w+|anticipat\w+|(?:we|i|they|team) (?:thought(?! (?:up|"
    r"of|about|through|over|it (?:over|through))\b)|hoped|"
    r"assumed|guessed|believed|reckoned)|forecast|our theory was|prediction|guess(?:es|ed)?|hunch\w*|bet|reckon\w*|"
    r"suppos\w*|imagin\w+|"
    r"(?:we|i|they|team|was|were) (?:sure|certain|convinced|confident|doubtful|sceptical) (?:that|it)|foresaw|"
    r"wager\w*)\b",
    re.IGNORECASE,
)
# What would come of a test, said where the test is told of: “before we began I said that four would ring”.
_VENTURED = re.compile(
    r"\bwould (?:be|take|come|do|not|need|only)\b|\b(?:said|told|wrote|written|noted|put|claimed|wagered|warned|"
    r"feared|sure|money was on|"
    r"swore|promised)\b.{0,80}\b(?:would|'d|wouldn't|were going to|was going to)\b",
    re.IGNORECASE,
)
# A sentence that says what was expected, and nothing of what came.
_ONLY_GUESSED = re.compile(
    r"^(?:(?:our|my|the) )?(?:predict\w*|expect\w*|hypothes\w+|(?:we|i) (?:predicted|expected|guessed|hoped|"
    r"reckoned))\b(?!.*(?:\b(?:but|and (?:it|they|that|all|none|so|we|i|\d)|in fact|came|got|saw|found|had|did|"
    r"was|were|held|met|true|confirmed|instead|result\w*|actual\w*|"
    r"turned out|right|wrong)\b|;))",
    re.IGNORECASE | re.DOTALL,
)
_STUDIED = re.compile(
    r"\b(?:as (?:we |i )?(?:predicted|expected|hoped)|(?:did|got|had|reached|saw) \d+|saved|learn\w*|found|"
    r"show\w*|results?|happened|(?:it|this|that|they|both|all|one|two|three|"
    r"four|none|(?<!pdsa )(?<!cycle )(?<!test )\d+) (?:was|were|took|did|didn't|needs?|need|"
    r"worked|helped|came|could|couldn't|"
    r"happened|made|failed|arrived|said|told|answered|accepted)|turned out|came|got|gained|"
    r"because|as the|as it|did not|didn't|"
    r"surpris\w*|realis\w*|notic\w+|saw|missed|succeeded|failed|dropped|so we|adapt\w*|adopt\w*|"
    r"abandon\w*|\d+ of \d+|better|more than|instead|too (?:long|short|many|few|late|small)|"
    r"feedback (?:was|is)|rose|fell|improv\w*|went (?:well|up|down)|positive|in fact|only|"
    r"of (?:\w+) did|liked|preferred|discovered|"
    r"what happened|worked|helped|outcome|met|held|agreed with|nobody|no one|everyone|confirmed|answered|accepted|"
    r"adding|added)\b",
    re.IGNORECASE,
)
# Where tests, ideas and learning are told of, “will” and “plan” are part of the telling: what is to come says “I will”.
_I_WILL = re.compile(
    r"\bnext (?:\w+ )?(?:steps?|months?|weeks?|tests?|pdsas?|cycles?|term|phase|stage)\b|^next\b|"
    r"\b(?:i|we)(?:'ll| will(?! have\b)| shall| plan to| intend to| propose to| now need to|(?:'m|'re| am| are) "
    r"(?:now |also )?(?:going to|planning|about to|hoping to)| now want| want to (?:try|test|ask|see if))\b|"
    r"\b(?:our|my|the) plan (?:now )?is (?:now |then |still )?(?:to|that|for)\b|^(?:then|now) to\b|\b(?:i|"
    r"we) (?:hope|intend|plan) to (?:do|test|try|start|run|"
    r"begin|"
    r"hold|meet|carry)\b|\b(?:is|are) being planned\b",
    re.IGNORECASE,
)
_FOR_ONESELF = re.compile(
    r"\b(?:i'll|i will) (?:now |always |never |try to )?(?:remember|never|not|always|be (?:more|less|"
    r"better)|think|bear|know|"
    r"listen)\b.*",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\bas planned\b|\b(?:was|were|had|have|has|been|is) planned\b|\bplanned (?:to|for)\b.{0,40}\b(?:did|but|"
    r"and it)\b|"
    r"\bplanning an?\b|\b(?:was|were) (?:planning|hoping|going)\b|\b(?:i|we) hope (?:this|you|that (?:this|you)|"
    r"it)\b|"
    r"\bwill(?: not| never)? (?:have|be|not|never)\b|\bfollows\b|\bto do (?:it|this|so|with|that|the)\b|"
    r"\b(?:she|he|it|who|which|that|nobody|they) will\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\bthen it's on to\b|\b(?:the|my|our) next (?:thing|one|job|task) (?:is|will)\b|\b(?:i|we)(?:'m| am|"
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
    re.IGNORECASE,
)
_PLAN_HEAD = re.compile(r"^(?:my |our |the |work ?|forward )*plans?(?: ahead| from here)?$", re.IGNORECASE)
_THEN = re.compile(
    rf"^(?:in|for|from|on|by) (?:early |late |mid-?)?(?:{MONTHS}|{WEEKDAYS})(?: \w+)?:|(?:\b(?:is|are)|'s|"
    r"'re) (?:now )?(?:booked|pencilled in|fixed|"
    r"scheduled|due|"
    r"arranged|lined up) (?:for|in|on|next)\b",
    re.IGNORECASE,
)
_ONE_TEST = re.compile(
    r"\b(?:one|a single|only one|our first|the first|my first|1)(?: small)? (?:pdsa|test|cycle)\b|"
    r"\b(?:pdsa|test|cycle) (?:cycle )?(?:1|one)\b|\b(?:our|the|my) (?:one |only )?(?:test|pdsa|cycle|trial)"
    r"(?: of\b[\w\s]{0,30})? (?:took place|was (?:run|done|carried out|held)|happened|ran)\b|"
    r"\b(?:tested|tried|trialled)\b[^.]{0,40}\bonce\b|\b(?:did|ran|held|carried out|completed|finished) (?:our|the|"
    r"my|a) (?:pdsa|test|cycle|trial)\b",
    re.IGNORECASE,
)
_NO_SECOND = re.compile(
    r"(?:\b(?:not|no|without|never)|n't)\b.{0,40}?\b(?:second|another|third|more)\b(?: (?:pdsa|test|"
    r"cycle)s?)?",
    re.IGNORECASE,
)
_MORE_TESTS = re.compile(
    r"\b(?:tests|pdsas|cycles|twice|same test|another (?:test|pdsa|cycle)|(?:second|third)(?! (?:\w+ )?(?:weeks?|"
    r"months?|half|"
    r"floor|year|days?|hand|home|term|nature|sector|party|thoughts?|report)\b)|repeated|"
    r"retest\w*|re-test\w*)\b",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r"\b(?:i|we|my|our|me|us)\b.{0,60}\b(?:learn\w*|realis\w*|notic\w+|see now|now see|thinking (?:has|is|about "
    r"(?:how|what|why)|differently)|"
    r"surpris\w*|understand|reflect\w*|used to|taught|take from|taking (?:away )?from|lesson\w*)\b|"
    r"\bdawned on (?:me|us)\b|\btaught (?:me|us)\b",
    re.IGNORECASE,
)
# How the writer goes about it, and what became of that.
_OF_ONESELF = re.compile(
    r"\b(?:i lead|leading (?:people|others|by|a team|the team|change)|by telling|data (?:over|tell|show|calm|"
    r"help|speak|is|are)\w*|look\w* at (?:the )?data|let(?:ting)? go|"
    r"step(?:ping)? back|to wait|not knowing|at ease|my (?:instinct|habit|tendency|own way|part|role|style|"
    r"theory|idea|baby|"
    r"mistake|impatience|first thought)|changes? (?:needs?|takes?|sticks?|lasts?|starts?|happens?|is|are)|"
    r"a change\b|quick fix\w*|"
    r"flop\w*|one thing at a time|learn\w* to (?:wait|listen|ask|trust|stop|start|be|let|hold|keep|slow|see)|method|"
    r"buy[- ]in|big bang|overnight|people's (?:ideas|time|reasons|views))\b",
    re.IGNORECASE,
)
_OF_SUBJECT = re.compile(
    r"\b(?:learn\w*|know|knew|read\w*|understand\w*|found out|discovered|realis\w+|aware)\b.{0,40}?\b(?:about|"
    r"that|how|why|on|of|what)\b|"
    r"\b(?:reading|articles?|papers?|books?|course|guidelines?|law|literature)\b",
    re.IGNORECASE,
)


def system_tools_missing(report: Report) -> Iterable[Found]:
    """Reports 1 and 2: no tool to understand the system, neither used nor intended."""
    return () if report.says(SYSTEM_TOOLS) else MISSING


def team_missing(report: Report) -> Iterable[Found]:
    """Reports 1, 2 and the charter: nothing shows an improvement team, or that one is being gathered."""
    return () if any(report.within("team")) or report.says(TEAM, "aim", "scope", "learning") else MISSING


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
        if _I_WILL.search(said) or _THEN.search(said) or _COMING.search(said):
            return ()
        if sentence.part not in ("changes", "pdsa", "learning", "human", "measures") and AHEAD.search(
            _WEAK.sub(" ", said)
        ):
            return ()
    return MISSING


def pdsa_plan_missing(report: Report) -> Iterable[Found]:
    """Report 2: no test of a change is mentioned, not even as being planned."""
    tried = re.compile(
        r"\b(?:(?:tried|trying|try)(?! (?:to|hard|harder|my|our|not|and (?:listen|be|keep|get))\b)|cycles?|trial\w*|"
        r"for (?:one|two) (?:day|week|shift)s?)\b",
        re.IGNORECASE,
    )
    return () if report.says(TEST, "learning", "human") or report.says(tried, "learning", "human") else MISSING


def human_side_missing(report: Report) -> Iterable[Found]:
    """Reports 1 to 4: nothing on what people feel, want and fear, and how they were brought along."""
    return () if any(report.within("human")) or tells_of_people(report) else MISSING


def pdsa_missing(report: Report) -> Iterable[Found]:
    """From report 3: no test of a change has been done or is under way."""
    return () if tests_of(report) else MISSING


def prediction_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and none has a prediction."""
    told = tests_of(report)
    if not told or report.says(_PREDICTION, "aim", "rationale", "next"):
        return ()
    ventured = any(_VENTURED.search(s.text) for s in [*told, *report.within("pdsa", "changes")])
    return () if ventured else MISSING


def test_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and nothing says what they showed."""
    told = tests_of(report)
    shown = [s for s in told if not _ONLY_GUESSED.match(s.text)]
    return MISSING if told and not any(_STUDIED.search(s.text) or _STUDIED.search(s.heading) for s in shown) else ()


def testing_slow(report: Report) -> Iterable[Found]:
    """From report 4: one test of change so far, by its own words or since one sentence alone tells of any."""
    told = tests_of(report)
    named = [s for s in told if TEST.search(s.text)]
    one = any(_ONE_TEST.search(s.text) or _ONE_TEST.match(s.heading) for s in told) or (
        len(named) == 1 and len({s.paragraph for s in told}) == 1
    )
    more = (_NO_SECOND.sub(" ", s.text) for s in report.outside("next", "learning"))
    return MISSING if one and count_of(report) == 1 and not any(_MORE_TESTS.search(said) for said in more) else ()


# “What I've learned this month.”, at the head of a paragraph of running text.
_AT_THE_HEAD = re.compile(
    r"^(?:(?:and|so|now|then|as (?:for|to|regards)|on|for|regarding|turning to|with regard to|in terms of) )*"
    r"(?:what (?:have )?(?:i|we)(?:'ve|'m|'re| have| am| are)?(?: also| been)? (?:learn|taken|"
    r"take)\w*|(?:(?:my|our|the) )?(?:own |main |biggest |personal )?"
    r"(?:learning(?! sessions?\b)|lessons?|reflections?)\b|(?:i|we)(?:'ve| have)? (?:also )?learn(?:ed|t)\b)",
    re.IGNORECASE,
)


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


def improvement_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: nothing on what is being learnt about improvement, or only about the subject."""
    own = list(report.within("learning")) or _told_as_learnt(report)
    if own:
        of_subject = any(_OF_SUBJECT.search(s.text) for s in own)
        improving = any(_OF_ONESELF.search(s.text) or (IMPROVER.search(s.text) and not of_subject) for s in own)
        return () if improving or any(CORE.search(s.text) for s in own) else (Found(own[0].text, own[0].place),)
    return () if report.says(_LEARNT, "aim") or any(report.within("human")) else MISSING
