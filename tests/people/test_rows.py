"""A row of the people sheet becomes an enrolment, with what its columns say, as people write them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from qibot.model.people import Person, Status
from qibot.people.roster import EXAMPLE
from tests.support.sheets import HEADER, JO, JO_READ, KIM, Parse, as_csv, row, table


def test_a_row_becomes_an_enrolment(parse: Parse) -> None:
    assert parse([HEADER, JO]) == [JO_READ]


def test_the_example_reads_without_a_fault_and_fills_every_field(parse: Parse) -> None:
    (found,) = parse(EXAMPLE)
    assert found.manager and found.sponsor and found.mentor_capacity == 4 and len(found.practitioner.addresses) == 2
    assert parse(EXAMPLE.replace("2026-27", "2027-28"))[0].unit == "2027-28/jo.smith"
    assert set(re.findall(r"@[\w.]+", EXAMPLE)) == {"@council.example", "@home.example", "@health.example"}


def test_optional_columns_are_read(parse: Parse) -> None:
    cells = {
        "Manager": "Sam Reid", "Manager e-mail": "sam@council.example", "Sponsor": "Di Orr",
        "Sponsor e-mail": "di@council.example", "Mentor capacity": "0", "Status": "Paused",
    }  # fmt: skip
    assert parse(table(row(**cells))) == [
        replace(
            JO_READ,
            manager=Person("Sam Reid", ("sam@council.example",)),
            sponsor=Person("Di Orr", ("di@council.example",)),
            mentor_capacity=0,
            status=Status.PAUSED,
        )
    ]


@pytest.mark.parametrize("status", [*Status, "ACTIVE", ""])
def test_every_status_is_known_and_active_is_the_default(parse: Parse, status: str) -> None:
    assert parse(table(row(Status=status)))[0].status == (status.lower() or "active")


def test_organisation_and_project_may_be_blank(parse: Parse) -> None:
    assert parse(table(row(Organisation="", Project="")))[0].project == ""


@pytest.mark.parametrize(
    "header",
    [
        "COHORT,practitioner,PractitionerEmail,mentor,Mentor_E_Mail,organisation,PROJECT",
        " Cohort ,Practi-tioner,practitioner address,Mentor,Mentor-email address,Organisation,Project",
        'Cohort,Practitioner,"Practitioner\ne-mail",Mentor,Mentor e\u2011mail,Organisation,Project',
    ],
)
def test_headings_are_matched_as_people_write_them(parse: Parse, header: str) -> None:
    assert parse(header + "\n" + as_csv([JO])) == [JO_READ]


def test_columns_may_stand_in_any_order(parse: Parse) -> None:
    assert parse([HEADER[::-1], JO[::-1]]) == [JO_READ]


@pytest.mark.parametrize("between", [";", ",", " ", "; ", "\n", "\u00a0", ";;"])
def test_a_cell_may_hold_several_addresses_the_first_gets_the_letters(parse: Parse, between: str) -> None:
    cell = f"Jo@Council.example{between}jo@home.example{between}jo@council.example"
    person = parse(table(row(Practitioner_email=cell)))[0].practitioner
    assert person.addresses == ("jo@council.example", "jo@home.example") and person.address == "jo@council.example"


def test_a_mentors_address_may_stand_in_another_row(parse: Parse) -> None:
    rows = table(row(Mentor_email=""), row(KIM, Mentor="ann  LEE", Mentor_email="ann@health.example"))
    assert parse(rows)[0].mentor == Person("Ann Lee", ("ann@health.example",))


def test_the_fullest_of_a_mentors_cells_fills_a_blank_one(parse: Parse) -> None:
    rows = table(
        row(Mentor_email=""),
        row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example"),
        row(
            KIM,
            Practitioner_email="pat@x.example",
            Mentor="Ann Lee",
            Mentor_email="ann@health.example ann@home.example",
        ),
    )
    assert parse(rows)[0].mentor.addresses == ("ann@health.example", "ann@home.example")


def test_a_mentors_capacity_in_one_row_holds_in_all_of_theirs(parse: Parse) -> None:
    other = row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example", Mentor_capacity="3")
    assert [e.mentor_capacity for e in parse(table(other, row()))] == [3, 3]


def test_blank_rows_and_blank_trailing_columns_are_passed_over(parse: Parse) -> None:
    text = as_csv([[], ["", " "], [*HEADER, "", ""], ["\u00a0"], [*JO, "", " "], [], ["", ""]])
    assert parse(text) == [JO_READ]


def test_spaces_that_nobody_sees_are_tidied(parse: Parse) -> None:
    assert parse(table(row(Practitioner=" Jo\u00a0\u00a0Smith\u200b ", Mentor="Ann\nLee", Cohort="2026-27\u00a0"))) == [
        JO_READ
    ]


def test_an_accent_in_two_pieces_is_the_same_letter(parse: Parse) -> None:
    assert parse(table(row(Practitioner="Jose\u0301")))[0].practitioner.name == "Jos\u00e9"
