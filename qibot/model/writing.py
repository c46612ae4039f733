"""What a document says, as text with places: what reading makes of its bytes and the pre-read looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PassageKind = Literal["heading", "paragraph", "item", "row", "note", "margin"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading, an item of a list, a row of a table (with its `cells`), a footnote, or what stands in the
    margins of a page (header and footer). `place` says where it stands, in words that a person can follow."""

    text: str
    kind: PassageKind = "paragraph"
    place: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A reviewer's comment: whose, of which day (None where it isn't told), and the words `on` which it stands."""

    author: str
    text: str
    on: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """A document as read. `charts`, `pictures` and `tables` count what isn't words (a table: one with figures in it).

    `fault` is a sentence, empty where all was read, that says what couldn't be read; `whole` is False where what is
    here is only the beginning.
    """

    passages: tuple[Passage, ...] = ()
    remarks: tuple[Remark, ...] = ()
    charts: int = 0
    pictures: int = 0
    tables: int = 0
    fault: str = ""
    whole: bool = True

    @property
    def text(self) -> str:
        """All passages, one a line."""
        return "\n".join(p.text for p in self.passages)

    @property
    def words(self) -> int:
        """How many words the passages have."""
        return sum(len(p.text.split()) for p in self.passages)
