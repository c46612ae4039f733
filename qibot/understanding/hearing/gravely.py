"""The last look at what would be passed on, or be read by nobody: a trouble that is plainly somebody's own.

Many rules tell what may go on though it sounds like more, and each knows only some words. This one knows but what must
never slip by (phrases/grave.py), and asks whoever wrote it.

| who | says such a thing of | and it would be | it becomes |
|---|---|---|---|
| a practitioner | themselves | a message, a contact, thanks | asked about |
| the same | themselves, in few words beside documents | a report | the documents go on, the words are the team's |
| the same | themselves, plainly, amid a typed report | a report | it goes on, these sentences are the team's |
| a manager | themselves, or “her” | a word to both, thanks | asked about |
| the same | “her”, what is the practitioner's (“Jo's …”) | a word to the mentor alone | asked about |
| a mentor | “her” | feedback, a message, also beside a day | asked about |
| the same | themselves, or “her” | a promise without a day | asked about |
| a practitioner or a mentor | themselves, or “her” | contact | contact, and asked about |
"""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    Acknowledged,
    Arrival,
    ContactReported,
    Event,
    FeedbackReceived,
    MessageReceived,
    ReportReceived,
)
from qibot.message import Mail, own_words
from qibot.model import AMID, Case, Role
from qibot.people import name_words
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.grave import OF_ME, OF_THEM, told_gravely
from qibot.understanding.phrases.own_trouble import goes_on_without, without_troubles
from qibot.understanding.reports.said_jointly import says_joint

_PASSED_ON = (MessageReceived, FeedbackReceived)
COVERING = 120  # words beside documents: what is longer may be the report itself


def unless_grave(event: Event, arrival: Arrival, case: Case, role: Role, almanac: Almanac) -> Event:
    """The event, or the question to its writer, by the table above."""
    beside = next((x for x in event.arrival.beside if isinstance(x, _PASSED_ON)), None)
    whose = _whose(event, role, case) or (_whose(beside, role, case) if beside is not None else frozenset())
    said = typed(arrival.mail)
    if not whose or not (told_gravely(said, whose) or (role is Role.PRACTITIONER and _is_plain(said))):
        return event
    asked = doubtful(arrival, case, getattr(event, "number", 0), role, almanac)
    if isinstance(event, ContactReported) or beside is not None:
        kept = tuple(x for x in event.arrival.beside if not isinstance(x, _PASSED_ON))
        return replace(event, arrival=replace(event.arrival, beside=(*kept, asked)))
    if not isinstance(event, ReportReceived):
        return asked
    if event.apart or (says_joint(arrival.mail) and not _is_plain(said)):
        return event
    return _apart(event, arrival.mail, case)


def _apart(report: ReportReceived, mail: Mail, case: Case) -> ReportReceived:
    """The report, and which of its words are the team's: those beside its documents, or the sentences alone that
    plainly tell the trouble, where the words are the report; all of them where without these little is left."""
    why, told = "private", own_words(mail, case)
    if not (mail.sends or links_in(mail)) or len(typed(mail).split()) > COVERING:
        if not _is_plain(told):
            return report
        why = AMID if goes_on_without(told) else why
    return replace(report, apart=why, beside=tuple(replace(x, apart=why) for x in report.beside))


def _is_plain(said: str) -> bool:
    return without_troubles(said) != said


def _whose(event: Event, role: Role, case: Case) -> frozenset[str]:
    """Of whom such a thing may not be said in what is this; nobody where anything may."""
    unread = isinstance(event, Acknowledged | ContactReported)
    if role is Role.PRACTITIONER:
        return OF_ME if unread or isinstance(event, MessageReceived | ReportReceived) else frozenset()
    if role is Role.MANAGER:
        if isinstance(event, MessageReceived) and event.to is Role.MENTOR:
            named = name_words([case.enrolment.practitioner])
            return OF_THEM | {f"{name}'s" for name in named}
        both = isinstance(event, MessageReceived) and event.to is None
        return OF_ME | OF_THEM if unread or both else frozenset()
    if role is Role.MENTOR:
        return OF_ME | OF_THEM if unread else OF_THEM if isinstance(event, _PASSED_ON) else frozenset()
    return frozenset()
