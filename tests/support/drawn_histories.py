"""Histories as Hypothesis draws them: a programme, what people do in it, and when the bot looks."""

from __future__ import annotations

import os
from datetime import date, time, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.support.histories import PEOPLE, Deed, History
from tests.support.simulator.programme import PROGRAMME

LONG = bool(os.environ.get("QIBOT_LONG"))
COMMON = ("practitioner", "mentor", "manager", "expect", "accept", "excuse")
ABOUT_LADDER = ("circumstances", "circumstances", "confided", "asked", "answered", "accept", "decline", "escalate",
                "excuse")  # fmt: skip
RARE = ("spoke by practitioner", "spoke by mentor", "new mentor", "paused", "active", "active", "withdrawn", "report")
LOOKS = (
    (time(9),),
    (time(8, 59), time(9), time(9, 1)),
    (time(12, 30),),
    (time(16, 59),),
    (time(17),),
    (time(0), time(10), time(23, 59)),
    (time(9), time(11), time(15)),
    (),
)
EARLY_LADDER = (
    {"after": 2, "working": False, "name": "remind_missing", "to": ("practitioner",), "copy": ("mentor", "sponsor")},
    {"after": 3, "working": False, "name": "remind_missing", "to": ("practitioner",), "copy": ("manager",)},
    {"after": 5, "working": True, "name": "remind_missing_again", "to": ("practitioner",), "copy": ("mentor",)},
    {"after": 9, "working": True, "name": "escalate_missing", "to": ("programme_manager", "team"), "copy": ()},
)


@st.composite
def programmes(draw: st.DrawFn, longest: int) -> dict[str, Any]:
    first = date(draw(st.integers(2024, 2028)), draw(st.integers(1, 12)), 1)
    p = PROGRAMME | {"people": PEOPLE, "first_month": first, "reports": draw(st.integers(1, longest))}
    if draw(st.booleans()):
        return p
    months = [date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1) for i in range(14)]
    p["skipped_months"] = tuple(draw(st.sets(st.sampled_from(months), max_size=2)))
    days = st.dates(first, first + timedelta(days=200))
    if draw(st.booleans()):
        p["moved"] = draw(st.dictionaries(st.integers(1, p["reports"]), days, max_size=2))
    p["joined"] = draw(st.none() | days)
    p["zone"] = draw(st.sampled_from(["Europe/London", "Europe/London", "America/New_York", "Pacific/Auckland"]))
    p["ask"] = draw(st.booleans())
    if draw(st.booleans()):
        p["ladder"] = draw(st.sampled_from([PROGRAMME["ladder"], EARLY_LADDER]))
        p["remind_days"] = draw(st.sampled_from([(5, 1), (1, 5), (7, 4, 3, 0), (2,), ()]))
        p["deadline_day"] = draw(st.integers(1, 28))
        p["feedback_days"] = draw(st.sampled_from([1, 3, 7, 14]))
        p["feedback_before"] = draw(st.sampled_from([0, 1, 2, 5]))
        p["feedback_after"], p["feedback_overdue"] = draw(st.sampled_from([(1, 3), (2, 2), (3, 8)]))
        p["hold"] = draw(st.sampled_from([1, 3, 10]))
        p["answer"] = draw(st.sampled_from([1, 3, 5]))
        p["contact_days"] = draw(st.sampled_from([1, 2, 7, 20]))
        p["inactivity"] = draw(st.sampled_from([10, 35]))
        p["in_a_row"] = draw(st.sampled_from([2, 3]))
        p["close_after"] = draw(st.sampled_from([7, 28, 60]))
        p["extra_holidays"] = draw(st.frozensets(days, max_size=5))
        p["removed_holidays"] = draw(st.frozensets(st.just(date(first.year, 12, 25)) | days, max_size=2))
    if draw(st.integers(0, 4)) == 0:
        p["people"] = {role: who for role, who in PEOPLE.items() if role != "manager"}
    return p


MINUTES = st.sampled_from([0, 5, 8 * 60 + 59, 9 * 60, 9 * 60 + 30, 12 * 60, 17 * 60, 23 * 60 + 59])


def deeds(
    what: st.SearchStrategy[str], number: st.SearchStrategy[int], first: int, last: int
) -> st.SearchStrategy[Deed]:
    return st.builds(Deed, what, number, st.integers(first, last), MINUTES, st.integers(0, 30))


@st.composite
def histories(draw: st.DrawFn, longest: int = 5, jumps: bool = True) -> History:
    p = draw(programmes(longest))
    span = 31 * (p["reports"] + 2)
    numbers = st.integers(1, p["reports"])
    said: list[Deed] = []
    for n in range(1, p["reports"] + 1):
        said += draw(st.lists(deeds(st.just("report"), st.just(n), -14, 24), max_size=1))
        said += draw(
            st.lists(deeds(st.sampled_from(["feedback", "feedback", "expect"]), st.just(n), -7, 45), max_size=2)
        )
    said += draw(st.lists(deeds(st.sampled_from(COMMON), numbers, -14, 20), max_size=2 * p["reports"]))
    said += draw(st.lists(deeds(st.sampled_from(ABOUT_LADDER), numbers, -3, 9), max_size=2 * p["reports"]))
    said += draw(st.lists(deeds(st.sampled_from(RARE), numbers, -30, 40), max_size=3))
    spans = st.tuples(st.integers(0, span), st.integers(1, 45))
    return History(
        p,
        tuple(said),
        tuple(draw(st.lists(st.sampled_from(LOOKS), min_size=1, max_size=5))),
        tuple(draw(st.lists(spans, max_size=2))),
        tuple(draw(st.lists(st.tuples(st.integers(0, span), st.integers(-40, 40)), max_size=2))) if jumps else (),
    )


def examples(many: int) -> settings:
    return settings(max_examples=many * (5 if LONG else 1), suppress_health_check=list(HealthCheck))
