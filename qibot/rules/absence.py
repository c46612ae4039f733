"""A mentor is away: noted, and told to the team where feedback falls due meanwhile (`away`)."""

from __future__ import annotations

from qibot.calendar import written
from qibot.config import Config
from qibot.events import AbsenceNoted, Decision
from qibot.model import DESK, Away, Case, Put
from qibot.rules.confirm import confirmed


def on_absence_noted(desk: Case, event: AbsenceNoted, _config: Config) -> Decision:
    """The newest word counts, but one without dates doesn't take the place of one that has them and isn't over."""
    address, noted = event.address.lower(), event.arrival.arrived
    before = desk.get(Away, address)
    if before and before.last and event.last is None and before.last >= event.first:
        return Decision()
    put = Put(Away(address, event.first, event.last, noted, event.by))
    if not event.who or event.last is None:  # an automatic reply is answered by nobody
        return Decision((put,))
    done = (
        f"you are away from {written(event.first)} to {written(event.last)}, and the team hears if feedback falls due"
    )
    answer = confirmed(DESK, 0, event.arrival, event.who, done, "send AWAY with other days")
    return Decision((put,), (answer,))
