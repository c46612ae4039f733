"""A mentor's concerns, for the team alone (guidance, sections 7 and 10). Nothing of them is ever relayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from qibot.calendar import Almanac, history, people
from qibot.config import Config
from qibot.events import (
    AimUnclear,
    Arrival,
    CapacityEnded,
    ConcernTold,
    Decision,
    Notice,
    SupportNeeded,
    standing_facts,
    to_team,
)
from qibot.model import DESK, MENTOR, Case, Flag, Person, Put, Role
from qibot.rules.confirm import confirmed, sign
from qibot.rules.topics import with_subject
from qibot.understanding import OF_OWN

WORD_ALONE = "(no more than the word)"

WEIGHED = "weights"  # what showed a word to be for the team, where no mark of privacy did


def on_support_needed(case: Case, event: SupportNeeded, config: Config) -> Decision:
    """To the team alone, with the history; the practitioner never sees it."""
    told = _to_team(
        "report_needs_support",
        case,
        event.arrival,
        event.number,
        with_subject(case, event.arrival.mail, event.words) if event.read else event.words,
        config,
    )
    told = replace(told, facts={**told.facts, "among": [], "named": [], "asker": "", "read": bool(event.read)})
    name = case.enrolment.practitioner.name
    done = f"your concern about {name} is with the Community Planning team alone"
    if event.read:
        done = (
            f"your message was taken for a word to the Community Planning team alone, and nobody else has seen it. "
            f"If it is for {name}, send the same words again with FEEDBACK or MESSAGE alone on the first line"
        )
    made = _flagged(case, event.arrival, event.number, "needs support", told, done)
    if not event.read:
        return made
    offered = (event.arrival.mail.identity,)  # what one word in answer sends on
    return replace(made, notices=(told, *(replace(n, about=offered) for n in made.notices[1:])))


def on_concern_told(desk: Case, event: ConcernTold, config: Config) -> Decision:
    """To the team alone, with those whom it may be about; nobody is flagged for it."""
    facts = {
        **dict.fromkeys(("practitioner", "organisation", "sponsor", "sponsor_address"), ""),
        "mentor": event.mentor,
        "among": list(event.practitioners),
        "named": list(event.named),
        "asker": event.asker,
        "number": 0,
        "history": [],
        "read": True,
    }
    key = f"report_needs_support/{event.arrival.mail.identity}"
    told = to_team("report_needs_support", key, facts, config, unit=f"{MENTOR}{event.address}")
    done = (
        "your message was taken for a word to the Community Planning team alone, and nobody else has seen it. If it is "
        "for a practitioner of yours, please send it in answer to the letter that brought their report"
    )
    if event.asker:
        done = (
            "your message was taken for a word to the Community Planning team alone, and nobody else has seen it. If it"
            f" is for {event.asker}, please answer the question once more, with {event.asker}'s first name and a comma"
            " before your words"
        )
        if event.read == OF_OWN:
            done = (
                "your message is with the Community Planning team alone, and nobody else has seen it, since it speaks"
                f" of somebody whom you mentor or of their trouble. If it is for {event.asker}, please answer the"
                " question once more without that"
            )
    answer = confirmed(DESK, 0, event.arrival, event.mentor, done, "write to the team")
    answer = replace(answer, reply_to=f"{MENTOR}{event.address}")
    words = with_subject(desk, event.arrival.mail, event.words)
    return Decision(notices=(_with_documents(replace(told, words=words or WORD_ALONE), event.arrival), answer))


def on_aim_unclear(case: Case, event: AimUnclear, config: Config) -> Decision:
    """To the team; from report 3 on the cohort leads hear of it, too (guidance, section 10): with the words where the
    command says so, that there is none where it was only read, and nothing where the words are in confidence."""
    concern = event.number >= config.programme.aim_escalates_from
    leads = people(case, ["cohort_leads"], config) if concern else ()
    confided = event.read not in ("", WEIGHED)
    words = with_subject(case, event.arrival.mail, event.words) if event.read else event.words
    told = _to_team("report_no_clear_aim", case, event.arrival, event.number, words, config)
    to_leads = leads if not event.read else ()
    told = replace(told, copy=to_leads, facts={**told.facts, **_of_leads(concern, to_leads, leads if confided else ())})
    if to_leads:
        told = replace(told, facts={**told.facts, "history": _history(case, event.arrival, config, told=False)})
    hear = leads if not confided else ()
    readers = "Community Planning team" + (" and the cohort leads" if hear else "")
    done = f"that the aim of {case.enrolment.practitioner.name}'s project isn't clear is with the {readers} alone"
    if hear and event.read:
        done += "; your words are with the team alone"
    if leads and confided:
        done += ". If the cohort leads are to hear it, too, send it again with NO CLEAR AIM alone on the first line"
    made = _flagged(case, event.arrival, event.number, "no clear aim", told, done)
    if not (hear and event.read):
        return made
    past = _history(case, event.arrival, config, told=False)
    facts = {**told.facts, **_of_leads(concern, leads, ()), "without_words": True, "history": past}
    bare = replace(told, key=f"{told.key}/leads", to=leads, copy=(), words="", carries="", documents=(), facts=facts)
    return replace(made, notices=(*made.notices, bare))


def _of_leads(concern: bool, leads: Sequence[Person], unheard: Sequence[Person]) -> dict[str, Any]:
    return {"concern": concern, "leads": bool(leads), "leads_unheard": bool(unheard), "without_words": False}


def on_capacity_ended(_desk: Case, event: CapacityEnded, config: Config) -> Decision:
    """The team gets what waits and every other mentor's load, and names a new mentor in one reply."""
    identity = event.arrival.mail.identity
    told = to_team(
        "report_no_capacity",
        f"no-capacity/{identity}",
        {
            "mentor": event.mentor,
            "address": event.address,
            "practitioners": [dict(p) for p in event.practitioners],
            "loads": [dict(x) for x in event.loads],
        },
        config,
        unit=f"{MENTOR}{event.address}",
    )
    told = _with_documents(replace(told, words=event.words or WORD_ALONE), event.arrival)
    done = (
        "the Community Planning team knows that you can't go on and finds another mentor; until then all stays as it is"
    )
    answer = confirmed(DESK, 0, event.arrival, event.mentor, done, "write to the team")
    answer = replace(answer, reply_to=f"{MENTOR}{event.address}")
    flag = Flag(identity, event.arrival.arrived, "no capacity", 0, event.address)
    return Decision((Put(flag),), (told, answer))


