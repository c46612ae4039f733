"""Measures (guidance, section 10: “specifics like ‘number of’ or ‘time to’ or ‘% of’”, kinds, how many, practical)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.measures import KINDS, QUANTITY, measures_of
from qibot.preread.observation import MISSING, Found
from qibot.preread.text import Report

_ELSEWHERE = Loose(
    r"\b(?:attached|appendix|see (?:the )?(?:charter|attachment|plan|spreadsheet)|separate|"
    r"as before|unchanged|same as)\b",
)
_LONGEST = 9  # words of a concept
# What happens one by one is counted, though the writer leaves out the word; where that is all, one asks what of them.
_COUNTED = Loose(
    r"^(?:\w+ ){0,2}?(?:calls|complaints|falls|incidents|errors|referrals|appointments|visits|claims|forms|requests|"
    r"letters|attendances|admissions|absences|cancellations|injuries|infections|loans|bookings|contacts|readings|"
    r"exclusions|evictions|repairs|delays|breaches|reminders|accidents|interruptions)"
    r"(?: \w+){2,}$",
)
# Counted by their very words: what went wrong, what was done of what was due, a question with a yes or a no.
_EVENTS = Loose(
    r"^(?:missed|cancelled|delayed|late|lost|failed|repeat(?:ed)?|unplanned|abandoned|overdue|returned|rejected|"
    r"reopened|duplicated?|incomplete|unanswered|broken|emergency|avoidable|"
    r"unnecessary) (?:\w+ )?(?!staff|process)\w+s$|"
    r"^(?:[\w-]+ ){1,3}(?<=s )(?:reviewed|completed|fitted|held|made|given|sent|done|signed|issued|"
    r"offered|seen|reported|"
    r"received|closed|opened|taken|attended|recorded|checked|answered|booked|cancelled|missed|delayed)\b|"
    r"\w ?/ ?\w+ (?:due|held|made|planned|possible|offered|\w+ed)\b|\bfraction\b|\byes (?:or|and|/) ?no\b|\by/n\b|"
    r"^[\w-]+ (?:[\w-]+ )?[\w-]*s in (?:use|place)$|"
    r"^(?:staff|pupils|children|patients|people|families|parents|tenants|residents|carers|learners|users|"
    r"young people|customers|"
    r"clients|visits|handovers|plans|letters|calls|cases|referrals|records|notes|beds) (?:who|that|"
    r"without|achieving|attending|"
    r"receiving|using|waiting|seen|having|on the (?:list|register|waiting list)|with (?:an?|the|no|all|their)) \w+|"
    r"^(?:[\w-]+ )?(?:exclusions|dnas?|did not attends?|no[- ]shows|sickness|sickness absence|absence|"
    r"waiting lists?|turnaround)$|"
    r"^(?:[\w-]+ ){0,2}(?<!needs )(?<!lessons )(?:[\w-]+s|homework) (?:ended|handed in|lost|opened|"
    r"started|finished|resolved|fixed|"
    r"paid|used|collected|returned)\b|"
    r"^(?:pupils|children|patients|people|families|tenants|residents|carers|staff|learners) on the \w+$|"
    r"^(?:falls|complaints|incidents|errors|accidents|injuries|infections|pressure ulcers|near misses|"
    r"cancellations|absences|breakages|spillages)$|^(?:pupils|children|patients|people|families|tenants|residents|"
    r"staff|learners) "
    r"(?:at|in|out of|up|back|home|off|asleep|awake) (?:\w+ ){1,3}by \w+|\breading age\b|\b(?:done|not done)\?$|"
    r"yes ?/ ?no|^whether\b|^(?:pupils|children|patients|people|families|tenants|residents|staff|learners|carers|"
    r"parents) "
    r"\w+ing (?:at|in|on|above|below|within|by|an?|the|to|for) \w+|"
    r"^[\w-]+ (?:falls|errors|incidents|accidents|injuries|infections|ulcers|absences|cancellations|complaints)$|"
    r"^(?!needs|lessons)[\w-]{2,}s (?!engaged|informed|motivated|involved|supported|valued|satisfied|empowered|"
    r"prepared|"
    r"interested|skilled|trained|included|heard|understood|improved)(?:[\w-]{2,}ed|driven|given|taken|sent|lost|"
    r"made|written|drawn)$|"
    r"\bin the (?:day|week|month|quarter|term|year)\b|\bwithin (?:the|an?) \w+\b|\bticks?\b",
)
_NAMED = Loose(r"\b(?:outcome|process|balancing) measures?\b|\bmeasur(?:es?|ing|ed|ement)\b")
_TRACKED = Loose(
    r"\b(?:count|track|monitor|record|plot|chart|log|audit|collect|time|note|write|tally|check)(?:s|ed|"
    r"ing|ted|ting|ged|ging)?\b.{0,40}"
    r"\b(?:number|how (?:many|long|often)|percentage|share|proportion|rate|"
    r"(?<!every )(?<!same )(?<!each )(?<!first )(?<!last )(?<!all )"
    r"(?:time|minutes|hours|days)(?= (?:it|from|between|to|taken|that|spent|of|lost|until|each|a|per|saved|"
    r"waited)\b|[.,;]|$))",
)


# “Measures I have not got to”, “we haven't agreed on any measures”: to speak of them is not to name one.
_UNNAMED = Loose(
    r"\bmeasur(?:es?|ement)\b(?:[^.,;]{0,30}? (?:not|no|never|yet to|still to|to follow|none)\b|[^.,;]{0,30}?n't\b)|"
    r"(?:\b(?:no|not|never|yet to|still to|without)|n't)\b[^.,;]{0,30}? measur(?:es?|ement|ed)\b",
)


_NO_MEASURE = expression(
    r"\b(?:(?:took|take|taken|taking|safety|security|cost|emergency|infection control|saving|austerity|half|"
    r"further|extra|temporary|special) "
    r"measures|measur(?:ing|ed|e) (?:tape|jug|spoon|cup|up)s?|for good measure|made[- ]to[- ]measure|"
    r"tape measures?|in (?:some|large|equal) measure)\b",
    re.IGNORECASE,
)
# “We count the letters that go late each week”, “the share of … is tracked”
_KEPT_COUNT = expression(
    r"\b(?:we|i|she|he|they|(?-i:[A-Z][a-z]+)) (?:\w+ )?(?:counts?|tracks?|notes?|logs?|records?|tall(?:y|ies)|"
    r"plots?) (?!on\b|as\b|that\b).{3,70}?\b"
    r"(?:each|every|per|a) (?:week|day|month|shift|night|morning|monday|friday)\b|\b(?:number|share|percentage|"
    r"proportion|time|days|hours|minutes|"
    r"rate)\b.{3,70}?\b(?:is|are|will be|being|gets?) (?:\w+ )?(?:tracked|counted|measured|recorded|plotted|"
    r"logged|collected|noted)\b",
    re.IGNORECASE,
)


def measure_vague(report: Report) -> Iterable[Found]:
    """Something listed as a measure is a concept: no number of, share of, time to."""
    for measure in measures_of(report):
        words = measure.text.split()
        if (
            words
            and not measure.figured
            and len(words) <= _LONGEST
            and not QUANTITY.search(measure.text)
            and not _ELSEWHERE.search(measure.text)
            and not _COUNTED.search(measure.text)
            and not _EVENTS.search(measure.text)
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
        _KEPT_COUNT.search(s.text)
        or (_NAMED.search(_NO_MEASURE.sub(" ", s.text)) and (QUANTITY.search(s.text) or not _UNNAMED.search(s.text)))
        or _TRACKED.search(s.text)
        for s in report.outside("learning", "human", "next", "aim")
    )
    return () if told or measures_of(report) else MISSING
