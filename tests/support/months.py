"""Months that a person worked out by hand: the bot looks every working hour, and is held to the simulator besides."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from qibot.calendar.almanac import Almanac
from tests.support.histories import COHORT, PEOPLE, Deed, History, Lived, compare, configured, live
from tests.support.simulator.programme import PROGRAMME

Said = tuple[str, str, int] | tuple[str, str, int, str]
ALL_DAY = (tuple(time(hour) for hour in range(8, 19)),)


def lives(*said: Said, down: str = "", **programme: Any) -> Lived:
    """What happens from March 2027 on with one report, unless told otherwise; days that a deed names are absolute."""
    p = PROGRAMME | {"people": PEOPLE, "first_month": date(2027, 3, 1), "reports": 1} | programme
    almanac = Almanac(configured(p))
    deeds = []
    for when, what, n, *named in said:
        moment = datetime.fromisoformat(when)
        ahead = abs((date.fromisoformat(named[0]) - moment.date()).days) if named else 0
        day = (moment.date() - almanac._due[COHORT][n]).days
        deeds.append(Deed(what, n, day, moment.hour * 60 + moment.minute, ahead))
    downtimes = []
    if down:
        first, last = (date.fromisoformat(d) for d in down.split(" to "))
        downtimes.append(((first - p["first_month"]).days, (last - first).days + 1))
    history = History(p, tuple(deeds), ALL_DAY, tuple(downtimes), days_more=60)
    compare(history)
    return live(history)


def told(lived: Lived, *names: str) -> list[str]:
    """The letters as lines, all or those with these names."""
    lines = []
    for now, n, _ in lived.sent:
        local = now.astimezone(lived.almanac.zone)
        if not names or n.name in names:
            lines.append(f"{local:%a} {local.day} {local:%b} {n.name}{f' {n.number}' if n.number else ''}")
    return lines
