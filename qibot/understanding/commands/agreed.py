"""What the team answers to the letter about quarantine in its own words: a plain yes to the one person who is offered,
or the full name of one, is THIS IS … ONCE, and that it is spam or to be binned is DISCARD; anything else is asked back,
and thanks are nothing (programme.md, 3a)."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.events import CommandUnclear, Event, MessageIgnored, QuarantineDecided
from qibot.expression import expression
from qibot.model import ITEM, MENTOR, Person, Quarantined, Role, Status
from qibot.understanding.commands.given import SETTLED, Given
from qibot.understanding.commands.new_mentor import above_signature, reassigns
from qibot.understanding.commands.quarantine import LETTER, as_whose
from qibot.understanding.commands.said_spam import discards
from qibot.understanding.commands.said_whose import said_whose
from qibot.understanding.commands.team import reassign
from qibot.understanding.commands.typed import unsigned
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.meaning import said_in
from qibot.understanding.phrases.courtesy import is_thanks

NOTE = "the team's note"
FAULT = "it isn't plain what is to be done with “{subject}”, and nobody else has seen your reply"
ALL = "it isn't plain what is to be done with which of these messages, and nobody else has seen your reply"
OFFERED = "THIS IS {person} ONCE, THIS IS {person}, or DISCARD"
OPEN = "THIS IS and the person's address, or DISCARD"
ALONE = ", alone on the first line of an answer to the letter about it, or a click in that letter"
NUMBERED = ", with the message's number behind it" + ALONE
UNCLEAR = "it isn't plain what is to be done, and nobody else has seen your reply"
REASSIGNS = "REASSIGN TO and the new mentor's address, or REASSIGN, the practitioner's name, TO and the address"
_DECIDES = expression(r"\b(?:move|give|(?:re)?assign|transfer|hand|take|have|leave|swap)\b|@", re.IGNORECASE)
_MEANS = expression(r"\b(?:yes|right|please)\b", re.IGNORECASE)
_WAITS = expression(
    r"(?:\b(?:I|we)(?:['’]ll| will| shall| am going to|['’]m going to| need to| have to)|^will) (?:\w+ ){0,2}?"
    r"(?:find out|check|ask|look|see|get back|let (?:you|u) know|enquire|inquire|ring|call|phone|speak|talk|discuss)\b",
    re.IGNORECASE,
)
# What a mailbox answers by itself.
_ACKNOWLEDGES = expression(
    r"\W*thank(?:s| you) for (?:your|the) (?:e-?mail|mail|message|letter|enquiry)\b", re.IGNORECASE
)
_DOES = expression(r"\b(?:but|delete|discard|remove|ignore|take|file|accept|log|not|no)\b|n['’]t\b", re.IGNORECASE)


def agreed(given: Given) -> Event | None:
    """What such an answer is; None where it answers no such letter, or what it is about waits for somebody else."""
    keys = _about(given)
    if keys is None:
        return None
    said = said_in(given.arrival.mail.top, frozenset()).strip()
    if not given.arrival.mail.sends and (_is_thanks(given) or (_WAITS.search(said) and not _DOES.search(said))):
        return MessageIgnored(given.arrival, NOTE)
    items = [q for key in keys if (q := given.case.get(Quarantined, key)) and not q.decided]
    if not items:
        return given.unclear(*SETTLED)
    if not given.arrival.mail.sends and discards(unsigned(said), waiting=len(items)):
        return QuarantineDecided(given.arrival, tuple(q.key for q in items))
    if len(items) > 1:
        return given.unclear(ALL, OPEN + NUMBERED)
    person = _offered(items[0], given)
    meant = said_whose(said, person, given.context.people) if len(keys) == 1 and not given.arrival.mail.sends else None
    if meant is not None:
        done = as_whose(given, (items[0].key,), meant.person.address, once=not meant.for_good)
        if not isinstance(done, CommandUnclear):
            return done
    instead = OFFERED.format(person=items[0].offered) if person else OPEN
    how = ALONE if len(keys) == 1 else NUMBERED
    return given.unclear(FAULT.format(subject=items[0].subject or "(no subject)"), instead + how)


def of_mentors(given: Given) -> Event | None:
    """What the team says of a mentor who can't go on: a plain “move both to Bob” is REASSIGN TO, thanks and “we'll see”
    are nothing, and the rest is asked back. None where it answers no letter about a mentor."""
    if not given.context.item.startswith(MENTOR):
        return None
    said = said_in(given.arrival.mail.top, frozenset()).strip()
    if is_note(given):
        return MessageIgnored(given.arrival, NOTE)
    people, address = given.context.people, given.context.item.removeprefix(MENTOR)
    theirs = [e for e in people.enrolments.values() if address in e.mentor.addresses and e.status is Status.ACTIVE]
    behind = (
        ""
        if given.arrival.mail.sends
        else reassigns(unsigned(above_signature(said)), theirs, people.loads(), asked=True)
    )
    if behind and (done := reassign(replace(given, behind=behind))) is not None:
        return done
    return given.unclear(UNCLEAR, REASSIGNS)


def is_note(given: Given) -> bool:
    """Whether it is thanks, or a word that somebody of the team will see to it, and decides nothing."""
    said = said_in(given.arrival.mail.top, frozenset()).strip()
    waits = _WAITS.search(said) is not None and _DECIDES.search(said) is None
    return not given.arrival.mail.sends and (_is_thanks(given) or waits)


def _is_thanks(given: Given) -> bool:
    """Whether it is thanks and the like alone; a yes or a please is more than that here."""
    top = given.arrival.mail.top
    return _ACKNOWLEDGES.match(top) is not None or (
        is_thanks(given.arrival.mail, frozenset()) and _MEANS.search(top) is None
    )


def _about(given: Given) -> tuple[str, ...] | None:
    """The messages in question: the link's own, or those of the letter that is answered."""
    item = given.context.item
    if item.startswith(ITEM):
        waits = given.case.get(Quarantined, item.removeprefix(ITEM))
        return None if waits is None or waits.asked or waits.order else (waits.key,)
    letter = answered_letter(given.arrival, given.case)
    return letter.about if letter is not None and letter.name == LETTER else None


def _offered(item: Quarantined, given: Given) -> Person | None:
    """The one person whom the letter offered; None where it left a choice, or offered nobody."""
    people = given.context.people
    own = [role for role in people.parts(item.sender).values() if role is not Role.MANAGER]
    if not item.offered or (Role.PRACTITIONER in own and len(own) > 1):  # the letter offers each of these
        return None
    found = (people.enrolments[unit] for unit in people.listed(item.offered))
    persons = {
        p.address: p for e in found for p in (e.practitioner, e.mentor, e.manager) if p and item.offered in p.addresses
    }
    return next(iter(persons.values())) if len(persons) == 1 else None
