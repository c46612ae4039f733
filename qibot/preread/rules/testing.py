"""Tests of change: planned, done, predicted, learnt from, and how many (guidance, section 10: reports 3 and 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.observation import MISSING, Found
from qibot.preread.tests_of_change import TEST, count_of, tests_of
from qibot.preread.text import Report, Sentence

_PREDICTION = Loose(
    r"\b(?:predict\w*|expect\w*(?! (?:me|us)\b)|hypothes\w+|anticipat\w+|(?:we|i|they|team) (?:thought(?! (?:up|"
    r"of|about|through|over|it (?:over|through))\b)|hoped|"
    r"assumed|guessed|believed|reckoned)|forecast|our theory was|prediction|guess(?:es|ed)?|hunch\w*|bet|reckon\w*|"
    r"suppos\w*|imagin\w+|"
    r"(?:we|i|they|team|was|were) (?:sure|certain|convinced|confident|doubtful|sceptical) (?:that|it)|foresaw|"
    r"wager\w*|money was on|fancied|what (?:did|do) (?:we|i|they|you) (?:think|expect|guess)|odds)\b",
)
_PREDICTED = Loose(r"\b(?:predict\w*|hypothes\w+|forecast|hunch\w*|guess(?:es|ed)?)\b")
_NO_PREDICTION = expression(
    r"\b(?:as expected of|(?:staff|people|everyone|managers?|families|patients|parents) (?:all )?expects?|"
    r"(?:had|have|'d|did)(?: not|n't) expect(?:ed)? to (?:like|enjoy|be|have|get)|expected (?:of|by|in|to attend|"
    r"to be there)|"
    r"higher than expected|than expected|is expected|are expected|thought (?:up|about|of|through)|i suppose|"
    r"i imagine|i expect)\b",
    re.IGNORECASE,
)
# What would come of a test, said where the test is told of: “before we began I said that four would ring”.
_VENTURED = Loose(
    r"\bwould (?:be|take|come|do|not|need|only)\b|\b(?:said|told|wrote|written|noted|put|claimed|wagered|warned|"
    r"feared|sure|money was on|"
    r"swore|promised)\b.{0,80}(?:\bwould|(?<!who)(?<!what)(?<!which)'d|\bwouldn't|\bwere going to|\bwas going to)\b",
)
# A sentence that says what was expected, and nothing of what came.
_ONLY_GUESSED = expression(
    r"^(?:(?:our|my|the) )?(?:predict\w*|expect\w*|hypothes\w+|(?:we|i) (?:predicted|expected|guessed|hoped|"
    r"reckoned))\b(?!.*(?:\b(?:but|and (?:it|they|that|all|none|so|we|i|\d)|in fact|came|got|saw|found|had|did|"
    r"was|were|held|met|true|confirmed|instead|result\w*|actual\w*|"
    r"turned out|right|wrong)\b|;))",
    re.IGNORECASE | re.DOTALL,
)
_STUDIED = Loose(
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
)
_ONE_TEST = Loose(
    r"\b(?:one|a single|only one|our first|the first|my first|1)(?: small)? (?:pdsa|test|cycle)\b|"
    r"\b(?:pdsa|test|cycle) (?:cycle )?(?:1|one)\b|\b(?:our|the|my) (?:one |only )?(?:test|pdsa|cycle|trial)"
    r"(?: of\b[\w\s]{0,30})? (?:took place|was (?:run|done|carried out|held)|happened|ran)\b|"
    r"\b(?:tested|tried|trialled)\b[^.]{0,40}\bonce\b|\b(?:did|ran|held|carried out|completed|finished) (?:our|the|"
    r"my|a) (?:pdsa|test|cycle|trial)\b",
)
# “That's the only one we've done”: then whatever else is counted there is no test.
_ONLY_ONE = Loose(
    r"\b(?:the|our|my) only (?:one|test|pdsa|cycle|trial|go)\b(?: (?:(?:that|which) )?(?:we|i)(?:'ve| have)?(?: \w+)? "
    r"(?:done|did|run|ran|tried|tested|made|managed|held|carried out|completed|finished)\b| (?:so far|to date|yet)\b)|"
    r"\b(?:just|only) the one (?:test|pdsa|cycle|trial|so far|to date)\b"
)
_NO_SECOND = expression(
    r"(?:\b(?:not|no|without|never)|n't)\b.{0,40}?\b(?:second|another|third|more)\b(?: (?:pdsa|test|"
    r"cycle)s?)?",
    re.IGNORECASE,
)
_MORE_TESTS = Loose(
    r"\b(?:tests|pdsas|cycles|twice|same test|another (?:test|pdsa|cycle)|(?:second|third)(?! (?:\w+ )?(?:weeks?|"
    r"months?|half|"
    r"floor|year|days?|hand|home|term|nature|sector|party|thoughts?|report)\b)|repeated|"
    r"retest\w*|re-test\w*)\b",
)
# Tests that are no tests of a change.
_OTHER_TESTS = expression(
    r"\b(?:test(?:s|ed|ing)? the waters?|(?:blood|hearing|eye|sight|vision|driving|lab|urine|covid|spelling|"
    r"maths|reading|skin|swab|"
    r"fire|alarm|smoke|national|class|means|stress|pregnancy|allergy|literacy|drug|water)[- ]?test(?:s|ed|ing)?|"
    r"test (?:results?|cent(?:re|er)s?|van|date|paper|score)s?|tried (?:hard|my|our)|try (?:as|hard))\b",
    re.IGNORECASE,
)
_TRIED = Loose(
    r"\b(?:(?:tried|trying|try)(?! (?:to|hard|harder|my|our|not|and (?:listen|be|keep|get))\b)|cycles?|trial\w*|"
    r"for (?:one|two) (?:day|week|shift)s?)\b",
)
# “On Monday Ann will use the card with one patient”
_WITH_A_FEW = Loose(
    r"\b(?:will|'ll|going to|plan(?:s|ned|ning)? to|want to|hope to|intend to|about to)\b.{0,70}?\b(?:with|on|"
    r"for|in|to|at) (?:just |only )?"
    r"(?:one|two|three|four|five|a single|a couple of|a few|\d) (?:\w+ ){0,2}?(?:patients?|pupils?|people|"
    r"famil(?:y|ies)|clerks?|nurses?|"
    r"teachers?|class(?:es)?|wards?|shifts?|days?|mornings?|afternoons?|evenings?|visits?|rooms?|bays?|streets?|"
    r"forms|letters|calls|"
    r"referrals|cases|residents?|tenants?|children|child|teams?|crews?|vans?|schools?|mums?|dads?|parents?|"
    r"workers?|officers?|lists?)\b",
)


def pdsa_plan_missing(report: Report) -> Iterable[Found]:
    """Report 2: no test of a change is mentioned, not even as being planned."""
    told = [_OTHER_TESTS.sub(" ", s.text) for s in report.outside("learning", "human", "aim", "rationale")]
    headed = any(s.part == "pdsa" or TEST.search(s.heading) for s in report.sentences)
    planned = (TEST, _TRIED, _WITH_A_FEW)
    return () if headed or any(sign.search(said) for said in told for sign in planned) else MISSING


def pdsa_missing(report: Report) -> Iterable[Found]:
    """From report 3: no test of a change has been done or is under way."""
    return () if tests_of(report) else MISSING


def prediction_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and none has a prediction."""
    told = tests_of(report)
    if not told or report.says(_PREDICTED, "aim", "rationale", "next"):
        return ()
    places = {s.paragraph for s in told}
    near = [
        s
        for s in report.outside("aim", "rationale", "next", "learning")
        if s.part in ("pdsa", "changes") or s.paragraph in places
    ]
    if any(_PREDICTION.search(_NO_PREDICTION.sub(" ", f"{s.heading} {s.text}")) for s in near):
        return ()
    ventured = any(_VENTURED.search(s.text) for s in [*told, *report.within("pdsa", "changes")])
    return () if ventured else MISSING


