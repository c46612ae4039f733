"""When letters leave by themselves, and to whom: the ladder and what goes with it."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import Field, model_validator

from qibot.config.section import Section
from qibot.config.workdays import Workdays, workdays_of

Reader = Literal["practitioner", "mentor", "manager", "sponsor", "team", "programme_manager", "cohort_leads"]


class Rung(Section):
    """A row of the ladder: a letter that leaves so many days after the deadline, to these, copy to those."""

    after: int = Field(ge=1, le=365)
    working_days: bool = True
    to: Annotated[tuple[Reader, ...], Field(min_length=1)]
    copy_to: tuple[Reader, ...] = Field(default=(), alias="copy")
    template: Literal["remind_missing", "remind_missing_again", "escalate_missing"]

    @property
    def escalates(self) -> bool:
        """Whether this row goes over the practitioner's head, so that the team may be asked first."""
        return self.template == "escalate_missing"


_LADDER = (
    Rung(after=1, to=("practitioner",), copy=("mentor",), template="remind_missing"),
    Rung(after=4, to=("practitioner",), copy=("mentor", "manager"), template="remind_missing_again"),
    Rung(after=7, working_days=False, to=("programme_manager",), copy=("team", "mentor"), template="escalate_missing"),
)


class Calendar(Section):
    """When letters leave by themselves (docs/calendar.md; guidance, sections 3 to 7)."""

    holidays: str = "GB-SCT"
    extra_holidays: tuple[date, ...] = ()
    removed_holidays: tuple[date, ...] = ()
    opens: time = time(9)
    closes: time = time(17)
    remind_days_before: tuple[int, ...] = (5, 1)
    ladder: tuple[Rung, ...] = _LADDER
    escalation: Literal["auto", "ask"] = "auto"
    hold_working_days: int = Field(default=3, ge=1, le=60)
    feedback_remind_days_before: int = Field(default=2, ge=0, le=60)
    feedback_remind_working_days_after: int = Field(default=1, ge=1, le=60)
    feedback_overdue_working_days: int = Field(default=3, ge=1, le=60)
    expect_within_days: int = Field(default=90, ge=1, le=366)
    contact_days: int = Field(default=7, ge=1, le=28)
    inactivity_days: int = Field(default=35, ge=1, le=366)
    missed_in_a_row: int = Field(default=2, ge=2, le=60)
    close_after_days: int = Field(default=28, ge=1, le=366)

    @model_validator(mode="after")
    def _sensible(self) -> Calendar:
        self.workdays()
        if self.opens >= self.closes:
            raise ValueError("calendar.opens must come before calendar.closes")
        if any(days < 0 or days > 60 for days in self.remind_days_before):
            raise ValueError("calendar.remind_days_before takes days from 0 to 60")
        return self

    def workdays(self) -> Workdays:
        """The programme's working days. Raises ValueError for an unknown place."""
        return workdays_of(self.holidays, self.extra_holidays, self.removed_holidays)
