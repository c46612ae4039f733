"""What of a mail isn't passed on."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, field_validator

from qibot.config.section import Section


class Guard(Section):
    """What isn't passed on of what comes with a mail, and who looks for viruses (docs/documents.md).

    `harmful` are endings of files beside the usual ones (documents/harm.py), `harmless` those that are passed on all
    the same. `clamd` is a scanner's socket (a path), or host:port; without one nothing is scanned.
    """

    harmful: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    macros: Literal["mark", "hold", "pass"] = "mark"
    clamd: str = ""
    clamd_seconds: float = Field(default=10, gt=0)

    @field_validator("harmful", "harmless")
    @classmethod
    def _bare(cls, endings: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ending.strip().lower().lstrip("*.") for ending in endings)

    @field_validator("clamd")
    @classmethod
    def _reachable(cls, place: str) -> str:
        if place and not place.startswith("/") and not re.fullmatch(r"[^\s:/]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5}", place):
            raise ValueError(f"“{place}” isn't a socket's path like /run/clamav/clamd.ctl, nor host:port")
        return place
