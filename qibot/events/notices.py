"""What is to be said to whom: a letter before it is words. Names are those of programme.md, section 10."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from qibot.config import Config
from qibot.events.arrival import Arrival
from qibot.expression import expression
from qibot.model import DESK, Case, Document, Person

WHOLE, AS_BEFORE, TO_ANOTHER = "whole", "as before", "to another mentor"


@dataclass(frozen=True, slots=True)
class Notice:
    """One letter to be written.

    `key` is unique for ever and makes the Message-ID. `facts` are the template's own variables (plain JSON values; days
    and moments in ISO form). `answers` and `references` are Message-IDs without angle brackets; `topic` is the thread's
    subject. `speaker` is the person whose words the letter relays; without one the letter is automatic. `page` is
    `words` as safe HTML (Mail.page), empty where there is none. `documents` are spliced from the archived message
    `carries`. A `timed` one was called for by the calendar. One that is `retold` takes its words from the message that
    it carries: WHOLE to the team, AS_BEFORE, or what of it is for another mentor (TO_ANOTHER). `rule`, `reason` and
    `cause` (the identity of the message that brought it about) are what WHY is answered from. Its links are made for
    `readers`, where that differs from the table's (`readers_of`); answers go to the matter `reply_to`, where that isn't
    the letter's own. `about` are the keys of the things that it numbers, in their order. `asked` is the day until which
    the mail that it shows asks for time.
    """

    name: str
    key: str
    unit: str
    number: int
    to: tuple[Person, ...]
    copy: tuple[Person, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    topic: str = ""
    answers: str = ""
    references: tuple[str, ...] = ()
    speaker: str = ""
    words: str = ""
    page: str = ""
    carries: str = ""
    documents: tuple[Document, ...] = ()
    replies: bool = False
    timed: bool = False
    retold: str = ""
    rule: str = ""
    reason: str = ""
    cause: str = ""
    readers: str = ""
    reply_to: str = ""
    about: tuple[str, ...] = ()
    asked: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a rule wants: changes to one unit, and letters."""

    changes: tuple[Any, ...] = ()
    notices: tuple[Notice, ...] = ()


# Whose replies the links of a letter are made for: mail from anybody else is refused by them.
READERS: Mapping[str, str] = {
    "receipt": "practitioner",
    "ask_document": "practitioner",
    "tell_documents": "practitioner+mentor+manager",
    "remind_deadline": "practitioner",
    "remind_missing": "practitioner",
    "remind_missing_again": "practitioner",
    "check_in": "practitioner",
    "tell_feedback_delayed": "practitioner",
    "relay_feedback": "practitioner",
    "expect_feedback_by": "practitioner",
    "tell_extension": "practitioner",
    "forward_report": "mentor",
    "mentor_notes": "mentor",
    "forward_charter": "manager",
    "remind_feedback": "mentor",
    "tell_difficulty": "mentor",
    "tell_no_copy": "mentor",
    "ask_which_report": "practitioner+mentor+manager+team",
    "ask_confirmation": "practitioner+mentor+manager+team",
    "nudge_contact": "practitioner+mentor",
    "close_cohort": "practitioner+mentor",
    "relay_to_mentors": "mentor",
    "tell_new_mentor": "practitioner+mentor",
    "relay_message": "practitioner+mentor+manager",
    "confirm_command": "anyone",
    "help": "anyone",
    "explain_why": "anyone",
}
TEAM_READERS = "team"  # of every other letter
# What the programme's own readers are called in the letters; a person of an enrolment has a name of their own.
TEAM_NAME, PROGRAMME_MANAGER, COHORT_LEAD = "Community Planning team", "Improvement Programme Manager", "Cohort lead"


def readers_of(name: str) -> str:
    """For whom the links of a letter with this name are made: parts joined by “+”, or “anyone” it was sent to."""
    return READERS.get(name, TEAM_READERS)


def office_of(address: str | None, config: Config) -> str:
    """What somebody is called who reads some of the team's letters and isn't one of it; empty of anybody else."""
    programme = config.programme
    if not address or address in programme.team:
        return ""
    return (
        PROGRAMME_MANAGER if address == programme.manager else COHORT_LEAD if address in programme.cohort_leads else ""
    )


def to_team(name: str, key: str, facts: Mapping[str, Any], config: Config, unit: str = DESK, number: int = 0) -> Notice:
    """A letter to the Community Planning team, about nobody in particular unless a unit is given."""
    team = tuple(Person(TEAM_NAME, (address,)) for address in config.programme.team)
    return Notice(name=name, key=key, unit=unit, number=number, to=team, facts=facts)


_PREFIX = expression(r"^(?:\s*(?:re|aw|sv|fwd?|wg|antw)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_TAGS = expression(r"\[[^\[\]]*\]")


def topic_of(subject: str) -> str:
    """The subject without the answering prefixes: what mail programs thread by."""
    return _PREFIX.sub("", subject).strip()


def bare_topic(subject: str) -> str:
    """The same without what stands in brackets: a link's mark, an organisation's."""
    return topic_of(without_tags(subject))


def without_tags(subject: str) -> str:
    """The subject without what stands in brackets."""
    return _TAGS.sub(" ", subject).strip()


def answer_to(subject: str) -> str:
    """The subject with one “Re:” where it had several."""
    return f"Re: {topic_of(subject)}" if subject[:3].lower() == "re:" else subject


def free_key(case: Case, key: str) -> str:
    """The key, or where a letter about another message has gone out under it (`Letter.moved`), one beside it.

    A key makes the Message-ID, and mail servers drop the second letter that bears the same one.
    """
    again, free = 1, key
    while (taken := case.letters.get(free)) is not None and taken.moved is not None:
        again += 1
        free = f"{key}/again-{again}"
    return free


def standing_facts(case: Case) -> dict[str, Any]:
    """The people of an enrolment, as every template of the enrolment may name them."""
    e = case.enrolment
    return {
        "practitioner": e.practitioner.name,
        "mentor": e.mentor.name,
        "manager": e.manager.name if e.manager else "",
        "organisation": e.organisation,
        "project": e.project,
    }


def new_mentor_key(unit: str, role: str, mark: str) -> str:
    """The key of the letter about another mentor to one reader; `mark` is what brought it about."""
    return f"new-mentor/{unit}/{role}/{mark}"


def answering(arrival: Arrival) -> dict[str, Any]:
    """The thread of a letter that answers the message: what it answers, what to refer to, and the topic."""
    mail = arrival.mail
    return {
        "answers": mail.message_id,
        "references": (*mail.references, *([mail.message_id] if mail.message_id else [])),
        "topic": topic_of(mail.subject),
    }
