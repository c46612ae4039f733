"""What a manager says of themselves, or of the feedback, that sounds like a practitioner's circumstances.

Circumstances are the practitioner's only where the words speak of them, or of nobody being there to do their work:
“Happy Christmas, back on the 5th” is the manager's own leave, “I don't agree, she has worked hard” an opinion; “has Jo
sent hers?” and “I'll make sure she has Friday afternoon” are talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.managers.of_an_event import misses_an_event
from qibot.understanding.meaning import Meaning, sentences
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.in_few_words import typed_in
from qibot.understanding.practitioners.own_cause import LONGEST, awaits, gives_none

TIMELY = 0.3  # from which a manager asks for time

_SELF = expression(
    r"\b(?:I['’]?m|I am|I was|I['’]ve been|I have been|I['’]?ll be|I will be|I return|I come|I get)\b(?: \w+){0,3}? "
    r"(?:off|away|on (?:leave|holiday|my hols|annual leave)|back|out|sick|ill|unwell)\b|\bI['’]ve had\b",
    re.IGNORECASE,
)
# A leave of theirs that is over, and whoever else is kept from anything.
_HAVING_BEEN = expression(
    r"(?:\bhaving been|\bI['’]ve been|\bI have been|\bI was)(?: \w+){0,2}? (?:on (?:annual )?leave|away|on holiday"
    r"|on my (?:holidays|hols))\b(?: myself)?",
    re.IGNORECASE,
)
_THEY_ARE = expression(
    r"\b(?:she|he|they|her|him|them|nobody|no one|cover\w*|short|staff\w*|busy|spare\w*|releas\w*)\b|\bstruggl\w+"
    r"|\b(?:until|till|next week|again)\b",
    re.IGNORECASE,
)
_NAMED = {"PRAC", "MENT", "THEY", "THOSE"}
_GOOD = r"(?:(?:very|really|so) )?(?:good|great|lovely|excellent|clear|brilliant|impressive|super)"
_ONE = r"(?:PRAC|MENT)(?:-V)?"
_PRAISES = expression(  # with people and days abstracted: not a word more
    rf"(?:(?:well done|thanks|thank you|congratulations)(?: to)? {_ONE}(?: and (?:thanks )?(?:to )?{_ONE})?"
    rf"|(?:this is |it's |what )?(?:a )?{_GOOD} (?:report|work|progress) (?:from|by) PRAC"
    rf"|PRAC (?:'s )?(?:report|chart|data|aim|idea|work|project) (?:is|was|looks|reads|sounds) {_GOOD})"
)
_SUBJECTLESS = expression(
    r"\b(?:just )?back (?:on|from|in)\b|\bsee you\b|^\W*(?:away|off|out) (?:on|until|till|from)\b", re.IGNORECASE
)
_WORK = expression(
    r"\b(?:we|we['’]\w+|us|our|cover\w*|staff\w*|school|ward|releas\w*|spare|nobody|no one|everyone"
    r"|everybody['’]s|shifts?|rota|team|her|him"
    r"|she|he|they|them|their|report)\b",
    re.IGNORECASE,
)
_WISHES = expression(r"\b(?:happy|merry|good|have|hope|enjoy)\b[^.?!,]*", re.IGNORECASE)
_DISAGREES = expression(
    r"\b(?:(?:do|don['’]?t|not|can['’]?t|cannot|never|hard(?:ly)?|sure) (?:\w+ ){0,3}?agree|disagree\w*|unfair"
    r"|not fair|isn['’]?t fair|harsh"
    r"|(?:bit|rather|too|very|awfully) (?:hard|tough|rough|strict|severe|much) on|take issue|object to|undeserved"
    r"|don['’]?t recogni[sz]e)\b",
    re.IGNORECASE,
)
# Of how the feedback is put, or how little it is.
_OF_TONE = expression(
    r"\b(?:tone|wording|worded|phras\w+|manner|the way (?:this|it|that) (?:is|was|reads)|how (?:this|it|that"
    r"|feedback) (?:is|was|reads|has been)"
    r" (?:put|worded|written|phrased|said|normally|usually)|(?:reads|comes across|came across"
    r"|sounds) (?:as )?(?:\w+ ){0,2}?(?:abrupt"
    r"|harsh|curt|cold|rude|blunt|negative|short|patronis\w+|dismissive|critical|unkind))\b"
    r"|\b(?:harsh|blunt|abrupt|curt|brusque|patronis\w+|condescending|dismissive|unkind|unhelpful|underwhelm\w+"
    r"|one-?sided|sniffy"
    r"|terse|scathing)\b|\btaken aback\b|\b(?:I['’]m|I am|was|we['’]re|rather|quite|very|bit) (?:\w+ )?disappoint\w+"
    r"|\b(?:could|might|should) have been (?:\w+ )?(?:kinder|gentler|nicer|softer|fuller|better|more)\b"
    r"|\b(?:expect\w*|hop(?:ed|ing)|wanted|look\w* for) (?:for )?(?:\w+ )?(?:more|better|fuller|constructive"
    r"|fairer)\b"
    r"|\bnot (?:very|that|really|exactly|terribly|particularly) (?:helpful|constructive|kind|fair|encouraging"
    r"|useful)\b"
    r"|n['’]t (?:very|that|really|exactly|particularly|think (?:that|this)(?:['’]s| is|was) very) (?:helpful"
    r"|constructive|kind|fair|useful)"
    r"|\bis (?:that|this) (?:all|it|everything)\b|\b(?:bit|rather|very|awfully) (?:thin|short|brief|vague|light"
    r"|skimpy)\b"
    r"|\bnot impressed\b|\bnot (?:sure|convinced) (?:that )?I (?:like|care for|agree)\b|\bdid(?:n['’]t"
    r"| not) (?:much )?(?:like|care for)\b",
    re.IGNORECASE,
)
_NOT_OF_IT = expression(
    r"\b(?:posters?|letters?|leaflets?|signs?|survey|script|staff|parents|patients|pupils|data|chart|report)\b",
    re.IGNORECASE,
)
_MEANS_WELL = expression(r"\b(?:pleasantly|delight\w+|thank\w*|lovely|really helpful)\b", re.IGNORECASE)
_DENIES_IT = expression(  # … or the report is seen to all the same
    r"\b(?:not|nobody|no one|isn['’]?t|wasn['’]?t|never|back from|over|fine|all right|alright|on it|at it|working"
    r"|adding|typ\w+|writing|finish\w*|send\w*|chas\w*|ask\w*|remind\w*|data|chart|has (?:the|it))\b|\?",
    re.IGNORECASE,
)
_AWAY = {"@ill", "@death", "@calamity", "@leave", "@leaving"}
_BEFALLS = {"@ill", "@death", "@calamity"}
_OF_LIVES = {"@kin", "@workload", "@manager", "@mentorwork"}
_WHY = expression(
    r"\b(?:because|since|after|given|as (?:she|he|they)|cope|coping|well|health|home|mind|head|family|personal|private"
    r"|struggl\w*|anxi\w*|stress\w*|tears|upset|hard|difficult|alone|quietly|away from)\b",
    re.IGNORECASE,
)
SHORT, LINE = 25, 14  # words: what is longer tells more than one thing; of a sentence that makes time
_ASKS = expression(
    r"^\W*(?:hi \w+,? |hello \w+,? |dear \w+,? )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would"
    r"|should|who"
    r"|what|where|when|which|how|why|any)\b|\?\W*$",
    re.IGNORECASE,
)
MAKES_TIME = expression(
    r"\b(?:I|we)(?:['’]ll|['’]ve| will| have| can| shall|['’]m going to)?(?: \w+)? (?:make sure|ensure|see|given?"
    r"|giving|free"
    r"|freed|find|found|make|protect\w*|set|put|block\w*|carve|allow|ring-?fence\w*)\b.{0,40}\b(?:time|afternoon"
    r"|morning"
    r"|hours?|day|space|slot|\w+days?)\b",
    re.IGNORECASE,
)

# The same, and not a word more: what stands beside it (“she's drinking again”, “for her tribunal”) is theirs alone.
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_PART = r"(?:mornings?|afternoons?|evenings?|lunchtimes?)"
_AMOUNT = (
    r"(?:(?:a|an|the|some|one|two|three|four|half|whole|full|extra|more|enough|protected|couple of|bit of|few|free) )*"
    rf"(?:time|hours?|days?|slot|space|(?:this |next |tomorrow )?{_PART}|{_DAY}(?: {_PART})?|tomorrow(?: {_PART})?)"
)
_WHEN = (
    rf"(?: (?:(?:on|for|over|this|next|the|in) )*(?:{_DAY}(?: {_PART})?|{_PART}|today|tomorrow(?: {_PART})?|week"
    r"|couple of days|few days))"
)
_THING = r"(?:it|this|that|(?:the|her|his|their) (?:next |first )?report)"
_TO_WRITE = (
    rf"(?: (?:for {_THING}|to (?:write|finish|complete|do|send|get to) {_THING}(?: up)?|to (?:write|finish)(?: up)?"
    rf"|to get {_THING} (?:done|finished|written|in|sent)|to work on {_THING}))"
)
_WHOM, _WHO = r"(?:her|him|them)", r"(?:she|he|they|her)"
_ONLY_MAKES_TIME = expression(
    r"(?:ok|okay|right|yes|sorry|of course)?,? ?(?:I|we)(?:['’]ll| will| can| shall|['’]m going to| am going to)"
    rf" (?:(?:give|allow|find|get) {_WHOM} {_AMOUNT}|free {_WHOM}(?: up)?"
    rf"|(?:protect|set aside|ring-?fence|block out|carve out|find|make) {_AMOUNT}(?: for {_WHOM})?"
    rf"|(?:make sure|ensure|see to it|see)(?: that)? {_WHO} (?:has|gets|have|get|is given) {_AMOUNT})"
    rf"{_WHEN}?{_TO_WRITE}?{_WHEN}?",
    re.IGNORECASE,
)


class OwnWords(StrEnum):
    """What a manager's words of themselves are."""

    NOT = ""
    AWAY = "away"
    BEFELL = "befell"


