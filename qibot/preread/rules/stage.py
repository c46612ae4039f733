"""The project stage against the text (guidance, section 10: “over or under assessing where they are”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.aims import aim_of
from qibot.preread.amounts import figures
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.rows import cells_in
from qibot.preread.rules.lexicon import BETTER, CHART, SYSTEM_TOOLS, TEAM, THEORY
from qibot.preread.series import series_of
from qibot.preread.stages import put_on, stated_on
from qibot.preread.tests_of_change import count_of, tests_of
from qibot.preread.text import Report, Sentence, once

_ROWS = 4  # of figures
_SAID = Loose(
    r"\bproject (?:stage|score)\b|\bstage (?:of|is|score|assessment|\d)|\b(?:progress|"
    r"self) ?(?:score|assessment|rating)\b",
)
_NOT_BETTER = Loose(
    r"\b(?:no|not|\w+n't|yet|hardly|without) (?:\w+ ){0,3}?(?:change|shift|improv\w*|better|difference|movement)\b",
)
_GAINED = Loose(
    r"\b(?:went|gone|rose|risen|fell|fallen|moved|dropped|improved|increased|reduced|down|up) (?:\w+ )?from "
    r"(?:about |around |a median of )?"
    r"\d[\d.,]* ?%?(?: \w+){0,4}? to \d|\bmedian (?:has |is )?(?:moved|shifted|rose|risen|fell|dropped)|\ba "
    r"shift (?:of|in)\b|"
    r"\b(?:six|seven|eight|nine|ten|[6-9]|1\d) (?:\w+ )?points(?: in a row| running)?,? (?:all )?(?:above|below|"
    r"under|over)\b|"
    r"\b(?:six|seven|eight|nine|ten|[6-9]|1\d) in a row,? (?:all )?(?:above|below|under|over) the\b",
)
_OF_BODIES = frozenset(("moved", "fell", "fallen", "dropped", "shift", "rose", "reached"))
_OF_FIGURES = Loose(
    r"\d|%|\b(?:median|charts?|lines?|figures?|numbers?|scores?|rates?|share|averages?|points?|times?|waits?|weeks?|"
    r"months?|"
    r"aim|target|goal|per ?cent|half|third|quarter|count|data|results?)\b"
)
_NOW = Loose(r"\b\d[\d.,]*%?(?: \w+)?(?: now)?,? (?:up |down )?from \d")
_CAME = expression(
    r"\bfrom (?:about |around |a median of )?(?P<start>\d+(?:\.\d+)?)%?(?: \w+){0,3}? to (?:about |around |just )?"
    r"(?P<now>\d+(?:\.\d+)?)(?![\d:/])",
    re.IGNORECASE,
)
_NOT_THERE = Loose(
    r"\b(?:(?:not|n't|never) (?:\w+ )?(?:there|reached|met|achieved) (?:yet|the aim|our aim)|(?:not|n't) there\b|"
    r"(?:some|a long|a good) way (?:off|to go|short)|(?:well|still|far) short of|nowhere near)",
)
_HELD = Loose(
    r"\b(?:held|stayed|kept|sustained|maintained|remained)\b.{0,30}\bfor (?:\w+ )?(?:three|four|five|six|seven|"
    r"eight|nine|[3-9]|1\d) months\b",
)
_REACHED = Loose(
    r"\b(?:reached|met|achieved|hit|passed|exceeded)\b (?:\w+ ){0,2}?(?:\d|(?:our|the|my) aim\b)",
)
# Of what was reached, or is held, or has gone elsewhere, one says so.
_AT_THE_TOP = Loose(
    r"\b(?:held|hold(?:s|ing)|sustain\w*|maintain\w*|spread\w*|reach\w*|achiev\w*|met|exceed\w*|hit|stayed|remained|"
    r"above (?:the |our )?(?:aim|goal|target)|stable|settled at|other (?:wards|teams|schools|sites|areas|classes|"
    r"services|"
    r"stations|offices|homes)|for (?:\w+ )?(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) months|"
    r"since (?:then|last)|standard|business as usual|permanent\w*|roll\w* out|every (?:\w+ )?(?:ward|team|school|"
    r"site))\b",
)
# Of work under way one tells that something was counted, looked at or asked.
_BEGUN = Loose(
    r"\b(?:baseline|audit(?:ed)?|count(?:ed|ing)|collect(?:ed|ing)|measur(?:ed|ing)|survey(?:ed)?|record(?:ed|"
    r"ing)|timed|gather(?:ed|ing)|charts?|"
    r"median|data|figures|analys\w+|interview\w*|follow(?:ed|ing)|trac(?:ed|ing))\b",
)
_DRAWN = Loose(
    r"\b(?:made|drew|drawn|did|done|completed?|mapped|finished|have a|built|held|shows?|showed)\b",
)


@once
def stated(report: Report) -> tuple[float, Sentence] | None:
    """The stage that the report gives itself, with its sentence."""
    scale = report.settings.stages.scale
    put, said = put_on(scale), stated_on(scale)
    for sentence in report.sentences:
        if found := put.search(sentence.text):
            return float(found["stage"] or found["other"]), sentence
    headed = list(report.within("stage"))
    for sentence in headed or [s for s in report.sentences if _SAID.search(s.text)]:
        if found := said.search(sentence.text):
            return float(found["stage"]), sentence
    return None


def stage_over(report: Report) -> Iterable[Found]:
    """The stage is higher by one or more than what the text shows."""
    given = stated(report)
    if given and given[0] - _most(report) >= report.settings.stages.apart:
        yield _found(given)


def stage_under(report: Report) -> Iterable[Found]:
    """The stage is lower by one or more than what the text shows."""
    given = stated(report)
    if given and _least(report) - given[0] >= report.settings.stages.apart:
        yield _found(given)


def _most(report: Report) -> float:
    """The highest stage that the text could be read as."""
    stages = report.settings.stages
    if not tests_of(report):
        begun = report.charts or report.pictures or any(report.within("data")) or _has_drawn(report)
        return (
            stages.under_way
            if begun or report.says(_BEGUN, "aim", "next", "measures", "changes", "rationale")
            else stages.planning
        )
    told = list(report.outside("aim", "measures", "rationale", "next", "stage", "learning", "theory", "scope"))
    better = any((_is_better(s.text) or _NOW.search(s.text)) and not _NOT_BETTER.search(s.text) for s in told)
    better = better or _nears_the_aim(report)
    if report.pictures or not better:
        return stages.spread if report.pictures else stages.tested
    if _far_from_the_aim(report) or any(_NOT_THERE.search(s.text) for s in told):
        return stages.several
    lasting = any(_HELD.search(s.text) or _REACHED.search(s.text) or _AT_THE_TOP.search(s.text) for s in told)
    return stages.spread if lasting or report.says(_AT_THE_TOP, "aim", "next", "theory", "stage") else stages.nearly


def _is_better(said: str) -> bool:
    """Whether it tells of a gain: what moves or falls may be a thing or a person, unless figures are spoken of."""
    words = set(BETTER.all_in(said))
    return bool(words - _OF_BODIES) or bool(words and _OF_FIGURES.search(said))


def _least(report: Report) -> float:
    """The lowest stage that the text can be read as."""
    stages = report.settings.stages
    told = list(
        report.outside("aim", "measures", "rationale", "next", "stage", "learning", "theory", "scope", "system")
    )
    tests = count_of(report)
    no_better = any(_NOT_BETTER.search(s.text) for s in told)
    told += [s for s in report.within("measures") if not s.item]  # beside the list one says how they stand
    gained = any(_GAINED.search(s.text) or _REACHED.search(s.text) for s in told) or _nears_the_aim(report)
    if tests > 1 and gained and (not no_better or _nears_the_aim(report)):
        reached = any(_HELD.search(s.text) for s in told) and any(_REACHED.search(s.text) for s in told)
        almost = stages.several if _nears_the_aim(report, stages.almost) else stages.better
        return stages.held if reached else almost
    if tests > 1:
        return stages.tested
    under_way = stages.under_way if tests and any(report.within("pdsa")) else 0.0
    if _has_drawn(report) and report.says(TEAM, "aim") and aim_of(report):
        return max(stages.planning, under_way)
    planned = [report.says(SYSTEM_TOOLS), report.says(TEAM, "aim"), report.says(THEORY), report.says(CHART)]
    return max(under_way, stages.planning if all(planned) and aim_of(report) else 0.0)


def _has_drawn(report: Report) -> bool:
    """Whether a tool to understand the system was put to use."""
    return any(SYSTEM_TOOLS.search(s.text) and _DRAWN.search(s.text) for s in report.sentences)


def _figures_of_the_aim(report: Report) -> set[float]:
    aim = aim_of(report)
    return {float(figure.replace(",", "")) for figure in figures(aim.whole)} if aim else set()


def _far_from_the_aim(report: Report) -> bool:
    """Whether what is told to have come from a figure of the aim has not gone half the way to the other one."""
    wanted, left = _figures_of_the_aim(report), report.settings.stages.half_way
    for sentence in report.outside("aim", "next", "learning", "measures", "pdsa", "changes"):
        for moved in _CAME.finditer(sentence.text):
            start, now = float(moved["start"]), float(moved["now"])
            goals = {goal for goal in wanted if (goal - start) * (now - start) > 0}
            if start in wanted and goals and all(abs(goal - now) > left * abs(goal - start) for goal in goals):
                return True
    return False


def _nears_the_aim(report: Report, left: float | None = None) -> bool:
    """Whether figures over time have come much nearer to a figure of the aim, and are there at the end."""
    wanted = _figures_of_the_aim(report)
    left = report.settings.stages.half_way if left is None else left
    return _has_come_from_the_start(report, wanted, left) or any(
        abs(now - goal) < left * abs(run[0] - goal)
        for run in series_of(report)
        if len(run) >= _ROWS
        for goal in wanted
        for now in (max(run[-2:], key=lambda figure: abs(figure - goal)),)
    )


def _has_come_from_the_start(report: Report, wanted: set[float], left: float) -> bool:
    """Whether a row “at the start | now” begins with a figure of the aim and ends close to another one."""
    for sentence in report.within("measures", "data"):
        cells = cells_in(f"| {sentence.beside}" if sentence.beside else sentence.text)
        start, *later = [figure for figure in cells if figure is not None] or [0.0]
        now = [figure for figure in later if figure not in wanted]  # a goal may have a column of its own
        if start in wanted and now and any(abs(now[-1] - goal) < left * abs(start - goal) for goal in wanted - {start}):
            return True
    return False


def _found(given: tuple[float, Sentence]) -> Found:
    stage, sentence = given
    return Found(sentence.text, sentence.place, f"{stage:g}")
