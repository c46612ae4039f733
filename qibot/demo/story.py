"""How the demonstration is told: a year played from beginning to end, its letters left as files."""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses
from pathlib import Path
from typing import Any

from qibot.bot import Bot
from qibot.demo.servers import EmbeddedMail
from qibot.demo.stage import Stage
from qibot.demo.year import play
from qibot.store import make_folder


def tell(as_json: bool, folder: Path | None, build_bot: Callable[..., Bot]) -> int:
    """Play the year with a bot that `build_bot` makes; leave every letter in the folder, or print them all as JSON."""
    began = time.monotonic()
    letters = folder or Path(tempfile.mkdtemp(prefix="qibot-demo-letters-"))
    clock: list[Stage] = []
    with (
        tempfile.TemporaryDirectory(prefix="qibot-demo-") as work,
        EmbeddedMail(lambda: clock[0].now if clock else datetime.now(UTC)) as mail,
    ):
        stage = Stage(mail, Path(work), say=not as_json, build_bot=build_bot)
        clock.append(stage)
        if not as_json:
            print("A year of the programme, on real IMAP and SMTP servers inside this process.")
        play(stage)
        stage.close()
        ours = (d.raw for d in mail.delivered if b"\r\nX-QI-Letter: " in d.raw)
        raws = list({_id(raw): raw for raw in ours}.values())
    if as_json:
        print(json.dumps({"letters": [_described(raw) for raw in raws]}, ensure_ascii=False, indent=1))
        return 0
    make_folder(letters)
    for number, raw in enumerate(raws, 1):
        (letters / f"{number:03} {_described(raw)['notice']}.eml").write_bytes(raw)
    print(
        f"\n{len(raws)} letters in {time.monotonic() - began:.1f} s."
        f" They lie in {letters}: open them by a double click."
    )
    return 0


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
