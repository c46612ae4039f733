"""One look at a file: whether it may be passed on, whether it can be read, what it holds. Bounded in time and space."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from zipfile import ZipInfo

from qibot.documents.conditions import UNSEEN, condition, is_unopened
from qibot.documents.harm import HEAD, ending_of, harm, harm_by_name, may_be_page, wants_all
from qibot.documents.packages import RTF, packages_in
from qibot.documents.packed import EML, container, files_in
from qibot.documents.tars import BLOCK, Unpacked, is_packed, unpacked
from qibot.documents.work import TooMuch, Work
from qibot.documents.zips import USUAL, Zip

DEEPEST = 3
SEARCH = 4  # times as much as to unpack them is it to search bytes for what runs
WITHIN = 16 * 1024 * 1024  # bytes of an archive within an archive
_WITH_MACROS = ("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "ppsm", "potm")  # Office's own names for such
_MACROS = ("vbaproject.bin", "xlm", "macrosheets/")
_BASIC, _LISTS = ("Basic/", "Scripts/"), ("script-lb.xml", "script-lc.xml")  # where OpenDocument keeps them
_OLE = b"\xd0\xcf\x11\xe0"
_EMBEDDED = "/embeddings/"
_VBA = "_VBA_PROJECT".encode("utf-16-le")
_PACKED = ("zip", "jar")
_LOOKED_INTO = (b"PK", _OLE, RTF)  # how documents begin that may hold files
_ZIPS = ("application/zip", "application/x-zip-compressed")
PACKED = "is packed in Outlook's own way and can't be unpacked"
PACKED_PARTLY = "is packed in Outlook's own way and can't be unpacked as a whole"
TOO_DEEP = "is packed too deep to be looked into"
TOO_MANY = "holds too much to be looked into"
TOO_MUCH = "came in a mail that holds more than can be looked into"


@dataclass(frozen=True, slots=True)
class Look:
    """What one look shows. `harm` says why it isn't passed on, `state` what keeps it from being read, each as a
    sentence goes on behind the file's name. `inside` names the files of an archive, `files` are those of a container
    of this `kind`, and the `whole` of what somebody has packed into it.
    """

    harm: str = ""
    state: str = ""
    macros: bool = False
    inside: tuple[str, ...] = ()
    kind: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    whole: bool = False


def look(
    name: str, content_type: str, data: bytes, endings: Collection[str], depth: int = 0, work: Work | None = None
) -> Look:
    """What can be told of this file; `endings` are those of files that aren't passed on, `work` is what the message may
    still cost."""
    work = work or Work()
    over = work.is_over
    try:
        return _look(name, content_type, data, endings, depth, work)
    except TooMuch:
        return Look(harm=TOO_MUCH if over else TOO_MANY)


def _look(name: str, content_type: str, data: bytes, endings: Collection[str], depth: int, work: Work) -> Look:
    if may_be_page(name, content_type, data):
        work.unpacks(SEARCH * len(data))
    if found := harm(name, content_type, data, endings):
        return Look(harm=found)
    if (kind := container(name, content_type, data)) != "":
        return _of_container(kind, data, endings, depth, work)
    if is_packed(data[:BLOCK]):
        if depth >= DEEPEST:
            return Look(harm=TOO_DEEP)
        if (found_in_it := unpacked(name, data, work)) is not None:
            return _of_unpacked(found_in_it, endings, depth, work)
    if inner := _harm_of_packages(data, endings):
        return Look(harm=f"holds a file that {inner}")
    state, macros = condition(name, data, work), data.startswith(_OLE) and _VBA in data
    if not data.startswith(b"PK"):
        return Look("", state, macros)
    try:
        found_in = Zip(data, work)
    except ValueError:
        return Look("", state, macros)
    packs = ending_of(name) in _PACKED or "." not in name or content_type in _ZIPS
    parts = _Parts(found_in, endings, depth, work)
    shown = [parts.file(e) if packs else parts.piece(e) for e in found_in.entries]
    inner = next((x.harm for x in shown if x.harm), "")
    macros = _holds_macros(found_in, packs) or any(x.macros for x in shown)
    unseen = (e.compress_type not in USUAL or is_unopened(e.filename) for e in found_in.entries)
    if packs and not state and any(unseen):
        state = UNSEEN
    listed = tuple(found_in.names) if packs else ()
    return Look(inner and f"holds a file that {inner}", state, macros, listed)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What an archive, or a document that is one, holds."""

    archive: Zip
    endings: Collection[str]
    depth: int
    work: Work

    def file(self, entry: ZipInfo) -> Look:
        """One look at a file of an archive: at its name and how it begins, and at what it holds, if it is packed or a
        document itself."""
        name = entry.filename.rpartition("/")[2]
        macros = ending_of(name) in _WITH_MACROS
        if found := harm_by_name(name, self.endings):
            return Look(found)
        if self._is_shut(entry):
            return Look(macros=macros)
        head = self.archive.begin_of(entry, HEAD)
        packs = ending_of(name) in _PACKED or container(name, "", head) != "" or is_packed(head[:BLOCK])
        is_document = not packs and head.startswith(_LOOKED_INTO)
        if packs and self.depth + 1 >= DEEPEST:
            return Look(TOO_DEEP)
        if not (packs or is_document or wants_all(name, head)):
            return Look(harm(name, "", head, self.endings), macros=macros)
        data = self.archive.begin_of(entry, WITHIN + 1)
        if len(data) > WITHIN:
            return Look(harm(name, "", head, self.endings) if is_document else TOO_MANY, macros=macros)
        found_in = look(name, "", data, self.endings, self.depth + 1, self.work)
        return Look(found_in.harm, macros=found_in.macros or macros)

    def piece(self, entry: ZipInfo) -> Look:
        """The same of what is no archive for people but a document: its own parts are none of its reader's files."""
        name = entry.filename
        if ending_of(name) in _PACKED:
            return Look(self.file(entry).harm)
        if _EMBEDDED not in name.lower() or self._is_shut(entry):
            return Look(harm_by_name(name, self.endings))
        data = self.archive.begin_of(entry, WITHIN)
        return Look(harm_by_name(name, self.endings) or _harm_of_packages(data, self.endings))

    def _is_shut(self, entry: ZipInfo) -> bool:
        return self.archive.locked or entry.compress_type not in USUAL


