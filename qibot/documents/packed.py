"""The files that a container holds: winmail.dat, an Outlook message, a mail attached to the mail.

What Outlook makes is unpacked by another process with limits of time and memory, since hostile files cost their reader
either; a mail within the mail is found by its offsets, like the mail itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from qibot.documents.apart import by_another_process
from qibot.documents.work import Work
from qibot.errors import MailUnreadable
from qibot.message import attached_to

TNEF, MSG, EML = "tnef", "msg", "eml"
_TNEF = b"\x78\x9f\x3e\x22"

File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of a container, and whether nothing else is in it that somebody has attached."""

    files: tuple[File, ...]
    whole: bool = True


def container(name: str, content_type: str, data: bytes) -> str:
    """Which kind of container a file is, by what it says and how it begins; empty where it is none."""
    ending = name.lower().rpartition(".")[2]
    if content_type in ("application/ms-tnef", "application/vnd.ms-tnef") or name.lower() == "winmail.dat":
        return TNEF
    if data.startswith(_TNEF):  # servers on the way name it anew
        return TNEF
    if ending == "msg" or content_type == "application/vnd.ms-outlook":
        return MSG if data.startswith(b"\xd0\xcf\x11\xe0") else ""
    return EML if content_type == "message/rfc822" or ending == "eml" else ""


def files_in(kind: str, data: bytes, work: Work | None = None) -> Unpacked | None:
    """What a container holds; None where that can't be told within the limits. Raises TooMuch where work is over."""
    if kind == EML:
        try:
            return Unpacked(tuple(attached_to(data)))
        except MailUnreadable:
            return None
    return _unpacked(kind, data, work or Work())


def letters_of_msg(data: bytes, work: Work) -> list[bytes] | None:
    """The mails that an Outlook message is and has attached, each with its heading and words; None where that can't be
    told within the limits. Raises TooMuch where work is over."""
    held = _unpacked("letters", data, work)
    return [content for _, content in held.files] if held else None


def _unpacked(kind: str, data: bytes, work: Work) -> Unpacked | None:
    said = by_another_process(kind, data, work)
    if said is None:
        return None
    line, _, rest = said.partition(b"\n")
    found: list[File] = []
    at = 0
    whole, files = json.loads(line)
    for name, size in files:
        found.append((str(name), rest[at : at + size]))
        at += size
    return Unpacked(tuple(found), bool(whole))
