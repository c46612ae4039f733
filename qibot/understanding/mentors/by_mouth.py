"""Feedback that a mentor has given by word of mouth, told to us: “I told her the aim needs a date”.

What is told again of a report is no worry about its practitioner, though it speaks of “her” throughout: the mentor is
asked whether it is to count. Whatever else is said of them in the same breath (“… and she walked out”) is the team's.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.expression import expression
from qibot.understanding.meaning import Meaning, sentences

_IS_IT_OK = expression(
    r"\s(?:(?:is|will|would) )?(?:that|it|this)(?: be)? (?:ok(?:ay)?|fine|enough|all ?right|do|sufficient)\?\s*\Z",
    re.IGNORECASE,
)
BRIEF = 45  # words of a mail that but tells of it
FRAGMENT = 3
_BY_MOUTH = expression(
    r"\b(?:gave|given|give|did|done|went (?:through|over)|gone through|passed on|shared|sent|e-?mailed|delivered"
    r"|had|has"
    r"|received|got|talked \w+ through|told \w+|covered)\b[^.!?]{0,40}\b(?:feedback|comments|thoughts|review)\b"
    r"|\b(?:feedback|comments|review)\b[^.!?]{0,30}\b(?:given|done|delivered|shared|sent|passed on|face|person|phone"
    r"|verbal\w*|direct\w*)\b",
    re.IGNORECASE,
)
_WHO = r"(?:her|him|them|THEM)"
_TOLD = expression(
    rf"\b(?:(?:told|advised|asked|encouraged|reminded|urged) {_WHO}|suggested|recommended|said(?: to {_WHO})?|fed back"
    rf"|(?:praised|went (?:through|over)|gone (?:through|over)|talked {_WHO} through|pointed out|explained|agreed))\b",
    re.IGNORECASE,
)
_TALKED = expression(
    rf"\b(?:spoke|spoken|met|talked|chatted|phoned|rang|rung|called|discussed|caught up|face to face|in person"
    rf"|verbal\w*"
    rf"|by (?:phone|mouth)|(?:over|on) (?:the )?(?:phone|teams|zoom)|(?:seen|saw|visited|zoomed) {_WHO})\b",
    re.IGNORECASE,
)
_WORK = expression(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|measur\w+|tests?|testing|median|baseline|predict\w*|ideas?|types?|axis"
    r"|axes|labels?|diagrams?|drivers?|graphs?|outcomes?|scope|project|report|write-?up|dates?|broad|wide|narrow\w*"
    r"|numbers?|plot\w*|class|ward)\b",
    re.IGNORECASE,
)
# What befell them, what they did, how they took it, or what is asked of the team.
_OF_THEM = expression(
    r"\b(?:she|he)\b(?!(?: (?:should|needs?|must|could|might|ought|can|would|and I|knows? (?:to|what|that)|is to"
    r"|was (?:fine"
    r"|happy|pleased|ok(?:ay)?)|agreed|took it)\b|(?: will|['’]ll) (?:add|redo|plot|test|change|work|update|send|do"
    r"|start)\b"
    r"|['’]d be\b))"
    r"|\bTHEM(?:['’]s| (?:is|was|has|had|did|didn['’]t|doesn['’]t|never|won['’]t|can['’]t|wasn['’]t|isn['’]t"
    r"|seem\w*))\b"
    r"|\b(?:for (?:her|him|them) to (?:think|consider)|(?:whether|if) (?:the programme|this|she|he|they)|with you"
    r"|to you"
    r"|between us|last (?:month|time|year)|twice|again|before|already told|nothing|worr\w+|concern\w*|upset|tears"
    r"|leav\w+"
    r"|confiden\w*|stress\w*|ill|sick|your (?:team|advice|help)|I (?:doubt|fear|can['’]t see|don['’]t (?:think|see"
    r"|know)"
    r"|wonder|wish)|not good enough|weak|poor|disappoint\w*|unacceptable|lack of|manager|boss|head)\b"
    r"|\b(?:her|his|their) (?:manager|boss|head|attitude|heart|health|place|future)\b",
    re.IGNORECASE,
)


def gave_feedback(text: str) -> bool:
    """Whether it says that feedback was given, or gone through, in person."""
    return _BY_MOUTH.search(text) is not None


def tells_again(text: str, found: Meaning, names: Collection[str]) -> bool:
    """Whether it only tells of a talk, and what was said in it of the report; `names` are the practitioner's."""
    if found.mark or found.cut:
        return False
    text = _IS_IT_OK.sub("", text)
    called = "|".join(map(re.escape, names))
    said = [re.sub(rf"\b(?:{called})\b", "THEM", x, flags=re.IGNORECASE) if called else x for x in sentences(text)]
    if any(_OF_THEM.search(one) for one in said):
        return False
    whole = " ".join(said)
    if "?" in whole or len(whole.split()) > BRIEF:
        return False
    talked = _TALKED.search(whole) is not None or gave_feedback(whole)
    told = _TOLD.search(whole) is not None or gave_feedback(whole)
    return talked and told and _WORK.search(whole) is not None and all(_is_told(one) for one in said)


def _is_told(said: str) -> bool:
    """Whether a sentence is of the talk, of what was said there or of the work; or a word or two."""
    of = _TALKED.search(said) or _TOLD.search(said) or _WORK.search(said) or gave_feedback(said)
    return bool(of) or len(said.split()) <= FRAGMENT
