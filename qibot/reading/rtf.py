"""Rich text (RTF 1.9.1): words, comments, footnotes and tables; deletions and whatever isn't words are passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from qibot.expression import expression
from qibot.model import PassageKind, Writing
from qibot.reading.limits import Enough, Limits, Unreadable
from qibot.reading.pages import Gatherer

_TOKEN = expression(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}]+)", re.DOTALL
)
_ASIDE = frozenset({  # destinations whose content isn't the document's words
    "fonttbl", "colortbl", "stylesheet", "info", "generator", "listtable", "listoverridetable", "rsidtbl", "themedata",
    "colorschememapping", "latentstyles", "datastore", "pict", "objdata", "fldinst", "xmlnstbl", "filetbl", "revtbl",
    "bkmkstart", "bkmkend", "sp", "nonshppict", "listtext", "pntext",
})  # fmt: skip
_VALUES = {"atrfstart": "start", "atrfend": "end", "atnref": "ref", "atndate": "date", "atnauthor": "author"}
_MARGIN = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
_DESTINATIONS = (
    _VALUES | {"annotation": "comment", "footnote": "note", "shptxt": "box"} | dict.fromkeys(_MARGIN, "margin")
)
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
_ESCAPED = {"~": "\u00a0", "_": "-", "-": ""}
_HEADING_WORDS = 8
_OPEN = 100  # comments that stand on the same words
_PLACES: dict[str, tuple[PassageKind, str]] = {
    "note": ("note", "a footnote"),
    "margin": ("margin", "the page's margin"),
    "box": ("paragraph", "a text box"),
}


@dataclass
class _Group:
    into: str = "body"  # body, aside, author, comment, note, margin
    skip: int = 1  # characters that stand for one \u in old programs
    deleted: bool = False
    bold: bool = False
    words: list[str] = field(default_factory=list)
    ref: str = ""
    date: str = ""


def read_rtf(data: bytes, limits: Limits) -> Writing:
    """A rich text's passages. Raises Unreadable."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("is damaged and can't be read")
    into = Gatherer(limits)
    try:
        _Document(into, limits).read(data)
    except Enough:
        return into.done(whole=False)
    return into.done()


