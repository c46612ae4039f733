"""Reads the reports of the collection, makes documents of them, and holds the pre-read against what was expected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from qibot.model import CHARTER, Writing
from qibot.preread import Observation, Report, pre_read, report_of
from qibot.reading.docx import read_docx
from qibot.reading.limits import Limits
from qibot.reading.odt import read_odt
from qibot.reading.pdf import read_pdf
from qibot.reading.plain import read_plain
from tests.support import papers

RUN = 5  # words in a row by which two parts of a sentence are of the same
HERE = Path(__file__).parent
_SECTION = re.compile(r"^=== (\w+) *$", re.MULTILINE)
_ANY_WORDS = ("measure-type-missing", "measures-too-many")  # rest on any of several measures (README.md)
_MARKS = re.compile(r"^(?:# |\[chart\] )", re.MULTILINE)


@dataclass(frozen=True)
class Expected:
    """A rule's name, and the words that it is to rest on; empty where something is missing."""

    rule: str
    words: str = ""


@dataclass(frozen=True)
class Sample:
    """One report of the collection."""

    name: str
    number: int
    kind: str
    expected: tuple[Expected, ...]
    allowed: tuple[Expected, ...]
    parts: dict[str, str] = field(default_factory=dict)

    def document(self) -> tuple[str, bytes]:
        """The report as a document of its kind, with a name."""
        text = self.parts["report"]
        if self.kind == "plain":
            return "report.txt", text.encode()
        made = {"docx": papers.docx_of, "odt": papers.odt_of, "pdf": papers.pdf_of}[self.kind]
        return f"report.{self.kind}", made(text)

    def writing(self) -> Writing:
        """The document as read, in this process."""
        data = self.document()[1]
        if self.kind == "plain":
            return read_plain(_MARKS.sub("", data.decode()))
        return {"docx": read_docx, "odt": read_odt, "pdf": read_pdf}[self.kind](data, Limits())

    def report(self) -> Report:
        """The report as the rules see it, after the one before and the feedback on it."""
        before = read_plain(_MARKS.sub("", self.parts["previous"])) if "previous" in self.parts else None
        previous = report_of(before, max(self.number - 1, 1)) if before else None
        return report_of(self.writing(), self.number, previous=previous, feedback=self.parts.get("feedback", ""))


def samples(folder: str) -> list[Sample]:
    """The reports of a folder of the collection."""
    return [_sample(path) for path in sorted((HERE / folder).glob("*.txt"))]


def _sample(path: Path) -> Sample:
    head, *rest = _SECTION.split(path.read_text("utf-8"))
    parts = dict(zip(rest[::2], (text.strip("\n") for text in rest[1::2]), strict=True))
    values: dict[str, str] = {}
    lists: dict[str, list[Expected]] = {"expected": [], "allowed": []}
    here = ""
    for line in head.splitlines():
        said = re.sub(r"\s+# .*$", "", line) if not line.startswith(" ") else line
        if line.startswith((" ", "\t")) and here:
            rule, _, words = said.strip().partition(":")
            lists[here] += [Expected(rule.strip(), words.strip())] if rule.strip() else []
        elif said.strip():
            key, _, value = said.partition(":")
            values[key.strip()], here = value.strip(), key.strip() if key.strip() in lists else ""
    number = CHARTER if values["number"] == "charter" else int(values["number"])
    return Sample(path.stem, number, values["kind"], tuple(lists["expected"]), tuple(lists["allowed"]), parts)


@dataclass
class Tally:
    """By rule: how often it was right, false, and missed, with the reports where it was not right."""

    right: Counter[str] = field(default_factory=Counter)
    false: list[tuple[str, Observation]] = field(default_factory=list)
    missed: list[tuple[str, Expected]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of alarms that were right."""
        return self.right.total() / max(self.right.total() + len(self.false), 1)

    @property
    def recall(self) -> float:
        """The share of what was expected that was found."""
        return self.right.total() / max(self.right.total() + len(self.missed), 1)

    def rows(self) -> Iterator[tuple[str, int, int, int]]:
        """Each rule with how often it was right, false and missed."""
        false, missed = Counter(o.rule for _, o in self.false), Counter(e.rule for _, e in self.missed)
        for rule in sorted({*self.right, *false, *missed}):
            yield rule, self.right[rule], false[rule], missed[rule]


def tally(folder: str) -> Tally:
    """The pre-read of every report of a folder against what was expected."""
    found = Tally()
    for sample in samples(folder):
        judge(sample, pre_read(sample.report()), found)
    return found


def judge(sample: Sample, observations: list[Observation], into: Tally) -> None:
    """Hold observations against what was expected: each pairs with one expectation of its rule whose words touch."""
    waiting = list(sample.expected)
    allowed = list(sample.allowed)
    for observation in observations:
        if match := _match(observation, waiting):
            waiting.remove(match)
            into.right[observation.rule] += 1
        elif not _match(observation, allowed):
            into.false.append((sample.name, observation))
    into.missed += [(sample.name, expected) for expected in waiting]


def _match(observation: Observation, among: list[Expected]) -> Expected | None:
    for expected in among:
        touched = expected.rule in _ANY_WORDS or _touch(expected.words, observation.words)
        if expected.rule == observation.rule and touched:
            return expected
    return None


def _touch(expected: str, found: str) -> bool:
    """Whether one holds the other, or they share most of the shorter one's words or a run of them."""
    if not expected or not found:
        return True
    a, b = _plain(expected), _plain(found)
    shared = len(set(a) & set(b)) / max(min(len(set(a)), len(set(b))), 1)
    run = SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
    return " ".join(a) in " ".join(b) or " ".join(b) in " ".join(a) or shared > 0.7 or run >= RUN


def _plain(text: str) -> list[str]:
    return re.findall(r"[\w%£.]+", text.lower())
