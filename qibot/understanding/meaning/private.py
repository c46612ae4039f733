"""What must never be missed: the marks by which people ask, in so many words, that something stay with the team.

Read in words whose people are abstracted (PRAC, TEAM …), sentence by sentence. Each row has its name.
A word that is innocent in a report (a private room, support for families) is no mark by itself.
"""

from __future__ import annotations

import re

TO_TEAM = "to the team"
MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("between ourselves", (
        r"\bbetween (?:you and (?:me|i)|us two|you me and)\b",
        r"\bbetween ourselves\b(?! and the (?:rest|whole))",
        (r"(?<!way)(?<!distance)(?<!difference)(?<!date)(?<!gap)(?<!door)(?<!table)(?<!screen)(?<!tea)(?<!room)(?<!lay)"
         r"(?<!lies)(?<!work)(?<!done)(?<!one)(?<!report)(?<!share)(?<!shared)(?<!split)(?<!divide)(?<!agreed)(?<!up)"
         r" between us\b(?! (?:we|both|all|two|and)\b)"),
        r"\b(?:is|'s|stays?|remains?|keep|kept|just|only|this|that|it|one's) between us\b(?! (?:we|and)\b)",
    )),
    ("in confidence", (
        (r"(?<!grown )(?<!grow )(?<!growing )(?<!grows )(?<!grew )(?<!gain )(?<!gained )(?<!rise )(?<!increase )"
         r"(?<!improvement )(?<!change )(?<!changes )(?<!drop )(?<!fall )(?<!loss )(?<!lacking )\bin"
         r" (?:strict |strictest |complete |absolute )?confidence\b(?![ -]interval)"),
        r"\bconfidentially\b",
        r"\b(?:this|that|it)(?: is|'s)? (?:strictly |completely )?(?:confidential|private)\b",
        r"^ (?:strictly )?confidential $",
    )),
    ("for your eyes only", (
        r"\bfor (?:your|TEAM) (?:eyes|ears)(?: only)?\b",
        r"\byour eyes only\b",
        (r"\b(?:for|to|with|as|of)(?: just)?(?: the| your| this)?(?: [\w'-]+){0,2}(?: TEAM)+ (?:only|alone)\b"
         r"(?! (?:needs?|ha(?:ve|s)|runs?|uses?)\b)"),
        (r"^ (?:[\w'-]+ ){0,3}(?:TEAM )+(?:only|alone)"
         r"(?: (?:please|pls|not|i|we|the|there's?|this|her|his|she|he|PRAC)\b.*)? $"),
        r"\bfor you (?:only|alone)\b",
        r"\b(?:to|and|with|telling|tell|trust(?:ing)?|one of) you alone\b",
        r"\bto you only\b(?! (?:about|not|the)\b)",
        r"(?<!leave )(?<!left )(?<!leaves )\byou (?:only|alone) $",
        r"\bonly for (?:you|TEAM)\b",
    )),
    ("off the record", (
        r"\boff the record\b",
        r"\bwithin these (?:four )?walls\b",
        r"\bgo no further\b",
        r"\bstays? (?:in|between)\b.{0,20}\b(?:room|us|ourselves)\b",
        r"\bentre nous\b",
        r"\bsotto voce\b",
    )),
    ("not to be told", (
        (r"\b(?:don't|do not|not to|never|please not|rather you didn't|would rather .{0,20}didn't)\b.{0,25}"
         r"(?:\b(?:tell|mention|show)\b.{0,30}\b(?:<them>|MGR|<boss>)\b(?! to (?!be on\b)\w)"
         r"|\blet\b.{0,30}\b(?:<them>|MGR|<boss>)(?: [\w'-]+){0,3} (?:know|see|hear|find|read|catch|learn"
         r"|get (?:wind|hold|to|this|it)|have (?:this|it)|in on)\b"
         r"|\blet (?:this|it|that) (?:reach|travel|out|come out|be known|(?:slip|go|get|go back|get back|slip out)"
         r" to (?:<them>|MGR|<boss>|any|the))\b"
         r"|\blet (?:this|it|that) go (?:any|out|beyond|past|further)\b|\blet (?:on|slip)\b.{0,15}\b<them>\b)"),
        (r"\b(?:don't|do not|not to|please don't|not) (?:pass|forward|send|share|relay|copy|repeat"
         r"|quote)\b.{0,30}\b(?:<them>|MGR|on|this|it)\b.{0,12}\b(?:please|on|to|with|PRAC|MGR|him|her|them"
         r"|this|it)\b"),
    )),
    ("not for them", (
        r"\bnot for (?:<them>|MGR|sharing|passing on|forwarding|onward|the practitioner)\b",
        r"\bwithout <them> (?:knowing|seeing|hearing)\b",
        r"\bwithout (?:telling|letting) <them>\b",
        (r"\b<they> (?:needn't|mustn't|shouldn't|doesn't need to|don't need to|must not"
         r"|should not) (?:see|know|hear)\b"),
        r"\bbefore <they> (?:sees?|hears?)\b",
        r"\bbehind <them>? ?(?:his|her|their)? ?back\b",
    )),
    ("take it out", (
        (r"\b(?:take|cut|leave|strip|snip|delete|remove|lose) (?:this|that|the)(?: next| last| first)?"
         r" (?:bit|part|para|paragraph|lines?|sentence|note)(?: here| below| above)?(?: out| off| away)? before"
         r" (?:forwarding|passing|sending|(?:you|it) (?:forwards?|pass(?:es)?|sends?|goes|is (?:passed|sent|forwarded))"
         r"(?: (?:it|this))? (?:on|out|to)\b)"),
        (r"\b(?:bit|part|para|paragraph|line|sentence|section|note|postscript|ps)(?: here| below| above)? (?:is|'s|was)"
         r" (?:just |only |meant )?for (?:TEAM|the office|your office)\b"),
    )),
    ("keep it", (
        (r"\bkeep (?:this|that|it)(?: bit| one| part)? (?:to yourself|to yourselves|quiet|between"
         r"|private|confidential|from|away from|under)\b"),
    )),
    (TO_TEAM, (
        (r"^ (?:(?:hi|hello|dear|morning|evening|afternoon|good morning|good afternoon"
         r"|hi there) )?(?:all at |everyone at |the )?(?:NUM )?TEAM(?: TEAM)*\b"
         r"(?! (?:s|has|have|had|is|are|was|were|meeting|work))"),
        r"\b(?:for|to|note to|message for|word with|question for) (?:the )?TEAM(?: TEAM)*(?: only)? $",
    )),
    ("whoever reads this", (
        (r"\b(?:whoever|whomever|whichever of you) (?:is |may be )?(?:reads?|reading|sorts?|sorting|minds?|minding"
         r"|runs?|running|handles?|handling|opens?|gets?|sees?|monitors?|looks? after)\b.{0,20}\b(?:this|here|mail"
         r"|mailbox|inbox|post|account)\b"),
    )),
    ("out of their depth", (
        (r"\b(?:out of (?:his|her|their) depth|over (?:his|her|their) head|not up to (?:it|this|the)"
         r"|not coping|<they> (?:is|'s|are) struggling|in over)\b"),
    )),
    ("about them", (
        (r"\b(?:worried|concerned|uneasy|anxious|concerns?|worries"
         r"|doubts?) about <them>(?! (?:measure|data|chart))\b"),
    )),
)  # fmt: skip
# Whom a practitioner or a manager mustn't have told; a mentor speaks of them as of anybody.
OF_MENTORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("not for the mentor", (
        (r"^ (?:(?:but|and|so|please|just|also|only|TEAM) )*(?:don't|do not) (?:(?:tell|mention|show|pass|forward|send"
         r"|share|copy)\b.{0,30} <ment>\b|let\b.{0,20} <ment>(?: [\w'-]+){0,3} (?:know|see|hear|find|read|learn"
         r"|get|have)\b)"),
        (r"\b(?:rather|prefer|grateful|appreciate|please|ask) .{0,20}(?:didn't|did not|don't|not to) (?:tell|mention"
         r"|show|let|pass|forward|send|share|copy)\b.{0,30} <ment>\b"),
        (r"\b(?:rather|prefer|like|want) (?:it if )?<ment> (?:didn't|did not|doesn't|not to|never) (?:see|saw|know|knew"
         r"|hear|heard|read|get|got|find out)\b"),
        (r"\b<ment> (?:needn't|mustn't|shouldn't|doesn't need to|doesn't have to|must not|should not|isn't to|is not to"
         r"|can't) (?:know|hear|find out|be told)\b"),
        (r"\b<ment> (?:needn't|mustn't|shouldn't|doesn't need to|must not|should not|isn't to) (?:see|read)"
         r" (?:this|it)\b"),
        r"(?<!did )(?<!does )\bnot (?:go |get |be (?:sent|passed|shown) )(?:on )?to <ment>\b",
        r"\bnot for <ment>\b(?! to\b)",
        r"\bwithout <ment> (?:knowing|seeing|hearing|finding out)\b",
        r"\bwithout (?:telling|letting) <ment>\b",
        (r"\b(?:take|cut|leave|strip|snip|delete|remove|lose) (?:this|that|it|these|them|the)(?: out| off| away)?"
         r" before (?:forwarding|sending|passing|<ment> (?:sees?|gets?|reads?)|(?:you|it|this) (?:forwards?"
         r"|pass(?:es)?|sends?"
         r"|goes|is (?:passed|sent|forwarded))(?: (?:it|this))? (?:on|out|to <ment>)\b)"),
        r"\bkeep <ment> out of (?:this|it)\b",
        r"\bbehind (?:my mentor's|MENT's?|MENT) ?back\b",
    )),
)  # fmt: skip
OF_OFFICES = ("in confidence", "not to be told", TO_TEAM)  # as disclaimers say, too
_PEOPLE = {
    "<them>": "(?:PRAC|him|her|them)",
    "<they>": "(?:PRAC|he|she|they)",
    "<ment>": "(?:MENT|my mentor)",
    "<boss>": "(?:(?:her|his|their|PRAC) )?(?:boss|manager|line manager|head|head teacher)",
}


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(patterns)
    for sign, words in _PEOPLE.items():
        whole = whole.replace(sign, words)
    return re.compile(whole)


_READ = tuple((name, _compiled(patterns)) for name, patterns in MARKS)
_READ_OF_MENTORS = (*_READ, *((name, _compiled(patterns)) for name, patterns in OF_MENTORS))


def mark_in(words: list[str], *, opening: bool, role: str = "mentor") -> str:
    """The name of the first mark in a sentence's words, or nothing. A greeting counts in the opening only, and of a
    mentor's mail alone: everybody else writes to the team as to a postbox."""
    said = f" {' '.join(words)} "
    you = "you" in words or "your" in words
    for name, pattern in _READ if role == "mentor" else _READ_OF_MENTORS:
        if (name == "about them" and you) or (name == TO_TEAM and (not opening or role != "mentor")):
            continue
        if pattern.search(said):
            return name
    return ""
