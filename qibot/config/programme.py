"""The programme: its people in charge, its numbers, and its cohorts."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator, model_validator

from qibot.config.section import Section
from qibot.config.values import Address, Month


class Programme(Section):
    """The programme's people in charge and its numbers (guidance, sections 3 to 5)."""

    team: Annotated[tuple[Address, ...], Field(min_length=1)]
    manager: Address
    cohort_leads: tuple[Address, ...] = ()
    timezone: str = "Europe/London"
    deadline_day: int = Field(default=15, ge=1, le=28)
    feedback_days: int = Field(default=7, ge=1, le=60)
    report_words: int = Field(default=150, ge=1)
    document_hosts: tuple[str, ...] = ()
    answer_working_days: int = Field(default=3, ge=1, le=60)
    forgotten_days: int = Field(default=2, ge=0, le=14)
    kept_days: int = Field(default=7, ge=0, le=60)
    aim_escalates_from: int = Field(default=3, ge=1, le=60)
    quarantine_letter_minutes: int = Field(default=60, ge=0)
    quarantine_in_working_hours: bool = True
    notice_days: int = Field(default=7, ge=0, le=366)
    trouble_minutes: int = Field(default=30, ge=0)
    away_days: int = Field(default=14, ge=0, le=366)
    away_within_days: int = Field(default=365, ge=1, le=366)

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError(f"“{name}” isn't a time zone like Europe/London") from None
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The programme's time zone."""
        return ZoneInfo(self.timezone)


class Cohort(Section):
    """A cohort's calendar: its first report's month, how many reports there are, and what differs."""

    first_month: Month
    reports: int = Field(ge=1, le=60)
    skipped_months: tuple[Month, ...] = ()
    moved: dict[int, date] = Field(default={})
    learning_sessions: tuple[date, ...] = ()
    charter_due: date | None = None

    @property
    def first(self) -> date:
        """The first day of the first report's month."""
        return date.fromisoformat(f"{self.first_month}-01")

    @model_validator(mode="after")
    def _in_order(self) -> Cohort:
        if unknown := [n for n in self.moved if not 1 <= n <= self.reports]:
            raise ValueError(f"moved names report {unknown[0]}, but the reports are 1 to {self.reports}")
        return self
