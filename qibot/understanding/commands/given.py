"""A command as it was given, and what the readers of all commands share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear
from qibot.expression import expression
from qibot.message import PREFILLED, above_letter, words_apart
from qibot.model import DESK, Case, Role
from qibot.people import name_words
from qibot.quoting import above_and_top, without_unseen
from qibot.understanding.commands.typed import typed_below
from qibot.understanding.matter.context import Context

STRAY_WORDS = 4
HEAD = 500  # lines among which a command may stand
_LINKED = expression(r"(?<=\w)\s?<mailto:[^<>\s]{1,300}>", re.IGNORECASE)
SETTLED = ("it has been settled already", "nothing; there is nothing to decide any more")  # the fault, and what instead
AROUND = {
    "it", "by", "on", "at", "the", "about", "around", "feedback", "please", "thanks", "thank", "you", "latest", "mine",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """A command: in which matter, by whom, and what stood behind the word.

    `case` is the enrolment's, or the desk's for a command that is about nobody in particular. `line` is the command as
    it stands in the mail, and `words` is what may safely be taken for the sender's own below it: to recognise by.
    """

    arrival: Arrival
    case: Case
    number: int
    role: Role
    behind: str
    almanac: Almanac
    line: str = ""
    context: Context = field(default_factory=Context)

    @property
    def today(self) -> date:
        """The local day on which the mail server took the reply in: dates count from it."""
        return self.almanac.day(self.arrival.arrived)

    @property
    def in_answer(self) -> bool:
        """Whether it is typed in answer to a letter about this matter: where a line says more than a word of the
        team's there, plain words are told (understanding/team)."""
        answers = self.context.case is not None and self.context.case.unit == self.case.unit
        return answers and self.role is Role.TEAM and not self.context.order

    @property
    def words(self) -> str:
        """The sender's own words below the command, as far as they can be told safely: not to be passed on. A name, a
        signature, a greeting and a telephone's tag are none."""
        return self.typed_below(self._below(self.arrival.mail.top))

    @property
    def speaks(self) -> bool:
        """Whether the word but begins what somebody says: “Help!”, “Question:”, and a text of their own below it."""
        raw = next((x for x in self.arrival.mail.top.split("\n") if plain_line(x) == self.line), "")
        return not self.context.order and raw.rstrip(' \t*_"”’').endswith((":", "!", "?")) and bool(self.words)

    def typed_below(self, text: str) -> str:
        """What is said in a text that stands below the command."""
        cases = [self.case] if self.case.unit != DESK else [p.case for p in self.context.parts]
        e = [c.enrolment for c in cases]
        people = name_words(p for one in e for p in (one.practitioner, one.mentor, one.manager) if p)
        return typed_below(text, people, frozenset(self.who.casefold().split()) - {"team"})

    @property
    def words_to_team(self) -> str:
        """All that was written below the command, without a quotation of which every word is ours."""
        return self._below(words_apart(self.arrival.mail, self.context.case or self.case))

    @property
    def words_to_others(self) -> str | None:
        """What was written below the command, without any quoted letter and any line that is marked as quoted; None
        where a quoted letter can't be told apart."""
        text = self._below(above_and_top(self.arrival.mail.unmarked)[0])
        own = "\n".join(line for line in text.split("\n") if not line.lstrip().startswith(">")).strip("\n")
        return own if self.context.case is None else above_letter(own, self.context.case)

    def _below(self, text: str) -> str:
        return text.replace(PREFILLED, "").strip("\n") if self.context.order else below(text, self.line)

    @property
    def who(self) -> str:
        """The name by which the sender is addressed."""
        return name_of(self.case, self.role, self.context)

    def unclear(self, fault: str, instead: str) -> CommandUnclear:
        """The same as a command that can't be carried out: what is wrong, and what would have worked."""
        return CommandUnclear(self.arrival, self.case.unit, self.number, self.role, fault, instead, self.who)


def name_of(case: Case, role: Role, context: Context) -> str:
    """The name of whoever plays this part in the case or, for the desk, in any enrolment of the sender's."""
    cases = [case] if case.unit != DESK else [p.case for p in context.parts if p.role is role]
    for e in (c.enrolment for c in cases):
        if role is Role.PRACTITIONER:
            return e.practitioner.name
        if role is Role.MENTOR:
            return e.mentor.name
        if role is Role.MANAGER and e.manager:
            return e.manager.name
    return "team"


def first_line(text: str) -> str:
    """The first line that holds words, without quotation marks and the like around them."""
    lines = (plain_line(line) for line in text.split("\n"))
    return next((line for line in lines if line), "")


def plain_line(line: str) -> str:
    """A line's words on their own; of an address that Outlook has made a link the address alone."""
    bare = without_unseen(line[:400])
    if "<" in bare:
        bare = _LINKED.sub("", bare)
    return " ".join(bare.strip(" \t\u00a0*_\"'“”‘’>.,:!-").split())[:200]


def below(text: str, first: str = "") -> str:
    """What stands below the line that says `first`, else below the first that holds words."""
    lines = text.split("\n")
    said = [(n, plain) for n, line in enumerate(lines[:HEAD]) if (plain := plain_line(line))]
    place = next((n for n, plain in said if plain == first), said[0][0] if said else len(lines))
    return "\n".join(lines[place + 1 :]).strip("\n")


def words_of_its_own(rest: str) -> bool:
    """Whether more is said beside the date than people say around one: then it is a sentence, not a command."""
    return any(word.strip(".,:!").lower() not in AROUND for word in rest.split())


def not_to_be_taken(day: date, given: Given) -> str:
    """Why a date isn't taken: past, or too far off; empty where it is."""
    within = given.almanac.calendar.expect_within_days
    if day < given.today:
        return f"{day.day} {day:%B %Y} is past"
    if day > given.today + timedelta(days=within):
        return f"{day.day} {day:%B %Y} is more than {within} days off"
    return ""
