"""Circumstances that keep somebody from a report: held, weighed and put to the team (guidance, section 4)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from qibot.calendar import Almanac, has_heard, history, is_alone, people, written
from qibot.config import Config
from qibot.events import (
    Arrival,
    CircumstancesReported,
    Decision,
    Notice,
    ToldInConfidence,
    standing_facts,
)
from qibot.message import own_words, told_apart
from qibot.model import Case, InQuestion, Person, Put, Role
from qibot.rules.confidence import on_told_in_confidence
from qibot.rules.confirm import confirmed, sign
from qibot.rules.topics import with_subject
from qibot.understanding import (
    MARK_NAMES,
    SAID_ALONE,
    STAYS,
    asked_day,
    is_told_secretly,
    may_be_of_mentor,
    names_graver,
    names_standing,
)

TOPICS = {"leaving": "Leaving", "sent": "Said to have been sent"}
# What doesn't count, as the answer says it kindly where nothing else was named (3a).
KINDLY = {"workload": "volume of work is", "leave": "annual leave and periods outwith term time are"}
# What does not count as exceptional (guidance, section 4), in the words that people use for it.
ORDINARY = {
    "workload": r"work ?loads?|volume of work|(?:too|very|so|really) busy|pressures? of work|(?:work|under) pressures?",
    "annual leave": r"annual leave|holidays?|vacation|on leave",
    "being away out of term time": r"term[- ]?time|school holidays?|summer break|half[- ]term|easter break",
}


def on_circumstances_reported(case: Case, event: CircumstancesReported, config: Config) -> Decision:
    """The ladder is held, and the team decides; where workload or leave is spoken of, the team is shown it.

    The mentor hears that there is a difficulty, and nothing of what it is; of what a manager tells only where it holds
    a report, not as the practitioner's word, of what they tell themselves nothing more. Where they may be the
    difficulty, or mustn't know, they hear nothing, nor of what is told later of a report that was set apart so.
    """
    almanac, arrival = Almanac(config), event.arrival
    if not event.number or event.number not in almanac.owed(case):
        return _nothing_to_hold(case, event, config)
    terms = case.terms(event.number)
    begins = held_from(case, event.number, almanac, arrival)
    until = almanac.held_until(begins)
    is_held = until >= almanac.day(arrival.arrived)
    done, undo = _sent_again(case, event) if event.nature == "sent" else _with_the_team(event)
    done += f", and no reminder about it goes out until {written(until)} or" if is_held else ", and the reminders go on"
    done += " until they have decided"
    told_before = terms.until or terms.excused  # what counted once isn't taken for leave now
    if event.nature in KINDLY and not (told_before or names_graver(arrival.mail)):
        done += f". Please know that {KINDLY[event.nature]} by the programme's guidance not exceptional circumstances"
    news = event.role is Role.MENTOR and event.nature != "sent"
    own = (sign(arrival, event.role, "circumstances"),) if event.role is Role.PRACTITIONER or news else ()
    apart = is_alone(case, event.number) or (not terms.held_since and _is_kept_from_mentor(case, event))
    heard = event.nature != "sent" and event.role is not Role.MENTOR and not terms.held_since and not apart
    heard = heard and (event.role is not Role.MANAGER or is_held)
    mentor = (_difficulty(case, event, arrival),) if heard else ()
    ask = _to_decide(case, event, config, until if is_held else None, apart=apart)
    return Decision(
        (Put(replace(terms, held_since=begins, apart=apart, counts_from=None)), *own),
        (ask, confirmed(case.unit, event.number, arrival, _teller(case, event).name, done, undo), *mentor),
    )


def held_from(case: Case, number: int, almanac: Almanac, arrival: Arrival) -> datetime:
    """The moment from which a report's reminders are held by what has arrived."""
    told = arrival.taken if case.get(InQuestion, arrival.mail.identity) else None  # what was in question, by the answer
    # One hold until the team has spoken, or a mail every few days would do; one that was over by the deadline's end
    # has held no ladder.
    held = case.terms(number).held_since if _reaches_ladder(case, number, almanac, arrival) else None
    return held or told or arrival.arrived


def _reaches_ladder(case: Case, number: int, almanac: Almanac, arrival: Arrival) -> bool:
    """Whether the present hold lasts still, or reached beyond the deadline, behind which the ladder begins: who told of
    another thing before, and then falls ill, is held."""
    since = case.terms(number).held_since
    if since is None:
        return False
    until = almanac.held_until(since)
    return until >= almanac.day(arrival.arrived) or until > almanac.deadline(case, number)


