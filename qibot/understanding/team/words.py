"""What a member of the team decides in plain words, in answer to a question of ours (programme.md, 3a).

It is carried out where it is plain, by the very command that says the same; else it is asked back. Never relayed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from qibot.calendar import Almanac
from qibot.events import (
    Arrival,
    CircumstancesDecided,
    CommandUnclear,
    DateNamed,
    Event,
    MessageIgnored,
)
from qibot.model import Case, Letter, Role
from qibot.understanding.commands.agreements import accept, decline, escalate, excuse, expect
from qibot.understanding.commands.given import Given
from qibot.understanding.commands.mentor import ADDRESS
from qibot.understanding.commands.new_mentor import reassigns
from qibot.understanding.commands.team import pause, reassign, resume, withdraw
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.team.answers_writer import answers_writer
from qibot.understanding.team.asked_for import asks_for
from qibot.understanding.team.assent import may_agree
from qibot.understanding.team.day import gives, named_day
from qibot.understanding.team.denial import (
    NOTE,
    confirmed_decision,
    denies,
    may_deny,
    taken_back,
    thanks,
    without_denial,
)
from qibot.understanding.team.doubt import goes_against, is_doubtful, is_undecided
from qibot.understanding.team.feedback_day import LETTER, mentors_day
from qibot.understanding.team.hanging import is_against, waits_for_word
from qibot.understanding.team.letters import ANYTHING, OF_TIME, Offer, Subject, offer_of, question_of
from qibot.understanding.team.letting_off import may_let_off
from qibot.understanding.team.onlooker import is_beyond, is_onlooker, orders, told_team
from qibot.understanding.team.own_word import begins_with
from qibot.understanding.team.plain import ASK, names_another, plainly, says_else
from qibot.understanding.team.refusal import begins_with_no, ends_with_the_day, refuses, speaks_of_reason
from qibot.understanding.team.standing import (
    ends_later,
    left_open,
    ordered_standing,
    orders_end,
    says_standing,
    speaks_of_else,
)
from qibot.understanding.team.undecided import is_their_own_day

# From which a decision is plain; from which more time is, until a day that is named; and from which one is that can't
# be taken back as if nothing had been.
PLAIN, WITH_ITS_DAY = 0.45, 0.4
GRAVE = {"escalate": 0.6, "withdraw": 0.5, "excuse": 0.5, "decline": 0.5}
COMMANDS: dict[str, Callable[[Given], Event | None]] = {
    "accept": accept,
    "excuse": excuse,
    "decline": decline,
    "escalate": escalate,
    "reassign": reassign,
    "pause": pause,
    "resume": resume,
    "withdraw": withdraw,
}
LONGEST = 4000  # characters of what is looked through for a decision: nobody decides in more
BRIEF, SURELY = 12, 0.8  # words of which a rest or an end must be a word of its table; beyond, how sure else
_AS_WORDS = {
    "accept": "ACCEPT UNTIL and a date",
    "excuse": "EXCUSE",
    "decline": "DECLINE",
    "escalate": "ESCALATE",
    "pause": "PAUSE",
    "withdraw": "WITHDRAW",
    "reassign": "REASSIGN TO and the new mentor's address",
}
NEVER = 2.0  # more than sure
NOT_NOW = "the team's note: nothing is to be done"
STANDING, OPINIONS = ("pause", "withdraw"), (*OF_TIME, "escalate")
CALLED = ("PRAC-V", "MENT-V", "MGR-V")
UNSEEN = "it calls somebody by name, and nobody else has seen your reply"
INSTEAD = "a mail to that person's own address, for your own words"
NOT_PLAIN = "it isn't plain what is to be done, and nobody else has seen your reply"
UNDOES = "it isn't plain whether the decision is to be taken back, and nobody else has seen your reply"
ANOTHER = "it names another report than the one that this is about, and nobody else has seen your reply"
_GONE = (  # “Ann has left.”, before who takes over
    r"\A\W*MENTOR(?:['’]s| has| is)(?: now| just| suddenly)? (?:left|gone|leaving|retired|moved on|resigned|off sick"
    r"|unwell|away|on (?:maternity|sick) leave)(?: us| the \w+| for good)?\s*(?:[.!]|, so)\s+"
)


def of_team(arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """The event of the team's own words in a matter; who notes what was said to somebody else hears that they haven't
    read it. Of an onlooker's only a plain order is carried out."""
    onlooker = is_onlooker(arrival, case, answered, almanac)
    plain_only = onlooker and not orders(typed(arrival.mail), case.enrolment)
    said = _of_team(arrival, context, case, answered, almanac, plain_only=plain_only)
    if onlooker and (isinstance(said, CommandUnclear | MessageIgnored) or is_beyond(said, almanac)):
        return told_team(arrival, case, context.number, almanac)
    if isinstance(said, MessageIgnored) and answers_writer(typed(arrival.mail), case.enrolment, answered):
        return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, UNSEEN, INSTEAD)
    return said


