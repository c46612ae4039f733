"""Over the whole corpus: whatever a real mail program makes of the notes, nothing of them reaches anybody else."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import pytest

from tests.support import eml
from tests.support.build import JO, MEG
from tests.support.eml import Eml
from tests.support.notes import NOTES_ON, last_notes
from tests.support.programme import read, text_of
from tests.support.scenes import brought_about, letter
from tests.support.world import World
from tests.whole.test_canary import seen_by

pytestmark = pytest.mark.slow
OF_THE_NOTES = ("these notes are for you alone", "plain rules", "pitfalls", "a task of the project")
FILES = eml.load()
LONG = bool(os.environ.get("QIBOT_LONG"))  # else a part of them is tried
OTHERS = [one for one in FILES if one.sender == "mentor"]
OTHERS += [one for one in FILES if one.sender != "mentor"][:: 1 if LONG else 3]
ANSWERS = [one for one in FILES if one.sender == "mentor" and one.answers.endswith(" to mentor")]
LEAST = 6  # words of a sentence that could be nobody else's


Begun = Callable[[Eml], World]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[str, ...]], World]:
    """A world in which these things have happened."""

    @cache
    def made(happened: tuple[str, ...]) -> World:
        world = World(tmp_path_factory.mktemp("begun"), config=NOTES_ON)
        brought_about(world, happened)
        return world

    return made


@pytest.fixture
def begun(once: Callable[[tuple[str, ...]], World], tmp_path: Path) -> Begun:
    """The world into which a file's message comes."""
    return lambda one: once(one.after).copied(tmp_path)


def notes_of(world: World) -> list[str]:
    """The sentences of all notes that were sent, but for those that any letter has."""
    own: set[str] = set()
    others = ""
    for _, raw in world.outbox.delivered:
        if read(raw)["X-QI-Letter"] == "mentor_notes":
            own |= {said.strip(" -*>#").lower() for said in re.split(r"(?<=[.?!:]) | - ", text_of(raw))}
        else:
            others += text_of(raw).lower()
    return [line for line in own if len(line.split()) >= LEAST and line not in others and "“" not in line]


def assert_kept(world: World, lines: list[str]) -> None:
    got = " ".join(seen_by(world, JO.address, MEG.address).split())
    assert not [words for words in (*OF_THE_NOTES, *lines) if words in got]


def in_unicode(message: str) -> str:
    """The message with a charset that holds the notes' quotation marks, as programs choose one for what they quote."""
    named = re.sub(r"charset=\"?[\w-]+\"?", "charset=utf-8", message)
    return re.sub(r"(?m)^(Content-Type: text/(?:plain|html))$", r"\1; charset=utf-8", named, flags=re.IGNORECASE)


def comes(world: World, written: str) -> None:
    for _ in range(2):
        world.inbox.put(eml.encoded(written), world.now)
        world.bot.round()
        world.bot.round()


@pytest.mark.parametrize("one", OTHERS, ids=repr)
def test_no_message_of_the_corpus_brings_the_notes_to_practitioner_or_manager(one: Eml, begun: Begun) -> None:
    world = begun(one)
    name, _, role = one.answers.partition(" to ")
    comes(world, one.written(letter(world, name, role) if role else None))
    assert_kept(world, notes_of(world))


@pytest.mark.parametrize("one", ANSWERS[:: 1 if LONG else 2], ids=repr)
@pytest.mark.parametrize("where", ["to the notes", "to the report's thread"])
def test_no_answer_of_a_mentor_that_quotes_the_notes_carries_them(one: Eml, where: str, begun: Begun) -> None:
    world = begun(one)
    if not (lines := notes_of(world)):
        pytest.skip("no notes were sent before this message")
    quoted, message = read(last_notes(world)), one.message
    if where != "to the notes":
        thread: EmailMessage = letter(world, "forward_report", "mentor")
        message = message.replace("{id}", str(thread["Message-ID"]))
        message = message.replace("{address}", thread["Reply-To"].addresses[0].addr_spec)
    comes(world, in_unicode(replace(one, message=message).written(quoted)))
    assert_kept(world, lines)


def test_the_corpus_has_many_answers_of_mentors_and_the_notes_many_sentences(begun: Begun) -> None:
    assert len(ANSWERS) >= 30
    assert len(notes_of(begun(ANSWERS[0]))) >= 10
