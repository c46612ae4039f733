"""The letters that docs/calendar.md speaks of, a function a rule, numbered as there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.support.simulator.days import (
    days,
    next_month,
    on_or_after,
    on_or_before,
    working_days_after,
    working_days_between,
)
from tests.support.simulator.programme import Step, World
from tests.support.simulator.world import (
    cohort_deadline,
    deadline,
    explained,
    held,
    holds,
    is_asked,
    is_explained,
    ordered,
    owed,
    pending,
    step,
)

ENROLLED = ("practitioner", "mentor", "manager", "sponsor")


def wanted(w: World, today: date) -> Iterator[Step]:
    """Every letter that the document speaks of as things stand, whether its day has come or not."""
    for rule in (reminders, ladder, decisions, feedback, nudges, silence, missed, mentor_silence, closing):
        if w["status"] == "active":
            for s in rule(w, today):
                yield s | {"first": max(s["first"], w["joined"] or s["first"])}


def reminders(w: World, today: date) -> Iterator[Step]:  # 1
    for n in owed(w):
        end = deadline(w, n)
        firsts = {k: on_or_before(w, end - days(k)) for k in w["remind_days"]}
        for hold in holds(w, n):
            free = working_days_after(w, hold, 1)
            firsts = {k: max(first, free) for k, first in firsts.items()}
        for k, first in firsts.items():
            nearer = any(other < k and firsts[other] <= today for other in firsts)
            yield step("remind_deadline", n, (n, end, k), first, ("practitioner",), last=end, overtaken=nearer)


def ladder(w: World, today: date) -> Iterator[Step]:  # 2
    for n in owed(w):
        end = deadline(w, n)
        if today <= end or held(w, n, today):
            continue
        before: tuple[date, date] | None = None
        for i, row in enumerate(w["ladder"]):
            own = working_days_after(w, end, row["after"])
            if not row["working"]:
                own = on_or_after(w, end + days(row["after"]))
            last = i == len(w["ladder"]) - 1
            asks = w["ask"] and last and not ordered(w, n)
            name = "ask_escalation" if asks else row["name"]
            to, copy = (("team",), ()) if asks else (row["to"], row["copy"])
            if last and n in w["apart"] and n in w["held"]:
                to, copy = (tuple(x for x in readers if x not in ENROLLED) for readers in (to, copy))
            first = own
            if before:
                first = max(own, working_days_after(w, before[1], working_days_between(w, before[0], own)))
            if last and not w["ask"] and n in w["held"] and not ordered(w, n):
                reminded = w["gone"].get(("ask_decision", n, w["held"][n]))
                if reminded is None:
                    break
                first = max(first, working_days_after(w, reminded, 1))
            mark = (n, end, i)
            if (name, *mark) not in w["gone"]:
                yield step(name, n, mark, first, to, copy=copy, rank=0)
                break
            before = (own, w["gone"][(name, *mark)])


def decisions(w: World, today: date) -> Iterator[Step]:  # 2, of an open decision
    for n in owed(w):
        last = (n, deadline(w, n), len(w["ladder"]) - 1)
        over = any((name, *last) in w["gone"] for name in ("ask_escalation", w["ladder"][-1]["name"]))
        if n in w["held"] and not ordered(w, n) and not over:
            first = working_days_after(w, w["held"][n], w["hold"])
            yield step("ask_decision", n, (n, w["held"][n]), first, ("team",))


def feedback(w: World, today: date) -> Iterator[Step]:  # 3, 4, 5
    for n, report in pending(w).items():
        due = report["due"]
        first = on_or_before(w, due - days(w["feedback_before"]))
        too_soon = first < report["known"]
        yield step("remind_feedback", n, (n, due, "before"), first, ("mentor",), last=due, overtaken=too_soon)
        first = working_days_after(w, due, w["feedback_after"])
        yield step("remind_feedback", n, (n, due, "after"), first, ("mentor",))
        first = working_days_after(w, due, w["feedback_overdue"])
        yield step("tell_feedback_delayed", n, (n, due), first, ("practitioner",))
        yield step("report_feedback_overdue", n, (n, due), first, ("team",))


def nudges(w: World, today: date) -> Iterator[Step]:  # 6
    month = w["first_month"]
    silent = is_explained(w, today) or is_asked(w, today)
    while month <= cohort_deadline(w, w["count"]):
        end = next_month(month) - days(1)
        joining = w["joined"] and month <= w["joined"]
        contact = any(month <= day <= end for day in w["contacts"])
        spared = silent or any(of == month for _, _, of in explained(w))
        if not joining and not contact and not (spared and today <= end):
            first = on_or_after(w, end - days(w["contact_days"] - 1))
            yield step("nudge_contact", 0, (month,), first, ("practitioner", "mentor"), last=end)
        month = next_month(month)


def last_sign(w: World) -> date:
    latest: date = max(w["mail"].get("practitioner", date.min), w["joined"] or date.min, w["first_month"])
    return latest


def silent_since(w: World) -> date:
    since = last_sign(w)
    for first, last, _ in sorted(explained(w)):
        if first <= since + days(w["inactivity"]):
            since = max(since, last)
    return since


def silence(w: World, today: date) -> Iterator[Step]:  # 7
    if owed(w) and not is_asked(w, today) and not is_explained(w, today):
        since = silent_since(w)
        first = on_or_after(w, since + days(w["inactivity"]))
        yield step("check_in", 0, ("silent", since), first, ("practitioner",))
        yield step("report_inactivity", 0, ("silent", since), first, ("team",))


def missed(w: World, today: date) -> Iterator[Step]:  # 8
    seven_gone = ("report_inactivity", "silent", silent_since(w)) in w["gone"]
    if is_asked(w, today) or is_explained(w, today):
        return
    told = seven_gone or today >= silent_since(w) + days(w["inactivity"])
    later_one = False
    for n in reversed(owed(w)):
        row = [n - back for back in range(w["in_a_row"])]
        if not set(row) <= set(owed(w)) or any(held(w, m, today) for m in row):
            continue
        first = working_days_after(w, max(deadline(w, m) for m in row), 1)
        over = first <= today and (told or later_one)
        later_one = later_one or first <= today
        yield step("check_in", 0, ("missed", n), first, ("practitioner",), overtaken=over)
        yield step("report_inactivity", 0, ("missed", n), first, ("team",), overtaken=over)


def mentor_silence(w: World, today: date) -> Iterator[Step]:  # 9
    if pending(w):
        oldest = min(r["known"] for r in pending(w).values())
        since = max(w["mail"].get("mentor", date.min), oldest)
        yield step("report_inactivity", 0, ("mentor", since), since + days(w["inactivity"]), ("team",))


def closing(w: World, today: date) -> Iterator[Step]:  # 10
    answers = [r["answered"] for r in w["reports"].values() if r["answered"]]
    if answers and not pending(w) and not owed(w):
        first = working_days_after(w, max(answers), 1)
    else:
        latest = max(deadline(w, n) for n in range(1, w["count"] + 1))
        latest = max([latest, *(r["due"] for r in pending(w).values())])
        first = on_or_after(w, latest + days(w["close_after"]))
    yield step("close_cohort", 0, (), first, ("practitioner", "mentor"), rank=1)
