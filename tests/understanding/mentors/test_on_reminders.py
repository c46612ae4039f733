"""A mentor's few words on a letter that chases the practitioner go on only where they are surely to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of

REMARKS = [
    "Text me, this is about the drinking.",
    "Are you free for a chat about her?",
    "Can we talk? I want out.",
    "Ask me before you escalate.",
    "Yours is a thankless job.",
    "Give me a shout if you need me to lean on her.",
    "I expect you'll have to escalate.",
    "Could we meet to decide what to do about this?",
    "I'm not surprised.",
    "Typical.",
    "Told you so.",
    "Here we go again.",
    "Hm. That makes two.",
    "Disappointing.",
    "Bit of a pattern, I fear.",
    "Wouldn't hold my breath.",
    "Have you tried ringing?",
    "Does the sponsor know?",
    "What happens if it doesn't come at all?",
    "What now?",
    "Did you ring the school?",
    "Would you like me to ring the manager?",
    "Another one bites the dust.",
]
CALLS = [
    "Shout if you need a hand",
    "Hi Jo, can I help with anything?",
    "Jo, give me a ring.",
    "Give me a ring if it would help.",
    "Just send what you've got, even if it's only half.",
    "Let me know if I can help",
    "I hope that everything is all right with you. I'm around on Thursday afternoon.",
    "Even two lines would do, send me whatever is there.",
    "Ring me if you get stuck.",
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.writes_until("2026-11-17T12:00")
    return s


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_on_a_missing_report_reaches_nobody_unasked(s: Scene, text: str) -> None:
    before = len(s.outbox.delivered)
    assert s.answers("remind_missing", text, ANN.address) == "quarantine"
    assert not any(JO.address in to for to, _ in s.outbox.delivered[before:])


@pytest.mark.parametrize("text", CALLS)
def test_what_is_said_to_the_practitioner_reaches_them(s: Scene, text: str) -> None:
    assert s.answers("remind_missing", text, ANN.address) == "message from the mentor"
    s.bot.round()
    assert s.raws("relay_message", JO.address)


@pytest.mark.parametrize(
    "text",
    [
        "Like talking to a wall.",
        "Tried. No joy.",
        "Three voicemails, two mails. Nada.",
        "It's like getting blood out of a stone.",
        "Calls don't seem to help.",
        "Is once a month really needed with this one?",
        "Why do you need to know?",
        "You'd think I was asking for the moon.",
        "You can lead a horse to water.",
    ],
)
def test_a_remark_on_a_nudge_is_asked_about(text: str) -> None:
    assert kind_of("mentor", "nudge", text) == "ask"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jo, are you free on Thursday at 3?", "message"),
        ("Could you do Tuesday at 2?", "message"),
        ("Shall we speak on Friday?", "message"),
        ("How are you getting on? Fancy a chat this week?", "message"),
        ("Sorry for my silence. Are you about next week for a catch up?", "message"),
        ("Yes, on Tuesday by phone.", "spoke"),
    ],
)
def test_a_talk_is_arranged_or_told_of_as_ever(text: str, kind: str) -> None:
    assert kind_of("mentor", "nudge", text) == kind
