"""The parts of a report, and the headings under which people write them; the team's own form adds its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from qibot.expression import expression
from qibot.preread.asked import part_asked

# A heading belongs to the first part of which it holds a phrase: what is narrow stands before what is wide.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "stage": ("project stage", "stage of the project", "project score", "progress score", "self assessment", "stage"),
    "next": (
        "next step",
        "next steps",
        "next month",
        "what next",
        "plans for next",
        "looking ahead",
        "next",
        "forward plan",
        "to do",
        "still to do",
        "actions",
        "way forward",
        "my plans",
        "our plans",
        "what now",
        "what i'll do",
        "what we'll do",
        "what i will do",
        "what we will do",
        "from here",
        "coming up",
    ),
    "human": ("human side", "people side", "side of change", "people", "relationships", "buy in", "engagement", "folk"),
    "implementation": (
        "implementation",
        "sustainability",
        "sustain",
        "holding the gain",
        "holding the gains",
        "spread",
    ),
    "learning": (
        "learning",
        "reflection",
        "reflections",
        "learnt",
        "learned",
        "what i am learning",
        "lessons",
        "i take from",
        "takeaways",
        "taught",
    ),
    "pdsa": (
        "pdsa",
        "pdsas",
        "test of change",
        "tests",
        "testing",
        "tests of change",
        "test cycles",
        "cycles",
        "we've tried",
        "we have tried",
        "we tried",
        "i tried",
        "i've tried",
        "tried out",
        "tried so far",
    ),
    "measures": (
        "measure",
        "measures",
        "measurement",
        "how will we know",
        "how we will know",
        "how do we know",
        "how we'll know",
        "how i'll know",
        "how will i know",
        "what we count",
        "what we're counting",
        "what i count",
    ),
    "data": (
        "data",
        "results",
        "run chart",
        "run charts",
        "charts",
        "our chart",
        "the chart",
        "figures",
        "our numbers",
    ),
    "system": (
        "understanding",
        "system",
        "tools",
        "process map",
        "diagnosis",
        "what we know about",
        "current state",
        "current process",
    ),
    "changes": (
        "change ideas",
        "changes",
        "change idea",
        "ideas",
        "ideas for change",
        "what changes can we make",
        "interventions",
    ),
    "theory": ("theory", "driver diagram", "drivers", "theory of change", "change theory"),
    "rationale": (
        "rationale",
        "why",
        "background",
        "reason",
        "reasons",
        "problem",
        "problem statement",
        "context and need",
        "case for change",
        "need",
        "importance",
        "business case",
        "equity",
        "significance",
    ),
    "scope": (
        "scope",
        "boundaries",
        "setting",
        "who and where",
        "coverage",
        "where we start",
        "where do we start",
        "where we begin",
    ),
    "team": (
        "team",
        "project team",
        "who",
        "who is in the team",
        "planning",
        "team and plan",
        "team members",
        "action plan",
    ),
    "aim": (
        "aim",
        "aims",
        "aim statement",
        "aim of the project",
        "project aim",
        "goal",
        "objective",
        "what are we trying to accomplish",
        "what we want to achieve",
        "trying to achieve",
        "smart aim",
        "ambition",
        "target",
        "purpose",
        "what better looks like",
        "what better will look like",
        "what will be better",
        "what success looks like",
        "improvement question",
        "change we seek",
        "desired outcome",
        "statement of intent",
        "what good looks like",
        "mission",
        "promise",
        "pledge",
        "dream",
        "destination",
        "the improvement",
        "year's time",
    ),
    "activity": (
        "activity",
        "activities",
        "progress",
        "this month",
        "where we are",
        "what happened",
        "update",
        "what i have done",
    ),
}
_NOISE = expression(r"^[\W\d_]*(?:section|part|step)?[\W\d_]*|[^\w]+$")
_LONGEST, _LONGEST_WRITTEN = 9, 300  # words; characters
_Named = tuple[str, re.Pattern[str], re.Pattern[str]]
_QUALIFIED = expression(r"^(?:(?:my|our|the|this|this month's|some|new|draft|project|main|key|current|pdsa) )+")
_GOES_ON = r"(?:$|,| [/&+]| (?:and|or|this|last|so|since|with|from|for|of|in|by|to|we|i|that|up|under|used)\b)"
# “What do we want to do?”, “What we're aiming for”: a question of the aim, unless it asks what comes next.
_AIM_ASKED = expression(
    r"^where (?:we|i|it|this)(?:'re|'m|'s| are| am| is)? (?:heading|headed|going|bound|should be)\b"
    r"(?!.*\bnext\b)|"
    r"^what (?:do |are |is it that |it is )?(?:we|i)(?:'re|'m|'d| are| am| would)? (?:really )?"
    r"(?:want\w*|hop(?:e|ing)|aim(?:ing)?|trying(?= to\b)|after|(?<='d )like|(?<=would )like|wish)\b"
    r"(?!.*\b(?:next|month|measure|count|learn|test|ask|know|understand|find out|from (?:you|my mentor|this))\b)"
)
# “Balancing (new, as you asked)”: what stands in brackets behind a heading is a remark on it.
_REMARK = expression(r"\s*\([^()]*\)\s*:?\s*$")
# “Process map: begun” is about no measure.
_TYPE = expression(
    r"^(outcome|process|balancing)\b(?! (?:maps?|mapp\w+|flows?|diagrams?|charts?|steps?|walk\w*|owners?|changes?|"
    r"improve\w*|review\w*|for|of)\b)(?: measures?)?\b",
    re.IGNORECASE,
)


def without_remark(heading: str) -> str:
    """A heading without what stands in brackets behind it."""
    return _REMARK.sub("", heading)


def part_of(heading: str, own: Mapping[str, tuple[str, ...]]) -> str:
    """The part of a report that this heading opens; empty for one that isn't known."""
    said = _NOISE.sub("", _REMARK.sub("", heading.lower().replace("’", "'"))).replace("-", " ")
    if not said or len(said.split()) > _LONGEST:
        return ""
    if _TYPE.match(said):
        return "measures"
    if said == "where":  # it begins: a word that other headings hold, too
        return "scope"
    if _AIM_ASKED.match(said):
        return "aim"
    if not own and re.match(r"(?:(?:project|improvement|smart|my|our|the) )*aims?\b", said):
        return "aim"  # “Aim and scope”, “Aim of the tests”
    return _part_named(said, own) or part_asked(said)


