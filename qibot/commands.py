"""One word on the first line of a reply -> an event. Case, punctuation and what stands below don't matter.

A line is a command only if it is nothing else: feedback that happens to begin with the word is feedback. What is a
command but can't be carried out changes nothing and is answered with what would have worked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from qibot.almanac import Almanac
from qibot.dates import read_date
from qibot.events import (
    Arrival,
    CircumstancesDecided,
    CircumstancesReported,
    CommandUnclear,
    ContactReported,
    DateNamed,
    EscalationOrdered,
    Event,
)
from qibot.model import Case, Role

DECIDING = "one of ACCEPT UNTIL and a date, EXCUSE and DECLINE alone on the first line, while the report is missing"
STRAY_WORDS = 4
LONG = 15  # so many words below WE SPOKE are a message of their own
AROUND = {
    "it",
    "by",
    "on",
    "at",
    "the",
    "about",
    "around",
    "feedback",
    "please",
    "thanks",
    "thank",
    "you",
    "latest",
    "mine",
}


@dataclass(frozen=True, slots=True)
class Given:
    """A command as it was given: in which matter, by whom, and what stood behind the word."""

    arrival: Arrival
    case: Case
    number: int
    role: Role
    behind: str
    almanac: Almanac

    @property
    def today(self) -> date:
        """The local day on which the mail server took the reply in: dates count from it."""
        return self.almanac.day(self.arrival.arrived)

    def unclear(self, fault: str, instead: str) -> CommandUnclear:
        """The same as a command that can't be carried out."""
        return CommandUnclear(self.arrival, self.case.unit, self.number, self.role, fault, instead)


def command(arrival: Arrival, case: Case, number: int, role: Role, almanac: Almanac) -> Event | None:
    """The event that the reply's first line orders, or None where it is no command of this role."""
    line = first_line(arrival.mail.top)
    for word, (roles, obey) in WORDS.items():
        found = re.match(rf"(?:{word})(?![\w'’])[\s:,.!–-]*(?P<behind>.*)", line, re.IGNORECASE)
        if found and role in roles:
            return obey(Given(arrival, case, number, role, found["behind"].strip(" .!,:"), almanac))
    return None


def first_line(text: str) -> str:
    """The first line that holds words, without quotation marks and the like around them."""
    lines = (line.strip(" \t\u00a0*_\"'“”‘’>.,:!-") for line in text.split("\n"))
    return re.sub(r"\s+", " ", next((line for line in lines if line), ""))[:200]


# --- the mentor's date ---


def _expect(given: Given) -> Event | None:
    instead = "EXPECT and a date on the first line, like EXPECT 24 March"
    said = read_date(given.behind, given.today)
    if said is not None and (_words_of_its_own(said.rest) or _is_feedback(given)):
        return None
    if said is None:
        many = len(given.behind.split()) > STRAY_WORDS
        return None if many else given.unclear(f"“{given.behind}” can't be read as a date", instead)
    report = given.case.report(given.number)
    if report is None or report.answered is not None:
        return given.unclear("no report waits for your feedback in this matter", "a reply to the mail with the report")
    if fault := _not_to_be_taken(said.day, given):
        return given.unclear(fault, instead)
    return DateNamed(given.arrival, given.case.unit, given.number, said.day)


def _words_of_its_own(rest: str) -> bool:
    """Whether more is said beside the date than people say around one: then it is a sentence, not a command."""
    return any(word.strip(".,:!").lower() not in AROUND for word in rest.split())


def _is_feedback(given: Given) -> bool:
    """Whether the reply goes on as feedback does: its words must reach the practitioner, whatever the first line is."""
    below = given.arrival.mail.top.split("\n", 1)[-1] if "\n" in given.arrival.mail.top else ""
    return bool(given.arrival.mail.files) or bool(re.search(r"\bliked?\b|\beven better\b", below, re.IGNORECASE))


def _not_to_be_taken(day: date, given: Given) -> str:
    within = given.almanac.calendar.expect_within_days
    if day < given.today:
        return f"{day.day} {day:%B %Y} is past"
    if day > given.today + timedelta(days=within):
        return f"{day.day} {day:%B %Y} is more than {within} days off"
    return ""


# --- exceptional circumstances ---


def _exceptional(given: Given) -> Event | None:
    if given.behind and not re.fullmatch(r"(?:for )?(?:my )?report (?:no\.? )?\d{1,2}", given.behind, re.IGNORECASE):
        return None  # “Exceptional progress this month!” is a sentence
    number = delayed_report(given.case, given.number, given.today, given.almanac)
    if number is None:
        return given.unclear("you owe no report", "a message to your mentor or to the Community Planning team")
    return CircumstancesReported(given.arrival, given.case.unit, number)


