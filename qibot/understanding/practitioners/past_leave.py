"""“I was away for two weeks, that's why there's a gap in the line”: a leave that is over and kept nobody from a report.

What it was for, and whatever stands beside it, may be no mentor's to hear (“I was away for two weeks in rehab”, “I was
on leave. I can't face the comments”). So each word is of a closed list: of the leave and its days, of the chart and who
kept it, of reading the feedback, or a courtesy.
"""

from __future__ import annotations

from collections.abc import Sequence

from qibot.expression import expression
from qibot.understanding.meaning import Told
from qibot.understanding.meaning.families import families_in

_WAS_AWAY = expression(
    r"\b(?:i|we)(?: (?:was|were|had been)|'d been)(?: (?:just|only|also|actually))? (?:in (?P<place>[\w-]+)|away"
    r"|(?:off )?on annual leave|(?<!off )on leave|(?:off )?on (?:my |our )?(?:holidays?|hols)|abroad)(?= |$)"
)
_IS_OR_WILL = expression(
    r"(?:^| )(?:will|going to|am|is|are|until|till|since|next|again|now|still|from|\w+'(?:ll|m|re))\b"
)
_COMMENTS = (
    r"(?:(?:the|your|all|helpful|useful|good|great|kind|lovely) )*(?:comments|feedback|notes|suggestions|thoughts)"
)
_PHRASES = expression(
    r"\b(?:that's why|that is why|which is why|so|and|but)?(?:^| )?there(?:'s| is| are|'re| was| were)\b"
    r"|\b(?:that's why|that is why|which is why)\b"
    r"|\b(?:charts?|lines?|graphs?|data|dots|figures|numbers|sheets?|tally)(?: (?:only|just))? (?:stops?|starts?"
    r"|begins?|jumps?|drops?|dips?)\b"
    r"|\bno (?:data|figures|numbers|dots|points|counts|entries)\b"
    r"|\bsorry for the (?:slow|late|delayed|belated|long) (?:reply|answer|response|silence|delay)\b"
    r"|\b(?:sorry for|excuse|forgive) (?:the|my) (?:silence|delay|slow reply)\b"
    r"|\b(?:i'll|i will) (?:read|look at|go through|answer|reply to|work through|come back to|think about|add|plot)"
    rf"(?: {_COMMENTS})?(?= |$)"
    rf"|\b(?:i've|i have) (?:only|just|now) (?:just |now )?(?:read|seen) (?:{_COMMENTS}|it|THOSE|THEY)(?= |$)"
    r"|\b(?:SOMEBODY|OTHER) (?:did|has done|managed)(?: (?:it|very|really|so))* (?:well|fine|brilliantly)\b"
    r"|\bsomebody else's\b|\b(?:just|only just|only) back\b"
    rf"|\b(?:many )?(?:thanks|thank you)(?: (?:so|very) much)?(?: for {_COMMENTS})?(?= |$)"
)
# What answers the mentor beside it, each to its end.
_OF_WARD = r"(?:the|our) (?:wards?|team|staff|nurses|clinic|unit|practice)"
_ANSWERS = expression(
    rf"^(?:(?:yes|no|yep|yeah|aye)\b ?)?(?:{_OF_WARD} (?:(?:has|have) )?(?:all )?(?:agreed|counted|tested|tried"
    r"|started)"
    r"(?: (?:it|them|this))?(?= |$)|the answer is\b"
    r"|it was (?:the (?:first|second|third|last|new|old) (?:version|one|test|sheet|form|chart)|NUM) (?:that )?we"
    r" (?:tested|tried|used)(?= |$)|we(?:'ve)? (?:tested|tried|use|used|counted|chose|took)(?= )"
    r"|(?:i've|we've|i have|we have) (?:now )?(?:changed|added|updated|redrawn|corrected|plotted)"
    r"(?= (?:the|our|it|them)\b))?"
)
_IN_ANSWER = expression(
    r"(?:^| )(?:as (?:you )?(?:said|suggested|agreed|asked|advised|proposed|discussed)|NUM|patients?|per"
    r"|the (?:(?:sign|nice|local|national|new|old) )?guidelines?|aim|dates?)(?= |$)"
)
_BEFORE_ANSWER = expression(
    r"(?:^| )(?:so|and|hence|when) (?:(?:i|we) (?:haven't|have not) (?:tested|tried|plotted|counted|measured)"
    r"(?: (?:anything|it|them))?(?: (?:yet|since))?(?= |$)|no (?:data|dots|figures|numbers|points|pdsas?|tests?)"
    r"(?: in that time)?(?= |$)"
    r"|we (?:did|tried|ran) (?=the (?:first|second|third|last) (?:test|pdsa|count)s?\b))"
)
# What is of its writer's own state: left to what it is taken for otherwise.
_OWN_STATE = expression(
    r"\b(?:i'm|i am|i feel|i felt|i want|i need|i can|can't|cannot|couldn't|could not|my|me|myself|home|life|things"
    r"|anymore|enough|done|over|hard|because|due to|owing to|private|personal|why)\b"
)
_FOR_WHAT = expression(r"\b(?:because of|due to|owing to)\b(?P<what>.*)")
_OF_ALL = """
    a all an and before both but couple days each few first fortnight for half holidays in it its just last
    month months of on or second so some term the their then these this those three to today tomorrow tonight two
    twelve ten six five four week weekend weekends weeks while DAY NUM THOSE SOMEBODY OTHER christmas easter summer
    spring autumn october school break trip
    them points
    chart charts column counted counts dates dots entries entry figures filled gap gaps graph handwriting kept line
    lines numbers plotted recorded row rows sheet sheets tally took collected covers
    ! another other different best cheers dear hello hey hi kind regards sorry wishes
"""
_PLAIN = frozenset(_OF_ALL.split())
_OF_PROJECT = frozenset(["@qi"])


