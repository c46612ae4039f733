"""New words for the team, in answer to a question or a confirmation of ours, come to it whole, and are answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

BOB = Person("Bob Ray", ("bob@fire.example",))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN, MEG)
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)
UNCLEAR = "Hm. I'm really not sure what to make of this one."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, SAM, PAT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


def test_a_mentors_words_after_no_capacity_reach_the_team_and_are_answered(s: Scene) -> None:
    s.answers("forward_report", "NO CAPACITY", ANN.address)
    before = len(s.raws("confirm_command", ANN.address))
    s.answers("confirm_command", "I should say that Jo has been very low since October.", ANN.address)
    assert readers(s, "very low since October") == {TEAM}
    assert len(s.raws("confirm_command", ANN.address)) == before + 1
    assert "nobody else has seen it" in s.last("confirm_command")


def test_why_they_cannot_go_on_reaches_the_team_and_is_answered(s: Scene) -> None:
    s.answers("forward_report", "NO CAPACITY", ANN.address)
    before = len(s.raws("confirm_command", ANN.address))
    s.answers("confirm_command", "I should say that my husband has been diagnosed with cancer.", ANN.address)
    assert readers(s, "diagnosed with cancer") == {TEAM}
    assert len(s.raws("confirm_command", ANN.address)) == before + 1


def test_thanks_for_that_confirmation_trouble_nobody(s: Scene) -> None:
    s.answers("forward_report", "NO CAPACITY", ANN.address)
    before = len(s.outbox.delivered)
    s.answers("confirm_command", "Many thanks!", ANN.address)
    s.bot.round()
    assert len(s.outbox.delivered) == before


def test_a_mentors_own_words_to_our_question_reach_the_team(s: Scene) -> None:
    s.answers("forward_report", UNCLEAR, ANN.address)
    s.answers("ask_which_report", "Just for you. I'm worried that she is copying from last year.", ANN.address)
    assert readers(s, "copying from last year") == {TEAM}
    assert JO.address not in readers(s, "not sure what to make")


def test_a_practitioners_own_words_to_our_question_reach_the_team(s: Scene) -> None:
    s.answers("receipt", "Please delete that")
    s.answers("ask_which_report", "I can't say it to Ann, she makes me feel stupid.")
    assert readers(s, "makes me feel stupid") == {TEAM}


def test_a_plain_choice_brings_the_team_nothing(s: Scene) -> None:
    s.answers("forward_report", UNCLEAR, ANN.address)
    s.answers("ask_which_report", "FEEDBACK", ANN.address)
    assert JO.address in readers(s, "not sure what to make")
    assert not s.raws("report_in_confidence")


QUOTED = (
    "\n\n________________________________\nFrom: QI reports <{bot}>\nSent: 12 November 2026 09:00\nTo: Jo Smith\n"
    "Subject: {subject}\n\n{letter}"
)


@pytest.mark.parametrize(
    "text",
    [
        "I need another fortnight, that's what it was about",
        "it was for the team. I'm on leave till the 26th",
        "not sending it till I've had an induction",
        "Nobody told me there was a report in October. I've had no induction. I need more time.",
        "too busy with the inspection, that's the message",
    ],
)
def test_why_nothing_comes_is_heard_in_answer_to_our_question_though_it_quotes_that(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-13T09:00")
    s.sends("hello", text="Who is this and why am I getting robot mail")
    head = s.heads("ask_which_report")[-1]
    bot = str(head["Reply-To"].addresses[0].addr_spec)
    quoted = QUOTED.format(bot=bot, subject=head["Subject"], letter=s.last("ask_which_report"))
    s.answers("ask_which_report", text + quoted)
    s.bot.round()
    assert s.raws("ask_exceptional", TEAM)
    assert s.case.terms(1).held_since is not None
