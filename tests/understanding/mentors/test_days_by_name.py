"""A day beside several practitioners' names is the day of each; a word more about them isn't."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qibot.model import Person, Put
from qibot.model.reports import Report
from tests.support.build import ANN, ENROLMENT, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

NADIA = Person("Nadia Petrie", ("nadia@nursery.example",))
FRASER = Person("Fraser Quinn", ("fraser@council.example",))
DUE = date(2026, 11, 19)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    s = scene(tmp_path_factory.mktemp("two"))
    for person, slug in ((NADIA, "nadia.petrie"), (FRASER, "fraser.quinn")):
        e = replace(ENROLMENT, slug=slug, practitioner=person)
        s.store.commit(e.unit, [Put(e)])
    s.bot = s.started()
    for person in (NADIA, FRASER):
        s.sends("Report 1", "Report 1.pdf", sender=person.address)
    return s


def days(s: Scene) -> list[date]:
    """Those on which Nadia's and Fraser's feedback is due."""
    units = (replace(ENROLMENT, slug=slug).unit for slug in ("nadia.petrie", "fraser.quinn"))
    return [s.store.load(unit).all(Report)["1"].feedback_due for unit in units]


def says(s: Scene, text: str) -> str:
    return s.takes(message(sender=ANN.address, subject="two reports", text=text))


@pytest.mark.parametrize(
    ("text", "nadias", "frasers"),
    [
        ("Nadia's and Fraser's will both be with them by the 25th, I'm at a conference.", 25, 25),
        ("Nadia and Fraser will have theirs from me by the 25th.", 25, 25),
        ("Fraser Quinn's and Nadia's reports: I'll get to both on the 25th.", 25, 25),
        ("Nadia's by the 25th, Fraser's by the 27th.", 25, 27),
        ("I'll get to Nadia and Fraser by 25 November, stuck in court this week", 25, 25),
        ("Nadia's and Fraser's by 25 November. On a course until Friday.", 25, 25),
        ("Nadia by the 25th, Fraser by the 27th. Mad week here.", 25, 27),
        ("I'll send Nadia and Fraser theirs by 25 November", 25, 25),
        ("Nadia's and Fraser's on 25 November, sorry. Away till then.\n\nAnn", 25, 25),
    ],
)
def test_each_has_the_day_that_stands_beside_their_name(
    two: Scene, tmp_path: Path, text: str, nadias: int, frasers: int
) -> None:
    s = two.copied(tmp_path)
    assert says(s, text) == "EXPECT for report 1"
    assert days(s) == [date(2026, 11, nadias), date(2026, 11, frasers)]


def test_so_it_is_in_the_thread_of_one_of_them(two: Scene, tmp_path: Path) -> None:
    s = two.copied(tmp_path)
    text = "Nadia's and Fraser's will both be with them by the 25th, I'm at a conference."
    assert s.answers("forward_report", text, ANN.address) == "EXPECT for report 1"
    assert days(s) == [date(2026, 11, 25)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Nadia and Fraser are both on leave from the 25th.",
        "Nadia's and Fraser's, both on the 25th. She's not coping.",
        "Nadia's off sick till the 25th and so is Fraser.",
        "I worry about Nadia's and Fraser's health, back by the 25th.",
        "Nadia's done, Fraser's on the 25th.",
        "I'm done. Nadia's and Fraser's by 25 November.",
        "I'm off. Nadia's and Fraser's by 25 November.",
        "I've to leave here. Nadia's and Fraser's by 25 November",
        "I have to go. Nadia's and Fraser's will be back by 25 November",
        "Nadia and Fraser have to send me reports by 25 November.",
        "Nadia and Fraser will send me theirs by 25 November",
        "Nadia and Fraser will reply to me by 25 November",
        "Nadia's and Fraser's to be sent to me by 25 November",
        "I'd get Nadia and Fraser to do theirs both again by 25 November",
    ],
)
def test_a_word_about_them_moves_nothing(two: Scene, tmp_path: Path, text: str) -> None:
    s = two.copied(tmp_path)
    says(s, text)
    assert days(s) == [DUE, DUE]
    assert not any({NADIA.address, FRASER.address} & set(to) and b"25th" in raw for to, raw in s.outbox.delivered)


def test_the_team_hears_whom_a_word_for_them_names(two: Scene, tmp_path: Path) -> None:
    s = two.copied(tmp_path)
    says(s, "Nadia's report came out well I think, Fraser's needs more data. Just thinking aloud.")
    told = text_of(s.raws("report_needs_support", TEAM)[-1]).replace("**", "")
    assert "It names Nadia Petrie and Fraser Quinn" in " ".join(told.split())


def test_where_it_names_nobody_they_hear_that(two: Scene, tmp_path: Path) -> None:
    s = two.copied(tmp_path)
    says(s, "Just for the team: one of mine isn't coping at all, I'm worried about her.")
    told = text_of(s.raws("report_needs_support", TEAM)[-1]).replace("**", "")
    assert "It names nobody" in " ".join(told.split())


def test_a_long_clause_is_looked_through_in_no_time(two: Scene, tmp_path: Path) -> None:
    s = two.copied(tmp_path)
    began = time.perf_counter()
    says(s, "so " * 35 + "Nadia")
    assert time.perf_counter() - began < 5
