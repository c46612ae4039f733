"""A mail that takes an earlier one back, in people's own words: “that wasn't meant for Ann”, “can you delete that?”.

It is what TEAM says: what waits of the earlier mail is withdrawn, and the team hears who had it. Where it may be that
only, its writer is asked. Who tells the very reader by name (“Ann, please ignore my last mail”) tells it to them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    Arrival,
    CapacityEnded,
    ConcernTold,
    ContactReported,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    SupportNeeded,
    ToldAfterAll,
    ToldInConfidence,
    WhichAsked,
)
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Case, LetterState, Quarantined, Role, Seen, Status
from qibot.understanding.commands.copied import tells_no_copy
from qibot.understanding.commands.given import name_of
from qibot.understanding.corrections.wrong_file import is_wrong_file, may_be_wrong_file
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.kept import BRING, KEPT, answers_kept, is_about_kept, last_said
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.plainly import names_project

RECENT = timedelta(days=7)  # within which the mail came that “that” is
SHORT, LONG = 30, 60  # words of a mail that does nothing else, and of one that may
TAKEN_BACK = "it takes an earlier mail back"
_WHOM = r"(?:MENT|PRAC|MGR|OTHER|SOMEBODY|TEAM|THEY|her|him|them|you|hr|the team|(?:some|any)(?:one|body)(?: else)?)"
_MAIL = (
    r"(?:my (?:(?:very )?(?:last|previous|earlier|first|other) )?(?:e-?mail|mail|message|note|reply|answer)(?! address)"
    r"|(?:that|the)(?: (?:last|previous|earlier|other))? (?:e-?mail|mail|message|note|reply)(?! address)"
    r"|(?:my|that|the) (?:last|previous) one|what i(?:'ve| have)?(?: just)? (?:sent|wrote|written|said))"
)
_IT = rf"(?:that|this|it|{_MAIL})"
_ASKS = (
    r"(?:please|pls|kindly|(?:can|could|would|may) (?:you|i|we|somebody|someone)(?: all| both)?|i(?:'d| would) like to"
    r"|i (?:want|need|wish) to|too late to|any way to|possible to)(?: please| just)?"
)
_BACK = (
    r"(?:recall|retract|unsend|withdraw|delete|destroy|cancel|stop|bin|undo|remove|take back|pull|scrap|discard"
    r"|withhold|intercept|hold fire on)"
)
# Sentences whose people are abstracted (meaning/people.py). “means” is what a slip's mending may make of “meant”
# (meaning/spelling.py). These say it plainly (“this is for you” is said of the very mail that says it) …
_NOWHERE = r"(?! (?:on|in|from|at|to) (?:the|your|my|page|staff|parents)\b)"
_OWN = (  # what is nothing but a mail of theirs: “the message”, “the last one” may be anything of the project
    r"(?:(?:my (?:(?:very )?(?:last|previous|earlier|first|other) )?(?:e-?mail|mail|message|note|reply|answer)"
    r"(?! address)|that (?:(?:last|previous|earlier|other) )?(?:e-?mail|mail|message|reply)(?! address)"
    r"|my (?:last|previous) one|what i(?:'ve| have)?(?: just)? (?:sent|wrote|written|said))"
    rf"{_NOWHERE})"
)
_LAST = (  # … but in a mail that speaks of nothing of the project
    r"(?:the (?:very )?(?:last|previous|earlier) (?:e-?mail|message)(?! address)"
    rf"|the (?:e-?mail|mail|message)(?: that)? i(?:'ve| have)?(?: only)?(?: just)? (?:sent|wrote|written)){_NOWHERE}"
)
_NAMED = r"(?:MENT|PRAC|MGR|OTHER|TEAM|THEY|her|him|you|hr|the team|any(?:one|body) else)"


def _takes_back(it: str, mail: str, whom: str) -> str:
    """What takes it back, of whatever may be called so."""
    return (
        rf"\b{it}(?: really| actually)? (?:was|were|(?<=that )is)(?:n't| not| never)(?: really| ever| actually)?"
        rf" (?:mean[ts]|intended|supposed)(?: to (?:go|come|be sent|be seen|be read|get))?(?: out)?"
        rf" (?:for|to|by) {whom}\b"
        rf"|\b{it} (?:was|(?<=that )is)(?: only| just| mean[ts]| intended)* (?:for|to) {whom}(?: \w+)?(?: and)? not"
        rf" (?:for |to )?{whom}\b"
        rf"|\b{it} (?:should(?:n't| not)?(?: only| just| never)? have(?: only| just| never)?"
        r"|ought(?:n't| not)? to have)"
        rf" (?:gone|been sent|come|been)(?: out| only| just)? (?:to|for) {whom}\b"
        rf"|\bi (?:didn't|did not|never) (?:mean|want|intend)"
        rf" (?:(?:for )?{whom} to(?: (?:see|get|read|have|receive)(?: {it})?)?$|to send {mail}(?! to\b))"
        rf"|\b{mail} (?:was|went|got|has gone|was sent)(?: sent)?(?: out)? (?:to the wrong (?:person|people"
        r"|address|one)|by mistake|in error|by accident)\b"
        rf"|\b{_ASKS} {_BACK} {mail}\b"
        rf"|\b{_ASKS} (?:take|pull|get) {mail} back(?: please)?(?: \?)?$"
        rf"|\b(?:stop|prevent) {mail}(?: from)? (?:(?:going|getting)(?: out)?(?: to {whom})?|being sent)"
        r"(?: please| now| yet| any further)*(?: \?)?$"
    )


_PLAINLY = expression(
    _takes_back(rf"(?:that|this|it|{_OWN})", _OWN, _NAMED)
    + r"|\bi (?:(?:didn't|did not|never) (?:mean|intend)|never meant) to send (?:that|this|it)(?! to\b)"
    rf"|^(?:.*\b(?:ignore|delete|disregard|forget|recall|sorry) .*|(?:[\w']+ ){{0,3}}){_IT} (?:was|is)"
    r"(?: only| just)? (?:mean[ts]|intended)(?: only| just)? (?:for|to go to)"
    r" (?:MENT|PRAC|MGR|OTHER|TEAM|SOMEBODY|hr|(?:some|any)(?:one|body) else)\b"
    r"|(?:^|\b(?:sorry|oops|whoops|sh\w+t|oh no|argh) )(?:that was |that's |it's )?(?:the |to the )?"
    r"wrong (?:person|e-?mail|mail|address|recipient|thread|window)(?:(?: !)?$"
    r"| (?:sorry|again|please|can|could|i|it|that)\b)"
    rf"|\bi(?:'ve| have)?(?: just)? (?:sent|send) {_IT} (?:to the wrong (?:person|people|address|one|mentor"
    r"|practitioner)|by mistake|in error|by accident|accidentally)(?: sorry| please)?$"
    rf"|\b{_ASKS} (?:recall|retract|unsend|withdraw) (?:that|it|this)(?: again)?(?: please)?(?: \?)?$",
    re.IGNORECASE,
)
_PLAINLY_LAST = expression(_takes_back(_LAST, _LAST, _NAMED), re.IGNORECASE)
# … these where the mail says nothing else but how it came about: of the project it is said, too (“how will you stop it
# going back to the old ways?”, “the email was sent to the wrong people”, “could you delete the last one?”).
_IF_ALL = expression(
    _takes_back(_IT, rf"{_IT}{_NOWHERE}", _WHOM).replace(rf"{_BACK} {_IT}", rf"{_BACK} {_MAIL}")
    + rf"|\b(?:sent|send) {_IT} (?:to the wrong (?:person|people|address|one|mentor|practitioner)|by mistake|in error"
    r"|by accident|accidentally)(?: sorry| please)?$",
    re.IGNORECASE | re.MULTILINE,
)
_SORRY = expression(r"\b(?:sorry|oops|whoops|argh|apologies|ignore|disregard)\b", re.IGNORECASE)
_WENT = expression(
    rf"\b(?:did|has|have|will) {_IT} (?:go|gone|get|come|been sent)(?: out)? to {_WHOM}\b", re.IGNORECASE
)
_NOT_MEANT = expression(
    r"\b(?:was|were)(?:n't| not) (?:mean[ts]|supposed|intended) to(?: go| be)?(?: there)?$", re.IGNORECASE
)
# That it isn't to go on: said of an earlier mail it is plain, …
_NOT_ON = (
    r"(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bpeople )(?<!\bstaff )"
    r"(?:don't|do not|never|(?:can|could|would|will) (?:you|we)(?: all| please)? not|to not|not to|if not"
    r"|rather (?:you|it) (?:didn't|did not))(?: please| just)?"
)
_ON = r"(?:send|pass|forward|share|relay|give|show)"
_HELD_BACK = expression(
    rf"{_NOT_ON} (?:{_ON}(?: on| out| along)? {_MAIL}(?: on| out| along| over| any further)?"
    rf"(?: (?:to|with) {_WHOM}\b|(?! (?:to|with|until|till|before|at|in|as|for|about|from)\b))"
    rf"|(?:{_ON} {_WHOM}|let {_WHOM} (?:see|have|get|read)) {_MAIL})"
    rf"|\b(?:hold|keep) {_MAIL} (?:back(?! until| for)|to yoursel(?:f|ves)|with you|from {_WHOM})\b"
    rf"|\bhold (?:back|on to|off (?:sending|passing on|forwarding)) {_MAIL}"
    rf"|\bhold {_MAIL}(?: please)?(?: \?$|$| and not\b)"
    rf"|\b(?:can|could|may|should) {_MAIL}(?: please)? be (?:stopped|held|recalled|withdrawn|deleted|binned|pulled)\b",
    re.IGNORECASE,
)
# … also of “it”, where the mail has named it before: “ignore my last mail and don't pass it on”.
_NOR_IT = expression(
    rf"\b{_MAIL}\b.{{0,80}}{_NOT_ON} (?:{_ON} (?:it|that)(?: on| out| along| over)?(?: (?:to|with) {_WHOM})?"
    rf"|{_ON} {_WHOM} it|let {_WHOM} (?:see|have|get|read) it)(?: please| yet| \?)*$",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
# … and of “that”, where the mail says to whom, and nothing else but how it came about.
_THEM, _THAT = "(?:PRAC|MENT|MGR|THEY|her|him)", "(?:that|it|this)(?: one)?"
_THAT_BACK = expression(
    rf"{_NOT_ON} (?:{_ON}(?: on)? {_THAT}(?: on| out| along| over)? (?:to|with) {_THEM}\b"
    rf"|(?:{_ON} {_THEM}|let {_THEM} (?:see|have|get|read)) {_THAT}\b|let {_THAT} (?:go|get) (?:out )?to {_THEM}\b)"
    rf"|\b{_BACK} {_THAT} before (?:it goes to {_THEM}|{_THEM} (?:gets|sees|reads) it)\b",
    re.IGNORECASE,
)
_HOLD_THAT = expression(rf"\bhold (?:(?:fire on|back|on to) {_THAT}|{_THAT}(?: back)?)(?![\w'])", re.IGNORECASE)
_EXCUSES = frozenset({
    "!", ",", "-", ".", "?", "a", "accident", "accidentally", "actually", "again", "all", "already", "am", "and",
    "apologies", "argh", "back", "be", "because", "before", "but", "by", "can", "changed", "confused", "could",
    "dear", "different", "disregard", "do", "don't", "done", "e-mail", "early", "else", "email", "error", "for",
    "forget", "forgot", "go", "going", "gone", "got", "had", "hang", "has", "hasn't", "have", "haven't", "hello",
    "help", "hi", "hit", "hold", "i", "i'd", "i'll", "i'm", "i've", "ignore", "in", "instead", "is", "isn't", "it",
    "it's", "just", "last", "late", "later", "mail", "me", "mean", "meant", "ment", "ment-v", "mentor", "message",
    "mgr", "mgr-v", "mind", "mistake", "mixed", "more", "muddled", "my", "need", "no", "not", "note", "now", "of",
    "off", "oh", "ok", "on", "one", "only", "oops", "or", "other", "other-v", "out", "people", "person", "place",
    "please", "pls", "possible", "prac", "prac-v", "practitioner", "pressed", "private", "reply", "send", "sent",
    "so", "somebody", "someone", "soon", "sorry", "stop", "team", "team-v", "thank", "thanks", "that", "that's",
    "the", "them", "they", "thing", "this", "thought", "thread", "to", "too", "undo", "up", "urgent", "urgently",
    "wait", "want", "was", "wasn't", "well", "were", "whoops", "will", "window", "with", "write", "wrong", "yes",
    "yet", "you", "your",
})  # fmt: skip
# … and these may.
_PERHAPS = expression(
    rf"^(?:sorry |oops |whoops |oh )*{_ASKS} (?:recall|retract|withdraw|delete|destroy|bin|take back)"
    r" (?:that|it|this)(?: please)?(?: \?)?$"
    rf"|\b(?:delete|bin|destroy) {_IT}(?: please)?(?: \?)?$.*\b(?:confidential|private)\b"
    rf"|\b(?:confidential|private)\b.*\b(?:delete|bin|destroy) {_IT}(?: please)?(?: \?)?$"
    rf"|\b{_IT} was (?:mean[ts] to be |supposed to be )?(?:strictly |very )?(?:confidential|private)\b"
    rf"|\b(?:can|could|would|please|pls) (?:you )?(?:please )?(?:not|n't|don't) (?:send|pass|forward|share)"
    rf" (?:that|it|{_MAIL})(?: on| out)?(?: to {_WHOM})?(?: please)?(?: yet)?(?: \?)?$"
    rf"|\b(?:ignore|disregard|delete) {_IT}\b.*\b(?:mixed|muddled|confused|someone else|somebody else|mixing)\b"
    rf"|\b{_IT} (?:was|is)(?: only| just)? (?:mean[ts]|intended)(?: only| just)? for (?:my \w+|you)$",
    re.IGNORECASE,
)
# How those are called to whom it would go.
_CALLED = {
    Role.PRACTITIONER: {"MENT-V"}, Role.MENTOR: {"PRAC-V"}, Role.MANAGER: {"PRAC-V", "MENT-V"},
}  # fmt: skip
_TALK = FeedbackReceived | MessageReceived | Acknowledged | ContactReported
_TOLD = ToldInConfidence | SupportNeeded | CapacityEnded | ConcernTold
_TAKES_BACK = _TALK | _TOLD | WhichAsked | MessageIgnored | MessageUnplaced


def recalled(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The event, or that an earlier mail was for the team alone, where its words say so."""
    mail = arrival.mail
    many = len(mail.top.split(maxsplit=LONG + 1))
    if not isinstance(event, _TAKES_BACK) or context.order or context.item or mail.sends or not 0 < many <= LONG:
        return event
    part = None if isinstance(event, WhichAsked) and event.earlier else _part(arrival, context)
    if part is None or _answers_kept(arrival, part.case, context):
        return event
    case, role = part.case, part.role
    answered = answered_letter(arrival, case)
    if tells_no_copy(answered):  # what “don't send it to her” answers is kept from the manager already
        return event
    found = meant(arrival, context, case, role, answered)
    if any(_CALLED[role] & set(one.words) for one in found.told):
        return event
    number = getattr(event, "number", 0)
    wrong = role is Role.PRACTITIONER and is_wrong_file(found)
    unsure = _may_say(found) or (role is Role.PRACTITIONER and may_be_wrong_file(found))
    of_it = _may_be_of_it(found)
    plainly = says_plainly(found) or wrong
    # Of whatever event but feedback: a word that is held costs a mail, one that leaves is read.
    perhaps = (unsure and isinstance(event, _TALK | WhichAsked)) or (of_it and not isinstance(event, FeedbackReceived))
    earlier = _earlier(arrival, part, context) if (plainly or perhaps) and many <= SHORT else None
    if earlier is not None and (plainly or _waits(earlier, case)):
        return replace(_taken_back(arrival, part, number, name_of(case, role, context), earlier), wrong=wrong)
    asked = isinstance(event, _TALK) and (plainly or perhaps or of_it)
    return doubtful(arrival, case, number, role, almanac) if asked else event


