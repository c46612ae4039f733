"""That somebody is to be written to at another address is for the team, who keep the sheet of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import DESK, Quarantined
from qibot.model.reports import Report
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

NEW = "jo.smith@gmail.example"
SAID = [
    f"Please use my new address from now on, {NEW}.",
    f"Hi, please use my other address in future: {NEW}. Thanks!",
    f"My e-mail address has changed, it is now {NEW}.",
    f"Please e-mail me at {NEW} instead.",
    f"Could you send these to {NEW} from now on please?",
    f"I've got a new email address: {NEW}",
    "My e-mail address is changing next week.",
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report has come, and has its feedback."""
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


def waiting(s: Scene) -> list[Quarantined]:
    return list(s.store.load(DESK).all(Quarantined).values())


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(("sender", "letter"), [(JO, "receipt"), (ANN, "forward_report")])
def test_the_team_alone_hears_of_an_address_in_a_thread(s: Scene, said: str, sender: object, letter: str) -> None:
    s.answers(letter, said, ANN.address if sender is ANN else JO.address)
    assert len(waiting(s)) == 1
    assert readers(s, "is to be written to at another address") == {TEAM}
    assert readers(s, NEW) == ({TEAM} if NEW in said else set())
    assert [r.answered for r in s.case.all(Report).values()] == [None]


@pytest.mark.parametrize("said", SAID)
def test_the_team_alone_hears_of_one_in_a_fresh_mail(s: Scene, said: str) -> None:
    s.sends("New address", text=said)
    assert readers(s, "is to be written to at another address") == {TEAM}
    assert readers(s, NEW) == ({TEAM} if NEW in said else set())


def test_beside_feedback_both_arrive(s: Scene) -> None:
    s.answers("forward_report", f"What I liked: the aim says by when. {SAID[2]}", ANN.address)
    assert {JO.address, MEG.address} <= readers(s, "the aim says by when")
    assert TEAM in readers(s, "is to be written to at another address")
    assert [bool(r.answered) for r in s.case.all(Report).values()] == [True]


def test_beside_a_report_both_arrive_and_the_team_can_let_it_go(s: Scene) -> None:
    s.now = s.now.replace(month=11, day=10)
    raw = message(subject="Report 2", text=f"Here is report 2. {SAID[0]}", files=("Report 2.pdf",))
    assert s.takes(raw) == "report 2"
    assert TEAM in readers(s, "is to be written to at another address")
    s.answers("report_quarantine", "DISCARD", TEAM)
    s.bot.round()
    assert not waiting(s)
    assert s.numbers == [1, 2]


@pytest.mark.parametrize(
    "said",
    [
        "Can you add me to your Teams channel again with the new address of the group?",
        "It went on Monday from my other address, the gmail one. Has it not turned up?",
        f"Please send the data to {MEG.address} as well.",
        "We asked for the new address by text, 64 answered, of which 12 had moved.",
        "You could write to lesley@stats.example about the chart, she's good.",
        "I'm writing from the office today, the project has a new home.",
    ],
)
def test_other_addresses_are_talk(s: Scene, said: str) -> None:
    s.answers("forward_report", said, ANN.address)
    assert MOVED not in {q.cause for q in waiting(s)}


MOVED = "it says that its sender is to be written to at another address"
