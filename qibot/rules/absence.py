"""A mentor is away: noted, and told to the team where feedback falls due meanwhile (`away`)."""

from __future__ import annotations

from qibot.events import AbsenceNoted
from qibot.model import Away, Case, Put
from qibot.notices import Decision


def on_absence_noted(desk: Case, event: AbsenceNoted) -> Decision:
    """The newest word counts, but one without dates doesn't take the place of one that has them and isn't over."""
    address, noted = event.address.lower(), event.arrival.arrived
    before = desk.get(Away, address)
    if before and before.last and event.last is None and before.last >= event.first:
        return Decision()
    return Decision((Put(Away(address, event.first, event.last, noted, event.by)),))
