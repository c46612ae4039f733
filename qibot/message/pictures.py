"""Pictures that a page shows and that are what was to be sent: a photographed page, a chart that was pasted.

A telephone puts a photograph into the page just as an office puts its banner there. What is told apart:

| it is no such thing | by |
|---|---|
| a logo, an icon | its size, or what it is called |
| part of a signature | a closing, a rule or the writer's name above it |
| part of the letter that is answered | a quotation above it |
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from qibot.expression import expression
from qibot.message import mime
from qibot.message.incidental import SMALL
from qibot.message.plaintext import plain_text
from qibot.model import Document
from qibot.quoting import above_and_top, is_signed_off

_MOST = 5  # pictures that are looked for in a page
_PAGE_LIMIT = 256 * 1024  # characters of a page above a picture
_CALLED = expression(r"logo|banner|footer|signature|header|disclaimer|campaign|icon", re.IGNORECASE)
_CLOSES = expression(
    r"\W*(?:(?:kind(?:est)?|best|warm(?:est)?|many|with)(?: \w+){0,2}|regards|wishes|yours(?: \w+)?|sincerely|cheers"
    r"|(?:many )?thanks(?: \w+){0,2}|thank you(?: \w+){0,3}|slàinte|le meas)\W*|--",
    re.IGNORECASE,
)
_PLACE = expression(r"\[(?:cid|image|picture)\b[^\[\]\n]{0,200}\]|<?cid:[^\s<>]{1,200}>?")


def shown_in(
    page: str, parts: Iterable[mime.Part], documents: dict[int, Document], writer: str
) -> tuple[Document, ...]:
    """The pictures of some size that stand among what `writer` says themselves, in the page's order."""
    shown = unquote(page) if "cid:" in page else ""
    found: list[tuple[int, Document]] = []
    for part in parts:
        document, name = documents.get(part.start), str(part.header.get("Content-ID", "")).strip().strip("<>")
        if document is None or not name or not _is_picture(document) or len(found) >= _MOST:
            continue
        at = shown.find(f"cid:{name}")
        if 0 <= at <= _PAGE_LIMIT and _is_own(plain_text(shown[: shown.rfind("<", 0, at) + 1].rstrip("<")), writer):
            found.append((at, document))
    return tuple(document for _, document in sorted(found, key=lambda one: one[0]))


def without_places(text: str) -> str:
    """The text without what a mail program writes where a picture stands."""
    return _PLACE.sub("", text)


def _is_picture(document: Document) -> bool:
    large = document.inline and document.content_type.startswith("image/") and document.size > SMALL
    return large and _CALLED.search(document.name) is None


def _is_own(above: str, writer: str) -> bool:
    """Whether what stands above a picture is neither a letter that is answered nor the end of what is said."""
    if above_and_top(above)[0].strip() != above.strip():
        return False
    lines = [line.strip() for line in above.split("\n") if line.strip()]
    names = {writer.casefold(), writer.casefold().split(" ")[0]}
    return not any(
        _CLOSES.fullmatch(line) or is_signed_off(line) or line.casefold().strip(" .,-") in names for line in lines[1:]
    ) and not any(line == "--" for line in lines)
