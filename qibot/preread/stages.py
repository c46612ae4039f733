"""The scale of project stages, and which stage follows from what a report shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_PUT_AS = "put|place|rate|score|see"


@dataclass(frozen=True)
class Stages:
    """The stages that one may give oneself, and the one for each evidence; `apart`: from which difference it is said.

    Much nearer to the aim is what has no more than `half_way` of the way left, and almost there `almost` of it.
    """

    scale: tuple[float, ...] = (0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5)
    planning: float = 1.5
    under_way: float = 2
    tested: float = 2.5
    better: float = 3
    several: float = 3.5
    nearly: float = 4
    held: float = 4.5
    spread: float = 5
    apart: float = 1
    half_way: float = 0.5
    almost: float = 0.15


STAGES = Stages()


@cache
def stated_on(scale: tuple[float, ...]) -> re.Pattern[str]:
    """What finds a stage of this scale: “Project stage: 3”, “3.5 - good progress”; no span (“2-3”), no other count."""
    return re.compile(
        rf"(?:^|\b(?:stage|score|scale|assess\w*)\b[^.\d]{{0,40}}?)(?P<stage>{_any_of(scale)})\b"
        r"(?!-\w| ?(?:[-–] ?\d|%|of\b|to\b|months|weeks|pdsa))",
        re.IGNORECASE,
    )


@cache
def put_on(scale: tuple[float, ...]) -> re.Pattern[str]:
    """What finds it where one puts oneself there: “I've put 2 for the project stage”, “I'd place us at about a 1.5”."""
    return re.compile(
        rf"\b(?:(?:{_PUT_AS}|have|say|give|call)\w*|'d|am|are|at)\b[^.\d]{{0,30}}?"
        rf"(?P<stage>{_any_of(scale)})(?!%)(?! of| out| weeks| months| people)"
        r"[^.\d]{0,15}\b(?:project )?(?:stage|scale)\b|"
        rf"\b(?:{_PUT_AS})\w* (?:us|myself|me|it|the project|this) (?:at|as|on|down as)(?: \w+){{0,2}} "
        rf"(?P<other>{_any_of(scale)})(?=[.,;)]?(?:$| ))",
        re.IGNORECASE,
    )


def _any_of(scale: tuple[float, ...]) -> str:
    """Each as it is written, “3”, “3.0” or “3.5”, whole: not the 3 of 3.5, of 3,5 or of 30."""
    whole = (f"{stage:g}" for stage in scale)
    written = (re.escape(stage) if "." in stage else rf"{stage}(?:\.0)?" for stage in whole)
    return rf"(?:{'|'.join(written)})(?![.,]?\d)"