def _flagged(case: Case, arrival: Arrival, number: int, kind: str, told: Notice, done: str) -> Decision:
    flag = Flag(arrival.mail.identity, arrival.arrived, kind, number, arrival.mail.sender or "")
    answer = confirmed(case.unit, number, arrival, case.enrolment.mentor.name, done, "write to the team")
    answer = replace(answer, reply_to=f"{MENTOR}{case.enrolment.mentor.address}")  # its answer may be private, too
    return Decision((Put(flag), sign(arrival, Role.MENTOR, "command")), (told, answer))


def _history(case: Case, arrival: Arrival, config: Config, *, told: bool = True) -> list[dict[str, str]]:
    almanac = Almanac(config)
    return history(case, almanac, almanac.day(arrival.arrived), told=told)


def _to_team(name: str, case: Case, arrival: Arrival, number: int, words: str, config: Config) -> Notice:
    sponsor = case.enrolment.sponsor
    facts: dict[str, Any] = {
        **standing_facts(case),
        "number": number,
        "history": _history(case, arrival, config),
        "sponsor": sponsor.name if sponsor else "",
        "sponsor_address": sponsor.address if sponsor else "",
    }
    told = Notice(
        name=name,
        key=f"{name}/{case.unit}/{arrival.mail.identity}",
        unit=case.unit,
        number=number,
        to=people(case, ["team"], config),
        facts=facts,
        words=words or WORD_ALONE,
    )
    return _with_documents(told, arrival)


def _with_documents(told: Notice, arrival: Arrival) -> Notice:
    """What came along belongs to the words: they may say no more than that it is attached."""
    return replace(told, carries=arrival.archived, documents=arrival.mail.documents)
