"""What people put beside a leave, or beside the day of their feedback, that is a word to nobody: a wish, a promise,
what keeps them until then. Closed lists: one word more, and it may be a worry (no_more.py)."""

from __future__ import annotations

import re

from qibot.expression import expression

_EVENT = (
    r"(?:conference|course|training(?: course| day)?|inspection|audit|wedding|funeral|christening|graduation"
    r"|away day|board meeting|open day|parents['’]? evening|night shifts?|interviews?)"
)
_PLACE = r"(?:ward|clinic|school|nursery|office|class|unit|department|home|practice|weather|week|term|audit|rota)"
# Whole clauses, as no_more.py splits them.
_ALONE = expression(
    r"\W*(?:"
    rf"(?:i )?hope (?:the |your |that the )?{_PLACE}(?:['’]s| is|['’]s going| is going| stays)"
    r" (?:well|quiet|calm|good|ok|okay|fine|kind(?: to you)?|not too (?:busy|hectic|mad))"
    r"|(?:i )?hope (?:you|all|everything|things)(?:['’]s|['’]re| is| are)(?: all)? (?:well|good|going well|fine|quiet)"
    r"|(?:i['’]?m |i am |just |still )*catching up (?:on|with) (?:my |the |all my )?(?:e-?mails?|mails?|inbox|post"
    r"|messages)"
    r"|i(?:['’]?ve| have) (?:just )?been (?:away|on (?:annual )?(?:leave|holiday))"
    r"|(?:it |this |that )?(?:looks|sounds) (?:really |very |most )?(?:interesting|intriguing)"
    r"|(?:the )?(?:schools?|kids|children|nursery) (?:are|is) (?:off|closed|on holiday|on half[- ]term)"
    r"|(?:we(?:['’]ll| will|['’]?ll)? |let['’]?s )?(?:speak|talk|chat)(?: to you)?(?: soon| later)?"
    r"|(?:if (?:it|this|anything)(?:['’]s| is)|for anything|for something|anything) urgent (?:please |just )?"
    r"(?:ring|call|phone|contact|e-?mail|try) (?-i:[A-Z][\w'’-]+)(?: (?-i:[A-Z][\w'’-]+))?"
    rf"(?: (?:on|in|at) (?:the|my|our) {_PLACE})?"
    r")\W*",
    re.IGNORECASE,
)
_WISHES = expression(
    r"\W*(?:bear with me(?: please)?|(?:hope you )?(?:enjoy|have|had)(?: (?:a|an|the|your))?(?: (?:good|nice|lovely"
    r"|great|happy))? (?:holidays?|break|weekend|christmas|easter|summer|day|time|rest)(?: too)?)\W*",
    re.IGNORECASE,
)
# Groups of words within clauses that for the rest say when.
WITHIN = expression(
    rf"\b(?:i(?:['’]?ve| have)(?: got)?|we(?:['’]?ve| have)(?: got)?|there(?:['’]s| is)) (?:an?|the|my|our) {_EVENT}\b"
    rf"|\b(?:at|on|in) (?:an?|the|some|my|our) {_EVENT}\b|\bback[- ]to[- ]back with (?:an?|the|my|our) {_EVENT}\b"
    r"|^\W*(?:i )?promise(?: to\b|(?= i['’ ]))"
    r"|\b(?:read|look at|go through) (?:it|this|that|yours) (?:on the (?:beach|ferry|train|plane|flight|coach)"
    r"|by the pool|in the sun)\b",
    re.IGNORECASE,
)


def goes_beside(clause: str) -> bool:
    """Whether a clause is one of those that say nothing to anybody."""
    return (_ALONE.fullmatch(clause) or _WISHES.fullmatch(clause)) is not None
