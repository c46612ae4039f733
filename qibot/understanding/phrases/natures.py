"""What a mentor's word for the team alone is of: an aim that isn't clear, a mentor who can't go on, or neither plainly.

Of either the team is told in so many words, and of an aim the cohort leads, too. So a nature wants most of what weighs
for privacy and words that say it, or next to all; none that deny it. Else it is a concern like any other, as private.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qibot.expression import expression
from qibot.understanding.meaning import Meaning

MOST, NEXT_TO_ALL = 0.5, 0.9  # of what weighs for privacy; of all that the message may be
# Sentences whose people are abstracted (meaning/people.py).
_AIM = expression(
    r"\b(?:aims?|focus\w*|project|purpose|direction|goals?|targets?|objectives?|topic|scope|charter|problem statement"
    r"|(?:to|being|be) (?:improve|change|achieve)d?|improv\w+|achiev\w+|idea (?:of )?what|what it's for)\b"
)
_DOUBT = expression(
    r"\b(?:no|not|never|nothing|nor|neither|without|lack\w*|missing|absent|hardly|barely|doubt\w*|unsure|uncertain"
    r"|unclear|vague\w*|wool+y|fuzzy|hazy|muddled|elusive|struggl\w+|lost|drift\w*|shift\w*|wander\w*|wobbl\w*|changing"
    r"|all over|beyond|outside|whether|too (?:broad|big|wide|large)|confus\w+|cannot|cannae|isnae|hasnae|doesnae|nae)\b"
    r"|n't\b"
)
_NO_WORRY = expression(r"\b(?:no|not|never|n't|without)(?: to)?(?: a| any)? (?:worr\w+|doubts?|concern\w*|problems?)\b")
_GOOD = expression(
    r"\b(?:great|good|lovely|clear|clearer|clearest|brilliant|excellent|sharp|strong|nice|better(?! if)|best|fine|love"
    r"|nailed|mailed|spot on|super|fantastic|happy with|really like|perfect|cracking|well put|crisp|bang on)\b"
)
_NOT_GOOD = expression(
    r"(?:\b(?:no|not|never|hardly|nor|isn't|aren't|wasn't|doesn't|hasn't|nae|isnae)"
    r"|n't)\b(?: [\w']+){0,4} (?:great|good"
    r"|clear|clearer|sharp|strong|nailed|better|best|fine)\b"
)
_OTHERS = r"(?:PRAC|THEY|MGR|OTHER|SOMEBODY)"
_ENDS = expression(
    r"\b(?:stop\w*|quit|resign\w*|retir(?:e|ing|ed)|leaving|giv(?:e|ing) (?:[\w']+ ){0,3}?up|step\w* (?:down"
    r"|back|away|aside)"
    r"|stand\w* (?:down|aside|back)|bow(?:ing)? out|pull(?:ing)? out|back(?:ing)? out|drop(?:ping)? out|withdraw\w*"
    r"|hand\w* (?:[\w']+ ){1,5}?(?:over|on|back)|(?:on|at|over|beyond|out of|no|of) capacity|swamped|drowning"
    r"|overwhelmed|stretched|snowed under|overcommitted|too (?:much|many|busy|stretched)(?! for (?:PRAC|THEY))"
    r"|(?:can't|cannot) (?!do (?:this|that) one|make|open|find|get|read|see)|can no longer|no longer"
    r"|any longer|any ?more|won't be able|not be able|unable to|not able to|seconded|secondment|redundant|redundancy"
    r"|maternity|paternity|sick leave|long term sick|signed off|off (?:the|your) list|release me|let me (?:go|off)"
    r"|(?:my|the) last (?:month|day|week|one|report|feedback)|(?:taking|takes|take|took) over(?! the\b)"
    r"|hand\w* over to|only (?:manage|do|take) one|struggl\w+ to (?:fit|find|keep|do|give|make)"
    r"|(?:haven't|don't have|not) (?:got )?(?:the |any )?(?:time|hours|headspace|room))\b"
)
_REPLACED = expression(
    r"\b(?:(?:some(?:one|body)|anyone|anybody|another|other|different|new|who) (?:[\w']+ ){0,3}?(?:mentors?|else"
    r"|take|pick|have"
    r"|replace)|replace me|(?:take|taking|took|takes?) (?:[\w']+ ){0,2}?(?:over from|off) me|reassign\w*|reallocat\w*"
    r"|another mentor|new mentor|(?:move|pass|give|hand) [\w']+ (?:on )?to)\b"
)
# Who is better for somebody isn't who can't go on; of time and posts the mentor may be speaking.
_MATCH = expression(
    r"\b(?:better(?: off)?|best|suits?|suited|benefit\w*|gain\w*|prefer\w*|thrive|more out of)\b.*"
    r"\b(?:mentors?|some(?:one|body)|anyone|person)\b"
    r"|\b(?:mentors?|some(?:one|body)|anyone)\b.*\b(?:better|best|suit\w*|(?:right|good|closer) (?:fit|match|catch))\b"
)
_TIME = (
    r"\b(?:time|hours|capacity|headspace|plate|workload|diary|busy|swamped|stretched|retir\w+|leaving|moving|leave"
    r"|new (?:job|post|role)|justice|MONTH|DAY)\b"
)
_NO_TIME = expression(_TIME)
_OF_TIME = expression(
    rf"{_TIME}"
    r"|\b(?:i|i'm|i've|i'd|me|my)\b(?! don't (?:really )?(?:know|click)| (?:am )?not (?:sure|certain)).*"
    r"(?:n't|\b(?:not|no|nae|never|cannot|seem|feel|sorry|give))\b"
)
_TO_YOU = expression(r"\byou (?:can't|cannot|can no longer|won't be able|must stop|could stop|should stop|stop)\b")
# Nor is who asks for one practitioner's sake: “please find another mentor for her”, “I can't mentor Jo any more”.
_ANOTHER = r"(?:(?:another|a new|a different|some other) (?:mentor|person)|(?:some|any)(?:one|body)(?: else)?)"
_FOR_ONE = expression(
    rf"\b{_ANOTHER}(?: [\w']+){{0,3}}? (?:for|to (?:take|have|mentor|look after|work with)) (?:PRAC|THEY)\b"
    rf"|\b(?:find|get|give|offer) (?:PRAC|THEY) {_ANOTHER}"
    rf"|\b(?:PRAC|THEY) (?:[\w']+ ){{0,2}}?(?:needs?|wants?|deserves?|have|with|get|gets) {_ANOTHER}"
    rf"|\b{_ANOTHER}(?: [\w']+){{0,2}}? (?:take|have|mentor) (?:PRAC|THEY|SOMEBODY)\b"
    r"|\b(?:mentor|mentoring|go on with|carry on with|work with) (?:PRAC|THEY)\b"
)
_OWN = expression(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|MENT)\b")
_GOES_ON = expression(
    r"\b(?:(?:happy|glad|pleased|delighted|keen|willing|fine|content|love)(?: (?:both|all|only))? to"
    r" (?:keep|carry|continue|go|stay|have|take|mentor|help|see|do)|keep (?:on )?mentoring|still (?:here"
    r"|mentoring|keen|happy"
    r"|up for|want)|(?:not|n't|never)(?: [\w']+)? (?:leaving|stopping|going anywhere|giving up|quitting|retiring"
    r"|resigning)"
    r"|no plans? to (?:leave|stop|retire)|(?:have|got|with) (?:spare |some |the )?capacity|room for (?:one|another)"
    r"|(?:see|speak|talk)(?: [\w']+){0,3} (?:in|after)(?: the)? (?:new year|january|christmas|DAY)"
    r"|(?:happy|merry) (?:new year|christmas)|i'd love to keep|not (?:complaining|a complaint))\b"
)


def nature(found: Meaning) -> str:
    """“aim”, “capacity”, or nothing, of words that are private."""
    kind = found.nature("private")
    said, weight = [" ".join(one.words) for one in found.told], found.likely.get(f"private {kind}", 0.0)
    if kind not in ("aim", "capacity") or weight <= MOST * found.of("private") or denies(kind, said):
        return ""
    return kind if weight >= NEXT_TO_ALL or says(kind, said) else ""


def says(kind: str, said: Iterable[str]) -> bool:
    """Whether a sentence says so."""
    if kind == "aim":
        return any(_AIM.search(one) and _DOUBT.search(one) for one in said)
    return any(_REPLACED.search(one) or (_ENDS.search(one) and _is_own(one)) for one in said)


def denies(kind: str, said: Iterable[str]) -> bool:
    """Whether a sentence says the contrary, and none says so beside it."""
    if kind == "capacity":
        said = list(said)
        ends = any(_OF_TIME.search(one) or (_ENDS.search(one) and _is_own(one)) for one in said)
        if not ends and any(_MATCH.search(one) and re.search(_OTHERS, one) for one in said):
            return True
        if any(_FOR_ONE.search(one) for one in said) and not any(map(_is_of_all, said)):
            return True
        plainly = any(_REPLACED.search(one) or (_ENDS.search(one) and not _GOES_ON.search(one)) for one in said)
        return any(_GOES_ON.search(one) for one in said) and not plainly
    of_aim = [_NO_WORRY.sub(" ", one) for one in said if _AIM.search(one)]
    good = any(_GOOD.search(one) and not _NOT_GOOD.search(one) for one in of_aim)
    return good and not any(_DOUBT.search(one) for one in of_aim)


def _is_of_all(sentence: str) -> bool:
    """Whether it may be said of all that the mentor does: for want of time, or of nobody whom they mentor."""
    if _NO_TIME.search(sentence):
        return True
    return _ENDS.search(sentence) is not None and _is_own(sentence) and re.search(_OTHERS, sentence) is None


def _is_own(sentence: str) -> bool:
    """Whether it may be said of the mentor's own going on: by who is spoken of first, or of nobody. “You can't leave
    out the bad week” is said of the report."""
    if _ENDS.search(_TO_YOU.sub(" ", sentence)) is None:
        return False
    own, other = _OWN.search(sentence), re.search(rf"\b{_OTHERS}\b", sentence)
    return other is None or (own is not None and own.start() < other.start())
