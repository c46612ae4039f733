"""A bounce about one of several recipients counts only by the return path that was theirs alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Bounced, Quarantined
from qibot.model.letters import Letter
from tests.support.bounce_samples import PERMANENT, postfix
from tests.support.build import ANN, BOT, ENROLMENT, JO, MEG, THREADS, message
from tests.support.desk_world import Desk
from tests.support.programme import head_of, text_of

FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."


@pytest.fixture
def world(tmp_path: Path) -> Desk:
    """Jo has Ann's feedback, with Meg in copy."""
    made = Desk(tmp_path)
    made.gets(message(JO.address, "Report 1", files=("r.pdf",)), "2026-10-12T09:00")
    made.answers(ANN.address, made.letter("forward_report"), FEEDBACK)
    return made


def shared(world: Desk) -> Letter:
    (letter,) = (x for x in world.store.load(ENROLMENT.unit).letters.values() if x.name == "relay_feedback")
    assert set(letter.marked) == {JO.address, MEG.address}
    return letter


def sent_to(raw: bytes, address: str) -> bytes:
    return raw.replace(f"To: {BOT}".encode(), f"To: {address}".encode(), 1)


def stopped(world: Desk) -> set[str]:
    return set(world.store.load(DESK).all(Bounced))


@pytest.mark.parametrize("server", PERMANENT)
def test_a_bounce_by_the_own_return_path_stops_the_address(world: Desk, server: str) -> None:
    letter = shared(world)
    path = THREADS.bounce_address(letter.message_id, MEG.address)
    world.gets(sent_to(PERMANENT[server](letter.message_id, MEG.address), path))
    assert stopped(world) == {MEG.address}
    (bounced,) = world.store.load(DESK).all(Bounced).values()
    assert not bounced.shared, "nobody else can have made it up"


@pytest.mark.parametrize("by_own", [True, False])
def test_a_bounce_that_a_fellow_recipient_makes_up_stops_nobody_and_waits_for_a_person(
    world: Desk, by_own: bool
) -> None:
    letter = shared(world)
    own = THREADS.bounce_address(letter.message_id, JO.address)
    world.gets(sent_to(postfix(letter.message_id, MEG.address), own if by_own else BOT))
    assert stopped(world) == set()
    causes = [q.cause for q in world.store.load(DESK).all(Quarantined).values()]
    assert causes
    assert all("can have made it up" in cause for cause in causes)


def test_the_return_path_says_who_it_is_where_the_server_names_another_address(world: Desk) -> None:
    letter = shared(world)
    path = THREADS.bounce_address(letter.message_id, MEG.address)
    world.gets(sent_to(postfix(letter.message_id, "m.ross@inside.example"), path))
    assert stopped(world) == {MEG.address}


def test_each_has_another_return_path_and_none_can_be_guessed_from_another(world: Desk) -> None:
    letter = shared(world)
    paths = {THREADS.bounce_address(letter.message_id, a) for a in (JO.address, MEG.address, ANN.address)}
    assert len(paths) == 3
    assert all(len(path.partition("@")[0]) <= 64 for path in paths)
    assert all(THREADS.matter_of_address(path) is None for path in paths)
    visible = b"".join(raw for _, raw in world.outbox.delivered)
    assert not any(path.encode() in visible for path in paths), "no letter names it"


def test_a_letter_to_one_alone_needs_none(world: Desk) -> None:
    (letter,) = (x for x in world.store.load(ENROLMENT.unit).letters.values() if x.name == "forward_report")
    assert letter.marked == ()
    world.gets(postfix(letter.message_id, ANN.address))
    assert stopped(world) == {ANN.address}
    assert head_of(world.letter("report_undeliverable"))["Subject"]


def untied(address: str) -> bytes:
    """A bounce that has nothing of the letter that came back."""
    whole = postfix("<not-ours@relay.example>", address)
    return whole[: whole.index(b"--4Xy.1/relay.council.example", whole.index(b"Diagnostic-Code"))]


@pytest.mark.parametrize("address", [ANN.address, JO.address])
def test_a_bounce_that_names_no_letter_stops_nobody_but_the_team_reads_whom_it_names(world: Desk, address: str) -> None:
    world.gets(untied(address))
    assert stopped(world) == set()
    (waiting,) = world.waiting().values()
    assert f"mail to {address} could not be delivered" in waiting.cause
    assert address in text_of(world.letter("report_quarantine"))


def test_whom_no_letter_of_ours_went_to_is_not_named(world: Desk) -> None:
    world.gets(untied("somebody@elsewhere.example"))
    (waiting,) = world.waiting().values()
    assert "not which of the bot's letters to whom" in waiting.cause