def is_their_own(found: Meaning, text: str, *, asked: bool) -> OwnWords:
    """Whether they speak of the manager alone: that they are away, or what befell them. Where they are `asked` for a
    report that is missing, “annual leave, back on the 23rd” says it of the practitioner."""
    if _was_away(found, text, asked=asked):
        return OwnWords.AWAY
    said = _WISHES.sub(" ", text)
    about = found.speaks_of("PRAC", "MENT") or _WORK.search(_OFFHAND.sub(" ", said))
    if len(text.split()) > SHORT or about or not (_SELF.search(text) or (not asked and _SUBJECTLESS.search(text))):
        return OwnWords.NOT
    return OwnWords.BEFELL if families_in(said) & _BEFALLS else OwnWords.AWAY


def _was_away(found: Meaning, text: str, *, asked: bool) -> bool:
    """Whether they tell of the manager's own leave, which is over, and of nothing else that keeps anybody away. What is
    said of practitioner or mentor by name is heard for itself, unless it is plain praise and nobody is `asked` why."""
    if len(text.split()) > LONGEST or not _HAVING_BEEN.search(text):
        return False
    named = [told.words for told in found.told if _NAMED & set(told.words)]
    if named and (asked or not all(_PRAISES.fullmatch(" ".join(words)) for words in named)):
        return False
    rest = _HAVING_BEEN.sub(" ", text)
    return not (families_in(rest) & _AWAY or _THEY_ARE.search(rest) or _THEY_ARE.search(text))


