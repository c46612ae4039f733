"""A running cohort whose processes are killed, again and again: the daemon at any moment, the daemon in the middle of a
group of letters, orders from the terminal.

Each process is a fork that runs the program of the command line, and is ended by SIGKILL at a moment that is drawn.
Meanwhile people write; what must hold is looked at when all is quiet again.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from qibot import config
from qibot.demo.cast import word
from qibot.model.case import Case
from qibot.model.desk import DESK, Quarantined
from qibot.model.letters import LetterState
from qibot.store import imports
from tests.faults.aftermath import COHORT, Aftermath, Written, case_of, cases_of, local
from tests.faults.cohort import Cohort
from tests.faults.fault import UP
from tests.faults.mailboxes import Mailboxes
from tests.faults.nursery import Nursery
from tests.faults.proxy import Proxy
from tests.support.daemon import eventually
from tests.support.mailservers import MailServers
from tests.support.programme import toml

REPORTS = 8
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
        self._written = Written()
        self._answered: set[str] = set()  # Message-IDs
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
        aftermath = Aftermath(self.cohort, self.data, self._boxes, self._written)
        self.tally.sent, self.tally.wrong = self._written.sent, aftermath.wrong()
        self.tally.copies = aftermath.copies
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
        waits = case_of(self.data, DESK).all(Quarantined) if (self.data / "desk.json").exists() else {}
        if waits and self._rng.random() < 0.4:
            order = ["quarantine", "discard", self._rng.choice(list(waits))]
        elif self._rng.random() < 0.2:
            order = ["mend", self._rng.choice(self.cohort.mentors).address]
        else:
            number = self._rng.randrange(len(self._active), len(self.cohort.practitioners))
            mentor = self.cohort.mentor(self._rng.choice(self._active)).address  # who mentors nobody can't be named
            order = ["people", "reassign", f"{COHORT}/p{number}", "--to", mentor, "--yes"]
            self._written.mentor_of[f"{COHORT}/p{number}"] = mentor
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
        report = 1 + max((r for n, r in self._written.documents if n == number), default=0)
        if report > REPORTS:
            return
        mark = self._mark(number)
        document = word([f"Aim {mark}: 80% of pupils ready to learn at 9.15 by June."])
        self._written.documents[number, report] = document
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
        self._written.marks[mark] = {"team"}
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
        self._written.feedback[unit] += 1
        self._send("answer", mentor.answers(datetime.now(UTC), got.raw, text), answers=True)

    def _send(self, kind: str, mail: EmailMessage, *, answers: bool = False) -> None:
        if not answers:
            mail.replace_header("To", self.cohort.bot)
        self._servers.append(self.cohort.bot, mail.as_bytes(policy=mail.policy.clone(linesep="\r\n")))
        self._written.sent[kind] += 1

    def _mark(self, number: int) -> str:
        mark = str(self._rng.randrange(10**9, 10**10))
        people = (self.cohort.practitioners[number], self.cohort.mentor(number), self.cohort.manager(number))
        self._written.marks[mark] = {"team", *(local(who) for who in people)}
        return mark

    # --- afterwards ---

    def _in_peace(self) -> None:
        """A daemon that nobody kills does what is left; then every last order once more."""
        for path in self.data.rglob("*.part"):
            os.utime(path, (time.time() - OLD, time.time() - OLD))  # nobody may be writing it any more
        daemon = self._start()
        eventually(self._quiet, PATIENCE, "rest after the kills")
        assert self._nursery.stop(daemon) == 0
        for unit, mentor in self._written.mentor_of.items():
            order = ["people", "reassign", unit, "--to", mentor, "--yes", "--config", str(self._path)]
            assert self._nursery.wait(self._nursery.start(*order)) == 0, self._said()
        assert self._nursery.wait(self._nursery.start("once", "--config", str(self._path))) == 0, self._said()
        self._boxes.settle()

    def _quiet(self) -> bool:
        time.sleep(0.1)
        if self._boxes.files(self.cohort.bot):
            return False
        return not any(self._waits(case) for case in cases_of(self.data))

    @staticmethod
    def _waits(case: Case) -> bool:
        return any(x.state is LetterState.WAITING for x in case.letters.values())

    def _said(self) -> str:
        return "\n".join((self._folder / "said").read_text().splitlines()[-20:])
