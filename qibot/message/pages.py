"""A message's own HTML -> HTML that may stand in our letters: its formatting, and nothing that acts, loads or hides.

The page is read by lxml, written anew in a small vocabulary (text, lists, tables, eight colours), and what comes out is
cleaned by nh3, which has the last word on tags, attributes and balance. So no page can reach out of its place in a
letter. Where anything is in doubt (too large, too deep, words missing that the text has) there is no page, and the
letter shows the text.
"""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass
from typing import Any

import nh3
from lxml.etree import ErrorTypes, HTMLParser, XPath, fromstring

from qibot.expression import expression
from qibot.message.markup import ATTRIBUTES, STYLES, TAGS, Written, written
from qibot.quoting import BLOCKS, answer_first, beginning, beginning_of_quotation, says_below, words

LIMIT = 1024 * 1024  # characters of HTML that are looked at
ELEMENTS_LIMIT = 20_000
DEEPEST = 200
WRITTEN_LIMIT = 512 * 1024  # characters of HTML that a letter may hold
_BLANKED = bytes(0x20 if code < 0x20 and code not in b"\t\n\f\r" else code for code in range(256))  # no controls
_XML = expression(rb"^\s*<\?xml[^>]*>")
_ENDS = expression(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])\s{0,9}>")
_TAG = expression(r"</?([a-z0-9]+)[^<>]*>")
_elements = XPath("count(//*)")
_too_deep = XPath("boolean(/" + "*/" * DEEPEST + "*)")
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    filter_style_properties=set(STYLES),
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel="noopener noreferrer nofollow",
)


@dataclass(frozen=True, slots=True)
class Read:
    """What a message says: its whole page and the page without the quoted letter (empty where there is no safe one),
    and the new text that says the same as the latter."""

    page: str
    new_page: str
    new_text: str


def read(raw: str, text: str, new_text: str, *, forward: bool = False) -> Read:
    """The safe pages of a message, given its HTML, its text and that text without its trailing quotation.

    Page and text are cut alike or not at all: where they disagree on what is new, both stay whole. A `forward` is never
    cut. Never raises for what a page holds.
    """
    try:
        return _read(raw, text, new_text, forward)
    except Exception:  # lxml, or RecursionError: whatever it is, the text is there
        return Read("", "", new_text)


def tree(page: str) -> Any:
    """A page as a tree, or None where it says nothing. Raises lxml's errors, or ValueError, where not all can be read.

    lxml stops at the end of the body, though people and servers write behind it, and drops what lies too deep.
    """
    bare = _ENDS.sub(b"\n", _XML.sub(b"", page.encode().translate(_BLANKED, b"\0")))
    if not bare.strip():
        return None
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = fromstring(bare, parser)
    if parser.error_log.filter_types(ErrorTypes.ERR_RESOURCE_LIMIT):
        raise ValueError("the page is too deep")
    return root


def with_answer_first(raw: str) -> str:
    """A page with what stands behind its quotations put before them; as it is where that can't be told."""
    try:
        body = body_of(raw) if raw else None
        return raw if body is None else answer_first(body) or raw
    except Exception:  # as in reading it
        return raw


def as_page(text: str) -> str:
    """A plain text as HTML that keeps its lines, to stand between a message's pages."""
    return f'<div style="white-space:pre-wrap">{html.escape(text)}</div>'


def _read(raw: str, text: str, new_text: str, forward: bool) -> Read:
    body = body_of(raw)
    if body is None:
        return Read("", "", new_text)
    start = None if forward else beginning_of_quotation(body)
    own = written(body, start)
    page, said = _cleaned(own)
    if not page or Counter(words(text)) - Counter(words(said)) - Counter(words(own.unseen_text)):
        return Read("", "", new_text)
    before = own.before
    above, new_said = _cleaned(before)
    new = words(new_said)
    if not new or says_below(new_said):
        return Read(page, page, text)
    agreed = beginning(text, new, Counter(words(before.unseen_text)))
    if agreed is None or (new_text != text and Counter(words(new_text)) != Counter(words(agreed))):
        return Read(page, page, text)
    return Read(page, above, agreed)


def body_of(page: str) -> Any:
    """The page's body, or None where there is none or it is beyond the limits."""
    root = tree(page) if len(page) <= LIMIT else None
    if root is None or _elements(root) > ELEMENTS_LIMIT or _too_deep(root):
        return None
    body = root.find("body")
    return root if body is None else body


def _cleaned(own: Written) -> tuple[str, str]:
    """What was written as safe HTML, and the words that are to be seen in it; both empty where it is too long."""
    made = own.html
    page = _CLEANER.clean(made).strip(" \n") if len(made) <= WRITTEN_LIMIT else ""
    return page, html.unescape(_TAG.sub(lambda tag: "\n" if tag[1] in BLOCKS else "", page))
