"""What somebody is taken off that isn't the programme: “off hold”, “from this month's list”, “out of it on Friday”.

An end is carried out only of the programme and of now; what is taken off anything else is asked back.
"""

from __future__ import annotations

import re

from qibot.expression import expression

_TAKES = (
    r"\b(?:(?:tak(?:e|es|ing)?|remov(?:e|es|ing)|withdr[ae]w(?:s|ing)?|cross\w*|strik\w+|drop\w*|wip\w+|delet\w+|pull\w*"
    r") (?:(?!away\b)[\w'’-]+ ){1,3}?|(?:taken|removed|withdrawn|crossed|struck|dropped|wiped|deleted|pulled"
    r"|com(?:e|es|ing)) )"
)
_OURS = (
    r"(?:all (?:(?:the|our|your) )?(?:lists|books|mailings|registers)"
    r"|(?:the|our|this|your) (?:(?:community|planning|qi|improvement|current|whole|entire|programme(?:['’]s)?"
    r"|participants?['’]?|practitioners?['’]?|20\d\d\S*) ){0,4}"
    r"(?:programme|program|list|cohort|books?|course|board|system|scheme|project|lot|whole thing))\b(?! of\b|['’]s)"
)
_OF_ELSE = expression(
    rf"{_TAKES}(?:off|aff|from|out of) (?:(?!{_OURS})(?:the|this|that|these|those|his|her|their|our|my|your|an?|all|any"
    r"|next|last|\w+['’]s?)\b(?! (?:request|own request)\b)"
    r"|(?:hold|pause|ice|sick|break|duty|nights|reminders?|letters?|copies|mails?|reports?)\b)",
    re.IGNORECASE,
)
# “on Friday”, “for Monday”, unless that is when somebody left.
_ON_A_DAY = expression(
    rf"{_TAKES}(?:off|aff|out|from)?(?:(?!\b(?:left|went|since|gone|finished|died|resigned|was|has|had|who)\b)"
    r"[^,.;:!?\n]){0,60}?\b(?:on|for|by|this|next|come) (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)


def is_out_of_else(text: str) -> bool:
    """Whether somebody is taken off something else than the programme, or on some day."""
    said = " ".join(text.split())
    return _OF_ELSE.search(said) is not None or _ON_A_DAY.search(said) is not None
