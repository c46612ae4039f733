"""What a member of the team decides in plain words, in answer to a question of ours (programme.md, 3a).

It is carried out where it is plain, by the very command that says the same; else it is asked back. Never relayed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear, Event, MessageIgnored
from qibot.model import Case, Letter, Role
from qibot.understanding.commands.agreements import accept, decline, escalate, excuse
from qibot.understanding.commands.given import Given
from qibot.understanding.commands.mentor import ADDRESS
from qibot.understanding.commands.team import pause, reassign, resume, withdraw
from qibot.understanding.context import Context
from qibot.understanding.dates import read_date
from qibot.understanding.meaning import sentences
from qibot.understanding.naming_days import plainer
from qibot.understanding.wording import meant

PLAIN, WITH_ITS_DAY = 0.6, 0.3  # from which a decision is plain, and more time until a day that is named
COMMANDS: dict[str, Callable[[Given], Event | None]] = {
    "accept": accept,
    "excuse": excuse,
    "decline": decline,
    "escalate": escalate,
    "reassign": reassign,
    "pause": pause,
    "resume": resume,
    "withdraw": withdraw,
}
NOTE = "the team's note"
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LENGTH = re.compile(
    rf"\b(?P<n>\d{{1,2}}|an?|another|an extra|one more|{'|'.join(_COUNTS)}|(?:a )?couple of)?"
    r" ?(?:more |extra |further |additional |full )?(?P<unit>working days?|days?|weeks?|fortnights?|months?)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


def of_team(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """The event of the team's own words in a matter."""
    found = meant(arrival, context, case, Role.TEAM, answered)
    decision = found.best
    if not arrival.mail.sends and found.of(decision) >= _enough(arrival, case, context, decision, almanac):
        if decision == "nothing":
            return MessageIgnored(arrival, NOTE)
        if decision in COMMANDS:
            done = COMMANDS[decision](_given(arrival, context, case, decision, almanac))
            if done is not None:
                return done
    return _asked_back(arrival, context, case)


def _enough(arrival: Arrival, case: Case, context: Context, decision: str, almanac: Almanac) -> float:
    if decision != "accept":
        return PLAIN
    day = named_day(arrival.mail.top, almanac.day(arrival.arrived), almanac, case, context.number)
    return WITH_ITS_DAY if day else PLAIN


def _given(arrival: Arrival, context: Context, case: Case, decision: str, almanac: Almanac) -> Given:
    """The same as the command would have been given."""
    given = Given(arrival, case, context.number, Role.TEAM, "", almanac, "", context)
    text = arrival.mail.top
    if decision == "accept":
        day = named_day(text, given.today, almanac, case, context.number)
        return replace(given, behind=f"until {day.day} {day:%B %Y}" if day else "")
    if decision == "reassign":
        address = ADDRESS.search(text.lower())
        return replace(given, behind=f"to {address[0]}" if address else "")
    return given


def named_day(text: str, today: date, almanac: Almanac, case: Case, number: int) -> date | None:
    """The day until which the team's words give a report: one that they name, or so long behind today or the deadline,
    whichever is later."""
    days = [said.day for one in sentences(text) if (said := read_date(plainer(one), today)) and said.day >= today]
    if days:
        return max(days)
    found = _LENGTH.search(text)
    if found is None or number not in almanac.numbers(case):
        return None
    count, unit = (found["n"] or "a").lower(), found["unit"].lower()
    many = (
        2
        if "couple" in count
        else int(count)
        if count.isdigit()
        else _COUNTS.index(count) + 1
        if count in _COUNTS
        else 1
    )
    begins = max(today, almanac.deadline(case, number))
    if unit.startswith("working"):
        return almanac.workdays.after(begins, many)
    return begins + timedelta(days=many * _DAYS[unit.rstrip("s")])


def _counted(count: str) -> int:
    if count.isdigit():
        return int(count)
    return _COUNTS.index(count) + 1 if count in _COUNTS else 1


def _asked_back(arrival: Arrival, context: Context, case: Case) -> Event:
    fault = "it isn't plain what is to be done, and nobody else has seen your reply"
    instead = "one of ACCEPT UNTIL and a date, EXCUSE, DECLINE or ESCALATE alone on the first line, or HELP"
    return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, fault, instead)
