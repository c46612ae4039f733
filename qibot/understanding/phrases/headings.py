"""The parts of a project report, as people type them into a mail (guidance): under headings (“Aim: …”, “What we did -
…”) or in running text."""

from __future__ import annotations

import re

from qibot.expression import expression

ENOUGH = 2  # different ones
_HEADING = expression(
    r"^[ \t*•\-–\d.)]{0,6}"
    r"(aims?|drivers?|change ideas?|measures?|outcomes?|process|balancing|pdsa|plan|do|study|act|baseline|data|results?"
    r"|findings|progress|learning|prediction|tests?(?: of change)?|what (?:we|i)(?:['’]ve)? (?:\w+ )?(?:did|done|found"
    r"|tried|saw|learn\w+|changed?)|what next|next(?: steps?| month| cycle| time)?|this month)"
    r"\b[^:\n?]{0,25}[:–][ \t]*\S",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT, _WILL = r"next (?:month|week|cycle|steps?|pdsa|test|we|i)", r"(?:will|['’]ll|going to)"
_PARTS = tuple(
    expression(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (  # the aim, what was measured, what was tried, what comes
        r"aims?|goal|set out to|target|(?:reduc|increas|rais|improv|cut)(?:e|ing) \w+(?: \w+){0,6} (?:from|by|to) \d+",
        r"measures?|measuring|measured|data|baseline|median|charts?|charted|audit|\d+ of (?:the )?\d+|counted|recorded",
        r"tests?|tested|testing|pdsas?|cycles?|tried|piloted|trial\w*|change ideas?|drivers?|process map\w*|fishbone",
        rf"{_NEXT}|in the (?:next|coming)|{_WILL} (?:\w+ )?(?:try|test|run|repeat|measure|extend|collect)",
    )
)
MOST_PARTS = 3  # of these
# “Team:” between two other headings, as a mentor goes through the report's parts; one alone may call us.
_PART = (
    r"(?:title|problem|background|rationale|scope|sponsor|aims?|system|drivers?|changes?|change ideas?|measures?"
    r"|data|tests?"
    r"|results?|charts?|reflections?|learning|next steps?|time(?:table|scales?|line)|risks?|opening|overall)"
)
_ITEM, _NEW = r"[ \t•*\-–\d.)]{0,6}", r"(?:[.!?][ \t]{1,4}|\n{1,4})"  # a list's mark; where another one begins
_TEAM_AMID = expression(
    rf"(?P<before>(?:^|[.!?\n]){_ITEM}{_PART}:[^:\n]{{0,300}}{_NEW}{_ITEM})team"
    rf"(?=:(?P<said>[^:]{{0,300}}){_NEW}{_ITEM}{_PART}(?::|,))",
    re.IGNORECASE,
)
# What is said of a report's team there, clause by clause; all else may be said to us.
_GOOD = (
    r"(?:good|great|nice|lovely|fine|clear|strong|solid|excellent|appropriate|complete|balanced|broad|small|large|big|right"
    r"|wide|impressive|well (?:chosen|balanced|described|defined|mixed|set out))"
)
_NOBODY = r"(?!(?:she|he|they|her|him|his|them|this|that|it|you|us|me|who|if|as|before|since|because)\b)"
_OF_TEAM = expression(
    rf"(?:(?:all|it['’]?s|it is|is|are|looks|reads|seems|a|the|very|really|quite|so|just) )*{_GOOD}"
    r"(?: (?:mix|range|spread|size|choice|team|one|people|group|roles|skills|of skills|of roles|of people|here|too"
    r"|now))*|as (?:before|in the charter|last time)|no (?:comments?|change|changes)"
    r"|who does what(?: (?:is|isn['’]t) (?:very )?clear)?"
    r"|(?:(?:perhaps|maybe|also|and|but|next time|i['’]d|i would|you (?:could|might)|consider|suggest|please|try|do) )*"
    rf"(?:add(?:ing)?|includ(?:e|ing)|invit(?:e|ing)|bring(?:ing)? in|nam(?:e|ing)|list(?:ing)?)"
    rf"(?: {_NOBODY}[\w'’-]+){{1,6}}"
    r"|(?:since|as|because) they (?:do|make|know|see|run|use|keep|hold|have) the(?: \w+){1,4}",
    re.IGNORECASE,
)
_CLAUSES = expression(r"[,.;!\n–—]+|\s-\s|\sbut(?=\s)")


def has_headings(text: str) -> bool:
    """Whether several headings of a report stand in it, each with something behind it, and it asks nothing."""
    return "?" not in text and len({found.lower() for found in _HEADING.findall(text)}) >= ENOUGH


def with_team_as_part(text: str) -> str:
    """The text, with a heading “Team:” amid others so that it calls nobody, where it is but of a report's team."""

    def called(found: re.Match[str]) -> str:
        clauses = [one for part in _CLAUSES.split(found["said"]) if (one := " ".join(part.split()))]
        is_part = all(_OF_TEAM.fullmatch(one) for one in clauses)
        return f"{found['before']}Your team" if is_part else found[0]

    return _TEAM_AMID.sub(called, text) if "team:" in text.lower() else text


def tells_parts(text: str) -> bool:
    """Whether running text speaks of most parts of a report: the aim, what was measured, what was tried, what comes."""
    return sum(1 for part in _PARTS if part.search(text)) >= MOST_PARTS
