"""How people say what changes a row of the sheet of people: an address, a manager, a name, who is in copy.

| sentence | news |
|---|---|
| “please use …”, “my email from Monday is …” | the writer's address |
| “Fiona Black has taken over from Meg”, “Meg has retired” | who manages or mentors |
| “I'm Jo Baird now”, “I got married” | the writer's name |
| “Jo is Jo Brown now”, “her address is …”, of a manager or mentor | the practitioner's name or address |
| “same project, but I've changed school” | where they are |
| “copy Fiona Black in”, “stop copying me”, “take my manager off these” | who is in copy |
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from qibot.expression import expression
from qibot.spoken import Spoken

ADDRESS = expression(r"[\w.+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
MOVED = "it says that its sender is to be written to at another address"
MANAGED = "it says that somebody's manager or mentor is another one, or leaves"
NAMED = "it says that its sender has another name"
THEIRS = "it says that the practitioner has another name or address"
ELSEWHERE = "it says that its sender is somewhere else now, or their project has another title"
COPIED = "it says who is to be in copy, or no longer"
UNKNOWN = "it names an address that isn't on record"

_MAIL = r"(?:e-?mail(?: address| account)?|mail address|address|account|inbox|mailbox(?:es)?)"
_OTHER = r"(?:new|other|different|second|personal|private|home|work|school|council|nhs|gmail|correct|right)"
_TO = (
    r"(?:use|using|write to|e-?mail|mail|reach|contact|send (?:\w+ ){0,4}?to|reply to|answer(?: to)?|change to"
    r"|switch to|update)"
)
_ITS = ADDRESS.pattern
_MOVED = Spoken(
    rf"\b{_TO} (?:me (?:at|on|under|via) )?(?:my|this|the) (?:{_OTHER} )+{_MAIL}\b"
    rf"|\b(?:e-?mail|mail|write to|reach|contact) me (?:\w+ ){{0,2}}?(?:at|on|under|via|to) (?:{_ITS})"
    rf"|\bmy (?:{_OTHER} )*{_MAIL} (?:has (?:now )?changed|is changing|is now|will be|changes|will change)\b"
    rf"|\bmy (?:{_OTHER} )+{_MAIL} is\b|\b(?:I['’]ve|I have|I) (?:now )?(?:got |moved to |changed to |have )?(?:a|my) "
    rf"(?:new|different) (?:{_OTHER} )*(?:e-?mail|mail)(?: address)?\b|\bmy (?:old|present|current|work) {_MAIL}"
    r" (?:is (?:being )?(?:closed|closing|deleted)|will (?:be (?:closed|deleted)|close|stop)|stops|closes|ends)\b"
    rf"|\bI(?:['’]ve| have)? (?:just )?(?:changed|moved|switched) (?:my )?{_MAIL}\b|\bupdate my (?:{_OTHER} )*{_MAIL}\b"
    rf"|\bmy (?:{_OTHER} )*{_MAIL}\b(?: [\w]+){{0,5}} (?:is|will be|becomes)(?: now)?:? (?:{_ITS})"
    rf"|(?:^|\b(?:my|a|have|got|note) )(?:{_OTHER} )*new {_MAIL}\W{{1,4}}(?:is )?(?:{_ITS})"
    rf"|\b(?:please|pls|just|now|moved\W{{1,4}}) ?(?:please )?use (?:{_ITS})"
    rf"|\b(?:be )?(?:reached|reach me|contacted|got) (?:on|at|via) (?:{_ITS})"
    rf"|\bI(?:['’]m| am|['’]ll be| will be) (?:now )?(?:on|at) (?:{_ITS})",
    "mail",
    "addr",
    "account",
    "inbox",
    "@",
)
_USE = Spoken(
    rf"\b(?:use|using|write to|send (?:\w+ ){{0,4}}?to|reply to|change (?:\w+ ){{0,4}}?to) (?:{_ITS})",
    "@",
)
_FOR_GOOD = Spoken(r"\b(?:from now on|in (?:the )?future|instead|for me|my|me|going forward)\b")

# Of the others the people's own names are abstracted: PRAC, MENT, MGR; CALLED is any other first name and surname.
_BOSS = r"(?:(?:line )?manager|boss|head(?: ?teacher)?|supervisor|team leader|mentor|sponsor)"
_WHOSE = r"(?:my|our|her|his|their|PRAC's|PRAC)"
_ENDS = (
    r"(?=\W*$|\s*[,.;:(–-]|\s(?:the (?:school|council|service|team|trust|job|post|organisation)|us|at|on|in|for"
    r"|so|and|last|now|by|to)\b)"
)
_MANAGED = expression(
    rf"\b(?:{_WHOSE}|we've|we have|i've|i have|has|under|got)(?: got)?(?: a| an)? (?:new|different|acting) {_BOSS}\b"
    rf"|\b(?:{_WHOSE} {_BOSS}|MGR|MENT)(?:'s| has| have| is| was| will(?: be)?)?(?: just| recently| now| also| since)*"
    rf" (?:changed|left|leaving|leaves|retir(?:ed|ing|es|e)|moved on|moving on|gone|resigned|seconded"
    rf"|on (?:maternity|secondment)"
    rf"|off on (?:maternity|secondment)){_ENDS}"
    rf"|\b(?:MGR|MENT)(?:'s| is| has)? (?:gone|away|off) on (?:secondment|maternity)"
    rf"|\b(?:no longer|not|isn't|wasn't|n't)(?: \w+)? (?:{_WHOSE}|the) (?:line )?{_BOSS}\b"
    rf"|\b(?:tak\w+|took) over (?:from (?:MGR|MENT|me|{_WHOSE} {_BOSS})|as (?:[\w']+ )*?{_BOSS})\b"
    rf"|\breplac\w+ (?:MGR|me|{_WHOSE} {_BOSS})\b|\bin charge now\b|\b(?:is|as) acting {_BOSS}\b"
    rf"|\b{_WHOSE} (?:line )?{_BOSS}(?: is|'s| will be|,)(?: now)? CALLED\b"
    rf"|\bCALLED(?: is|'s| will be)(?: now)? {_WHOSE} (?:new )?{_BOSS}\b|\breports? to CALLED\b"
    rf"|\b{_WHOSE} {_BOSS} (?:has changed|changes|is changing)\b"
)
_NAMED = expression(
    r"\bi(?:'ve| have|'m| am)?(?: just| now)* (?:got|getting|been) married\b|\bi(?:'ve"
    r"| have)? (?:just )?married\b|^\W*(?:just )?got married\b"
    r"|\bchanged my (?:sur|last |family |first )?name\b|\bmy (?:sur|last |family |new |married )?name (?:is now"
    r"|has changed|is changing"
    r"|changes|will be)\b|\bmy (?:new|married) (?:sur)?name\b|\b(?:back to|under|using) my (?:maiden|married) name\b"
    r"|\bi(?:'m| am)(?: now (?:OWN \w+|known as)| OWN \w+ (?:now|these days|from)| known as)\b"
)
_PLACE = (
    r"(?:schools?|wards?|jobs?|teams?|offices?|departments?|services?|nursery|nurseries|sites?|employers?|posts?"
    r"|roles?)"
)
_ELSEWHERE = expression(
    rf"\b(?:changed|moved|new|different|transferred)\b(?=.*\b(?:{_PLACE}|to CALLED)).*\b(?:same project|same aim"
    rf"|still (?:doing|on|with|running|keen)"
    r"|(?:keeping|carrying on|continuing|taking) (?:with )?(?:the|my) project|project (?:continues|stays"
    r"|comes with me))\b"
    r"|\bPRAC(?:'s| has| is)?(?: now| just)? (?:moved|moving|transferred|transferring) to CALLED\b"
    r"|\bproject(?:'s)? (?:title|name) (?:has changed|is now|changes|will be)\b|\b(?:renamed|retitled) (?:my|the"
    r"|our) project\b"
)
# What is said of the practitioner by somebody else.
_OWN = r"(?:PRAC's|her|his|their)"
_NO_NAME = r"(?!(?:and|or|with|who|in|on|for|to|at|from|again|not|as|is|has|of|the|a|an|over|back|off)\b)"
_IS_CALLED = (
    rf"(?:\bPRAC(?:'s| is| will be)(?: now)?|\b(?:is|she's|he's|she is|he is)(?: now)?)"
    rf"(?: (?:called|known as|PRAC)){{1,3}} {_NO_NAME}[\w'-]+"
)
_KIND_OF = r"(?:sur|last |family |first |married |maiden |husband's |new ){0,4}name"
_THEY, _SINCE = r"\b(?:PRAC|she|he|they)(?:'s|'ve| has| have| is| are)?", r"(?: just| now| recently| also){0,3}"
_THEIR_MAIL = rf"\b{_OWN} (?:{_OTHER} ){{0,3}}{_MAIL}"
_THEIRS = expression(
    rf"{_IS_CALLED} (?:now|these days|from)\b|\b(?:is|she's|he's) now (?:(?:called|known as) )?PRAC {_NO_NAME}[\w'-]+"
    rf"|\b{_OWN} {_KIND_OF} (?:is now|has (?:been )?changed|is changing|changes|will (?:be|change))\b"
    rf"|\b{_OWN} (?:new |married |maiden ){{0,3}}(?:surname|(?:last|family|married|new|maiden) name) is\b"
    rf"|{_THEY}{_SINCE} (?:changed|changing|taken|taking|uses|using|(?:goes|going|gone) (?:by|back to)) (?:to )?{_OWN}"
    rf" (?:\w+ )?{_KIND_OF}\b"
    rf"|\b(?:PRAC|she|he)\b[^.;]{{0,40}}\bchanged {_OWN} {_KIND_OF}\b"
    rf"|\b(?:under|by|as) {_OWN} (?:old|former|maiden|previous|wrong) (?:sur|last )?name\b"
    rf"|\b(?:goes|going) by PRAC {_NO_NAME}[\w'-]+"
    rf"|\b(?:PRAC|she|he)(?:'s| is)?(?: now)? (?:isn't|not|no longer) (?:at|on|using) (?:that|this|the|her"
    rf"|his) (?:\w+ )?{_MAIL}\b"
    rf"|\b(?:PRAC|she|he) (?:can|is to|may|will|should)(?: now| best)? be (?:reached|contacted|written to)"
    rf" (?:at|on|under|via) (?:{_ITS})"
    rf"|{_THEIR_MAIL} (?:has (?:now |just )?changed|is changing|changes|will change|is now|will be now)\b"
    rf"|{_THEIR_MAIL}\b(?: \w+){{0,5}}? (?:is|will be|becomes)(?: now)?:? (?:{_ITS})"
    rf"|{_THEY}{_SINCE}(?: got)? (?:a )?(?:new|different) (?:{_OTHER} ){{0,3}}{_MAIL}\b"
    r"|\b(?:reach|write to|use|contact|e-?mail|mail) (?:PRAC|her|him|them) (?:\w+ ){0,2}?(?:at|on|under|via) "
    rf"(?:{_ITS})"
)
_COPY = r"(?:copy(?:ing)?|cc|cc-?ing|add(?:ing)?|includ\w+|loop(?:ing)?|put(?:ting)?)"
_SELF = r"(?:me|us|MGR|(?:my|our) (?:\w+ )?(?:manager|boss|head(?: ?teacher)?|supervisor|team leader|director|deputy))"
_WHOM = rf"(?:CALLED|MGR|my (?:\w+ )?(?:manager|boss|head|deputy|colleague)|{_ITS})"
_COPIED = expression(
    rf"\b{_COPY} (?:in )?{_WHOM}(?:[ ,(]+(?:{_ITS})?[ ,)]*)?(?:in\b|into\b|to (?:these|this|the|my)|on these"
    rf"|as well|too|instead|$)"
    rf"|\b{_COPY} in {_WHOM}|\b(?:to|in) CALLED (?:rather than|instead of)\b|\binstead of (?:MGR"
    rf"|me)\b(?! \w+ing\b)|\brather than (?:to )?(?:MGR|me)\b"
    r"|\b(?:be|being|been) (?:copied|cc'd|included) (?:in|into|on)\b"
    rf"|\b(?:stop|no need to|don't need to|needn't|please don't|do not|not|no longer) {_COPY} {_SELF}\b"
    rf"|\bno more (?:copies|e-?mails|letters|of these) (?:to|for) {_SELF}\b|\b{_SELF} (?:to )?be (?:taken|removed|left"
    r"|dropped) (?:off|out|from)\b"
    rf"|\b(?:remove|drop|leave|take) {_SELF} (?:out|off|from)(?: of)? (?:(?:these|this|the|your"
    r"|all)(?: e-?mails?| mails?| list| copy| copies| cc"
    r"| letters?)?(?=\W*$|\s*[,.;]| (?:please|from|now|as)\b)|copy|it$)|\bstop (?:e-?mailing|sending) (?:me|these)\b"
    r"|\bplease (?:contact|write to|e-?mail) CALLED\b"
)
_ENDS_COPIES = expression(
    r"\b(?:stop|quit)(?= (?:copying|cc['’]?-?ing|e-?mailing|mailing|sending|including|adding|putting)\b)"
    r"|\bno longer(?= (?:need|want|wish|have) (?:to be )?(?:copied|cc|copies|these|included)\b)"
    r"|\bleave(?= (?:me|us|(?:my|our) (?:\w+ )?\w+|(?-i:[A-Z])\w+) (?:out|off)\b)",
    re.IGNORECASE,
)
# Who isn't to be written to any more themselves may leave; only what names the copy is of that alone.
_MINE = expression(
    r"^(?:stop|quit) (?!copying|cc)\w+ (?:me|us)\b|^no longer \w+ (?:to be )?(?:these|included)\b|^leave (?:me|us)\b",
    re.IGNORECASE,
)
_OF_PROGRAMME = expression(
    r"\b(?:in|into|from|off|of|on|with) (?:the|this|your|our|any) (?:[\w-]+ ){0,2}?(?:programme|program|project|scheme"
    r"|cohort|course|training|group)\b(?! (?:e-?mails?|mails?|list|letters?|cop(?:y|ies)|cc|correspondence))"
)
_ASKS = expression(
    r"^\W*(?:(?:should|shall|can|could|may|must|do|did|would) (?:i|we)|have (?:i|we|you)|(?:do|did|does) (?:you"
    r"|they|PRAC|MGR))\b"
)
_LEAVES = expression(
    r"\bi(?:'ve| have|'m| am| will|'ll)? (?:left|leaving|leave|retire|retiring|moving on|finish(?:ing)?"
    r"|move on)\b(?=\W*$|\s*[,.;(–-]| (?:the|at|on|in|for|soon|next|to|and|DAY)\b)(?! (?:the"
    r"|to) (?:\w+ )?(?:chart|you|PRAC|report|team))"
)
# What each is told with, and words of which one is in all that tells it: most sentences have none.
ROWS = (
    (MANAGED, _MANAGED, ("manager", "boss", "head", "supervisor", "leader", "mentor", "sponsor", "MGR", "MENT",
                         "CALLED", "over", "replac", "in charge")),
    (NAMED, _NAMED, ("married", "name", "known as", "OWN")),
    (ELSEWHERE, _ELSEWHERE, ("project", "same aim", "still", "PRAC")),
    (COPIED, _COPIED, ()),
)  # fmt: skip
_CALLED = expression(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+\b")
_OPENING = frozenset(
    {
        "please", "thanks", "thank", "hi", "hello", "dear", "report", "session", "primary", "learning", "the", "from",
        "my", "could", "would", "can", "i", "and", "if", "also", "just", "note", "new",
    }
)  # fmt: skip


def news_in(sentence: str, names: Mapping[str, str], *, of_manager: bool = False, of_mentor: bool = False) -> str:
    """What a sentence tells of the sheet of people, as the team reads it; empty where it tells of none. `names` are
    whose each name is, in small letters: PRAC, MENT, MGR, with the writer's own first name OWN."""
    if (of_manager or of_mentor) and _tells_of_them(sentence, names):
        return THEIRS
    if _MOVED.is_in(sentence) or (_USE.is_in(sentence) and _FOR_GOOD.is_in(sentence)):
        return MOVED
    said = _abstracted(sentence.replace("’", "'"), names)
    if _ASKS.search(said):
        return ""
    if of_manager and _LEAVES.search(said):
        return MANAGED
    for cause, pattern, words in ROWS:
        if cause == COPIED and _OF_PROGRAMME.search(said):
            continue
        if (not words or any(word in said for word in words)) and pattern.search(said):
            return cause
    return ""


