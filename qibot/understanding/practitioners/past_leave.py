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
    r"|on (?:annual )?leave|on (?:my |our )?(?:holidays?|hols)|abroad)(?= |$)"
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
    """Whether these sentences tell of a leave that is over, and of nothing that isn't of the chart or the feedback."""
    said = [(one, " ".join(one.words)) for one in told]
    leaves = [words for one, words in said if families_in(one.text) & {"@leave"}]
    return bool(leaves) and all(map(_is_over, leaves)) and all(_is_plain(words) for _, words in said)


def _is_over(said: str) -> bool:
    found = _WAS_AWAY.search(said)
    if found is None or _IS_OR_WILL.search(_PHRASES.sub(" ", said)):
        return False
    return found["place"] is None or families_in(found["place"]) == {"@leave"}


def _is_plain(said: str) -> bool:
    """Whether no word is of anything else."""
    rest = _PHRASES.sub(" ", _WAS_AWAY.sub(" ", said)).split()
    return all(w in _PLAIN or w.endswith("-V") or families_in(w) == _OF_PROJECT for w in rest)