def is_asked(heading: str, own: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a heading opens its part by what it asks or remarks alone."""
    said = _NOISE.sub("", heading.lower().replace("’", "'")).replace("-", " ")
    return not _part_named(said, own) and bool(part_asked(said))


def begins_a_part(line: str, own: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a line begins with a part's name and only qualifies it: “Tests this time”, not “Better engagement”."""
    said = _QUALIFIED.sub("", _NOISE.sub("", _REMARK.sub("", line.lower().replace("’", "'"))).replace("-", " "))
    return any(begins.match(said) for _, _, begins in _all_named(own))


def _part_named(said: str, own: Mapping[str, tuple[str, ...]]) -> str:
    return next((part for part, holds, _ in _all_named(own) if holds.search(said)), "")


def _all_named(own: Mapping[str, tuple[str, ...]]) -> tuple[_Named, ...]:
    return (*_named(tuple((part, tuple(phrases)) for part, phrases in own.items())), *_named(tuple(HEADINGS.items())))


@cache
def _named(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[_Named, ...]:
    """Each part with what tells that a heading holds one of its phrases, and that a line begins with one."""
    written = ((part, "|".join(re.escape(phrase.lower()) for phrase in phrases)) for part, phrases in headings)
    return tuple(
        (part, re.compile(rf"\b(?:{any_of})\b"), re.compile(rf"(?:{any_of})s?\b{_GOES_ON}"))
        for part, any_of in written
        if any_of
    )


def is_heading(text: str, own: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a paragraph is nothing but a heading, though its writer gave it no style."""
    if len(text) > _LONGEST_WRITTEN:
        return False
    said = _NOISE.sub("", _REMARK.sub("", text.lower()))
    known = any(said in phrases for phrases in (*own.values(), *HEADINGS.values()))
    return known or bool(_TYPE.fullmatch(said))


def type_in(heading: str) -> str:
    """The kind of measures that a heading opens; empty where it names none."""
    found = _TYPE.match(_NOISE.sub("", heading.lower()))
    return found[1] if found else ""


def type_of(cell: str) -> str:
    """The kind of measure that a cell names, where it says nothing else; empty for any other cell."""
    found = _TYPE.fullmatch(_NOISE.sub("", _REMARK.sub("", cell.lower())))
    return found[1] if found else ""