def delayed_report(case: Case, number: int, today: date, almanac: Almanac) -> int | None:
    """The report that circumstances delay: the matter's own if it is owed, else the last one overdue, else the next."""
    owed = almanac.owed(case)
    if number in owed:
        return number
    over = [n for n in owed if almanac.deadline(case, n) < today]
    return over[-1] if over else next(iter(owed), None)


def _accept(given: Given) -> Event | None:
    instead = "ACCEPT UNTIL and a date on the first line, like ACCEPT UNTIL 30 November"
    if fault := _not_open(given):
        return given.unclear(fault, "nothing; there is nothing to decide any more")
    said = read_date(re.sub(r"^until\b", "", given.behind, flags=re.IGNORECASE), given.today)
    if said is None or _words_of_its_own(said.rest):
        return given.unclear(f"“{given.behind}” is no day alone" if given.behind else "there is no date", instead)
    if said.day < given.almanac.deadline(given.case, given.number):
        return given.unclear("that day comes before the present deadline", instead)
    if fault := _not_to_be_taken(said.day, given):
        return given.unclear(fault, instead)
    return CircumstancesDecided(given.arrival, given.case.unit, given.number, accepted=True, until=said.day)


def _excuse(given: Given) -> Event | None:
    if fault := _not_open(given) or _not_alone(given, "EXCUSE"):
        return given.unclear(fault, DECIDING)
    return CircumstancesDecided(given.arrival, given.case.unit, given.number, accepted=True)


def _decline(given: Given) -> Event | None:
    if fault := _not_open(given) or _not_alone(given, "DECLINE"):
        return given.unclear(fault, DECIDING)
    return CircumstancesDecided(given.arrival, given.case.unit, given.number, accepted=False)


def _escalate(given: Given) -> Event | None:
    if fault := _not_open(given) or _not_alone(given, "ESCALATE") or _not_to_escalate(given):
        return given.unclear(fault, "nothing; write to the Improvement Programme Manager yourself if it can't wait")
    return EscalationOrdered(given.arrival, given.case.unit, given.number)


def _not_alone(given: Given, word: str) -> str:
    """A decision is the word alone, or with the number of the report that the letter was about."""
    if re.fullmatch(rf"(?:report (?:no\.? )?{given.number})?", given.behind, re.IGNORECASE):
        return ""
    return f"“{word} {given.behind}” says more than {word}"


def _not_to_escalate(given: Given) -> str:
    if given.almanac.calendar.escalation != "ask":
        return "escalations leave by themselves here"
    if given.number not in given.almanac.owed(given.case):
        return f"report {given.number} isn't owed"
    return "" if given.almanac.deadline(given.case, given.number) < given.today else "its deadline isn't over yet"


def _not_open(given: Given) -> str:
    if given.number not in given.almanac.numbers(given.case):
        return "this letter isn't about one report"
    return f"report {given.number} has come in" if given.case.report(given.number) else ""


# --- contact ---


def _we_spoke(given: Given) -> Event | None:
    said = read_date(given.behind, given.today) if given.behind else None
    more = len(given.arrival.mail.top.split()) - len(first_line(given.arrival.mail.top).split())
    if more >= LONG or given.arrival.mail.files or (said and _words_of_its_own(said.rest)):
        return None  # a message that says so on the way counts as contact anyhow
    day = said.day if said else given.today
    instead = "WE SPOKE, and the day if it wasn't today, like WE SPOKE 12 March"
    if given.behind and said is None:
        return (
            None if len(given.behind.split()) > STRAY_WORDS else given.unclear(f"“{given.behind}” is no date", instead)
        )
    if day > given.today and said and not re.search(r"\d", said.words):
        day -= timedelta(days=7)  # “on Friday” is the next one for a plan, and the last one for a talk
    if day > given.today:
        return given.unclear(f"{day.day} {day:%B %Y} is still to come", instead)
    if said is None or (given.today - day).days <= given.almanac.calendar.expect_within_days:
        return ContactReported(given.arrival, given.case.unit, given.number, given.role, day)
    return given.unclear(f"{day.day} {day:%B %Y} is too long ago", instead)


# The visible table: the words -> who may say them, and what they do.
WORDS: Mapping[str, tuple[tuple[Role, ...], Callable[[Given], Event | None]]] = {
    r"expect": ((Role.MENTOR,), _expect),
    r"we (?:have )?spoken?|we spoke": ((Role.MENTOR, Role.PRACTITIONER), _we_spoke),
    r"exceptional(?: circumstances?)?": ((Role.PRACTITIONER,), _exceptional),
    r"accept(?:ed)?(?= until|$)": ((Role.TEAM,), _accept),
    r"excused?": ((Role.TEAM,), _excuse),
    r"declined?": ((Role.TEAM,), _decline),
    r"escalate": ((Role.TEAM,), _escalate),
}
