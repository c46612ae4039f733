"""Another day than the one that the mentor proposes for a talk: “I can't manage Tuesday, could we do Thursday instead?”

The mentor waits for that answer, and nobody but they needs it.

| beside the day that is proposed stand | it is |
|---|---|
| words of the work, of days, of meeting, small talk | a message |
| what names no cause, and has any other word (“not slept since the break-in. Thursday?”) | asked about |
| a cause, the report, its deadline | what it was |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Letter
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.of_the_work import is_of_the_work

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DAY = (
    rf"(?:(?:(?:on|the|this|next|that|coming|any|both|either|all|every) ){{0,3}}(?:{WEEKDAY}|weeks?(?: after)?|days?"
    r"|mornings?|afternoons?|fortnight)(?: (?:morning|afternoon|evening|lunchtime|after|before|of that week))?"
    rf"|today|tomorrow|tonight|then|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{MONTH})?"
    r"|(?:at )?\d{1,2}(?:[.:]\d\d)?(?: ?[ap]m| o['’]?clock)?)"
)
MOST = 25  # words of such an answer
_SAYS_TERM = expression(
    r"\b(?:reports?|deadlines?|extension|extended|feedback|writ\w+|send\w*|submit\w*)\b", re.IGNORECASE
)
_PROPOSES = expression(
    r"\b(?:could|can|how about|what about|shall we|would|free|suits?|works?|maybe|perhaps|(?:^"
    r"|[.,!] )any chance of)\b"
    r"[^.?!]{0,30}\b(?:\w+day|mornings?|afternoons?|lunch\w*|\d{1,2}(?:st|nd|rd|th)?|next week"
    r"|week after|another (?:day|time)|instead)\b"
    r"[^.?!]*\?|\b(?:\w+day|next week|tomorrow)\b[^.?!]{0,25}\?"
    rf"|\b(?:but|though|or)(?: i)? (?:can|could|might) (?:do|make|manage) {DAY}",
    re.IGNORECASE,
)
# “Manage” with a day behind it is of the day; without one it may be of their life (“I can't manage any more”).
_MANAGES = expression(rf"\b(?:manage|make|do) (?:it |that )?{DAY}|\bi['’]?m afraid\b|\bafraid(?= i\b)", re.IGNORECASE)
_PASSES = expression(
    rf"\b{DAY}(?:['’]s| is| was)? (?:an? )?(?:(?:bit|total|complete|real) (?:of an? )?)?(?:awkward"
    rf"|tricky|packed"
    r"|manic|mad|full|choc-?a-?bloc\w*|jam-?packed|taken|gone|chaos)\b",
    re.IGNORECASE,
)
# Of which day suits.
_WORDS_OF_A_DAY = """
    a able about according afraid after afternoon afternoons again all am an and any are around at available back
    be before best better both but by can can't cannot coming could day days do each easier either evening every
    fine five for fortnight four free friday from good grand great half home how i i'd i'll i'm i've if in instead
    is it it's join later let's lovely lunch lunchtime make manage makes may maybe me meet might mon monday month
    morning mornings move my neither next noon o'clock of ok okay on one online onwards or otherwise our perfect
    perhaps phone please pm possible rather saturday say shall should so some sound speak still suit suits sunday
    talk teams than that that'd that's the then there therefore this those though three thursday till time to
    today tomorrow tuesday two unable until us use usual we we'll we're wednesday week weeks what when which while
    will with won't works would yes you zoom
"""
OF_A_DAY = frozenset(_WORDS_OF_A_DAY.split())
# … and of meeting on another one, and small talk.
_OF_MEETING = """
    arrange bit booked brief bring catch chat chatting clashes clashing coffee come conflict course date dates diary
    double earlier engagement event fit fixed forward full gap hold invite later long meantime meets mix mixed moving
    nights offer offered otherwise overrun overruns overrunning plans possibly postpone push pushed rearrange rearranged
    reschedule rescheduled rota running schedule scheduled shift shifts short shorter slots span squeeze swap swapped
    switch tied times training unfortunately unluckily until whole
    ach ah alas apologies argh aye bother chance darn dear drat gosh grr hmm hope humble joy love my oh oops pain rats
    silly slightly typical ugh whoops wow yikes
"""
_MEETING = frozenset(_OF_MEETING.split()) | OF_A_DAY - {"manage", "manages", "unable", "afraid"}


def only_proposes_another_day(said: str, answered: Letter | None, names: frozenset[str]) -> bool:
    """Whether it but says that a day doesn't suit which the mentor has proposed, or why (“it's my day off”), and asks
    for another; `names` are those that it may say, in small letters."""
    if not _proposes(said, answered, frozenset(["@leave"])):
        return False
    return is_of_the_work(_PASSES.sub(" ", _MANAGES.sub(" ", said)), names | _MEETING)


def may_propose_another_day(said: str, answered: Letter | None) -> bool:
    """Whether it asks for another day, and names no cause: whatever else it says may be why, or of the day."""
    return _proposes(said, answered, frozenset())


def _proposes(said: str, answered: Letter | None, causes: frozenset[str]) -> bool:
    if answered is None or answered.name != "relay_message" or len(said.split()) > MOST:
        return False
    if not families_in(said) & CAUSES <= causes:
        return False
    return _PROPOSES.search(said) is not None and _SAYS_TERM.search(said) is None
