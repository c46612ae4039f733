"""What the team says plainly of a stranger's mail that waits: that it is spam, or whose account it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import DESK, Alias, Quarantined
from tests.support.build import ANN, CONFIG, ENROLMENT, JO, TEAM, at, message
from tests.support.dialogue import Scene

HOME = "jo.smith@gmail.example"
DONE, ASKED = "the team's word on quarantine", "a command that can't be carried out"


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    made = Scene(tmp_path_factory.mktemp("one") / "it", ENROLMENT, config=CONFIG)
    made.now = at("2026-10-12T09:00")
    made.takes(message(sender=HOME, subject="Hello", text="Which form is it for the charter, please?"))
    made.bot.round()
    return made


@pytest.fixture
def s(one: Scene, tmp_path: Path) -> Scene:
    return one.copied(tmp_path / "now")


def waiting(s: Scene) -> list[Quarantined]:
    return [q for q in s.store.load(DESK).all(Quarantined).values() if not q.decided]


def others(s: Scene, before: int) -> set[str]:
    """Who but the team got something since."""
    return {a for to, _ in s.outbox.delivered[before:] for a in to} - {TEAM}


@pytest.mark.parametrize(
    "said",
    [
        "that's just spam, bin it",
        "That's spam.",
        "Just spam, please delete.",
        "Not one of ours, ignore.",
        "bin",
        "That's spam. Thanks, Karen",
        "They're spam, bin them",
        "Looks like phishing - delete it please",
        "ignore, junk",
        "Rubbish, delete",
        "Delete. Not for us.",
        "Ignore it please",
        "Please disregard the mail, it's spam",
        "Sorry, that's spam.",
        "Marketing mail, delete.",
        "No, it's spam.",
    ],
)
def test_spam_is_discarded(s: Scene, said: str) -> None:
    before = len(s.outbox.delivered)
    assert s.answers("report_quarantine", said, TEAM) == DONE
    assert waiting(s) == []
    assert others(s, before) == set()


@pytest.mark.parametrize(
    "said",
    [
        "don't bin it",
        "Bin it? Or is that Jo's?",
        "Spam, I think. Ask Gordon.",
        "leave it",
        "Not one of ours.",
        "No idea who that is.",
        "Jo's husband's account, bin it",
        "Sorry, ignore that.",
        "Ignore that please.",
        "Oh sorry, ignore this please",
        "Please disregard that",
        "Sorry, ignore it",
        "No spam",
        "It's Marketing.",
        "That's marketing",
        "Both are spam",
        "delete both please",
    ],
)
def test_what_says_anything_else_is_asked_back(s: Scene, said: str) -> None:
    before = len(s.outbox.delivered)
    assert s.answers("report_quarantine", said, TEAM) == ASKED
    assert len(waiting(s)) == 1
    assert others(s, before) == set()


@pytest.mark.parametrize(
    "said",
    [
        "it's Jo, she writes from her husband's account",
        "it's Jo Smith, she writes from her husband's account",
        "It's Jo, from her husband's new account",
        "That's our Jo, from home.",
        "It's Jo, she's writing from her phone.",
        "Not spam, that's Jo.",
        "Jo is using her son's laptop",
        "This came from Jo, sent from her home email",
        "That's Jo - her work mail is down",
    ],
)
def test_who_writes_from_elsewhere_is_heard_this_once(s: Scene, said: str) -> None:
    assert s.answers("report_quarantine", said, TEAM) == DONE
    assert waiting(s) == []
    assert not s.store.load(DESK).all(Alias)
    assert s.raws("relay_message", ANN.address)


@pytest.mark.parametrize(
    "said",
    [
        "that's Jo's new private address",
        "Jo's gmail, please add it.",
        "it's Jo's personal email, fine to use from now on",
    ],
)
def test_a_new_address_is_theirs_from_now_on(s: Scene, said: str) -> None:
    assert s.answers("report_quarantine", said, TEAM) == DONE
    assert {a.key: a.person for a in s.store.load(DESK).all(Alias).values()} == {HOME: JO.address}


@pytest.mark.parametrize(
    "said",
    [
        "This is Jo Smith's sister writing for her.",
        "That's Jo's husband, he rang me. I'll deal with it.",
        "It's Jo Smith's husband's account",
        "It's Jo. She's off sick.",
    ],
)
def test_somebody_elses_words_are_not_made_hers(s: Scene, said: str) -> None:
    before = len(s.outbox.delivered)
    assert s.answers("report_quarantine", said, TEAM) == ASKED
    assert others(s, before) == set()


def test_of_several_only_what_is_said_of_all_is_discarded(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.now = at("2026-10-12T09:00")
    for n in range(2):
        s.inbox.put(message(sender=f"win{n}@prizes.example", subject="You win", text=f"Click here {n}."), s.now)
    s.bot.round()
    assert len(waiting(s)) == 2
    assert s.answers("report_quarantine", "Just spam, bin it", TEAM) == ASKED
    assert len(waiting(s)) == 2
    assert s.answers("report_quarantine", "Both spam, bin them please", TEAM) == DONE
    assert waiting(s) == []


def test_both_are_two(tmp_path: Path) -> None:
    s = Scene(tmp_path, ENROLMENT, config=CONFIG)
    s.now = at("2026-10-12T09:00")
    for n in range(3):
        s.inbox.put(message(sender=f"win{n}@prizes.example", subject="You win", text=f"Click here {n}."), s.now)
    s.bot.round()
    assert s.answers("report_quarantine", "delete both please", TEAM) == ASKED
    assert len(waiting(s)) == 3
    assert s.answers("report_quarantine", "delete all of them please", TEAM) == DONE
    assert waiting(s) == []
