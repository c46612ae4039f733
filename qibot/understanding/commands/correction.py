"""What a message was taken for is corrected by one word: REPORT 3, CHARTER, QUESTION (programme.md, section 3)."""

from __future__ import annotations

import re
from datetime import datetime

from qibot.calendar import owed_now
from qibot.events import DocumentForgotten, Event, MessageReceived, Reclassified
from qibot.expression import expression
from qibot.model import CHARTER, Case, Feedback, Role, Seen, Submission, named
from qibot.understanding.commands.given import STRAY_WORDS, Given
from qibot.understanding.matter.answered import answered_letter

QUESTION_NUMBER = 0
LONG = 25  # so many words below the word are a message of their own
OF_A_MESSAGE = {"receipt", "ask_document", "confirm_command"}
ABOUT_IT = {*OF_A_MESSAGE, "relay_feedback", "tell_feedback_delayed", "expect_feedback_by"}
BY_MESSAGE = "message from the practitioner"
UNCLEAR = "a command that can't be carried out"  # what rules/decide.py takes such a mail for
FORGOTTEN = "without its document"
_MAYBE_ONE = (BY_MESSAGE, "thanks or a promise")  # what may have been a report, or a question, after all
_NUMBER = expression(r"(?:no\.?|nr\.?|number|#)?\s*(\d{1,4})|", re.IGNORECASE)


def report(given: Given) -> Event | None:
    """REPORT and a number: the message is this report. Without a number, the earliest that is owed."""
    said = _NUMBER.fullmatch(given.behind)
    if said is None or not _is_correction(given):
        return None
    last = given.almanac.numbers(given.case)[-1]
    number = int(said[1]) if said[1] else None
    if number is not None and not 1 <= number <= last:
        return given.unclear(f"there is no report {number}, they are 1 to {last}", "REPORT and its number")
    return _asked_for(given, number) if _is_none(given) else _moved(given, number)


def charter(given: Given) -> Event | None:
    """CHARTER: the message is the project charter."""
    if given.behind or given.speaks or not _is_correction(given):
        return None
    if _is_none(given):
        return given.unclear("your earlier mail is for nobody but the team", "a new mail with your charter attached")
    return _moved(given, CHARTER)


def question(given: Given) -> Event | None:
    """QUESTION: the message is a question for the mentor; the words below it are, where there are any."""
    if given.behind or given.speaks or not _is_correction(given):
        return None
    if len(given.words.split()) > STRAY_WORDS:
        return MessageReceived(given.arrival, given.case.unit, given.number, Role.PRACTITIONER, asked=True)
    return _moved(given, QUESTION_NUMBER)


def _is_correction(given: Given) -> bool:
    """Whether it is said in a matter, beside nothing else, and not in answer to a letter that asks for a report."""
    if not _in_matter(given) or given.arrival.mail.sends or len(given.words.split()) > LONG:
        return False
    if "?" in given.words and not given.context.order:  # it asks something of somebody
        return False
    letter = answered_letter(given.arrival, given.case)
    return letter is None or letter.name in ABOUT_IT


def _in_matter(given: Given) -> bool:
    return given.context.case is not None and given.context.case.unit == given.case.unit


def _is_none(given: Given) -> bool:
    """Whether the mail whose confirmation is answered can't be meant: its words were kept or gave an order,
    or it had forgotten its document, as this one has that speaks of it again. It is a report that was to come with this
    answer."""
    letter = answered_letter(given.arrival, given.case)
    seen = given.case.get(Seen, letter.cause) if letter is not None and letter.name in OF_A_MESSAGE else None
    if seen is None or any(s.archived == seen.archived for s in given.case.all(Submission).values()):
        return False
    if seen.taken_for.endswith(FORGOTTEN):
        return bool(given.words)
    return not seen.taken_for.startswith((*_MAYBE_ONE, UNCLEAR))


def _asked_for(given: Given, number: int | None) -> DocumentForgotten:
    """The question for the document, of the report that is said where that one is owed."""
    owed = given.almanac.owed(given.case)
    said = number if number in owed else None
    return DocumentForgotten(given.arrival, given.case.unit, number or next(iter(owed), 0), said or 0)


def _moved(given: Given, now: int | None) -> Event:
    case = given.case
    found = message_meant(given)
    if found is None:
        return given.unclear("there is no message of yours in this matter", "the word in answer to a receipt")
    archived, sent, was = found
    if now is None:
        owed = [n for n in owed_now(case, given.almanac, sent) if n != was]
        if not owed:
            return given.unclear("no other report is owed, so it needs a number", "REPORT and its number")
        now = owed[0]
    if now == was and not _went_nowhere(case, archived):
        return given.unclear(f"your message is taken for {what(now)} already", "another of REPORT, CHARTER, QUESTION")
    alone = len(case.submissions(was)) == 1
    if now == QUESTION_NUMBER and alone and any(f.number == was for f in case.all(Feedback).values()):
        instead = "REPORT and its number, or CHARTER; the feedback moves along"
        return given.unclear(f"your mentor has given feedback on it as {named(was)}", instead)
    own = next((s for s in case.submissions(was) if s.archived == archived), None)
    apart = own.apart if own else next((s.apart for s in case.all(Seen).values() if s.archived == archived), "")
    if apart and now == QUESTION_NUMBER and not (own and (own.documents or own.links)):
        return given.unclear("its words are not for your mentor", "a new mail with your question")
    return Reclassified(given.arrival, case.unit, now, was, now, given.who, archived, sent, apart=apart)


def _went_nowhere(case: Case, archived: str) -> bool:
    """Whether the mail is neither a report nor a message yet: its document was asked for, and its words wait with it.
    The very letter that asks offers to send them on."""
    return any(s.archived == archived and s.taken_for.endswith(FORGOTTEN) for s in case.all(Seen).values())


def what(number: int) -> str:
    """What a message is taken for, within a sentence."""
    return "a question" if number == QUESTION_NUMBER else named(number)


def message_meant(given: Given) -> tuple[str, datetime, int] | None:
    """The message to be corrected: where it is kept, when it came, and what it is taken for now.

    It is the one whose receipt is answered, else the latest version in the matter, else the sender's newest message.
    """
    case, letter = given.case, answered_letter(given.arrival, given.case)
    answers = letter is not None and letter.name in OF_A_MESSAGE and bool(letter.cause)
    seen = case.get(Seen, letter.cause) if letter is not None and answers else None
    if seen is not None and seen.taken_for == UNCLEAR:  # it said nothing but what we couldn't make out
        seen = None
    versions = case.submissions(given.number)
    if seen is None and versions:
        last = max(versions, key=lambda s: s.arrived)
        return last.archived, last.arrived, last.number
    seen = seen or max(_messages(case), key=lambda s: s.arrived, default=None)
    if seen is None or not seen.archived:
        return None
    filed = [s.number for s in case.all(Submission).values() if s.archived == seen.archived]
    if given.number in filed:  # of several reports in one mail the one whose receipt is answered
        return seen.archived, seen.arrived, given.number
    asked = letter is not None and letter.key.startswith(f"receipt/{case.unit}/message/")
    return seen.archived, seen.arrived, filed[0] if filed and not asked else QUESTION_NUMBER


def _messages(case: Case) -> list[Seen]:
    """What the practitioner has sent, commands apart."""
    filed = {s.archived for s in case.all(Submission).values()}
    own = (s for s in case.all(Seen).values() if s.by == str(Role.PRACTITIONER) and s.archived)
    return [s for s in own if s.archived in filed or s.taken_for == BY_MESSAGE]
