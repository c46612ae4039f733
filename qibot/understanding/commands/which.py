"""What a mentor's mail is about that could be about several things: the choices, and the reply that decides."""

from __future__ import annotations

import re

from qibot.events import Arrival, CommandUnclear, Event, WhichChosen
from qibot.message import PREFILLED
from qibot.model import DESK, ITEM, Choice, Quarantined, Role, Seen
from qibot.people import name_words
from qibot.understanding.commands.choice_said import KINDS, NUMBER, Choices, choice_said
from qibot.understanding.commands.given import SETTLED, below, first_line, name_of, plain_line
from qibot.understanding.commands.typed import typed_below
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.of_then import outdated
from qibot.understanding.matter.reasons import hints_at_privacy
from qibot.understanding.meaning import also_called, said_in

CHOICES_LIMIT = 30
# Words of an answer that says nothing beside the choices' own.
_ATTEMPTS = """
    is was it its s this that the to for about yes ok sorry please number send pass on as one first second third last
    her him them he she they go goes can you could just only choice option go ahead fine thanks all right a my me
feedback message report question an
"""
_ATTEMPT = frozenset(_ATTEMPTS.split())


def choices_of(context: Context) -> tuple[tuple[Choice, ...], tuple[str, ...], str] | None:
    """What the sender's mail may be, each with its words, and the sender's name; None for who mentors nobody."""
    choices: list[Choice] = []
    labels: list[str] = []
    cases = context.cases(Role.MENTOR)
    for case in cases:
        e = case.enrolment
        twice = sum(c.enrolment.practitioner.name == e.practitioner.name for c in cases) > 1
        name = f"{e.practitioner.name} ({e.cohort})" if twice else e.practitioner.name
        pending = case.pending()
        choices += [Choice("feedback", case.unit, r.number) for r in pending]
        labels += [f"feedback on report {r.number} of {name}" for r in pending]
        if not pending:
            choices.append(Choice("message", case.unit))
            labels.append(f"a message to {name}")
    if not choices:
        return None
    chosen, named = choices[:CHOICES_LIMIT], labels[:CHOICES_LIMIT]
    who = cases[0].enrolment.mentor.name
    return (*chosen, Choice("team")), (*named, "a note to the Community Planning team alone"), who


def which(arrival: Arrival, context: Context, *, said: bool = True) -> Event | None:
    """The choice that the reply makes; without one (`said` False) the answer to a reply that makes none. What is typed
    beside a choice, or instead of one, may be about the mail in question: both are the team's then.

    None where the matter is no such question, or not this sender's to answer.
    """
    if not context.item.startswith(ITEM) or context.misused:
        return None
    line = plain_line(context.order) or first_line(arrival.mail.top)
    number, to_team = _number(line), line.upper() == "TEAM"
    key = context.item.removeprefix(ITEM)
    item = context.desk.get(Quarantined, key)
    role = Role.MENTOR if any(p.role is Role.MENTOR for p in context.parts) else Role.TEAM
    who = name_of(context.desk, role, context)
    if item is not None and item.order:
        return None  # whether it is theirs is asked, not which it is
    if item is None or not item.asked:
        is_choice = bool(number or to_team) and (context.team or role is Role.MENTOR)
        return CommandUnclear(arrival, DESK, 0, role, *SETTLED, who) if is_choice else None
    asked = _is_asked(item.asked, arrival.mail.sender or "", context)
    if not (context.team or asked):
        return None
    writer = _writer(item.choices, context) if asked else role
    who = name_of(context.desk, writer, context) if asked else who
    own = frozenset(who.casefold().split())
    given = _given(item, own, context)
    whole = choice_said(said_in(arrival.mail.top, frozenset(), own), given, own) if asked and not context.order else 0
    place, is_word = _place(line, number, given, own) or whole, line.upper() in KINDS
    if place:
        if asked and ((place != whole and _typed(arrival, context, line)) or arrival.mail.sends):
            return WhichChosen(arrival, key, Choice("team"), who, words=True)
        choice = item.choices[place - 1]
        why = outdated(choice, item.sender or item.asked, context.people)
        writer = _writer((choice,), context) if asked else Role.TEAM
        return WhichChosen(arrival, key, Choice("team") if why else choice, who, outdated=why, writer=writer)
    if said and not (number or is_word):
        return None
    if not said and context.team and role is not Role.MENTOR:
        return None
    fault = f"there is no choice {number}" if number else "your reply doesn't begin with one of the numbers"
    if asked and (_says_more(arrival, context, line, item.choices, number) or _is_told(context, item.asked, fault)):
        return WhichChosen(arrival, key, Choice("team"), who, words=True)
    instead = f"a number from 1 to {len(item.choices) - 1}, or TEAM, alone on the first line"
    return CommandUnclear(arrival, DESK, 0, role, fault, instead, who)


