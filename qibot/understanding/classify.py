"""What a person's message is, given who sent it and which matter it stands in: Mail -> event."""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    Arrival,
    CommandUnclear,
    ContactReported,
    Event,
    FeedbackReceived,
    MessageReceived,
    MessageUnplaced,
    WhichAsked,
)
from qibot.message import Mail, plain_text, told_apart
from qibot.model import Case, Document, Role
from qibot.quoting import is_signed_off
from qibot.screening import is_sealed
from qibot.understanding.commands.given import name_of
from qibot.understanding.corrections.recalled import recalled
from qibot.understanding.fresh import fresh
from qibot.understanding.hearing.between_lines import as_written, read_between
from qibot.understanding.hearing.following import after_kept
from qibot.understanding.hearing.former import of_former
from qibot.understanding.in_thread import in_thread
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.kept import answers_kept
from qibot.understanding.matter.returned import without_returned
from qibot.understanding.of_the_desk import of_the_desk
from qibot.understanding.persons.spoken_of import without_colleagues

PASSED_ON = FeedbackReceived | MessageReceived | Acknowledged | ContactReported | WhichAsked


def classify(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What has happened. Whatever doesn't fit becomes MessageUnplaced, with the cause in words."""
    read = read_between(arrival, context)
    event = _classified(read, context, almanac)
    return event if read is arrival else as_written(event, arrival, read, context)


def _classified(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What it is where it stands; that it takes an earlier mail back, or follows one that was kept, comes first, and a
    reply that says nothing is answered so instead of being passed on."""
    placed = _placed(without_returned(arrival, context), context, almanac)
    event = recalled(without_colleagues(placed, context), arrival, context, almanac)
    event = after_kept(event, arrival, context, almanac)
    case = context.case
    if case is None or not isinstance(event, PASSED_ON) or not _is_empty(arrival, case):
        return event
    role = getattr(event, "role", Role.MENTOR)
    who = name_of(case, role, context)
    fault, instead = "it has no words of its own and no document", "the same reply with what you have to say"
    return CommandUnclear(arrival, case.unit, context.number, role, fault, instead, who)


def _is_empty(arrival: Arrival, case: Case) -> bool:
    """Whether a reply says nothing: at most where it was sent from."""
    mail = arrival.mail
    if not mail.is_reply or mail.documents or not is_signed_off(mail.top):
        return False
    said, page = told_apart(mail, case)
    return is_signed_off(said) and is_signed_off(plain_text(page)) and "[picture" not in page


def _placed(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What it is by what it answers: a letter in an enrolment's matter, one to the team, or nothing of ours."""
    if cause := _unfit(arrival):
        return MessageUnplaced(arrival, cause)
    if context.case is not None and (told := of_former(arrival, context, context.case, almanac)) is not None:
        return told
    if not context.parts and not context.team:
        return MessageUnplaced(arrival, "its sender isn't known to the programme")
    if context.case is not None:
        return in_thread(arrival, context, context.case, almanac)
    if context.item:
        return of_the_desk(arrival, context, almanac)
    found = fresh(arrival, context, almanac)
    if isinstance(found, MessageReceived | FeedbackReceived) and answers_kept(arrival.mail, context.desk, context.desk):
        return MessageUnplaced(arrival, "it answers a mail that nobody but the team is to see, or that is asked about")
    return found


def _is_packed(mail: Mail) -> bool:
    """Whether its words lie in a winmail.dat, which couldn't be unpacked: it has no others and brings no document."""
    packed = any(_is_tnef(d) for d in mail.documents) or any("ms-tnef" in kind for kind in mail.kinds)
    return packed and not mail.text.strip() and all(_is_tnef(d) for d in (*mail.sends, *mail.held))


def _is_tnef(document: Document) -> bool:
    return not document.within and (document.name.lower() == "winmail.dat" or "ms-tnef" in document.content_type)


def _unfit(arrival: Arrival) -> str:
    """Why nobody can tell what it says, or whose word it is; nothing where one can."""
    if arrival.mail.sender is None:
        return "it doesn't say plainly whom it is from (no From address, or more than one)"
    if arrival.mail.wrapped:
        return arrival.mail.wrapped
    if _is_packed(arrival.mail):
        return "what it says is packed in Outlook's own way and can't be unpacked"
    if is_sealed(arrival.mail):
        return "what it says lies behind a sign-in elsewhere"
    return ""
