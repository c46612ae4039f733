"""A manager's word that would be read by the practitioner, though it is about them or to the mentor alone, is asked
about.

A thread has three readers, and who writes in it for one of them forgets the other. `weighs.py` says what is about the
practitioner, `for_mentor.py` what is the mentor's, `for_practitioner.py` what is the practitioner's.
"""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageReceived
from qibot.model import Case, Role
from qibot.understanding.managers.asked_about import asks_about_them, gives_time_and_more
from qibot.understanding.managers.for_mentor import is_mentors_alone, not_for_practitioner
from qibot.understanding.managers.for_practitioner import calls_others, is_of_post, not_for_mentor
from qibot.understanding.managers.weighs import weighs
from qibot.understanding.meaning import Meaning
from qibot.understanding.names.in_aside import is_spoken_of_in_aside
from qibot.understanding.names.masked import masked
from qibot.understanding.names.naming import are_namesakes
from qibot.understanding.persons.spoken_to import asked_of_manager, have_it
from qibot.understanding.persons.to_all import speaks_to_all
from qibot.understanding.phrases.languages import is_foreign


def among_three(event: Event, arrival: Arrival, case: Case, found: Meaning, almanac: Almanac) -> Event:
    """The event of what a manager says, or the question for whom it is."""
    if not isinstance(event, MessageReceived) or event.role is not Role.MANAGER or event.to is Role.MENTOR:
        return event
    e = case.enrolment
    if have_it(event, case, Role.MANAGER) or are_namesakes(e.practitioner, e.mentor):
        return event
    if is_foreign(arrival.mail.top):  # of which these words say nothing (languages.py)
        return event
    said = [masked(told.text, (e.practitioner, "PRAC"), (e.mentor, "MENT")) for told in found.told]
    if is_mentors_alone(said) and event.to is None:
        return replace(event, to=Role.MENTOR)
    aside = any(is_spoken_of_in_aside(arrival.mail.own_text, one) for one in (e.practitioner, e.mentor))
    if aside or asks_about_them(said) or (event.to is None and gives_time_and_more(said)):
        return asked_of_manager(arrival, case, event.number, almanac)
    if event.to is None and not_for_mentor(said, e):
        if not (calls_others(said) or speaks_to_all(arrival.mail.top)):
            return replace(event, to=Role.PRACTITIONER)
        return asked_of_manager(arrival, case, event.number, almanac)
    kept = weighs(said) or not_for_practitioner(said) or is_of_post(said)
    return asked_of_manager(arrival, case, event.number, almanac) if kept else event
