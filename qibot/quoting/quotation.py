"""The quoted letter at the end of a page, cut off where the mail program has marked it beyond doubt.

Each program has its own mark: Gmail, Apple Mail, Thunderbird and Proton put the letter into a blockquote, under an
attribution line or with one within; Outlook puts it under a block of From, Sent, To and Subject, without marking its
end; Yahoo into a container of its own. The page stays whole where nothing new stands above, where words stand behind or
between what is quoted, where something in the quotation wears a colour that our letters don't have, or where the sender
says that the answers stand below: words may never be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.etree import iterwalk

from qibot.expression import expression
from qibot.quoting.banner import is_banner
from qibot.quoting.colours import is_foreign
from qibot.quoting.headings import begins_with_heading
from qibot.quoting.reply import is_attribution

_BLOCKS = """
    address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr html legend li main nav ol p pre section table tbody td tfoot th thead tr ul
"""
_UNSEEN = "script style head title template svg math iframe noembed noframes xml"
BLOCKS, NEVER_SHOWN = frozenset(_BLOCKS.split()), frozenset(_UNSEEN.split())
_LOOKED_AT = 400  # beginnings and ends of elements in which a quotation's attribution or heading must stand
_CANDIDATES = 12
_STYLE = 500  # characters of a style that are looked at
TOP_LINE = expression(r"border-top\s*:\s*(?:solid|[\d.]+(?:pt|px)\s+solid)", re.IGNORECASE)
_COLOUR = expression(r"(?:^|;)\s*(background(?:-color)?|color)\s*:\s*([^;]{1,60})", re.IGNORECASE)
_ANSWERS_BELOW = expression(
    r"\b(?:below|beneath|in-?line|in line with your|interspersed|interleaved|between (?:the|your) lines|embedded"
    r"|in (?:red|blue|green|purple|orange|colou?r|bold|italics|capitals|caps)"
    r"|in (?:the text|your (?:text|mail|e-?mail|message))"
    r"|unten|im text|in (?:rot|blau|grün|deiner mail|ihrer mail)"
    r"|ci-dessous|plus bas|en (?:rouge|bleu|vert|rojo|azul|verde)"
    r"|dans (?:le texte|ton mail|votre mail)"
    r"|abajo|más abajo|hieronder|onderstaande|in het (?:rood|blauw)|sotto|di seguito"
    r"|in (?:rosso|blu)|abaixo|nedan|nedenfor|alla olevat|poniżej|isod)\b",
    re.IGNORECASE,
)  # fmt: skip


def beginning(body: Any) -> Any:
    """The element with which the trailing quotation begins: all from there to the page's end is quoted. None where no
    mail program's mark puts that beyond doubt."""
    for find in (_container, _heading, _cited):
        start = find(body)
        if start is not None:
            return None if any(_is_coloured(e) for node in _behind(start) for e in node.iter()) else start
    return None


def says_below(words: str) -> bool:
    """Whether the new words say that there are others among what is quoted."""
    return _ANSWERS_BELOW.search(words) is not None


def plain(node: Any, *, quoted: bool = True) -> str:
    """The words in a part of the tree, its blocks on lines of their own; without `quoted` those outside quotations."""
    pieces: list[str] = []
    _gather(node, pieces, quoted)
    return "".join(pieces)


def _gather(node: Any, pieces: list[str], quoted: bool) -> None:
    tag = node.tag
    if not isinstance(tag, str) or tag in NEVER_SHOWN or (not quoted and is_quote(node)):
        return
    line_break = "\n" if tag in BLOCKS else ""
    pieces += [line_break, " ".join((node.text or "").split("\n"))]
    for child in node:
        _gather(child, pieces, quoted)
        pieces.append(" ".join((child.tail or "").split("\n")))
    pieces.append(line_break)


# --- where the quotation begins ---


def _container(body: Any) -> Any:
    """Yahoo's container, if nothing stands behind it."""
    for node in body.iter("div"):
        if any(name.endswith("yahoo_quoted") for name in _classes(node)):
            return node if _is_signed(node) and not _loose_behind(node).strip() else None
    return None


