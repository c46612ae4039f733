"""To whom an answer speaks: who is called by name in it, else whose words it answers.

Where that is somebody else than who would get it, its writer is asked: a word to the manager isn't the mentor's, one to
a former mentor isn't the new one's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, FeedbackReceived, MessageReceived, ReportReceived
from qibot.model import Case, Feedback, Letter, Role, Seen
from qibot.understanding.doubt import doubtful
from qibot.understanding.meaning import Meaning

# Who gets what somebody says; of a mentor's feedback the manager has only a copy.
READERS = {
    Role.PRACTITIONER: frozenset({Role.MENTOR}),
    Role.MENTOR: frozenset({Role.PRACTITIONER}),
    Role.MANAGER: frozenset({Role.PRACTITIONER, Role.MENTOR}),
}
_CALLED = {"PRAC-V": Role.PRACTITIONER, "MENT-V": Role.MENTOR, "MGR-V": Role.MANAGER}
_ALL = re.compile(r"\b(?:both|all of you|you all|you two|everyone|everybody|hi all|dear all)\b", re.IGNORECASE)
_COVERING = 15  # words that merely send a report


def to_whom(
    event: Event, arrival: Arrival, case: Case, role: Role, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event:
    """The event, or the question for whom it is."""
    readers = READERS.get(role, frozenset())
    called = {_CALLED[word] for told in found.told for word in told.words if word in _CALLED} - {role}
    if not readers or called & readers:
        return event
    speaker, gone = _speaker(arrival, case, answered)
    if isinstance(event, ReportReceived) and gone and len(arrival.mail.top.split()) > _COVERING:
        return replace(event, apart=event.apart or "private")  # its words were written to who mentors no longer
    if not isinstance(event, MessageReceived | FeedbackReceived) or have_it(event, case, role):
        return event
    other = speaker is not None and speaker not in {*readers, role} and not _ALL.search(arrival.mail.top)
    elsewhere = called or gone or other
    return doubtful(arrival, case, event.number, role, almanac) if elsewhere else event


def have_it(event: Event, case: Case, role: Role) -> bool:
    """Whether it is a message that all to whom it would be passed on have already."""
    e, readers = case.enrolment, READERS.get(role, READERS[Role.MANAGER])
    people = [p for r, p in ((Role.PRACTITIONER, e.practitioner), (Role.MENTOR, e.mentor)) if r in readers]
    to = set(event.arrival.mail.to)
    return isinstance(event, MessageReceived) and all(set(p.addresses) & to for p in people)


def _speaker(arrival: Arrival, case: Case, answered: Letter | None) -> tuple[Role | None, bool]:
    """Whose words it answers, where that is known; and whether that was a mentor who has no part any more."""
    if answered is None:
        ids = {x.lower() for x in (*arrival.mail.in_reply_to, *arrival.mail.references)}
        given = [f for f in case.all(Feedback).values() if f.message_id and f.message_id.lower() in ids]
        return (Role.MENTOR, _is_before(given[-1].arrived, case)) if given else (None, False)
    if answered.name == "relay_feedback":
        return Role.MENTOR, _is_before(answered.made, case)
    seen = case.get(Seen, answered.cause) if answered.name == "relay_message" else None
    speaker = next((r for r in Role if seen is not None and seen.by == r), None)
    return speaker, speaker is Role.MENTOR and _is_before(answered.made, case)


def _is_before(moment: datetime, case: Case) -> bool:
    """Whether that was before the present mentor came."""
    return any(x.name == "tell_new_mentor" and moment <= x.made for x in case.letters.values())
