"""What reading one document may cost, and how it is said that one costs more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Processor seconds and megabytes of the child process; bytes of a packed member, declared
    and real; elements of XML, characters and passages of text, pages and rows that are read before reading stops."""

    seconds: float = 1.5
    memory_mb: int = 200
    document_mb: float = 30
    member_mb: float = 16
    members: int = 5000
    elements: int = 250_000
    characters: int = 400_000
    passages: int = 20_000
    pages: int = 100
    rows: int = 5000
    depth: int = 200


class Unreadable(Exception):
    """A document can't be read; the text is what a person is told, as the end of the sentence “{name} …”."""


class Enough(BaseException):
    """A bound is reached: what has been read so far is kept. No `except Exception` of a library may swallow it."""
