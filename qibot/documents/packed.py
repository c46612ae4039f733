"""The files that a container holds: winmail.dat, an Outlook message, a mail attached to the mail.

What Outlook makes is unpacked by another process with limits of time and memory, since hostile files cost their reader
either; a mail within the mail is found by its offsets, like the mail itself.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qibot.documents.work import SECONDS, Work
from qibot.errors import MailUnreadable
from qibot.message import attached_to

TNEF, MSG, EML = "tnef", "msg", "eml"
WAIT = 20  # of the clock's, on a busy machine
MEMORY = 190 * 1024 * 1024
_PROGRAM = Path(__file__).with_name("unpacking.py")

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
    if work is None:
        return _by_another_process(kind, data, SECONDS)
    seconds, before = work.whole_seconds(), _taken()
    try:
        return _by_another_process(kind, data, seconds)
    finally:
        work.seconds -= _taken() - before


def _taken() -> float:
    """Seconds of processor time that other processes of ours have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _by_another_process(kind: str, data: bytes, seconds: int) -> Unpacked | None:
    try:
        done = subprocess.run(  # noqa: S603 (our own program; what came by mail is its input alone)
            [sys.executable, "-I", str(_PROGRAM), kind],
            input=data, capture_output=True, timeout=WAIT, check=False, preexec_fn=partial(_limit, seconds),
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError):
        return None
    line, _, rest = done.stdout.partition(b"\n")
    if done.returncode != 0 or not line:
        return None
    found: list[File] = []
    at = 0
    whole, files = json.loads(line)
    for name, size in files:
        found.append((str(name), rest[at : at + size]))
        at += size
    return Unpacked(tuple(found), bool(whole))


def _limit(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
