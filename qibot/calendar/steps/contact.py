"""Monthly contact: a nudge to each pair that hasn't been in touch (guidance, section 6; docs/calendar.md, 6)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from qibot.calendar.almanac import Almanac
from qibot.calendar.explained import asked_about, explained, leaving
from qibot.calendar.steps.step import Step, recorded
from qibot.model import Case, Contact

BETWEEN = ("report", "feedback", "message", "spoke")


def contact_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """The nudges of the months so far and of the next one; none to a pair of which it is known why nothing passes."""
    joined = case.enrolment.joined
    steps = []
    met = {_month(almanac.day(c.at)) for c in case.all(Contact).values() if c.how in BETWEEN}
    known = explained(case, almanac)
    spared, times = {x.month for x in known}, [*known, *asked_about(case, almanac)]
    coming = _next(_month(today))
    for month in almanac.months(case):
        if month > coming:
            break
        key = f"contact/{case.unit}/{month.isoformat()[:7]}"
        if month in met or (joined is not None and month <= joined) or recorded(case, key):
            continue
        end = _next(month) - timedelta(days=1)
        first = almanac.workdays.on_or_after(end - timedelta(days=almanac.calendar.contact_days - 1))
        over = end + timedelta(days=1)
        day = over if month in spared else min(leaving(times, almanac, first, today), over)
        steps.append(
            Step(
                "nudge_contact", key, 0, day, ("practitioner", "mentor"),
                "contact at least once a month", f"nothing has passed between you in {month:%B %Y}",
                last=end, facts={"month": f"{month:%B %Y}"},
            )
        )  # fmt: skip
    return steps


def _month(day: date) -> date:
    return day.replace(day=1)


@lru_cache(maxsize=5_000)
def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
