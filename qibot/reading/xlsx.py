"""Spreadsheets (ISO/IEC 29500): the first rows of each sheet with something in them, and how many charts there are.

Sheets are read as a stream: a sheet of a million rows costs no more than its first part.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from qibot.model import Writing
from qibot.reading.limits import Enough, Limits, Unreadable
from qibot.reading.markup import local, tree_of, walk
from qibot.reading.packed import Packed
from qibot.reading.pages import Gatherer

_COLUMNS = 60
_SLICE = 65536  # bytes


def read_xlsx(data: bytes, limits: Limits) -> Writing:
    """A workbook's rows as passages. Raises Unreadable."""
    packed = Packed(data, limits)
    into = Gatherer(limits)
    into.charts = len(packed.matching(r"xl/charts/chart\d+\.xml"))
    into.pictures = len(packed.matching(r"xl/media/[^/]+\.(?:png|jpe?g|gif|emf|wmf|svg)"))
    strings = _Strings(packed, limits)
    whole = True
    try:
        for name in packed.matching(r"xl/worksheets/sheet\d+\.xml"):
            into.begin_table()
            whole = _Sheet(strings.found, into, limits).read(packed.read(name)) and whole
    except Enough:
        whole = False
    for name in packed.matching(r"xl/comments\d*\.xml"):
        _comments(packed.read(name), into, limits)
    return into.done(whole=whole)


def _comments(data: bytes, into: Gatherer, limits: Limits) -> None:
    root = tree_of(data, limits)
    authors = [a.text or "" for a in root.iter("author")]
    for comment in root.iter("comment"):
        who = comment.get("authorId", "")
        author = authors[int(who)] if who.isascii() and who.isdigit() and int(who) < len(authors) else ""
        said = "".join(t.text or "" for t in walk(comment) if t.tag == "t")
        into.remark(author, said, f"cell {comment.get('ref', '')}")


class _Stream:
    """Feeds a member to expat by slices, within bounds."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._elements = limits, 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.buffer_text = True

    def read(self, data: bytes) -> bool:
        """Whether the whole member was read."""
        try:
            for start in range(0, len(data), _SLICE):
                self._parser.Parse(data[start : start + _SLICE], False)
        except expat.ExpatError as e:
            raise Unreadable("is damaged and can't be read") from e
        except _Stop:
            return False
        return True

    def _refuse(self, *_: object) -> None:
        raise Unreadable("holds a document type, as no report does, and was not read")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > self._limits.elements:
            raise _Stop
        self.start(local(tag), attributes)

    def _end(self, tag: str) -> None:
        self.end(local(tag))

    def _data(self, text: str) -> None:
        self.data(text)

    def start(self, tag: str, _attributes: dict[str, str], /) -> None:
        raise NotImplementedError

    def end(self, tag: str) -> None:
        raise NotImplementedError

    def data(self, text: str) -> None:
        raise NotImplementedError


class _Stop(Exception):
    """Enough of this member."""


class _Strings(_Stream):
    """The words that sheets refer to by their numbers."""

    def __init__(self, packed: Packed, limits: Limits) -> None:
        super().__init__(limits)
        self.found: list[str] = []
        self._words: list[str] = []
        self._within = False
        self.read(packed.read("xl/sharedStrings.xml"))

    def start(self, tag: str, _attributes: dict[str, str], /) -> None:
        if tag == "si":
            self._words = []
        self._within = tag == "t"

    def end(self, tag: str) -> None:
        self._within = False
        if tag == "si":
            self.found.append("".join(self._words))

    def data(self, text: str) -> None:
        if self._within:
            self._words.append(text)


class _Sheet(_Stream):
    def __init__(self, strings: list[str], into: Gatherer, limits: Limits) -> None:
        super().__init__(limits)
        self._strings, self._into, self._rows_limit = strings, into, limits.rows
        self._rows = 0
        self._cells: list[str] = []
        self._type, self._value, self._within = "", "", False

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        if tag == "row":
            self._rows += 1
            if self._rows > self._rows_limit:
                raise _Stop
            self._cells = []
        elif tag == "c":
            self._type, self._value = attributes.get("t", ""), ""
        self._within = tag in ("v", "t")

    def data(self, text: str) -> None:
        if self._within:
            self._value += text

    def end(self, tag: str) -> None:
        self._within = False
        if tag == "c" and len(self._cells) < _COLUMNS:
            self._cells.append(self._said())
        elif tag == "row":
            self._into.row(self._cells)

    def _said(self) -> str:
        if self._type == "s":
            number = self._value.strip()
            known = re.fullmatch(r"\d{1,7}", number) and int(number) < len(self._strings)
            return self._strings[int(number)] if known else ""
        return self._value
