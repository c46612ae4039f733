"""Records <-> plain JSON values; a record that doesn't fit its type is an error, never a guess."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from qibot.model.case import RECORDS, Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def _adapter(table: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # the processes that read documents keep no records, and start the sooner

    return TypeAdapter(RECORDS[table])


def to_plain(record: Record) -> dict[str, Any]:
    """The record as JSON values."""
    return cast("dict[str, Any]", _adapter(record.table).dump_python(record, mode="json"))


def to_record(table: str, plain: Mapping[str, Any]) -> Record:
    """The record of this table with these values. Raises pydantic.ValidationError."""
    return cast("Record", _adapter(table).validate_python(dict(plain)))
