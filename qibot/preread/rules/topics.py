"""What a mentor's advice is about, where one of the rules looks at the very thing: what it finds is the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qibot.expression import expression
from qibot.preread.aims import aim_of
from qibot.preread.measures import KINDS, measures_of
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules import aim, changes, data, learning, measures, progress, scope, testing
from qibot.preread.stems import GENERIC, stems
from qibot.preread.tests_of_change import tests_of
from qibot.preread.text import Report

_ASKS_A_TEST = (
    r"(?:one|a|first|single|another|small|wee|little|quick|real|actual) (?:\w+ )?(?:tests?|pdsas?|cycle|trial)\b|"
    r"\b(?:test|try)(?:ed|ing)? (?:one|an?|something|anything|it|the \w+) .{0,40}\b(?:before|with one|on one|"
    r"for one|this month|soon)|"
    r"\b(?:start|begin|get on with|get going with|move on to|get to)(?:ed|ning|ting|ing)? (?:the |your |"
    r"some )?test\w*|"
    r"\b(?:test|pdsa|cycle)s? (?:was |were )?(?:done|run|begun|started|under way)"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked, the rule that looks at it, and the first report at which that says something."""

    asks: re.Pattern[str]
    looks: Callable[[Report], Iterable[Found]]
    since: int = 1


def _no_balancing(report: Report) -> Iterable[Found]:
    told = measures_of(report)
    return MISSING if told and all(m.kind for m in told) and not any(m.kind == KINDS[2] for m in told) else ()


_OUT_OF_THE_AIM = (
    r"(?:out of|from|off|leave|left|without|no|in|inside) (?:\w+ ){0,4}?(?:the|your|an?) aim\b.{0,80}\b(?:driver\w*|"
    r"ideas?|theory|solution|how)|(?:came|come|take|taken|leave|drop|strip\w*|remov\w+|keep|"
    r"move[ds]?)\b.{0,60}\bout of "
    r"(?:the|your) aim|(?:solution|method|means|the how)\b.{0,40}\baim"
)
_GOAL = r"(?:aim|goal|objective|target)"
_DATE = r"(?:deadlines?|by when|(?:end )?dates?|timescales?|time ?frames?|time-?bound)"
_AMOUNT = r"(?:how much|by how|how many|amount|numerical|quantif\w+|(?:a |the )?(?:number|figure)|specific target)"
_BY_WHEN = rf"{_GOAL}\b.{{0,40}}\b{_DATE}|{_DATE}\b.{{0,40}}\b{_GOAL}"
_HOW_MUCH = rf"{_GOAL}\b.{{0,40}}\b{_AMOUNT}|{_AMOUNT}\b.{{0,40}}\b{_GOAL}"
_PREDICTION = r"predict\w*|what you (?:expect\w*|th(?:ink|ought)|guess\w*) (?:would|will|to|might)|hunch|guess(?:ed)?"
_CHART = r"(?:run|line|time) charts?|on a (?:chart|graph)|median|plot(?:ted)?|graphs?|charts?"
_KINDS = (
    r"(?:which|what) (?:kind|type|sort)\b.{0,40}|(?:kind|type|sort)s? of measures?|"
    r"which (?:are|is|measures?) .{0,30}\b(?:process|outcome)"
)
_WORSE = r"balancing|get(?:ting)? worse|made worse|unintended|side[- ]effects?|knock-?on"
_FEWER = (
    r"fewer measures|(?:drop|cut|prune|trim|thin|reduce)\w*\b.{0,30}\bmeasures|(?:too many|lots of|so many) measures"
)
_ONE_PLACE = (
    r"(?:one|a single) (?:\w+ )?(?:school|ward|team|class|site|area|hall|home|office|unit|clinic|shift|station) "
    r"(?:first|to begin|to start|only)|(?:begin|start)\w* (?:with|in|on) (?:just |only )?(?:one|a single)|narrow\w*|"
    r"smaller (?:scope|area|group)"
)
_OWN_LEARNING = (
    r"(?:you yourself|you're|you are|your own|you've been|about what you)\b.{0,30}\blearn\w*|"
    r"learning about improvement"
)
_NEXT = r"next steps?|what (?:you'll|you will|comes|happens|is|'s) (?:do )?next"
_PEOPLE = (
    r"human side|people side|how (?:are|is) (?:people|the staff|staff|they|everyone|the team) (?:tak|feel|find)\w+|"
    r"how (?:people|staff|they|everyone|the team) (?:feel|felt|are feeling|is feeling|take|took|are taking)"
)
TOPICS = tuple(
    Topic(expression(rf"\b(?:{asks})\b", re.IGNORECASE), looks, since)
    for asks, looks, since in (
        (_ASKS_A_TEST, testing.pdsa_missing, 3),
        (_OUT_OF_THE_AIM, aim.aim_solution, 1),
        (_BY_WHEN, aim.aim_no_date, 1),
        (_HOW_MUCH, aim.aim_no_amount, 1),
        (_PREDICTION, testing.prediction_missing, 3),
        (_CHART, data.chart_missing, 3),
        (_KINDS, measures.measure_type_missing, 1),
        (_WORSE, _no_balancing, 1),
        (_FEWER, measures.measures_too_many, 1),
        (_ONE_PLACE, scope.scope_broad, 1),
        (_OWN_LEARNING, learning.improvement_learning_missing, 3),
        (r"driver diagram", changes.driver_diagram_missing, 3),
        (_NEXT, progress.next_steps_missing, 1),
        (_PEOPLE, progress.human_side_missing, 1),
    )
)


def _asked(advice: str, report: Report) -> list[Topic]:
    return [topic for topic in TOPICS if topic.asks.search(advice) and report.number >= topic.since]


def _is_missing(topic: Topic, report: Report) -> bool:
    return any(True for _ in topic.looks(report))


def is_wanted_still(advice: str, report: Report) -> bool:
    """Whether a rule that looks at what the advice asks for finds it missing from this report."""
    return any(_is_missing(topic, report) for topic in _asked(advice, report))


# Rules that, where they are silent, have seen the thing itself; that of predictions only where a test is told of.
_SEEN = (
    testing.pdsa_missing,
    progress.next_steps_missing,
    progress.human_side_missing,
    learning.improvement_learning_missing,
)
_OF_AIM = (aim.aim_no_date, aim.aim_no_amount, aim.aim_solution)
_ELSE = 2  # words of the advice that are about something else


def is_settled(advice: str, report: Report) -> bool:
    """Whether it asks for something that the report has by one of the rules, and for little else."""
    asked = _asked(advice, report)
    if not asked or any(_is_missing(topic, report) for topic in asked):
        return False
    of_aim = all(t.looks in _OF_AIM for t in asked) and aim_of(report)
    of_kinds = all(t.looks is measures.measure_type_missing for t in asked) and measures_of(report)
    rest = advice
    for topic in asked:
        rest = topic.asks.sub(" ", rest)
    has_seen = (*_SEEN, testing.prediction_missing) if tests_of(report) else _SEEN
    seen = all(t.looks in has_seen for t in asked) and len(stems(rest) - GENERIC) <= _ELSE
    return bool(of_aim or of_kinds or seen)
