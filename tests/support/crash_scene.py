"""The scene that the crash tests play again and again: who writes what, and what must hold afterwards.

Jo sends a report with two documents, Sam one with one, and a stranger something; then the mentor, Ann, answers Jo.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from qibot import config
from qibot.demo.cast import Player, word
from qibot.model.case import Case, Change, Drop, Put
from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import LetterState
from qibot.model.messages import Seen
from qibot.model.people import Enrolment, Person
from qibot.model.reports import Feedback, Report
from qibot.store import imports
from qibot.store.tinydb import TinyStore

COHORT = "now"
JO, SAM = f"{COHORT}/jo.smith", f"{COHORT}/sam.baird"
CONFIG = """
[mailbox]
address = "{bot}"
imap_host = "127.0.0.1"
smtp_host = "127.0.0.1"
password_file = "password"
[programme]
team = ["{team}"]
quarantine_in_working_hours = false
manager = "{boss}"
[notes]
send = false
[cohorts.{cohort}]
first_month = "{month}"
reports = 8
[imap]
port = {imap}
security = "plain"
[smtp]
port = {smtp}
security = "plain"
login = false
[service]
clock_hours = 0
[folders]
data = "{data}"
"""
Copy = tuple[str, str, str]  # whose mailbox, X-QI-Letter, X-QI-Ref
REPORTED: Mapping[Copy, int] = {
    ("jo", "receipt", f"{JO}/1"): 1,
    ("sam", "receipt", f"{SAM}/1"): 1,
    ("ann", "forward_report", f"{JO}/1"): 1,
    ("ann", "forward_report", f"{SAM}/1"): 1,
    ("team", "report_quarantine", f"{DESK}/0"): 1,
}
ANSWERED: Mapping[Copy, int] = {
    **REPORTED,
    ("jo", "relay_feedback", f"{JO}/1"): 1,
    ("meg", "relay_feedback", f"{JO}/1"): 1,
}


@dataclass(frozen=True)
class Scene:
    """One playing of it: people and a data folder that no other has."""

    tag: str
    folder: Path
    data: Path
    settings: config.Config
    documents: Mapping[str, bytes]

    @classmethod
    def lay_out(cls, folder: Path, tag: str, imap: int = 1, smtp: int = 1, data: Path | None = None) -> Scene:
        """Write the configuration and take over the people."""
        folder.mkdir(parents=True)
        (folder / "password").write_text("secret")
        names = {who: f"{who}-{tag}@lab.example" for who in ("bot", "team", "boss")}
        month = f"{datetime.now(UTC).replace(day=1) + timedelta(days=32):%Y-%m}"  # nothing is due by the calendar yet
        text = CONFIG.format(**names, cohort=COHORT, month=month, imap=imap, smtp=smtp, data=data or "data")
        (folder / "config.toml").write_text(text)
        settings = config.load_config(folder / "config.toml")
        documents = {
            "Report 1.docx": word([f"Aim {tag}", "by June."]),
            "Run chart.docx": word([f"Run chart {tag}"]),
            "Sam's report 1.docx": word([f"Home reading {tag}"]),
            "Comments.docx": word([f"Aim {tag}"], ["By how much?"]),
        }
        scene = cls(tag, folder, settings.data, settings, documents)
        imports.lay_down(scene.data, scene.people())
        store = TinyStore(scene.data)
        imports.carry_out(scene.data, store)
        store.close()
        return scene

    def address(self, who: str) -> str:
        """The mailbox of somebody in this playing."""
        return f"{who}-{self.tag}@lab.example"

    def people(self) -> list[Enrolment]:
        """The two enrolments."""
        ann, meg = Person("Ann Lee", (self.address("ann"),)), Person("Meg Ross", (self.address("meg"),))
        return [
            Enrolment(COHORT, unit.partition("/")[2], Person(name, (self.address(who),)), ann, meg)
            for unit, name, who in ((JO, "Jo Smith", "jo"), (SAM, "Sam Baird", "sam"))
        ]

    def reports(self) -> list[bytes]:
        """What comes first: two reports and a stranger's mail."""
        return [
            self._raw("Jo Smith", "jo", "Report 1", "Report 1.docx", "Run chart.docx"),
            self._raw("Sam Baird", "sam", "Report 1", "Sam's report 1.docx"),
            self._raw("R. Muir", "stranger", "Hello"),
        ]

    def answer(self, letters: Iterable[bytes]) -> bytes:
        """The mentor's answer to Jo's report, one of whose forwards is among these letters."""
        forward = next(raw for raw in letters if mark(raw) == ("forward_report", f"{JO}/1"))
        text = "What I liked: the aim.\n\nEven better if: the measure had a type."
        player = Player("Ann Lee", self.address("ann"))
        return _bytes(player.answers(datetime.now(UTC), forward, text, self._documents("Comments.docx")))

    def _raw(self, name: str, who: str, subject: str, *documents: str) -> bytes:
        player = Player(name, self.address(who))
        mail = player.writes(datetime.now(UTC), subject, f"Hello from {name}.", self._documents(*documents))
        mail.replace_header("To", self.address("bot"))
        return _bytes(mail)

    def _documents(self, *names: str) -> dict[str, bytes]:
        return {name: self.documents[name] for name in names}

    # --- what must hold ---

    def check_data(self, answered: bool) -> None:
        """Each report is logged once, every letter is recorded as sent, and nothing is unreadable or left over."""
        for path in self.data.rglob("*.json"):
            json.loads(path.read_bytes())
        cases = self.cases()
        for unit, documents in ((JO, ["Report 1.docx", "Run chart.docx"]), (SAM, ["Sam's report 1.docx"])):
            reports = cases[unit].all(Report)
            assert {key: r.versions for key, r in reports.items()} == {"1": 1}
            (submission,) = cases[unit].submissions(1)
            assert [d.sha256 for d in submission.documents] == [sha256(self.documents[name]) for name in documents]
        assert len(cases[JO].all(Feedback)) == answered
        assert len(cases[DESK].all(Quarantined)) == 1
        letters = [x for case in cases.values() for x in case.letters.values()]
        assert Counter(x.state for x in letters) == {LetterState.SENT: 6 if answered else 5}
        assert len(list(self.data.glob("mail/*/*"))) == (4 if answered else 3)
        self.check_leftovers()

    def check_leftovers(self) -> None:
        """No unfinished file, and no letter that nobody waits for."""
        assert list(self.data.rglob("*.part")) == []
        assert [p for p in self.data.glob("outbox/*/*") if p.is_file()] == []

    def check_letters(self, found: Mapping[str, list[bytes]], expected: Mapping[Copy, int]) -> None:
        """Exactly these letters lie in these people's mailboxes; copies of one are the same, byte by byte."""
        copies: dict[Copy, list[bytes]] = defaultdict(list)
        for who, letters in found.items():
            for raw in letters:
                copies[who, *mark(raw)].append(own_bytes(raw))
        assert {key: len(several) for key, several in copies.items()} == dict(expected)
        for several in copies.values():
            assert len(set(several)) == 1
        carried = {sha256(d) for raw in found["ann"] for d in documents_of(raw)}
        ours = ("Report 1.docx", "Run chart.docx", "Sam's report 1.docx")
        assert carried == {sha256(self.documents[name]) for name in ours}

    def cases(self) -> dict[str, Case]:
        """All records, read by a fresh eye."""
        store = TinyStore(self.data, read_only=True)
        return {unit: store.load(unit) for unit in (DESK, *store.units())}


