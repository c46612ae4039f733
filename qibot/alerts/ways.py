"""The ways by which somebody is told beside the mailbox: each takes a text and raises AlertFailed, or has told it.

A webhook's address is a secret: it never stands in an error or a log.
"""

from __future__ import annotations

import asyncio
import json
import shlex
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import Any

from qibot.config import Config, Mailbox, alert_password
from qibot.errors import AlertFailed, QibotError
from qibot.mailbox import Outbox, Password

Way = Callable[[str, datetime], None]
ANSWER_LIMIT = 4096


def ways_of(config: Config) -> Mapping[str, Way]:
    """The configured ways, by the names of their settings."""
    alerts = config.alerts
    found: dict[str, Way] = {}
    if alerts.webhook:
        found["alerts.webhook"] = lambda text, _now: by_webhook(alerts.webhook, text, alerts.timeout_seconds)
    if alerts.smtp is not None:
        found["alerts.smtp"] = lambda text, now: by_second_smtp(config, text, now)
    if alerts.on_trouble:
        found["alerts.on_trouble"] = lambda text, _now: by_command(alerts.on_trouble, text, alerts.timeout_seconds)
    return found


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirected POST would become a GET, and perhaps another host's: no redirect is followed."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


def by_webhook(address: str, text: str, seconds: float) -> None:
    """POST {"text": …} as JSON, which chat programs take. Raises AlertFailed for any answer but 2xx."""
    body = json.dumps({"text": text}, ensure_ascii=False).encode()
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})  # noqa: S310 (https: config)
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=seconds) as answer:
            answer.read(ANSWER_LIMIT)
    except urllib.error.HTTPError as e:
        with e:
            raise AlertFailed(f"The webhook answered {e.code}: look whether alerts.webhook is still good.") from None
    except (OSError, ValueError) as e:
        raise AlertFailed(
            f"The webhook can't be reached ({type(e).__name__}): check alerts.webhook and the network."
        ) from None


def by_second_smtp(config: Config, text: str, now: datetime) -> None:
    """Send a plain letter by the second server. Raises AlertFailed."""
    second = config.alerts.smtp
    if second is None:
        raise AlertFailed("No second SMTP server is configured: see [alerts.smtp].")
    sender, to = second.sender or config.mailbox.address, second.to or config.programme.team
    letter = EmailMessage(policy=SMTP)
    letter["From"], letter["To"] = sender, ", ".join(to)
    letter["Subject"] = text.splitlines()[1][:70] if text.count("\n") else "qibot"
    letter["Date"] = format_datetime(now)
    letter["Message-ID"] = make_msgid("qibot", sender.partition("@")[2])
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(text)
    mailbox = Mailbox(address=sender, imap_host="", smtp_host=second.host, user=second.user)
    outbox = Outbox(mailbox, second.settings(config.alerts.timeout_seconds), Password(lambda: alert_password(config)))

    async def deliver() -> dict[str, str]:
        try:
            delivery = await outbox.deliver(to, letter.as_bytes())
            return {**delivery.outcomes, **delivery.deferred}
        finally:
            await outbox.close()

    try:
        said = asyncio.run(deliver())
    except QibotError as e:
        raise AlertFailed(f"By [alerts.smtp]: {e}") from None
    if not any(words.startswith("2") for words in said.values()):
        raise AlertFailed(f"The second SMTP server {second.host} took the alert for nobody: check alerts.smtp.to.")


def by_command(command: str, text: str, seconds: float) -> None:
    """Run the command with the text as its standard input. Raises AlertFailed where it doesn't end with 0 in time."""
    try:
        done = subprocess.run(  # noqa: S603 (the operator's own)
            shlex.split(command), input=text.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise AlertFailed(f"The command of alerts.on_trouble took longer than {seconds:g} seconds.") from None
    except (OSError, ValueError) as e:
        raise AlertFailed(f"The command of alerts.on_trouble can't be run ({e}): check the path.") from None
    if done.returncode:
        raise AlertFailed(f"The command of alerts.on_trouble ended with {done.returncode}: try it by hand.")
