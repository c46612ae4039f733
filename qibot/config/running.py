"""How qibot runs, and where its things lie."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from qibot.config.section import Section


class Service(Section):
    """How qibot runs as a service, and what it says meanwhile."""

    log: Literal["console", "json"] = "console"
    stop_seconds: float = Field(default=4, gt=0, le=60)
    stale_minutes: int = Field(default=15, ge=1)
    clock_hours: float = Field(default=6, ge=0, le=240)
    people: str = ""
    withdrawn_by_reload: int = Field(default=2, ge=0)


class Folders(Section):
    """Where things lie; relative paths count from the configuration file."""

    data: str = "data"
    templates: str = ""
