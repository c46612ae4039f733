"""TEAM: the words below it, or the last mail, go to the team alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from qibot.model.messages import Learned
from qibot.model.reports import Submission
from tests.support.build import ANN, JO, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.understanding.test_what_people_mean import FEEDBACK, readers


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, calendar={"escalation": "ask"})


def test_team_keeps_the_words_below_it_from_everybody_else(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    assert s.answers("forward_report", "TEAM\n\nThe numbers on page two look made up.", ANN.address) == "NEEDS SUPPORT"
    assert readers(s, "made up") == {TEAM}
    assert s.answers("receipt", "Team,\n\nMy mentor never reads them.") == "a word for the team alone"
    assert readers(s, "never reads") == {TEAM}


def test_team_alone_sends_the_last_mail_to_the_team_and_says_who_had_it_already(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert s.answers("forward_report", "TEAM", ANN.address) == "a correction"
    assert readers(s, "median") == {JO.address, MEG.address, TEAM}
    assert "Jo Smith and Meg Ross had it already" in s.last("report_in_confidence").replace("\n", " ")
    assert "had it already" in s.last("confirm_command")
    assert [x.now for x in s.case.all(Learned).values()] == ["a word for the team alone"]
    assert s.case.report(1).answered  # type: ignore[union-attr]


def test_team_withdraws_feedback_that_has_not_left_yet_and_the_report_waits_again(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    s.outbox.down = True
    for n, text in enumerate((FEEDBACK, "TEAM")):
        head = s.heads("forward_report")[-1]
        to = str(head["Reply-To"].addresses[0].addr_spec)
        raw = message(sender=ANN.address, subject="Re: Report 1", text=text, To=to, Message_ID=f"<{n}@x.example>")
        s.inbox.put(raw, s.now)
        s.bot.round()
    s.outbox.down = False
    s.now += timedelta(hours=7)
    s.bot.round()
    assert readers(s, "median") == {TEAM}
    assert s.case.pending()
    assert "nobody else has seen it" in s.last("confirm_command")


def test_team_in_answer_to_a_receipt_keeps_its_covering_words_from_the_next_mentor(s: Scene) -> None:
    s.sends("Report 1", "r.pdf", text="Here it is. I wonder what Ann makes of page two.")
    assert s.answers("receipt", "TEAM") == "a correction"
    assert "Ann Lee had it already" in s.last("report_in_confidence").replace("\n", " ")
    assert s.numbers == [1]
    assert [x.apart for x in s.case.all(Submission).values()] == ["in confidence"]


def test_a_report_that_was_for_the_team_alone_is_none_where_its_mentor_has_not_got_it(s: Scene) -> None:
    s.outbox.down = True
    for subject, text, files in (
        ("Report 1", "Here. I never know what Ann makes of it.", ("r.pdf",)),
        ("x", "TEAM", ()),
    ):
        s.inbox.put(message(subject=subject, text=text, files=files, Message_ID=f"<{subject}@x.example>"), s.now)
        s.bot.round()
    s.outbox.down = False
    s.now += timedelta(hours=7)
    s.bot.round()
    assert readers(s, "never know") == {TEAM}
    assert s.numbers == []


def test_team_without_an_earlier_mail_is_answered_with_what_works(s: Scene) -> None:
    s.sends("Report 1", "r.pdf")
    assert "can't be carried out" in s.answers("forward_report", "TEAM", ANN.address)


@pytest.mark.parametrize(
    "said",
    [
        "Ann shouldn't see my last mail.",
        "The same goes for my earlier mail.",
        "My last message, please keep it to yourselves.",
        "See my last mail - only for you.",
        "my mail of this morning please",
        "Please keep that message from Ann",
        "My last mail should have gone to you.",
    ],
)
def test_words_below_team_of_ones_own_earlier_mail_take_it_back(s: Scene, said: str) -> None:
    s.sends("Report 1", "r.pdf")
    s.answers("receipt", "Ann, does the walrus count as a measure?")
    assert s.answers("receipt", f"TEAM\n\n{said}") == "a correction"


@pytest.mark.parametrize(
    "said",
    [
        "The answer is for me to leave",
        "Please keep that note from my doctor safe",
        "The message isn't getting through to her",
        "That one is for Ann to decide",
        "The note on page 2 is for the nurses.",
    ],
)
def test_other_words_below_team_are_its_own(s: Scene, said: str) -> None:
    s.sends("Report 1", "r.pdf")
    s.answers("receipt", "Ann, does the walrus count as a measure?")
    assert s.answers("receipt", f"TEAM\n\n{said}") == "a word for the team alone"
