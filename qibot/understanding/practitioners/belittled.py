"""Whether a practitioner's sentence belittles the comments that they were given, without saying to whom they say it.

| it says | is of the mentor |
|---|---|
| of the comments, or of the feedback, that they are of no use, unkind, too little or somebody else's | yes |
| the same of “your comments”: it is said to the mentor | not |
| the same of what patients, pupils or colleagues commented: the project's own | not |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.meaning.families import families_in

_COMMENTS = r"(?:feedback|comments?|remarks?|reviews?|advice|suggestions?|critique)"
# Whose they are, or which: “your comments” are called by whom they are said to.
_THEIRS = (
    r"(?:the|that|this|those|these|any|no|some|such|last|latest|previous|recent|first|second|third|all|MENT 's|THEY 's"
    r"|her|his|their|mentors?'?s?|months?'?s?|times?'?s?|years?'?s?|getting|got|get|received|given|had)"
)
POOR = (
    r"(?:useless|pointless|worthless|hopeless|pants|rubbish|nonsense|garbage|tripe|mince|guff|drivel|gobbledygook|twaddle"
    r"|unhelpful|unkind|unfair|unreasonable|unprofessional|insulting|offensive|rude|nasty|snide|sarcastic|snippy|sniffy"
    r"|patroni[sz]ing|condescending|dismissive|demoralising|demoralizing|discouraging|deflating|hurtful|harsh|cruel|petty"
    r"|picky|nit-?picky|lazy|sloppy|careless|rushed|thoughtless|meaningless|irrelevant|generic|copied|cut and paste"
    r"|copy and paste|copy-paste|lifted from|boilerplate|off the mark|wide of the mark|way off|out of order"
    r"|below the belt|a joke|a disgrace|a waste|waste of|a let-?down|disappointing|underwhelming|dire|dreadful|awful"
    r"|terrible|shocking|appalling|ridiculous|laughable|daft|not on|uncalled for)"
)
_NO_USE = (
    r"(?:(?:no|not|\w*n't|hardly|little|barely|never|nothing|zero|without)(?: [\w']+){0,3}? (?:use|useful|help|helpful"
    r"|helped|helping|good|point|value|worth|relevant|constructive|fair|kind|sense|substance|to go on|to do with)"
    r"|(?:got|get|gained|learned|learnt|took) (?:absolutely |precisely |really )?(?:nothing|very little|little|zilch"
    r"|hee ?haw)"
    r"|makes? no sense|made no sense)"
)
_BUT_FOR = r"(?<!n't )(?<!not )(?<!never )(?<!n't at all )(?<!nothing )(?<!no )"  # “they weren't harsh”
_BELITTLES = Spoken(
    rf"\b{_THEIRS}(?: (?!your\b|my\b)[\w'-]+){{0,3}}? {_COMMENTS}\b(?! (?:box|form|card|sheet)\w*\b).{{0,60}}?"
    rf"\b(?:{POOR}|{_NO_USE})\b"
    rf"|\b(?:{_BUT_FOR}{POOR}|{_NO_USE})\b(?: (?!your\b)[\w']+){{0,4}}? (?!your\b)[\w']+ {_COMMENTS}\b",
    *("feedback", "comment", "remark", "review", "advice", "suggestion", "critique"),
)
_YOURS = expression(rf"\byour(?: [\w'-]+){{0,3}}? {_COMMENTS}\b", re.IGNORECASE)
# Who else comments on what a project does, and on what; these are the project's own results.
_OTHERS = expression(
    r"\b(?:patients?|pupils?|parents?|carers?|famil(?:y|ies)|residents?|tenants?|users?|clients?|customers?|visitors?"
    r"|staff|nurses?|teachers?|crew|colleagues?|team|ward|survey|questionnaire|form|audit|box|card|inspect\w*|public)\b",
    re.IGNORECASE,
)


def belittles(sentence: str) -> bool:
    """Whether a sentence, whose people are abstracted, says so of comments that aren't called the reader's own."""
    if not _BELITTLES.is_in(sentence) or _YOURS.search(sentence) or _OTHERS.search(sentence):
        return False
    return "@third" not in families_in(sentence)
