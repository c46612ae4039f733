"""A month of the programme in a few seconds: the real bot on real IMAP and SMTP, with a clock of its own."""

from __future__ import annotations

import hashlib
import json
import smtplib
import sys
import tempfile
import time
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses
from pathlib import Path
from typing import Any

from qibot import cli, config, durable, imports, roster
from qibot.demo.cast import (
    ANN,
    BOB,
    BOT,
    CALLUM,
    COHORT,
    JO,
    PEOPLE,
    PRIYA,
    PROGRAMME_MANAGER,
    SAM,
    STRANGER,
    TEAM,
    Player,
    word,
)
from qibot.demo.servers import HOST, EmbeddedMail
from qibot.store.tinydb import TinyStore

READING_TIME = 0.7  # seconds between scenes, when a person watches

_CONFIG = """
[mailbox]
address = "{bot}"
imap_host = "{host}"
smtp_host = "{host}"
password_file = "password"
[programme]
team = ["{team}"]
manager = "{manager}"
[cohorts."{cohort}"]
first_month = "2026-10"
reports = 8
[imap]
port = {imap}
security = "plain"
[smtp]
port = {smtp}
security = "plain"
login = false
"""
REPORT = ["Aim: 80% of pupils ready to learn at 9.15 by June 2027.", "Change idea: a visual timetable in one class."]


class Stage:
    """The servers, the bot and the clock, and the story as it is told."""

    def __init__(self, mail: EmbeddedMail, folder: Path, say: bool) -> None:
        self._mail, self._say = mail, say
        self.now = datetime(2026, 10, 1, 8, tzinfo=UTC)
        settings = _settings(mail, folder)
        store = TinyStore(settings.data)
        imports.lay_down(settings.data, roster.read(folder / "people.csv", [COHORT]))
        imports.carry_out(settings.data, store)
        store.close()
        self._zone = settings.programme.zone
        self._bot = cli.build_bot(settings, clock=lambda: self.now)

    def at(self, moment: str) -> None:
        """Let the clock stand at this moment, as the programme's time zone has it."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=self._zone).astimezone(UTC)

    def tell(self, text: str) -> None:
        """Say a line of the story, with the day and the hour."""
        if self._say:
            print(f"\n{self.now.astimezone(self._zone):%a %d %b %H:%M}  {text}", flush=True)
            if sys.stdout.isatty():
                time.sleep(READING_TIME)

    def send(self, sender: Player, mail: EmailMessage) -> None:
        """Let somebody's mail go by SMTP, and let the bot do a round."""
        with smtplib.SMTP(HOST, self._mail.smtp_port) as smtp:
            smtp.sendmail(sender.address, [mail["To"].addresses[0].addr_spec], mail.as_bytes(policy=policy.SMTP))
        done = self._bot.round()
        if self._say:
            for taken in done.taken_in:
                print(f"                   qibot takes it for: {taken['taken_for']}")
            for letter in done.letters:
                copy = f" (copy to {', '.join(letter['copy'])})" if letter["copy"] else ""
                print(
                    f"                   → {letter['notice']} to {', '.join(letter['to'])}{copy}: {letter['subject']}"
                )
            for fault in done.faults:
                print(f"                   ! {fault}")

    def letter(self, reader: Player, notice: str, about: Player) -> bytes:
        """The newest letter of this kind about somebody in a reader's mailbox."""
        slug = about.name.lower().replace(" ", ".")
        marks = (f"X-QI-Letter: {notice}\r\n".encode(), f"X-QI-Ref: {COHORT}/{slug}/".encode())
        return [raw for _, raw in self._mail.letters(reader.address) if all(mark in raw for mark in marks)][-1]

    def close(self) -> None:
        """Leave the stage."""
        self._bot.close()