def says_plainly(found: Meaning) -> bool:
    """Whether it says that an earlier mail was for somebody else, or asks to have it back."""
    said = [" ".join(one.words) for one in found.told if one.words[:1] != ["if"]]
    plainly = any(map(_WENT.search, said)) and any(map(_NOT_MEANT.search, said))
    plainly = plainly or any(_PLAINLY.search(one) or _HELD_BACK.search(one) for one in said)
    plainly = plainly or _NOR_IT.search("\n".join(said)) is not None
    plainly = plainly or (any(map(_PLAINLY_LAST.search, said)) and not any(map(names_project, said)))
    return plainly or _is_all(_THAT_BACK, said) or _is_all(_IF_ALL, said)


def _is_all(asked: re.Pattern[str], said: list[str]) -> bool:
    """Whether it asks this and says no more than how it came about: else “that” is what this very mail says."""
    rest, found = asked.subn(" ", "\n".join(said))
    return found > 0 and _EXCUSES.issuperset(rest.lower().split())


def _may_say(found: Meaning) -> bool:
    """Whether it may be that: then its writer is asked."""
    said = [" ".join(one.words) for one in found.told]
    sorry = any(_IF_ALL.search(one) for one in said) and any(_SORRY.search(one) for one in said)
    return sorry or _PERHAPS.search("\n".join(said)) is not None or _is_all(_HOLD_THAT, said)


