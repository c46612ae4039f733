"""What a mentor says beside thanks: “Thanks Jo. Start small.” is advice, whatever a mail that begins so mostly is.

The thanks weigh so much that a short sentence behind them is read as more of them. So it is read once more without
them, as the mail that it would be by itself.

| what is left is | becomes |
|---|---|
| no more than courtesies, wishes and promises | nothing, as before |
| plainly something | what that is |
| a verdict on the report, whatever it weighs, behind thanks to the practitioner | feedback |
| the same behind thanks to nobody; who is meant, what is wanted | asked about |
| unclear, behind thanks to the practitioner | feedback where it rather tells of the report, else a message |
| unclear, behind thanks to nobody or to us | asked about where it may be said of them, else nothing |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from qibot.calendar import Almanac
from qibot.events import Acknowledged, Arrival, CommandUnclear, Event, FeedbackReceived, MessageReceived, WhichAsked
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Role
from qibot.people import name_words
from qibot.quoting import is_signed_off
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.wording import GREETING
from qibot.understanding.meaning import Meaning, above_name, said_in
from qibot.understanding.meaning.families import plain_words
from qibot.understanding.mentors.confided import may_be_private
from qibot.understanding.phrases.courtesy import is_courtesy, names_in, praises
from qibot.understanding.phrases.plainly import names_project

PLAIN = 0.5  # from which what is left is what it likeliest is
MAYBE, HARDLY = 0.4, 0.2  # … it is thanks or a promise by itself: beside a word to the practitioner, to anybody else
HEARD = 0.25  # … it may be said of the practitioner
WORDS = 2  # that say anything
RATHER = 0.33  # … rather feedback than talk, where no sentence of it is talk
MOST = 60  # words of a mail that begins with thanks and may say little else
_STOP = r"[.!?;:,()\n]+|\s[-–—]+\s|[–—]"
_GOES_ON = r"\b(?:but|though|although|however)\b|\band (?:i|i['’]\w+|please|can|could|sorry|well done)\b"
_CLAUSE = expression(rf"(?!{_STOP}).(?:(?!{_STOP}|{_GOES_ON}).)*(?:{_STOP})?", re.IGNORECASE)
_THANKS = expression(
    r"^\W*(?P<before>(?:[\w’'-]+ ){0,4}?)(?:thanks|thank you|thankyou|cheers|ta|merci|danke|much obliged|grateful"
    r"|(?:much |really |very much )?appreciated?)\b"
    r"(?:\s+(?:so|very|really|ever|much|again|indeed|muchly|kindly|loads|a (?:lot|million|bunch)|all|both"
    r"|everyone|everybody|team|folks|pal|love|dear|pet))*",
    re.IGNORECASE,
)
_WHAT_FOR = expression(r"^\W*(?:for|to|on|in|that|as|with|from|it|this)\b", re.IGNORECASE)
_BEFORE = {"many", "much", "lots", "of", "huge", "big", "massive", "heartfelt", "sincere", "warm", "hi", "ok", "well",
           "aw", "aww", "oh", "och", "ah"}  # fmt: skip
_SEASON = (
    r"(?:weekend|break|holidays?|hols|christmas|xmas|easter|new year|summer|day|week|evening|afternoon|time|rest|one"
    r"|half ?-?term|trip|leave)"
)
_WISHES = expression(
    rf"^\W*(?:(?:have|enjoy) (?:an? |the |your )?(?:[\w’'-]+ ){{0,2}}?{_SEASON}\b.{{0,30}}"
    r"|(?:i )?hop(?:e|ing) (?:you|your|all|the|it|things|everyone|that)\b(?!.*(?:n['’]t|\bnot\b|\bno\b|\bnever\b"
    r"|\banother\b|\bthis time\b)).{0,60}"
    r"|(?:happy|merry|all the best)\b.{0,40}"
    r"|(?:take care|keep (?:well|safe|warm)|stay (?:well|safe))\b.{0,20}"
    r"|(?:speak|talk|chat|catch up|see you|catch you|until|till)(?: to you| with you)?"
    r"(?: (?:soon|then|later|there|again)"
    r"| (?:on|at|in|next|this|tomorrow|mon|tues|wednes|thurs|fri|satur|sun)\w*\b.{0,30})?"
    r"|(?:you(?:['’]re| are) (?:a|an|the) (?:[\w’'-]+ ){0,2}[\w’'-]+)"
    r"|(?:that|this|it)['’]?s (?:very |so |really )?kind.{0,20}"
    r"|(?:very |so |really |how )?(?:kind|thoughtful|helpful|good) of you.{0,20})\W*$",
    re.IGNORECASE,
)
_AFRAID = r"(?:(?:but|and|though|i['’]?m afraid|i am afraid|to be honest|honestly|frankly|i think|sadly)\W+)*"
_IT = r"(?:it|this(?: one)?|(?:the|this|her|his|your|[a-z]+['’]s) report|report|hers|his|yours)"
_HOW = (
    r"(?:(?:a|an|all|bit|far|just|little|much|not|only|pretty|quite|rather|really|so|still|that|too|very|way"
    r"|awfully)\s+)*"
)
_BAD = (
    r"(?:poor|weak|dreadful|awful|terrible|rubbish|disappointing|thin|short|long|vague|woolly|confus\w+"
    r"|muddled|unclear|messy"
    r"|a mess|all over the place|hard to (?:follow|read)|not (?:very |that |really |exactly )?(?:good|great"
    r"|up to (?:scratch"
    r"|much|standard)|clear|enough)|nothing like|below par|underwhelming|patchy|rushed|inadequate|incomplete)"
)
_GOOD = r"(?:fine|good|great|excellent|lovely|brilliant|ok|okay|clear|strong|solid|better|the best|her best|his best)"
_JUDGES = expression(
    rf"^\W*{_AFRAID}(?:{_IT}(?:['’]s| is| was| reads| looks| seems) {_HOW}(?:{_BAD}|{_GOOD})\b"
    rf"|(?:{_HOW}(?:far |much |way |a bit )?too (?:long|short|vague|thin|many|much|little|few)\b|(?:very "
    rf"|rather |quite |a "
    rf"|really )*{_BAD}(?: (?:report|effort|one|work|piece|stuff|aim))?\W*$|not (?:very |that )?(?:good|great|up to)\b"
    r"|needs (?:more |a lot of |some |much )?work\b|(?:there['’]?s|there is) (?:nothing|no|not much"
    r"|very little|little)\b"
    r"|no (?:aims?|data|measures?|chart|tests?|change)\b))",
    re.IGNORECASE,
)
_WHO = expression(
    r"^\W*(?:sorry\W+|but\W+|and\W+|remind me\W+|can you remind me\W+)*(?:who(?:['’]s| is| was)? (?:this|that"
    r"|it|s?he|they)"
    r"|(?:which|what) (?:report|one|practitioner|person) (?:is|was)|what (?:am i|do i|should i|is it i)\b"
    r"|what is this\b"
    r"|(?:have|did)n['’]?t i\b|have i not\b|did i not\b|do i (?:know|have|mentor)\b|is (?:s?he|this"
    r"|it) (?:one of mine|mine"
    r"|a new one)|why (?:am i|me)\b)",
    re.IGNORECASE,
)
_OF_READER = expression(
    r"\b(?:you(?:['’](?:re|ve|ll)| (?:are|have|look|seem|sound|feel|must))|are you|poor you|your"
    r"(?! (?:report|project|aim|work)))\b",
    re.IGNORECASE,
)
_NAME = expression(r"\s*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_SAYS_NOTHING = """
    a an the of in on at to for from with and or so as is it's its it this that these here