def tell(as_json: bool, folder: Path | None) -> int:
    """Play the month; leave every letter in the folder, or print them all as JSON."""
    began = time.monotonic()
    letters = folder or Path(tempfile.mkdtemp(prefix="qibot-demo-letters-"))
    clock: list[Stage] = []
    with (
        tempfile.TemporaryDirectory(prefix="qibot-demo-") as work,
        EmbeddedMail(lambda: clock[0].now if clock else datetime.now(UTC)) as mail,
    ):
        stage = Stage(mail, Path(work), say=not as_json)
        clock.append(stage)
        if not as_json:
            print("A month of the programme, on real IMAP and SMTP servers inside this process.")
        _october(stage)
        stage.close()
        ours = (d.raw for d in mail.delivered if b"\r\nX-QI-Letter: " in d.raw)
        raws = list({_id(raw): raw for raw in ours}.values())
    if as_json:
        print(json.dumps({"letters": [_described(raw) for raw in raws]}, ensure_ascii=False, indent=1))
        return 0
    durable.make_folder(letters)
    for number, raw in enumerate(raws, 1):
        (letters / f"{number:02} {_described(raw)['notice']}.eml").write_bytes(raw)
    print(
        f"\n{len(raws)} letters in {time.monotonic() - began:.1f} s."
        f" They lie in {letters}: open them by a double click."
    )
    return 0


def _october(stage: Stage) -> None:
    """Reports on time, one of them at the last minute; feedback with a commented document; a question; a stranger."""
    scenes = [
        ("2026-10-12T09:15", JO, "Report 1", "Report 1 - Jo Smith.docx"),
        ("2026-10-14T16:40", SAM, "My first monthly report", "Home reading October.docx"),
        ("2026-10-15T12:05", PRIYA, "October report", "PN report 1.docx"),
        ("2026-10-15T23:58", CALLUM, "Report", "report.docx"),
    ]
    for moment, player, subject, name in scenes:
        stage.at(moment)
        stage.tell(f"{player.name} e-mails “{subject}” with {name}.")
        text = f"Hello,\n\nplease find my report attached.\n\n{player.name}\n"
        stage.send(player, player.writes(stage.now, subject, text, {name: word([player.name, *REPORT])}))

    stage.at("2026-10-16T10:30")
    stage.tell("Ann Lee answers Jo's report, with comments in the Word document.")
    commented = word([JO.name, *REPORT], ["What would a parent notice?", "Which class first?"])
    text = "What I liked: the aim says how much and by when.\n\nEven better if: you named the class to start with."
    letter = stage.letter(ANN, "forward_report", JO)
    stage.send(ANN, ANN.answers(stage.now, letter, text, {"Report 1 - Jo Smith - comments.docx": commented}))

    stage.at("2026-10-17T20:05")
    stage.tell("Bob Ray answers Priya's report in the mail itself.")
    text = "What I liked: you asked the callers.\n\nEven better if: the measures said “number of” or “% of”."
    stage.send(BOB, BOB.answers(stage.now, stage.letter(BOB, "forward_report", PRIYA), text))

    stage.at("2026-10-19T08:50")
    stage.tell("Jo answers the feedback with a question.")
    text = "Thank you, Ann! Would the Primary 2 class be small enough to start with?"
    stage.send(JO, JO.answers(stage.now, stage.letter(JO, "relay_feedback", JO), text))

    stage.at("2026-10-19T11:20")
    stage.tell("Somebody whom nobody knows writes, too.")
    stage.send(STRANGER, STRANGER.writes(stage.now, "Report", "Here is mine.", {"report.docx": word(["Report"])}))


def _settings(mail: EmbeddedMail, folder: Path) -> config.Config:
    (folder / "password").write_text(mail.password)
    (folder / "people.csv").write_text(PEOPLE)
    text = _CONFIG.format(
        bot=BOT,
        team=TEAM,
        manager=PROGRAMME_MANAGER,
        cohort=COHORT,
        host=HOST,
        imap=mail.imap_port,
        smtp=mail.smtp_port,
    )
    (folder / "config.toml").write_text(text)
    return config.load(folder / "config.toml")


def _id(raw: bytes) -> str:
    return str(message_from_bytes(raw, policy=policy.default)["Message-ID"])


def _sha256(part: Message) -> str:
    content = part.get_payload(decode=True)
    return hashlib.sha256(content if isinstance(content, bytes) else b"").hexdigest()


def _described(raw: bytes) -> dict[str, Any]:
    letter = message_from_bytes(raw, policy=policy.default)
    attachments = [{"name": part.get_filename(), "sha256": _sha256(part)} for part in letter.iter_attachments()]
    return {
        "notice": str(letter["X-QI-Letter"]),
        "from": str(letter["From"]),
        "to": [a for _, a in getaddresses([str(letter["To"])])],
        "copy": [a for _, a in getaddresses([str(letter["Cc"] or "")]) if a],
        "subject": str(letter["Subject"]),
        "attachments": attachments,
    }
