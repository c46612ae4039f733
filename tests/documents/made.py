"""Mails with documents, and what a look at one shows."""

from __future__ import annotations

from email.message import EmailMessage

from qibot.documents import endings_held
from qibot.documents.look import look

HELD = endings_held((), ())
BIG = b"the report\n" * 600


def seen(name: str, data: bytes, kind: str = "application/octet-stream") -> str:
    return look(name, kind, data, HELD).harm


def mail_with(*files: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = "jo@x.example", "qi@y.example", "Report 2", "<1@x>"
    made.set_content("Here is my report.")
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes(policy=made.policy.clone(linesep="\r\n"))
