"""A mentor's line that says one thing alone, whatever its few words weigh.

| it says, and nothing else but courtesies | it is |
|---|---|
| a score: “I'd put this at a three”, “stage 2 feels right” | feedback |
| that its writer is happy with it: “Happy with this. Go ahead.”, “Superb. Best I've had from you.” | the same |
| how busy its writer is, or who is ill at home, and no day: “busy week, bear with me” | a delay without one |
| when to talk, or how somebody's holiday was: “Zoom at 2 next week?” | a message |
| that they spoke, when, where and for how long: “I phoned her this morning, as agreed” | contact |

Each of them is told by a closed list of words; whatever else is said leaves it to the weights: “I'd put her
at a one”, “busy, and I can't take on any more”.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.expression import expression
from qibot.understanding.meaning import Meaning
from qibot.understanding.meaning.asides import OPEN
from qibot.understanding.phrases.courtesy import is_courtesy

MOST = 30  # words of such a mail
_CLAUSES = expression(r"[!?;:,()\n]+|\.(?!\d)|\s[-–—]+\s|[–—]|\b(?:but|and|so)\b", re.IGNORECASE)
_NUMBER = r"(?:[0-5](?:\.\d)?|one|two|three|four|five|a half|half)"
_SCORES = expression(
    rf"\b(?:scor(?:e|es|ed|ing)|stage|level|put|mark|rate|rating|grade|give|go (?:for|with)|have|say|call|in my book"
    rf"|for me|from me|my (?:vote|verdict))\b|\b{_NUMBER} ?(?:/|out of) ?(?:5|five|10|ten)\b",
    re.IGNORECASE,
)
_OF_SCORE = expression(
    rf"(?:\b(?:i['’]?d|i would|i['’]?ve|i|probably|say|put|call|scor(?:e|es|ed|ing)|give|mark|rate|rating|grade|place"
    r"|have|go|going|for|with|this|it|that|it['’]?s|that['’]?s|you|you['’]re|your|project|report|stage|level|an?|the|at"
    r"|as|about|around|roughly|feels?|seems?|looks?|sounds?|right|fair|solid|strong|good|firm|clear|easy|down|in|my"
    r"|book|me|from|out|of|is|are|be|would|think|reckon|maybe|perhaps|on|scale|now|definitely|ok|okay|between|and|or"
    r"|half|today|far|vote|verdict|one"
    rf"|10|ten|programme|programme['’]s|still|just|already|{_NUMBER})\b|[/'’\s.-])+",
    re.IGNORECASE,
)
_OF_PROJECT = expression(r"\b(?:scor\w+|stage|level|mark|rat(?:e|ing)|put|solid|out of)\b|\d ?/ ?\d", re.IGNORECASE)
_TIMES = (
    r"(?:just now|right now|now|at (?:the|this) (?:minute|moment|mo)|today|this (?:week|month|term|fortnight)|here)"
)
_BUSY = expression(
    r"\b(?:an? (?:awful |whole )?(?:lot|load|ton)|lots|loads|tons|plenty)(?: going)? on\b"
    rf"|\btoo much (?:going )?on\b(?=.*\b{_TIMES}\b)"
    r"|\b(?:busy|hectic|manic|frantic|crazy|mad|chaotic|chaos|bonkers|swamped|drowning|inundated|stretched|snowed"
    r"|flat out|under the (?:cosh|pump)|all go|non-?stop|full on|up to my (?:eyes|eyeballs|neck|ears|oxters)"
    r"|(?:run|rushed|running) off my feet|up against it|on my plate)\b",
    re.IGNORECASE,
)
_KIN = (
    r"(?:(?:(?:my|our|the) (?:\w+ )?(?:daughter|son|kids?|weans?|bairns?|boys?|girls?|children|child|baby|wee one"
    r"|little one|youngest|eldest|twins|toddler|mum|mother|dad|father|wife|husband|partner|gran|parents)|kids))"
)
_AT_HOME = expression(
    rf"^\W*{_KIN}(?:['’]s| is| are|['’]re| has| have)?\b.*\b(?:off sick|off school|ill|sick|poorly|unwell|in hospital"
    r"|flu|covid|bug|chicken ?pox|fever|temperature|vomiting|norovirus|tonsillitis)\b",
    re.IGNORECASE,
)
_OF_HOME = expression(
    rf"(?:{_KIN}|\b(?:['’]s|is|are|['’]re|has|have|had|been|all|both|got|down|with|an?|the|off|sick|school|nursery|ill"
    rf"|poorly|unwell|in|hospital|flu|covid|bug|chicken ?pox|fever|temperature|vomiting|norovirus|tonsillitis|again"
    rf"|just|very|quite|really|still|bit|home|at|{_TIMES})\b|['’\s])+",
    re.IGNORECASE,
)
_OF_BUSY = expression(
    r"(?:\b(?:i|i['’]?ve|i['’]?m|it['’]?s|it|am|is|are|was|we['’]?re|have|having|got|a|an|the|lot|lots|load|loads|tons?"
    r"|plenty|on|too|much|going|awful|whole|just|right|now|at|minute|moment|mo|this|these|today|week|weeks|month|term"
    r"|time|times|year|fortnight|spell|patch|days|few|couple|of|here|here['’]?s|there|bit|little|very|really|rather"
    r"|quite|so|pretty|super|crazy|stupidly|always|things|all|my|in|with|work|busy|busier|hectic|manic|frantic|mad"
    r"|chaotic|chaos|bonkers|swamped|drowning|inundated|stretched|snowed|under|flat|out|cosh|pump|go|non|stop|full"
    r"|up|to|eyes|eyeballs|neck|ears|oxters|run|rushed|running|off|feet|against|plate|end|start|ward|school|office"
    r"|clinic|usual|sorry|apologies|i['’]?m afraid|than|'s)\b|['’\s-])+",
    re.IGNORECASE,
)
_LATER = expression(
    r"\W*(?:please |just |so )?(?:bear with me(?: please)?(?: on this(?: one)?)?"
    r"|(?:(?:i|we)(?:['’]ll| will)|will)(?: try (?:to|and))? (?:get (?:to|round to)|look at|read|do"
    r"|catch up(?: on| with)?)"
    r"(?: (?:it|this|that|yours|the report|these))?(?: (?:all|properly))?"
    r"(?: (?:as soon as (?:i can|possible)|when i can|when i get a (?:minute|moment|chance)|soon|shortly|asap|later))?"
    r"|(?:(?:i|we)(?:['’]?m| am|['’]re)|so|and|am)? ?(?:a bit |a little |rather |running |so )*(?:behind|late)"
    r"(?: (?:with|on) (?:this|it|that|the report|everything))?"
    r"|(?:so )?(?:this|it|feedback|my feedback)(?: will|['’]ll| may| might) be (?:a bit |a little )?(?:late|delayed)"
    r"|(?:i['’]?m |i am |so |very |really |my )*(?:sorry|apologies)(?: about (?:this|that|the (?:delay|wait))"
    r"| for (?:the|my) (?:delay|wait|silence))?)\W*",
    re.IGNORECASE,
)
_TALKS = expression(
    r"\W*(?:(?:shall|can|could|should) we (?:\w+ )?|how about (?:a )?|fancy (?:a )?|any chance of a "
    r"|are you free for a |a "
    r"|quick )*(?:zoom|teams|call|phone|phone call|chat|catch[ -]?up|coffee|meet|meeting|speak|talk|tea)\b"
    r"(?: (?:at|on|in|next|this|by|or|about|around|half|past|o['’]clock|week|tomorrow|today|the|phone|teams|zoom|am|pm"
    r"|noon|lunchtime|morning|afternoon|evening|then|call|instead|\w+day|\d[\w.:]*|\w+ o['’]clock))*\W*",
    re.IGNORECASE,
)
_SMALL = expression(
    r"\W*(?:(?:i |just )?(?:hope|trust|hoping)(?: (?:that|all['’]?s|all is))?|how(?:['’]s| is| are| was| were| did"
    r"| have)|(?:did|have|are|is) (?:you|your))\b"
    r"(?=.*\b(?:holidays?|hols|break|weekend|christmas|xmas|easter|new year|wedding|birthday|house|flat"
    r"|move|new job|new post"
    r"|kids|children|family|baby|weather|trip|party|half[ -]term|festival|honeymoon|dog|cat|garden"
    r"|concert|race|marathon)\b)"
    r"(?!.*\b(?:data|charts?|aims?|measur\w+|reports?|tests?|testing|pdsa\w*|project|survey|ward|pupils|patients"
    r"|parents|staff|think|affect\w*|change\w*)\b)[^.!]{0,60}",
    re.IGNORECASE,
)


_VERDICT = expression(
    r"\W*(?:(?:yes|so|and|well|ok|okay)\b\W*)*(?:"
    r"(?:i['’]?m |i am )?(?:very |really |quite |more than |perfectly )?(?:happy|content|pleased|comfortable) with"
    r" (?:this|that|it|all of (?:it|this|that)|(?:the|your) (?:charter|report|aim|plan))(?: to (?:go"
    r"|proceed)\b[\w ]{0,12})?"
    r"|(?:it['’]?s |that['’]?s )?(?:a )?(?:big |firm )?(?:yes|thumbs up|green light|go) from me"
    r"|(?:it['’]?s |the )?best (?:one |report )?(?:i['’]ve had|yet|so far)(?: from you)?(?: (?:yet|so far))?)\W*",
    re.IGNORECASE,
)
_NAMES_IT = expression(r"\b(?:report|charter|plan|aim)\b", re.IGNORECASE)
_BESIDE_VERDICT = expression(
    r"\W*(?:(?:please |you can |so |just |and )*(?:go ahead(?: with (?:it|this|that))?|go for it|on you go"
    r"|crack on|carry on"
    r"|proceed|good to go)|(?:absolutely |just )?(?:superb|excellent|brilliant|fantastic|great|lovely|wonderful)"
    r"|no (?:changes|notes|comments)(?: from me| needed)?|nothing to add)\W*",
    re.IGNORECASE,
)
_TALKED = expression(
    r"\b(?:phoned|telephoned|rang|rung|met(?: up)?|saw|seen|spoke|spoken|talked|chatted|(?<!was )called|zoomed|visited"
    r"|caught up|(?:was|been) (?:meeting|speaking|chatting)(?: (?:up|with))?"
    r"|had (?:(?:an?|our|the|good|long|quick|wee|brief|proper|nice|lovely|usual|phone|teams|zoom|video) )*"
    r"(?:call|chat|catch-?up|conversation|meeting|talk|natter|blether|cuppa|coffee|session|visit))\b",
    re.IGNORECASE,
)
_OF_TALKED = expression(
    rf"(?:{_TALKED.pattern}|\b(?:(?:her|his|my|our)(?:['’]s)? (?:office|clinic|ward|school|work|nursery|station"
    r"|base|place)|just|to|say|that|this|is|was|let|you|know|fyi|for|the|your|our|log|logs|record|records"
    r"|info|information|note|noting|confirm|i|we|i['’]ve|we['’]ve|have|both|her|him|them|each|other|again|with|on|at|in"
    r"|by|over|about|around|an?|of|as|agreed|planned|arranged|promised|usual|today|yesterday|last|morning"
    r"|afternoon|evening|night|week|lunchtime|lunch|coffee|mon|tues?|weds?|thurs?|fri|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|first|thing|earlier|half|hours?|minutes|mins|phone|telephone|teams|zoom|video|person|face|\d{1,2}"
    r"(?:st|nd|rd|th)?|twenty|thirty|forty|fifteen|ten|call|chat|meeting|already|so|yes|done|went|well|good|fine|all)\b|['’\s-])++",
    re.IGNORECASE,
)
# Whom they saw or called: “Seen.” may be of a letter.
_NEEDS_WHOM = expression(r"\b(?:seen|saw|met(?! up)|called|caught up)\b", re.IGNORECASE)
_WHOM = expression(
    r"\b(?:seen|saw|met|called|caught up)(?: up)?(?: with)? (?:her|him|them|each other)\b"
    r"(?! (?:office|clinic|ward|school|work|nursery|station|base|place)\b)|\bwe(?:['’]ve| have)?(?: both)?(?: just)? "
    r"(?:met|caught up)\b",
    re.IGNORECASE,
)
_INITIALS = expression(r"\W*[A-Z]{1,2}\W*")  # as whose they sign


def of_one_line(found: Meaning, text: str, names: frozenset[str], *, to_report: bool) -> Meaning:
    """The meaning of a mentor's words, where they say but one of these; `names` are those that they may call or sign
    with. `to_report`: they answer the letter with it; else “happy with that” may be of anything."""
    if found.mark or found.cut or found.in_form:
        return found
    clauses = _said(text, names)
    if gives_score(text, names) or (gives_verdict(text, names) and (to_report or _NAMES_IT.search(text))):
        return _only_as(found, "feedback")
    if is_only_busy(text, names):
        return _only_as(found, "delay")
    if tells_of_talk_alone(text, names):
        return _only_as(found, "spoke")
    if _only(clauses, _TALKS) or _only(clauses, _SMALL):
        return _only_as(found, "message")
    return found


def gives_score(text: str, names: frozenset[str], *, plainly: bool = False) -> bool:
    """Whether it says, beside courtesies, but a score; `plainly` one of a project: “I'd say three” may
    answer anything."""
    clauses = _said(text, names)
    if "?" in text or (plainly and not _OF_PROJECT.search(text)):
        return False
    return _only(clauses, _OF_SCORE) and any(_is_score(one) for one in clauses)


def gives_verdict(text: str, names: frozenset[str]) -> bool:
    """Whether it says, beside courtesies, but that its writer is happy with it: “Happy with this. Go ahead.”"""
    clauses = [one for one in _said(text, names) if not _INITIALS.fullmatch(one)]
    plain = [one for one in clauses if not _BESIDE_VERDICT.fullmatch(one)]
    return "?" not in text and _only(plain, _VERDICT)


def is_only_busy(text: str, names: frozenset[str]) -> bool:
    """Whether it says, beside courtesies, but how busy its writer is, or who is ill at home."""
    clauses = _said(text, names)
    kept = [one for one in clauses if _BUSY.search(one) or _AT_HOME.search(one) or re.search(r"bear with", one, re.I)]
    return (
        bool(kept)
        and "?" not in text
        and all(
            _OF_BUSY.fullmatch(one) or (_AT_HOME.search(one) and _OF_HOME.fullmatch(one)) or _LATER.fullmatch(one)
            for one in clauses
        )
    )


def tells_of_talk_alone(text: str, names: frozenset[str]) -> bool:
    """Whether it says, beside courtesies, but that they have spoken, when, where and for how long."""
    called = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in sorted(names)) or r"(?!)", re.IGNORECASE)
    clauses = [called.sub("her", one) for one in _said(text, names) if not _INITIALS.fullmatch(one)]
    return "?" not in text and _only(clauses, _OF_TALKED) and any(map(_tells_of_talk, clauses))


def _tells_of_talk(clause: str) -> bool:
    """Whether it says that they spoke, or whom its writer saw."""
    return _TALKED.search(clause) is not None and (
        _WHOM.search(clause) is not None or _TALKED.search(_NEEDS_WHOM.sub(" ", clause)) is not None
    )


def _said(text: str, names: frozenset[str]) -> list[str]:
    """The clauses of a short text that are more than courtesies."""
    clauses = _CLAUSES.split(text) if len(text.split(None, MOST)) < MOST else []
    return [one for one in clauses if re.search(r"\w", one) and not is_courtesy(one, names)]


def _is_score(clause: str) -> bool:
    return re.search(rf"\b{_NUMBER}\b", clause, re.IGNORECASE) is not None and _SCORES.search(clause) is not None


def _only(clauses: list[str], words: re.Pattern[str]) -> bool:
    return bool(clauses) and all(words.fullmatch(one) for one in clauses)


def _only_as(found: Meaning, kind: str) -> Meaning:
    told = [replace(one, apart={OPEN: 1.0}) for one in found.told]
    return replace(found, likely={kind: 1.0}, told=told, whole={kind: 1.0})
