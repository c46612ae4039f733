"""What stands in a joint report, or in its mail, of the other one: to whom it goes, and whose word corrects it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.test_joint_reports import BOB, SAM, comes, of_sam, to
from tests.rules.test_joint_reports_in_doubt import among, of, waiting
from tests.support.build import ANN, ENROLMENT, JO, TEAM, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return among(tmp_path, SAM)


ANOTHERS = [
    "Sam's been off sick so I wrote his part.",
    "His mum died last week, so it is short.",
    "The baby came early so Sam is off.",
    "Sam is signed off with stress until January.",
    "Sam broke his leg, so there is no chart.",
    "Sam is on holiday this week.",
    "Sam has been struggling lately.",
    "Sam had to look after his dad, so the chart is mine.",
    "Sam has handed in his notice.",
    "He hasn't been himself since the summer.",
    "To be honest Sam did nothing for it.",
    "Sam has been going through a hard time. They asked me to finish it.",
]


@pytest.mark.parametrize("told", ANOTHERS)
@pytest.mark.parametrize(
    "opening", ["Here is our joint report, Sam's and mine. ", "Sam and I did this report together. "]
)
def test_what_befell_the_other_one_reaches_the_team_alone(s: Scene, opening: str, told: str) -> None:
    comes(s, opening + told)
    secret = told.rstrip(".").partition(",")[0]
    has = {w for who, raw in s.outbox.delivered for w in who if secret in text_of(raw).replace(">", "")}
    assert has == {TEAM}
    assert ANN.address in to(s, "forward_report")
    assert s.numbers == [1]


def test_it_counts_for_both_all_the_same(s: Scene) -> None:
    comes(s, "Here is our joint report, Sam's and mine. Sam's been off sick so I wrote his part.")
    assert (s.numbers, of_sam(s)) == ([1], [1])
    assert to(s, "report_in_confidence") == {TEAM}
    assert to(s, "forward_report") == {ANN.address, BOB.address}


@pytest.mark.parametrize(
    "told",
    [
        "Sam and I measured the wait at the door.",
        "Sam drew the chart, and I wrote the rest.",
        "Ann, Sam asks whether the aim says by when.",
        "We tried the bells together, and he counted who was late.",
        "I hope that it is clear enough. Sam will answer questions on the data.",
    ],
)
def test_what_the_other_one_did_reaches_the_senders_mentor(s: Scene, told: str) -> None:
    comes(s, f"Here is our joint report, Sam's and mine. {told}")
    assert told in text_of(s.raws("forward_report", ANN.address)[0]).replace("> ", "")


def test_beside_ones_own_report_what_befell_another_practitioner_reaches_the_team_alone(s: Scene) -> None:
    comes(s, "Here is my report. Sam Baird's data is missing, he is off with stress.", cc="")
    has = {w for who, raw in s.outbox.delivered for w in who if "stress" in text_of(raw)}
    assert has == {TEAM}


def test_typed_into_a_joint_report_it_is_asked_about_first(s: Scene) -> None:
    words = "This is the joint report of Sam Baird and me. Sam has been signed off with stress. "
    told = (
        "Our aim is that nine in ten visitors are seen within five minutes by June 2027. We measured the wait at the "
        "door each day in September. The median was eleven minutes. Test 1: a second desk at lunchtime. We predicted "
        "eight minutes and got seven. Next we try it on Mondays, with the porter at the desk. "
    )
    s.takes(message(subject="Report 1", text=words + told * 5))
    assert s.numbers == []
    assert not to(s, "forward_report")
    assert to(s, "ask_which_report") == {JO.address}
    s.answers("ask_which_report", "1")
    s.bot.round()
    assert s.numbers == [1]
    assert [q.offered for q in waiting(s)] == [SAM.practitioner.address]


def test_what_the_other_one_corrects_is_corrected_as_often_as_they_like(s: Scene) -> None:
    comes(s, "Here is our joint report, Sam's and mine.")
    place = next(n for n, h in enumerate(s.heads("receipt")) if SAM.practitioner.address in str(h["To"]))
    s.answers("receipt", "QUESTION", SAM.practitioner.address, place)
    assert (s.numbers, of_sam(s)) == ([1], [])
    s.answers("receipt", "REPORT 1", SAM.practitioner.address)
    assert (s.numbers, of_sam(s)) == ([1], [1])
    s.answers("receipt", "REPORT 2", SAM.practitioner.address)
    assert (s.numbers, of_sam(s)) == ([1], [2])
    assert ANN.address not in {w for who, _ in s.outbox.delivered[4:] for w in who}


@pytest.mark.parametrize("then", [[], ["REPORT 2"]])
def test_what_the_other_one_says_of_it_is_answered_to_them_alone(s: Scene, then: list[str]) -> None:
    comes(s, "Here is our joint report, Sam's and mine.")
    place = next(n for n, h in enumerate(s.heads("receipt")) if SAM.practitioner.address in str(h["To"]))
    before = len(s.outbox.delivered)
    s.answers("receipt", "QUESTION", SAM.practitioner.address, place)
    for word in then:
        s.answers("receipt", word, SAM.practitioner.address)
    said = {w for who, raw in s.outbox.delivered[before:] for w in who if b"X-QI-Letter: remind" not in raw}
    assert said == {SAM.practitioner.address, BOB.address}
    assert s.numbers == [1]


@pytest.mark.parametrize(
    "told",
    [
        "Sam had a stroke.",
        "Sam lost the baby in May.",
        "Sam moved out from his wife and has not been himself.",
        "I did it all, Sam just put his name on it.",
    ],
)
def test_what_is_told_of_the_other_one_in_whatever_words_reaches_the_team_alone(s: Scene, told: str) -> None:
    comes(s, f"Here is our joint report, Sam's and mine. {told}")
    assert of(s, ENROLMENT) == of(s, SAM) == [1]
    for who in (ANN.address, BOB.address):
        assert told not in " ".join(text_of(raw) for raw in s.raws("forward_report", who))
    assert told in " ".join(text_of(raw) for raw in s.raws("report_in_confidence", TEAM)).replace("> ", "")


def test_what_the_other_one_wrote_and_is_quoted_below_reaches_no_mentor(s: Scene) -> None:
    comes(
        s,
        "Here is our joint report, Sam's and mine.\n\nOn 11 Oct 2026 at 10:00 Sam Baird <sam@fire.example> wrote:\n"
        "> I am off sick with depression until January, do it without me.\n",
    )
    assert "depression" not in " ".join(text_of(raw) for raw in s.raws("forward_report", ANN.address))
