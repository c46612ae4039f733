"""What the team writes of its own accord, in plain words: “Please pause Callum Orr”, “Where are we with the reports?”.

A rest, an end or another mentor of the one practitioner who is named in full is carried out where a plain order says
so; else the team is asked back, with what would work: nobody has to decide whose its own mail is. What it passes on, or
answers, is left to quarantine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear, Event
from qibot.expression import expression
from qibot.model import DESK, Enrolment, Role, Status
from qibot.people import found_in
from qibot.understanding.commands.doubted import in_doubt
from qibot.understanding.commands.given import Given
from qibot.understanding.commands.new_mentor import reassigns
from qibot.understanding.commands.team import pause, reassign, resume, withdraw
from qibot.understanding.commands.typed import unsigned
from qibot.understanding.matter.context import Context
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.team.letters import Subject
from qibot.understanding.team.standing import ordered_standing

LONGEST = 80  # words of such a mail
FAULT = "it answers no letter of mine, it isn't plain what is to be done, and nobody else has seen it"
INSTEAD = (
    "a reply to a letter about whoever is meant, in plain words, or one of STATUS, PAUSE, RESUME or WITHDRAW with the"
    " practitioner's name, REASSIGN, the practitioner's name, TO and the new mentor's address, alone on the first line;"
    " other people, addresses and managers are changed in the sheet of people; HELP shows all words"
)
_ORDERS: dict[str, Callable[[Given], Event | None]] = {"pause": pause, "resume": resume, "withdraw": withdraw}
_PASSED_ON = expression(r"^\W*(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
_OF_ANOTHER = expression(
    r"^[> \t]{0,40}(?:-{3,}.*|from:.*@|on .{5,200} wrote:|begin forwarded)", re.IGNORECASE | re.MULTILINE
)


def unasked(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """What such a mail is; None where it may be somebody else's words, or brings something."""
    mail, text = arrival.mail, typed(arrival.mail).strip()
    if not text or len(text.split()) > LONGEST or mail.sends or mail.is_reply:
        return None
    if _PASSED_ON.match(mail.subject) or _OF_ANOTHER.search(mail.text):
        return None
    named = [e for e in context.people.enrolments.values() if found_in(e.practitioner.name, text) is not None]
    done = _ordered(arrival, context, named[0], unsigned(text), almanac) if len(named) == 1 else None
    if done is None or isinstance(done, CommandUnclear):
        return done or CommandUnclear(arrival, DESK, 0, Role.TEAM, FAULT, INSTEAD)
    return done if context.shown else in_doubt(done, Role.TEAM, context, almanac.config.trust)


def _ordered(arrival: Arrival, context: Context, e: Enrolment, text: str, almanac: Almanac) -> Event | None:
    """What is plainly ordered of this practitioner."""
    given = Given(arrival, context.load(e.unit), 0, Role.TEAM, "", almanac, "", context)
    if (order := _ORDERS.get(ordered_standing(text, e, Subject.PRACTITIONER))) is not None:
        return order(given)
    behind = reassigns(text, [e], context.people.loads(), asked=False) if e.status is Status.ACTIVE else ""
    if not behind:
        return None
    return reassign(replace(given, case=context.desk, behind=behind.replace("to ", f"{e.unit} to ", 1)))
