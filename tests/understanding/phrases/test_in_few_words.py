"""A line of few words is thanks only where it says so; in answer to a reminder it is most likely the reason (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
from tests.support.build import ANN, MEG, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of


@pytest.fixture(scope="module")
def one_missing(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The first report hasn't come, and it has been reminded of twice."""
    made = scene(tmp_path_factory.mktemp("one_missing"), "2026-10-12T09:00")
    made.writes_until("2026-10-21T12:00")
    return made


@pytest.fixture
def s(one_missing: Scene, tmp_path: Path) -> Scene:
    return one_missing.copied(tmp_path)


def to_ann(s: Scene, text: str) -> bool:
    return any(text in " ".join(raw.decode().split()) for who, raw in s.outbox.delivered if ANN.address in who)


@pytest.mark.parametrize(
    "text",
    ["Personal reasons", "Snowed in!", "Migraine", "Boiler's gone, school shut", "Jury duty", "No laptop", "HMIE in"],
)
def test_a_reason_in_a_word_or_two_holds_the_reminders_and_no_mentor_reads_it(s: Scene, text: str) -> None:
    s.answers("remind_missing", text)
    assert any(t.held_since for t in s.case.all(Terms).values())
    assert s.raws("ask_exceptional", TEAM)
    assert not to_ann(s, text)


@pytest.mark.parametrize("text", ["Hogmanay rehearsals", "Lambing", "Will do it tomorrow, migraine"])
def test_few_words_of_which_nothing_is_known_are_asked_about(s: Scene, text: str) -> None:
    s.answers("remind_missing", text)
    assert s.raws("ask_which_report") or s.raws("ask_exceptional")
    assert not to_ann(s, text)


@pytest.mark.parametrize("text", ["School's closed with flooding", "We're short staffed", "No cover", "Everyone's off"])
def test_a_managers_reason_in_few_words_is_heard(s: Scene, text: str) -> None:
    s.answers("remind_missing_again", text, MEG.address)
    assert s.raws("ask_exceptional", TEAM)


@pytest.mark.parametrize("text", ["Thanks, will do!", "Ok", "Noted", "Righto"])
def test_thanks_and_a_promise_stay_nobodys_to_read(s: Scene, text: str) -> None:
    assert s.answers("remind_missing", text).startswith(("thanks", "an acknowledgement"))


@pytest.mark.parametrize("text", ["Thanks Ann, here's my new chart", "Third time Ann's cancelled"])
def test_what_says_more_than_thanks_is_no_thanks(s: Scene, text: str) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ANN.address)
    assert not s.answers("relay_feedback", text).startswith("thanks")


@pytest.mark.parametrize(
    "text",
    [
        "All going well, second test next week.",
        "Still here! Data coming in nicely.",
        "Fine thanks, the porters like the new trolley.",
        "Going great guns, thank you.",
    ],
)
def test_how_the_project_gets_on_is_what_a_check_in_asks_for(text: str) -> None:
    assert kind_of("practitioner", "check_in", text) in {"message", "nothing"}


@pytest.mark.parametrize(
    "text", ["Still here, in bits.", "All good, bar the drink.", "Slowly going under.", "Fine, falling apart."]
)
def test_a_word_of_its_writers_is_asked_about_in_answer_to_a_check_in(text: str) -> None:
    assert kind_of("practitioner", "check_in", text) not in {"message", "nothing"}
