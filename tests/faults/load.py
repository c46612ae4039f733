"""Many people and many messages at once, then a steady load: nothing missed, memory and open files flat."""

from __future__ import annotations

import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from qibot import config
from qibot.demo.cast import word
from qibot.model.case import Case
from qibot.model.desk import DESK
from qibot.model.letters import LetterState
from qibot.model.messages import Seen
from qibot.model.reports import Report
from qibot.store import imports
from qibot.store.tinydb import TinyStore
from tests.faults.cohort import Cohort
from tests.faults.mailboxes import Mailboxes, by_identity
from tests.support.daemon import Daemon
from tests.support.mailservers import MailServers
from tests.support.programme import toml

COHORT, REPORTS = "2025-26", 8
PATIENCE = 590.0  # seconds for all of it; what isn't done then is said, and is wrong
SHORT, OFTEN = 0.05, 10.0  # a pause: so many seconds, and so many times what the last look took
LOOKS = 20  # at the open files of a daemon that rests
TELL = 10.0  # seconds between two lines about how far it is
MINUTE = 60  # messages that come in a minute, at one a second
WARM = 0.25  # the share of the steady load after which memory is flat
FLAT = 1.05
MANY = 1_000_000


class Load:
    """One cohort of many on a daemon of its own; `said` are the figures, `wrong` what doesn't hold. `tell` is given a
    line now and then, so that whoever waits sees how far it is."""

    def __init__(
        self, servers: MailServers, folder: Path, size: int, seed: int, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self.cohort = Cohort(size, f"l{random.SystemRandom().randrange(16**8):08x}")
        self._servers, self._folder, self._rng = servers, folder, random.Random(seed)
        folder.mkdir(parents=True)
        self._path = folder / "config.toml"
        self._configure()
        self.data = config.load_config(self._path).data
        self._boxes = Mailboxes(servers, self.cohort.mailboxes(), words=False)
        self._reported: Counter[int] = Counter()
        self._sent = 0
        self._tell, self._told = tell, 0.0
        self._begun = time.monotonic()
        self._daemon: Daemon | None = None
        self.said: list[str] = []
        self.wrong: list[str] = []
        imports.lay_down(self.data, self.cohort.enrolments())

    def _configure(self) -> None:
        month = (datetime.now(UTC).replace(day=1) + timedelta(days=32)).strftime("%Y-%m")  # nothing is due yet
        (self._folder / "password").write_text(self._servers.password)
        sections: dict[str, dict[str, Any]] = {
            "mailbox": {"address": self.cohort.bot, "imap_host": self._servers.host, "smtp_host": self._servers.host,
                        "password_file": "password"},
            "programme": {"team": [self.cohort.team], "manager": self.cohort.boss},
            f'cohorts."{COHORT}"': {"first_month": month, "reports": REPORTS},
            "limits": {"letters_in_ten_minutes": MANY, "letters_an_hour": MANY, "same_words": MANY,
                       "machine_answers": 100},  # these people write months within minutes
            "imap": {"port": self._servers.imap_port, "security": "plain", "poll_seconds": 2},
            "smtp": {"port": self._servers.smtp_port, "security": "plain", "login": False},
        }  # fmt: skip
        self._path.write_text(toml(sections))

    def close(self) -> None:
        """End the daemon."""
        if self._daemon is not None and self._daemon.stop() != 0:
            self.wrong.append(f"the daemon ended badly: {self._daemon.said[-3:]}")

    # --- what is tried ---

    def at_once(self, count: int) -> None:
        """So many messages lie in the inbox before the daemon starts."""
        people = len(self.cohort.practitioners)
        self._arrive([self._mail(n % people) for n in range(count)])
        begun = time.monotonic()
        self._daemon = Daemon("run", "--config", str(self._path), environ={"PYTHONWARNINGS": "ignore"})
        emptied = self._rest() - begun
        took = time.monotonic() - begun
        self._say(
            f"{people} people, {count} messages at once: taken in and their letters out in {emptied:.0f} s"
            f" ({emptied / count * 1e3:.0f} ms a message), the {sum(self._reported.values())} notes for mentors in"
            f" {took:.0f} s; at most {self._status('VmHWM'):.0f} MB"
        )
        self.wrong += self._missed()

    def steadily(self, seconds: int, minute: int = MINUTE) -> None:
        """A message a second, as fast as they are dealt with; memory is looked at each minute, open files before and
        after, when nothing is under way: amid the work each letter and document has some for a moment."""
        memory: list[float] = []
        before, begun = self._files_at_rest(), time.monotonic()
        for _ in range(seconds // minute):
            if self._late():
                break
            self._arrive([self._mail(self._rng.randrange(len(self.cohort.practitioners))) for _ in range(minute)])
            self._taken_in()
            memory.append(self._status("VmRSS"))
            self._now_and_then(f"{len(memory)} of {seconds // minute} minutes: {memory[-1]:.1f} MB")
        if len(memory) < seconds // minute:
            self.wrong.append(f"only {len(memory)} of {seconds // minute} minutes were done in {PATIENCE:.0f} s")
            return
        self._rest()
        took, after = time.monotonic() - begun, self._files_at_rest()
        warm = int(len(memory) * WARM)
        growth = statistics.median(memory[-5:]) / statistics.median(memory[warm : warm + 5])
        self._say(
            f"then {seconds} s with a message each (dealt with in {took:.0f} s): memory {memory[warm]:.1f} MB, at the"
            f" end {memory[-1]:.1f} MB ({growth - 1:+.1%}); open files {before}, at the end {after}"
        )
        if growth > FLAT:
            self.wrong.append(f"memory grew by {growth - 1:.1%}: {[round(m, 1) for m in memory]}")
        if after > FLAT * before:
            self.wrong.append(f"open files grew from {before} to {after}")
        self.wrong += self._missed()

    def _say(self, line: str) -> None:
        self.said.append(line)
        self._tell(line)

    def _now_and_then(self, line: str) -> None:
        if time.monotonic() - self._told > TELL:
            self._told = time.monotonic()
            self._tell(f"  after {self._told - self._begun:3.0f} s: {line}")

    def _files_at_rest(self) -> int:
        """The fewest of some looks: a line may be open now, and gone in a moment. What leaks is there at each."""
        looks = [self._open_files()]
        while len(looks) < LOOKS:
            time.sleep(SHORT)
            looks.append(self._open_files())
        return min(looks)

    def _late(self) -> bool:
        return time.monotonic() - self._begun > PATIENCE

    # --- mail ---

    def _mail(self, number: int) -> EmailMessage:
        """A report while there are any left to send, else, and each third time, a question."""
        who, mark = self.cohort.practitioners[number], self._rng.randrange(10**9)
        if self._reported[number] < REPORTS - 2 and self._rng.random() < 0.7:
            self._reported[number] += 1
            n = self._reported[number]
            document = {f"Report {n}.docx": word([f"Aim {mark}: 80% of pupils ready to learn at 9.15 by June."])}
            mail = who.writes(
                datetime.now(UTC), f"Report {n}", f"My report is attached. It is about lot {mark}.\n", document
            )
        else:
            text = f"Should I measure lot {mark} weekly or daily?\n"
            mail = who.writes(datetime.now(UTC), "A question about my measures", text)
        mail.replace_header("To", self.cohort.bot)
        self._sent += 1
        return mail

    def _arrive(self, mails: list[EmailMessage]) -> None:
        with self._servers.client(self.cohort.bot) as client:
            for mail in mails:
                client.append("INBOX", mail.as_bytes(policy=mail.policy.clone(linesep="\r\n")))

    def _taken_in(self) -> None:
        """Return when all that came is taken in: letters and notes may still be under way, as with a steady load."""
        while not self._late():
            self._see_it_alive()
            looked = time.monotonic()
            if not self._boxes.files(self.cohort.bot):
                return
            self._pause(looked)

    def _pause(self, looked: float) -> None:
        """Looking takes its time, too, which the daemon then lacks."""
        time.sleep(SHORT + OFTEN * (time.monotonic() - looked))

    def _see_it_alive(self) -> None:
        if self._daemon is None or self._daemon.process.poll() is not None:
            raise AssertionError(f"the daemon is gone: {self._daemon and self._daemon.said[-5:]}")

    def _rest(self) -> float:
        """Return when all that came is dealt with, nothing waits to be sent, and each report has the notes for its
        mentor; since when but for these there was nothing. What isn't there in time is said."""
        emptied = 0.0
        while True:
            self._see_it_alive()
            looked = time.monotonic()
            came, out = len(self._boxes.files(self.cohort.bot)), len(list((self.data / "outbox").glob("*/*.eml")))
            if not came and not out:
                emptied = emptied or time.monotonic()
                missing = sum(self._reported.values()) - self._noted()
                if missing <= 0:
                    return emptied
                self._now_and_then(f"{missing} notes are missing")
            else:
                self._now_and_then(f"{came} messages and {out} letters wait")
            self._pause(looked)
            if self._late():
                self.wrong.append(f"after {PATIENCE:.0f} s {came} messages, {out} letters and some notes still wait")
                return emptied or time.monotonic()

    def _noted(self) -> int:
        return sum(got.notice == "mentor_notes" for who in self.cohort.mentors for got in self._boxes.of(who.address))

    # --- what must hold ---

    def _missed(self) -> Iterator[str]:
        self._boxes.settle()
        cases = {case.unit: case for case in self._cases()}
        seen = sum(len(case.all(Seen)) for case in cases.values())
        if seen != self._sent:
            yield f"{self._sent} messages were sent, {seen} are in the records"
        for number, count in self._reported.items():
            logged = {key: r.versions for key, r in cases[f"{COHORT}/p{number}"].all(Report).items()}
            if logged != {str(n): 1 for n in range(1, count + 1)}:
                yield f"p{number} sent {count} reports, logged are {logged}"
        letters = [x for case in cases.values() for x in case.letters.values()]
        yield from (f"{x.name} is {x.state}" for x in letters if x.state not in (LetterState.SENT, LetterState.WAITING))
        wanted = sum(len(x.recipients) for x in letters if x.state is LetterState.SENT)
        got = by_identity(self._boxes.all())
        if len(got) != wanted or any(len(same) > 1 for same in got.values()):
            yield f"{wanted} letters went out, {sum(map(len, got.values()))} came, {len(got)} different ones"

    def _cases(self) -> list[Case]:
        store = TinyStore(self.data, read_only=True)
        return [store.load(unit) for unit in dict.fromkeys((DESK, *store.units()))]

    def _status(self, name: str) -> float:
        assert self._daemon is not None
        status = Path(f"/proc/{self._daemon.process.pid}/status").read_text()
        found = re.search(rf"^{name}:\s+(\d+) kB", status, re.MULTILINE)
        assert found is not None
        return int(found[1]) / 1024

    def _open_files(self) -> int:
        assert self._daemon is not None
        return len(list(Path(f"/proc/{self._daemon.process.pid}/fd").iterdir()))
