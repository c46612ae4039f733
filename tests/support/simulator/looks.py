"""The bot's looks at what is due, one after the other: what leaves, and what is passed over."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from tests.support.simulator.days import days, working
from tests.support.simulator.programme import Step, World
from tests.support.simulator.rules import wanted
from tests.support.simulator.world import begin, happen


def had_one_today(w: World, wanted: Step, today: date) -> bool:
    """Never a burst."""
    for letter in w["letters"]:
        if letter["day"] == today:
            if letter["rank"] == 0 and wanted["rank"] == 0:
                return True
            if {"practitioner", "mentor"} & set(letter["to"]) & set(wanted["to"]):
                return True
    return False


def look(w: World, moment: datetime) -> None:
    now = moment.astimezone(ZoneInfo(w["zone"]))
    today = now.date()
    if not working(w, today) or not time(9) <= now.time() < time(17):
        return
    for mark in [mark for mark, (_, _, at) in w["passed"].items() if at > moment + days(1)]:
        del w["passed"][mark]
    for s in wanted(w, today):
        if s["mark"] in w["passed"]:
            continue
        if s["mark"] not in w["gone"] and s["first"] <= today and (s["last"] < today or s["overtaken"]):
            w["passed"][s["mark"]] = (s["name"], s["n"], moment)
    while True:
        ready = [
            s
            for s in wanted(w, today)
            if s["mark"] not in w["gone"]
            and s["mark"] not in w["passed"]
            and s["first"] <= today
            and not had_one_today(w, s, today)
        ]
        if not ready:
            return
        s = min(ready, key=lambda s: (s["rank"], s["n"]))
        w["gone"][s["mark"]] = today
        to = tuple(address for role in s["to"] for address in w["people"].get(role, ()))
        copy = tuple(address for role in s["copy"] for address in w["people"].get(role, ()))
        w["letters"].append({"day": today, "rank": s["rank"], "to": s["to"]})
        w["letters"][-1] |= {"letter": (today, s["name"], s["n"], to, copy)}
        if s["name"] == "close_cohort":
            w["status"] = "completed"


def simulate(programme: dict[str, Any], happenings: list[tuple[datetime, str, int, Any]]) -> World:
    """The world after all that happened, in this order; a "look" is the bot's tick."""
    w = begin(programme)
    for moment, what, n, extra in happenings:
        if what == "look":
            look(w, moment)
        else:
            happen(w, moment, what, n, extra)
    return w
