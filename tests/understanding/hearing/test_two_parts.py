"""Who plays two parts: their own report is theirs, and whom a mail calls says as what its sender speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, JO, TEAM, at, config
from tests.support.dialogue import Scene

BOB = Person("Bob Ray", ("bob@fire.example",))
UNA = Person("Una Kerr", ("una@care.example",))
PRIYA = Person("Priya Nair", ("priya@council.example",))
UNAS = Enrolment("2026-27", "una.kerr", UNA, BOB, JO)  # Jo is her manager
BOBS = Enrolment("2026-27", "bob.ray", BOB, ANN, None)
PRIYAS = Enrolment("2026-27", "priya.nair", PRIYA, BOB, None)


def begun(tmp_path: Path, *enrolments: Enrolment) -> Scene:
    s = Scene(tmp_path, *enrolments, config=config())
    s.now = at("2026-10-12T09:00")
    return s


@pytest.mark.parametrize(
    "text",
    [
        "I'll be late with my report, we're short staffed with Una off",
        "I'm going to be late with mine, we're short staffed with Una off",
        "I won't manage to finish in time, Una is off and there's only me",
    ],
)
def test_a_managers_own_report_is_late_for_whoevers_absence(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, UNAS)
    s.sends("Hello", text=text)
    assert s.raws("tell_difficulty", ANN.address)
    assert not s.raws("tell_difficulty", BOB.address)


@pytest.mark.parametrize("text", ["Una's off sick this week", "I can't spare Una for her project this month"])
def test_what_keeps_somebody_whom_they_manage_is_that_ones(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT, UNAS)
    s.sends("Hello", text=text)
    assert s.raws("tell_difficulty", BOB.address)
    assert not s.raws("tell_difficulty", ANN.address)


def test_what_keeps_both_is_heard_of_both(tmp_path: Path) -> None:
    s = begun(tmp_path, ENROLMENT, UNAS)
    s.sends("Hello", text="Una's mum died so she won't manage hers and I'm behind with mine too")
    assert len(s.raws("ask_exceptional", TEAM)) == 2
    assert s.raws("tell_difficulty", ANN.address)
    assert s.raws("tell_difficulty", BOB.address)


@pytest.mark.parametrize(
    "text", ["Priya, can you send me your run chart?", "Hi Priya, welcome! Shall we meet on the 3rd?\n\nBob"]
)
def test_a_mentor_who_is_a_practitioner_too_speaks_as_the_mentor_to_whom_they_call(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, BOBS, PRIYAS)
    s.sends("Hello", text=text, sender=BOB.address)
    assert s.raws("relay_message", PRIYA.address)
    assert not s.raws("relay_message", ANN.address)
    assert not s.raws("report_quarantine")


def test_and_as_a_practitioner_to_their_own_mentor(tmp_path: Path) -> None:
    s = begun(tmp_path, BOBS, PRIYAS)
    s.sends("Hello", text="Hi Ann, could we move our call to Thursday?", sender=BOB.address)
    assert s.raws("relay_message", ANN.address)
    assert not s.raws("relay_message", PRIYA.address)
