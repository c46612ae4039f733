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
from qibot.understanding.naming_days import length_in, plainer
from qibot.understanding.wording import meant

# From which a decision is plain; from which more time is, until a day that is named; and from which one is that can't
# be taken back as if nothing had been.
PLAIN, WITH_ITS_DAY = 0.45, 0.4
GRAVE = {"escalate": 0.6, "withdraw": 0.5, "excuse": 0.5, "decline": 0.5}
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
NEVER = 2.0  # more than sure
FEW = 2  # days among which one can be told from the other
NOTE = "the team's note"
CALLED = ("PRAC-V", "MENT-V", "MGR-V")
UNSEEN = "it calls somebody by name, and nobody else has seen your reply"
INSTEAD = "a mail to that person's own address, for your own words"
_NOT_ESCALATED = re.compile(
    r"(?:\b(?:not|never|no need|without|rather than|instead of|against|no)\b|n['’]t\b)[^.;!?\n]{0,40}?\bescalat"
    r"|\bhold off\b|\bnothing (?:more )?(?:for you )?to send\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r",(?! (?:the )?\d)|[;:–—()]|\b(?:so|and|but|then|or)\b", re.IGNORECASE)
_SETTLES = re.compile(
    r"\b(?:settled?|agreed?|decided?|decision|make (?:it|that)|let'?s say|go(?:ing)? (?:with|for)|call it)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|can't|won't|never) (?:be )?(?:by|on|before|until|for)\b", re.IGNORECASE)
_GIVES = re.compile(
    r"\b(?:until|till?|by(?! (?:me|us|all)\b)|give[ns]?|giving|let|extend\w*|extension|move[ds]?|push\w*|fine|ok(?:ay)?"
    r"|have)\b",
    re.IGNORECASE,
)


def of_team(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """The event of the team's own words in a matter."""
    found = meant(arrival, context, case, Role.TEAM, answered)
    decision = found.best
    if not arrival.mail.sends and found.of(decision) >= _enough(arrival, case, context, decision, almanac):
        if decision == "nothing" and found.speaks_of(*CALLED):  # they are spoken to, and won't read it
            return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, UNSEEN, INSTEAD)
        if decision == "nothing":
            return MessageIgnored(arrival, NOTE)
        if decision in COMMANDS:
            done = COMMANDS[decision](_given(arrival, context, case, decision, almanac))
            if done is not None:
                return done
    return _asked_back(arrival, context, case)


def _enough(arrival: Arrival, case: Case, context: Context, decision: str, almanac: Almanac) -> float:
    if decision == "escalate" and _NOT_ESCALATED.search(arrival.mail.top):
        return NEVER
    if decision != "accept":
        return GRAVE.get(decision, PLAIN)
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
    """The day until which the team's words give a report: the one that they settle on, else that they give, else the
    latest that they name; or so long behind today or the deadline, whichever is later. None where they weigh several
    days, or go on to another one: whoever names a wrong day to somebody has done more harm than by asking."""
    days: list[tuple[int, date]] = []
    for one in sentences(text):
        for clause in _CLAUSES.split(plainer(one)):
            length = length_in(clause)
            if length and length.from_today:
                clause = clause[: length.start] + clause[length.end :]
                ahead = today + timedelta(days=length.days)
                days.append((1, almanac.workdays.after(today, length.days) if length.working else ahead))
            said = read_date(clause, today)
            if said and said.day >= today and not _NOT.search(clause):
                days.append((2 if _SETTLES.search(one) else 1 if _GIVES.search(clause) else 0, said.day))
    if days:
        best, named = max(days)[1], {day for _, day in days}
        return best if len(named) == 1 or (len(named) == FEW and days[-1][1] == best) else None
    length = length_in(text)
    if length is None or number not in almanac.numbers(case):
        return None
    begins = max(today, almanac.deadline(case, number))
    return almanac.workdays.after(begins, length.days) if length.working else begins + timedelta(days=length.days)


def _asked_back(arrival: Arrival, context: Context, case: Case) -> Event:
    fault = "it isn't plain what is to be done, and nobody else has seen your reply"
    instead = "one of ACCEPT UNTIL and a date, EXCUSE, DECLINE or ESCALATE alone on the first line, or HELP"
    return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, fault, instead)
