"""What progress should have been made by which report (guidance, section 10: reports 1-2 and 3-4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.aims import aim_of
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.lexicon import AHEAD, CHART, HUMAN, IMPROVER, LASTING, SYSTEM_TOOLS, TEAM
from qibot.preread.tests_of_change import TEST, count_of, tests_of
from qibot.preread.text import Report

_MANY = 3  # tests after which implementation is to be thought of
_PREDICTION = re.compile(
    r"\b(?:predict\w*|expect\w*|hypothes\w+|anticipat\w+|(?:we|i|they|team) (?:thought|hoped|"
    r"assumed|guessed|believed|reckoned)|forecast|our theory was)\b",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:learn\w*|found|show\w*|results?|happened|(?:it|this|that|they|both|all|one|two|three|"
    r"four|none|(?<!pdsa )(?<!cycle )(?<!test )\d+) (?:was|were|took|did|didn't|needs?|need|"
    r"worked|helped|came|could|couldn't|"
    r"happened|made|failed|arrived|said|told|answered|accepted)|turned out|came|got|gained|"
    r"because|as the|as it|did not|didn't|"
    r"surpris\w*|realis\w*|notic\w+|saw|missed|succeeded|failed|dropped|so we|adapt\w*|adopt\w*|"
    r"abandon\w*|\d+ of \d+|better|more than|instead|too (?:long|short|many|few|late|small)|"
    r"feedback (?:was|is)|rose|fell|improv\w*|went (?:well|up|down)|positive|in fact|only|"
    r"of (?:\w+) did|liked|preferred|discovered|"
    r"what happened|worked|helped|outcome)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\d+(?:\.\d+)? ?%|\b\d+ (?:of|out of) (?:the )?\d+\b|\bfrom \d+.{0,40} to \d+|"
    r"\bmedian (?:\w+ ){0,4}\d|\b\d+ per ?cent\b|\b(?:was|were|is|are|at) \d+(?:\.\d+)?\b|"
    r"\bcame \d+\b|\bgained \w+ minutes\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"week \d+|month \d+|day \d+|week|before|after|baseline|then|now|earlier)"
)
_OVER_TIME = re.compile(
    rf"\b{_MONTHS}\b\D{{0,40}}\d.*?\b{_MONTHS}\b\D{{0,40}}\d|\bfrom \d+\S* .{{0,40}}\bto \d+|"
    rf"\d\S*\D{{0,30}}\b(?:in|by) {_MONTHS}\b.*\d\S*\D{{0,30}}\b(?:in|by) {_MONTHS}\b",
    re.IGNORECASE | re.DOTALL,
)
_MADE_LASTING = re.compile(
    r"\b(?:roll(?:ed|ing|s)? (?:\w+ ){0,3}?out|(?:goes|go|went|going|gone) live|implement(?:ed|"
    r"ing)?\b(?! plan)|made (?:it |this )?permanent|(?:became|is now|now|made|"
    r"are now) (?:\w+ ){0,3}?(?:standard|permanent|policy|mandatory)|"
    r"introduced (?:\w+ ){0,4}?(?:across|to all|everywhere|in all)|"
    r"(?:is|are|was|were|been) (?:now )?(?:used|in use|in place) (?:in|by|on|across) (?:all|every|"
    r"the whole)|spread (?:it |this )?to all|launched? (?:\w+ ){0,4}?(?:across|to all|everywhere|"
    r"in all))\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|\w+n't|until|unless|before|if|when|once|ready|rush\w*|want\w*|expect\w*|tempt\w*|"
    r"pressure|plan(?:ning)? for implementation|think about|would|could|should|too early|"
    r"consider\w*|discuss\w*|previously|last year|years? ago|in 20\d\d|eventually|later)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:each time|every time|all (?:three|four|five|six|\d+) (?:tests|cycles|times|pdsas|"
    r"worked|went)|consistently|reliab\w+|as predicted (?:in|each|every)|(?:three|four|five|six|"
    r"several|many) times|again and again|all tests|in (?:all|every) (?:of )?(?:the )?(?:tests|"
    r"cycles|conditions)|time after time|"
    r"all (?:our|the|of the) (?:tests|cycles|pdsas)|did what we predicted|works? (?:well )?(?:in|"
    r"on|with|under) (?:all|every|different|both|many|a variety))\b",
    re.IGNORECASE,
)
_ONE_TEST = re.compile(
    r"\b(?:one|a single|only one|our first|the first|my first|1)(?: small)? (?:pdsa|test|cycle)\b|"
    r"\b(?:pdsa|test|cycle) (?:cycle )?(?:1|one)\b",
    re.IGNORECASE,
)
_MORE_TESTS = re.compile(
    r"\b(?:tests|pdsas|cycles|same test|another (?:test|pdsa|cycle)|second|third|repeated|"
    r"retest\w*|re-test\w*)\b",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r"\b(?:i|we|my|our|me|us)\b.{0,60}\b(?:learn\w*|realis\w*|notic\w+|see now|now see|thinking|"
    r"surpris\w*|understand|reflect\w*|used to)\b",
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
    return () if any(report.within("next")) or report.says(AHEAD, "aim", "rationale", "measures") else MISSING


def pdsa_plan_missing(report: Report) -> Iterable[Found]:
    """Report 2: no test of a change is mentioned, not even as being planned."""
    tried = re.compile(r"\b(?:tried|trying|try|cycles?|trial\w*|for (?:one|two) (?:day|week|shift)s?)\b", re.IGNORECASE)
    return () if report.says(TEST) or report.says(tried) else MISSING


def human_side_missing(report: Report) -> Iterable[Found]:
    """Reports 1 to 4: nothing on what people feel, want and fear, and how they were brought along."""
    return (
        () if any(report.within("human")) or report.says(HUMAN, "aim", "measures", "rationale", "changes") else MISSING
    )


def pdsa_missing(report: Report) -> Iterable[Found]:
    """From report 3: no test of a change has been done or is under way."""
    return () if tests_of(report) else MISSING


def prediction_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and none has a prediction."""
    return MISSING if tests_of(report) and not report.says(_PREDICTION, "aim", "rationale", "next") else ()


