"""OpenDocument texts (ISO/IEC 26300): content.xml, and the margins of styles.xml; deletions lie apart."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from qibot.model import Writing
from qibot.reading.limits import Enough, Limits, Unreadable
from qibot.reading.markup import nearest, tree_of
from qibot.reading.packed import Packed
from qibot.reading.pages import Gatherer, day_of

_APART = frozenset(
    {"tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms", "table-of-content"}
)
_LONGEST_HEADING = 8  # words
_SPACES = 50


def read_odt(data: bytes, limits: Limits) -> Writing:
    """A text's passages, comments and pictures. Raises Unreadable."""
    packed = Packed(data, limits)
    if b"encryption-data" in packed.read("META-INF/manifest.xml"):
        raise Unreadable("is locked with a password")
    return _Document(packed, limits).read()


class _Document:
    def __init__(self, packed: Packed, limits: Limits) -> None:
        self._packed, self._limits = packed, limits
        self._into = Gatherer(limits)
        self._notes: list[tuple[str, Element]] = []
        self._open: dict[str, list[str]] = {}  # comments whose words aren't at their end yet
        self._comments: list[tuple[Element, list[str]]] = []
        self._ended: frozenset[str] = frozenset()  # comments that stand on words, not on a point
        self._bold: frozenset[str] = frozenset()
        self._charts = {
            name.partition("/")[0] for name in packed.names if re.fullmatch(r"Object \d+/content.xml", name)
        }

    def read(self) -> Writing:
        root = tree_of(self._packed.read("content.xml"), self._limits)
        self._bold = frozenset(
            s.get("name", "") for s in root.iter("style") if (p := s.find("text-properties")) is not None
            and p.get("font-weight") == "bold"
        )  # fmt: skip
        self._ended = frozenset(a.get("name", "") for a in root.iter("annotation-end"))
        whole = True
        try:
            for body in root.iter("text"):
                self._blocks(body, listed=False)
                break
            for _, note in self._notes:
                for paragraph in nearest(note, "p"):
                    self._into.add(self._said(paragraph, []), "note", "a footnote")
            if styles := self._packed.read("styles.xml"):
                self._margins(tree_of(styles, self._limits))
        except Enough:
            whole = False
        for comment, on in self._comments:
            said = "\n".join(self._said(p, []) for p in comment if p.tag in ("p", "list"))
            author, moment = comment.findtext("creator") or "", comment.findtext("date") or ""
            self._into.remark(author, said, "".join(on), day_of(moment))
        return self._into.done(whole=whole)

    def _margins(self, styles: Element) -> None:
        for margin in styles.iter():
            if margin.tag in ("header", "footer"):
                for paragraph in nearest(margin, "p"):
                    self._into.add(self._said(paragraph, []), "margin", "the page's margin")

    def _blocks(self, parent: Element, *, listed: bool) -> None:
        for block in parent:
            if block.tag == "h":
                self._paragraph(block, "heading")
            elif block.tag == "p":
                self._paragraph(block, "item" if listed else "paragraph")
            elif block.tag == "table":
                self._table(block)
            elif block.tag not in _APART:
                self._blocks(block, listed=listed or block.tag == "list")

    def _paragraph(self, block: Element, kind: str) -> None:
        inner: list[Element] = []
        said = self._said(block, inner)
        short = 0 < len(said.split()) <= _LONGEST_HEADING and not said.rstrip().endswith((".", ";", ","))
        if kind == "heading" or (kind == "paragraph" and short and self._is_bold(block)):
            self._into.add(said, "heading")
        else:
            self._into.add(said, "item" if kind == "item" else "paragraph")
        for box in inner:
            self._blocks(box, listed=False)

    def _is_bold(self, block: Element) -> bool:
        if block.get("style-name", "") in self._bold:
            return True
        spans = [s for s in block if s.tag == "span"]
        return bool(spans) and not (block.text or "").strip() and all(
            s.get("style-name", "") in self._bold and not (s.tail or "").strip() for s in spans
        )  # fmt: skip

    def _said(self, block: Element, inner: list[Element]) -> str:
        """A paragraph's words; text boxes in it are put aside, notes and comments noted."""
        words: list[str] = []
        waiting: list[Element | str] = [block]
        while waiting:
            found = waiting.pop()
            if isinstance(found, str):
                self._hear(found, words)
                continue
            if self._goes_in(found, inner, words):
                for child in reversed(found):
                    waiting += [child.tail, child] if child.tail else [child]
                if found.text:
                    waiting.append(found.text)
        return "".join(words)

    def _hear(self, text: str, words: list[str]) -> None:
        words.append(text)
        for on in self._open.values():
            on.append(text)

    def _goes_in(self, found: Element, inner: list[Element], words: list[str]) -> bool:
        """Whether what is in the element are words of this paragraph."""
        if found.tag in ("s", "tab", "line-break"):
            count = found.get("c", "1")
            blanks = min(int(count), _SPACES) if count.isascii() and count.isdigit() else 1
            self._hear("\n" if found.tag == "line-break" else " " * blanks, words)
        elif found.tag == "soft-page-break":
            self._into.page = max(self._into.page, 1) + 1
        elif found.tag == "annotation":
            on: list[str] = []
            self._comments.append((found, on))
            if found.get("name") in self._ended:
                self._open[found.get("name", "")] = on
        elif found.tag == "annotation-end":
            self._open.pop(found.get("name", ""), None)
        elif found.tag == "note":
            self._notes.append((found.get("id", ""), found))
        elif found.tag == "text-box":
            inner.append(found)
        elif found.tag == "object":
            chart = found.get("href", "").removeprefix("./") in self._charts
            self._into.charts += chart
        elif found.tag == "image":
            self._into.pictures += "ObjectReplacements" not in found.get("href", "")
        else:
            return True
        return False

    def _table(self, table: Element) -> None:
        self._into.begin_table()
        inner: list[Element] = []
        for row in nearest(table, "table-row"):
            cells = nearest(row, "table-cell")
            self._into.row([self._cell(cell, inner) for cell in cells])
        for block in inner:
            if block.tag == "table":
                self._table(block)
            else:
                self._blocks(block, listed=False)

    def _cell(self, cell: Element, inner: list[Element]) -> str:
        inner += nearest(cell, "table")
        return "\n".join(self._said(p, inner) for p in nearest(cell, "p", _APART | {"annotation", "table"}))
