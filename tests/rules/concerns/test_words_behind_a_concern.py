"""What a mentor answers to the confirmation of a private word is told to the team as a word about the same one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.concerns.told import BOB, PRIYA, SAM
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM
from tests.support.dialogue import Scene
from tests.support.programme import text_of

WORRY = "Between ourselves, I'm worried about Jo. She sounds exhausted and I wonder if she should stop."


@pytest.fixture
def kept(tmp_path: Path) -> Scene:
    s = Scene(tmp_path, ENROLMENT, SAM, PRIYA)
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", WORRY, ANN.address) == "NEEDS SUPPORT"
    return s


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    "words",
    [
        "One more thing: she was in tears on the phone on Monday.",
        "Please ring me after 4 rather than before, I'm in clinic.",
        "Has anybody been in touch with her yet?",
        "Jo told me that her mother is very ill.",
        "I gather that her manager knows nothing of it.",
        "No need to do anything for now, I've spoken to her since.",
    ],
)
def test_it_is_about_whom_the_first_was(kept: Scene, words: str) -> None:
    kept.answers("confirm_command", words, ANN.address)
    assert readers(kept, words) == {TEAM}
    assert "Ann Lee writes to you alone about Jo Smith" in str(kept.heads("report_in_confidence")[-1]["Subject"])
    assert "It names nobody" not in kept.last("report_in_confidence")
    assert "nobody else has seen it" in kept.last("confirm_command")


def test_it_is_not_where_it_names_another(kept: Scene) -> None:
    kept.answers("confirm_command", "Sam looks very tired as well these days.", ANN.address)
    assert readers(kept, "very tired as well") == {TEAM}
    assert not kept.raws("report_in_confidence")


def test_nor_where_it_says_that_the_mentor_cannot_go_on(kept: Scene) -> None:
    words = "I'm sorry, but I can't carry on as a mentor after Christmas."
    assert kept.answers("confirm_command", words, ANN.address) == "NO CAPACITY"


def test_thanks_trouble_nobody(kept: Scene) -> None:
    before = len(kept.outbox.delivered)
    kept.answers("confirm_command", "Thank you so much.", ANN.address)
    kept.bot.round()
    assert len(kept.outbox.delivered) == before


def test_the_first_goes_on_as_ever_where_its_writer_says_so(kept: Scene) -> None:
    kept.answers("confirm_command", "One more thing: she was in tears on the phone.", ANN.address)
    kept.answers("confirm_command", "Actually that was meant for Jo, please pass it on.", ANN.address, 0)
    assert not {JO.address, MEG.address} & readers(kept, "exhausted")
    assert kept.raws("ask_which_report", ANN.address)
    kept.answers("ask_which_report", "1", ANN.address)
    assert JO.address in readers(kept, "exhausted")
    assert readers(kept, "in tears") == {TEAM}


@pytest.mark.parametrize(
    "words",
    [
        "I already have Priya and I'm not sure that I can take another one on. Who agreed this?",
        "I've got Priya already, and honestly I can't cope with another one.",
    ],
)
def test_whom_a_new_mentor_has_already_is_not_whom_they_write_about(kept: Scene, words: str) -> None:
    kept.sends("Jo", text=f"REASSIGN Jo Smith TO {BOB.address}", sender=TEAM)
    if kept.raws("ask_confirmation"):
        kept.answers("ask_confirmation", "CONFIRM", TEAM)
    kept.answers("tell_new_mentor", words, BOB.address)
    assert readers(kept, words) <= {TEAM, BOB.address}
    assert not any("about Priya" in str(h["Subject"]) for h in kept.heads("report_needs_support"))
