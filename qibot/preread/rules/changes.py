"""What is there of theory and change ideas, and whose they are (guidance, section 10: Changes, team involvement)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.ideas import ideas_of
from qibot.preread.loose import Loose
from qibot.preread.observation import MISSING, Found
from qibot.preread.rules.lexicon import IDEAS_BY_NAME, TEAM_IDEAS, THEORY
from qibot.preread.tests_of_change import tests_of
from qibot.preread.text import Report


def change_theory_missing(report: Report) -> Iterable[Found]:
    """Reports 1 and 2: no change theory, driver diagram or change idea, not even as coming."""
    if report.says(THEORY) or any(report.within("changes", "theory")) or tests_of(report) or ideas_of(report):
        return ()
    return MISSING


_NAMED = Loose(
    r"\bchange ideas? (?:is|are|include|from|came)|\bideas?(?: (?:(?:that|which) )?(?:we|i|they)(?:'ve| have| had)(?: "
    r"\w+){0,2})? "
    r"(?:is|are|was|were|came|from|include)|"
    r"\bchanges? (?:we|i) (?:tried|tested|made|are testing)|\b(?:the|our|my) change is (?:an?|the|that|to)\b",
)
# “The column for ideas is still blank”: ideas are spoken of, and there are none.
_NO_IDEA = Loose(
    r"\b(?:blank|empty|none|nothing|bare|no (?:change )?ideas?|without|missing|lacking|to (?:come|follow)|"
    r"not (?:yet|there|any)|yet to|"
    r"still to|haven't|hasn't|isn't|aren't|short of|stuck|waiting)\b",
)


def change_ideas_missing(report: Report) -> Iterable[Found]:
    """From report 3: no change idea is named anywhere."""
    said = any(_NAMED.search(s.text) and not _NO_IDEA.search(s.text) for s in report.sentences)
    if any(report.within("changes")) or tests_of(report) or said:
        return ()
    return MISSING


_DRIVERS = Loose(
    r"\bdriver ?diagrams?|\b(?:primary|secondary|key|main|change|first|our|my|the|three|two|"
    r"four) drivers?\b|\bdrivers\b|\bdd\b",
)
# Where there are vehicles, drivers are people.
_VEHICLES = Loose(
    r"\b(?:vans?|bus(?:es)?|minibus\w*|lorr(?:y|ies)|taxis?|deliver(?:y|ies)|fleet|wheel|driv(?:e|es|ing))\b",
)
_DIAGRAM = Loose(
    r"\bdriver ?diagrams?|\b(?:primary|secondary|key|change) drivers?\b|\b(?:three|two|four|main|"
    r"first) drivers? (?:are|is|for now|so far|of|"
    r"in|on)\b|\bdrivers? (?:of change|for change|are:|is:)|\bdd\b|\b(?:theory of change|change theory)\b",
)


def driver_diagram_missing(report: Report) -> Iterable[Found]:
    """Reports 3 and 4: no driver diagram and no drivers are mentioned."""
    at_the_wheel = report.says(_VEHICLES)
    return () if report.says(_DIAGRAM if at_the_wheel else _DRIVERS) else MISSING


# “I thought up two things on the drive home”, “drawn from my own nine years”: the writer's alone.
_MINE = expression(
    r"\b(?:i|i've|i'd|i have|i had) (?:\w+ )?(?:thought (?:up|of)|c(?:a|o)me up with|dreamt up|invented|devised|"
    r"brought (?:it |them |this |that |one )?"
    r"(?:with|from)|picked (?:it |them )?up|had (?:the|an|this|my) idea|wrote down|took (?:it |them )?from|"
    r"borrowed|chose|read about|"
    r"listed|made up|worked out)\b(?=.*\b(?:ideas?|changes?|things|myself|drive|bath|bed|last (?:school|ward|job|"
    r"post|team|service)|own|"
    r"one|them|it|alone|night|weekend|desk)\b)|"
    r"\bi(?:'ve| have)? (?:\w+ )?(?:wrote|written|listed|chose|chosen|picked|drew|drawn|put|found|got|jotted|made) "
    r"(?:(?:all |most )?(?:of )?(?:these|them|those|this|it)|the (?:ideas|list|changes))\b.{0,60}?\b(?:(?:after|from|"
    r"by|"
    r"while|through|in) (?:read\w*|look\w*|search\w*|the (?:internet|web|literature)|an? (?:\w+ )?(?:book|paper|course|"
    r"website|journal|conference)|my(?:self)?\b)|on my own|alone|over (?:the|my) (?:\w+ )?(?:break|holidays?|weekend)|"
    r"at (?:home|my desk)|one (?:evening|night|weekend))\b|"
    r"\b(?:ideas?|changes?|things)\b.{0,60}\b(?:are|is|were|was|all)(?: \w+)? (?:mine|my own|from me|one i|ones i|"
    r"what i)\b|"
    r"\b(?:drawn|taken|come|came|comes|come out|born|put together|worked out|chosen) (?:from|out of|by|"
    r"of) (?:my(?:self)?\b|me\b|(?:\w+ ){0,2}my own\b)|"
    r"\b(?:ideas?|changes)\b(?: (?:that|which))? (?:i|i've|i have)(?: \w+)? (?:come up|came up|thought|had|"
    r"listed|dreamt|chosen|"
    r"invented|devised)\b|"
    r"\bmy own (?:ideas?|list|thinking|experience|head|suggestions?|invention)\b",
    re.IGNORECASE,
)
# Of others it must then be said plainly.
_THEIRS = Loose(
    r"\b(?:suggest\w*|propos\w*|came up with|come up with|voted|we (?:all )?(?:chose|picked|agreed|decided)|"
    r"(?:his|her|their|the team's|"
    r"[a-z]+'s) (?:own )?(?:idea|suggestion)|brainstorm\w*|workshop|together|between us|(?:asked|invited) (?:the |"
    r"my |our )?(?:team|staff|nurses|"
    r"pupils|patients|group)|with the (?:team|group|staff))\b",
)


def team_ideas_missing(report: Report) -> Iterable[Found]:
    """Reports 3 and 4: nothing shows that others had part in finding the change ideas."""
    mine = any(
        _MINE.search(s.text)
        for s in report.outside("aim", "measures", "human", "learning", "next", "rationale", "team")
    )
    if not mine and not ideas_of(report) and not any(report.within("changes")):
        return ()
    if mine and not any(
        _THEIRS.search(_MINE.sub(" ", s.text)) or _THEIRS.search(_MINE.sub(" ", s.heading))
        for s in report.outside("aim", "measures", "next")
    ):
        return MISSING
    theirs = any(report.says(sign, "aim", "measures") for sign in (TEAM_IDEAS, IDEAS_BY_NAME))
    return () if theirs else MISSING
