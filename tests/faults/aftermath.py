"""What must hold of a cohort after the kills: nothing lost, nothing in a wrong hand, nothing doubled."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from qibot.demo.cast import Player
from qibot.model.case import Case
from qibot.model.desk import DESK
from qibot.model.letters import Letter, LetterState
from qibot.model.reports import Feedback, Report
from qibot.store.tinydb import TinyStore
from tests.faults.cohort import Cohort
from tests.faults.mailboxes import Got, Mailboxes, by_identity
from tests.support.programme import files_of, sha256

COHORT = "2025-26"


@dataclass
class Written:
    """What people sent and ordered."""

    documents: dict[tuple[int, int], bytes] = field(default_factory=dict)  # (person, report) -> what was attached
    marks: dict[str, set[str]] = field(default_factory=dict)  # a word -> who may read it
    feedback: Counter[str] = field(default_factory=Counter)  # by unit
    mentor_of: dict[str, str] = field(default_factory=dict)  # by the unit, as the last order had it
    sent: Counter[str] = field(default_factory=Counter)  # messages by kind


class Aftermath:
    """What became of it; `copies` are second copies of letters, which may be."""

    def __init__(self, cohort: Cohort, data: Path, boxes: Mailboxes, written: Written) -> None:
        self._cohort, self._data, self._boxes, self._written = cohort, data, boxes, written
        self.copies = 0

    def wrong(self) -> list[str]:
        """What is wrong, each in a sentence."""
        return [*self._lost(), *self._misled(), *self._doubled()]

    def _lost(self) -> Iterator[str]:
        for path in self._data.rglob("*.json"):
            json.loads(path.read_bytes())
        cases = {case.unit: case for case in cases_of(self._data)}
        for (number, report), document in self._written.documents.items():
            case = cases[f"{COHORT}/p{number}"]
            logged = case.report(report)
            digests = [d.sha256 for s in case.submissions(report) for d in s.documents]
            if logged is None or logged.versions != 1 or digests != [sha256(document)]:
                yield f"report {report} of p{number} is logged as {logged} with {len(digests)} documents"
        for unit, count in self._written.feedback.items():
            if len(cases[unit].all(Feedback)) != count:
                yield f"{unit} has {len(cases[unit].all(Feedback))} answers of {count}"
        for unit, mentor in self._written.mentor_of.items():
            if cases[unit].enrolment.mentor.address != mentor:
                yield f"{unit} has the mentor {cases[unit].enrolment.mentor.address}, not {mentor}"
        for case in cases.values():
            if extra := set(case.all(Report)) - {
                str(r) for n, r in self._written.documents if case.unit == f"{COHORT}/p{n}"
            }:
                yield f"{case.unit} has reports that nobody sent: {extra}"
            unsent = (x for x in case.letters.values() if x.state is not LetterState.SENT)
            yield from (f"{x.name} is {x.state}" for x in unsent if not is_overtaken(x, case))
        filed = sum(len(self._boxes.files(self._cohort.bot, f".qibot.{name}")) for name in ("done", "quarantine"))
        if filed != sum(self._written.sent.values()):
            yield f"{filed} messages are filed of {sum(self._written.sent.values())}"
        left = [*self._data.rglob("*.part"), *(p for p in self._data.glob("outbox/*/*.eml"))]
        yield from (f"{path} is left over" for path in left)

    def _misled(self) -> Iterator[str]:
        owners = {sha256(document): number for (number, _), document in self._written.documents.items()}
        for got in self._boxes.all():
            for mark, readers in self._written.marks.items():
                if mark in got.words and got.who not in readers:
                    yield f"the words {mark} for {sorted(readers)} reached {got.who} in {got.notice}"
            for _, digest in files_of(got.raw):
                number = owners.get(digest)
                if number is not None and got.who != local(self._cohort.mentor(number)):
                    yield f"a document of p{number} reached {got.who}"

    def _doubled(self) -> Iterator[str]:
        copies = by_identity(self._boxes.all())
        self.copies = sum(len(same) - 1 for same in copies.values())
        for (who, identity), same in copies.items():
            if len({got.raw for got in same}) > 1:
                yield f"two letters have the identity {identity} for {who}"
        kinds: dict[tuple[str, str, str], list[Got]] = defaultdict(list)
        for same in copies.values():
            if same[0].notice in ("receipt", "forward_report") and not same[0].ref.endswith("/0"):
                kinds[same[0].what].append(same[0])
        yield from (f"{what} came as {len(several)} letters" for what, several in kinds.items() if len(several) > 1)
        for number, report in self._written.documents:
            readers = {"receipt": self._cohort.practitioners[number], "forward_report": self._cohort.mentor(number)}
            for notice, reader in readers.items():
                if (local(reader), notice, f"{COHORT}/p{number}/{report}") not in kinds:
                    yield f"{reader.address} never got {notice} for report {report} of p{number}"


def is_overtaken(letter: Letter, case: Case) -> bool:
    """Whether it was to a new mentor who was none again before it could leave: none of its readers has a part."""
    e = case.enrolment
    still = {*e.practitioner.addresses, *e.mentor.addresses, *(e.manager.addresses if e.manager else ())}
    return (
        letter.name == "tell_new_mentor" and letter.state is LetterState.FAILED and still.isdisjoint(letter.recipients)
    )


def case_of(data: Path, unit: str) -> Case:
    """A unit's records."""
    return TinyStore(data, read_only=True).load(unit)


def cases_of(data: Path) -> list[Case]:
    """Those of all units, the desk's first."""
    store = TinyStore(data, read_only=True)
    return [store.load(unit) for unit in dict.fromkeys((DESK, *store.units()))]


def local(who: Player) -> str:
    """The name of somebody's mailbox."""
    return who.address.partition("@")[0]
