"""A mentor who hears that a word of theirs is with the team alone, and says that it was for the practitioner.

Nothing is passed on without the click: they are asked what these very words are, once; they may stay where they are.
"""

from __future__ import annotations

from qibot.events import Arrival, WhichAsked
from qibot.expression import expression
from qibot.model import DESK, Case, Choice, Flag, Role, Seen
from qibot.people import name_words
from qibot.understanding.corrections.said import clauses
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.kept import KEPT, TOLD

CONFIRMATION = "confirm_command"
MOST = 14  # practitioners who are offered
_WORDS = (
    r"(?:it|that|this|them|those|my (?:last |earlier )?(?:words|e-?mail|mail|message|comments|feedback|note)"
    r"|(?:the|that|this) (?:last |previous |earlier )?(?:message|mail|e-?mail|feedback|note|one))"
)
_ASKS = (
    r"(?:(?:please|just|do|yes|kindly|then|can|could|would|will|you|may|can you|could you|feel free to"
    r"|happy for you to|i'd like you to|go ahead"
    r"|so|pls) )*"
)
_TO = r"(?: (?:to|with|for) (?:NAME|her|him|them))"
_PASS = expression(
    rf"{_ASKS}(?:send|pass|forward|share|relay|release|give|show)(?: {_WORDS})?(?: (?:straight|right|just))?"
    rf"(?: on| along| over| through)?{_TO}?(?: as (?:it is|is|my feedback|feedback|a message))?(?: too| as well)?"
)
_FOR = expression(
    rf"(?:{_WORDS}(?: was|'s| is| were)?|was|is|meant|just|only|all)(?: (?:only|just|all|actually|really|meant"
    rf"|intended|supposed|to go|to be|sent"
    r"|a message|feedback|my feedback|some feedback))*(?: (?:to|for) (?:NAME|her|him"
    r"|them))(?: (?:and )?not (?:for )?(?:you|the team|yourselves))?"
)
_FEEDBACK = expression(
    rf"{_WORDS}(?: was|'s| is)(?: (?:only|just|all|actually|really|my|the|meant as|meant to be))* (?:feedback"
    rf"|a message|comments?)"
    r"(?: (?:for|to|on) [\w' ]{1,30})?|(?:just |only )?a message (?:to|for) (?:NAME|her|him|them)"
)
_MAY = expression(
    rf"(?:i'd like|i want|i wanted|i meant|happy for|fine for|ok for|okay for|it's (?:fine|ok|okay|alright"
    rf"|good) for) (?:NAME|her|him|them)"
    rf" to (?:see|have|get|read) {_WORDS}"
    rf"|(?:NAME|she|he|they) (?:should|can|could|may|must|ought to|is welcome to|needs to) (?:get|have|see"
    rf"|read) {_WORDS}"
)
_NOT_PRIVATE = expression(
    rf"(?:(?:{_WORDS}|there) ?(?:was|'s|is)? ?(?:not|n't|wasn't|isn't|nothing)|wasn't|isn't|not|nothing)(?: (?:a"
    rf"|any|in|for|meant|the|at all))*"
    r" (?:private|confidential|confidence|secret|concern|worry|team|you)(?: at all| in it)?"
)


def asked_to_send_on(arrival: Arrival, context: Context) -> WhichAsked | None:
    """The question what the kept words are, where a mentor's answer to their confirmation says no more than that they
    were for the practitioner."""
    found = _kept(arrival, context)
    if found is None or arrival.mail.sends:
        return None
    seen, cases = found
    people = name_words(c.enrolment.practitioner for c in cases)
    said = clauses(arrival.mail, people, asks=True)
    wants = [one for one in said if any(p.fullmatch(one) for p in (_PASS, _FOR, _FEEDBACK, _MAY))]
    if not wants or not all(one in wants or _NOT_PRIVATE.fullmatch(one) for one in said):
        return None
    choices = [c for case in cases[:MOST] for c in _choices(case, _number(case, seen), alone=len(cases) == 1)]
    choices.append(Choice("team", label="Leave them with the Community Planning team alone"))
    who = cases[0].enrolment.mentor.name
    labels = tuple(c.label for c in choices)
    return WhichAsked(arrival, tuple(choices), labels, who, Role.MENTOR, doubt=True, earlier=seen.archived)


def _number(case: Case, seen: Seen) -> int:
    """The report of which they were said, else one that waits; 0 where none does."""
    flag, pending = case.get(Flag, seen.key), case.pending()
    said = flag.number if flag else 0
    return said if case.report(said) else pending[0].number if pending else 0


def _choices(case: Case, number: int, *, alone: bool) -> list[Choice]:
    name = case.enrolment.practitioner.name
    made = [Choice("feedback", case.unit, number, f"Send these very words to {name} as my feedback")] if number else []
    if alone or not number:
        made.append(Choice("message", case.unit, number, f"Send them to {name} as a message"))
    return made


def _kept(arrival: Arrival, context: Context) -> tuple[Seen, list[Case]] | None:
    """The mark of the words whose confirmation is answered, and whom these may be for."""
    own = context.cases(Role.MENTOR)
    for case in (*own, context.desk):
        letter = answered_letter(arrival, case)
        if not own or letter is None or letter.name != CONFIRMATION or not letter.cause:
            continue
        seen = case.get(Seen, letter.cause)
        kept = seen is not None and seen.taken_for.startswith(KEPT) and not seen.taken_for.startswith(TOLD)
        if seen is None or not kept or not (seen.archived and seen.because):
            return None
        return seen, own if case.unit == DESK else [case]
    return None
