"""Files that are whole or not there: written beside, made durable, then renamed into place.

A rename is durable only once its folder is; until then a power cut may bring the old file back. Errors are StoreFailed,
and nothing but a leftover temporary file can remain.
"""

from __future__ import annotations

import os
import pwd
from contextlib import suppress
from pathlib import Path

from qibot.errors import StoreFailed

TEMPORARY = ".part"


def write(path: Path, data: bytes) -> None:
    """Put these bytes at this path, readable by the owner alone. Raises StoreFailed; then the old file still stands,
    unless only the folder couldn't be made durable (`folder_durable` tells that apart by being called again)."""
    temporary = path.with_name(path.name + TEMPORARY)
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as e:
        with suppress(OSError):
            temporary.unlink()
        raise _failed("write", path, e) from e
    folder_durable(path.parent)


def folder_durable(folder: Path) -> None:
    """Make renames and removals in this folder durable. Raises StoreFailed."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as e:
        raise _failed("write", folder, e) from e


def make_folder(folder: Path) -> None:
    """Make the folder and its parents, for the owner alone, durably. Raises StoreFailed."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as e:
        raise _failed("make", folder, e) from e
    try:
        folder_durable(folder.parent)
    except StoreFailed:
        with suppress(OSError):
            folder.rmdir()  # or the next call would take it for durable
        raise


def read(path: Path) -> bytes:
    """The file's bytes. Raises StoreFailed."""
    try:
        return path.read_bytes()
    except OSError as e:
        raise _failed("read", path, e) from e


def there(path: Path) -> bool:
    """Whether there is a file or a folder. Raises StoreFailed where that can't be seen: then it may well be there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as e:
        raise _failed("look at", path, e) from e
    return True


def denied(e: StoreFailed) -> bool:
    """Whether it failed for want of a right, as with what belongs to another user."""
    return isinstance(e.__cause__, PermissionError)


def _failed(verb: str, path: Path, e: OSError) -> StoreFailed:
    if isinstance(e, PermissionError):
        return StoreFailed(
            f"Can't {verb} {path}: {e.strerror or e}. It, or a folder above it, belongs to another user, as after a"
            f" backup put back or a command given as root. Nothing is lost; give the data folder back to {_user()}"
            " (`chown -R`), and qibot goes on by itself."
        )
    return StoreFailed(
        f"Can't {verb} {path}: {e.strerror or e}. Nothing is lost;"
        " make room or mend the disk, and qibot goes on by itself."
    )


def _user() -> str:
    """Whose this process is."""
    number = os.geteuid()
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"the user {number}"
