"""What must never be missed: the marks by which people ask, in so many words, that something stay with the team.

Read in words whose people are abstracted (PRAC, TEAM …), sentence by sentence. Each row has its name.
A word that is innocent in a report (a private room, support for families) is no mark by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

TO_TEAM = "to the team"
# What it is called, what one of always stands in it (most sentences are done with so, in no time), how it is said.
Row = tuple[str, tuple[str, ...], tuple[str, ...]]
MARKS: tuple[Row, ...] = (
    ("between ourselves", ("between us", "between you", "between ourselves"), (
        r"\bbetween (?:you and (?:me|i)|us two|you me and)\b",
        r"\bbetween ourselves\b(?! and the (?:rest|whole))",
        (r"(?= between us\b)"
         r"(?<!way)(?<!distance)(?<!difference)(?<!date)(?<!gap)(?<!door)(?<!table)(?<!screen)(?<!tea)(?<!room)(?<!lay)"
         r"(?<!lies)(?<!work)(?<!done)(?<!one)(?<!report)(?<!share)(?<!shared)(?<!split)(?<!divide)(?<!agreed)(?<!up)"
         r"(?<!sorted it)(?<!sorted that)(?<!settled it)(?<!agreed it)(?<!worked it out)(?<!sorted this)"
         r" between us\b(?! (?:we|both|all|two|and)\b)"),
        (r"\b(?:is|'s|stays?|remains?|keep|kept|just|only|one's|(?<!sorted )(?<!settled )(?<!agreed )(?:this|that|it))"
         r" between us\b(?! (?:we|and)\b)"),
    )),
    ("in confidence", ("confiden", "private"), (
        (r"(?<!grown )(?<!grow )(?<!growing )(?<!grows )(?<!grew )(?<!gain )(?<!gained )(?<!rise )(?<!increase )"
         r"(?<!improvement )(?<!change )(?<!changes )(?<!drop )(?<!fall )(?<!loss )(?<!lacking )\bin"
         r" (?:strict |strictest |complete |absolute )?confidence\b(?![ -]interval)"),
        r"\bconfidentially\b",
        r"\bin the (?:strictest|utmost|greatest) confidence\b",
        r"\brespect (?:my|this|the) confidence\b",
        (r"\b(?:treat|keep|regard) (?:this|it|that|the following|what follows|the rest)(?: [\w'-]+)? (?:as )?"
         r"(?:strictly |very )?(?:confidential|private)\b"),
        r"\b(?:this|it|that|please) remains? (?:confidential|private)\b",
        r"^ (?:strictly )?(?:private|confidential) and (?:confidential|private)\b",
        r"^ (?:strictly |in )?(?:private|confidential) (?:she|he|i|i'm|i've|her|his|PRAC|MGR|this|please|just|for)\b",
        r"^ (?:strictly |in )?private $",
        r"\b(?:this|that|it)(?: is|'s)? (?:strictly |completely )?(?:confidential|private)\b",
        r"^ (?:strictly )?confidential $",
    )),
    ("for your eyes only", ("eyes", "ears", "only", "alone", "just for"), (
        r"\bfor (?:your|TEAM) (?:eyes|ears)(?: only)?\b",
        r"\byour eyes only\b",
        (r"\b(?:for|to|as|with|of)(?: just)?(?: the| your| this)?(?: (?:programme|qi|cp|community|planning))*"
         r" (?:TEAM )+(?:only|alone)\b(?! (?:needs?|ha(?:ve|s)|runs?|uses?)\b)"),
        (r"^ (?:(?:the|ps|pps|official|sensitive|programme|qi|cp|community|planning) )*(?:TEAM )+(?:only|alone)"
         r"(?: (?:please|pls|not|i|we|the|there's?|this|her|his|she|he|PRAC)\b.*)? $"),
        r"\bfor you (?:only|alone)\b",
        r"\b(?:to|and|with|telling|tell|trust(?:ing)?|one of) you alone\b",
        r"\bto you only\b(?! (?:about|not|the)\b)",
        r"(?<!leave )(?<!left )(?<!leaves )\byou (?:only|alone) $",
        r"\bonly for (?:you|TEAM)\b(?! to\b)",
        r"\b(?:this|it|that|one)(?:'s| is) just for (?:you|TEAM)\b(?! to\b)",
        r"\bonly you (?:should|must|are to) (?:read|see|know|hear)\b",
        r"\bfor (?:PRAC|her|his) eyes only\b",
    )),
    ("off the record", (
        "record", "walls", "further", "stay", "nobody", "no one", "no-one", "from me", "entre nous", "sotto voce",
        "quiet", "discreet",
    ), (
        r"\boff the record\b",
        r"\bwithin these (?:four )?walls\b",
        r"\bgo(?:es)? no further\b",
        (r"\b(?:this|it|that|what(?:'s| i)? sa(?:y|id))(?: all)? stays?"
         r" (?:in (?:this|the) room|between (?:us|ourselves))\b"),
        r"\b(?:this|it|that) stays? with (?:you|TEAM)\b",
        r"\b(?:nobody|no one|no-one) else (?:should|must|is to) (?:see|know|hear|read)\b",
        (r"\b(?:nobody|no one|no-one) (?:at (?:her |his |their )?work|in (?:her|his) (?:office|team|school))"
         r" (?:is to|must|should) (?:know|hear)\b"),
        r"\b(?:nobody|no one|no-one) else knows (?:this|it|about (?:this|it)|yet)\b",
        r"\brather (?:nobody|no one|no-one)(?: else)? (?:knew|saw|heard|read)\b",
        r"\bdidn't hear (?:it|this) from me\b",
        r"\bentre nous\b",
        r"\bsotto voce\b",
        (r"\b(?:look (?:into|at)|check|deal with|sort|raise|find out|have a word|ask (?:around|about))\b.{0,25}"
         r"\b(?:on the quiet|discreetly)\b"),
    )),
    ("not to be told", ("n't", "dinna", "not", "never"), (
        (r"\b(?:don't|dinnae|dinna|do not|not to|never|please not|rather you didn't|would rather .{0,20}didn't)"
         r"\b.{0,25}(?:\b(?:tell|mention|show)(?: [\w'-]+){0,4} (?:<them>|MGR|<boss>)\b"
         r"(?! (?:what |how )?to (?!be on\b)\w)"
         r"|\blet\b.{0,30}\b(?:<them>|MGR|<boss>)(?: [\w'-]+){0,3} (?:know|see|hear|find|read|catch|learn"
         r"|get (?:wind|hold|to|this|it)|have (?:this|it)|in on)\b(?! only\b)"
         r"|\blet (?:this|it|that) (?:reach|travel|out|come out|be known|(?:slip|go|get|go back|get back|slip out)"
         r" to (?:<them>|MGR|<boss>|any))\b"
         r"|\blet (?:this|it|that) go (?:any|out|beyond|past|further)\b|\blet (?:on|slip)\b.{0,15}\b<them>\b)"),
        (r"(?<!\bi can )(?<!\bwe can )(?<!\bi could )(?<!\bwe could )"  # “I can not send it on time” tells of a report
         r"\b(?:don't|do not|not to|please don't|not) (?:pass|forward|send|share|relay|copy|repeat"
         r"|quote)\b.{0,30}\b(?:<them>|MGR|on|this|it)\b.{0,12}\b(?:please|on|to|with|PRAC|MGR|him|her|them"
         r"|this|it)\b"),
    )),
    ("not to be passed on", ("n't", "not", "no need", "private"), (
        r"\bnot to be (?:forwarded|passed on|passed along|shared|circulated|relayed|repeated|quoted|copied)\b",
        (r"^ (?:(?:please|but|and|so|just|kindly) )*(?:don't|do not) (?:forward|circulate|relay|share|pass|send)"
         r"(?: (?:this|it|that|my|any of (?:this|it)|below|on|further))*"
         r"(?: (?:e-?mail|mail|message|note|bit|part|line|reply|letter))?(?: (?:on|further|any further|below)\b.*)? $"),
        r"\b(?:no need to|don't|do not) (?:copy|cc)(?: in)?\b.{0,15}\b(?:<them>|MGR|<boss>)\b",
        (r"\bnot for (?:wider |general |onward |public |further )?(?:circulation|transmission|distribution|consumption"
         r"|broadcast(?:ing)?|repetition|repeating)\b(?! (?:data|figures|rates?))"),
        r"^ strictly private $",
    )),
    ("not a word", ("n't", "not", "never", "nothing", "make sure", "keep", "hold"), (
        (r"\b(?:don't|do not|not|never) (?:breathe|say) (?:a word|anything|any of this)(?: (?:of|about) (?:this|it))?"
         r" to (?:<them>|MGR|MENT|<boss>|anyone|anybody)\b"),
        r"\b(?:say nothing|not a word)(?: (?:of|about) (?:this|it))? to (?:<them>|MGR|MENT|<boss>|anyone|anybody)\b",
        (r"\bmake sure (?:that )?(?:<them>|MGR|<they>|<boss>)(?: [\w'-]+){0,2} (?:doesn't|don't|never|won't)"
         r" (?:see|know|hear|find|read|get)\b"),
        r"\b<they> (?:isn't|is not|aren't|are not) to (?:know|see|hear|read|be told)\b",
        r"\byou (?:may|can|might|should|must) (?:know|hear|see)(?: (?:this|it))? but <they>(?: is|'s) not to\b",
        r"\bkeep (?:<them>|MGR) out of (?:this|it)\b",
        r"\bhold (?:this|it|that|these) back from\b",
    )),
    ("not for them", ("n't", "not", "without", "before", "behind"), (
        # “drawn up with the tradesmen and not for them” is of these
        (r"(?<!and )\bnot for (?:<them>|MGR|sharing|passing on|forwarding|onward|the practitioner)\b"
         r"|\band not for (?:PRAC|him|her|(?:my|the|your) (?:mentee|practitioner)|MGR|sharing|passing on"
         r"|forwarding|onward"
         r"|the practitioner)\b|^(?:(?!\b(?:drawn up|designed|built|worked out|developed|done|made)"
         r" with the (?!TEAM|office)).)*\band not for them\b"),
        r"\bwithout <them> (?:knowing|seeing|hearing)\b",
        r"\bwithout (?:telling|letting) <them>\b",
        r"\b<they> (?:needn't|mustn't|shouldn't|doesn't need to|must not|should not) (?:see|know|hear)\b",
        (r"\bthey (?:needn't|mustn't|shouldn't|don't need to|must not|should not) (?:see|know|hear)(?: of| about)?"
         r" (?:this|it)\b"),
        r"\bbefore <they> (?:sees?|hears?)\b(?! (?:back )?from (?:me|us)\b)",
        r"\bbefore they (?:see|hear)(?: of| about)? (?:this|it)\b",
        r"\bbehind <them>? ?(?:his|her|their)? ?back\b",
    )),
    ("take it out", ("before", "TEAM", "office", "when", "if "), (
        (r"\b(?:take|cut|leave|strip|snip|delete|remove|lose) (?:this|that|the)(?: next| last| first)?"
         r" (?:bit|part|para|paragraph|lines?|sentence|note)(?: here| below| above)?(?: out| off| away)? before"
         r" (?:forwarding|passing|sending|(?:you|it) (?:forwards?|pass(?:es)?|sends?|goes|is (?:passed|sent|forwarded))"
         r"(?: (?:it|this))? (?:on|out|to|anywhere|any further)\b)"),
        (r"\b(?:bit|part|para|paragraph|line|sentence|section|note|postscript|ps|page|sheet|tab)"
         r"(?: here| below| above| NUM)? (?:is|'s|was)"
         r" (?:just |only |meant )?for (?:TEAM|the office|your office)\b"),
        # “I'd take it out before it goes on the noticeboard” is advice
        (r"(?:(?<!\bi'd )|(?!.{0,60}\bon(?:to)? (?:the|your|a|any) (?:notice ?board|wall|display) $))"
         r"\b(?:leave|take|edit|cut|snip|strip|keep)"
         r" (?:this|that|it|(?:the|this) (?:last |next |first )?(?:bit|part|para|paragraph|line|sentence))"
         r" (?:out|off|away|back)\b.{0,10}\b(?:when|before|if) (?:you|it|this)\b.{0,15}"
         r"\b(?:on|forward\w*|pass\w*|to <them>)\b"),
        (r"\bbefore (?:you|it|this) (?:forwards?|pass(?:es)?|sends?|goes|is (?:passed|sent|forwarded))\b.{0,15}"
         r"\b(?:take|cut|leave|strip|snip|delete|remove|lose|edit)\b"),
        r"\b(?:everything|all|the rest|what(?:'s| is)) (?:below|above|that follows)\b.{0,20}\bfor (?:the )?TEAM\b",
    )),
    # “for your records” alone may be said to who wrote the report
    ("for the file", ("file", "record", "notes", "log"), (
        (r"^ (?:(?:just|this is|this one is|some|a|one|please|notes?|something|only|and|ps) )*"
         r"for (?:the|your|our|TEAM|TEAM's) (?:own )?(?:files?|records?)\b(?! (?:name|format|size|you|i|we)\b)"
         r"(?! (?:[\w']+ ){0,4}(?:phone call|telephone call|talked|spoke|met)\b)"),
        r"\bnotes? (?:from|on|of|about|after)\b.{0,40}\bfor (?:the|your|our|TEAM's) (?:files?|records?|log)\b",
        r"\b(?:keep|put|leave|hold)(?: (?:this|it|that))? on (?:the |your |PRAC's |her |his )?file\b",
        (r"^ (?:(?:please|could you|can you|kindly|and) )*(?:add|put)(?: (?:this|it|that|the following))? (?:to|in"
         r"|into|on)"
         r" (?:the|her|his|PRAC's|PRAC 's) (?:notes|file|record)\b"),
    )),
    ("keep it", ("keep",), (
        (r"\bkeep (?:this|that|it)(?: bit| one| part)? (?:to yourself|to yourselves|quiet|private|confidential"
         r"|between (?:us|ourselves|you|mentors)|(?:away )?from (?:[\w'-]+ ){0,2}(?:<them>|MGR|MENT|<boss>|everyone"
         r"|everybody)|under (?:your|my) hats?|under wraps)\b"),
        (r"\bTEAM(?: TEAM)*(?: (?:folk|people|lot|office|team|staff))* (?:(?:to|please|should|must|will|would|could)"
         r" )+keep\b.{0,15}\bto (?:themselves|yourselves|itself)\b"),
    )),
    (TO_TEAM, ("TEAM",), (
        r"^ (?:hi|hello|dear|hey) [\w'-]+ (?:hi|hello|dear|hey) (?:all at )?(?:the )?TEAM\b",
        (r"^ (?:(?:hi|hello|dear|morning|evening|afternoon|good morning|good afternoon"
         r"|hi there) )?(?:all at |everyone at |the )?(?:NUM )?TEAM(?: TEAM)*\b"
         r"(?! (?:s|has|have|had|is|are|was|were|meeting|work))"),
        r"\b(?:for|to|note to|message for|word with|question for) (?:the )?TEAM(?: TEAM)*(?: only)? $",
    )),
    ("whoever reads this", ("whoever", "whomever", "whichever"), (
        (r"\b(?:whoever|whomever|whichever of you) (?:is |may be )?(?:reads?|reading|sorts?|sorting|minds?|minding"
         r"|runs?|running|handles?|handling|opens?|gets?|sees?|monitors?|looks? after)\b.{0,20}\b(?:this|here|mail"
         r"|mailbox|inbox|post|account)\b"),
        (r"\b(?:to|dear|for) (?:whoever|whomever|whichever of you) (?:forwards?|pass(?:es)?|relays?) (?:this"
         r"|these|it|them|my"
         r"|mails?|messages)\b(?! on to (?:the|your)\b)"),
        r"\bwhichever of you (?:does|keeps|makes|holds) the (?:list|lists|matching|records)\b",
    )),
    # “I wouldn't want them to see the answers” is of patients, or of pupils
    ("kept from several", ("read", "see", "know", "hear", "saw", "knew", "keep", "from", "of them", "for "), (
        (r"\b(?:i|we|i'd|we'd)(?: [\w'-]+){0,2} (?:wouldn't|would not|don't|do not|rather not|hardly|not)(?: really)?"
         r" (?:want|like|wish|have|let|need|care for)(?: for)? <several>(?: to)? (?:read|see|know|hear)"
         r"(?: of| about)?(?: <this>)?(?: please)? $"),
        (r"\bkeep <this>(?: [\w'-]+){0,2} (?:(?:away |back )?from|out of the (?:sight|reach|hands) of)"
         r" (?:<several>|<them>)\b"),
        (r"\b(?:neither|none) of them(?: should| must| is to| needs to| ever)? (?:see|saw|sees|reads?|knows?|knew"
         r"|hears?|heard)(?: of| about)? <this>"),
        r"\bhide <this> from (?:<several>|<them>)\b",
        r"\b<this> (?:isn't|is not|wasn't) (?:meant |intended )?for (?:<several>|<them>|MGR)\b(?! to\b)",
        r"\bnot for (?:the two of them|both of them|either of them|any of them|these two|the pair of them)\b",
        (r"\b(?:rather|prefer(?:red)?(?: it)?(?: if)?|grateful if|glad if) <several> (?:didn't|did not) (?:see|saw|read"
         r"|know|hear)\b"),
    )),
    ("out of their depth", ("depth", "head", "not up to", "coping", "struggling", "in over"), (
        (r"\b(?:out of (?:his|her|their) depth|over (?:his|her|their) head|not up to (?:it|this|the)"
         r"|<they>(?: is|'s)? not coping|<they> (?:is|'s|are) struggling|in over)\b"),
    )),
    ("before anybody is accused", ("accus",), (
        (r"\b(?:before i|i'm not|i am not|not going to|(?:don't|wouldn't) want to|rather not|without)(?: go)?"
         r" accus(?:e|ing) (?:any(?:one|body)|some(?:one|body)|<them>)\b"),
    )),
    ("another match", ("match me", "pair me"), (
        r"\b(?:match|pair) me (?:up )?with (?:some(?:one|body)|anyone|anybody|another)\b",
    )),
    ("about them", (" about ", "not sure", "doubt"), (
        (r"\b(?:not sure|doubt)(?: that| if| whether)? <they>(?:'ll|'s| will| can| is| really| even| has| wants?| to)*"
         r" (?:stick|last|cope|manage|finish|make it|go on|carry on|see it through|up to|ready|right for|cut out|it in"
         r"|get it|gets it|get there|see the point|sees the point|be here|wants|want|understands?|follows?)\b"),
        (r"\b(?:worried|concerned|uneasy|anxious|concerns?|worries"
         r"|doubts?) about (?:PRAC|him|her)(?! (?:measure|data|chart))\b"),
    )),
)  # fmt: skip
# Whom a practitioner or a manager mustn't have told; a mentor speaks of them as of anybody.
OF_MENTORS: tuple[Row, ...] = (
    ("not for the mentor", ("MENT", "my mentor", "before"), (
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
        r"\b(?:not|isn't) for <ment>\b(?! to\b)",
        r"\bno need for <ment> to (?:see|know|hear|read)\b",
        r"\bwithout <ment> (?:knowing|seeing|hearing|finding out)\b",
        r"\bwithout (?:telling|letting) <ment>\b",
        (r"\b(?:take|cut|leave|strip|snip|delete|remove|lose) (?:this|that|it|these|them|the)(?: out| off| away)?"
         r" before (?:forwarding|sending|passing|<ment> (?:sees?|gets?|reads?)|(?:you|it|this) (?:forwards?"
         r"|pass(?:es)?|sends?"
         r"|goes|is (?:passed|sent|forwarded))(?: (?:it|this))? (?:on|out|to <ment>)\b)"),
        r"\bkeep <ment> out of (?:this|it)\b",
        r"\bbehind (?:my mentor's|MENT's?|MENT) ?back\b",
    )),
    ("doubt about the mentor", ("MENT", "my mentor"), (
        (r"\b(?:not sure|don't think|doubt|wonder|wondering|not convinced)(?: that| if| whether)?(?: that)? <ment>"
         r"(?: really| actually| even| quite| is| does| has)* (?:gets?|understands?|knows? (?:much|what|anything)"
         r"|cares?|likes?|interested|right for|the right|bothered|listen\w*|appreciates?|follows?)\b"),
    )),
)  # fmt: skip
OF_OFFICES = ("in confidence", "not to be told", TO_TEAM)  # as disclaimers say, too
_PEOPLE = {
    "<them>": "(?:PRAC|him|her|them|(?:my|the|your) (?:mentee|practitioner))",
    "<they>": "(?:PRAC|he|she)",
    "<several>": "(?:the two of them|both of them|either of them|any of them|them both|them|they|both|these two"
    "|the two|the pair of them|the others?)",
    "<this>": "(?:this|that|it|(?:this|that|the) (?:last |next )?(?:bit|one|part|lines?|sentence|mail|e-?mail|message"
    "|note|paragraph|remark|question|comment|reply|answer|word|ps))",
    "<ment>": "(?:MENT|my mentor)",
    "<boss>": "(?:(?:her|his|their|PRAC) )?(?:boss|manager|line manager|head|head teacher)",
}


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(patterns)
    for sign, words in _PEOPLE.items():
        whole = whole.replace(sign, words)
    return re.compile(whole)


_READ = tuple((name, needs, _compiled(patterns)) for name, needs, patterns in MARKS)
_READ_OF_MENTORS = (*_READ, *((name, needs, _compiled(patterns)) for name, needs, patterns in OF_MENTORS))
MARK_NAMES = frozenset(name for name, _, _ in _READ_OF_MENTORS)


def mark_in(words: Sequence[str], *, opening: bool, role: str = "mentor") -> str:
    """The name of the first mark in a sentence's words, or nothing. A greeting counts in the opening only, and of a
    mentor's mail alone: everybody else writes to the team as to a postbox."""
    return _mark_in(tuple(words), opening, role)


@lru_cache(maxsize=512)  # sentences: a mail is read whole and in parts
def _mark_in(words: tuple[str, ...], opening: bool, role: str) -> str:
    said = f" {' '.join(words)} "
    you = "you" in words or "your" in words
    for name, needs, pattern in _READ if role == "mentor" else _READ_OF_MENTORS:
        if not any(need in said for need in needs):
            continue
        if (name == "about them" and you) or (name == TO_TEAM and (not opening or role != "mentor")):
            continue
        if pattern.search(said):
            return name
    return ""
