"""Whatever people write in a sheet is read back as they wrote it, in every format."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from qibot.model.people import Enrolment
from tests.support.drawn_sheets import plain, sheets
from tests.support.sheets import as_csv, as_excel, as_xlsx, read_bytes, table


def as_rows(enrolments: Sequence[Enrolment]) -> list[dict[str, str]]:
    return [
        {
            "Cohort": e.cohort,
            "Practitioner": e.practitioner.name,
            "Practitioner e-mail": ";".join(e.practitioner.addresses),
            "Mentor": e.mentor.name,
            "Mentor e-mail": ";".join(e.mentor.addresses),
            "Mentor capacity": "" if e.mentor_capacity is None else str(e.mentor_capacity),
            "Manager": e.manager.name if e.manager else "",
            "Manager e-mail": ";".join(e.manager.addresses) if e.manager else "",
            "Organisation": e.organisation,
            "Project": e.project,
            "Status": str(e.status),
        }
        for e in enrolments
    ]


def expected(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    return [
        {column: plain(cell) for column, cell in r.items()}
        | {
            "Practitioner e-mail": r["Practitioner e-mail"].lower().replace(" ", ""),
            "Status": r["Status"] or "active",
        }
        for r in rows
    ]


@given(
    sheets(),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_as_csv_is_read_back(
    rows: list[dict[str, str]], delimiter: str, newline: str, encoding: str
) -> None:
    found = read_bytes(as_csv(table(*rows), delimiter, newline).encode(encoding))
    assert as_rows(found) == expected(rows)


@given(sheets(names=st.text("aéÖß €“\u00a0", min_size=1).filter(plain)), st.sampled_from(",;\t"))
def test_what_is_written_in_windows_1252_is_read_back(rows: list[dict[str, str]], delimiter: str) -> None:
    content = as_csv(table(*rows), delimiter).encode("cp1252")
    try:
        content.decode()
    except UnicodeDecodeError:
        assert as_rows(read_bytes(content)) == expected(rows)


@settings(max_examples=40)
@given(sheets())
def test_what_is_written_as_a_workbook_is_read_back(rows: list[dict[str, str]]) -> None:
    assert as_rows(read_bytes(as_xlsx(table(*rows)))) == expected(rows)
    assert as_rows(read_bytes(as_excel(table(*rows)))) == expected(rows)
