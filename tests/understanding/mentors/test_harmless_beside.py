"""What stands beside a leave or its day and is a word to nobody is no reason to ask; and where there is one, the day
holds all the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import scene
from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Hi Jo, off from tomorrow and will look at this when I'm back on the 20th. Hope the ward is quiet!",
            "delay",
        ),
        ("Just back from leave, catching up on emails - will get to this by Friday 16th", "delay"),
        ("I've been on leave, sorry. I'll read it at the weekend and send comments Monday.", "delay"),
        ("On leave until the 20th. Looks interesting, will read it properly then!", "delay"),
        ("Hi Jo. I'm at a funeral on Friday and on leave next week so I'll get this to you on the 26th.", "delay"),
        ("I'm off until the 19th as the schools are off. Speak then!", "delay"),
        ("I'm on leave now until the 19th - back to back with a conference so it will be the 23rd", "delay"),
        ("on leave till the 19th. promise i'll read it on the beach", "delay"),
        ("On leave until 19th, then I've an inspection. Realistically it'll be the 30th.", "delay"),
        ("I'm on leave until 19 October. If it's urgent ring Sheila on the ward.", "machine"),
    ],
)
def test_a_wish_a_promise_or_what_comes_between_leaves_the_day_alone(text: str, kind: str) -> None:
    assert kind_of("mentor", "report 1", text) == kind


@pytest.mark.parametrize(
    "beside",
    [
        "Hope the ward is rid of her.",
        "Hope you are not all like Jo.",
        "I've been off with my nerves.",
        "It looks copied.",
        "It looks very thin.",
        "The schools are a disgrace.",
        "I've an inspection I can't face.",
        "I promise nothing.",
        "I promise to give up then.",
        "Ring Jo and tell her to stop.",
        "If it's urgent ring somebody who cares.",
        "Catching up on Jo's mistakes.",
        "Speak to Jo.",
        "I'm at a dead end.",
    ],
)
def test_one_word_more_is_asked_about(beside: str) -> None:
    for text in (f"On leave until the 20th. {beside}", f"{beside} I'm on leave until the 20th and will read it then."):
        assert kind_of("mentor", "report 1", text) in ("ask", "private"), text


@pytest.mark.parametrize(
    "text",
    [
        "On leave until 30 November, wrong match. You'll have it on the 30th.",
        "I'm off until 30 November and will read it then. At a loss with this pairing.",
        "The form is fine. I'm on leave until 30 November and will read the report then.",
    ],
)
def test_the_day_holds_while_the_rest_is_asked_about(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "report.docx")
    assert s.answers("forward_report", text, ANN.address) == "quarantine"
    assert [r.feedback_due for r in s.case.pending()] == [date(2026, 11, 30)]
    for day in (17, 20, 24, 25):
        s.goes_to(f"2026-11-{day}T09:00")
    late = ("remind_feedback", "tell_feedback_delayed", "report_feedback_overdue")
    assert not any(s.raws(name) for name in late)
    words = text.split(".")[0].encode()
    assert not any(words in raw for to, raw in s.outbox.delivered if {JO.address, MEG.address} & set(to))


def test_a_day_in_time_beside_what_is_asked_about_brings_no_reminder_forward(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "report.docx")
    due = s.case.pending()[0].feedback_due
    assert s.answers("forward_report", "Back from leave tomorrow, wrong match. It'll be the 16th.", ANN.address)
    assert s.case.pending()[0].feedback_due == due
    assert not s.raws("expect_feedback_by")
