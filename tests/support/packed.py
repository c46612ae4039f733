"""Files as Outlook, Word and others pack them, made by their rules; the hostile ones by breaking them."""

from __future__ import annotations

import io
import struct
import zipfile
from itertools import pairwise


def winmail(*files: tuple[str, bytes]) -> bytes:
    """A winmail.dat (MS-OXTNEF) that holds these files."""

    def attribute(level: int, kind: int, body: bytes) -> bytes:
        return bytes([level]) + struct.pack("<II", kind, len(body)) + body + struct.pack("<H", sum(body) & 0xFFFF)

    made = bytearray(struct.pack("<IH", 0x223E9F78, 1)) + attribute(1, 0x00089006, struct.pack("<I", 0x10000))
    for name, content in files:
        long = name.encode("utf-16-le") + b"\0\0"
        properties = struct.pack("<I", 1) + struct.pack("<HH", 0x001F, 0x3707) + struct.pack("<II", 1, len(long)) + long
        made += attribute(2, 0x00069002, bytes(14))
        made += attribute(2, 0x00018010, name.encode("cp1252", "replace")[:8] + b"\0")
        made += attribute(2, 0x0006800F, content)
        made += attribute(2, 0x00069005, properties)
    return bytes(made)


def zipped(*files: tuple[str, bytes]) -> bytes:
    """A zip of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return made.getvalue()


def docx(text: str, *more: tuple[str, bytes]) -> bytes:
    """A Word document with these words."""
    body = f'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    return zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body.encode()), *more)


PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"
PROGRAM = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + bytes(200)


def package(name: str, content: bytes) -> bytes:
    """An object of Word's that is a file (MS-OLEDS, Package), as it lies in `word/embeddings`."""
    said = name.encode("cp1252")
    body = b"\2\0" + said + b"\0C:\\" + said + b"\0\0\0\3\0" + struct.pack("<I", len(said) + 1) + said + b"\0"
    body += struct.pack("<I", len(content)) + content
    native = (struct.pack("<I", len(body)) + body).ljust(4096, b"\0")
    return _compound([("Root Entry", 5, [1], b""), ("\1Ole10Native", 2, [], native)])


def outlook_message(*files: tuple[str, bytes], deep: int = 0) -> bytes:
    """An Outlook message (MS-OXMSG in MS-CFB) with these files attached, each over 4 KB, so that none lies in the
    mini stream; in a message attached to a message so `deep`."""
    entries: list[tuple[str, int, list[int], bytes]] = [("Root Entry", 5, [], b"")]
    top = 0
    for folder in ("__attach_version1.0_#00000000", "__substg1.0_3701000D") * deep:
        entries[top][2].append(len(entries))
        top = len(entries)
        entries.append((folder, 1, [], b""))
    for n, (name, content) in enumerate(files):
        storage = len(entries)
        entries.append((f"__attach_version1.0_#{n:08X}", 1, [], b""))
        entries[top][2].append(storage)
        long = name.encode("utf-16-le").ljust(4096, b"\0")
        for stream, body in (("__substg1.0_3707001F", long), ("__substg1.0_37010102", content.ljust(4096, b" "))):
            entries[storage][2].append(len(entries))
            entries.append((stream, 2, [], body))
    return _compound(entries)


_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def _compound(entries: list[tuple[str, int, list[int], bytes]]) -> bytes:
    """A compound file (MS-CFB, version 3) whose folders are chains to the right."""
    streams = {i: -(-len(body) // 512) for i, (_, kind, _, body) in enumerate(entries) if kind == 2}
    directory = -(-len(entries) // 4)
    needed = directory + sum(streams.values())
    fats = 1
    while fats * 128 < needed + fats:
        fats += 1
    fat = [_FAT] * fats
    fat += [*range(fats + 1, fats + directory), _END]
    starts, data = {}, b""
    for i, blocks in streams.items():
        starts[i] = len(fat)
        fat += [*range(len(fat) + 1, len(fat) + blocks), _END]
        data += entries[i][3].ljust(blocks * 512, b"\0")
    fat += [_FREE] * (fats * 128 - len(fat))
    right: dict[int, int] = {}
    for _, _, children, _ in entries:
        right |= dict(pairwise(children))
    listed = b""
    for i, (name, kind, children, body) in enumerate(entries):
        text = name.encode("utf-16-le") + b"\0\0"
        listed += text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
        listed += struct.pack("<III", _FREE, right.get(i, _FREE), children[0] if children else _FREE)
        listed += bytes(36) + struct.pack("<IQ", starts.get(i, _END if kind != 1 else 0), len(body))
    listed = listed.ljust(directory * 512, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, fats, 0, 0x1000, _END, 0, _END, 0)
    head += struct.pack(f"<{109}I", *(list(range(fats)) + [_FREE] * (109 - fats)))
    return head + struct.pack(f"<{len(fat)}I", *fat) + listed + data