def disagrees(found: Meaning, text: str) -> bool:
    """Whether they are an opinion of the feedback, and name nothing that keeps anybody away."""
    return _DISAGREES.search(text) is not None and not (
        families_in(text) & _AWAY or found.of("leaving") > found.of("circumstances")
    )


def tells_of_illness(text: str) -> bool:
    """Whether few words name what befalls people, undenied: in answer to a reminder that is most likely why."""
    return len(text.split()) <= SHORT and bool(families_in(text) & _BEFALLS) and not _DENIES_IT.search(text)


def objects(found: Meaning, text: str) -> bool:
    """Whether a manager who calls nobody finds fault with how the feedback is put, or with how little it is."""
    called = {word for told in found.told for word in told.words if word.endswith("-V")} - {"MGR-V"}  # their own name
    if len(text.split()) > SHORT or called:
        return False
    return _OF_TONE.search(text) is not None and not (_NOT_OF_IT.search(text) or _MEANS_WELL.search(text))


# “I'll speak to her then”, “we can talk on Monday” say nothing of the practitioner.
_OFFHAND = expression(
    r"\b(?:will|['’]ll|can|could|shall) (?:\w+ )?(?:speak|talk|chat|catch up|ask|see|chase|ring|phone|check"
    r"|remind|make it)(?: (?:to|with))?(?: (?:her|him|them))?\b"
    r"|\bcan we\b|\b(?:have a \w+ (?:break|weekend|time) )?(?:everyone|everybody|team)\b",
    re.IGNORECASE,
)


def is_managers_talk(found: Meaning, mail: Mail) -> bool:
    """Whether a manager only asks after report or feedback, or makes time for them."""
    said = typed_in(mail)
    if found.mark or found.cut or len(said.split()) > LONGEST or not gives_none(said):
        return False
    if MAKES_TIME.search(said) is not None:
        return True
    asks = [_ASKS.search(one) is not None for one in sentences(said)]
    return found.likely.get("circumstances time", 0.0) < TIMELY and (all(asks) or (any(asks) and awaits(said)))


def only_makes_time(said: Sequence[str], them: Iterable[str]) -> bool:
    """Whether each of these sentences makes time for the practitioner, who bears these names, and says no more."""
    names = "|".join(map(re.escape, sorted(them, key=len, reverse=True))) or r"(?!)"
    plain = [re.sub(rf"\b(?:{names})\b", "her", one.strip(" .!"), flags=re.IGNORECASE) for one in said]
    return bool(said) and all(_ONLY_MAKES_TIME.fullmatch(one) and not _says_why(one) for one in plain)