class _Document:
    def __init__(self, into: Gatherer, limits: Limits) -> None:
        self._into, self._limits = into, limits
        self._groups = [_Group()]
        self._words: list[str] = []
        self._plain = self._listed = self._outlined = self._starred = False
        self._author = ""
        self._anchors: dict[str, list[str]] = {}
        self._open: set[str] = set()
        self._in_table = False
        self._row: list[str] = []
        self._cells = False
        self._skip = 0
        self._after: list[tuple[str, str]] = []

    def read(self, data: bytes) -> None:
        for tokens, found in enumerate(_TOKEN.finditer(data)):
            if tokens > self._limits.elements * 4:
                raise Enough
            self._token(found)
        self._paragraph()
        for said, where in self._after:
            self._into.add(said, *_PLACES[where])

    def _token(self, found: re.Match[bytes]) -> None:
        hexed, word, number, sign, brace, text = found.groups()
        if brace == b"{":
            if len(self._groups) > self._limits.depth:
                raise Unreadable("is too big or too deep to be read")
            top = self._groups[-1]
            self._groups.append(_Group(top.into, top.skip, top.deleted, top.bold, top.words))
        elif brace == b"}":
            self._close()
        elif word:
            self._word(word.decode(), int(number) if number else None)
        elif hexed:
            self._hear(bytes([int(hexed, 16)]).decode("cp1252", "replace"))
        elif sign:
            if sign == b"*":
                self._starred = True
            else:
                self._hear(_ESCAPED.get(said := sign.decode("latin-1"), said if said in "\\{}" else ""))
        elif text:
            self._hear(re.sub(rb"[\r\n]", b"", text).decode("cp1252", "replace"))

    def _close(self) -> None:
        if len(self._groups) == 1:
            return
        group = self._groups.pop()
        if group.words is self._groups[-1].words:
            return
        said = "".join(group.words)
        if group.into == "author":
            self._author = said
        elif group.into in ("start", "end"):
            self._mark(group.into, said.strip())
        elif group.into in ("ref", "date"):
            setattr(self._groups[-1], group.into, said.strip())
        elif group.into == "comment":
            on = "".join(self._anchors.pop(group.ref, []))
            self._into.remark(self._author, said, on, _day(group.date))
        elif group.into in ("note", "margin", "box") and (said, group.into) not in self._after:
            self._after.append((said, group.into))

    def _mark(self, which: str, key: str) -> None:
        if which == "end":
            self._open.discard(key)
        elif len(self._open) < _OPEN:
            self._open.add(key)
            self._anchors[key] = []

    def _word(self, word: str, number: int | None) -> None:
        group, starred, self._starred = self._groups[-1], self._starred, False
        if word in _DESTINATIONS and group.into != "aside":
            group.into, group.words = _DESTINATIONS[word], []
        elif word in _ASIDE or (starred and word != "shpinst"):
            if word == "pict" and group.into != "aside":
                self._into.pictures += 1
            group.into, group.words = "aside", []
        elif word in ("deleted", "b"):
            setattr(group, "deleted" if word == "deleted" else "bold", number != 0)
        elif word == "uc":
            group.skip = min(max(number or 0, 0), 10)
        elif word == "u" and number is not None:
            self._hear(_character(number))
            self._skip = group.skip
        elif word in _SIGNS:
            self._hear(_SIGNS[word])
        else:
            self._layout(word)

    def _layout(self, word: str) -> None:
        group = self._groups[-1]
        if group.into == "aside":
            return
        if word == "plain":
            group.deleted = group.bold = False
        elif word in ("par", "sect", "page"):
            if group.into == "body":
                self._paragraph()
            else:
                group.words.append("\n")
        elif word == "pard":
            self._listed = self._outlined = self._cells = False
        elif word in ("ls", "pnlvlblt"):
            self._listed = True
        elif word == "outlinelevel":
            self._outlined = True
        elif word == "intbl":
            self._cells = True
        elif word == "cell":
            self._row.append("".join(self._words))
            self._words = []
        elif word == "row":
            if not self._in_table:
                self._into.begin_table()
            self._into.row(self._row)
            self._row, self._in_table = [], True

    def _hear(self, text: str) -> None:
        group = self._groups[-1]
        if self._skip and text:
            taken = min(self._skip, len(text))
            self._skip, text = self._skip - taken, text[taken:]
        if not text or group.deleted or group.into == "aside":
            return
        if group.into != "body":
            group.words.append(text)
            return
        self._words.append(text)
        for key in self._open:
            self._anchors[key].append(text)
        self._plain = self._plain or (bool(text.strip()) and not group.bold)

    def _paragraph(self) -> None:
        said = "".join(self._words)
        if self._cells:
            self._words.append("\n")
            return
        short = 0 < len(said.split()) <= _HEADING_WORDS and not said.rstrip().endswith((".", ";", ","))
        heading = self._outlined or (short and not self._plain and not self._listed)
        self._in_table = self._in_table and not said.strip()
        self._into.add(said, "heading" if heading else "item" if self._listed else "paragraph")
        self._words, self._plain = [], False


def _character(number: int) -> str:
    code = number % 65536
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


def _day(minutes: str) -> date | None:
    """The day of a DTTM, the packed moment of Word (RTF 1.9.1, “Date and time”)."""
    if not re.fullmatch(r"-?\d{1,10}", minutes):
        return None
    packed = int(minutes)
    try:
        return date(1900 + (packed >> 20 & 0x1FF), packed >> 16 & 0xF, packed >> 11 & 0x1F)
    except ValueError:
        return None
