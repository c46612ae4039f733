"""What qibot costs, as ratios and sizes on this machine: `make bench`. Each line says what it should stay under.

The figures come from whole processes and real servers; medians of several runs, since machines are noisy.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from qibot.almanac import Almanac
from qibot.archive import Archive
from qibot.bot import Bot
from qibot.durable import make_folder
from qibot.inbox import Inbox, Incoming
from qibot.model import Enrolment, Person, Put
from qibot.outbox import Outbox
from qibot.plan import plan
from qibot.roster import EXAMPLE
from qibot.store.memory import MemoryStore
from qibot.store.tinydb import TinyStore
from qibot.templates import Templates
from tests.build import BOT, CONFIG, ENROLMENT, LONDON, THREADS, at, case, message
from tests.mailservers import MailServers

ROUNDS = 60
QIBOT = [sys.executable, "-m", "qibot"]


def main() -> int:
    """Print every figure; the exit code is 1 when one is over its bound."""
    fine = [commit_ratio(), quiet_tick(), year_ahead(), *on_real_servers()]
    return 0 if all(fine) else 1


def told(what: str, figure: float, bound: float, unit: str) -> bool:
    print(f"{what:<66} {figure:8.2f} {unit:<5} (bound {bound:g})", flush=True)
    return figure <= bound


# --- one message's commit, among few and among many ---


def bot_among(folder: Path, enrolments: int) -> Bot:
    store = TinyStore(folder)
    make_folder(folder / "enrolments" / "2026-27")
    for n in range(enrolments):
        person = Person(f"Person {n}", (f"p{n}@x.example",))
        store.commit(f"2026-27/p{n}", [Put(replace(ENROLMENT, slug=f"p{n}", practitioner=person))])
    nobody = cast("Any", None)
    return Bot(
        CONFIG, store, Archive(folder), cast("Inbox", nobody), cast("Outbox", nobody),
        Templates(CONFIG.template_folders(), LONDON), THREADS, clock=lambda: at("2026-10-12T09:00"),
    )  # fmt: skip


def commit_ratio() -> bool:
    """The time for one report, from its bytes to the commit, with 10,000 enrolments over that with 100."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        bots = {100: bot_among(Path(few), 100), 10_000: bot_among(Path(many), 10_000)}
        times: dict[int, list[float]] = {n: [] for n in bots}
        for turn in range(ROUNDS):
            for n, bot in bots.items():
                raw = message(sender=f"p{turn}@x.example", text=f"turn {turn}", files=("report.pdf",))
                incoming = Incoming(turn, at("2026-10-12T09:00"), len(raw), raw, True)
                began = time.perf_counter()
                bot.handle(incoming)
                times[n].append(time.perf_counter() - began)
    medians = {n: statistics.median(t) for n, t in times.items()}
    print(
        f"one report to its commit: {medians[100] * 1e3:.1f} ms among 100, {medians[10_000] * 1e3:.1f} ms among 10,000"
    )
    return told("the same, as a ratio", medians[10_000] / medians[100], 1.3, "")


# --- the calendar ---


def quiet_tick() -> bool:
    """A tick over 10,000 enrolments of which none is owed anything."""
    store = MemoryStore()
    for n in range(10_000):
        person = Person(f"Person {n}", (f"p{n}@x.example",))
        store.commit(f"2026-27/p{n}", [Put(replace(ENROLMENT, slug=f"p{n}", practitioner=person))])
    nobody = cast("Any", None)
    with tempfile.TemporaryDirectory() as folder:
        bot = Bot(
            CONFIG, store, Archive(Path(folder)), cast("Inbox", nobody), cast("Outbox", nobody),
            Templates(CONFIG.template_folders(), LONDON), THREADS, clock=lambda: at("2026-10-05T12:00"),
        )  # fmt: skip
        times = []
        for _ in range(5):
            began = time.perf_counter()
            bot.tick()
            times.append(time.perf_counter() - began)
    return told("a tick over 10,000 enrolments with nothing due", statistics.median(times), 1, "s")


def enrolled(n: int) -> Enrolment:
    person, mentor = Person(f"Person {n}", (f"p{n}@x.example",)), Person(f"Mentor {n // 3}", (f"m{n // 3}@x.example",))
    return replace(ENROLMENT, slug=f"p{n}", practitioner=person, mentor=mentor)


def year_ahead() -> bool:
    """The plan of a year for a cohort of 100 in which nothing more arrives: every step of every ladder. A mentor has
    three practitioners."""
    almanac = Almanac(CONFIG)
    cases = [case(enrolment=enrolled(n)) for n in range(100)]
    began = time.perf_counter()
    planned = plan(cases, almanac, at("2026-10-01T08:00"), at("2027-10-01T08:00"))
    took = time.perf_counter() - began
    return told(f"the plan of a year for 100 people ({len(planned)} letters)", took, 2, "s")


# --- memory, of the real program on real servers ---


@contextmanager
def ready(servers: MailServers) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "password").write_text("secret")
        (folder / "people.csv").write_text(EXAMPLE)
        (folder / "config.toml").write_text(
            f'[mailbox]\naddress = "{BOT}"\nimap_host = "127.0.0.1"\nsmtp_host = "127.0.0.1"\n'
            'password_file = "password"\n'
            '[programme]\nteam = ["team@x.example"]\nmanager = "boss@x.example"\n'
            '[cohorts."2026-27"]\nfirst_month = "2026-10"\nreports = 8\n'
            f'[imap]\nport = {servers.imap_port}\nsecurity = "plain"\n'
            f'[smtp]\nport = {servers.smtp_port}\nsecurity = "plain"\nlogin = false\n'
        )
        command = [*QIBOT, "people", "import", "people.csv", "--yes"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        yield folder


def on_real_servers() -> list[bool]:
    servers = MailServers()
    servers.start()
    try:
        with ready(servers) as folder:
            return [idle_memory(folder), big_message(servers, folder)]
    finally:
        servers.stop()


def idle_memory(folder: Path) -> bool:
    """The resident memory of the daemon after its first round."""
    with subprocess.Popen([*QIBOT, "run"], cwd=folder, stderr=subprocess.DEVNULL) as daemon:
        try:
            time.sleep(4)
            status = Path(f"/proc/{daemon.pid}/status").read_text()
        finally:
            daemon.terminate()
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return told("the idle daemon's memory", int(resident.split()[1]) / 1024, 120, "MB")


def big_message(servers: MailServers, folder: Path) -> bool:
    """The peak memory of a round that takes in and forwards a message of 30 MB."""
    sender = EXAMPLE.splitlines()[1].split(",")[2].split(";")[0].strip()
    big = message(sender=sender, files=("report.pdf",)).replace(
        b"Content-Disposition: attachment", b"Content-Disposition: attachment; x=y"
    )
    at_end = big.rindex(b"\r\n--")
    padding = (b"QUJD" * 18 + b"\r\n") * (30_000_000 // 74)
    servers.deliver(big[:at_end] + b"\r\n" + padding + big[at_end + 2 :], BOT)
    servers.wait_for(BOT, 1)
    began = time.perf_counter()
    subprocess.run([*QIBOT, "once"], cwd=folder, check=True)
    print(f"a message of 30 MB, in and out: {time.perf_counter() - began:.1f} s")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return told("its peak memory", peak, 300, "MB")


if __name__ == "__main__":
    sys.exit(main())
