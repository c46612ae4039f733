"""Feedback that touches on its practitioner's own life, line by line: `touching/`.

A line that begins with “! ” is what their manager shouldn't read; other lines, and all of those that have none, are of
the work. `train/` is learnt from, `heldout/` was written by somebody else and is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qibot.model import Person
from qibot.understanding.meaning.features import of_sentence
from qibot.understanding.persons.touching import OPEN, THEIRS, told
from tests.words.collection import FOLDER, Message

ORDINARY = 0.3  # how much a sentence of ordinary feedback counts beside one of these
MARK = "! "
Example = tuple[set[str], str, float]


@dataclass(frozen=True)
class Touching:
    """One feedback: to whom it is, and its lines without their marks."""

    key: str
    practitioner: Person
    lines: tuple[str, ...]
    theirs: tuple[str, ...]  # those of the lines that are of the practitioner's own life

    @property
    def text(self) -> str:
        """As it was typed."""
        return "\n".join(self.lines)


def touching(part: str) -> Iterator[Touching]:
    """All of a part: `train` or `heldout`."""
    for file in sorted((FOLDER / "touching" / part).glob("*.txt")):
        yield from _of_file(file)


def _of_file(file: Path) -> Iterator[Touching]:
    for block in re.split(r"^=== *", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        (key, name), lines = block.partition("\n")[0].split(maxsplit=1), block.splitlines()[1:]
        typed = tuple(line.removeprefix(MARK) for line in lines if line.strip())
        theirs = tuple(line.removeprefix(MARK) for line in lines if line.startswith(MARK))
        yield Touching(f"{file.stem}-{key}", Person(name.strip(), ()), typed, theirs)


def examples(read: Iterable[Touching], ordinary: Iterable[Message]) -> Iterator[Example]:
    """Each sentence with whether it is of the practitioner's own life, and those of ordinary feedback, which aren't."""
    for one in read:
        for line in one.lines:
            kind = THEIRS if line in one.theirs else OPEN
            yield from ((set(of_sentence(words)), kind, 1.0) for words in told(line, one.practitioner))
    for m in ordinary:
        who = Person(re.sub(r"\(.*?\)", "", m.cast["practitioner"]).strip(), ())
        yield from ((set(of_sentence(words)), OPEN, ORDINARY) for words in told(m.text, who))
