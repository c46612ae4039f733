"""The demonstration's stage: the real bot on real IMAP and SMTP, with a clock of its own."""

from __future__ import annotations

import smtplib
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from datetime import time as dt_time
from email import policy
from email.message import EmailMessage
from pathlib import Path

from qibot.bot import Bot
from qibot.config import Config, load_config
from qibot.demo.cast import BOT, COHORT, PEOPLE, PROGRAMME_MANAGER, TEAM, Player
from qibot.demo.servers import HOST, EmbeddedMail
from qibot.hands import Done
from qibot.model import DESK
from qibot.people import compare, read_roster
from qibot.store import TinyStore, carry_out_import, lay_down_import

READING_TIME = 0.15  # seconds between scenes, when a person watches

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
[service]
clock_hours = 0
"""
MORNING = dt_time(9, 5)


class Stage:
    """The servers, the bot and the clock, and the story as it is told."""

    def __init__(self, mail: EmbeddedMail, folder: Path, say: bool, build_bot: Callable[..., Bot]) -> None:
        self._mail, self._say = mail, say
        self.now = datetime(2026, 10, 1, 8, tzinfo=UTC)
        self._folder = folder
        self._settings = settings = _settings(mail, folder)
        store = TinyStore(settings.data)
        lay_down_import(settings.data, read_roster(folder / "people.csv", [COHORT]))
        carry_out_import(settings.data, store)
        store.close()
        self._zone = settings.programme.zone
        self._bot = build_bot(settings, clock=lambda: self.now)

    def until(self, moment: str) -> None:
        """Let the days pass up to this moment; the bot looks at the calendar each morning, and says what it sends."""
        end = datetime.fromisoformat(moment).replace(tzinfo=self._zone)
        local = self.now.astimezone(self._zone)
        morning = datetime.combine(local.date(), MORNING, self._zone)
        while morning < end:
            if morning > local:
                self.now = morning.astimezone(UTC)
                self._shown(self._bot.round(), dated=True)
            morning = datetime.combine(morning.date() + timedelta(days=1), MORNING, self._zone)
        self.now = end.astimezone(UTC)

    def tell(self, text: str) -> None:
        """Say a line of the story, with the day and the hour."""
        if self._say:
            print(f"\n{self.now.astimezone(self._zone):%a %d %b %H:%M}  {text}", flush=True)
            if sys.stdout.isatty():
                time.sleep(READING_TIME)

    def _shown(self, done: Done, dated: bool = False) -> None:
        if not self._say:
            return
        if dated and done.letters:
            print(f"\n{self.now.astimezone(self._zone):%a %d %b %H:%M}  By the calendar:", flush=True)
        for taken in done.taken_in:
            print(f"                   qibot takes it for: {taken['taken_for']}")
        for letter in done.letters:
            copy = f" (copy to {', '.join(letter['copy'])})" if letter["copy"] else ""
            print(f"                   → {letter['notice']} to {', '.join(letter['to'])}{copy}: {letter['subject']}")
        for fault in done.faults:
            print(f"                   ! {fault}")

    def send(self, sender: Player, mail: EmailMessage) -> None:
        """Let somebody's mail go by SMTP, and let the bot do a round."""
        with smtplib.SMTP(HOST, self._mail.smtp_port) as smtp:
            smtp.sendmail(sender.address, [mail["To"].addresses[0].addr_spec], mail.as_bytes(policy=policy.SMTP))
        self._shown(self._bot.round())

    def letter(self, reader: Player, notice: str, about: Player) -> bytes:
        """The newest letter of this kind about somebody in a reader's mailbox."""
        slug = about.name.lower().replace(" ", ".")
        marks = (f"X-QI-Letter: {notice}\r\n".encode(), f"X-QI-Ref: {COHORT}/{slug}/".encode())
        return [raw for _, raw in self._mail.letters(reader.address) if all(mark in raw for mark in marks)][-1]

    def imports(self, people: str) -> None:
        """Let the team import a changed people sheet while the bot runs."""
        (self._folder / "people.csv").write_text(people)
        store = TinyStore(self._settings.data, read_only=True)
        known = {unit: store.load(unit).enrolment for unit in store.units() if unit != DESK}
        sheet = read_roster(self._folder / "people.csv", [COHORT], known.values())
        lay_down_import(self._settings.data, [change.after for change in compare(known, sheet)])
        self._shown(self._bot.round())

    def close(self) -> None:
        """Leave the stage."""
        self._bot.close()


def _settings(mail: EmbeddedMail, folder: Path) -> Config:
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
    return load_config(folder / "config.toml")
