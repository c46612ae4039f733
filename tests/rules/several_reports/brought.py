"""What came of a mail with several reports."""

from __future__ import annotations

from email import message_from_bytes

from qibot.model.reports import Submission
from tests.support.build import message
from tests.support.dialogue import Scene


def comes(s: Scene, text: str, *files: str, subject: str = "From Jo", **headers: str) -> str:
    raw = message(subject=subject, text=text, files=files, Message_ID=f"<{len(s.inbox.filed)}@x.example>", **headers)
    return s.takes(raw)


def held_by(s: Scene) -> dict[str, list[str]]:
    return {x.key: [d.name for d in x.documents] for x in s.case.all(Submission).values() if x.number > 1}


def names_in(raw: bytes) -> list[str]:
    return [str(part.get_filename()) for part in message_from_bytes(raw).walk() if part.get_filename()]
