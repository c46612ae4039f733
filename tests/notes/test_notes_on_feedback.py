"""The feedback that a mentor has given: what the next notes say of it, and that nobody else reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.model.people import Person
from tests.support.build import at
from tests.support.notes import (
    ANN,
    GOOD,
    JO,
    MEG,
    report_mail,
    said,
    sends,
    to,
)
from tests.support.programme import read, text_of
from tests.support.world import World

pytestmark = pytest.mark.slow


def test_the_last_report_and_the_feedback_on_it_are_looked_at(world: World) -> None:
    sends(world, 1, GOOD)
    letter = next(raw for _, raw in world.outbox.delivered if read(raw)["X-QI-Letter"] == "forward_report")
    reply = EmailReply(letter, "What I liked: the aim.\n\nEven better if: you asked the janitor about Mondays.")
    world.inbox.put(reply.raw, world.now)
    world.bot.round()
    world.now = at("2026-11-10T10:00")
    sends(world, 2, GOOD.replace("80%", "60%") + "\n\n# Next steps\nWe go on.")
    assert "The aim has changed since the last report" in said(world)
    assert "you asked the janitor about Mondays" in said(world)


def test_a_new_mentors_notes_quote_nothing_that_the_former_one_wrote_nor_what_was_written_to_them(world: World) -> None:
    words = "Hi Ann, our aim is that 80% of the divorce will be behind me by June 2027."
    world.inbox.put(report_mail(1, {"report.pdf": b"%PDF-1.4 a scan"}, words), world.now)
    world.bot.round()
    feedback_on(world, 1, f"{PRAISE}\n\nEven better if you gave yourself time after the miscarriage.")
    world.bot._carrier.take_over(replace(world.case.enrolment, mentor=Person("Bob Ray", ("bob@fire.example",))))
    world.bot, world.now = world.started(), at("2026-11-10T10:00")
    sends(world, 2, f"{GOOD}\n\n# Next steps\nWe go on.")
    assert to(world, "bob@fire.example")[-1] == "mentor_notes"
    for word in ("miscarriage", "divorce", "both halves"):
        assert word not in said(world)


class EmailReply:
    """A mentor's plain answer to a letter."""

    def __init__(self, letter: bytes, text: str) -> None:
        asked = read(letter)
        head = (
            f"From: {ANN.address}\r\nTo: {asked['Reply-To'].addresses[0].addr_spec}\r\nSubject: Re: "
            f"{asked['Subject']}\r\n"
            f"Message-ID: <{abs(hash(text))}@x.example>\r\nIn-Reply-To: {asked['Message-ID']}\r\n\r\n"
        )
        self.raw = (head + text).encode()


def feedback_on(world: World, number: int, text: str) -> None:
    letters = [raw for _, raw in world.outbox.delivered if read(raw)["X-QI-Letter"] == "forward_report"]
    letter = next(raw for raw in letters if f"Report {number} " in str(read(raw)["Subject"]))
    world.inbox.put(EmailReply(letter, text).raw, world.now)
    world.bot.round()


PRAISE = "I liked your aim very much, and the run chart was great. Well done to you and your team, Jo."
ADVICE = (
    "Could you say for whom it is? I would suggest one class to begin with, and consider a balancing measure for it."
)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (PRAISE, "Lately the second one was hard to find."),
        (ADVICE, "Lately the first one was hard to find."),
        (f"{PRAISE} {ADVICE}", ""),
    ],
)
def test_feedback_of_one_half_brings_a_kind_line_with_the_next_notes(world: World, words: str, line: str) -> None:
    sends(world, 1, GOOD)
    feedback_on(world, 1, words)
    world.now = at("2026-11-10T10:00")
    sends(world, 2, GOOD)
    assert ("both halves" in said(world)) == bool(line)
    assert line in said(world)


def test_the_kind_line_comes_once_a_month_at_the_most(world: World) -> None:
    sends(world, 1, GOOD)
    feedback_on(world, 1, PRAISE)
    seen = []
    for number, day in ((2, "2026-11-10"), (3, "2026-11-30"), (4, "2026-12-20")):
        world.now = at(f"{day}T10:00")
        sends(world, number, GOOD)
        seen.append("both halves" in said(world))
    assert seen == [True, False, True]


def test_the_kind_line_reaches_nobody_but_the_mentor(world: World) -> None:
    sends(world, 1, GOOD)
    feedback_on(world, 1, PRAISE)
    world.now = at("2026-11-10T10:00")
    sends(world, 2, GOOD)
    for address in (JO.address, MEG.address):
        assert "both halves" not in " ".join(text_of(raw) for got, raw in world.outbox.delivered if address in got)
