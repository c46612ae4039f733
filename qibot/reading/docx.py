"""Word documents, strict and transitional (ISO/IEC 29500): insertions are read, deletions not."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from qibot.expression import expression
from qibot.model import PassageKind, Writing
from qibot.reading.limits import Enough, Limits
from qibot.reading.markup import nearest, tree_of, walk
from qibot.reading.packed import Packed
from qibot.reading.pages import Gatherer, day_of

# Deleted and moved-away words, field codes, and the older twin of what stands in a Choice already.
_SKIPPED = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "pPr", "rPr", "sectPr"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_HEADING = expression(r"(?:heading|title|subtitle)", re.IGNORECASE)
_CONTENTS = expression(r"TOC ?\d", re.IGNORECASE)
_ANCHORED = 2000  # characters
_HEADING_WORDS = 8


def read_docx(data: bytes, limits: Limits) -> Writing:
    """A Word document's passages, comments and pictures. Raises Unreadable."""
    packed = Packed(data, limits)
    return _Document(packed, limits).read()


class _Document:
    def __init__(self, packed: Packed, limits: Limits) -> None:
        self._packed, self._limits = packed, limits
        self._into = Gatherer(limits)
        self._headings: frozenset[str] = frozenset()
        self._anchors: dict[str, str] = {}
        self._open: set[str] = set()

    def read(self) -> Writing:
        body = tree_of(self._packed.read("word/document.xml") or b"", self._limits)
        self._headings = self._styles()
        whole = True
        try:
            self._blocks(body)
            self._aside(r"word/(?:foot|end)notes\d*\.xml", "note", "a footnote")
            self._aside(r"word/(?:header|footer)\d*\.xml", "margin", "the page's margin")
        except Enough:
            whole = False
        self._comments()
        return self._into.done(whole=whole)

    def _aside(self, pattern: str, kind: PassageKind, place: str) -> None:
        for name in self._packed.matching(pattern):
            for paragraph in nearest(tree_of(self._packed.read(name), self._limits), "p", _SKIPPED):
                self._into.add(self._said(paragraph), kind, place)

    def _styles(self) -> frozenset[str]:
        found = set()
        if styles := self._packed.read("word/styles.xml"):
            for style in tree_of(styles, self._limits).iter("style"):
                name = style.find("name")
                outlined = style.find("pPr/outlineLvl") is not None
                if outlined or (name is not None and _HEADING.match(name.get("val", ""))):
                    found.add(style.get("styleId", ""))
        return frozenset(found)

    def _blocks(self, parent: Element) -> None:
        """Paragraphs and tables in their order, also those within content controls."""
        for block in parent:
            if block.tag == "p":
                self._paragraph(block)
            elif block.tag == "tbl":
                self._table(block)
            elif block.tag in ("commentRangeStart", "commentRangeEnd"):
                self._mark(block)
            elif block.tag not in _SKIPPED and not _is_contents(block):
                self._blocks(block)

    def _paragraph(self, paragraph: Element) -> None:
        boxes: list[Element] = []
        said = self._said(paragraph, boxes)
        style = paragraph.find("pPr/pStyle")
        named = style.get("val", "") if style is not None else ""
        if _CONTENTS.match(named):
            return
        heading = named in self._headings or _HEADING.match(named) or paragraph.find("pPr/outlineLvl") is not None
        listed = paragraph.find("pPr/numPr") is not None or "List" in named
        if heading or (not listed and _is_bold(paragraph, said)):
            self._into.add(said, "heading")
        else:
            self._into.add(said, "item" if listed else "paragraph")
        for box in boxes:
            self._blocks(box)

    def _said(self, paragraph: Element, boxes: list[Element] | None = None) -> str:
        """A paragraph's words; text boxes anchored in it are put aside, to be read after it."""
        words: list[str] = []
        for found in walk(paragraph, _SKIPPED if boxes is None else _SKIPPED | {"txbxContent"}):
            if found.tag == "t" and found.text:
                words.append(found.text)
                self._note_anchored(found.text)
            elif found.tag in _BREAKS:
                words.append(_BREAKS[found.tag])
            elif found.tag == "lastRenderedPageBreak":
                self._into.page = max(self._into.page, 1) + 1
            elif found.tag in ("commentRangeStart", "commentRangeEnd"):
                self._mark(found)
            elif boxes is not None:
                self._count(found, boxes)
        return "".join(words)

    def _count(self, found: Element, boxes: list[Element]) -> None:
        if found.tag == "chart":
            self._into.charts += 1
        elif found.tag in ("pic", "imagedata"):
            self._into.pictures += 1
        boxes.extend(child for child in found if child.tag == "txbxContent")

    def _mark(self, found: Element) -> None:
        key = found.get("id", "")
        if found.tag == "commentRangeStart":
            self._open.add(key)
        else:
            self._open.discard(key)

    def _note_anchored(self, text: str) -> None:
        for key in self._open:
            if len(self._anchors.get(key, "")) < _ANCHORED:
                self._anchors[key] = self._anchors.get(key, "") + text

    def _table(self, table: Element) -> None:
        self._into.begin_table()
        inner: list[Element] = []
        for row in nearest(table, "tr", _SKIPPED):
            if row.find("trPr/del") is None:
                cells = nearest(row, "tc", _SKIPPED)
                self._into.row([self._cell(cell, inner) for cell in cells])
        for block in inner:
            if block.tag == "tbl":
                self._table(block)
            else:
                self._blocks(block)

    def _cell(self, cell: Element, inner: list[Element]) -> str:
        """A cell's words; tables and text boxes within it are put aside, to be read after its table."""
        inner += nearest(cell, "tbl", _SKIPPED)
        return "\n".join(self._said(p, inner) for p in nearest(cell, "p", _SKIPPED | {"tbl"}))

    def _comments(self) -> None:
        if not (comments := self._packed.read("word/comments.xml")):
            return
        for comment in tree_of(comments, self._limits).iter("comment"):
            said = "\n".join(
                "".join(t.text or "" for t in walk(p, _SKIPPED) if t.tag == "t") for p in comment.iter("p")
            )
            on = self._anchors.get(comment.get("id", ""), "")
            self._into.remark(comment.get("author", ""), said, on, day_of(comment.get("date", "")))


def _is_contents(block: Element) -> bool:
    """Whether it holds the table of contents: its lines repeat headings, and would pass for what stands under them."""
    gallery = block.find("sdtPr/docPartObj/docPartGallery")
    return gallery is not None and gallery.get("val", "").lower().startswith("table of contents")


def _is_bold(paragraph: Element, said: str) -> bool:
    """Whether it is short and bold throughout: what people make headings with who don't use styles."""
    if not said or len(said.split()) > _HEADING_WORDS or said.rstrip().endswith((".", ";", ",")):
        return False
    runs = [
        r for r in walk(paragraph, _SKIPPED) if r.tag == "r" and any(t.text and t.text.strip() for t in r.iter("t"))
    ]
    return bool(runs) and all(_switched_on(r.find("rPr/b")) for r in runs)


def _switched_on(toggle: Element | None) -> bool:
    return toggle is not None and toggle.get("val", "1") not in ("0", "false", "off")
