"""Which days that words name are none of the feedback: they have been, are denied, for a talk, for somebody else to do
something by, or the mentor's own last."""

from __future__ import annotations

import re
from datetime import date

from qibot.expression import expression
from qibot.understanding.days.dates import read_date

ANSWERS = expression(
    r"\b(?:feedback|comments|review|reply|answer|respond|write|send|get (?:back|to)|look|read|expect"
    r"|have (?:it|my|this)|do it|with you)\b",
    re.IGNORECASE,
)
_NOT = expression(
    r"\b(?:not|never|no|nor|doubt|rather than|instead of|cannae|winnae|willnae)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_UNTIL = expression(
    r"\b(?:until|till?|'til|before|afore|unless|than|only|just|worry|problem|bother|in|back|free|sooner|matter"
    r"|doubt)\b",
    re.IGNORECASE,
)
PAST = expression(
    r"\b(?:(?<!['’]ve )(?<!have )got|came|saw|was|were|went|gone|had|has been|have been|['’]ve been|been|began|fell"
    r"|broke|hurt|lost|sent|born|gave|took|made|told|felt|found|left|met|ran|caught|missed|read (?:it|this|yours|hers"
    r"|his|through)|(?!(?:need|block|book|plan|promis|schedul|pencill?|reserv|earmark|mark|commit|delay|extend|allow"
    r"|agre|intend|speed|aim|ne|se|fe|inde|proce|succe|hundr)ed\b)[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
# What was planned for a day: “I'd set the Sunday aside for it”. It is off where it goes on with what is so now.
_WAS_PLANNED = expression(
    r"\b(?:i|we)(?:['’]d| had) (?:really |originally |all but )?(?:set|kept|put|planned|meant|hoped|intended|promised"
    r"|booked|blocked|saved|reserved|earmarked|pencilled)\b|\b(?:i|we) (?:was|were) (?:going|hoping|planning|meaning"
    r"|aiming|meant|supposed) to\b",
    re.IGNORECASE,
)
_INSTEAD = expression(r"\b(?:but|now)\b", re.IGNORECASE)
_SINCE = expression(r"\bsince\W*(?:(?:about|around|last|the|on)\W+)*$", re.IGNORECASE)
_NOT_BEFORE = expression(r"\b(?:did|was|were|had)(?:n['’]?t| not)\b.*\b(?:until|till?)\b", re.IGNORECASE)
# A day of these is no day of the feedback, unless it comes after it.
_EVENT = expression(
    r"\b(?:funeral|surgery|operation|op|procedure|chemo\w*|radiotherapy|wedding|stroke|heart attack|accident|burglary"
    r"|miscarriage|bereavement|died|death|passed away|ofsted|inspection|interview|hospital)\b",
    re.IGNORECASE,
)
_BEHIND_IT = expression(r"\b(?:after|following|back|until|till?|once|when|by|before|then|home)\b", re.IGNORECASE)
_DASHED = expression(r"(?<=[a-z]) - ", re.IGNORECASE)
_PLANNED = expression(
    r"\b(?:by|until|till?|before|will|shall|going to|gonna|hope\w*|plan\w*|promise\w*|next|week|would|should|could"
    r"|can)\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
MEETS = expression(
    r"\b(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|discuss|chat(?:ting)?|catch(?:ing)? up|get together|zoom|seeing"
    r"|see (?:you|her|him|them|each other)|come (?:and|to) see|^\W*call(?:ing)?\b(?! it)|call with|visit(?:ing)?"
    r"|(?:through|over) (?:it|this|yours|your report) together"
    r"|(?:ring|phone|call) (?:me|you|her|him|us)|(?:a|the|our) call|in the office"
    r"|(?:can|could|shall|should|may|might|do|would) (?:we|you) (?:\w+ ){0,2}?(?:have|had|find|grab|get|spare|manage"
    r"|do) (?:\w+ ){0,4}?(?:minutes?|mins?|hour"
    r"|word|natter)"
    r"|(?:on|over|via|by) (?:teams|zoom|skype|webex|the (?:tele)?phone|phone|video))\b",
    re.IGNORECASE,
)
_WITH_OTHERS = expression(
    r"\b(?:with|to|before) (?:the|our|my) (?:\w+ )?(?:board|committee|panel|analysts?|parents|staff|governors|executive"
    r"|council)\b",
    re.IGNORECASE,
)
_MEAL = (
    r"(?:lunch|coffee|cuppa|breakfast|brunch|dinner|supper|drinks|cake"
    r"|(?:a|some) (?:tea|cake|bite|pint|drink|brew|catch[ -]?up))"
)
# The two are to sit together: “lunch on me”, “shall we do the 5th?”; “I'll read it over lunch” isn't.
_INVITES = expression(
    rf"(?:^|\byou |[,;:!] ?)fancy\b|\bmy treat\b|\b{_MEAL}(?: is|['’]s)? on me\b|\bshall we (?:do|say|make it|go"
    rf"|try|have)\b"
    rf"|\b(?:let['’]?s|(?:what|how) about|i (?:could|can) do|(?:for|have|do|grab|get|up for)(?: some| a)?) {_MEAL}\b"
    rf"|^\W*{_MEAL} (?:on|at|then|next|this)\b",
    re.IGNORECASE,
)
# What the practitioner is told to do by a day; “give me until Friday” isn't.
_BIDS = expression(
    r"^\W*(?:(?:(?i:hi|hello|dear|so|and|then|now|just|but|thanks|great|ok)\b\W*|[A-Z][\w’'-]+,? +)*"
    r"(?i:please|pls|try to|can you|could you|would you|will you|you (?:could|should|need to|must|might|can))? *)"
    r"(?i:please )?(?i:add|get (?:a|an|the|your|some|it done)|test|start|run(?! of)|try|collect|do (?:it|this"
    r"|that|the|a|another|your|one)"
    r"|have (?:a|another)|send (?:me|it|the|your)|finish|write|update|share|ask|bring|present|set|pick|choose"
    r"|narrow|draw|plot"
    r"|chart|measure|record|count(?! on)|complete|redo|revise|fix|show (?:me|them|us|the|your|it)|check|gather"
    r"|plan(?! on)|predict|repeat|keep|continue|go (?:and|for)"
    r"|talk to|speak to|look (?:at|into)|make (?:a|an|the|your|sure)|put (?:the|a|your|it)|aim (?:for|to)"
    r"|see (?:if|what|how))\b"
)
_OURS = expression(r"\b(?:i|i['’]\w+|my|me|we['’]ll|we|will|be)\b|['’]ll\b", re.IGNORECASE)
# The mentor's own last day, which may be why they can't go on.
_LAST_DAY = expression(
    r"\b(?:my |the )?last day\b(?! (?:of|to|for))|\bi(?:['’]m|['’]ll be| am| will)? (?:retir\w+|leav(?:e"
    r"|ing)(?! (?:it|this|that|feedback))"
    r"|(?:finish|stop)(?:ing)?(?= (?:on|at|up|here|work|for good|altogether)\b| \w+day\b))"
    r"|\b(?:contract|post|secondment|term) (?:ends|finishes|runs out|is up|stops|expires)\b",
    re.IGNORECASE,
)


def bids(text: str) -> bool:
    """Whether its first sentence tells the practitioner to do something, and nothing of what its writer will."""
    return _BIDS.match(text) is not None and _OURS.search(text) is None


def is_for_a_talk(text: str) -> bool:
    """Whether words are about a meeting or a call, and not about when something is answered."""
    if _NOT.search(text):  # “don't speak to me till Monday”
        return False
    rest = _INVITES.sub(" ", MEETS.sub(" ", text))
    return (MEETS.search(text) is not None or _INVITES.search(text) is not None) and ANSWERS.search(rest) is None


def invites(text: str) -> bool:
    """Whether a text, or a sentence, asks the two to sit together, be it over lunch, and says nothing of an answer: all
    its days are for that."""
    return _INVITES.search(text) is not None and ANSWERS.search(text) is None


def is_of_else(clause: str, today: date) -> bool:
    """Whether its day has been, is for a talk, or one with others, or is the mentor's own last."""
    of_else = _LAST_DAY.search(clause) or _WITH_OTHERS.search(clause)
    return has_been(clause, today) or is_for_a_talk(clause) or of_else is not None


def is_denied(clause: str, today: date) -> bool:
    """“It won't be this week”, “not by Friday”; but “not until Friday”, “no later than Friday”."""
    said = read_date(clause, today)
    if said is None:
        return False
    before, _, _ = clause.partition(said.words)
    denials = list(_NOT.finditer(before))
    return bool(denials) and _NOT_UNTIL.search(before[denials[-1].start() :] + said.words) is None


def has_been(clause: str, today: date) -> bool:
    """“I got it on Monday”, “off since the 12th”, “my mum died on Friday”: the last one."""
    said = read_date(clause, today)
    if said is None:
        return False
    clause = next((one for one in _DASHED.split(clause) if said.words in one), clause)
    before = clause.partition(said.words)[0]
    if _SINCE.search(before) or _NOT_BEFORE.search(before + said.words):
        return True
    if _PLANNED.search(said.words) or _PLANNED.search(clause):
        return False
    if _EVENT.search(clause) and not (_BEHIND_IT.search(clause) or ANSWERS.search(clause)):
        return True
    return PAST.search(clause) is not None


def is_off(clause: str, behind: str, today: date) -> bool:
    """Whether a clause tells of what was planned for a day, and what stands `behind` it names another, or says that it
    came otherwise: “I was hoping to do it by Friday, if that's ok” stands."""
    said = read_date(clause, today)
    if said is None or _WAS_PLANNED.search(clause.partition(said.words)[0]) is None:
        return False
    return _INSTEAD.search(behind) is not None or read_date(behind, today) is not None


def is_bare_day(clause: str, today: date) -> bool:
    """Whether a clause is but a day."""
    said = read_date(clause, today)
    return said is not None and not re.search(r"\w", said.rest)
