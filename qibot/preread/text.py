"""A report by its parts: each sentence with its place and the heading that it stands under."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, wraps
from itertools import islice
from typing import Any, TypeVar

from qibot.model import CHARTER, Writing
from qibot.preread.flattened import unflattened
from qibot.preread.layout import laid_out
from qibot.preread.loose import Searches
from qibot.preread.parts import Parts
from qibot.preread.sentences import Sentence, sentences_of
from qibot.preread.settings import DEFAULTS, Settings

T = TypeVar("T")
PASSAGES, SENTENCES = 4000, 1000  # that are looked at: text that comes by mail is hostile


@dataclass(frozen=True)
class Report:
    """A report or charter as the rules see it. `previous` is the one before, `feedback` the mentor's on that one."""

    number: int
    sentences: tuple[Sentence, ...]
    charts: int = 0
    pictures: int = 0
    tables: int = 0
    settings: Settings = DEFAULTS
    previous: Report | None = None
    feedback: str = ""

    @property
    def is_charter(self) -> bool:
        """Whether it is the project charter and no report."""
        return self.number == CHARTER

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(s.text.split()) for s in self.sentences)

    @cached_property
    def known(self) -> dict[str, Any]:
        """What rules have found out about it already (`once`)."""
        return {}

    def within(self, *parts: str) -> Iterator[Sentence]:
        """The sentences of these parts."""
        return (s for s in self.sentences if s.part in parts)

    def outside(self, *parts: str) -> Iterator[Sentence]:
        """The sentences of all other parts."""
        return (s for s in self.sentences if s.part not in parts)

    def first(self, pattern: Searches, *without: str) -> Sentence | None:
        """The first sentence that holds this, outside of some parts; a heading's words count as its sentences'."""
        in_heading = cache(pattern.search)  # of many sentences
        for sentence in self.outside(*without):
            if pattern.search(sentence.text) or in_heading(sentence.heading):
                return sentence
        return None

    def says(self, pattern: Searches, *without: str) -> bool:
        """Whether a sentence holds this, outside of some parts."""
        return self.first(pattern, *without) is not None


def once(look: Callable[[Report], T]) -> Callable[[Report], T]:
    """Keep with the report what is asked of it by many rules: its aim, its tests, its measures."""
    key = f"{look.__module__}.{look.__name__}"

    @wraps(look)
    def kept(report: Report) -> T:
        if key not in report.known:
            report.known[key] = look(report)
        found: T = report.known[key]
        return found

    return kept


def report_of(
    writing: Writing,
    number: int,
    settings: Settings | None = None,
    previous: Report | None = None,
    feedback: str = "",
) -> Report:
    """The report as the rules see it."""
    settings = settings or DEFAULTS
    passages = unflattened(laid_out(writing.passages[:PASSAGES], settings.headings), settings.headings)
    sentences = tuple(islice(Parts(settings.headings).sentences(passages), SENTENCES))
    return Report(number, sentences, writing.charts, writing.pictures, writing.tables, settings, previous, feedback)


__all__ = ["Report", "Sentence", "Settings", "once", "report_of", "sentences_of"]
