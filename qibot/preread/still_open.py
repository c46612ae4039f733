"""Whether a report says that its aim is still open."""

from __future__ import annotations

import re
from itertools import pairwise

from qibot.expression import expression
from qibot.preread.agreement import is_none_yet, is_unsettled, is_worked_on
from qibot.preread.amounts import has_amount, has_day
from qibot.preread.headings import part_of
from qibot.preread.loose import Loose
from qibot.preread.text import Report, Sentence, once

_SAID = (
    r"\b(?:not yet|yet to|still (?:\w+ )?(?:to be|being|open|working|thinking|deciding|in draft|"
    r"developing|under|need|unclear|un\w+|refin\w+)|to be (?:agreed|decided|confirmed|"
    r"finalised|defined|set|determined|refined)|(?:haven't|have not|hasn't|has not|isn't|is not|'s not|"
    r"aren't|not been)(?: yet| fully| quite)* (?:decided|chosen|settled|agreed|set|fixed|"
    r"finalised|clear|got|"
    r"defined|written|final)|under (?:review|discussion)|(?:being|be) (?:worked on|rewritten|"
    r"refined|reworded|revised|reviewed|developed)|"
    r"(?:refin|rewrit|reword|revis|rethink|develop|work|shap|tighten)ing (?:on )?(?:my|our|"
    r"the) aims?|open at the moment|tbc|tbd|something (?:for|about|to do|around|on)|in flux|"
    r"undecided|aims? (?:\w+ )?will follow|minded to (?:change|rewrite|revise)|deciding (?:between|on|whether)|"
    r"(?:it|this|that|aim) (?:may|might|could|will probably|is likely to|will likely)(?: well| still| yet)? "
    r"(?:change|shift|move|be (?:changed|reworded|rewritten|revised))|"
    r"(?:may|might|want to|plan to|going to|will need to|need to) (?:change|rewrite|revise|revisit|reword|rethink|"
    r"reconsider) (?:the|my|our|this|it)|"
    r"clarify (?:the|my|our) aim|refine (?:the|my|our) aim|(?:can't|cannot) (?:decide|agree) on (?:the|an) aim)\b"
)
_OPEN = Loose(_SAID)
# What is to be agreed, decided or reviewed sooner is the very thing that is worked on, and no aim.
_ITS_WORDS = (
    r"(?:it|this|that|these|(?:(?:the|my|our|an?|its|this) )?(?:[\w-]+ )?(?:aims?|goals?|wording|words|targets?|"
    r"figures?|statement|objective))"
)
_SOONER = (
    r"(?:(?:more|much|far|a lot) )*(?:quick(?:ly|er)?|fast(?:er)?|soon(?:er)?|earlier|promptly|better|"
    r"(?:in|on) time|within|first time|right first|(?:on |in )?the same|at the first|without)\b"
)
_WISHED_OF_IT = expression(
    rf"\b(?:want|like|love|wish|need|hope for|expect|get|see|aim(?:ing)? for|more|fewer|every|all|"
    rf"\d+%?(?: of)?) (?!{_ITS_WORDS}\b)"
    rf"(?:[\w'-]+ ){{1,8}}?(?:to )?be (?:being )?\w+(?= {_SOONER})",
    re.IGNORECASE,
)


def says_open(said: str) -> bool:
    """Whether a sentence says that something is still to be settled."""
    return _OPEN.search(_WISHED_OF_IT.sub(" ", said))


# Right behind a sentence on the aim: “so it's still to be agreed”, but not “it isn't yet clear who will count”.
_IT_IS = Loose(rf"\b(?:it|this|that)\b(?:'s| is| has)?.{{0,6}}?{_SAID}(?! (?:who|how|where|when|whether|what|why)\b)")
_OF_ITS_WORDS = Loose(
    r"\baims?\b.{0,80}\b(?:wording|worded|version|draft\w*|final|settled|words)\b",
)
_NAMED = Loose(r"\b(?:aim|goal|objective)\b")
_WITH_AIM = Loose(r"\baims?\b")


@once
def is_open(report: Report) -> Sentence | None:
    """The sentence that says that the aim is still open."""
    headings = {s.heading for s in report.sentences}
    of_aims = {heading for heading in headings if part_of(heading, report.settings.headings) == "aim"}
    for before, sentence in pairwise((Sentence(""), *report.sentences)):
        headed = sentence.part == "aim" or sentence.heading in of_aims
        spoken_of = before.paragraph == sentence.paragraph and _NAMED.search(before.text)
        about = headed or _WITH_AIM.search(sentence.text) or (spoken_of and _IT_IS.search(sentence.text))
        if about and says_open(sentence.text):
            return sentence
        goal = has_day(sentence.text) and has_amount(sentence.text)
        if not goal and (headed or _OF_ITS_WORDS.search(sentence.text)) and is_unsettled(sentence.text):
            return sentence
    return _is_worked_on(report)


def _is_worked_on(report: Report) -> Sentence | None:
    """A paragraph that says that there is no aim yet, and beside it that its wording is worked on."""
    for sentence in report.sentences:
        if not is_none_yet(sentence.text):
            continue
        if any(is_worked_on(s.text) for s in report.sentences if s.paragraph == sentence.paragraph):
            return sentence
    return None
