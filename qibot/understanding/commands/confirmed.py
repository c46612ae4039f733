"""What somebody answers who was asked whether a command is theirs."""

from __future__ import annotations

import re

from qibot.events import Arrival, CommandUnclear, Event, OrderConfirmed
from qibot.expression import expression
from qibot.model import DESK, ITEM, Quarantined, Role
from qibot.understanding.commands.given import SETTLED, first_line, name_of, plain_line
from qibot.understanding.commands.typed import unsigned
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import said_in

CONFIRM, NOT_MINE = "CONFIRM", "NOT MINE"  # as the letter's links say them
MOST = 200  # characters of such an answer
_FILLS = (
    r"(?:hi|hello|hey|dear|all|team|thanks|thank you|cheers|sorry|please|pls|then|now|for (?:asking|checking)|just)"
)
_OWN = expression(
    r"(?:(?:yes|yeah|aye|ok|okay) )?(?:(?:yes|yep|yeah|aye|ok|okay|sure|correct|confirm(?:ed)?|i confirm|indeed|right"
    r"|(?:yes )?(?:that|it|this)(?:['’]s| is| was)(?: from)? (?:me|mine|right|correct|fine|ok|okay)"
    r"|i (?:did|sent it|sent that|wrote it|wrote that|asked for (?:it|that|this))"
    r"|(?:please )?(?:do it|do that|do so|go ahead|do|carry on|proceed))"
    rf"|{_FILLS})(?: {_FILLS})*",
    re.IGNORECASE,
)
_OTHERS = expression(
    r"(?:(?:no|nope|not mine|not me|not from me"
    r"|(?:no )?(?:it|that|this)(?:['’]s not| is not| isn['’]?t| wasn['’]?t| was not)(?: from)? (?:me|mine)"
    r"|wasn['’]?t me|(?:i(?:['’]ve| have)? )?never heard of (?:it|this|that)"
    r"|i (?:didn['’]?t|did not|haven['’]?t|have not|never) (?:send|sent|wr[io]te|written|ask(?:ed)?)"
    r"(?: (?:for|you for))?(?: (?:it|that|this|any ?thing|any such thing))?"
    r"|i know nothing (?:of|about) (?:it|this|that)|(?:please )?(?:ignore|delete|don['’]?t do) (?:it|this|that))"
    rf"|{_FILLS})(?: {_FILLS})*",
    re.IGNORECASE,
)
_ONLY_FILLS = expression(rf"(?:{_FILLS}[ ]?)+", re.IGNORECASE)
_CLAUSES = expression(r"[.,;:!\n–—()]+|\s-\s|\band\b", re.IGNORECASE)


def confirmation(arrival: Arrival, context: Context) -> Event | None:
    """Whether the command was theirs; None where the matter is no such question, not this sender's to answer, or where
    they say neither."""
    if not context.item.startswith(ITEM) or context.misused:
        return None
    line = plain_line(context.order) or first_line(arrival.mail.top)
    own = _is_own(line if context.order else unsigned(said_in(arrival.mail.top, frozenset())))
    if own is None:
        return None
    sender = arrival.mail.sender or ""
    role = context.parts[0].role if context.parts else Role.TEAM
    who = name_of(context.desk, role, context)
    key = context.item.removeprefix(ITEM)
    item = context.desk.get(Quarantined, key)
    if item is None:
        return CommandUnclear(arrival, DESK, 0, role, *SETTLED, who) if line.upper() in (CONFIRM, NOT_MINE) else None
    if not item.order or item.asked not in context.people.addresses_of(sender):
        return None
    if item.decided:
        return CommandUnclear(arrival, DESK, 0, role, *SETTLED, who)
    return OrderConfirmed(arrival, key, who, own=own)


def _is_own(text: str) -> bool | None:
    """Whether a text says that it is its writer's, and no more; None where it says neither, or both."""
    said = [one for x in _CLAUSES.split(text[: MOST + 1]) if (one := " ".join(x.split()))]
    told = [one for one in said if not _ONLY_FILLS.fullmatch(one)]
    if not told or len(text) > MOST or "?" in text:
        return None
    if all(_OWN.fullmatch(one) for one in told):
        return True
    return False if all(_OTHERS.fullmatch(one) for one in told) else None
