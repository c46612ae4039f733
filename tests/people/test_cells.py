"""A fault of a column or a cell is told with its line, its column and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qibot.errors import RosterError
from qibot.people.roster import read
from tests.support.sheets import HEADER, JO, KIM, Faults, Parse, as_xlsx, row, table


def test_a_missing_column_is_a_fault_and_rows_do_not_repeat_it(faults: Faults) -> None:
    assert faults([HEADER[:4], JO[:4]]) == [
        f'people.csv, line 1, column "{column}": the column is missing: add it.'
        for column in ("Mentor e-mail", "Organisation", "Project")
    ]


def test_an_unknown_column_is_a_fault(faults: Faults) -> None:
    (fault,) = faults([[*HEADER, "Shoe size"], [*JO, "42"]])
    assert fault.startswith('people.csv, line 1, column "Shoe size": there is no such column: use only Cohort, ')


def test_a_near_miss_of_a_column_is_told(faults: Faults) -> None:
    (fault,) = faults([[*HEADER, "Mentor capasity"], [*JO, "4"]])
    assert fault == (
        'people.csv, line 1, column "Mentor capasity": there is no such column: did you mean “Mentor capacity”?'
    )


def test_a_column_that_stands_there_twice_is_a_fault(faults: Faults) -> None:
    assert 'column "Practitioner e-mail": the column stands there more than once' in faults(
        [[*HEADER, "Practitioner address"], [*JO, JO[2]]]
    )[0]  # fmt: skip


def test_far_too_many_columns_are_one_fault(faults: Faults) -> None:
    assert "has 207 columns" in faults([[*HEADER, *["x"] * 200], JO])[0]


@pytest.mark.parametrize("column", ["Cohort", "Practitioner", "Practitioner e-mail", "Mentor"])
def test_a_required_cell_that_is_empty_is_a_fault(faults: Faults, column: str) -> None:
    assert faults(table(row(**{column: " "}))) == [
        f'people.csv, line 2, column "{column}": the cell is empty: fill it in.'
    ]


@pytest.mark.parametrize("cohort, hint", [("2026–27", "did you mean “2026-27”?"), ("x", "write 2026-27 or 2027-28.")])
def test_an_unknown_cohort_is_a_fault(faults: Faults, cohort: str, hint: str) -> None:
    assert faults(table(row(Cohort=cohort))) == [
        f'people.csv, line 2, column "Cohort": “{cohort}” is an unknown cohort: {hint}'
    ]


def test_an_unknown_status_is_a_fault(faults: Faults) -> None:
    assert "“activ” is an unknown status: did you mean “active”?" in faults(table(row(Status="activ")))[0]


@pytest.mark.parametrize(
    "cell",
    [
        "jo", "jo@", "@council.example", "jo@@council.example", "jo@council", "Jo <jo@council.example>",
        "<jo@x.example>", "mailto:jo@x.example", ".jo@x.example", "jo.@x.example", "j..o@x.example", "jo@-x.example",
        "jo@x-.example", "jo@x..example", "jo@x.example.", "jo@[127.0.0.1]", "jo@127.0.0.1", '"jo"@x.example',
        "jo(x)@x.example", "jö@x.example", "jo@\uff4b.example", f"{'j' * 65}@x.example", f"jo@{'x' * 64}.example",
        f"jo@{'x.' * 130}example", ";", "jo@x.example; kim",
    ],
)  # fmt: skip
def test_what_is_no_bare_address_is_a_fault(faults: Faults, cell: str) -> None:
    for column in ("Practitioner e-mail", "Mentor e-mail"):
        (fault,) = faults(as_xlsx(table(row(**{column: cell}))))
        assert f'column "{column}": “' in fault and "isn't an e-mail address: write the address alone" in fault


@pytest.mark.parametrize("address", ["o'neil+qi@x-1.council.example", "a.b@3com.example", "jo@xn--bcher-kva.example"])
def test_unusual_addresses_are_read(parse: Parse, address: str) -> None:
    assert parse(table(row(Practitioner_email=address)))[0].practitioner.address == address


@pytest.mark.parametrize("mark", ["\x07", "\x7f", "\x9d", "\u202e", "\u2066"])
@pytest.mark.parametrize("column", HEADER)
def test_a_control_character_is_a_fault(faults: Faults, mark: str, column: str) -> None:
    cells = row()
    (fault,) = faults(table(cells | {column: cells[column][:3] + mark + cells[column][3:]}))
    assert f'line 2, column "{column}": there is a control character in the cell' in fault


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("http://x.example")', "+44 131", "-x", "@sum(A1)", " =A1"])
@pytest.mark.parametrize("column", HEADER)
def test_a_formula_in_a_csv_is_a_fault(faults: Faults, column: str, cell: str) -> None:
    (fault,) = faults(table(row(**{column: cell})))
    assert f'line 2, column "{column}": there is a formula in the cell: type the value itself' in fault


def test_a_lone_dash_is_no_formula(parse: Parse) -> None:
    assert parse(table(row(Project="-")))[0].project == "-"


@pytest.mark.parametrize("cell", ["four", "-1", "1.5", "1e3", "٣", "10000", "9" * 5000])
def test_a_capacity_is_a_whole_number(faults: Faults, cell: str) -> None:
    (fault,) = faults(as_xlsx(table(row(Mentor_capacity=cell))))
    assert 'line 2, column "Mentor capacity": “' in fault and "write a whole number" in fault


def test_a_manager_has_both_name_and_address(faults: Faults) -> None:
    cells = {"Manager": "Sam Reid", "Manager e-mail": "", "Sponsor": "", "Sponsor e-mail": "di@council.example"}
    assert faults(table(row(**cells))) == [
        'people.csv, line 2, column "Manager e-mail": the cell is empty but “Manager” isn\'t: fill in both or neither.',
        'people.csv, line 2, column "Sponsor": the cell is empty but “Sponsor e-mail” isn\'t: fill in both or neither.',
    ]


def test_a_row_with_more_cells_than_headings_is_a_fault(faults: Faults) -> None:
    assert faults([HEADER, [*JO, "", "stray", "more"]]) == [
        'people.csv, line 2, column "I": “stray” stands under no heading: move or remove it.'
    ]
    assert "stands under no heading" in faults([HEADER, [*JO, *[""] * 20_000, "x"]])[0]


def test_a_cell_under_a_blank_heading_is_a_fault(faults: Faults) -> None:
    assert 'line 2, column "A": “stray” stands under no' in faults([["", *HEADER], ["stray", *JO]])[0]


def test_a_long_cell_is_told_shortly(faults: Faults) -> None:
    assert len(faults(table(row(Cohort="x" * 9000, Practitioner_email="y" * 9000)))[0]) < 200


def test_all_faults_are_told_in_the_sheets_order(faults: Faults) -> None:
    found = faults(table(row(Mentor=""), row(KIM, Cohort="x", Mentor_email="bob"), row(Practitioner="Al", Status="x")))
    assert [re.findall(r'line (\d), column "(.+?)"', fault)[0] for fault in found] == [
        ("2", "Mentor"), ("3", "Cohort"), ("3", "Mentor e-mail"), ("4", "Status"), ("4", "Practitioner e-mail"),
    ]  # fmt: skip


@pytest.mark.parametrize(("column", "length", "fine"), [
    ("Practitioner", 200, True), ("Practitioner", 201, False), ("Mentor", 10_000, False), ("Manager", 10_000, False),
    ("Organisation", 10_000, False), ("Project", 1_500, True),
])  # fmt: skip
def test_a_cell_that_no_letter_could_hold_is_refused(tmp_path: Path, column: str, length: int, fine: bool) -> None:
    row = {
        "Cohort": "2026-27", "Practitioner": "Jo Smith", "Practitioner e-mail": "jo@x.example", "Mentor": "Ann Lee",
        "Mentor e-mail": "ann@x.example", "Manager": "Meg", "Manager e-mail": "meg@x.example", "Organisation": "O",
        "Project": "P", column: "n" * length,
    }  # fmt: skip
    path = tmp_path / "people.csv"
    path.write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n")
    if fine:
        assert read(path, ["2026-27"])
        return
    with pytest.raises(RosterError, match=f'column "{column}".*longer than'):
        read(path, ["2026-27"])
