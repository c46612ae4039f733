"""Small makers of configurations, people and messages for tests of the pure parts."""

from __future__ import annotations

from base64 import encodebytes
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

from qibot.config.config import Config
from qibot.events.arrival import Arrival
from qibot.message.mail import Mail, parse
from qibot.message.threads import Threads
from qibot.model.case import Case, Change, Put, apply
from qibot.model.people import Enrolment, Person
from qibot.people.directory import Directory

BOT = "qi.reports@council.example"
JO = Person("Jo Smith", ("jo@school.example", "jo@home.example"))
ANN = Person("Ann Lee", ("ann@health.example",))
MEG = Person("Meg Ross", ("meg@school.example",))
TEAM = "team@council.example"
LONDON = ZoneInfo("Europe/London")
ENROLMENT = Enrolment("2026-27", "jo.smith", JO, ANN, MEG)
THREADS = Threads(b"secret", BOT, plus_addressing=True)


def config(**sections: dict[str, Any]) -> Config:
    """A configuration with the defaults: eight reports from October 2026 on."""
    base: dict[str, Any] = {
        "mailbox": {"address": BOT, "imap_host": "localhost", "smtp_host": "localhost"},
        "programme": {"team": [TEAM], "manager": "boss@council.example"},
        "cohorts": {"2026-27": {"first_month": "2026-10", "reports": 8}},
        "notes": {"send": False},  # tests of other letters keep to those
    }
    for name, values in sections.items():
        base[name] = {**base.get(name, {}), **values}
    return Config.model_validate(base)


CONFIG = config()


def case(*changes: Change, enrolment: Enrolment = ENROLMENT) -> Case:
    """An enrolment's case after these changes."""
    return apply(Case(enrolment.unit), [Put(enrolment), *changes])


def known(*enrolments: Enrolment) -> Directory:
    """The directory of these, of whom nothing came yet."""
    people = Directory(lambda unit: unit, lambda moment: moment.date())
    for e in enrolments:
        people.note(case(enrolment=e))
    return people


def at(text: str) -> datetime:
    """A moment in the programme's time zone, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def message(
    sender: str = JO.address,
    subject: str = "Report 1",
    text: str = "Please find my report attached.",
    files: tuple[str, ...] = (),
    content: str = "",
    **headers: str,
) -> bytes:
    """A message as it lies in the mailbox; header names are given with underscores. Its documents hold `content`."""
    named = {"From": sender, "To": BOT, "Subject": subject, **{n.replace("_", "-"): v for n, v in headers.items()}}
    named.setdefault("Message-ID", f"<{abs(hash((sender, subject, text, files)))}@x.example>")
    if not files and all(len(value) < 900 and value.isascii() and value.isprintable() for value in named.values()):
        return _plain(named, text)
    made = EmailMessage()
    for name, value in named.items():
        made[name] = value
    made.set_content(text)
    inside = content or f"{made['Message-ID']} {subject} {text}"  # each mail's documents are its own
    for name in files:
        made.add_attachment(
            f"%PDF-1.4\ncontent of {name} in {inside}\n%%EOF".encode(),
            maintype="application",
            subtype="pdf",
            filename=name,
        )
    return made.as_bytes(policy=made.policy.clone(linesep="\r\n"))


def _plain(headers: dict[str, str], text: str) -> bytes:
    """A message of nothing but text; EmailMessage takes as long to make one as the bot to understand it."""
    encoded = text.encode()
    if text.isascii() and max(map(len, encoded.splitlines()), default=0) < 900:
        kind, body = "7bit", "\r\n".join(text.splitlines()).encode()
    else:
        kind, body = "base64", encodebytes(encoded).replace(b"\n", b"\r\n").rstrip()
    lines = [f"{name}: {value}" for name, value in headers.items()]
    lines += ['Content-Type: text/plain; charset="utf-8"', f"Content-Transfer-Encoding: {kind}", "MIME-Version: 1.0"]
    return "\r\n".join([*lines, "", ""]).encode() + body + b"\r\n"


def mail(**parts: Any) -> Mail:
    """A message as it was read."""
    return parse(message(**parts))


def arrival(when: str = "2026-10-12T09:00", **parts: Any) -> Arrival:
    """A message that has just come in."""
    return Arrival(mail(**parts), at(when), "archived")
