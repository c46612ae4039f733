"""A word in confidence that answers a reminder of a report: it may be why nothing comes, so nobody is chased meanwhile.

The manager would have a copy of the next reminder, days after somebody has asked for secrecy. So whatever it says, the
reminders are held as circumstances hold them (docs/calendar.md, 2), nobody of the enrolment hears so, and the team
decides, of which the practitioner alone hears, though their mentor heard of another difficulty before. What
answers the team's decision (a `DECLINE`) and names such a cause, or asks that it be weighed once more, does the same.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac, has_heard, written
from qibot.config import Config
from qibot.events import Decision, Notice, ToldInConfidence
from qibot.expression import expression
from qibot.model import Case, Put, Role
from qibot.rules.circumstances import held_from
from qibot.rules.confidence import on_told_in_confidence
from qibot.understanding import answered_letter, names_graver

REMINDER, DECISION = "remind_deadline", "tell_extension"
_APPEALS = expression(
    r"\b(?:reconsider\w*|appeal\w*|think (?:it over |about it )?again|think twice|look(?:ed)? at"
    r" (?:it|this|that|my \w+) (?:once )?(?:again|more|anew)|(?:another|a second|a fresh) look"
    r"|review (?:it|this|that|(?:the|your) decision)"
    r"|change your (?:mind|decision)|(?:not|isn['’]t|un)[ -]?fair|decide (?:again|anew|otherwise))\b",
    re.IGNORECASE,
)


def on_confidence(case: Case, event: ToldInConfidence, config: Config) -> Decision:
    """The same as of any word in confidence, and a hold where it answers a reminder."""
    told, almanac = on_told_in_confidence(case, event, config), Almanac(config)
    number = _reminded_of(case, event, almanac)
    if not number:
        return told
    terms, begins = case.terms(number), held_from(case, number, almanac, event.arrival)
    until = almanac.held_until(begins)
    is_held = until >= almanac.day(event.arrival.arrived)
    hold = replace(terms, held_since=begins, apart=True, counts_from=None)
    today = max(almanac.day(event.arrival.arrived), almanac.deadline(case, number))
    facts = {"held_until": until.isoformat() if is_held else "", "offered": almanac.offered(today), "holds": number}
    facts["heard"] = has_heard(case, number)
    goes = f"no reminder about it goes out until {written(until)} or" if is_held else "the reminders go on"
    more = f". They decide what it means for report {number}, and {goes} until they have"
    return Decision((Put(hold), *told.changes), tuple(_held(n, number, facts, more) for n in told.notices))


def _held(notice: Notice, number: int, facts: dict[str, object], more: str) -> Notice:
    """The letter to the team, with what it may decide; the writer's confirmation, with what is held."""
    if notice.name == "report_in_confidence":
        return replace(notice, number=number, facts={**notice.facts, **facts})
    return replace(notice, facts={**notice.facts, "done": f"{notice.facts['done']}{more}"})


def _reminded_of(case: Case, event: ToldInConfidence, almanac: Almanac) -> int:
    """The owed report of which the practitioner was reminded by what they answer in confidence, or on which the team
    has decided, where they tell of something new or ask for it to be weighed again; 0 where there is none. What stands
    beside something else is no answer of its own."""
    if event.role is not Role.PRACTITIONER or event.former or event.silent:
        return 0
    answered = answered_letter(event.arrival, case)
    reminders = {REMINDER, *(row.template for row in almanac.calendar.ladder)}
    mail = event.arrival.mail
    appeals = answered is not None and answered.name == DECISION and (names_graver(mail) or _APPEALS.search(mail.top))
    if answered is None or not (appeals or answered.name in reminders):
        return 0
    number = answered.key.removeprefix(f"{answered.key.partition('/')[0]}/{case.unit}/").partition("/")[0]
    return int(number) if number.isdecimal() and int(number) in almanac.owed(case) else 0
