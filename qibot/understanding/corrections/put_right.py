"""What a mail was taken for is put right in people's own words, by the very command that says it (commands/).

| who answers what | says | becomes |
|---|---|---|
| a practitioner a receipt, a confirmation | it was report 2, my charter, just a question | that word |
| the question for a document | it was for Ann, please pass it on | told of `QUESTION` |
| a receipt, a confirmation | it wasn't my report | asked what it is |
| a practitioner the confirmation of circumstances | I'm not leaving, nor want more time | `UNDO`; the team reads it |
| the confirmation of leaving | I'm not leaving, and more | told to the team, who decide |
| the question for a document | there is none | told of `QUESTION`, or to send one |
| a mentor a reminder | that was my feedback | `FEEDBACK` |
| a mentor the confirmation of a kept word | send it to Jo, it was my feedback | asked which (send_on.py) |

Only what says nothing else is: beside other words it is read as any mail is.
"""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear, Event, ToldInConfidence, UndoOrdered
from qibot.message import words_apart
from qibot.model import Case, Letter, Role, Seen
from qibot.people import name_words
from qibot.understanding.commands.correction import BY_MESSAGE
from qibot.understanding.commands.given import name_of
from qibot.understanding.commands.ordered import order_in
from qibot.understanding.corrections.said import (
    Corrected,
    corrected_in,
    denies_leaving,
    has_no_document,
    is_for_mentor,
    takes_back_claim,
)
from qibot.understanding.corrections.send_on import asked_to_send_on
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.kept import TOLD
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.reports.numbered import month_numbers, numbers_in

OF_A_MESSAGE = ("receipt", "confirm_command", "ask_document", "ask_which_report")
OF_A_DOCUMENT = "ask_document"
OF_FEEDBACK = ("remind_feedback",)
FOR_MENTOR = (  # what waits may be a complaint of them, or a letter's: only the very word that is offered lets it go
    "you say that your earlier message is for your mentor, and its words have gone to nobody yet",
    "QUESTION alone on the first line, in answer to our letter that asks for the document; it sends those words on",
)
NO_DOCUMENT = (
    "you say that there is no document, and your earlier message has gone to nobody yet",
    "QUESTION alone on the first line, in answer to our letter that asks for one; or a reply with the document",
)
TAKES_BACK = "it says that no circumstances were meant"
_NOT_ONE = (BY_MESSAGE, "thanks or a promise")  # what a mail was taken for that was the report


def put_right(
    arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None, almanac: Almanac
) -> Event | None:
    """The command's event, or the question which is meant; None of whatever says anything else."""
    if answered is None or context.order or arrival.mail.sends:
        return None
    if role is Role.MENTOR and (asked := asked_to_send_on(arrival, context)) is not None:
        return asked
    said = corrected_in(arrival.mail, names_in(case))
    if answered.name == OF_A_DOCUMENT and role is Role.PRACTITIONER:
        mentor, who = name_words([case.enrolment.mentor]), name_of(case, role, context)
        if said.kind == "question" or is_for_mentor(arrival.mail, mentor):
            return CommandUnclear(arrival, case.unit, context.number, role, *FOR_MENTOR, who)
        if has_no_document(arrival.mail, mentor):
            return CommandUnclear(arrival, case.unit, context.number, role, *NO_DOCUMENT, who)
    if role is Role.MENTOR and answered.name in OF_FEEDBACK and said.kind == "feedback":
        return _ordered("FEEDBACK", arrival, context, case, role, almanac)
    if role is not Role.PRACTITIONER or answered.name not in OF_A_MESSAGE:
        return None
    seen = case.get(Seen, answered.cause)
    if seen is not None and seen.taken_for.startswith(TOLD):
        leaving = any(x.name == "report_leaving" and x.cause == answered.cause for x in case.letters.values())
        denied = takes_back_claim(arrival.mail, names_in(case), leaving=leaving)
        if denied:
            return _taken_back(arrival, context, case, almanac)
        if leaving and denies_leaving(arrival.mail, names_in(case)):
            words = words_apart(arrival.mail, case).strip()
            return ToldInConfidence(arrival, case.unit, context.number, role, words, TAKES_BACK)
        return None
    if said.kind == "none":
        fault = "you say that your message isn't that report, and not what it is"
        instead = "REPORT and its number, CHARTER or QUESTION alone on the first line, or a new mail with the right one"
        return CommandUnclear(arrival, case.unit, context.number, role, fault, instead, name_of(case, role, context))
    word = _word(said, case, seen, almanac)
    return _ordered(word, arrival, context, case, role, almanac) if word else None


def _word(said: Corrected, case: Case, seen: Seen | None, almanac: Almanac) -> str:
    """The word of command that says it; empty where none does."""
    if said.kind in ("charter", "question"):
        return said.kind.upper()
    if said.kind != "report":
        return ""
    cohort = almanac.config.cohorts[case.enrolment.cohort]
    numbers = numbers_in(said.which) or month_numbers(said.which, cohort)
    if said.which and len(set(numbers)) == 1:
        return f"REPORT {numbers[0]}"
    is_none = seen is not None and seen.taken_for.startswith(_NOT_ONE)
    return "REPORT" if not said.which and is_none else ""


def _ordered(word: str, arrival: Arrival, context: Context, case: Case, role: Role, almanac: Almanac) -> Event | None:
    """The event of the word, as if it stood alone."""
    alone = replace(arrival, mail=replace(arrival.mail, text="", html=""))
    event = order_in(alone, replace(context, order=word), case, [role], almanac)
    return None if event is None else replace(event, arrival=arrival)


def _taken_back(arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event | None:
    """The claim is withdrawn, and the team hears the words."""
    event = _ordered("UNDO", arrival, context, case, Role.PRACTITIONER, almanac)
    if not isinstance(event, UndoOrdered):
        return event
    words = words_apart(arrival.mail, case).strip()
    unit, number = case.unit, context.number
    told = ToldInConfidence(arrival, unit, number, Role.PRACTITIONER, words, TAKES_BACK, silent=True)
    return replace(event, arrival=replace(arrival, beside=(*arrival.beside, told)))
