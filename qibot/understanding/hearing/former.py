"""What somebody says in a matter in which they have no part any more, though letters of ours went to that very address.

A mentor who was released answers the news of it: “Good luck, Jo”, “for Bob: …”. It reaches the team alone, with their
name, and is nobody else's: whose words they are is known, so that the team isn't asked.
"""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageIgnored, ToldInConfidence, office_of
from qibot.message import words_apart
from qibot.model import Case, Role
from qibot.screening import Kind
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import meant
from qibot.understanding.names.bearers import tokens
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.phrases.gratitude import is_gratitude
from qibot.understanding.senders.machines import of_machine
from qibot.understanding.team.onlooker import told_team

FORMER = "its writer has no part in the matter any more"


def of_former(arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event | None:
    """The event; None of what comes from somebody who has a part, or whom we never wrote to about it."""
    mail, answered = arrival.mail, answered_letter(arrival, case)
    own = {mail.sender or "", *context.people.addresses_of(mail.sender or "")}
    if context.team or any(p.case.unit == case.unit for p in context.parts):
        return None
    if not any(own & set(letter.recipients) for letter in case.letters.values()):
        return None
    if office_of(mail.sender, almanac.config):  # a cohort lead, whose part is to read what the team reads
        return told_team(arrival, case, context.number, almanac)
    name = _name(arrival, context)
    found = meant(arrival, context, case, Role.MENTOR, answered)
    if of_machine(arrival, found, Role.MENTOR, almanac, answered) is not None:
        return MessageIgnored(arrival, Kind.AUTOMATIC)
    signed = frozenset(tokens(f"{name} {(mail.sender or '').partition('@')[0]}"))
    if is_gratitude(mail, names_in(case) | signed):
        return MessageIgnored(arrival, "an acknowledgement")
    words = words_apart(mail, case).strip()
    return ToldInConfidence(arrival, case.unit, context.number, Role.MENTOR, words, FORMER, former=name)


def _name(arrival: Arrival, context: Context) -> str:
    """What the writer is called, as far as it is known."""
    sender = arrival.mail.sender or ""
    known = (p for part in context.parts for e in [part.case.enrolment] for p in (e.practitioner, e.mentor, e.manager))
    return next((p.name for p in known if p is not None and sender in p.addresses), arrival.mail.sender_name or sender)
