"""COPY: the manager may have feedback, too, of which they got no copy: it speaks of the practitioner's own life."""

from __future__ import annotations

import re

from qibot.events import CommandUnclear, CopyWanted, Event, MessageIgnored
from qibot.expression import expression
from qibot.model import Feedback, Letter, Seen
from qibot.understanding.commands.given import Given
from qibot.understanding.matter.answered import answered_letter

NO_COPY = "tell_no_copy"
KEPT_BACK = "an acknowledgement"
LONGEST = 120  # characters of a plain yes
_IT = r"(?:it|that|this|one|a copy|her|him|them|MGR|the feedback|in|on|to|with|have|see|too|also|as well)"
_FINE = r"(?:ok|okay|fine|alright|all right|happy|good|glad)"
_HAS = r"have|has|having|see|sees|seeing|read|reads|reading|get|gets|getting"
_FOR_THEM = (
    rf"(?:(?:by|with|for) me )?(?:for MGR to (?:have|see|read|get)(?: {_IT}){{0,3}}|if MGR (?:has|sees|reads|gets)"
    rf"(?: {_IT}){{0,3}}|to (?:send|copy|pass|forward|share|show|give|let)(?: {_IT}){{1,6}})"
)
_LETS = (
    rf"(?:(?:you )?(?:can|could|may) )?(?:do |just )*(?:send|copy|pass|forward|share|show|give|let)(?: {_IT}){{1,6}}"
    rf"|(?:MGR|she|he|they) (?:can|may|could|should|(?:is|are) welcome to) (?:have|see|read|get)(?: {_IT}){{0,3}}"
    r"|yes,? please(?: do)?|please do|go ahead|by all means"
    rf"|(?:(?:it|that)(?:'s| is) |i(?:'m| am) )?(?:very |absolutely |quite |perfectly |more than )?{_FINE} {_FOR_THEM}"
    rf"|(?:i(?:'ve| have) )?(?:(?:it|that)(?:'s| is) )?no (?:problem|objections?|issue|harm) "
    rf"(?:at all )?(?:{_FOR_THEM}|(?:to|with|in) MGR (?:having|seeing|reading|getting)(?: {_IT}){{0,3}})"
    rf"|i (?:don't|wouldn't|do not|would not) mind (?:if )?MGR (?:{_HAS})(?: {_IT}){{0,3}}"
)
_KIND = (
    r"yes|yep|yeah|ok|okay|sure|of course|certainly|please|thanks(?: for (?:asking|checking))?|thank you|fine"
    r"|no problem|(?:it|that)(?:'s| is) (?:fine|ok|okay|no secret|no problem)|actually"
    r"|i(?:'m| am) (?:happy|fine|ok|okay) with that"
)
_SAYS_SO = expression(rf"(?:{_LETS})", re.IGNORECASE)
_WHOLE = expression(rf"(?:(?:{_LETS}|{_KIND})(?:[\s,.;:!–—-]+|$))+", re.IGNORECASE)
_NO = expression(
    rf"(?:(?:no|nope|please|thanks?|thank you|don't|do not|i'd|rather|prefer|not|she|he|they|MGR|didn't|did not|doesn't"
    rf"|send|copy|leave|keep|as it is|between us|quite|right|good call|good point|good thinking|need|share|show|let"
    rf"|better for (?:MGR|her|him|them) not to"
    rf"|you were|you're|well spotted|best|better|it's|{_IT})(?:[\s,.;:!–—-]+|$))+",
    re.IGNORECASE,
)
_REFUSES = expression(r"\b(?:no|nope|not|leave|keep|right|good|spotted)\b|n't\b", re.IGNORECASE)
_NUMBER = expression(r"[0-9]{1,3}")
WRITTEN = "an answer to the mail with the report, for what the manager may read"


def copy(given: Given) -> Event | None:
    """COPY, with the number that the letter's link gives; nothing else may be said, since that could bound it."""
    if given.behind and not _NUMBER.fullmatch(given.behind):
        return None
    if given.words or given.arrival.mail.sends:
        return given.unclear("it says more than COPY, and nobody else has seen it", "COPY alone")
    return _copied(given)


def copy_of_answered(given: Given) -> Event | None:
    """The same where FEEDBACK alone answers the letter that says so."""
    return _copied(given) if tells_no_copy(answered_letter(given.arrival, given.case)) else None


def plainly_copied(given: Given) -> Event | None:
    """The same where the letter is answered with a plain yes (“yes, Meg can have it”); nothing where it is a plain no;
    None of anything else, and of what may be thanks for having kept it back."""
    manager = given.case.enrolment.manager
    if manager is None or given.arrival.mail.sends or not tells_no_copy(answered_letter(given.arrival, given.case)):
        return None
    said = " ".join(given.typed_below(given.arrival.mail.top).replace("’", "'").split())
    for name in (manager.name, manager.name.split()[0]):
        said = re.sub(rf"\b{re.escape(name)}\b", "MGR", said, flags=re.IGNORECASE)
    if len(said) > LONGEST:
        return None
    if says_yes(said):
        return _copied(given)
    return MessageIgnored(given.arrival, KEPT_BACK) if _NO.fullmatch(said) and _REFUSES.search(said) else None


def says_yes(said: str) -> bool:
    """Whether a line, in which MGR stands for the manager, is a plain yes."""
    return _WHOLE.fullmatch(said) is not None and _SAYS_SO.search(said) is not None


def tells_no_copy(letter: Letter | None) -> bool:
    """Whether it tells a mentor that the manager got no copy."""
    return letter is not None and letter.name == NO_COPY


def _copied(given: Given) -> CopyWanted | CommandUnclear:
    case, feedback = given.case, _meant(given)
    manager = case.enrolment.manager
    if feedback is None or manager is None:
        return given.unclear("there is no feedback of yours that waits for that", WRITTEN)
    if feedback.kept_from not in manager.addresses:
        return given.unclear(f"{case.enrolment.practitioner.name} has another manager by now", WRITTEN)
    number, key = feedback.number, feedback.key
    return CopyWanted(given.arrival, case.unit, number, given.who, key, feedback.archived, feedback.arrived)


def _meant(given: Given) -> Feedback | None:
    """The very feedback that the link names or the letter is about; else the only one that waits."""
    case, letter = given.case, answered_letter(given.arrival, given.case)
    waits = [f for f in case.all(Feedback).values() if _waits(f, given)]
    if given.behind:
        waits = [f for f in waits if (f.number, f.answer) == (given.number, int(given.behind))]
    elif letter is not None and tells_no_copy(letter):
        told = case.get(Seen, letter.cause)
        waits = [f for f in waits if told is not None and f.archived == told.archived]
    return waits[0] if len(waits) == 1 else None


def _waits(feedback: Feedback, given: Given) -> bool:
    """Whether the manager has no copy of it, it is the sender's own, and nobody has said since that it is for the
    team."""
    own = given.context.people.addresses_of(given.arrival.mail.sender or "")
    seen = next((x for x in given.case.all(Seen).values() if x.archived == feedback.archived), None)
    still = seen is not None and seen.taken_for.startswith("feedback on ")
    return bool(feedback.kept_from) and feedback.sender in own and still