def is_past_leave(told: Sequence[Told]) -> bool:
    """Whether these sentences tell of a leave that is over, and of nothing that isn't of the chart or the feedback, nor
    a plain answer."""
    leaves, others = _parted(told)
    return _are_over(leaves) and all(_is_plain(one) or _is_answer(one) for one in others)


def may_be_past_leave(told: Sequence[Told]) -> bool:
    """Whether a leave that is over is told in words of the list, and beside it something else that is not plainly of
    its writer's own state."""
    leaves, others = _parted(told)
    return _are_over(leaves) and not any(_OWN_STATE.search(one) for one in others)


def gives_its_cause(told: Sequence[Told]) -> bool:
    """Whether it is said what a leave that is over was for, in other words than of days."""
    found = [_FOR_WHAT.search(one) for one in _parted(told)[0] if _WAS_AWAY.search(one)]
    return any(cause is not None and not _is_plain(cause["what"]) for cause in found)


def _parted(told: Sequence[Told]) -> tuple[list[str], list[str]]:
    """The sentences that tell of leave, and the others."""
    said = [(bool(families_in(one.text) & {"@leave"}), " ".join(one.words)) for one in told]
    return [words for leave, words in said if leave], [words for leave, words in said if not leave]


def _are_over(leaves: list[str]) -> bool:
    return bool(leaves) and all(_is_over(one) and _is_plain(_BEFORE_ANSWER.sub(" ", one)) for one in leaves)


def _is_answer(said: str) -> bool:
    """Whether it is a plain answer: no word of it is of anything else."""
    rest = _ANSWERS.sub(" ", said, count=1)
    return rest != said and _is_plain(_IN_ANSWER.sub(" ", rest))


def _is_over(said: str) -> bool:
    found = _WAS_AWAY.search(said)
    if found is None or _IS_OR_WILL.search(_PHRASES.sub(" ", said)):
        return False
    return found["place"] is None or families_in(found["place"]) == {"@leave"}


def _is_plain(said: str) -> bool:
    """Whether no word is of anything else."""
    rest = _PHRASES.sub(" ", _WAS_AWAY.sub(" ", said)).split()
    return all(w in _PLAIN or w.endswith("-V") or families_in(w) == _OF_PROJECT for w in rest)
