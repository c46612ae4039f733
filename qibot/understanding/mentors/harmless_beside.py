"""What people put beside a leave, or beside the day of their feedback, that is a word to nobody, and that the weights
may take for one: a wish, what keeps them until then. A closed list: one word more, and it may be a worry (no_more.py).
"""

from __future__ import annotations

import re

from qibot.expression import expression

_PLACE = r"(?:ward|clinic|school|nursery|office|class|unit|department|home|practice|weather|week|term|audit|rota)"
_ALONE = expression(  # whole clauses, as no_more.py splits them
    rf"\W*(?:(?:i )?hope (?:the |your |that the )?{_PLACE}(?:['’]s| is|['’]s going| is going| stays)"
    r" (?:well|quiet|calm|good|ok|okay|fine|kind(?: to you)?|not too (?:busy|hectic|mad))"
    r"|(?:i )?hope (?:you|all|everything|things)(?:['’]s|['’]re| is| are)(?: all)? (?:well|good|going well|fine|quiet)"
    r"|(?:hope you )?(?:enjoy|have)(?: (?:a|an|the|your))?(?: (?:good|nice|lovely|great))? (?:holidays?|break|weekend)"
    r"|(?:it |this |that )?(?:looks|sounds) (?:really |very |most )?(?:interesting|intriguing)"
    r"|(?:the )?(?:schools?|kids|children|nursery) (?:are|is) (?:off|closed|on holiday|on half[- ]term)"
    r"|half[- ]term caught up with me(?: &)?"
    r"|(?:the|my) (?:boiler|laptop|broadband|wi-?fi|car|heating) (?:went|broke(?: down)?|failed)"
    r"|(?:if (?:it|this|anything)(?:['’]s| is)|for anything) urgent (?:please |just )?(?:ring|call|phone|contact)"
    rf" (?-i:[A-Z][\w'’-]+)(?: (?-i:[A-Z][\w'’-]+))?(?: (?:on|in|at) (?:the|my|our) {_PLACE})?)\W*",
    re.IGNORECASE,
)


def goes_beside(clause: str) -> bool:
    """Whether a clause is one of those that say nothing to anybody."""
    return _ALONE.fullmatch(clause) is not None
