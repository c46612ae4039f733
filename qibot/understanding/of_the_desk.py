"""What answers a letter about nobody in particular is."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    Arrival,
    CommandUnclear,
    ConcernTold,
    Event,
    MessageIgnored,
    MessageUnplaced,
    QuarantineDecided,
    Reassigned,
    ToldInConfidence,
    WhichChosen,
)
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import ITEM, MENTOR, Case, Flag, Quarantined, Role
from qibot.understanding.commands.agreed import NOTE, agreed, of_mentors
from qibot.understanding.commands.confirmed import confirmation
from qibot.understanding.commands.doubted import in_doubt
from qibot.understanding.commands.given import Given
from qibot.understanding.commands.ordered import order_in
from qibot.understanding.commands.teams_choice import teams_choice
from qibot.understanding.commands.which import which
from qibot.understanding.corrections.send_on import CONFIRMATION, asked_to_send_on
from qibot.understanding.hearing.said_beside import with_circumstances, with_words
from qibot.understanding.hearing.said_elsewhere import instead_of_choice
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import meant
from qibot.understanding.mentors.among_mentors import of_mentors_talk
from qibot.understanding.mentors.confided import of_nobody
from qibot.understanding.mentors.of_the_notes import holds_notes, noted, of_the_notes
from qibot.understanding.names.naming import speaks_of
from qibot.understanding.phrases.courtesy import names_in, typed
from qibot.understanding.phrases.gratitude import is_gratitude
from qibot.understanding.senders.machines import of_machine
from qibot.understanding.team.asked_for import asks_for
from qibot.understanding.team.words import NOT_PLAIN

# What is no note at the desk: an order, a question to us, an address.
_WANTS = expression(
    r"\b(?:can|could|would|will) (?:you|we|somebody|someone)\b|\bplease (?!don)\w+|\S@\S"
    r"|\b(?:withdraw|remove|pause|reassign|take \w+ (?:\w+ )?off)\b"
    r"|\bnew (?:e-?mail )?(?:address|mentor|manager)\b",
    re.IGNORECASE,
)
INSTEAD = (
    "a reply to a letter about whoever is meant, or PAUSE, RESUME or WITHDRAW with the practitioner's name alone on the"
    " first line, or HELP, which shows all words; an address is changed in the sheet of people, and MENDED with the"
    " address sends letters there again"
)
AFTER_KEPT = "it answers the confirmation of a word that was for the team alone"


def of_the_desk(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """An answer to a letter about nobody in particular."""
    roles = list(dict.fromkeys(p.role for p in context.parts))
    if (notes := _about_notes(arrival, context, almanac)) is not None:
        return notes
    for read in (confirmation, which):
        if (chosen := read(arrival, context)) is not None:
            return _heard(chosen, arrival, context, almanac)
    ordered = order_in(arrival, context, context.desk, roles, almanac)
    unclear = ordered is None or isinstance(ordered, CommandUnclear)  # “Feedback, and tell her …” answers the question
    if unclear and (chosen := which(arrival, context, said=False)) is not None:
        return _heard(chosen, arrival, context, almanac)
    if ordered is not None:
        role = roles[0] if roles else Role.TEAM
        return with_words(ordered, arrival, context, context.desk, role, almanac)
    item = context.desk.get(Quarantined, context.item.removeprefix(ITEM))
    if item is not None and item.order:
        return MessageUnplaced(arrival, "it answers my question whether a command is its sender's own")
    if context.team:
        return _of_the_team(arrival, context, almanac)
    if (talk := of_mentors_talk(arrival, context, almanac)) is not None:
        return talk
    if context.item.startswith(MENTOR):
        return _after_confirmation(arrival, context, almanac)
    return MessageUnplaced(arrival, "it answers a letter that wasn't for its sender")


def _after_confirmation(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What a mentor answers to our confirmation of a word that was for the team alone: another such word, about whom
    that one was."""
    cases, mail = context.cases(Role.MENTOR), arrival.mail
    if not any(context.item.removeprefix(MENTOR) in c.enrolment.mentor.addresses for c in cases):
        return MessageUnplaced(arrival, "it answers our confirmation of a word that was for the team alone")
    if is_gratitude(mail, names_in(cases[0])):
        return MessageIgnored(arrival, "an acknowledgement")
    if (asked := asked_to_send_on(arrival, context)) is not None:
        return asked
    confirmed = [c for c in cases if (x := answered_letter(arrival, c)) is not None and x.name == CONFIRMATION]
    found = meant(arrival, context, (confirmed or cases)[0], Role.MENTOR, None)
    told = of_machine(arrival, found, Role.MENTOR, almanac) or of_nobody(arrival, context, cases, found)
    if not confirmed or not isinstance(told, ConcernTold) or _names_another(mail, confirmed[0], cases):
        return told
    case, letter = confirmed[0], answered_letter(arrival, confirmed[0])
    flag = case.get(Flag, letter.cause) if letter is not None else None
    number = flag.number if flag is not None else 0
    return ToldInConfidence(arrival, case.unit, number, Role.MENTOR, told.words, AFTER_KEPT)


def _names_another(mail: Mail, case: Case, cases: list[Case]) -> bool:
    """Whether it names somebody whom the mentor mentors beside the one whom the confirmation is about."""
    return any(speaks_of(c.enrolment.practitioner, mail.top) for c in cases if c.unit != case.unit)


def _of_the_team(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What the team says in its own words of quarantine or a mentor: carried out where it is plain; what is to
    be chosen, or somebody is to do, is else asked back, and the rest is a note."""
    given = Given(arrival, context.desk, context.number, Role.TEAM, "", almanac, "", context)
    said = teams_choice(given) or agreed(given) or of_mentors(given)
    if isinstance(said, QuarantineDecided | Reassigned) and not context.shown:
        return in_doubt(said, Role.TEAM, context, almanac.config.trust)
    text = typed(arrival.mail)
    if said is None and (asks_for(text) or _WANTS.search(text)):
        return given.unclear(NOT_PLAIN, INSTEAD)
    return said or MessageIgnored(arrival, NOTE)


def _heard(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    has_words = isinstance(event, WhichChosen) and event.words
    if has_words and (given := instead_of_choice(arrival, context, almanac)) is not None:
        return given
    return with_circumstances(event, arrival, context, almanac) if has_words else event


def _about_notes(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """What a mentor answers to the notes on a report: a word of command about that one, or a word for the team."""
    if (about := noted(arrival, context)) is not None:
        case, number = about
        within = replace(context, case=case, number=number, item="")
        ordered = order_in(arrival, within, case, [Role.MENTOR], almanac)
        if ordered is not None and not (isinstance(ordered, CommandUnclear) and holds_notes(arrival.mail)):
            return with_words(
                ordered, arrival, within, case, Role.MENTOR, almanac
            )  # the notes themselves name words of command, and may be quoted in no known way
    return of_the_notes(arrival, context)
