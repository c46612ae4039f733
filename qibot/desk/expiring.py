"""The team hears in time that what qibot signs in with will end: each span of `signin.warn_days` once. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from qibot.config import Config
from qibot.events import Decision, to_team
from qibot.model import Case, Drop, Ending, Put, Told

PREFIX = "expiry/"


def tell(desk: Case, ending: Ending | None, config: Config, now: datetime) -> Decision:
    """The letter that is to be written now, if any. What is over already is told as trouble, not here."""
    told = [t.key for t in desk.all(Told).values() if t.key.startswith(PREFIX)]
    mine = f"{PREFIX}{ending.what}/{ending.ends.date()}/" if ending else PREFIX + "none/"
    stale = tuple(Drop(Told.table, key) for key in told if not key.startswith(mine))
    if ending is None or now >= ending.ends:
        return Decision(stale)
    begun = [days for days in config.signin.warn_days if now >= ending.ends - timedelta(days=days)]
    keys = [f"{mine}{days}" for days in begun]
    if not begun or f"{mine}{min(begun)}" in told:
        return Decision(stale)
    facts = {
        "what": ending.what,
        "ends": ending.ends.astimezone(config.programme.zone).date().isoformat(),
        "days": (ending.ends - now).days,
        "client_id": config.signin.client_id,
        "file": config.signin.certificate_file if ending.what == "certificate" else config.signin.secret_file,
    }
    letter = to_team("report_expiry", f"{mine}{min(begun)}", facts, config)
    return Decision((*stale, *(Put(Told(key, now)) for key in keys if key not in told)), (letter,))
