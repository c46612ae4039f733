"""What every section of the configuration has in common. Each number of the programme has its default in its section: a
fresh configuration needs only the lines that have none."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A part of the file: unknown keys are errors, values can't be changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)