def _may_be_of_it(found: Meaning) -> bool:
    """Whether it may be that, and is not of the project: then nothing is withdrawn before its writer says so."""
    said = [" ".join(one.words) for one in found.told]
    return any(map(_IF_ALL.search, said)) and not any(map(names_project, said))


def _waits(earlier: Seen, case: Case) -> bool:
    """Whether a letter that brings the earlier mail hasn't left yet: what may call that back is in time."""
    letters = (x for x in case.letters.values() if x.cause == earlier.key and x.name in BRING)
    return any(x.state in (LetterState.WAITING, LetterState.HELD) and not x.outcomes for x in letters)


def _taken_back(arrival: Arrival, part: Part, number: int, who: str, earlier: Seen) -> ToldAfterAll:
    """The earlier mail is the team's, and these words with it."""
    unit, role, words = part.case.unit, part.role, words_apart(arrival.mail, part.case).strip()
    told = ToldInConfidence(arrival, unit, number, role, words, TAKEN_BACK, silent=True)
    beside = replace(arrival, beside=(*arrival.beside, told))
    return ToldAfterAll(beside, unit, number, role, who, earlier.taken_for, earlier.archived, earlier.arrived)


def _part(arrival: Arrival, context: Context) -> Part | None:
    """In which enrolment it is said, and as what: the matter's, else where its sender has written last."""
    if context.case is not None:
        own = [p for p in context.parts if p.case.unit == context.case.unit]
    else:
        own = [p for p in context.parts if p.case.enrolment.status is Status.ACTIVE]
        own.sort(key=lambda p: _when(last_said(p.case, p.role, arrival.arrived)), reverse=True)
    return own[0] if own and own[0].role in _CALLED else None


def _when(seen: Seen | None) -> datetime:
    return seen.arrived if seen else datetime.min.replace(tzinfo=UTC)


def _answers_kept(arrival: Arrival, case: Case, context: Context) -> bool:
    """Whether it answers a mail that was kept for the team, or a letter about one: nothing went out."""
    answered = answered_letter(arrival, case)
    about = answered is not None and is_about_kept(answered, case)
    return about or bool(answers_kept(arrival.mail, case, context.desk))


def _earlier(arrival: Arrival, part: Part, context: Context) -> Seen | None:
    """Their last mail in the matter, if it is recent and went out; None where one was kept or is asked about since."""
    last = last_said(part.case, part.role, arrival.arrived)
    if last is None or last.arrived < arrival.arrived - RECENT or last.taken_for.startswith(KEPT):
        return None
    waits = (q.arrived for q in context.desk.all(Quarantined).values() if q.sender == arrival.mail.sender)
    return None if any(last.arrived < at < arrival.arrived for at in waits) else last
