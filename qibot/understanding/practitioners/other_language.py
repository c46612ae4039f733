"""A practitioner's mail in another language than English: nothing is guessed at (programme.md, 3a)."""

from __future__ import annotations

from qibot.events import Acknowledged, Event
from qibot.model import Role
from qibot.people import name_words
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.wording import is_marked
from qibot.understanding.phrases.courtesy import is_acknowledgement
from qibot.understanding.phrases.in_few_words import answers_check_in, answers_reminder
from qibot.understanding.phrases.languages import may_be_delicate, speaks_of_the_project
from qibot.understanding.practitioners.for_the_team import parted
from qibot.understanding.practitioners.said import Said
from qibot.understanding.reports.sending import SHORT, by_subject_alone, is_owed, is_report, report_or_message


def in_another_language(said: Said) -> Event:
    """A report by what came, a word of thanks, or a message where all of it speaks of the project; else its writer is
    asked, and where it bears a mark of privacy, has a word that may be delicate, or answers a reminder, to which it is
    most likely the reason. Such words beside a document stay with the team."""
    arrival, case, mail, thread, almanac = said.arrival, said.case, said.mail, said.thread, said.almanac
    brings = bool(mail.files or links_in(mail))
    delicate = may_be_delicate(mail.top, name_words([case.enrolment.mentor]))
    if delicate and not is_marked(said.found) and brings:
        return parted(said, "private")
    if delicate or is_marked(said.found):
        return said.doubted()
    owed = is_report(arrival, almanac) if thread is None else is_owed(arrival, case, thread, almanac)
    if by_subject_alone(arrival, almanac):  # a line may be anything
        owed = owed and len(mail.top.split()) >= SHORT
    if brings or owed:
        return report_or_message(arrival, case, thread, almanac)
    if is_acknowledgement(mail, said.names):
        return Acknowledged(arrival, case.unit, thread or 0, Role.PRACTITIONER)
    if answers_reminder(said.answered) or answers_check_in(said.answered):
        return said.doubted()
    if not speaks_of_the_project(mail.top):
        return said.doubted()
    return said.message(asked=thread is None)
