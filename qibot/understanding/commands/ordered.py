"""The command that a message gives, as whichever part its sender plays."""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear, Event
from qibot.model import Case, Role
from qibot.understanding.commands.command import command
from qibot.understanding.commands.doubted import in_doubt
from qibot.understanding.matter.context import Context


def order_in(arrival: Arrival, context: Context, case: Case, roles: list[Role], almanac: Almanac) -> Event | None:
    """The command that the message gives: as what its sender is in the matter, else as one of the team.

    One that isn't shown to be its sender's, and would change something, becomes a question to them.
    """
    unclear = None
    for said_as in dict.fromkeys([*roles, *([Role.TEAM] if context.team else [])]):
        given = command(arrival, context, case, context.number, said_as, almanac)
        if given is not None and not isinstance(given, CommandUnclear):
            return given if context.shown else in_doubt(given, said_as, context, almanac.config.trust)
        unclear = unclear or given
    return unclear
