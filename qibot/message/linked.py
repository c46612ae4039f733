"""A page's own part as text, with the addresses to which its words lead written behind them, as Outlook writes them in
the plain text beside a page. To recognise what is sent, never to pass it on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from qibot.expression import expression
from qibot.message.pages import body_of
from qibot.message.plaintext import laid_out
from qibot.quoting import above_and_top, beginning_of_quotation, is_signed, new_text, without_links

MOST, LONGEST = 50, 3000  # links of a page that are wanted, and characters of one
ASKED = 2000  # links of a page that are looked at
_UNWRITTEN = expression(r"[\s<>\"']")
_NAMED = expression(
    r"\.(?:docx?|docm|pdf|xlsx?|pptx?|odt|rtf|pages|txt)\b|^\s*(?:(?:my|the|qi|monthly|revised|progress) ){0,2}report"
    r"(?: ?(?:no\.? ?)?\d{1,2})?\s*$",
    re.IGNORECASE,
)
_SIGNATURES = frozenset({"gmail_signature", "moz-signature", "ms-outlook-mobile-signature", "applemailsignature"})


def with_addresses(page: str, wanted: Callable[[str], bool], *, forward: bool = False) -> str:
    """The sender's own part of a page with these addresses in it; all of a letter that is passed on. Empty where the
    page can't be read."""
    try:
        body = body_of(page)
        if body is None:
            return ""
        if not forward:
            _without_quotations(body)
        _write_out(body, wanted)
        text = without_links(laid_out(body)).strip("\n")
        return text if forward else above_and_top(new_text(text))[0]
    except Exception:  # lxml, or RecursionError: whatever it is, the text is there
        return ""


def _write_out(body: Any, wanted: Callable[[str], bool]) -> None:
    found = 0
    for link in list(body.iter("a"))[:ASKED]:
        target = link.get("href", "").strip()
        if found == MOST:
            return
        if len(target) > LONGEST or not target.lower().startswith(("http://", "https://")):
            continue
        if is_signed(target) or not wanted(target) or not _says_something(link) or _is_below(link):
            continue
        address = _UNWRITTEN.sub(lambda sign: quote(sign[0], safe=""), target)
        link.tail = f" <{address}> {link.tail or ''}"
        found += 1


def _without_quotations(body: Any) -> None:
    """Take out the letter that is quoted at the end, and all that its program has marked as quoted."""
    node = beginning_of_quotation(body)
    if node is not None and node is not body:
        for quoted in [node, *_behind(node, body)]:
            quoted.tail = None
            _remove(quoted)
    for quotation in list(body.iter("blockquote")):
        if quotation.get("type") == "cite" or "gmail_quote" in quotation.get("class", "")[:500].split():
            _remove(quotation)


def _behind(node: Any, body: Any) -> list[Any]:
    """All that stand behind a node, the topmost of each."""
    found = []
    while node is not None and node is not body:
        found += list(node.itersiblings())
        node = node.getparent()
        if node is not None and node is not body:
            node.tail = None
    return found


def _remove(node: Any) -> None:
    """Take a node out; what stands behind it in its parent stays."""
    parent, before, tail = node.getparent(), node.getprevious(), node.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = f"{before.tail or ''} {tail}"
    else:
        parent.text = f"{parent.text or ''} {tail}"
    parent.remove(node)


def _says_something(link: Any) -> bool:
    """Whether there are words to click, or a picture that is called like a document: no logo, no tracking. The parser
    ends a link before a table that it holds (Apple Mail's previews)."""
    shown, behind = [link], link.getnext()
    if not (len(link) or link.text or (link.tail or "").strip()) and behind is not None and behind.tag == "table":
        shown.append(behind)
    if any(text.strip() for node in shown for text in node.itertext()):
        return True
    return any(_NAMED.search(f"{p.get('alt', '')} {p.get('title', '')}"[:1000]) for p in link.iter("img"))


def _is_below(link: Any) -> bool:
    """Whether it stands in what a mail program puts below every mail."""
    for node in link.iterancestors():
        names = {*node.get("class", "")[:500].lower().split(), node.get("id", "")[:500].lower()}
        if "signature" in names or not _SIGNATURES.isdisjoint(names):
            return True
    return False