"""
_HOLDS_TOGETHER = frozenset(_SAYS_NOTHING.split())


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said beside thanks, and whether the practitioner is called or greeted."""

    said: str
    to_them: bool


def of_beside_thanks(
    arrival: Arrival, case: Case, number: int, almanac: Almanac, read_on: Callable[[Arrival], tuple[Event, Meaning]]
) -> Event | None:
    """The event of what is said beside thanks, as `read_on` reads it by itself; None where nothing is."""
    beside = beside_thanks(arrival, case)
    if beside is None:
        return None
    alone = replace(arrival, mail=replace(arrival.mail, text=beside.said, html=""))
    event, found = read_on(alone)
    if found.of("nothing") >= (MAYBE if beside.to_them else HARDLY) or len(plain_words(beside.said)) < WORDS:
        return None
    if isinstance(event, CommandUnclear) and found.is_all("promise", "courtesy", "thanks"):
        return None  # one without a day
    if not isinstance(event, FeedbackReceived | MessageReceived | WhichAsked) or found.in_form:
        return event
    if beside.to_them and not found.about_them:
        return _to_them(alone, case, number, event, found)
    project, feedback = names_project(beside.said), found.of("feedback") >= PLAIN
    if isinstance(event, FeedbackReceived) and project and found.surest("feedback") >= PLAIN:
        return event
    says = project or feedback or max(found.surest("private"), found.of("private")) >= HEARD
    return doubtful(arrival, case, number, Role.MENTOR, almanac) if says else None


