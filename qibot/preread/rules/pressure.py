"""Pressure from above (guidance, section 10: reports 1 and 2, pitfalls, “scale up”)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.preread.loose import Loose
from qibot.preread.observation import Found
from qibot.preread.rules.above import OF_FIGURES, is_pressed
from qibot.preread.text import Report

_PUSHED = Loose(
    r"\bexpectation (?:is )?that (?:it|this|we|the \w+) (?:will|should|must)(?: be)? (?:roll|scal|spread|"
    r"expand|everywhere|quick|across)\w*|"
    r"\b(?:been|was|were|being) (?:told|asked|pressed|urged) to (?:scale|speed|roll|expand|widen|spread|"
    r"hurry)\b(?! (?:down|back))|"
    r"\b(?:being|been|get|getting|was|were|am|are) asked (?:\w+ ){0,3}?(?:why|when)\b.{0,60}\b(?:others?|"
    r"all|every\w*|whole|"
    r"rest|roll\w*|spread\w*|bigger|faster)\b|"
    r"\b(?:i|we) (?:am|are|feel|felt|was|were|have been|'m|'re)(?: being)? (?:asked|pushed|told|pressed|urged|"
    r"expected|leant on|"
    r"encouraged|rushed)\b.{0,30}\b(?:to|into|for) .{0,30}\b(?:spread|whole|all|every\w*|bigger|faster|sooner|"
    r"quick\w*|at once|scale|"
    r"roll\w*|wider|more (?:wards|schools|teams|areas))\b|\b(?:expectation|pressure|push|demand)s? from (?:above|"
    r"the top|management|senior"
    r"\w*|\w+ managers?|the board|my manager)\b.{0,60}|\b(?:managers?|management|head teacher|head|director|board|"
    r"boss|chief \w+|"
    r"leadership|\w*commander|superintendent|principal|matron|convener|trustees|funders?|steering group|sponsor|"
    r"committee|service lead|senior \w+)\b.{0,40}\b(?:too (?:small|slow|cautious|"
    r"modest)|waste of time|"
    r"get on with it|not enough|(?:done|move|moving|go|going) (?:faster|quicker|bigger|more quickly|sooner)|hurry|"
    r"speed (?:it|this|things) up|why (?:we|it|i)(?:'re| are|'s| is|n't|aren't|haven't| have| am)? ?(?:not )?.{0,20}"
    r"(?:roll|spread|everywhere|all))\b|"
    r"\bthere(?:'s| is| has been| was) (?:an? |some |great |much |a lot of )?(?:\w+ )?(?:push|drive|rush|urgency|"
    r"impatience|clamour) (?:to|for|from)\b",
)
_BOSS = (
    r"(?:managers?|head(?: of \w+| teacher|teacher)?|board|director\w*|chief\w*|leadership|"
    r"senior\w*|boss|management|sponsor|executives?|committee|councillors?|service lead|"
    r"leadership team|organisation|\w*commander|superintendent|matron|principal|governor|"
    r"convener|trustees|funders?|deputy director|headteacher|chair)"
)
_OF_A_BOSS = Loose(rf"\b{_BOSS}")
# Impatience and asking, more than an order.
_IMPATIENT = Loose(
    rf"\b{_BOSS}\b.{{0,30}}\b(?:thinks?|feels?|believes?|says?|said|thought|felt|insists?|argues?)(?: that)? (?:it|"
    rf"we|this|i) "
    rf"(?:should|ought to|could|must)\b.{{0,40}}\b(?:every|all|everywhere|by now|already|bigger|faster|roll\w*|"
    rf"spread|wider)\b|"
    rf"\b{_BOSS}\b.{{0,30}}\b(?:is|are|was|were|grows?|getting|becoming)(?: \w+)? impatient\b|"
    rf"\b{_BOSS} (?:keeps?|kept|is|are|was|were|has been|have been) asking (?:me |us )?(?:when|how soon|how quickly|"
    rf"whether)\b.{{0,40}}"
    rf"\b(?:others?|all|every\w*|rest|whole|more|roll\w*|spread\w*)\b|"
    rf"\b{_BOSS}(?:'d| would) (?:really )?(?:like|love)\b.{{0,40}}\b(?:everywhere|all|every|whole|rolled|faster|"
    rf"sooner|bigger)\b|"
    rf"\b{_BOSS}\b.{{0,20}}\b(?:can't|cannot|doesn't|don't|does not|do not|fails? to) (?:see|understand|"
    rf"get) why\b.{{0,30}}"
    rf"\b(?:only|just|so (?:small|slow|long|few)|not|n't)\b|"
    rf"\b{_BOSS}\b.{{0,20}}\b(?:disappointed|unhappy|frustrated|unimpressed)\b.{{0,40}}\b(?:small|slow|only|pace|"
    rf"modest|just one|"
    rf"one (?:ward|class|team|school|site))\b",
)
_PUSH = Loose(
    rf"\b{_BOSS}\b.{{0,60}}?\b(?:want\w*|expect\w*|push\w*|press\w*|insist\w*|keen (?:for|that|to)|"
    rf"demand\w*|urg\w*|would like|prefer\w*|would (?:rather|sooner)|hop(?:es?|ing) (?:to see|for|that)|"
    rf"asks? (?:us|me|for)|"
    rf"asked (?:us|me|for)|impatient|"
    rf"looking for)\b.{{0,90}}?\b(?:all|everywhere|whole|"
    r"bigger|faster|quick\w*|roll\w*|scale\w*|wider|at once|straight ?away|in one go|every|immediately|sooner|"
    r"more (?:wards|schools|teams|areas|services|ambitious)|entire|across|by (?:easter|christmas|"
    r"summer)|expand\w*|larger|spread)\b|"
    r"\b(?:under|feel|felt|feeling|some|a lot of|lots of|there is|there's|there has been|great|"
    r"much|real) (?:the |some |a lot of |real )?pressure\b.{0,80}\b(?:manage\w*|scale\w*|spread|"
    r"roll\w*|bigger|faster|everywhere|quick\w*|all|deliver|above|results|progress)\b",
)


# What the writer told the manager is no word of the manager's.
_TO_THE_BOSS = expression(
    rf"\b(?:i|we)(?:'ve|'d| have| had)? (?:told|tell|asked|ask|shown?|showed|warned|reminded|persuaded|convinced|"
    rf"explained to|said to|"
    rf"written to|wrote to|spoken to|spoke to)(?: to)? (?:my|our|the|her|his|their) (?:\w+ ){{0,2}}?{_BOSS}\b",
    re.IGNORECASE,
)
_MORE = (
    r"(?:(?:the|all|our) (?:other|remaining|rest)\b|the rest\b|(?:all|every) (?:the |of |our )*(?:two|three|four|"
    r"five|six|seven|eight|nine|ten|"
    r"\d+|other|\w+s)\b|everywhere|the whole|across the|throughout|in one go|wider|bigger|faster|sooner|"
    r"more (?:quickly|ambitious))"
)
_WANTS_MORE = Loose(
    rf"\b{_BOSS}\b(?: \w+){{0,4}}? (?:is|are|has|have|was|were|'s|keeps?|now|already)?(?: \w+)? ?(?:ask(?:s|ed|"
    rf"ing)? (?:for|that|us|me|to "
    rf"see|when)|want(?:s|ed|ing)?|expect(?:s|ed|ing)?|promis(?:ed|es)|announc(?:ed|es)|calling for|calls? for|"
    rf"insist(?:s|ed)|press(?:es|ed|ing)|"
    rf"told (?:us|me|the board|councillors)|said|says|set (?:us|a date)|chas(?:es|ed|"
    rf"ing))\b.{{0,60}}?{_MORE}.{{0,80}}?\b(?:by|before|until|"
    rf"this|next|within|now|at once|straight ?away|doing|have|having|included|covered|on board|join\w*)\b",
)


def scale_pressure(report: Report) -> Iterable[Found]:
    """The text tells of pressure from management to do more, bigger or faster."""
    for sentence in report.outside("aim", "measures"):
        said = _TO_THE_BOSS.sub(" ", sentence.text)
        signs = (_PUSH, _PUSHED, _IMPATIENT, _WANTS_MORE) if _OF_A_BOSS.search(said) else (_PUSH, _PUSHED)
        found = (words for pressed in signs for words in pressed.all_in(said)[:1])
        if is_pressed(said) or any(not OF_FIGURES.search(words) for words in found):
            yield Found(sentence.text, sentence.place)


def is_push(said: str) -> bool:
    """Whether it tells what the bosses want, not what the writer does."""
    return _PUSH.search(said) or is_pressed(said)
