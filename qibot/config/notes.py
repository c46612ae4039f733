"""The notes that a mentor gets with each report."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from qibot.config.section import Section
from qibot.config.stages import Stages

PartName = Literal[
    "stage", "aim", "rationale", "scope", "system", "theory", "changes", "measures", "pdsa", "data", "activity", "team",
    "human", "implementation", "learning", "next",
]  # fmt: skip
Span = Annotated[tuple[int, int], Field(description="least and most")]


class Page(Section):
    """Which page of guidance goes with which reports: `first` to `last`, both included."""

    first: int = Field(ge=1, le=60)
    last: int = Field(ge=1, le=60)
    page: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$")


_PAGES = (
    Page(first=1, last=2, page="reports-1-2"),
    Page(first=3, last=4, page="reports-3-4"),
    Page(first=5, last=60, page="later"),
)


class Notes(Section):
    """Mentor notes: a letter of its own to the mentor with each report (docs/mentor-notes.md; guidance, section 10).

    `seconds` (of the processor), `memory_mb` and `document_mb` bound what reading one document may cost.
    """

    send: bool = True
    within_hours: int = Field(default=48, ge=1, le=24 * 31)
    on_top: int = Field(default=3, ge=1, le=10)
    pages: tuple[Page, ...] = _PAGES
    charter_page: str = "charter"
    outcome: Span = (1, 2)
    process: Span = (2, 3)
    balancing: Span = (1, 2)
    headings: dict[PartName, tuple[str, ...]] = Field(default_factory=dict)
    stages: Stages = Stages()
    kind_line_days: int = Field(default=28, ge=1, le=366)
    seconds: float = Field(default=1.5, gt=0, le=60)
    memory_mb: int = Field(default=200, ge=64)
    document_mb: float = Field(default=30, gt=0)

    def page_of(self, number: int) -> str:
        """The page of guidance for a report; empty where none is configured."""
        return next((p.page for p in self.pages if p.first <= number <= p.last), "")
