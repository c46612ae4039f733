"""What each letter to the team leaves to decide, and of whom it speaks: letter -> decisions, visible and closed.

Plain words decide nothing that the letter doesn't offer. The words of command work in answer to any.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from qibot.events import Arrival
from qibot.model import Case, Letter, Role, Seen
from qibot.understanding.matter.answered import answered_letter


class Subject(Enum):
    """Whom “she” is in an answer that names nobody."""

    PRACTITIONER = "practitioner"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Offer:
    """The decisions that a letter offers, and whom it is about. `asks` says that it asks whether to do something: “no”
    leaves all as it is. `instead` says what works where the words of its decisions aren't all. One that `leaves` is
    about somebody's leaving: its DECLINE is that they stay. One `of_time` shows why a report is late, and `asked` is
    the day until which its writer asks for time."""

    decisions: frozenset[str]
    about: Subject = Subject.PRACTITIONER
    asks: bool = False
    instead: str = ""
    leaves: bool = False
    of_time: bool = False
    asked: date | None = None


OF_TIME = ("accept", "excuse")
REST = ("pause", "resume", "withdraw")
_LETTERS: dict[str, tuple[tuple[str, ...], Subject]] = {
    "ask_exceptional": ((*OF_TIME, "decline", "escalate", *REST), Subject.PRACTITIONER),
    "ask_decision": ((*OF_TIME, "decline", "escalate", *REST), Subject.PRACTITIONER),
    "ask_escalation": ((*OF_TIME, "decline", "escalate", *REST), Subject.PRACTITIONER),
    "report_leaving": ((*REST, "decline"), Subject.PRACTITIONER),
    # of one report where it is about one; that it isn't is said by the decision itself
    "report_inactivity": ((*OF_TIME, "escalate", "reassign", *REST), Subject.PRACTITIONER),
    "report_in_confidence": (("reassign", *REST), Subject.PRACTITIONER),
    "report_stop": (REST, Subject.PRACTITIONER),
    "report_needs_support": (("reassign", *REST), Subject.PRACTITIONER),
    "report_no_clear_aim": (("reassign", *REST), Subject.PRACTITIONER),
    "report_feedback_overdue": (("reassign", *REST), Subject.MENTOR),
    "report_mentor_away": (("reassign", *REST), Subject.MENTOR),
    "escalate_missing": ((*OF_TIME, *REST), Subject.PRACTITIONER),
}
ASKS, LEAVES, OF_CAUSES, STOP = "ask_escalation", "report_leaving", "ask_exceptional", "report_stop"
_INSTEAD = {
    "report_in_confidence": (
        "PAUSE, WITHDRAW or REASSIGN TO and the new mentor's address alone on the first line; to have the words passed"
        " on, ask their writer to send them again, a"
        " practitioner with QUESTION alone on the first line, a mentor with MESSAGE or FEEDBACK"
    ),
    "report_feedback_overdue": (
        "a new day for the feedback in plain words (“she'll do it by 30 November”, “give her another week”), or"
        " REASSIGN TO and the new mentor's address, PAUSE or WITHDRAW alone on the first line; where the"
        " feedback has gone to the practitioner directly, ask the mentor to send it to me, too"
    ),
    "report_needs_support": (
        "PAUSE, WITHDRAW or REASSIGN TO and the new mentor's address alone on the first line; to have the words passed"
        " on, ask the mentor to send them again with MESSAGE or FEEDBACK alone on the first line"
    ),
}
OFFERS = {
    name: Offer(
        frozenset(decisions), about, name == ASKS, _INSTEAD.get(name, ""), name == LEAVES, of_time=name == OF_CAUSES
    )
    for name, (decisions, about) in _LETTERS.items()
}
# Of an answer to no letter, or to one that asks nothing; and to a confirmation whose question isn't known any more.
ANYTHING = Offer(frozenset((*OF_TIME, "decline", "escalate", "reassign", *REST)))
CONFIRMATION, IN_CONFIDENCE = "confirm_command", "report_in_confidence"
_OF_MENTOR = "mentor-silence/"  # the key of the letter about a mentor of whom nothing is heard


def offer_of(letter: Letter | None, case: Case, number: int = 0) -> Offer:
    """What this letter offers; where another than the practitioner would get no more letters, “him” is that one."""
    if letter is None:
        return ANYTHING
    found = replace(OFFERS.get(letter.name, ANYTHING), asked=letter.asked)
    terms = case.terms(number)
    if letter.name == IN_CONFIDENCE and terms.apart and terms.held_since:  # it holds that report
        found = replace(found, decisions=found.decisions | {*OF_TIME, "decline"}, instead="")
    seen = case.get(Seen, letter.cause) if letter.name == STOP and letter.cause else None
    of_other = seen is not None and seen.by not in ("", Role.PRACTITIONER)
    return replace(found, about=Subject.MENTOR) if of_other or letter.key.startswith(_OF_MENTOR) else found


def question_of(arrival: Arrival, case: Case, answered: Letter | None = None) -> Letter | None:
    """The letter that asked: the one that is answered or, where that confirms or asks back, the one before it."""
    answered = answered or answered_letter(arrival, case)
    if answered is None or answered.name != CONFIRMATION:
        return answered
    ids = [i.lower() for i in (*arrival.mail.in_reply_to, *reversed(arrival.mail.references))]
    ours = {x.message_id.lower(): x for x in case.letters.values() if x.name in OFFERS}
    return next((ours[i] for i in ids if i in ours), answered)
