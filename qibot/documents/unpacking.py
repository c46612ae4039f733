"""Takes the files out of what Outlook packs them into: winmail.dat (TNEF, MS-OXTNEF) and .msg (MS-OXMSG); and tries
whether a PDF opens without a password.

A program of its own, which `apart` starts with limits of time and memory: nothing of the bot is imported here. It
reads the packed file from its standard input and writes to its standard output a line of JSON (whether that is all
that is in it, name and size of each file), then the files themselves, one behind the other. Of a PDF it writes a word
(`OPENS`, `LOCKED`, `UNTOLD`).
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from io import BytesIO
from struct import unpack_from

FILES = 50
LEVEL_ATTACHMENT = 2
TNEF = 0x223E9F78
BEGINS, TITLE, DATA, PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
LONG_NAME, NAME, CONTENT = 0x3707, 0x3704, 0x3701
FIELDS = {  # of a message, the likelier property first (MS-OXPROPS)
    "name": (0x0C1A, 0x0042), "address": (0x5D01, 0x5D02, 0x0C1F, 0x0065), "to": (0x0E04,), "copy": (0x0E03,),
    "subject": (0x0037,), "id": (0x1035,), "header": (0x007D,),
}  # fmt: skip
RECIPIENT = (0x39FE, 0x3003)
RECIPIENTS, BODY = 100, 1 << 20

OPENS, LOCKED, UNTOLD = "opens", "locked", "untold"

File = tuple[str, bytes | memoryview]
Found = tuple[list[File], bool]  # the files, and whether nothing else is in it


class Broken(Exception):
    """The packed file isn't what its name says."""


def of_tnef(data: bytes) -> Found:
    """The files in a winmail.dat. Linear in its size, and never larger than it. Raises Broken.

    A mail attached to a mail is no file in it, and stays in it.
    """
    view = memoryview(data)
    if len(data) < 6 or unpack_from("<I", data)[0] != TNEF:
        raise Broken
    found: list[tuple[str, memoryview | None]] = []
    at, cut = 6, False
    while at + 9 <= len(data):
        level, kind, size = data[at], *unpack_from("<II", data, at + 1)
        body = view[at + 9 : at + 9 + size]
        if len(body) < size:
            cut = True
            break
        at += 9 + size + 2
        if level != LEVEL_ATTACHMENT:
            continue
        if kind == BEGINS:
            found.append(("", None))
        elif not found:
            continue
        elif kind == TITLE and not found[-1][0]:
            found[-1] = (bytes(body).split(b"\0")[0].decode("cp1252", "replace"), found[-1][1])
        elif kind == DATA:
            found[-1] = (found[-1][0], body)
        elif kind == PROPERTIES and (name := _long_name(bytes(body[:65536]))):
            found[-1] = (name, found[-1][1])
    files: list[File] = [(name, content) for name, content in found if content is not None]
    return files, not cut and len(files) == len(found)


def _long_name(data: bytes) -> str:
    """PR_ATTACH_LONG_FILENAME among an attachment's MAPI properties, looked for by its tag: the properties before it
    needn't be understood."""
    for kind, charset in ((0x001F, "utf-16-le"), (0x001E, "cp1252")):
        tag = (LONG_NAME << 16 | kind).to_bytes(4, "little") + b"\x01\0\0\0"
        at = data.find(tag)
        if at >= 0 and at + 12 <= len(data):
            size = int(unpack_from("<I", data, at + 8)[0])
            return data[at + 12 : at + 12 + min(size, 1024)].decode(charset, "replace").split("\0")[0]
    return ""


