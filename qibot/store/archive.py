"""Raw messages and letters on disk, named by their content, durable before anything refers to them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from qibot.store import durable


class Archive:
    """`mail/` keeps what came in; `outbox/` holds letters until nobody waits for them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mail = folder / "mail"
        self._outbox = folder / "outbox"

    def keep(self, raw: bytes) -> str:
        """Keep a message for good and return its name. Raises StoreFailed."""
        return _put(self._mail, raw)

    def read(self, name: str) -> bytes:
        """A kept message. Raises StoreFailed."""
        return durable.read(self._mail / name[:2] / f"{name}.eml")

    def spool(self, raw: bytes) -> str:
        """Hold a letter until it is delivered and return its name. Raises StoreFailed."""
        return _put(self._outbox, raw)

    def spooled(self, name: str) -> bytes:
        """A letter's bytes. Raises StoreFailed."""
        return durable.read(self._outbox / name[:2] / f"{name}.eml")

    def unspool(self, name: str) -> None:
        """Forget a letter that nobody waits for. Leaves it where it can't be removed: that costs only room."""
        with suppress(OSError):
            (self._outbox / name[:2] / f"{name}.eml").unlink()

    def probe(self) -> None:
        """See that a record could be written now, and leave the room to it. Raises StoreFailed."""
        durable.make_folder(self._outbox)
        durable.write(self._outbox / "probe", b"room?" * 20_000)
        with suppress(OSError):
            (self._outbox / "probe").unlink()

    def sweep(self, wanted: Collection[str]) -> None:
        """Remove what a crash left over: unfinished files, and letters that no record refers to. Folders that it had
        made but not made durable become so. Raises StoreFailed."""
        letters = [path for path in self._outbox.glob("*/*") if path.suffix != ".eml" or path.stem not in wanted]
        parts = [path for folder in (self._mail, self._outbox) for path in folder.rglob(f"*{durable.TEMPORARY}")]
        for path in (*letters, *parts):
            with suppress(OSError):
                path.unlink()
        for folder in (self._mail, self._outbox):
            if folder.is_dir():
                durable.folder_durable(folder)


def _put(folder: Path, raw: bytes) -> str:
    name = hashlib.sha256(raw).hexdigest()
    path = folder / name[:2] / f"{name}.eml"
    if not path.exists():
        durable.make_folder(path.parent)
        durable.write(path, raw)
    else:
        durable.folder_durable(path.parent)
    return name
