"""The project stage against the text (guidance, section 10: “over or under assessing where they are”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.aims import aim_of
from qibot.preread.observation import Found
from qibot.preread.rules.lexicon import BETTER, CHART, SYSTEM_TOOLS, TEAM, THEORY
from qibot.preread.tests_of_change import count_of, tests_of
from qibot.preread.text import Report, Sentence

_FAR = 1.0  # stages apart, from which it is said
_STATED = re.compile(
    r"(?:^|\b(?:stage|score|scale|"
    r"assess\w*)\b[^.\d]{0,40}?)(?P<stage>[0-5](?:\.[05])?)\b(?! ?(?:%|of|to|-|–|months|weeks|"
    r"pdsa))",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\bproject (?:stage|score)\b|\bstage (?:of|is|score|assessment|\d)|\b(?:progress|"
    r"self) ?(?:score|assessment|rating)\b",
    re.IGNORECASE,
)
_NOT_BETTER = re.compile(
    r"\b(?:no|not|\w+n't|yet|hardly|without) (?:\w+ ){0,3}?(?:change|shift|improv\w*|better|difference|movement)\b",
    re.IGNORECASE,
)
NOTHING_TESTED, TESTED, TOP, SET_UP, PLANNING = 2.0, 2.5, 5.0, 1.0, 1.5


def stated(report: Report) -> tuple[float, Sentence] | None:
    """The stage that the report gives itself, with its sentence."""
    headed = list(report.within("stage"))
    for sentence in headed or [s for s in report.sentences if _SAID.search(s.text)]:
        if found := _STATED.search(sentence.text):
            return float(found["stage"]), sentence
    return None


def stage_over(report: Report) -> Iterable[Found]:
    """The stage is higher by one or more than what the text shows."""
    given = stated(report)
    if given and given[0] - _most(report) >= _FAR:
        yield _found(given)


def stage_under(report: Report) -> Iterable[Found]:
    """The stage is lower by one or more than what the text shows."""
    given = stated(report)
    if given and _least(report) - given[0] >= _FAR:
        yield _found(given)


def _most(report: Report) -> float:
    """The highest stage that the text could be read as."""
    if not tests_of(report):
        return NOTHING_TESTED
    told = list(report.outside("aim", "measures", "rationale", "next", "stage", "learning", "theory", "scope"))
    better = any(BETTER.search(s.text) and not _NOT_BETTER.search(s.text) for s in told)
    return TOP if better or report.pictures else TESTED


def _least(report: Report) -> float:
    """The lowest stage that the text can be read as."""
    if count_of(report) > 1:
        return TESTED
    planned = [report.says(SYSTEM_TOOLS), report.says(TEAM, "aim"), report.says(THEORY), report.says(CHART)]
    return PLANNING if all(planned) and aim_of(report) else 0.0


def _found(given: tuple[float, Sentence]) -> Found:
    stage, sentence = given
    return Found(sentence.text, sentence.place, f"{stage:g}")
