"""A programme in which mentor notes are sent: reports with real documents, and the letters that come of them."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

from tests.support import papers
from tests.support.build import ANN, BOT, JO, MEG, at, config
from tests.support.programme import read, text_of
from tests.support.world import World

NOTES_ON = config(notes={"send": True}, programme={"cohort_leads": ["leads@council.example"]})
NO_AIM = "# Change ideas\n- Train staff\n- Process mapping\n\n# Next steps\nWe go on with the work as it was planned."
GOOD = "# Aim\nBy June 2027, 80% of child plans in the Eastfield team will be complete within ten days, from 42%."


def report_mail(number: int, documents: Mapping[str, bytes], text: str = "Here it is.", mark: str = "") -> bytes:
    """A practitioner's report."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = JO.address, BOT, f"Report {number}"
    mail["Message-ID"] = f"<report-{number}{mark}@x.example>"
    mail.set_content(text)
    for name, data in documents.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def world_with_notes(folder: Path) -> World:
    """The world on the morning of the first reports."""
    world = World(folder, config=NOTES_ON)
    world.now = at("2026-10-12T10:00")
    return world


def sends(world: World, number: int, text: str, name: str = "report.docx", mark: str = "") -> None:
    """The practitioner sends a report with this text as a Word document."""
    world.inbox.put(
        report_mail(number, {name: papers.docx_of(f"{text}\n\n# Activity\nMonth {number}{mark}.")}, mark=mark),
        world.now,
    )
    world.bot.round()


def to(world: World, address: str) -> list[str]:
    """The names of the letters to somebody, in their order."""
    return [str(read(raw)["X-QI-Letter"]) for got, raw in world.outbox.delivered if address in got]


def notes(world: World) -> list[EmailMessage]:
    """All mentor notes, in their order."""
    return [m for _, raw in world.outbox.delivered if (m := read(raw))["X-QI-Letter"] == "mentor_notes"]


def last_notes(world: World) -> bytes:
    """The last mentor notes as they were delivered."""
    return [raw for _, raw in world.outbox.delivered if read(raw)["X-QI-Letter"] == "mentor_notes"][-1]


def said(world: World) -> str:
    """The text of the last mentor notes, its lines joined."""
    return " ".join(text_of(last_notes(world)).split())


__all__ = [
    "ANN",
    "GOOD",
    "JO",
    "MEG",
    "NOTES_ON",
    "NO_AIM",
    "last_notes",
    "notes",
    "report_mail",
    "said",
    "sends",
    "to",
    "world_with_notes",
]
