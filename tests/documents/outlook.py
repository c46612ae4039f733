"""An Outlook message, as small as the format allows (MS-CFB, MS-OXMSG): one version of each structure."""

from __future__ import annotations

from struct import pack

SECTOR, LEAST = 512, 4096  # bytes of a sector, and of a stream that needs no mini sectors
END, FREE, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5
NAME, ADDRESS, TO, SUBJECT, BODY = 0x0C1A, 0x5D01, 0x0E04, 0x0037, 0x1000

Tree = dict[str, "bytes | Tree"]


def msg(sender: tuple[str, str], to: dict[str, str], subject: str, said: str, *inner: Tree) -> Tree:
    """The streams of a message with the messages attached to it."""
    name, address = sender
    streams: Tree = {_stream(tag): text.encode("utf-16-le") for tag, text in (
        (NAME, name), (ADDRESS, address), (TO, "; ".join(to)), (SUBJECT, subject), (BODY, said),
    )}  # fmt: skip
    for n, one in enumerate(to.values()):
        streams[f"__recip_version1.0_#{n:08X}"] = {_stream(0x39FE): one.encode("utf-16-le")}
    for n, tree in enumerate(inner):
        streams[f"__attach_version1.0_#{n:08X}"] = {"__substg1.0_3701000D": tree}
    return streams


def _stream(tag: int) -> str:
    return f"__substg1.0_{tag:04X}001F"


def written(tree: Tree) -> bytes:
    """The file. Each stream is filled up with zeros, which readers of strings leave out."""
    entries: list[list[int | str]] = [["Root Entry", ROOT, NONE, NONE, END, 0]]
    sectors: list[bytes] = []
    chains: list[list[int]] = []

    def store(data: bytes) -> int:
        first = len(sectors)
        sectors.extend(data[n : n + SECTOR].ljust(SECTOR, b"\0") for n in range(0, len(data), SECTOR))
        chains.append(list(range(first, len(sectors))))
        return first

    def add(branch: Tree) -> int:
        first = before = NONE
        for name, held in branch.items():
            place = len(entries)
            entries.append([name, STREAM, NONE, NONE, 0, 0])
            if isinstance(held, bytes):
                data = held.ljust(LEAST, b"\0")
                entries[place][4:6] = [store(data), len(data)]
            else:
                entries[place][1], entries[place][3] = STORAGE, add(held)
            if before == NONE:
                first = place
            else:
                entries[before][2] = place
            before = place
        return first

    entries[0][3] = add(tree)
    directory = b"".join(_entry(*entry) for entry in entries)  # type: ignore[arg-type]
    begins = store(directory + b"\0" * (-len(directory) % SECTOR))
    tables = -(-(len(sectors) + 8) // (SECTOR // 4))
    fat = [FREE] * (tables * SECTOR // 4)
    for chain in chains:
        for here, there in zip(chain, [*chain[1:], END], strict=True):
            fat[here] = there
    places = list(range(len(sectors), len(sectors) + tables))
    for place in places:
        fat[place] = 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, begins, 0, LEAST, END, 0, END, 0)
    head += pack("<109I", *places, *[FREE] * (109 - tables))
    return head + b"".join(sectors) + pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le") + b"\0\0"
    return pack("<64sHBBIII36xIQ", said, len(said), kind, 1, NONE, right, child, start, size)
