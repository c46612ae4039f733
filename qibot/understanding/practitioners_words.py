"""What a practitioner's mail is: a report, circumstances, or a message."""

from __future__ import annotations

import re

from qibot.calendar import Almanac, owed_now
from qibot.events import Arrival, CircumstancesReported, Event, MessageReceived, ReportReceived
from qibot.model import CHARTER, Case, Role
from qibot.understanding.commands.agreements import delayed_report
from qibot.understanding.reading import is_charter, numbers_said, read

_SAYS_EXCEPTIONAL = re.compile(
    r"(?<!\bno )(?<!\bnot )(?<!\bany )(?<!\bwithout )\bexceptional circumstances?\b"
    r"|^[^\w\n]*(?-i:EXCEPTIONAL)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SAYS_REPORT = re.compile(r"\breports?\b", re.IGNORECASE)
_RECALLED = re.compile(r"(?:recall|message recall|rückruf|rappel)\s?:", re.IGNORECASE)  # as Outlook tells strangers


def tells_of_circumstances(arrival: Arrival, almanac: Almanac) -> bool:
    """Who names exceptional circumstances, in a mail that is no report, is heard without the command, too."""
    mail = arrival.mail
    return not (mail.sends or _is_long(mail.top, almanac)) and bool(_SAYS_EXCEPTIONAL.search(mail.top))


def circumstances(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> Event:
    delayed = delayed_report(case, number, almanac.day(arrival.arrived), almanac)
    if delayed is None:
        return MessageReceived(arrival, case.unit, number, Role.PRACTITIONER)
    return CircumstancesReported(arrival, case.unit, delayed)


def report_or_message(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> Event:
    if _is_charter(arrival, case, thread, almanac):
        return ReportReceived(arrival, case.unit, CHARTER, tuple(owed_now(case, almanac, arrival.arrived)[:1]))
    thread = None if thread == CHARTER else thread
    reading = read(arrival.mail, case, almanac, arrival.arrived, thread or None)
    if reading is None:
        return MessageReceived(arrival, case.unit, thread or 0, Role.PRACTITIONER)
    return ReportReceived(arrival, case.unit, reading.number, reading.alternatives)


def is_report(arrival: Arrival, almanac: Almanac) -> bool:
    mail = arrival.mail
    if mail.files or _is_long(mail.own_text, almanac) or is_charter(mail, in_thread=False):
        return True
    return bool(_SAYS_REPORT.search(mail.subject)) and not mail.is_reply and not _RECALLED.match(mail.subject)


def is_owed(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> bool:
    """Whether it is a report, written in the mail itself or photographed, in answer to a letter about an owed one."""
    mail = arrival.mail
    return number in almanac.owed(case) and (bool(mail.photographs) or _is_long(mail.top, almanac))


def _is_long(text: str, almanac: Almanac) -> bool:
    words = almanac.config.programme.report_words
    return len(text.split(None, words)) >= words


def _is_charter(arrival: Arrival, case: Case, thread: int | None, almanac: Almanac) -> bool:
    """Whether it is the project charter: it says so, or it stands in the charter's thread and names no report."""
    if is_charter(arrival.mail, in_thread=bool(thread)):
        return True
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    return thread == CHARTER and not numbers_said(arrival.mail, cohort, in_thread=True)
