"""News of the practitioner's name and address, and words on copies, are the team's; who leaves is heard as leaving."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import DESK, Quarantined
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

FEEDBACK = "What I liked: the aim says by when. Even better if you added a median."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report has come, and has its feedback."""
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


def waiting(s: Scene) -> list[Quarantined]:
    return list(s.store.load(DESK).all(Quarantined).values())


@pytest.fixture
def answered(s: Scene) -> Scene:
    s.answers("forward_report", FEEDBACK, ANN.address)
    return s


BROWN = "jo.brown@council.example"
OF_JO = [
    f"Jo is Jo Brown now, she got married; her address is {BROWN}",
    "Jo's surname is now Brown.",
    f"Jo has changed her name to Brown, please use {BROWN}",
    f"Jo's new address is {BROWN}",
    "Please note Jo Smith got married and is now Jo Brown.",
    f"Jo has a new email address, {BROWN}. Thanks",
    "Jo has gone back to her maiden name.",
    "FYI Jo is now going by her married name, Jo Kerr.",
    f"Jo's e-mail changes on Monday to {BROWN}",
    "Jo has got married and changed her name. She's Jo Kerr from now on.",
    "You've still got Jo under her old name, it's Kerr now.",
    f"Jo can now be reached at {BROWN}",
    f"Jo isn't at that address any more, it's {BROWN} now.",
    "She goes by Jo Kerr now",
]


@pytest.mark.parametrize("said", OF_JO)
@pytest.mark.parametrize("letter", ["relay_feedback", "fresh"])
def test_a_managers_news_of_the_practitioners_name_or_address_is_the_teams(
    answered: Scene, said: str, letter: str
) -> None:
    before = len(answered.outbox.delivered)
    if letter == "fresh":
        answered.sends("Jo", text=said, sender=MEG.address)
    else:
        answered.answers(letter, said, MEG.address)
    answered.bot.round()
    assert len(waiting(answered)) == 1
    if letter != "fresh":  # a manager's fresh word that is nobody's waits for the team by itself
        assert [q.cause for q in waiting(answered)] == ["it says that the practitioner has another name or address"]
        assert [q.write_to for q in waiting(answered)] == [BROWN if BROWN in said else ""]
    assert [to for to, _ in answered.outbox.delivered[before:]] == [(TEAM,)]


@pytest.mark.parametrize(
    "said",
    [
        "Jo got married on Saturday! She's off for two weeks.",
        f"Jo is Jo Brown now, she got married and is off for two weeks; her address is {BROWN}",
        "Jo is Jo Brown now. She's been signed off until Monday.",
    ],
)
def test_what_keeps_her_is_heard_as_such_beside_the_news(answered: Scene, said: str) -> None:
    assert answered.answers("relay_feedback", said, MEG.address).startswith("exceptional")


@pytest.mark.parametrize(
    "said",
    [
        "Jo is now the lead for the ward, well done.",
        "Jo, lovely chart. Your name is on page 2 twice.",
        "Jo's name is on the rota for Friday.",
        "Is Jo's surname Brown now?",
        "Her name for the new form is good.",
    ],
)
def test_other_talk_of_her_is_no_news(answered: Scene, said: str) -> None:
    answered.answers("relay_feedback", said, MEG.address)
    assert "name or address" not in " ".join(q.cause for q in waiting(answered))


@pytest.mark.parametrize(
    "said",
    [
        "Please stop copying me in",
        "Please stop copying my manager in",
        "take my manager off these",
        "Please remove my boss from the copies",
        "No more copies to my director please",
    ],
)
@pytest.mark.parametrize("letter", ["relay_feedback", "remind_missing_again"])
def test_a_managers_word_on_copies_is_the_teams_alone(tmp_path: Path, said: str, letter: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    if letter == "relay_feedback":
        s.sends("Report 1", "Report 1.pdf")
        s.answers("forward_report", FEEDBACK, ANN.address)
    else:
        s.goes_to("2026-10-21T12:00")
    before = len(s.outbox.delivered)
    s.answers(letter, said, MEG.address)
    s.bot.round()
    assert {to for to, _ in s.outbox.delivered[before:]} == {(TEAM,)}


@pytest.mark.parametrize(
    "said",
    [
        "Please stop copying my manager in",
        "take my manager off these",
        "Please stop copying Meg in. Thanks, Jo",
        "Hi, please don't copy my boss in from now on. Thanks",
        "Could you stop sending these to Meg?",
        "Can my manager be taken off the emails please?",
        "I'd rather my line manager wasn't copied in.",
        "no more copies to Meg please",
    ],
)
@pytest.mark.parametrize("letter", ["remind_missing", "fresh"])
def test_a_practitioners_word_on_the_managers_copy_is_no_leaving(tmp_path: Path, said: str, letter: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.goes_to("2026-10-16T12:00")
    before = len(s.outbox.delivered)
    taken = s.answers(letter, said) if letter != "fresh" else s.sends("Hello", text=said)
    assert taken == "a word for the team alone"
    assert {to for to, _ in s.outbox.delivered[before:]} == {(TEAM,), (JO.address,)}
    if letter != "fresh":  # the next reminder would go to the manager, too
        assert not any("remind_missing_again" in one for one in s.goes_to("2026-10-21T18:00"))


def test_who_is_ill_beside_it_is_heard_as_such(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.goes_to("2026-10-16T12:00")
    said = "Please stop copying my manager in. I'm off sick with stress."
    assert s.answers("remind_missing", said).startswith("exceptional")


@pytest.mark.parametrize(
    "said",
    [
        "I no longer want to be included in the programme.",
        "Please stop including me in the programme.",
        "Please stop sending me these, I've had enough.",
        "My head teacher would like me to be removed from the project.",
    ],
)
def test_a_practitioner_who_is_not_to_be_in_the_programme_leaves(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", FEEDBACK, ANN.address)
    assert s.answers("relay_feedback", said).startswith("exceptional")
    assert s.raws("report_leaving")
