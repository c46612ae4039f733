"""That circumstances were told reaches no mentor who may be the reason, or mustn't know: not at once, nor with the last
step of the ladder, nor in a history."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, at, config
from tests.support.dialogue import Scene
from tests.support.programme import head_of, text_of

BOSS = "boss@council.example"
OPEN, APART = (
    "I've been in hospital and can't do report 1 in time.",
    "Ann shouts at me and I can't do report 1 in time.",
)
SECRET = "Jo won't manage report 1, she is in hospital. Ann is unaware of it."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.now = at("2026-10-14T09:00")
    return made


def to_ann(s: Scene) -> list[str]:
    return [str(head_of(raw)["X-QI-Letter"]) for to, raw in s.outbox.delivered if ANN.address in to]


@pytest.mark.parametrize(
    ("said", "sender", "heard"),
    [(OPEN, JO.address, True), (APART, JO.address, False), (SECRET, MEG.address, False),
     ("I've been in hospital, so report 1 will be late. Please don't tell Ann.", JO.address, False)],
)  # fmt: skip
def test_the_team_is_told_that_the_mentor_has_not_been(s: Scene, said: str, sender: str, heard: bool) -> None:
    s.sends("Report 1", text=said, sender=sender)
    assert ("tell_difficulty" in to_ann(s)) is heard
    if asked := s.raws("ask_exceptional"):
        assert ("hasn't been told" in text_of(asked[0])) is not heard


@pytest.mark.parametrize(("said", "sender", "heard"), [(OPEN, JO.address, True), (SECRET, MEG.address, False)])
def test_the_escalation_says_so_only_to_who_may_know(s: Scene, said: str, sender: str, heard: bool) -> None:
    s.sends("Report 1", text=said, sender=sender)
    s.writes_until("2026-11-03T12:00")
    (last,) = s.raws("escalate_missing")
    assert "The Community Planning team has been told of exceptional circumstances" in text_of(last)
    assert "Jo Smith has told" not in text_of(last)
    (to,) = [to for to, raw in s.outbox.delivered if raw == last]
    assert set(to) == {BOSS, TEAM, *([ANN.address] if heard else [])}


@pytest.mark.parametrize(("said", "sender"), [(OPEN, JO.address), (SECRET, MEG.address)])
def test_the_team_is_reminded_of_the_open_decision_before_the_escalation(s: Scene, said: str, sender: str) -> None:
    s.sends("Report 1", text=said, sender=sender)
    s.writes_until("2026-11-03T12:00")
    names = [str(head_of(raw)["X-QI-Letter"]) for _, raw in s.outbox.delivered]
    assert names.index("ask_decision") < names.index("escalate_missing")
    (reminded,) = s.raws("ask_decision", TEAM)
    assert "hospital" not in text_of(reminded)
    assert ("hasn't been told" in text_of(reminded)) is (said == SECRET)
    assert s.answers("ask_decision", "Of course, give her until the 30th.", TEAM) == "the team's word on report 1"


def test_who_has_not_heard_of_circumstances_reads_nothing_of_them_in_a_copy_of_the_escalation(tmp_path: Path) -> None:
    row = {"after": 1, "to": ["programme_manager"], "copy": ["mentor", "manager"], "template": "escalate_missing"}
    s = Scene(tmp_path, ENROLMENT, config=config(calendar={"ladder": [row]}))
    s.now = at("2026-10-14T09:00")
    s.sends("Report 1", text=OPEN)
    s.writes_until("2026-11-03T12:00")
    (last,) = s.raws("escalate_missing", MEG.address)
    assert "xceptional circumstances told" not in text_of(last)
    assert "has been told" not in text_of(last)
