"""What one message may cost, and how many are taken in or answered."""

from __future__ import annotations

from pydantic import Field

from qibot.config.section import Section


class Limits(Section):
    """What one message may cost; beyond it a message is quarantined."""

    message_mb: float = Field(default=35, gt=0)
    header_kb: int = Field(default=512, ge=16)
    parts: int = Field(default=1000, ge=10)
    parse_seconds: float = Field(default=20, gt=0)
    remember_days: int = Field(default=400, ge=30)
    same_words: int = Field(default=2, ge=1)
    same_words_days: int = Field(default=28, ge=1, le=366)
    machine_answers: int = Field(default=6, ge=3, le=100)
    machine_seconds: int = Field(default=60, ge=1, le=3600)
    machine_hours: int = Field(default=24, ge=1, le=24 * 28)
    answer_seconds: float = Field(default=15, ge=0, le=600)
    letters_in_ten_minutes: int = Field(default=10, ge=1)
    letters_an_hour: int = Field(default=30, ge=1)
    mentors: int = Field(default=100, ge=1)
