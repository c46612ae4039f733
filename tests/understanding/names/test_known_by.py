"""By which words somebody could be meant: a mail that is looked through for those alone reads as one that is looked
through for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.events import ReportReceived
from qibot.model import Enrolment, Person, Status
from qibot.people import Directory, found_in
from qibot.people.by_word import WordsOf
from qibot.understanding.matter.context import Context
from qibot.understanding.names.known_by import known_by, words_in
from qibot.understanding.practitioners.another_mentor import OtherMentors
from qibot.understanding.reports.others import others_of
from qibot.understanding.reports.owners import owners
from tests.support.build import ENROLMENT, arrival, case, known

FIRSTS = (
    "Jo",
    "Sam",
    "Will",
    "May",
    "Mary-Ann",
    "Siân",
    "Dr Zoë",
    "Łukasz",
    "JAMES",
    "O",
    "Ann-",
    "ΝΙΚΟΣ",
    "Idıl",
    "-",
)
LASTS = (
    "Smith",
    "Baird",
    "Grant",
    "Hall",
    "O'Neill",
    "MacLeod",
    "van der Berg",
    "Smith-Jones",
    "Weiß",
    "Åse 2",
    "",
    "J.",
)
SHAPES = (
    "{first}", "{first}'s", "{first}s", "{first}’s report", "{name}", "{NAME}", "{name}'s", "my report and {first}'s",
    "Report 1 {last} {first}", "{glued}", "{glued}_Report1", "{initial}{last}", "{last}",
    "both our reports, {first} and I",
    "on behalf of {name}", "I attach {first}'s report", "Report 2 Jo and {first}", "joint report with {name}",
    "this is our joint report", "from {first} and me", "St {first}", "{first} Hall Primary", "mine", "attached",
    "{name}x",
)  # fmt: skip


class Everybody(Directory):
    """One in which each look-up is a look at everybody."""

    def having(self, words: Iterable[str], words_of: WordsOf) -> list[Enrolment]:
        return list(self.enrolments.values())


def drawn(rng: Random, number: int) -> Enrolment:
    """Somebody; some have an address, a mentor or a name in common."""
    name = f"{rng.choice(FIRSTS)} {rng.choice(LASTS)}".strip()
    mentor = Person(f"{rng.choice(FIRSTS)} {rng.choice(LASTS)}", (f"m{rng.randrange(4)}@x.example",))
    address = f"p{rng.randrange(12)}@x.example"
    status = rng.choice([Status.ACTIVE, Status.ACTIVE, Status.PAUSED])
    practitioner = rng.choice([Person(name, (address,))] * 9 + [ENROLMENT.mentor])
    return replace(ENROLMENT, slug=f"p{number}", practitioner=practitioner, mentor=mentor, status=status)


def said(rng: Random, people: list[Enrolment]) -> str:
    name = rng.choice(people).practitioner.name
    first, *rest = name.split()
    last = rest[-1] if rest else first
    shape = rng.choice(SHAPES)
    return shape.format(
        name=name, NAME=name.upper(), first=rng.choice([first, first.lower(), first.upper()]), last=last,
        glued=f"{first}{last}", initial=first[0],
    )  # fmt: skip


@given(st.integers())
def test_who_is_looked_up_and_who_is_looked_for_among_everybody_are_the_same(seed: int) -> None:
    rng = Random(seed)
    folk = [ENROLMENT, *(drawn(rng, n) for n in range(rng.randint(1, 14)))]
    people, everybody = known(*folk), Everybody(lambda unit: unit, lambda moment: moment.date())
    for e in folk:
        everybody.note(case(enrolment=e))
    text = rng.choice([" ", ". ", "\n", ", "]).join(said(rng, folk) for _ in range(rng.randint(1, 4)))
    files = tuple(f"{said(rng, folk)}.pdf".replace("/", " ") for _ in range(rng.randint(1, 3)))
    to = ", ".join(rng.choice(folk).practitioner.address for _ in range(rng.randint(0, 2)))
    one = arrival(subject=said(rng, folk).replace("\n", " "), text=text, files=files, **({"Cc": to} if to else {}))
    event = ReportReceived(one, ENROLMENT.unit, 1)
    assert owners(one.mail, ENROLMENT, people) == owners(one.mail, ENROLMENT, everybody)
    plain, looked_up = (
        others_of(event, ENROLMENT, Context(people=some, load=lambda _unit: case())) for some in (everybody, people)
    )
    assert looked_up == plain
    here, there = (OtherMentors(ENROLMENT, some) for some in (people, everybody))
    assert [w for w in words_in(text) if w in here] == [w for w in words_in(text) if w in there]


@pytest.mark.parametrize(
    "name", ["Jo Smith", "Mary-Ann O'Neill", "Dr Siân MacLeod", "Weiß", "Νίκος Σας", "--", "Jo (Joe)"]
)
@pytest.mark.parametrize("around", ["{}", "({})", "Re: {}’s report", "{}, too", "hi {}.\nYours"])
def test_a_name_in_a_text_is_found_by_a_word_of_it(name: str, around: str) -> None:
    one = replace(ENROLMENT, practitioner=Person(name, ("x@x.example",)))
    text = around.format(name)
    assert found_in(name, text) is not None
    assert known_by(one) & words_in(text)
