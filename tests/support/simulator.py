"""The calendar a second time: a plain program written from docs/calendar.md alone, which walks from look to look.

It knows nothing of qibot. The programme is a dict of settings (`PROGRAMME` has the defaults), the world a dict of what
has happened; at each look every sentence of the document is asked afresh whether it wants a letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import holidays

World = dict[str, Any]
Step = dict[str, Any]

PROGRAMME: dict[str, Any] = {
    "zone": "Europe/London",
    "extra_holidays": frozenset(),
    "removed_holidays": frozenset(),
    "first_month": date(2026, 10, 1),
    "reports": 8,
    "skipped_months": (),
    "moved": {},
    "deadline_day": 15,
    "joined": None,
    "remind_days": (5, 1),
    "ladder": (
        {"after": 1, "working": True, "name": "remind_missing", "to": ("practitioner",), "copy": ("mentor",)},
        {
            "after": 4,
            "working": True,
            "name": "remind_missing_again",
            "to": ("practitioner",),
            "copy": ("mentor", "manager"),
        },
        {
            "after": 7,
            "working": False,
            "name": "escalate_missing",
            "to": ("programme_manager",),
            "copy": ("team", "mentor"),
        },
    ),
    "ask": False,
    "hold": 3,
    "answer": 3,
    "feedback_days": 7,
    "feedback_before": 2,
    "feedback_after": 1,
    "feedback_overdue": 3,
    "contact_days": 7,
    "inactivity": 35,
    "in_a_row": 2,
    "close_after": 28,
    "people": {"practitioner": ("jo",), "mentor": ("ann",), "manager": ("meg",), "programme_manager": ("boss",)}
    | {"team": ("team",)},
}
ORDER = ("remind_deadline", "tell_feedback_delayed", "remind_feedback", "check_in", "nudge_contact")


# --- days ---


@cache
def bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="SCT", years=year))


@cache
def is_working(day: date, extra: frozenset[date], removed: frozenset[date]) -> bool:
    if day.weekday() in (5, 6) or day in extra:
        return False
    return day in removed or day not in bank_holidays(day.year)


def working(w: World, day: date) -> bool:
    return is_working(day, w["extra_holidays"], w["removed_holidays"])


def days(n: int) -> timedelta:
    return timedelta(days=n)


def on_or_after(w: World, day: date) -> date:
    while not working(w, day):
        day += days(1)
    return day


def on_or_before(w: World, day: date) -> date:
    while not working(w, day):
        day -= days(1)
    return day


def working_days_after(w: World, day: date, n: int) -> date:
    while n > 0:
        day += days(1)
        if working(w, day):
            n -= 1
    return day


def working_days_between(w: World, early: date, late: date) -> int:
    n = 0
    while early < late:
        early += days(1)
        if working(w, early):
            n += 1
    return n


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


# --- what has happened ---


def begin(programme: dict[str, Any]) -> World:
    return programme | {
        "people": dict(programme["people"]),
        "status": "active",
        "reports": {},  # number -> received, due, known, answered: days
        "until": {},
        "excused": set(),
        "excused_on": {},
        "held": {},
        "asked": [],  # number and day of each mail of which it is asked whether it says why that report doesn't come
        "ordered": {},
        "contacts": set(),
        "mail": {},  # role -> the day of the last mail
        "gone": {},  # mark -> the day on which it left
        "passed": {},  # mark of what was skipped -> name and number
        "letters": [],
        "count": programme["reports"],
    }


def happen(w: World, moment: datetime, what: str, n: int, extra: Any) -> None:
    """Something arrives: `extra` is the day that it names, the role that it comes from, a status or a person."""
    day = moment.astimezone(ZoneInfo(w["zone"])).date()
    by = {"report": "practitioner", "circumstances": "practitioner", "feedback": "mentor", "expect": "mentor"}
    by |= {"asked": "practitioner"}
    role = by.get(what) or (extra if what == "message" else extra[0] if what == "spoke" else "")
    if role:
        w["mail"][role] = max(day, w["mail"].get(role, day))
    if what in ("report", "feedback") or (what == "message" and role in ("practitioner", "mentor")):
        w["contacts"].add(day)
    if what == "spoke":
        w["contacts"].add(extra[1])
    if what == "report":
        report = w["reports"].setdefault(n, {"received": day, "answered": None})
        if report["answered"] is None:
            report["due"] = max(report.get("due", date.min), day + days(w["feedback_days"]))
        report["known"] = day
    if what == "feedback" and w["reports"][n]["answered"] is None:
        w["reports"][n]["answered"] = day
    if what == "expect":
        w["reports"][n]["due"] = extra
        w["reports"][n]["known"] = day
    if what == "circumstances":
        w["held"].setdefault(n, day)
    if what == "asked":
        w["asked"].append((n, min([day, *(since for m, since in w["asked"] if m == n)])))
    if what == "answered":
        w["asked"] = [(m, since) for m, since in w["asked"] if m != n]
    if what in ("accept", "excuse", "decline"):
        w["held"].pop(n, None)
    if what == "accept":
        w["until"][n] = extra
        w["excused"].discard(n)
    if what == "decline":
        w["excused"].discard(n)
    if what == "excuse":
        w["excused"].add(n)
        w["excused_on"][n] = day
    if what == "escalate":
        w["ordered"][n] = day
    if what == "status":
        w["status"] = extra
    if what == "mentor":
        w["people"]["mentor"] = (extra,)


# --- words of the document ---


@cache
def months_with_report(first: date, count: int, skipped: tuple[date, ...]) -> tuple[date, ...]:
    months: list[date] = []
    while len(months) < count:
        if first not in skipped:
            months.append(first)
        first = next_month(first)
    return tuple(months)


def cohort_deadline(w: World, n: int) -> date:
    months = months_with_report(w["first_month"], w["count"], w["skipped_months"])
    day: date = w["moved"].get(n) or months[n - 1].replace(day=w["deadline_day"])
    return day


def deadline(w: World, n: int) -> date:
    day: date = w["until"].get(n) or cohort_deadline(w, n)
    return day


def owed(w: World) -> list[int]:
    return [
        n
        for n in range(1, w["count"] + 1)
        if n not in w["reports"] and n not in w["excused"] and not (w["joined"] and cohort_deadline(w, n) < w["joined"])
    ]


def asked_until(w: World, since: date) -> date:
    return working_days_after(w, since, w["answer"] + w["hold"])


def holds(w: World, n: int) -> list[date]:
    """The last days of all that holds a report's reminders."""
    circumstances = [working_days_after(w, w["held"][n], w["hold"])] if n in w["held"] else []
    return circumstances + [asked_until(w, since) for m, since in w["asked"] if m == n]


