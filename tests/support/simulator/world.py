"""What has happened in an enrolment, and the document's words for it: owed, held, pending."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.support.simulator.days import days, next_month, working_days_after
from tests.support.simulator.programme import ORDER, Step, World


def begin(programme: dict[str, Any]) -> World:
    return programme | {
        "people": dict(programme["people"]),
        "status": "active",
        "reports": {},  # number -> received, due, known, answered: days
        "until": {},
        "excused": set(),
        "excused_on": {},
        "held": {},
        "apart": set(),  # reports of whose circumstances the mentor mustn't hear
        "asked": [],  # number and day of each mail of which it is asked whether it says why that report doesn't come
        "ordered": {},
        "contacts": set(),
        "mail": {},  # role -> the day of the last mail
        "gone": {},  # mark -> the day on which it left
        "passed": {},  # mark of what was skipped -> name and number
        "letters": [],
        "count": programme["reports"],
        "deadlines": deadlines(programme),
        "explained": None,  # what explained() found, until something happens
    }


def happen(w: World, moment: datetime, what: str, n: int, extra: Any) -> None:
    """Something arrives: `extra` is the day that it names, the role that it comes from, a status or a person."""
    w["explained"] = None
    day = moment.astimezone(ZoneInfo(w["zone"])).date()
    by = {"report": "practitioner", "circumstances": "practitioner", "feedback": "mentor", "expect": "mentor"}
    by |= {"asked": "practitioner", "confided": "practitioner"}
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
    reminders = ("remind_deadline", "remind_missing", "remind_missing_again")
    reminded = any(mark[0] in reminders and mark[1] == n for mark in w["gone"])
    if what == "confided" and reminded:
        w["apart"].add(n)
    if what == "circumstances" or (what == "confided" and reminded):
        if n in w["held"]:  # what was over by the deadline's end has held no ladder
            until = working_days_after(w, w["held"][n], w["hold"])
            if until < day and until <= deadline(w, n):
                del w["held"][n]
        w["held"].setdefault(n, day)
    if what == "asked":
        w["asked"].append((n, min([day, *(since for m, since in w["asked"] if m == n)])))
    if what == "answered":
        w["asked"] = [(m, since) for m, since in w["asked"] if m != n]
    if what in ("accept", "excuse", "decline"):
        w["held"].pop(n, None)  # of what was set apart the practitioner alone hears from then on
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


def deadlines(programme: dict[str, Any]) -> dict[int, date]:
    """Of each report, as the programme has them."""
    month, found = programme["first_month"], dict[int, date]()
    while len(found) < programme["reports"]:
        if month not in programme["skipped_months"]:
            n = len(found) + 1
            found[n] = programme["moved"].get(n) or month.replace(day=programme["deadline_day"])
        month = next_month(month)
    return found


def cohort_deadline(w: World, n: int) -> date:
    day: date = w["deadlines"][n]
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
    earlier = [w["until"][m] for m in owed(w) if m < n and m in w["until"] and n not in w["until"]]
    given = [day for day in earlier if day >= cohort_deadline(w, n)]
    return circumstances + given + [asked_until(w, since) for m, since in w["asked"] if m == n]


def held(w: World, n: int, today: date) -> bool:
    return any(today <= end for end in holds(w, n))


def is_asked(w: World, today: date) -> bool:
    return any(today <= asked_until(w, since) for _, since in w["asked"])


def explained(w: World) -> list[tuple[date, date, date]]:
    """Times for which it is known why nothing comes, and of which month: of reports that haven't come in."""
    if w["explained"] is None:
        w["explained"] = explained_times(w)
    times: list[tuple[date, date, date]] = w["explained"]
    return times


def explained_times(w: World) -> list[tuple[date, date, date]]:
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
    deadlines = [cohort_deadline(w, n).replace(day=1) for n in range(1, w["count"] + 1)]
    left_out = [m for m in w["skipped_months"] if w["first_month"] <= m < deadlines[-1] and m not in deadlines]
    return times + [(m, next_month(m) - days(1), m) for m in left_out]


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
