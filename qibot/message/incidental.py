"""Files that come with a mail though nobody has sent them on purpose: signatures, cards, logos, disclaimers.

| what | how it is known |
|---|---|
| signatures and keys, cards | by the ending, whatever type a server says it has |
| disclaimers, footers | a small text or picture that is called so |
| logos, pictures of a signature | small, and named as mail programs name what they take out of a page |
| what Exchange and Notes give a number | small, and named so |

They go on with the mail and make no report and no feedback of it. A telephone's photograph is named otherwise
(`IMG_0412.jpg`, `image0.jpeg`), and a picture that comes alone, without a word, is what was to be sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qibot.expression import expression
from qibot.model import Document

SMALL = 64 * 1024  # bytes of a logo at most: a page that is photographed has several times as many
TINY = 1024  # … of a nameless file: anything that people write has more
_SIGNED = expression(r".+\.(?:p7s|vcf|vcard|asc|sig)|(?:signature|public[ _-]?key)\.(?:pgp|gpg|key|txt)", re.IGNORECASE)
_SMALL_PRINT = expression(
    r"(?:[\w -]{0,40}[ _-])?(?:disclaimer|legal[ _-]?notice|confidentiality(?:[ _-]?(?:notice|statement))?"
    r"|(?:e-?mail|mail)[ _-]?(?:footer|signature|banner)|footer|signature)[\d_ ()-]{0,8}\.(?:txt|html?|rtf)",
    re.IGNORECASE,
)
_PICTURE = r"\.(?:png|jpe?g|jfif|gif|bmp|svg|wmz|emz|emf|wmf)"
_LOGO = expression(
    r"(?:image\d{3}|outlook-[\w -]{1,40}|(?:[\w ()&.-]{0,60}[^a-z])?logos?(?:[^a-z][\w ()&.-]{0,60})?"
    r"|pic\d{5}|graycol|ecblank|pixel|spacer|blank|banner|(?:e-?mail|mail)?[ _-]?(?:footer|signature|disclaimer)"
    r"[\d_ -]{0,4}|(?:facebook|twitter|linkedin|instagram|youtube)(?:[ _-][\w -]{0,30})?|~wrd\d{3,4}"
    rf"|att\d{{3,8}}(?:-\d{{1,3}})?){_PICTURE}|oledata\.mso",
    re.IGNORECASE,
)
_NAMELESS = expression(r"att\d{3,8}(?:-\d{1,3})?(?:\.(?:bin|dat|txt|html?|c))?", re.IGNORECASE)


def beside_words(documents: Iterable[Document], *, words: bool) -> list[Document]:
    """The documents, of which those that nobody has sent on purpose are marked as belonging to the words. Where there
    are none, and no other document, they are what was sent."""
    found = [replace(d, inline=d.inline or is_signature(d.name)) for d in documents]
    if not words and all(d.inline or _is_ornament(d) for d in found):
        return found
    return [replace(d, inline=d.inline or _is_ornament(d)) for d in found]


def is_signature(name: str) -> bool:
    """Whether a file is a signature, a key or a card: no document, whatever else there is."""
    return _SIGNED.fullmatch(name) is not None


def _is_ornament(document: Document) -> bool:
    name, size = document.name, document.size
    if size <= SMALL and (_LOGO.fullmatch(name) or _SMALL_PRINT.fullmatch(name)):
        return True
    return size <= TINY and _NAMELESS.fullmatch(name) is not None
