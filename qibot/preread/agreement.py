"""Whether a sentence about an aim says that its words aren't agreed yet: not final, redrafted, waiting for somebody."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose

_IT = (
    r"(?:it|this|that|them|these|(?:the|my|our|its|this) (?:\w+ )?"
    r"(?:aim|goal|wording|words|target|figure|number|date|statement|sentence))"
)
_NOT_FINAL = expression(
    r"(?:\b(?:not|never|hardly|isn't|aren't|hasn't|haven't|nothing|neither|nor|yet to|far from|short of|without|"
    r"un)\b|n't\b)"
    r"(?: (?:yet|quite|fully|really|formally|entirely|all|been|be|is|are|have|has|had|to|a|an|the|as|completely|"
    r"both|truly)){0,4} "
    r"(?:final(?:ised?)?|firm(?:ed up)?|fixed|settled|agreed|signed(?: off| up)?|sign(?: off)?|approved?|"
    r"endorsed?|set|in stone|"
    r"locked|certain|definite|definitive|decided|nailed|pinned|confirmed?|cast|carved|shak\w+ (?:hands )?on|"
    r"shake hands|see eye to "
    r"eye|at one|the last word|there yet|of one mind|made up)\b",
    re.IGNORECASE,
)
_STILL_TO = Loose(
    r"\b(?:(?:have|has|is|are|am|'ve|'s) )?(?:still|yet) to (?:\w+ly )?(?:agree|decide|settle|fix|choose|confirm|"
    r"finalise|sign|make up|work out|pin down|make sure|firm up|land on|see whether)\b",
)
_AGAIN = r"re-?(?:draft|word|writ|phras|think|visit|work|cast|vis|consider|negotiat|defin|fram|shap)(?:ing|ed|ten)"
_ALTERED = r"(?:chang|alter|tweak|narrow|adjust|widen|broaden|mov|shift)(?:ing|ed)"
_REDONE = Loose(
    rf"\b(?:is|are|am|'s|'re|'m|being|be|been|keep|keeps|still|now) (?:\w+ )?(?:{_AGAIN}|{_ALTERED} {_IT})\b|"
    rf"\b{_IT} (?:is|are|may|might|could|will) (?:\w+ )?(?:be(?:ing)? )?(?:{_ALTERED}|redrawn|redone|rewritten|"
    rf"in (?:draft|dispute|doubt|"
    r"question)|up for)\b",
)
_WAITS = Loose(
    r"\b(?:until|till|unless|once) .{1,60}\b(?:met|meet|agreed?|spoken|speak|said|say|approved?|decid\w+|signed|"
    r"sign|back|talked|seen|"
    r"had (?:his|her|their) say)\b.{0,40}\b(?:draft|provisional|open|final|firm|settle\w*|fixed|tentative|may|"
    r"might|could)\b|"
    r"\b(?:subject to|pending|await\w*|waiting (?:for|on)|depends? (?:up)?on|provisional\w*|tentative\w*|"
    r"for now at least|"
    r"a (?:working|first|rough) draft|placeholder)\b",
)
_DISPUTED = Loose(
    rf"\b(?:wants?|wanted|asked for|would like|needs?|prefers?) {_IT} (?:to be )?(?:{_AGAIN}|{_ALTERED}|reword\w*|"
    rf"rewritten|redrafted|redrawn)\b|"
    rf"\bwould (?:sooner|rather|prefer|have preferred|like) (?:that )?{_IT} (?:was|were|to be|had been|said|read)\b|"
    rf"\b(?:can't|cannot|couldn't|don't|do not|haven't|have not) (?:\w+ )?agree\w* (?:on |about |over |whether |"
    rf"what |which )|"
    r"\b(?:wants?|asked|asks|keen|pushing|pressing) (?:me |us |it |for it |"
    r"to have it )?(?:to )?(?:be )?(?:chang\w+|reword\w*|rewr\w+|"
    rf"redraft\w*|broaden\w*|narrow\w*|replac\w+) {_IT}|\b(?:two|three|several|competing|rival) (?:versions|"
    rf"wordings|drafts)\b",
)
# What was so, and is over.
_OVER = Loose(
    r"\b(?:now|since|has been|have been|was|were|is) (?:\w+ )?(?:agreed|settled|signed off|final|approved|fixed|"
    r"content|happy|firm)\b|"
    r"\b(?:last (?:month|time|year)|at first|earlier|no longer|used to)\b|\b(?:no|not|"
    r"without) (?:any )?(?:change|need|reason)",
)


_UNTIL = expression(r"\b(?:before|until|till|once|unless|when) .*", re.IGNORECASE)


def is_unsettled(said: str) -> bool:
    """Whether it says so, of an aim."""
    if _OVER.search(_NOT_FINAL.sub(" ", _UNTIL.sub(" ", said))):
        return False
    return any(sign.search(said) for sign in (_NOT_FINAL, _STILL_TO, _REDONE, _WAITS, _DISPUTED))


# An aim that there isn't yet, and what is done about it.
_NO_AIM_YET = Loose(
    r"\b(?:(?:don't|do not|haven't|have not|hasn't|isn't|is not|there's no|there is no|no|without|"
    r"not) (?:\w+ ){0,4}?aim|"
    r"aim\b.{0,40}\b(?:isn't|is not|not|to follow|to come|will follow|nearly|almost|getting there))\b",
)
_WORKED_ON = Loose(
    r"\b(?:work(?:ing)?|draft\w*|word(?:ing|ed)|refin\w*|re-?writ\w*|re-?word\w*|redraft\w*|rethink\w*|polish\w*|"
    r"shap(?:e|ing)|"
    r"tighten\w*|sharpen\w*|craft\w*|honing|hone|tweak\w*|next report|will have (?:one|something|it)|"
    r"bring (?:one|it) to)\b",
)


def is_none_yet(said: str) -> bool:
    """Whether it says that there is no aim yet."""
    return bool(_NO_AIM_YET.search(said))


def is_worked_on(said: str) -> bool:
    """Whether it says, of an aim, that it is worked on."""
    return bool(_WORKED_ON.search(said))