def verdict_beside_thanks(event: Event, arrival: Arrival, case: Case, number: int, almanac: Almanac) -> Event:
    """The event; of what is taken for thanks, or for talk, and has a verdict on the report or asks who is meant beside
    them, what that is."""
    report = case.report(number)
    if not isinstance(event, Acknowledged | MessageReceived | FeedbackReceived) or report is None or report.answered:
        return event
    asks, judges, to_them = verdict_in(arrival, case)
    if not asks and (not judges or isinstance(event, FeedbackReceived)):
        return event
    if to_them and not asks and not _speaks_of_reader(arrival, case):
        return FeedbackReceived(arrival, case.unit, number)
    return doubtful(arrival, case, number, Role.MENTOR, almanac)


def _speaks_of_reader(arrival: Arrival, case: Case) -> bool:
    """Whether it says, beside the verdict, how the practitioner is: of talk, which the manager doesn't get."""
    beside = beside_thanks(arrival, case)
    rest = [one for one in clauses(beside.said) if not _JUDGES.match(one)] if beside else []
    return any(_OF_READER.search(one) and not names_project(one) for one in rest)


def verdict_in(arrival: Arrival, case: Case) -> tuple[bool, bool, bool]:
    """Whether it asks, beside thanks, who is meant; whether it judges the report; and whether that is said to them."""
    beside = beside_thanks(arrival, case)
    said = clauses(beside.said) if beside else []
    asks, judges = (any(pattern.match(one) for one in said) for pattern in (_WHO, _JUDGES))
    return asks, judges, beside is not None and beside.to_them


def _to_them(alone: Arrival, case: Case, number: int, event: Event, found: Meaning) -> Event:
    """What is said to the practitioner: what it plainly is, else feedback where it rather is than talk."""
    if isinstance(event, WhichAsked) and may_be_private(found):
        return event
    plainly = praises(alone.mail) or found.of("feedback") >= PLAIN
    talks = any(one.does == "message" for one in found.told) or found.of("feedback") < RATHER
    if case.report(number) is None or isinstance(event, MessageReceived) or (talks and not plainly):
        return MessageReceived(alone, case.unit, number, Role.MENTOR)
    return FeedbackReceived(alone, case.unit, number)


def beside_thanks(arrival: Arrival, case: Case) -> Beside | None:
    """What a mail says beside its thanks; None of one without thanks, and where nothing is left but courtesies."""
    names, theirs = names_in(case), name_words([case.enrolment.practitioner])
    said = typed_by(arrival.mail, case)
    if arrival.mail.sends or len(said.split(None, MOST)) >= MOST:
        return None
    kept, thanks, called = [], False, False
    for clause in clauses(said):
        rest = without_thanks(clause, names)
        thanks = thanks or rest is not None
        light = is_light(left := clause if rest is None else rest, names)
        called = called or ((light or rest is not None) and bool(theirs & set(plain_words(clause))))
        if not light:
            kept.append(left)
    return Beside("".join(kept).strip(), called) if thanks and kept else None


def typed_by(mail: Mail, case: Case) -> str:
    """What the mentor typed, without what an office writes below their name."""
    own = name_words([case.enrolment.mentor])
    said = above_name(said_in(f"{GREETING}\n\n{mail.top}", frozenset(), own), own).removeprefix(GREETING).strip()
    lines = said.split("\n")
    signed = (n for n, line in enumerate(lines) if n and 0 < len(plain_words(line)) == len(own & {*plain_words(line)}))
    return "\n".join(lines[: next(signed, len(lines))]).strip()


def clauses(said: str) -> list[str]:
    """The parts of a text between stops, each with the one that ends it."""
    return _CLAUSE.findall(said)


def without_thanks(clause: str, names: frozenset[str]) -> str | None:
    """What stands in a clause behind its thanks, and what those are for; None of a clause that doesn't thank."""
    thanks = _THANKS.match(clause)
    if thanks is None or not all(w in _BEFORE or is_courtesy(w, names) for w in plain_words(thanks["before"])):
        return None
    rest = clause[thanks.end() :]
    while (name := _NAME.match(rest)) and name[1].casefold() in names:
        rest = rest[name.end() :]
    return "" if _WHAT_FOR.match(rest) else rest


def is_light(clause: str, names: frozenset[str]) -> bool:
    """Whether it is no more than a courtesy, a wish or somebody's name."""
    if _WISHES.match(clause) or is_signed_off(clause.strip()):
        return True
    return all(w in _HOLDS_TOGETHER or w in names or is_courtesy(w, names) for w in plain_words(clause))
