"""What somebody says after a word that was kept, and that doesn't answer it by its marks: “did you get my last mail?”

It may go on about that word. So talk that is neither plainly feedback nor calls whom it would go to is asked about, as
long as that word is the last that they said in the matter, and for some days. After circumstances, which go well with
a question to the mentor, only what speaks of an earlier mail, or of an answer, is.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TypeGuard

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, FeedbackReceived, MessageReceived, ReportReceived
from qibot.expression import expression
from qibot.model import Case, Letter, Role, Seen
from qibot.understanding.commands.given import first_line
from qibot.understanding.commands.table import WORDS
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.kept import BRING, TOLD, is_kept, last_said
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.persons.spoken_to import have_it
from qibot.understanding.phrases.courtesy import praises
from qibot.understanding.phrases.languages import is_foreign
from qibot.understanding.senders.machines import of_meeting

SURELY, LIKELY, MANY = 0.9, 0.6, 20  # from which it is plainly feedback: as it is, or of so many words
DECIDED = "tell_extension"
_OF_EARLIER = expression(
    r"\b(?:did|have|has|had) (?:you|any(?:one|body)|some(?:one|body))(?: all| both| ever| had)?"
    r" (?:a chance|chance|get|got|see|seen|read|receive|received|look|looked)\b"
    r"|\b(?:any|no) (?:news|word|update|reply|answer|response)\b"
    r"|\b(?:haven['’]t|have not|hadn['’]t) heard\b|\b(?:nobody|no one|no-one) (?:has|have|picked|rang|phoned|called)\b"
    r"|\bmy (?:last|previous|earlier|other) (?:e-?mail|mail|message|note)\b|\bfurther to my\b"
    r"|\bwhat i (?:asked|sent|said|told|wrote)\b",
    re.IGNORECASE,
)
_CALLED = {"MENT-V": Role.MENTOR, "PRAC-V": Role.PRACTITIONER, "MGR-V": Role.MANAGER}


def after_kept(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The event, or the question for whom it is."""
    if not _is_talk(event) or _is_ordered(arrival, context):
        return event
    found = next((p for p in context.parts if p.case.unit == event.unit), None)
    if found is None or have_it(event, found.case, found.role) or of_meeting(arrival.mail):
        return event
    case, role = found.case, found.role
    answered = answered_letter(arrival, case)
    kept = _kept_last(arrival, case, role, answered, almanac)
    if kept is None or is_foreign(arrival.mail.top):
        return event
    said = meant(arrival, context, case, role, answered)
    if any(_CALLED[word] is not role for one in said.told for word in one.words if word in _CALLED):
        return event
    of_earlier = _OF_EARLIER.search(arrival.mail.top) is not None
    told = kept.taken_for.startswith(TOLD) and not isinstance(event, ReportReceived)
    goes_on = told or (isinstance(event, FeedbackReceived) and _is_feedback(arrival, said))
    return event if goes_on and not of_earlier else doubtful(arrival, case, event.number, role, almanac)


def _is_talk(event: Event) -> TypeGuard[FeedbackReceived | MessageReceived | ReportReceived]:
    """Whether it would go on, and brings nothing; a report whose subject alone says so may be but thanks."""
    mail = event.arrival.mail
    if isinstance(event, ReportReceived):
        return not links_in(mail) and not mail.sends and len(mail.top.split()) < MANY
    return isinstance(event, FeedbackReceived | MessageReceived) and not mail.sends


def _is_ordered(arrival: Arrival, context: Context) -> bool:
    """Whether a word of command says what it is."""
    line = first_line(arrival.mail.top)
    return bool(context.order) or any(word.alone(line) for word in WORDS)


def _kept_last(arrival: Arrival, case: Case, role: Role, answered: Letter | None, almanac: Almanac) -> Seen | None:
    """The word that was kept, if it is the last that they said, and lately, and nothing has come of it yet."""
    last = last_said(case, role, arrival.arrived)
    days = timedelta(days=almanac.config.programme.kept_days)
    if last is None or not is_kept(last.key, case) or last.arrived < arrival.arrived - days:
        return None
    if answered is not None and answered.name in BRING and answered.made > last.arrived:
        return None  # somebody has said something since
    decided = any(x.name == DECIDED and x.made > last.arrived for x in case.letters.values())
    return None if decided else last


def _is_feedback(arrival: Arrival, said: Meaning) -> bool:
    """Whether it is plainly feedback, as it is or by how long it is."""
    least = LIKELY if len(arrival.mail.top.split()) >= MANY else SURELY
    return said.in_form or praises(arrival.mail) or said.of("feedback") >= least