def _of_team(
    arrival: Arrival, context: Context, case: Case, answered: Letter | None, almanac: Almanac, *, plain_only: bool
) -> Event:
    entry = None if arrival.mail.sends else confirmed_decision(case, answered)
    if entry is not None and denies(typed(arrival.mail)):
        return _instead(arrival, context, case, almanac) or taken_back(arrival, case, entry)
    if entry is not None and thanks(arrival, case):
        return MessageIgnored(arrival, NOTE)
    question = question_of(arrival, case, answered)
    offer = offer_of(question, case, context.number)
    if arrival.mail.sends or len(typed(arrival.mail)) > LONGEST:
        return _asked_back(arrival, context, case, offer)
    if (done := _of_mentor(arrival, context, case, question, offer, almanac)) is not None:
        return done
    done = _plainly(arrival, context, case, offer, almanac, fresh=entry is None)
    if done is not None or plain_only:
        return done or _asked_back(arrival, context, case, offer)
    found = meant(arrival, context, case, Role.TEAM, answered)
    decision = found.best
    if entry is not None and (decision == "decline" or (decision != "accept" and may_deny(typed(arrival.mail)))):
        return _asked_back(arrival, context, case, offer, UNDOES)
    another = decision in OF_TIME and names_another(typed(arrival.mail), case, context.number, almanac)
    if another or is_doubtful(typed(arrival.mail), almanac.day(arrival.arrived)):
        return _asked_back(arrival, context, case, offer, ANOTHER if another else NOT_PLAIN)
    if _is_refusal(arrival, case, context.number, offer, found):
        return MessageIgnored(arrival, NOT_NOW, case.unit, context.number)
    if found.of(decision) >= _enough(arrival, case, context, found, offer, almanac):
        if decision == "nothing":
            return _note(arrival, context, case, found, offer)
        if decision in COMMANDS and (done := _done(arrival, context, case, decision, almanac)) is not None:
            return done
    return _asked_back(arrival, context, case, offer)


def _plainly(
    arrival: Arrival, context: Context, case: Case, offer: Offer, almanac: Almanac, *, fresh: bool
) -> Event | None:
    """What a few words decide by themselves; None of others."""
    plain = plainly(arrival, case, context.number, offer, almanac, fresh=fresh)
    if plain is None:
        return None
    if plain.decision == ASK:
        return _asked_back(arrival, context, case, offer)
    if offer.leaves and plain.decision == "decline" and not _waits(case, context.number):
        return MessageIgnored(arrival, NOT_NOW, case.unit, context.number)
    done = _done(arrival, context, case, plain.decision, almanac, plain.day)
    return replace(done, also=plain.also) if isinstance(done, CircumstancesDecided) else done


def _of_mentor(
    arrival: Arrival, context: Context, case: Case, question: Letter | None, offer: Offer, almanac: Almanac
) -> Event | None:
    """What is plainly decided of the mentor: another one, or the day by which their overdue feedback will come."""
    given, late = _given(arrival, context, case, "", almanac), question is not None and question.name == LETTER
    late = late and ADDRESS.search(typed(arrival.mail).lower()) is None  # “move her to bob@… from today” names a mentor
    day = mentors_day(typed(arrival.mail), case, context.number, given.today, almanac) if late else None
    named = None if day is None else expect(replace(given, behind=f"{day.day} {day:%B %Y}"))
    if isinstance(named, DateNamed):
        return replace(named, role=Role.TEAM)
    behind = _new_mentor(arrival, context, case, offer)
    return None if behind is None else reassign(replace(given, behind=behind))


def _done(
    arrival: Arrival, context: Context, case: Case, decision: str, almanac: Almanac, day: date | None = None
) -> Event | None:
    given = _given(arrival, context, case, decision, almanac)
    return COMMANDS[decision](replace(given, behind=_until(day)) if day else given)


def _until(day: date) -> str:
    return f"until {day.day} {day:%B %Y}"


def _waits(case: Case, number: int) -> bool:
    """Whether what was told of a report waits for a decision."""
    return case.terms(number).held_since is not None


def _note(arrival: Arrival, context: Context, case: Case, found: Meaning, offer: Offer) -> Event:
    """A word among the team; whoever is called in it, or is to do something, won't hear of it."""
    if found.speaks_of(*CALLED):
        return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, UNSEEN, INSTEAD)
    waits, text = _waits(case, context.number), typed(arrival.mail)
    agrees = offer.asked is not None and may_agree(text)
    lets_off = "excuse" in offer.decisions and may_let_off(text)
    ends = orders_end(text, case.enrolment, STANDING)  # put off until something else is done
    if (waits and (agrees or lets_off)) or ends or asks_for(text) or is_undecided(text):
        return _asked_back(arrival, context, case, offer)
    return MessageIgnored(arrival, NOTE)