def without_copying(text: str, *, of_practitioner: bool) -> str:
    """The text without what only ends the copies: nobody stops or leaves anything else by it."""
    return _ENDS_COPIES.sub(lambda m: m[0] if of_practitioner and _MINE.match(text[m.start() :]) else " ", text)


def _tells_of_them(sentence: str, names: Mapping[str, str]) -> bool:
    said = _abstracted(sentence.replace("’", "'"), names)
    return _THEIRS.search(said) is not None and _ASKS.search(said) is None and not said.rstrip().endswith("?")


def _abstracted(sentence: str, names: Mapping[str, str]) -> str:
    """In small letters but for who is named: those of the enrolment by their part, anybody else with two names."""
    own = _CALLED.sub(lambda m: m[0] if _is_known(m[0], names) else "CALLED", sentence)
    pieces = re.findall(r"CALLED|[\w.+@'-]+|[^\w\s]|\s+", own)
    read = {piece: _as_read(piece, names) for piece in set(pieces)}  # a long text says most words many times
    return re.sub(r"\b(PRAC|MENT|MGR) \1\b", r"\1", "".join(map(read.__getitem__, pieces)))


def _as_read(piece: str, names: Mapping[str, str]) -> str:
    if piece == "CALLED":
        return piece
    bare, _, _ = piece.lower().partition("'")
    return names[bare] + piece[len(bare) :].lower() if bare in names else piece.lower()


def _is_known(two: str, names: Mapping[str, str]) -> bool:
    """Whether the first of two names is one of theirs, or the two are but the beginning of a sentence."""
    first, _, second = two.lower().partition(" ")
    return first in names or second.partition("'")[0] in names or first in _OPENING
