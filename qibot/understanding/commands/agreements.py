"""What people agree on: the mentor's own date, exceptional circumstances, the team's word (guidance, section 4)."""

from __future__ import annotations

import re

from qibot.calendar import delayed_report
from qibot.events import CircumstancesDecided, CircumstancesReported, DateNamed, EscalationOrdered, Event
from qibot.understanding.commands.given import STRAY_WORDS, Given, not_to_be_taken, words_of_its_own
from qibot.understanding.days.dates import read_date

DECIDING = "one of ACCEPT UNTIL and a date, EXCUSE and DECLINE alone on the first line, while the report is missing"


# --- the mentor's date ---


def expect(given: Given) -> Event | None:
    """EXPECT and a date: by when to expect the feedback."""
    instead = "EXPECT and a date on the first line, like EXPECT 24 March"
    said = read_date(given.behind, given.today)
    if said is not None and (words_of_its_own(said.rest) or _is_feedback(given)):
        return None
    if said is None:
        many = len(given.behind.split()) > STRAY_WORDS
        return None if many else given.unclear(f"“{given.behind}” can't be read as a date", instead)
    report = given.case.report(given.number)
    if report is None or report.answered is not None:
        return given.unclear("no report waits for your feedback in this matter", "a reply to the mail with the report")
    if fault := not_to_be_taken(said.day, given):
        return given.unclear(fault, instead)
    return DateNamed(given.arrival, given.case.unit, given.number, said.day)


def _is_feedback(given: Given) -> bool:
    """Whether the reply goes on as feedback does: its words must reach the practitioner, whatever the first line is."""
    spoken = re.search(r"\bliked?\b|\beven better\b", given.words, re.IGNORECASE)
    return bool(given.arrival.mail.sends or spoken)


# --- exceptional circumstances ---


def exceptional(given: Given) -> Event | None:
    """EXCEPTIONAL: circumstances that keep the practitioner from a report."""
    if given.behind and not re.fullmatch(r"(?:for )?(?:my )?report (?:no\.? )?\d{1,2}", given.behind, re.IGNORECASE):
        return None  # “Exceptional progress this month!” is a sentence
    number = delayed_report(given.case, given.number, given.today, given.almanac)
    if number is None:
        return given.unclear("you owe no report", "a message to your mentor or to the Community Planning team")
    return CircumstancesReported(given.arrival, given.case.unit, number)


def accept(given: Given) -> Event | None:
    """ACCEPT UNTIL and a date: the team gives the report until then."""
    instead = "ACCEPT UNTIL and a date on the first line, like ACCEPT UNTIL 30 November"
    if fault := _not_open(given):
        return given.unclear(fault, "nothing; there is nothing to decide any more")
    said = read_date(re.sub(r"^until\b", "", given.behind, flags=re.IGNORECASE), given.today)
    if said is None or words_of_its_own(said.rest):
        if given.in_answer and given.behind:
            return None
        return given.unclear(f"“{given.behind}” is no day alone" if given.behind else "there is no date", instead)
    if said.day < given.almanac.deadline(given.case, given.number):
        return given.unclear("that day comes before the present deadline", instead)
    if fault := not_to_be_taken(said.day, given):
        return given.unclear(fault, instead)
    return CircumstancesDecided(given.arrival, given.case.unit, given.number, accepted=True, until=said.day)


def excuse(given: Given) -> Event | None:
    """EXCUSE: the report is no longer owed."""
    return _decided(given, "EXCUSE", accepted=True)


def decline(given: Given) -> Event | None:
    """DECLINE: no exceptional circumstances; the reminders go on."""
    return _decided(given, "DECLINE", accepted=False)


def _decided(given: Given, word: str, *, accepted: bool) -> Event | None:
    if fault := _not_open(given):
        return given.unclear(fault, DECIDING)
    if fault := _not_alone(given, word):
        return None if given.in_answer else given.unclear(fault, DECIDING)
    return CircumstancesDecided(given.arrival, given.case.unit, given.number, accepted=accepted)


def escalate(given: Given) -> Event | None:
    """ESCALATE: the team lets the last step of the ladder go."""
    if fault := _not_alone(given, "ESCALATE"):
        return None if given.in_answer else given.unclear(fault, "ESCALATE alone on the first line")
    if fault := _not_open(given) or _not_to_escalate(given):
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
