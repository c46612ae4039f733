"""What a mentor answers to an escalation that they had in copy reaches the team with their words, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from tests.support.build import ANN, JO, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import head_of


@pytest.fixture(scope="module")
def escalated(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    s = scene(tmp_path_factory.mktemp("escalated") / "it", calendar={"escalation": "auto"})
    s.goes_to("2026-11-25T11:00")
    assert s.raws("escalate_missing", ANN.address)
    return s


@pytest.fixture
def s(escalated: Scene, tmp_path: Path) -> Scene:
    return escalated.copied(tmp_path / "now")


def answered(s: Scene, text: str, sender: str = ANN.address) -> list[tuple[str, set[str]]]:
    """The letters that come of it, and to whom."""
    before = len(s.outbox.delivered)
    s.answers("escalate_missing", text, sender)
    s.bot.round()
    return [(str(head_of(raw)["X-QI-Letter"]), set(to)) for to, raw in s.outbox.delivered[before:]]


def waiting(s: Scene) -> list[Quarantined]:
    return list(s.store.load(DESK).all(Quarantined).values())


@pytest.mark.parametrize(
    "text",
    [
        "For what it's worth I think he has given up.",
        "She has just emailed me to say it'll be with you tonight.",
        "Please don't be too hard on her, it's been a rotten autumn.",
        "Could you ring her rather than write?",
    ],
)
def test_their_words_reach_the_team_alone(s: Scene, text: str) -> None:
    letters = answered(s, text)
    assert any(to == {TEAM} for _, to in letters)
    assert not any(JO.address in to for _, to in letters)
    assert any(text.encode()[:20] in raw for to, raw in s.outbox.delivered if to == (TEAM,))
    assert waiting(s) == []


@pytest.mark.parametrize("text", ["Noted", "Thanks for letting me know.", "Ok, thanks both."])
def test_thanks_are_nobodys_to_read(s: Scene, text: str) -> None:
    assert answered(s, text) == []
    assert waiting(s) == []


def test_who_has_not_seen_it_is_still_asked_about(s: Scene) -> None:
    answered(s, "I'm so sorry, here is why it is late.", JO.address)
    assert len(waiting(s)) == 1