def _harm_of_packages(data: bytes, endings: Collection[str]) -> str:
    """Why a file that an old document keeps as an object isn't passed on."""
    if not data.startswith((_OLE, RTF)):
        return ""
    return next(filter(None, (harm(name, "", content, endings) for name, content in packages_in(data))), "")


def _holds_macros(found_in: Zip, is_packed: bool) -> bool:
    """Whether Word's, Excel's or OpenDocument's own place for them is in it."""
    if any(n.lower().endswith(_MACROS) or "macrosheets/" in n.lower() for n in found_in.names):
        return True
    return not is_packed and any(n.startswith(_BASIC) and not n.endswith(_LISTS) for n in found_in.names)


def _of_unpacked(held: Unpacked, endings: Collection[str], depth: int, work: Work) -> Look:
    """One look at each file of a tar archive, or at the one that was compressed; what lies beyond the limits is said
    not to have been seen."""
    work.lists(len(held.files))
    shown = [look(name.rpartition("/")[2], "", data, endings, depth + 1, work) for name, data in held.files]
    inner = next((x.harm for x in shown if x.harm), "")
    unseen = not held.whole or any(x.state == UNSEEN for x in shown)
    inside = tuple(name for name, _ in held.files)
    return Look(inner and f"holds a file that {inner}", UNSEEN if unseen else "", any(x.macros for x in shown), inside)


def _of_container(kind: str, data: bytes, endings: Collection[str], depth: int, work: Work) -> Look:
    if depth >= DEEPEST:
        return Look(harm=TOO_DEEP)
    work.unpacks(len(data))
    held = files_in(kind, data, work)
    if held is None:
        return Look(state="" if kind == EML else PACKED)
    harmful = (look(name, "", content, endings, depth + 1, work).harm for name, content in held.files)
    found = next(filter(None, harmful), "")
    state = "" if held.whole else PACKED_PARTLY if held.files else PACKED
    return Look(found and f"holds a file that {found}", state, kind=kind, files=held.files, whole=held.whole)
