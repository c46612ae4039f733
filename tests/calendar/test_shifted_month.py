"""The month of a late report, letter by letter: the real daemon on the real servers, under a shifted system clock."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from qibot.demo.cast import Player
from tests.support.daemon import eventually
from tests.support.mailservers import MailServers
from tests.support.programme import COMMENTED, DOCX, LIKED, Programme, head_of, text_of

LONDON = ZoneInfo("Europe/London")


class Month(Programme):
    """A programme whose days lie in October 2025, a month with a clock change; its daemon runs a moment at a time."""

    def under(self, moment: str, *command: str) -> subprocess.Popen[str]:
        """A command with the system's clock at this local moment."""
        utc = datetime.fromisoformat(moment).replace(tzinfo=LONDON).astimezone(UTC)
        (library,) = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")  # the command would take our signals itself
        shifted = {"LD_PRELOAD": str(library), "FAKETIME": f"@{utc:%Y-%m-%d %H:%M:%S}", "TZ": "UTC"}
        return subprocess.Popen(
            [sys.executable, "-m", "qibot", *command, "--config", str(self.path)], text=True, env=shifted,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def runs_at(self, moment: str, *expected: tuple[Player, str]) -> None:
        """Let the daemon run at this moment until these letters are there, and no others; one round for none."""
        before = {who.address: len(self.letters(who)) for who in self.everybody}
        daemon = self.under(moment, *(["run"] if expected else ["once"]))
        wanted = {who.address: sorted(n for w, n in expected if w is who) for who in self.everybody}

        def new() -> dict[str, list[str]]:
            found = {who.address: self.letters(who)[before[who.address] :] for who in self.everybody}
            return {a: sorted(str(head_of(raw)["X-QI-Letter"]) for raw in raws) for a, raws in found.items()}

        try:
            if expected:
                eventually(lambda: new() == wanted, what=f"the letters of {moment}: {expected}")
        finally:
            if expected:
                daemon.send_signal(signal.SIGTERM)
            said, _ = daemon.communicate(timeout=30)
        assert daemon.returncode == 0, said
        assert new() == wanted, said

    def arrives(self, moment: str, mail: EmailMessage) -> None:
        """Let a mail have arrived at this local moment, by the mail server's word."""
        when = datetime.fromisoformat(moment).replace(tzinfo=LONDON)
        self.servers.append(self.address, mail.as_bytes(policy=policy.SMTP), when)

    @property
    def everybody(self) -> list[Player]:
        """All who can get letters."""
        return [self.jo, self.ann, self.meg, self.team]


@pytest.fixture
def month(servers: MailServers, tmp_path: Path) -> Iterator[Month]:
    p = Month(servers, tmp_path / "qibot")
    p.plainly(cohort={"first_month": "2025-10", "reports": 8}, imap={"poll_seconds": 1})
    sheet = p.sheet(p.row(p.jo, p.ann, p.meg))
    importing = p.under("2025-09-30T12:00", "people", "import", str(sheet), "--yes")
    said, _ = importing.communicate(timeout=30)
    assert importing.returncode == 0, said
    yield p
    p.close()


def test_the_month_of_a_late_report_from_courtesy_reminder_to_feedback(month: Month) -> None:
    p = month
    p.runs_at("2025-10-09T16:00")
    p.runs_at("2025-10-10T09:00", (p.jo, "remind_deadline"))
    p.runs_at("2025-10-14T09:30", (p.jo, "remind_deadline"))
    p.runs_at("2025-10-16T08:30")
    p.runs_at("2025-10-16T09:30", (p.jo, "remind_missing"), (p.ann, "remind_missing"))

    mail = p.writes(p.jo, "Report 1", "Sorry, here it is.\n", {"Report 1.docx": DOCX})
    p.arrives("2025-10-18T13:00", mail)
    p.runs_at("2025-10-18T13:01", (p.jo, "receipt"), (p.ann, "forward_report"))
    assert "so it is late" in text_of(p.letter(p.jo, "receipt"))
    forward = p.letter(p.ann, "forward_report")
    assert "(late)" in str(head_of(forward)["Subject"])
    assert "EXPECT" in text_of(forward)

    p.arrives("2025-10-20T19:00", p.ann.answers(datetime.now(UTC), forward, "EXPECT 31 October"))
    p.runs_at(
        "2025-10-20T19:01",
        (p.jo, "expect_feedback_by"), (p.meg, "expect_feedback_by"), (p.ann, "confirm_command"),
    )  # fmt: skip
    assert "Friday 31 October 2025" in text_of(p.letter(p.jo, "expect_feedback_by"))

    p.runs_at("2025-10-23T10:00")
    p.runs_at("2025-10-29T09:00", (p.ann, "remind_feedback"))
    p.runs_at("2025-11-03T09:00", (p.ann, "remind_feedback"))

    late = p.letters(p.ann, "remind_feedback")[-1]
    p.arrives("2025-11-03T15:00", p.ann.answers(datetime.now(UTC), late, LIKED, {"Report 1 comments.docx": COMMENTED}))
    p.runs_at("2025-11-03T15:01", (p.jo, "relay_feedback"), (p.meg, "relay_feedback"))
    p.runs_at("2025-11-06T12:00")
