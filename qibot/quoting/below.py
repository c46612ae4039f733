"""An answer that stands below the letter with which a text or a page begins, as Thunderbird, mutt and others put it.

Told only where every line of that letter is marked with >: where a line of it stands below a line of the answer, that
is between the lines.
"""

from __future__ import annotations

from typing import Any

from lxml.etree import SubElement, tostring

from qibot.quoting.banner import without_banner
from qibot.quoting.quotation import is_quote
from qibot.quoting.reply import FOLDS, attribution_length

SHORTEST_FOLDED = 56  # characters of a line behind which the next may be its rest


def answer_below(text: str) -> tuple[str, str] | None:
    """The answer, with what an organisation has put above all, and the letter above it with its heading; None where
    the text doesn't begin with a letter, or it can't be told where that ends."""
    lines = text.split("\n")
    marked = next((n for n, line in enumerate(lines) if line.startswith(">")), len(lines))
    near = range(max(0, marked - FOLDS - 1), marked)
    begins = next((n for n in near if attribution_length(lines[n : n + FOLDS])), marked)
    if begins == len(lines) or _says_anything("\n".join(lines[:begins])):
        return None
    ends = _end(lines, begins)
    if ends is None or not "".join(lines[ends:]).strip():
        return None
    answer = "\n".join(lines[ends:]).strip("\n")
    banner = "\n".join(lines[:begins]).strip("\n")
    return (f"{banner}\n\n{answer}" if banner.strip() else answer), "\n".join(lines[begins:ends]).strip("\n")


def answer_first(body: Any) -> str | None:
    """The page whose body this is, with what stands behind its quotations put before them; None where none is marked
    as a quotation."""
    quotes = [q for q in body.iter("blockquote") if is_quote(q)]
    if not quotes:
        return None
    node = quotes[0]
    moved: list[Any] = []
    while node is not body and node.getparent() is not None:
        parent, behind = node.getparent(), list(node.itersiblings())
        if node.tail and node.tail.strip():
            loose = SubElement(parent, "div")
            loose.text, node.tail = node.tail, None
            moved.append(loose)
        moved += behind
        node = parent
    for place, element in enumerate(moved):
        body.insert(place, element)
    if body.text and body.text.strip():  # words before all else stay before the quotation
        loose = SubElement(body, "div")
        loose.text, body.text = body.text, None
        body.insert(len(moved), loose)
    return str(tostring(body, encoding="unicode", method="html"))


def _says_anything(above: str) -> bool:
    return bool(above.strip()) and without_banner(f"{above}\n\n|").strip() != "|"


def _end(lines: list[str], begins: int) -> int | None:
    first = begins + attribution_length(lines[begins : begins + FOLDS])
    marked = [n for n in range(first, len(lines)) if lines[n].startswith(">")]
    if not marked:
        return None
    ends = marked[-1] + 1
    if any(lines[n].strip() and not lines[n].startswith(">") for n in range(first, ends)):
        return None
    folded = ends < len(lines) and lines[ends].strip() and len(lines[ends - 1]) >= SHORTEST_FOLDED
    return None if folded else ends  # a line right below a long one may be its rest