def of_msg(data: bytes) -> Found:
    """The files attached to an Outlook message. Raises Broken."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            return list(_attached(ole)), True
    except (OSError, ValueError, IndexError, KeyError, RecursionError, TypeError, AttributeError) as e:
        raise Broken from e


def _attached(ole: object) -> Iterator[File]:
    """Those of the message and of the messages attached to it, which lie in it as folders do."""
    paths = {tuple(path[:-1]) for path in ole.listdir() if len(path) > 1}  # type: ignore[attr-defined]
    found = sorted((p for p in paths if p[-1].startswith("__attach_version1.0_")), key=lambda p: (len(p), p))
    storages = ["/".join(path) for path in found]
    left = 1 << 26
    for storage in storages[: FILES + 1]:
        name = next((n for n in (_text(ole, storage, LONG_NAME), _text(ole, storage, NAME)) if n), "")
        stream = f"{storage}/__substg1.0_{CONTENT:04X}0102"
        if ole.exists(stream) and ole.get_size(stream) <= left:  # type: ignore[attr-defined]
            content = ole.openstream(stream).read()  # type: ignore[attr-defined]
            left -= len(content)
            yield name, content


def _text(ole: object, storage: str, tag: int) -> str:
    for kind, charset in (("001F", "utf-16-le"), ("001E", "cp1252")):
        stream = f"{storage}/__substg1.0_{tag:04X}{kind}"
        if ole.exists(stream):  # type: ignore[attr-defined]
            return str(ole.openstream(stream).read(2048).decode(charset, "replace")).strip("\0")  # type: ignore[attr-defined]
    return ""


def letters_of_msg(data: bytes) -> Found:
    """The message and those attached to it as mails: heading and words (MS-OXMSG 2.1, MS-OXCMSG). One whose words lie
    in none of the forms that are read says so. Raises Broken."""
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            inner = {"/".join(p[:-1]) for p in ole.listdir() if len(p) > 1 and p[-2].endswith(f"{CONTENT:04X}000D")}
            if len(inner) >= FILES:
                raise Broken
            return [("", _letter(ole, f"{place}/" if place else "")) for place in ["", *sorted(inner)]], True
    except (OSError, ValueError, IndexError, KeyError, RecursionError, TypeError, AttributeError) as e:
        raise Broken from e


def _letter(ole: object, place: str) -> bytes:
    said = {name: _string(ole, place, tags) for name, tags in FIELDS.items()}
    sender = f'"{said["name"]}" <{said["address"]}>' if "@" in said["address"] else said["name"]
    copies = {str(p[-2]) for p in ole.listdir() if len(p) > 1 and "/".join(p[:-2]) == place.rstrip("/")}  # type: ignore[attr-defined]
    recipients = sorted(x for x in copies if x.startswith("__recip_version1.0_"))[:RECIPIENTS]
    to = [_string(ole, f"{place}{x}/", RECIPIENT) for x in recipients]
    body = _string(ole, place, (0x1000,), BODY)
    page = _bytes(ole, f"{place}__substg1.0_10130102", BODY) if not body else b""
    heading = {
        "From": sender,
        "To": ", ".join([said["to"].replace(",", " "), *(x for x in to if "@" in x)]).strip(", "),
        "Cc": said["copy"].replace(",", " "),
        "Subject": said["subject"],
        "Message-ID": said["id"],
        "X-QI-Letter": next((x[12:].strip() for x in said["header"].split("\n") if x.startswith("X-QI-Letter:")), ""),
        "X-Untold": "" if body or page else "yes",
        "Content-Type": "text/html" if page else 'text/plain; charset="utf-8"',
    }
    fields = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in heading.items() if value.strip())
    return (fields + "\n").encode("utf-8", "replace") + (page or body.encode("utf-8", "replace"))


def _string(ole: object, place: str, tags: tuple[int, ...], limit: int = 64 * 1024) -> str:
    for tag in tags:
        for kind, charset in (("001F", "utf-16-le"), ("001E", "cp1252")):
            if found := _bytes(ole, f"{place}__substg1.0_{tag:04X}{kind}", limit):
                return found.decode(charset, "replace").strip("\0")
    return ""


def _bytes(ole: object, stream: str, limit: int) -> bytes:
    return bytes(ole.openstream(stream).read(limit)) if ole.exists(stream) else b""  # type: ignore[attr-defined]


def of_pdf(data: bytes) -> str:
    """Whether a reader asks for a password. Most encrypted PDFs open without one: they only forbid to print or change.
    The newest way needs a library that may not be there: then that is as likely as not."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.disable()
    try:
        reader = PdfReader(BytesIO(data))
        return OPENS if not reader.is_encrypted or reader.decrypt("") else LOCKED
    except DependencyError:
        return UNTOLD
    except Exception as e:  # pypdf raises whatever its parts do
        raise Broken from e


OPENERS = {"tnef": of_tnef, "msg": of_msg, "letters": letters_of_msg}


def main() -> int:
    """0 with the files on the standard output; 1 where it can't be unpacked."""
    try:
        if sys.argv[1] == "pdf":
            sys.stdout.write(of_pdf(sys.stdin.buffer.read()))
            return 0
        files, whole = OPENERS[sys.argv[1]](sys.stdin.buffer.read())
    except (Broken, MemoryError):
        return 1
    if len(files) > FILES:
        return 1
    out = sys.stdout.buffer
    out.write(json.dumps([whole, [[name, len(content)] for name, content in files]]).encode() + b"\n")
    for _, content in files:
        out.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
