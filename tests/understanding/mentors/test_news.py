"""A mentor's plain news of what befell the practitioner holds the report, and reaches nobody but the team."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG, at
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of, text_of
from tests.support.said import kind_of

NEWS = [
    "Jo is off sick this week",
    "Jo's mum has died, he told me",
    "Just to say Jo is in hospital",
    "Jo rang, she's got covid",
    "Jo's father passed away on Sunday so no report",
    "Heard from Jo: she's been signed off with her back",
    "Jo's on maternity leave from Monday",
]


def heard(s: Scene) -> set[str]:
    """Which letters practitioner and manager have got."""
    return {str(head_of(raw)["X-QI-Letter"]) for to, raw in s.outbox.delivered if {JO.address, MEG.address} & set(to)}


@pytest.fixture
def owed(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-10-12T09:00")


@pytest.mark.parametrize("text", NEWS)
def test_the_team_gets_it_with_the_words_to_click_and_nobody_else_hears(owed: Scene, text: str) -> None:
    assert owed.sends("Jo", text=text, sender=ANN.address).startswith("exceptional circumstances for report 1")
    asked = owed.raws("report_leaving" if "maternity" in text else "ask_exceptional")
    assert len(asked) == 1 and text[-12:] in " ".join(text_of(asked[0]).split())
    assert not owed.raws("tell_difficulty")
    assert heard(owed) <= {"remind_deadline"}
    assert "nobody else has seen it" in owed.last("confirm_command")


def test_the_reminders_are_held_as_by_the_practitioners_own_news(owed: Scene) -> None:
    owed.sends("Jo", text="Jo is off sick this week", sender=ANN.address)
    assert owed.case.terms(1).held_since is not None
    owed.now = at("2026-10-14T09:00")
    owed.bot.tick()
    assert not owed.raws("remind_deadline")


@pytest.mark.parametrize(
    "text",
    [
        "I'm worried about Jo, she's been off sick again",
        "Jo is off sick this week and frankly I doubt she'll finish",
        "Jo's mum died, she told me in confidence",
        "Between us Jo has been signed off with depression",
        "Jo's off sick a lot and I don't think she should go on",
    ],
)
def test_a_worry_stays_a_word_in_confidence(owed: Scene, text: str) -> None:
    owed.sends("Jo", text=text, sender=ANN.address)
    assert not owed.raws("ask_exceptional")
    assert owed.case.terms(1).held_since is None
    assert heard(owed) <= {"remind_deadline"}


@pytest.mark.parametrize(
    "text",
    [
        "She hasn't left! Good. Jo, the report is fine",
        "Oh good, Jo's staying. Lovely report by the way.",
        "Delighted she's back. Jo, the aim is spot on.",
    ],
)
def test_who_is_glad_of_the_programmes_news_is_asked(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "ask"


@pytest.mark.parametrize(
    "text", ["Glad she's staying, but I doubt she'll cope", "Good that she hasn't left. I'm worried about her, though."]
)
def test_who_is_glad_and_worries_is_heard_by_the_team_alone(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "private"


@pytest.mark.parametrize(
    "text", ["Jo is off sick.", "Jo is off sick until Monday.", "Jo Smith has been off sick since Friday."]
)
def test_below_a_report_it_is_no_leave_of_the_mentors(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", text, ANN.address).startswith("exceptional circumstances")
    assert not s.raws("expect_feedback_by")
