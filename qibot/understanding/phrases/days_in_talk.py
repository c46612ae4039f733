"""Talk with a day in it, in the thread of feedback or of a message, that keeps nobody from a report.

| the words | example |
|---|---|
| a bare day, while no report is due: when something of the project is | “15th of November.”, “That would be January.” |
| a plan of the project | “I'd like to test that next week.”, “I'll try it after the holidays.” |
| a meeting that has another day | “We had to cancel ours as I was on leave, rebooked for the 3rd.” |
| a question about method | “Can I move to weekly data next month?”, “Can I present it?” |
| that a day suits, and when its writer is free | “Works for me.”, “Friday it is. I've an hour free after lunch.” |
| when something opens, meets or begins | “School opens again on the 19th.” |
| that the project's figures wait for whoever has them | “Our analyst is on leave till Monday, so no baseline yet.” |
| that a day of the meeting's is an inspection's | “Friday is no good, we have an inspection. Could you do Monday?” |
| a manager's offer of time | “I can release Jo on Wednesday afternoons for this.” |

Each of its sentences is one of these, or a courtesy; what else stands in it (“I'm off then”, “not before”, “my report”)
is judged as ever.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Letter, Role
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.in_few_words import typed_in

LONGEST = 30  # words: what is longer tells more than one thing
SLIGHT = 0.15  # from which what is private is in it
BEFALLS = {"@ill", "@death", "@calamity", "@kin"}
THREADS = ("relay_feedback", "relay_message")

# What may keep somebody from a report, or ask for time, whatever else is said.
_HOLDS_UP = expression(
    r"\b(?:can['’]?t|cannot|not|no|none|nobody|never|nor|unable|hardly|barely|only|unless|till?|until|late|later|longer"
    r"|more time|extra|instead|delay\w*|postpon\w*|push\w*|extension|extend\w*|deadline\w*|reports?|submi\w+|hand\w*"
    r"|sen[dt]\w*|writ\w+|sorry|afraid|unfortunately|sadly|off|away|shut\w*|closed|back|home|leave|leaves|leaving|left"
    r"|struggl\w+|cop(?:e|ing)|manage|needs?|strikes?|striking|inspect\w*|ofsted|hmie|court|hearing|tribunal|snow\w*"
    r"|trouble|without|another (?:day|week|month|few|fortnight|school|job|ward|mentor|post|class)|programme|private\w*"
    r"|replace\w*|successor|locum|stand-?in|maternity|interim|acting|contract|project (?:ends?|finish\w*)|miss\w*"
    r"|who['’]?s|elsewhere|for (?:good|ever)|quit\w*|retir\w+|resign\w*"
    r"|capability|disciplin\w*|grievance|absence|performance|suspen\w*|investigat\w*|appeals?|redundan\w*|union"
    r"|occupational|phased|detox\w*|rehab\w*|dialysis|counsell\w*|therap\w*|oncolog\w*|chemo\w*|radio\w*|scans?"
    r"|surgery|consultant|if (?:s?he|they) ever)\b|n['’]t\b",
    re.IGNORECASE,
)
# The rest is of sentences whose people and days are abstracted (meaning/people.py): PRAC, THEY, DAY, NUM.
_OPENING = r"^(?:(?:yes|ok|okay|so|then|and|but|well|thanks|great|sure|hi|hello|dear|both|all|[A-Z]+-V) ){0,4}"
_OF_DAYS = """
    that that's that'd that'll would be will is it's i think probably maybe perhaps about around roughly early mid in on
    at from to the of a an every each second third fourth last first other since after next this coming week weeks month
    months term half holiday holidays break year new spring summer autumn winter easter christmas weekend fortnight
    morning mornings afternoon afternoons evening evenings noon lunch lunchtime and or then so sometime any day days but
    start beginning middle end o'clock am pm yes ok DAY NUM october november december january february march april may
    june july august september