def _writer(choices: tuple[Choice, ...], context: Context) -> Role:
    """As what the sender, who was asked, has written: their part in the enrolments that are offered, else any."""
    units = {c.unit for c in choices}
    roles = {p.role for p in context.parts if p.case.unit in units} or {p.role for p in context.parts}
    return next((r for r in (Role.MENTOR, Role.PRACTITIONER, Role.MANAGER) if r in roles), Role.TEAM)


def _number(line: str) -> int:
    """The number that a line says, with politeness beside it; 0 where it says none."""
    found = NUMBER.fullmatch(line)
    return int(found[1]) if found else 0


def _place(line: str, number: int, given: Choices, writer: frozenset[str]) -> int:
    """Which choice a line makes, from 1: by its number, by its word or by the letter's own words for it; else 0."""
    if number:
        return number if number <= len(given.all) else 0
    if "?" in line:  # who asks hasn't chosen
        return 0
    said = _plain(line)
    if said == "team":
        return len(given.all)
    fit = given.places(*KINDS.get(line.upper(), ()))
    worded = {n for n, c in enumerate(given.all, 1) if said and said in (_plain(c.label), f"{n} {_plain(c.label)}")}
    found = worded or fit
    return found.pop() if len(found) == 1 else choice_said(line, given, writer)


def _given(item: Quarantined, writer: frozenset[str], context: Context) -> Choices:
    """The choices as they may be spoken of by a writer who is called so."""
    mark = context.desk.get(Seen, item.key)
    private = item.earlier or hints_at_privacy(mark.because if mark else "")
    return Choices(item.choices, tuple(_called(c.unit, context) - writer for c in item.choices), private)


def _called(unit: str, context: Context) -> frozenset[str]:
    """What the practitioner of an enrolment is called, word by word."""
    found = next((p.case.enrolment.practitioner for p in context.parts if p.case.unit == unit), None)
    if found is None:
        return frozenset()
    words = name_words([found])
    return words | also_called(found.name.casefold().split()[0]) if words else words


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _typed(arrival: Arrival, context: Context, line: str) -> str:
    """What is typed below the choice."""
    top = arrival.mail.top
    return _own(top.replace(PREFILLED, "") if context.order else below(top, line), context)


def _own(text: str, context: Context) -> str:
    enrolments = [p.case.enrolment for p in context.parts]
    people = name_words(x for e in enrolments for x in (e.practitioner, e.mentor, e.manager) if x)
    writer = frozenset(name_of(p.case, p.role, context).casefold() for p in context.parts)
    return typed_below(text, people, frozenset(next(iter(writer)).split()) if len(writer) == 1 else frozenset())


def _says_more(arrival: Arrival, context: Context, line: str, choices: tuple[Choice, ...], number: int) -> bool:
    """Whether a reply that makes no choice says more than a vain attempt at one."""
    if arrival.mail.sends:
        return True
    said = _typed(arrival, context, line) if number or context.order else _own(arrival.mail.top, context)
    known = {word for c in choices for word in _plain(c.label).split()} | _ATTEMPT
    return not set(_plain(said).split()) <= known


def _is_told(context: Context, asked: str, fault: str) -> bool:
    """Whether the sender has been answered so before, and wouldn't be again."""
    return any(
        x.name == "confirm_command" and x.reason == fault and asked in x.to for x in context.desk.letters.values()
    )


def _is_asked(asked: str, sender: str, context: Context) -> bool:
    """Whether the sender is the one who was asked, maybe at another address of theirs."""
    if sender == asked or asked in context.people.addresses_of(sender):
        return True
    mentors = (p.case.enrolment.mentor for p in context.parts if p.role is Role.MENTOR)
    return any({asked, sender} <= set(m.addresses) for m in mentors)