def held(w: World, n: int, today: date) -> bool:
    return any(today <= end for end in holds(w, n))


def is_asked(w: World, today: date) -> bool:
    return any(today <= asked_until(w, since) for _, since in w["asked"])


def explained(w: World) -> list[tuple[date, date, date]]:
    """Times for which it is known why nothing comes, and of which month: of reports that haven't come in."""
    times = []
    for n in range(1, w["count"] + 1):
        if n in w["reports"]:
            continue
        if n in w["held"]:
            day = w["held"][n]
            times.append((day, working_days_after(w, day, w["hold"]), day.replace(day=1)))
        if n in w["until"] or n in w["excused"]:
            first = cohort_deadline(w, n - 1) + days(1) if n > 1 else w["first_month"]
            last = max(deadline(w, n), w["excused_on"][n]) if n in w["excused"] else deadline(w, n)
            times.append((first, last, cohort_deadline(w, n).replace(day=1)))
    return times


def is_explained(w: World, today: date) -> bool:
    return any(first <= today <= last for first, last, _ in explained(w))


def ordered(w: World, n: int) -> bool:
    return n in w["ordered"] and w["ordered"][n] > deadline(w, n)


def pending(w: World) -> dict[int, Any]:
    return {n: r for n, r in sorted(w["reports"].items()) if r["answered"] is None}


def step(name: str, n: int, mark: tuple[Any, ...], first: date, to: tuple[str, ...], **more: Any) -> Step:
    """A letter that may leave from the day `first` on, until `last`; `rank` is its place among what is due at once."""
    rank = ORDER.index(name) + 2 if name in ORDER else 9
    made = {"name": name, "n": n, "mark": (name, *mark), "first": first, "to": to, "copy": (), "last": date.max}
    return made | {"overtaken": False, "rank": rank} | more


# --- the rules, numbered as in the document ---


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
    while month <= cohort_deadline(w, w["count"]):
        end = next_month(month) - days(1)
        joining = w["joined"] and month <= w["joined"]
        contact = any(month <= day <= end for day in w["contacts"])
        spared = any(of == month for _, _, of in explained(w)) or is_explained(w, today) or is_asked(w, today)
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


# --- a look ---


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
