"""What answers something that was for one reader's eyes, or the team's: its words stay with the team."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qibot.calendar import Almanac
from qibot.events import (
    NOT_ATTACHED,
    Acknowledged,
    Arrival,
    CircumstancesReported,
    CommandUnclear,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    ReportReceived,
    ToldInConfidence,
    WhichAsked,
)
from qibot.message import words_apart
from qibot.model import Case, Letter, Role, Seen
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import Meaning
from qibot.understanding.persons.spoken_to import asked_of_manager, calls_reader, have_it
from qibot.understanding.phrases.asked_day import day_alone
from qibot.understanding.phrases.courtesy import is_short, names_in
from qibot.understanding.phrases.in_few_words import only_thanks_and_promises
from qibot.understanding.phrases.promised import promised_day
from qibot.understanding.practitioners.oblique import is_of_mentor
from qibot.understanding.practitioners.own_cause import gives_none
from qibot.understanding.team.denial import NOTE

# Letters of the bot's own, of which nobody of the matter but their reader knows: what answers one is said to the team.
OURS = (
    "ask_confirmation", "ask_document", "confirm_command", "explain_why", "help", "tell_difficulty", "tell_documents",
    "tell_extension", "tell_feedback_delayed", "tell_new_mentor", "tell_no_copy", "tell_undone",
)  # fmt: skip
SAYS_NOTHING = "it has no words of its own"  # who hears that says it now
STAYS = "it answers a word in confidence"
TO_US = "it answers a letter that nobody else has seen"
APART = "private"
NO_DAY = "no day can be read in it"  # how we ask for one
OF_MENTORS_DELAY = ("tell_feedback_delayed",)  # what is said to that is most likely of the mentor
OF_CIRCUMSTANCES = ("tell_extension",)  # what those say whose they are is said of them, whoever is called
_WORDS = MessageReceived | FeedbackReceived | ReportReceived | WhichAsked


def kept_back(event: Event, arrival: Arrival, case: Case, number: int, role: Role, *, reports: bool) -> Event:
    """What answers words that were kept: nothing of its own words is passed on. A report goes on where `reports` may
    follow, without its covering words."""
    if have_it(event, case, role):
        return event
    if reports and isinstance(event, ReportReceived):
        return replace(event, apart=event.apart or APART, beside=tuple(replace(x, apart=APART) for x in event.beside))
    if reports and isinstance(event, WhichAsked) and event.documents:
        return replace(event, choices=tuple(replace(c, apart=c.apart or APART) for c in event.choices))
    if isinstance(event, CircumstancesReported) and not reports:  # nor does the mentor hear that there is a difficulty
        return replace(event, read=STAYS)
    return _told(arrival, case, number, role, STAYS) if isinstance(event, _WORDS) else event


def of_the_team(event: Event, arrival: Arrival, case: Case, number: int) -> Event:
    """What the team answers to the writer of words that were kept, with us in copy: a decision that its practitioner
    hasn't read there isn't told to them by us, and talk is nobody's but its readers'."""
    if isinstance(event, MessageIgnored) or not _is_direct(arrival, case):
        return event
    if isinstance(event, CommandUnclear):
        return MessageIgnored(arrival, NOTE)
    if set(case.enrolment.practitioner.addresses) & set(arrival.mail.to):
        return event
    fault = "it answers a word for you alone, so that your decision was neither carried out nor passed on"
    return CommandUnclear(arrival, case.unit, number, Role.TEAM, fault, "the word alone on the first line, or HELP")


def was_for_reader_alone(answered: Letter | None) -> bool:
    """Whether this letter brings nobody's words and was for its reader alone."""
    return answered is not None and answered.name in OURS and not answered.reason.startswith(SAYS_NOTHING)


def not_relayed(
    event: Event,
    arrival: Arrival,
    case: Case,
    number: int,
    role: Role,
    answered: Letter,
    found: Meaning,
    almanac: Almanac,
) -> Event:
    """What answers a letter of ours that only its writer has: a report, a day and all that is for the team is read as
    usual, and what calls its reader by name is theirs. Feedback is asked about, talk is for the team, and so is what a
    practitioner says there of their mentor."""
    if isinstance(event, WhichAsked) and event.doubt and role is Role.PRACTITIONER and not arrival.mail.sends:
        of_mentor = answered.name in OF_MENTORS_DELAY and gives_none(arrival.mail.top)
        of_mentor = of_mentor or is_of_mentor(found, answered)
        aside = of_mentor and not calls_reader(found, role, surely=False)
        return _told(arrival, case, number, role, TO_US) if aside else event
    alone = isinstance(event, WhichAsked) and event.doubt
    if not (alone or isinstance(event, MessageReceived | FeedbackReceived | CommandUnclear)):
        return event
    if (day := _corrected_day(arrival, case, number, role, answered, found, almanac, alone=alone)) is not None:
        return day
    if alone:
        return event
    theirs = answered.name not in OF_CIRCUMSTANCES or role is Role.MENTOR
    if isinstance(event, CommandUnclear) or (theirs and calls_reader(found, role)):
        return event
    if isinstance(event, FeedbackReceived):
        wanted = answered.name == "tell_documents" or answered.reason == NOT_ATTACHED
        again = wanted and arrival.mail.sends
        return event if found.in_form or again else doubtful(arrival, case, number, role, almanac)
    if theirs and calls_reader(found, role, surely=False):
        ask = asked_of_manager if role is Role.MANAGER else partial(doubtful, role=role)
        return ask(arrival, case, number, almanac=almanac)
    if role is Role.PRACTITIONER and only_thanks_and_promises(arrival.mail, names_in(case)):
        return Acknowledged(arrival, case.unit, number, role)
    return _told(arrival, case, number, role, TO_US)


def _corrected_day(
    arrival: Arrival,
    case: Case,
    number: int,
    role: Role,
    answered: Letter,
    found: Meaning,
    almanac: Almanac,
    *,
    alone: bool,
) -> Event | None:
    """“Make that the 27th”, to the confirmation of a day or the question for one; `alone`: only where it says nothing
    but the day."""
    seen, report = case.get(Seen, answered.cause), case.report(number)
    of_day = answered.reason.endswith(NO_DAY) or (seen is not None and seen.taken_for.startswith("EXPECT"))
    if role is not Role.MENTOR or not of_day or report is None or report.answered or not is_short(arrival.mail):
        return None
    said = day_alone(arrival.mail.top, names_in(case), almanac.day(arrival.arrived))
    day = said or (None if found.calls_them or alone else promised_day(arrival, almanac))
    return None if day is None else DateNamed(arrival, case.unit, number, day, in_words=True)


def _told(arrival: Arrival, case: Case, number: int, role: Role, because: str) -> ToldInConfidence:
    """To the team; silently, where it went to somebody of the matter directly and we are only in copy."""
    words = words_apart(arrival.mail, case).strip()
    return ToldInConfidence(arrival, case.unit, number, role, words, because, silent=_is_direct(arrival, case))


def _is_direct(arrival: Arrival, case: Case) -> bool:
    e = case.enrolment
    others = [p for p in (e.practitioner, e.mentor, e.manager) if p and arrival.mail.sender not in p.addresses]
    return any(set(p.addresses) & set(arrival.mail.to) for p in others)
