"""Whose experience, which place or which cases an aim is about."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose

_PEOPLE = Loose(
    r"\b(?:patients?|pupils?|children|child(?:'s|’s)?|young people|people|residents?|famil(?:y|"
    r"ies)|parents?|mothers?|fathers?|babies|infants?|staff|nurses?|doctors?|carers?|"
    r"clients?|tenants?|customers?|users?|women|men|girls|boys|learners?|students?|adults?|"
    r"teachers?|households?|applicants?|volunteers?|citizens?|victims?|toddlers?|officers?|"
    r"ward|unit|team|service|clinic|school|class|nursery|home|hospital|practice|department|centre|"
    r"surgery|locality|estate|street|village|town|office|group|shop|library|"
    r"plans|letters|applications|referrals from|cases|claims|forms|records|bins|stairs|"
    r"prescriptions|samples|repairs|calls to|handovers|scheme|community|hub|year|cohort|caseload|"
    r"depot|station)\b",
)
_PREPOSED = Loose(
    r"\b(?:in|at|for|on|among|within|across|to|with|of) (?:the |our |my |all |each |every |a |"
    r"an )*(?!\d|least|most|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|"
    r"ten\b|half|days?\b|weeks?\b|hours?\b|average|time\b|total|next|end|year\b|month|falls\b|"
    r"complaints\b|incidents\b|errors\b|delays?\b|absences?\b|interruptions\b|accidents\b|zero|"
    r"a |less|more|under|over|below|above|around|about|be\b|have\b|see\b|reduce|increase|improve|"
    r"cut\b|raise|achieve|ensure|have|halve|lower|decrease)[a-z]{3,}",
)
_PROPER = expression(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
# Of the whole of an organisation, or of nothing but each other.
_EVERYWHERE = expression(
    r"\b(?:to|with|from) (?:each other|one another)\b|"
    r"\b(?:across|in|throughout|over|within|for|of|at) (?:(?:the|our|my|all|whole|entire|wider|every|each|of) )*"
    r"(?:council|organi[sz]ation|company|trust|health board|board|authority|region|county|city|borough|partnership|"
    r"directorate|nhs|workplace|business|system|sector|country|scotland|area)s?\b",
    re.IGNORECASE,
)


def names_population(said: str) -> bool:
    """Whether an aim tells, beside days and amounts, for whom or where."""
    return _PEOPLE.search(said) or _PREPOSED.search(said) or bool(_PROPER.search(said))


def without_everywhere(said: str) -> str:
    """Without the words that it is for the whole of an organisation, which tell neither for whom nor how much."""
    return _EVERYWHERE.sub(" ", said)