def _to_decide(
    case: Case, event: CircumstancesReported, config: Config, held_until: date | None, *, apart: bool
) -> Notice:
    """To the team, who decide; `apart`: the mentor hears nothing of it."""
    almanac, arrival = Almanac(config), event.arrival
    today, deadline = almanac.day(arrival.arrived), almanac.deadline(case, event.number)
    asked = None if event.nature in TOPICS else asked_day(arrival.mail.top, today, deadline)
    return Notice(
        name="report_leaving" if event.nature == "leaving" else "ask_exceptional",
        key=f"exceptional/{case.unit}/{event.number}/{arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=people(case, ["team"], config),
        facts={
            **standing_facts(case),
            "number": event.number,
            "deadline": deadline.isoformat(),
            "offered": _offered(almanac, max(today, deadline), asked),
            "held_until": held_until.isoformat() if held_until else "",
            "ordinary": spoken_of(arrival.mail.top),
            "history": history(case, almanac, today),
            "sponsor": case.enrolment.sponsor.name if case.enrolment.sponsor else "",
            "sponsor_address": case.enrolment.sponsor.address if case.enrolment.sponsor else "",
            "documents": [d.name for d in arrival.mail.files],
            "nature": event.nature,
            "teller": _teller(case, event).name,
            "apart": apart,
            "heard": has_heard(case, event.number),
        },
        topic=f"{TOPICS.get(event.nature, 'Exceptional circumstances')}:"
        f" {case.enrolment.practitioner.name}, report {event.number}",
        words=_words(case, arrival),
        carries=arrival.archived,
        documents=arrival.mail.documents,
        asked=asked,
    )


def _offered(almanac: Almanac, begins: date, asked: date | None) -> list[str]:
    """The days that a click gives: the one that was asked for before some behind the deadline."""
    return list(dict.fromkeys([*([asked.isoformat()] if asked else []), *almanac.offered(begins)]))


def _with_the_team(event: CircumstancesReported) -> tuple[str, str]:
    """What is done with circumstances, and how it is changed."""
    undo = "just send the report" if event.role is Role.PRACTITIONER else "write to the Community Planning team"
    if event.read and event.role is Role.PRACTITIONER:
        undo += "; if it was a question for your mentor, send it again with QUESTION alone on the first line"
    done = f"your message about report {event.number} is with the Community Planning team"
    if event.role is Role.MENTOR and event.read:
        done += " alone, and nobody else has seen it"
        undo += "; if it is for the practitioner, send it again with FEEDBACK or MESSAGE alone on the first line"
    return done, undo


def _sent_again(case: Case, event: CircumstancesReported) -> tuple[str, str]:
    """The same of a report that is said to have been sent: it isn't here, and is asked for."""
    name = case.enrolment.practitioner.name
    whose = "you have" if event.role is Role.PRACTITIONER else f"{name} has"
    again = "please send it again" if event.role is Role.PRACTITIONER else f"please ask {name} to send it again"
    done = (
        f"the Community Planning team hears that {whose} sent report {event.number}. It has not arrived here, which "
        "may be nobody's fault. The team looks for it"
    )
    return done, f"{again}, to the address that this mail comes from"


def _teller(case: Case, event: CircumstancesReported) -> Person:
    e = case.enrolment
    return {Role.MANAGER: e.manager, Role.MENTOR: e.mentor}.get(event.role) or e.practitioner


def _is_kept_from_mentor(case: Case, event: CircumstancesReported) -> bool:
    """Whether the mentor doesn't hear that there is a difficulty: they may be it, or mustn't know."""
    if event.role is Role.MENTOR or event.nature == "sent":
        return False
    mail = event.arrival.mail
    said = f"{mail.subject}\n{own_words(mail, case)}"
    marked = event.read in (SAID_ALONE, STAYS, *MARK_NAMES) or names_standing(said)
    return marked or is_told_secretly(mail, case, _teller(case, event)) or may_be_of_mentor(mail, case, event.role)


def _difficulty(case: Case, event: CircumstancesReported, arrival: Arrival) -> Notice:
    """To the mentor: that there is a difficulty; what it is stays with the team."""
    return Notice(
        name="tell_difficulty",
        key=f"difficulty/{case.unit}/{event.number}/{arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=(case.enrolment.mentor,),
        facts={**standing_facts(case), "number": event.number, "of_manager": event.role is Role.MANAGER},
    )


def _nothing_to_hold(case: Case, event: CircumstancesReported, config: Config) -> Decision:
    """No report is owed, so there is nothing to hold or to grant: the team hears of it all the same."""
    read = event.read or event.nature
    told = ToldInConfidence(
        event.arrival, case.unit, event.number, event.role, told_apart(event.arrival.mail, case)[0], read
    )
    return on_told_in_confidence(case, told, config)


def _words(case: Case, arrival: Arrival) -> str:
    return with_subject(case, arrival.mail, told_apart(arrival.mail, case)[0])


def spoken_of(text: str) -> list[str]:
    """Which ordinary reasons the text speaks of, so that the team sees them; it decides, not we."""
    return [name for name, words in ORDINARY.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]
