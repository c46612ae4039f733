"""PDF, by pypdf: the words of each page, and the comments that reviewers have put on it."""

from __future__ import annotations

import io
from typing import Any

from qibot.expression import expression
from qibot.model import Writing
from qibot.reading.limits import Enough, Limits, Unreadable
from qibot.reading.pages import Gatherer, day_of
from qibot.reading.plain import read_plain

_COMMENTS = ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly")
_PDF_DAY = expression(r"D:(\d{4})(\d{2})(\d{2})")
_DATED = expression(r"(?:, \d[\d/.]*)?,? *$")  # LibreOffice writes the day behind the name
_ANNOTATIONS = 500  # a page


def read_pdf(data: bytes, limits: Limits) -> Writing:
    """A PDF's passages, page by page. Raises Unreadable."""
    from pypdf import PdfReader  # the other formats don't pay for its loading

    into = Gatherer(limits)
    whole = True
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("is locked with a password")
        for number, page in enumerate(reader.pages, 1):
            if number > limits.pages:
                whole = False
                break
            into.page = number
            _page(page, into, limits)
    except Enough:
        whole = False
    except Unreadable:
        raise
    except MemoryError:
        raise
    except Exception as e:  # pypdf raises whatever its parts do
        if not into.done().passages:
            raise Unreadable("is damaged and can't be read") from e
        whole = False
    return into.done(whole=whole)


def _page(page: Any, into: Gatherer, limits: Limits) -> None:
    for passage in read_plain(page.extract_text(), limits).passages:
        into.add(passage.text, passage.kind)
    into.pictures += _pictures(page)
    for note in list(page.get("/Annots") or [])[:_ANNOTATIONS]:
        found = note.get_object()
        if found.get("/Subtype") in _COMMENTS and (said := str(found.get("/Contents") or "")):
            day = _PDF_DAY.match(str(found.get("/CreationDate") or found.get("/M") or ""))
            on = day_of("-".join(day.groups())) if day else None
            author = _DATED.sub("", str(found.get("/T") or ""))
            into.remark(author, said, f"page {into.page}", on)


def _pictures(page: Any) -> int:
    resources: Any = page.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources else None
    if not drawn:
        return 0
    return sum(1 for x in list(drawn.get_object().values())[:100] if x.get_object().get("/Subtype") == "/Image")