def test_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and nothing says what they showed."""
    told = tests_of(report)
    return MISSING if told and not any(_STUDIED.search(s.text) or _STUDIED.search(s.heading) for s in told) else ()


def testing_slow(report: Report) -> Iterable[Found]:
    """From report 4: the text says, in so many words, that there was one test of change so far."""
    told = tests_of(report)
    one = any(_ONE_TEST.search(s.text) for s in told)
    return MISSING if one and count_of(report) == 1 and not report.says(_MORE_TESTS, "next", "learning") else ()


def data_missing(report: Report) -> Iterable[Found]:
    """From report 3: no figures from the work, no chart, no table of data, and no picture that could be one."""
    if report.charts or report.pictures or report.tables or report.says(CHART, "next", "learning"):
        return ()
    if any(re.search(r"\d", s.text) for s in report.within("data")):
        return ()
    aim = aim_of(report)
    told = [
        s
        for s in report.outside("aim", "measures", "stage", "next", "changes", "rationale", "scope", "theory", "team")
        if aim is None or s.text != aim.text
    ]
    return () if any(_FIGURES.search(s.text) for s in told) else MISSING


def chart_missing(report: Report) -> Iterable[Found]:
    """From report 3: figures over time and no chart of them, nor mention of one."""
    if report.charts or report.pictures or report.says(CHART):
        return ()
    told = report.within("data", "measures", "activity", "")
    return MISSING if any(_OVER_TIME.search(s.text) for s in told) else ()


def implementation_early(report: Report) -> Iterable[Found]:
    """The change is made permanent or rolled out, and the text shows no test of it, or but one; said once."""
    if count_of(report) > 1:
        return
    for sentence in report.outside(
        "aim", "learning", "rationale", "system", "human", "scope", "measures", "stage", "team"
    ):
        if _MADE_LASTING.search(sentence.text) and not _NOT_SO.search(sentence.text) and len(sentence.text.split()) > 3:
            yield Found(sentence.text, sentence.place)
            return


def implementation_plan_missing(report: Report) -> Iterable[Found]:
    """From report 4: tests went well several times, and nothing is said of making the change last."""
    went_well = any(_AGAIN.search(s.text) for s in report.outside("aim", "measures"))
    return MISSING if went_well and count_of(report) >= _MANY and not report.says(LASTING, "aim", "measures") else ()


def improvement_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: nothing on what is being learnt about improvement, or only about the subject."""
    own = list(report.within("learning"))
    if own:
        return () if any(IMPROVER.search(s.text) for s in own) else (Found(own[0].text, own[0].place),)
    return () if report.says(_LEARNT, "aim") or any(report.within("human")) else MISSING