def _says_why(said: str) -> bool:
    delicate = families_in(said) & (_AWAY | _OF_LIVES) or _WHY.search(said) or not gives_none(said)
    return bool(delicate) or len(said.split()) > LINE


# “I've taken over another service, Lorna Webb will be her manager”, “we have another classroom that could join”.
_MOVES = expression(
    r"\bI(?:['’]m| am|['’]ve| have|['’]ll| will)? (?:be |been |now |just |also )*(?:moving|leaving|moved|taken over"
    r"|taking over|taking up|appointed|seconded|transferred|promoted|retir\w+|changing (?:jobs?|roles?|posts?)"
    r"|starting (?:a|in a|as)|(?:going|off) to (?:another|a different|a new)|leave|finish)\b",
    re.IGNORECASE,
)
_BOSS = expression(
    r"\b(?:manager|boss|head teacher|reports? to|report(?:s|ing)? to|tak(?:es|ing|e) over(?! (?:the|her|his"
    r"|their|my) (?:project|aim|work|data)\b)|stepp?(?:s|ing) in\b|my successor"
    r"|in my place|instead of me|look(?:s|ing)? after)\b",
    re.IGNORECASE,
)
_GO = (
    r"(?:(?:is|['’]s|are|will(?: be)?|has|have|may|might|wants? to|would|also|now|just|too|due to|going to)\b ?"
    r"|['’]ll be )*"
    r"(?:leaving|leaves?|left|moving|moves?|moved|going|goes|gone|resign\w*|retir\w*|finish\w*|stop\w*|withdr\w*"
    r"|drop\w* out|taken over|off\b|won['’]?t|not (?:be )?continu\w*|pregnant|on maternity|ill\b|sick\b|signed"
    r"|(?:been )?(?:suspended|dismissed|sacked|laid off))"
)
_TOO = expression(r"\b(?:both|we|together|with me|as well|too|us)\b", re.IGNORECASE)
JOINS = expression(
    r"\b(?:another|(?:a )?(?:second|third|other|new|further)|one more|more|two|three|other) (?:\w+ ){0,2}?"
    r"(?:class(?:room)?s?|wards?|teams?|schools?|sites?|nurser(?:y|ies)|practices?|colleagues?|teachers?"
    r"|nurses?|offices?|units?|groups?|homes?)\b"
    r"[^.;!?]{0,40}\b(?:join|take part|come in|come on board|try|help|start|test|like to|keen|interested)\b",
    re.IGNORECASE,
)
_DROPS = expression(
    r"\b(?:drop(?:ping)? out|withdraw\w*|pull(?:ing)? (?:her |him |them )?out|come off the programme"
    r"|(?:take|taken|remove|removed) (?:\w+ ){0,2}?(?:off|out of|from) the (?:programme|project)"
    r"|(?:hand(?:ed|ing|s)?|put(?:ting)?|gave|given) in (?:her|his|their) notice|part(?:ed|ing) (?:company|ways)"
    r"|step(?:ping)? (?:down|back)|(?:leave|stop|give up|be released from) the (?:programme|project))\b",
    re.IGNORECASE,
)
_NOT_SO = expression(
    r"(?:\b(?:not|never|no need|without|rather than|don['’]?t|doesn['’]?t)\b|n['’]t\b)[^.;!?]{0,25}$", re.I
)


_SPARES_NOT = expression(r"\b(?:can(?:['’]?t|not)|won['’]?t|unable)\b[^.;!?]{0,20}\b(?:spare|releas|free|manage)", re.I)


def moves_on(text: str, names: Iterable[str]) -> bool:
    """Whether a manager tells that they themselves move on and who comes after them, and of the practitioner, whose
    `names` these are, nothing that keeps them from the programme."""
    who = "|".join(map(re.escape, names)) or "(?!)"
    if not (_MOVES.search(text) and _BOSS.search(text)) or _TOO.search(text) or families_in(text) & _BEFALLS:
        return False
    if not misses_an_event(text) and _SPARES_NOT.search(text):
        return False
    return re.search(rf"\b(?:{who}|she|he|they)(?:['’]s)? ?{_GO}", text, re.IGNORECASE) is None


def offers_more(found: Meaning, text: str) -> bool:
    """Whether others would join, and nothing is said that keeps anybody away."""
    kept = found.mark or found.cut or _KEPT_AWAY.search(text) is not None or families_in(text) & _AWAY
    return JOINS.search(text) is not None and not kept and len(text.split()) <= SHORT


_KEPT_AWAY = expression(r"\b(?:not|can['’]?t|cannot|no longer|instead|leav\w+|off|sick|ill)\b|n['’]t\b", re.IGNORECASE)


def drops_out(text: str) -> bool:
    """Whether the practitioner's end in the programme is spoken of: no more time for a report, but an end is to be
    decided on."""
    return any(not _NOT_SO.search(text[: m.start()]) for m in _DROPS.finditer(text))
