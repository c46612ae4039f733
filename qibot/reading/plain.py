"""Plain text: a mail's own words, a .txt; lines that belong together made one passage."""

from __future__ import annotations

from qibot.expression import expression
from qibot.model import PassageKind, Writing
from qibot.reading.limits import Enough, Limits
from qibot.reading.pages import Gatherer

_ITEM = expression(r"^\s*(?:[-*•·–—o▪◦\ue000-\uf8ff]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_HEADED = expression(r"^[A-Z][\w /&'’()-]{1,50}[:?]?$")
_LABELLED = expression(
    r"^[A-Z][\w /'’-]{2,30}: \S|"
    # What heads a part of a report, as people write it who don't set capitals.
    r"^(?:aim|project stage|measures|change ideas?|next steps?|pdsa \d|"
    r"(?:outcome|process|balancing)(?: measures?)?(?! ?: ?(?:it|we|i|they|there|this|that)\b)) ?: ?\S"
)
_SHORT = 60  # characters: a line below this was ended by its writer, not by a mail program


def read_text(data: bytes, limits: Limits) -> Writing:
    """A text file's passages."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return read_plain(data.decode(encoding), limits)
        except UnicodeDecodeError:
            continue
    return read_plain(data.decode("latin-1"), limits)


def read_plain(text: str, limits: Limits | None = None) -> Writing:
    """A text's passages: a line that was broken by a mail program goes on with the next. Pure."""
    gatherer = Gatherer(limits or Limits())
    try:
        passages = _passages(text)
        for number, (passage, kind) in enumerate(zip(passages, _kinds(passages), strict=True), 1):
            begins = _ITEM.match(passage)
            gatherer.add(passage[begins.end() :] if begins else passage, kind, f"paragraph {number}")
    except Enough:
        return gatherer.done(whole=False)
    return gatherer.done()


def _kinds(passages: list[str]) -> list[PassageKind]:
    """What each passage is. Of short lines one after the other the first heads, and the last what follows: a list."""
    kinds: list[PassageKind] = [
        "item" if _ITEM.match(p) else "heading" if _is_headed(p) else "paragraph" for p in passages
    ]
    guessed = [kind == "heading" for kind in kinds]
    for here in range(1, len(kinds)):
        if not (guessed[here] and guessed[here - 1]):
            continue
        if passages[here].endswith(":"):
            kinds[here] = "paragraph"
        elif here + 1 < len(kinds) and guessed[here + 1]:
            kinds[here] = "item"
    return kinds


def _is_headed(passage: str) -> bool:
    return bool(_HEADED.fullmatch(passage)) and len(passage.split()) <= 7


def _passages(text: str) -> list[str]:
    found: list[str] = []
    open_line = False
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            open_line = False
            continue
        goes_on = open_line and not _ITEM.match(raw) and not _HEADED.fullmatch(line) and not _LABELLED.match(line)
        if goes_on:
            found[-1] += " " + line
        else:
            found.append(line)
        open_line = len(line) >= _SHORT
    return found
