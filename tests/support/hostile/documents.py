"""Word documents that are bombs, locked, damaged or lies."""

from __future__ import annotations

import base64
import random
import struct
import zipfile
from functools import cache

from tests.support.hostile.parts import DOCX, MB, TEXT, attached, multipart, zipped
from tests.support.hostile.registry import huge, small


@small
def word_bomb(sender: str) -> bytes:
    bomb = {"word/comments.xml": b"<w:comment " * (12 * MB), "word/document.xml": b"\0" * 1000}
    return multipart(sender, "word_bomb", TEXT, attached(body=_word_bomb(tuple(bomb.items()))))


@cache
def _word_bomb(members: tuple[tuple[str, bytes], ...]) -> bytes:
    return zipped(dict(members))


@small
def word_by_lzma(sender: str) -> bytes:
    packed = bytearray(base64.b64decode(zipped({"word/comments.xml": b"<w:comment >" * 50}, zipfile.ZIP_LZMA)))
    at = packed.find(b"word/comments.xml") + 17
    packed[at + 4 : at + 9] = b"\x5d\xff\xff\xff\xff"  # a dictionary of 4 GB
    packed[at + 12 : at + 40] = b"\xee" * 28
    return multipart(sender, "word_by_lzma", TEXT, attached(body=base64.encodebytes(bytes(packed))))


@small
def word_locked(sender: str) -> bytes:
    packed = bytearray(DOCX)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := packed.find(sign, place + 1)) != -1:
            packed[place + at] |= 1
    return multipart(sender, "word_locked", TEXT, attached(body=base64.encodebytes(bytes(packed))))


@huge
def word_of_many_members(sender: str) -> bytes:
    """300,000 members; the list's size is hidden behind a second end of the list, within the first."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[0] * 6, 0, 0, 0, 1, *[0] * 4, 0, 0) + b"a"
    listed = entry * 300_000
    end = struct.pack("<4s4s2H2LH", b"PK\x05\x06", b"PK\x05\x06", 65535, 65535, len(listed), 0, 0)
    body = base64.encodebytes(listed + end).replace(b"\n", b"\r\n")
    return multipart(sender, "word_of_many_members", TEXT, attached(body=body))


@small
def word_at_random(sender: str) -> bytes:
    dice = random.Random(sender)
    parts = []
    for _ in range(30):
        packed = bytearray(DOCX)
        for _ in range(6):
            packed[dice.randrange(len(packed))] = dice.randrange(256)
        parts.append(attached(body=base64.encodebytes(bytes(packed))))
    return multipart(sender, "word_at_random", TEXT, *parts)
