"""The rationale (guidance, section 10: reports 1 and 2, pitfalls, Aim; progress, Project charter)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.observation import MISSING, Found
from qibot.preread.text import Report
from qibot.preread.words import MONTHS

_REASON = Loose(
    r"\b(?:because|since|problems?|complain\w*|harm\w*|audits?|surveys?|review(?:s|ed)?|polic(?:y|"
    r"ies)|costs?|los(?:e|es|ing|t)|risks?|struggl\w*|evidence|matters|important|importance|"
    r"needs?|need assessment|concern\w*|too (?:long|many|few|often|late)|wait(?:s|ed|ing)?|"
    r"fail\w*|poor\w*|declin\w*|legislation|strateg\w*|priority|inequalit\w*|impact\w*|benefits?|"
    r"rates?|"
    r"rising|worse|gaps?|missed|shows? that|due to|so that|unsafe|pressure|demand|driven by|"
    r"baseline|issue|challenge|why|deserv\w*|inspect\w*|criticis\w*|exhaust\w*|suffer\w*|distress\w*|hungry|"
    r"homeless\w*|unhappy|frustrat\w*|tells? us|told us|said that|we know that|promise|girfec|standards?|targets?|"
    r"in line with|"
    r"aligns?|links? (?:to|with|in)|ties? in|£ ?\d[\d,.]*\w*|spend\w*|wasted|wasting|expensive|died?|dies|equit\w*|"
    r"deaths?|"
    r"injur\w*|hurt|"
    r"last (?:year|winter|summer|spring|autumn|month) \w+|every year|each year|out of date|unfair|tired of|fed up|"
    r"matter|means? (?:that|a|an|another|more|extra)|(?:service|improvement|corporate|strategic|local|"
    r"development|delivery) plan|"
    r"worr(?:y|ies)|anxious|at stake|in danger|go(?:es)? without|left without)\b|£ ?\d",
)


# “Since I was in P3” is a time; to be asked why it is so small, or what one needs to do, is no reason.
_TO_DO = expression(
    r"\b(?:i|we) (?:still |also |now )?need to\b|\bsince (?:i|he|she|then|last|the last|my last|learning session|"
    r"we (?:last|met)|20\d\d|"
    rf"{MONTHS})\b|\b(?:ask\w*|wonder\w*|know\w*|says?) (?:me |us |them )?(?:\w+ )?why\b|\b(?:put|putting) (?:me|"
    rf"us) off\b",
    re.IGNORECASE,
)


def rationale_missing(report: Report) -> Iterable[Found]:
    """Reports 1, 2 and the charter: nothing says why this is worth doing."""
    if any(report.within("rationale")):
        return ()
    told = report.outside(
        "aim", "human", "next", "measures", "learning", "stage", "changes", "data", "system", "theory"
    )
    return () if any(_REASON.search(_TO_DO.sub(" ", s.text)) for s in told) else MISSING
