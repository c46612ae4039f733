"""What a manager says of the practitioner by name, or as “she”, that weighs them: it is about them, never to them.

| a sentence | as in |
|---|---|
| weighs what they say | “I'd take what Jo says with a pinch of salt”, “go by Jo's word” |
| says what they are or aren't | “Jo's a good worker but …”, “Jo isn't one for detail” |
| says how they always are | “as Jo's reports always are”, “Jo tends to exaggerate” |
| names what is theirs as a person | “Jo's attitude”, “at Jo's level” |
| gives the credit, or the choice, to others | “half of that was Janet's work”, “I backed another one over this” |
| warns of reading too much into it | “I wouldn't read too much into that, Jo …” |

Plain praise and thanks are none; nor is what is said of where they are, what they do and have.
"""

from __future__ import annotations

from collections.abc import Sequence

from qibot.spoken import Spoken
from qibot.understanding.persons.turned_to import turns
from qibot.understanding.phrases.praised import is_praise

_SAYS = (
    r"(?:say|says|said|tells?|told|claims?|claimed|writes?|wrote|puts?|thinks?|reports?|reported|reckons?|makes out)"
)
_WEIGHS_WORDS = Spoken(
    # what they say, with what is thought of it
    r"\b(?:tak(?:e|en|ing)|read|believ\w+|trust\w*|rely|relies|relying|depend\w*|go by|buy|swallow|question|doubt"
    r"|check\w*|discount|ignore|careful (?:with|of|about)|wary of|pinch of salt|into)\b[^.!?;]{0,40}\b(?:what|whatever"
    rf"|anything|everything|all)(?: that)? (?:PRAC|she|he)(?:['’]s| has| may| might)? {_SAYS}\b"
    rf"|\b(?:what|whatever|anything|everything|all)(?: that)? (?:PRAC|she|he)(?:['’]s| has)? {_SAYS}\b[^.!?;]{{0,60}}"
    r"\b(?:salt|check\w*|careful\w*|doubt\w*|exaggerat\w+|half|literally|gospel|face value|seriously|with (?:a|some)"
    r" (?:caution|care))\b"
    r"|\b(?:not|n['’]t|never|don['’]t|rather not|sooner not) (?:\w+ )?(?:take|trust|rely on|go by|believe|bank on"
    r"|count on|depend on|read much into|read too much into|put much (?:faith|weight|store)) (?:\w+ ){0,2}?(?:PRAC|her"
    r"|him|she|he)\b"
    rf"|\bwhat (?:PRAC|she|he) (?:calls?|called|means by|thinks of as)\b"
    r"|\b(?:don['’]?t|do not|never) let (?:PRAC|her|him) (?:fool|kid|con|convince|persuade|charm|bamboozle|mislead"
    r"|tell)\b"
    r"|\byou['’]d (?:think|believe|swear)(?: that)? (?:PRAC|she|he)\b"
    r"|\bPRAC['’]?s (?:say-?so|word|version|account|side of (?:it|this|the story)|story|take on|memory of|idea of)\b"
    r"(?! (?:processor|count|cloud))",
    "says", "said", "say", "tell", "told", "claim", "writ", "wrote", "put", "think", "report", "reckon", "makes out",
    "take", "trust", "rely", "go by", "believe", "bank", "count", "depend", "word", "version", "account", "side",
    "story", "memory", "idea", "read", "call", "means by", "fool", "kid", " con", "persuade", "charm",
    "bamboo", "mislead",
    "swear", "take on",
)  # fmt: skip
# “Jo's a worker”, “Jo isn't a numbers person”; but “Jo's back”, “Jo is at her desk”, “Jo's chart”
_IS = Spoken(
    r"\bPRAC(?:['’]s| is| was| isn['’]t| wasn['’]t|['’]s been| has been| hasn['’]t been|['’]s not| is not| would be"
    r"| could be| can be| may be)(?: (?:usually|often|really|quite|rather|just|only|maybe|perhaps|certainly|probably"
    r"|frankly|generally|honestly|basically|still))? "
    r"(?:an?(?! (?:granny|gran|mum|dad|aunt\w*|nurse|teacher)\b)|no|not|never|too (?!modest|kind|polite|nice|good to)"
    r"|hardly|scarcely|barely|far from|more of|less|such|very much|the (?:sort|kind|type)"
    r"|one (?:for|to|of)|inclined|prone|known|apt|liable|bound|wont|out of|all (?:talk|mouth|heart)|easily|good at"
    r"|better at|best at|bad at|poor at|weak|slow|lazy|careless|sloppy|difficult|hard work|not the)\b"
    r"|\bPRAC(?:['’]s not| isn['’]t| wasn['’]t| is not| was not)(?: \w+)? (?:great|good|brilliant|strong|keen"
    r"|interested"
    r"|bothered|suited|careful|reliable|organi[sz]ed|helpful|happy|listening|easy|popular)\b"
    r"|\b(?:how|the way) PRAC (?:is|was|behaves?|acts?|talks?|treats?|goes on|carries on)\b"
    r"|\bI['’]ll (?:give (?:her|him|PRAC) that|say that for (?:her|him|PRAC))\b|\bat (?:her|his|their) best\b"
    r"|\b(?:confirm|check|sure|prove|know|believe)(?: that)? PRAC (?:actually|really|ever)\b"
    r"|\bPRAC\b[^.!?;]{0,40}\b(?:band \d|(?:re-?)?grad(?:ed|ing)|promot(?:ed|ion)|disciplin\w+|grievance|warning"
    r"|capability"
    r"|redundan\w+|at risk|interview for|applied for)\b"
    r"|\bPRAC(?:['’]s| is| was)? (?:only|just) (?:doing|here|in (?:it|this)|after|wants?|did|does)\b"
    r"|\bPRAC (?:has no|had no|hasn['’]t (?:a|any|the)) (?:idea|clue|notion|interest|patience|time for|sense|grasp"
    r"|feel)\b"
    r"|\bPRAC\b[^.!?;,]{0,30}\b(?:over|above|behind) my (?:head|back)\b|\bPRAC\b[^.!?;,]{0,20}\b(?:on|in) my time\b"
    r"|\bPRAC (?:seems?|appears?|comes? across|strikes? me|lacks?|struggl\w+|needs? (?:a |more |to be )"
    r"(?:push\w*|nudg\w*|watch\w*|chas\w*|prod\w*|remind\w*|hand|support|confidence|structure))\b",
    "prac",
    "give",
    "say that for",
    "best",
)
_HABIT = Spoken(
    r"\bPRAC(?:['’]?s)?\b(?:(?! I\b)[^.!?;,]){0,30}\b(?:always|never|usually|often|generally|invariably|tends?|tended"
    r"|has a (?:habit"
    r"|way|tendency|knack)|likes to|loves to (?:talk|moan)|can['’]t (?:help|resist)|every time|for ever|forever"
    r"|exaggerat\w+|overstat\w+|embellish\w*|dramati\w+|inflat\w+|glosses|overdo\w*|undersell\w*|oversell\w*|rush\w*"
    r"|cuts? corners|coast\w*|wing(?:s|ing)? it|moan\w*|procrastinat\w+|dither\w*|waffl\w+|panic\w*)\b"
    r"|\bas (?:ever|always|usual)\b[^.!?;]{0,20}\b(?:with|for|from) PRAC\b|\b(?:with|for|from) PRAC,? as (?:ever|always"
    r"|usual)\b|\btypical(?:ly)? (?:of )?PRAC\b|\b(?:that['’]s|just) like PRAC\b|\bknowing PRAC\b",
    "prac",
)
_TRAIT = Spoken(
    r"\bPRAC['’]?s (?:\w+ )?(?:level|attitude|ability|abilities|standards?|judg[e]?ment|time-?keeping|spelling|grammar"
    r"|english|maths|handwriting|confidence|experience|track record|strong (?:point|suit)|strength|weakness(?:es)?"
    r"|faults?|habits?|nature|temper|ego|memory|patience|commitment|motivation|performance|absences?|sickness"
    r"|health|home life|limits|limitations|day job)\b",
    "prac",
)
_CREDIT = Spoken(
    r"\b(?:half|most|much|all|part|some|a lot|a fair bit|the best|the rest|the bulk|the good bits?) of (?:that|this|it"
    r"|the (?:report|work|project|thinking|writing))\b[^.!?;]{0,12}\b(?:was|is|were|are|came from|comes from)\b"
    r"[^.!?;]{0,25}(?:['’]s|['’]) (?:own )?(?:work|idea|ideas|doing|effort|efforts|writing|thinking)\b"
    r"|\b(?:had|been given|got) (?:a lot of|a great deal of|plenty of|more|considerable) help (?:with|on) (?:this|that"
    r"|it)\b|\b(?:did|wrote|made|drew) (?:most|half|all|much) of (?:this|that|it)(?: for (?:her|him|PRAC))\b"
    r"|\bcarried by\b|\b(?:backed|preferred|favou?red|voted for|supported|would have (?:picked|chosen)|wanted)\b"
    r"[^.!?;]{0,40}\b(?:over|rather than|instead of|ahead of) (?:this (?:one|project)|hers|his|PRAC(?:['’]s)?)\b",
)
_WARNS = Spoken(
    r"\bpinch of salt\b|\b(?:not|n['’]t|never) (?:\w+ )?(?:read|expect|make) (?:too |very )?much (?:into|of|from)\b"
    r"[^.!?;]{0,40}\b(?:PRAC|she|he|her|his)\b|\btread (?:carefully|gently|softly|warily)\b|\bgo (?:easy|carefully"
    r"|canny) (?:on|with) (?:PRAC|her|him)\b|\b(?:don['’]t|do not|wouldn['’]t) (?:be (?:fooled|taken in)|hold your"
    r" breath)\b|\bisn['’]t for everyone\b|\bnot (?:everybody|everyone)['’]s\b|\bgood luck with (?:her|him|PRAC)\b",
)
# In a mail of a few words that calls nobody, what is said of them is of the work, of a time, or of a talk with them.
_OF_WORK = Spoken(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:today|tonight|tomorrow|yesterday|this (?:week|morning"
    r"|afternoon)|next (?:week|month)|hours?|an? (?:day|morning|afternoon)|(?:tea|lunch|break)(?: ?time)?|christmas"
    r"|easter|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:reports?|drafts?|charts?|numbers|figures|lists?|cases?|template|laptop|forms?|project|measures?|survey"
    r"|clinic"
    r"|poster|board|minutes|slides?|spreadsheet|file|copy|dates?|meeting|call|session|room|cover|leaflets?|e-?mails?)\b"
    r"|\b(?:ask|asks|asked|tell|tells|told|let|show|shows|showed|give|gives|gave|send|sends|sent|bring|brings|join|meet"
    r"|meets|invite[ds]?|count|counts?|counting|test|tests|testing|try|tries|trying|tried) \b|\bPRAC (?:and I|knows)\b"
    r"|\bPRAC (?:will|can|may|to) \w+(?: (?:it|that|this|on|in))?\W*$|\b(?:asking|explain\w*|check\w*|amend\w*|fill\w*"
    r"|typing|carr(?:y|ies) on|crack on|pages?|desk|remind\w*)\b|\b(?:is|are|was) (?:quite |absolutely )?(?:right"
    r"|true|correct)\b|\b(?:PRAC|s?he) (?:can|may|will) have\b"
    r"|\b(?:I['’]?ll|I will|I shall|will|I['’]ve|I['’]m|shall) (?:\w+ ){0,3}?(?:ask|speak|spoken|talk|see|seeing"
    r"|catch|grab"
    r"|discuss|get hold|look|tell|chase|check)\b|\bfor PRAC\b|\bPRAC['’]s (?:on it|here|back|away|fine|delighted"
    r"|chuffed)\b"
    r"|\?",
)
_ASIDE = Spoken(
    r"\b(?:won['’]t(?! (?:be able|have|get|need)\b)|never|mark my words|half the|no idea|everything|nothing)\b"
)
_OF_THEM = Spoken(r"\bPRAC\b|^\W*(?:what |whatever |if )?s?he(?:['’]s|['’]d|['’]ll)?\b")
FEW = 16  # words of such a mail
_KINDS = (_WEIGHS_WORDS, _IS, _HABIT, _TRAIT, _CREDIT, _WARNS)


def weighs(said: Sequence[str]) -> bool:
    """Whether one of the sentences, with tokens for the names, weighs the practitioner, and isn't plain praise."""
    return any(any(kind.is_in(one) for kind in _KINDS) and not is_praise(one) for one in said) or _is_remark(said)


def _is_remark(said: Sequence[str]) -> bool:
    """Whether a mail of few words calls nobody and says of the practitioner what is no praise and not of the work."""
    if sum(len(one.split()) for one in said) > FEW or any(to for to, _ in turns(said)):
        return False
    of_them = [one for one in said if _OF_THEM.is_in(one) and not is_praise(one)]
    return any(_ASIDE.is_in(one) or not _OF_WORK.is_in(one) for one in of_them)
