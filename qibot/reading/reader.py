"""Reads a document in a child process: what it may cost is bounded, and nothing worse than a sentence comes of it."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date
from typing import IO, Any

from qibot.model import Passage, Remark, Writing
from qibot.reading.limits import Limits
from qibot.reading.started import in_a_new_process

_READ = (".docx", ".docm", ".dotx", ".odt", ".rtf", ".pdf", ".xlsx", ".xlsm", ".txt", ".csv", ".md")
_START_SECONDS = 8  # beyond the reading's own: a busy machine starts processes slowly
_OUTPUT = 8 * 2**20  # bytes
_LONGEST_NAME = 120
Run = Callable[[str, Limits, IO[bytes], IO[bytes], float], None]


def can_read(name: str) -> bool:
    """Whether a document with this name is of a kind that is read."""
    return name.lower().endswith(_READ)


def read_document(name: str, data: bytes, limits: Limits | None = None, run: Run = in_a_new_process) -> Writing:
    """What the document says; `fault` is the sentence that says what couldn't be read. Raises nothing for any bytes.

    `run` has it read in a process of its own: one that is started for it, or, where there are many, `Warm`.
    """
    limits, shown = limits or Limits(), name[-_LONGEST_NAME:]
    if len(data) > limits.document_mb * 2**20:
        return Writing(fault=f"{shown} is bigger than {limits.document_mb:g} MB and was not read.")
    try:
        said = _in_child(shown, data, limits, run)
    except subprocess.TimeoutExpired:
        return Writing(fault=f"{shown} took too long to read.")
    except OSError:
        return Writing(fault=f"{shown} couldn't be read just now.")
    try:
        writing = _writing_of(json.loads(said))
    except (ValueError, TypeError, KeyError):
        return Writing(fault=f"{shown} is too big or too deep to be read.")
    return dataclasses.replace(writing, fault=f"{shown} {writing.fault}.") if writing.fault else writing


def _in_child(name: str, data: bytes, limits: Limits, run: Run) -> bytes:
    """What the child has written, by a file of bounded size: a pipe could be filled without end."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as taken:
        given.write(data)
        given.seek(0)
        run(name, limits, given, taken, limits.seconds + _START_SECONDS)
        taken.seek(0)
        return taken.read(_OUTPUT)


def _writing_of(plain: Any) -> Writing:
    passages = tuple(Passage(p["text"], p["kind"], p["place"], tuple(p["cells"])) for p in plain["passages"])
    remarks = tuple(
        Remark(r["author"], r["text"], r["on"], date.fromisoformat(r["day"]) if r["day"] else None)
        for r in plain["remarks"]
    )
    counts = {name: int(plain[name]) for name in ("charts", "pictures", "tables")}
    return Writing(passages, remarks, **counts, fault=str(plain["fault"]), whole=bool(plain["whole"]))
