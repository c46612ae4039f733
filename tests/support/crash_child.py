"""A process that does what it is told, a line of JSON a job, each in a fork that may be killed on the way.

Everything that a job does to the disk or to a server is a *point*: opening a file to write, writing it (its first half,
then the rest), fsync, rename, unlink, mkdir, moving a message, handing a letter over, and each step that the bot names.
A job with `fatal: n` is killed with SIGKILL before its n-th point (from 0). As every effect is a point, "after one" is
"before the next". What a killed process has written stays with the kernel, so an fsync is only a point here and not
carried out: it costs more than all the rest. (`test_failing_disk` sees by other means that none is missing.)
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from qibot import config
from qibot.cli import building
from qibot.letters.compose import compose
from qibot.letters.samples import SAMPLES
from qibot.letters.templates import Templates
from qibot.mailbox.delivery import Delivery
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.outbox import Outbox
from qibot.message.threads import Threads
from qibot.store import imports
from qibot.store.tinydb import TinyStore
from tests.support.crash_rehearsal import Rehearsal
from tests.support.crash_scene import CHANGES, everybody, mark

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Points:
    """Counts the points and kills the process before the fatal one."""

    def __init__(self, folder: Path, fatal: int | None, pipe: int) -> None:
        self._folder, self._fatal, self._pipe = str(folder), fatal, pipe
        self._reached: list[str] = []

    def reach(self, name: str) -> None:
        """A point comes next."""
        self._reached.append(name)
        if self._fatal == len(self._reached) - 1:
            self.tell("")
            os.kill(os.getpid(), signal.SIGKILL)

    def tell(self, said: Any) -> None:
        """Let the parent know what was reached."""
        data = json.dumps({"points": self._reached, "said": said}).encode()
        while data:
            data = data[os.write(self._pipe, data) :]

    def watch_disk(self) -> None:
        """From now on whatever happens below the folder is a point, by whichever function it is done."""
        fdopen = os.fdopen

        def noticed_fsync(descriptor: int) -> None:
            self._touch("fsync", descriptor)

        def noticed_fdopen(descriptor: int, *more: Any) -> Any:
            file = fdopen(descriptor, *more)
            return Halved(file, self, self._below(descriptor)) if file.writable() else file

        os.fsync, os.fdopen = noticed_fsync, noticed_fdopen  # type: ignore[assignment]
        sys.addaudithook(self._audit)

    def watch_servers(self) -> None:
        """From now on what the servers hear is a point, too."""
        move, hand_over = Inbox.file_away, Outbox.deliver

        def noticed_move(inbox: Inbox, uids: Sequence[int], folder: str) -> None:
            self.reach(f"move to {folder}")
            move(inbox, uids, folder)

        async def noticed_hand_over(
            outbox: Outbox, recipients: Sequence[str], raw: bytes, paths: Mapping[str, str]
        ) -> Delivery:
            self.reach("hand over " + " ".join(mark(raw)))
            return await hand_over(outbox, recipients, raw, paths)

        Inbox.file_away = noticed_move  # type: ignore[method-assign, assignment]
        Outbox.deliver = noticed_hand_over  # type: ignore[method-assign, assignment]

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            if isinstance(arguments[2], int) and arguments[2] & WRITING and not isinstance(arguments[0], int):
                self._touch("open", arguments[0])
        elif event in ("os.rename", "os.link", "os.symlink"):
            self._touch("rename", arguments[1])
        elif event in ("os.remove", "os.mkdir", "os.rmdir", "os.truncate"):
            self._touch(event.removeprefix("os."), arguments[0])

    def _touch(self, verb: str, what: int | str | bytes | os.PathLike[str]) -> None:
        if below := self._below(what):
            self.reach(f"{verb} {below}")

    def _below(self, what: int | str | bytes | os.PathLike[str]) -> str:
        path = str(Path(f"/proc/self/fd/{what}").readlink()) if isinstance(what, int) else os.fsdecode(what)
        return path.removeprefix(self._folder) or "/" if path.startswith(self._folder) else ""


class Halved:
    """A file open for writing that can be left when half of it is written."""

    def __init__(self, file: Any, points: Points, name: str) -> None:
        self._file, self._points, self._name = file, points, name

    def __enter__(self) -> Halved:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        """Write both halves so that a crash can come between them."""
        self._points.reach(f"write {self._name}")
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._points.reach(f"write the second half of {self._name}")
        self._file.write(data[len(data) // 2 :])
        return len(data)


# --- jobs ---


def rounds(points: Points, file: str, count: int) -> list[dict[str, Any]]:
    """Rounds of the bot; how much each did, and what failed."""
    bot = building.build_bot(config.load_config(Path(file)), step=lambda name: points.reach(f"step {name}"))
    done = [bot.round() for _ in range(count)]
    bot.close()
    return [{"done": len(one.taken_in) + len(one.letters), "faults": one.faults} for one in done]


def commit(points: Points, folder: str, unit: str, change: str) -> None:
    """One commit to a store."""
    store = TinyStore(Path(folder))
    store.commit(unit, CHANGES[change](unit))
    store.close()


def take_over(points: Points, folder: str) -> None:
    """An import of people as `qibot people import` does it: everybody has a new mentor, and there are new people."""
    imports.lay_down(Path(folder), everybody("New", 5))
    store = TinyStore(Path(folder))
    imports.carry_out(Path(folder), store)
    store.close()


JOBS: dict[str, Callable[..., Any]] = {"rounds": rounds, "commit": commit, "take over": take_over}


def rehearse() -> None:
    """Play the scene once, without servers: what is made at its first use is there for all forks."""
    compiled = Templates([Path(__file__).parents[2] / "templates"], UTC)
    threads = Threads(b"secret", "bot@x.example", plus_addressing=True)
    for notice in SAMPLES.values():
        compose(notice, compiled, threads, "", datetime.now(UTC), b"")
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        rehearsal = Rehearsal(patch, Path(folder) / "rehearsal")
        rehearsal.rounds(1)
        rehearsal.answer()
        rehearsal.rounds(1)
        rehearsal.bot.close()
    building.build_templates = lambda settings: compiled


def main() -> None:
    """Serve until there are no more lines."""
    rehearse()
    gc.freeze()  # what a fork only reads needs no copy of its own
    for line in sys.stdin:
        print(json.dumps(_forked(json.loads(line))), flush=True)


def _forked(job: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(job, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = json.loads(pipe.read() or b'{"points": [], "said": ""}')
    _, status = os.waitpid(child, 0)
    return {**told, "killed": os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL, "status": status}


def _work(job: dict[str, Any], pipe: int) -> None:
    code = 1
    try:
        points = Points(Path(job["watched"]), job["fatal"], pipe)
        points.watch_disk()
        points.watch_servers()
        said = JOBS[job["job"]](points, *job["arguments"])
        points.tell(said)
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
