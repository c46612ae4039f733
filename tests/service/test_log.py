"""Each line of the log bears a message's id, and no word of it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

import pytest

from qibot.service.logs import about_message, set_up
from tests.support.build import JO, message
from tests.support.world import World


@contextmanager
def lines_to(stream: IO[str], style: Literal["console", "json"]) -> Iterator[None]:
    """For a while, let everything be logged there."""
    root = logging.getLogger()
    before = root.handlers[:]
    set_up(style, stream)
    try:
        yield
    finally:
        root.handlers[:] = before


@pytest.mark.parametrize("style", ["console", "json"])
def test_each_line_about_a_message_bears_its_id_and_no_word_of_it(style: str, tmp_path: Path) -> None:
    world, said = World(tmp_path), io.StringIO()
    logging.getLogger("qibot").setLevel(logging.INFO)
    words = "My headteacher likes figures. Which of the two measures do you prefer?"
    with lines_to(said, style):  # type: ignore[arg-type]
        world.inbox.put(message(JO.address, "Secretly a question", words), world.now)
        world.bot.round()
    (archived,) = (p.stem for p in (tmp_path / "mail").glob("*/*.eml"))
    lines = [line for line in said.getvalue().splitlines() if "took in" in line]
    assert len(lines) == 1
    assert archived[:16] in lines[0]
    letters = [line for line in said.getvalue().splitlines() if "letter relay_message" in line]
    sent = [x.message_id for _, x in world.letters() if x.name == "relay_message"]
    assert len(letters) == len(sent) == 1
    assert sent[0] in letters[0]
    for private in ("headteacher", "Secretly", JO.address):
        assert private not in said.getvalue()
    if style == "json":
        read = [json.loads(line) for line in said.getvalue().splitlines()]
        assert {"at", "level", "logger", "event"} <= set(read[0])
        assert [one["message"] for one in read if "took in" in one["event"]] == [archived[:16]]


def test_a_line_of_several_lines_is_one_object(tmp_path: Path) -> None:
    said = io.StringIO()
    with lines_to(said, "json"), about_message("abc"):
        logging.getLogger("qibot").error("it failed: %s", "one\ntwo")
    assert json.loads(said.getvalue())["event"] == "it failed: one\ntwo"
    assert json.loads(said.getvalue())["message"] == "abc"
