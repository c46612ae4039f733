"""What a few words of the team's decide by themselves, whatever the weights: plain readings, one after the other.

| the team says | becomes |
|---|---|
| the letter's own word, with a courtesy, an object or a reason | that word |
| that the very day on which the report is due stays | `DECLINE` |
| that somebody stays after all, where the letter is about their leaving | `DECLINE`; with a day, until then |
| “put her on hold”, “take her off the programme” | `PAUSE`, `WITHDRAW` |
| that the report need not be sent, that somebody can be let off | `EXCUSE` |
| “let her off May”, “she's free of reports 10 and 11” | `EXCUSE` of each; asked for, where ours isn't one |
| “give her a break till 12 April” | more time, where no other report falls due before; else asked for |
| yes, in answer to the letter that shows what the practitioner asks | until the day that is named, or was asked for |
| “it's a no-brainer”, “no news from Meg” | asked back |
| “give her another week”, “granted” | more time, until a day that is read, or asked for |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from qibot.calendar import Almanac, month_of
from qibot.events import Arrival
from qibot.expression import expression
from qibot.model import Case, Enrolment
from qibot.people import name_words
from qibot.understanding.days.short_days import days_named
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.reports.numbered import MONTH, month_numbers, months_of_reports, numbers_in
from qibot.understanding.team.another import gives_another
from qibot.understanding.team.assent import assent
from qibot.understanding.team.break_until import break_ends, is_break_until
from qibot.understanding.team.day import grants
from qibot.understanding.team.doubt import goes_against, is_doubtful
from qibot.understanding.team.hanging import is_against, is_disputed
from qibot.understanding.team.letters import Offer, Subject
from qibot.understanding.team.letting_off import lets_off, named_off, says_none_came, speaks_of_letting_off
from qibot.understanding.team.own_word import ENROLMENT, own_word
from qibot.understanding.team.refusal import keeps_to, speaks_of_deadline
from qibot.understanding.team.standing import left_open, ordered_standing, orders_end
from qibot.understanding.team.staying import stays
from qibot.understanding.team.undecided import denies_idly

ASK = "ask"
_FOR_MONTH = expression(rf"\bfor (?:(?:her|his|the|their) )?({MONTH})(?!['’]?s? \d)", re.IGNORECASE)
# Of what was excused along with it, which a new word would take back.
_STAYS_OFF = expression(
    r"\b(?:reports? )?\d{1,2}(?: and \d{1,2})? (?:stays?|remains?|(?:is|are) still|(?:can|may|should) stay|(?:is|are)"
    r" to stay) (?:off|excused|let off|dropped|waived|as (?:it is|they are))\b",
    re.IGNORECASE,
)
_OF_REPORT = expression(r"\b(?:report|send|sends|submit|hand|owes?|deadline)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """A decision, or that it has to be asked for (ASK); of more time the day, where it isn't for others to read, of an
    excuse the other reports that it names."""

    decision: str
    day: date | None = None
    also: tuple[int, ...] = ()


def plainly(arrival: Arrival, case: Case, number: int, offer: Offer, almanac: Almanac, *, fresh: bool) -> Plain | None:
    """What the words decide; None where it is for the weights to tell. It is `fresh` where nothing is decided yet."""
    plain, text = _plain(arrival, case, number, offer, almanac, fresh=fresh), typed(arrival.mail)
    ends = plain is not None and plain.decision == "accept" and says_else(text, "accept", case.enrolment)
    return Plain(ASK) if ends or _STAYS_OFF.search(text) else plain


def says_else(text: str, decision: str, e: Enrolment) -> bool:
    """Whether what may seem this decision orders an end, gives the time to another, or is that no report has come."""
    if decision in ("excuse", "pause"):
        return says_none_came(text)
    return decision == "accept" and (orders_end(text, e) or gives_another(text, e))


def names_another(text: str, case: Case, number: int, almanac: Almanac) -> bool:
    """Whether it names, of which nothing is to be decided any more, another report that has come, and not the one in
    question."""
    if number not in almanac.numbers(case):
        return False
    e, cohort = case.enrolment, almanac.config.cohorts[case.enrolment.cohort]
    named = {*numbers_in(text), *months_of_reports(text, cohort, e, almanac.owed(case))}
    named |= {n for m in _FOR_MONTH.finditer(text) for n in month_numbers(m[1], cohort, e, almanac.owed(case))}
    return bool(named) and number not in named and all(case.report(n) for n in named)


def _plain(arrival: Arrival, case: Case, number: int, offer: Offer, almanac: Almanac, *, fresh: bool) -> Plain | None:
    text, today, e = typed(arrival.mail), almanac.day(arrival.arrived), case.enrolment
    if denies_idly(text, today):
        return Plain(ASK)
    own = own_word(text, e, today, number)
    of_them = own not in ENROLMENT or (offer.about is Subject.PRACTITIONER and not left_open(text, own, e))
    if own in offer.decisions and of_them:
        return Plain(own)
    if offer.leaves and stays(text, e):
        return _stays(text, case, number, almanac, today)
    if _keeps(text, case, number, offer, almanac, today):
        return Plain("decline")
    if "accept" in offer.decisions and number in almanac.numbers(case) and is_break_until(text):
        ends = None if is_doubtful(text, today) else break_ends(text, case, number, almanac, today)
        return Plain("accept", ends) if ends else Plain(ASK)
    if fresh and offer.of_time and not is_doubtful(text, today):
        agreed = _agreed(text, case, number, offer, almanac, today)
        if agreed is not None:
            return agreed
    if (plain := _standing(text, case, offer, today)) is not None:
        return plain
    undoubted = not (is_doubtful(text, today) or is_against(text, "excuse") or goes_against(text, "excuse"))
    may_excuse = "excuse" in offer.decisions and number in almanac.numbers(case) and undoubted
    off = _named_off(text, case, number, offer, almanac, undoubted=undoubted) if "excuse" in offer.decisions else None
    if off is not None:
        return off
    if may_excuse and lets_off(text, e, number, of_report=offer.of_time):
        return Plain("excuse")
    if _let_off_beside_more(text, e, may_excuse=may_excuse):
        return Plain(ASK)
    granted = "accept" in offer.decisions and grants(text, today) and not is_doubtful(text, today)
    return Plain("accept") if granted else None


def _let_off_beside_more(text: str, e: Enrolment, *, may_excuse: bool) -> bool:
    """Whether it lets somebody off beside what isn't known to be harmless, or somebody in it is of another mind."""
    let_off = speaks_of_letting_off(text, e)
    return (let_off and may_excuse) or (is_disputed(text) and (speaks_of_deadline(text) or let_off))


