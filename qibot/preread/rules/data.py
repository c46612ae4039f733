"""Data and charts (guidance, section 10: reports 3 and 4, “Data or a chart”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.aims import aim_of
from qibot.preread.amounts import bare
from qibot.preread.loose import Loose
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.lexicon import CHART
from qibot.preread.series import series_of
from qibot.preread.text import Report, Sentence
from qibot.preread.words import MONTHS

_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|half)"
_FIGURES = Loose(
    rf"\b\d+(?:(?:,| and|, and) \d+){{2,}}|\b(?:up|down) from (?:\d+|{_COUNT})\b|"
    rf"\bout of (?:the )?\d+ \w+,? (?:\d+|{_COUNT})\b|\b{_COUNT} (?:out )?of (?:the )?\d+\b|"
    rf"(?<!\d )\b(?:{MONTHS})\b\D{{1,25}}\d.{{0,40}}(?<!\d )\b(?:{MONTHS})\b\D{{1,15}}\d|"
    rf"\b\d+ in (?:{MONTHS})\b.{{0,30}}\b\d+ in (?:{MONTHS})\b|\bof {_COUNT} \w+,? {_COUNT} (?:were|was|had|did|"
    rf"came|got)\b|"
    rf"\b(?:week|month|day) (?:\d+|{_COUNT}),? \d+ (?:\w+ )?(?:were|was|had|did|came|of)\b|"
    rf"\b{_COUNT} (?:out )?of (?:the |our )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    rf"thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty)\b|"
    r"\d+(?:\.\d+)? ?%|\b\d+ (?:of|out of) (?:the )?\d+\b|\bfrom \d+.{0,40} to \d+|"
    r"\bmedian (?:\w+ ){0,4}\d|\b\d+ per ?cent\b|\b(?:was|were|is|are|at) \d+(?:\.\d+)?\b|"
    r"\bcame \d+\b|\bgained \w+ minutes\b",
)
# A chart that is to come is none, and how many people tried something, or how long they met, is no result.
_CHART_AHEAD = Loose(
    r"\b(?:once|when|will|going to|plan to|want to|need to|hope to|so that|to be (?:made|drawn|set up)|can be "
    r"(?:made|drawn)|not yet|"
    r"yet to|no (?:run )?charts?|haven't|have not|hasn't|don't|without|would|learn(?:ed|t)? (?:about|how)|"
    r"start(?:ing)? a)\b",
)
_NO_RESULT = expression(
    r"\b(?:national|scottish|uk|board's|council's) (?:figure|average|rate|target|mean) (?:is|was) \d\S*|"
    rf"\b(?:\d+|{_COUNT}) (?:out )?of (?:the |our )?(?:\d+|{_COUNT})\b(?: \w+){{0,3}}? (?:(?:came|went|"
    rf"turned up) (?:to|for)|"
    r"attended|joined|were (?:there|present)|(?:filled in|returned|replied to|answered|"
    r"completed) (?:\w+ ){0,2}?(?:survey|"
    r"questionnaire|evaluation))\b|"
    rf"\b(?:we|they|i|the (?:team|group)) (?:all )?(?:agreed|disagreed|talked|spoke|voted|argued|decided|"
    rf"settled) (?:\w+ )?"
    rf"(?:on|about|over|for) (?:only |just )?(?:\d+|{_COUNT}) (?:out )?of (?:the |our )?(?:\d+|{_COUNT})\b|"
    r"\b(?:with|to|by|asked|among|for) \d+ (?:of|out of) (?:the |our )?\d+\b|\b(?:was|were|is|are|at) "
    r"\d+(?:[.:]\d+)? ?(?:(?:minutes?|"
    r"hours?|pages?) long|of us|people|members|o'clock|[ap]\.?m\b|years)|\bat \d{1,2}(?:[.:]\d\d)?(?! ?%)(?=[\s,.])",
    re.IGNORECASE,
)
# To say again what is aimed at, or what one thought would come, is no figure of the work.
_AIMED_AT = Loose(
    r"\b(?:our|the|my|a) (?:\w+ )?(?:target|aim|goal|ambition)(?: figure)? (?:is|was|of|remains)\b(?!.*\b(?:now|"
    r"reached|so far|below|above|short|met|"
    r"achieved|currently)\b)|^(?:predictions?|(?:we|i) (?:predict|expect|guess|think|thought|predicted|expected|"
    r"guessed))\b"
    r"(?!.*\b(?:got|was|were|found|came|result\w*|actual\w*|in fact|did|had)\b)",
)
_MONTHS = rf"(?:{MONTHS}|week \d+|month \d+|day \d+|week|before|after|baseline|then|now|earlier)"
_OVER_TIME = expression(
    rf"\b{_MONTHS}\b\D{{0,40}}\d.*?\b{_MONTHS}\b\D{{0,40}}\d|\bfrom \d+\S* .{{0,40}}\bto \d+|"
    rf"\d\S*\D{{0,30}}\b(?:in|by) {_MONTHS}\b.*\d\S*\D{{0,30}}\b(?:in|by) {_MONTHS}\b",
    re.IGNORECASE | re.DOTALL,
)


def data_missing(report: Report) -> Iterable[Found]:
    """From report 3: no figures from the work, no chart, no table of data, and no picture that could be one."""
    if report.charts or report.pictures or any(_is_row_of_data(s) for s in report.sentences):
        return ()
    if any(
        CHART.search(f"{s.heading} {s.text}") and not _CHART_AHEAD.search(s.text)
        for s in report.outside("next", "learning")
    ):
        return ()
    if any(re.search(r"\d", bare(s.text)) for s in report.within("data")):
        return ()
    aim = aim_of(report)
    told = [
        s
        for s in report.outside("aim", "measures", "stage", "next", "changes", "rationale", "scope", "theory", "team")
        if aim is None or s.text != aim.text
    ]
    told = [s for s in told if not _AIMED_AT.search(s.text)]
    return () if any(_FIGURES.search(_NO_RESULT.sub(" ", s.text)) for s in told) else MISSING


def _is_row_of_data(sentence: Sentence) -> bool:
    """Whether it is a row of a table that holds figures of the work; a form, a team's names or a plan are no data."""
    row = " | " in sentence.text and bool(re.search(r"\d", bare(sentence.text)))
    return row and sentence.part not in ("aim", "stage", "team", "next", "measures", "changes", "theory", "scope")


def chart_missing(report: Report) -> Iterable[Found]:
    """From report 3: figures over time and no chart of them, nor mention of one."""
    if report.charts or report.pictures or report.says(CHART):
        return ()
    told = report.within("data", "measures", "activity", "")
    return MISSING if series_of(report) or any(_OVER_TIME.search(s.text) for s in told) else ()