"""
_DAY_WORDS = frozenset(_OF_DAYS.split())
_IS_DAY = expression(
    r"\b(?:DAY|weeks?|months?|term|holidays?|break|year|spring|summer|autumn|winter|easter|christmas|weekend|fortnight"
    r"|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b"
)
_WEEKDAY = expression(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?$")
_WILL = (
    r"(?:i|we)(?:'d| would)?(?:'ll| will| shall| can| could| might| want to| like to| love to| plan to| hope to"
    r"| intend to|'m (?:going|planning|hoping|aiming) to| am (?:going|planning|hoping) to"
    r"|(?:'re| are) (?:going|planning|hoping) to)?(?: (?:also|then|just|probably|maybe))?"
)
_THINGS = (
    r"(?:cycles?|tests?|class|classes|groups?|pdsas?|measur\w+|collecting|testing|survey\w*|pilot\w*|sessions?|charts?"
    r"|breakfasts?|clubs?|checklists?|data|baseline|pupils|parents|staff|p\d)"
)
_PLAN = expression(
    _OPENING + _WILL + r" (?:test|retest|re-test|run(?! (?:out|late|over|behind|down|away))|rerun|repeat|measure"
    r"|remeasure|count|collect|pilot|plot|survey|trial|interview|present|compare|show|share|observe"
    r"|ask (?:the|our) (?:parents|staff|pupils|team|children|patients|class|kitchen|others)"
    r"|try (?:it|that|this|one|both|out|with|the|a)|(?:start|begin|do|repeat)(?: [\w'-]+){0,4} " + _THINGS + r")\b"
    r"|" + _OPENING + r"(?:it|that)(?:'ll| will) be DAY before (?:i|we) have (?:\w+ ){0,2}?"
    r"(?:points|data|results|figures)\b"
    r"|" + _OPENING + _WILL + r" wait \[after\] .{0,40}?\bbefore (?:i|we) (?:change|test|try|start|measure|add|scale)\b"
)
_WAITS_FOR = expression(r"\bwait (?:until|till)(?: after)?(?= .{0,40}\bbefore (?:i|we) )", re.IGNORECASE)
_MEETS_ANEW = expression(
    r"\b(?:ours|meeting|session|call|visit|chat)\b.{0,60}?"
    r"\b(?:rebooked|re-booked|rearranged|rescheduled|moved|on)\b(?: it)?(?: (?:for|to|on|the)){0,3} DAY\b"
)
_WAS_AWAY = expression(
    r"\b(?:as|because|since|while|when) (?:i|we|THEY) (?:was|were) (?:on (?:annual )?leave|on holiday|away|off)\b",
    re.IGNORECASE,
)
_A_DAY = (
    r"(?:then|(?:this|next|the (?:next|same)) (?:week|month)"
    r"|(?:(?:this|next|the) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: [a-z]{3,9})?)"
)
_ON_DAY = rf"(?:(?: (?:again|back))?(?: (?:until|till|on|from|by|before|after))? {_A_DAY})?"
_FIGURES = (
    r"(?:(?:the|our|my|any|no) )?(?:(?:next|new|latest|weekly|monthly) )?"
    r"(?:data|baseline|figures|numbers|(?:run )?charts?|points?)"
)
_FIGURES_WAIT = expression(
    r"(?:our|my|the) (?:[\w-]+ ){0,2}?(?:analysts?|statisticians?|clerks?|data (?:team|manager|officer|person)"
    r"|(?:IT|audit|informatics|information) (?:team|department|nurse|officer)"
    r"|colleague who (?:\w+ ){1,4}?(?:data|figures|numbers))"
    rf" (?:is|are|['’]s) (?:on (?:annual )?leave|on holiday|away|off){_ON_DAY},?(?: and)? so"
    rf" (?:I|we|there|{_FIGURES})\b"
    r"(?: (?:can['’]?t get|won['’]?t (?:get|have|be)|will (?:have|get|come|be)|is|are|comes?)){0,2}"
    rf"(?: {_FIGURES})?{_ON_DAY}\W*",
    re.IGNORECASE,
)
# A day that is another thing's, where another one is proposed.
_THAT_DAY = expression(
    r"\b(?:we|there)(?:['’](?:ve|s)| have| is| are having)?(?: got)? (?:(?:an?|our|the) )?"
    r"(?:inspections?|inspectors(?: in)?|audit|ofsted|hmie|open day|parents['’]? (?:evening|night))"
    rf"{_ON_DAY}(?: (?:that|all) day)?(?=\W*(?:[.,;!?\n]|$))",
    re.IGNORECASE,
)
_NO_GOOD = expression(
    rf"\b(?:i ca(?:n['’]?t|nnot) (?:do|make) {_A_DAY}"
    rf"|{_A_DAY}(?:['’]s| is) (?:no good|not good|no use|out)(?: for me)?)"
    r"(?:,? I['’]m afraid|,? sorry)?(?=\W)",
    re.IGNORECASE,
)
_COULD_YOU = expression(
    rf"(?:(?:could|can) (?:you|we) (?:do|make it|meet|talk|say|try){_ON_DAY}(?: instead)?"
    rf"|(?:how|what) about{_ON_DAY})\?",
    re.IGNORECASE,
)
_MEETING = expression(r"\b(?:ours|meeting|session|call|visit|chat)\b", re.IGNORECASE)
_METHOD = expression(
    _OPENING + r"(?:can|could|may|should|shall|do|would it be (?:ok|okay|fine) (?:to|if)|is it (?:ok|okay|fine) "
    r"(?:to|if))(?: (?:i|we))? (?:move|switch|change|go|start|begin|plot|use|collect|count|measure|show|run|test"
    r"|compare|split|sample)\b.{0,50}\b(?:data|run charts?|charts?|median|baseline|measur\w+|pdsas?|cycles?|samples?"
    r"|sampling|testing|tests?)\b"
    r"|"
    + _OPENING
    + r"(?:can|could|may|should|shall) (?:i|we) (?:also |just )?(?:present|show|share|use|print|plot|measure"
    r"|test|count|invite|laminate|bring|try) (?:it|that|this|them|one|both)\b"
)
_AGREES = expression(
    _OPENING + r"(?:(?:that|it|this|DAY|either|both)(?:'s| is| would be)? )?(?:works?|suits?|good|fine|great|perfect|ok"
    r"|okay)(?: (?:fine|well|best|great))?(?: (?:for|by|with))? (?:me|us|both|everyone|everybody)"
    r"(?: (?:too|as well|all|both))?$"
    r"|"
    + _OPENING
    + r"DAY(?: (?:morning|afternoon|lunchtime))?(?: at NUM)? would be (?:very |really |just )?(?:nice|lovely|good"
    r"|great|fine|perfect|grand|ideal)(?: thank you| thanks)?\b"
)
# When a talk would do: “I've nothing on between two and three”, “I finish my rounds at three and can walk over”.
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FREE = expression(
    _OPENING + r"(?:i|we)(?:'ve|'m| have| am|'ll be| will be)?(?: got)?(?: also| then| always| usually)? "
    r"(?:(?:an? )?(?:free|spare|empty) (?:periods?|hours?|slots?|mornings?|afternoons?|lunch|half hour)"
    r"|(?:an?|half an) (?:hour|hours|slot|gap|period|half hour|morning|afternoon) (?:free|spare|clear)"
    r"|an? (?:gap|window)|(?:nothing|no (?:class|classes|clinics?|meetings?|patients|lessons?)) (?:on|booked|then)?"
    r"|free|(?:finish|come off|get out of|am done with|am through with) (?:my |the |our )?(?:ward )?"
    r"(?:g?rounds?|shift|class|clinic|lessons?|teaching|drop-off|run|meeting|duty)"  # “rounds” may be taken for a slip
    rf"(?= (?:at|by|around|about) (?:NUM|noon|{_HOUR})\b))"
    r"(?: (?:and|then|so|in|on|at|by|from|to|till|until|before|after|between|around|about|all|that|the|my|for|of|this"
    rf"|morning|afternoon|evening|lunch|lunchtime|break|day|noon|half|past|quarter|o'clock|NUM|DAY|{_HOUR}"
    r"|can|could|i|we|will|walk|come|pop|nip|be|over|round|across|up|down|along|call|ring|phone|you|there|with)\b)*$"
)
_IT_IS = expression(
    _OPENING + r"DAY(?: (?:morning|afternoon|lunchtime|at NUM|at noon))*(?: (?:it is|it'll be|it will be|then|it'll"
    r"|works|suits)|(?:'s| is)? (?:fine|good|great|grand|perfect|ok|okay))"
    r"(?: then)?(?: (?:me|us|fine|well|too|thanks))*$"
)
_PLACES = (
    r"(?:sessions?|meetings?|surveys?|evenings?|visits?|class|classes|cycles?|(?:first|second|third|next) test|term"
    r"|halls?|rooms?|gym|kitchen"
    r"|library|breakfasts?|clubs?|groups?|pilots?|workshops?|board|council|committee|assembly|figures|data|exams"
    r"|nursery|office|clinic)"
)
_THEIRS = r"(?:(?:the|our|your|a|this|next|first|second|parents'?|staff|all) ){0,3}"
_BEGINS = r"(?:re)?opens?|meets?|(?:re)?starts?|begins?|resumes?|joins?(?: us)?"
_EVENT = expression(
    _OPENING + _THEIRS + r"(?:[\w'-]+ ){0,2}?" + _PLACES + r" (?:" + _BEGINS
    + r"|(?<!clinic )(?<!nursery )(?<!office )(?:closes?|ends?|finish(?:es)?)|(?:is|are)(?: (?:free|open|ready|yours))?"
    r"(?= (?:on|at|from|in)\b))\b.{0,40}?\b(?:DAY|NUM|week|month|term|holidays?)\b"
)  # fmt: skip
_ANYBODY_BEGINS = expression(
    _OPENING + r"(?!(?:i|we|you|it|this|that|my|his|her|their|some(?:body|one)|PRAC|THEY|MENT|MGR)\b)(?:[\w'-]+ ){1,4}?"
    r"(?:" + _BEGINS + r")\b.{0,30}?\b(?:DAY|NUM|week|month|term|holidays?)\b"
)
_SPAN = r"(?:DAY|afternoons?|mornings?|hours?|days?|periods?|lessons?|slots?|time|week)"
_THEM = r"(?:PRAC(?:-V)?|THEY(?: 's)?|SOMEBODY|them|her|him)"
_OFFER = expression(
    _OPENING + r"(?:(?:i|we)(?:'d| would)?(?:'ll| will| can| could| may|'m able to| am able to|'re able to"
    r"| are able to| be (?:happy|able) to|'m happy to| am happy to)(?: (?:also|easily|gladly|happily))? "
    r"(?:(?:release|free|spare) " + _THEM + r"|(?:give|let|allow) " + _THEM + r"(?= .{0,40}\b" + _SPAN + r"\b))"
    r"|" + _THEM + r" (?:can|could|may) (?:be (?:released|freed|spared)|have)(?= .{0,40}\b" + _SPAN + r"\b))"
    r"(?! in DAY\b)(?! (?:from|to) (?:the |this |our |a )?(?:programme|project|post|job|contract|council|other|new))"
    r"(?: (?:up|from (?:class|lessons|teaching|the (?:ward|class|rota))|for|have|on|in|the|a|an|one|two|three|half"
    r"|every|each|day|NUM|of|DAY|week|month|from|this|it|that|and|or|testing|visit|session|learning|project|work"
    r"|" + _SPAN + r")\b){1,12}"
)
_DAY_PHRASE = expression(
    r"\b(?:after|before|in|during|over) (?:the )?(?:(?:summer|easter|christmas|october|school|half) )?"
    r"(?:holidays?|hols|half term|term|break|week)\b"
)
_OWN = expression(
    r"\b(?:i'm|i am|i'll be|i've(?! (?:told|asked|spoken|checked|put|booked)\b)|my|me|we're|we are|PRAC|THEY"
    r"|MENT|MGR)\b|\bat (?!(?:DAY|NUM|the|our|a|least|most|noon|lunch\w*|breakfast|half|school|work)\b)\w"
    r"|\b(?:different|other|new) (?:project|aim|topic|mentor|cohort|job|school|role|post)\b|\bplace\b"
)
# How long a manager's offer lasts: “two hours on Fridays until Christmas”.
_LASTS = expression(
    r"\b(?P<last>\w+days|a week|afternoons?|mornings?|this|project) (?:until|till|up to) (?:the )?"
    r"(?:christmas|easter|summer|new year"
    r"|end of (?:the )?(?:term|year|school year|project)|half term)\b",
    re.IGNORECASE,
)
_OF_PROJECT = {"@qi", "@meet"}  # what time is offered for
_IF_IT_HELPS = expression(r"\W*(?:if (?:that|it|this) (?:helps?|is (?:useful|any use))|as well|too|then)\W*$")
_KINDS = {
    Role.PRACTITIONER: (_MEETS_ANEW, _EVENT, _PLAN, _AGREES, _IT_IS, _FREE),
    Role.MANAGER: (_MEETS_ANEW, _OFFER, _ANYBODY_BEGINS, _EVENT, _PLAN, _AGREES),
}


def is_talk_of_days(
    found: Meaning, mail: Mail, answered: Letter | None, names: frozenset[str], role: Role, *, due: bool
) -> bool:
    """Whether it is such talk, of a practitioner's or a manager's; a bare day is none while a report is `due`."""
    said = typed_in(mail)
    if answered is None or answered.name not in THREADS or mail.sends or len(said.split()) > LONGEST:
        return False
    if found.mark or found.cut or found.of("private") >= SLIGHT or families_in(said) & BEFALLS:
        return False
    if role is Role.PRACTITIONER and _is_of_another_day(said):
        return True
    said = " ".join(one for one in sentences(said) if not _FIGURES_WAIT.fullmatch(one.strip()))
    if role is Role.MANAGER:
        said = _LASTS.sub(r"\g<last>", said)
    held = _WAITS_FOR.sub(" ", _WAS_AWAY.sub(" ", said) if _MEETING.search(said) else said)
    if _HOLDS_UP.search(held):
        return False
    told = [one for one in found.told if one.words and not is_courtesy(one.text, names)]
    told = [one for one in told if not _FIGURES_WAIT.fullmatch(one.text.strip())]
    return all(_is_talk(" ".join(one.words), role, due=due) for one in told)


def _is_of_another_day(said: str) -> bool:
    """Whether nothing is said but that a meeting's day is an inspection's, and another one proposed."""
    rest = _COULD_YOU.sub(" ", said)
    if rest == said or not _THAT_DAY.search(said):
        return False
    return not re.search(r"\w", _NO_GOOD.sub(" ", _THAT_DAY.sub(" ", re.sub(r"\b(?:as|because|since)\b", " ", rest))))


def _is_talk(words: str, role: Role, *, due: bool) -> bool:
    """Whether one sentence is, and what stands in it beside tells of nobody."""
    if not due and _is_bare_day(words):
        return True
    words = _LASTS.sub(r"\g<last>", words) if role is Role.MANAGER else words
    words = _DAY_PHRASE.sub("DAY", _WAITS_FOR.sub("wait [after]", words))
    if _MEETS_ANEW.search(words):
        words = _WAS_AWAY.sub(" ", words)
    kinds = (_METHOD,) if "?" in words else _KINDS[role]
    return any(_tells_of_nobody(words, kind) for kind in kinds if kind.search(words))


def _tells_of_nobody(words: str, kind: re.Pattern[str]) -> bool:
    """Whether neither who begins nor what is said beside may be a cause, and what time is given for is the project."""
    rest = kind.sub(" ", words)
    if kind is _ANYBODY_BEGINS and ("@leaving" in families_in(words) or _OWN.search(words)):
        return False
    if kind is _OFFER and rest.strip() and not (families_in(rest) & _OF_PROJECT or _IF_IT_HELPS.match(rest)):
        return False
    return not (families_in(rest) & CAUSES or _OWN.search(rest))


def _is_bare_day(words: str) -> bool:
    """Whether it names a day and says nothing else."""
    said = [word for word in words.split() if not word.endswith("-V")]
    plain = all(word in _DAY_WORDS or _WEEKDAY.match(word) for word in said)
    return plain and _IS_DAY.search(words) is not None
