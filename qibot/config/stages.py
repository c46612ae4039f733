"""The scale of project stages, as a programme sets it."""

from __future__ import annotations

from pydantic import Field, model_validator

from qibot.config.section import Section


class Stages(Section):
    """The stages that a report may give itself, and which one follows from what it shows (docs/mentor-notes.md).

    A stage is spoken of where it is `apart` or more from what the text shows. Much nearer to the aim is what has
    `half_way` of the way left or less, and almost there `almost` of it.
    """

    scale: tuple[float, ...] = Field(default=(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5), min_length=2, max_length=100)
    planning: float = 1.5
    under_way: float = 2
    tested: float = 2.5
    better: float = 3
    several: float = 3.5
    nearly: float = 4
    held: float = 4.5
    spread: float = 5
    apart: float = Field(default=1, gt=0)
    half_way: float = Field(default=0.5, gt=0, lt=1)
    almost: float = Field(default=0.15, gt=0, lt=1)

    @model_validator(mode="after")
    def _ascends(self) -> Stages:
        if list(self.scale) != sorted(set(self.scale)) or self.scale[0] < 0 or self.scale[-1] > 1000:
            raise ValueError("scale lists stages from 0 up to 1000, each higher than the one before")
        evidence = (
            self.planning, self.under_way, self.tested, self.better, self.several, self.nearly, self.held, self.spread,
        )  # fmt: skip
        if list(evidence) != sorted(evidence):
            raise ValueError("planning, under_way, tested, better, several, nearly, held, spread must not go down")
        if unknown := [stage for stage in evidence if stage not in self.scale]:
            raise ValueError(f"{unknown[0]:g} isn't on the scale")
        return self
