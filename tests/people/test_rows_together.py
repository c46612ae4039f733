"""Rows that contradict each other are faults: mentors and practitioners are one person under one address."""

from __future__ import annotations

import pytest

from tests.support.sheets import KIM, Faults, Parse, row, table


def test_a_mentor_without_an_address_anywhere_is_unknown(faults: Faults) -> None:
    (fault,) = faults(table(row(Mentor_email=""), row(KIM)))
    assert fault == (
        'people.csv, line 2, column "Mentor e-mail": “Ann Lee” is an unknown mentor:'
        " write the address in this row or another of theirs."
    )


def test_a_mentor_whose_only_address_is_faulty_is_told_once(faults: Faults) -> None:
    assert len(faults(table(row(Mentor_email=""), row(KIM, Mentor="Ann Lee", Mentor_email="ann")))) == 1


def test_a_blank_address_of_one_of_two_namesakes_is_a_fault(faults: Faults) -> None:
    rows = table(
        row(Mentor_email=""),
        row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example"),
        row(KIM, Practitioner_email="pat@x.example", Mentor="Ann Lee", Mentor_email="ann@other.example"),
    )
    assert 'line 2, column "Mentor e-mail": there are several addresses for “Ann Lee”' in faults(rows)[0]


def test_a_mentors_address_under_two_names_is_a_fault(faults: Faults) -> None:
    (fault,) = faults(table(row(), row(KIM, Mentor_email="bob@health.example ann@health.example")))
    assert 'line 3, column "Mentor e-mail": the address is “Ann Lee” in line 2 but “Bob Ray” here' in fault


def test_a_mentor_with_two_capacities_is_a_fault(faults: Faults) -> None:
    other = row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example", Mentor_capacity="3")
    (fault,) = faults(table(row(Mentor_capacity="4"), other))
    assert 'line 3, column "Mentor capacity": Ann Lee\'s capacity is 4 in line 2 but 3 here' in fault


@pytest.mark.parametrize("role", ["Mentor", "Manager"])
def test_a_practitioner_with_the_address_of_their_mentor_or_manager_is_a_fault(faults: Faults, role: str) -> None:
    cells = {role: "Some One", f"{role} e-mail": "some@x.example; Jo@council.example"}
    (fault,) = faults(table(row(**cells)))
    assert f"“jo@council.example” is also the {role.lower()}'s address" in fault


def test_a_double_address_in_a_cohort_is_a_fault_that_names_both_lines(faults: Faults) -> None:
    for name in ("Jo Smith", "Kim Ross"):
        (fault,) = faults(
            table(row(), row(KIM, Practitioner=name, Practitioner_email="kim@x.example, JO@council.example"))
        )
        assert (
            'line 3, column "Practitioner e-mail": double address “jo@council.example”, which is Jo Smith\'s' in fault
        )
        assert "in line 2" in fault


def test_the_same_practitioner_may_be_in_two_cohorts(parse: Parse) -> None:
    assert [e.unit for e in parse(table(row(), row(Cohort="2027-28")))] == ["2026-27/jo.smith", "2027-28/jo.smith"]
