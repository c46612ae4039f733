"""A running cohort whose processes are killed, again and again: the daemon at any moment, the daemon in the middle of a
group of letters, orders from the terminal.

Each process is a fork that runs the program of the command line, and is ended by SIGKILL at a moment that is drawn.
Meanwhile people write; what must hold is looked at when all is quiet again.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from qibot import config
from qibot.demo.cast import Player, word
from qibot.model.case import Case
from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import LetterState
from qibot.model.reports import Feedback, Report
from qibot.store import imports
from qibot.store.tinydb import TinyStore
from tests.faults.cohort import Cohort
from tests.faults.fault import UP
from tests.faults.mailboxes import Got, Mailboxes, by_identity
from tests.faults.nursery import Nursery
from tests.faults.proxy import Proxy
from tests.support.daemon import eventually
from tests.support.mailservers import MailServers
from tests.support.programme import files_of, sha256, toml

COHORT, REPORTS = "2025-26", 8
QUIET = 6  # so many send nothing: orders are about them
LIFE, ORDER_LIFE = 0.3, 0.1  # seconds that a daemon, an order lives in the mean
REACHES = 4.0  # seconds in which a daemon begins to deliver
WRITERS = 2  # people who write between two kills, at most
BACKLOG = 6  # messages in the inbox, or letters that wait, beyond which nobody writes
PATIENCE = 1800.0
OLD = 7200.0  # seconds
MANY = 1_000_000


@dataclass
class Tally:
    """What was done, and what is wrong."""

    kills: Counter[str] = field(default_factory=Counter)
    outlived: int = 0  # those that had ended by themselves
    sent: Counter[str] = field(default_factory=Counter)
    copies: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


class Kills:
    """One cohort; `run` plays it."""

    def __init__(self, servers: MailServers, folder: Path, size: int, seed: int) -> None:
        self.cohort = Cohort(size, f"k{random.SystemRandom().randrange(16**8):08x}")
        self._servers, self._folder, self._rng = servers, folder, random.Random(seed)
        folder.mkdir(parents=True)
        self._smtp = Proxy(servers.smtp_port)
        self._nursery = Nursery(folder / "said")
        self._path = folder / "config.toml"
        self._configure()
        self.data = config.load_config(self._path).data
        self._boxes = Mailboxes(servers, self.cohort.mailboxes())
        self._active = list(range(size - QUIET))
        self._documents: dict[tuple[int, int], bytes] = {}  # (person, report) -> what was attached
        self._marks: dict[str, set[str]] = {}  # a word -> who may read it
        self._answered: set[str] = set()  # Message-IDs
        self._feedback: Counter[str] = Counter()  # by unit
        self._mentor_of: dict[str, str] = {}  # by the unit, as the last order had it
        self._orders: list[list[str]] = []
        self.tally = Tally()
        imports.lay_down(self.data, self.cohort.enrolments())

    def _configure(self) -> None:
        month = (datetime.now(UTC).replace(day=1) + timedelta(days=32)).strftime("%Y-%m")  # nothing is due yet
        (self._folder / "password").write_text(self._servers.password)
        sections: dict[str, dict[str, Any]] = {
            "mailbox": {"address": self.cohort.bot, "imap_host": self._servers.host, "smtp_host": self._servers.host,
                        "password_file": "password"},
            "programme": {"team": [self.cohort.team], "manager": self.cohort.boss,
                          "quarantine_in_working_hours": False, "quarantine_letter_minutes": 0},
            f'cohorts."{COHORT}"': {"first_month": month, "reports": REPORTS},
            "limits": {"letters_in_ten_minutes": MANY, "letters_an_hour": MANY, "same_words": MANY,
                       "machine_answers": 100},  # these people write months within minutes
            "imap": {"port": self._servers.imap_port, "security": "plain", "poll_seconds": 1},
            "smtp": {"port": self._smtp.port, "security": "plain", "login": False},
        }  # fmt: skip
        self._path.write_text(toml(sections))

    def close(self) -> None:
        """Let go of everything."""
        self._nursery.close()
        self._smtp.close()

    # --- the kills ---

    def run(self, count: int) -> Tally:
        """So many kills, then peace, then the verdict."""
        begun = time.monotonic()
        while sum(self.tally.kills.values()) < count:
            for _ in range(self._rng.randint(0, WRITERS)):
                self._somebody_writes()
            what = self._rng.choices((self._daemon, self._delivery, self._order), (5, 3, 2))[0]
            if kind := what():
                self.tally.kills[kind] += 1
            else:
                self.tally.outlived += 1
        self._in_peace()
        self.tally.seconds = time.monotonic() - begun
        self.tally.wrong = [*self._lost(), *self._misled(), *self._doubled()]
        return self.tally

    def _start(self) -> int:
        return self._nursery.start("run", "--config", str(self._path))

    def _daemon(self) -> str:
        daemon = self._start()
        time.sleep(self._rng.expovariate(1 / LIFE))
        return "daemon" if self._nursery.kill(daemon) else ""

    def _delivery(self) -> str:
        """Killed while the n-th letter of a group is handed over, before or after the server has it."""
        wanted, seen = self._rng.randint(1, 4), 0
        end = self._rng.choice((b"MAIL FROM", b"DATA\r\n", b"\r\n.\r\n"))
        for _ in range(2):
            self._somebody_writes()
        found: list[str] = []

        def watch(way: str, chunk: bytes) -> None:
            nonlocal seen
            if way == UP and end in chunk:
                seen += 1
                if seen == wanted:
                    found.append(way)

        self._smtp.watch = watch
        daemon = self._start()
        limit = time.monotonic() + REACHES
        while not found and time.monotonic() < limit:
            time.sleep(0.001)
        time.sleep(self._rng.choice((0, 0, 0.001, 0.003, 0.01)))
        killed = self._nursery.kill(daemon)
        self._smtp.watch = None
        return ("delivery" if found else "daemon") if killed else ""

    def _order(self) -> str:
        """An order is killed, with a daemon beside it or without."""
        order = self._drawn_order()
        daemon = self._start() if self._rng.random() < 0.5 else None
        if daemon and self._rng.random() < 0.7:
            time.sleep(0.1)
        command = self._nursery.start(*order, "--config", str(self._path))
        time.sleep(self._rng.expovariate(1 / ORDER_LIFE))
        killed = self._nursery.kill(command)
        if daemon:
            self._nursery.kill(daemon)
        return "order" if killed else ""

    def _drawn_order(self) -> list[str]:
        waits = self._case(DESK).all(Quarantined) if (self.data / "desk.json").exists() else {}
        if waits and self._rng.random() < 0.4:
            order = ["quarantine", "discard", self._rng.choice(list(waits))]
        elif self._rng.random() < 0.2:
            order = ["mend", self._rng.choice(self.cohort.mentors).address]
        else:
            number = self._rng.randrange(len(self._active), len(self.cohort.practitioners))
            mentor = self.cohort.mentor(self._rng.choice(self._active)).address  # who mentors nobody can't be named
            order = ["people", "reassign", f"{COHORT}/p{number}", "--to", mentor, "--yes"]
            self._mentor_of[f"{COHORT}/p{number}"] = mentor
        self._orders.append(order)
        return order

    # --- people ---

    def _somebody_writes(self) -> None:
        waiting = len(list(self.data.glob("outbox/*/*.eml")))
        if waiting > BACKLOG or len(self._boxes.files(self.cohort.bot)) > BACKLOG:
            return
        deed = self._rng.choices((self._report, self._question, self._answer, self._strange), (5, 2, 5, 1))[0]
        deed()

    def _report(self) -> None:
        number = self._rng.choice(self._active)
        report = 1 + max((r for n, r in self._documents if n == number), default=0)
        if report > REPORTS:
            return
        mark = self._mark(number)
        document = word([f"Aim {mark}: 80% of pupils ready to learn at 9.15 by June."])
        self._documents[number, report] = document
        text = f"My report is attached. It is about lot {mark}.\n"
        who = self.cohort.practitioners[number]
        self._send(
            "report", who.writes(datetime.now(UTC), f"Report {report}", text, {f"Report {report}.docx": document})
        )

    def _question(self) -> None:
        number = self._rng.choice(self._active)
        text = f"Should I measure lot {self._mark(number)} weekly or daily?\n"
        who = self.cohort.practitioners[number]
        self._send("question", who.writes(datetime.now(UTC), "A question about my measures", text))

    def _strange(self) -> None:
        mark = str(self._rng.randrange(10**9, 10**10))
        self._marks[mark] = {"team"}
        text = f"Could somebody tell me about lot {mark}?\n"
        self._send("strange", self.cohort.stranger.writes(datetime.now(UTC), "Hello", text))

    def _answer(self) -> None:
        mentor = self._rng.choice(self.cohort.mentors)
        open_ones = [g for g in self._boxes.of(mentor.address) if g.notice == "forward_report"]
        open_ones = [g for g in open_ones if g.identity not in self._answered]
        if not open_ones:
            return
        got = self._rng.choice(open_ones)
        unit = got.ref.rpartition("/")[0]
        mark = self._mark(int(unit.rpartition("/p")[2]))
        text = f"What I liked: the aim for lot {mark}.\n\nEven better if: the measures of lot {mark} had types."
        self._answered.add(got.identity)
        self._feedback[unit] += 1
        self._send("answer", mentor.answers(datetime.now(UTC), got.raw, text), answers=True)

    def _send(self, kind: str, mail: EmailMessage, *, answers: bool = False) -> None:
        if not answers:
            mail.replace_header("To", self.cohort.bot)
        self._servers.append(self.cohort.bot, mail.as_bytes(policy=mail.policy.clone(linesep="\r\n")))
        self.tally.sent[kind] += 1

    def _mark(self, number: int) -> str:
        mark = str(self._rng.randrange(10**9, 10**10))
        people = (self.cohort.practitioners[number], self.cohort.mentor(number), self.cohort.manager(number))
        self._marks[mark] = {"team", *(_local(who) for who in people)}
        return mark

    # --- afterwards ---

    def _in_peace(self) -> None:
        """A daemon that nobody kills does what is left; then every last order once more."""
        for path in self.data.rglob("*.part"):
            os.utime(path, (time.time() - OLD, time.time() - OLD))  # nobody may be writing it any more
        daemon = self._start()
        eventually(self._quiet, PATIENCE, "rest after the kills")
        assert self._nursery.stop(daemon) == 0
        for unit, mentor in self._mentor_of.items():
            order = ["people", "reassign", unit, "--to", mentor, "--yes", "--config", str(self._path)]
            assert self._nursery.wait(self._nursery.start(*order)) == 0, self._said()
        assert self._nursery.wait(self._nursery.start("once", "--config", str(self._path))) == 0, self._said()
        self._boxes.settle()

    def _quiet(self) -> bool:
        time.sleep(0.1)
        if self._boxes.files(self.cohort.bot):
            return False
        return not any(self._waits(case) for case in self._cases())

    @staticmethod
    def _waits(case: Case) -> bool:
        return any(x.state is LetterState.WAITING for x in case.letters.values())

    def _said(self) -> str:
        return "\n".join((self._folder / "said").read_text().splitlines()[-20:])

    def _case(self, unit: str) -> Case:
        return TinyStore(self.data, read_only=True).load(unit)

    def _cases(self) -> list[Case]:
        store = TinyStore(self.data, read_only=True)
        return [store.load(unit) for unit in dict.fromkeys((DESK, *store.units()))]

    def _lost(self) -> Iterator[str]:
        for path in self.data.rglob("*.json"):
            json.loads(path.read_bytes())
        cases = {case.unit: case for case in self._cases()}
        for (number, report), document in self._documents.items():
            case = cases[f"{COHORT}/p{number}"]
            logged = case.report(report)
            digests = [d.sha256 for s in case.submissions(report) for d in s.documents]
            if logged is None or logged.versions != 1 or digests != [sha256(document)]:
                yield f"report {report} of p{number} is logged as {logged} with {len(digests)} documents"
        for unit, count in self._feedback.items():
            if len(cases[unit].all(Feedback)) != count:
                yield f"{unit} has {len(cases[unit].all(Feedback))} answers of {count}"
        for unit, mentor in self._mentor_of.items():
            if cases[unit].enrolment.mentor.address != mentor:
                yield f"{unit} has the mentor {cases[unit].enrolment.mentor.address}, not {mentor}"
        for case in cases.values():
            if extra := set(case.all(Report)) - {str(r) for n, r in self._documents if case.unit == f"{COHORT}/p{n}"}:
                yield f"{case.unit} has reports that nobody sent: {extra}"
            yield from (f"{x.name} is {x.state}" for x in case.letters.values() if x.state is not LetterState.SENT)
        filed = sum(len(self._boxes.files(self.cohort.bot, f".qibot.{name}")) for name in ("done", "quarantine"))
        if filed != sum(self.tally.sent.values()):
            yield f"{filed} messages are filed of {sum(self.tally.sent.values())}"
        left = [*self.data.rglob("*.part"), *(p for p in self.data.glob("outbox/*/*.eml"))]
        yield from (f"{path} is left over" for path in left)

    def _misled(self) -> Iterator[str]:
        owners = {sha256(document): number for (number, _), document in self._documents.items()}
        for got in self._boxes.all():
            for mark, readers in self._marks.items():
                if mark in got.words and got.who not in readers:
                    yield f"the words {mark} for {sorted(readers)} reached {got.who} in {got.notice}"
            for _, digest in files_of(got.raw):
                number = owners.get(digest)
                if number is not None and got.who != _local(self.cohort.mentor(number)):
                    yield f"a document of p{number} reached {got.who}"

    def _doubled(self) -> Iterator[str]:
        copies = by_identity(self._boxes.all())
        self.tally.copies = sum(len(same) - 1 for same in copies.values())
        for (who, identity), same in copies.items():
            if len({got.raw for got in same}) > 1:
                yield f"two letters have the identity {identity} for {who}"
        kinds: dict[tuple[str, str, str], list[Got]] = defaultdict(list)
        for same in copies.values():
            if same[0].notice in ("receipt", "forward_report") and not same[0].ref.endswith("/0"):
                kinds[same[0].what].append(same[0])
        yield from (f"{what} came as {len(several)} letters" for what, several in kinds.items() if len(several) > 1)
        for number, report in self._documents:
            readers = {"receipt": self.cohort.practitioners[number], "forward_report": self.cohort.mentor(number)}
            for notice, reader in readers.items():
                if (_local(reader), notice, f"{COHORT}/p{number}/{report}") not in kinds:
                    yield f"{reader.address} never got {notice} for report {report} of p{number}"


def _local(who: Player) -> str:
    return who.address.partition("@")[0]