def _named_off(text: str, case: Case, number: int, offer: Offer, almanac: Almanac, *, undoubted: bool) -> Plain | None:
    """Which reports it lets the practitioner off, where it names them; asked for where it names others and that isn't
    plain, the one in question isn't among them, or one isn't owed."""
    cohort, owed = almanac.config.cohorts[case.enrolment.cohort], almanac.owed(case)

    def of_month(month: str) -> list[int]:
        found = month_numbers(month, cohort, case.enrolment, owed)  # of two years the nearer one
        return sorted(found, key=lambda n: abs(n - number))[:1]

    named = named_off(text, case.enrolment, of_month, of_report=offer.of_time)
    if named is None:
        return None
    off, is_plain = named
    if not is_plain or not undoubted:
        return Plain(ASK)
    others = tuple(n for n in off if n != number)
    return Plain("excuse", also=others) if number in off and set(others) <= set(owed) else Plain(ASK)


def _stays(text: str, case: Case, number: int, almanac: Almanac, today: date) -> Plain:
    """All stays as it is; with a day for the report until then, and asked for where it may be another's."""
    days = {one.day for one in days_named(text, today)}
    if not days or number not in almanac.numbers(case):
        return Plain("decline")
    day = max(days)
    given = len(days) == 1 and day > almanac.deadline(case, number) and _OF_REPORT.search(text)
    return Plain("accept", day) if given else Plain(ASK)


def _keeps(text: str, case: Case, number: int, offer: Offer, almanac: Almanac, today: date) -> bool:
    """Whether it holds somebody who asks for time to the deadline."""
    claimed = "decline" in offer.decisions and number in almanac.numbers(case)
    claimed = claimed and case.terms(number).held_since is not None
    return claimed and keeps_to(text, today, almanac.deadline(case, number))


def _standing(text: str, case: Case, offer: Offer, today: date) -> Plain | None:
    plain, e = ordered_standing(text, case.enrolment, offer.about), case.enrolment
    ends = [one for one in ("pause", "withdraw") if one in offer.decisions and orders_end(text, e, (one,))]
    if not plain and any(left_open(text, one, e) for one in ends):
        return Plain(ASK)
    return Plain(plain) if plain in offer.decisions and not is_doubtful(text, today) else None


def _agreed(text: str, case: Case, number: int, offer: Offer, almanac: Almanac, today: date) -> Plain | None:
    """What a plain yes gives: the day that it names, else the one that was asked for while that waits for an answer. Of
    a yes that may be but a receipt it is asked; of one without a day, for which."""
    e = case.enrolment
    month = f"{month_of(almanac.config.cohorts[e.cohort], number):%B}" if number in almanac.numbers(case) else ""
    yes = assent(text, name_words(p for p in (e.practitioner, e.mentor, e.manager) if p), today, month)
    if yes is None or number not in almanac.numbers(case):
        return None
    waits = case.terms(number).held_since is not None
    if yes.day is not None:
        due = almanac.deadline(case, number)
        return Plain("accept", yes.day) if yes.day > due or case.terms(number).until == yes.day else Plain(ASK)
    if offer.asked is None or not waits:
        return Plain("accept") if yes.plain and waits else None
    return Plain("accept", offer.asked) if yes.plain else Plain(ASK)
