"""A whole programme on the tests' mail servers: people with mailboxes of their own, a configuration, the real bot."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from qibot import config
from qibot.bot import Bot
from qibot.cli import building, main
from qibot.config.config import Config
from qibot.demo.cast import Player, word
from qibot.hands import Done
from qibot.model.case import Case
from qibot.model.letters import Letter
from qibot.model.reports import Report
from qibot.store.tinydb import TinyStore
from tests.support.clock import Clock
from tests.support.mailservers import MailServers

COHORT = "2026-27"
COLUMNS = (
    "Cohort,Practitioner,Practitioner e-mail,Mentor,Mentor e-mail,Manager,Manager e-mail,Organisation,Project,Status"
)
REFUSED = Player("Nobody", "nobody@refused.example")  # 550 at RCPT TO
GONE = Player("Gone Away", "gone@bounced.example")  # taken, and then returned by a bounce
BUSY = Player("Tempa Fail", "tempfail@refused.example")  # 451 at RCPT TO
PATIENCE = 15.0
BY_THE_CALENDAR = {  # letters that nobody's mail has brought about (programme.md, section 10)
    "welcome", "remind_deadline", "remind_missing", "remind_missing_again", "escalate_missing", "ask_escalation",
    "ask_decision",
    "remind_feedback", "tell_feedback_delayed", "report_feedback_overdue", "nudge_contact", "check_in",
    "report_inactivity", "digest", "digest_mentor", "digest_manager", "close_cohort",
}  # fmt: skip
DOCX = word(["Jo Smith", "Aim: 80% of pupils ready to learn at 9.15 by June."])
COMMENTED = word(["Jo Smith", "Aim: 80% of pupils ready to learn at 9.15 by June."], ["How many pupils?", "Good."])
LIKED = "What I liked: a clear aim.\n\nEven better if: the measures had types."


class Programme:
    """Jo and Sam with their mentor Ann, Priya with Bob, the manager Meg, the team; all addresses are this one's own."""

    def __init__(self, servers: MailServers, folder: Path) -> None:
        self.servers, self.folder, self.clock = servers, folder, Clock()
        self.tag = tag = uuid.uuid4().hex[:8]
        self.address = f"qi.{tag}@council.example"
        self.jo = Player("Jo Smith", f"jo.{tag}@school.example")
        self.sam = Player("Sam Baird", f"sam.{tag}@school.example")
        self.priya = Player("Priya Nair", f"priya.{tag}@council.example")
        self.ann = Player("Ann Lee", f"ann.{tag}@health.example")
        self.bob = Player("Bob Ray", f"bob.{tag}@fire.example")
        self.meg = Player("Meg Ross", f"meg.{tag}@school.example")
        self.team = Player("Community Planning team", f"team.{tag}@council.example")
        self.stranger = Player("R. Muir", f"muir.{tag}@home.example")
        self.steps: list[str] = []
        self.at_step: Callable[[str], None] = lambda _name: None
        self._bot: Bot | None = None
        self.configure()

    # --- laying out ---

    def sections(self) -> dict[str, dict[str, Any]]:
        """The configuration: TLS to both servers, and a first report that is due next month (nothing is late)."""
        servers = self.servers
        month = (datetime.now(UTC).replace(day=1) + timedelta(days=32)).strftime("%Y-%m")
        return {
            "mailbox": {
                "address": self.address, "imap_host": "localhost", "smtp_host": "localhost",
                "password_file": "password",
            },
            "programme": {"team": [self.team.address], "manager": f"manager.{self.tag}@council.example",
                          "quarantine_in_working_hours": False},
            f'cohorts."{COHORT}"': {"first_month": month, "reports": 8},
            "notes": {"send": False},
            "service": {"clock_hours": 0},  # the servers' clock is the real one
            "imap": {"port": servers.imaps_port, "ca_file": str(servers.ca_file), "timeout_seconds": 10},
            "smtp": {"port": servers.submission_port, "ca_file": str(servers.ca_file), "timeout_seconds": 10},
        }  # fmt: skip

    def configure(self, **changes: Mapping[str, Any]) -> None:
        """Write config.toml and the password; `changes` are added, by section ("cohort" is the one cohort's)."""
        sections = self.sections()
        for name, values in changes.items():
            place = f'cohorts."{COHORT}"' if name == "cohort" else name
            sections[place] = {**sections.get(place, {}), **values}
        self.folder.mkdir(exist_ok=True)
        self.path.write_text(toml(sections))
        (self.folder / "password").write_text(self.servers.password + "\n")
        (self.folder / "password").chmod(0o600)

    def plainly(self, **changes: Mapping[str, Any]) -> None:
        """`configure`, without TLS and without a login at the SMTP server."""
        imap = {"port": self.servers.imap_port, "security": "plain", "ca_file": ""}
        smtp = {"port": self.servers.smtp_port, "security": "plain", "ca_file": "", "login": False}
        both = {"imap": {**imap, **changes.pop("imap", {})}, "smtp": {**smtp, **changes.pop("smtp", {})}}
        self.configure(**both, **changes)

    @property
    def path(self) -> Path:
        """Where the configuration is."""
        return self.folder / "config.toml"

    @property
    def settings(self) -> Config:
        """The configuration as it is read."""
        return config.load_config(self.path)

    def row(self, practitioner: Player, mentor: Player, manager: Player | None = None, status: str = "") -> str:
        """A line of the people sheet."""
        led = f"{manager.name},{manager.address}" if manager else ","
        people = f"{practitioner.name},{practitioner.address},{mentor.name},{mentor.address},{led}"
        return f"{COHORT},{people},Craigie Primary,Calmer mornings,{status}"

    def rows(self) -> list[str]:
        """Everybody."""
        return [
            self.row(self.jo, self.ann, self.meg),
            self.row(self.sam, self.ann, self.meg),
            self.row(self.priya, self.bob),
        ]

    def sheet(self, *rows: str) -> Path:
        """A people sheet with these lines, or with everybody."""
        path = self.folder / "people.csv"
        path.write_text("\n".join([COLUMNS, *(rows or self.rows())]) + "\n")
        return path

    def enrol(self, *rows: str, day: str = "") -> None:
        """Import a sheet with these lines, or with everybody, as a user would; on another `day` if one is given."""
        command = ["people", "import", str(self.sheet(*rows)), "--yes", "--config", str(self.path)]
        if not day:
            assert main(command) == 0
            return
        shifted = ["faketime", f"{day} 09:00:00", sys.executable, "-m", "qibot", *command]
        subprocess.run(shifted, env={**os.environ, "TZ": "UTC"}, stdin=subprocess.DEVNULL, check=True)

    # --- the bot ---

    @property
    def bot(self) -> Bot:
        """The bot, built at the first need."""
        if self._bot is None:
            self._bot = building.build_bot(self.settings, clock=self.clock, step=self._step)
        return self._bot

    def _step(self, name: str) -> None:
        self.steps.append(name)
        self.at_step(name)

    def round(self) -> Done:
        """Let the bot do a round; the mail servers have done their part before and afterwards."""
        self.settle()
        done = self.bot.round()
        self.settle()
        return done

    def close(self) -> None:
        """Stop the bot; it is built anew at the next need, with the configuration as it is then."""
        if self._bot is not None:
            self._bot.close()
            self._bot = None

    def case(self, who: Player) -> Case:
        """What is recorded about a practitioner, read from the disk."""
        return TinyStore(self.settings.data, read_only=True).load(f"{COHORT}/{slug(who)}")

    def report(self, who: Player, number: int = 1) -> Report:
        """A report that must have come in."""
        report = self.case(who).report(number)
        assert report is not None
        return report

    def recorded(self, who: Player, notice: str) -> Letter:
        """The record of the one letter of this kind about a practitioner."""
        (found,) = (x for x in self.case(who).letters.values() if x.name == notice)
        return found

    # --- mail ---

    def settle(self, seconds: float = PATIENCE) -> None:
        """Return as soon as Postfix has handed on all that it took."""
        end = time.monotonic() + seconds
        spool = self.servers.home / "postfix/spool"
        queues = [spool / name for name in ("maildrop", "incoming", "active", "deferred")]
        empty = 0
        while empty < 4:  # a bounce may enter a queue just looked at, or soon, while its cause leaves the next one
            empty = 0 if any(files for queue in queues for _, _, files in os.walk(queue)) else empty + 1
            if time.monotonic() > end:
                raise AssertionError(f"Postfix keeps mail in its queue\n{self.servers.logs()}")
            time.sleep(0.005)

    def writes(self, who: Player, subject: str, text: str, documents: dict[str, bytes] | None = None) -> EmailMessage:
        """A fresh mail from somebody to the programme's mailbox."""
        mail = who.writes(datetime.now(UTC), subject, text, documents)
        mail.replace_header("To", self.address)
        return mail

    def sends(self, who: Player, mail: EmailMessage | bytes) -> bytes:
        """Let somebody send a mail by SMTP; returns its bytes when it is in the programme's mailbox."""
        raw = mail if isinstance(mail, bytes) else mail.as_bytes(policy=policy.SMTP)
        to = self.address if isinstance(mail, bytes) else mail["To"].addresses[0].addr_spec
        self.servers.deliver(raw, to, who.address)
        self.settle()
        return raw

    def reports(self, who: Player, subject: str = "Report 1", name: str = "Report 1.docx") -> bytes:
        """Let a practitioner send a report."""
        return self.sends(who, self.writes(who, subject, "My report is attached.\n", {name: DOCX}))

    def replies(self, who: Player, letter: bytes, text: str, documents: dict[str, bytes] | None = None) -> EmailMessage:
        """Let somebody answer a letter as mail programs do it; returns what was sent."""
        mail = who.answers(datetime.now(UTC), letter, text, documents)
        self.sends(who, mail)
        return mail

    def letters(self, who: Player, notice: str = "") -> list[bytes]:
        """The bot's letters (of one kind) in somebody's mailbox, in the order in which they came."""
        self.settle()
        found = self.servers.messages(who.address)
        return [raw for raw in found if (kind := head_of(raw)["X-QI-Letter"]) and notice in ("", kind)]

    def letter(self, who: Player, notice: str) -> bytes:
        """The one letter of this kind in somebody's mailbox."""
        found = self.letters(who, notice)
        if len(found) != 1:
            have = [f"{head_of(raw)['X-QI-Letter']}: {head_of(raw)['Subject']}" for raw in self.letters(who)]
            raise AssertionError(f"{len(found)} letters “{notice}” for {who.address}; there are {have}")
        return found[0]

    def kinds(self, who: Player) -> list[str]:
        """The names of the letters that mail has brought somebody, sorted; not of those by the calendar."""
        names = [str(head_of(raw)["X-QI-Letter"]) for raw in self.letters(who)]
        return sorted(name for name in names if name not in BY_THE_CALENDAR)

    def folder_count(self, folder: str = "INBOX") -> int:
        """How many messages lie in a folder of the programme's mailbox."""
        with self.servers.client(self.address) as client:
            if not client.folder_exists(folder):
                return 0
            return int(client.folder_status(folder, ["MESSAGES"])[b"MESSAGES"])


def toml(sections: Mapping[str, Mapping[str, Any]]) -> str:
    """Sections as a TOML file; JSON's values are TOML's, too."""
    lines = []
    for name, values in sections.items():
        lines += [f"[{name}]", *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def slug(who: Player) -> str:
    """The name of a practitioner's enrolment."""
    return who.name.lower().replace(" ", ".")


def read(raw: bytes) -> EmailMessage:
    """A letter as a mail program reads it."""
    return message_from_bytes(raw, policy=policy.default)


def head_of(raw: bytes) -> EmailMessage:
    """A letter's header alone."""
    return read(raw.partition(b"\r\n\r\n")[0])


def text_of(raw: bytes) -> str:
    """A letter's words on one line."""
    body = read(raw).get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


def files_of(raw: bytes) -> list[tuple[str, str]]:
    """A letter's attachments: name and SHA-256."""
    return [(str(part.get_filename()), sha256(content_of(part))) for part in read(raw).iter_attachments()]


def content_of(part: Any) -> bytes:
    """An attachment's bytes."""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def sha256(data: bytes) -> str:
    """The hash in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