def _bytes(mail: EmailMessage) -> bytes:
    return mail.as_bytes(policy=policy.SMTP)


def mark(raw: bytes) -> tuple[str, str]:
    """Which letter this is."""
    (letter,), (ref,) = (re.findall(rb"^X-QI-%s: (\S+)" % name, raw, re.MULTILINE) for name in (b"Letter", b"Ref"))
    return letter.decode(), ref.decode()


def own_bytes(raw: bytes) -> bytes:
    """The letter without what servers wrote above it; its From is the first header of its own."""
    return raw[raw.index(b"From: ") :] if raw.startswith(b"From: ") else raw[raw.index(b"\nFrom: ") + 1 :]


def documents_of(raw: bytes) -> list[bytes]:
    """The files that a letter carries."""
    parts = [part for part in message_from_bytes(raw).walk() if part.get_filename()]
    return [bytes(part.get_payload(decode=True)) for part in parts]


def sha256(data: bytes) -> str:
    """The hash by which documents are compared."""
    return hashlib.sha256(data).hexdigest()


# --- for the store and the import alone ---


def _seen(number: int, size: int) -> Seen:
    return Seen(
        f"<{number}@x.example>", "d" * size, datetime(2026, 10, 1, tzinfo=UTC) + timedelta(hours=number), "report"
    )


def _filled(_unit: str) -> list[Change]:
    return [Put(_seen(number, 300)) for number in range(60)]


def _grown(_unit: str) -> list[Change]:
    return [*(Put(_seen(number, 3000)) for number in range(40)), *(Put(_seen(number, 300)) for number in range(60, 90))]


def _shrunk(_unit: str) -> list[Change]:
    return [*(Drop(Seen.table, _seen(number, 0).key) for number in range(59)), Put(_seen(59, 1))]


CHANGES: Mapping[str, Callable[[str], list[Change]]] = {"fill": _filled, "grow": _grown, "shrink": _shrunk}


def everybody(mentor: str, count: int) -> list[Enrolment]:
    """So many people with this mentor."""
    ann = Person(mentor, (f"{mentor.lower()}@x.example",))
    return [Enrolment(COHORT, f"p{i}", Person(f"P {i}", (f"p{i}@x.example",)), ann) for i in range(count)]
