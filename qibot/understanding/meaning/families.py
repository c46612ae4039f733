"""Words that say the same kind of thing: `families.txt`, a table that can be read and argued with.

What was learnt of one word holds for its kin: “my wean is in hospital” is read as “my @kin is in @ill”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from qibot.expression import expression

FILE = Path(__file__).with_name("families.txt")
KEPT = 1_000  # characters or words of what is remembered for a while, since it is asked about again and again
_WORD = expression(r"[^\W_]+(?:['-][^\W_]+)*")
CAUSES = frozenset(["@ill", "@death", "@calamity", "@kin", "@workload", "@leave", "@leaving"])  # what may keep somebody


@dataclass(frozen=True, slots=True)
class Families:
    """The table: of each phrase its families, of each beginning of a word its families, and of each word with which
    phrases begin how many the longest of them has."""

    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    longest: Mapping[str, int]
    longest_stem: int

    def by_stem(self, word: str) -> tuple[str, ...]:
        """The families of a word by how it begins."""
        most = min(len(word), self.longest_stem)  # a word may be a megabyte long
        return next((self.stems[word[:n]] for n in range(most, 3, -1) if word[:n] in self.stems), ())

    def places(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Each word or phrase, from where to where it stands, with its families."""
        place = 0
        while place < len(words):
            word = words[place]
            count, named = _at(words, place, self) if word in self.longest else (1, self.by_stem(word))
            yield place, place + count, named
            place += count


@cache
def families() -> Families:
    """The table as it stands in the file."""
    return read_families(FILE)


def read_families(file: Path) -> Families:
    """A table from a file of such paragraphs."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    text = "\n".join(line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for paragraph in filter(None, (p.strip() for p in text.split("\n\n"))):
        name, _, entries = paragraph.partition(":")
        for entry in filter(None, (" ".join(e.split()) for e in entries.split(","))):
            if entry.endswith("*") and " " not in entry:
                stems[entry[:-1]] = (*stems.get(entry[:-1], ()), f"@{name}")
            else:
                said = tuple(entry.rstrip("*").split())
                phrases[said] = (*phrases.get(said, ()), f"@{name}")
    longest: dict[str, int] = {}
    for said in phrases:
        longest[said[0]] = max(len(said), longest.get(said[0], 0))
    return Families(phrases, stems, longest, max(map(len, stems), default=0))


def plain_words(said: str) -> list[str]:
    """The words of a text in small letters."""
    return list(_plain_words(said) if len(said) <= KEPT else _plain_words.__wrapped__(said))


@lru_cache(maxsize=256)  # one mail's sentences are read by many
def _plain_words(said: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(said.casefold().replace("’", "'")))


def families_in(said: str) -> set[str]:
    """All families that a text has words of."""
    return classed(plain_words(said))[1]


def classed(words: Sequence[str], table: Families | None = None) -> tuple[list[str], set[str]]:
    """The words with every phrase of a family replaced by the family's name, and all families that were met."""
    kept = table is None and len(words) <= KEPT
    stream, found = _classed(tuple(words)) if kept else _read(words, table or families())
    return list(stream), set(found)


@lru_cache(maxsize=256)
def _classed(words: tuple[str, ...]) -> tuple[list[str], set[str]]:
    return _read(words, families())


def _read(words: Sequence[str], table: Families) -> tuple[list[str], set[str]]:
    found = set[str]()
    stream: list[str] = []
    for start, end, named in table.places(words):
        found.update(named)
        stream.extend(named[:1] or words[start:end])
    return stream, found


def _at(words: Sequence[str], place: int, table: Families) -> tuple[int, tuple[str, ...]]:
    word = words[place]
    for count in range(min(table.longest[word], len(words) - place), 0, -1):
        if named := table.phrases.get(tuple(words[place : place + count])):
            return count, named
    return 1, table.by_stem(word)
