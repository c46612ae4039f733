"""What gzip, bzip2 and xz have packed, and tar archives: unpacked within limits, member by member.

The standard library unpacks the first three. Its `tarfile` searches headers for as long as whoever made them likes
(CVE-2024-6232), so the few fields that matter are read here (POSIX.1-2001, pax; GNU tar's long names).
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from qibot.documents.work import Work

MOST = 16 * 1024 * 1024  # bytes that are unpacked of a file
MEMBERS = 5000
PIECES = 100  # each is copied behind the one before
NAME = 4096  # bytes of a long name, and of a header that holds one
BLOCK = 512
DEAR = 4  # times as much as gzip cost the others
_MEMORY = 64 * 1024 * 1024
_MAGIC = {b"\x1f\x8b\x08": "gz", b"BZh": "bz2", b"\xfd7zXZ\0": "xz"}
_ARCHIVES = {"tgz": "tar", "tbz": "tar", "tbz2": "tar", "txz": "tar"}
_LONG, _PAX = b"L", b"x"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files that were packed, and whether these are all, each to its end."""

    files: tuple[tuple[str, bytes], ...]
    whole: bool


def is_packed(head: bytes) -> bool:
    """Whether it begins like something that is unpacked here."""
    return _compressor(head) != "" or _is_tar(head)


def unpacked(name: str, data: bytes, work: Work) -> Unpacked | None:
    """What it holds; None where it isn't such a file, or can't be unpacked. What is beyond the limits is left out."""
    if _is_tar(data):
        return _of_tar(data, whole=True)
    if not (kind := _compressor(data)):
        return None
    cost = 1 if kind == "gz" else DEAR
    limit = min(MOST, work.size // (2 * cost))
    if limit < BLOCK:
        return None
    content, whole = _content(kind, data, limit)
    if not content:
        return None
    work.unpacks(cost * len(content))
    if _is_tar(content):
        return _of_tar(content, whole)
    return Unpacked(((inner_name(name), content),), whole)


def inner_name(name: str) -> str:
    """What a packed file was called before: “Report 2.docx” of “Report 2.docx.gz”."""
    stem, _, ending = name.rstrip(". ").rpartition(".")
    return f"{stem}.{_ARCHIVES[ending.lower()]}" if ending.lower() in _ARCHIVES else stem or name


def _compressor(head: bytes) -> str:
    return next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), "")


def _content(kind: str, data: bytes, limit: int) -> tuple[bytes, bool]:
    """The first bytes of what is packed, piece by piece as some programs pack it, and whether that is all of it."""
    found, rest = b"", data
    for _ in range(PIECES):
        try:
            piece, ended, rest = _piece(kind, rest, limit - len(found))
        except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
            return found, False
        found += piece
        if not ended or len(found) >= limit:
            return found, ended and not rest
        if not rest.strip(b"\0"):
            return found, True
    return found, False


def _piece(kind: str, data: bytes, limit: int) -> tuple[bytes, bool, bytes]:
    """What one piece holds, whether it came to its end, and what lies behind it."""
    if kind == "gz":
        gunzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return gunzip.decompress(data, limit), gunzip.eof, gunzip.unused_data
    unpacker = bz2.BZ2Decompressor() if kind == "bz2" else lzma.LZMADecompressor(memlimit=_MEMORY)
    return unpacker.decompress(data, limit), unpacker.eof, unpacker.unused_data


def _is_tar(data: bytes) -> bool:
    """Whether its first block is a header: by its checksum, for the oldest have no magic."""
    block = data[:BLOCK]
    if len(block) < BLOCK or not any(block):
        return False
    said = _number(block[148:156])
    return said is not None and said == sum(block[:148]) + 8 * 32 + sum(block[156:])


def _of_tar(data: bytes, whole: bool) -> Unpacked:
    files, at, long_name = list[tuple[str, bytes]](), 0, ""
    while at + BLOCK <= len(data) and len(files) < MEMBERS:
        block = data[at : at + BLOCK]
        if not any(block):
            return Unpacked(tuple(files), whole)
        size = _number(block[124:136])
        if size is None or not _is_tar(block):
            return Unpacked(tuple(files), whole=False)
        at += BLOCK
        content, kind = data[at : at + size], block[156:157]
        at += -(-size // BLOCK) * BLOCK
        if kind == _LONG:
            long_name = _text(content[:NAME].split(b"\0")[0])
        elif kind == _PAX:
            long_name = next(_paths(content[:NAME]), long_name)
        elif kind in (b"\0", b"0", b"7", b"S"):
            files.append((long_name or _name(block), content))
            long_name = ""
            whole = whole and len(content) == size
        else:
            long_name = ""
    return Unpacked(tuple(files), whole and at <= len(data) and len(files) < MEMBERS)


def _paths(header: bytes) -> Iterator[str]:
    """The name in a pax header: records of a length, a keyword and its value."""
    for line in header.split(b"\n"):
        keyword, _, value = line.partition(b" ")[2].partition(b"=")
        if keyword == b"path":
            yield _text(value)


def _name(block: bytes) -> str:
    prefix = block[345:500].split(b"\0")[0] if block[257:262] == b"ustar" and block[263:265] == b"00" else b""
    name = block[:100].split(b"\0")[0]
    return _text(prefix + b"/" + name if prefix else name)


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")


def _number(field: bytes) -> int | None:
    """A number in octal digits or, where the first bit is set, in binary; None where it is neither."""
    if field[:1] == b"\x80":
        return int.from_bytes(field[1:], "big")
    digits = field.split(b"\0")[0].strip()
    return int(digits, 8) if digits and all(c in b"01234567" for c in digits) else 0 if not digits else None
