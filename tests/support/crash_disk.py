"""A disk that can refuse, and mail servers that hear of nothing that a power cut could still undo."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import resource
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from qibot.cli import building
from qibot.mailbox.delivery import Delivery
from qibot.message.incoming import Incoming

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


_NAME = re.compile(r"[0-9a-f]{64}")


class PowerCut(BaseException):
    """The process is no more; whatever it still tries fails."""


class Disk:
    """Stands before the system calls that write below a folder. Knows what is there but not durable yet.

    `fails` says which fsyncs (from 1) fail; `cut` is the point (from 0) before which the process ends, in a way that
    lets nothing more through, while the disk keeps its memory of what isn't durable.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.fails: Callable[[int], bool] = range(0).__contains__
        self.fsyncs = self.points = 0
        self.cut: int | None = None
        self._root, self._folder = folder, str(folder)
        self._contents: set[str] = set()  # files that were written since their last fsync
        self._names: set[str] = set()  # files and folders whose own folder hasn't been made durable since
        real = {name: getattr(os, name) for name in ("open", "fsync", "replace", "mkdir", "unlink", "rmdir")}

        def opened(path: Any, flags: int, *more: Any, **named: Any) -> int:
            name = os.fsdecode(path)
            if flags & WRITING and self._ours(name):
                self.point()
                self._contents.add(name)
            return int(real["open"](path, flags, *more, **named))

        def fsync(descriptor: int) -> None:
            name = str(Path(f"/proc/self/fd/{descriptor}").readlink())
            if self._ours(name):
                self.point()
                self.fsyncs += 1
                if self.fails(self.fsyncs):
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                self._contents.discard(name)
                self._names = {x for x in self._names if os.path.dirname(x) != name}  # noqa: PTH120

        def replace(source: Any, target: Any, **named: Any) -> None:
            before, after = os.fsdecode(source), os.fsdecode(target)
            if self._ours(after):
                self.point()
            real["replace"](source, target, **named)
            if self._ours(after):
                self._names.add(after)
                self._contents.discard(after)
                if before in self._contents:
                    self._contents.add(after)
                self._forget(before)

        def mkdir(path: Any, *more: Any, **named: Any) -> None:
            if self._ours(os.fsdecode(path)):
                self.point()
            real["mkdir"](path, *more, **named)
            if self._ours(os.fsdecode(path)):
                self._names.add(os.fsdecode(path))

        def gone(verb: str) -> Callable[..., None]:
            def removed(path: Any, *more: Any, **named: Any) -> None:
                if self._ours(os.fsdecode(path)):
                    self.point()
                real[verb](path, *more, **named)
                self._forget(os.fsdecode(path))

            return removed

        for name, stand_in in {
            "open": opened,
            "fsync": fsync,
            "replace": replace,
            "mkdir": mkdir,
            "unlink": gone("unlink"),
            "rmdir": gone("rmdir"),
        }.items():
            monkeypatch.setattr(os, name, stand_in)

    def point(self) -> None:
        """Something is about to happen."""
        if self.cut is not None and self.points >= self.cut:
            raise PowerCut
        self.points += 1

    def undurable(self, raw: bytes) -> set[str]:
        """What a power cut could take away now of all that this message or letter needs: itself, the records that name
        it, the letters that these name, and the folders of them all."""
        own = hashlib.sha256(raw).hexdigest()
        records = {path: text for path in self._root.rglob("*.json") if own in (text := path.read_text())}
        named = {own}.union(*(_NAME.findall(text) for text in records.values()))
        needed = {*records, *(path for path in self._root.rglob("*.eml") if path.stem in named)}
        needed |= {folder for path in needed for folder in path.parents}
        return {str(path.relative_to(self._root)) for path in needed if str(path) in self._contents | self._names}

    def _ours(self, name: str) -> bool:
        return name.startswith(self._folder)

    def _forget(self, name: str) -> None:
        self._contents.discard(name)
        self._names.discard(name)


class Servers:
    """A mailbox and an SMTP server in memory; with a disk that knows, they demand that what they hear of is durable."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, disk: Disk | None) -> None:
        self._disk = disk
        self._inbox: dict[int, bytes] = {}
        self._last = 0
        self.folders: dict[str, list[bytes]] = defaultdict(list)
        self.delivered: dict[str, list[bytes]] = defaultdict(list)
        monkeypatch.setattr(building, "build_inbox", lambda _settings, _sign_in: self)
        monkeypatch.setattr(building, "build_outbox", lambda _settings, _sign_in, _clock: Smtp(self))

    def arrive(self, *raws: bytes) -> None:
        """Let messages lie in the inbox."""
        for raw in raws:
            self._last += 1
            self._inbox[self._last] = raw

    @property
    def waiting(self) -> int:
        """How many messages lie in the inbox."""
        return len(self._inbox)

    def hears_of(self, raw: bytes) -> None:
        """A server is told that this has been dealt with, or is to deliver it."""
        if self._disk:
            self._disk.point()
            assert self._disk.undurable(raw) == set()

    def keep_sent(self, *_: object) -> None:
        """See Inbox."""

    def connect(self) -> None:
        """See Inbox."""

    def close(self) -> None:
        """See Inbox."""

    def batches(self) -> Iterator[list[Incoming]]:
        """See Inbox."""
        yield [Incoming(uid, datetime.now(UTC), len(raw), raw, True) for uid, raw in self._inbox.items()]

    def file_away(self, uids: Sequence[int], folder: str) -> None:
        """See Inbox."""
        for uid in uids:
            self.hears_of(self._inbox[uid])
            self.folders[folder].append(self._inbox.pop(uid))


class Smtp:
    """The sending side."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers

    async def deliver(self, recipients: Sequence[str], raw: bytes, paths: Mapping[str, str]) -> Delivery:
        """See Outbox."""
        self._servers.hears_of(raw)
        for recipient in recipients:
            self._servers.delivered[recipient].append(raw)
        return Delivery(dict.fromkeys(recipients, "250 fine"))

    async def close(self) -> None:
        """See Outbox."""


# --- no room ---


class Tmpfs:
    """A small file system that can be filled up. It stands in no folder, so that it goes with the process."""

    SIZE, FILES = 2_000_000, 400

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        options = f"size={self.SIZE},nr_inodes={self.FILES},mode=700"
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "qibot-test", str(folder)], capture_output=True
        )
        if mounted.returncode:
            pytest.skip(f"no tmpfs may be mounted here: {mounted.stderr.decode()}")
        self._descriptor = os.open(folder, os.O_RDONLY)
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
        self.path = Path(f"/proc/{os.getpid()}/fd/{self._descriptor}")

    def leave_room(self, pages: int) -> None:
        """Fill it but for so many pages."""
        free = os.statvfs(self.path)
        (self.path / "filler").write_bytes(bytes((free.f_bavail - pages) * free.f_bsize))

    def leave_files(self, files: int) -> None:
        """Fill it but for so many files."""
        (self.path / "fillers").mkdir()
        for number in range(os.statvfs(self.path).f_favail - files):
            (self.path / "fillers" / str(number)).touch()

    def make_room(self) -> None:
        """Empty it of what filled it."""
        shutil.rmtree(self.path / "fillers", ignore_errors=True)
        (self.path / "filler").unlink(missing_ok=True)

    def close(self) -> None:
        """Let it go."""
        os.close(self._descriptor)


@contextmanager
def small_files(limit: int) -> Iterator[None]:
    """No file can grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