def test_learning_missing(report: Report) -> Iterable[Found]:
    """From report 3: tests are told of, and nothing says what they showed."""
    told = tests_of(report)
    shown = [s for s in told if not _ONLY_GUESSED.match(s.text)]
    return MISSING if told and not any(_STUDIED.search(s.text) or _STUDIED.search(s.heading) for s in shown) else ()


# Among the tests, without a word for them: “We have now done the leaflet”, “It ran for a week with class 2”.
_DONE_THE = Loose(
    r"\b(?:we|i|they|she|he)(?:'ve| have|'s| has)? (?:now |just |since |at last |finally |so far |only )*(?:done|"
    r"did|tried|"
    r"ran|run|started|begun|began|used|put|had a go (?:at|with)) (?:(?:out|in|up|with) )?(?:the|our|an?|her|his|"
    r"their)\b"
)
_ALSO = Loose(
    r"\b(?:also|then|again|both|each|another|next|other|later|after (?:that|which)|as well|too|twice|times|rounds?|"
    r"followed by|meanwhile|(?:two|three|four)(?! (?:hours|days|weeks|shifts|mornings|afternoons|evenings|lessons|"
    r"visits)\b))\b|(?:,| and) (?:the|our) (?:[\w-]+ ){0,3}?(?:and|in|on|with|by|at|for) |"
    r"(?:,| and) (?:the|our) (?:[\w-]+ )?[\w-]+\.$"
)
_TOLD_SHORTLY = 5  # sentences


def _is_of_one_change(told: list[Sentence]) -> bool:
    """Whether one short paragraph under the tests' heading tells of one thing that was done, and of no other."""
    short = len(told) <= _TOLD_SHORTLY and len({s.paragraph for s in told}) == 1
    once = sum(1 for s in told if _DONE_THE.search(s.text)) == 1
    return short and once and all(s.part == "pdsa" and not s.item and not _ALSO.search(s.text) for s in told)


def testing_slow(report: Report) -> Iterable[Found]:
    """From report 4: one test of change so far, by its own words or since one sentence alone tells of any."""
    told = tests_of(report)
    named = [s for s in told if TEST.search(s.text)]
    one = any(_ONE_TEST.search(s.text) or _ONE_TEST.match(s.heading) for s in told) or (
        len(named) == 1 and len({s.paragraph for s in told}) == 1
    )
    one = one or (not named and _is_of_one_change(told))
    if count_of(report) == 1 and any(_ONLY_ONE.search(s.text) for s in told):
        return MISSING
    more = (_NO_SECOND.sub(" ", s.text) for s in report.outside("next", "learning"))
    return MISSING if one and count_of(report) == 1 and not any(_MORE_TESTS.search(said) for said in more) else ()
