"""What a mentor lets out of others and of themselves amid feedback, and the plainest words that were asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM
from tests.support.dialogue import Scene

SAM = Enrolment(ENROLMENT.cohort, "sam", Person("Sam Baird", ("sam@school.example",)), ANN, None)
WILL = Enrolment(ENROLMENT.cohort, "will", Person("Will Young", ("will@school.example",)), ANN, None)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann, who mentors Sam and Will, too."""
    made = Scene(tmp_path, ENROLMENT, SAM, WILL, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


def reached(s: Scene, text: str) -> set[str]:
    before = len(s.outbox.delivered)
    s.answers("forward_report", text, ANN.address)
    s.bot.round()
    words = " ".join(text.split()[:4])
    new = s.outbox.delivered[before:]
    return {a for to, raw in new for a in to if words in " ".join(raw.replace(b"=\r\n", b"").decode().split())}


@pytest.mark.parametrize(
    "text",
    [
        "Good. Poor Sam is in hospital so you'll be on your own at session 2. Add a median.",
        "Great aim Jo. Sam's mum died so he's behind, could you share your chart?",
        "Good. Did you hear Sam's leaving? Add a median.",
        "Good aim. Could you nudge Sam for me, he owes me a report.",
        "Good. Sam got a 3, you're a 4.",
        "Good. Better than Sam's!",
        "Great. Sam missed session 2 as well so you could catch up together. Add a date.",
        "Good. My other practitioner has dropped out, so more time for you! Add a median.",
        "Good. The team are useless, don't wait for them. Add a median.",
        "Good. Don't expect much from the Community Planning team. Add a date.",
        "Good aim, add a median. I've been off with depression.",
        "Sorry this is late, my mum died. Lovely chart, now add a median.",
        "My partner is seriously ill and I can't commit to anything at the moment.",
        "Good. Sam made the same mistake. Add a median.",
    ],
)
def test_what_befell_another_the_team_or_the_mentor_is_asked_about(s: Scene, text: str) -> None:
    assert not reached(s, text) & {JO.address, MEG.address}
    assert s.raws("ask_which_report", ANN.address)


@pytest.mark.parametrize(
    "text",
    [
        "Good aim. Ask Sam to show you his run chart. Add a median.",
        "Nice chart. Have a look at Sam's poster for how to show the baseline.",
        "Great. Sam found that a tally sheet works best. Add a date.",
        "Good. See you and Sam at session 3. Add a median.",
        "Good. Why not team up with Sam for the next test? Add a median.",
        "Good. It would be worth speaking to Sam, whose ward has a similar aim. Add a median.",
        "Good. Young people will tell you what the chart lacks. Will it show the baseline, too? Add a median.",
        "Good. The team can send you the template. Add a median.",
        "Good. How many staff are off with stress is a good balancing measure. Add a median.",
        "Sorry for the delay, I was on leave. Good aim, add a median.",
    ],
)
def test_whom_to_ask_and_what_to_look_at_is_feedback_as_any(s: Scene, text: str) -> None:
    assert reached(s, text) == {JO.address, MEG.address}


@pytest.mark.parametrize("text", ["ring me", "Call me when you can Jo", "Jo, give me a ring tomorrow after 3pm. Ann"])
def test_ring_me_is_a_message(s: Scene, text: str) -> None:
    assert reached(s, text) == {JO.address}


@pytest.mark.parametrize("text", ["Ring me about Sam", "Call me, I'm worried", "Call me when you can, it's about Meg"])
def test_ring_me_with_a_cause_reaches_no_practitioner(s: Scene, text: str) -> None:
    assert reached(s, text) <= {TEAM}


@pytest.mark.parametrize(
    "text",
    [
        "I'm away from 14 December till 5 January",
        "Hi team,\n\nJust to say I'll be on annual leave between 16 December and 20 December.\n\nThanks\nAnn",
    ],
)
def test_a_mentors_fresh_word_of_when_they_are_away_is_noted_as_away_is(s: Scene, text: str) -> None:
    s.sends("Hello", text=text, sender=ANN.address)
    s.bot.round()
    assert "December" in s.last("confirm_command")
    assert not s.raws("ask_which_report", ANN.address)


def test_an_absence_beside_anything_else_is_no_such_word(s: Scene) -> None:
    s.sends("Hello", text="I'm away from 14 December till 5 January, having my operation.", sender=ANN.address)
    s.bot.round()
    assert not s.raws("confirm_command", ANN.address) or "away" not in s.last("confirm_command")
