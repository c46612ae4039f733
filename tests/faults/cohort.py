"""A cohort, and what its people do in a month: who sends what when, drawn from a seed, with a mark in all words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from enum import StrEnum

from qibot.demo.cast import Player, word
from qibot.model.people import Enrolment, Person

COHORT = "2025-26"
FIRST_MONTH = "2025-10"  # long past: a mail server keeps an arrival time only if it isn't in the future
BEGIN, END = datetime(2025, 10, 1, 8, tzinfo=UTC), datetime(2025, 11, 1, 8, tzinfo=UTC)
LATE_SHARE, NEVER_SHARE, ASK_SHARE, SUPPORT_SHARE, EXPECT_SHARE = 0.15, 0.1, 0.3, 0.15, 0.15


class Deed(StrEnum):
    """What somebody does."""

    REPORT = "report"
    FEEDBACK = "feedback"  # a mentor answers a report
    SUPPORT = "support"  # a mentor tells the team alone
    EXPECT = "expect"  # a mentor will be later
    QUESTION = "question"  # a practitioner asks the mentor something in a fresh mail
    STRANGE = "strange"  # somebody whom nobody knows writes


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something at a moment or, where it answers a letter, as soon as that has come."""

    moment: datetime
    deed: Deed
    who: Player
    about: str  # the enrolment, or nothing
    mark: str  # stands in its words and nowhere else

    @property
    def answers(self) -> str:
        """The letter that is answered, or nothing."""
        return "forward_report" if self.deed in (Deed.FEEDBACK, Deed.SUPPORT, Deed.EXPECT) else ""


class Cohort:
    """So many practitioners; a mentor has three, a manager four. All addresses are of a domain of their own."""

    def __init__(self, size: int, tag: str) -> None:
        self.tag, self.bot = tag, f"qi@{tag}.example"
        self.team, self.boss = f"team@{tag}.example", f"boss@{tag}.example"
        self.practitioners = [Player(f"Pat {_name(n)}", f"p{n}@{tag}.example") for n in range(size)]
        self.mentors = [Player(f"Ann {_name(n)}", f"m{n}@{tag}.example") for n in range((size + 2) // 3)]
        self.managers = [Player(f"Meg {_name(n)}", f"g{n}@{tag}.example") for n in range((size + 3) // 4)]

    def enrolments(self) -> list[Enrolment]:
        """As the people sheet would have them."""
        return [
            Enrolment(COHORT, f"p{n}", _person(who), _person(self.mentor(n)), _person(self.manager(n)))
            for n, who in enumerate(self.practitioners)
        ]

    def mentor(self, number: int) -> Player:
        """Whom this practitioner has."""
        return self.mentors[number // 3]

    def manager(self, number: int) -> Player:
        """Whom this practitioner has."""
        return self.managers[number // 4]

    def mailboxes(self) -> list[str]:
        """The addresses of everybody to whom the bot may write, and of a stranger."""
        people = [*self.practitioners, *self.mentors, *self.managers]
        return [*(who.address for who in people), self.team, self.boss, self.stranger.address]

    @property
    def stranger(self) -> Player:
        """Nobody whom the sheet knows."""
        return Player("R. Muir", f"stranger@{self.tag}.example")

    def month(self, rng: random.Random) -> list[Act]:
        """All that is done, in its order."""
        marks = iter(rng.sample(range(100_000, 1_000_000), 6 * len(self.practitioners) + 10))
        acts = [act for n in range(len(self.practitioners)) for act in self._of(n, rng, marks)]
        acts += [
            Act(_moment(rng, 1, 29), Deed.STRANGE, self.stranger, "", _mark(marks))
            for _ in range(len(self.practitioners) // 4)
        ]
        return sorted(acts, key=lambda act: act.moment)

    def _of(self, number: int, rng: random.Random, marks: Iterator[int]) -> Iterator[Act]:
        who, mentor, unit = self.practitioners[number], self.mentor(number), f"{COHORT}/p{number}"
        drawn = rng.random()
        if rng.random() < ASK_SHARE:
            yield Act(_moment(rng, 1, 28), Deed.QUESTION, who, unit, _mark(marks))
        if drawn < NEVER_SHARE:
            return
        sent = _moment(rng, 16, 20) if drawn < NEVER_SHARE + LATE_SHARE else _moment(rng, 2, 14)
        yield Act(sent, Deed.REPORT, who, unit, _mark(marks))
        if rng.random() < SUPPORT_SHARE:
            yield Act(sent + timedelta(hours=rng.uniform(1, 20)), Deed.SUPPORT, mentor, unit, _mark(marks))
        if rng.random() < EXPECT_SHARE:
            yield Act(sent + timedelta(hours=rng.uniform(1, 20)), Deed.EXPECT, mentor, unit, _mark(marks))
        answered = sent + timedelta(days=rng.uniform(1, 9))
        if answered < END - timedelta(days=1):
            yield Act(answered, Deed.FEEDBACK, mentor, unit, _mark(marks))

    # --- their mail ---

    def mail(self, act: Act, when: datetime, letter: bytes = b"") -> bytes:
        """What they send; `letter` is what they answer."""
        text = TEXTS[act.deed].format(mark=act.mark)
        if act.answers:
            return _bytes(act.who.answers(when, letter, text))
        document = {"Report 1.docx": self.document(act)} if act.deed is Deed.REPORT else None
        mail = act.who.writes(when, SUBJECTS[act.deed], text, document)
        mail.replace_header("To", self.bot)
        return _bytes(mail)

    def document(self, act: Act) -> bytes:
        """What a report has attached."""
        return word([act.who.name, f"Aim {act.mark}: 80% of pupils ready to learn at 9.15 by June."])


TEXTS = {
    Deed.REPORT: "My report is attached. It is about lot {mark}.\n",
    Deed.FEEDBACK: "What I liked: the aim for lot {mark}.\n\nEven better if: the measures of lot {mark} had types.",
    Deed.SUPPORT: "NEEDS SUPPORT\n\nThey are lost since lot {mark}.",
    Deed.EXPECT: "EXPECT 28 October",
    Deed.QUESTION: "Should I measure lot {mark} weekly or daily?\n",
    Deed.STRANGE: "Could somebody tell me about lot {mark}?\n",
}
SUBJECTS = {Deed.REPORT: "Report 1", Deed.QUESTION: "A question about my measures", Deed.STRANGE: "Hello"}


def _person(player: Player) -> Person:
    return Person(player.name, (player.address,))


def _name(number: int) -> str:
    letters = "abdefghijklmnoprstuvwyz"
    return "".join(letters[number // len(letters) ** place % len(letters)] for place in range(4)).title()


def _mark(marks: Iterator[int]) -> str:
    return str(next(marks))


def _moment(rng: random.Random, first: int, last: int) -> datetime:
    """Between these days of the month, at an hour at which people write."""
    day = BEGIN.replace(hour=0) + timedelta(days=rng.randint(first, last) - 1)
    return day + timedelta(minutes=rng.randrange(6 * 60, 22 * 60))


def _bytes(mail: EmailMessage) -> bytes:
    return mail.as_bytes(policy=policy.SMTP)
