"""Gathers what a format's reader finds, within bounds, and gives each passage its place."""

from __future__ import annotations

from datetime import date

from qibot.expression import expression
from qibot.model import Passage, PassageKind, Remark, Writing
from qibot.reading.limits import Enough, Limits

REMARKS = 500
_SPACE = expression(r"[^\S\n]+")
_UNSEEN = expression("[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FIGURE = expression(r"\d")
_LONGEST_HEADING = 80


class Gatherer:
    """One document's passages in the making. Every method raises Enough where there is no more room."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._passages: list[Passage] = []
        self.remarks: list[Remark] = []
        self._characters = 0
        self._heading = ""
        self._table = self._rows = 0
        self._figures = False
        self.charts = self.pictures = self.tables = 0
        self.page = 0

    def add(self, text: str, kind: PassageKind = "paragraph", place: str = "") -> None:
        """A passage; one without words is left out."""
        if not (said := tidy(text)):
            return
        self._note(Passage(said, kind, place or self._place()))
        if kind == "heading":
            self._heading = said[:_LONGEST_HEADING]

    def begin_table(self) -> None:
        """A table begins."""
        self._end_table()
        self._table += 1

    def row(self, cells: list[str]) -> None:
        """A row of the table that has begun."""
        said = tuple(tidy(cell) for cell in cells)
        self._rows += 1
        if any(said):
            filled = [cell for cell in said if cell]
            self._figures = self._figures or sum(bool(_FIGURE.search(cell)) for cell in filled) >= 2
            place = f"table {self._table}, row {self._rows}"
            self._note(Passage(" | ".join(filled), "row", place, said))

    def _end_table(self) -> None:
        self.tables += self._figures
        self._rows, self._figures = 0, False

    def remark(self, author: str, text: str, on: str = "", day: date | None = None) -> None:
        """A reviewer's comment."""
        if len(self.remarks) < REMARKS:
            self.remarks.append(Remark(tidy(author)[:100], tidy(text)[:4000], tidy(on)[:400], day))

    def done(self, *, whole: bool = True) -> Writing:
        """What has been gathered."""
        self._end_table()
        return Writing(tuple(self._passages), tuple(self.remarks), self.charts, self.pictures, self.tables, whole=whole)

    def _place(self) -> str:
        page = f"page {self.page}" if self.page else ""
        under = f"under “{self._heading}”" if self._heading else ""
        return ", ".join(x for x in (under, page) if x) or f"paragraph {len(self._passages) + 1}"

    def _note(self, passage: Passage) -> None:
        self._characters += len(passage.text)
        if self._characters > self._limits.characters or len(self._passages) >= self._limits.passages:
            raise Enough
        self._passages.append(passage)


def tidy(text: str) -> str:
    """The text without unseen characters, its blanks made single."""
    lines = (_SPACE.sub(" ", _UNSEEN.sub("", line)).strip() for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def day_of(text: str) -> date | None:
    """The day of an ISO moment; None where it is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
