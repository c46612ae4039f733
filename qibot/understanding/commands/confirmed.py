"""What somebody answers who was asked whether a command is theirs."""

from __future__ import annotations

from qibot.events import Arrival, CommandUnclear, Event, OrderConfirmed
from qibot.model import DESK, ITEM, Quarantined, Role
from qibot.understanding.commands.given import SETTLED, first_line, name_of, plain_line
from qibot.understanding.matter.context import Context

CONFIRM, NOT_MINE = "CONFIRM", "NOT MINE"  # as the letter's links say them
_YES = {CONFIRM, "CONFIRMED", "I CONFIRM", "YES", "YES PLEASE", "YES THANKS", "OK", "DO IT", "YES, DO IT"}
_NO = {NOT_MINE, "NO", "IT ISN'T MINE", "IT ISN’T MINE", "NOT ME", "IT WASN'T ME", "IT WASN’T ME", "NOT FROM ME"}


def confirmation(arrival: Arrival, context: Context) -> Event | None:
    """Whether the command was theirs; None where the matter is no such question, not this sender's to answer, or where
    they say neither."""
    if not context.item.startswith(ITEM) or context.misused:
        return None
    line = (plain_line(context.order) or first_line(arrival.mail.top)).upper()
    if line not in _YES | _NO:
        return None
    sender = arrival.mail.sender or ""
    role = context.parts[0].role if context.parts else Role.TEAM
    who = name_of(context.desk, role, context)
    key = context.item.removeprefix(ITEM)
    item = context.desk.get(Quarantined, key)
    if item is None:
        return CommandUnclear(arrival, DESK, 0, role, *SETTLED, who) if line in (CONFIRM, NOT_MINE) else None
    if not item.order or item.asked not in context.people.addresses_of(sender):
        return None
    if item.decided:
        return CommandUnclear(arrival, DESK, 0, role, *SETTLED, who)
    return OrderConfirmed(arrival, key, who, own=line in _YES)