def _heading(body: Any) -> Any:
    """Outlook's block of From, Sent, To and Subject: under a line on the desktop; named on the web and telephones."""
    for node in islice(filter(_may_be_heading, body.iter("div")), _CANDIDATES):
        if begins_with_heading(_first_lines(node)):
            return node
    return None


def _may_be_heading(node: Any) -> bool:
    if node.get("id") == "divRplyFwdMsg" or "ms-outlook-mobile-reference-message" in _classes(node):
        return True
    if node.get("name") == "quote":  # GMX, web.de, mail.com
        return True
    return TOP_LINE.search(node.get("style", "")[:_STYLE]) is not None


def _cited(body: Any) -> Any:
    """The attribution of the blockquotes at the end, or the first of these where it stands within it."""
    first = next(filter(is_quote, body.iter("blockquote")), None)
    if first is None or _loose_behind(first).strip():
        return None
    for start in _candidates(first, body):
        if is_attribution(plain(start, quoted=False) + _loose_behind(start)):
            return start
    return first if _is_signed(first) else None


def is_quote(node: Any) -> bool:
    """Whether it is a quotation, and no passage that the sender has moved in (Gmail has blockquotes for those too)."""
    return bool(node.tag == "blockquote" and (node.get("type") == "cite" or "border:none" not in node.get("style", "")))


def _is_signed(node: Any) -> bool:
    """Whether the first line, or the first two or three together, say whose letter follows."""
    lines = _first_lines(node)
    return any(is_attribution(" ".join(lines[:folded])) for folded in (1, 2, 3))


def _candidates(quote: Any, body: Any) -> Iterator[Any]:
    """What may be the attribution with all behind it: the elements before the quotation, and those around it."""
    node = quote
    for _ in range(_CANDIDATES):
        before = node.getprevious()
        while before is not None and not _has_words(before) and not (before.tail or "").strip():
            before = before.getprevious()
        if before is not None:
            if not (before.tail or "").strip():
                yield before
            return
        node = node.getparent()
        if node is None or node is body or node.tag in ("body", "html"):
            return
        yield node


# --- whether it may be cut ---


def _is_coloured(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.tag in ("ins", "del", "mark"):
        return True
    found = [("color", element.get("color", "")), ("background", element.get("bgcolor", ""))]
    found += _COLOUR.findall(element.get("style", "")[:_STYLE])
    if not any(is_foreign(v.replace("!important", ""), paper=name.lower() != "color") for name, v in found):
        return False
    linked = (
        element.tag == "a" or any(a.tag == "a" for a in element.iterancestors()) or element.find(".//a") is not None
    )
    return not linked and _has_words(element) and not is_banner(plain(_block(element)))


def _block(element: Any) -> Any:
    """The block that an element stands in, be it itself."""
    while element.tag not in BLOCKS and element.getparent() is not None:
        element = element.getparent()
    return element


def _behind(start: Any) -> Iterator[Any]:
    """The element and all that stand behind it, the topmost of each."""
    yield start
    node = start
    while node is not None:
        yield from node.itersiblings()
        node = node.getparent()


def _loose_behind(start: Any) -> str:
    """The words behind an element that stand in no blockquote."""
    pieces = [start.tail or ""]
    node = start
    while node is not None:
        for sibling in node.itersiblings():
            pieces += ["\n", plain(sibling, quoted=False), sibling.tail or ""]
        node = node.getparent()
        if node is not None:
            pieces.append(node.tail or "")
    return "".join(pieces)


def _first_lines(node: Any) -> list[str]:
    """The first lines that hold words, at most ten; only the beginning of a large quotation is looked at."""
    pieces = []
    for event, element in islice(iterwalk(node, events=("start", "end")), _LOOKED_AT):
        pieces.append("\n" if element.tag in BLOCKS else "")
        text = element.text if event == "start" else element.tail if element is not node else ""
        pieces.append(" ".join((text or "").split()) and f" {text} ".replace("\n", " "))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line][:10]


def _has_words(node: Any) -> bool:
    """Whether there is anything to be seen in it, a picture included."""
    if not isinstance(node.tag, str) or node.tag in NEVER_SHOWN:
        return False
    return any(text.strip() for text in node.itertext()) or next(node.iter("img"), None) is not None


def _classes(node: Any) -> list[str]:
    return str(node.get("class", ""))[:500].split()
