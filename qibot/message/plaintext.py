"""A message's HTML -> its words as plain text, laid out by lines: for messages that have no plain text of their own.

Every word is there, however deep it stands or how broken the page is. Blocks begin lines, paragraphs are set apart by
an empty one, list items bear their mark, a row's cells stand side by side. No styles but what sets paragraphs apart:
a small page could be made to grow by them. The tree is only marked here, and written out by lxml, which is fast.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Any

from lxml.etree import iterwalk, strip_elements, tostring

from qibot.expression import expression
from qibot.message.markup import is_tight
from qibot.message.pages import tree
from qibot.quoting import BLOCKS, NEVER_SHOWN

_LINE, _PARAGRAPH, _BREAK, _CELL, _BLANK = "\u2028", "\u2029", "\ufdd0", "\ufdd1", "\ufdd2"  # no page shows these
_CELLS = ("td", "th")
_APART = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
_LINES = BLOCKS - {"br", "p", *_CELLS, *_APART}
_RUN = expression(f"[{_LINE}{_PARAGRAPH}{_BREAK}][ {_LINE}{_PARAGRAPH}{_BREAK}{_CELL}]*")
_TAG = expression(r"<[^<>]*>")
_REMEMBERED = 20  # marks in a run; pages are full of a few short ones
_START = expression(r"\d{1,4}")


def plain_text(page: str) -> str:
    """The page's words; stripped of its tags alone where it is too broken to be read. Raises nothing for any page."""
    try:
        root = tree(page)
        return "" if root is None else laid_out(root)
    except Exception:  # whatever lxml raises, the words count
        return html.unescape(_TAG.sub("\n", page))


def laid_out(root: Any) -> str:
    """The words of a tree, which is marked and so used up. Raises lxml's errors."""
    strip_elements(root, *NEVER_SHOWN, with_tail=False)
    _keep_spaces(root)
    _mark(root)
    text = _closed_up(tostring(root, method="text", encoding="unicode"), "\t\r\n\f")
    text = _closed_up(_RUN.sub(_line_breaks, text), "\u00a0")  # which may have been all that a line held
    return text.replace(_CELL, "  ").replace(_BLANK, " ").strip("\n")


def _closed_up(text: str, blanks: str) -> str:
    """The text with one space where there are several, or any of these blanks."""
    for blank in blanks:
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _keep_spaces(root: Any) -> None:
    """Where a page is laid out by its blanks and line breaks, they are kept."""
    if root.find(".//pre") is None:
        return
    depth = 0
    for event, outer in iterwalk(root, events=("start", "end"), tag="pre"):
        if event == "start" and depth == 0:
            for node in outer.iter():
                node.text = _kept(node.text)
                if node is not outer:
                    node.tail = _kept(node.tail)
        depth += 1 if event == "start" else -1


def _kept(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\n", _BREAK).replace(" ", _BLANK)


def _mark(root: Any) -> None:
    for node in root.iter("br"):
        node.tail = _BREAK + (node.tail or "")
    for cell in root.iter(*_CELLS):
        alone = len(cell) == 1 and not (cell.text or "").strip() and not (cell[0].tail or "").strip()
        if alone and cell[0].tag in ("p", "div"):
            cell[0].tag = "span"  # Word's cells hold a paragraph each, which is no reason to break the row
        if cell.getprevious() is not None:
            cell.text = _CELL + (cell.text or "")
    for items in root.iter("ol"):
        first = int(start) if _START.fullmatch(start := items.get("start", "")) else 1
        for number, item in enumerate(items.iterchildren("li"), first):
            item.text = f"{number}. {item.text or ''}"
    for items in root.iter("ul"):
        for item in items.iterchildren("li"):
            item.text = f"* {item.text or ''}"
    for node in root.iter("p"):  # most of what a page holds, so they are asked nothing else
        _set_apart(node, _LINE if is_tight(node) else _PARAGRAPH)
    for node in root.iter(*_APART):
        _set_apart(node, _PARAGRAPH)
    for node in root.iter(*_LINES):
        _set_apart(node, _LINE)


def _set_apart(node: Any, mark: str) -> None:
    text, tail = node.text, node.tail
    node.text = mark + text if text else mark
    node.tail = mark + tail if tail else mark


def _line_breaks(run: re.Match[str]) -> str:
    """The line breaks that a run of marks comes to."""
    return _breaks(run[0]) if len(run[0]) <= _REMEMBERED else _breaks.__wrapped__(run[0])


@lru_cache(1000)
def _breaks(run: str) -> str:
    """The same for the run's text: a break at a block's end is the block's own."""
    marks = run.replace(" ", "").replace(_CELL, "")
    breaks, blocks = marks.count(_BREAK), len(marks.strip(_BREAK)) > 0
    count = breaks + blocks - (blocks and marks[0] == _BREAK)
    return "\n" * max(count, 2 if _PARAGRAPH in marks else 1)
