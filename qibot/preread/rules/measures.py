"""Measures (guidance, section 10: “specifics like ‘number of’ or ‘time to’ or ‘% of’”, kinds, how many, practical)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.preread.measures import KINDS, QUANTITY, measures_of
from qibot.preread.observation import MISSING, Found
from qibot.preread.text import Report

_ELSEWHERE = re.compile(
    r"\b(?:attached|appendix|see (?:the )?(?:charter|attachment|plan|spreadsheet)|separate|"
    r"as before|unchanged|same as)\b",
    re.IGNORECASE,
)
_LONGEST = 9  # words of a concept
_NAMED = re.compile(r"\b(?:outcome|process|balancing) measures?\b|\bmeasur(?:es?|ing|ed|ement)\b", re.IGNORECASE)
_GET = (
    r"(?:data|figures?|numbers?|information|measures?|measur(?:e|ing)|collect\w*|count\w*|"
    r"record\w*|extract\w*|gather\w*|audit\w*)"
)
_CANNOT = (
    r"(?:can't|cannot|can not|couldn't|could not|unable to|not able to|no way (?:to|of)|"
    r"don't know how to|struggl\w* to) (?:\w+ )?(?:give|get|collect\w*|measur\w*|count\w*|"
    r"record\w*|gather\w*|obtain|extract\w*|find|access|provide|produce|report|tell|pull|"
    r"be (?:collected|measured|counted|recorded|extracted))"
)
_HARD = (
    r"(?:impossible|not possible|isn't possible|impractical|(?:very |too |really |extremely |"
    r"quite )?(?:hard|difficult|time[- ]consuming|laborious|onerous) to (?:get|collect|measure|"
    r"count|record|gather|obtain|extract|find|access|capture|track)|"
    r"takes? (?:me |us |about |around |nearly |up to |over |more than )*(?:\w+ )?(?:hours|days|"
    r"weeks|half a day|a day|a whole day|ages)|(?:isn't|is not|aren't|are not|not) (?:recorded|"
    r"collected|available|held|captured)|by hand from|(?:very|extremely|too) (?:hard|difficult|"
    r"slow|laborious|time[- ]consuming))"
)
_IMPRACTICAL = re.compile(rf"\b{_CANNOT}\b|\b{_GET}\b.*\b{_HARD}\b|\b{_HARD}\b.*\b{_GET}\b", re.IGNORECASE | re.DOTALL)

# Figures that come once a year, or for which each file must be opened: said of a measure, or of data.
_TOIL = re.compile(
    r"\b(?:ha(?:ve|s|d) to|need(?:s|ed)? to|mean(?:s|t)|involv\w+|requir\w+) (?:me |us |our \w+ )?(?:ring\w*|"
    r"phon\w*|visit\w*|"
    r"go(?:ing)? (?:back )?through|read\w*|open\w*|check\w*|trawl\w*|look\w* (?:through|up|at)|contact\w*|"
    r"pull\w*) (?:up |"
    r"out |through )?(?:each|every|all|\d{2,}|hundreds|dozens)\b|\b(?:trawl\w*|wad\w+) through\b|"
    r"\b(?:only|just) (?:come|comes|published|available|collected|updated|released|reported|done|run|"
    r"issued)\b.{0,20}\b(?:once|"
    r"twice|every|each|an?) (?:an? )?(?:year|two years|half year|six months|annum)\b|\b(?:published|reported|"
    r"collected) (?:only )?"
    r"(?:annually|once a year)\b|\b(?:data|figures|numbers|results|they|which)\b.{0,30}\btakes? (?:\w+ "
    r"){0,3}(?:months?|weeks) (?:to|for|before|until)\b|"
    r"\b(?:arrives?|comes?|reach(?:es)? us) (?:\w+ ){0,3}(?:months|weeks) (?:late|later|after|in arrears|behind)\b|"
    r"\bno (?:\w+ )?(?:way|means|system) (?:of|to|for)\b|\b(?:nobody|no one|no-one|nothing) (?:currently |here "
    r")?(?:records?|counts?|"
    r"collects?|logs?|holds?)\b|\b(?:system|software|database|spreadsheet) (?:doesn't|does not|can't|cannot|"
    r"won't) (?:let us |"
    r"allow us to )?(?:hold|record|split|separate|tell|give|show|capture|report|store|produce|log)\b|"
    r"\b(?:manually|by hand)\b.{0,40}\b(?:files?|notes|records|forms)\b|\bevery (?:paper |single )?(?:file|"
    r"record|form) by hand\b",
    re.IGNORECASE,
)


def measure_vague(report: Report) -> Iterable[Found]:
    """Something listed as a measure is a concept: no number of, share of, time to."""
    for measure in measures_of(report):
        words = measure.text.split()
        if (
            words
            and len(words) <= _LONGEST
            and not QUANTITY.search(measure.text)
            and not _ELSEWHERE.search(measure.text)
        ):
            yield Found(measure.text, measure.place)


def measure_type_missing(report: Report) -> Iterable[Found]:
    """One can't tell of a measure whether it is outcome, process or balancing; said once."""
    untyped = [m for m in measures_of(report) if not m.kind and not _ELSEWHERE.search(m.text)]
    return (Found(untyped[0].text, untyped[0].place, str(len(untyped))),) if untyped else ()


def measures_too_many(report: Report) -> Iterable[Found]:
    """More outcome, process or balancing measures than the guidance looks for; once a kind."""
    for kind in KINDS:
        own = [m for m in measures_of(report) if m.kind == kind]
        if len(own) > getattr(report.settings, kind)[1]:
            yield Found(own[-1].text, own[-1].place, f"{len(own)} {kind}")


def measures_too_few(report: Report) -> Iterable[Found]:
    """From report 3, of measures listed with their kinds: fewer of a kind than the guidance looks for; once a kind."""
    measures = measures_of(report)
    if not measures or not all(m.kind for m in measures):
        return
    for kind in KINDS:
        own = [m for m in measures if m.kind == kind]
        if len(own) < getattr(report.settings, kind)[0]:
            yield Found(detail=f"{len(own) or 'no'} {kind}")


def measures_missing(report: Report) -> Iterable[Found]:
    """From report 3: no measure is named."""
    told = any(report.within("measures")) or any(
        _NAMED.search(s.text) for s in report.outside("learning", "human", "next")
    )
    return () if told or measures_of(report) else MISSING


def measure_impractical(report: Report) -> Iterable[Found]:
    """The text itself says that data for a measure can't well be had."""
    for sentence in report.within("measures", "data", "activity", ""):
        of_data = sentence.part in ("measures", "data") or re.search(rf"\b{_GET}\b", sentence.text, re.IGNORECASE)
        if _IMPRACTICAL.search(sentence.text) or (of_data and _TOIL.search(sentence.text)):
            yield Found(sentence.text, sentence.place)