def _new_mentor(arrival: Arrival, context: Context, case: Case, offer: Offer) -> str | None:
    """What stands behind REASSIGN, where the words name another mentor and say no more."""
    if "reassign" not in offer.decisions:
        return None
    said = typed(arrival.mail).strip()
    first = re.escape(next(iter(case.enrolment.mentor.name.split()), "-"))
    said = re.sub(_GONE.replace("MENTOR", rf"{first}(?: \w+)?"), "", said, count=1, flags=re.IGNORECASE)
    return reassigns(said, [case.enrolment], context.people.loads(), asked=False) or None


def _is_refusal(arrival: Arrival, case: Case, number: int, offer: Offer, found: Meaning) -> bool:
    """Whether it says that nothing is to be done, where there are no circumstances to decline: nobody claimed any."""
    text = typed(arrival.mail)
    claimed = "decline" in offer.decisions and not offer.leaves and (not offer.asks or _waits(case, number))
    if claimed and (not offer.asks or speaks_of_reason(text)):
        return False
    if found.best == "decline" and found.of("decline") >= PLAIN:
        return not asks_for(text)
    return offer.asks and refuses(text)


def _instead(arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event | None:
    """What the same words decide instead of what they deny: a day, or a rest or an end in a plain order."""
    rest = without_denial(typed(arrival.mail))
    plain = ordered_standing(rest, case.enrolment, Subject.PRACTITIONER)
    day = named_day(rest, almanac.day(arrival.arrived), almanac, case, context.number)
    if not plain and (day is None or denies(rest) or not gives(rest)):
        return None
    done = _done(arrival, context, case, plain or "accept", almanac)
    return None if isinstance(done, CommandUnclear) else done


def _enough(arrival: Arrival, case: Case, context: Context, found: Meaning, offer: Offer, almanac: Almanac) -> float:
    """From which likelihood on the decision is carried out."""
    decision, text = found.best, typed(arrival.mail)
    if decision in COMMANDS and decision not in offer.decisions:
        return NEVER
    refuses_first = offer.asks and decision in OF_TIME and begins_with_no(text)
    if refuses_first or goes_against(text, decision) or (decision == "decline" and offer.leaves):
        return NEVER
    if left_open(text, decision, case.enrolment) or (decision in OPINIONS and is_against(text, decision)):
        return NEVER
    if decision in COMMANDS and (waits_for_word(text) or (decision != "pause" and ends_later(text))):
        return NEVER
    if says_else(text, decision, case.enrolment):
        return NEVER
    if decision not in (*STANDING, "resume") and begins_with(
        text, decision
    ):  # the word itself, with more than it bears
        return NEVER
    if decision in STANDING:
        if says_standing(text, decision, case.enrolment, offer.about):
            return GRAVE.get(decision, PLAIN)
        told = len(text.split()) > BRIEF and offer.about is Subject.PRACTITIONER
        return SURELY if told and not speaks_of_else(text) else NEVER
    if decision != "accept":
        return GRAVE.get(decision, PLAIN)
    today = almanac.day(arrival.arrived)
    day = named_day(text, today, almanac, case, context.number)
    if is_their_own_day(text, today, case.enrolment.practitioner.name) or (day is not None and day <= today):
        return NEVER
    due = almanac.deadline(case, context.number) if context.number in almanac.numbers(case) else None
    if due and (day == due or ends_with_the_day(text, today, due)):
        return PLAIN if case.terms(context.number).until == day else NEVER  # what is due then anyway is nothing given
    return WITH_ITS_DAY if day else PLAIN


def _given(arrival: Arrival, context: Context, case: Case, decision: str, almanac: Almanac) -> Given:
    """The same as the command would have been given."""
    given = Given(arrival, case, context.number, Role.TEAM, "", almanac, "", context)
    text = typed(arrival.mail)
    if decision == "accept":
        day = named_day(text, given.today, almanac, case, context.number)
        return replace(given, behind=_until(day) if day else "")
    if decision == "reassign":
        address = ADDRESS.search(text.lower())
        return replace(given, behind=f"to {address[0]}" if address else "")
    return given


def _asked_back(
    arrival: Arrival, context: Context, case: Case, offer: Offer = ANYTHING, fault: str = NOT_PLAIN
) -> Event:
    words = [word for decision, word in _AS_WORDS.items() if decision in offer.decisions]
    if offer.asked is not None and _waits(case, context.number):
        words[0] = f"ACCEPT UNTIL {offer.asked.day} {offer.asked:%B %Y}"
    instead = f"one of {', '.join(words[:-1])} or {words[-1]} alone on the first line, or HELP"
    instead = "UNDO alone on the first line, or HELP" if fault == UNDOES else offer.instead or instead
    return CommandUnclear(arrival, case.unit, context.number, Role.TEAM, fault, instead)
