"""“I sent it on Friday”, in answer to a reminder: the team hears of it, and it is asked for again (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
from qibot.understanding.practitioners.said_sent import says_it_was_sent
from tests.support.build import ANN, JO, MEG, TEAM, mail
from tests.support.dialogue import Scene, scene


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """The first report hasn't come, and it has been reminded of twice."""
    made = scene(tmp_path, "2026-10-12T09:00")
    made.writes_until("2026-10-21T12:00")
    return made


def readers(s: Scene, phrase: str) -> set[str]:
    return {to for who, raw in s.outbox.delivered for to in who if phrase in " ".join(raw.decode().split())}


def is_held(s: Scene) -> bool:
    return any(t.held_since for t in s.case.all(Terms).values())


@pytest.mark.parametrize(
    ("letter", "who", "text"),
    [
        ("remind_missing", JO.address, "I sent it on Friday!"),
        ("remind_missing", JO.address, "Handed it in at the session"),
        ("remind_missing", JO.address, "I emailed it to Ann on the 10th"),
        ("remind_missing", JO.address, "I handed Ann a copy when we met"),
        ("remind_missing", JO.address, "Check your spam, I uploaded it to Teams last week"),
        ("remind_missing_again", MEG.address, "Jo says she sent it on Monday"),
        ("remind_missing_again", ANN.address, "She sent it to me directly"),
    ],
)
def test_who_says_that_it_was_sent_is_not_chased_on_and_the_team_alone_hears_of_it(
    s: Scene, letter: str, who: str, text: str
) -> None:
    s.answers(letter, text, who)
    assert is_held(s)
    assert readers(s, text) == {TEAM}
    assert "has been sent or handed in. It hasn't come here" in " ".join(s.last("ask_exceptional").split())
    assert "It has not arrived here" in " ".join(s.last("confirm_command").split())
    assert not s.raws("tell_difficulty")
    assert not s.numbers


def test_the_report_that_then_comes_in_answer_is_taken_as_ever(s: Scene) -> None:
    s.answers("remind_missing", "I sent it on Friday!")
    s.takes_answer_with("confirm_command", "Report 1.pdf")
    assert s.numbers == [1]
    assert s.raws("forward_report", ANN.address)


@pytest.mark.parametrize(
    "text",
    [
        "You should have it, it went on the 14th.",
        "Gave Ann a paper copy on Tuesday",
        "But I did send it!",
        "Sam sent it for the two of us",
        "That report was sent on time.",
        "It's been uploaded to the Teams channel",
    ],
)
def test_what_has_gone_already_is_said_in_many_ways(text: str) -> None:
    assert says_it_was_sent(mail(sender=JO.address, text=text + "\n"))


@pytest.mark.parametrize(
    "text",
    [
        "I'll send it tomorrow",
        "I haven't sent it yet, sorry",
        "Should I have sent it to Ann or to you?",
        "It will be sent by Friday",
        "I have sent the survey out to all the parents",
        "I thought I'd sent it but it's still in my drafts.",
        "I was sent home sick on Monday",
        "I've posted the charts on the staff room wall",
        "Thanks\n\nSent from my iPhone",
    ],
)
def test_what_is_denied_asked_to_come_or_something_else_says_nothing_of_the_kind(text: str) -> None:
    assert not says_it_was_sent(mail(sender=JO.address, text=text + "\n"))


def test_so_does_who_is_told_why_while_a_report_is_overdue(s: Scene) -> None:
    s.answers("remind_missing", "WHY")
    s.answers("explain_why", "I see, but I did send it, on the 14th.")
    assert is_held(s)
