"""No bytes whatever raise anything but the faults of a people sheet."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qibot.errors import RosterError
from tests.support.sheets import HEADER, JO, KIM, as_csv, as_xlsx, read_bytes

SOUND = (as_csv([HEADER, JO, KIM]).encode(), as_csv([HEADER, JO]).encode("utf-16"), as_xlsx([HEADER, JO]))


@given(st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", *SOUND]), st.binary(max_size=300))
@example(b"", b'"')
def test_arbitrary_bytes_raise_nothing_but_roster_errors(start: bytes, rest: bytes) -> None:
    survive(start + rest)


@given(st.sampled_from(SOUND), st.data())
def test_damaged_sheets_raise_nothing_but_roster_errors(sheet: bytes, data: st.DataObject) -> None:
    content = bytearray(sheet)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    survive(bytes(content))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(max_size=8) | st.sampled_from([*HEADER, *JO]), max_size=9), max_size=6))
def test_arbitrary_cells_raise_nothing_but_roster_errors(rows: list[list[str]]) -> None:
    survive(as_csv([HEADER, *rows]).encode("utf-8", "replace"))


def survive(content: bytes) -> None:
    try:
        assert read_bytes(content)
    except RosterError as e:
        assert e.faults
        for fault in e.faults:
            assert fault.startswith("people") and fault[-1] in ".?" and "\n" not in fault and "\r" not in fault
