"""The configured numbers, as reading and pre-read take them."""

from __future__ import annotations

from qibot.config import Notes
from qibot.preread import Settings, Stages
from qibot.reading import Limits


def limits_of(notes: Notes) -> Limits:
    """What reading one document may cost."""
    return Limits(seconds=notes.seconds, memory_mb=notes.memory_mb, document_mb=notes.document_mb)


def settings_for(notes: Notes) -> Settings:
    """What the programme sets for the rules."""
    headings = {str(k): v for k, v in notes.headings.items()}
    return Settings(notes.outcome, notes.process, notes.balancing, headings, Stages(**dict(notes.stages)))
